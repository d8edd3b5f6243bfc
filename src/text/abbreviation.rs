//! Full stops that end no sentence: [`is_abbreviation`].

use super::script::is_letter_or_number;

/// Whether the full stop after `before` belongs to an abbreviation and ends nothing, `next` being what follows.
pub(super) fn is_abbreviation(before: &str, next: &str) -> bool {
    // An abbreviation is short: never walk far back, or text without spaces would be walked again at every dot.
    let word = last_word(before, LONGEST);
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
    let may_end = is_initials || MAY_END.binary_search(&word).is_ok();
    may_end && !OPENERS.contains(&next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
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
    // `The answer is no.` is whole.
    is_in_need(BEFORE_A_NAME) || !matches!(last, "No" | "no") && is_in_need(BEFORE_A_NUMBER)
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
    "Tenn", "Univ", "Va", "Wash", "ca", "dept", "est", "etc", "руб", "тыс", "ул",
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
