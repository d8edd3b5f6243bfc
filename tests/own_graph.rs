//! Stages on data of one's own: edges and vectors that no article made.

use samestory::Error;
use samestory::cluster::{Constraints, Linkage};
use samestory::graph::{NeighborGraph, NeighborSearch};
use samestory::vector::{SparseMatrix, SparseVector, TermId};

#[test]
fn edges_of_ones_own_are_clustered() {
    let graph = NeighborGraph::from_edges(5, [(0, 1, 0.9), (1, 2, 0.85), (0, 2, 0.8), (2, 3, 0.1)]).unwrap();
    let dendrogram = Linkage::default().cluster(&graph, &[], &Constraints::new());
    assert_eq!(dendrogram.labels(), [0, 0, 0, 1, 2]);
    let mut apart = Constraints::new();
    apart.cannot_link(0, 1);
    let labels = Linkage::default().cluster(&graph, &[], &apart).labels();
    assert_ne!(labels[0], labels[1]);
}

#[test]
fn edges_that_are_none_are_named() {
    let cases = [
        ("an end outside", (0, 3, 0.5)),
        ("far outside", (usize::MAX, 0, 0.5)),
        ("a loop", (1, 1, 0.5)),
        ("below 0", (0, 1, -0.1)),
        ("above 1", (0, 1, 1.01)),
        ("infinite", (0, 1, f32::INFINITY)),
        ("no number", (0, 1, f32::NAN)),
    ];
    for (name, (a, b, similarity)) in cases {
        let error = NeighborGraph::from_edges(3, [(0, 1, 0.5), (a, b, similarity)]).unwrap_err();
        assert!(matches!(error, Error::Edge { ends, articles: 3, .. } if ends == (a, b)), "{name}: {error}");
    }
    let error = NeighborGraph::from_edges(3, [(0, 3, 0.5)]).unwrap_err().to_string();
    let expected = "no edge can join 0 and 3 of 3 articles with similarity 0.5: its ends must be two positions below 3, \
                    its similarity between 0 and 1";
    assert_eq!(error, expected);
    if let Ok(too_many) = usize::try_from(1_u64 << 32) {
        assert!(matches!(NeighborGraph::from_edges(too_many, []), Err(Error::TooLarge { .. })));
    }
}

#[test]
fn vectors_of_ones_own_are_searched() {
    let vector = |terms: [u32; 2]| SparseVector::from_pairs(terms.map(|term| (TermId::new(term), 1.0)).to_vec());
    let rows: Vec<SparseVector> = [[0, 1], [1, 2], [3, 4]].map(|terms| vector(terms).normalized()).to_vec();
    let rows = SparseMatrix::from(rows);
    let graph = NeighborSearch::new(&rows, 0.3).graph(&|_, _| 1.0);
    assert_eq!((graph.entries(), TermId::new(7).index()), (2, 7));
    assert!(graph.similarity(0, 1).is_some_and(|similarity| (similarity - 0.5).abs() < 1e-6));
}
