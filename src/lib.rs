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
//! names that stay while a story grows, give each story the name that it shares most articles with. The largest share of
//! all is served first, so that a story which comes apart leaves its name to its largest part:
//!
//! ```
//! use std::cmp::Reverse;
//! use std::collections::{BTreeMap, BTreeSet, HashMap};
//! use samestory::{Article, ArticleId, Story, group};
//!
//! /// A name for each story; `names` has those of the articles, before and after.
//! fn named(stories: &[Story], names: &mut HashMap<ArticleId, usize>) -> Vec<usize> {
//!     let mut shared = BTreeMap::new();
//!     for (at, story) in stories.iter().enumerate() {
//!         for &name in story.articles.iter().filter_map(|member| names.get(&member.id)) {
//!             *shared.entry((name, at)).or_insert(0) += 1;
//!         }
//!     }
//!     let mut shared: Vec<((usize, usize), usize)> = shared.into_iter().collect();
//!     // Of equal shares the older name comes first: the sort is stable.
//!     shared.sort_by_key(|&(_, articles)| Reverse(articles));
//!     let (mut given, mut taken) = (BTreeMap::new(), BTreeSet::new());
//!     for ((name, at), _) in shared {
//!         if !given.contains_key(&at) && taken.insert(name) {
//!             given.insert(at, name);
//!         }
//!     }
//!     let mut next = names.values().max().map_or(0, |last| last + 1);
//!     for (at, story) in stories.iter().enumerate() {
//!         let name = *given.entry(at).or_insert(next);
//!         next = next.max(name + 1);
//!         names.extend(story.articles.iter().map(|member| (member.id.clone(), name)));
//!     }
//!     given.into_values().collect()
//! }
//!
//! let mut articles = vec![
//!     Article::new("1", "Strong earthquake shakes Port Sorrel, dozens hurt"),
//!     Article::new("2", "Central bank of Tarvania holds rates"),
//!     Article::new("3", "Central bank of Tarvania leaves rates unchanged"),
//! ];
//! let mut names = HashMap::new();
//! assert_eq!(named(&group(&articles)?, &mut names), [0, 1]);
//! articles.push(Article::new("4", "Dozens hurt as strong earthquake hits Port Sorrel"));
//! articles.push(Article::new("5", "Port Sorrel: dozens hurt in strong earthquake"));
//! let stories = group(&articles)?;
//! assert_eq!(named(&stories, &mut names), [1, 0]);
//!
//! // Had the first three been one story, the larger part of it would be the bank's.
//! let mut names = HashMap::from(["1", "2", "3"].map(|id| (ArticleId::from(id), 7)));
//! assert_eq!(named(&stories, &mut names), [8, 7]);
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
