//! One spelling for matching: case, quotes, possessives, dots in acronyms, compatibility forms.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// Folds a word for matching: NFKC, lower case, straight apostrophes, no possessive `'s`, no dots in acronyms.
///
/// ```
/// use samestory::text::normalize;
/// assert_eq!(normalize("Ukraine’s"), "ukraine");
/// assert_eq!(normalize("U.S."), "us");
/// ```
#[must_use]
pub fn normalize(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut folded: String =
        if word.is_ascii() { word.to_ascii_lowercase() } else { word.nfkc().flat_map(char::to_lowercase).collect() };
    if folded.contains(['’', 'ʼ', '‘', '`']) {
        folded = folded.replace(['’', 'ʼ', '‘', '`'], "'");
    }
    if let Some(stem) = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')) {
        folded.truncate(stem.len());
    }
    if folded.contains('.') && !folded.bytes().any(|b| b.is_ascii_digit()) {
        folded.retain(|c| c != '.');
    }
    Cow::Owned(folded)
}
