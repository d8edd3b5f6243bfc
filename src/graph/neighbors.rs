//! Neighbour lists from an inverted index, exact above a floor: [`NeighborSearch`].

use std::ops::Range;

use super::factor::PairFactor;
use super::sparse_graph::NeighborGraph;
use crate::parallel::map_ranges;
use crate::vector::{SparseMatrix, SparseRow};

/// Rows in one block of the index: their sums (64 KiB) stay in the second-level cache while a query passes.
const BLOCK: usize = if cfg!(test) { 16 } else { 16_384 };
/// Queries that one task looks up.
const QUERIES: usize = 256;
/// How long the part of a row that is not looked up may be, as a share of what makes a neighbour. Up to 1 nothing is
/// missed; the longer it is the fewer rows are met, and the less is known of those.
const SHARE: f32 = 0.9;
/// A look at a whole row costs about as much as so many postings.
const PER_LOOK: usize = 32;
/// What rounding may take from a sum.
const SLACK: f32 = 0.999;

/// An inverted index over the rows of a matrix, for finding all pairs whose dot product reaches a floor.
///
/// Terms are numbered from the most common, so each row begins with what says least. Of its beginning a part much shorter
/// than the floor is not indexed: by Cauchy and Schwarz no row of length 1 or less reaches the floor with that part alone (prefix
/// filtering, Bayardo et al. 2007; the norms as in L2AP, Anastasiu and Karypis 2014). A query goes from its rarest term to
/// its most common one and lets a row in where the lengths of both up to that term could make a neighbour; later terms
/// only add to the rows let in. Of these it drops each whose sum cannot reach the floor with the longest that the rest
/// may add, and computes the others in full. Each pair is looked up once.
///
/// Where the factor of a row and a whole block is known to be low (see [`PairFactor::most`]), only the rarest terms of
/// the row are looked up there: rows in order of time make a dated stream cost little more than its length.
///
/// Building it is linear in the entries. A search costs, for every term, the rows that have it times the rows that have
/// it indexed: a third of the sum of df² for headlines and a floor of 0.3, measured.
#[derive(Debug)]
pub struct NeighborSearch<'m> {
    matrix: &'m SparseMatrix,
    floor: f32,
    limit: usize,
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
    /// Ascending by row.
    postings: Vec<Posting>,
}

/// One row that has a term. Eight bytes: reading postings is what a search spends its time on.
#[derive(Debug, Clone, Copy, Default)]
struct Posting {
    weight: f32,
    /// Row within the block.
    row: u16,
    /// How long the row is up to this term and with it, rounded up.
    reach: Share,
}

/// A length in [0, 1] in steps of 1 / 65535.
#[derive(Debug, Clone, Copy, Default, PartialEq, PartialOrd)]
struct Share(u16);

#[allow(clippy::cast_sign_loss, reason = "a length is not negative")]
impl Share {
    #[allow(clippy::cast_sign_loss, reason = "lengths are not negative")]
    fn at_least(length: f32) -> Self {
        Self((length * f32::from(u16::MAX)).ceil() as u16)
    }

    /// `None` above 1.
    #[allow(clippy::cast_sign_loss, reason = "lengths are not negative")]
    fn at_most(length: f32) -> Option<Self> {
        (length <= 1.0).then(|| Self((length * f32::from(u16::MAX)) as u16))
    }
}

impl Rest {
    /// The rest of a row, and the entries before the indexed ones.
    fn of(row: SparseRow<'_>, floor: f32) -> (Self, usize) {
        let limit = (floor * SLACK * SHARE).powi(2);
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
    fn new(matrix: &SparseMatrix, rows: Range<usize>, terms: usize, floor: f32) -> (Self, Vec<Rest>) {
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
        let mut postings = vec![Posting::default(); starts[terms] as usize];
        for (local, rest) in rests.iter().enumerate() {
            let mut length = rest.norm.powi(2);
            for (term, weight) in indexed(local) {
                length += weight * weight;
                let at = &mut next[term.index()];
                postings[*at as usize] = Posting { weight, row: local as u16, reach: Share::at_least(length.sqrt()) };
                *at += 1;
            }
        }
        (Self { first: rows.start, starts, postings }, rests)
    }

    /// The rows before `end` that have a term.
    fn before(&self, term: usize, end: usize) -> &[Posting] {
        let all = &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize];
        if end >= BLOCK { all } else { &all[..all.partition_point(|posting| usize::from(posting.row) < end)] }
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
        Self { matrix, floor, limit: usize::MAX, blocks, rests: rests.concat() }
    }

