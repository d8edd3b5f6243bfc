//! "Which articles are near each other?": neighbour lists, exact above the noise of the batch.

mod context;
mod expansion;
mod factor;
mod far_index;
mod frames;
#[cfg(feature = "serde")]
mod infinite;
mod inverted_index;
mod neighbors;
mod noise;
mod row_context;
mod rows;
mod shortlist;
mod significance;
mod similarity;
mod sparse_graph;
mod topic;

pub(crate) use context::Circumstances;
pub use context::PairContext;
pub use expansion::Expansion;
pub use factor::{Far, PairFactor};
pub(crate) use frames::Frames;
pub use neighbors::NeighborSearch;
pub use noise::{NoiseFloor, NoiseProfile, Unrest};
pub use row_context::RowContext;
#[cfg(test)]
pub(crate) use rows::Rows;
pub(crate) use shortlist::Shortlist;
pub use significance::Significance;
pub use similarity::{Bond, Explanation, SharedTerm};
pub use sparse_graph::NeighborGraph;
pub(crate) use topic::Topic;
