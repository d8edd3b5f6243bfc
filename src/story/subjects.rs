//! What a story is about beside its names: words, and pairs of words that are one thing. [`subjects`].

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::text::{Language, fold_onto, normalize};
use crate::vector::TermId;

use super::case::{is_acronym, is_capital, is_small};
use super::center::Center;
use super::facts::is_people;
use super::phrase::Lexicon;
use super::places::{LONGEST_COMPOUND, read};
use super::points::Voice;
use super::runs::{
    BEHIND_TITLE, LONGEST_RUN, OF_TITLE, PAIRED, Place, Role, Run, are_one, as_written, beside, coming_before,
    going_on, in_a_name, without_capitals,
};
use super::spelling::is_spelled_alike;

/// Words of a text that are read.
const OF_TEXT: usize = 60;
/// Words that are looked at, the heaviest: more than are shown, as many are verbs or parts of names.
const HEAVIEST: usize = 64;
/// Headlines of which one is enough for a word that is written small; of more, two.
const FEW: usize = 3;

/// Words that are no subjects of their own, folded.
pub(super) struct Barred<'n> {
    /// Of the names that were chosen.
    pub(super) taken: Vec<&'n str>,
    /// Of the same names, but for words without one.
    pub(super) terms: Vec<TermId>,
    /// Of names that are one of those in other words: with capitals they are those again.
    pub(super) aliases: Vec<&'n str>,
    /// Of all names of several words, sorted: with a capital they are a part of those.
    pub(super) parts: Vec<&'n str>,
    /// Names of outlets.
    pub(super) outlets: &'n FxHashSet<String>,
}

impl Barred<'_> {
    fn has(&self, word: &str, folded: &str, term: TermId) -> bool {
        self.taken.contains(&folded)
            || folded.strip_suffix('s').is_some_and(|one| self.taken.contains(&one))
            || self.taken.iter().any(|name| {
                let is_kind = || name.strip_prefix(folded).is_some_and(|rest| rest.starts_with('-'));
                name.as_bytes().first() == folded.as_bytes().first() && (is_kind() || is_people(folded, name))
            })
            || self.outlets.contains(folded)
            || (is_capital(word)
                && (self.parts.binary_search(&folded).is_ok()
                    || self.terms.contains(&term)
                    || self.taken.iter().any(|name| is_spelled_alike(folded, name))))
    }

    /// Whether several words are, with capitals, a part of a name that is shown in other words.
    fn has_all(&self, several: &str) -> bool {
        several.split(' ').all(|word| is_capital(word) && self.aliases.contains(&&*normalize(word)))
    }
}

/// A word that may be shown, with all its places, or several that are one thing.
struct Subject<'p, 'a> {
    text: Cow<'a, str>,
    /// Of its first word.
    places: &'p [Place<'a>],
    /// Where its words stand side by side; none for one word.
    runs: Vec<Run>,
    /// Whether it only says what something is like.
    is_quality: bool,
}

/// A word that is looked at.
struct Candidate<'p, 'a> {
    text: &'p str,
    places: &'p [Place<'a>],
    is_quality: bool,
}

