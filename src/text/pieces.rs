//! Words as Unicode Standard Annex 29 cuts them, fast where the text is ASCII.

use std::iter::FusedIterator;

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

use super::markup::{Tag, reference};
use super::script::is_letter_or_number;

/// The words of [UAX #29](https://www.unicode.org/reports/tr29/#Word_Boundaries) that hold a letter or a digit, each
/// with the byte it begins at, cut once more where a space is missing (see [`seam`]).
///
/// Words of Latin, Greek, Cyrillic and Devanagari letters are cut by a few bytes each; white space is a boundary whatever
/// stands around it, so any other stretch without a space is cut alone, by the tables of `unicode-segmentation`. Linear.
/// The tables take the narrow no-break space for a part of words; here it is a space as any other.
/// A combining mark with no letter before it is taken without the sign or space that it stands on. HTML's tags and
/// character references are no words, and a boundary as a space is.
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

    /// What is left of the piece before, else the next piece of the stretch at hand.
    fn next_of_stretch(&mut self) -> Option<(usize, &'t str)> {
        if let Some((start, piece)) = self.rest.take() {
            return Some(self.without_rest(start, piece));
        }
        let (from, stretch) = self.stretch.as_mut()?;
        let Some((offset, piece)) = stretch.next() else {
            self.stretch = None;
            return None;
        };
        let bare = without_signs(piece);
        let start = *from + offset + (piece.len() - bare.len());
        Some(self.without_rest(start, bare))
    }

    /// A piece up to its seam, what follows left for later.
    fn without_rest(&mut self, start: usize, piece: &'t str) -> (usize, &'t str) {
        let Some(seam) = seam(piece) else { return (start, piece) };
        self.rest = Some((start + seam + 1, &piece[seam + 1..]));
        (start, &piece[..seam])
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
            let begins = |&byte: &u8| ASCII[usize::from(byte)] != Class::Outside || opens_markup(byte);
            let start = self.at + bytes[self.at..].iter().position(begins)?;
            if let Some(end) = markup(bytes, start) {
                self.at = end;
                continue;
            }
            match Cut::at(bytes, start) {
                Cut::Word { end, has_joint: false } => {
                    self.at = end;
                    return Some((start, &self.text[start..end]));
                }
                Cut::Word { end, has_joint: true } => {
                    self.at = end;
                    return Some(self.without_rest(start, &self.text[start..end]));
                }
                Cut::Signs { end } => self.at = end,
                Cut::Unknown if self.text[start..].starts_with(NARROW_SPACE) => {
                    self.at = start + NARROW_SPACE.len_utf8();
                }
                Cut::Unknown => {
                    let ends = |&(at, c): &(usize, char)| {
                        c.is_ascii_whitespace() || c == NARROW_SPACE || markup(bytes, start + at).is_some()
                    };
                    let end = self.text[start..].char_indices().find(ends);
                    self.at = end.map_or(bytes.len(), |(length, _)| start + length);
                    self.stretch = Some((start, self.text[start..self.at].unicode_word_indices()));
                }
            }
        }
    }
}

impl FusedIterator for Pieces<'_> {}

/// Whether a tag or a character reference may begin with a byte.
const fn opens_markup(byte: u8) -> bool {
    matches!(byte, b'<' | b'&')
}

/// The byte after a tag or a character reference that begins at a byte.
fn markup(bytes: &[u8], start: usize) -> Option<usize> {
    match bytes.get(start) {
        Some(b'<') => Tag::at(bytes, start).map(|tag| tag.end),
        Some(b'&') => reference(bytes, start),
        _ => None,
    }
}

/// French puts it before `:` and `?` and between thousands.
const NARROW_SPACE: char = '\u{202F}';

/// A piece without the signs that a mark of its script was written on: the tables take `{` and a vowel sign for a
/// letter, and a currency sign before it would belong to two words.
fn without_signs(piece: &str) -> &str {
    piece.trim_start_matches(|c: char| !is_letter_or_number(c) && c != '_')
}

