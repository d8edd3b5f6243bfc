//! Opens inputs: files, standard input and the sample, packed or not.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::GzDecoder;
use indicatif::ProgressBar;

use super::fault::{Fault, FileName};

/// News that we invented, for a first look without a file.
const SAMPLE: &str = include_str!("../data/news.jsonl");

/// Where articles come from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Input {
    /// The invented news that comes with the example.
    Sample,
    /// Standard input.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// The inputs that the arguments name.
    pub fn all(paths: &[PathBuf]) -> Vec<Self> {
        if paths.is_empty() {
            return vec![Self::Sample];
        }
        let input = |path: &PathBuf| if path.as_os_str() == "-" { Self::Standard } else { Self::File(path.clone()) };
        paths.iter().map(input).collect()
    }

    /// Itself under the one name that a file has however it is called.
    pub fn resolved(&self) -> Self {
        match self {
            Self::File(path) => Self::File(path.canonicalize().unwrap_or_else(|_| path.clone())),
            Self::Sample | Self::Standard => self.clone(),
        }
    }

    /// Its name in messages.
    pub fn name(&self) -> FileName {
        match self {
            Self::Sample => FileName::fixed("sample"),
            Self::Standard => FileName::fixed("-"),
            Self::File(path) => FileName::of(path),
        }
    }

    /// Its size in bytes, where that can be known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Self::File(path) => path.metadata().ok().map(|metadata| metadata.len()),
            Self::Sample | Self::Standard => None,
        }
    }

    /// Opens it and reads as much as tells what it is. Bytes that are taken from a file move the progress bar.
    pub fn open(&self, progress: &ProgressBar) -> Result<Opened, Fault> {
        let (kind, raw): (NamedKind, Box<dyn Read>) = match self {
            Self::Sample => (NamedKind::Lines, Box::new(SAMPLE.as_bytes())),
            Self::Standard => (NamedKind::Unknown, Box::new(io::stdin())),
            Self::File(path) => (NamedKind::of(path), Box::new(progress.wrap_read(File::open(path)?))),
        };
        let packed = Start::read(BufReader::with_capacity(BUFFER, raw))?;
        let unpacked = if packed.bytes.starts_with(&GZIP_MAGIC) {
            let unpacker = Unpacked { member: GzDecoder::new(packed.whole()), damage: None };
            Start::read(BufReader::with_capacity(BUFFER, unpacker))?
        } else {
            Start { bytes: packed.bytes, rest: packed.rest }
        };
        Ok(Opened { kind, start: unpacked.bytes.clone(), reader: unpacked.whole() })
    }
}

const BUFFER: usize = 1 << 18;
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// An input, unpacked, with nothing consumed yet.
pub struct Opened {
    /// What its name says that it is.
    pub kind: NamedKind,
    /// Its first bytes.
    pub start: Vec<u8>,
    /// All of its bytes.
    pub reader: Box<dyn BufRead>,
}

/// The kind of a file as far as its name goes, `.gz` aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedKind {
    /// JSON Lines.
    Lines,
    /// RSS or Atom.
    Feed,
    /// The first bytes must tell.
    Unknown,
}

impl NamedKind {
    fn of(path: &Path) -> Self {
        let extension = |path: &Path| path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        let last = extension(path);
        let inner = if last.as_deref() == Some("gz") {
            path.file_stem().and_then(|stem| extension(stem.as_ref()))
        } else {
            last
        };
        match inner.as_deref() {
            Some("jsonl" | "ndjson") => Self::Lines,
            Some("xml" | "rss" | "rdf" | "atom") => Self::Feed,
            _ => Self::Unknown,
        }
    }
}

/// The first bytes of something, and the rest.
struct Start {
    bytes: Vec<u8>,
    rest: Box<dyn BufRead>,
}

impl Start {
    const LENGTH: u64 = 512;

    fn read(mut reader: impl BufRead + 'static) -> Result<Self, Fault> {
        let mut bytes = Vec::new();
        match reader.by_ref().take(Self::LENGTH).read_to_end(&mut bytes).map_err(read_fault) {
            // What came before the damage can be read, and the damage will be met again.
            Ok(_) | Err(Fault::Gzip(_)) if !bytes.is_empty() => {}
            other => _ = other?,
        }
        Ok(Self { bytes, rest: Box::new(reader) })
    }

    fn whole(self) -> Box<dyn BufRead> {
        Box::new(Cursor::new(self.bytes).chain(self.rest))
    }
}

/// All members of a gzip file, one after the other. Marks the errors of the unpacker, so that they are not taken for errors of
/// the disk. What is damaged stays so.
struct Unpacked {
    member: GzDecoder<Box<dyn BufRead>>,
    damage: Option<Arc<io::Error>>,
}

impl Unpacked {
    fn unpack(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let read = self.member.read(buffer)?;
            if read > 0 || buffer.is_empty() || !follows_member(self.member.get_mut())? {
                return Ok(read);
            }
            let rest = mem::replace(self.member.get_mut(), Box::new(io::empty()));
            self.member = GzDecoder::new(rest);
        }
    }
}

/// Whether anything follows but the zeros that fill the last block of a tape or disk, which gzip passes over, too.
fn follows_member(rest: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let bytes = rest.fill_buf()?;
        let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
        if zeros < bytes.len() || bytes.is_empty() {
            let follows = !bytes.is_empty();
            rest.consume(zeros);
            return Ok(follows);
        }
        rest.consume(zeros);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Damaged(Arc<io::Error>);

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.damage.is_none() {
            match self.unpack(buffer) {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => self.damage = Some(Arc::new(error)),
                read => return read,
            }
        }
        let damage = self.damage.clone().map(Damaged);
        damage.map_or(Ok(0), |damage| Err(io::Error::new(io::ErrorKind::InvalidData, damage)))
    }
}

/// What an error of the reader means.
pub fn read_fault(error: io::Error) -> Fault {
    match error.downcast::<Damaged>() {
        Ok(Damaged(error)) => Fault::Gzip(error),
        Err(error) => Fault::Io(error),
    }
}
