//! Which of the lists of English words a word is on, in one look-up: [`Lists`].

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::case::CALENDAR;
use super::empty_words::{EVERYWHERE, FRAGMENTS, NO_ADVERBS, NUMBERS, QUALITIES, VERBS};
use super::english::{
    DANGLING, FIRST_AND_SECOND_PERSON, JOINTS, OFFICES, ONE_IS, OPENING_PHRASE, PEOPLE, PERSON, THING, TIME,
};
use super::speech_words::{CLAIMING, OFFICIAL, REACTING, REACTION, SAYING, SPEAKING, SPEECH};

/// A set of [`List`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lists(u32);

/// A list of words in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    FirstAndSecondPerson,
    Dangling,
    Thing,
    Person,
    People,
    Time,
    OneIs,
    Speaking,
    OpeningPhrase,
    Calendar,
    Offices,
    Verbs,
    Qualities,
    NoAdverbs,
    Everywhere,
    Numbers,
    Fragments,
    Joints,
    Saying,
    Reacting,
    Reaction,
    Speech,
    Claiming,
    Official,
}

const WORDS: [(List, &[&str]); 18] = [
    (List::FirstAndSecondPerson, FIRST_AND_SECOND_PERSON),
    (List::Dangling, DANGLING),
    (List::Thing, THING),
    (List::Person, PERSON),
    (List::People, PEOPLE),
    (List::Time, TIME),
    (List::OneIs, ONE_IS),
    (List::Speaking, SPEAKING),
    (List::OpeningPhrase, OPENING_PHRASE),
    (List::Calendar, CALENDAR),
    (List::Offices, OFFICES),
    (List::Joints, JOINTS),
    (List::Saying, SAYING),
    (List::Reacting, REACTING),
    (List::Reaction, REACTION),
    (List::Speech, SPEECH),
    (List::Claiming, CLAIMING),
    (List::Official, OFFICIAL),
];

/// Those that are long, with spaces between the words.
const TEXTS: [(List, &str); 6] = [
    (List::Verbs, VERBS),
    (List::Qualities, QUALITIES),
    (List::NoAdverbs, NO_ADVERBS),
    (List::Everywhere, EVERYWHERE),
    (List::Numbers, NUMBERS),
    (List::Fragments, FRAGMENTS),
];

/// Every word of every list.
fn entries() -> impl Iterator<Item = (List, &'static str)> {
    let listed = WORDS.into_iter().flat_map(|(list, words)| words.iter().map(move |&word| (list, word)));
    listed.chain(TEXTS.into_iter().flat_map(|(list, text)| text.split(' ').map(move |word| (list, word))))
}

static TABLE: LazyLock<FxHashMap<&'static str, Lists>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Lists> = FxHashMap::default();
    for (list, word) in entries() {
        table.entry(word).or_default().0 |= 1 << list as u32;
    }
    table
});

impl Lists {
    /// The lists that a word is on; `word` in lower case.
    pub(super) fn of(word: &str) -> Self {
        TABLE.get(word).copied().unwrap_or_default()
    }

    /// Whether the word is on this list.
    pub(super) const fn has(self, list: List) -> bool {
        self.0 >> list as u32 & 1 == 1
    }
}

/// Says nothing alone: a day, a month, a number, a part of a word or what any news may have; folded. English.
pub(super) fn says_nothing(folded: &str) -> bool {
    let on = Lists::of(folded);
    [List::Calendar, List::Everywhere, List::Numbers, List::Fragments].iter().any(|&list| on.has(list))
}

/// Says what somebody does and not what the story is about; folded. English: `-ed`, and what headlines do most.
pub(super) fn is_verb(folded: &str) -> bool {
    (folded.len() > 4 && folded.ends_with("ed") && !folded.ends_with("eed")) || Lists::of(folded).has(List::Verbs)
}

/// Says how somebody does something; folded. English: `-ly`.
pub(super) fn is_adverb(folded: &str) -> bool {
    folded.len() > 4 && folded.ends_with("ly") && !Lists::of(folded).has(List::NoAdverbs)
}

/// Says nothing alone, or what somebody does; folded. English.
pub(super) fn is_empty(folded: &str) -> bool {
    says_nothing(folded) || is_verb(folded)
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::*;

    #[test]
    fn adverbs_end_alike() {
        let cases = [("strangely", true), ("badly", true), ("family", false), ("quarterly", false), ("ply", false)];
        for (word, expected) in cases {
            assert_eq!(is_adverb(word), expected, "{word}");
        }
    }

    #[test]
    fn what_is_as_often_a_noun_is_no_verb() {
        let verbs = ["declaring", "postpone", "refuses", "blocking", "flooded"];
        assert_eq!(verbs.iter().filter(|word| !is_verb(word)).count(), 0);
        let nouns = ["testing", "surrender", "recalls", "monitoring", "seed", "crashes"];
        assert_eq!(nouns.iter().filter(|word| is_verb(word)).count(), 0);
    }

    #[test]
    fn every_word_is_on_its_lists() {
        let all: Vec<(List, &str)> = entries().collect();
        let known: FxHashSet<(u32, &str)> = all.iter().map(|&(list, word)| (list as u32, word)).collect();
        let lists: FxHashSet<u32> = known.iter().map(|&(list, _)| list).collect();
        for &(_, word) in &all {
            let found: FxHashSet<u32> = (0..u32::BITS).filter(|bit| Lists::of(word).0 >> bit & 1 == 1).collect();
            let expected = lists.iter().copied().filter(|&list| known.contains(&(list, word))).collect();
            assert_eq!(found, expected, "{word}");
        }
        assert_eq!(Lists::of("wexcombe"), Lists::default());
    }
}
