//! What a story is about, in the words of its articles: [`keywords`].

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::text::{normalize, words};

use super::case::{is_acronym, is_small};
use super::center::Center;
use super::facts::is_people;
use super::folded_words::FoldedWords;
use super::names::{Name, names};
use super::phrase::Lexicon;
use super::points::{Sentence, Voice, main_language};
use super::spelling::is_spelled_alike;
use super::subjects::{Barred, subjects};
use super::word_lists::{is_verb, says_nothing};

/// Keywords of a story, at most.
const KEYWORDS: usize = 8;
/// Names that are compared with each other: those of most members.
const COMPARED: usize = 1000;
/// Names among them, at most: what happened is not in the names.
const NAMES: usize = 5;
/// Words of most names, at most.
const PARTS: usize = 3;

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
    // Nobody should have to read two languages.
    let Some(main) = main_language(voices) else { return Vec::new() };
    let read = voices.iter().filter(|voice| voice.language == main).count();
    // What one of many says is not what the story is about.
    let enough = if read > 3 { 2 } else { 1 };
    let mut said = names(voices, sentences, main, enough, lexicon);
    if said.len() > COMPARED {
        said.sort_by(|a, b| {
            b.members.cmp(&a.members).then_with(|| a.folded.cmp(&b.folded)).then_with(|| a.text.cmp(b.text))
        });
        said.truncate(COMPARED);
    }
    let all: Vec<&Name<'_>> = said.iter().filter(|name| !is_outlet(name, outlets) && is_telling(name)).collect();
    let names: Vec<&Name<'_>> =
        all.iter().copied().filter(|name| !is_pair(name, &all) && !is_placed(name, &all)).collect();
    let mut weighed: Vec<(f32, usize)> =
        names.iter().enumerate().map(|(at, name)| (weight(name, voices, center), at)).collect();
    weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));

    let mut chosen: Vec<&Name<'_>> = Vec::with_capacity(NAMES);
    // Names that are shown as another one.
    let mut same: Vec<&Name<'_>> = Vec::new();
    for (weight, at) in weighed {
        if chosen.len() == NAMES || weight <= 0.0 {
            break;
        }
        let name = whole(names[at], &names);
        match chosen.iter_mut().find(|other| is_same(name, other)) {
            None => chosen.push(name),
            Some(people) if is_people_of(people, name) => *people = name,
            Some(_) => same.push(name),
        }
    }
    let mut keywords = Vec::with_capacity(KEYWORDS);
    keywords.extend(chosen.iter().map(|name| name.text.to_owned()));
    let (mut taken, mut parts) = (Vec::with_capacity(chosen.len() * PARTS), Vec::with_capacity(said.len() * PARTS));
    taken.extend(chosen.iter().flat_map(|name| name.folded.iter()));
    // Those of an outlet, too: `Planet` of `Daily Planet`.
    parts.extend(said.iter().filter(|name| name.folded.len() > 1).flat_map(|name| name.folded.iter()));
    parts.sort_unstable();
    let terms = chosen.iter().flat_map(|name| name.terms()).collect();
    let aliases = same.iter().flat_map(|name| name.folded.iter()).collect();
    let barred = Barred { taken, terms, aliases, parts, outlets };
    let limit = KEYWORDS - keywords.len();
    keywords.extend(subjects(voices, main, lexicon, &barred, enough, center, limit));
    keywords
}

fn weight(name: &Name<'_>, voices: &[Voice<'_>], center: &Center) -> f32 {
    let heaviest = name.terms().map(|term| center.weight(term)).fold(0.0, f32::max);
    heaviest * (name.members as f32 / voices.len() as f32).sqrt()
}

/// The full name of somebody who is mostly called by the last: the most common longer name that ends with it. Else the most
/// common one that begins with it, where two of three write it who write its beginning: `Port Elm Pelicans`, `Port Elm`.
fn whole<'n, 'a>(name: &'n Name<'a>, all: &[&'n Name<'a>]) -> &'n Name<'a> {
    let longest = |(part, all_of): (usize, usize), is_part: fn(&FoldedWords, &FoldedWords) -> bool| {
        let longer = all.iter().copied().filter(|other| {
            let is_longer = other.folded.len() > name.folded.len() && other.folded.len() <= 4;
            is_longer
                && other.members * all_of >= name.members * part
                && is_part(&other.folded, &name.folded)
                && !other.folded.iter().next_back().is_some_and(|last| COMPANY.contains(&last))
        });
        longer.max_by(|a, b| a.members.cmp(&b.members).then_with(|| b.folded.cmp(&a.folded)))
    };
    longest((1, 8), FoldedWords::ends_with).or_else(|| longest((2, 3), FoldedWords::starts_with)).unwrap_or(name)
}

/// What a company is by law: no more of its name than anybody says.
const COMPANY: &[&str] = &["co", "corp", "corporation", "inc", "limited", "llc", "ltd", "plc"];

/// `Tarvania-Orsland` are two names, where both are written apart as well; `Indo-Pacific` is one.
fn is_pair(name: &Name<'_>, all: &[&Name<'_>]) -> bool {
    if name.folded.len() != 2 || !name.text.contains(['-', '–']) {
        return false;
    }
    let parts: Vec<_> = name.text.split(['-', '–']).map(normalize).collect();
    // A little more often than in the pair, and it is a part of the pair: see `names`.
    let is_alone = |other: &Name<'_>| other.members * 7 > name.members * 10;
    let alone = |part: &Cow<'_, str>| all.iter().any(|other| is_alone(other) && other.folded.only() == Some(part));
    parts.len() == 2 && parts.iter().any(alone)
}

