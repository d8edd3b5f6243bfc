//! Which line a byte is on.

use memchr::{memchr_iter, memrchr};

use super::fault::{Fault, Located};

/// Counts lines of a text from front to back: the whole costs one pass, however many places are asked for in order.
#[derive(Debug)]
pub struct LineCounter<'t> {
    text: &'t [u8],
    counted: usize,
    line: usize,
}

impl<'t> LineCounter<'t> {
    /// A counter at the first byte.
    pub fn new(text: &'t [u8]) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// The line of the byte at `offset`; the first is 1.
    pub fn line_at(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        if offset < self.counted {
            *self = Self::new(self.text);
        }
        self.line += memchr_iter(b'\n', &self.text[self.counted..offset]).count();
        self.counted = offset;
        self.line
    }

    /// The line on which a piece of the text begins. The piece must be a slice of the text itself.
    pub fn line_of(&mut self, piece: &[u8]) -> usize {
        self.line_at(piece.as_ptr().addr().saturating_sub(self.text.as_ptr().addr()))
    }

    /// The position of the byte at `offset` in its line; the first is 1.
    pub fn column_at(&self, offset: usize) -> usize {
        let before = &self.text[..offset.min(self.text.len())];
        before.len() + 1 - memrchr(b'\n', before).map_or(0, |newline| newline + 1)
    }
}

/// The text that bytes are, or where they stop being one.
pub fn utf8(bytes: &[u8]) -> Result<&str, Located> {
    std::str::from_utf8(bytes).map_err(|error| {
        let mut lines = LineCounter::new(bytes);
        let line = lines.line_at(error.valid_up_to());
        Located { line, fault: Fault::NotUtf8 { byte: lines.column_at(error.valid_up_to()) } }
    })
}
