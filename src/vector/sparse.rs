//! Sparse vectors, and many of them in one flat matrix.

use std::sync::Arc;

use crate::parallel::fill_parts;

use super::vocabulary::TermId;

/// A borrowed sparse vector: terms in ascending order, each with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SparseRow<'m> {
    terms: &'m [TermId],
    weights: &'m [f32],
}

impl<'m> SparseRow<'m> {
    /// The terms, ascending.
    #[must_use]
    pub fn terms(self) -> &'m [TermId] {
        self.terms
    }

    /// The weights, one a term.
    #[must_use]
    pub fn weights(self) -> &'m [f32] {
        self.weights
    }

    /// Terms with their weights, ascending by term.
    #[must_use]
    pub fn iter(self) -> impl DoubleEndedIterator<Item = (TermId, f32)> + ExactSizeIterator + use<'m> {
        self.terms.iter().copied().zip(self.weights.iter().copied())
    }

    /// The terms of both vectors, ascending, with the product of their weights.
    pub fn shared<'b>(self, other: SparseRow<'b>) -> impl Iterator<Item = (TermId, f32)> + use<'m, 'b> {
        let mut rest = other.iter().peekable();
        self.iter().filter_map(move |(term, weight)| {
            while rest.next_if(|&(ahead, _)| ahead < term).is_some() {}
            rest.next_if(|&(ahead, _)| ahead == term).map(|(_, ahead)| (term, weight * ahead))
        })
    }

    /// The sum of products over shared terms; the cosine where both vectors have unit length. Linear in both lengths.
    #[must_use]
    pub fn dot(self, other: SparseRow<'_>) -> f32 {
        let (own, others) = (&self.weights[..self.terms.len()], &other.weights[..other.terms.len()]);
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        // Without a branch that nobody can foresee: which of two terms comes first.
        while let (Some(&a), Some(&b)) = (self.terms.get(i), other.terms.get(j)) {
            sum += if a == b { own[i] * others[j] } else { 0.0 };
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        sum
    }

    /// Euclidean length.
    #[must_use]
    pub fn norm(self) -> f32 {
        self.weights.iter().map(|w| w * w).sum::<f32>().sqrt()
    }
}

/// An owned sparse vector.
///
/// Its serde form is `{"terms": [3, 7], "weights": [0.6, 0.8]}`. Terms are read in any order, and the weights of a repeated
/// one are added up; lists of different lengths and weights that are not finite are refused.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "form::SparseVector"))]
pub struct SparseVector {
    terms: Vec<TermId>,
    weights: Vec<f32>,
}

impl SparseVector {
    /// From pairs in any order; weights of a repeated term are added up.
    #[must_use]
    pub fn from_pairs(mut pairs: Vec<(TermId, f32)>) -> Self {
        // Stable, so that the weights of a repeated term add up in the order they came.
        pairs.sort_by_key(|&(term, _)| term);
        let mut vector = Self { terms: Vec::with_capacity(pairs.len()), weights: Vec::with_capacity(pairs.len()) };
        for (term, weight) in pairs {
            match vector.weights.last_mut() {
                Some(last) if vector.terms.last() == Some(&term) => *last += weight,
                _ => {
                    vector.terms.push(term);
                    vector.weights.push(weight);
                }
            }
        }
        vector
    }

    /// Scaled to length 1; the zero vector stays as it is.
    #[must_use]
    pub fn normalized(mut self) -> Self {
        normalize(&mut self.weights);
        self
    }

    /// A borrowed view.
    #[must_use]
    pub fn as_row(&self) -> SparseRow<'_> {
        SparseRow { terms: &self.terms, weights: &self.weights }
    }
}

fn normalize(weights: &mut [f32]) {
    let norm = weights.iter().map(|w| w * w).sum::<f32>().sqrt();
    if norm > 0.0 {
        for weight in weights {
            *weight /= norm;
        }
    }
}

/// Sparse vectors as rows of one flat matrix (compressed sparse rows). Its serde form is a list of vectors.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "Vec<SparseVector>", from = "Vec<SparseVector>")
)]
pub struct SparseMatrix {
    /// Shared by matrices that differ in their weights alone, as the terms are.
    starts: Arc<Vec<usize>>,
    terms: Arc<Vec<TermId>>,
    weights: Vec<f32>,
}

