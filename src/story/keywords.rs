//! What a story is about, in the words of its articles: [`keywords`].

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::text::{normalize, words};
use crate::vector::TermId;

use super::case::{is_acronym, is_capital, is_small};
use super::center::Center;
use super::names::{Name, names};
use super::phrase::Lexicon;
use super::points::{Sentence, Voice};
use super::word_lists::{List, Lists};

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
    sentences: &[Sentence<'a>],
    outlets: &FxHashSet<String>,
    lexicon: &mut Lexicon<'a>,
    center: &Center,
) -> Vec<String> {
    // What one of many says is not what the story is about.
    let enough = if voices.len() > 3 { 2 } else { 1 };
    let mut all = names(voices, sentences, enough, lexicon);
    all.retain(|name| !is_outlet(name, outlets) && is_telling(name));
    let names: Vec<&Name<'_>> =
        all.iter().filter(|name| !is_fragment(name, &all) && !is_pair(name, &all) && !is_placed(name, &all)).collect();
    let mut weighed: Vec<(f32, usize)> =
        names.iter().enumerate().map(|(at, name)| (weight(name, voices, center), at)).collect();
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
    let parts = all.iter().filter(|name| name.folded.len() > 1).flat_map(|name| name.folded.iter());
    let known =
        Known { taken: chosen.iter().flat_map(|name| name.folded.iter()).collect(), parts: parts.collect(), outlets };
    keywords.extend(common_words(voices, lexicon, &known, enough, KEYWORDS - keywords.len(), center));
    keywords
}

fn weight(name: &Name<'_>, voices: &[Voice<'_>], center: &Center) -> f32 {
    let heaviest = name.terms().map(|term| center.weight(term)).fold(0.0, f32::max);
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
    let holding = longer.filter(|other| other.folded.has(&name.folded));
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
    if name.folded.len() != 2 || !name.text.contains(['-', '–']) {
        return false;
    }
    let parts: Vec<_> = name.text.split(['-', '–']).map(normalize).collect();
    // A little more often than in the pair, and it is a fragment of the pair: see there.
    let is_alone = |other: &Name<'_>| other.members * 7 > name.members * 10;
    let alone = |part: &Cow<'_, str>| all.iter().any(|other| is_alone(other) && other.folded.only() == Some(part));
    parts.len() == 2 && parts.iter().any(alone)
}

/// `Jane Roe of Wexcombe`, where she is mostly `Jane Roe`; `Bank of Wexcombe` is one name.
fn is_placed(name: &Name<'_>, all: &[Name<'_>]) -> bool {
    let Some(of) = name.folded.iter().position(|word| word == "of").filter(|&of| of > 1) else { return false };
    let is_before = |other: &Name<'_>| other.folded.len() == of && name.folded.starts_with(&other.folded);
    all.iter().any(|other| is_before(other) && other.members * 7 > name.members * 10)
}

/// One name in two spellings, or one inside the other.
fn is_same(a: &Name<'_>, b: &Name<'_>) -> bool {
    let inside = |short: &Name<'_>, long: &Name<'_>| {
        short.folded.iter().all(|word| long.folded.iter().any(|other| other == word))
    };
    if inside(a, b) || inside(b, a) || is_short_for(a, b) || is_short_for(b, a) {
        return true;
    }
    let (Some(x), Some(y)) = (a.folded.iter().next_back(), b.folded.iter().next_back()) else { return false };
    x.chars().count() > 4 && x.chars().next() == y.chars().next() && strsim::jaro_winkler(x, y) >= SAME_NAME
}

/// `TLA` and `U.S.` of `Tarvanian Lifeboat Association` and `United States`: the initials, small words left out or not.
fn is_short_for(short: &Name<'_>, long: &Name<'_>) -> bool {
    if short.folded.len() != 1 || long.folded.len() < 2 {
        return false;
    }
    let is_like = |initials: &mut dyn Iterator<Item = char>| {
        let lower = |c: char| c.is_alphabetic().then(|| c.to_lowercase()).into_iter().flatten();
        short.text.chars().flat_map(lower).eq(initials.flat_map(lower))
    };
    let initials = |keep: fn(&str) -> bool| {
        words(long.text).filter(move |(_, word)| keep(word)).filter_map(|(_, word)| word.chars().next())
    };
    is_like(&mut initials(|word| !is_small(word))) || is_like(&mut initials(|_| true))
}

