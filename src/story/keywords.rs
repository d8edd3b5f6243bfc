//! What a story is about, in the words of its articles: [`keywords`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::text::{Language, normalize, words};
use crate::vector::TermId;

use super::case::{is_calendar, is_small};
use super::center::Center;
use super::names::{Name, names};
use super::phrase::Lexicon;

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
    members: &[(&'a Article, Language)],
    outlets: &FxHashSet<String>,
    lexicon: &mut Lexicon<'a>,
    center: &Center,
) -> Vec<String> {
    // What one of many says is not what the story is about.
    let enough = if members.len() > 3 { 2 } else { 1 };
    let mut all = names(members);
    all.retain(|name| name.members >= enough && !is_outlet(name, outlets) && !is_office(name));
    let mut weighed: Vec<(f32, usize)> =
        all.iter().enumerate().map(|(at, name)| (weight(name, members, lexicon, center), at)).collect();
    weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));

    let mut chosen: Vec<&Name<'_>> = Vec::new();
    for (weight, at) in weighed {
        if chosen.len() == NAMES || weight <= 0.0 {
            break;
        }
        let name = whole(&all[at], &all);
        if !chosen.iter().any(|other| is_same(name, other)) {
            chosen.push(name);
        }
    }
    let mut keywords: Vec<String> = chosen.iter().map(|name| name.text.to_owned()).collect();
    let taken: FxHashSet<&str> = chosen.iter().flat_map(|name| &name.folded).map(String::as_str).collect();
    keywords.extend(common_words(members, outlets, &taken, enough, KEYWORDS - keywords.len(), lexicon, center));
    keywords
}

fn weight<'a>(name: &Name<'a>, members: &[(&'a Article, Language)], lexicon: &mut Lexicon<'a>, center: &Center) -> f32 {
    let language = members.first().map_or_else(Language::default, |(_, language)| *language);
    let mut heaviest = 0.0_f32;
    for (_, word) in words(name.text) {
        if let Some(term) = lexicon.term(word, language) {
            heaviest = heaviest.max(center.weight(term));
        }
    }
    heaviest * (name.members as f32 / members.len() as f32).sqrt()
}

/// The full name of somebody who is mostly called by the last: the most common longer name that ends with it.
fn whole<'n, 'a>(name: &'n Name<'a>, all: &'n [Name<'a>]) -> &'n Name<'a> {
    let longer = all.iter().filter(|other| {
        other.folded.len() > name.folded.len()
            && other.folded.len() <= 3
            && other.members * 8 >= name.members
            && (other.folded.ends_with(&name.folded)
                || (other.folded.starts_with(&name.folded) && other.members * 2 >= name.members))
            && !other.folded.iter().any(|word| OFFICES.contains(&word.as_str()))
    });
    longer.max_by(|a, b| a.members.cmp(&b.members).then_with(|| b.folded.cmp(&a.folded))).unwrap_or(name)
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
    outlets.contains(&name.folded.concat())
}

fn is_office(name: &Name<'_>) -> bool {
    name.folded.iter().any(|word| OFFICES.contains(&word.as_str())) || name.folded.iter().all(|word| is_calendar(word))
}

/// Words that weigh most in the centroid, as most members write them.
fn common_words<'a>(
    members: &[(&'a Article, Language)],
    outlets: &FxHashSet<String>,
    taken: &FxHashSet<&str>,
    enough: usize,
    limit: usize,
    lexicon: &mut Lexicon<'a>,
    center: &Center,
) -> Vec<String> {
    let mut spellings: FxHashMap<TermId, FxHashMap<&'a str, usize>> = FxHashMap::default();
    let mut holders: FxHashMap<TermId, usize> = FxHashMap::default();
    for &(article, language) in members {
        let mut own: FxHashSet<TermId> = FxHashSet::default();
        for (_, word) in words(article.title()).take(40).chain(words(article.text()).take(60)) {
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
        .map(|(&term, &count)| (center.weight(term) * (count as f32 / members.len() as f32).sqrt(), term))
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

/// What stands before a name and is no part of it. English.
const OFFICES: &[&str] = &[
    "president",
    "prime",
    "minister",
    "secretary",
    "senator",
    "sen",
    "gov",
    "governor",
    "king",
    "queen",
    "prince",
    "princess",
    "general",
    "gen",
    "judge",
    "justice",
    "chancellor",
    "mayor",
    "chief",
    "ceo",
    "mr",
    "mrs",
    "ms",
    "dr",
    "pope",
    "rep",
    "representative",
    "former",
    "premier",
    "sir",
    "lord",
    "lady",
    "professor",
    "prof",
    "captain",
    "capt",
    "leader",
    "speaker",
    "director",
    "chairman",
    "spokesman",
    "spokeswoman",
    "attorney",
    "sheriff",
    "officer",
    "vice",
];

/// In every story, and in none of them what it is about.
const EVERYWHERE: &[&str] = &["today", "yesterday", "year", "years", "week", "day", "month", "time", "people", "news"];
