//! Whether a text has one of many short notes: [`Notes`].

/// How letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// As they are written.
    Exact,
    /// ASCII letters without regard to their case.
    AnyCase,
}

/// Up to 128 notes, to be looked for all at once: at each byte of a text a table of two bytes tells whether one of them may
/// begin there, and two more tell which.
pub(super) struct Notes {
    all: &'static [&'static str],
    letters: Letters,
    /// By their first two bytes, one bit for each such pair.
    pairs: [u64; 1 << 10],
    /// By their first byte, one bit for each note.
    first: [u128; 256],
    /// By their second byte.
    second: [u128; 256],
}

impl Notes {
    /// Of notes of at least two bytes; of more than 128 the rest is not looked for.
    pub(super) const fn new(notes: &'static [&'static str], letters: Letters) -> Self {
        let (mut first, mut second, mut pairs) = ([0; 256], [0; 256], [0; 1 << 10]);
        let mut at = 0;
        while at < notes.len() && at < 128 {
            let note = notes[at].as_bytes();
            if note.len() > 1 {
                let (a, b) = (note[0], note[1]);
                let (x, y) = match letters {
                    Letters::Exact => (a, b),
                    Letters::AnyCase => (a.to_ascii_uppercase(), b.to_ascii_uppercase()),
                };
                first[a as usize] |= 1 << at;
                first[x as usize] |= 1 << at;
                second[b as usize] |= 1 << at;
                second[y as usize] |= 1 << at;
                let both = [Self::pair(a, b), Self::pair(a, y), Self::pair(x, b), Self::pair(x, y)];
                let mut one = 0;
                while one < both.len() {
                    pairs[both[one] / 64] |= 1 << (both[one] % 64);
                    one += 1;
                }
            }
            at += 1;
        }
        Self { all: notes, letters, pairs, first, second }
    }

    /// The number of a pair of bytes.
    const fn pair(first: u8, second: u8) -> usize {
        (first as usize) << 8 | second as usize
    }

    /// Whether one of them stands anywhere in a text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.any(text, |_, _| true)
    }

    /// Whether one of them stands in a text, and not only as a part of longer words: `affiliate` is not in `affiliated`.
    pub(super) fn has_words_of(&self, text: &str) -> bool {
        self.any(text, |at, note| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let begins_inside = is_letter(text[..at].chars().next_back()) && note.starts_with(char::is_alphanumeric);
            let end = at + note.len();
            let ends_inside = note.ends_with(char::is_alphanumeric) && is_letter(text[end..].chars().next());
            !begins_inside && !ends_inside
        })
    }

    fn any(&self, text: &str, is_fit: impl Fn(usize, &str) -> bool) -> bool {
        let bytes = text.as_bytes();
        bytes.windows(2).enumerate().any(|(at, pair)| {
            let number = Self::pair(pair[0], pair[1]);
            if self.pairs[number / 64] >> (number % 64) & 1 == 0 {
                return false;
            }
            let mut candidates = self.first[usize::from(pair[0])] & self.second[usize::from(pair[1])];
            while candidates != 0 {
                let note = self.all[candidates.trailing_zeros() as usize];
                candidates &= candidates - 1;
                let is_here = bytes.get(at..at + note.len()).is_some_and(|here| match self.letters {
                    Letters::Exact => here == note.as_bytes(),
                    Letters::AnyCase => here.eq_ignore_ascii_case(note.as_bytes()),
                });
                if is_here && is_fit(at, note) {
                    return true;
                }
            }
            false
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, Notes};

    const NOTES: &[&str] = &["tap here", "(photo", "“log in", "image:"];

    #[test]
    fn notes_are_found_as_words() {
        static FOLDED: Notes = Notes::new(NOTES, Letters::AnyCase);
        static EXACT: Notes = Notes::new(NOTES, Letters::Exact);
        let cases = [
            ("begins", "tap here now", true, true),
            ("ends", "now tap here", true, true),
            ("case", "Tap Here now", true, false),
            ("inside of a word before", "a retap here", false, false),
            ("inside of a word behind", "tap hereabouts", false, false),
            ("letter beyond ASCII before", "étap here", false, false),
            ("second place", "retap here, tap here", true, true),
            ("sign first", "seen(photo", true, true),
            ("sign last", "image:map", true, true),
            ("beyond ASCII", "say “log in", true, true),
            ("cut off", "tap her", false, false),
            ("nothing", "", false, false),
        ];
        for (name, text, folded, exact) in cases {
            assert_eq!((FOLDED.has_words_of(text), EXACT.has_words_of(text)), (folded, exact), "{name}");
        }
        assert!(EXACT.is_in("a retap hereabouts"));
    }
}