/// Rows that one task takes at a time; no influence on the result.
const ROWS: usize = if cfg!(test) { 2 } else { 4096 };

impl Default for SparseMatrix {
    fn default() -> Self {
        Self::with_capacity(0, 0)
    }
}

impl From<Vec<SparseVector>> for SparseMatrix {
    fn from(rows: Vec<SparseVector>) -> Self {
        let mut matrix = Self::with_capacity(rows.len(), rows.iter().map(|row| row.terms.len()).sum());
        rows.iter().for_each(|row| matrix.push(row.as_row()));
        matrix
    }
}

impl From<SparseMatrix> for Vec<SparseVector> {
    fn from(matrix: SparseMatrix) -> Self {
        (0..matrix.rows()).map(|row| SparseVector::from_pairs(matrix.row(row).iter().collect())).collect()
    }
}

impl SparseMatrix {
    /// An empty matrix with room for rows and entries.
    #[must_use]
    pub fn with_capacity(rows: usize, entries: usize) -> Self {
        let mut starts = Vec::with_capacity(rows + 1);
        starts.push(0);
        let (terms, weights) = (Vec::with_capacity(entries), Vec::with_capacity(entries));
        Self { starts: Arc::new(starts), terms: Arc::new(terms), weights }
    }

    /// The rows of some matrices, one matrix after the other. Linear in their entries.
    pub(crate) fn concat<'m>(parts: impl Iterator<Item = &'m Self> + Clone) -> Self {
        let (rows, entries) =
            parts.clone().fold((0, 0), |(rows, entries), part| (rows + part.rows(), entries + part.entries()));
        let mut all = Self::with_capacity(rows, entries);
        let (starts, terms) = (Arc::make_mut(&mut all.starts), Arc::make_mut(&mut all.terms));
        for part in parts {
            starts.extend(part.starts[1..].iter().map(|start| terms.len() + start));
            terms.extend_from_slice(&part.terms);
            all.weights.extend_from_slice(&part.weights);
        }
        all
    }

    /// Adds a row. Linear in its length.
    pub fn push(&mut self, row: SparseRow<'_>) {
        self.push_entries(row.iter());
    }

    /// Adds a row from entries that ascend by term.
    pub(crate) fn push_entries(&mut self, entries: impl Iterator<Item = (TermId, f32)>) {
        let terms = Arc::make_mut(&mut self.terms);
        for (term, weight) in entries {
            terms.push(term);
            self.weights.push(weight);
        }
        Arc::make_mut(&mut self.starts).push(terms.len());
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    /// Number of stored entries.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.terms.len()
    }

    /// Number of columns that any row uses: the highest term plus 1. Linear in the rows.
    #[must_use]
    pub fn width(&self) -> usize {
        (0..self.rows()).filter_map(|row| self.row(row).terms().last()).max().map_or(0, |last| last.index() + 1)
    }

    /// The rows at these positions, in this order. Linear in their entries.
    #[must_use]
    pub fn select(&self, rows: &[usize]) -> Self {
        let entries = rows.iter().map(|&row| self.row(row).terms().len()).sum();
        let mut selected = Self::with_capacity(rows.len(), entries);
        for &row in rows {
            selected.push(self.row(row));
        }
        selected
    }

    /// Row `index`; an empty row where there is none.
    #[must_use]
    pub fn row(&self, index: usize) -> SparseRow<'_> {
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&start), Some(&end)) => {
                SparseRow { terms: &self.terms[start..end], weights: &self.weights[start..end] }
            }
            _ => SparseRow { terms: &[], weights: &[] },
        }
    }

    /// Every weight times its term's factor, rows scaled to length 1. Terms beyond `factors` weigh nothing.
    #[must_use]
    pub fn scaled(&self, factors: &[f32]) -> Self {
        let mut weights = vec![0.0; self.entries()];
        fill_parts(&mut weights, &self.ends(), |part, weights| {
            let starts = &self.starts[part * ROWS..];
            for row in starts.windows(2).take(ROWS) {
                let scaled = &mut weights[row[0] - starts[0]..row[1] - starts[0]];
                let entries = self.terms[row[0]..row[1]].iter().zip(&self.weights[row[0]..row[1]]);
                for (scaled, (term, weight)) in scaled.iter_mut().zip(entries) {
                    *scaled = weight * factors.get(term.index()).copied().unwrap_or(0.0);
                }
                normalize(scaled);
            }
        });
        Self { starts: self.starts.clone(), terms: self.terms.clone(), weights }
    }

    /// Every row times its factor, such as its [`Specificity`](super::Specificity); rows beyond `factors` stay as they are.
    /// Linear in the entries.
    #[must_use]
    pub fn times(mut self, factors: &[f32]) -> Self {
        let (ends, starts) = (self.ends(), &self.starts);
        fill_parts(&mut self.weights, &ends, |part, weights| {
            let first = part * ROWS;
            for (row, factor) in starts[first..].windows(2).zip(factors.get(first..).unwrap_or_default()).take(ROWS) {
                weights[row[0] - starts[first]..row[1] - starts[first]].iter_mut().for_each(|weight| *weight *= factor);
            }
        });
        self
    }

    /// Where the entries of each part end that one task takes.
    fn ends(&self) -> Vec<usize> {
        (ROWS..self.rows()).step_by(ROWS).map(|row| self.starts[row]).chain([self.entries()]).collect()
    }
}

