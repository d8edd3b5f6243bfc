//! One spelling for matching: case, quotes, possessives, dots, hyphens, diacritics, compatibility forms.

use std::borrow::Cow;

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Folds a word, as [`words`](super::words) cuts it, for matching.
///
/// In this order:
///
/// - compatibility forms ([NFKC](https://www.unicode.org/reports/tr15/)), invisible characters (soft hyphens, joiners,
///   variation selectors) left out, lower case, curly quotes and dashes to straight ones;
/// - no possessive: `Ukraine's`, `Ukraine’s`, `students'` are `ukraine`, `ukraine`, `students`;
/// - no dots in what is made of short parts: `U.S.` is `us`, `Ph.D.` is `phd`; `example.com` keeps its dot;
/// - no hyphen and no plural between letters and number: `Covid-19` is `covid19`, `F-16s` is `f16`;
/// - no thousands commas: `1,200` is `1200`;
/// - no diacritics on Latin and Greek letters: `Erdoğan` is `erdogan`, `São` is `sao`, `Łódź` is `lodz`, `ß` is `ss`.
///   Cyrillic `ё` is `е`, while `й` stays. Other scripts keep their marks: there they are letters.
///
/// Folding twice changes nothing. A word in lower-case ASCII is returned as it is, without allocation; else linear in
/// the length of the word.
///
/// ```
/// use samestory::text::normalize;
/// assert_eq!(normalize("Ukraine’s"), "ukraine");
/// assert_eq!(normalize("U.S."), "us");
/// assert_eq!(normalize("Erdoğan"), "erdogan");
/// assert_eq!(normalize("Covid-19"), "covid19");
/// ```
#[must_use]
pub fn normalize(word: &str) -> Cow<'_, str> {
    match fold_case(word, Casing::Common) {
        Cow::Borrowed(word) => fold_diacritics(word),
        Cow::Owned(word) => match fold_diacritics(&word) {
            Cow::Borrowed(_) => Cow::Owned(word),
            Cow::Owned(mut folded) => {
                // `’ś` is a possessive now.
                drop_signs(&mut folded);
                Cow::Owned(folded)
            }
        },
    }
}

/// Whether two words are one when folded. Without allocation where both are plain letters of English.
pub(crate) fn are_same_folded(a: &str, b: &str) -> bool {
    let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_plain(a) && is_plain(b) { a.eq_ignore_ascii_case(b) } else { normalize(a) == normalize(b) }
}

/// Adds a word, folded, to a text. Without allocation for plain letters of English, where the text has room.
pub(crate) fn fold_onto(text: &mut String, word: &str) {
    if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        let start = text.len();
        text.push_str(word);
        text[start..].make_ascii_lowercase();
    } else {
        text.push_str(&normalize(word));
    }
}

/// Which lower case a language has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Casing {
    /// As the Unicode tables say.
    Common,
    /// `I` is the capital of `ı`, and `İ` of `i`.
    Turkic,
}

