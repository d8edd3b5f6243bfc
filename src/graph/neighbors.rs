//! Neighbour lists from an inverted index, exact above a floor: [`NeighborSearch`].

use super::sparse_graph::NeighborGraph;
use crate::parallel::map_ranges;
use crate::vector::{SparseMatrix, SparseRow};

/// Rows in one block of the index: their sums (128 KiB) stay in the second-level cache while a query passes.
const BLOCK: usize = 32_768;
/// Queries that one task looks up.
const QUERIES: usize = 256;
/// What rounding may take from a sum.
const SLACK: f32 = 0.999;

/// An inverted index over the rows of a matrix, for finding all pairs whose dot product reaches a floor.
///
/// Terms are numbered from the most common, so each row begins with what says least. As much of its beginning as stays
/// below the floor in length is not indexed: by Cauchy and Schwarz no row of length 1 reaches the floor with that part
/// alone (prefix filtering, Bayardo et al. 2007; the norms as in L2AP, Anastasiu and Karypis 2014). A query adds up the
/// products of the indexed parts, drops each row whose sum cannot reach the floor with the longest that the rest may
/// add, and computes the others in full. Each pair is looked up once.
///
/// Building it is linear in the entries. A search costs, for every term, the rows that have it times the rows that have
/// it indexed: a third of the sum of df² for headlines and a floor of 0.3, measured.
#[derive(Debug)]
pub struct NeighborSearch<'m> {
    matrix: &'m SparseMatrix,
    floor: f32,
    blocks: Vec<Block>,
    rests: Vec<Rest>,
}

/// The part of a row that is not indexed.
#[derive(Debug, Clone, Copy, Default)]
struct Rest {
    norm: f32,
    /// Its terms are numbered below 2 to this power.
    power: u32,
}

/// The postings of some consecutive rows.
#[derive(Debug)]
struct Block {
    first: usize,
    /// Where the postings of each term start, and of the last one end.
    starts: Vec<u32>,
    /// Row within the block, weight; ascending by row.
    postings: Vec<(u32, f32)>,
}

impl Rest {
    /// The rest of a row, and the entries before the indexed ones.
    fn of(row: SparseRow<'_>, floor: f32) -> (Self, usize) {
        let limit = (floor * SLACK).powi(2);
        let (mut sum, mut length, mut power) = (0.0, 0, 0);
        for (term, weight) in row.iter() {
            if sum + weight * weight >= limit {
                break;
            }
            sum += weight * weight;
            length += 1;
            power = usize::BITS - term.index().leading_zeros();
        }
        (Self { norm: sum.sqrt(), power }, length)
    }
}

impl Block {
    fn new(matrix: &SparseMatrix, rows: std::ops::Range<usize>, terms: usize, floor: f32) -> (Self, Vec<Rest>) {
        let (rests, skips): (Vec<Rest>, Vec<usize>) = rows.clone().map(|row| Rest::of(matrix.row(row), floor)).unzip();
        let indexed = |local: usize| matrix.row(rows.start + local).iter().skip(skips[local]);
        let mut starts = vec![0_u32; terms + 1];
        for (term, _) in (0..rows.len()).flat_map(indexed) {
            starts[term.index() + 1] += 1;
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); starts[terms] as usize];
        for local in 0..rows.len() {
            for (term, weight) in indexed(local) {
                let at = &mut next[term.index()];
                postings[*at as usize] = (local as u32, weight);
                *at += 1;
            }
        }
        (Self { first: rows.start, starts, postings }, rests)
    }

    fn of(&self, term: usize) -> &[(u32, f32)] {
        &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize]
    }
}

/// The length of the part of a row whose terms are numbered below each power of 2.
fn norms_below(row: SparseRow<'_>) -> [f32; 33] {
    let mut norms = [0.0; 33];
    let (mut sum, mut power) = (0.0_f32, 0);
    for (term, weight) in row.iter() {
        while term.index() >> power > 0 {
            norms[power] = sum.sqrt();
            power += 1;
        }
        sum += weight * weight;
    }
    norms[power..].fill(sum.sqrt());
    norms
}

impl<'m> NeighborSearch<'m> {
    /// Indexes a matrix of non-negative weights, its rows no longer than 1, for similarities of at least `floor`
    /// (above 0).
    #[must_use]
    pub fn new(matrix: &'m SparseMatrix, floor: f32) -> Self {
        let terms = matrix.width();
        let built = map_ranges(matrix.rows(), BLOCK, |rows| Block::new(matrix, rows, terms, floor));
        let (blocks, rests): (Vec<Block>, Vec<Vec<Rest>>) = built.into_iter().unzip();
        Self { matrix, floor, blocks, rests: rests.concat() }
    }

