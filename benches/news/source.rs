//! Where a bench's articles are from: a file that the environment names, generated news where it names none or has too few.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use samestory::Article;

/// Names a JSON Lines file, may be gzipped, to take in place of generated news.
pub const VARIABLE: &str = "SAMESTORY_NEWS";

/// The first articles of a JSON Lines file.
pub fn read(path: &Path, limit: usize) -> Result<Vec<Article>> {
    let name = || path.display().to_string();
    let file = File::open(path).with_context(name)?;
    let gzipped = path.extension().is_some_and(|ending| ending == "gz");
    let bytes: Box<dyn Read> = if gzipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let lines = BufReader::with_capacity(1 << 16, bytes).lines().take(limit);
    lines.map(|line| serde_json::from_str(&line?).with_context(name)).collect()
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
