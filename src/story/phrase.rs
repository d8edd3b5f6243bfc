//! Headlines and sentences as vectors: [`Phrase`], and the [`Lexicon`] that makes them.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use crate::text::{Language, Span, Tokenizer, WordMap, normalize, words};
use crate::vector::{Cut, Initial, TermId, TfIdf};

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
    /// The same for all words of one term, and of one spelling where there is none.
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
    /// Of a word as written, with its term. Words without a term have a key by their spelling.
    pub(super) fn of(word: &str, term: Option<TermId>, is_stop: bool) -> Self {
        // Terms number from the top, all others in the lower half: they never meet.
        let key = term.map_or_else(|| (print(1, word) >> 33) as u32, |term| u32::MAX - term.index() as u32);
        let folded = normalize(word);
        Self { key, term, print: print(0, &*folded), traits: Traits::of(word, &folded), is_stop }
    }

    /// The term that a key stands for.
    pub(super) fn term_of(key: u32) -> Option<TermId> {
        (key > u32::MAX / 2).then(|| TermId(u32::MAX - key))
    }

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

    /// Whether its letters tell one of these.
    pub(super) fn has_any<const N: usize>(&self, some: [Trait; N]) -> bool {
        self.known.traits.has_any(some)
    }
}

/// A headline or text in its language, with those of its words that are known to stand in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) language: Language,
    /// Its first words.
    cut: Cut<'a>,
}

impl<'a> Passage<'a> {
    /// With the words that the batch's index has of it.
    pub(super) fn of(text: &'a str, language: Language, cut: Cut<'a>) -> Self {
        Self { text, language, cut }
    }

    /// Of which no word is known.
    pub(super) fn unread(text: &'a str, language: Language) -> Self {
        Self::of(text, language, Cut::default())
    }
}

/// Whether a word may be the beginning of a longer one, which a feed cut off: it ends the text without a sign, or `…` does.
pub(super) fn may_be_cut(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    rest.starts_with('…') || rest.starts_with("...") || rest.is_empty() && text.len() >= SHORTEST_CUT
}

/// Bytes that feeds leave of a text, at least. What is shorter is a subtitle.
const SHORTEST_CUT: usize = 140;

/// Documents of a batch in which hardly a word stands once, and of which one more may have a word that is rare.
const LARGE: usize = 1000;
const PER_RARE: usize = 50_000;

/// Words that a lexicon remembers, which bounds its memory. Twice to eight times as many were not measurably faster.
const REMEMBERED: usize = 1 << 17;

/// Makes phrases, and remembers each word that it met: stemming costs more than all the rest.
pub(super) struct Lexicon<'a> {
    model: &'a TfIdf,
    idf: &'a [f32],
    /// What is known of the forms of the batch's index, by number.
    forms: &'a [Known],
    /// How each term begins inside sentences, by its number.
    initials: &'a [Initial],
    /// Of each term, by its number, whether somebody writes it as verbs end.
    inflected: &'a [bool],
    words: WordMap<'a, Known>,
    sources: FxHashMap<&'a str, String>,
}

impl<'a> Lexicon<'a> {
    pub(super) fn new(model: &'a TfIdf, idf: &'a [f32]) -> Self {
        Self {
            model,
            idf,
            forms: &[],
            initials: &[],
            inflected: &[],
            words: WordMap::default(),
            sources: FxHashMap::default(),
        }
    }

    /// With what is known of the forms of the batch's index, by number.
    pub(super) fn with_forms(self, forms: &'a [Known]) -> Self {
        Self { forms, ..self }
    }

    /// With how each term of the batch begins inside sentences, by its number.
    pub(super) fn with_initials(self, initials: &'a [Initial]) -> Self {
        Self { initials, ..self }
    }

    /// With the terms of the batch that somebody writes as verbs end, by their numbers.
    pub(super) fn with_inflected(self, inflected: &'a [bool]) -> Self {
        Self { inflected, ..self }
    }

