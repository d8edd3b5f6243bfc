//! Says why two articles are in one story, or are not.
//!
//! ```text
//! cargo run --release --example explain -- FILE ID1 ID2
//! ```
//!
//! Without arguments: two pairs of the bundled sample, one in one story and one of two earthquakes.

mod printing;
mod reading;

use std::io::Write;
use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use indicatif::ProgressBar;
use samestory::Grouper;

use reading::input::Input;
use reading::ledger::{Ledger, OnFault};

#[derive(Parser)]
#[command(about = "Says why two articles are in one story, or are not")]
struct Arguments {
    /// Articles, in any form that the example `stories` reads; `-` is standard input. None: the bundled sample, and two
    /// pairs of it.
    #[arg(requires = "other")]
    file: Option<PathBuf>,
    /// The id of an article.
    #[arg(value_name = "ID1")]
    one: Option<String>,
    /// The id of another.
    #[arg(value_name = "ID2")]
    other: Option<String>,
}

fn main() -> Result<()> {
    printing::to_standard_output(explain)
}

fn explain(out: &mut dyn Write) -> Result<()> {
    let Arguments { file, one, other } = Arguments::parse();
    let pairs = match one.zip(other) {
        Some(pair) => vec![pair],
        None => [("mw-30", "la-09"), ("mw-10", "mw-27")].map(|(one, other)| (one.into(), other.into())).to_vec(),
    };
    let inputs = Input::all(file.as_slice());
    let articles = reading::read(&inputs, None, &ProgressBar::hidden(), &mut Ledger::new(OnFault::Stop))?.articles;
    let clustering = Grouper::default().cluster(&articles)?;
    for (one, other) in pairs {
        let explanation = clustering.explain(one.as_str(), other.as_str())?;
        for article in articles.iter().filter(|article| [&one, &other].contains(&&article.id().to_string())) {
            writeln!(out, "{}: {}", article.id(), article.title())?;
        }
        writeln!(out, "{explanation}\n")?;
    }
    Ok(())
}
