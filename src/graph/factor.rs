//! What multiplies the similarity of a pair: [`PairFactor`].

use std::ops::Range;

/// A factor in [0, 1] for each pair of rows, such as what time leaves of their similarity.
///
/// Every `Fn(usize, usize) -> f32` is one; a type of its own can also tell in advance where nothing is to be found.
pub trait PairFactor: Sync {
    /// The factor of two rows; the same whichever comes first.
    fn of(&self, a: usize, b: usize) -> f32;

    /// At least the factor of row `a` with any of `rows`; 1 unless told otherwise. The lower it is, the fewer terms of `a`
    /// are looked up there; at 0 none.
    fn most(&self, a: usize, rows: &Range<usize>) -> f32 {
        let _ = (a, rows);
        1.0
    }
}

impl<F: Fn(usize, usize) -> f32 + Sync> PairFactor for F {
    fn of(&self, a: usize, b: usize) -> f32 {
        self(a, b)
    }
}
