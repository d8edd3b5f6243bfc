//! Which rows have a term among their rarest, over all rows: [`FarIndex`].

use std::cmp::Reverse;
use std::ops::Range;

use super::inverted_index::Share;
use crate::parallel::map_ranges;
use crate::vector::{SparseMatrix, SparseRow, TermId};

/// Bits of a signature; terms share them.
const BITS: usize = if cfg!(test) { 4 } else { 64 };
/// Rows that one task reads.
const ROWS: usize = 16_384;
/// Rows in one part of the index: about what a stream has in half the time that a far row may lie away.
const STRETCH: usize = if cfg!(test) { 16 } else { 1 << 18 };
/// Ranges of terms whose lists are filled one by one.
const LISTS: usize = 8;

/// The rows that have each term, but for the beginnings of rows that are too short for a pair that lies far apart.
///
/// What is left of such a pair's similarity is so little that only rows with much in common are neighbours. These share a
/// term from which down both are long, and of a row only its rarest terms are that: few postings for each query, wherever
/// they are, so that a list for very many rows costs less than a look into each block.
#[derive(Debug)]
pub(super) struct FarIndex {
    stretches: Vec<Stretch>,
}

/// The postings of [`STRETCH`] rows.
#[derive(Debug)]
struct Stretch {
    /// Where the postings of each term start, and of the last one end.
    starts: Vec<u32>,
    /// From the longest reach, so that a query reads no further than they are long enough.
    postings: Vec<Posting>,
}

/// Which terms a row may have: a bit for each (a Bloom filter with one hash function).
#[derive(Debug, Clone, Copy, Default)]
struct Signature(u64);

impl Signature {
    fn of(row: SparseRow<'_>) -> Self {
        Self(row.terms().iter().fold(0, |bits, &term| bits | 1 << Self::bit(term)))
    }

    fn bit(term: TermId) -> usize {
        ((term.index() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58) as usize % BITS
    }
}

/// One row that has a term.
#[derive(Debug, Clone, Copy, Default)]
struct Posting {
    row: u32,
    /// Rounded up.
    weight: Share,
    /// How long the row is up to this term and with it, rounded up.
    reach: Share,
    signature: Signature,
}

impl Posting {
    /// How long the row is up to this term and without it, at the most: the square of that.
    fn square_below(self) -> f32 {
        let (reach, weight) = (self.reach.value(), self.weight.value_at_most());
        (reach * reach - weight * weight).max(0.0)
    }
}

/// The terms of a row from which down it is long enough to have so much in common with another.
fn rarest(matrix: &SparseMatrix, row: usize, least: f32) -> impl Iterator<Item = (TermId, Posting)> {
    let floor = Share::at_most(least);
    let mut square = 0.0_f32;
    let signature = Signature::of(matrix.row(row));
    matrix.row(row).iter().filter_map(move |(term, weight)| {
        square += weight * weight;
        let reach = Share::at_least(square.sqrt());
        let is_long = floor.is_some_and(|floor| reach >= floor);
        is_long.then(|| (term, Posting { row: row as u32, weight: Share::at_least(weight), reach, signature }))
    })
}

impl Stretch {
    fn new(matrix: &SparseMatrix, rows: &Range<usize>, least: f32) -> Self {
        let first = rows.start;
        let rarest_of =
            |rows: Range<usize>| rows.flat_map(|row| rarest(matrix, first + row, least)).collect::<Vec<_>>();
        let parts = map_ranges(rows.len(), ROWS, rarest_of);
        let entries = || parts.iter().flatten();
        let mut starts = vec![0_u32; matrix.width() + 1];
        for (term, _) in entries() {
            starts[term.index() + 1] += 1;
        }
        for term in 0..matrix.width() {
            starts[term + 1] += starts[term];
        }
        // To go through all entries for each of a few ranges of terms costs less than to write all over the memory.
        let lists = map_ranges(matrix.width(), matrix.width().div_ceil(LISTS).max(1024), |terms| {
            let base = starts[terms.start];
            let mut next: Vec<u32> = starts[terms.clone()].iter().map(|start| start - base).collect();
            let mut postings = vec![Posting::default(); (starts[terms.end] - base) as usize];
            for &(term, posting) in entries().filter(|(term, _)| terms.contains(&term.index())) {
                let at = &mut next[term.index() - terms.start];
                postings[*at as usize] = posting;
                *at += 1;
            }
            for term in terms {
                let list = (starts[term] - base) as usize..(starts[term + 1] - base) as usize;
                postings[list].sort_unstable_by_key(|posting| Reverse(posting.reach));
            }
            postings
        });
        Self { starts, postings: lists.concat() }
    }

    /// The postings of a term whose rows are so long up to it.
    fn reaching(&self, term: TermId, reach: Share) -> impl Iterator<Item = &Posting> {
        let list = &self.postings[self.starts[term.index()] as usize..self.starts[term.index() + 1] as usize];
        list.iter().take_while(move |posting| posting.reach >= reach)
    }
}

impl FarIndex {
    /// Indexes rows for pairs that have at least `least` in common. Linear in the entries.
    pub(super) fn new(matrix: &SparseMatrix, least: f32) -> Self {
        let rows = matrix.rows();
        let stretch = |start: usize| Stretch::new(matrix, &(start..(start + STRETCH).min(rows)), least);
        Self { stretches: (0..rows).step_by(STRETCH).map(stretch).collect() }
    }

    /// Those of some rows that may have at least `least` in common with a query, ascending.
    ///
    /// A pair is judged by the rarest term that both have: that term's product, and by Cauchy and Schwarz no more than the
    /// lengths below it, of the query without the terms that the row certainly does not have.
    pub(super) fn candidates(&self, query: SparseRow<'_>, rows: &Range<usize>, least: f32, found: &mut Vec<u32>) {
        found.clear();
        let (mut mask, mut squares) = (0_u64, [0.0_f32; BITS]);
        for (term, weight) in query.iter() {
            let bit = Signature::bit(term);
            mask |= 1 << bit;
            squares[bit] += weight * weight;
        }
        let stretches = &self.stretches[rows.start / STRETCH..rows.end.div_ceil(STRETCH)];
        let mut square: f32 = query.weights().iter().map(|&weight| weight * weight).sum();
        for (term, weight) in query.iter().rev() {
            // What two rows have in common is no more than their lengths up to the rarest term that both have.
            let Some(reach) = Share::at_most(least / square.sqrt()) else { break };
            square = (square - weight * weight).max(0.0);
            let own = &mut squares[Signature::bit(term)];
            *own = (*own - weight * weight).max(0.0);
            let lists = stretches.iter().flat_map(|stretch| stretch.reaching(term, reach));
            for posting in lists.filter(|posting| rows.contains(&(posting.row as usize))) {
                // Squared, without a root: what the terms below must have in common.
                let wanted = (least - weight * posting.weight.value()).max(0.0).powi(2);
                let below = posting.square_below();
                // The terms are looked through one by one: only where the whole query could be enough.
                if square * below < wanted {
                    continue;
                }
                let mut bits = posting.signature.0 & mask;
                let mut shared = 0.0;
                while bits != 0 {
                    shared += squares[bits.trailing_zeros() as usize];
                    bits &= bits - 1;
                }
                if shared * below >= wanted {
                    found.push(posting.row);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
    }
}
