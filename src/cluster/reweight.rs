//! Cluster-level document frequency: how many events a term is about, instead of how many articles use it.

use std::ops::Range;

use crate::parallel::map_chunks;
use crate::vector::SparseMatrix;

/// Terms that the first task takes; the next one as many, and then each twice as many as the one before. No influence on
/// the result.
const TERMS: usize = 64;

/// Over how many clusters each term spreads: the perplexity `exp(H)` of its distribution over clusters, from 1 (all of
/// its articles are in one cluster) to the number of clusters. 0 for a term that no row has.
///
/// Inverse document frequency punishes exactly the words that name a big story: said in 300 articles, they look common.
/// Counted by events they are rare. `labels` holds the cluster of each row, numbered from 0; rows beyond it are left
/// out. Costs the entries, times the logarithm of a term's rows, and the rows times that of the terms squared.
#[must_use]
pub fn cluster_document_frequency(matrix: &SparseMatrix, labels: &[usize]) -> Vec<f32> {
    let terms = matrix.width();
    let rows = labels.len().min(matrix.rows());
    // The lists of a range of terms are made and read by one task.
    let spread = |terms: &Range<usize>| -> Vec<f32> {
        let within = |row: usize| {
            let own = matrix.row(row).terms();
            let from = own.partition_point(|term| term.index() < terms.start);
            own[from..].iter().map(|term| term.index()).take_while(|&term| term < terms.end)
        };
        let mut ends = vec![0_usize; terms.len() + 1];
        for term in (0..rows).flat_map(within) {
            ends[term - terms.start + 1] += 1;
        }
        for term in 0..terms.len() {
            ends[term + 1] += ends[term];
        }
        let mut clusters = vec![0_u32; ends[terms.len()]];
        for (row, &label) in labels.iter().enumerate().take(rows) {
            for term in within(row) {
                let at = &mut ends[term - terms.start];
                clusters[*at] = label as u32;
                *at += 1;
            }
        }
        // By now each list ends where the next one began.
        let mut start = 0;
        let spread = ends.iter().take(terms.len()).map(|&end| {
            let own = &mut clusters[start..end];
            start = end;
            own.sort_unstable();
            perplexity(own)
        });
        spread.collect()
    };
    map_chunks(&ranges(terms), 1, |ranges| ranges.iter().flat_map(spread).collect::<Vec<f32>>()).concat()
}

/// Ranges of terms with about as many entries each: the first ones are in most rows (Zipf).
fn ranges(terms: usize) -> Vec<Range<usize>> {
    let ends = (0..).map(|step| TERMS << step).take_while(|&end| end < terms).chain([terms]);
    let mut start = 0;
    ends.map(|end| std::mem::replace(&mut start, end)..end).collect()
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
    use proptest::prelude::*;

    use super::*;
    use crate::vector::{SparseVector, TermId};

    proptest! {
        /// More terms than the first task takes, and the last of a task among them.
        #[test]
        fn lists_of_a_range_are_those_of_all(
            rows in prop::collection::vec(prop::collection::btree_set(0_u32..5 * TERMS as u32, 0..30), 0..20),
            labels in prop::collection::vec(0_usize..4, 0..25),
        ) {
            let mut matrix = SparseMatrix::default();
            for row in &rows {
                let pairs = row.iter().map(|&term| (TermId(term), 1.0)).collect();
                matrix.push(SparseVector::from_pairs(pairs).as_row());
            }
            let naive = |term: u32| {
                let held = rows.iter().zip(&labels).filter(|(row, _)| row.contains(&term)).map(|(_, &label)| label as u32);
                let mut held: Vec<u32> = held.collect();
                held.sort_unstable();
                perplexity(&held)
            };
            let expected: Vec<f32> = (0..matrix.width() as u32).map(naive).collect();
            prop_assert_eq!(cluster_document_frequency(&matrix, &labels), expected);
        }
    }

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
