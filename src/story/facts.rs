//! Whether a sentence brings something that can be checked: [`Facts`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{normalize, words};
use crate::vector::TermId;

use super::model::Field;
use super::phrase::Word;
use super::points::Sentence;
use super::traits::Trait;

/// Words in quotes that somebody said.
const QUOTED: usize = 4;

/// What the words of a story are, as far as one sentence alone does not tell it.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// What somebody writes with a small letter: its capital in a headline makes no name.
    small: FxHashSet<TermId>,
    /// What somebody writes as a verb (`crashed`, `crashing`).
    verbs: FxHashSet<TermId>,
    /// Acronyms in lower case without dots, with their terms.
    acronyms: FxHashMap<String, TermId>,
}

impl Facts {
    /// Of all sentences of a story. Linear in their words.
    pub(super) fn of(sentences: &[Sentence<'_>]) -> Self {
        let mut facts = Self::default();
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            let Some(term) = word.known.term else { continue };
            if word.has(Trait::Small) {
                facts.small.insert(term);
            } else if word.has(Trait::Acronym) {
                facts.acronyms.entry(normalize(word.surface).into_owned()).or_insert(term);
            }
            if word.has(Trait::Inflected) {
                facts.verbs.insert(term);
            }
        }
        facts
    }

    /// Whether a sentence has a name or a number that nobody told, or somebody's words.
    ///
    /// A known name that is written longer (`Jane Roe` after `Roe`) or in full (`Harbour Workers Union` after `HWU`) is
    /// told. Linear in its words.
    pub(super) fn are_in(&self, sentence: &Sentence<'_>, is_told: impl Fn(TermId) -> bool) -> bool {
        let Sentence { field, text, words, .. } = sentence;
        let is_new = |word: &Word<'_>| word.known.term.is_some_and(|term| !is_told(term));
        *field == Field::Text && quotes(text)
            || words.iter().any(|word| word.has(Trait::Number) && is_new(word))
            || self.has_name(words, &is_told)
    }

    /// Whether a headline says that somebody does what another one says, in the same form: `explodes` is the same
    /// explosion, `explosion` may be somebody's word on it. Linear in the words of both.
    pub(super) fn same_verb(&self, one: &[Word<'_>], other: &[Word<'_>]) -> bool {
        let is_verb = |word: &&Word<'_>| {
            let is_third = word.has(Trait::Plural) && word.known.term.is_some_and(|term| self.verbs.contains(&term));
            is_third || word.has(Trait::Inflected)
        };
        one.iter().filter(is_verb).any(|word| other.iter().any(|other| other.known.print == word.known.print))
    }

    /// Whether there is a name that nobody told.
    fn has_name(&self, words: &[Word<'_>], is_told: impl Fn(TermId) -> bool) -> bool {
        let is_plain = tells_by_capitals(words);
        let may_name = |word: &Word<'_>| {
            let is_name = word.has(Trait::Capital) && !word.has(Trait::Calendar);
            is_name && (is_plain || word.known.term.is_some_and(|term| !self.small.contains(&term)))
        };
        let is_new = |word: &Word<'_>| word.known.term.is_some_and(|term| !is_told(term));
        words.chunk_by(|a, b| may_name(a) == may_name(b)).any(|run| {
            let is_first = run.len() == 1 && run[0].span.start() == words[0].span.start();
            let is_told_longer = run.len() > 1 && run.last().is_some_and(|last| !is_new(last));
            let letters = || run.iter().filter_map(|word| word.surface.chars().next()).collect::<String>().to_lowercase();
            let is_in_full = || run.len() > 1 && self.acronyms.get(&letters()).is_some_and(|&term| is_told(term));
            may_name(&run[0]) && !is_first && !is_told_longer && run.iter().any(is_new) && !is_in_full()
        })
    }
}

/// Whether somebody is quoted with a few words: one alone may be a word of art (`“sanctuary” cities`).
fn quotes(text: &str) -> bool {
    text.split(['“', '”', '"']).skip(1).step_by(2).any(|quoted| words(quoted).count() >= QUOTED)
}

/// Whether capitals tell names: not in a headline in title case.
fn tells_by_capitals(words: &[Word<'_>]) -> bool {
    let long = || words.iter().skip(1).filter(|word| word.has(Trait::Long));
    let small = long().filter(|word| word.has(Trait::Small)).count();
    small > 0 && small * 3 >= long().count()
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::article::Article;
    use crate::story::model::Field;
    use crate::story::phrase::Lexicon;
    use crate::story::points::Sentence;
    use crate::text::{Language, Span};
    use crate::vector::Vectorizer;

    fn with<'t>(texts: &[&'t str], check: impl Fn(&Facts, &[Sentence<'t>])) {
        let articles: Vec<Article> = (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), *text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let sentence = |(voice, text): (usize, &&'t str)| {
            let words = lexicon.cut(text, Language::English);
            let (span, phrase) = (Span::from((0, text.len())), lexicon.phrase(&words));
            let (field, position, faults, is_boilerplate, is_readable) = (Field::Text, 0, Vec::new(), false, true);
            Sentence { voice, field, span, text, position, phrase, words, faults, is_boilerplate, is_readable }
        };
        let sentences: Vec<Sentence<'_>> = texts.iter().enumerate().map(sentence).collect();
        check(&Facts::of(&sentences), &sentences);
    }

    #[test]
    fn facts_are_names_numbers_and_words() {
        let cases = [
            ("nothing", "A bill that spells the end for lotteries passed in the council", false),
            ("first word", "Lotteries of the council come to an end", false),
            ("name", "The bill was written by Jane Roe and the council", true),
            ("number", "The council had taken 8,900 from lotteries", true),
            ("month", "The council passed the bill in August", false),
            ("told name", "The bill was passed in rainy Elm by the council", false),
            ("told name with more of it", "The bill was passed in rainy Upper Elm by the council", false),
            ("told name in full", "The bill was read by members of the Harbour Workers Union", false),
            ("words", "The council said that “lotteries are the end of us” of the bill", true),
            ("one word in quotes", "The council called the bill on “lotteries” an end", false),
            ("title case", "Council Passes a Bill to End Rainy Lotteries", false),
            ("name in title case", "Council Passes Bill to End Rainy Wexcombe Lotteries", true),
        ];
        let mut texts = vec!["Council of Elm and HWU pass bill", "the council passes a rainy bill to end lotteries"];
        texts.extend(cases.map(|(_, text, _)| text));
        with(&texts, |facts, sentences| {
            for ((name, _, expected), sentence) in cases.iter().zip(&sentences[2..]) {
                let is_told = |term| sentences[0].phrase.has(term);
                assert_eq!(facts.are_in(sentence, is_told), *expected, "{name}");
            }
        });
    }

    #[test]
    fn what_is_done_has_one_form() {
        let texts = [
            "Drone crashes near barns of Elm",
            "Drone crashed in Elm",
            "Ferry crashes into quay",
            "Crash of drone in Elm: mayor angry",
            "Goats in barns of Wexcombe",
        ];
        with(&texts, |facts, sentences| {
            let same = |at: usize| facts.same_verb(&sentences[0].words, &sentences[at].words);
            assert!(same(2));
            assert!(!same(3), "somebody's word on it");
            assert!(!same(4), "no verb");
        });
    }
}
