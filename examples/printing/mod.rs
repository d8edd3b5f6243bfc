//! Prints to standard output for as long as somebody reads it.

use std::io::{self, Write};

use anyhow::Result;

/// Lets `print` write to standard output. That its reader goes, as `head` does, is no error, and the end of the work.
pub fn to_standard_output(print: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = io::stdout().lock();
    let printed = print(&mut out).and_then(|()| Ok(out.flush()?));
    printed.or_else(|error| if is_closed_pipe(&error) { Ok(()) } else { Err(error) })
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
