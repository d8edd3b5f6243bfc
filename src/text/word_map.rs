//! What is known of words as written: [`WordMap`].

use rustc_hash::FxHashMap;

use super::language::Language;

/// Words of up to so many bytes are their own key, so that a look-up need not go back to the text where each was first
/// met, which lies anywhere in memory.
const SHORT: usize = 14;

/// Values by language and word.
#[derive(Debug)]
pub(crate) struct WordMap<'t, V> {
    short: FxHashMap<(u64, u64), V>,
    long: FxHashMap<(Language, &'t str), V>,
}

impl<V> Default for WordMap<'_, V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

/// The word, its length and the language in 16 bytes; `None` for a longer word.
fn key(language: Language, word: &str) -> Option<(u64, u64)> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len()).filter(|short| short.len() <= SHORT)?.copy_from_slice(word.as_bytes());
    bytes[SHORT] = word.len() as u8;
    bytes[SHORT + 1] = language as u8;
    let whole = u128::from_le_bytes(bytes);
    Some((whole as u64, (whole >> 64) as u64))
}

impl<'t, V> WordMap<'t, V> {
    pub(crate) fn get<'s>(&'s self, language: Language, word: &'s str) -> Option<&'s V> {
        match key(language, word) {
            Some(key) => self.short.get(&key),
            None => self.long.get(&(language, word)),
        }
    }

    pub(crate) fn insert(&mut self, language: Language, word: &'t str, value: V) {
        match key(language, word) {
            Some(key) => self.short.insert(key, value),
            None => self.long.insert((language, word), value),
        };
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        self.short.clear();
        self.long.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let words = ["", "a", "a\0", "A", "é", "fourteen-bytes", "fourteen-bytes-", "fourteen-bytes-\0", "e\u{301}"];
        let languages = [Language::English, Language::French, Language::Other];
        let mut map = WordMap::default();
        for (at, word) in words.iter().enumerate() {
            for (language, of) in languages.iter().zip(0..) {
                assert_eq!(map.get(*language, word), None, "{word:?} {language:?}");
                map.insert(*language, word, 10 * at + of);
            }
        }
        for (at, word) in words.iter().enumerate() {
            for (language, of) in languages.iter().zip(0..) {
                assert_eq!(map.get(*language, word), Some(&(10 * at + of)));
            }
        }
        map.clear();
        assert!(words.iter().all(|word| map.get(Language::English, word).is_none()));
    }
}
