//! Scores labelled files: how well the stories found agree with the labels.
//!
//! ```text
//! cargo run --release --example evaluate -- FILE[:title|:full]...
//! ```
//!
//! Each article of a file, which may have any form that the example `stories` reads, has a `story`: its label. `title` leaves the texts out; without a view both are
//! scored. `--sweep` prints quality for several values of a knob as CSV, `--ablate` what each technique is worth,
//! `--batches 2,10,50` the quality on many small batches drawn from the files.

mod printing;
mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Parser;
use indicatif::ProgressBar;
use samestory::graph::{Expansion, NoiseProfile, PairContext, Significance};
use samestory::text::words;
use samestory::vector::{Background, Specificity, Vectorizer};
use samestory::{Agreement, Article, Grouper, GrouperBuilder, evaluate};

use reading::input::Input;
use reading::ledger::{Ledger, OnFault};
use reading::{GroupField, Intake};

#[derive(Parser)]
#[command(about = "Scores labelled files")]
struct Arguments {
    /// Articles with a `story` label; `:title` or `:full` behind the name chooses one view.
    #[arg(required = true)]
    files: Vec<String>,
    /// Knob and values, such as `threshold=0.4,0.5,0.6`; prints CSV.
    #[arg(long, value_name = "KNOB=VALUES")]
    sweep: Option<String>,
    /// Switches each technique off in turn.
    #[arg(long, conflicts_with = "sweep")]
    ablate: bool,
    /// Draws small batches of these many articles from each file and scores them all.
    #[arg(long, value_name = "SIZES", value_delimiter = ',', conflicts_with = "ablate")]
    batches: Vec<usize>,
}

/// A file in one view.
struct View {
    name: String,
    articles: Vec<Article>,
    labels: Vec<String>,
}

fn views(argument: &str) -> Result<Vec<View>> {
    let (path, wanted) = match argument.rsplit_once(':') {
        Some((path, view @ ("title" | "full"))) => (path, Some(view)),
        _ => (argument, None),
    };
    let inputs = [Input::File(path.into())];
    let field = GroupField::from("story".to_owned());
    let mut ledger = Ledger::new(OnFault::Stop);
    let Intake { articles, labels } = reading::read(&inputs, Some(&field), &ProgressBar::hidden(), &mut ledger)?;
    let rows: Vec<(Article, String)> = articles
        .into_iter()
        .zip(labels)
        .map(|(article, label)| match label {
            Some(label) => Ok((article, label.as_str().to_owned())),
            None => bail!("{path}: article {:?} has no `story`", article.id().as_str()),
        })
        .collect::<Result<_>>()?;
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".gz").trim_end_matches(".jsonl");
    let has_title = rows.iter().any(|(article, _)| !article.title().is_empty());
    let has_text = rows.iter().any(|(article, _)| !article.text().is_empty());
    let mut views = Vec::new();
    for (view, has_any) in [("title", has_title), ("full", has_text)] {
        if !has_any || wanted.is_some_and(|wanted| wanted != view) {
            continue;
        }
        let shown = rows.iter().filter(|(article, _)| view == "full" || !article.title().is_empty());
        let (articles, labels) = shown
            .map(|(article, label)| {
                let article = if view == "title" { article.clone().with_text("") } else { article.clone() };
                (article, label.clone())
            })
            .unzip();
        views.push(View { name: format!("{name} {view}"), articles, labels });
    }
    if views.is_empty() {
        bail!("{path}: no article has what `:{}` shows", wanted.unwrap_or_default());
    }
    Ok(views)
}

