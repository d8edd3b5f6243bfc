//! Pairs that may be neighbours when their rows have other weights: [`Shortlist`].

use super::factor::{Far, PairFactor};
use super::neighbors::{NeighborSearch, SLACK, nearest, similarity};
use super::rows::{Row, Rows};
use super::sparse_graph::NeighborGraph;
use crate::parallel::map_ranges;
use crate::vector::SparseMatrix;

/// How much of the floor a pair has that is kept, without far rows and with them. The less, the longer the first search
/// takes, and the more the rows may change before anything is searched again. With dates to look further below the floor costs
/// more, and rows change less: stories are smaller.
const MARGIN: (f32, f32) = (0.87, 0.9);
/// Rows that one task looks at.
const ROWS: usize = if cfg!(test) { 16 } else { 4096 };

/// The neighbours of a matrix's rows, and what is nearly a neighbour: then the neighbours of the same rows with other weights
/// are found without another search.
///
/// No entry of a row grows by more than some factor, so the dot product of two rows grows by no more than the product of
/// their factors. What was left out can reach the floor only where that is more than what it lacked; rows that grew so much
/// are searched, among themselves. The graph is the one that [`NeighborSearch`] finds, bit by bit.
pub(crate) struct Shortlist {
    /// Of each row those before it, ascending.
    lower: Rows,
    floor: f32,
    /// How much of the floor a pair has that is kept.
    margin: f32,
    limit: usize,
    /// By how much the entries of each row have grown, at most.
    growth: Vec<f32>,
}

impl Shortlist {
    /// Searches a matrix for a floor, of each row at most `limit` before it: see [`NeighborSearch`]. A margin below the
    /// floor is searched as well, which takes longer: a fifth without dates, a third with.
    pub(crate) fn new(rows: &SparseMatrix, floor: f32, limit: usize, factor: &impl PairFactor) -> Self {
        let has_far = (0..rows.rows()).any(|row| !factor.far(row).rows().is_empty());
        let margin = if has_far { MARGIN.1 } else { MARGIN.0 };
        let lower = NeighborSearch::new(rows, floor * margin).with_limit(limit).lower(factor);
        Self { lower: Rows::concat(&lower), floor, margin, limit, growth: vec![1.0; rows.rows()] }
    }

    /// The neighbours of the matrix.
    pub(crate) fn graph(&self) -> NeighborGraph {
        let near = |row: &[(u32, f32)], all: &mut Row| {
            all.extend(row.iter().filter(|(_, similarity)| *similarity >= self.floor));
        };
        NeighborGraph::from_lower(&[Rows::of(self.lower.iter(), near)])
    }

    /// Takes note of new weights: of a matrix that was `before` and has the same terms in each row `now`. Linear in the
    /// entries.
    pub(crate) fn reweigh(&mut self, before: &SparseMatrix, now: &SparseMatrix) {
        let rows = self.growth.len();
        let growth = map_ranges(rows, ROWS, |rows| rows.map(|row| growth(before, now, row)).collect::<Vec<f32>>());
        for (all, new) in self.growth.iter_mut().zip(growth.iter().flatten()) {
            *all *= new;
        }
    }

    /// The neighbours of the matrix as it is `now`, of which note was taken; `factor` is that of the search.
    ///
    /// A dot product for each pair that was kept. Rows that grew much are searched among themselves, those that had as many
    /// neighbours as they may have among all, and all among all where that is most of them.
    pub(crate) fn revised(&self, now: &SparseMatrix, factor: &impl PairFactor) -> NeighborGraph {
        let n = self.growth.len();
        let most = self.growth.iter().copied().fold(0.0, f32::max);
        let grown: Vec<usize> = (0..n).filter(|&row| self.growth[row] * most * self.margin >= SLACK).collect();
        let full: Vec<usize> = (0..n).filter(|&row| self.lower.row(row).len() >= self.limit).collect();
        let all = || NeighborSearch::new(now, self.floor).with_limit(self.limit);
        if (grown.len() + full.len()) * 2 > n {
            return all().graph(factor);
        }
        let mut found: Vec<(usize, Row)> = Vec::new();
        if !grown.is_empty() {
            found.extend(grown.iter().copied().zip(self.among(&grown, now, factor)));
        }
        if !full.is_empty() {
            found.extend(full.iter().copied().zip(all().lower_of(&full, factor)));
        }
        found.sort_by_key(|&(row, _)| row);
        let lower = map_ranges(n, ROWS, |rows| {
            Rows::of(rows, |row, all| {
                let start = all.len();
                all.extend(self.lower.row(row).iter().filter_map(|&(other, _)| {
                    let similarity = similarity(now, row, other as usize, factor.of(row, other as usize));
                    (similarity >= self.floor).then_some((other, similarity))
                }));
                let found = &found[found.partition_point(|&(of, _)| of < row)..];
                for (_, found) in found.iter().take_while(|&&(of, _)| of == row) {
                    self.add(all.split_off(start), found, all);
                }
            })
        });
        NeighborGraph::from_lower(&lower)
    }

    /// The neighbours of each of some rows among those of them that come before it.
    fn among(&self, rows: &[usize], now: &SparseMatrix, factor: &impl PairFactor) -> Vec<Row> {
        let selected = now.select(rows);
        let search = NeighborSearch::new(&selected, self.floor).with_limit(self.limit);
        let lower = search.lower(&Among { rows, factor });
        let named = |row: &[(u32, f32)]| row.iter().map(|&(other, by)| (rows[other as usize] as u32, by)).collect();
        lower.iter().flat_map(Rows::iter).map(named).collect()
    }

