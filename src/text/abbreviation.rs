//! Full stops that end no sentence: [`is_abbreviation`].

use super::language::Language;
use super::normalize::normalize;
use super::script::is_letter_or_number;
use super::shortened::{counts, ends_a_list, has_dotted_ordinals, may_end, needs_a_word, needs_a_word_in_any_language};

/// Whether the full stop after `before` belongs to an abbreviation or an ordinal and ends nothing, `next` being what follows.
pub(super) fn is_abbreviation(before: &str, next: &str, language: Language) -> bool {
    // An abbreviation is short: never walk far back, or text without spaces would be walked again at every dot.
    let word = last_word(before, LONGEST);
    if language != Language::English {
        let first = &before[..before.len() - word.len()];
        if is_ordinal(first, word) {
            return is_of_an_ordinal(next, language);
        }
        if next.starts_with(char::is_uppercase) && is_unit(first, word, language) {
            return false;
        }
        if needs_a_word(word, language) {
            return true;
        }
    }
    if BEFORE_A_NAME.binary_search(&word).is_ok() {
        return true;
    }
    if BEFORE_A_NUMBER.binary_search(&word).is_ok() {
        return next.starts_with(|c: char| c.is_numeric());
    }
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
        return may_follow_an_hour(next);
    }
    let is_initials = !word.is_empty()
        && word.split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        });
    // `à l’est`: only what has a capital is an abbreviation everywhere.
    let is_known = |word: &str| language == Language::English || word.starts_with(char::is_uppercase);
    let is_listed = MAY_END.binary_search(&word).is_ok() && is_known(word);
    (is_initials || is_listed || may_end(word, language)) && !opens(next, language)
}

/// Whether a word with a capital mostly opens a sentence: it would be written small inside one.
fn opens(next: &str, language: Language) -> bool {
    let mut words = next.split(|c: char| !c.is_alphanumeric());
    let word = words.next().unwrap_or_default();
    if matches!(language, Language::English | Language::Other) {
        return OPENERS.contains(&word);
    }
    // `J. A. Roe`: a letter with a full stop is an initial.
    let is_initial = word.chars().nth(1).is_none() && next[word.len()..].starts_with('.');
    !is_initial && language.is_stop_word(&normalize(word))
}

/// Whether a word may be an ordinal with its full stop: `8`, `XIV`, and neither the end of `2:1` nor a year. `first` is
/// what stands before it.
fn is_ordinal(first: &str, word: &str) -> bool {
    let is_number = (1..=2).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = word.len() > 1 && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    (is_number || is_roman) && (first.is_empty() || first.ends_with(|c: char| c.is_whitespace() || c == '('))
}

/// Whether what follows a number belongs to it as its ordinal: `1. FC Elm`; in a language that has such ordinals, all but
/// what opens a sentence: `3. Liga`.
fn is_of_an_ordinal(next: &str, language: Language) -> bool {
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_acronym = word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase);
    let has_ordinals = has_dotted_ordinals(language) || language == Language::Other && is_acronym;
    has_ordinals && next.starts_with(char::is_alphabetic) && !opens(next, language)
}

/// Whether a word in small letters is the unit of a number before it, which may end a sentence: `350 млн руб`, `1950 г`;
/// or ends an enumeration. `first` is what stands before it.
fn is_unit(first: &str, word: &str, language: Language) -> bool {
    let before = last_word(first.trim_end().trim_end_matches('.'), LONGEST);
    let is_russian = language == Language::Russian;
    let is_counted = before.ends_with(|c: char| c.is_ascii_digit()) || is_russian && counts(before);
    let is_small = word.starts_with(char::is_lowercase) && word.chars().nth(3).is_none();
    is_counted && (is_small || is_russian && counts(word)) || is_russian && ends_a_list(word, before)
}

