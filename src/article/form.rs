//! How an article is read.

use super::{ArticleId, Bias, Timestamp, trimmed};

/// The fields as they come: feeds that have no headline or text have `null` there, and some have several texts.
#[derive(serde::Deserialize)]
pub struct Article {
    id: ArticleId,
    title: Option<String>,
    text: Option<String>,
    description: Option<String>,
    summary: Option<String>,
    snippet: Option<String>,
    source: Option<String>,
    url: Option<String>,
    published: Option<Timestamp>,
    lang: Option<String>,
    bias: Option<Bias>,
}

impl From<Article> for super::Article {
    fn from(read: Article) -> Self {
        let Article { id, title, text, description, summary, snippet, source, url, published, lang, bias } = read;
        let texts = [text, description, summary, snippet].into_iter().flatten();
        let text = texts.reduce(|first, next| if first.trim_start().is_empty() { next } else { first });
        Self {
            id,
            title: title.unwrap_or_default(),
            text: text.unwrap_or_default(),
            source: source.and_then(trimmed),
            url,
            published,
            language: lang,
            bias,
        }
    }
}