    /// Adds the nearest of a row's neighbours and of others that were found, which may be the same.
    fn add(&self, mut row: Row, found: &[(u32, f32)], all: &mut Row) {
        row.extend(found);
        row.sort_unstable_by_key(|&(other, _)| other);
        row.dedup_by_key(|&mut (other, _)| other);
        nearest(&mut row, self.limit);
        row.sort_unstable_by_key(|&(other, _)| other);
        all.append(&mut row);
    }
}

/// By how much an entry of a row has grown, at most.
fn growth(before: &SparseMatrix, now: &SparseMatrix, row: usize) -> f32 {
    let grown = before.row(row).weights().iter().zip(now.row(row).weights());
    grown.filter(|(_, now)| **now > 0.0).map(|(before, now)| now / before).fold(0.0, f32::max)
}

/// The factors of some rows, which ascend, by their places among each other.
struct Among<'r, F> {
    rows: &'r [usize],
    factor: &'r F,
}

impl<F: PairFactor> PairFactor for Among<'_, F> {
    fn of(&self, a: usize, b: usize) -> f32 {
        self.factor.of(self.rows[a], self.rows[b])
    }

    fn far(&self, row: usize) -> Far {
        let far = self.factor.far(self.rows[row]);
        let place = |row: usize| self.rows.partition_point(|&other| other < row);
        Far::new(place(far.rows().start)..place(far.rows().end), far.most())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MARGIN, Shortlist};
    use crate::graph::factor::{Far, PairFactor};
    use crate::graph::neighbors::NeighborSearch;
    use crate::vector::{SparseMatrix, SparseVector, TermId};

    /// Rows further apart than 8 are less near, and those beyond 30 not at all.
    struct Distance;

    impl PairFactor for Distance {
        fn of(&self, a: usize, b: usize) -> f32 {
            match a.abs_diff(b) {
                0..=8 => 1.0,
                9..=30 => 0.6,
                _ => 0.0,
            }
        }

        fn far(&self, row: usize) -> Far {
            Far::new(row.saturating_sub(30)..row.saturating_sub(8), 0.6)
        }
    }

    fn matrix(rows: &[Vec<(u32, u32)>]) -> SparseMatrix {
        let mut matrix = SparseMatrix::default();
        for row in rows {
            let pairs = row.iter().map(|&(term, weight)| (TermId(term), weight as f32)).collect();
            matrix.push(SparseVector::from_pairs(pairs).as_row());
        }
        matrix
    }

    proptest! {
        /// Few terms and few weights: ties and duplicates are the rule. Some terms lose little, so that nothing is searched
        /// again, and some all; a row may have more than the limit.
        #[test]
        fn it_finds_what_a_search_finds(
            rows in prop::collection::vec(prop::collection::vec((0_u32..12, 1_u32..3), 0..6), 0..60),
            floor in 0.05_f32..0.9,
            kept in prop::collection::vec(prop::sample::select(vec![0.0_f32, 0.5, 0.9, 0.97, 1.0, 1.0, 1.0]), 24),
            is_mild in prop::bool::ANY,
            limit in prop::sample::select(vec![2, 5, 100]),
        ) {
            let counts = matrix(&rows);
            let kept: Vec<f32> = kept.iter().map(|kept| if is_mild { 0.96 + kept * 0.04 } else { *kept }).collect();
            let first = counts.scaled(&[1.0; 12]);
            let mut shortlist = Shortlist::new(&first, floor, limit, &Distance);
            prop_assert_eq!(shortlist.graph(), NeighborSearch::new(&first, floor).with_limit(limit).graph(&Distance));
            let mut before = first;
            for kept in kept.chunks(12) {
                let now = before.scaled(kept);
                let expected = NeighborSearch::new(&now, floor).with_limit(limit).graph(&Distance);
                shortlist.reweigh(&before, &now);
                prop_assert_eq!(shortlist.revised(&now, &Distance), expected);
                before = now;
            }
        }
    }

    /// Two rows have a little less in common than was kept, and reach the floor when what each has alone weighs less.
    #[test]
    fn rows_that_grew_are_searched() {
        let (shared, own) = (0.49_f32, 0.51_f32);
        let mut counts = SparseMatrix::default();
        for row in
            [vec![(0, shared), (1, own)], vec![(0, shared), (2, own)], vec![(3, 1.0)], vec![(4, 1.0)], vec![(5, 1.0)]]
        {
            let pairs = row.into_iter().map(|(term, square)| (TermId(term), square.sqrt())).collect();
            counts.push(SparseVector::from_pairs(pairs).as_row());
        }
        let before = counts.scaled(&[1.0; 6]);
        let kept = ((MARGIN.0 / 1.003 - shared) / own).sqrt();
        let now = counts.scaled(&[1.0, kept, kept, 1.0, 1.0, 1.0]);
        let similarity = |rows: &SparseMatrix| rows.row(0).dot(rows.row(1));
        let floor = similarity(&before) / MARGIN.0 * 1.001;
        let mut shortlist = Shortlist::new(&before, floor, 9, &|_, _| 1.0);
        assert_eq!(shortlist.graph().entries(), 0);
        shortlist.reweigh(&before, &now);
        let graph = shortlist.revised(&now, &|_, _| 1.0);
        assert_eq!(graph.similarity(0, 1), Some(similarity(&now)));
        assert!(similarity(&now) >= floor);
    }
}
