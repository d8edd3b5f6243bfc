//! Words that stand side by side: [`Run`].

use std::borrow::Borrow;

use crate::text::normalize;
use crate::vector::TermId;

use super::case::is_capital;
use super::traits::is_office;

/// Words of a headline that are read.
pub(super) const OF_TITLE: usize = 40;
/// What words of a text are numbered from: none of the headline's, which count for two at most, stands beside one of them.
pub(super) const BEHIND_TITLE: u32 = 2 * OF_TITLE as u32 + 1;
/// How often words stand side by side that are one thing, at least.
pub(super) const PAIRED: usize = 2;

/// A word at one place.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) term: TermId,
    /// Which voice writes it.
    pub(super) voice: u32,
    /// Where it stands among the words of its voice.
    pub(super) at: u32,
    pub(super) surface: &'a str,
    pub(super) role: Role,
    pub(super) does: Does,
    /// Says nothing alone, or what somebody does.
    pub(super) is_empty: bool,
    /// Says what something is like: shown before another word only.
    pub(super) is_quality: bool,
}

/// What a word does where it stands, as far as the word behind it tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Ends what is named: `of the highest court in Elm` is about a court.
    Noun,
    /// Belongs to the next word: `highest`.
    Modifier,
    /// Does something: `corroborate the finding`, `to corroborate`.
    Verb,
}

/// Whether a word that ends as plurals do is what somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Does {
    Unknown,
    /// A thing: `the blocks`, `of blocks`.
    Nothing,
    /// `judge blocks Elm`, `Elm names new mayor`.
    Something,
    /// Before a word that nobody writes as verbs end: `judge orders closure`, and not `ferry prices rise`.
    Perhaps,
}

impl Place<'_> {
    pub(super) fn is_in_text(&self) -> bool {
        self.at >= BEHIND_TITLE
    }
}

/// Words side by side at one place.
pub(super) struct Run {
    voice: u32,
    /// Where the first one stands.
    at: u32,
    pub(super) words: u32,
    /// Of the last one.
    pub(super) role: Role,
    text: String,
}

/// Words that are one thing, at most: `stem cell transplant`.
pub(super) const LONGEST_RUN: u32 = 3;

impl Run {
    pub(super) fn of(place: &Place<'_>) -> Self {
        let Place { voice, at, role, surface, .. } = *place;
        Self { voice, at, words: 1, role, text: surface.to_owned() }
    }

    /// This and the word behind it.
    fn with(&self, last: &Place<'_>) -> Self {
        let (words, text) = (self.words + 1, format!("{} {}", self.text, last.surface));
        Self { voice: self.voice, at: self.at, words, role: last.role, text }
    }
}

/// Places of `first` with one of `second` right behind. Both are sorted by voice and place.
pub(super) fn beside(first: &[Place<'_>], second: &[Place<'_>]) -> usize {
    let is_there = |voice: u32, at: u32| second.binary_search_by_key(&(voice, at), |it| (it.voice, it.at)).is_ok();
    first.iter().filter(|place| place.role == Role::Modifier && is_there(place.voice, place.at + 1)).count()
}

/// Whether two things that stand side by side so often mostly do: two of three places of the rarer one are beside the other,
/// and half of those of the other.
pub(super) fn are_one(together: usize, one: usize, other: usize) -> bool {
    let (few, many) = (one.min(other), one.max(other));
    together >= PAIRED && together * 3 >= few * 2 && together * 2 >= many
}

/// As most of them are written; of equally common ones the first in byte order.
pub(super) fn as_written(runs: &[Run]) -> &str {
    let mut texts: Vec<&str> = runs.iter().map(|run| &*run.text).collect();
    texts.sort_unstable();
    let most = texts.chunk_by(|a, b| a == b).max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b[0].cmp(a[0])));
    most.map_or("", |same| same[0])
}

/// As texts write them, where more of their places there have capitals than not: they are a part of a name, whatever each
/// word is elsewhere. Capitals of headlines say nothing, nor do those of an office (`Prime Minister`).
pub(super) fn in_a_name(runs: &[Run]) -> Option<&str> {
    let is_office_of = |text: &str| text.rsplit(' ').next().is_some_and(|last| is_office(&normalize(last)));
    let is_name = |text: &str| text.split(' ').all(is_capital) && !is_office_of(text);
    let in_text = || runs.iter().filter(|run| run.at >= BEHIND_TITLE).map(|run| &*run.text);
    let named = in_text().filter(|text| is_name(text)).count();
    if named * 2 <= in_text().count() {
        return None;
    }
    in_text().filter(|text| is_name(text)).min()
}

/// Words without the capitals of a headline or of a beginning: `Crypto firm`, where both are written small elsewhere. Other
/// capitals stay (`mRNA Vaccine`).
pub(super) fn without_capitals(words: &str) -> String {
    let small = |word: &str| {
        let is_plain = !word.chars().skip(1).any(char::is_uppercase);
        if is_plain { word.to_lowercase() } else { word.to_owned() }
    };
    words.split(' ').map(small).collect::<Vec<_>>().join(" ")
}

/// All runs that go on with a word of these places, which are sorted by voice and place.
pub(super) fn going_on<R: Borrow<Run>>(runs: impl Iterator<Item = R>, places: &[Place<'_>]) -> Vec<Run> {
    let with = |run: R| {
        let run = run.borrow();
        let behind = (run.voice, run.at + run.words);
        let found = places.binary_search_by_key(&behind, |place| (place.voice, place.at)).ok()?;
        (run.role == Role::Modifier).then(|| run.with(&places[found]))
    };
    runs.filter_map(with).collect()
}

/// All runs with a word of these places before them.
pub(super) fn coming_before(places: &[Place<'_>], runs: &[Run]) -> Vec<Run> {
    let with = |run: &Run| {
        let before = (run.voice, run.at.checked_sub(1)?);
        let place = &places[places.binary_search_by_key(&before, |place| (place.voice, place.at)).ok()?];
        let text = || format!("{} {}", place.surface, run.text);
        (place.role == Role::Modifier).then(|| Run { at: place.at, words: run.words + 1, text: text(), ..*run })
    };
    runs.iter().filter_map(with).collect()
}

#[cfg(test)]
mod tests {
    use super::{BEHIND_TITLE, Role, Run, in_a_name};

    #[test]
    fn capitals_of_texts_make_names() {
        let (title, text) = (0, BEHIND_TITLE);
        let cases = [
            ("in texts", text, ["Harbour Board"; 3], Some("Harbour Board")),
            ("in most", text, ["Harbour Board", "harbour board", "Harbour Board"], Some("Harbour Board")),
            ("in few", text, ["harbour board", "Harbour Board", "harbour board"], None),
            ("in headlines", title, ["Harbour Board"; 3], None),
            ("at a beginning", text, ["Harbour board"; 3], None),
            ("an office", text, ["Harbour Minister"; 3], None),
        ];
        for (name, at, written, expected) in cases {
            let run = |text: &str| Run { voice: 0, at, words: 2, role: Role::Noun, text: text.to_owned() };
            assert_eq!(in_a_name(&written.map(run)), expected, "{name}");
        }
    }
}
