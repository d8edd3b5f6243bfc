//! How fast, and with how much memory: articles a second, seconds a stage.
//!
//! ```text
//! cargo run --release --example throughput -- FILE.jsonl[.gz] [ARTICLES]...
//! cargo run --release --example throughput -- --generated [ARTICLES]...
//! ```
//!
//! Reads articles from a file and times the stages for its first so many, each on its own and the whole; with several
//! sizes it prints how time grows from one to the next, as the exponent of n. Where the file has fewer than asked for,
//! generated news is added, which begins after it. Add `--titles` to leave texts and dates out, `--dated-titles` to leave
//! out texts only, and `--cpu` to count the seconds of all processors together, which a machine that is busy with other
//! work changes less than those of the clock.
//!
//! The columns up to linkage are one pass over all articles; clustering has two, over articles of different words, and is
//! part of the total, as the stories are.
//!
//! Memory is the highest of each size where the system tells and lets it be set back (Linux), else of the run so far; it
//! has the articles of the largest size in it. A size's bytes an article are what its own stages added.

#[path = "../benches/news/mod.rs"]
mod news;
mod printing;

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::Parser;
use samestory::cluster::{Constraints, Linkage, detail};
use samestory::graph::{Expansion, NeighborSearch, NoiseProfile, PairContext, RowContext, Significance};
use samestory::text::instalments;
use samestory::vector::{Specificity, Vectorizer};
use samestory::{Article, Grouper};

#[derive(Parser)]
#[command(about = "Times the stages on a file")]
#[allow(clippy::struct_excessive_bools, reason = "one a flag")]
struct Arguments {
    /// JSON Lines, may be gzipped; with --generated the first of the sizes.
    file: Option<String>,
    /// How many articles of it; default all. Where it has fewer, generated news is added.
    sizes: Vec<usize>,
    /// Leave texts and dates out.
    #[arg(long)]
    titles: bool,
    /// Leave texts out.
    #[arg(long, conflicts_with = "titles")]
    dated_titles: bool,
    /// Seconds of all processors together in place of those of the clock (Linux).
    #[arg(long)]
    cpu: bool,
    /// Generated news alone: no file, sizes only.
    #[arg(long)]
    generated: bool,
}

/// What is timed: articles, and the sizes of the batches.
struct Plan {
    articles: Vec<Article>,
    sizes: Vec<usize>,
}

impl Plan {
    fn of(out: &mut dyn Write, arguments: &Arguments) -> Result<Self> {
        let mut sizes = arguments.sizes.clone();
        let mut articles = Vec::new();
        match &arguments.file {
            Some(size) if arguments.generated => sizes.insert(0, size.parse()?),
            Some(file) => {
                let limit = sizes.iter().max().copied().unwrap_or(usize::MAX);
                let (seconds, read) = Clock::Wall.timed(|| news::source::read(&PathBuf::from(file), limit));
                articles = read?;
                writeln!(out, "read {} articles in {seconds:.2} s", articles.len())?;
            }
            None if arguments.generated => sizes.push(DEFAULT),
            None => bail!("name a file, or --generated and sizes"),
        }
        if sizes.is_empty() {
            sizes.push(articles.len());
        }
        let real = articles.len();
        news::source::fill(&mut articles, sizes.iter().max().copied().unwrap_or(0));
        if articles.len() > real {
            writeln!(out, "generated {}", articles.len() - real)?;
        }
        if arguments.titles {
            articles = news::titles(&articles);
        }
        if arguments.dated_titles {
            articles = news::dated_titles(&articles);
        }
        // As the pipeline has them, so that the neighbours' column has its bound by time.
        articles.sort_by_key(|article| (article.published().is_none(), article.published()));
        Ok(Self { articles, sizes })
    }
}

/// As many nearest of those before each article as the pipeline keeps.
const NEIGHBORS: usize = 200;
/// Generated articles, where no size is given.
const DEFAULT: usize = 100_000;

/// A line of the process's own account of its memory, in bytes, where the system gives one (Linux).
fn memory(line: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let value = status.lines().find_map(|found| found.strip_prefix(line))?;
    value.trim_start_matches(':').split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes << 10)
}

/// Memory of one size.
struct Memory {
    before: Option<u64>,
    own: bool,
}

impl Memory {
    fn start() -> Self {
        // 5 sets the highest mark back to what is in use now.
        let own = std::fs::write("/proc/self/clear_refs", "5").is_ok();
        Self { before: memory("VmRSS"), own }
    }

    /// Highest in MB, and bytes that each of the articles added.
    fn columns(&self, articles: usize) -> String {
        let (Some(before), Some(peak)) = (self.before, memory("VmHWM")) else { return "- | -".to_owned() };
        let added = if self.own { peak.saturating_sub(before) } else { peak };
        let mark = if self.own { "" } else { " (run)" };
        format!("{}{mark} | {}{mark}", peak >> 20, added / articles.max(1) as u64)
    }
}

