//! Headlines and sentences as vectors: [`Phrase`], and the [`Lexicon`] that makes them.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::text::{Language, Tokenizer, normalize, words};
use crate::vector::{TermId, TfIdf};

/// Words of one headline or sentence that count; what comes later in a longer one does not. Keeps the work bounded where
/// somebody forgot the full stops.
const WORDS: usize = 80;

/// A headline or a sentence, ready to be compared.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrase {
    /// Its terms with their idf, each once, ascending, scaled to length 1.
    terms: Vec<(TermId, f32)>,
    /// Its words, stop words too, as numbers of the lexicon; sorted, repeated as often as they occur.
    words: Vec<u32>,
}

impl Phrase {
    /// Its terms with their weights, ascending by term.
    pub(super) fn terms(&self) -> &[(TermId, f32)] {
        &self.terms
    }

    /// Its words as numbers, sorted, repeated as often as they occur.
    pub(super) fn words(&self) -> &[u32] {
        &self.words
    }

    /// Number of words, at most 80.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Cosine of the idf vectors, in [0, 1]: how much of what they are about is the same.
    pub(super) fn cosine(&self, other: &Self) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while let (Some(&(a, x)), Some(&(b, y))) = (self.terms.get(i), other.terms.get(j)) {
            sum += if a == b { x * y } else { 0.0 };
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        sum
    }

    /// Shared words over all words, as the F1 of unigrams (ROUGE-1, Lin 2004), in [0, 1]: how much reads the same.
    pub(super) fn overlap(&self, other: &Self) -> f32 {
        overlap(&self.words, &other.words)
    }

    /// How many of its words another phrase has as well, in [0, 1].
    pub(super) fn share_of_words(&self, other: &Self) -> f32 {
        shared(&self.words, &other.words) as f32 / self.words.len().max(1) as f32
    }

    /// How much of its weight lies on terms that `keep` accepts, in [0, 1]: squared weights, which sum up to 1.
    pub(super) fn share(&self, mut keep: impl FnMut(TermId) -> bool) -> f32 {
        self.terms.iter().filter(|(term, _)| keep(*term)).map(|(_, weight)| weight * weight).sum()
    }
}

/// Shared words over all words (F1) of two sorted lists of words.
pub(super) fn overlap(a: &[u32], b: &[u32]) -> f32 {
    2.0 * shared(a, b) as f32 / (a.len() + b.len()).max(1) as f32
}

fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Known {
    /// The same for all words of one term; words without one have keys of their own, by spelling.
    pub(super) key: u32,
    /// The same for all words that are written alike but for their case.
    pub(super) form: u32,
    /// Its term; `None` for a stop word and for a word that the batch's vocabulary does not have.
    pub(super) term: Option<TermId>,
    /// Whether it is a stop word.
    pub(super) is_stop: bool,
}

/// Makes phrases, and remembers each word that it met: stemming costs more than all the rest.
pub(super) struct Lexicon<'a> {
    model: &'a TfIdf,
    idf: &'a [f32],
    words: FxHashMap<(Language, &'a str), Known>,
}

impl<'a> Lexicon<'a> {
    pub(super) fn new(model: &'a TfIdf, idf: &'a [f32]) -> Self {
        Self { model, idf, words: FxHashMap::default() }
    }

    /// What is known of a word as written.
    pub(super) fn known(&mut self, word: &'a str, language: Language) -> Known {
        let number = self.words.len() as u32;
        *self.words.entry((language, word)).or_insert_with(|| {
            let term = Tokenizer::new(language).term(word);
            let is_stop = term.is_none();
            let term = term.and_then(|term| self.model.vocabulary().id(&term));
            let mut hasher = FxHasher::default();
            normalize(word).hash(&mut hasher);
            // Two of a story's few thousand words on one number would be one word too many alike: no harm.
            let form = (hasher.finish() >> 32) as u32;
            // Terms number from the top, words without one from the bottom: they never meet.
            Known { key: term.map_or(number, |term| u32::MAX - term.index() as u32), form, term, is_stop }
        })
    }

    /// The phrase of a text. Linear in its length.
    ///
    pub(super) fn phrase(&mut self, text: &'a str, language: Language) -> Phrase {
        let mut phrase = Phrase::default();
        for (_, word) in words(text).take(WORDS) {
            let known = self.known(word, language);
            phrase.words.push(known.form);
            if let Some(term) = known.term {
                phrase.terms.push((term, self.idf.get(term.index()).copied().unwrap_or(0.0)));
            }
        }
        phrase.words.sort_unstable();
        phrase.terms.sort_unstable_by_key(|&(term, _)| term);
        phrase.terms.dedup_by_key(|&mut (term, _)| term);
        let norm = phrase.terms.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if norm > 0.0 {
            for (_, weight) in &mut phrase.terms {
                *weight /= norm;
            }
        }
        phrase
    }
}
