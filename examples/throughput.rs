//! How fast, and with how much memory: articles a second, seconds a stage.
//!
//! ```text
//! cargo run --release --example throughput -- FILE.jsonl[.gz] [ARTICLES]...
//! ```
//!
//! Reads articles from a file and times the stages for its first so many, each on its own and the whole; with several
//! sizes it prints how time grows from one to the next, as the exponent of n. Add `--titles` to leave texts and dates out.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Parser;
use flate2::read::MultiGzDecoder;
use samestory::cluster::{Constraints, Linkage};
use samestory::graph::{Expansion, NeighborSearch, NoiseProfile, PairContext};
use samestory::vector::Vectorizer;
use samestory::{Article, Grouper};

#[derive(Parser)]
#[command(about = "Times the stages on a file")]
struct Arguments {
    /// JSON Lines, may be gzipped.
    file: String,
    /// How many articles of it; default all.
    sizes: Vec<usize>,
    /// Leave texts and dates out.
    #[arg(long)]
    titles: bool,
}

fn read(arguments: &Arguments) -> Result<Vec<Article>> {
    let file = File::open(&arguments.file).with_context(|| arguments.file.clone())?;
    let reader: Box<dyn BufRead> = if Path::new(&arguments.file).extension().is_some_and(|ending| ending == "gz") {
        Box::new(BufReader::with_capacity(1 << 16, MultiGzDecoder::new(file)))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, file))
    };
    let limit = arguments.sizes.iter().max().copied().unwrap_or(usize::MAX);
    let mut articles = Vec::new();
    for line in reader.lines().take(limit) {
        let article: Article = serde_json::from_str(&line?)?;
        articles.push(if arguments.titles {
            let title = Article::new(article.id().as_str(), article.title());
            article.source().map_or(title.clone(), |source| title.with_source(source))
        } else {
            article
        });
    }
    Ok(articles)
}

/// Highest memory in use so far, in MB, where the system tells (Linux).
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}

/// Seconds that something takes, and what it gives.
fn timed<T>(job: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = job();
    (start.elapsed().as_secs_f64(), result)
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let (reading, articles) = timed(|| read(&arguments));
    let articles = articles?;
    println!("read {} articles in {reading:.2} s", articles.len());
    println!(
        "| articles | vectors | neighbours | expansion | linkage | clustering | stories | total | articles/s | exponent |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    let sizes = if arguments.sizes.is_empty() { vec![articles.len()] } else { arguments.sizes.clone() };
    let mut last: Option<(usize, f64)> = None;
    for size in sizes {
        let batch = &articles[..size.min(articles.len())];
        // One pass of each stage on its own. The whole has two passes and a sample for the noise.
        let (vectors, fitted) = timed(|| Vectorizer::default().fit(batch));
        let fitted = fitted?;
        let rows = fitted.frequencies.scaled(&fitted.model.idf());
        let factor = |a: usize, b: usize| PairContext::default().factor(&batch[a], &batch[b]);
        let floor = NoiseProfile::default().measure(&rows, 4096, &factor);
        let (neighbours, graph) = timed(|| NeighborSearch::new(&rows, floor.similarity).graph(&factor));
        let (expansion, expanded) = timed(|| Expansion::default().apply(&graph, floor.similarity));
        let (linkage, _) = timed(|| Linkage::default().cluster(&expanded, &Constraints::new()));
        drop((expanded, graph, fitted));

        let grouper = Grouper::default();
        let (clustering_time, clustering) = timed(|| grouper.cluster(batch));
        let clustering = clustering?;
        let (telling, stories) = timed(|| grouper.stories(&clustering));
        let total = clustering_time + telling;
        let exponent = last.map_or(String::new(), |(articles, seconds)| {
            format!("{:.2}", (total / seconds).ln() / (batch.len() as f64 / articles as f64).ln())
        });
        println!(
            "| {} | {vectors:.2} | {neighbours:.2} | {expansion:.2} | {linkage:.2} | {clustering_time:.2} | \
             {telling:.2} | {total:.2} | {:.0} | {exponent} |",
            batch.len(),
            batch.len() as f64 / total
        );
        eprintln!("{} stories, noise floor {:.3}", stories.len(), clustering.noise().similarity);
        last = Some((batch.len(), total));
    }
    if let Some(peak) = peak_megabytes() {
        println!("peak memory {peak} MB, {} bytes an article", (peak << 20) / articles.len().max(1) as u64);
    }
    Ok(())
}
