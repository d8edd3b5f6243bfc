//! Where a bench's articles are from: a file that the environment names, generated news where it names none or has too few.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::thread;

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use samestory::Article;

/// Names a JSON Lines file, may be gzipped, to take in place of generated news.
pub const VARIABLE: &str = "SAMESTORY_NEWS";

/// Lines that go from one thread to the other at a time.
const LINES: usize = 512;

/// The first articles of a JSON Lines file. One thread reads and unpacks the lines that the other makes articles of.
pub fn read(path: &Path, limit: usize) -> Result<Vec<Article>> {
    let name = || path.display().to_string();
    let file = File::open(path).with_context(name)?;
    let gzipped = path.extension().is_some_and(|ending| ending == "gz");
    let bytes: Box<dyn Read + Send> = if gzipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut lines = BufReader::with_capacity(1 << 16, bytes).lines().take(limit);
    let (sender, chunks) = sync_channel::<Vec<io::Result<String>>>(8);
    thread::scope(|scope| {
        scope.spawn(move || {
            loop {
                let chunk: Vec<io::Result<String>> = lines.by_ref().take(LINES).collect();
                // Nobody listens any more where a line was no article.
                if chunk.is_empty() || sender.send(chunk).is_err() {
                    break;
                }
            }
        });
        chunks.into_iter().flatten().map(|line| serde_json::from_str(&line?).with_context(name)).collect()
    })
}

/// Adds generated news until there are so many articles. No id occurs twice.
pub fn fill(articles: &mut Vec<Article>, count: usize) {
    let missing = count.saturating_sub(articles.len());
    if missing == 0 {
        return;
    }
    // A file may hold generated news itself.
    let taken: HashSet<String> = articles.iter().map(|article| article.id().to_string()).collect();
    let free = |news: &Vec<Article>| news.iter().all(|article| !taken.contains(article.id().as_str()));
    articles.extend((1..1_000).map(|seed| super::news(missing, seed)).find(free).unwrap_or_default());
}

/// What a bench works on: so many articles.
pub fn batch(count: usize) -> Vec<Article> {
    let mut articles = std::env::var_os(VARIABLE)
        .map(|path| read(Path::new(&path), count).expect("a file of articles"))
        .unwrap_or_default();
    fill(&mut articles, count);
    articles
}
