//! The partition of the bundled sample and of generated news, to the last article, on any number of threads: what is made
//! faster must not change it. `UPDATE_GOLDEN=1 cargo test --test digest` writes the digests anew.

#[cfg(feature = "serde")]
mod labelled;
#[path = "../benches/news/mod.rs"]
mod news;

use std::path::Path;

use samestory::{Article, Grouper};
use sha2::{Digest, Sha256};

const GENERATED: usize = 2_000;

/// SHA-256 over one line an article, sorted: its id, and the least id of its story as the story's name.
fn digest(articles: &[Article], threads: usize) -> String {
    let grouper = Grouper::builder().threads(threads).build().unwrap();
    let mut lines = Vec::with_capacity(articles.len());
    for group in grouper.cluster(articles).unwrap().groups() {
        let ids = || group.iter().map(|&at| articles[at].id().as_str());
        lines.extend(ids().map(|id| format!("{id}\t{}\n", ids().min().unwrap())));
    }
    lines.sort();
    format!("{:x}", Sha256::digest(lines.concat()))
}

fn batches() -> Vec<(&'static str, Vec<Article>)> {
    let generated = news::news(GENERATED, 1);
    vec![
        #[cfg(feature = "serde")]
        ("sample", labelled::sample().0),
        ("generated-titles", news::titles(&generated)),
        ("generated-dated", generated),
    ]
}

#[test]
fn partitions_are_what_they_were() {
    let found: Vec<(&str, String)> = batches().iter().map(|(name, articles)| (*name, digest(articles, 1))).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/digests.txt");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1");
    // Without the feature the sample is not read, and its line would be lost.
    if update && cfg!(feature = "serde") {
        let lines: Vec<String> = found.iter().map(|(name, digest)| format!("{name} {digest}\n")).collect();
        std::fs::write(&path, lines.concat()).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    for (name, digest) in found {
        let line = format!("{name} {digest}");
        assert!(golden.lines().any(|golden| golden == line), "{line} differs; UPDATE_GOLDEN=1 accepts it:\n{golden}");
    }
}

#[test]
fn threads_change_nothing() {
    for (name, articles) in batches() {
        let expected = digest(&articles, 1);
        for threads in [2, 8] {
            assert_eq!(digest(&articles, threads), expected, "{name}, {threads} threads");
        }
    }
}
