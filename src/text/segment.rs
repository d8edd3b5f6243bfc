//! Words and sentences as byte spans of the original text: Unicode Standard Annex 29.

use unicode_segmentation::UnicodeSegmentation;

/// A range of bytes of a text, both ends on character boundaries. Its serde form is `[start, end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "(usize, usize)", from = "(usize, usize)")
)]
pub struct Span {
    start: usize,
    end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// First byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// The text that the span cuts out, or `None` where it does not lie on character boundaries of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// The words of a text in order, each with the span it stands at.
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.unicode_word_indices().map(|(start, word)| (Span { start, end: start + word.len() }, word))
}

/// The sentences of a text in order, without the white space around them.
pub fn sentences(text: &str) -> impl Iterator<Item = Span> {
    text.split_sentence_bound_indices().filter_map(|(start, sentence)| {
        let trimmed = sentence.trim();
        let start = start + (sentence.len() - sentence.trim_start().len());
        (!trimmed.is_empty()).then_some(Span { start, end: start + trimmed.len() })
    })
}