/// Which seconds are counted.
#[derive(Clone, Copy)]
enum Clock {
    Wall,
    /// Those of all processors, as far as the system tells.
    Processors,
}

impl Clock {
    /// Seconds that something takes, and what it gives.
    fn timed<T>(self, job: impl FnOnce() -> T) -> (f64, T) {
        let (start, before) = (Instant::now(), processor_seconds());
        let result = job();
        let wall = start.elapsed().as_secs_f64();
        let seconds = match self {
            Self::Wall => wall,
            Self::Processors => before.zip(processor_seconds()).map_or(wall, |(before, after)| after - before),
        };
        (seconds, result)
    }
}

/// Seconds that this process has had of all processors, for itself and in the system on its behalf (Linux).
fn processor_seconds() -> Option<f64> {
    // In hundredths, the 14th and 15th of its fields; the second is a name in parentheses that may have spaces.
    let status = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = status.rsplit_once(')')?.1.split_whitespace().collect();
    let hundredths = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((hundredths(11)? + hundredths(12)?) / 100.0)
}

/// Seconds of each stage on its own, and of the whole.
struct Times {
    vectors: f64,
    series: f64,
    noise: f64,
    neighbours: f64,
    expansion: f64,
    linkage: f64,
    clustering: f64,
    stories: f64,
}

/// One pass of each stage on its own. The whole has two passes.
fn time(batch: &[Article], clock: Clock) -> Result<Times> {
    let (vectors, fitted) = clock.timed(|| Vectorizer::default().fit(batch));
    let fitted = fitted?;
    let idf = fitted.model.idf();
    let specificity = Specificity::default().factors(&fitted.frequencies, &idf, &idf, &fitted.languages);
    let rows = fitted.frequencies.scaled(&idf).times(&specificity);
    let (series, instalments) = clock.timed(|| instalments(batch, &fitted.headlines));
    let context = RowContext::new(PairContext::default(), batch.iter().zip(instalments));
    let (noise, floor) = clock.timed(|| NoiseProfile::default().measure(&rows, 4096, &context));
    let unrest = NoiseProfile::default().unrest(floor);
    let context = context.amid(unrest);
    let search = || {
        let graph = NeighborSearch::new(&rows, floor.similarity).with_limit(NEIGHBORS).graph(&context);
        Significance::default().soften(graph, &rows, &fitted.initials, unrest, floor.similarity)
    };
    let (neighbours, graph) = clock.timed(search);
    let (expansion, expanded) =
        clock.timed(|| context.soften(Expansion::default().amid(unrest).apply(&graph, floor.similarity)));
    let detail = detail(&fitted.frequencies);
    let (linkage, _) = clock.timed(|| Linkage::default().cluster(&expanded, &detail, &Constraints::new()));
    eprintln!("{:.1} neighbours an article", graph.entries() as f64 / batch.len().max(1) as f64);
    drop((expanded, graph, rows, fitted, context));

    let grouper = Grouper::default();
    let (clustering, partition) = clock.timed(|| grouper.cluster(batch));
    let partition = partition?;
    let (stories, told) = clock.timed(|| grouper.stories(&partition));
    eprintln!("{} stories, noise floor {:.3}", told.len(), partition.noise().similarity);
    Ok(Times { vectors, series, noise, neighbours, expansion, linkage, clustering, stories })
}

fn main() -> Result<()> {
    printing::to_standard_output(|out| run(out, &Arguments::parse()))
}

fn run(out: &mut dyn Write, arguments: &Arguments) -> Result<()> {
    let clock = if arguments.cpu { Clock::Processors } else { Clock::Wall };
    let Plan { articles, sizes } = Plan::of(out, arguments)?;
    writeln!(
        out,
        "| articles | vectors | series | noise | neighbours | expansion | linkage | clustering | stories | total | articles/s | \
         exponent | peak MB | bytes an article |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")?;
    let mut last: Option<(usize, f64)> = None;
    for size in sizes {
        let memory = Memory::start();
        let times = time(&articles[..size], clock)?;
        let total = times.clustering + times.stories;
        let exponent = last.map_or(String::new(), |(articles, seconds)| {
            format!("{:.2}", (total / seconds).ln() / (size as f64 / articles as f64).ln())
        });
        let Times { vectors, series, noise, neighbours, expansion, linkage, clustering, stories } = times;
        writeln!(
            out,
            "| {size} | {vectors:.2} | {series:.2} | {noise:.2} | {neighbours:.2} | {expansion:.2} | {linkage:.2} | {clustering:.2} | \
             {stories:.2} | {total:.2} | {:.0} | {exponent} | {} |",
            size as f64 / total,
            memory.columns(size)
        )?;
        last = Some((size, total));
    }
    Ok(())
}
