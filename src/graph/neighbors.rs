//! Neighbour lists from an inverted index, exact above a floor: [`NeighborSearch`].

use super::sparse_graph::NeighborGraph;
use crate::parallel::map_ranges;
use crate::vector::SparseMatrix;

/// Rows in one block of the index: their sums (32 KiB) stay in the first-level cache while a query passes.
const BLOCK: usize = 8192;
/// Queries that one task looks up.
const QUERIES: usize = 256;
/// Sums looked through at a time for one that reaches the floor.
const STRIDE: usize = 32;

/// An inverted index over the rows of a matrix, cut into blocks of rows.
///
/// Building it is linear in the entries. A search adds up one product for every pair of rows that share a term, once for
/// each term: the sum over terms of df², which is what it costs.
#[derive(Debug)]
pub struct NeighborSearch<'m> {
    matrix: &'m SparseMatrix,
    blocks: Vec<Block>,
}

/// The postings of some consecutive rows.
#[derive(Debug)]
struct Block {
    first: usize,
    /// Where the postings of each term start, and of the last one end.
    starts: Vec<u32>,
    /// Row within the block, weight.
    postings: Vec<(u32, f32)>,
}

impl Block {
    fn new(matrix: &SparseMatrix, rows: std::ops::Range<usize>, terms: usize) -> Self {
        let mut starts = vec![0_u32; terms + 1];
        for row in rows.clone() {
            for term in matrix.row(row).terms() {
                starts[term.index() + 1] += 1;
            }
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[terms] as usize];
        for row in rows.clone() {
            for (term, weight) in matrix.row(row).iter() {
                let at = &mut next[term.index()];
                postings[*at as usize] = ((row - rows.start) as u32, weight);
                *at += 1;
            }
        }
        Self { first: rows.start, starts, postings }
    }

    fn of(&self, term: usize) -> &[(u32, f32)] {
        &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize]
    }
}

impl<'m> NeighborSearch<'m> {
    /// Indexes a matrix of non-negative weights.
    #[must_use]
    pub fn new(matrix: &'m SparseMatrix) -> Self {
        let terms = matrix.width();
        let blocks = map_ranges(matrix.rows(), BLOCK, |rows| Block::new(matrix, rows, terms));
        Self { matrix, blocks }
    }

    /// Number of rows indexed.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.matrix.rows()
    }

    /// All pairs of different rows whose dot product times `factor` is at least `floor` (above 0), as an undirected graph.
    ///
    /// `factor` gets two rows, must be symmetric and in [0, 1]. Similarities are at most 1. The same result on any number
    /// of threads: a pair's products are added in the order of the terms.
    #[must_use]
    pub fn graph(&self, floor: f32, factor: impl Fn(usize, usize) -> f32 + Sync + Send) -> NeighborGraph {
        let rows = map_ranges(self.rows(), QUERIES, |range| self.look_up(&range, floor, &factor));
        NeighborGraph::from_rows(rows.into_iter().flatten())
    }

    /// Neighbours of some rows only: row `k` of the result belongs to `queries[k]`.
    #[must_use]
    pub fn neighbors_of(
        &self,
        queries: &[usize],
        floor: f32,
        factor: impl Fn(usize, usize) -> f32 + Sync + Send,
    ) -> NeighborGraph {
        let rows =
            map_ranges(queries.len(), QUERIES, |range| self.look_up(&range.map(|at| queries[at]), floor, &factor));
        NeighborGraph::from_rows(rows.into_iter().flatten())
    }

    fn look_up(
        &self,
        queries: &(impl Iterator<Item = usize> + Clone),
        floor: f32,
        factor: &impl Fn(usize, usize) -> f32,
    ) -> Vec<Vec<(u32, f32)>> {
        let mut rows: Vec<Vec<(u32, f32)>> = queries.clone().map(|_| Vec::new()).collect();
        let mut sums = vec![0.0_f32; BLOCK];
        for block in &self.blocks {
            for (row, query) in rows.iter_mut().zip(queries.clone()) {
                for (term, weight) in self.matrix.row(query).iter() {
                    for &(local, other) in block.of(term.index()) {
                        sums[local as usize] += weight * other;
                    }
                }
                for (stride, chunk) in sums.chunks_exact(STRIDE).enumerate() {
                    // Counted without branches: the compiler makes vector instructions of it.
                    if chunk.iter().map(|&sum| u32::from(sum >= floor)).sum::<u32>() == 0 {
                        continue;
                    }
                    for (at, &sum) in chunk.iter().enumerate().filter(|&(_, &sum)| sum >= floor) {
                        let other = block.first + stride * STRIDE + at;
                        let similarity = (sum * factor(query, other)).min(1.0);
                        if similarity >= floor && other != query {
                            row.push((other as u32, similarity));
                        }
                    }
                }
                sums.fill(0.0);
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::vector::{SparseVector, TermId};

    fn matrix(rows: &[Vec<(u32, f32)>]) -> SparseMatrix {
        let mut matrix = SparseMatrix::default();
        for row in rows {
            let pairs = row.iter().map(|&(term, weight)| (TermId(term), weight)).collect();
            matrix.push(SparseVector::from_pairs(pairs).normalized().as_row());
        }
        matrix
    }

    /// The slow, obvious version: every pair.
    fn naive(matrix: &SparseMatrix, floor: f32, factor: impl Fn(usize, usize) -> f32) -> NeighborGraph {
        NeighborGraph::from_rows((0..matrix.rows()).map(|a| {
            (0..matrix.rows())
                .filter(|&b| a != b)
                .map(|b| (b as u32, (matrix.row(a).dot(matrix.row(b)) * factor(a, b)).min(1.0)))
                .filter(|&(_, similarity)| similarity >= floor)
                .collect()
        }))
    }

    fn factor(a: usize, b: usize) -> f32 {
        if (a + b) % 3 == 0 { 0.5 } else { 1.0 }
    }

    proptest! {
        /// Few terms and few weights: ties and duplicates are the rule.
        #[test]
        fn the_index_finds_what_every_pair_finds(
            rows in prop::collection::vec(prop::collection::vec((0_u32..12, 1_u32..3), 0..6), 0..60),
            floor in 0.05_f32..0.9,
        ) {
            let rows: Vec<Vec<(u32, f32)>> =
                rows.iter().map(|row| row.iter().map(|&(term, weight)| (term, weight as f32)).collect()).collect();
            let matrix = matrix(&rows);
            let search = NeighborSearch::new(&matrix);
            prop_assert_eq!(search.graph(floor, factor), naive(&matrix, floor, factor));
        }
    }

    #[test]
    fn blocks_do_not_show() {
        let rows: Vec<Vec<(u32, f32)>> =
            (0..BLOCK as u32 + 40).map(|row| vec![(row % 5_000, 1.0), (5_000 + row / 2, 2.0)]).collect();
        let matrix = matrix(&rows);
        let search = NeighborSearch::new(&matrix);
        let queries = [0, 1, BLOCK - 1, BLOCK, BLOCK + 39];
        let found = search.neighbors_of(&queries, 0.1, |_, _| 1.0);
        for (at, &query) in queries.iter().enumerate() {
            let expected: Vec<usize> = (0..rows.len())
                .filter(|&other| other != query && matrix.row(query).dot(matrix.row(other)) >= 0.1)
                .collect();
            assert_eq!(found.neighbors(at).map(|(other, _)| other).collect::<Vec<_>>(), expected);
        }
    }
}
