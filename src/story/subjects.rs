//! What a story is about beside its names: words, and pairs of words that are one thing. [`subjects`].

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::text::{Language, is_letter, normalize};
use crate::vector::TermId;

use super::case::{is_capital, is_small};
use super::center::Center;
use super::facts::is_people;
use super::phrase::{Lexicon, Passage, Word, may_be_cut};
use super::points::Voice;
use super::traits::{Trait, is_office};
use super::word_lists::is_empty;

/// Words of a headline that are read.
const OF_TITLE: usize = 40;
/// What words of a text are numbered from: none of the headline's, which count for two at most, stands beside one of them.
const BEHIND_TITLE: u32 = 2 * OF_TITLE as u32 + 1;
/// Words of a text that are read.
const OF_TEXT: usize = 60;
/// Words that are looked at, the heaviest: more than are shown, as many are verbs or parts of names.
const HEAVIEST: usize = 64;
/// How often two words stand side by side that are one thing, at least.
const PAIRED: usize = 2;
/// Headlines of which one is enough for a word that is written small; of more, two.
const FEW: usize = 3;

/// Words that are no subjects of their own, folded.
pub(super) struct Barred<'n> {
    /// Of the names that were chosen.
    pub(super) taken: FxHashSet<&'n str>,
    /// Of all names of several words: with a capital they are a part of those.
    pub(super) parts: FxHashSet<&'n str>,
    /// Names of outlets.
    pub(super) outlets: &'n FxHashSet<String>,
}

impl Barred<'_> {
    fn has(&self, word: &str, folded: &str) -> bool {
        self.taken.contains(folded)
            || folded.strip_suffix('s').is_some_and(|one| self.taken.contains(one))
            || self.taken.iter().any(|name| {
                let is_kind = || name.strip_prefix(folded).is_some_and(|rest| rest.starts_with('-'));
                name.as_bytes().first() == folded.as_bytes().first() && (is_kind() || is_people(folded, name))
            })
            || self.outlets.contains(folded)
            || (is_capital(word) && self.parts.contains(folded))
    }
}

/// A word at one place.
#[derive(Clone, Copy)]
struct Place<'a> {
    term: TermId,
    /// Which voice writes it.
    voice: u32,
    /// Where it stands among the words of its voice.
    at: u32,
    surface: &'a str,
    role: Role,
    /// Says nothing alone, or what somebody does.
    is_empty: bool,
    /// Says what something is like: shown before another word only.
    is_quality: bool,
}

/// What a word does where it stands, as far as the word behind it tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Ends what is named: `of the highest court in Elm` is about a court.
    Noun,
    /// Belongs to the next word: `highest`.
    Modifier,
    /// Does something: `corroborate the finding`, `to corroborate`.
    Verb,
}

/// A word that may be shown, with all its places.
struct Subject<'p, 'a> {
    text: Cow<'a, str>,
    places: &'p [Place<'a>],
    /// Whether it is two words.
    is_pair: bool,
    /// Whether it only says what something is like.
    is_quality: bool,
}

