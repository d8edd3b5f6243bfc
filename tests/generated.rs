//! The invented news of the benches is like real news: the figures of a stream of 160,000 headlines (January to May 2022),
//! its first 10,000 and 100,000 without dates and texts, each held within a factor of 1.5.

#[path = "../benches/news/mod.rs"]
mod news;

use samestory::graph::{NeighborSearch, PairContext};
use samestory::vector::Vectorizer;
use samestory::{Article, Grouper};

const FACTOR: f64 = 1.5;

struct Figures {
    /// Distinct terms of a headline, stop words left out.
    terms: f64,
    /// Distinct terms of all.
    vocabulary: f64,
    /// Articles that use a term, squared, summed over the terms: what a neighbour graph costs.
    squares: f64,
    /// Neighbours of an article with a cosine of at least 0.3.
    neighbors: f64,
    stories: f64,
    /// Stories of one article.
    lone: f64,
    /// Articles of the largest story.
    largest: f64,
}

const STREAM_10_000: Figures = Figures {
    terms: 8.60,
    vocabulary: 15_162.0,
    squares: 4.640e6,
    neighbors: 3.6,
    stories: 5_282.0,
    lone: 3_484.0,
    largest: 47.0,
};
const STREAM_100_000: Figures = Figures {
    terms: 8.71,
    vocabulary: 52_846.0,
    squares: 4.036e8,
    neighbors: 21.9,
    stories: 32_732.0,
    lone: 19_159.0,
    largest: 309.0,
};

fn figures(articles: &[Article]) -> Figures {
    let count = articles.len() as f64;
    let fitted = Vectorizer::default().fit(articles).unwrap();
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let frequencies = fitted.model.vocabulary().document_frequencies();
    let context = PairContext::default();
    let graph = NeighborSearch::new(&rows, 0.3).graph(&|a: usize, b: usize| context.factor(&articles[a], &articles[b]));
    let groups = Grouper::default().cluster(articles).unwrap().groups();
    Figures {
        terms: rows.entries() as f64 / count,
        vocabulary: frequencies.len() as f64,
        squares: frequencies.iter().map(|&articles| f64::from(articles).powi(2)).sum(),
        neighbors: (0..graph.len()).map(|at| graph.neighbors(at).count()).sum::<usize>() as f64 / count,
        stories: groups.len() as f64,
        lone: groups.iter().filter(|group| group.len() == 1).count() as f64,
        largest: groups.iter().map(Vec::len).max().unwrap_or(0) as f64,
    }
}

fn hold(found: &Figures, stream: &Figures) {
    for (name, found, stream) in [
        ("terms", found.terms, stream.terms),
        ("vocabulary", found.vocabulary, stream.vocabulary),
        ("squares", found.squares, stream.squares),
        ("neighbors", found.neighbors, stream.neighbors),
        ("stories", found.stories, stream.stories),
        ("lone", found.lone, stream.lone),
        ("largest", found.largest, stream.largest),
    ] {
        eprintln!("{name}: {found:.1}, the stream has {stream:.1}");
        assert!(found < stream * FACTOR && stream < found * FACTOR, "{name}: {found} is far from {stream}");
    }
}

#[test]
fn ten_thousand_are_like_the_stream() {
    hold(&figures(&news::titles(&news::news(10_000, 1))), &STREAM_10_000);
}

#[test]
#[ignore = "a minute without optimization"]
fn a_hundred_thousand_are_like_the_stream() {
    hold(&figures(&news::titles(&news::news(100_000, 1))), &STREAM_100_000);
}

const HEADLINE: &str = "Polo butu as Pazin and bula Zofin to Zofin of Zofin minnu";

#[test]
fn a_seed_means_the_same_everywhere() {
    let first = &news::news(100, 1)[0];
    assert_eq!((first.id().as_str(), first.title()), ("generated-1-0", HEADLINE));
    assert_eq!(news::news(100, 1), news::news(100, 1));
    assert_ne!(news::news(100, 1)[0].title(), news::news(100, 2)[0].title());
}

#[test]
fn articles_are_whole_and_in_order() {
    let articles = news::news(3_000, 3);
    assert_eq!(articles.len(), 3_000);
    assert!(articles.is_sorted_by_key(Article::published));
    let ids: std::collections::HashSet<_> = articles.iter().map(Article::id).collect();
    assert_eq!(ids.len(), articles.len());
    for article in &articles {
        assert!(article.published().is_some() && article.source().is_some());
        assert!((60..270).contains(&article.text().len()));
    }
}

#[test]
fn no_word_is_another() {
    let words: std::collections::HashSet<String> = (0..360_000).map(news::words::word).collect();
    assert_eq!(words.len(), 360_000);
}