    /// Of the neighbours of a row that come before it, keeps only the `limit` nearest (of equally near ones the last).
    /// Default no limit. It bounds memory: a graph has at most `limit` edges a row.
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
        let lower = map_ranges(self.rows(), QUERIES, |range| self.look_up(&range, factor));
        NeighborGraph::from_lower(&lower.concat())
    }

    /// The neighbours of each query among the rows before it, ascending.
    fn look_up(&self, queries: &Range<usize>, factor: &impl PairFactor) -> Vec<Vec<(u32, f32)>> {
        let mut rows: Vec<Vec<(u32, f32)>> = queries.clone().map(|_| Vec::new()).collect();
        let below: Vec<[f32; 33]> = queries.clone().map(|query| norms_below(self.matrix.row(query))).collect();
        let mut sums = vec![0.0_f32; BLOCK.min(self.rows())];
        let mut touched: Vec<u16> = Vec::new();
        for block in self.blocks.iter().take_while(|block| block.first < queries.end) {
            let range = block.first..(block.first + BLOCK).min(self.rows());
            for ((row, below), query) in rows.iter_mut().zip(&below).zip(queries.clone()) {
                let end = query.saturating_sub(block.first).min(BLOCK);
                let most = if end > 0 { factor.most(query, &range) } else { 0.0 };
                if most <= 0.0 {
                    continue;
                }
                let own = self.matrix.row(query);
                // With less than this in common no factor makes a neighbour. A beginning that is shorter is left out.
                let least = self.floor * SLACK / most;
                let left_out = if most < 1.0 { Rest::of(own, least) } else { (Rest::default(), 0) };
                // From the rarest term: what two rows have in common is no more than their lengths up to the rarest term
                // that both have, so a row that is first met where these are short is left alone.
                let mut square: f64 = own.weights().iter().map(|&weight| f64::from(weight).powi(2)).sum();
                let mut left = left_out.0.norm;
                for (term, weight) in own.iter().rev().take(own.terms().len() - left_out.1) {
                    let length = square.sqrt() as f32;
                    let reach = Share::at_most(least / length);
                    let postings = block.before(term.index(), end);
                    if reach.is_none() && postings.len() > touched.len() * PER_LOOK {
                        left = length;
                        break;
                    }
                    for &Posting { weight: other, row, reach: theirs } in postings {
                        let sum = &mut sums[usize::from(row)];
                        if *sum > 0.0 {
                            *sum += weight * other;
                        } else if reach.is_some_and(|reach| theirs >= reach) {
                            *sum = weight * other;
                            touched.push(row);
                        }
                    }
                    square = (square - f64::from(weight).powi(2)).max(0.0);
                }
                for local in touched.drain(..) {
                    let sum = std::mem::take(&mut sums[usize::from(local)]);
                    let other = block.first + usize::from(local);
                    let rest = self.rests[other];
                    let bound = sum + left + rest.norm * below[rest.power as usize];
                    if bound < least {
                        continue;
                    }
                    let factor = factor.of(query, other);
                    if bound * factor < self.floor * SLACK {
                        continue;
                    }
                    let similarity = (own.dot(self.matrix.row(other)) * factor).min(1.0);
                    if similarity >= self.floor {
                        row.push((other as u32, similarity));
                    }
                }
                if row.len() / 2 > self.limit {
                    nearest(row, self.limit);
                }
            }
        }
        for row in &mut rows {
            nearest(row, self.limit);
            row.sort_unstable_by_key(|&(other, _)| other);
        }
        rows
    }
}

/// Keeps the nearest; of equally near ones the last.
fn nearest(row: &mut Vec<(u32, f32)>, limit: usize) {
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

    /// Rows at even distances are near, those further apart than 8 less so, and those beyond 30 not at all.
    struct Distance;

    impl PairFactor for Distance {
        fn of(&self, a: usize, b: usize) -> f32 {
            let by_parity = if (a + b) % 3 == 0 { 0.5 } else { 1.0 };
            by_parity * self.most(a, &(b..b + 1))
        }

        fn most(&self, a: usize, rows: &Range<usize>) -> f32 {
            match rows.start.saturating_sub(a).max(a.saturating_sub(rows.end - 1)) {
                0..=8 => 1.0,
                9..=30 => 0.4,
                _ => 0.0,
            }
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
