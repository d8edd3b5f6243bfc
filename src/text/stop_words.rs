//! Words that say nothing about an event, by language.
//!
//! The lists are ours: function words and the verbs that every headline may have (`says`, `gets`), nothing topical.
//! Lists made for web search go much further (`world`, `million`, `fire`) and would cost news its subject.

use std::sync::OnceLock;

use rustc_hash::FxHashSet;

use super::language::Language;
use super::normalize::normalize;

/// Whether the list of the language has the folded word. Constant time; the first call for a language reads its list.
pub(super) fn contains(language: Language, word: &str) -> bool {
    static SETS: [OnceLock<FxHashSet<String>>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    SETS[language as usize].get_or_init(|| read(list(language))).contains(word)
}

/// The words of a list, folded as the words of a text are.
fn read(list: &str) -> FxHashSet<String> {
    list.split_whitespace().map(|word| normalize(word).into_owned()).collect()
}

/// The words as they are written, sorted, with white space between them.
pub(super) const fn list(language: Language) -> &'static str {
    match language {
        Language::Arabic => include_str!("stop_words/ar.txt"),
        Language::Danish => include_str!("stop_words/da.txt"),
        Language::Dutch => include_str!("stop_words/nl.txt"),
        Language::English => include_str!("stop_words/en.txt"),
        Language::Finnish => include_str!("stop_words/fi.txt"),
        Language::French => include_str!("stop_words/fr.txt"),
        Language::German => include_str!("stop_words/de.txt"),
        Language::Greek => include_str!("stop_words/el.txt"),
        Language::Hindi => include_str!("stop_words/hi.txt"),
        Language::Hungarian => include_str!("stop_words/hu.txt"),
        Language::Italian => include_str!("stop_words/it.txt"),
        Language::Norwegian => include_str!("stop_words/no.txt"),
        Language::Portuguese => include_str!("stop_words/pt.txt"),
        Language::Romanian => include_str!("stop_words/ro.txt"),
        Language::Russian => include_str!("stop_words/ru.txt"),
        Language::Spanish => include_str!("stop_words/es.txt"),
        Language::Swedish => include_str!("stop_words/sv.txt"),
        Language::Tamil => include_str!("stop_words/ta.txt"),
        Language::Turkish => include_str!("stop_words/tr.txt"),
        Language::Other => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn function_words_are_in_and_topics_are_out() {
        let cases: &[(Language, &[&str], &[&str])] = &[
            (
                Language::English,
                &["the", "says", "amid", "don't", "it", "won't"],
                &["us", "who", "world", "fire", "million", "ill", "mars", "state"],
            ),
            (Language::French, &["le", "après", "où", "être"], &["guerre", "pays"]),
            (Language::German, &["der", "über", "würde"], &["krieg", "land"]),
            (Language::Spanish, &["el", "más", "también"], &["guerra", "gobierno"]),
            (Language::Russian, &["и", "ещё", "сказал"], &["суд", "война"]),
            (Language::Greek, &["και", "από"], &["πόλεμος"]),
            (Language::Turkish, &["için", "çok"], &["savaş"]),
            (Language::Hindi, &["और", "में"], &["चुनाव"]),
            (Language::Other, &[], &["the"]),
        ];
        for (language, stop_words, topics) in cases {
            for word in *stop_words {
                assert!(contains(*language, &normalize(word)), "{language:?} lacks {word}");
            }
            for word in *topics {
                assert!(!contains(*language, &normalize(word)), "{language:?} has {word}");
            }
        }
    }

    #[test]
    fn every_entry_is_one_word_of_a_text() {
        for language in Language::ALL {
            for entry in list(language).split_whitespace() {
                let cut: Vec<&str> = words(entry).map(|(_, word)| word).collect();
                assert_eq!(cut, [entry], "{language:?}: no text has this word, so it would never be found");
            }
        }
    }

    #[test]
    fn lists_are_sorted_without_repeats() {
        for language in Language::ALL {
            let entries: Vec<&str> = list(language).split_whitespace().collect();
            assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "{language:?}");
            assert!(language == Language::Other || entries.len() >= 90, "{language:?} has only {}", entries.len());
        }
    }
}
