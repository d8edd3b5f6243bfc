//! From text to tokens: what a word matches as, where it stands, what kind it is.

use std::borrow::Cow;

use crate::article::Article;

use super::guess::Told;
use super::language::Language;
use super::normalize::{fold_case, fold_diacritics};
use super::segment::{Span, words};

/// What a token looks like.
///
/// A weak hint: in a headline in title case every word is `Capitalized`, and in one that shouts every word is an
/// `Acronym`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum TokenKind {
    /// Begins with a lower-case letter, or is written in a script without case.
    Word,
    /// Begins with a capital: a name, or any word at the start of a sentence or in a title in title case.
    Capitalized,
    /// At least two letters, all of them capitals: `NATO`, `U.S.`, `COVID-19`.
    Acronym,
    /// Begins with a digit or a currency sign: `2-1`, `1990s`, `$5m`.
    Number,
}

impl TokenKind {
    /// The kind of a word as [`words`] cuts it. Linear in its length.
    #[must_use]
    pub fn of(surface: &str) -> Self {
        let Some(first) = surface.chars().next() else { return Self::Word };
        if !first.is_alphabetic() {
            return Self::Number;
        }
        if !first.is_uppercase() {
            return Self::Word;
        }
        let mut letters = surface.chars().filter(|c| c.is_alphabetic());
        let is_acronym = letters.clone().nth(1).is_some() && letters.all(char::is_uppercase);
        // The possessive of an acronym keeps its small letter: `NATO's`.
        let bare = surface.strip_suffix("'s").or_else(|| surface.strip_suffix("’s"));
        if is_acronym || bare.is_some_and(|bare| Self::of(bare) == Self::Acronym) {
            return Self::Acronym;
        }
        Self::Capitalized
    }
}

/// One word that says something: its term, its place and its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token<'t> {
    term: Cow<'t, str>,
    span: Span,
    kind: TokenKind,
}

impl Token<'_> {
    /// What it matches as: folded and stemmed.
    #[must_use]
    pub fn term(&self) -> &str {
        &self.term
    }

    /// Where it stands in the text.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What it looks like.
    #[must_use]
    pub fn kind(&self) -> TokenKind {
        self.kind
    }
}

/// Turns text of one language into tokens.
///
/// ```
/// use samestory::text::{Language, Tokenizer};
/// let tokenizer = Tokenizer::new(Language::English);
/// let terms: Vec<String> =
///     tokenizer.tokens("The U.S. warns of F-16s in Ukraine’s skies").map(|token| token.term().to_owned()).collect();
/// assert_eq!(terms, ["us", "warn", "f16", "ukrain", "sky"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tokenizer {
    language: Language,
}

impl Tokenizer {
    /// A tokenizer for a language.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The tokenizer for an article: for the language of its tag; without a tag for the one that the script of its
    /// headline (else of its text) tells ([`Language::detect`]), or in Latin letters its small words; else for `default`.
    ///
    /// Of the first 40 words in small letters, the headline's first, three different ones must be stop words of a
    /// language or have letters that are its own, one in eight at least, and more than twice as many as tell `default`. Words
    /// with a capital tell nothing: they may be names. `default` is known by three words, which most articles in it have among
    /// their first ten, and then no more is read. A microsecond, for a short text that is not in `default` a few.
    ///
    /// ```
    /// use samestory::Article;
    /// use samestory::text::{Language, Tokenizer};
    /// let article = Article::new("a1", "Суд вынес приговор");
    /// assert_eq!(Tokenizer::for_article(&article, Language::English).language(), Language::Russian);
    /// let article = Article::new("a2", "Fischer und Werft einigen sich auf neuen Hafen");
    /// assert_eq!(Tokenizer::for_article(&article, Language::English).language(), Language::German);
    /// ```
    #[must_use]
    pub fn for_article(article: &Article, default: Language) -> Self {
        Self::new(Told::by(article, default).or(default))
    }

