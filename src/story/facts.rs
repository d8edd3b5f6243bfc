//! Whether a sentence brings something that can be checked: [`Facts`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{normalize, words};
use crate::vector::TermId;

use super::model::Field;
use super::names::tells_by_capitals;
use super::phrase::Word;
use super::points::Sentence;
use super::role::speaks;
use super::traits::Trait;

/// Words in quotes that somebody said.
const QUOTED: usize = 3;

/// Words of a sentence among which the office of who does it stands.
const BEFORE_AN_ACTOR: usize = 4;

/// Letters of the shortest name that has one for its people.
const SHORTEST: usize = 4;

/// What makes the name of a people from that of a country. English.
const PEOPLES: &[&str] = &["n", "an", "ian", "i", "ish", "ese", "'s", "’s"];

/// Whether a word is what the people of a country are called: `Tarvanian` of `Tarvania`, `Orslandish` of `Orslande`.
pub(super) fn is_people(people: &str, country: &str) -> bool {
    stems(people).any(|stem| country.strip_prefix(stem).is_some_and(|lost| LOST.contains(&lost)))
}

/// What the name of a people may have of its country's.
fn stems(people: &str) -> impl Iterator<Item = &str> {
    PEOPLES.iter().filter_map(|ending| people.strip_suffix(ending)).filter(|stem| stem.len() >= SHORTEST)
}

/// What the name of a country may end with where its people's does not.
const LOST: &[&str] = &["", "a", "e", "y"];

/// What the words of a story are, as far as one sentence alone does not tell it.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// What somebody writes with a small letter: its capital in a headline makes no name.
    small: FxHashSet<TermId>,
    /// What somebody writes with a capital inside of a sentence: as a first word it is a name, too.
    named: FxHashSet<TermId>,
    /// What somebody writes as a verb (`crashed`, `crashing`).
    verbs: FxHashSet<TermId>,
    /// Names that differ by an ending (`Tarvania`, `Tarvanian`): who knows one knows the other.
    kin: FxHashMap<TermId, Vec<TermId>>,
    /// Acronyms in lower case without dots, with their terms.
    acronyms: FxHashMap<String, TermId>,
}

impl Facts {
    /// Of all sentences of a story. Linear in their words.
    pub(super) fn of(sentences: &[Sentence<'_>]) -> Self {
        let mut facts = Self::default();
        let mut names: FxHashMap<&str, TermId> = FxHashMap::default();
        let inside = |sentence: &&Sentence<'_>| tells_by_capitals(&sentence.words);
        for Sentence { text, words, .. } in sentences.iter().filter(inside) {
            let is_name = |word: &&Word<'_>| {
                word.has(Trait::Capital)
                    && !word.has(Trait::Calendar)
                    && !opens(text.get(..word.span.start()).unwrap_or_default())
            };
            facts.named.extend(words.iter().skip(1).filter(is_name).filter_map(|word| word.known.term));
        }
        for word in sentences.iter().flat_map(|sentence| &sentence.words) {
            let Some(term) = word.known.term else { continue };
            if word.has(Trait::Small) {
                facts.small.insert(term);
            } else if word.has(Trait::Acronym) {
                facts.acronyms.entry(normalize(word.surface).into_owned()).or_insert(term);
            }
            if word.has(Trait::Capital) {
                names.insert(word.surface, term);
            }
            if word.has(Trait::Inflected) {
                facts.verbs.insert(term);
            }
        }
        for (name, &term) in &names {
            let countries = stems(name).flat_map(|stem| LOST.iter().map(move |lost| [stem, *lost].concat()));
            for kin in countries.filter_map(|country| names.get(country.as_str())) {
                facts.kin.entry(term).or_default().push(*kin);
                facts.kin.entry(*kin).or_default().push(term);
            }
        }
        facts
    }

