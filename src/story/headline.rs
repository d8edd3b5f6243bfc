//! The headlines of a story's members, as the story room sees them.

use crate::article::Article;
use crate::text::Span;

/// A headline without what its outlet adds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headline<'a> {
    /// The bytes of the article's title.
    pub(super) span: Span,
    /// The text at the span.
    pub(super) text: &'a str,
    /// Had a tag such as `LIVE:` before or after it.
    pub(super) is_tagged: bool,
    /// Was cut off.
    pub(super) is_truncated: bool,
    /// Is mostly in capitals.
    pub(super) is_shouting: bool,
}

impl<'a> Headline<'a> {
    /// The headline of an article; `None` where it has none with a letter or digit.
    pub(super) fn of(article: &'a Article) -> Option<Self> {
        let title = article.title();
        let mut end = title.trim_end().len();
        let start = title.len() - title.trim_start().len();
        if let Some(source) = article.source() {
            for separator in [" - ", " | ", " – ", " — "] {
                if let Some(at) = title.get(start..end)?.rfind(separator).map(|at| at + start) {
                    let bare = |text: &str| -> String {
                        text.to_lowercase().trim_start_matches("the ").chars().filter(|c| c.is_alphanumeric()).collect()
                    };
                    let (suffix, source) = (bare(&title[at + separator.len()..end]), bare(source));
                    if at > start && !suffix.is_empty() && (source.contains(&suffix) || suffix.contains(&source)) {
                        end = at;
                    }
                }
            }
        }
        let text = title.get(start..end)?;
        if !text.contains(char::is_alphanumeric) {
            return None;
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        Some(Self {
            span: Span::from((start, end)),
            text,
            is_tagged: false,
            is_truncated: text.ends_with('…') || text.ends_with(".."),
            is_shouting: letters >= 12 && capitals * 10 >= letters * 7,
        })
    }
}
