//! Headlines and sentences as vectors: [`Phrase`], and the [`Lexicon`] that makes them.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use crate::text::{Language, Span, Tokenizer, WordMap, normalize, words};
use crate::vector::{TermId, TfIdf};

use super::lead_in::Cut;
use super::traits::{Trait, Traits};

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
    /// Its terms that say little alone: numbers, days, months.
    bare: Vec<TermId>,
    /// Its numbers that are likely to be of one thing only.
    figures: Vec<TermId>,
}

impl Phrase {
    /// Its terms with their weights, ascending by term.
    pub(super) fn terms(&self) -> &[(TermId, f32)] {
        &self.terms
    }

    /// Whether it has a term. Logarithmic in its terms.
    pub(super) fn has(&self, term: TermId) -> bool {
        self.weight(term).is_some()
    }

    /// Its words as numbers, sorted, repeated as often as they occur.
    pub(super) fn words(&self) -> &[u32] {
        &self.words
    }

    /// Number of words, at most 80.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Its terms without numbers, days and months, which say little alone: `79 dead` tells no other thing than `71 dead`.
    pub(super) fn telling(&self) -> impl Iterator<Item = TermId> + '_ {
        self.terms.iter().map(|&(term, _)| term).filter(|term| !self.bare.contains(term))
    }

    /// How much of its weight lies on telling terms that `keep` accepts, in [0, 1].
    pub(super) fn telling_share(&self, mut keep: impl FnMut(TermId) -> bool) -> f32 {
        self.share(|term| !self.bare.contains(&term) && keep(term))
    }

    /// How much of the weight of its telling terms another phrase has as well, in [0, 1].
    pub(super) fn told_by(&self, other: &Self) -> f32 {
        let all = self.telling_share(|_| true);
        let mut i = 0;
        let told = self.telling_share(|term| {
            while other.terms.get(i).is_some_and(|&(there, _)| there < term) {
                i += 1;
            }
            other.terms.get(i).is_some_and(|&(there, _)| there == term)
        });
        told / all.max(f32::MIN_POSITIVE)
    }

    /// Its numbers that are likely to be of one thing only.
    pub(super) fn figures(&self) -> &[TermId] {
        &self.figures
    }

    /// Cosine of the telling terms that `keep` accepts, in [0, 1].
    pub(super) fn cosine_of(&self, other: &Self, keep: impl Fn(TermId) -> bool) -> f32 {
        let shared: f32 = self
            .terms
            .iter()
            .filter(|(term, _)| !self.bare.contains(term) && keep(*term))
            .filter_map(|&(term, weight)| Some(weight * other.weight(term)?))
            .sum();
        let norms = self.telling_share(&keep) * other.telling_share(&keep);
        shared / norms.sqrt().max(f32::MIN_POSITIVE)
    }

    fn weight(&self, term: TermId) -> Option<f32> {
        self.terms.binary_search_by_key(&term, |&(term, _)| term).ok().map(|at| self.terms[at].1)
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
        2.0 * shared(&self.words, &other.words) as f32 / (self.words.len() + other.words.len()).max(1) as f32
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

/// How many words two sorted lists share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared
}

/// What the lexicon knows of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The same for all words of one term; words without one have keys of their own, by spelling.
    pub(super) key: u32,
    /// Its term; `None` for a stop word and for a word that the batch's vocabulary does not have.
    pub(super) term: Option<TermId>,
    /// Of its folded form: the same for all words that are written alike but for their case.
    pub(super) print: u64,
    /// What its letters tell.
    pub(super) traits: Traits,
    /// Whether it is a stop word.
    pub(super) is_stop: bool,
}

impl Known {
    /// Two of a story's few thousand words on one number would be one word too many alike: no harm.
    const fn form(self) -> u32 {
        (self.print >> 32) as u32
    }
}

/// One word of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Where it stands in its sentence.
    pub(super) span: Span,
    pub(super) surface: &'a str,
    pub(super) known: Known,
}

impl Word<'_> {
    /// Whether its letters tell this.
    pub(super) const fn has(&self, one: Trait) -> bool {
        self.known.traits.has(one)
    }
}

/// Words that a lexicon remembers, which bounds its memory. Twice to eight times as many were not measurably faster.
const REMEMBERED: usize = 1 << 17;

