//! Says why two articles are in one story, or are not.
//!
//! ```text
//! cargo run --release --example explain -- FILE.jsonl ID1 ID2
//! ```
//!
//! Without arguments: two pairs of the bundled sample, one in one story and one of two earthquakes.

use anyhow::{Context, Result, bail};
use samestory::{Article, Grouper};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/data/news.jsonl");

fn read(path: &str) -> Result<Vec<Article>> {
    let text = std::fs::read_to_string(path).with_context(|| path.to_owned())?;
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| serde_json::from_str(line).with_context(|| format!("{path}:{number}"))).collect()
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (path, pairs) = match arguments[..] {
        [] => (SAMPLE, vec![("mw-30", "la-09"), ("mw-10", "mw-27")]),
        [path, one, other] => (path, vec![(one, other)]),
        _ => bail!("usage: explain FILE.jsonl ID1 ID2"),
    };
    let articles = read(path)?;
    let clustering = Grouper::default().cluster(&articles)?;
    for (one, other) in pairs {
        for article in articles.iter().filter(|article| [one, other].contains(&article.id().as_str())) {
            println!("{}: {}", article.id(), article.title());
        }
        println!("{}\n", clustering.explain(one, other)?);
    }
    Ok(())
}
