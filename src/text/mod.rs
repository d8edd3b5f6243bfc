//! "What are the words?": from text to tokens that remember where they stand.

mod language;
mod normalize;
mod segment;
mod tokenizer;

pub use language::Language;
pub use normalize::normalize;
pub use segment::{Span, sentences, words};
pub use tokenizer::{Token, TokenKind, Tokenizer};
