//! The names in a story: runs of words with capitals where capitals mean something.

use crate::text::{normalize, words};

use super::lead_in::{Body, Cut};
use super::model::Field;
use super::phrase::{Lexicon, Word};
use super::points::{Sentence, Voice};
use super::readable::is_boilerplate;
use super::traits::Trait;

/// Words of a text in which names are looked for: who matters is named early.
const WORDS: usize = 100;
/// Words of the longest name.
const LONGEST: usize = 5;

/// A name, and how many members write it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name<'a> {
    /// Its words, folded.
    pub(super) folded: Vec<String>,
    /// As most members write it; of equally common spellings the first in byte order.
    pub(super) text: &'a str,
    /// Members that write it.
    pub(super) members: usize,
}

/// A name at one place: its words by their keys in the lexicon, the unused ones 0, and their number.
type Key = ([u32; LONGEST], usize);

#[derive(Clone, Copy)]
struct Occurrence<'a> {
    key: Key,
    text: &'a str,
    voice: usize,
    /// At the beginning of a sentence.
    is_first: bool,
}

/// What the members write, as far as names need it.
#[derive(Default)]
struct Found<'a> {
    places: Vec<Occurrence<'a>>,
    /// Words that somebody writes small, with who does.
    small: Vec<(u32, usize)>,
}

impl<'a> Found<'a> {
    /// Reads up to `limit` words of a sentence in which capitals mean something, and tells how many.
    fn read(&mut self, voice: usize, sentence: &'a str, words: &[Word<'a>], limit: usize) -> usize {
        if limit == 0 || !tells_by_capitals(words) {
            return 0;
        }
        let cut = &words[..words.len().min(limit)];
        self.small.extend(cut.iter().filter(|word| word.has(Trait::Small)).map(|word| (word.known.key, voice)));
        for part in runs(sentence, cut).into_iter().flat_map(parts) {
            let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
            let mut key = ([0; LONGEST], part.len());
            for (slot, word) in key.0.iter_mut().zip(part) {
                *slot = word.known.key;
            }
            let text = &sentence[first.span.start()..last.span.end() - possessive(last.surface)];
            self.places.push(Occurrence { key, text, voice, is_first: first.span.start() == 0 });
        }
        cut.len()
    }
}

/// [`is_sentence_case`](super::display::is_sentence_case) of words at hand.
fn tells_by_capitals(words: &[Word<'_>]) -> bool {
    let long = || words.iter().skip(1).filter(|word| word.has(Trait::Long));
    let small = long().filter(|word| word.has(Trait::Small)).count();
    small > 0 && small * 3 >= long().count()
}

/// Every name, and every part of one that is written alone or in another name, by folded words.
///
/// The first word of a sentence counts only in a run. A word that members mostly write small is no name. n log n in the
/// words of the members.
///
/// Names that fewer than `enough` members write are left out.
pub(super) fn names<'a>(
    voices: &[Voice<'a>],
    sentences: &[Sentence<'a>],
    enough: usize,
    lexicon: &mut Lexicon<'a>,
) -> Vec<Name<'a>> {
    let mut found = Found::default();
    for said in sentences.chunk_by(|a, b| a.voice == b.voice) {
        let Some((voice, last)) = said.first().map(|first| first.voice).zip(said.last()) else { continue };
        let Voice { article, language, .. } = voices[voice];
        let mut left = WORDS;
        for sentence in said.iter().filter(|sentence| !sentence.is_boilerplate) {
            left -= found.read(voice, sentence.text, &sentence.words, left);
        }
        if left == 0 || last.field == Field::Title {
            continue;
        }
        // Short sentences: more of them than are looked at otherwise.
        let mut body = Body::behind(article.text(), last.span.end());
        let mut cut = Cut::default();
        while let Some(span) = body.next(&mut cut).filter(|_| left > 0) {
            let Some(text) = span.of(article.text()) else { continue };
            let words = lexicon.known_all(&cut, language);
            if !is_boilerplate(text, language) {
                left -= found.read(voice, text, &words, left);
            }
        }
    }
    let Found { mut small, places: mut found } = found;
    small.sort_unstable();
    small.dedup();
    let writing_small = |key: u32| small.partition_point(|&(k, _)| k <= key) - small.partition_point(|&(k, _)| k < key);
    found.sort_by_key(|occurrence| (occurrence.key, occurrence.voice));
    let mut names: Vec<Name<'a>> = found
        .chunk_by(|a, b| a.key == b.key)
        .filter_map(|places| {
            let (keys, length) = places.first()?.key;
            let members = places.chunk_by(|a, b| a.voice == b.voice).count();
            // `Leaked Tarvanian` begins with a word, and its capital is that of the sentence.
            let is_sentence = places.iter().all(|place| place.is_first) && writing_small(keys[0]) > 0;
            let is_common = keys.iter().take(length).all(|&key| writing_small(key) >= members);
            (members >= enough && !is_common && !is_sentence).then(|| Name::of(most_common(places), members))
        })
        .collect();
    names.sort_by(|a, b| (&a.folded, a.text).cmp(&(&b.folded, b.text)));
    names
}

/// The spelling that occurs most; of equally common ones the first in byte order.
fn most_common<'a>(places: &[Occurrence<'a>]) -> &'a str {
    let mut texts: Vec<&str> = places.iter().map(|place| place.text).collect();
    texts.sort_unstable();
    let spellings = texts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0]));
    spellings.max_by(|(n, a), (m, b)| n.cmp(m).then_with(|| b.cmp(a))).map_or("", |(_, text)| text)
}

