//! Bad input and hard circumstances: the example `stories` says what is wrong in one line, and loses nothing.
#![cfg(feature = "serde")]

use std::fs;
use std::path::Path;
use std::process::Output;

mod common;

use common::{articles, feed, gzip, remarks, run, stories};

/// The one line that a run said when it stopped with status 2, having printed nothing.
fn refusal(run: &Output) -> String {
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.ends_with('\n'), "{said}");
    assert!(run.stdout.is_empty(), "{said}");
    said.trim_end().to_owned()
}

const GOOD: &[u8] = b"{\"id\": \"a\", \"title\": \"Ferry runs aground off Ashmere\"}\n";

/// A second line, and what the message says of it after its place.
const BAD_LINES: [(&str, &[u8], &str); 20] = [
    ("no JSON", b"Ferry runs aground", "not JSON: "),
    ("cut-off JSON", b"{\"title\": \"Ferry", "not JSON: "),
    ("an array", b"[{\"title\": \"Ferry\"}]", "an array instead of an object with an article"),
    ("a number", b"17", "a number instead of an object with an article"),
    ("no words", b"{\"id\": \"b\", \"url\": \"https://a.example\"}", "neither `title` nor `text` holds anything"),
    ("blank words", b"{\"title\": \" \\t\", \"text\": \"\"}", "neither `title` nor `text` holds anything"),
    ("words that nobody sees", b"{\"title\": \"&nbsp;\", \"text\": \"<p> </p>\"}", "neither `title` nor `text` holds "),
    (
        "characters without a shape",
        "{\"title\": \"\u{200b}\u{ad} \u{feff}\", \"text\": \"<p>\u{2060}</p>\"}".as_bytes(),
        "neither `title` nor `text` holds ",
    ),
    ("a reference to no shape", b"{\"title\": \"&#8203;\"}", "neither `title` nor `text` holds anything"),
    ("a repeated id", b"{\"id\": \"a\", \"title\": \"Tug\"}", "field `id` is \"a\": in.jsonl:1 has the same id"),
    ("no date", b"{\"title\": \"Tug\", \"published\": \"soonish\"}", "field `published` is \"soonish\": "),
    (
        "an impossible date",
        b"{\"title\": \"Tug\", \"published\": \"2026-02-30T08:00:00Z\"}",
        "field `published` is \"2026-02-30T08:00:00Z\": ",
    ),
    (
        "microseconds",
        b"{\"title\": \"Tug\", \"published\": 1773100800000000}",
        "field `published` is 1773100800000000: ",
    ),
    ("a time without end", b"{\"title\": \"Tug\", \"published\": 1e300}", "field `published` is 1e+300: "),
    ("a number as title", b"{\"title\": 17}", "field `title` is 17: it must be a string"),
    ("a number as source", b"{\"title\": \"Tug\", \"source\": 4.5}", "field `source` is 4.5: it must be a string"),
    ("a list as text", b"{\"title\": \"Tug\", \"text\": []}", "field `text` is an array: it must be a string"),
    (
        "an unknown bias",
        b"{\"title\": \"Tug\", \"bias\": \"upwards\"}",
        "field `bias` is \"upwards\": it must be left, lean-left, center, lean-right or right",
    ),
    (
        "a line break in a value",
        b"{\"title\": \"Tug\", \"published\": \"one\\ntwo\"}",
        "field `published` is \"one\\ntwo\": ",
    ),
    ("not UTF-8", b"{\"title\": \"Bad \xff\"}", "byte 16 of the line is not UTF-8"),
];

#[test]
fn a_bad_line_is_named() {
    for (name, bad, expected) in BAD_LINES {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("in.jsonl"), [GOOD, bad, b"\n"].concat()).unwrap();
        fs::write(folder.path().join("old.json"), "old").unwrap();
        let said = refusal(&run(folder.path(), &["--output", "old.json", "in.jsonl"], b""));
        assert!(said.starts_with(&format!("error: in.jsonl:2: {expected}")), "{name}: {said}");
        assert_eq!(fs::read_to_string(folder.path().join("old.json")).unwrap(), "old", "{name}");
    }
}

