//! The middle of a story: its centroid, and how near each member is to it.

use crate::vector::{SparseMatrix, SparseRow, SparseVector, TermId};

/// The mean direction of a story's members (the centroid of Rocchio 1971 and Radev et al. 2004), scaled to length 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Center {
    centroid: SparseVector,
}

impl Center {
    /// Of the rows of these members. n log n in their entries.
    pub(super) fn of(rows: &SparseMatrix, members: &[usize]) -> Self {
        let rows = members.iter().map(|&member| rows.row(member));
        let mut pairs = Vec::with_capacity(rows.clone().map(|row| row.terms().len()).sum());
        pairs.extend(rows.flat_map(SparseRow::iter));
        Self { centroid: SparseVector::from_pairs(pairs).normalized() }
    }

    /// The weight of a term, 0 where no member has it. Logarithmic in the number of terms.
    pub(super) fn weight(&self, term: TermId) -> f32 {
        let row = self.centroid.as_row();
        row.terms().binary_search(&term).map_or(0.0, |at| row.weights()[at])
    }

    /// The cosine of a unit vector with the centroid, in [0, 1].
    ///
    /// By search, not by merging: the centroid of a large story has tens of thousands of terms, a row has fifty.
    pub(super) fn similarity(&self, row: SparseRow<'_>) -> f32 {
        self.of_terms(row.iter())
    }

    /// The same for a vector given as entries.
    pub(super) fn of_terms(&self, entries: impl Iterator<Item = (TermId, f32)>) -> f32 {
        entries.map(|(term, weight)| weight * self.weight(term)).sum::<f32>().clamp(0.0, 1.0)
    }
}
