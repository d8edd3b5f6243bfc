//! What can be wrong, and where: every message is one line.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use feed_rs::parser::ParseFeedError;

/// The name of an input or output as messages show it: one line, whatever is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName(Arc<str>);

impl FileName {
    /// The name of a path.
    pub fn of(path: &Path) -> Self {
        let name = path.to_string_lossy();
        let shown = name.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c });
        Self(shown.collect::<String>().into())
    }

    /// A name that is no path.
    pub fn fixed(name: &'static str) -> Self {
        Self(name.into())
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file, and the line in it where there is one (the first is 1).
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub file: FileName,
    /// The line.
    pub line: Option<usize>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => write!(f, "{}", self.file),
        }
    }
}

/// The kinds of JSON value, as messages name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonKind {
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

impl From<&serde_json::Value> for JsonKind {
    fn from(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(_) => Self::Boolean,
            serde_json::Value::Number(_) => Self::Number,
            serde_json::Value::String(_) => Self::String,
            serde_json::Value::Array(_) => Self::Array,
            serde_json::Value::Object(_) => Self::Object,
        }
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}

/// A value as a message quotes it: on one line, cut where it is long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted(String);

impl Quoted {
    const LONGEST: usize = 60;

    /// A text, in quotation marks.
    pub fn text(text: &str) -> Self {
        let mut start: String = text.chars().take(Self::LONGEST).collect();
        if start.len() < text.len() {
            start.push('…');
        }
        Self(format!("{start:?}"))
    }