    /// The language whose words it knows.
    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// The tokens of a text in order, stop words left out. Linear in the length of the text.
    pub fn tokens<'t>(&self, text: &'t str) -> impl Iterator<Item = Token<'t>> + use<'t> {
        let this = *self;
        words(text).filter_map(move |(span, surface)| {
            Some(Token { term: this.term(surface)?, span, kind: TokenKind::of(surface) })
        })
    }

    /// The term of a single word as [`words`] cuts it, or `None` for a stop word.
    ///
    /// Folded as by [`normalize`](super::normalize), without a French or Italian article (`l’Ukraine` is `ukrain`) or the
    /// suffix behind a Turkish apostrophe (`Ankara’da` is `ankara`), then stemmed. English `us` and `who` are stop words unless they are written in capitals: `US`, `U.S.` and `WHO` are
    /// not.
    ///
    /// It depends on nothing but the word and the language, so callers may remember it; it costs most of what
    /// tokenizing does.
    #[must_use]
    pub fn term<'t>(&self, surface: &'t str) -> Option<Cow<'t, str>> {
        let language = self.language;
        match fold_case(surface, language.casing()) {
            Cow::Borrowed(folded) => self.term_of_folded(folded, surface),
            Cow::Owned(folded) => self.term_of_folded(&folded, surface).map(|term| Cow::Owned(term.into_owned())),
        }
    }

    fn term_of_folded<'t>(self, folded: &'t str, surface: &str) -> Option<Cow<'t, str>> {
        let language = self.language;
        let cased = language.without_affix(folded);
        let bare = fold_diacritics(cased);
        if bare.is_empty() || language.is_stop_word(&bare) {
            return None;
        }
        if language.is_stop_word_unless_capitals(&bare) && TokenKind::of(surface) != TokenKind::Acronym {
            return None;
        }
        Some(match bare {
            // No letter was folded, so the stemmer sees the same word either way; its stem may still need folding.
            Cow::Borrowed(_) => fold_stem(language.stem(cased)),
            Cow::Owned(_) if language.stems_diacritics() => fold_stem(language.stem(cased)),
            Cow::Owned(bare) => Cow::Owned(language.stem(&bare).into_owned()),
        })
    }
}

