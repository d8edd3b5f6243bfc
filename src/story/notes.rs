//! Whether a text has one of many short notes: [`Notes`].

/// How letters are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// As they are written.
    Exact,
    /// ASCII letters without regard to their case.
    AnyCase,
}

/// Up to 128 notes, to be looked for all at once: at each byte of a text a table tells by four bytes whether one of them
/// may begin there (Bloom 1970, with one hash), and two more tell which.
pub(super) struct Notes {
    all: &'static [&'static str],
    letters: Letters,
    /// By their first four bytes, one bit for each [`slot`](Self::slot).
    beginnings: [u64; Self::SLOTS / 64],
    /// By their first byte, one bit for each note.
    first: [u128; 256],
    /// By their second byte.
    second: [u128; 256],
}

impl Notes {
    /// Some eighty for each note: of a hundred places in a text hardly more than one is looked at.
    const SLOTS: usize = 1 << 13;

    /// Of at most 128 notes of at least four bytes.
    ///
    /// It cannot panic on a user: every list is a `static`, for which this runs when the crate is compiled, and one that is
    /// too long or has a shorter note does not compile.
    pub(super) const fn new(notes: &'static [&'static str], letters: Letters) -> Self {
        let (mut first, mut second, mut beginnings) = ([0; 256], [0; 256], [0; Self::SLOTS / 64]);
        assert!(notes.len() <= 128, "too many notes");
        let mut at = 0;
        while at < notes.len() {
            let Some(&four) = notes[at].as_bytes().first_chunk::<4>() else { panic!("a note is too short") };
            let (one, two) = match letters {
                Letters::Exact => (four[0], four[1]),
                Letters::AnyCase => (four[0].to_ascii_uppercase(), four[1].to_ascii_uppercase()),
            };
            first[four[0] as usize] |= 1 << at;
            first[one as usize] |= 1 << at;
            second[four[1] as usize] |= 1 << at;
            second[two as usize] |= 1 << at;
            let slot = Self::slot(four);
            beginnings[slot / 64] |= 1 << (slot % 64);
            at += 1;
        }
        Self { all: notes, letters, beginnings, first, second }
    }

    /// The place of four bytes in the table; the same for letters of either case (multiplicative hashing, Knuth 1973).
    const fn slot(bytes: [u8; 4]) -> usize {
        let folded = u32::from_le_bytes(bytes) | 0x2020_2020;
        (folded.wrapping_mul(0x9E37_79B1) >> (32 - Self::SLOTS.trailing_zeros())) as usize
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
        bytes.windows(4).enumerate().any(|(at, window)| {
            let Some(&four) = window.first_chunk::<4>() else { return false };
            let slot = Self::slot(four);
            if self.beginnings[slot / 64] >> (slot % 64) & 1 == 0 {
                return false;
            }
            let mut candidates = self.first[usize::from(four[0])] & self.second[usize::from(four[1])];
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
