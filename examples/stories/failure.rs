//! Why the program stops with status 2: every message is one line.

use std::io;

use crate::args::Misuse;
use crate::reading::fault::{FileName, Refusal};
use crate::reading::ledger::LeftOut;

/// Why the program stops with status 2.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Input(#[from] Refusal),
    #[error("no article is left: {left_out}")]
    NothingLeft { left_out: LeftOut },
    #[error("--group-by {field}: no article has this field")]
    NoSuchField { field: String },
    #[error("--output {file}: it is an input, which would be lost")]
    InputAsOutput { file: FileName },
    #[error("{file}: cannot be written: {error}")]
    Output { file: FileName, error: io::Error },
    #[error("{0}")]
    Library(#[from] samestory::Error),
    #[error(transparent)]
    Misuse(#[from] Misuse),
}

impl Failure {
    /// Whether the reader of our output has gone, as `head` does: no failure of ours.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}