    /// Whether a sentence has a name or a number that nobody told, or somebody's words.
    ///
    /// A known name that is written longer (`Jane Roe` after `Roe`) or in full (`Harbour Workers Union` after `HWU`) is
    /// told. Linear in its words.
    pub(super) fn are_in(&self, sentence: &Sentence<'_>, knows: impl Fn(TermId) -> bool) -> bool {
        let Sentence { field, text, words, .. } = sentence;
        let is_told = |term| self.is_told(term, &knows);
        let is_new = |word: &Word<'_>| word.known.term.is_some_and(|term| !is_told(term));
        *field == Field::Text && (quotes(text) || speaks(text, words))
            || words.iter().any(|word| word.has(Trait::Number) && is_new(word))
            || self.has_name(words, is_told)
    }

    /// Whether there is a name that nobody told and that somebody writes with a capital where small letters are usual.
    /// Linear in the words.
    pub(super) fn names_in(&self, words: &[Word<'_>], knows: impl Fn(TermId) -> bool) -> bool {
        self.has_name(words, |term| self.is_told(term, &knows) || !self.named.contains(&term))
    }

    /// Whether a word is known, or the name of its country or people.
    fn is_told(&self, term: TermId, knows: impl Fn(TermId) -> bool) -> bool {
        knows(term) || self.kin.get(&term).is_some_and(|kin| kin.iter().any(|&kin| knows(kin)))
    }

    /// Whether a headline says that somebody does what another one says, in the same form: `explodes` is the same
    /// explosion, `explosion` may be somebody's word on it. Linear in the words of both.
    pub(super) fn same_verb(&self, one: &[Word<'_>], other: &[Word<'_>]) -> bool {
        let is_verb = |word: &&Word<'_>| {
            let is_third = word.has(Trait::Plural) && word.known.term.is_some_and(|term| self.verbs.contains(&term));
            is_third || word.has(Trait::Inflected) && word.surface.ends_with('d')
        };
        let in_one_form =
            one.iter().filter(is_verb).any(|word| other.iter().any(|other| other.known.print == word.known.print));
        in_one_form || meets(one, other, is_verb) || meets(other, one, is_verb)
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
            let is_named = || run[0].known.term.is_some_and(|term| self.named.contains(&term));
            let is_first = run.len() == 1 && run[0].span.start() == words[0].span.start() && !is_named();
            let is_told_longer = run.len() > 1 && run.last().is_some_and(|last| !is_new(last));
            let letters =
                || run.iter().filter_map(|word| word.surface.chars().next()).collect::<String>().to_lowercase();
            let is_in_full = || run.len() > 1 && self.acronyms.get(&letters()).is_some_and(|&term| is_told(term));
            may_name(&run[0]) && !is_first && !is_told_longer && run.iter().any(is_new) && !is_in_full()
        })
    }
}

/// Whether somebody whom nobody told is named with an office as who does it: `Harbour Judge Jane Roe lifts …`. Constant.
pub(super) fn names_the_actor(words: &[Word<'_>], is_new: impl Fn(TermId) -> bool) -> bool {
    words.windows(3).take(BEFORE_AN_ACTOR).any(|three| {
        let [office, first, last] = three else { return false };
        let is_name = |word: &Word<'_>| {
            word.has(Trait::Capital) && !word.has(Trait::Office) && word.known.term.is_some_and(&is_new)
        };
        office.has(Trait::Office) && is_name(first) && is_name(last)
    })
}

/// Whether a word begins something behind this: a capital there makes no name (`gulls fly: Study`).
fn opens(before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with([':', ';', '.', '?', '!', '|', '–', '—', '-', '“', '"', '‘'])
}

