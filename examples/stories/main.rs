//! Groups headlines about the same event into stories: the library's main job, from a shell.
//!
//!     cargo run --release --example stories
//!     cargo run --release --example stories -- --format json --output stories.json news.jsonl feed.xml

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use samestory::story::SourceDirectory;
use samestory::{Grouper, Story, Timestamp};

mod args;
mod failure;
mod output;
mod page;
#[path = "../reading/mod.rs"]
mod reading;
mod sources;
mod web;

use args::{Args, Format, Request};
use failure::Failure;
use output::Target;
use page::{Look, Whole};
use reading::input::Input;
use reading::ledger::{Ledger, OnFault};
use reading::{GroupField, Intake, html};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            say(&format!("error: {failure}"));
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Failure> {
    match Request::read(std::env::args_os())? {
        Request::Print(text) => Target::Standard.write(|out| out.write_all(text.as_bytes())),
        Request::Group(args) => group(&args),
    }
}

fn group(args: &Args) -> Result<(), Failure> {
    let mut grouper = Grouper::builder().key_points(args.key_points);
    if let Some(threshold) = args.threshold {
        grouper = grouper.threshold(threshold);
    }
    if let Some(threads) = args.threads {
        grouper = grouper.threads(threads);
    }
    // Knobs out of range are told before anything is read.
    grouper.clone().build()?;
    let target = Target::of(args.output.as_deref())?;
    target.spare(args.inputs.iter().chain(&args.sources))?;
    let group_field = args.group_by.clone().map(GroupField::from);

    let mut ledger = Ledger::new(if args.skip_invalid { OnFault::Skip } else { OnFault::Stop });
    let directory = match &args.sources {
        Some(path) => sources::read(path, &mut ledger)?,
        None => SourceDirectory::default(),
    };
    let grouper = grouper.sources(directory).build()?;
    let intake = read(args, group_field.as_ref(), &mut ledger)?;
    let left_out = ledger.close();
    if intake.articles.is_empty() && !left_out.is_empty() {
        return Err(Failure::NothingLeft { left_out });
    }
    let working = spinner(intake.articles.len());
    let mut stories = match &group_field {
        Some(field) => {
            let no_such_field = || Failure::NoSuchField { field: field.as_str().to_owned() };
            grouper.tell(&intake.articles, &intake.groups().ok_or_else(no_such_field)?)?
        }
        None => grouper.group(&intake.articles)?,
    };
    grouper.relate(&mut stories)?;
    working.finish_and_clear();

    let found = stories.len();
    let shown = stories.into_iter().filter(|story| story.articles.len() >= args.min_articles);
    let shown: Vec<Story> = shown.take(args.top.unwrap_or(usize::MAX)).collect();
    let whole = Whole { articles: &intake.articles, stories: found };
    let look = Look::of(&target);
    target.write(|out| match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &shown)?;
            writeln!(out)
        }
        Format::Text => page::print(out, &look, &shown, whole),
        Format::Html => web::write(out, &shown, &intake.articles, clock()),
    })?;
    if !left_out.is_empty() {
        say(&left_out.to_string());
    }
    Ok(())
}

fn read(args: &Args, group_field: Option<&GroupField>, ledger: &mut Ledger) -> Result<Intake, Failure> {
    let inputs = Input::all(&args.inputs);
    let progress = reading_bar(inputs.iter().map(Input::size).sum());
    let intake = reading::read(&inputs, group_field, &progress, ledger)?;
    progress.finish_and_clear();
    Ok(intake)
}

fn clock() -> Timestamp {
    Timestamp::from_unix_millis(jiff::Timestamp::now().as_millisecond())
}

/// A bar for reading, where it is known how much there is. indicatif draws on standard error, and only where that is a
/// terminal.
fn reading_bar(bytes: Option<u64>) -> ProgressBar {
    match (bytes, ProgressStyle::with_template("reading {bar:30} {bytes}/{total_bytes} {eta}")) {
        (Some(bytes), Ok(style)) => ProgressBar::new(bytes).with_style(style),
        _ => ProgressBar::hidden(),
    }
}

fn spinner(articles: usize) -> ProgressBar {
    let spinner = ProgressBar::new_spinner().with_message(format!("grouping {} articles", HumanCount(articles as u64)));
    if io::stderr().is_terminal() {
        spinner.enable_steady_tick(Duration::from_millis(120));
    }
    spinner
}

/// One line on standard error, whatever is in the message. There is nowhere left to report that standard error is closed.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", line.replace(char::is_control, " "));
}