#[cfg(feature = "serde")]
mod form {
    //! How a vector is read.

    use crate::error::{Error, within};
    use crate::vector::TermId;

    #[derive(serde::Deserialize)]
    pub struct SparseVector {
        terms: Vec<TermId>,
        weights: Vec<f32>,
    }

    impl TryFrom<SparseVector> for super::SparseVector {
        type Error = Error;

        fn try_from(SparseVector { terms, weights }: SparseVector) -> Result<Self, Error> {
            let (left, right) = (terms.len(), weights.len());
            if left != right {
                return Err(Error::LengthMismatch { what: "terms and weights", left, right });
            }
            let vector = Self::from_pairs(terms.into_iter().zip(weights).collect());
            // Added up: two large weights of one term may be too much.
            vector.weights.iter().try_for_each(|&sum| within("weight", sum.into(), sum.is_finite(), "finite"))?;
            Ok(vector)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SparseMatrix, SparseVector};
    use crate::vector::TermId;

    #[test]
    fn each_row_is_scaled_by_itself() {
        let entry = |row: u32, term: u32| (TermId(term), 1.0 + (row * term) as f32);
        let row = |row: u32| SparseVector::from_pairs((0..row % 3).map(|term| entry(row, term)).collect());
        for rows in 0..6 {
            let vectors: Vec<SparseVector> = (0..rows).map(row).collect();
            let scaled = SparseMatrix::from(vectors).scaled(&[0.5, 4.0]);
            assert_eq!(scaled.rows(), rows as usize);
            for at in 0..rows {
                let factors = [0.5, 4.0];
                let pairs =
                    row(at).as_row().iter().map(|(term, weight)| (term, weight * factors[term.index()])).collect();
                let alone = SparseVector::from_pairs(pairs).normalized();
                assert_eq!(scaled.row(at as usize), alone.as_row(), "row {at} of {rows}");
            }
        }
    }

    #[test]
    fn each_row_has_its_factor() {
        let row = |row: u32| SparseVector::from_pairs((0..row % 4).map(|term| (TermId(term), 1.0)).collect());
        for rows in 0..7_usize {
            for known in [0, 1, 3, 6, 9] {
                let factors: Vec<f32> = (0..known).map(|at| (at + 2) as f32).collect();
                let counts = SparseMatrix::from((0..rows as u32).map(row).collect::<Vec<SparseVector>>());
                let scaled = counts.clone().times(&factors);
                for at in 0..rows {
                    let factor = factors.get(at).copied().unwrap_or(1.0);
                    assert_eq!(scaled.row(at).terms(), counts.row(at).terms());
                    assert!(scaled.row(at).weights().iter().all(|&weight| weight == factor), "row {at} of {rows}");
                }
            }
        }
    }
}
