//! From articles to TF-IDF rows, on all threads.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use samestory::vector::Vectorizer;

const ARTICLES: usize = 10_000;

fn vectorize(criterion: &mut Criterion) {
    let articles = news::source::batch(ARTICLES);
    let titles = news::titles(&articles);
    let vectorizer = Vectorizer::default();
    let mut group = criterion.benchmark_group("vectorize");
    group.sample_size(20).throughput(Throughput::Elements(ARTICLES as u64));
    for (name, batch) in [("titles", titles), ("titles and texts", articles)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let fitted = vectorizer.fit(black_box(&batch)).expect("a batch");
                fitted.frequencies.scaled(&fitted.model.idf())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, vectorize);
criterion_main!(benches);