    /// Any JSON value.
    pub fn json(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::String(text) => Self::text(text),
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => Self(JsonKind::from(value).to_string()),
            other => Self(other.to_string()),
        }
    }
}

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is wrong with one line, article or file of the input.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
    #[error("the gzip data is cut off or damaged: {0}")]
    Gzip(Arc<io::Error>),
    #[error("there is nothing in it")]
    Empty,
    #[error("byte {byte} of the line is not UTF-8")]
    NotUtf8 { byte: usize },
    #[error("not JSON: {}", without_place(.0))]
    NotJson(serde_json::Error),
    #[error("a JSON object that is no JSON Feed: instead, an array of articles or one article a line is needed")]
    NotAList,
    #[error("{found} instead of an object with {content}")]
    NotAnObject { found: JsonKind, content: &'static str },
    #[error("not {content}: {}", without_place(.error))]
    Misfit { content: &'static str, error: serde_json::Error },
    #[error("field `{field}` is {value}: it must be {expected}")]
    WrongType { field: String, value: Quoted, expected: &'static str },
    #[error("field `{field}` is {value}: it must be a time in RFC 3339, or Unix seconds or milliseconds")]
    BadTime { field: &'static str, value: Quoted },
    #[error("the time {value} cannot be read: it must be in RFC 3339 or RFC 2822")]
    BadFeedTime { value: Quoted },
    #[error("neither `title` nor `text` holds anything")]
    NoWords,
    #[error("field `id` is {id}: {first} has the same id")]
    RepeatedId { id: Quoted, first: Place },
    #[error("field `id` is missing, and the line's number, which stands for it, is taken: the id of {first} is {id}")]
    LineIsId { id: Quoted, first: Place },
    #[error("field `id` is {id}: {first} has no id, and its line's number stands for it")]
    IdIsLine { id: Quoted, first: Place },
    #[error("the file is given twice")]
    GivenTwice,
    #[error("field `{field}` is {value}: it must be {allowed}")]
    BadName { field: &'static str, value: Quoted, allowed: &'static str },
    #[error("{0}")]
    Refused(samestory::Error),
    #[error("`domain` is missing")]
    NoDomain,
    #[error("the first line of a CSV table names its columns: one of them must be `domain`")]
    NoDomainColumn,
    #[error("the domain {domain} is in the table twice")]
    RepeatedDomain { domain: Quoted },
    #[error("not CSV: {}", csv_message(.0))]
    NotCsv(csv::Error),
    #[error("the text is not in {encoding}, the encoding that it declares")]
    NotInEncoding { encoding: &'static str },
    #[error("not XML: {0}")]
    NotXml(quick_xml::Error),
    #[error("not XML: there is no tag in it")]
    NoXmlRoot,
    #[error("the XML is cut off inside <{tag}>")]
    XmlCutOff { tag: String },
    #[error("the XML declares entities, which no feed needs: refused, for they can grow without end")]
    Entities,
    #[error("<{tag}> is no feed: <rss>, <rdf:RDF> or <feed> is needed")]
    NotAFeed { tag: String },
    #[error("the feed is in Atom 0.3: Atom 1.0 is needed")]
    OldAtom,
    #[error("the feed cannot be read: {0}")]
    Feed(ParseFeedError),
    #[error("not a JSON Feed: {}", without_place(.0))]
    NotAFeedObject(serde_json::Error),
    #[error("the feed has no entries")]
    NoEntries,
    #[error("only {read} of the feed's {all} entries can be read")]
    EntriesLost { all: usize, read: usize },
}

impl Fault {
    /// A word that is none of the names of a field.
    pub fn bad_name(field: &'static str, word: &str, refusal: samestory::Error) -> Self {
        match refusal {
            samestory::Error::UnknownName { allowed, .. } => {
                Self::BadName { field, value: Quoted::text(word), allowed }
            }
            other => Self::Refused(other),
        }
    }

    /// The short name under which left-out articles are counted.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Io(_) => "not readable",
            Self::Gzip(_) => "the rest of a damaged gzip file",
            Self::Empty => "nothing in the file",
            Self::NotUtf8 { .. } => "not UTF-8",
            Self::NotJson(_) => "not JSON",
            Self::NotAList => "not an article",
            Self::NotAnObject { .. } => "not an object",
            Self::Misfit { .. } => "an unusable object",
            Self::WrongType { .. } => "a field of the wrong type",
            Self::BadTime { .. } | Self::BadFeedTime { .. } => "an unreadable time",
            Self::BadName { .. } => "an unknown name",
            Self::Refused(_) => "what the library refuses",
            Self::NoWords => "no title and no text",
            Self::RepeatedId { .. } | Self::LineIsId { .. } | Self::IdIsLine { .. } => "a repeated id",
            Self::GivenTwice => "a file given twice",
            Self::NoDomain | Self::NoDomainColumn => "no domain",
            Self::RepeatedDomain { .. } => "a repeated domain",
            Self::NotCsv(_) => "not CSV",
            Self::NotInEncoding { .. } => "another encoding",
            Self::NotXml(_) | Self::NoXmlRoot | Self::XmlCutOff { .. } => "not XML",
            Self::Entities => "XML entities",
            Self::NotAFeed { .. } | Self::NotAFeedObject(_) | Self::Feed(_) | Self::EntriesLost { .. } => "not a feed",
            Self::OldAtom => "an old version of Atom",
            Self::NoEntries => "a feed without entries",
        }
    }
}

/// What is wrong on a line of the file that is being read.
#[derive(Debug)]
pub struct Located {
    pub line: usize,
    pub fault: Fault,
}

/// `serde_json` counts lines within the piece it was given; the message already says the line in the file.
fn without_place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let bare = message.rsplit_once(" at line ").map_or(message.as_str(), |(bare, _)| bare);
    format!("{} at column {}", bare.replace(char::is_control, " "), error.column())
}

/// csv counts records within what it was given; the message already says the line in the file.
fn csv_message(error: &csv::Error) -> String {
    let columns = |count: u64| format!("{count} {}", if count == 1 { "column" } else { "columns" });
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{} instead of {expected_len}", columns(*len))
        }
        csv::ErrorKind::Utf8 { err, .. } => format!("column {} is not UTF-8", err.field() + 1),
        _ => error.to_string(),
    }
}

/// What cannot be read, and why.
#[derive(Debug, thiserror::Error)]
#[error("{place}: {fault}")]
pub struct Refusal {
    pub place: Place,
    pub fault: Fault,
}