fn is_outlet(name: &Name<'_>, outlets: &FxHashSet<String>) -> bool {
    let name = name.folded.joined();
    // Long enough to be nobody else: `hawaiitribune` of `hawaiitribune-herald`.
    outlets.contains(name) || (name.len() >= 10 && outlets.iter().any(|outlet| outlet.starts_with(name)))
}

/// Not a day or a month, not an amount (`R250m`), not a seat (`D-Elm`), and no verb in capitals, short (`KO’D`) or not.
fn is_telling(name: &Name<'_>) -> bool {
    // `STUNNED`: whoever writes a verb in capitals raises the voice.
    let is_short = name.text.contains(['\'', '’']);
    let is_shouted =
        is_acronym(name.text) && name.folded.only().is_some_and(|word| is_verb(word, Lists::of(word)) || is_short);
    name.text.chars().filter(char::is_ascii_digit).count() < 3
        && !name.folded.iter().all(|word| Lists::of(word).has(List::Calendar))
        && !is_shouted
        && !["D-", "R-", "I-"].iter().any(|party| name.text.starts_with(party))
}

/// Words that are no keywords of their own, folded.
struct Known<'n> {
    /// Of the names that were chosen.
    taken: FxHashSet<&'n str>,
    /// Of all names of several words: with a capital they are a part of those.
    parts: FxHashSet<&'n str>,
    /// Names of outlets.
    outlets: &'n FxHashSet<String>,
}

impl Known<'_> {
    fn has(&self, word: &str, folded: &str) -> bool {
        self.taken.contains(folded)
            || folded.strip_suffix('s').is_some_and(|one| self.taken.contains(one))
            || self.outlets.contains(folded)
            || (is_capital(word) && self.parts.contains(folded))
    }
}

/// Words that weigh most in the centroid, as most members write them.
fn common_words<'a>(
    voices: &[Voice<'a>],
    lexicon: &mut Lexicon<'a>,
    words: &Known<'_>,
    enough: usize,
    limit: usize,
    center: &Center,
) -> Vec<String> {
    let members = voices.len();
    // A word at one place: its term, its voice, how it is written.
    let mut places: Vec<(TermId, usize, &'a str)> = Vec::new();
    let mut add = |voice: usize, term: TermId, surface: &'a str| {
        let bare = surface.strip_suffix("'s").or_else(|| surface.strip_suffix("’s")).unwrap_or(surface);
        if bare.chars().nth(2).is_some() && bare.starts_with(char::is_alphabetic) {
            places.push((term, voice, bare));
        }
    };
    for (at, Voice { title, text, .. }) in voices.iter().enumerate() {
        for (passage, limit) in [(title, 40), (text, 60)] {
            lexicon.terms(passage, limit, |term, surface| add(at, term, surface));
        }
    }
    places.sort_unstable();
    let weighed = places.chunk_by(|a, b| a.0 == b.0).filter_map(|places| {
        let term = places.first()?.0;
        let holders = places.chunk_by(|a, b| a.1 == b.1).count();
        let weight = center.weight(term) * (holders as f32 / members as f32).sqrt();
        (holders >= enough).then_some((weight, term, places))
    });
    let mut weighed: Vec<_> = weighed.collect();
    weighed.sort_by(|(x, a, _), (y, b, _)| y.total_cmp(x).then(a.cmp(b)));
    let shown = weighed.into_iter().filter_map(|(_, _, places)| {
        let word = spelling(places)?;
        let folded = normalize(word);
        let on = Lists::of(&folded);
        let is_empty = [List::Calendar, List::Everywhere, List::Numbers, List::Fragments];
        let is_told = !is_empty.iter().any(|&list| on.has(list)) && !is_verb(&folded, on);
        (!words.has(word, &folded) && is_told).then(|| word.to_owned())
    });
    shown.take(limit).collect()
}

/// The most common spelling; a small one where anybody writes it so, as a capital may come from the beginning of a
/// sentence. Of equally common ones the first in byte order.
fn spelling<'a>(places: &[(TermId, usize, &'a str)]) -> Option<&'a str> {
    if let [(.., only)] = places {
        return Some(only);
    }
    let mut written: Vec<&str> = places.iter().map(|place| place.2).collect();
    written.sort_unstable();
    let spellings = written.chunk_by(|a, b| a == b).map(|same| (is_small(same[0]), same.len(), same[0]));
    spellings.max_by(|(s, n, a), (t, m, b)| (s, n).cmp(&(t, m)).then_with(|| b.cmp(a))).map(|(_, _, word)| word)
}

/// Says what somebody does and not what the story is about. English: `-ed`, and what headlines do most.
fn is_verb(folded: &str, on: Lists) -> bool {
    (folded.len() > 4 && folded.ends_with("ed") && !folded.ends_with("eed")) || on.has(List::Verbs)
}