/// What begins at a byte.
enum Cut {
    /// A word, and whether a joint is in it.
    Word { end: usize, has_joint: bool },
    /// A sign that is in no word.
    Signs { end: usize },
    /// The tables must tell.
    Unknown,
}

impl Cut {
    /// Reads from a byte at which a character begins that is in no word before it.
    fn at(bytes: &[u8], start: usize) -> Self {
        let (mut at, mut has_joint) = (start, false);
        // The last character that is no mark.
        let mut last = Class::Outside;
        loop {
            let run = bytes[at..].iter().take_while(|&&byte| ASCII[usize::from(byte)].is_word()).count();
            if run > 0 {
                at += run;
                last = ASCII[usize::from(bytes[at - 1])];
            }
            let (class, length) = Class::of(&bytes[at..]);
            match class {
                Class::Letter | Class::Digit => last = class,
                Class::Mark if last.is_word() => {}
                Class::Mark | Class::Table => return Self::Unknown,
                Class::Outside | Class::AnyJoint | Class::LetterJoint | Class::DigitJoint => {
                    let next = if class == Class::Outside { class } else { Class::of(&bytes[at + length..]).0 };
                    if matches!(next, Class::Mark | Class::Table) {
                        return Self::Unknown;
                    }
                    if !class.joins(last, next) {
                        return if at > start {
                            Self::Word { end: at, has_joint }
                        } else {
                            Self::Signs { end: at + length }
                        };
                    }
                    has_joint = true;
                }
            }
            at += length;
        }
    }
}

/// What a character does in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// In no word.
    Outside,
    Letter,
    Digit,
    /// Belongs to the letter before it.
    Mark,
    /// In a word between two letters.
    LetterJoint,
    /// In a word between two digits.
    DigitJoint,
    /// In a word between two letters or two digits.
    AnyJoint,
    /// Anything else: ask the tables.
    Table,
}

impl Class {
    /// The class of the first character and its bytes; of nothing, outside.
    fn of(bytes: &[u8]) -> (Self, usize) {
        match *bytes {
            [] => (Self::Outside, 0),
            [byte @ ..0x80, ..] => (ASCII[usize::from(byte)], 1),
            // No-break space, guillemets; `×`, `÷`.
            [0xC2, 0xA0 | 0xAB | 0xBB, ..] | [0xC3, 0x97 | 0xB7, ..] => (Self::Outside, 2),
            // U+00C0 to U+024F: Latin. U+0388 to U+03CE: Greek. U+0400 to U+0481, U+048A to U+052F: Cyrillic.
            [0xC3..=0xC9 | 0xD0 | 0xD1 | 0xD3, _, ..]
            | [0xCE, 0x88..=0x8A | 0x8E..=0xA1 | 0xA3.., ..]
            | [0xCF, ..=0x8E, ..]
            | [0xD2, 0x80 | 0x81 | 0x8A.., ..]
            | [0xD4, ..=0xAF, ..] => (Self::Letter, 2),
            // Dashes, double quotes, bullet and ellipsis; currency signs; danda.
            [0xE2, 0x80, 0x90..=0x95 | 0x9C..=0x9E | 0xA2 | 0xA6, ..]
            | [0xE2, 0x82, 0xA0..=0xBF, ..]
            | [0xE0, 0xA5, 0xA4 | 0xA5, ..] => (Self::Outside, 3),
            // Single quotes.
            [0xE2, 0x80, 0x98 | 0x99, ..] => (Self::AnyJoint, 3),
            // U+0904 to U+0939, U+0958 to U+0961: Devanagari, its vowel signs, its digits.
            [0xE0, 0xA4, 0x84..=0xB9 | 0xBD, ..] | [0xE0, 0xA5, 0x90 | 0x98..=0xA1, ..] => (Self::Letter, 3),
            [0xE0, 0xA4, ..=0x83 | 0xBA.., ..] | [0xE0, 0xA5, ..=0x8F | 0x91..=0x97 | 0xA2 | 0xA3, ..] => {
                (Self::Mark, 3)
            }
            [0xE0, 0xA5, 0xA6..=0xAF, ..] => (Self::Digit, 3),
            _ => (Self::Table, 1),
        }
    }

