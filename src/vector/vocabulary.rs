//! Terms, their numbers, and in how many documents each occurs.

use rustc_hash::{FxBuildHasher, FxHashMap};

/// The number of a term in a [`Vocabulary`]: 0 is the commonest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct TermId(pub(crate) u32);

impl TermId {
    /// A number of your own, for vectors that no [`Vectorizer`](super::Vectorizer) made. Count from 0 without gaps: arrays by
    /// term are as long as the highest number.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// As an index into arrays of the vocabulary's length.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The terms of a batch with their document frequencies.
///
/// Numbers go by falling document frequency, then by the term's bytes, so they do not depend on the order of documents.
///
/// Its serde form is `{"terms": [["quake", 3], ...], "spellings": [["zelenski", "zelensky"], ...]}`: terms in the order of
/// their numbers with their document frequencies, and other spellings with the term that each stands for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "form::Vocabulary", from = "form::Vocabulary")
)]
pub struct Vocabulary {
    terms: Vec<Box<str>>,
    frequencies: Vec<u32>,
    ids: FxHashMap<Box<str>, TermId>,
}

impl Vocabulary {
    /// From terms with their document frequencies, in the order of their numbers.
    pub(crate) fn from_sorted(entries: impl ExactSizeIterator<Item = (Box<str>, u32)>) -> Self {
        let count = entries.len();
        let mut vocabulary = Self {
            terms: Vec::with_capacity(count),
            frequencies: Vec::with_capacity(count),
            ids: FxHashMap::with_capacity_and_hasher(count, FxBuildHasher),
        };
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

#[cfg(feature = "serde")]
mod form {
    //! How a vocabulary is written.

    #[derive(serde::Serialize, serde::Deserialize)]
    pub struct Vocabulary {
        terms: Vec<(Box<str>, u32)>,
        #[serde(default)]
        spellings: Vec<(Box<str>, Box<str>)>,
    }

    impl From<super::Vocabulary> for Vocabulary {
        fn from(vocabulary: super::Vocabulary) -> Self {
            let named = vocabulary.ids.iter().filter_map(|(spelling, &id)| Some((spelling, vocabulary.term(id)?)));
            let other = named.filter(|(spelling, term)| ***spelling != **term);
            let mut spellings: Vec<(Box<str>, Box<str>)> =
                other.map(|(spelling, term)| (spelling.clone(), term.into())).collect();
            spellings.sort_unstable();
            Self { spellings, terms: vocabulary.terms.into_iter().zip(vocabulary.frequencies).collect() }
        }
    }

    impl From<Vocabulary> for super::Vocabulary {
        fn from(written: Vocabulary) -> Self {
            let mut vocabulary = Self::from_sorted(written.terms.into_iter());
            for (spelling, term) in written.spellings {
                if let Some(id) = vocabulary.id(&term) {
                    vocabulary.alias(&spelling, id);
                }
            }
            vocabulary
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read_with_its_spellings() {
        let entries = [("lisbon", 3), ("velensky", 2)].map(|(term, frequency)| (Box::from(term), frequency));
        let mut vocabulary = Vocabulary::from_sorted(entries.into_iter());
        vocabulary.alias("velenskyy", TermId(1));
        let written = serde_json::to_string(&vocabulary).unwrap();
        assert_eq!(written, r#"{"terms":[["lisbon",3],["velensky",2]],"spellings":[["velenskyy","velensky"]]}"#);
        let read: Vocabulary = serde_json::from_str(&written).unwrap();
        assert_eq!((read.id("velenskyy"), &read), (Some(TermId(1)), &vocabulary));
    }
}