/// [`normalize`] without its last step: diacritics stay, as stemmers need them.
pub(super) fn fold_case(word: &str, casing: Casing) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) && !is_plural_designator(word) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() && casing == Casing::Common {
        let mut folded = word.to_ascii_lowercase();
        // Signs stand beside signs or digits.
        if !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            drop_signs(&mut folded);
        }
        return Cow::Owned(folded);
    }
    let mut folded = String::with_capacity(word.len());
    let composed = if is_composed(word) { Cow::Borrowed(word) } else { Cow::Owned(word.nfkc().collect()) };
    for c in composed.chars().filter(|&c| !is_invisible(c)) {
        match c {
            'I' if casing == Casing::Turkic => folded.push('ı'),
            // Lower case has a second character here, a dot that `i` has anyway.
            'İ' => folded.push('i'),
            '’' | '‘' | 'ʼ' | 'ʻ' => folded.push('\''),
            '–' | '‐' | '−' => folded.push('-'),
            'ς' => folded.push('σ'),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    // Lower case can take a word out of NFC: `İ` above is not the only letter that gains a mark.
    if !is_composed(&folded) {
        folded = folded.nfkc().collect();
    }
    drop_signs(&mut folded);
    Cow::Owned(folded)
}

/// Whether a word is in NFKC, as far as its characters one by one tell.
fn is_composed(word: &str) -> bool {
    word.chars().all(is_always_composed) || is_nfkc_quick(word.chars()) == IsNormalized::Yes
}

/// Common characters that NFKC leaves alone whatever stands beside them of these; the tables take longer.
fn is_always_composed(c: char) -> bool {
    matches!(c, '\0'..='\x7F' | 'À'..='ı' | 'Ĵ'..='ľ' | 'Ł'..='ň' | 'Ŋ'..='ž' | 'Α'..='Ρ' | 'Σ'..='ώ' | 'Ѐ'..='џ')
        || matches!(c, '–' | '—' | '‘' | '’' | '“' | '”')
        // Letters, vowel signs and virama of Devanagari, not the nukta.
        || matches!(c, 'ऄ'..='ह' | '\u{93E}'..='\u{94D}')
}

/// The last step of [`normalize`]: Latin and Greek letters without diacritics, `ё` as `е`.
pub(super) fn fold_diacritics(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || word.chars().all(is_bare) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    let mut after_folded = false;
    for c in word.chars() {
        if is_combining_diacritic(c) {
            // A mark without a composed form stands apart after its letter.
            if !after_folded {
                folded.push(c);
            }
            continue;
        }
        let before = folded.len();
        // Marks first: `ǽ` is `æ` with one.
        match base_letter(c) {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ħ' => folded.push('h'),
            'ŋ' => folded.push('n'),
            'ё' => folded.push('е'),
            base => folded.push(base),
        }
        after_folded = folded[before..].chars().all(is_latin_or_greek);
    }
    if folded == word { Cow::Borrowed(word) } else { Cow::Owned(folded) }
}

/// Whether a character stays as it is, whatever stands beside it.
fn is_bare(c: char) -> bool {
    match c {
        // Greek without marks; of Cyrillic the tables would say the same, later.
        '\0'..='\x7F' | 'α'..='ω' | 'а'..='я' => true,
        'ё' => false,
        _ => !is_latin_or_greek(c) && !is_combining_diacritic(c) && base_letter(c) == c,
    }
}

/// A Latin or Greek letter without its marks; any other character as it is.
fn base_letter(c: char) -> char {
    let mut base = None;
    decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.filter(|&base| is_latin_or_greek(base)).unwrap_or(c)
}

fn is_latin_or_greek(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{C0}'..='\u{24F}' | 'α'..='ω')
}

/// The block Combining Diacritical Marks: accents, but not the vowel signs of other scripts.
fn is_combining_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Soft hyphen, zero-width characters, direction marks, byte order mark, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Without what is no part of the word: its possessive, and signs between its letters and digits.
fn drop_signs(word: &mut String) {
    drop_possessive(word);
    drop_dots(word);
    drop_designator_hyphen(word);
    drop_thousands_commas(word);
}

fn drop_possessive(word: &mut String) {
    let mut bare = word.trim_end_matches('\'');
    while let Some(shorter) = bare.strip_suffix("'s") {
        bare = shorter.trim_end_matches('\'');
    }
    // A word that is nothing else keeps what it has.
    if !bare.is_empty() {
        word.truncate(bare.len());
    }
}

/// Dots go where every part has at most two letters; numbers and host names keep them.
fn drop_dots(word: &mut String) {
    if word.contains('.')
        && word.split('.').all(|part| part.chars().take(3).count() <= 2 && part.chars().all(char::is_alphabetic))
    {
        word.retain(|c| c != '.');
    }
}

/// `f-16s` becomes `f16`.
fn drop_designator_hyphen(word: &mut String) {
    if let Some((letters, number)) = word.split_once('-') {
        if starts_with_digit(number) && !letters.is_empty() && letters.chars().all(char::is_alphabetic) {
            let hyphen = letters.len();
            word.remove(hyphen);
        }
    }
    if is_plural_designator(word) {
        word.pop();
    }
}

/// Letters, digits, `s`: several of one model. Not `1990s`, which begins with a digit.
fn is_plural_designator(word: &str) -> bool {
    word.strip_suffix('s').is_some_and(|singular| {
        let digits = singular.trim_start_matches(char::is_alphabetic);
        !digits.is_empty() && digits.len() < singular.len() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// `1,200,000.5` becomes `1200000.5`; a comma without three digits after it is something else and stays.
fn drop_thousands_commas(word: &mut String) {
    if !word.contains(',') {
        return;
    }
    let mut kept = String::with_capacity(word.len());
    for (part, text) in word.split(',').enumerate() {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        if part > 0 && !(digits == 3 && kept.ends_with(|c: char| c.is_ascii_digit())) {
            kept.push(',');
        }
        kept.push_str(text);
    }
    *word = kept;
}

fn starts_with_digit(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_composed_stays_as_it_is() {
        use unicode_normalization::char::canonical_combining_class;
        for c in ('\0'..=char::MAX).filter(|&c| is_always_composed(c)) {
            assert_eq!(is_nfkc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
            // Marks of one class keep their order.
            assert!(matches!(canonical_combining_class(c), 0 | 9), "{c:?}");
        }
    }

    #[test]
    fn one_spelling_for_each_word() {
        let cases: &[(&str, &str, &str)] = &[
            ("lower case", "quake", "quake"),
            ("capitals", "NATO", "nato"),
            ("possessive", "Ukraine's", "ukraine"),
            ("possessive twice", "Ukraine's's", "ukraine"),
            ("curly possessive", "Ukraine’s", "ukraine"),
            ("plural possessive", "students'", "students"),
            ("possessive in capitals", "UKRAINE’S", "ukraine"),
            ("contraction", "don’t", "don't"),
            ("name with apostrophe", "O’Brien", "o'brien"),
            ("left quote", "O‘Brien", "o'brien"),
            ("modifier apostrophe", "OʼBrien", "o'brien"),
            ("turned comma", "OʻBrien", "o'brien"),
            ("only an apostrophe s", "'s", "'s"),
            ("acronym", "U.S.", "us"),
            ("acronym without its last dot", "U.N", "un"),
            ("possessive acronym", "U.S.'s", "us"),
            ("short parts", "Ph.D", "phd"),
            ("host", "Example.com", "example.com"),
            ("short host", "bbc.co", "bbc.co"),
            ("decimal", "3.5", "3.5"),
            ("thousands", "1,200,000.5", "1200000.5"),
            ("thousands with a currency", "£10,000", "£10000"),
            ("a comma that is no thousands comma", "1,5", "1,5"),
            ("a list of numbers", "1,2345", "1,2345"),
            ("a comma after a letter", "a,200", "a,200"),
            ("amount", "$5M", "$5m"),
            ("designator", "Covid-19", "covid19"),
            ("designator with a hyphen that does not break", "Covid‑19", "covid19"),
            ("letters and digits in turn", "a1b2s", "a1b2s"),
            ("designator plural", "F-16s", "f16"),
            ("designator plural without hyphen", "f16s", "f16"),
            ("designator with a letter", "C-130J", "c130j"),
            ("club of states", "G-7", "g7"),
            ("decade", "1990s", "1990s"),
            ("score with a minus", "3−0", "3-0"),
            ("score with en dash", "3–0", "3-0"),
            ("ampersand", "AT&T", "at&t"),
            ("Turkish name", "Erdoğan", "erdogan"),
            ("dotted capital", "İstanbul", "istanbul"),
            ("dotless", "Yıldız", "yildiz"),
            ("Portuguese", "São", "sao"),
            ("Polish", "Łódź", "lodz"),
            ("Danish", "Ærø", "aero"),
            ("Danish with marks", "Ǽrǿ", "aero"),
            ("Icelandic thorn", "Þór", "thor"),
            ("Icelandic eth", "Guðni", "gudni"),
            ("Croatian", "Đorđe", "dorde"),
            ("Maltese", "Ħamrun", "hamrun"),
            ("Sami", "Deaŋŋu", "deannu"),
            ("French ligature", "Œuvre", "oeuvre"),
            ("German", "Straße", "strasse"),
            ("marks apart", "e\u{301}tude", "etude"),
            ("mark without composed form", "x\u{30C}", "x"),
            ("Vietnamese", "Việt", "viet"),
            ("Cyrillic yo", "Ёлка", "елка"),
            ("Cyrillic short i", "Байден", "байден"),
            ("Ukrainian yi", "Їжак", "їжак"),
            ("Greek", "Αθήνα", "αθηνα"),
            ("Greek in capitals", "ΝΌΜΟΣ", "νομοσ"),
            ("Greek final sigma", "νόμος", "νομοσ"),
            ("Devanagari keeps its signs", "दिल्ली", "दिल्ली"),
            ("full width", "ＮＡＳＡ", "nasa"),
            ("ligature", "ﬁre", "fire"),
            ("soft hyphen", "Euro\u{AD}pa", "europa"),
            ("zero-width space", "Euro\u{200B}pa", "europa"),
            ("direction mark", "\u{202B}Europa\u{202C}", "europa"),
            ("word joiner", "Euro\u{2060}pa", "europa"),
            ("byte order mark", "\u{FEFF}Europa", "europa"),
            ("keycap", "5\u{FE0F}", "5"),
            ("NUL", "\0", "\0"),
            ("nothing", "", ""),
        ];
        for (name, word, expected) in cases {
            assert_eq!(normalize(word), *expected, "{name}");
        }
    }

    #[test]
    fn turkish_has_its_own_lower_case() {
        assert_eq!(fold_case("IŞIK", Casing::Turkic), "ışık");
        assert_eq!(fold_case("İZMİR", Casing::Turkic), "izmir");
    }

    #[test]
    fn plain_words_are_borrowed() {
        assert!(matches!(normalize("quake"), Cow::Borrowed(_)));
        assert!(matches!(normalize("2026"), Cow::Borrowed(_)));
        assert!(matches!(normalize(""), Cow::Borrowed(_)));
    }

    #[test]
    fn long_words_stay_linear() {
        for piece in ["a", "é", "1,", "a.", "F-1", "'", "'s", "\u{301}", "s", "𝔸"] {
            let _ = normalize(&piece.repeat(1 << 20));
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            for (_, word) in super::super::words(&text) {
                let once = normalize(word).into_owned();
                prop_assert_eq!(normalize(&once).into_owned(), once.clone(), "{:?}", word);
            }
        }

        #[test]
        fn words_are_the_same_where_their_folded_forms_are(a in "[aAsSß1.'’]{1,4}", b in "[aAsSß1.'’]{1,4}") {
            prop_assert_eq!(are_same_folded(&a, &b), normalize(&a) == normalize(&b));
        }

        #[test]
        fn folding_of_joints_twice_changes_nothing(word in "[aSśß1.,'-]{1,12}") {
            let once = normalize(&word).into_owned();
            prop_assert_eq!(normalize(&once).into_owned(), once.clone(), "{:?}", word);
        }
    }
}