/// Words that weigh most in the centroid and that most members have, as they write them; the heaviest first, `limit` at
/// most.
///
/// Two of them that mostly stand side by side are one (`cardiac arrest`), and a word that is mostly written with a hyphen is
/// whole (`spin-off`); of words with capitals only those that never stand apart. No stop word, number, verb, or word that
/// only stands before others (`highest`; English), and none written small that hardly any headline carries.
pub(super) fn subjects<'a>(
    voices: &[Voice<'a>],
    lexicon: &mut Lexicon<'a>,
    barred: &Barred<'_>,
    enough: usize,
    center: &Center,
    limit: usize,
) -> Vec<String> {
    let mut places: Vec<Place<'a>> = Vec::with_capacity(voices.len() * (OF_TITLE + OF_TEXT) / 2);
    for (voice, Voice { title, text, .. }) in (0..).zip(voices) {
        read(&mut places, lexicon, title, voice, 0, OF_TITLE);
        read(&mut places, lexicon, text, voice, BEHIND_TITLE, OF_TEXT);
    }
    // Stable: the places of a term stay in the order of voices and words.
    places.sort_by_key(|place| place.term);
    let weighed = places.chunk_by(|a, b| a.term == b.term).filter_map(|places| {
        let term = places.first()?.term;
        let holders = places.chunk_by(|a, b| a.voice == b.voice).count();
        let weight = center.weight(term) * (holders as f32 / voices.len() as f32).sqrt();
        (holders >= enough).then_some((weight, term, places))
    });
    let mut weighed: Vec<_> = weighed.collect();
    weighed.sort_by(|(x, a, _), (y, b, _)| y.total_cmp(x).then(a.cmp(b)));
    let is_name = |place: &Place<'a>| is_capital(place.surface) && !lexicon.is_small(place.term);
    let titled = voices.iter().filter(|voice| voice.headline.is_some()).count();
    // What stands in a few texts only, and in no headline, is hardly what the story is about.
    let is_carried = |places: &[Place<'a>]| {
        let holders = || places.chunk_by(|a, b| a.voice == b.voice);
        let heads = holders().filter(|held| held.iter().any(|place| !place.is_in_text())).count();
        heads >= titled.min(if titled > FEW { 2 } else { 1 }) || holders().count() * 2 >= voices.len().max(FEW)
    };
    let is_named = |subject: &Subject<'_, 'a>| {
        let is_noun = |place: &Place<'a>| place.role == Role::Noun || is_name(place);
        (subject.is_pair || !subject.is_quality && subject.places.iter().any(is_noun))
            && (is_capital(&subject.text) || is_carried(subject.places))
    };
    let mut subjects: Vec<Subject<'_, 'a>> = Vec::new();
    let mut named = 0;
    for (_, _, places) in weighed.into_iter().take(HEAVIEST) {
        // From here on a word can only be one with another.
        let (is_full, may_pair) = (named >= limit, places.len() >= PAIRED);
        if is_full && !may_pair {
            continue;
        }
        let Some(place @ &Place { surface: word, is_empty: false, .. }) = spelling(places) else { continue };
        if barred.has(word, &normalize(word)) {
            continue;
        }
        let is_quality = place.is_quality && !is_name(place);
        // Whether the subject's word comes first.
        let is_first = |subject: &Subject<'_, 'a>| beside(subject.places, places) >= beside(places, subject.places);
        let pairs = |subject: &Subject<'_, 'a>| {
            let are_small = is_small(&subject.text) && is_small(word);
            // Capitals make a name in a text, and in a headline where the batch writes both with capitals elsewhere.
            let are_names = || {
                let is_name = |places: &[Place<'a>]| places.iter().all(|place| lexicon.is_name(place.term));
                places.iter().any(Place::is_in_text) || is_name(places) && is_name(subject.places)
            };
            let are_together = || {
                if are_small {
                    are_one(subject.places, places)
                } else {
                    are_never_apart(subject.places, places) && are_names()
                }
            };
            let ends = || {
                let in_order = is_first(subject);
                let (first, last) = if in_order { (subject.places, places) } else { (places, subject.places) };
                // Behind an office a name may stand: `Prime Minister Jane Roe`.
                let is_office = is_office(&normalize(if in_order { word } else { &subject.text }));
                !(if in_order { is_quality } else { subject.is_quality }) && (is_office || is_end(last, first))
            };
            !subject.is_pair && may_pair && are_together() && ends()
        };
        if let Some(subject) = subjects.iter_mut().find(|subject| pairs(subject)) {
            let is_first = is_first(subject);
            let (first, second) = if is_first { (&*subject.text, word) } else { (word, &*subject.text) };
            let text = Cow::Owned(format!("{first} {second}"));
            named += usize::from(!is_named(subject));
            (subject.text, subject.is_pair) = (text, true);
        } else if !is_full && !subjects.iter().any(|subject| subject.text == word) {
            let subject = Subject { text: Cow::Borrowed(word), places, is_pair: false, is_quality };
            named += usize::from(is_named(&subject));
            subjects.push(subject);
        }
    }
    subjects.retain(is_named);
    subjects.into_iter().take(limit).map(|subject| subject.text.into_owned()).collect()
}

/// Adds the words of a passage, numbered from `from` on.
fn read<'a>(
    places: &mut Vec<Place<'a>>,
    lexicon: &mut Lexicon<'a>,
    passage: &Passage<'a>,
    voice: u32,
    from: u32,
    limit: usize,
) {
    let text = passage.text;
    let is_english = passage.language == Language::English;
    let mut at = from;
    let mut before: Option<Word<'a>> = None;
    // Whether the word before is the last place.
    let mut is_last = false;
    let mut is_quoted = false;
    lexicon.first_words(passage, limit, |word| {
        let gap = text.get(before.map_or(0, |before| before.span.end())..word.span.start()).unwrap_or_default();
        for sign in gap.chars().filter(|_| gap != " ") {
            is_quoted = match sign {
                '“' => true,
                '”' => false,
                '"' => !is_quoted,
                _ => is_quoted,
            };
        }
        // The capitals of a quotation in a text are the speaker's.
        let may_join = |last: &Place<'a>| is_english && !(is_quoted && last.is_in_text() && is_capital(last.surface));
        if let Some(last) = places.last_mut().filter(|last| is_last && last.role == Role::Noun && may_join(last)) {
            last.role = last.before(&word, gap);
        }
        let compound = compound(text, word.span.start(), word.span.end(), word.surface);
        let bare = compound.strip_suffix("'s").or_else(|| compound.strip_suffix("’s")).unwrap_or(compound);
        is_last = false;
        if let Some(term) = word.known.term {
            let is_address = ["http", "www."].iter().any(|start| bare.starts_with(start));
            if bare.chars().nth(2).is_some() && bare.starts_with(is_letter) && !is_address {
                let is_behind = |words: &[&str]| before.is_some_and(|before| words.contains(&before.surface));
                let is_done = is_english
                    && gap == " "
                    && (is_behind(BEFORE_VERBS) || bare.ends_with("ing") && is_behind(BEFORE_PARTICIPLES));
                let role = if is_done { Role::Verb } else { Role::Noun };
                let is_empty = if compound.len() == word.surface.len() {
                    word.has(Trait::Empty)
                } else {
                    is_empty(&normalize(compound))
                };
                let is_quality = word.has(Trait::Quality) && compound.len() == word.surface.len();
                places.push(Place { term, voice, at, surface: bare, role, is_empty, is_quality });
                is_last = true;
            }
        }
        before = Some(word);
        // Nothing is one thing with what belongs to it: `Elm's harbour`.
        at += if bare.len() < compound.len() { 2 } else { 1 };
    });
    if is_last && before.is_some_and(|last| may_be_cut(text, last.span.end())) {
        places.pop();
    }
}

