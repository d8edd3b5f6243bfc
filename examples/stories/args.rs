//! What the command line may say.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Parser, ValueEnum};

/// Groups headlines about the same event into stories, and says what each story is.
///
/// Exit status: 0, or 2 with one line on standard error that says which file, line and field is wrong.
#[derive(Debug, Parser)]
#[command(name = "stories", version, max_term_width = 100)]
pub struct Args {
    /// Articles: JSON Lines (.jsonl, .ndjson), a JSON array (.json), or a feed (RSS, Atom, JSON Feed); each also
    /// gzipped. `-` is standard input, in any of these forms. None: the bundled sample.
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,

    /// How to print the stories.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Write to this file, whole or not at all, instead of to standard output.
    #[arg(long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// What is known about publishers: JSON Lines, or CSV with a header. Columns: domain, and where known name, bias
    /// (left, lean-left, center, lean-right, right), factuality, owner and country. An article's own bias goes before
    /// its publisher's.
    #[arg(long, value_name = "PATH")]
    pub sources: Option<PathBuf>,

    /// Do not cluster: articles with the same value of this field are one story. An article without it is a story of
    /// its own.
    #[arg(long, value_name = "FIELD")]
    pub group_by: Option<String>,

    /// Print only stories with at least this many articles.
    #[arg(long, value_name = "N", default_value_t = 1, allow_negative_numbers = true, value_parser = count)]
    pub min_articles: usize,

    /// Print only the first N stories.
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = count)]
    pub top: Option<usize>,

    /// Key points a story has at most.
    #[arg(long, value_name = "N", default_value_t = 5, allow_negative_numbers = true, value_parser = count)]
    pub key_points: usize,

    /// How alike articles of one story must be, from 0 (topics) to 1 (single events); higher means more and smaller
    /// stories. 0.3 to 0.65 is the range that tells. Default: 0.5.
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub threshold: Option<f32>,

    /// Threads to work on. Default: all cores. The stories are the same on any number.
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = count)]
    pub threads: Option<usize>,

    /// Go on past lines and inputs that cannot be read, and say at the end how many were left out and why.
    #[arg(long)]
    pub skip_invalid: bool,
}

fn count(word: &str) -> Result<usize, NotACount> {
    word.parse().map_err(|_| NotACount)
}

/// A word that counts nothing.
#[derive(Debug, thiserror::Error)]
#[error("it must be a whole number that is not negative")]
struct NotACount;

/// How stories are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A page to read in a terminal.
    Text,
    /// An array of stories, in the library's own serde form.
    Json,
    /// One self-contained web page.
    Html,
}

/// What a command line comes to.
#[derive(Debug)]
pub enum Request {
    /// Group articles.
    Group(Box<Args>),
    /// Print this (the help or the version) and stop.
    Print(String),
}

/// A command line that cannot be understood, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Misuse(String);

impl Request {
    /// Reads a command line; the first word is the program's own name.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, Misuse> {
        match Args::try_parse_from(words) {
            Ok(args) => Ok(Self::Group(Box::new(args))),
            Err(error) => match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Self::Print(error.render().to_string())),
                _ => Err(Misuse(first_paragraph(&error.render().to_string()))),
            },
        }
    }
}

/// clap says what is wrong in its first paragraph, and how to get help in the rest.
fn first_paragraph(message: &str) -> String {
    let lines = message.lines().map(str::trim).take_while(|line| !line.is_empty());
    let joined = lines.collect::<Vec<_>>().join(" ");
    joined.strip_prefix("error: ").unwrap_or(&joined).to_owned()
}
