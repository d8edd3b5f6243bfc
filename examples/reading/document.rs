//! Reads one input into the batch, whatever its form.

use std::io::{self, BufRead, Read};

use indicatif::ProgressBar;
use serde_json::value::RawValue;

use super::batch::{Batch, GroupField};
use super::fault::{Fault, Located, Refusal};
use super::feed::{self, Found};
use super::input::{Input, NamedKind, Opened, read_fault};
use super::lines::{LineCounter, utf8};
use super::{json, json_feed};

/// Reads all articles of an input, which the batch has begun.
pub fn read(
    input: &Input,
    group_field: Option<&GroupField>,
    progress: &ProgressBar,
    batch: &mut Batch<'_>,
) -> Result<(), Refusal> {
    match input.open(progress) {
        Ok(opened) => Document { group_field, batch }.read(opened),
        Err(fault @ Fault::Gzip(_)) => batch.leave_out(Some(1), fault),
        Err(fault) => batch.leave_out(None, fault),
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Whether a text is one JSON value.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

/// One input on its way into the batch.
struct Document<'a, 'l> {
    group_field: Option<&'a GroupField>,
    batch: &'a mut Batch<'l>,
}

impl Document<'_, '_> {
    fn read(&mut self, opened: Opened) -> Result<(), Refusal> {
        let Opened { kind, start, mut reader } = opened;
        let marked = start.starts_with(BYTE_ORDER_MARK);
        let text = if marked { &start[BYTE_ORDER_MARK.len()..] } else { &start };
        if start.is_empty() {
            return self.batch.leave_out(Some(1), Fault::Empty);
        }
        let first = text.trim_ascii_start().first();
        if kind == NamedKind::Feed || (kind == NamedKind::Unknown && first == Some(&b'<')) {
            return match self.bytes(reader)? {
                Some(bytes) => self.entries(feed::entries(&bytes)),
                None => Ok(()),
            };
        }
        if marked {
            reader.consume(BYTE_ORDER_MARK.len());
        }
        match (kind, first) {
            (NamedKind::Unknown, Some(b'[')) => self.array(reader),
            (NamedKind::Unknown, Some(b'{')) => self.object(reader),
            _ => self.lines(reader),
        }
    }

    /// JSON Lines: one article a line.
    fn lines(&mut self, mut reader: impl BufRead) -> Result<(), Refusal> {
        let mut bytes = Vec::new();
        let mut filled = false;
        for line in 1.. {
            bytes.clear();
            match reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => {}
                Err(error) => return self.broken(line, error),
            }
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            filled = true;
            let found = utf8(&bytes).map_err(|located| located.fault);
            self.batch.take(line, found.and_then(|text| json::article(text, self.group_field)))?;
        }
        if filled { Ok(()) } else { self.batch.leave_out(Some(1), Fault::Empty) }
    }

    /// A JSON array of articles; or lines, of which the first happens to be an array.
    fn array(&mut self, reader: impl Read) -> Result<(), Refusal> {
        let Some(bytes) = self.bytes(reader)? else { return Ok(()) };
        let text = match utf8(&bytes) {
            Ok(text) => text,
            Err(located) => return self.leave_out(located),
        };
        if text.split_once('\n').is_some_and(|(first, rest)| is_json(first) && !rest.trim_ascii().is_empty()) {
            return self.lines(bytes.as_slice());
        }
        let items: Vec<&RawValue> = match serde_json::from_str(text) {
            Ok(items) => items,
            Err(error) => return self.batch.leave_out(Some(error.line().max(1)), Fault::NotJson(error)),
        };
        let mut lines = LineCounter::new(&bytes);
        for item in &items {
            let line = lines.line_of(item.get().as_bytes());
            self.batch.take(line, json::article(item.get(), self.group_field))?;
        }
        if items.is_empty() { self.batch.leave_out(Some(1), Fault::Empty) } else { Ok(()) }
    }

    /// A JSON object: the first of many lines, or a JSON Feed. Only a feed is read whole before the first article.
    fn object(&mut self, mut reader: impl BufRead) -> Result<(), Refusal> {
        let mut bytes = Vec::new();
        if let Err(error) = reader.read_until(b'\n', &mut bytes) {
            return self.broken(1, error);
        }
        let first = utf8(&bytes).ok().filter(|line| is_json(line));
        if first.is_some_and(|line| !json_feed::is_feed(line)) {
            return self.lines(bytes.as_slice().chain(reader));
        }
        let Some(rest) = self.bytes(reader)? else { return Ok(()) };
        bytes.extend(rest);
        let text = match utf8(&bytes) {
            Ok(text) => text,
            Err(located) => return self.leave_out(located),
        };
        if json_feed::is_feed(text) {
            return self.entries(json_feed::items(text));
        }
        if is_json(text) {
            return self.batch.leave_out(Some(1), Fault::NotAList);
        }
        self.lines(bytes.as_slice())
    }

    /// The entries of a feed.
    fn entries(&mut self, entries: Result<Vec<Found>, Located>) -> Result<(), Refusal> {
        match entries {
            Ok(found) => found.into_iter().try_for_each(|found| self.batch.take(found.line, found.candidate)),
            Err(located) => self.leave_out(located),
        }
    }

    /// All bytes; none where they break off and that is to be passed over.
    fn bytes(&mut self, mut reader: impl Read) -> Result<Option<Vec<u8>>, Refusal> {
        let mut bytes = Vec::new();
        match reader.read_to_end(&mut bytes) {
            Ok(_) => Ok(Some(bytes)),
            Err(error) => {
                let line = LineCounter::new(&bytes).line_at(bytes.len());
                self.broken(line, error).map(|()| None)
            }
        }
    }

    /// The input breaks off on a line.
    fn broken(&mut self, line: usize, error: io::Error) -> Result<(), Refusal> {
        self.batch.leave_out(Some(line), read_fault(error))
    }

    fn leave_out(&mut self, located: Located) -> Result<(), Refusal> {
        self.batch.leave_out(Some(located.line), located.fault)
    }
}