impl Place<'_> {
    fn is_in_text(&self) -> bool {
        self.at >= BEHIND_TITLE
    }

    /// What its word is by the word behind it: `ferry Pelican` and `ferry sinks` are about a ferry, `Upper Elm` about Elm.
    fn before(&self, next: &Word<'_>, gap: &str) -> Role {
        let is_name = next.has(Trait::Capital) && is_small(self.surface);
        match gap {
            " " if DETERMINERS.contains(&next.surface) => Role::Verb,
            " " if !next.known.is_stop && !is_name && !next.has(Trait::Doing) => Role::Modifier,
            _ => Role::Noun,
        }
    }
}

/// A word in small letters with those that hyphens tie to it, `off` as `spin-off`; any other alone.
fn compound<'a>(text: &'a str, start: usize, end: usize, word: &'a str) -> &'a str {
    let is_part = |c: char| is_letter(c) || c == '-';
    let (before, after) = (&text[..start], &text[end..]);
    if !before.ends_with('-') && !after.starts_with('-') {
        return word;
    }
    let first = before.char_indices().rev().take(LONGEST).take_while(|&(_, c)| is_part(c)).last();
    let last = after.char_indices().take(LONGEST).take_while(|&(_, c)| is_part(c)).last();
    let whole = &text[first.map_or(start, |(at, _)| at)..last.map_or(end, |(at, c)| end + at + c.len_utf8())];
    let is_whole = whole.len() <= LONGEST && whole.split('-').all(is_small);
    if is_whole { whole } else { word }
}