fn fold_stem(stem: Cow<'_, str>) -> Cow<'_, str> {
    match stem {
        Cow::Borrowed(stem) => fold_diacritics(stem),
        Cow::Owned(stem) => match fold_diacritics(&stem) {
            Cow::Borrowed(_) => Cow::Owned(stem),
            Cow::Owned(folded) => Cow::Owned(folded),
        },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::segment::tests::assert_conforms;
    use super::*;

    fn terms(language: Language, text: &str) -> Vec<String> {
        Tokenizer::new(language).tokens(text).map(|token| token.term().to_owned()).collect()
    }

    #[test]
    fn what_means_the_same_matches() {
        let cases: &[(&str, Language, &[&str])] = &[
            ("case", Language::English, &["NATO", "Nato", "nato"]),
            ("possessive", Language::English, &["Ukraine’s", "Ukraine's", "UKRAINE", "Ukraine"]),
            ("acronym", Language::English, &["U.S.", "US", "U.S", "U.S.’s"]),
            ("organisation", Language::English, &["W.H.O.", "WHO"]),
            ("hyphen", Language::English, &["Covid-19", "COVID-19", "covid19"]),
            ("plural of a model", Language::English, &["F-16s", "F-16", "F16"]),
            ("diacritics", Language::English, &["Erdoğan", "Erdogan", "ERDOĞAN’S"]),
            ("diacritic where the stemmer cuts", Language::English, &["Beyoncé", "Beyonce"]),
            ("score", Language::English, &["2-1", "2–1"]),
            ("thousands", Language::English, &["1,200", "1200"]),
            ("French article", Language::French, &["l’Ukraine", "d'Ukraine", "Ukraine"]),
            ("French accents", Language::French, &["ÉLECTION", "élections"]),
            ("Italian article", Language::Italian, &["dell’Ucraina", "Ucraina"]),
            ("German umlaut", Language::German, &["Zürich", "Zurich"]),
            ("Turkish capitals", Language::Turkish, &["IŞIK", "Işık", "ışık"]),
            ("Turkish suffixes", Language::Turkish, &["Kartalkaya'da", "Kartalkaya’daki", "Kartalkaya"]),
            ("Russian yo", Language::Russian, &["Королёв", "Королев"]),
            ("Greek capitals", Language::Greek, &["ΑΘΗΝΑ", "Αθήνα"]),
            ("Hindi", Language::Hindi, &["दिल्ली", "दिल्ली"]),
        ];
        for (name, language, forms) in cases {
            let terms: Vec<_> = forms.iter().map(|form| terms(*language, form)).collect();
            assert_eq!(terms[0].len(), 1, "{name}: {terms:?}");
            assert!(terms.windows(2).all(|pair| pair[0] == pair[1]), "{name}: {terms:?}");
        }
    }

    #[test]
    fn stop_words_go_and_names_stay() {
        let cases: &[(&str, Language, &str, &[&str])] = &[
            ("country and pronoun", Language::English, "US tells us who the WHO is", &["us", "who"]),
            ("title case", Language::English, "Tell Us Who", &[]),
            ("contractions", Language::English, "It’s what they don’t say", &[]),
            ("French", Language::French, "L’homme qu’il a vu à Paris", &["homm", "vu", "paris"]),
            ("no list", Language::Other, "the and", &["the", "and"]),
            ("Japanese", Language::Other, "エルムの港は閉まった", &["エルム", "港", "閉"]),
            ("only signs", Language::English, "— ?!", &[]),
        ];
        for (name, language, text, expected) in cases {
            assert_eq!(terms(*language, text), *expected, "{name}");
        }
    }

    #[test]
    fn kinds() {
        let cases: &[(&str, TokenKind)] = &[
            ("quake", TokenKind::Word),
            ("iPhone", TokenKind::Word),
            ("दिल्ली", TokenKind::Word),
            ("", TokenKind::Word),
            ("Lisbon", TokenKind::Capitalized),
            ("Élysée", TokenKind::Capitalized),
            ("A", TokenKind::Capitalized),
            ("McDonald's", TokenKind::Capitalized),
            ("Covid-19", TokenKind::Capitalized),
            ("NATO", TokenKind::Acronym),
            ("NATO’s", TokenKind::Acronym),
            ("U.S.", TokenKind::Acronym),
            ("COVID-19", TokenKind::Acronym),
            ("AT&T", TokenKind::Acronym),
            ("США", TokenKind::Acronym),
            ("2-1", TokenKind::Number),
            ("1990s", TokenKind::Number),
            ("$5m", TokenKind::Number),
            ("٣", TokenKind::Number),
        ];
        for (surface, kind) in cases {
            assert_eq!(TokenKind::of(surface), *kind, "{surface}");
        }
    }

    #[test]
    fn articles_name_their_language() {
        let article = |title: &str, tag: Option<&str>| {
            let article = Article::new("a", title).with_text("Το δικαστήριο");
            tag.map_or(article.clone(), |tag| article.with_language(tag))
        };
        let cases: &[(&str, Article, Language)] = &[
            ("by tag", article("Quake in Lisbon", Some("pt")), Language::Portuguese),
            ("the tag goes before the script", article("Суд", Some("en")), Language::English),
            ("an unknown tag is no English", article("Sąd", Some("pl")), Language::Other),
            ("an empty tag is none", article("Суд", Some(" ")), Language::Russian),
            ("by script", article("Суд", None), Language::Russian),
            ("by the text", article("2-1!", None), Language::Greek),
            ("by its words", article("Fischer und Werft einigen sich auf neuen Hafen", None), Language::German),
            ("the tag goes before the words", article("Fischer und Werft einigen sich", Some("nl")), Language::Dutch),
            ("by default", article("Quake in Lisbon", None), Language::Swedish),
        ];
        for (name, article, language) in cases {
            assert_eq!(Tokenizer::for_article(article, Language::Swedish).language(), *language, "{name}");
        }
    }

    /// As charabia does: one set of promises, run for every language over texts of every script.
    #[test]
    fn every_language_conforms() {
        let texts = [
            "The U.S. says Ukraine’s F-16s cost $5m: a 2-1 vote, 5% up.",
            "L’accord d’après-guerre coûte 3,2 M€ — « c’est fini »",
            "„Straße“ in Zürich: 19-jähriger gewinnt 6-4, 7-6",
            "Суд вынес приговор: Ил-76 и С-400 – в 2026 г.",
            "Το δικαστήριο αποφάσισε: 2-1",
            "أصدرت المحكمة حكمها في ٣ قضايا",
            "अदालत ने फैसला सुनाया। दिल्ली में 5% बढ़त",
            "நீதிமன்றம் தீர்ப்பளித்தது",
            "法院作出判决 2026年 カタカナ 법원이",
            "🔥🔥 e\u{301} \u{301} \0 \u{FEFF} a_b @c #d",
            "",
        ];
        for language in Language::ALL {
            let tokenizer = Tokenizer::new(language);
            for text in texts {
                assert_conforms(text, tokenizer.tokens(text).map(|token| token.span()));
                for token in tokenizer.tokens(text) {
                    let surface = token.span().of(text).unwrap_or_default();
                    assert!(!token.term().is_empty(), "{language:?}: {surface:?}");
                    assert_eq!(tokenizer.term(surface).as_deref(), Some(token.term()), "{language:?}: {surface:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_conforms(text in any::<String>()) {
            for language in Language::ALL {
                let tokenizer = Tokenizer::new(language);
                assert_conforms(&text, tokenizer.tokens(&text).map(|token| token.span()));
                prop_assert!(tokenizer.tokens(&text).all(|token| !token.term().is_empty()));
            }
        }
    }
}
