//! Neighbour lists from an inverted index, exact above a floor: [`NeighborSearch`].

use std::ops::Range;

use super::factor::{Far, PairFactor};
use super::far_index::FarIndex;
use super::inverted_index::{Block, InvertedIndex, Share, power_above};
use super::rows::{Row, Rows};
use super::sparse_graph::NeighborGraph;
use crate::parallel::{map_ranges, map_slice};
use crate::vector::{SparseMatrix, SparseRow};

/// Rows in one block of the index: their sums (64 KiB) stay in the second-level cache while a query passes.
const BLOCK: usize = if cfg!(test) { 16 } else { 16_384 };
/// Queries that one task looks up, at least and at most: the more, the more of a block's lists it finds in the cache.
const QUERIES: (usize, usize) = (256, 2048);
/// Tasks that there are enough of for any number of cores.
const TASKS: usize = 64;
/// A look at a whole row costs about as much as so many postings.
const PER_LOOK: usize = 8;
/// What rounding may take from a sum.
pub(super) const SLACK: f32 = 0.999;

/// An inverted index over the rows of a matrix, for finding all pairs whose dot product reaches a floor.
///
/// Terms are numbered from the most common, so each row begins with what says least. Of its beginning a part much shorter
/// than the floor is not indexed: by Cauchy and Schwarz no row of length 1 or less reaches the floor with that part alone
/// (prefix filtering, Bayardo et al. 2007; the norms as in L2AP, Anastasiu and Karypis 2014). A query goes from its rarest
/// term to its most common one and lets a row in where the lengths of both up to that term could make a neighbour; later
/// terms only add to the rows let in. Of these it drops each whose sum cannot reach the floor with the longest that the
/// rest may add, and computes the others in full. Each pair is looked up once.
///
/// Rows that are known to be far from a query (see [`PairFactor::far`]) are looked up for its rarest terms only, in an
/// index of the rarest terms of all rows: rows in order of time make a dated stream cost little more than its length.
///
/// Building it is linear in the entries. A search costs, for every term, the rows that have it times the rows that have
/// it indexed: a third of the sum of df² for headlines and a floor of 0.3, measured.
#[derive(Debug)]
pub struct NeighborSearch<'m> {
    matrix: &'m SparseMatrix,
    floor: f32,
    limit: usize,
    index: InvertedIndex,
    lengths: Vec<Lengths>,
}

/// How long a row is below each power of 2 of its terms, in steps of 1 / 255, rounded up.
#[derive(Debug, Clone, Copy)]
struct Lengths([u8; 32]);

impl Lengths {
    #[allow(clippy::cast_sign_loss, reason = "lengths are not negative")]
    fn of(row: SparseRow<'_>) -> Self {
        let step = |square: f32| (square.sqrt() * 255.0).ceil() as u8;
        let (mut lengths, mut square, mut power) = ([0; 32], 0.0_f32, 0);
        for (term, weight) in row.iter() {
            let above = (power_above(term.index()) as usize).min(32);
            lengths[power..above].fill(step(square));
            power = above;
            square += weight * weight;
        }
        lengths[power..].fill(step(square));
        Self(lengths)
    }

    /// The length of the terms below 2 to this power.
    fn below(&self, power: u32) -> f32 {
        self.0.get(power as usize).map_or(1.0, |&steps| f32::from(steps) * (1.0 / 255.0))
    }
}

/// What a task needs for its queries, made once.
struct Scratch {
    /// What each row of a block has in common with the query, as far as it is known; 0 for a row that is not let in.
    sums: Vec<f32>,
    /// The rows let in.
    touched: Vec<u16>,
    /// Where the postings of the query's terms are, from the rarest.
    lists: Vec<Range<u32>>,
}

impl<'m> NeighborSearch<'m> {
    /// Indexes a matrix of non-negative weights, its rows no longer than 1, for similarities of at least `floor`
    /// (above 0).
    #[must_use]
    pub fn new(matrix: &'m SparseMatrix, floor: f32) -> Self {
        let lengths =
            map_ranges(matrix.rows(), 4096, |rows| rows.map(|row| Lengths::of(matrix.row(row))).collect::<Vec<_>>());
        let index = InvertedIndex::new(matrix, BLOCK, floor * SLACK);
        Self { matrix, floor, limit: usize::MAX, index, lengths: lengths.concat() }
    }

