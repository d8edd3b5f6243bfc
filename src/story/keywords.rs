//! What a story is about, in the words of its articles: [`keywords`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Language, normalize, words};
use crate::vector::TermId;

use super::case::{is_calendar, is_small};
use super::center::Center;
use super::names::{Name, names};
use super::phrase::Lexicon;
use super::points::Voice;

/// Keywords of a story, at most.
const KEYWORDS: usize = 8;
/// Names among them, at most: what happened is not in the names.
const NAMES: usize = 5;
/// Names as near as this are one name in two spellings (Jaro 1989, Winkler 1990).
const SAME_NAME: f64 = 0.93;

/// Names first, then words: those that weigh most in the story's centroid and that most members have.
///
/// A name is shown once, in its most common spelling and with its first name where members write it; never an outlet's
/// name, a stop word or a number.
pub(super) fn keywords<'a>(
    voices: &[Voice<'a>],
    outlets: &FxHashSet<String>,
    lexicon: &mut Lexicon<'a>,
    center: &Center,
) -> Vec<String> {
    // What one of many says is not what the story is about.
    let enough = if voices.len() > 3 { 2 } else { 1 };
    let mut all = names(voices);
    all.retain(|name| name.members >= enough && !is_outlet(name, outlets) && is_telling(name));
    let names: Vec<&Name<'_>> = all.iter().filter(|name| !is_fragment(name, &all) && !is_pair(name, &all)).collect();
    let mut weighed: Vec<(f32, usize)> =
        names.iter().enumerate().map(|(at, name)| (weight(name, voices, lexicon, center), at)).collect();
    weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));

    let mut chosen: Vec<&Name<'_>> = Vec::new();
    for (weight, at) in weighed {
        if chosen.len() == NAMES || weight <= 0.0 {
            break;
        }
        let name = whole(names[at], &names);
        if !chosen.iter().any(|other| is_same(name, other)) {
            chosen.push(name);
        }
    }
    let mut keywords: Vec<String> = chosen.iter().map(|name| name.text.to_owned()).collect();
    let taken: FxHashSet<&str> = chosen.iter().flat_map(|name| &name.folded).map(String::as_str).collect();
    keywords.extend(common_words(voices, outlets, &taken, enough, KEYWORDS - keywords.len(), lexicon, center));
    keywords
}

fn weight<'a>(name: &Name<'a>, voices: &[Voice<'a>], lexicon: &mut Lexicon<'a>, center: &Center) -> f32 {
    let language = voices.first().map_or_else(Language::default, |voice| voice.language);
    let mut heaviest = 0.0_f32;
    for (_, word) in words(name.text) {
        if let Some(term) = lexicon.term(word, language) {
            heaviest = heaviest.max(center.weight(term));
        }
    }
    heaviest * (name.members as f32 / voices.len() as f32).sqrt()
}

/// The full name of somebody who is mostly called by the last: the most common longer name that ends with it.
fn whole<'n, 'a>(name: &'n Name<'a>, all: &[&'n Name<'a>]) -> &'n Name<'a> {
    let longer = all.iter().copied().filter(|other| {
        let is_longer = other.folded.len() > name.folded.len() && other.folded.len() <= 4;
        is_longer && other.members * 8 >= name.members && other.folded.ends_with(&name.folded)
    });
    longer.max_by(|a, b| a.members.cmp(&b.members).then_with(|| b.folded.cmp(&a.folded))).unwrap_or(name)
}

/// Whether a name is hardly written but as a part of longer ones: `Supreme` of `Supreme Court`.
///
/// The idea of the C-value (Frantzi, Ananiadou & Mima 2000): a part counts by where it stands alone.
fn is_fragment(name: &Name<'_>, all: &[Name<'_>]) -> bool {
    let length = name.folded.len();
    let longer = all.iter().filter(|other| other.folded.len() > length && other.members > 0);
    let holding = longer.filter(|other| other.folded.windows(length).any(|part| part == name.folded));
    // Of one more word each: `Sri Lanka` and `Sri Lankan` together hold nearly every `Sri`.
    let (mut together, mut most) = (0, 0);
    for other in holding {
        most = most.max(other.members);
        together +=
            if other.folded.len() == length + 1 && other.folded.starts_with(&name.folded) { other.members } else { 0 };
    }
    most.max(together) * 10 >= name.members * 7
}

