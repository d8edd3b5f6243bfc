//! Groups headlines about the same event into one story, and says what the story is.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod article;
mod error;
mod parallel;

pub mod story;
pub mod text;
pub mod vector;

pub use article::{Article, ArticleId, Bias, Timestamp};
pub use error::Error;
pub use story::Story;
