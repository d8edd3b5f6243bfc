//! Words that any day's news is full of: what a reader knows before he has read the batch.
//!
//! Unlike stop words they say what kind of event it is (`fire`, `wins`, `election`), but hardly which one. The lists are
//! ours; they leave out words that are names in another language (`Costa`, `Rio`, `Mars`). A language without a list has no
//! common words.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::language::Language;
use super::normalize::normalize;

/// Languages that have a list.
const LISTS: [(Language, &str); 4] = [
    (Language::English, include_str!("common_words/en.txt")),
    (Language::German, include_str!("common_words/de.txt")),
    (Language::Spanish, include_str!("common_words/es.txt")),
    (Language::French, include_str!("common_words/fr.txt")),
];

/// Whether a term (folded and stemmed, as [`Tokenizer`](super::Tokenizer) makes it) is common in news of any day: it is
/// the stem of a listed word, or a number such as a day, a year or a score.
///
/// Terms do not say their language: the lists of all languages count. Constant time; the first call reads the lists.
#[must_use]
pub fn is_common(term: &str) -> bool {
    static STEMS: OnceLock<FxHashSet<String>> = OnceLock::new();
    is_plain_number(term) || STEMS.get_or_init(stems).contains(term)
}

/// Whether a language has a list of common words.
#[must_use]
pub fn has_common_words(language: Language) -> bool {
    LISTS.iter().any(|&(listed, _)| listed == language)
}

fn stems() -> FxHashSet<String> {
    let of = |(language, list): (Language, &'static str)| {
        list.split_whitespace().map(move |word| language.stem(&normalize(word)).into_owned())
    };
    LISTS.into_iter().flat_map(of).collect()
}

/// Digits and signs only, and no more than four digits: `7`, `2-1`, `6.4`, `2030`. Longer numbers are rare enough to tell
/// one event from another.
fn is_plain_number(term: &str) -> bool {
    let digits = term.bytes().filter(u8::is_ascii_digit).count();
    (1..=4).contains(&digits) && !term.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::{Tokenizer, words};
    use super::*;

    #[test]
    fn kinds_of_events_are_common_and_names_are_not() {
        let tokenizer = Tokenizer::new(Language::English);
        let cases: &[(&str, bool)] = &[
            ("Q3", true),
            ("jolts", true),
            ("fire", true),
            ("Fires", true),
            ("elections", true),
            ("Magnitude", true),
            ("2-1", true),
            ("6.4", true),
            ("2030", true),
            ("65,000", false),
            ("F-16", false),
            ("Lisbon", false),
            ("violinist", false),
            ("Ferrox", false),
            ("Mars", false),
            ("Costa", false),
        ];
        for &(word, expected) in cases {
            let term = tokenizer.term(word).unwrap();
            assert_eq!(is_common(&term), expected, "{word}");
        }
        let others = [
            (Language::German, "Brände", "Marlbach"),
            (Language::Spanish, "terremotos", "Belmonia"),
            (Language::French, "grèves", "Vellance"),
        ];
        for (language, common, name) in others {
            let tokenizer = Tokenizer::new(language);
            assert!(has_common_words(language) && is_common(&tokenizer.term(common).unwrap()), "{common}");
            assert!(!is_common(&tokenizer.term(name).unwrap()), "{name}");
        }
        assert!(!is_common(""));
    }

    #[test]
    fn lists_hold_single_words_sorted_and_no_stop_words() {
        for (language, list) in LISTS {
            let entries: Vec<&str> = list.split_whitespace().collect();
            assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "{language:?}");
            for entry in entries {
                assert_eq!(words(entry).map(|(_, word)| word).collect::<Vec<_>>(), [entry]);
                assert!(!language.is_stop_word(entry), "{language:?}: {entry} never becomes a term");
            }
        }
    }
}
