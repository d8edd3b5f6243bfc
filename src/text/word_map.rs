//! What is known of words as written: [`WordMap`].

use rustc_hash::FxHashMap;

use super::language::Language;

/// Words of up to so many bytes are their own key, so that a look-up need not go back to the text where each was first
/// met, which lies anywhere in memory.
const SHORT: usize = 14;

/// Short words that are found again without the map: as many as stay in the second cache of a core, where those that most
/// of a text is made of meet again. A power of two.
const RECENT: usize = 1 << 13;

type Key = (u64, u64);

/// The key of no word: none has a length of 255.
const NO_WORD: Key = (u64::MAX, u64::MAX);

/// Values by language and word.
#[derive(Debug)]
pub(crate) struct WordMap<'t, V> {
    short: FxHashMap<Key, V>,
    long: FxHashMap<(Language, &'t str), V>,
    /// Short words that were looked up last, each in the one place that its hash gives it.
    recent: Box<[(Key, V)]>,
}

impl<V: Copy + Default> Default for WordMap<'_, V> {
    fn default() -> Self {
        let recent = vec![(NO_WORD, V::default()); RECENT].into_boxed_slice();
        Self { short: FxHashMap::default(), long: FxHashMap::default(), recent }
    }
}

/// The word, its length and the language in 16 bytes; `None` for a longer word.
///
/// Read in two halves at most, which overlap: byte by byte costs more than finding the key.
fn key(language: Language, word: &str) -> Option<Key> {
    let bytes = word.as_bytes();
    if bytes.len() > SHORT {
        return None;
    }
    let (low, high) = if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        // What the halves share is shifted out of the second.
        let shared = 16 - bytes.len() as u32;
        (u64::from_le_bytes(*first), u64::from_le_bytes(*last).checked_shr(8 * shared).unwrap_or(0))
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let behind = 8 * (bytes.len() as u32 - 4);
        (u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << behind, 0)
    } else {
        (bytes.iter().rev().fold(0, |low, &byte| low << 8 | u64::from(byte)), 0)
    };
    Some((low, high | (bytes.len() as u64) << 48 | (language as u64) << 56))
}

/// Where a word stands among those looked up last.
fn place(key: Key) -> usize {
    let mixed = (key.0 ^ key.1.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> (u64::BITS - RECENT.trailing_zeros())) as usize
}

impl<'t, V: Copy> WordMap<'t, V> {
    /// The value of a word. Remembers it for the next time.
    pub(crate) fn get(&mut self, language: Language, word: &str) -> Option<V> {
        let Some(key) = key(language, word) else { return self.long.get(&(language, word)).copied() };
        let place = place(key);
        if let Some(&(_, value)) = self.recent.get(place).filter(|(recent, _)| *recent == key) {
            return Some(value);
        }
        let value = self.short.get(&key).copied()?;
        self.remember(place, key, value);
        Some(value)
    }

    pub(crate) fn insert(&mut self, language: Language, word: &'t str, value: V) {
        if let Some(key) = key(language, word) {
            self.short.insert(key, value);
            self.remember(place(key), key, value);
        } else {
            self.long.insert((language, word), value);
        }
    }

    fn remember(&mut self, place: usize, key: Key, value: V) {
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = (key, value);
        }
    }

    /// Number of words.
    pub(crate) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// Forgets all words.
    pub(crate) fn clear(&mut self) {
        self.short.clear();
        self.long.clear();
        self.recent.iter_mut().for_each(|recent| recent.0 = NO_WORD);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_short_word_is_in_its_key(word in ".{0,14}") {
            let expected = (word.len() <= SHORT).then(|| {
                let mut bytes = [0; 16];
                bytes[..word.len()].copy_from_slice(word.as_bytes());
                bytes[SHORT] = word.len() as u8;
                bytes[SHORT + 1] = Language::French as u8;
                let whole = u128::from_le_bytes(bytes);
                (whole as u64, (whole >> 64) as u64)
            });
            prop_assert_eq!(key(Language::French, &word), expected);
        }
    }

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
                assert_eq!(map.get(*language, word), Some(10 * at + of));
            }
        }
        map.clear();
        assert!(words.into_iter().all(|word| map.get(Language::English, word).is_none()));
    }
}
