//! From text to tokens: what a word matches as, where it stands, what kind it is.

use std::borrow::Cow;

use super::language::Language;
use super::normalize::normalize;
use super::segment::{Span, words};

/// What a token looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A word in lower case.
    Word,
    /// A word with a capital letter: a name, or any word at the start of a sentence or in a title in title case.
    Capitalized,
    /// Begins with a digit.
    Number,
}

/// One word that says something: its term, its place and its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token<'t> {
    term: Cow<'t, str>,
    span: Span,
    kind: TokenKind,
}

impl Token<'_> {
    /// What it matches as: folded and stemmed.
    #[must_use]
    pub fn term(&self) -> &str {
        &self.term
    }

    /// Where it stands in the text.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What it looks like.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }
}

/// Turns text of one language into tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tokenizer {
    language: Language,
}

impl Tokenizer {
    /// A tokenizer for a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The tokens of a text in order, stop words left out.
    pub fn tokens<'t>(&self, text: &'t str) -> impl Iterator<Item = Token<'t>> {
        let this = *self;
        words(text).filter_map(move |(span, surface)| {
            Some(Token { term: this.term(surface)?, span, kind: Self::kind(surface) })
        })
    }

    /// The term of a single word as [`words`](super::words) cuts it, or `None` for a stop word.
    ///
    /// It depends on nothing but the word and the language, so callers may remember it.
    #[must_use]
    pub fn term<'t>(&self, surface: &'t str) -> Option<Cow<'t, str>> {
        let folded = normalize(surface);
        if folded.is_empty() || self.language.is_stop_word(&folded) {
            return None;
        }
        Some(match folded {
            Cow::Borrowed(word) => self.language.stem(word),
            Cow::Owned(word) => Cow::Owned(self.language.stem(&word).into_owned()),
        })
    }

    fn kind(surface: &str) -> TokenKind {
        match surface.chars().next() {
            Some(first) if first.is_uppercase() => TokenKind::Capitalized,
            Some(first) if first.is_numeric() => TokenKind::Number,
            _ => TokenKind::Word,
        }
    }
}
