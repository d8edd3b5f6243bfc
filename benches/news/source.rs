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

/// Bytes that go from one thread to the other at a time, up to the next end of a line.
const CHUNK: u64 = 1 << 18;

/// The first articles of a JSON Lines file. One thread reads and unpacks the lines that the other makes articles of.
pub fn read(path: &Path, limit: usize) -> Result<Vec<Article>> {
    let name = || path.display().to_string();
    let file = File::open(path).with_context(name)?;
    let gzipped = path.extension().is_some_and(|ending| ending == "gz");
    let bytes: Box<dyn Read + Send> = if gzipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let mut bytes = BufReader::with_capacity(1 << 16, bytes);
    let (sender, chunks) = sync_channel::<io::Result<Vec<u8>>>(8);
    let mut articles = Vec::new();
    thread::scope(|scope| {
        scope.spawn(move || {
            loop {
                let chunk = lines(&mut bytes);
                let is_last = chunk.as_ref().map_or(true, Vec::is_empty);
                // Nobody listens any more where there are enough, or a line was no article.
                if sender.send(chunk).is_err() || is_last {
                    break;
                }
            }
        });
        for chunk in chunks {
            let chunk = chunk.with_context(name)?;
            for line in chunk.split_inclusive(|&byte| byte == b'\n').take(limit - articles.len()) {
                articles.push(serde_json::from_slice(line).with_context(name)?);
            }
            if articles.len() == limit {
                break;
            }
        }
        Ok(articles)
    })
}

/// Some whole lines; none at the end.
fn lines(bytes: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut chunk = Vec::with_capacity(CHUNK as usize + (1 << 12));
    bytes.by_ref().take(CHUNK).read_to_end(&mut chunk)?;
    if !chunk.is_empty() && !chunk.ends_with(b"\n") {
        bytes.read_until(b'\n', &mut chunk)?;
    }
    Ok(chunk)
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