/// Bytes of the longest compound.
const LONGEST: usize = 24;

/// Whether two words mostly stand side by side, in whichever order: two of three places of the rarer one are beside the
/// other, and half of those of the other.
fn are_one(one: &[Place<'_>], other: &[Place<'_>]) -> bool {
    let together = beside(one, other).max(beside(other, one));
    let (few, many) = (one.len().min(other.len()), one.len().max(other.len()));
    together >= PAIRED && together * 3 >= few * 2 && together * 2 >= many
}

/// Whether two words stand nowhere but side by side: `Homo sapiens`.
fn are_never_apart(one: &[Place<'_>], other: &[Place<'_>]) -> bool {
    let together = beside(one, other).max(beside(other, one));
    together >= PAIRED && together == one.len().max(other.len())
}

/// Places of `first` with one of `second` right behind. Both are sorted by voice and place.
fn beside(first: &[Place<'_>], second: &[Place<'_>]) -> usize {
    let is_there = |voice: u32, at: u32| second.binary_search_by_key(&(voice, at), |it| (it.voice, it.at)).is_ok();
    first.iter().filter(|place| place.role == Role::Modifier && is_there(place.voice, place.at + 1)).count()
}

/// Whether a word ends what is named anywhere behind another: `staff` does in `reset staff`, and not in `reset staff
/// passwords`.
fn is_end(last: &[Place<'_>], first: &[Place<'_>]) -> bool {
    let behind = |voice: u32, at: u32| last.binary_search_by_key(&(voice, at), |it| (it.voice, it.at)).ok();
    let ends = |at: usize| last[at].role == Role::Noun;
    first.iter().any(|place| place.role == Role::Modifier && behind(place.voice, place.at + 1).is_some_and(ends))
}

/// A place with the most common spelling; a small one where anybody writes it so, as a capital may come from the beginning of
/// a sentence. Of equally common ones the first in byte order.
fn spelling<'p, 'a>(places: &'p [Place<'a>]) -> Option<&'p Place<'a>> {
    let first = places.first()?;
    if places.iter().all(|place| place.surface == first.surface) {
        return Some(first);
    }
    let mut written: Vec<&Place<'_>> = places.iter().collect();
    written.sort_unstable_by_key(|place| place.surface);
    let alike = written.chunk_by(|a, b| a.surface == b.surface);
    let spellings = alike.map(|same| (is_small(same[0].surface), same.len(), same[0]));
    spellings
        .max_by(|(s, n, a), (t, m, b)| (s, n).cmp(&(t, m)).then_with(|| b.surface.cmp(a.surface)))
        .map(|(_, _, place)| place)
}

/// Words before a noun that are behind no noun, but behind a verb. English.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "these"];

/// Words that a verb follows. English.
const BEFORE_VERBS: &[&str] = &["to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "who"];

/// Before what somebody is doing. English.
const BEFORE_PARTICIPLES: &[&str] = &[
    "am", "is", "are", "was", "were", "be", "been", "after", "before", "by", "keeps", "kept", "when", "while",
    "without",
];