/// Sets one knob by its name.
#[allow(clippy::cast_sign_loss, reason = "a negative count becomes 0, which the builder judges")]
fn set(builder: GrouperBuilder, knob: &str, value: f64) -> Result<GrouperBuilder> {
    let number = value as f32;
    let (mut noise, mut context, mut expansion) =
        (NoiseProfile::default(), PairContext::default(), Expansion::default());
    Ok(match knob {
        "threshold" => builder.threshold(number),
        "small" => builder.small(value),
        "large" => builder.large(value),
        "alone" => builder.alone(value),
        "neighbors" => builder.neighbors(value as usize),
        "passes" => builder.passes(value as usize),
        "title_weight" => builder.vectorizer(Vectorizer::builder().title_weight(number).build()?),
        "lead_words" => builder.vectorizer(Vectorizer::builder().lead_words(value as usize).build()?),
        "noise" | "noise.low" | "noise.high" | "noise.top" | "noise.flat" | "noise.steep" => {
            match knob {
                // One fixed floor instead of a measured one.
                "noise" => (noise.low, noise.high, noise.top) = (number, number, (2.5 * number).min(1.0)),
                "noise.low" => noise.low = number,
                "noise.high" => noise.high = number,
                "noise.top" => noise.top = number,
                "noise.flat" => noise.flat = number,
                _ => noise.steep = number,
            }
            builder.noise(noise)
        }
        "context.time_floor"
        | "context.noisy_time_floor"
        | "context.time_floors"
        | "context.time_scale_days"
        | "context.horizon_days"
        | "context.same_source"
        | "context.instalments"
        | "context.contradiction"
        | "context.indirect"
        | "context.indirect_source"
        | "context.indirect_time"
        | "context.indirect_genre" => {
            match knob {
                "context.time_floor" => context.time_floor = number,
                "context.noisy_time_floor" => context.noisy_time_floor = number,
                // One for all batches.
                "context.time_floors" => (context.time_floor, context.noisy_time_floor) = (number, number),
                "context.time_scale_days" => context.time_scale_days = number,
                "context.horizon_days" => context.horizon_days = number,
                "context.instalments" => context.instalments = number,
                "context.contradiction" => context.contradiction = number,
                // What outlet and time do to the similarity by neighbours: nothing at 1.
                "context.indirect" => (context.indirect_source, context.indirect_time) = (number, 1.0 - number),
                "context.indirect_source" => context.indirect_source = number,
                "context.indirect_time" => context.indirect_time = number,
                "context.indirect_genre" => context.indirect_genre = number,
                _ => context.same_source = number,
            }
            builder.context(context)
        }
        "background.articles" | "background.common" => {
            let mut background = Background::default();
            match knob {
                "background.articles" => background.articles = number,
                _ => background.common = number,
            }
            builder.background(background)
        }
        "specificity.power" | "specificity.known" => {
            let mut specificity = Specificity::default();
            match knob {
                "specificity.power" => specificity.power = number,
                _ => specificity.known = number,
            }
            builder.specificity(specificity)
        }
        "significance.words" | "significance.terms" => {
            let mut significance = Significance::default();
            match knob {
                "significance.words" => significance.words = number,
                _ => significance.terms = number,
            }
            builder.significance(significance)
        }
        "expansion.neighbors"
        | "expansion.keep"
        | "expansion.direct"
        | "expansion.noisy_direct"
        | "expansion.directs" => {
            match knob {
                "expansion.direct" => expansion.direct = number,
                "expansion.noisy_direct" => expansion.noisy_direct = number,
                // One for all batches.
                "expansion.directs" => (expansion.direct, expansion.noisy_direct) = (number, number),
                "expansion.neighbors" => expansion.neighbors = value as usize,
                _ => expansion.keep = number,
            }
            builder.expansion(expansion)
        }
        _ => bail!("no knob is called {knob}"),
    })
}

fn score(grouper: &Grouper, view: &View) -> Result<Agreement> {
    let clustering = grouper.cluster(&view.articles)?;
    Ok(evaluate(&view.labels, clustering.labels())?)
}

