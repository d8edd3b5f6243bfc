//! Holds the source to the order of its rooms: a room imports only rooms above it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms, the first at the top.
const ROOMS: [&str; 13] = [
    "error",
    "article",
    "parallel",
    "text",
    "vector",
    "graph",
    "cluster",
    "story",
    "named",
    "pipeline",
    "clustering",
    "grouper",
    "evaluate",
];

/// Rooms that one must not import although they are above it.
const CLOSED: [(&str, &[&str]); 2] =
    [("story", &["graph", "cluster"]), ("evaluate", &["grouper", "clustering", "pipeline"])];

/// The names that `lib.rs` re-exports, each with the room it is from.
type Exports = BTreeMap<String, String>;

fn exports(lib: &str) -> Exports {
    let mut exports = Exports::new();
    for line in lib.lines() {
        let Some(path) = line.strip_prefix("pub use ") else { continue };
        let (room, names) = path.trim_end_matches(';').split_once("::").expect("`pub use room::names;`");
        for name in names.trim_matches(['{', '}']).split(", ") {
            exports.insert(name.to_owned(), room.to_owned());
        }
    }
    exports
}

/// What follows each `crate::` in a line of code: the name right behind it, or everything in braces.
fn named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let behind = code.match_indices("crate::").map(|(at, path)| &code[at + path.len()..]);
    behind
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(group) => group.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![rest],
        })
        .map(|path| path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
        .collect()
}

/// What a file of `room` does that the order forbids.
fn faults(room: &str, source: &str, exports: &Exports) -> Vec<String> {
    let Some(own) = ROOMS.iter().position(|name| *name == room) else {
        return vec![format!("{room} is no room: give it a place in the order")];
    };
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(source.lines()) {
        for name in named(line) {
            let wanted = exports.get(name).map_or(name, String::as_str);
            let closed = CLOSED.iter().any(|(from, to)| *from == room && to.contains(&wanted));
            match ROOMS.iter().position(|name| *name == wanted) {
                Some(other) if other <= own && !closed => {}
                _ => faults.push(format!("line {number}: {room} may not use {name}: {}", line.trim())),
            }
        }
    }
    faults
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The room of a file: its folder right under `src`, or its own name.
fn room(src: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(src).expect("a file in src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn a_room_imports_only_rooms_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let exports = exports(&fs::read_to_string(src.join("lib.rs")).expect("lib.rs"));
    assert_eq!(exports.get("Article").map(String::as_str), Some("article"));
    let (mut found, mut imports) = (Vec::new(), 0);
    for file in files(&src).into_iter().filter(|file| *file != src.join("lib.rs")) {
        let source = fs::read_to_string(&file).expect("a source file");
        imports += source.lines().flat_map(named).count();
        let faults = faults(&room(&src, &file), &source, &exports);
        found.extend(faults.into_iter().map(|fault| format!("{}: {fault}", file.display())));
    }
    assert!(imports > 100, "only {imports} imports seen: does this test still read them?");
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_room_is_there() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for room in ROOMS {
        assert!(src.join(room).is_dir() || src.join(format!("{room}.rs")).is_file(), "{room}");
    }
}

#[test]
fn this_test_sees_what_it_must() {
    let exports: Exports = [("Story", "story"), ("Article", "article")]
        .into_iter()
        .map(|(name, room)| (name.to_owned(), room.to_owned()))
        .collect();
    let cases = [
        ("up", "graph", "use crate::vector::SparseMatrix;", 0),
        ("its own room", "story", "use crate::story::model::Story;", 0),
        ("down", "vector", "use crate::graph::NeighborGraph;", 1),
        ("closed, though above", "story", "use crate::cluster::Linkage;", 1),
        ("a path in the code", "text", "let chunks = crate::graph::NeighborSearch::new(&rows, floor);", 1),
        ("two in one line", "error", "fn f(a: crate::text::Span, b: crate::article::Article) {}", 2),
        ("a group", "text", "use crate::{error::Error, graph::NeighborGraph, Article};", 1),
        ("visible to the crate", "text", "pub(crate) use crate::story::Story;", 1),
        ("a name of lib.rs that is above", "text", "let a: crate::Article;", 0),
        ("a name of lib.rs that is below", "text", "let a: crate::Story;", 1),
        ("a comment", "text", "/// See [`Story`](crate::story::Story).", 0),
        ("no such room", "kitchen", "", 1),
        ("an unknown room", "story", "use crate::kitchen::Stove;", 1),
    ];
    for (name, room, line, expected) in cases {
        assert_eq!(faults(room, line, &exports).len(), expected, "{name}");
    }
}