impl<'a> Subject<'_, 'a> {
    /// The runs of this subject with a word, and how they are shown, where they are one thing.
    ///
    /// Not where the last word only says what something is like, or nowhere ends what is named; nor does such a word make two
    /// that are one thing any longer.
    fn joined(&self, word: &Candidate<'_, '_>, lexicon: &Lexicon<'_>) -> Option<(Vec<Run>, String)> {
        let are_small = is_small(word.text) && is_small(&self.text);
        let (runs, is_quality) = if self.runs.is_empty() {
            if !self.is_one_with(word, are_small, lexicon) {
                return None;
            }
            let runs = |first: &[Place<'_>], last| going_on(first.iter().map(Run::of), last);
            if beside(self.places, word.places) >= beside(word.places, self.places) {
                (runs(self.places, word.places), word.is_quality)
            } else {
                (runs(word.places, self.places), self.is_quality)
            }
        } else {
            let is_full = self.runs.first().is_none_or(|run| run.words >= LONGEST_RUN);
            if is_full || !are_small || word.is_quality || word.text.ends_with("ing") {
                return None;
            }
            let (behind, before) = (going_on(self.runs.iter(), word.places), coming_before(word.places, &self.runs));
            let runs = if behind.len() >= before.len() { behind } else { before };
            if !are_one(runs.len(), self.runs.len(), word.places.len()) {
                return None;
            }
            (runs, false)
        };
        if is_quality || !runs.iter().any(|run| run.role == Role::Noun) {
            return None;
        }
        let text = if are_small {
            in_a_name(&runs).map_or_else(|| without_capitals(as_written(&runs)), str::to_owned)
        } else {
            as_written(&runs).to_owned()
        };
        Some((runs, text))
    }

    /// A subject of one word.
    fn alone(&self) -> Option<Candidate<'_, 'a>> {
        let Self { ref text, places, is_quality, .. } = *self;
        self.runs.is_empty().then_some(Candidate { text, places, is_quality })
    }

    /// Whether a subject of one word and another word mostly stand side by side.
    fn is_one_with(&self, word: &Candidate<'_, '_>, are_small: bool, lexicon: &Lexicon<'_>) -> bool {
        let (one, other) = (self.places, word.places);
        let together = beside(one, other).max(beside(other, one));
        if are_small {
            return are_one(together, one.len(), other.len());
        }
        // Capitals make a name in a text, and in a headline where the batch writes both with capitals elsewhere.
        let are_names = || {
            let is_name = |places: &[Place<'_>]| places.iter().all(|place| lexicon.is_name(place.term));
            other.iter().any(Place::is_in_text) || is_name(other) && is_name(one)
        };
        // Nowhere but side by side: `Homo sapiens`.
        together >= PAIRED && together == one.len().max(other.len()) && are_names()
    }
}

/// Words of one language that weigh most in the centroid and that most members have, as they write them; the heaviest first, `limit` at
/// most.
///
/// Two or three of them that mostly stand side by side are one (`cardiac arrest`), and a word that is mostly written with a hyphen is
/// whole (`spin-off`); of words with capitals only those that never stand apart. No stop word, number, verb, or word that
/// only stands before others (`highest`; English), and none written small that hardly any headline carries.
pub(super) fn subjects<'a>(
    voices: &[Voice<'a>],
    main: Language,
    lexicon: &mut Lexicon<'a>,
    barred: &Barred<'_>,
    enough: usize,
    center: &Center,
    limit: usize,
) -> Vec<String> {
    let mut places: Vec<Place<'a>> = Vec::with_capacity(voices.len() * (OF_TITLE + OF_TEXT) / 2);
    let voices: Vec<&Voice<'a>> = voices.iter().filter(|voice| voice.language == main).collect();
    for (voice, Voice { title, text, .. }) in (0..).zip(&voices) {
        read(&mut places, lexicon, title, voice, 0, OF_TITLE);
        read(&mut places, lexicon, text, voice, BEHIND_TITLE, OF_TEXT);
    }
    places.sort_unstable_by_key(|place| (place.term, place.voice, place.at));
    let mut weighed = Vec::with_capacity(places.len());
    weighed.extend(places.chunk_by(|a, b| a.term == b.term).filter_map(|places| {
        let term = places.first()?.term;
        let holders = places.chunk_by(|a, b| a.voice == b.voice).count();
        let weight = center.weight(term) * (holders as f32 / voices.len() as f32).sqrt();
        (holders >= enough).then_some((weight, term, places))
    }));
    weighed.sort_unstable_by(|(x, a, _), (y, b, _)| y.total_cmp(x).then(a.cmp(b)));
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
        let is_thing = || subject.places.iter().any(is_noun) && !lexicon.is_done(&subject.text, subject.places);
        (!subject.runs.is_empty() || !subject.is_quality && is_thing())
            && (is_capital(&subject.text) || is_carried(subject.places))
    };
    let places_of = |term: TermId| {
        let from = places.partition_point(|place| place.term < term);
        &places[from..from + places[from..].partition_point(|place| place.term == term)]
    };
    // `Jane` in nothing but headlines that name `Jane Roe`, whom the texts call `Roe`. Where all nouns have capitals it says
    // nothing that a word stands before a name.
    let is_before_name = |of: &[Place<'a>]| {
        let is_before =
            |name: &[Place<'a>]| name.iter().all(|place| is_capital(place.surface)) && beside(of, name) * 2 > of.len();
        main == Language::English && barred.terms.iter().any(|&name| is_before(places_of(name)))
    };
    let mut subjects: Vec<Subject<'_, 'a>> = Vec::with_capacity(2 * limit);
    let (mut named, mut folded) = (0, String::with_capacity(LONGEST_COMPOUND));
    for (_, _, places) in weighed.into_iter().take(HEAVIEST) {
        // From here on a word can only be one with another.
        let (is_full, may_pair) = (named >= limit, places.len() >= PAIRED);
        if is_full && !may_pair {
            continue;
        }
        let Some(place @ &Place { surface: word, is_empty: false, .. }) = spelling(places) else { continue };
        folded.clear();
        fold_onto(&mut folded, word);
        if barred.has(word, &folded, place.term) || is_capital(word) && !is_acronym(word) && is_before_name(places) {
            continue;
        }
        let is_quality = place.is_quality && !is_name(place);
        let candidate = Candidate { text: word, places, is_quality };
        let joined = |at: usize| subjects[at].joined(&candidate, lexicon);
        // A word that stands once is one with no other.
        let found = (0..if may_pair { subjects.len() } else { 0 }).find_map(|at| Some((at, joined(at)?)));
        if let Some((at, (runs, text))) = found {
            if barred.has_all(&text) {
                named -= usize::from(is_named(&subjects[at]));
                subjects.remove(at);
                continue;
            }
            named += usize::from(!is_named(&subjects[at]));
            (subjects[at].text, subjects[at].runs) = (Cow::Owned(text), runs);
            // `stem`, which ends nothing: `cell` and `transplant` had to come together first.
            let third = (0..subjects.len()).find_map(|other| {
                let subject = subjects[other].alone()?;
                Some((other, subjects[at].joined(&subject, lexicon)?))
            });
            if let Some((other, (runs, text))) = third {
                (subjects[at].text, subjects[at].runs) = (Cow::Owned(text), runs);
                named -= usize::from(is_named(&subjects[other]));
                subjects.remove(other);
            }
        } else if !is_full && !subjects.iter().any(|subject| subject.text == word) {
            let subject = Subject { text: Cow::Borrowed(word), places, runs: Vec::new(), is_quality };
            named += usize::from(is_named(&subject));
            subjects.push(subject);
        }
    }
    subjects.retain(is_named);
    subjects.into_iter().take(limit).map(|subject| subject.text.into_owned()).collect()
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