    /// Of the neighbours of a row that come before it, keeps only the `limit` nearest (of equally near ones the last).
    /// Default no limit. It bounds memory: a graph has at most `limit` edges a row. Raising it keeps more of the weak ones.
    #[must_use]
    pub fn with_limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// Number of rows indexed.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.matrix.rows()
    }

    /// All pairs of different rows whose dot product times `factor` is at least the floor, as an undirected graph.
    ///
    /// Similarities are at most 1. The same result on any number of threads: a pair's products are added in the order of
    /// the terms.
    #[must_use]
    pub fn graph(&self, factor: &impl PairFactor) -> NeighborGraph {
        NeighborGraph::from_lower(&self.lower(factor))
    }

    /// The neighbours of each row among those before it, ascending; in parts.
    pub(super) fn lower(&self, factor: &impl PairFactor) -> Vec<Rows> {
        let far = self.far_index(factor);
        map_ranges(self.rows(), (self.rows() / TASKS).clamp(QUERIES.0, QUERIES.1), |range| {
            self.look_up(&range, factor, far.as_ref())
        })
    }

    /// The same of a few rows.
    pub(super) fn lower_of(&self, rows: &[usize], factor: &impl PairFactor) -> Vec<Row> {
        let far = self.far_index(factor);
        map_slice(rows, |&row| self.look_up(&(row..row + 1), factor, far.as_ref()).row(0).to_vec())
    }

    /// An index for rows that are far from others, where there are any.
    fn far_index(&self, factor: &impl PairFactor) -> Option<FarIndex> {
        let most = |far: &Far| if far.rows().is_empty() { 0.0 } else { far.most() };
        let most = (0..self.rows()).map(|row| most(&factor.far(row))).fold(0.0, f32::max);
        (most > 0.0).then(|| FarIndex::new(self.matrix, self.floor * SLACK / most))
    }

    /// The neighbours of each query among the rows before it, ascending.
    fn look_up(&self, queries: &Range<usize>, factor: &impl PairFactor, index: Option<&FarIndex>) -> Rows {
        let mut rows: Vec<Row> = vec![Row::new(); queries.len()];
        let mut scratch = Scratch { sums: vec![0.0; BLOCK.min(self.rows())], touched: Vec::new(), lists: Vec::new() };
        let mut candidates = Vec::new();
        let far: Vec<Far> = queries.clone().map(|query| factor.far(query)).collect();
        if let Some(index) = index {
            for ((found, query), far) in rows.iter_mut().zip(queries.clone()).zip(&far) {
                self.meet_far(query, index, far, factor, &mut candidates, found);
            }
        }
        for block in &self.index.blocks {
            let all = block.rows();
            for ((found, query), far) in rows.iter_mut().zip(queries.clone()).zip(&far) {
                let others = all.start.max(far.rows().end)..all.end.min(query);
                if !others.is_empty() {
                    self.meet(query, block, &others, factor, &mut scratch, found);
                }
                if found.len() / 2 > self.limit {
                    nearest(found, self.limit);
                }
            }
        }
        Rows::of(rows, |mut row, all| {
            nearest(&mut row, self.limit);
            row.sort_unstable_by_key(|&(other, _)| other);
            all.append(&mut row);
        })
    }

    /// Adds the neighbours of a query among the rows that are far from it.
    fn meet_far(
        &self,
        query: usize,
        index: &FarIndex,
        far: &Far,
        factor: &impl PairFactor,
        candidates: &mut Vec<u32>,
        found: &mut Row,
    ) {
        let least = self.floor * SLACK / far.most();
        index.candidates(self.matrix.row(query), &far.rows(), least, candidates);
        for &row in &*candidates {
            self.compare(query, row as usize, 1.0, factor, found);
        }
    }

    /// Adds a pair that has at most `bound` in common, if it is one.
    fn compare(&self, query: usize, other: usize, bound: f32, factor: &impl PairFactor, found: &mut Row) {
        let factor = factor.of(query, other);
        if bound * factor < self.floor * SLACK {
            return;
        }
        let similarity = similarity(self.matrix, query, other, factor);
        if similarity >= self.floor {
            found.push((other as u32, similarity));
        }
    }

    /// Adds the neighbours of a query among some rows of a block.
    fn meet(
        &self,
        query: usize,
        block: &Block,
        others: &Range<usize>,
        factor: &impl PairFactor,
        scratch: &mut Scratch,
        found: &mut Row,
    ) {
        let Scratch { sums, touched, lists } = scratch;
        let own = self.matrix.row(query);
        let least = self.floor * SLACK;
        let (mut left, mut power) = (0.0, 0);
        // From the rarest term: what two rows have in common is no more than their lengths up to the rarest term that
        // both have, so a row that is first met where these are short is left alone.
        let mut square: f64 = own.weights().iter().map(|&weight| f64::from(weight).powi(2)).sum();
        // All at once: each place is somewhere else in the memory, and none waits for another.
        lists.clear();
        lists.extend(own.terms().iter().rev().map(|term| block.list(term.index())));
        for ((term, weight), list) in own.iter().rev().zip(lists) {
            let length = square.sqrt() as f32;
            let reach = Share::at_most(least / length);
            let postings = block.between(list, others);
            if reach.is_none() && postings.len() > touched.len() * PER_LOOK {
                (left, power) = (length, power_above(term.index()));
                break;
            }
            for posting in postings {
                let sum = &mut sums[usize::from(posting.row)];
                if *sum > 0.0 {
                    *sum += weight * posting.weight;
                } else if reach.is_some_and(|reach| posting.reach >= reach) {
                    *sum = weight * posting.weight;
                    touched.push(posting.row);
                }
            }
            square = (square - f64::from(weight).powi(2)).max(0.0);
        }
        let own_lengths = self.lengths[query];
        for local in touched.drain(..) {
            let sum = std::mem::take(&mut sums[usize::from(local)]);
            let other = block.rows().start + usize::from(local);
            let rest = self.index.rest(other);
            let mut bound = sum + rest.norm * own_lengths.below(rest.power);
            // The lengths of the other are not in the cache: only where they can tell something.
            if left > 0.0 && bound + left >= least {
                bound += left * self.lengths[other].below(power);
            }
            if bound < least {
                continue;
            }
            self.compare(query, other, bound, factor, found);
        }
    }
}