#[test]
fn a_bad_file_is_named() {
    let packed = gzip(&b"{\"title\": \"Ferry runs aground\"}\n".repeat(50));
    let utf16: Vec<u8> = "\u{feff}{\"title\": \"Tug\"}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let junk = [&packed, &[0; 9][..], b"junk"].concat();
    let feed_of =
        |items: &str| format!("{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": {items}}}").into_bytes();
    let old_atom =
        b"<?xml version=\"1.0\"?>\n<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>The Bell</title>\
        <entry><title>Tug sinks</title><id>a</id><issued>2004-03-10T08:00:00Z</issued></entry></feed>";
    let cases: [(&str, &[u8], &str); 16] = [
        ("blank.jsonl", b"\n \r\n", "1: there is nothing in it"),
        ("mark.jsonl", "\u{feff}".as_bytes(), "1: there is nothing in it"),
        ("none.json", b"[]", "1: there is nothing in it"),
        ("nested.json", b"[{\"title\": \"Tug\"},\n[{\"title\": \"Ferry\"}]]", "2: an array instead of an object"),
        ("wide.jsonl", &utf16, "1: byte 1 of the line is not UTF-8"),
        ("picture.json", b"\x89PNG\r\n\x1a\n", "1: byte 1 of the line is not UTF-8"),
        ("items.json", &feed_of("5"), "1: not a JSON Feed: "),
        ("item.json", &feed_of("[\n[7]]"), "2: an array instead of an object with an item of the feed"),
        ("junk.jsonl.gz", &junk, "51: the gzip data is cut off or damaged: "),
        ("empty.jsonl", b"", "1: there is nothing in it"),
        ("empty.json", b"", "1: there is nothing in it"),
        ("cut.jsonl.gz", &packed[..packed.len() - 9], "51: the gzip data is cut off or damaged: "),
        ("cut.xml", b"<rss version=\"2.0\">\n<channel><item><title>Tug", "the XML is cut off inside <title>"),
        ("old.xml", old_atom, "2: the feed is in Atom 0.3: Atom 1.0 is needed"),
        ("page.xml", b"<?xml version=\"1.0\"?>\n<html></html>", "2: <html> is no feed: "),
        ("bomb.xml", &fs::read(feed("bomb.xml")).unwrap(), "3: the XML declares entities, "),
    ];
    for (name, bytes, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
        let said = refusal(&run(folder.path(), &[name], b""));
        assert!(said.starts_with(&format!("error: {name}:")) && said.contains(expected), "{said}");
    }
    let folder = tempfile::tempdir().unwrap();
    let said = refusal(&run(folder.path(), &[feed("empty.xml")], b""));
    assert!(said.ends_with("empty.xml:1: the feed has no entries"), "{said}");
    let said = refusal(&run(folder.path(), &["nowhere.jsonl"], b""));
    assert!(said.starts_with("error: nowhere.jsonl: cannot be read: "), "{said}");
    let said = refusal(&run(folder.path(), &["."], b""));
    assert!(said.starts_with("error: .: cannot be read: "), "{said}");
}

/// The number of a line stands for a missing id, so it can be what others have as theirs.
#[test]
fn a_repeated_id_says_where_it_is_from() {
    let named = |id: &str| format!("{{\"id\": \"{id}\", \"title\": \"Tug sinks\"}}\n");
    let nameless = "{\"title\": \"Ferry aground\"}\n".to_owned();
    let cases = [
        (
            [named("2"), nameless.clone()],
            "in.jsonl:2: field `id` is missing, and the line's number, which stands for it, is taken: the id of in.jsonl:1 \
             is \"2\"",
        ),
        (
            [nameless, named("1")],
            "in.jsonl:2: field `id` is \"1\": in.jsonl:1 has no id, and its line's number stands for it",
        ),
        ([named("1"), named("1")], "in.jsonl:2: field `id` is \"1\": in.jsonl:1 has the same id"),
    ];
    for (lines, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("in.jsonl"), lines.concat()).unwrap();
        assert_eq!(refusal(&run(folder.path(), &["in.jsonl"], b"")), format!("error: {expected}"));
    }
}

