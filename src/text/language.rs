//! Languages: their tags, their stemmers, and what else a word goes through in only one of them.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

use super::normalize::Casing;
use super::stop_words;

/// A language whose words this crate knows something about.
///
/// Every one but [`Other`](Self::Other) has stop words; every one but [`Hindi`](Self::Hindi) and `Other` has a
/// [Snowball](https://snowballstem.org/) stemmer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Language {
    /// Arabic.
    Arabic,
    /// Danish.
    Danish,
    /// Dutch.
    Dutch,
    /// English, the default.
    #[default]
    English,
    /// Finnish.
    Finnish,
    /// French.
    French,
    /// German.
    German,
    /// Greek.
    Greek,
    /// Hindi: stop words, no stemmer.
    Hindi,
    /// Hungarian.
    Hungarian,
    /// Italian.
    Italian,
    /// Norwegian, Bokmål and Nynorsk.
    Norwegian,
    /// Portuguese.
    Portuguese,
    /// Romanian.
    Romanian,
    /// Russian.
    Russian,
    /// Spanish.
    Spanish,
    /// Swedish.
    Swedish,
    /// Tamil.
    Tamil,
    /// Turkish.
    Turkish,
    /// Any other language: words as they are, no stop words but the particles of Japanese.
    Other,
}

impl Language {
    /// All languages, in the order of the enum; `Other` is the last.
    pub const ALL: [Self; 20] = [
        Self::Arabic,
        Self::Danish,
        Self::Dutch,
        Self::English,
        Self::Finnish,
        Self::French,
        Self::German,
        Self::Greek,
        Self::Hindi,
        Self::Hungarian,
        Self::Italian,
        Self::Norwegian,
        Self::Portuguese,
        Self::Romanian,
        Self::Russian,
        Self::Spanish,
        Self::Swedish,
        Self::Tamil,
        Self::Turkish,
        Self::Other,
    ];

