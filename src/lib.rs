//! Groups headlines about the same event into one story, and says what the story is.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod article;
mod clustering;
mod error;
mod evaluate;
mod grouper;
mod parallel;

pub mod cluster;
pub mod graph;
pub mod story;
pub mod text;
pub mod vector;

pub use article::{Article, ArticleId, Bias, Timestamp};
pub use clustering::Clustering;
pub use error::Error;
pub use evaluate::{Agreement, evaluate};
pub use grouper::{Grouper, GrouperBuilder, group};
pub use story::Story;