/// The dot product of two rows times a factor; no more than 1, whatever rounding makes of it.
pub(super) fn similarity(matrix: &SparseMatrix, a: usize, b: usize, factor: f32) -> f32 {
    (matrix.row(a).dot(matrix.row(b)) * factor).min(1.0)
}

/// Keeps the nearest; of equally near ones the last.
pub(super) fn nearest(row: &mut Row, limit: usize) {
    if row.len() > limit {
        row.select_nth_unstable_by(limit, |a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
        row.truncate(limit);
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
    fn naive(matrix: &SparseMatrix, floor: f32, factor: &impl PairFactor) -> NeighborGraph {
        NeighborGraph::from_rows((0..matrix.rows()).map(|a| {
            (0..matrix.rows())
                .filter(|&b| a != b)
                .map(|b| (b as u32, (matrix.row(a).dot(matrix.row(b)) * factor.of(a, b)).min(1.0)))
                .filter(|&(_, similarity)| similarity >= floor)
                .collect()
        }))
    }

    /// Rows further apart than 8 are less near, and those beyond 30 not at all.
    struct Distance;

    impl PairFactor for Distance {
        fn of(&self, a: usize, b: usize) -> f32 {
            let by_parity = if (a + b) % 3 == 0 { 0.5 } else { 1.0 };
            by_parity
                * match a.abs_diff(b) {
                    0..=8 => 1.0,
                    9..=30 => 0.4,
                    _ => 0.0,
                }
        }

        fn far(&self, row: usize) -> Far {
            Far::new(row.saturating_sub(30)..row.saturating_sub(8), 0.4)
        }
    }

    proptest! {
        /// Few terms and few weights: ties and duplicates are the rule.
        #[test]
        fn the_index_finds_what_every_pair_finds(
            rows in prop::collection::vec(prop::collection::vec((0_u32..12, 1_u32..3), 0..6), 0..60),
            floor in 0.05_f32..0.9,
            lengths in prop::collection::vec(prop::sample::select(vec![0.0_f32, 0.3, 0.6, 1.0]), 60),
        ) {
            let rows: Vec<Vec<(u32, f32)>> =
                rows.iter().map(|row| row.iter().map(|&(term, weight)| (term, weight as f32)).collect()).collect();
            let matrix = matrix(&rows).times(&lengths);
            let search = NeighborSearch::new(&matrix, floor);
            prop_assert_eq!(search.graph(&Distance), naive(&matrix, floor, &Distance));
            let any = |_, _| 1.0;
            prop_assert_eq!(search.graph(&any), naive(&matrix, floor, &any));
        }
    }

    #[test]
    fn a_limit_keeps_the_nearest_and_of_equals_the_last() {
        let rows: Vec<Vec<(u32, f32)>> =
            (0..90).map(|row| vec![(0, 1.0), (1 + row, if row < 2 { 0.1 } else { 1.0 })]).collect();
        let matrix = matrix(&rows);
        let graph = NeighborSearch::new(&matrix, 0.2).with_limit(3).graph(&|_, _| 1.0);
        let before =
            |row: usize| graph.neighbors(row).map(|(other, _)| other).filter(|&other| other < row).collect::<Vec<_>>();
        assert_eq!(before(3), [0, 1, 2]);
        assert_eq!(before(4), [0, 1, 3]);
        assert_eq!(before(80), [0, 1, 79]);
        assert!(graph.entries() <= 2 * 3 * 90);
    }

    #[test]
    fn blocks_do_not_show() {
        let rows: Vec<Vec<(u32, f32)>> =
            (0..BLOCK as u32 * 3 + 8).map(|row| vec![(row % 20, 1.0), (20 + row / 2, 2.0)]).collect();
        let matrix = matrix(&rows);
        let search = NeighborSearch::new(&matrix, 0.1);
        let found = search.graph(&|_, _| 1.0);
        for query in [0, 1, BLOCK - 1, BLOCK, 3 * BLOCK + 7] {
            let expected: Vec<usize> = (0..rows.len())
                .filter(|&other| other != query && matrix.row(query).dot(matrix.row(other)) >= 0.1)
                .collect();
            assert_eq!(found.neighbors(query).map(|(other, _)| other).collect::<Vec<_>>(), expected);
        }
    }
}
