//! Terms, their numbers, and in how many documents each occurs.

use rustc_hash::FxHashMap;

/// The number of a term in a [`Vocabulary`]: 0 is the commonest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct TermId(pub(crate) u32);

impl TermId {
    /// As an index into arrays of the vocabulary's length.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The terms of a batch with their document frequencies.
///
/// Numbers go by falling document frequency, then by the term's bytes, so they do not depend on the order of documents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary {
    terms: Vec<Box<str>>,
    frequencies: Vec<u32>,
    ids: FxHashMap<Box<str>, TermId>,
}

impl Vocabulary {
    /// From terms with their document frequencies, in the order of their numbers.
    pub(crate) fn from_sorted(entries: impl Iterator<Item = (Box<str>, u32)>) -> Self {
        let mut vocabulary = Self::default();
        for (number, (term, frequency)) in (0..).zip(entries) {
            vocabulary.ids.insert(term.clone(), TermId(number));
            vocabulary.terms.push(term);
            vocabulary.frequencies.push(frequency);
        }
        vocabulary
    }

    /// Makes another spelling find a term.
    pub(crate) fn alias(&mut self, spelling: &str, id: TermId) {
        self.ids.insert(spelling.into(), id);
    }

    /// Number of terms.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether there is no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The terms, in the order of their numbers.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().map(AsRef::as_ref)
    }

    /// The number of a term, or of the name that it is a spelling of.
    #[must_use]
    pub fn id(&self, term: &str) -> Option<TermId> {
        self.ids.get(term).copied()
    }

    /// The term of a number.
    #[must_use]
    pub fn term(&self, id: TermId) -> Option<&str> {
        self.terms.get(id.index()).map(AsRef::as_ref)
    }

    /// In how many documents a term occurs.
    #[must_use]
    pub fn document_frequency(&self, id: TermId) -> u32 {
        self.frequencies.get(id.index()).copied().unwrap_or(0)
    }

    /// Document frequencies by number of the term, falling.
    #[must_use]
    pub fn document_frequencies(&self) -> &[u32] {
        &self.frequencies
    }
}
