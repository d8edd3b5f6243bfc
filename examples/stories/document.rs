//! Reads one input into the batch, whatever its form.

use std::io::{BufRead, Read};

use indicatif::ProgressBar;
use serde_json::value::RawValue;

use crate::batch::{Batch, GroupField};
use crate::fault::{Failure, Fault, Located};
use crate::feed::{self, Found};
use crate::input::{Input, NamedKind, Opened, read_fault};
use crate::lines::{LineCounter, utf8};
use crate::{json, json_feed};

/// Reads all articles of an input into the batch.
pub fn read(
    input: &Input,
    group_field: Option<&GroupField>,
    progress: &ProgressBar,
    batch: &mut Batch<'_>,
) -> Result<(), Failure> {
    batch.begin(input.name());
    let opened = input.open(progress).map_err(|fault| batch.failure(None, fault))?;
    Document { group_field, batch }.read(opened)
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// One input on its way into the batch.
struct Document<'a, 'l> {
    group_field: Option<&'a GroupField>,
    batch: &'a mut Batch<'l>,
}

impl Document<'_, '_> {
    fn read(&mut self, opened: Opened) -> Result<(), Failure> {
        let Opened { kind, start, mut reader } = opened;
        let marked = start.starts_with(BYTE_ORDER_MARK);
        let text = if marked { &start[BYTE_ORDER_MARK.len()..] } else { &start };
        if start.is_empty() {
            return self.batch.take(1, Err(Fault::Empty));
        }
        let first = text.trim_ascii_start().first();
        if kind == NamedKind::Feed || (kind == NamedKind::Unknown && first == Some(&b'<')) {
            let bytes = self.bytes(reader)?;
            return self.entries(feed::entries(&bytes));
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
    fn lines(&mut self, mut reader: impl BufRead) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        let mut filled = false;
        for line in 1.. {
            bytes.clear();
            let read = reader.read_until(b'\n', &mut bytes);
            if read.map_err(|error| self.batch.failure(Some(line), read_fault(error)))? == 0 {
                break;
            }
            if bytes.trim_ascii().is_empty() {
                continue;
            }
            filled = true;
            let found = utf8(&bytes).map_err(|located| located.fault);
            self.batch.take(line, found.and_then(|text| json::article(text, self.group_field)))?;
        }
        if filled { Ok(()) } else { self.batch.take(1, Err(Fault::Empty)) }
    }

    /// A JSON array of articles.
    fn array(&mut self, reader: impl Read) -> Result<(), Failure> {
        let bytes = self.bytes(reader)?;
        let text = utf8(&bytes).map_err(|located| self.failure(located))?;
        let items: Vec<&RawValue> = serde_json::from_str(text)
            .map_err(|error| self.batch.failure(Some(error.line().max(1)), Fault::NotJson(error)))?;
        let mut lines = LineCounter::new(&bytes);
        for item in &items {
            let line = lines.line_of(item.get().as_bytes());
            self.batch.take(line, json::article(item.get(), self.group_field))?;
        }
        if items.is_empty() { self.batch.take(1, Err(Fault::Empty)) } else { Ok(()) }
    }

    /// A JSON object: the first of many lines, or a JSON Feed. Only a feed is read whole before the first article.
    fn object(&mut self, mut reader: impl BufRead) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        let read = reader.read_until(b'\n', &mut bytes);
        read.map_err(|error| self.batch.failure(Some(1), read_fault(error)))?;
        let first = utf8(&bytes).ok().filter(|line| serde_json::from_str::<&RawValue>(line).is_ok());
        if first.is_some_and(|line| !json_feed::is_feed(line)) {
            return self.lines(bytes.as_slice().chain(reader));
        }
        bytes.extend(self.bytes(reader)?);
        let text = utf8(&bytes).map_err(|located| self.failure(located))?;
        if json_feed::is_feed(text) {
            return self.entries(json_feed::items(text));
        }
        match serde_json::from_str::<&RawValue>(text) {
            Ok(_) => Err(self.batch.failure(Some(1), Fault::NotAList)),
            Err(_) => self.lines(bytes.as_slice()),
        }
    }

    /// The entries of a feed.
    fn entries(&mut self, entries: Result<Vec<Found>, Located>) -> Result<(), Failure> {
        match entries {
            Ok(found) => found.into_iter().try_for_each(|found| self.batch.take(found.line, found.candidate)),
            Err(Located { line, fault: fault @ Fault::NoEntries }) => self.batch.take(line, Err(fault)),
            Err(located) => Err(self.failure(located)),
        }
    }

    fn bytes(&mut self, mut reader: impl Read) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| {
            let line = LineCounter::new(&bytes).line_at(bytes.len());
            self.batch.failure(Some(line), read_fault(error))
        })?;
        Ok(bytes)
    }

    fn failure(&self, located: Located) -> Failure {
        self.batch.failure(Some(located.line), located.fault)
    }
}
