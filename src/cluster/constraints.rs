//! What an editor knows better: pairs that must, or must not, be one story.

/// Pairs of articles, by position, that linkage keeps together or apart.
///
/// Where both are demanded of one pair, directly or through others, together wins: it is what linkage starts from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Constraints {
    pub(super) together: Vec<(usize, usize)>,
    pub(super) apart: Vec<(usize, usize)>,
}

impl Constraints {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Two articles that are one story.
    pub fn must_link(&mut self, a: usize, b: usize) {
        self.together.push((a, b));
    }

    /// Two articles that are not one story.
    pub fn cannot_link(&mut self, a: usize, b: usize) {
        self.apart.push((a, b));
    }
}
