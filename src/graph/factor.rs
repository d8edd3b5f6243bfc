//! What multiplies the similarity of a pair: [`PairFactor`].

use std::ops::Range;

/// A factor in [0, 1] for each pair of rows, such as what time leaves of their similarity.
///
/// Every `Fn(usize, usize) -> f32` is one; a type of its own can also tell in advance where little is to be found.
pub trait PairFactor: Sync {
    /// The factor of two rows; the same whichever comes first.
    fn of(&self, a: usize, b: usize) -> f32;

    /// Which of the rows before this one are far from it; none unless told otherwise.
    fn far(&self, row: usize) -> Far {
        let _ = row;
        Far::default()
    }
}

/// The rows before a row that lie far from it: little is left of their similarity, whatever words they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Far {
    rows: Range<usize>,
    most: f32,
}

impl Far {
    /// Of the rows before a row those before `rows.start` are out of reach (their factor is 0), those of `rows` have a
    /// factor of `most` at the most, in (0, 1], and those from `rows.end` on any.
    #[must_use]
    pub fn new(rows: Range<usize>, most: f32) -> Self {
        Self { rows, most }
    }

    /// The rows that are far.
    #[must_use]
    pub fn rows(&self) -> Range<usize> {
        self.rows.clone()
    }

    /// What is left of the nearest of them.
    #[must_use]
    pub fn most(&self) -> f32 {
        self.most
    }
}

impl Default for Far {
    /// None is far, and none out of reach.
    fn default() -> Self {
        Self::new(0..0, 1.0)
    }
}

impl<F: Fn(usize, usize) -> f32 + Sync> PairFactor for F {
    fn of(&self, a: usize, b: usize) -> f32 {
        self(a, b)
    }
}
