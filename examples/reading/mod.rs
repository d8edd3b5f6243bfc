//! Reads articles from files: JSON Lines, JSON arrays, RSS, Atom and JSON Feed, packed or not.
#![allow(dead_code, reason = "each example uses its part")]

mod batch;
mod document;
pub mod fault;
mod feed;
pub mod html;
pub mod input;
pub mod json;
mod json_feed;
pub mod ledger;
pub mod lines;
mod outlets;
mod outline;

use std::collections::HashSet;

use indicatif::ProgressBar;

use batch::{Batch, Naming};
pub use batch::{GroupField, Intake};
use fault::{Fault, Refusal};
use input::Input;
use ledger::Ledger;

/// Reads the articles of all inputs. `group_field` names the field that says which group an article is in, where groups
/// are given. Bytes that are taken from files move the progress bar.
pub fn read(
    inputs: &[Input],
    group_field: Option<&GroupField>,
    progress: &ProgressBar,
    ledger: &mut Ledger,
) -> Result<Intake, Refusal> {
    let naming = if inputs.len() > 1 { Naming::FileAndLine } else { Naming::Line };
    let mut batch = Batch::new(ledger, naming);
    let mut given = HashSet::new();
    for input in inputs {
        batch.begin(input.name());
        if given.insert(input.resolved()) {
            document::read(input, group_field, progress, &mut batch)?;
        } else {
            batch.leave_out(None, Fault::GivenTwice)?;
        }
    }
    Ok(batch.finish())
}
