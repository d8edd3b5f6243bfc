//! What kind of piece a headline announces: [`Genre`].

use super::affix::prefix;

/// A kind of piece that is no report of one event. English: so far no other language has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Genre {
    /// Several events in one piece: `Science News Roundup: ...`, `Market movers: ...`.
    Roundup,
    /// What to do or to know, whenever: `How to ...`, `Five signs of ...`, `The best ...`.
    Advice,
    /// How a market began or ended a day: `Stocks close lower`.
    Session,
}

/// What markets do at the beginning and at the end of a day.
const ENDS_DAY: [&str; 15] = [
    "close", "closed", "closes", "end", "ended", "ends", "finish", "finished", "finishes", "open", "opened", "opens",
    "settle", "settled", "settles",
];

/// Words from there to where prices stand: `ends 500 points lower`.
const AS_FAR: usize = 3;

/// In bytes: a label is short.
const LONGEST_LABEL: usize = 60;

/// What the label of a round-up ends with.
const ROUNDUP: [&[&str]; 13] = [
    &["digest"],
    &["headlines"],
    &["market", "movers"],
    &["moves", "after", "hours"],
    &["moves", "midday"],
    &["moves", "premarket"],
    &["news", "highlights"],
    &["news", "today"],
    &["newsletter"],
    &["roundup"],
    &["round", "up"],
    &["top", "stories"],
    &["wrap"],
];

/// What a headline that gives advice has among its words.
const ADVICE: [&[&str]; 19] = [
    &["the", "best"],
    &["causes", "of"],
    &["foods"],
    &["guide"],
    &["how", "can"],
    &["how", "to"],
    &["should", "i"],
    &["should", "know"],
    &["should", "you"],
    &["signs", "of"],
    &["symptoms"],
    &["things", "every"],
    &["things", "to"],
    &["things", "you"],
    &["tips"],
    &["ways", "to"],
    &["what", "are"],
    &["what", "is"],
    &["where", "to", "find"],
];

impl Genre {
    /// Of a headline, with or without its outlet behind a dash or a bar. Linear in its length.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if label(headline).is_some_and(|label| has(label, &ROUNDUP, Place::End)) {
            return Some(Self::Roundup);
        }
        // Some outlets are called so: `... - Harbour Guide`.
        let own = headline.rmatch_indices(['-', '–', '—', '|']).find_map(|(at, sign)| {
            let (before, behind) = (&headline[..at], &headline[at + sign.len()..]);
            before.strip_suffix(' ').filter(|_| behind.starts_with(' '))
        });
        let own = own.unwrap_or(headline);
        if is_session(own) {
            return Some(Self::Session);
        }
        has(own, &ADVICE, Place::Anywhere).then_some(Self::Advice)
    }
}

/// Whether something ends higher or lower: not whether it ends up somewhere.
fn is_session(headline: &str) -> bool {
    let is_one = |word: &str, of: &[&str]| of.iter().any(|wanted| word.eq_ignore_ascii_case(wanted));
    // Of most headlines no word begins like these.
    let may_end_day = |word: &str| {
        matches!(word.as_bytes(), [b'c' | b'C' | b'e' | b'E' | b'f' | b'F' | b'o' | b'O' | b's' | b'S', _, ..])
    };
    let mut words =
        headline.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        if !may_end_day(word) || !is_one(word, &ENDS_DAY) {
            continue;
        }
        let stands = |word: &str| is_one(word, &["flat", "higher", "lower", "mixed"]);
        let moves =
            |at: &str, next: &str| is_one(at, &["down", "up"]) && next.starts_with(|c: char| c.is_ascii_digit());
        let next: Vec<&str> = words.clone().take(AS_FAR + 1).collect();
        if next.iter().take(AS_FAR).any(|word| stands(word)) || next.windows(2).any(|pair| moves(pair[0], pair[1])) {
            return true;
        }
    }
    false
}

/// What stands before a colon or a bar; the colon of `10:30` is none.
fn label(headline: &str) -> Option<&str> {
    let (label, rest) = prefix(headline, LONGEST_LABEL).split_once([':', '|'])?;
    let is_time = label.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit());
    (!is_time).then_some(label)
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Anywhere,
    End,
}

/// Whether a text has one of the phrases there, in any case.
fn has(text: &str, phrases: &[&[&str]], place: Place) -> bool {
    let mut words = text.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    while let Some(first) = words.next() {
        let is_here = |phrase: &&[&str]| {
            let Some((begin, rest)) = phrase.split_first() else { return false };
            let is = |word: &[u8], wanted: &str| word.eq_ignore_ascii_case(wanted.as_bytes());
            let mut behind = words.clone();
            let is_whole =
                is(first, begin) && rest.iter().all(|wanted| behind.next().is_some_and(|word| is(word, wanted)));
            is_whole && (place == Place::Anywhere || behind.next().is_none())
        };
        if phrases.iter().any(is_here) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::Genre;

    #[test]
    fn kinds_of_pieces() {
        let cases = [
            ("Science News Roundup: Comet seen over Elm; ferry runs on kelp", Some(Genre::Roundup)),
            ("Market movers: Zenith up 4%, Orsland Steel down", Some(Genre::Roundup)),
            ("Stocks making the biggest moves midday: Zenith and more", Some(Genre::Roundup)),
            ("TOP STORIES | Ferry aground; gulls return", Some(Genre::Roundup)),
            ("Harbour round-up: two ferries late", Some(Genre::Roundup)),
            ("Police round up gulls: harbour quiet again", None),
            ("Palace briefing: king to abdicate", None),
            ("News today 10:30 in Elm", None),
            ("Gulls return to Elm: the wrap is off", None),
            ("Roundup of gulls ends", None),
            ("How to keep gulls off a roof", Some(Genre::Advice)),
            ("Gull bites: five things every sailor should know", Some(Genre::Advice)),
            ("The Best Boots for Rain - The Elm Post", Some(Genre::Advice)),
            ("What Is Kelp?", Some(Genre::Advice)),
            ("Ferry aground off Elm - Harbour Guide", None),
            ("Ferry aground off Elm | Best of Harbour", None),
            ("Storm causes flooding in Elm", None),
            ("Marlow wins best actress", None),
            ("Stocks close lower", Some(Genre::Session)),
            ("Orsland Index Ends 500 Points Higher As Banks Gain", Some(Genre::Session)),
            ("Oil settles up 2% - The Elm Post", Some(Genre::Session)),
            ("Shares open sharply higher", Some(Genre::Session)),
            ("Mayor ends up in harbour", None),
            ("Bridge closes; traffic to be lighter, tolls lower", None),
            ("Lower tolls end", None),
            ("Bestseller author dies", None),
            ("", None),
            ("how", None),
        ];
        for (headline, expected) in cases {
            assert_eq!(Genre::of(headline), expected, "{headline}");
        }
    }
}
