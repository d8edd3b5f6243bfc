//! The headlines of a story's members, as the story room sees them.

use crate::article::Article;
use crate::text::{self, HeadlineTag, Span};

use super::debris::without_share;
use super::teaser::without_teaser;

/// A headline without what its outlet adds, and without the teaser or the sign of a share behind its news.
#[derive(Debug, Clone, Copy)]
pub(super) struct Headline<'a> {
    /// The text at the span.
    pub(super) text: &'a str,
    /// The same with what stands behind it.
    pub(super) whole: &'a str,
    core: text::Headline,
}

impl<'a> Headline<'a> {
    /// The headline of an article; `None` where it has none with a letter or digit.
    pub(super) fn of(article: &'a Article, core: text::Headline) -> Option<Self> {
        let whole = core.text(article.title());
        let text = without_share(without_teaser(whole));
        text.contains(char::is_alphanumeric).then_some(Self { text, whole, core })
    }

    /// The bytes of the article's title.
    pub(super) fn span(&self) -> Span {
        let start = self.core.span().start();
        Span::from((start, start + self.text.len()))
    }

    /// Whether it ends with `…`.
    pub(super) fn is_truncated(&self) -> bool {
        self.core.is_truncated()
    }

    /// Whether it is written in capitals.
    pub(super) fn is_shouting(&self) -> bool {
        self.core.is_shouting()
    }

    /// Whether its article is written on while things happen.
    pub(super) fn is_live(&self) -> bool {
        self.core.tags().contains(HeadlineTag::Live)
    }

    /// Whether it has a mark that says that it is about something else than what happened, or only about a part of it.
    ///
    /// `UPDATE`, `BREAKING`, `EXCLUSIVE` and `CORRECTED` stand before news.
    pub(super) fn is_tagged(&self) -> bool {
        let is_news = |tag| {
            matches!(
                tag,
                HeadlineTag::Update | HeadlineTag::Breaking | HeadlineTag::Exclusive | HeadlineTag::Correction
            )
        };
        self.core.tags().iter().any(|tag| !is_news(tag))
    }
}