/// What headlines do; lower case. Those that are as often nouns (`strikes`, `votes`, `talks`) are left out.
pub(super) const VERBS: &[&str] = &[
    "agree",
    "agrees",
    "announce",
    "announces",
    "approve",
    "approves",
    "ask",
    "asks",
    "become",
    "becomes",
    "begin",
    "begins",
    "bring",
    "brings",
    "call",
    "calls",
    "carrying",
    "claim",
    "claims",
    "come",
    "comes",
    "coming",
    "confirm",
    "confirms",
    "declines",
    "denies",
    "deny",
    "discover",
    "discovers",
    "doing",
    "explode",
    "explodes",
    "face",
    "faces",
    "find",
    "finds",
    "form",
    "forms",
    "found",
    "gave",
    "get",
    "gets",
    "give",
    "gives",
    "going",
    "guess",
    "hail",
    "hails",
    "having",
    "head",
    "heads",
    "help",
    "helps",
    "hit",
    "hits",
    "hold",
    "holds",
    "hope",
    "hopes",
    "join",
    "joins",
    "keep",
    "keeps",
    "kill",
    "kills",
    "know",
    "knows",
    "launches",
    "leave",
    "leaves",
    "left",
    "look",
    "looks",
    "made",
    "make",
    "makes",
    "meet",
    "meets",
    "need",
    "needs",
    "open",
    "opens",
    "orbiting",
    "pass",
    "passes",
    "pick",
    "picks",
    "put",
    "puts",
    "putting",
    "quit",
    "quits",
    "reject",
    "rejects",
    "resign",
    "resigns",
    "return",
    "returning",
    "returns",
    "reveal",
    "reveals",
    "run",
    "running",
    "runs",
    "said",
    "say",
    "saying",
    "says",
    "see",
    "seek",
    "seeks",
    "sees",
    "send",
    "sends",
    "set",
    "sets",
    "show",
    "shows",
    "sign",
    "signs",
    "slam",
    "slams",
    "step",
    "stepping",
    "steps",
    "take",
    "takes",
    "taking",
    "tell",
    "tells",
    "think",
    "thinks",
    "took",
    "tries",
    "try",
    "unveil",
    "unveils",
    "urge",
    "urges",
    "use",
    "uses",
    "using",
    "vow",
    "vows",
    "want",
    "wants",
    "warn",
    "warns",
    "win",
    "wins",
    "won",
];

/// In every story, and in none of them what it is about.
pub(super) const EVERYWHERE: &[&str] =
    &["able", "today", "yesterday", "year", "years", "week", "day", "month", "time", "people", "news"];

/// Numbers in words.
pub(super) const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "billion",
    "billions",
    "trillion",
    "dozen",
    "dozens",
    "first",
    "second",
    "third",
    "twice",
];

/// What is a word only together with another: prefixes before a hyphen, short forms before a name.
pub(super) const FRAGMENTS: &[&str] =
    &["anti", "pro", "non", "semi", "multi", "sen", "gov", "rep", "dept", "gen", "prof", "capt"];

#[cfg(test)]
mod tests {
    use super::{Name, is_pair, is_placed, is_telling};

    fn name(text: &str, members: usize) -> Name<'_> {
        Name::of(<_>::default(), text, members)
    }

    #[test]
    fn names_are_telling() {
        let cases = [
            ("Wexcombe", true),
            ("Monday", false),
            ("R250m", false),
            ("STUNNED", false),
            ("KO'D", false),
            ("NATO", true),
            ("D-Elm", false),
            ("Indo-Pacific", true),
        ];
        for (text, expected) in cases {
            assert_eq!(is_telling(&name(text, 3)), expected, "{text}");
        }
    }

    #[test]
    fn names_are_whole() {
        let all = [name("Jane Roe", 5), name("Bank", 9), name("Orsland", 9), name("Tarvanian", 6)];
        assert!(is_placed(&name("Jane Roe of Wexcombe", 2), &all));
        assert!(!is_placed(&name("Jane Roe of Wexcombe", 4), &all), "hardly ever without the place");
        assert!(!is_placed(&name("Bank of Wexcombe", 2), &all));
        assert!(is_pair(&name("Tarvania-Orsland", 2), &all));
        assert!(!is_pair(&name("anti-Tarvanian", 5), &all), "hardly ever alone");
        assert!(!is_pair(&name("Indo-Pacific", 2), &all));
    }
}
