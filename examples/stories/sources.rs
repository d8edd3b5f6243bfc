//! What is known about publishers (`--sources`): JSON Lines or CSV.

use std::collections::HashSet;
use std::path::Path;

use indicatif::ProgressBar;
use samestory::story::{SourceDirectory, SourceInfo};
use serde::Deserialize;

use crate::reading::fault::{Fault, FileName, Place, Quoted, Refusal};
use crate::reading::input::{Input, read_fault};
use crate::reading::json::{Shape, Words};
use crate::reading::ledger::Ledger;
use crate::reading::lines::utf8;

/// Reads a table of publishers; the library looks them up.
pub fn read(path: &Path, ledger: &mut Ledger) -> Result<SourceDirectory, Refusal> {
    let file = FileName::of(path);
    let mut reading = Reading { file, ledger, rows: Vec::new(), keys: HashSet::new() };
    reading.read(path)?;
    reading.directory()
}

/// The columns of a table, in this order wherever they are together.
const COLUMNS: [&str; 6] = ["domain", "name", "bias", "factuality", "owner", "country"];

/// A row from its columns.
fn row([domain, name, bias, factuality, owner, country]: [Option<String>; 6]) -> Result<SourceInfo, Fault> {
    let mut row = SourceInfo::new(domain.ok_or(Fault::NoDomain)?);
    if let Some(name) = name {
        row = row.with_name(name);
    }
    if let Some(bias) = bias {
        row = row.with_bias(bias.parse().map_err(|refusal| Fault::bad_name("bias", &bias, refusal))?);
    }
    if let Some(factuality) = factuality {
        let grade = factuality.parse().map_err(|refusal| Fault::bad_name("factuality", &factuality, refusal))?;
        row = row.with_factuality(grade);
    }
    if let Some(owner) = owner {
        row = row.with_owner(owner);
    }
    if let Some(country) = country {
        row = row.with_country(country);
    }
    Ok(row)
}

/// A table on its way in.
struct Reading<'l> {
    file: FileName,
    ledger: &'l mut Ledger,
    rows: Vec<SourceInfo>,
    /// What the rows are told apart by.
    keys: HashSet<String>,
}

/// A row of a JSON Lines table.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Row<'a> {
    #[serde(borrow)]
    domain: Words<'a>,
    #[serde(borrow)]
    name: Words<'a>,
    #[serde(borrow)]
    bias: Words<'a>,
    #[serde(borrow)]
    factuality: Words<'a>,
    #[serde(borrow)]
    owner: Words<'a>,
    #[serde(borrow)]
    country: Words<'a>,
}

const ROW: Shape = Shape { content: "a publisher", strings: &COLUMNS, times: &[] };

impl Reading<'_> {
    fn read(&mut self, path: &Path) -> Result<(), Refusal> {
        let opened = Input::File(path.to_owned()).open(&ProgressBar::hidden());
        let mut reader = opened.map_err(|fault| self.failure(None, fault))?.reader;
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).map_err(|error| self.failure(None, read_fault(error)))?;
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        match text.trim_ascii_start().first() {
            Some(b'{' | b'[') => self.json(text),
            _ => self.csv(text),
        }
    }

    fn json(&mut self, text: &[u8]) -> Result<(), Refusal> {
        for (position, line) in text.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let row = utf8(line).map_err(|located| located.fault).and_then(|line| {
                let Row { domain, name, bias, factuality, owner, country } = ROW.read(line)?;
                self::row([domain, name, bias, factuality, owner, country].map(Words::filled))
            });
            self.take(position + 1, row)?;
        }
        Ok(())
    }

    fn csv(&mut self, text: &[u8]) -> Result<(), Refusal> {
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
        let header = reader.headers().map_err(|error| self.failure(Some(1), Fault::NotCsv(error)))?.clone();
        let column = |name: &str| header.iter().position(|column| column.eq_ignore_ascii_case(name));
        let columns = COLUMNS.map(column);
        if columns[0].is_none() {
            return Err(self.failure(Some(1), Fault::NoDomainColumn));
        }
        let mut record = csv::StringRecord::new();
        loop {
            let read = reader.read_record(&mut record);
            let line = reader.position().line();
            match read {
                Ok(false) => return Ok(()),
                Ok(true) => {
                    let value = |column: Option<usize>| {
                        column
                            .and_then(|column| record.get(column))
                            .filter(|value| !value.is_empty())
                            .map(str::to_owned)
                    };
                    let line = record.position().map_or(line, csv::Position::line);
                    self.take(line_number(line), row(columns.map(value)))?;
                }
                Err(error) => {
                    let line = error.position().map_or(line, csv::Position::line);
                    self.take(line_number(line), Err(Fault::NotCsv(error)))?;
                }
            }
        }
    }

    fn take(&mut self, line: usize, row: Result<SourceInfo, Fault>) -> Result<(), Refusal> {
        let row = row.and_then(|row| {
            if self.keys.insert(row.key()) {
                Ok(row)
            } else {
                Err(Fault::RepeatedDomain { domain: Quoted::text(row.domain()) })
            }
        });
        match row {
            Ok(row) => {
                self.rows.push(row);
                Ok(())
            }
            Err(fault) => self.ledger.leave_out(self.place(Some(line)), fault),
        }
    }

    fn directory(self) -> Result<SourceDirectory, Refusal> {
        let place = self.place(None);
        SourceDirectory::new(self.rows).map_err(|error| Refusal { place, fault: Fault::Refused(error) })
    }

    fn place(&self, line: Option<usize>) -> Place {
        Place { file: self.file.clone(), line }
    }

    fn failure(&self, line: Option<usize>, fault: Fault) -> Refusal {
        Refusal { place: self.place(line), fault }
    }
}

fn line_number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}
