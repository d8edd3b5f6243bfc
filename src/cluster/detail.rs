//! How much articles have to say beyond a headline: [`detail`].

use crate::vector::SparseMatrix;

/// Different terms that a headline has at most, as a rule.
const HEADLINE: f32 = 12.0;

/// What share of the terms of each row is more than a headline has, in [0, 1]: 0 up to 12 terms, 0.5 at 24, 0.7 at 40.
///
/// [`Linkage`](super::Linkage) asks for more in common between large clusters the more there is to have in common. Linear
/// in the rows.
#[must_use]
pub fn detail(rows: &SparseMatrix) -> Vec<f32> {
    let of = |row: usize| (1.0 - HEADLINE / rows.row(row).terms().len().max(1) as f32).max(0.0);
    (0..rows.rows()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::{SparseVector, TermId};

    #[test]
    fn headlines_have_none_and_texts_some() {
        let mut rows = SparseMatrix::default();
        for terms in [0, 1, 12, 24, 48] {
            rows.push(SparseVector::from_pairs((0..terms).map(|term| (TermId(term), 1.0)).collect()).as_row());
        }
        assert_eq!(detail(&rows), [0.0, 0.0, 0.0, 0.5, 0.75]);
        assert!(detail(&SparseMatrix::default()).is_empty());
    }
}
