//! "Which of them are one story?": linkage on the neighbour graph.

mod adoption;
mod constraints;
mod dendrogram;
mod detail;
mod linkage;
mod links;
#[cfg(test)]
mod naive;
mod reweight;

pub use constraints::Constraints;
pub use dendrogram::{Dendrogram, Merge};
pub use detail::detail;
pub use linkage::Linkage;
pub use reweight::cluster_document_frequency;