/// `Jane Roe of Wexcombe`, where she is mostly `Jane Roe`; `Bank of Wexcombe` is one name.
fn is_placed(name: &Name<'_>, all: &[&Name<'_>]) -> bool {
    let Some(of) = name.folded.iter().position(|word| word == "of").filter(|&of| of > 1) else { return false };
    let is_before = |other: &Name<'_>| other.folded.len() == of && name.folded.starts_with(&other.folded);
    all.iter().any(|other| is_before(other) && other.members * 7 > name.members * 10)
}

/// One name in two spellings, or one inside the other, or begun in the one and ended in the other, or a country's people.
fn is_same(a: &Name<'_>, b: &Name<'_>) -> bool {
    let inside = |short: &Name<'_>, long: &Name<'_>| {
        short.folded.iter().all(|word| long.folded.iter().any(|other| other == word))
    };
    if inside(a, b) || inside(b, a) || is_short_for(a, b) || is_short_for(b, a) {
        return true;
    }
    let is_joined = a.folded.joined() == b.folded.joined();
    if is_joined || goes_on(a, b) || goes_on(b, a) || is_people_of(a, b) || is_people_of(b, a) {
        return true;
    }
    let (Some(x), Some(y)) = (a.folded.iter().next_back(), b.folded.iter().next_back()) else { return false };
    is_spelled_alike(x, y)
        || a.folded.only().is_some_and(|one| b.folded.iter().any(|word| is_spelled_alike(one, word)))
        || b.folded.only().is_some_and(|one| a.folded.iter().any(|word| is_spelled_alike(one, word)))
}

/// `Song of the Iron Tide` and `Iron Tide of Elm`: at least two words, with which one ends and the other begins.
fn goes_on(first: &Name<'_>, second: &Name<'_>) -> bool {
    let most = first.folded.len().min(second.folded.len());
    (2..=most).any(|length| first.folded.iter().skip(first.folded.len() - length).eq(second.folded.iter().take(length)))
}

/// Whether both are one word, and the one is what the people of the other are called.
fn is_people_of(people: &Name<'_>, country: &Name<'_>) -> bool {
    people.folded.only().zip(country.folded.only()).is_some_and(|(people, country)| is_people(people, country))
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

/// Not words that say nothing alone (`Monday`, `Rs 209`), not an amount (`R250m`), not a seat (`D-Elm`), and no verb in
/// capitals, short (`KO’D`) or not.
fn is_telling(name: &Name<'_>) -> bool {
    // `STUNNED`: whoever writes a verb in capitals raises the voice.
    let is_short = name.text.contains(['\'', '’']);
    let is_shouted = is_acronym(name.text) && name.folded.only().is_some_and(|word| is_verb(word) || is_short);
    (name.folded.len() > 1 || name.text.chars().filter(char::is_ascii_digit).count() < 3)
        && !is_shouted
        && !name.folded.iter().all(|word| says_nothing(word) || is_number(word))
        && !["D-", "R-", "I-"].iter().any(|party| name.text.starts_with(party))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Name, is_pair, is_placed, is_same, is_telling, whole};

    fn name(text: &str, members: usize) -> Name<'_> {
        Name::of(<_>::default(), text, members)
    }

    #[test]
    fn names_are_telling() {
        let cases = [
            ("Wexcombe", true),
            ("Monday", false),
            ("Rs", false),
            ("Rs 209", false),
            ("Orsela 209", true),
            ("Check", false),
            ("PTI", false),
            ("IANS", false),
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
        let all: Vec<&Name<'_>> = all.iter().collect();
        assert!(is_placed(&name("Jane Roe of Wexcombe", 2), &all));
        assert!(!is_placed(&name("Jane Roe of Wexcombe", 4), &all), "hardly ever without the place");
        assert!(!is_placed(&name("Bank of Wexcombe", 2), &all));
        assert!(is_pair(&name("Tarvania-Orsland", 2), &all));
        assert!(!is_pair(&name("anti-Tarvanian", 5), &all), "hardly ever alone");
        assert!(!is_pair(&name("Indo-Pacific", 2), &all));
    }

    #[test]
    fn names_are_shown_whole() {
        let all = [
            name("Jane Roe", 3),
            name("Elm Pelicans", 6),
            name("Orsela Inc", 9),
            name("Marlow Bay", 5),
            name("Wexcombe", 9),
        ];
        let all: Vec<&Name<'_>> = all.iter().collect();
        let cases = [
            ("Roe", 24, "Jane Roe"),
            ("Roe", 25, "Roe"),
            ("Elm", 9, "Elm Pelicans"),
            ("Elm", 10, "Elm"),
            ("Orsela", 9, "Orsela"),
            ("Bay", 9, "Marlow Bay"),
            ("Wexcombe", 9, "Wexcombe"),
        ];
        for (text, members, expected) in cases {
            let name = name(text, members);
            assert_eq!(whole(&name, &all).text, expected, "{text} {members}");
        }
    }

    #[test]
    fn one_thing_has_one_name() {
        let same = [
            ("Maha Tide", "Mahatide"),
            ("Song of the Iron Tide", "Iron Tide of Elm"),
            ("Tarvania", "Tarvanian"),
            ("Orslande", "Orslandish"),
            ("Jane Kaarvel", "Karvel"),
            ("Kaarvelle Roe", "Karvelle"),
            ("Jane Roe", "Roe"),
        ];
        for (one, other) in same {
            assert!(
                is_same(&name(one, 2), &name(other, 2)) && is_same(&name(other, 2), &name(one, 2)),
                "{one} {other}"
            );
        }
        for (one, other) in [("Jane Roe", "Jane Doe"), ("Mali", "Malta"), ("Iron Tide", "Tide Elm"), ("Mario", "Maria")]
        {
            assert!(!is_same(&name(one, 2), &name(other, 2)), "{one} {other}");
        }
    }
}
