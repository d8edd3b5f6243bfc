//! The small examples, as a shell uses them: they read what `stories` reads.
#![cfg(feature = "serde")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

mod common;

use common::{gzip, program, remarks, run_example};

/// What a run that must fail said last, and that it printed nothing.
fn refusal(run: &Output) -> String {
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(!run.status.success(), "{said}");
    assert!(run.stdout.is_empty(), "{said}");
    said
}

fn printed(run: &Output) -> String {
    assert_eq!(remarks(run), "");
    String::from_utf8(run.stdout.clone()).unwrap()
}

/// An integer as id and none, a time that is empty, a label that is a number, blank lines.
const LINES: &str = "\n{\"id\": 7, \"title\": \"Ferry runs aground off Ashmere\", \"published\": \"\", \"story\": 1}\n \n\
    {\"title\": \"Ferry aground off Ashmere coast\", \"story\": 1}\n\
    {\"id\": \"x\", \"title\": \"Llama stops traffic in Elm\", \"story\": \"2\"}\n\n";

/// `LINES` in files of several kinds.
fn write(folder: &Path) -> [&'static str; 2] {
    fs::write(folder.join("in.jsonl"), LINES).unwrap();
    fs::write(folder.join("in.jsonl.gz"), gzip(LINES.as_bytes())).unwrap();
    ["in.jsonl", "in.jsonl.gz"]
}

#[test]
fn explain_reads_what_stories_reads() {
    let folder = tempfile::tempdir().unwrap();
    for file in write(folder.path()) {
        // An article without an id has the number of its line.
        let said = printed(&run_example("explain", folder.path(), &[file, "7", "4"], b""));
        let heads = ["7: Ferry runs aground off Ashmere", "4: Ferry aground off Ashmere coast"];
        assert_eq!(said.lines().take(2).collect::<Vec<_>>(), heads, "{file}");
    }
    let help = printed(&run_example("explain", folder.path(), &["--help"], b""));
    assert!(help.contains("Usage: explain"), "{help}");
    let sample: [&str; 0] = [];
    assert!(printed(&run_example("explain", folder.path(), &sample, b"")).starts_with("mw-30: "));
    fs::write(folder.path().join("bad.jsonl"), "{\"id\": 7.5, \"title\": \"Tug\"}\n").unwrap();
    for (arguments, expected) in [
        (&["bad.jsonl", "7", "4"], "bad.jsonl:1: field `id` is 7.5: it must be a string or an integer"),
        (&["in.jsonl", "7", "9"], "no article has the id \"9\""),
    ] {
        let said = refusal(&run_example("explain", folder.path(), arguments, b""));
        assert!(said.contains(expected), "{said}");
    }
    let said = refusal(&run_example("explain", folder.path(), &["in.jsonl", "7"], b""));
    assert!(said.contains("required") && said.contains("<ID2>"), "{said}");
}

#[test]
fn evaluate_reads_what_stories_reads() {
    let folder = tempfile::tempdir().unwrap();
    for file in write(folder.path()) {
        let table = printed(&run_example("evaluate", folder.path(), &[file], b""));
        let row = table.lines().nth(2).unwrap();
        assert!(row.starts_with("| in title | 3 | 2 (2) | 1.0000 | 1.0000 | 1.0000 |"), "{file}: {table}");
    }
    for (text, file, expected) in [
        ("", "in.jsonl", "in.jsonl:1: there is nothing in it"),
        ("\n", "in.jsonl", "in.jsonl:1: there is nothing in it"),
        ("\n{\"title\": \"Tug\"}\n", "in.jsonl", "in.jsonl: article \"2\" has no `story`"),
        (
            "{\"title\": \"Tug\", \"story\": []}\n",
            "in.jsonl",
            "in.jsonl:1: field `story` is an array: it must be a string",
        ),
        ("{\"text\": \"A tug.\", \"story\": 1}\n", "in.jsonl:title", "in.jsonl: no article has what `:title` shows"),
        ("{\"title\": \"Tug\", \"story\": 1}\n", "in.jsonl:full", "in.jsonl: no article has what `:full` shows"),
    ] {
        fs::write(folder.path().join("in.jsonl"), text).unwrap();
        let said = refusal(&run_example("evaluate", folder.path(), &[file], b""));
        assert!(said.contains(expected), "{said}");
    }
}

/// As `head` does: each prints more than its reader takes.
#[test]
fn a_closed_pipe_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let cases: [(&str, &[&str]); 4] = [
        ("stages", &[]),
        ("explain", &["in.jsonl", "7", "4"]),
        ("evaluate", &["in.jsonl"]),
        ("throughput", &["--generated", "20", "30"]),
    ];
    for (name, arguments) in cases {
        let mut command = Command::new(program(name));
        command.args(arguments).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(ended.status.success() && !said.contains("pipe"), "{name}: {said}");
    }
}
