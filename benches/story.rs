//! From clusters to stories: titles, key points, keywords, coverage. On all threads.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use samestory::Grouper;

const ARTICLES: usize = 10_000;

fn story(criterion: &mut Criterion) {
    let articles = news::source::batch(ARTICLES);
    let titles = news::titles(&articles);
    let grouper = Grouper::default();
    let mut group = criterion.benchmark_group("story");
    group.sample_size(10).throughput(Throughput::Elements(ARTICLES as u64));
    for (name, batch) in [("titles", titles), ("titles and texts, dated", articles)] {
        let clustering = grouper.cluster(&batch).expect("a batch");
        group.bench_function(name, |bencher| bencher.iter(|| grouper.stories(&clustering)));
    }
    group.finish();
}

criterion_group!(benches, story);
criterion_main!(benches);