    /// The language of a BCP 47 tag (`en`, `en-GB`, `pt_BR`), by its first part; `Other` where it is not known.
    ///
    /// ```
    /// use samestory::text::Language;
    /// assert_eq!(Language::from_tag("pt-BR"), Language::Portuguese);
    /// assert_eq!(Language::from_tag("xx"), Language::Other);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        // Norwegian's two written forms have tags of their own.
        if primary.eq_ignore_ascii_case("nb") || primary.eq_ignore_ascii_case("nn") {
            return Self::Norwegian;
        }
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag())).unwrap_or(Self::Other)
    }

    /// Its BCP 47 tag, two letters; `und` for `Other`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Danish => "da",
            Self::Dutch => "nl",
            Self::English => "en",
            Self::Finnish => "fi",
            Self::French => "fr",
            Self::German => "de",
            Self::Greek => "el",
            Self::Hindi => "hi",
            Self::Hungarian => "hu",
            Self::Italian => "it",
            Self::Norwegian => "no",
            Self::Portuguese => "pt",
            Self::Romanian => "ro",
            Self::Russian => "ru",
            Self::Spanish => "es",
            Self::Swedish => "sv",
            Self::Tamil => "ta",
            Self::Turkish => "tr",
            Self::Other => "und",
        }
    }

    /// Its English name; `None` for `Other`.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Arabic => "Arabic",
            Self::Danish => "Danish",
            Self::Dutch => "Dutch",
            Self::English => "English",
            Self::Finnish => "Finnish",
            Self::French => "French",
            Self::German => "German",
            Self::Greek => "Greek",
            Self::Hindi => "Hindi",
            Self::Hungarian => "Hungarian",
            Self::Italian => "Italian",
            Self::Norwegian => "Norwegian",
            Self::Portuguese => "Portuguese",
            Self::Romanian => "Romanian",
            Self::Russian => "Russian",
            Self::Spanish => "Spanish",
            Self::Swedish => "Swedish",
            Self::Tamil => "Tamil",
            Self::Turkish => "Turkish",
            Self::Other => return None,
        })
    }

    /// Whether a word, folded by [`normalize`](super::normalize), says nothing about an event: `the`, `is`, `says`.
    ///
    /// The English `us` and `who` are none: case is folded, and `US` and `WHO` make news. Where the case is known,
    /// [`Tokenizer::term`](super::Tokenizer::term) tells them apart. Constant time; the first call for a language builds
    /// its table.
    ///
    /// ```
    /// use samestory::text::Language;
    /// assert!(Language::English.is_stop_word("the"));
    /// assert!(!Language::English.is_stop_word("us"));
    /// ```
    #[must_use]
    pub fn is_stop_word(self, word: &str) -> bool {
        match self {
            Self::Other => is_particle(word),
            _ => stop_words::contains(self, word),
        }
    }

    /// The [Snowball](https://snowballstem.org/) stem of a lower-case word.
    ///
    /// Words with a digit or a sign in them (`covid19`, `example.com`, `at&t`) are no inflected words and stay as they
    /// are, as do those longer than 64 bytes: some stemmers take quadratic time.
    ///
    /// ```
    /// use samestory::text::Language;
    /// assert_eq!(Language::English.stem("elections"), "elect");
    /// assert_eq!(Language::Russian.stem("выборами"), "выбор");
    /// ```
    #[must_use]
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        match self.algorithm() {
            Some(algorithm) if is_inflected(word) => {
                let stem = Stemmer::create(algorithm).stem(word);
                // The Arabic stemmer leaves nothing of a word that is made of marks only.
                if stem.is_empty() { Cow::Borrowed(word) } else { stem }
            }
            _ => Cow::Borrowed(word),
        }
    }

    const fn algorithm(self) -> Option<Algorithm> {
        Some(match self {
            Self::Arabic => Algorithm::Arabic,
            Self::Danish => Algorithm::Danish,
            Self::Dutch => Algorithm::Dutch,
            Self::English => Algorithm::English,
            Self::Finnish => Algorithm::Finnish,
            Self::French => Algorithm::French,
            Self::German => Algorithm::German,
            Self::Greek => Algorithm::Greek,
            Self::Hungarian => Algorithm::Hungarian,
            Self::Italian => Algorithm::Italian,
            Self::Norwegian => Algorithm::Norwegian,
            Self::Portuguese => Algorithm::Portuguese,
            Self::Romanian => Algorithm::Romanian,
            Self::Russian => Algorithm::Russian,
            Self::Spanish => Algorithm::Spanish,
            Self::Swedish => Algorithm::Swedish,
            Self::Tamil => Algorithm::Tamil,
            Self::Turkish => Algorithm::Turkish,
            Self::Hindi | Self::Other => return None,
        })
    }

    /// How it folds case.
    pub(super) const fn casing(self) -> Casing {
        match self {
            Self::Turkish => Casing::Turkic,
            _ => Casing::Common,
        }
    }

    /// Whether its stemmer knows letters with diacritics. Where it does not, they are folded before it: `Beyoncé` must
    /// lose its last letter in English if `Beyonce` does, and the Russian stemmer takes `ё` for no vowel.
    pub(super) const fn stems_diacritics(self) -> bool {
        !matches!(self, Self::English | Self::Russian | Self::Hindi | Self::Other)
    }

    /// A lower-case word with straight apostrophes, without the article that French and Italian write onto it, or the
    /// suffix that Turkish does: `l'ukraine` is `ukraine`, `dell'italia` is `italia`, `ankara'da` is `ankara`.
    pub(super) fn without_affix(self, word: &str) -> &str {
        let elided = self.elided();
        if elided.is_empty() {
            return &word[..word.len() - self.suffix(word)];
        }
        match word.split_once('\'') {
            Some((article, rest)) if !rest.is_empty() && elided.binary_search(&article).is_ok() => rest,
            _ => word,
        }
    }

    /// Articles and pronouns that French and Italian write onto the next word, without their apostrophe; sorted.
    pub(super) const fn elided(self) -> &'static [&'static str] {
        match self {
            Self::French => {
                &["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quelqu", "quoiqu", "s", "t"]
            }
            Self::Italian => &[
                "all", "c", "cos", "d", "dall", "dell", "l", "m", "n", "nell", "nessun", "quell", "quest", "s", "sull",
                "t", "un", "v",
            ],
            _ => &[],
        }
    }

    /// Bytes of the suffix that Turkish writes behind the apostrophe of a name or a number: `Ankara'da`, `2026’da`.
    ///
    /// One letter before it is another language's (`O'Brien`), and no suffix begins with `an` (`Kur'an`).
    pub(crate) fn suffix(self, word: &str) -> usize {
        if self != Self::Turkish {
            return 0;
        }
        let cut = word.rfind(['\'', '’']).map(|at| (&word[..at], &word[at..]));
        let is_suffix = |(name, suffix): &(&str, &str)| {
            let letters = suffix.trim_start_matches(['\'', '’']);
            name.chars().nth(1).is_some() && !letters.is_empty() && !letters.starts_with("an")
        };
        cut.filter(is_suffix).map_or(0, |(_, suffix)| suffix.len())
    }

    /// Whether a folded word is a stop word unless it is written in capitals: `us` and `US`.
    pub(super) fn is_stop_word_unless_capitals(self, word: &str) -> bool {
        self == Self::English && matches!(word, "us" | "who")
    }
}

/// Whether a word is one character of hiragana, or the sign that draws out a sound: Japanese is cut there, into particles and
/// endings that any two of its texts have in common (`の`, `は`, `た`). Names and nouns are in other signs.
fn is_particle(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| matches!(c, 'ぁ'..='ゖ' | 'ー')) && chars.next().is_none()
}

/// In bytes. The longest words that are no chemical names have about 50 letters.
const LONGEST_INFLECTED: usize = 64;

