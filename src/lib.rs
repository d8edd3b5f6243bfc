//! Groups headlines about the same event into one story, and says what the story is: a representative title, a summary,
//! key points with their sources, keywords, and who covered it.
//!
//! Words only: no model files, no network. Deterministic: the same articles give the same stories byte for byte, on any
//! number of threads and in any order. Explained: [`Clustering::explain`] says why two articles are in one story.
//!
//! ```
//! use samestory::{Article, group};
//!
//! let articles = [
//!     Article::new("1", "Strong earthquake shakes Port Sorrel, dozens hurt").with_source("harbourpost.example"),
//!     Article::new("2", "Dozens hurt as strong earthquake hits Port Sorrel").with_source("wire.example"),
//!     Article::new("3", "Central bank of Tarvania holds rates").with_source("ledger.example"),
//! ];
//! let stories = group(&articles)?;
//! assert_eq!(stories.len(), 2);
//! assert_eq!(stories[0].coverage.publishers, 2);
//! # Ok::<(), samestory::Error>(())
//! ```
//!
//! Where to start:
//!
//! - [`group`]: stories with defaults. [`Grouper`]: the same with knobs, constraints and a table of sources.
//! - [`Clustering`]: the partition alone, `explain`, sub-events, related stories.
//! - The stages, each usable alone: [`text`] (tokens), [`vector`] (TF-IDF), [`graph`] (neighbours), [`cluster`]
//!   (linkage), [`story`] (titles, key points, coverage).
//! - [`evaluate()`]: how well a partition agrees with labels of your own.
//!
//! Features, both on by default: `serde` (all data types, times as RFC 3339) and `parallel` (all cores, through rayon).
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod article;
mod clustering;
mod error;
mod evaluate;
mod grouper;
mod parallel;
mod pipeline;

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