#[test]
fn a_file_is_read_once_however_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.jsonl"), GOOD).unwrap();
    for again in ["in.jsonl", "./in.jsonl"] {
        let said = refusal(&run(folder.path(), &["in.jsonl", again], b""));
        assert_eq!(said, format!("error: {again}: the file is given twice"));
        let skipped = run(folder.path(), &["--format", "json", "--skip-invalid", "in.jsonl", again], b"");
        assert_eq!(remarks(&skipped), "left out 1: 1 for a file given twice\n");
        let found: Vec<serde_json::Value> = serde_json::from_slice(&skipped.stdout).unwrap();
        assert_eq!(articles(&found).len(), 1);
    }
}

#[test]
fn what_is_read_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.jsonl"), GOOD).unwrap();
    let table = "domain\na.example\n";
    fs::write(folder.path().join("table.csv"), table).unwrap();
    for (output, read) in [
        ("in.jsonl", &["in.jsonl"][..]),
        ("./in.jsonl", &["in.jsonl"]),
        ("table.csv", &["--sources", "table.csv", "in.jsonl"]),
    ] {
        let said = refusal(&run(folder.path(), &[&["--output", output], read].concat(), b""));
        assert_eq!(said, format!("error: --output {output}: it is an input, which would be lost"));
    }
    assert_eq!(fs::read(folder.path().join("in.jsonl")).unwrap(), GOOD);
    assert_eq!(fs::read_to_string(folder.path().join("table.csv")).unwrap(), table);
}

/// A table of publishers, and what the message says of it after its file.
const BAD_TABLES: [(&str, &[u8], &str); 14] = [
    ("no header", b"a.example,left\n", "1: the first line of a CSV table names its columns: "),
    ("nothing", b"", "1: the first line of a CSV table names its columns: "),
    ("no domain", b"domain,bias\n,left\n", "2: `domain` is missing"),
    (
        "an unknown bias",
        b"domain,bias\na.example,upwards\n",
        "2: field `bias` is \"upwards\": it must be left, lean-left, center, lean-right or right",
    ),
    (
        "an unknown grade",
        b"{\"domain\": \"a.example\"}\n{\"domain\": \"b.example\", \"factuality\": \"so so\"}\n",
        "2: field `factuality` is \"so so\": it must be very-high, high, mostly-factual, mixed, low or very-low",
    ),
    ("an array", b"[\"a.example\", \"A\"]\n", "1: an array instead of an object with a publisher"),
    (
        "an array behind an object",
        b"{\"domain\": \"a.example\"}\n[\"b.example\", \"B\", \"left\"]\n",
        "2: an array instead of an object with a publisher",
    ),
    (
        "a field twice",
        b"{\"domain\": \"a.example\", \"domain\": \"b.example\"}\n",
        "1: not a publisher: duplicate field `domain`",
    ),
    ("a number as domain", b"{\"domain\": 5}\n", "1: field `domain` is 5: it must be a string"),
    (
        "a repeated domain",
        b"domain\na.example\nb.example\nA.example\n",
        "4: the domain \"A.example\" is in the table twice",
    ),
    (
        "a domain in two spellings",
        b"domain\nhttps://www.a.example/\nb.example\na.example\nc.example\n",
        "4: the domain \"a.example\" is in the table twice",
    ),
    ("a short row", b"domain,name\na.example,A\nb.example\n", "3: not CSV: 1 column instead of 2"),
    ("a long row", b"domain\nb.example,B,left\n", "2: not CSV: 3 columns instead of 1"),
    ("not UTF-8", b"domain,name\na.example,A\xe9\n", "2: not CSV: column 2 is not UTF-8"),
];

