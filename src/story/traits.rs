//! What a word is by its letters alone, looked up once for each: [`Traits`].

use std::borrow::Cow;

use super::case::{is_acronym, is_capital, is_mixed, is_small};
use super::word_lists::{List, Lists, is_adverb, is_empty, is_verb};

/// A set of [`Trait`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Traits(u64);

/// What a word may be. Word lists are English, compared in lower case with straight apostrophes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// Begins with a capital.
    Capital,
    /// Begins with a small letter.
    Small,
    /// Begins with a small letter and is a name: `iPhone`.
    Mixed,
    /// At least two letters, all of them capitals.
    Acronym,
    /// More than three characters.
    Long,
    /// The name of a day or a month.
    Calendar,
    /// An office, or a day or month, and no person.
    Office,
    /// `I`.
    I,
    /// The author or the reader, `we’ll` but not `we’d`.
    Speaker,
    /// The same before its apostrophe.
    BareSpeaker,
    /// Leans on the sentence before as its first word, before its apostrophe.
    Dangling,
    /// What a quotation may begin with, before its apostrophe.
    Thing,
    /// Of one person, before its apostrophe.
    Person,
    /// Of many, before its apostrophe.
    People,
    /// What may follow `this`: now.
    Time,
    /// What may follow `one`.
    OneIs,
    /// `one`.
    One,
    /// `this`.
    This,
    /// What somebody does who is named before.
    Speaking,
    /// Opens a phrase before its sentence.
    Opening,
    /// Ends with `s`, or is `police`.
    Many,
    /// More than three bytes with one `s` at the end.
    Plural,
    /// Ends as verbs do: `crashed`, `crashing`.
    Inflected,
    /// The same of shorter words, some of which end so for no reason (`naked`).
    MayBeInflected,
    /// `today`, `yesterday`: which day that was, the reader of a page cannot know.
    OfThisDay,
    /// `people`.
    Folk,
    /// `a`, `an`.
    Article,
    /// A number, with or without a currency or unit.
    Number,
    /// A number that is likely to be of one thing only: two digits or more, and no year.
    Figure,
    /// Joins something else to the event of a headline.
    Joint,
    /// What those do who say what a headline tells.
    Saying,
    /// What somebody does about what a headline tells.
    Reacting,
    /// What people do about what happened.
    Reaction,
    /// With a quotation beside it somebody's statement.
    Speech,
    /// Behind what somebody says: `said`.
    Claiming,
    /// Of those whose word is news, before its apostrophe.
    Official,
    /// Says what somebody does; as it is folded.
    Doing,
    /// Says nothing alone, or what somebody does, as it is folded; or how, where it is written small.
    Empty,
    /// Says what something is like, and nothing alone; as it is folded.
    Quality,
}

impl Traits {
    /// Of a word as written, and as [`normalize`](crate::text::normalize) folds it.
    pub(super) fn of(word: &str, folded: &str) -> Self {
        let lower = if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
            Cow::Borrowed(word)
        } else if word.is_ascii() {
            Cow::Owned(word.to_ascii_lowercase())
        } else {
            Cow::Owned(word.to_lowercase().replace('’', "'"))
        };
        let lower = lower.as_ref();
        let whole = Lists::of(lower);
        let bare = lower.split_once('\'').map_or(whole, |(bare, _)| Lists::of(bare));
        let mut set = Self::default();
        set.put(Trait::Capital, is_capital(word));
        set.put(Trait::Small, is_small(word));
        set.put(Trait::Mixed, is_mixed(word));
        set.put(Trait::Acronym, is_acronym(word));
        set.put(Trait::Long, word.chars().nth(3).is_some());
        set.put(Trait::Calendar, whole.has(List::Calendar));
        set.put(Trait::Office, is_capital(word) && is_office(folded));
        set.put(Trait::I, word == "I");
        set.put(Trait::Speaker, whole.has(List::FirstAndSecondPerson));
        set.put(Trait::BareSpeaker, bare.has(List::FirstAndSecondPerson));
        set.put(Trait::Dangling, bare.has(List::Dangling));
        set.put(Trait::Thing, bare.has(List::Thing));
        set.put(Trait::Person, bare.has(List::Person));
        set.put(Trait::People, bare.has(List::People));
        set.put(Trait::Time, whole.has(List::Time));
        set.put(Trait::OneIs, whole.has(List::OneIs));
        set.put(Trait::One, lower == "one");
        set.put(Trait::This, lower == "this");
        set.put(Trait::Speaking, whole.has(List::Speaking));
        set.put(Trait::Opening, whole.has(List::OpeningPhrase) || lower.ends_with("ing"));
        set.put(Trait::Many, lower.ends_with('s') || lower == "police");
        set.put(Trait::Plural, lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss"));
        set.put(Trait::Inflected, lower.len() > 5 && (lower.ends_with("ed") || lower.ends_with("ing")));
        set.put(Trait::MayBeInflected, lower.len() > 4 && (lower.ends_with("ed") || lower.ends_with("ing")));
        set.put(Trait::OfThisDay, matches!(lower, "today" | "yesterday" | "tomorrow" | "tonight"));
        set.put(Trait::Folk, lower == "people");
        set.put(Trait::Article, matches!(lower, "a" | "an"));
        set.put(Trait::Number, is_number(lower));
        set.put(Trait::Figure, is_number(lower) && is_figure(lower));
        set.put(Trait::Joint, whole.has(List::Joints));
        set.put(Trait::Saying, whole.has(List::Saying));
        set.put(Trait::Reacting, whole.has(List::Reacting));
        set.put(Trait::Reaction, whole.has(List::Reaction));
        set.put(Trait::Speech, whole.has(List::Speech));
        set.put(Trait::Claiming, whole.has(List::Claiming));
        set.put(Trait::Official, bare.has(List::Official));
        set.put(Trait::Doing, is_verb(folded));
        set.put(Trait::Empty, is_empty(folded) || is_small(word) && is_adverb(folded));
        set.put(Trait::Quality, Lists::of(folded).has(List::Qualities));
        set
    }

    /// Puts one in where it holds.
    fn put(&mut self, one: Trait, holds: bool) {
        self.0 |= u64::from(holds) << one as u32;
    }

    /// Whether the word is this.
    pub(super) const fn has(self, one: Trait) -> bool {
        self.0 >> one as u32 & 1 == 1
    }

    /// Whether the word is one of these.
    pub(super) fn has_any<const N: usize>(self, some: [Trait; N]) -> bool {
        some.into_iter().any(|one| self.has(one))
    }
}

/// `5`, `8,900`, `10%`, `$8.9bn`, `5m`.
fn is_number(lower: &str) -> bool {
    let digits = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    digits.starts_with(|c: char| c.is_ascii_digit())
}

/// `8,900`, `83%`, and neither `5` nor `2025`.
fn is_figure(lower: &str) -> bool {
    let digits = lower.bytes().filter(u8::is_ascii_digit).count();
    digits > 1 && !is_year(lower)
}

/// `1987`, `2026`, and no year that only stories tell of (`2077`).
pub(super) fn is_year(word: &str) -> bool {
    let is_near = word.starts_with("19") || word.starts_with("20") && word.as_bytes()[2..].first() < Some(&b'6');
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && is_near
}

/// Whether a folded word names an office, or a day or month, and no person.
pub(super) fn is_office(folded: &str) -> bool {
    let singular = folded.strip_suffix('s').unwrap_or(folded);
    Lists::of(singular).has(List::Offices) || Lists::of(folded).has(List::Calendar)
}