/// `Tarvania-Orsland` are two names, where both are written apart as well; `Indo-Pacific` is one.
fn is_pair(name: &Name<'_>, all: &[Name<'_>]) -> bool {
    let parts: Vec<String> = name.text.split(['-', '–']).map(|part| normalize(part).into_owned()).collect();
    let alone = |part: &String| all.iter().any(|other| other.members > name.members && other.folded == [part.as_str()]);
    parts.len() == 2 && name.folded.len() == 2 && parts.iter().any(alone)
}

/// One name in two spellings, or one inside the other.
fn is_same(a: &Name<'_>, b: &Name<'_>) -> bool {
    let inside = |short: &Name<'_>, long: &Name<'_>| short.folded.iter().all(|word| long.folded.contains(word));
    if inside(a, b) || inside(b, a) {
        return true;
    }
    let (Some(x), Some(y)) = (a.folded.last(), b.folded.last()) else { return false };
    x.chars().count() > 4 && x.chars().next() == y.chars().next() && strsim::jaro_winkler(x, y) >= SAME_NAME
}

fn is_outlet(name: &Name<'_>, outlets: &FxHashSet<String>) -> bool {
    let name = name.folded.concat();
    // Long enough to be nobody else: `hawaiitribune` of `hawaiitribune-herald`.
    outlets.contains(&name) || (name.len() >= 10 && outlets.iter().any(|outlet| outlet.starts_with(&name)))
}

/// Not a day or a month, and not an amount (`R250m`).
fn is_telling(name: &Name<'_>) -> bool {
    name.text.chars().filter(char::is_ascii_digit).count() < 3 && !name.folded.iter().all(|word| is_calendar(word))
}

/// Words that weigh most in the centroid, as most members write them.
fn common_words<'a>(
    voices: &[Voice<'a>],
    outlets: &FxHashSet<String>,
    taken: &FxHashSet<&str>,
    enough: usize,
    limit: usize,
    lexicon: &mut Lexicon<'a>,
    center: &Center,
) -> Vec<String> {
    let mut spellings: FxHashMap<TermId, FxHashMap<&'a str, usize>> = FxHashMap::default();
    let mut holders: FxHashMap<TermId, usize> = FxHashMap::default();
    for &Voice { article, language, headline, .. } in voices {
        let title = headline.map_or("", |headline| headline.text);
        let mut own: FxHashSet<TermId> = FxHashSet::default();
        for (_, word) in words(title).take(40).chain(words(article.text()).take(60)) {
            let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            if bare.chars().count() < 3 || !bare.starts_with(char::is_alphabetic) {
                continue;
            }
            if let Some(term) = lexicon.term(word, language) {
                // A word is shown small where anybody writes it so: a capital may come from the beginning of a sentence.
                let weight = if is_small(bare) { 100 } else { 1 };
                *spellings.entry(term).or_default().entry(bare).or_default() += weight;
                own.insert(term);
            }
        }
        for term in own {
            *holders.entry(term).or_default() += 1;
        }
    }
    let mut weighed: Vec<(f32, TermId)> = holders
        .iter()
        .filter(|&(_, &count)| count >= enough)
        .map(|(&term, &count)| (center.weight(term) * (count as f32 / voices.len() as f32).sqrt(), term))
        .collect();
    weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));
    let shown = weighed.into_iter().filter_map(|(_, term)| {
        let word = spellings.get(&term)?.iter().max_by(|(a, n), (b, m)| n.cmp(m).then_with(|| b.cmp(a)))?.0;
        let folded = normalize(word);
        let is_known = taken.contains(folded.as_ref())
            || outlets.contains(folded.as_ref())
            || is_calendar(&folded)
            || EVERYWHERE.contains(&folded.as_ref());
        (!is_known).then(|| (*word).to_owned())
    });
    shown.take(limit).collect()
}

/// In every story, and in none of them what it is about.
const EVERYWHERE: &[&str] = &["today", "yesterday", "year", "years", "week", "day", "month", "time", "people", "news"];