#[test]
fn a_bad_table_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.jsonl"), GOOD).unwrap();
    for (name, table, expected) in BAD_TABLES {
        fs::write(folder.path().join("table"), table).unwrap();
        let said = refusal(&run(folder.path(), &["--sources", "table", "in.jsonl"], b""));
        assert!(said.starts_with(&format!("error: table:{expected}")), "{name}: {said}");
    }
    // Of rows with one domain the first stays.
    fs::write(folder.path().join("table"), b"domain,bias\nwww.a.example,left\na.example,right\n,center\n").unwrap();
    fs::write(folder.path().join("in.jsonl"), b"{\"title\": \"Tug\", \"source\": \"a.example\"}\n").unwrap();
    let skipped = run(folder.path(), &["--sources", "table", "--format", "json", "--skip-invalid", "in.jsonl"], b"");
    assert_eq!(remarks(&skipped), "left out 2: 1 for a repeated domain, 1 for no domain\n");
    let found: Vec<serde_json::Value> = serde_json::from_slice(&skipped.stdout).unwrap();
    assert_eq!(found[0]["coverage"]["bias"]["left"], 1);
}

/// As spreadsheets write it.
#[test]
fn a_table_may_begin_with_a_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("table.csv"), "\u{feff}Domain,Name,Bias\r\na.example,The A,right\r\n").unwrap();
    let line = b"{\"title\": \"Tug\", \"source\": \"a.example\"}\n";
    let found = stories(&run(folder.path(), &["--sources", "table.csv", "--format", "json", "-"], line));
    assert_eq!(found[0]["coverage"]["bias"]["right"], 1);
}

/// Marks, line ends and blank lines of other systems.
#[test]
fn lines_of_other_systems_are_read() {
    let line = |title: &str| format!("{{\"title\": \"{title}\"}}");
    let (ferry, tug) = (line("Ferry aground"), line("Tug sinks"));
    let cases = [
        ("byte order mark", format!("\u{feff}{ferry}\n{tug}\n"), ["1", "2"]),
        ("byte order mark and array", format!("\u{feff}[{ferry},\n{tug}]"), ["1", "2"]),
        ("carriage returns", format!("{ferry}\r\n\r\n{tug}\r\n"), ["1", "3"]),
        ("blank lines", format!("\n \n{ferry}\n\t\n{tug}"), ["3", "5"]),
    ];
    for (name, text, ids) in cases {
        let folder = tempfile::tempdir().unwrap();
        let found = stories(&run(folder.path(), &["--format", "json", "-"], text.as_bytes()));
        let mut named: Vec<_> = articles(&found).iter().map(|article| article["id"].as_str().unwrap()).collect();
        named.sort_unstable();
        assert_eq!(named, ids, "{name}");
    }
}

#[test]
fn a_knob_out_of_range_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("in.jsonl"), GOOD).unwrap();
    let cases = [
        (["--threshold", "NaN"], "error: threshold is NaN: it must be between 0 and 1"),
        (["--threshold", "-1"], "error: threshold is -1: it must be between 0 and 1"),
        (["--threshold", "2"], "error: threshold is 2: it must be between 0 and 1"),
        (["--threshold", "much"], "error: invalid value 'much' for '--threshold <X>'"),
        (["--top", "-1"], "error: invalid value '-1' for '--top <N>': it must be a whole number that is not negative"),
        (["--min-articles", "-3"], "error: invalid value '-3' for '--min-articles <N>': it must be a whole number "),
        (["--key-points", "-1"], "error: invalid value '-1' for '--key-points <N>': it must be a whole number "),
        (["--key-points", "2.5"], "error: invalid value '2.5' for '--key-points <N>': it must be a whole number "),
        (["--threads", "-1"], "error: invalid value '-1' for '--threads <N>': it must be a whole number "),
        (["--threads", "0"], "error: threads is 0: it must be between 1 and 1024"),
        (["--output", "none/out.json"], "error: none/out.json: cannot be written: "),
    ];
    for ([option, value], expected) in cases {
        let said = refusal(&run(folder.path(), &[option, value, "in.jsonl"], b""));
        assert!(said.starts_with(expected), "{said}");
    }
    assert!(!folder.path().join("none").exists());
}

