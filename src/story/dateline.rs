//! Where a text was written, by whom and when, before its first sentence: [`dateline`].

use crate::text::{Language, Span, prefix, words};

use super::case::is_acronym;
use super::word_lists::{List, Lists};

/// Bytes of a text in which a dateline is looked for.
const WITHIN: usize = 260;

/// Words of a text in which a date is looked for.
const DATED: usize = 24;

/// Bytes of what stands before the first sentence: `By Jane Roe LISBON (APB) - `, `March 3, 2026 LISBON: `, `(APB)`.
///
/// Each part is found by its own rule, and the rest is looked at again: outlets write them in any order. What stands
/// before a date is known in English only.
pub(super) fn dateline(sentence: &str, language: Language) -> usize {
    let mut rest = Rest { text: sentence, signs: Signs::of(sentence) };
    rest.cut(Signs::may_end_a_place, place_and_dash);
    rest.cut(|signs| signs.colon, heading);
    rest.cut(|signs| signs.year, |text| date(text, language));
    rest.cut(|signs| signs.bracket, agency);
    if rest.text.len() < sentence.len() {
        rest.cut(Signs::may_end_a_place, place_and_dash);
    }
    sentence.len() - rest.text.len()
}

/// What is left of a sentence.
struct Rest<'s> {
    text: &'s str,
    signs: Signs,
}

impl Rest<'_> {
    /// Cuts off the part that `find` finds where the signs are there that it has.
    fn cut(&mut self, may_have: impl Fn(Signs) -> bool, find: impl Fn(&str) -> usize) {
        let end = if may_have(self.signs) { find(self.text) } else { 0 };
        if end > 0 {
            self.text = &self.text[end..];
            self.signs = Signs::of(self.text);
        }
    }
}

/// The signs that parts of a dateline have. Most sentences have none.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one a sign")]
struct Signs {
    /// Beside a space or a bracket.
    dash: bool,
    /// Before a space.
    colon: bool,
    /// Four digits side by side.
    year: bool,
    /// One that opens.
    bracket: bool,
}

impl Signs {
    /// Of the bytes in which a dateline is looked for.
    fn of(sentence: &str) -> Self {
        let bytes = window(sentence).as_bytes();
        let mut signs = Self::default();
        // Most bytes are none of the signs.
        let is_sign = |byte: &u8| matches!(byte, b'0'..=b'9' | b'(' | b':' | b'-' | 0xE2);
        for (at, byte) in bytes.iter().enumerate().filter(|(_, byte)| is_sign(byte)) {
            match byte {
                b'0'..=b'9' => {
                    signs.year |=
                        bytes[..=at].last_chunk::<4>().is_some_and(|four| four.iter().all(u8::is_ascii_digit));
                }
                b'(' => signs.bracket = true,
                b':' => signs.colon |= bytes.get(at + 1) == Some(&b' '),
                b'-' => signs.dash |= at > 0 && matches!(bytes[at - 1], b' ' | b')'),
                // The dashes of General Punctuation.
                0xE2 => signs.dash |= matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x90..=0x95])),
                _ => {}
            }
        }
        signs
    }

    /// Whether there is what stands behind a place.
    fn may_end_a_place(self) -> bool {
        self.dash || self.colon
    }
}

/// A dateline ends with a dash between spaces, or a colon, before a capital or a quote, and has a word in capitals or a
/// bracket right before that.
fn place_and_dash(sentence: &str) -> usize {
    let window = window(sentence);
    let mut cut = 0;
    let has = |sign: &str| window.contains(sign);
    let signs = [
        ("-", &[" - ", " -- ", ")- ", ") -"][..]),
        ("–", &[" – ", ")– ", ") –"]),
        ("—", &[" — ", "—", "— ", ")— ", ") —"]),
        ("―", &[" ― "]),
        (":", &[": "]),
    ];
    for &dash in signs.into_iter().filter(|(sign, _)| has(sign)).flat_map(|(_, dashes)| dashes) {
        for (at, _) in window.match_indices(dash) {
            let before = &sentence[..at + usize::from(dash.starts_with(')'))];
            let end = at + dash.len();
            let after = sentence[end..].trim_start();
            let end = sentence.len() - after.len();
            let capital = after.trim_start_matches(['"', '“', '‘', '\'']).starts_with(char::is_uppercase);
            // Between words a dash without a space is a pause: `Roe—The mayor—said`.
            let is_tight = dash == "—" && !before.split_whitespace().next().is_some_and(is_shouted);
            if capital && end > cut && !is_tight && is_place(before, dash == ": ") {
                cut = end;
            }
        }
    }
    cut
}

