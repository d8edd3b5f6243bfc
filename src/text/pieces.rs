//! Words as Unicode Standard Annex 29 cuts them, fast where the text is ASCII.

use std::iter::FusedIterator;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// The words of [UAX #29](https://www.unicode.org/reports/tr29/#Word_Boundaries) that hold a letter or a digit, each
/// with the byte it begins at, cut once more where a space is missing (see [`seam`]).
///
/// White space is a boundary whatever stands around it, so each stretch without a space is cut alone: a run of ASCII
/// letters and digits by the byte, anything that needs the Unicode tables by `unicode-segmentation`. Linear.
/// The tables take the narrow no-break space for a part of words; here it is a space as any other.
/// A combining mark with no letter before it is taken without the sign or space that it stands on.
pub(super) struct Pieces<'t> {
    text: &'t str,
    /// Where reading goes on; a character boundary.
    at: usize,
    /// A stretch that needs the Unicode tables, and where it begins.
    stretch: Option<(usize, UnicodeWordIndices<'t>)>,
    /// What is left of a piece with a seam.
    rest: Option<(usize, &'t str)>,
}

impl<'t> Pieces<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, stretch: None, rest: None }
    }

    /// The next piece of the stretch at hand, cut at its seam.
    fn next_of_stretch(&mut self) -> Option<(usize, &'t str)> {
        let (start, piece) = if let Some(rest) = self.rest.take() {
            rest
        } else {
            let (from, stretch) = self.stretch.as_mut()?;
            let Some((offset, piece)) = stretch.next() else {
                self.stretch = None;
                return None;
            };
            let bare = without_signs(piece);
            (*from + offset + (piece.len() - bare.len()), bare)
        };
        let Some(seam) = seam(piece) else { return Some((start, piece)) };
        self.rest = Some((start + seam + 1, &piece[seam + 1..]));
        Some((start, &piece[..seam]))
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        loop {
            if let Some(piece) = self.next_of_stretch() {
                return Some(piece);
            }
            let start =
                self.at + bytes[self.at..].iter().position(|&byte| CLASS[usize::from(byte)] != Class::Outside)?;
            let run = bytes[start..].iter().position(|&byte| CLASS[usize::from(byte)] != Class::Word);
            let end = run.map_or(bytes.len(), |run| start + run);
            if is_cut_by_bytes(bytes, start, end) {
                self.at = end;
                return Some((start, &self.text[start..end]));
            }
            if self.text[start..].starts_with(NARROW_SPACE) {
                self.at = start + NARROW_SPACE.len_utf8();
                continue;
            }
            let length = self.text[start..].find(|c: char| c.is_ascii_whitespace() || c == NARROW_SPACE);
            self.at = length.map_or(bytes.len(), |length| start + length);
            self.stretch = Some((start, self.text[start..self.at].unicode_word_indices()));
        }
    }
}

impl FusedIterator for Pieces<'_> {}

/// French puts it before `:` and `?` and between thousands.
const NARROW_SPACE: char = '\u{202F}';

/// A piece without the signs that a mark of its script was written on: the tables take `{` and a vowel sign for a
/// letter, and a currency sign before it would belong to two words.
fn without_signs(piece: &str) -> &str {
    piece.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Whether the run of letters and digits is a whole word of UAX #29, whatever follows it.
fn is_cut_by_bytes(bytes: &[u8], start: usize, end: usize) -> bool {
    let class = |at: usize| bytes.get(at).map_or(Class::Outside, |&byte| CLASS[usize::from(byte)]);
    // A joint joins only to a word right behind it.
    start < end
        && match class(end) {
            Class::Joint => class(end + 1) == Class::Outside,
            Class::Table => false,
            Class::Outside | Class::Word => true,
        }
}

/// What a byte does in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// In no word.
    Outside,
    /// An ASCII letter or digit.
    Word,
    /// In a word where it has words on both sides.
    Joint,
    /// Beyond ASCII, or `_`: ask the tables.
    Table,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Outside; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Word,
            b'\'' | b'.' | b':' | b',' | b';' => Class::Joint,
            b'_' | 0x80.. => Class::Table,
            _ => Class::Outside,
        };
        byte += 1;
    }
    table
};

/// Where a space is missing: the byte of a `:` or `.` that UAX #29 takes for a part of one word.
///
/// A colon is one unless an ending follows it (`EU:s`, `USA:n`). A full stop is one between a lower-case letter and a
/// capital (`over.Then`). Only the first mark of a piece is looked at.
fn seam(piece: &str) -> Option<usize> {
    let at = piece.bytes().position(|byte| matches!(byte, b':' | b'.'))?;
    let (before, after) = (&piece[..at], &piece[at + 1..]);
    let is_seam = if piece.as_bytes()[at] == b':' {
        after.len() > 4 || after.starts_with(char::is_uppercase)
    } else {
        before.ends_with(char::is_lowercase) && after.starts_with(char::is_uppercase)
    };
    (is_seam && !before.is_empty() && after.starts_with(char::is_alphanumeric)).then_some(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The obvious version: the whole text through the Unicode tables.
    fn oracle(text: &str) -> Vec<(usize, &str)> {
        let mut pieces = Vec::new();
        let parts = text.split_inclusive(NARROW_SPACE).scan(0, |at, part| {
            let start = *at;
            *at += part.len();
            Some(part.trim_end_matches(NARROW_SPACE).unicode_word_indices().map(move |(at, piece)| (start + at, piece)))
        });
        for (start, piece) in parts.flatten() {
            let bare = without_signs(piece);
            let (mut start, mut piece) = (start + (piece.len() - bare.len()), bare);
            while let Some(seam) = seam(piece) {
                pieces.push((start, &piece[..seam]));
                start += seam + 1;
                piece = &piece[seam + 1..];
            }
            pieces.push((start, piece));
        }
        pieces
    }

    proptest! {
        #[test]
        fn bytes_cut_as_the_tables_do(text in any::<String>()) {
            prop_assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text));
        }

        #[test]
        fn bytes_cut_joints_as_the_tables_do(text in "[aZ1 .,;:'_’\\-&$é\u{301}\u{200D}אા{\"\u{00AD}\u{202F}ア字\t\n\r]{0,30}") {
            prop_assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text));
        }
    }
}
