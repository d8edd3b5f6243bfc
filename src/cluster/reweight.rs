//! Cluster-level document frequency: how many events a term is about, instead of how many articles use it.

use crate::parallel::map_ranges;
use crate::vector::SparseMatrix;

/// Terms that one task takes at a time; no influence on the result. Few, as the first ones are in most rows.
const TERMS: usize = 256;

/// Over how many clusters each term spreads: the perplexity `exp(H)` of its distribution over clusters, from 1 (all of
/// its articles are in one cluster) to the number of clusters. 0 for a term that no row has.
///
/// Inverse document frequency punishes exactly the words that name a big story: said in 300 articles, they look common.
/// Counted by events they are rare. `labels` holds the cluster of each row, numbered from 0; rows beyond it are left
/// out. Costs the entries, times the logarithm of a term's rows.
#[must_use]
pub fn cluster_document_frequency(matrix: &SparseMatrix, labels: &[usize]) -> Vec<f32> {
    let terms = matrix.width();
    let rows = labels.len().min(matrix.rows());
    let mut starts = vec![0_usize; terms + 1];
    for term in (0..rows).flat_map(|row| matrix.row(row).terms()) {
        starts[term.index() + 1] += 1;
    }
    for term in 0..terms {
        starts[term + 1] += starts[term];
    }
    let mut next = starts.clone();
    let mut clusters = vec![0_u32; starts[terms]];
    for (row, &label) in labels.iter().enumerate().take(rows) {
        for term in matrix.row(row).terms() {
            clusters[next[term.index()]] = label as u32;
            next[term.index()] += 1;
        }
    }
    let spread = |range: std::ops::Range<usize>| -> Vec<f32> {
        let mut own: Vec<u32> = Vec::new();
        range
            .map(|term| {
                own.clear();
                own.extend_from_slice(&clusters[starts[term]..starts[term + 1]]);
                own.sort_unstable();
                perplexity(&own)
            })
            .collect()
    };
    map_ranges(terms, TERMS, spread).into_iter().flatten().collect()
}

/// Of sorted labels.
fn perplexity(labels: &[u32]) -> f32 {
    let total = labels.len() as f64;
    let entropy: f64 = labels
        .chunk_by(|a, b| a == b)
        .map(|run| {
            let share = run.len() as f64 / total;
            -share * share.ln()
        })
        .sum();
    if labels.is_empty() { 0.0 } else { entropy.exp() as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::{SparseVector, TermId};

    #[test]
    fn spread_is_one_for_a_term_of_one_cluster_and_all_for_an_even_term() {
        let mut matrix = SparseMatrix::default();
        for row in 0..6 {
            let terms = if row < 3 { vec![(TermId(0), 1.0), (TermId(1), 1.0)] } else { vec![(TermId(0), 1.0)] };
            matrix.push(SparseVector::from_pairs(terms).as_row());
        }
        let spread = cluster_document_frequency(&matrix, &[0, 0, 0, 1, 1, 1]);
        assert!((spread[0] - 2.0).abs() < 1e-6);
        assert!((spread[1] - 1.0).abs() < 1e-6);
        assert_eq!(cluster_document_frequency(&SparseMatrix::default(), &[]), Vec::<f32>::new());
    }
}