/// Makes phrases, and remembers each word that it met: stemming costs more than all the rest.
pub(super) struct Lexicon<'a> {
    model: &'a TfIdf,
    idf: &'a [f32],
    words: WordMap<'a, Known>,
    sources: FxHashMap<&'a str, String>,
}

impl<'a> Lexicon<'a> {
    pub(super) fn new(model: &'a TfIdf, idf: &'a [f32]) -> Self {
        Self { model, idf, words: WordMap::default(), sources: FxHashMap::default() }
    }

    /// Forgets everything where there is too much of it. Between stories: keys hold as long as nothing is forgotten.
    pub(super) fn tidy(&mut self) {
        if self.words.len() > REMEMBERED {
            self.words.clear();
        }
        if self.sources.len() > REMEMBERED {
            self.sources.clear();
        }
    }

    /// The name of a source, folded and without spaces.
    pub(super) fn run_together(&mut self, source: &'a str) -> &str {
        self.sources.entry(source).or_insert_with(|| words(source).map(|(_, word)| normalize(word)).collect::<String>())
    }

    /// What is known of a word as written.
    pub(super) fn known(&mut self, word: &'a str, language: Language) -> Known {
        if let Some(known) = self.words.get(language, word) {
            return known;
        }
        let number = self.words.len() as u32;
        let term = Tokenizer::new(language).term(word);
        let is_stop = term.is_none();
        let term = term.and_then(|term| self.model.vocabulary().id(&term));
        let known = Known {
            // Terms number from the top, words without one from the bottom: they never meet.
            key: term.map_or(number, |term| u32::MAX - term.index() as u32),
            term,
            print: print(0, &*normalize(word)),
            traits: Traits::of(word),
            is_stop,
        };
        self.words.insert(language, word, known);
        known
    }

    /// What the letters of a word tell, known or not.
    pub(super) fn traits(&mut self, word: &str, language: Language) -> Traits {
        self.words.get(language, word).map_or_else(|| Traits::of(word), |known| known.traits)
    }

    /// Words with what is known of them.
    pub(super) fn known_all(&mut self, cut: &Cut<'a>, language: Language) -> Vec<Word<'a>> {
        let word = |&(span, surface): &(Span, &'a str)| Word { span, surface, known: self.known(surface, language) };
        cut.words.iter().map(word).collect()
    }

    /// The words of a text with what is known of them. Linear in its length.
    pub(super) fn cut(&mut self, text: &'a str, language: Language) -> Vec<Word<'a>> {
        self.cut_some(text, usize::MAX, language)
    }

    /// The first so many words of a text with what is known of them. Linear in their length.
    pub(super) fn cut_some(&mut self, text: &'a str, limit: usize, language: Language) -> Vec<Word<'a>> {
        let word = |(span, surface)| Word { span, surface, known: self.known(surface, language) };
        words(text).take(limit).map(word).collect()
    }

    /// The phrase of the first 80 of these words.
    pub(super) fn phrase(&self, words: &[Word<'a>]) -> Phrase {
        let words = &words[..words.len().min(WORDS)];
        let mut phrase = Phrase {
            terms: Vec::with_capacity(words.len()),
            words: Vec::with_capacity(words.len()),
            ..Phrase::default()
        };
        for (at, Word { known, .. }) in words.iter().enumerate() {
            phrase.words.push(known.form());
            if let Some(term) = known.term {
                if known.traits.has(Trait::Number) || known.traits.has(Trait::Calendar) {
                    phrase.bare.push(term);
                }
                // `21 August`, `August 21`.
                let is_date = |at: usize| words.get(at).is_some_and(|word| word.has(Trait::Calendar));
                if known.traits.has(Trait::Figure) && !is_date(at.wrapping_sub(1)) && !is_date(at + 1) {
                    phrase.figures.push(term);
                }
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

/// Something as a number, every bit of it as good as another: `FxHash` leaves the low ones poor (finalizer of `SplitMix64`).
/// Values with different seeds have nothing to do with each other.
pub(super) fn print<T: Hash + ?Sized>(seed: usize, value: &T) -> u64 {
    let mut hasher = FxHasher::default();
    seed.hash(&mut hasher);
    value.hash(&mut hasher);
    let mut x = hasher.finish();
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
