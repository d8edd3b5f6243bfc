//! Words and terms of headlines and texts, on one thread.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use samestory::Article;
use samestory::text::{Language, Tokenizer, words};

const ARTICLES: usize = 10_000;

fn tokenize(criterion: &mut Criterion) {
    let articles = news::source::batch(ARTICLES);
    let titles: Vec<&str> = articles.iter().map(Article::title).collect();
    let texts: Vec<&str> = articles.iter().map(Article::text).collect();
    let tokenizer = Tokenizer::new(Language::English);
    let mut group = criterion.benchmark_group("tokenize");
    for (name, batch) in [("titles", titles), ("texts", texts)] {
        group.throughput(Throughput::Elements(batch.len() as u64));
        group.bench_function(format!("words/{name}"), |bencher| {
            bencher.iter(|| batch.iter().map(|text| words(black_box(text)).count()).sum::<usize>());
        });
        group.bench_function(format!("terms/{name}"), |bencher| {
            bencher.iter(|| batch.iter().map(|text| tokenizer.tokens(black_box(text)).count()).sum::<usize>());
        });
    }
    group.finish();
}

criterion_group!(benches, tokenize);
criterion_main!(benches);