/// Whether what stands before the dash ends like a dateline: `LISBON`, `LISBON, Portugal (APB)`, `NEW YORK, March 3`.
fn is_place(before: &str, is_colon: bool) -> bool {
    let (place, agency) = match before.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        Some((place, agency)) if agency.split_whitespace().count() <= 3 => (place.trim_end(), true),
        Some(_) => return false,
        None => (before, false),
    };
    let tail: Vec<&str> = place
        .split_whitespace()
        .rev()
        .take_while(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        .take(7)
        .collect();
    let whole = tail.len() == place.split_whitespace().count();
    if is_colon {
        // `LISBON: `, `March 3, 2026 LISBON: `, `… Lisbon, March 3 (APB/ENN): `; a colon after anything else belongs to the
        // sentence.
        let is_dated = tail.iter().any(|word| is_digits(word)) && tail.len() > 1;
        return agency && is_dated
            || whole
                && tail.len() <= 5
                && tail.first().is_some_and(|word| is_acronym(word))
                && tail.iter().any(|word| is_shouted(word));
    }
    (agency && (!tail.is_empty() || place.is_empty()))
        || tail.iter().any(|word| is_shouted(word))
        || (whole && tail.len() <= 2 && !tail.is_empty())
}

/// At least four letters, all of them capitals.
fn is_shouted(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 4 && letters.clone().all(char::is_uppercase)
}

/// Where a dateline is looked for.
fn window(sentence: &str) -> &str {
    prefix(sentence, WITHIN)
}

/// A headline in capitals with its colon: `BREAKING: FERRY AGROUND: The ferry …`.
fn heading(sentence: &str) -> usize {
    let colons = window(sentence).match_indices(": ");
    let is_heading = |before: &str| words(before).take(3).count() > 2 && !before.contains(char::is_lowercase);
    let end = colons.map(|(at, colon)| (at, at + colon.len())).filter(|&(at, _)| is_heading(&sentence[..at])).last();
    end.map(|(_, end)| end).filter(|&end| sentence[end..].starts_with(char::is_uppercase)).unwrap_or(0)
}

/// A whole date that no preposition stands before and no small letter behind: `Updated 3 March 2026 at 17:22 IST The …`.
fn date(sentence: &str, language: Language) -> usize {
    let mut cut: Vec<(Span, &str)> = Vec::with_capacity(DATED);
    cut.extend(words(sentence).take_while(|(span, _)| span.end() <= WITHIN).take(DATED));
    let mut end = 0;
    // Nobody knows another language's prepositions: there it has to be the first thing.
    let places = if language == Language::English { cut.len() } else { cut.len().min(1) };
    for at in 0..places {
        let Some(length) = date_words(&cut[at..]) else { continue };
        let before = at.checked_sub(1).map_or("", |at| cut[at].1);
        let is_part = BEFORE_A_DATE.contains(&before.to_lowercase().as_str());
        let is_title = cut[..at].iter().all(|(_, word)| !word.starts_with(char::is_lowercase) || GLUE.contains(word));
        let time = cut[at + length..].iter().take_while(|(_, word)| is_time(word)).count();
        let last = at + length + time;
        let follows = cut.get(last).filter(|(_, next)| next.starts_with(char::is_uppercase));
        if let (Some((next, _)), false, true) = (follows, is_part, is_title) {
            let between = &sentence[cut[last - 1].0.end()..next.start()];
            if !between.contains([',', '\'', '’', ')']) {
                end = next.start() - (between.len() - between.trim_end_matches(['"', '“', '‘', '\'', '[', '(']).len());
                break;
            }
        }
    }
    end
}