    /// Of each term of the batch, by its number, whether it has it as verbs end: `blocked`, `blocking`.
    pub(super) fn inflected(&self) -> &'a [bool] {
        self.inflected
    }

    /// Whether the batch has a term as verbs end.
    pub(super) fn is_inflected(&self, term: TermId) -> bool {
        self.inflected.get(term.index()) == Some(&true)
    }

    /// Whether the batch mostly writes a term small where it does not open a sentence.
    pub(super) fn is_small(&self, term: TermId) -> bool {
        self.initials.get(term.index()) == Some(&Initial::Small)
    }

    /// Whether the batch mostly writes a term with a capital where it does not open a sentence.
    pub(super) fn is_name(&self, term: TermId) -> bool {
        self.initials.get(term.index()) == Some(&Initial::Capital)
    }

    /// Whether hardly another article of a large batch has a term. Of a small batch nobody can tell.
    pub(super) fn is_rare(&self, term: TermId) -> bool {
        let documents = self.model.documents();
        documents >= LARGE && self.model.vocabulary().document_frequency(term) as usize <= 1 + documents / PER_RARE
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
        let term = Tokenizer::new(language).term(word);
        let is_stop = term.is_none();
        let known = Known::of(word, term.and_then(|term| self.model.vocabulary().id(&term)), is_stop);
        self.words.insert(language, word, known);
        known
    }

    /// What the letters of a word tell, known or not.
    pub(super) fn traits(&mut self, word: &str, language: Language) -> Traits {
        self.words.get(language, word).map_or_else(|| Traits::of(word, &normalize(word)), |known| known.traits)
    }

    /// Shows the words in a range of a passage in order, their spans counted from its beginning; at most
    /// `limit`. Linear in them.
    fn each(&mut self, passage: &Passage<'a>, range: Range<usize>, limit: usize, mut show: impl FnMut(Word<'a>)) {
        let Passage { text, language, cut } = *passage;
        let from = range.start;
        let known = cut.within(range.clone()).take(limit);
        let left = limit - known.len();
        for (span, form) in known {
            let Some((surface, &known)) = span.of(text).zip(self.forms.get(form)) else { continue };
            show(Word { span: Span::from((span.start() - from, span.end() - from)), surface, known });
        }
        // Behind the words that the index has.
        let begin = from.max(cut.end());
        for (span, surface) in words(text.get(begin..range.end).unwrap_or_default()).take(left) {
            let span = Span::from((begin - from + span.start(), begin - from + span.end()));
            show(Word { span, surface, known: self.known(surface, language) });
        }
    }

    /// `words` becomes those in a range of a passage, their spans counted from its beginning. Linear in them.
    pub(super) fn read(&mut self, passage: &Passage<'a>, range: Range<usize>, words: &mut Vec<Word<'a>>) {
        words.clear();
        words.reserve(passage.cut.within(range.clone()).len());
        self.each(passage, range, usize::MAX, |word| words.push(word));
    }

    /// Shows the first words of a passage in order. Linear in them.
    pub(super) fn first_words(&mut self, passage: &Passage<'a>, limit: usize, show: impl FnMut(Word<'a>)) {
        self.each(passage, 0..passage.text.len(), limit, show);
    }

    /// The prints of the first words of some passages. Linear in them.
    pub(super) fn prints(&mut self, passages: &[Passage<'a>], limit: usize) -> Vec<u64> {
        let mut prints = Vec::with_capacity(limit);
        for passage in passages {
            let left = limit - prints.len();
            self.each(passage, 0..passage.text.len(), left, |word| prints.push(word.known.print));
        }
        prints
    }

    /// The words of a passage with what is known of them. Linear in its length.
    pub(super) fn read_all(&mut self, passage: &Passage<'a>) -> Vec<Word<'a>> {
        let mut read = Vec::new();
        self.read(passage, 0..passage.text.len(), &mut read);
        read
    }

    /// The words of a text with what is known of them.
    #[cfg(test)]
    pub(super) fn cut(&mut self, text: &'a str, language: Language) -> Vec<Word<'a>> {
        self.read_all(&Passage::unread(text, language))
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

#[cfg(test)]
mod tests {
    use super::{Known, Lexicon, Passage, Word};
    use crate::article::Article;
    use crate::text::{Language, sentences};
    use crate::vector::{TermId, Vectorizer};

    #[test]
    fn words_from_the_index_are_those_that_cutting_gives() {
        let cases = [
            (
                "short",
                "A ferry ran aground off Elm. Nobody was hurt, the U.S. Coast Guard said.Two tugs are on their way",
            ),
            ("dateline", "PORT ELM (APB) - The F-16s cost $5m: a 2-1 vote.\n\n“We won’t pay,” she said… 10% more"),
            ("beyond what is counted", &"Twelve of the 300 boats were saved. ".repeat(20)),
            ("no words", " … — !"),
        ];
        for (name, text) in cases {
            let articles = [Article::new("a", "Ferry aground off Elm").with_text(text)];
            let fitted = Vectorizer::default().fit(&articles).unwrap();
            let known = |word: &str, term: Option<TermId>| Known::of(word, term, term.is_none());
            let forms = fitted.words.map_forms(&articles, &fitted.headlines, known);
            let mut lexicon = Lexicon::new(&fitted.model, &[]).with_forms(&forms);
            let (whole, english) = ((0..text.len()), Language::English);
            let passages = [Passage::of(text, english, fitted.words.text(0)), Passage::unread(text, english)];
            let spans = sentences(text).map(|span| span.start()..span.end());
            for range in spans.chain([whole]) {
                let [from_index, cut] = passages.map(|passage| {
                    let mut words = Vec::new();
                    lexicon.read(&passage, range.clone(), &mut words);
                    let all = |Word { span, surface, known }: Word<'_>| (span, surface.to_owned(), known);
                    words.into_iter().map(all).collect::<Vec<_>>()
                });
                assert_eq!(from_index, cut, "{name}");
                let [first, also] = passages.map(|passage| lexicon.prints(&[passage], 90));
                assert_eq!(first, also, "{name}");
            }
        }
    }
}