#[test]
fn titles_without_words_are_stories_of_their_own() {
    let lines = "{\"title\": \"🎉🎉\"}\n{\"title\": \"?!…\"}\n{\"title\": \"Tug sinks\"}\n{\"title\": \"🚢\"}\n";
    let folder = tempfile::tempdir().unwrap();
    let found = stories(&run(folder.path(), &["--format", "json", "-"], lines.as_bytes()));
    let mut titles: Vec<_> = found.iter().map(|story| story["articles"][0]["title"].as_str().unwrap()).collect();
    titles.sort_unstable();
    assert_eq!(titles, ["?!…", "Tug sinks", "🎉🎉", "🚢"]);
}

#[test]
fn a_title_of_ten_megabytes_works() {
    let title = "ferry aground ".repeat(10_000_000 / 14);
    let line = format!("{{\"title\": \"{title}\"}}\n{{\"title\": \"Tug sinks\"}}\n");
    let folder = tempfile::tempdir().unwrap();
    let found = stories(&run(folder.path(), &["--format", "json", "-"], line.as_bytes()));
    assert_eq!(articles(&found).len(), 2);
}

#[test]
fn a_hundred_thousand_equal_titles_are_one_story() {
    let lines = "{\"title\": \"Ferry runs aground off Ashmere\"}\n".repeat(100_000);
    let folder = tempfile::tempdir().unwrap();
    let found = stories(&run(folder.path(), &["--format", "json", "-"], lines.as_bytes()));
    assert_eq!(found.len(), 1);
    assert_eq!(articles(&found).len(), 100_000);
}

#[test]
fn skip_invalid_goes_on_and_counts() {
    let bad: Vec<u8> = BAD_LINES.iter().flat_map(|(_, line, _)| [*line, b"\n"].concat()).collect();
    let lines = [GOOD, &bad, b"{\"id\": \"last\", \"title\": \"Tug sinks\"}\n"].concat();
    let folder = tempfile::tempdir().unwrap();
    let skipped = run(folder.path(), &["--format", "json", "--skip-invalid", "-"], &lines);
    assert_eq!(
        remarks(&skipped),
        "left out 20: 3 for a field of the wrong type, 1 for a repeated id, 1 for an unknown name, 5 for an unreadable \
         time, 5 for no title and no text, 2 for not JSON, 1 for not UTF-8, 2 for not an object\n"
    );
    let found: Vec<serde_json::Value> = serde_json::from_slice(&skipped.stdout).unwrap();
    let mut ids: Vec<_> = articles(&found).iter().map(|article| article["id"].as_str().unwrap()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "last"]);

    let said = refusal(&run(folder.path(), &["--skip-invalid", "-"], &bad[..20]));
    assert_eq!(said, "error: no article is left: left out 2: 2 for not JSON");
}