    const fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Digit)
    }

    /// Whether it makes one word of the characters around it.
    fn joins(self, last: Self, next: Self) -> bool {
        let is_fit = match self {
            Self::AnyJoint => last.is_word(),
            Self::LetterJoint => last == Self::Letter,
            Self::DigitJoint => last == Self::Digit,
            _ => false,
        };
        is_fit && last == next
    }
}

/// Classes by byte: what is beyond ASCII needs more than one.
const ASCII: [Class; 256] = {
    let mut table = [Class::Outside; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Digit,
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b':' => Class::LetterJoint,
            b',' | b';' => Class::DigitJoint,
            b'\'' | b'.' => Class::AnyJoint,
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

    /// The text with spaces for its tags and references.
    fn without_markup(text: &str) -> String {
        let (mut plain, mut at) = (String::new(), 0);
        while let Some(c) = text[at..].chars().next() {
            let markup = markup(text.as_bytes(), at);
            let end = markup.unwrap_or(at + c.len_utf8());
            plain.push_str(&if markup.is_some() { " ".repeat(end - at) } else { c.to_string() });
            at = end;
        }
        plain
    }

    /// The obvious version: the whole text through the Unicode tables.
    fn oracle(text: &str) -> Vec<(usize, &str)> {
        let mut pieces = Vec::new();
        let plain = without_markup(text);
        let parts = plain.split_inclusive(NARROW_SPACE).scan(0, |at, part| {
            let start = *at;
            *at += part.len();
            Some(part.trim_end_matches(NARROW_SPACE).unicode_word_indices().map(move |(at, piece)| (start + at, piece)))
        });
        for (start, piece) in parts.flatten() {
            let bare = without_signs(piece);
            let (mut start, mut piece) = (start + (piece.len() - bare.len()), bare);
            while let Some(seam) = seam(piece) {
                pieces.push((start, &text[start..start + seam]));
                start += seam + 1;
                piece = &piece[seam + 1..];
            }
            pieces.push((start, &text[start..start + piece.len()]));
        }
        pieces
    }

    /// Every character up to the end of the Indic scripts' blocks, and some signs, between others.
    #[test]
    fn every_letter_is_cut_as_the_tables_do() {
        for c in ('\0'..='\u{FFF}').chain('\u{1E00}'..='\u{20FF}') {
            for text in
                [format!("{c}"), format!("a{c}b"), format!("1{c}2"), format!("a {c}क {c}1"), format!("a'{c}.1{c}{c}b")]
            {
                assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text), "{text:?} {:X}", u32::from(c));
            }
        }
    }

    proptest! {
        #[test]
        fn bytes_cut_as_the_tables_do(text in any::<String>()) {
            prop_assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text));
        }

        #[test]
        fn bytes_cut_markup_as_the_tables_do_without(parts in proptest::collection::vec(
            prop_oneof!["[a1 .'&;<>/é\u{301}ア]{0,3}", "</?(p|em|x)( a)?>?", "&(amp|#39|K);?"], 0..8)) {
            let text = parts.concat();
            prop_assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text), "{:?}", text);
        }

        #[test]
        fn bytes_cut_joints_as_the_tables_do(text in "[aZ1 .,;:'_’‘“”–…«€\\-&$éЯΣ\u{301}\u{200D}אાक\u{93F}१।{\"\u{00AD}\u{202F}ア字\t\n\r]{0,30}") {
            prop_assert_eq!(Pieces::new(&text).collect::<Vec<_>>(), oracle(&text));
        }
    }
}