/// How many of the first words are a date with its year.
fn date_words(words: &[(Span, &str)]) -> Option<usize> {
    let word = |at: usize| words.get(at).map_or("", |(_, word)| *word);
    let is_calendar = |at: usize| Lists::of(&word(at).trim_end_matches('.').to_lowercase()).has(List::Calendar);
    let is_month = |at: usize| is_calendar(at) && !word(at).ends_with("day");
    let is_year = |at: usize| word(at).len() == 4 && word(at).starts_with("20") && is_digits(word(at));
    let is_day = |at: usize| {
        let day = word(at).trim_end_matches(|c: char| c.is_ascii_lowercase());
        (1..=2).contains(&day.len()) && is_digits(day)
    };
    if is_year(2) && (is_month(0) && is_day(1) || is_day(0) && is_month(1)) {
        return Some(3);
    }
    let parts: Vec<&str> = word(0).split(['.', '/', '-']).collect();
    (parts.len() == 3 && parts.iter().all(|part| is_digits(part)) && parts.iter().any(|part| part.len() == 4))
        .then_some(1)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// `12:24`, `pm`, `IST`, `at`.
fn is_time(word: &str) -> bool {
    let is_clock = word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let zone = ["EDT", "EST", "GMT", "UTC", "IST", "BST", "CET", "CEST", "PDT", "PST", "ET", "PT"];
    is_clock
        || zone.contains(&word)
        || ["am", "pm", "a.m.", "p.m.", "at", "hour"].contains(&word.to_lowercase().as_str())
}

/// A bracket that nothing but a place and a date stands before: `Port Elm, March 3 (APB) The …`, `(APB)The …`.
fn agency(sentence: &str) -> usize {
    let Some((place, rest)) = window(sentence).split_once('(') else { return 0 };
    let Some((name, _)) = rest.split_once(')') else { return 0 };
    let after = &sentence[place.len() + name.len() + 2..];
    let begin = after.trim_start_matches(|c: char| c.is_whitespace() || [':', '-', '–', '—', '―'].contains(&c));
    let is_place =
        words(place).take(7).count() < 7 && words(place).all(|(_, word)| !word.starts_with(char::is_lowercase));
    let short = words(name).count() <= 2 && name.starts_with(char::is_uppercase);
    // `Elm News Network (ENN) Director Jane Roe` is a sentence; an agency stands alone, or behind a date or a place.
    let is_apart =
        place.trim().is_empty() || after.len() == begin.len() || words(place).any(|(_, word)| is_digits(word));
    let begins = begin.trim_start_matches(['"', '“', '‘', '\'']).starts_with(char::is_uppercase);
    if is_place && short && is_apart && begins { sentence.len() - begin.len() } else { 0 }
}

/// Before a date that is a part of the sentence.
const BEFORE_A_DATE: &[&str] = &[
    "on", "by", "of", "since", "until", "till", "from", "before", "after", "the", "to", "in", "dated", "between", "and",
];

/// Small words of a title or a byline.
const GLUE: &[&str] = &["by", "in", "at", "of", "and", "the", "for", "on", "a", "from", "to"];

#[cfg(test)]
mod tests {
    use super::dateline;
    use crate::text::Language;

    #[test]
    fn datelines_are_cut_and_sentences_are_not() {
        let cases = [
            ("glued bracket", "(APB)The ferry sank.", "The ferry sank."),
            ("place and glued bracket", "Port Elm (APB Business)The ferry sank.", "The ferry sank."),
            ("bracket behind a date", "Port Elm, Aug 21 (APB) The ferry sank.", "The ferry sank."),
            ("bracket and colon", "Port Elm [Tarvania] August 25 (APB/ENN): The ferry sank.", "The ferry sank."),
            ("tight dash", "PORT ELM, Tarvania—The ferry sank.", "The ferry sank."),
            ("half a space", "WEXCOMBE— The ferry sank.", "The ferry sank."),
            ("bar", "WEXCOMBE, May 20 (Elmers) ― The ferry sank.", "The ferry sank."),
            ("date alone", "August 25, 2025The ferry sank.", "August 25, 2025The ferry sank."),
            ("date", "August 25, 2025 The ferry sank.", "The ferry sank."),
            ("date and colon", "Port Elm, August 21, 2025 : The ferry sank.", "The ferry sank."),
            ("date in front of capitals", "August 22, 2025 WEXCOMBE: The ferry sank.", "The ferry sank."),
            ("byline and date", "By Jane Roe August 25, 2025 The ferry sank.", "The ferry sank."),
            ("date in numbers", "Ferry in Tarvania ENN 25.8.2025 - 12:14 The ferry sank.", "The ferry sank."),
            ("update", "Updated 22 August 2025 at 17:22 IST The ferry sank.", "The ferry sank."),
            ("heading", "BREAKING: FERRY AGROUND AT ELM: The ferry sank.", "The ferry sank."),
            (
                "day of the sinking",
                "On August 25, 2025 Tarvania lost a ferry.",
                "On August 25, 2025 Tarvania lost a ferry.",
            ),
            ("date inside", "The ferry of March 3, 2025 Tarvania lost.", "The ferry of March 3, 2025 Tarvania lost."),
            ("party", "Jane Roe (D-Elm) said the ferry sank.", "Jane Roe (D-Elm) said the ferry sank."),
            (
                "short name",
                "The Harbour Lifeboat Service (HLS) Director Roe spoke.",
                "The Harbour Lifeboat Service (HLS) Director Roe spoke.",
            ),
            ("pause", "Jane Roe—The mayor of Elm—spoke.", "Jane Roe—The mayor of Elm—spoke."),
            ("quotation", "Roe: The ferry sank.", "Roe: The ferry sank."),
        ];
        let rest = |text: &'static str| &text[dateline(text, Language::English)..];
        let wrong = cases.iter().filter(|(_, text, expected)| rest(text) != *expected);
        assert_eq!(wrong.map(|(name, text, _)| (*name, rest(text))).collect::<Vec<_>>(), Vec::new());
    }

    #[test]
    fn dates_of_other_languages_stand_first() {
        let cases = [
            ("25.08.2026 Die Fähre sank.", "Die Fähre sank."),
            ("ELM (APB) - Die Fähre sank.", "Die Fähre sank."),
            ("Am 25.08.2026 Gesunkene", "Am 25.08.2026 Gesunkene"),
            ("Am 3. August 2026 Gesunkene", "Am 3. August 2026 Gesunkene"),
        ];
        for (text, expected) in cases {
            assert_eq!(&text[dateline(text, Language::German)..], expected);
        }
    }
}
