//! What the case of a word's letters tells.

use crate::text::is_letter;

/// Begins with a capital: a name, or any word at the beginning of a sentence.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Begins with a small letter.
pub(super) fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Begins with one small letter before a capital, or ends with `OS`: `iPhone`, `eBay`, `macOS`.
pub(super) fn is_mixed(word: &str) -> bool {
    let mut letters = word.chars();
    let is_small = letters.next().is_some_and(char::is_lowercase);
    is_small && word.len() > 2 && (letters.next().is_some_and(char::is_uppercase) || word.ends_with("OS"))
}

/// At least two letters, all of them capitals.
pub(super) fn is_acronym(word: &str) -> bool {
    let mut letters = word.chars().filter(|&c| is_letter(c));
    let mut is_upper = || letters.next().is_some_and(char::is_uppercase);
    is_upper() && is_upper() && letters.all(char::is_uppercase)
}

/// The names of days and months: written with a capital, and nobody's names. English; lower case.
pub(super) const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];

#[cfg(test)]
mod tests {
    use super::is_mixed;

    #[test]
    fn some_names_begin_small() {
        let cases = [
            ("iPhone", true),
            ("eBay", true),
            ("macOS", true),
            ("iOS", true),
            ("Orsela", false),
            ("orsela", false),
            ("saidOrsela", false),
            ("mW", false),
            ("", false),
        ];
        for (word, expected) in cases {
            assert_eq!(is_mixed(word), expected, "{word}");
        }
    }
}
