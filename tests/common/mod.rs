//! The examples as processes. `cargo test` builds them; before `cargo test --test NAME`, `cargo build --examples`.
#![allow(dead_code, reason = "each test uses its part")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

/// A built example: next to the folder that this test runs from.
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own path");
    let built = test.ancestors().nth(2).expect("tests are in deps/").join("examples");
    let program = built.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{}: build it with `cargo build --example {name}`", program.display());
    program
}

/// Runs the example `stories` in `folder` with these arguments and this standard input.
pub fn run(folder: &Path, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Output {
    run_example("stories", folder, arguments, input)
}

/// Runs an example in `folder` with these arguments and this standard input.
pub fn run_example(name: &str, folder: &Path, arguments: &[impl AsRef<OsStr>], input: &[u8]) -> Output {
    let mut child = Command::new(program(name))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    thread::scope(|scope| {
        // The example closes its input where it needs none of it.
        scope.spawn(move || stdin.write_all(input).ok());
        child.wait_with_output().expect("the example ends")
    })
}

/// What a run that must succeed said on standard error.
pub fn remarks(run: &Output) -> String {
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{}: {said}", run.status);
    said
}

/// The stories that a run with `--format json` printed, without a word on standard error.
pub fn stories(run: &Output) -> Vec<Value> {
    assert_eq!(remarks(run), "");
    serde_json::from_slice(&run.stdout).expect("an array of stories")
}

/// All articles of these stories.
pub fn articles(stories: &[Value]) -> Vec<&Value> {
    stories.iter().flat_map(|story| story["articles"].as_array().expect("articles")).collect()
}

/// A file of `tests/fixtures/feeds`.
pub fn feed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/feeds").join(name)
}

/// These bytes, packed.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}
