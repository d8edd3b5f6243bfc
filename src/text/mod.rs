//! "What are the words?": from text to tokens that remember where they stand.

mod common_words;
mod counted;
mod cutoff;
mod ending;
mod headline;
mod house_style;
mod language;
mod markup;
mod normalize;
mod outlet;
mod pieces;
mod script;
mod segment;
mod sentence;
mod series;
mod stop_words;
mod tags;
mod tokenizer;
mod word_map;

pub use common_words::{has_common_words, is_common};
pub(crate) use counted::Counted;
pub use headline::Headline;
pub use house_style::HouseStyle;
pub use language::Language;
pub(crate) use markup::reference;
pub use normalize::normalize;
pub(crate) use script::{is_letter, is_letter_or_number};
pub use segment::{Span, words};
pub use sentence::{is_complete_sentence, sentences};
pub use series::instalments;
pub(crate) use series::{HeadlineWord, instalments_by, is_variable};
pub use tags::{HeadlineTag, HeadlineTags};
pub use tokenizer::{Token, TokenKind, Tokenizer};
pub(crate) use word_map::WordMap;