    /// Number of rows indexed.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.matrix.rows()
    }

    /// All pairs of different rows whose dot product times `factor` is at least the floor, as an undirected graph.
    ///
    /// `factor` gets two rows, must be symmetric and in [0, 1]. Similarities are at most 1. The same result on any number
    /// of threads: a pair's products are added in the order of the terms.
    #[must_use]
    pub fn graph(&self, factor: impl Fn(usize, usize) -> f32 + Sync + Send) -> NeighborGraph {
        let lower = map_ranges(self.rows(), QUERIES, |range| self.look_up(&range, |query| query, &factor));
        NeighborGraph::from_lower(&lower.concat())
    }

    /// Neighbours of some rows only: row `k` of the result belongs to `queries[k]`.
    #[must_use]
    pub fn neighbors_of(&self, queries: &[usize], factor: impl Fn(usize, usize) -> f32 + Sync + Send) -> NeighborGraph {
        let rows = map_ranges(queries.len(), QUERIES, |range| {
            self.look_up(&range.map(|at| queries[at]), |_| usize::MAX, &factor)
        });
        NeighborGraph::from_rows(rows.into_iter().flatten())
    }

    /// The neighbours of each query among the rows before its limit, ascending.
    fn look_up(
        &self,
        queries: &(impl Iterator<Item = usize> + Clone),
        limit: impl Fn(usize) -> usize,
        factor: &impl Fn(usize, usize) -> f32,
    ) -> Vec<Vec<(u32, f32)>> {
        let mut rows: Vec<Vec<(u32, f32)>> = queries.clone().map(|_| Vec::new()).collect();
        let below: Vec<[f32; 33]> = queries.clone().map(|query| norms_below(self.matrix.row(query))).collect();
        let mut sums = vec![0.0_f32; BLOCK.min(self.rows())];
        let mut touched: Vec<u32> = Vec::new();
        for block in &self.blocks {
            for ((row, below), query) in rows.iter_mut().zip(&below).zip(queries.clone()) {
                let limit = limit(query).saturating_sub(block.first).min(BLOCK) as u32;
                if limit == 0 {
                    continue;
                }
                let own = self.matrix.row(query);
                for (term, weight) in own.iter() {
                    for &(local, other) in block.of(term.index()) {
                        if local >= limit {
                            break;
                        }
                        let sum = &mut sums[local as usize];
                        if *sum == 0.0 {
                            touched.push(local);
                        }
                        *sum += weight * other;
                    }
                }
                let found = row.len();
                for local in touched.drain(..) {
                    let sum = std::mem::take(&mut sums[local as usize]);
                    let other = block.first + local as usize;
                    let rest = self.rests[other];
                    if sum + rest.norm * below[rest.power as usize] < self.floor * SLACK || other == query {
                        continue;
                    }
                    let similarity = (own.dot(self.matrix.row(other)) * factor(query, other)).min(1.0);
                    if similarity >= self.floor {
                        row.push((other as u32, similarity));
                    }
                }
                row[found..].sort_unstable_by_key(|&(other, _)| other);
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
            let search = NeighborSearch::new(&matrix, floor);
            prop_assert_eq!(search.graph(factor), naive(&matrix, floor, factor));
        }
    }

    #[test]
    fn blocks_do_not_show() {
        let rows: Vec<Vec<(u32, f32)>> =
            (0..BLOCK as u32 + 40).map(|row| vec![(row % 5_000, 1.0), (5_000 + row / 2, 2.0)]).collect();
        let matrix = matrix(&rows);
        let search = NeighborSearch::new(&matrix, 0.1);
        let queries = [0, 1, BLOCK - 1, BLOCK, BLOCK + 39];
        let found = search.neighbors_of(&queries, |_, _| 1.0);
        for (at, &query) in queries.iter().enumerate() {
            let expected: Vec<usize> = (0..rows.len())
                .filter(|&other| other != query && matrix.row(query).dot(matrix.row(other)) >= 0.1)
                .collect();
            assert_eq!(found.neighbors(at).map(|(other, _)| other).collect::<Vec<_>>(), expected);
        }
    }
}
