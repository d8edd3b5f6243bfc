//! Which rows have a term: postings in blocks, without the common beginning of each row.

use std::ops::Range;

use crate::parallel::map_ranges;
use crate::vector::{SparseMatrix, SparseRow};

/// How long the part of a row that is not indexed may be, as a share of what makes a neighbour. Up to 1 nothing is
/// missed; the longer it is the fewer rows are met, and the less is known of those.
const SHARE: f32 = 0.9;

/// The rows that have each term, in blocks of rows, but for the beginning of each row that alone makes no neighbour.
#[derive(Debug)]
pub(super) struct InvertedIndex {
    pub(super) blocks: Vec<Block>,
    /// What is not indexed of each row.
    rests: Vec<Rest>,
}

/// The common beginning of a row. Eight bytes: it is looked at for every row that is met.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rest {
    pub(super) norm: f32,
    /// Its terms are numbered below 2 to this power.
    pub(super) power: u32,
}

/// The postings of some consecutive rows.
#[derive(Debug)]
pub(super) struct Block {
    rows: Range<usize>,
    /// Where the postings of each term start, and of the last one end.
    starts: Vec<u32>,
    /// Ascending by row.
    postings: Vec<Posting>,
}

/// One row that has a term. Eight bytes: reading postings is what a search spends its time on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Posting {
    pub(super) weight: f32,
    /// Row within the block.
    pub(super) row: u16,
    /// How long the row is up to this term and with it, rounded up.
    pub(super) reach: Share,
}

/// A length in [0, 1] in steps of 1 / 65535.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(u16);

#[allow(clippy::cast_sign_loss, reason = "a length is not negative")]
impl Share {
    pub(super) fn at_least(length: f32) -> Self {
        Self((length * f32::from(u16::MAX)).ceil() as u16)
    }

    /// At least the length it was made for, where it was made by [`at_least`](Self::at_least).
    pub(super) fn value(self) -> f32 {
        f32::from(self.0) * (1.0 / f32::from(u16::MAX))
    }

    /// At most that length.
    pub(super) fn value_at_most(self) -> f32 {
        f32::from(self.0.saturating_sub(1)) * (1.0 / f32::from(u16::MAX))
    }

    /// `None` above 1.
    pub(super) fn at_most(length: f32) -> Option<Self> {
        (length <= 1.0).then(|| Self((length * f32::from(u16::MAX)) as u16))
    }
}

impl Rest {
    /// The beginning of a row that has too little in common with any other to reach `floor`, and how many terms it has.
    pub(super) fn of(row: SparseRow<'_>, floor: f32) -> (Self, usize) {
        let limit = (floor * SHARE).powi(2);
        let (mut sum, mut terms, mut power) = (0.0, 0, 0);
        for (term, weight) in row.iter() {
            if sum + weight * weight >= limit {
                break;
            }
            sum += weight * weight;
            terms += 1;
            power = power_above(term.index());
        }
        (Self { norm: sum.sqrt(), power }, terms)
    }
}

/// The lowest power of 2 above a term.
pub(super) fn power_above(term: usize) -> u32 {
    usize::BITS - term.leading_zeros()
}

impl Block {
    fn new(matrix: &SparseMatrix, rows: Range<usize>, terms: usize, floor: f32) -> (Self, Vec<Rest>) {
        let (rests, skips): (Vec<Rest>, Vec<usize>) = rows.clone().map(|row| Rest::of(matrix.row(row), floor)).unzip();
        let indexed = |row: usize| matrix.row(row).iter().skip(skips[row - rows.start]);
        let mut starts = vec![0_u32; terms + 1];
        for (term, _) in rows.clone().flat_map(indexed) {
            starts[term.index() + 1] += 1;
        }
        for term in 0..terms {
            starts[term + 1] += starts[term];
        }
        let mut next = starts.clone();
        let mut postings = vec![Posting::default(); starts[terms] as usize];
        for (local, rest) in rests.iter().enumerate() {
            let mut length = rest.norm.powi(2);
            for (term, weight) in indexed(rows.start + local) {
                length += weight * weight;
                let at = &mut next[term.index()];
                postings[*at as usize] = Posting { weight, row: local as u16, reach: Share::at_least(length.sqrt()) };
                *at += 1;
            }
        }
        (Self { rows, starts, postings }, rests)
    }

    /// Its rows.
    pub(super) fn rows(&self) -> Range<usize> {
        self.rows.clone()
    }

    /// Where the postings of a term are.
    pub(super) fn list(&self, term: usize) -> Range<u32> {
        self.starts[term]..self.starts[term + 1]
    }

    /// The postings of a list for some of the block's rows.
    pub(super) fn between(&self, list: &Range<u32>, rows: &Range<usize>) -> &[Posting] {
        let mut all = &self.postings[list.start as usize..list.end as usize];
        let row = |posting: &Posting| self.rows.start + usize::from(posting.row);
        if rows.end < self.rows.end {
            all = &all[..all.partition_point(|posting| row(posting) < rows.end)];
        }
        if rows.start > self.rows.start {
            all = &all[all.partition_point(|posting| row(posting) < rows.start)..];
        }
        all
    }
}

impl InvertedIndex {
    /// Indexes rows, in blocks of at most `length` of them (at most 65,536), for similarities of at least `floor`. Linear.
    pub(super) fn new(matrix: &SparseMatrix, length: usize, floor: f32) -> Self {
        let terms = matrix.width();
        let built = map_ranges(matrix.rows(), length, |rows| Block::new(matrix, rows, terms, floor));
        let (blocks, rests): (Vec<Block>, Vec<Vec<Rest>>) = built.into_iter().unzip();
        Self { blocks, rests: rests.concat() }
    }

    /// What is not indexed of a row.
    pub(super) fn rest(&self, row: usize) -> Rest {
        self.rests[row]
    }
}