/// No input of several stops the run, whatever is wrong with it; none that can be read does.
#[test]
fn skip_invalid_goes_on_past_inputs() {
    let bomb = fs::read(feed("bomb.xml")).unwrap();
    let cases: [(&str, Option<&[u8]>, &str); 12] = [
        ("cut.xml", Some(b"<rss version=\"2.0\">\n<channel><item><title>Tug"), "not XML"),
        ("broken.xml", Some(b"<rss version=\"2.0\"><channel></rss>"), "not XML"),
        ("page.xml", Some(b"<html></html>"), "not a feed"),
        ("bomb.xml", Some(&bomb), "XML entities"),
        ("latin.xml", Some(b"<rss><channel><title>\xe9</title></channel></rss>"), "not UTF-8"),
        ("cut.json", Some(b"[{\"title\": \"Tug sinks\"},\n{\"title\": "), "not JSON"),
        ("latin.json", Some(b"[{\"title\": \"\xe9\"}]"), "not UTF-8"),
        ("object.json", Some(b"{\"articles\":\n[]}"), "not an article"),
        ("items.json", Some(b"{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 5}"), "not a feed"),
        ("empty.jsonl", Some(b""), "nothing in the file"),
        ("nowhere.jsonl", None, "not readable"),
        (".", None, "not readable"),
    ];
    for (name, bytes, reason) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("good.jsonl"), GOOD).unwrap();
        if let Some(bytes) = bytes {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let skipped = run(folder.path(), &["--format", "json", "--skip-invalid", name, "good.jsonl"], b"");
        assert_eq!(remarks(&skipped), format!("left out 1: 1 for {reason}\n"), "{name}");
        let found: Vec<serde_json::Value> = serde_json::from_slice(&skipped.stdout).unwrap();
        assert_eq!(articles(&found)[0]["id"], "a", "{name}");
        let said = refusal(&run(folder.path(), &["--skip-invalid", name], b""));
        assert_eq!(said, format!("error: no article is left: left out 1: 1 for {reason}"));
    }
}

/// What is before the damage is kept, and the next file is read.
#[test]
fn skip_invalid_keeps_what_a_damaged_gzip_file_has() {
    let lines: Vec<String> = (0..500).map(|n| format!("{{\"title\": \"Ferry {} aground\"}}\n", n * 7919)).collect();
    let packed = gzip(lines.concat().as_bytes());
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.jsonl"), GOOD).unwrap();
    for (name, length, some) in [
        ("half.jsonl.gz", packed.len() / 2, true),
        ("half.gz", packed.len() / 2, true),
        ("head.jsonl.gz", 12, false),
        ("half.xml.gz", packed.len() / 2, false),
    ] {
        fs::write(folder.path().join(name), &packed[..length]).unwrap();
        let arguments = ["--format", "json", "--skip-invalid", name, "good.jsonl"];
        let run = run(folder.path(), &arguments, b"");
        assert_eq!(remarks(&run), "left out 1: 1 for the rest of a damaged gzip file\n", "{name}");
        let found: Vec<serde_json::Value> = serde_json::from_slice(&run.stdout).unwrap();
        let (kept, last) = (articles(&found).len() - 1, lines.len());
        assert!(if some { kept > 0 && kept < last } else { kept == 0 }, "{name}: {kept}");
        for article in articles(&found).iter().filter(|article| article["id"] != "a") {
            let title = article["title"].as_str().unwrap();
            assert!(lines.iter().any(|line| line.contains(title)), "no half line: {title}");
        }
    }
}

/// The names of the files in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort_unstable();
    names
}

#[cfg(unix)]
mod unix {
    use std::io::{Read, Write};
    use std::process::{Child, Command, Stdio};
    use std::thread;
    use std::time::Duration;

    use super::*;
    use crate::common::program;

    /// A file-size limit stands for a full disk: writing fails part of the way.
    #[test]
    fn a_full_disk_leaves_the_old_file() {
        for (before, code) in [("trap '' XFSZ;", Some(2)), ("", None)] {
            let folder = tempfile::tempdir().unwrap();
            fs::write(folder.path().join("out.json"), "old").unwrap();
            let limited = Command::new("sh")
                .arg("-c")
                .arg(format!("{before} ulimit -c 0; ulimit -f 1; exec \"$0\" --format json --output out.json \"$1\""))
                .args([program("stories"), feed("rss2.xml")])
                .current_dir(folder.path())
                .output()
                .unwrap();
            assert_eq!(limited.status.code(), code);
            assert_eq!(fs::read_to_string(folder.path().join("out.json")).unwrap(), "old");
            if code.is_some() {
                let said = refusal(&limited);
                assert!(said.starts_with("error: out.json: cannot be written: "), "{said}");
                assert_eq!(names(folder.path()), ["out.json"]);
            }
        }
    }

