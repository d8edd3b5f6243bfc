//! The text page of the example `stories`, as a reader's terminal gets it.
#![cfg(feature = "serde")]

use std::io::Write;
use std::process::{Command, Stdio};

/// The page for these arguments and lines, made 40 columns wide.
fn page(arguments: &[&str], lines: &str) -> String {
    page_of("40", arguments, lines)
}

fn page_of(columns: &str, arguments: &[&str], lines: &str) -> String {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join(format!("examples/stories{}", std::env::consts::EXE_SUFFIX));
    let mut command = Command::new(&program);
    command.args(arguments).env("COLUMNS", columns).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn lines_are_wrapped_and_scores_stay_whole() {
    // The first line has room for "214-", not for "214-198".
    let page = page(&["-"], "{\"title\": \"Ashmere Assembly ends a stormy day 214-198 for rent limits\"}\n");
    assert!(page.lines().all(|line| line.chars().count() <= 40), "{page}");
    assert!(page.contains("\n214-198"), "{page}");
}

#[test]
fn lines_are_no_longer_than_can_be_read_and_begin_with_words() {
    let page = page_of("240", &[], "");
    let longest = page.lines().map(|line| line.chars().count()).max();
    assert_eq!(longest, Some(100));
    for columns in (20..=100).step_by(8).map(|columns| columns.to_string()) {
        let page = page_of(&columns, &["--top", "3"], "");
        assert!(!page.lines().any(|line| line.starts_with('·')), "{page}");
        assert!(!page.contains('\u{a0}'));
    }
}

#[test]
fn nothing_in_a_headline_moves_the_cursor() {
    let page = page(
        &["-"],
        "{\"title\": \"Tug \\u001b[2J\\u0007\\n\\u009bsinks\", \"source\": \"Harbour\\u001b[31m Post\"}\n",
    );
    assert!(!page.chars().any(|c| c.is_control() && c != '\n'), "{page:?}");
    assert!(page.contains("sinks"), "{page:?}");
}

#[test]
fn nothing_turns_the_direction_of_a_line() {
    let page = page(
        &["-"],
        "{\"title\": \"Tug \\u202eDorothea\\u2067 sinks\", \"source\": \"Harbour\\u202a Post\"}\n\
         {\"title\": \"Dorothea, the tug, sinks &#8238;off Elm\", \"text\": \"The \\u202etug sank off Elm.\"}\n",
    );
    let is_turn = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!page.contains(is_turn), "{page:?}");
    assert!(page.contains("Tug Dorothea sinks") && page.contains("Harbour Post"), "{page:?}");
}

#[test]
fn articles_are_called_by_their_headline_or_by_how_they_begin() {
    let article = |title: &str, text: &str| {
        let article = serde_json::json!({"title": title, "text": text, "source": "elm.example", "group": "a"});
        format!("{article}\n")
    };
    let lines = [
        article("Mayor&#39;s plan &amp; harbour", ""),
        article("Headline Unavailable", "The mayor of Elm has a plan for the harbour. It has cranes."),
        article(
            "",
            "Cranes are what the mayor of Elm wants for its harbour, whatever they cost the town and its people, who pay.",
        ),
    ];
    let page = page_of("100", &["--group-by", "group", "-"], &lines.concat());
    assert!(page.contains(" - Mayor's plan & harbour (elm.example)"), "{page}");
    assert!(page.contains(" - The mayor of Elm has a plan for the harbour. It has cranes. (elm.example)"), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "- Cranes are what the mayor of Elm wants for its harbour, whatever they cost the town and its people… (elm"
        ),
        "{page}"
    );
    assert!(!page.contains("Unavailable") && !page.contains("(no headline)"), "{page}");
}

#[test]
fn a_summary_says_whose_it_is() {
    let line = "{\"title\": \"Ferry aground off Elm\", \"text\": \"The ferry Pelican ran aground off Elm on Sunday with 40 \
                on board.\", \"source\": \"Harbour Post\"}\n";
    let page = page(&["-"], line).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("with 40 on board. (Harbour Post)"), "{page}");
}

#[test]
fn a_summary_is_not_repeated_as_a_key_point() {
    // In the sample, two outlets have the summary's sentence with other apostrophes.
    let page = page(&["--top", "1"], "").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.matches("s Assembly voted").count() <= 1, "{page}");
}

#[test]
fn sides_and_days_are_told() {
    let line = |id: u32, bias: &str, source: &str| {
        format!(
            "{{\"id\": {id}, \"title\": \"Ferry runs aground off Ashmere\", \"source\": \"{source}.example\", \
             \"bias\": {bias}, \"published\": \"2026-03-1{id}T00:00:00Z\"}}\n"
        )
    };
    let lines =
        [line(0, "\"left\"", "a"), line(1, "\"lean-left\"", "b"), line(2, "\"right\"", "c"), line(3, "null", "d")];
    let page = page(&["-"], &lines.concat()).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("4 publishers · 10 Mar 2026 – 13 Mar 2026"), "{page}");
    assert!(page.contains("sides: 2 left, 0 center, 1 right, 1 unknown"), "{page}");
    assert!(page.contains("(a.example, 10 Mar)"), "{page}");
}

#[test]
fn a_sentence_that_is_the_title_stands_once() {
    let page = page(&["-"], "{\"text\": \"The tug Dorothea has a line aboard. The harbour master said so.\"}\n");
    assert_eq!(page.matches("The tug Dorothea has a line aboard.").count(), 1, "{page}");
}
