//! The words of a name as they are compared: [`FoldedWords`].

use std::cmp::Ordering;

use crate::text::{fold_onto, words};

/// The folded words of a name, in order. One string for all: most names that are found in a text are dropped again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoldedWords {
    joined: String,
    /// Where each word ends in it.
    ends: Vec<usize>,
}

impl FoldedWords {
    pub(super) fn of(text: &str) -> Self {
        let (mut joined, mut ends) = (String::with_capacity(text.len()), Vec::with_capacity(4));
        for (_, word) in words(text) {
            fold_onto(&mut joined, word);
            ends.push(joined.len());
        }
        Self { joined, ends }
    }

    /// Number of words.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The words without anything between them: `janeroe`.
    pub(super) fn joined(&self) -> &str {
        &self.joined
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        let start = |at: usize| at.checked_sub(1).map_or(0, |before| self.ends[before]);
        (0..self.ends.len()).map(move |at| &self.joined[start(at)..self.ends[at]])
    }

    /// The only word of a name that has no other.
    pub(super) fn only(&self) -> Option<&str> {
        (self.len() == 1).then_some(self.joined())
    }

    pub(super) fn starts_with(&self, other: &Self) -> bool {
        self.has_at(0, other)
    }

    pub(super) fn ends_with(&self, other: &Self) -> bool {
        self.len().checked_sub(other.len()).is_some_and(|at| self.has_at(at, other))
    }

    /// Whether another's words stand in it from one of its words on.
    fn has_at(&self, at: usize, other: &Self) -> bool {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.len() >= at + other.len()
            && self.joined[start..].starts_with(other.joined())
            && self.ends[at..].iter().zip(&other.ends).all(|(end, other)| end - start == *other)
    }
}

/// Word by word.
impl Ord for FoldedWords {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl PartialOrd for FoldedWords {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::FoldedWords;
    use crate::text::{normalize, words};

    proptest! {
        /// Few letters: words that begin or end alike are the rule.
        #[test]
        fn it_is_as_a_list_of_words(one in "[AaBÉ1’' -]{0,9}", other in "[AaBÉ1’' -]{0,5}") {
            let list = |text: &str| words(text).map(|(_, word)| normalize(word).into_owned()).collect::<Vec<String>>();
            let (x, y) = (FoldedWords::of(&one), FoldedWords::of(&other));
            let (a, b) = (list(&one), list(&other));
            prop_assert_eq!(x.iter().collect::<Vec<_>>(), a.iter().map(String::as_str).collect::<Vec<_>>());
            prop_assert_eq!((x.len(), x.joined().to_owned()), (a.len(), a.concat()));
            prop_assert_eq!(x.only(), if let [only] = a.as_slice() { Some(only.as_str()) } else { None });
            prop_assert_eq!((x == y, x.cmp(&y)), (a == b, a.cmp(&b)));
            prop_assert_eq!((x.starts_with(&y), x.ends_with(&y)), (a.starts_with(&b), a.ends_with(&b)));
        }
    }
}