    #[test]
    fn a_link_to_no_file_yet_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("old")).unwrap();
        let links = [("out.json", "old/link.json"), ("old/link.json", "../new.json"), ("lost.json", "none/out.json")];
        for (link, target) in links {
            std::os::unix::fs::symlink(target, folder.path().join(link)).unwrap();
        }
        let arguments = |output| ["--format", "json", "--output", output, "-"];
        assert_eq!(remarks(&run(folder.path(), &arguments("out.json"), GOOD)), "");
        for (link, target) in &links[..2] {
            assert_eq!(fs::read_link(folder.path().join(link)).unwrap(), Path::new(target));
        }
        assert!(fs::symlink_metadata(folder.path().join("new.json")).unwrap().is_file());
        let said = refusal(&run(folder.path(), &arguments("lost.json"), GOOD));
        assert!(said.starts_with("error: lost.json: cannot be written: "), "{said}");
        assert!(!folder.path().join("none").exists());
    }

    fn start(folder: &Path, arguments: &[&str]) -> Child {
        let mut command = Command::new(program("stories"));
        command.args(arguments).current_dir(folder);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Whether a folder has a file that is begun and not yet whole.
    fn is_writing(folder: &Path) -> bool {
        let begun = |name: &String| fs::metadata(folder.join(name)).is_ok_and(|part| part.len() > 0);
        names(folder).iter().filter(|name| name.starts_with(".stories-")).any(begun)
    }

    /// Killed in the middle of writing, the process leaves the old file; the next run removes what is left of the new one.
    #[test]
    fn a_killed_process_leaves_the_old_file() {
        let line = |n: usize| format!("{{\"title\": \"Ferry runs aground\", \"url\": \"https://a.example/{n}\"}}\n");
        let lines: String = (0..30_000).map(line).collect();
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("in.jsonl"), lines).unwrap();
        let arguments = ["--format", "json", "--output", "out.json", "in.jsonl"];

        // On a busy machine it may end between the sight of the new file and the kill.
        let killed_in_time = (0..20).any(|_| {
            fs::write(folder.path().join("out.json"), "old").unwrap();
            let mut child = start(folder.path(), &arguments);
            while !is_writing(folder.path()) && child.try_wait().unwrap().is_none() {
                thread::sleep(Duration::from_micros(200));
            }
            child.kill().unwrap();
            child.wait().unwrap().code().is_none() && is_writing(folder.path())
        });
        assert!(killed_in_time);
        assert_eq!(fs::read_to_string(folder.path().join("out.json")).unwrap(), "old");

        // A file that somebody still writes stays.
        let alive = fs::File::create(folder.path().join(".stories-alive.part")).unwrap();
        alive.lock().unwrap();
        assert_eq!(remarks(&run(folder.path(), &arguments, b"")), "");
        assert_eq!(names(folder.path()), [".stories-alive.part", "in.jsonl", "out.json"]);
        let written = fs::read(folder.path().join("out.json")).unwrap();
        let found: Vec<serde_json::Value> = serde_json::from_slice(&written).unwrap();
        assert_eq!(articles(&found).len(), 30_000);
    }

    #[test]
    fn a_closed_pipe_is_no_error() {
        for format in ["text", "json", "html"] {
            let folder = tempfile::tempdir().unwrap();
            let mut child = start(folder.path(), &["--format", format, "-"]);
            drop(child.stdout.take());
            child.stdin.take().unwrap().write_all(GOOD).unwrap();
            let mut said = String::new();
            child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""), "{format}");
        }
    }
}