impl<'a> Name<'a> {
    fn of(text: &'a str, members: usize) -> Self {
        Self { folded: words(text).map(|(_, word)| normalize(word).into_owned()).collect(), text, members }
    }
}

impl Word<'_> {
    /// Says nothing; but for `New`, which names begin with.
    fn is_stop(&self) -> bool {
        self.known.is_stop && self.surface != "New"
    }

    fn may_begin(&self) -> bool {
        self.may_end() || LEADING.contains(&self.surface)
    }

    fn may_end(&self) -> bool {
        self.has(Trait::Capital) && !self.is_stop()
    }
}

/// All stretches of a run that may be a name of their own: they begin and end with a capital and a word that says
/// something.
fn parts<'w, 'a>(run: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    let stretches = (1..=LONGEST.min(run.len())).flat_map(|length| run.windows(length));
    stretches.filter(|part| {
        part.first().is_some_and(Word::may_begin)
            && part.last().is_some_and(Word::may_end)
            // A letter alone is an initial.
            && part.iter().map(|word| word.surface.len()).sum::<usize>() > 1
    })
}

/// Runs of words with capitals, with `of` or `von` between two of them, without the office before a name.
fn runs<'w, 'a>(sentence: &str, cut: &'w [Word<'a>]) -> Vec<&'w [Word<'a>]> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < cut.len() {
        // `After Angela Roe` begins with no name, nor does `Secretary of State Angela Roe`.
        if !cut[start].has(Trait::Capital) || cut[start].is_stop() || cut[start].has(Trait::Office) {
            start += if cut[start].has(Trait::Office) { office(&cut[start..]) } else { 1 };
            continue;
        }
        let mut end = start + 1;
        while end < cut.len() && joins(sentence, &cut[end - 1], &cut[end]) && !cut[end].has(Trait::Office) {
            if cut[end].has(Trait::Capital) {
                end += 1;
                continue;
            }
            let particles = cut[end..].iter().take(2).take_while(|word| PARTICLES.contains(&word.surface)).count();
            let name = cut.get(end + particles).filter(|name| name.has(Trait::Capital) && !name.has(Trait::Office));
            if particles == 0 || name.is_none() {
                break;
            }
            end += particles + 1;
        }
        // `Tarvanian Foreign` before `Minister`.
        let before_office = cut.get(end).is_some_and(|next| next.has(Trait::Capital) && next.has(Trait::Office));
        let next = end;
        if before_office && PORTFOLIOS.contains(&normalize(cut[end - 1].surface).as_ref()) {
            end -= 1;
        }
        let leading = cut[..start].iter().rev().take_while(|word| LEADING.contains(&word.surface)).count();
        // The first word of a sentence, or behind a colon or a quote, has its capital anyhow: alone it is no name, nor is
        // `Visiting` before one.
        let before = start.checked_sub(1).map_or(0, |before| cut[before].span.end());
        let is_first = start == 0 || sentence[before..cut[start].span.start()].contains([':', '"', '“', '‘', '\'']);
        if is_first && (cut[0].surface.ends_with("ing") || cut.get(1).is_some_and(|next| next.has(Trait::Acronym))) {
            start += 1;
        }
        let is_name = !is_first || end - start > 1 || cut[0].has(Trait::Acronym);
        if is_name && start < end {
            runs.push(&cut[start - leading..end]);
        }
        start = next;
    }
    runs
}

/// Words of an office: `Secretary of the Treasury` has four.
fn office(cut: &[Word<'_>]) -> usize {
    let of = cut.get(1).is_some_and(|word| word.surface == "of");
    let the = cut.get(2).is_some_and(|word| word.surface == "the");
    if of { 3 + usize::from(the) } else { 1 }
}

/// Whether two words are parts of one name: nothing but a space or a hyphen between them, and no possessive.
fn joins(sentence: &str, word: &Word<'_>, next: &Word<'_>) -> bool {
    possessive(word.surface) == 0
        && matches!(&sentence[word.span.end()..next.span.start()], " " | "-" | "\u{A0}" | ". ")
}

/// Bytes of `'s` at the end.
fn possessive(word: &str) -> usize {
    ["'s", "’s"].iter().find(|ending| word.ends_with(**ending)).map_or(0, |ending| ending.len())
}

/// What a name may begin with, written small.
const LEADING: &[&str] = &["von", "van", "der", "den", "ter", "ten", "bin", "ibn", "al", "el"];

/// What an office is for, where it stands before the office.
const PORTFOLIOS: &[&str] = &[
    "defence",
    "defense",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "foreign",
    "health",
    "interior",
    "justice",
    "security",
    "trade",
    "treasury",
];

/// What may stand between two capitals of one name.
const PARTICLES: &[&str] = &[
    "of", "von", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "bin", "al", "el",
    "ibn",
];