fn scores(builder: GrouperBuilder, views: &[View]) -> Result<Vec<f64>> {
    let grouper = builder.build()?;
    views.iter().map(|view| Ok(score(&grouper, view)?.b3_f1)).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn main() -> Result<()> {
    printing::to_standard_output(|out| run(out, &Arguments::parse()))
}

fn run(out: &mut dyn Write, arguments: &Arguments) -> Result<()> {
    let mut all = Vec::new();
    for file in &arguments.files {
        all.extend(views(file)?);
    }
    if let Some(sweep) = &arguments.sweep {
        let (knob, values) = sweep.split_once('=').context("--sweep takes KNOB=VALUES")?;
        let names: Vec<&str> = all.iter().map(|view| view.name.as_str()).collect();
        writeln!(out, "{knob},{},mean", names.join(","))?;
        for value in values.split(',') {
            let number: f64 = value.trim().parse().with_context(|| format!("{value} is no number"))?;
            let builder = set(Grouper::builder(), knob, number)?;
            if !arguments.batches.is_empty() {
                writeln!(out, "{knob}={value}")?;
                small_batches(out, &builder.build()?, &arguments.batches, &all)?;
                continue;
            }
            let found = scores(builder, &all)?;
            let cells: Vec<String> = found.iter().map(|score| format!("{score:.4}")).collect();
            writeln!(out, "{value},{},{:.4}", cells.join(","), mean(&found))?;
        }
        return Ok(());
    }
    if arguments.ablate {
        return ablate(out, &all);
    }
    if !arguments.batches.is_empty() {
        return small_batches(out, &Grouper::default(), &arguments.batches, &all);
    }
    writeln!(
        out,
        "| file and view | articles | stories (gold) | B3 precision | B3 recall | B3 F1 | pair F1 | ARI | seconds |"
    )?;
    writeln!(out, "|---|---|---|---|---|---|---|---|---|")?;
    let grouper = Grouper::default();
    let mut found = Vec::new();
    for view in &all {
        let start = Instant::now();
        let Agreement { articles, gold_stories, stories, b3_precision, b3_recall, b3_f1, pair_f1, ari, .. } =
            score(&grouper, view)?;
        writeln!(
            out,
            "| {} | {articles} | {stories} ({gold_stories}) | {b3_precision:.4} | {b3_recall:.4} | {b3_f1:.4} | \
             {pair_f1:.4} | {ari:.4} | {:.2} |",
            view.name,
            start.elapsed().as_secs_f64()
        )?;
        found.push((b3_f1, pair_f1));
    }
    let (b3, pairs): (Vec<f64>, Vec<f64>) = found.into_iter().unzip();
    writeln!(out, "| **mean** | | | | | **{:.4}** | {:.4} | | |", mean(&b3), mean(&pairs))?;
    Ok(())
}

/// Articles that all batches of one size and view have together, about.
const DRAWN: usize = 4000;
/// Stories that a look-alike is chosen from.
const CANDIDATES: usize = 12;

/// Prints B-cubed F1 and pairwise F1 over all batches of a size.
fn small_batches(out: &mut dyn Write, grouper: &Grouper, sizes: &[usize], all: &[View]) -> Result<()> {
    let names: Vec<&str> = all.iter().map(|view| view.name.as_str()).collect();
    writeln!(out, "B3 F1 / pair F1 over batches of so many articles\n")?;
    writeln!(out, "| articles | {} | mean |", names.join(" | "))?;
    writeln!(out, "|---|{}---|", "---|".repeat(all.len()))?;
    for &size in sizes {
        let mut found = Vec::new();
        for view in all {
            let mut draw = Draw::new(view);
            let (mut gold, mut stories) = (Vec::new(), Vec::new());
            for batch in 0..(DRAWN / size.max(1)).min(500) {
                let chosen = draw.batch(size);
                let articles: Vec<Article> = chosen.iter().map(|&at| view.articles[at].clone()).collect();
                let clustering = grouper.cluster(&articles)?;
                gold.extend(chosen.iter().map(|&at| (batch, view.labels[at].as_str())));
                stories.extend(clustering.labels().iter().map(|&label| (batch, label)));
            }
            let agreement = evaluate(&gold, &stories)?;
            found.push((agreement.b3_f1, agreement.pair_f1));
        }
        let (b3, pairs): (Vec<f64>, Vec<f64>) = found.iter().copied().unzip();
        let cells: Vec<String> = found.iter().map(|(b3, pairs)| format!("{b3:.4} / {pairs:.4}")).collect();
        writeln!(out, "| {size} | {} | {:.4} / {:.4} |", cells.join(" | "), mean(&b3), mean(&pairs))?;
    }
    Ok(())
}

/// Draws batches from a labelled file: the same ones each time.
struct Draw<'v> {
    /// The articles of each story, by label.
    stories: Vec<Vec<usize>>,
    /// The words of each article.
    words: Vec<BTreeSet<&'v str>>,
    state: u64,
}