fn is_inflected(word: &str) -> bool {
    word.len() <= LONGEST_INFLECTED
        && !word.bytes().any(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'&' | b'-' | b':' | b'_'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_name_languages() {
        let cases: &[(&str, Language)] = &[
            ("en", Language::English),
            ("en-GB", Language::English),
            ("EN_us", Language::English),
            ("ru_RU", Language::Russian),
            ("pt-BR", Language::Portuguese),
            ("nb", Language::Norwegian),
            ("nn-NO", Language::Norwegian),
            ("no", Language::Norwegian),
            ("zh-Hans", Language::Other),
            ("eng", Language::Other),
            ("und", Language::Other),
            ("", Language::Other),
        ];
        for (tag, language) in cases {
            assert_eq!(Language::from_tag(tag), *language, "{tag}");
        }
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), language);
        }
    }

    #[test]
    fn languages_have_their_names() {
        for language in Language::ALL {
            let expected = format!("{language:?}");
            assert_eq!(language.name(), (language != Language::Other).then_some(expected.as_str()));
        }
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        let cases: &[(Language, &[&str])] = &[
            (Language::Danish, &["valg", "valget", "valgene"]),
            (Language::Dutch, &["verkiezing", "verkiezingen"]),
            (Language::English, &["election", "elections"]),
            (Language::English, &["attack", "attacks", "attacked", "attacking"]),
            (Language::English, &["resign", "resigns", "resigned"]),
            (Language::Finnish, &["talo", "talot", "talossa"]),
            (Language::French, &["élection", "élections"]),
            (Language::German, &["wahl", "wahlen"]),
            (Language::Hungarian, &["választás", "választások", "választást"]),
            (Language::Italian, &["elezione", "elezioni"]),
            (Language::Norwegian, &["valg", "valget", "valgene"]),
            (Language::Portuguese, &["eleitor", "eleitores"]),
            (Language::Romanian, &["ziar", "ziare"]),
            (Language::Russian, &["выборы", "выборов", "выборами"]),
            (Language::Spanish, &["elector", "electores"]),
            (Language::Swedish, &["flicka", "flickor", "flickorna"]),
            (Language::Turkish, &["haber", "haberler"]),
            // No stemmer: nothing happens.
            (Language::Hindi, &["चुनाव"]),
            (Language::Other, &["wybory"]),
        ];
        for (language, forms) in cases {
            let stems: Vec<_> = forms.iter().map(|form| language.stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{language:?}: {stems:?}");
        }
        assert_eq!(Language::Other.stem("elections"), "elections");
    }

    #[test]
    fn japanese_is_cut_into_particles_that_say_nothing() {
        for (word, expected) in [
            ("の", true),
            ("ー", true),
            ("た", true),
            ("港", false),
            ("ミナト", false),
            ("のは", false),
            ("the", false),
            ("", false),
        ] {
            assert_eq!(Language::Other.is_stop_word(word), expected, "{word}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        let cases: &[(&str, &str)] =
            &[("news", "new"), ("paris", "parish"), ("iran", "iraq"), ("us", "use"), ("mali", "male")];
        for (left, right) in cases {
            assert_ne!(Language::English.stem(left), Language::English.stem(right));
        }
    }

    #[test]
    fn what_is_no_inflected_word_keeps_its_form() {
        assert_eq!(Language::Arabic.stem("\u{640}\u{651}"), "\u{640}\u{651}");
        for word in ["covid19", "1990s", "example.com", "at&t", "2-1", "", &"s".repeat(65)] {
            for language in Language::ALL {
                assert_eq!(language.stem(word), word, "{language:?}");
            }
        }
    }

    #[test]
    fn affixes_come_off_where_the_language_writes_them_on() {
        let cases: &[(Language, &str, &str)] = &[
            (Language::French, "l'ukraine", "ukraine"),
            (Language::French, "qu'il", "il"),
            (Language::French, "aujourd'hui", "aujourd'hui"),
            (Language::French, "l'", "l'"),
            (Language::Italian, "dell'italia", "italia"),
            (Language::Italian, "un'altra", "altra"),
            (Language::English, "l'ukraine", "l'ukraine"),
            (Language::English, "o'brien", "o'brien"),
            (Language::Turkish, "ankara'da", "ankara"),
            (Language::Turkish, "2026'da", "2026"),
            (Language::Turkish, "o'brien'ın", "o'brien"),
            (Language::Turkish, "o'brien", "o'brien"),
            (Language::Turkish, "kur'an", "kur'an"),
            (Language::Turkish, "ankara'", "ankara'"),
            (Language::Turkish, "ankara", "ankara"),
            (Language::English, "ankara'da", "ankara'da"),
        ];
        for (language, word, bare) in cases {
            assert_eq!(language.without_affix(word), *bare, "{language:?} {word}");
        }
    }

    proptest! {
        #[test]
        fn no_word_upsets_a_stemmer(word in any::<String>()) {
            for language in Language::ALL {
                let _ = language.stem(&word.to_lowercase());
            }
        }

        #[test]
        fn no_word_of_its_script_upsets_a_stemmer(
            word in prop_oneof![
                "[a-z'é]{0,14}", "[a-zäöüßåæøéêèàâîôûçñíóúáőűğışțșăâ'y]{0,14}", "[а-яёіѝ]{0,14}", "[α-ωάέήίόύώΐΰϊϋς]{0,14}",
                "[\u{600}-\u{6FF}]{0,10}", "[\u{B80}-\u{BFF}]{0,12}",
            ]
        ) {
            for language in Language::ALL {
                let _ = language.stem(&word);
            }
        }
    }
}
