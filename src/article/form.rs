//! How an article is read.

use std::fmt;

use serde::de::Error;

use super::{ArticleId, Bias, Timestamp, trimmed};

/// The fields as they come: feeds that have no headline or text have `null` there, and some have several texts.
#[derive(serde::Deserialize)]
pub struct Article {
    id: Id,
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
            id: id.0,
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

/// An id as databases write it: a string or an integer.
struct Id(ArticleId);

struct IdVisitor;

impl serde::de::Visitor<'_> for IdVisitor {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an integer")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Id, E> {
        Ok(Id(id.into()))
    }

    fn visit_string<E: Error>(self, id: String) -> Result<Id, E> {
        Ok(Id(id.into()))
    }

    fn visit_i64<E: Error>(self, id: i64) -> Result<Id, E> {
        Ok(Id(id.to_string().into()))
    }

    fn visit_u64<E: Error>(self, id: u64) -> Result<Id, E> {
        Ok(Id(id.to_string().into()))
    }
}

impl<'de> serde::Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}