impl<'v> Draw<'v> {
    fn new(view: &'v View) -> Self {
        let mut stories: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, label) in view.labels.iter().enumerate() {
            stories.entry(label).or_default().push(at);
        }
        let set = |article: &'v Article| words(article.title()).map(|(_, word)| word).collect();
        Self {
            stories: stories.into_values().collect(),
            words: view.articles.iter().map(set).collect(),
            state: 0x2545_F491_4F6C_DD1D,
        }
    }

    /// A number below `limit` (xorshift; Marsaglia 2003).
    fn below(&mut self, limit: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as usize % limit.max(1)
    }

    /// A batch: of each story one article, two with odds of a half, three with a quarter and so on. Every other story
    /// is a look-alike: of some, the one whose headline shares the most words with the batch.
    fn batch(&mut self, size: usize) -> Vec<usize> {
        let mut used: BTreeSet<usize> = BTreeSet::new();
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < size && used.len() < self.stories.len() {
            let tries = if chosen.is_empty() || self.below(2) == 0 { 1 } else { CANDIDATES };
            let mut best: Option<(usize, usize, usize)> = None;
            for _ in 0..tries {
                let story = self.below(self.stories.len());
                let first = self.below(self.stories[story].len());
                let words = &self.words[self.stories[story][first]];
                let shared = chosen.iter().map(|&at| words.intersection(&self.words[at]).count()).max().unwrap_or(0);
                if !used.contains(&story) && best.is_none_or(|(_, _, most)| shared > most) {
                    best = Some((story, first, shared));
                }
            }
            let Some((story, first, _)) = best else { continue };
            used.insert(story);
            let mut left = self.stories[story].clone();
            chosen.push(left.swap_remove(first));
            while chosen.len() < size && !left.is_empty() && self.below(2) == 0 {
                let next = self.below(left.len());
                chosen.push(left.swap_remove(next));
            }
        }
        chosen
    }
}

fn ablate(out: &mut dyn Write, all: &[View]) -> Result<()> {
    let off = [
        ("the measured noise floor (fixed 0.1)", "noise", 0.1),
        ("neighbour expansion", "expansion.neighbors", 0.0),
        ("the similarity without neighbours", "expansion.directs", 0.0),
        ("the second pass with cluster-level idf", "passes", 1.0),
        ("distrust of small clusters", "small", 0.0),
        ("large clusters with text nearer", "large", 0.0),
        ("a place for those left alone", "alone", 1.0),
        ("time", "context.time_floors", 1.0),
        ("the outlet factor", "context.same_source", 1.0),
        ("outlet and time on what neighbours say", "context.indirect", 1.0),
        ("kinds of pieces", "context.indirect_genre", 1.0),
        ("series told apart", "context.instalments", 1.0),
        ("different names in one place", "context.contradiction", 1.0),
        ("the rarity of an article's words", "specificity.power", 0.0),
        ("words beside names", "significance.words", 0.0),
        ("the background of common words", "background.articles", 0.0),
        ("the double weight of titles", "title_weight", 1.0),
    ];
    let full = scores(Grouper::builder(), all)?;
    let names: Vec<&str> = all.iter().map(|view| view.name.as_str()).collect();
    writeln!(out, "| without | {} | mean |", names.join(" | "))?;
    writeln!(out, "|---|{}---|", "---|".repeat(all.len()))?;
    let mut row = |name: &str, found: &[f64]| {
        let cells: Vec<String> = found.iter().map(|score| format!("{score:.4}")).collect();
        writeln!(out, "| {name} | {} | {:.4} |", cells.join(" | "), mean(found))
    };
    row("(nothing)", &full)?;
    for (name, knob, value) in off {
        row(name, &scores(set(Grouper::builder(), knob, value)?, all)?)?;
    }
    Ok(())
}