/// `Monday`, `Aug. 21`, `EST`, `Eastern`, `Lisbon time`; a number.
fn may_follow_an_hour(next: &str) -> bool {
    let mut words = next.split(|c: char| !c.is_alphanumeric());
    let (word, after) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_number = word.starts_with(char::is_numeric);
    let is_acronym = word.len() > 1 && !word.contains(char::is_lowercase);
    is_number || is_acronym || after == "time" || AFTER_AN_HOUR.binary_search(&word).is_ok()
}

/// In bytes: more than the longest abbreviation of the tables.
const LONGEST: usize = 16;

/// The last run of letters and dots, or nothing where it is longer than `limit` bytes.
fn last_word(text: &str, limit: usize) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if !(is_letter_or_number(c) || c == '.') {
            break;
        }
        if text.len() - at > limit {
            return "";
        }
        start = at;
    }
    &text[start..]
}

/// Whether a text ends with an abbreviation that needs a word or a number to follow, without its full stop.
pub(super) fn ends_in_need(text: &str) -> bool {
    let last = last_word(text, LONGEST);
    let is_in_need = |list: &[&str]| list.binary_search(&last).is_ok();
    // `24 hr`: of a number it is the unit.
    let is_counted = || text[..text.len() - last.len()].trim_end().ends_with(|c: char| c.is_ascii_digit());
    // `The answer is no.` is whole.
    is_in_need(BEFORE_A_NAME)
        || !matches!(last, "No" | "no") && is_in_need(BEFORE_A_NUMBER)
        || needs_a_word_in_any_language(last) && !is_counted()
}

/// Abbreviations that need a word to follow, as they are written and without the last dot; sorted.
///
/// Case counts: `Hon.` is a title, `hon` a Swedish word.
const BEFORE_A_NAME: &[&str] = &[
    "Adm", "Asst", "Bros", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Ft", "Gen", "Gov", "Hon", "Lt", "Maj", "Messrs",
    "Mme", "Mr", "Mrs", "Ms", "Mt", "Mx", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Spc", "Sr",
    "Sra", "Srta", "St", "Ste", "Supt", "approx", "v", "vs",
];

/// Abbreviations that stand before a number; sorted.
const BEFORE_A_NUMBER: &[&str] = &[
    "Apr", "Art", "Aug", "Dec", "Feb", "Fig", "Jan", "Jul", "Jun", "Mar", "No", "Nos", "Nov", "Oct", "Sec", "Sep",
    "Sept", "Vol", "art", "fig", "no", "nos", "p", "pp", "vol",
];

/// Abbreviations that may end a sentence as well as not; sorted.
const MAY_END: &[&str] = &[
    "Ave", "Blvd", "Calif", "Co", "Conn", "Corp", "Dept", "Fla", "Inc", "Jr", "Ltd", "Mass", "Mich", "Ph.D", "Rd",
    "Tenn", "Univ", "Va", "Wash", "ca", "dept", "est", "etc",
];

/// Days, months and zones; sorted.
const AFTER_AN_HOUR: &[&str] = &[
    "Apr",
    "April",
    "Atlantic",
    "Aug",
    "August",
    "Central",
    "Dec",
    "December",
    "Eastern",
    "Feb",
    "February",
    "Fri",
    "Friday",
    "Greenwich",
    "Jan",
    "January",
    "Jul",
    "July",
    "Jun",
    "June",
    "Mar",
    "March",
    "May",
    "Mon",
    "Monday",
    "Mountain",
    "Nov",
    "November",
    "Oct",
    "October",
    "Pacific",
    "Sat",
    "Saturday",
    "Sep",
    "Sept",
    "September",
    "Sun",
    "Sunday",
    "Thu",
    "Thur",
    "Thurs",
    "Thursday",
    "Tue",
    "Tues",
    "Tuesday",
    "Wed",
    "Wednesday",
];

/// Words that mostly open a sentence where they begin with a capital.
const OPENERS: &[&str] = &[
    "A",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "No",
    "On",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "You",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        for table in [BEFORE_A_NAME, BEFORE_A_NUMBER, MAY_END, OPENERS] {
            assert!(table.is_sorted(), "{table:?}");
            assert!(table.iter().all(|word| word.len() <= LONGEST));
        }
    }
}
