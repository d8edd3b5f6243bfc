//! "What are the words?": from text to tokens that remember where they stand.

mod language;
mod normalize;
mod pieces;
mod script;
mod segment;
mod sentence;
mod stop_words;
mod tokenizer;

pub use language::Language;
pub use normalize::normalize;
pub use segment::{Span, words};
pub use sentence::{is_complete_sentence, sentences};
pub use tokenizer::{Token, TokenKind, Tokenizer};
