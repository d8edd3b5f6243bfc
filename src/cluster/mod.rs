//! "Which of them are one story?": linkage on the neighbour graph.
//!
//! The graph may be your own, such as that of embeddings: pairs with their cosine. The threshold goes with it, as cosines of
//! embeddings are larger than those of words.
//!
//! ```
//! use samestory::cluster::{Constraints, Linkage};
//! use samestory::graph::NeighborGraph;
//!
//! let embeddings: [[f32; 2]; 4] = [[1.0, 0.0], [0.8, 0.6], [0.0, 1.0], [0.96, 0.28]];
//! let cosine = |a: usize, b: usize| embeddings[a].iter().zip(embeddings[b]).map(|(x, y)| x * y).sum::<f32>();
//! let pairs = (0..4).flat_map(|a| (0..a).map(move |b| (a, b)));
//! let edges = pairs.map(|(a, b)| (a, b, cosine(a, b).clamp(0.0, 1.0)));
//! let graph = NeighborGraph::from_edges(4, edges)?;
//!
//! let mut linkage = Linkage::default();
//! linkage.threshold = 0.5;
//! let labels = linkage.cluster(&graph, &[], &Constraints::new()).labels();
//! assert_eq!(labels, [0, 0, 1, 0]);
//! # Ok::<(), samestory::Error>(())
//! ```

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
