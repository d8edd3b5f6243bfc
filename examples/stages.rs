//! Walks a few invented headlines through every stage: tokens, weights, neighbours, clusters.
//!
//! ```text
//! cargo run --example stages
//! ```

mod printing;

use std::io::Write;

use anyhow::Result;
use samestory::Article;
use samestory::cluster::{Constraints, Linkage, detail};
use samestory::graph::{Expansion, NeighborGraph, NeighborSearch, NoiseProfile, PairContext, RowContext};
use samestory::text::{Language, Tokenizer};
use samestory::vector::Vectorizer;

const HEADLINES: [&str; 6] = [
    "Strong earthquake shakes Port Sorrel, dozens hurt",
    "Dozens hurt as strong earthquake hits Port Sorrel",
    "Rescuers search Port Sorrel after earthquake",
    "Central bank of Tarvania holds rates",
    "Tarvania's central bank leaves rates unchanged",
    "Llama stops traffic on motorway",
];

fn print(out: &mut dyn Write, graph: &NeighborGraph) -> Result<()> {
    for at in 0..graph.len() {
        let near: Vec<String> = graph.neighbors(at).map(|(other, near)| format!("{other} ({near:.2})")).collect();
        writeln!(out, "  {at}: {}", if near.is_empty() { "none".into() } else { near.join(", ") })?;
    }
    Ok(())
}

fn main() -> Result<()> {
    printing::to_standard_output(walk)
}

fn walk(out: &mut dyn Write) -> Result<()> {
    writeln!(out, "1. What are the words? Folded, stemmed, without stop words:")?;
    let tokenizer = Tokenizer::new(Language::English);
    for (at, headline) in HEADLINES.iter().enumerate() {
        let terms: Vec<String> = tokenizer.tokens(headline).map(|token| token.term().to_owned()).collect();
        writeln!(out, "  {at}: {headline}\n     {}", terms.join(" "))?;
    }

    writeln!(out, "\n2. What do they weigh? Rare words most, each article scaled to length 1:")?;
    let articles: Vec<Article> =
        HEADLINES.iter().enumerate().map(|(at, headline)| Article::new(at.to_string(), *headline)).collect();
    let fitted = Vectorizer::default().fit(&articles)?;
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    for at in 0..rows.rows() {
        let weight = |(term, weight)| format!("{} {weight:.2}", fitted.model.vocabulary().term(term).unwrap_or("?"));
        let weights: Vec<String> = rows.row(at).iter().map(weight).collect();
        writeln!(out, "  {at}: {}", weights.join(", "))?;
    }

    writeln!(out, "\n3. Which articles are near each other? Cosine, softened by time and outlet, above the noise:")?;
    let context = RowContext::new(PairContext::default(), articles.iter().map(|article| (article, false)));
    let noise = NoiseProfile::default().measure(&rows, articles.len(), &context);
    let unrest = NoiseProfile::default().unrest(noise);
    let context = context.amid(unrest);
    writeln!(out, "  noise: below {:.2}", noise.similarity)?;
    let graph = NeighborSearch::new(&rows, noise.similarity).graph(&context);
    print(out, &graph)?;

    writeln!(out, "\n4. And with the words of their neighbours, softened likewise:")?;
    let expanded = context.soften(Expansion::default().amid(unrest).apply(&graph, noise.similarity));
    print(out, &expanded)?;

    writeln!(out, "\n5. Which of them are one story? The nearest clusters merge first:")?;
    let detail = detail(&fitted.frequencies);
    let dendrogram = Linkage::default().cluster(&expanded, &detail, &Constraints::new());
    for merge in dendrogram.merges() {
        writeln!(out, "  {} takes in {} at {:.2}", merge.into, merge.from, merge.score)?;
    }
    let labels = dendrogram.labels();
    for story in 0..=labels.iter().copied().max().unwrap_or(0) {
        writeln!(out, "  story {story}:")?;
        for (headline, _) in HEADLINES.iter().zip(&labels).filter(|&(_, &label)| label == story) {
            writeln!(out, "    {headline}")?;
        }
    }
    Ok(())
}