/// Whether somebody is to do in one headline what is done in the other: `minister to resign`, `minister resigns`.
fn meets(to_come: &[Word<'_>], done: &[Word<'_>], is_verb: impl Fn(&&Word<'_>) -> bool) -> bool {
    let to_come = to_come.windows(2).filter(|pair| matches!(pair[0].surface, "to" | "To" | "will" | "Will"));
    let is_done = |term: TermId| done.iter().filter(&is_verb).any(|word| word.known.term == Some(term));
    to_come.filter_map(|pair| pair[1].known.term).any(is_done)
}

/// How many words nobody told, without the rest of a name that is told (`James` and `Pole` in `James Roe Pole Station`
/// after `Roe Station`). Linear in its words.
pub(super) fn new_words(words: &[Word<'_>], is_told: impl Fn(TermId) -> bool) -> usize {
    let is_plain = tells_by_capitals(words);
    let is_known = |word: &Word<'_>| word.known.term.is_some_and(&is_told);
    let runs = words.chunk_by(|a, b| a.has(Trait::Capital) == b.has(Trait::Capital));
    let others = runs.filter(|run| {
        let is_name = is_plain && run[0].has(Trait::Capital);
        !is_name || !run.last().is_some_and(is_known)
    });
    let is_new = |word: &&Word<'_>| word.known.term.is_some_and(|term| !is_told(term)) && !word.has(Trait::Number);
    others.flatten().filter(is_new).count()
}

/// Whether somebody is quoted with a few words: one alone may be a word of art (`“sanctuary” cities`).
fn quotes(text: &str) -> bool {
    text.split(['“', '”', '"']).skip(1).step_by(2).any(|quoted| words(quoted).count() >= QUOTED)
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::story::points::Sentence;
    use crate::vector::Vectorizer;

    fn with(texts: &[&'static str], check: impl Fn(&Facts, &[Sentence<'_>])) {
        let articles: Vec<Article> = (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), *text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let sentence = |(voice, text): (usize, &&'static str)| Sentence::readable(voice, text, &mut lexicon);
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
            ("people of a told name", "The bill was passed in rainy Tarvania by the council", false),
            ("told name with more of it", "The bill was passed in rainy Upper Elm by the council", false),
            ("told name in full", "The bill was read by members of the Harbour Workers Union", false),
            ("words", "The council said that “lotteries are the end of us” of the bill", true),
            ("somebody's word", "The council argued that lotteries of the bill are an end", true),
            (
                "a court's word",
                "A bill that spells the end for lotteries passed, a council ruling that it is rainy",
                true,
            ),
            ("one word in quotes", "The council passed the bill on “lotteries” an end", false),
            ("title case", "Council Passes a Bill to End Rainy Lotteries", false),
            ("name in title case", "Council Passes Bill to End Rainy Wexcombe Lotteries", true),
        ];
        let mut texts =
            vec!["Tarvanian council of Elm and HWU pass bill", "the council passes a rainy bill to end lotteries"];
        texts.extend(cases.map(|(_, text, _)| text));
        with(&texts, |facts, sentences| {
            for ((name, _, expected), sentence) in cases.iter().zip(&sentences[2..]) {
                let is_told = |term| sentences[0].phrase.has(term);
                assert_eq!(facts.are_in(sentence, is_told), *expected, "{name}");
            }
        });
    }

    #[test]
    fn the_rest_of_a_told_name_is_told() {
        let texts =
            ["Roe Station finds gulls off Elm", "Scientists find gulls off Elm with the James Roe Pole Station"];
        with(&texts, |_, sentences| {
            let count = super::new_words(&sentences[1].words, |term| sentences[0].phrase.has(term));
            assert_eq!(count, 1, "scientists");
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
            "Drone chasing goats crashes",
            "Ferry chasing gulls sinks",
            "Gulls to sink ferry",
            "Sinking ferry off Elm",
        ];
        with(&texts, |facts, sentences| {
            let same = |at: usize| facts.same_verb(&sentences[0].words, &sentences[at].words);
            assert!(same(2));
            assert!(!same(3), "somebody's word on it");
            assert!(!same(4), "no verb");
            assert!(!facts.same_verb(&sentences[5].words, &sentences[6].words), "said of a noun");
            assert!(facts.same_verb(&sentences[7].words, &sentences[6].words), "to come");
            assert!(facts.same_verb(&sentences[6].words, &sentences[7].words), "to come");
            assert!(!facts.same_verb(&sentences[7].words, &sentences[2].words), "something else to come");
        });
    }
}
