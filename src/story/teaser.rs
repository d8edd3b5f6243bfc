//! What a headline has behind its news to make people click: [`without_teaser`].

use crate::text::words;

/// Words of news that are left before a teaser, at least; what is shorter is nothing without it, and before a colon it is
/// the name of a thing (`Pelican 2 Pro Max: Price and specs`).
const NEWS: usize = 4;
const NEWS_BEFORE_COLON: usize = 6;
/// Words of the longest teaser.
const LONGEST: usize = 12;

/// A headline without the teasers that it ends with: `Ferry Pelican back in Elm: Timings, price and more`,
/// `Ferry aground. See pictures`. English.
///
/// A teaser stands behind a full stop, a colon, a semicolon, a dash, a bar or a comma. It is a call to the reader (`Read
/// its message to sailors`; behind a comma or colon only one that says nothing else), or has only words that say what
/// kind of page it is (`price and specs`). Linear in the headline's end.
pub(super) fn without_teaser(headline: &str) -> &str {
    let mut news = headline;
    while let Some(shorter) = without_one(news) {
        news = shorter;
    }
    news
}

fn without_one(headline: &str) -> Option<&str> {
    let spaces = headline.match_indices(' ').rev().take(LONGEST + 2);
    let news = spaces.filter_map(|(at, _)| {
        let (news, tail) = (&headline[..at], &headline[at + 1..]);
        let sign = Sign::before_space(news)?;
        let (is_teaser, least) = match sign {
            Sign::End => (is_service(tail) || is_call(tail), NEWS),
            Sign::Colon => (is_service(tail), NEWS_BEFORE_COLON),
            Sign::Comma => (is_service(tail) && begins_a_call(tail), NEWS),
        };
        (is_teaser && words(news).nth(least - 1).is_some()).then_some(news)
    });
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '.' | '!' | ':' | ';' | ',' | '|' | '-' | '–' | '—');
    news.map(|news| news.trim_end_matches(is_sign)).next()
}

/// What stands before a teaser.
#[derive(Clone, Copy)]
enum Sign {
    /// A full stop or the like, or a dash or bar between spaces.
    End,
    /// What follows may be what somebody says.
    Colon,
    /// What follows may be the last of a list.
    Comma,
}

impl Sign {
    /// The sign that a text ends with, a space being next.
    fn before_space(text: &str) -> Option<Self> {
        match text.chars().next_back()? {
            '.' | '!' | ';' => Some(Self::End),
            ':' => Some(Self::Colon),
            ',' => Some(Self::Comma),
            sign @ ('|' | '-' | '–' | '—') => text.trim_end_matches(sign).ends_with(' ').then_some(Self::End),
            _ => None,
        }
    }
}

/// `Read its message to sailors`.
fn is_call(tail: &str) -> bool {
    let mut cut = words(tail);
    let first = cut.next().map_or("", |(_, word)| word);
    CALLS.contains(&first) && cut.nth(LONGEST - 1).is_none() && !tail.contains(['"', '“', '‘'])
}

fn begins_a_call(tail: &str) -> bool {
    words(tail).next().is_some_and(|(_, first)| is_one_of(first, &CALLS))
}

/// `Check price and specs`: nothing but words of the trade, of which one says which trade.
fn is_service(tail: &str) -> bool {
    let (mut count, mut is_strong) = (0, false);
    for (_, word) in words(tail) {
        let strong = is_one_of(word, &STRONG);
        if !strong && !is_one_of(word, &WEAK) {
            return false;
        }
        count += 1;
        is_strong |= strong;
    }
    is_strong && count <= LONGEST
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// Calls to the reader that no sentence of news begins with.
const CALLS: [&str; 12] =
    ["Check", "Details", "Find", "Here's", "Here’s", "Know", "Pics", "Read", "See", "Take", "WATCH", "Watch"];

/// Words that make a service of what they stand in.
const STRONG: [&str; 28] = [
    "check",
    "deets",
    "detail",
    "details",
    "everything",
    "features",
    "here",
    "here's",
    "here’s",
    "how",
    "inside",
    "know",
    "look",
    "photos",
    "pic",
    "pics",
    "pictures",
    "price",
    "prices",
    "read",
    "see",
    "specifications",
    "specs",
    "timings",
    "video",
    "videos",
    "watch",
    "why",
];

/// Words that may stand beside them.
const WEAK: [&str; 52] = [
    "a",
    "about",
    "all",
    "and",
    "are",
    "availability",
    "colour",
    "colours",
    "complete",
    "date",
    "dates",
    "expected",
    "far",
    "first",
    "for",
    "full",
    "get",
    "good",
    "in",
    "india",
    "is",
    "it",
    "key",
    "latest",
    "launch",
    "link",
    "links",
    "list",
    "more",
    "must",
    "need",
    "of",
    "offers",
    "other",
    "out",
    "sale",
    "should",
    "so",
    "steps",
    "take",
    "the",
    "these",
    "this",
    "time",
    "to",
    "viral",
    "we",
    "what",
    "when",
    "where",
    "who",
    "you",
];

#[cfg(test)]
mod tests {
    use super::without_teaser;

    #[test]
    fn teasers_are_cut_and_news_is_not() {
        let cases = [
            ("Pelican 2 ferry launched in Elm: Price, specs, features", "Pelican 2 ferry launched in Elm"),
            ("Pelican 2 ferry launched in Elm; know all about it", "Pelican 2 ferry launched in Elm"),
            ("Pelican ferry to close its decks. Read its message to sailors", "Pelican ferry to close its decks"),
            ("Captain sings on the ferry Pelican – WATCH", "Captain sings on the ferry Pelican"),
            ("Captain sings on the ferry Pelican, here’s what we know so far", "Captain sings on the ferry Pelican"),
            (
                "Ferry Week in Elm: full list of ships, fares, and timings",
                "Ferry Week in Elm: full list of ships, fares, and timings",
            ),
            ("Captain of the ferry marries in Elm | See pics", "Captain of the ferry marries in Elm"),
            ("Pelican 2 ferry launched in Elm. All details here! Watch", "Pelican 2 ferry launched in Elm"),
            ("Ferry Pelican: What we know", "Ferry Pelican: What we know"),
            ("Pelican 2 Pro Max: Price and specs", "Pelican 2 Pro Max: Price and specs"),
            ("Mayor of Elm to boatmen: Watch the tide", "Mayor of Elm to boatmen: Watch the tide"),
            (
                "Mayor of Elm warns the boatmen. See “a storm coming”",
                "Mayor of Elm warns the boatmen. See “a storm coming”",
            ),
            ("Ferry Pelican back in Elm: fares to rise", "Ferry Pelican back in Elm: fares to rise"),
            ("Captain and mayor of Elm meet, and more", "Captain and mayor of Elm meet, and more"),
            ("Mayor of Elm says price is right", "Mayor of Elm says price is right"),
            ("", ""),
        ];
        for (headline, expected) in cases {
            assert_eq!(without_teaser(headline), expected);
        }
    }
}
