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
//! # A stream
//!
//! Whenever articles come in, group those of the last days anew. A [`StoryId`](story::StoryId) names a set of articles; for
//! names that stay while a story grows, give each story the name that most of its articles had:
//!
//! ```
//! use std::collections::{BTreeMap, BTreeSet, HashMap};
//! use samestory::{Article, ArticleId, Story, group};
//!
//! /// A name for each story; `names` has those of the articles, before and after.
//! fn named(stories: &[Story], names: &mut HashMap<ArticleId, usize>) -> Vec<usize> {
//!     let mut next = names.values().max().map_or(0, |last| last + 1);
//!     let mut taken = BTreeSet::new();
//!     let mut name = |story: &Story| {
//!         let mut held = BTreeMap::new();
//!         for name in story.articles.iter().filter_map(|member| names.get(&member.id)) {
//!             *held.entry(*name).or_insert(0) += 1;
//!         }
//!         let most = held.into_iter().filter(|(name, _)| !taken.contains(name)).max_by_key(|&(_, articles)| articles);
//!         let name = most.map_or(next, |(name, _)| name);
//!         next = next.max(name + 1);
//!         taken.insert(name);
//!         names.extend(story.articles.iter().map(|member| (member.id.clone(), name)));
//!         name
//!     };
//!     stories.iter().map(&mut name).collect()
//! }
//!
//! let mut articles = vec![
//!     Article::new("1", "Strong earthquake shakes Port Sorrel, dozens hurt"),
//!     Article::new("2", "Central bank of Tarvania holds rates"),
//! ];
//! let mut names = HashMap::new();
//! let before = named(&group(&articles)?, &mut names);
//! articles.push(Article::new("3", "Dozens hurt as strong earthquake hits Port Sorrel"));
//! let stories = group(&articles)?;
//! let after = named(&stories, &mut names);
//! assert_eq!(stories[0].coverage.articles, 2);
//! assert_eq!((after.len(), names[&ArticleId::from("1")]), (2, after[0]));
//! assert!(before.contains(&after[0]) && before.contains(&after[1]));
//! # Ok::<(), samestory::Error>(())
//! ```
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
mod named;
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
