//! The nearest articles of each, on all threads: with dates, which cut work, and without.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use samestory::graph::{NeighborSearch, NoiseProfile, PairContext, RowContext, Significance};
use samestory::vector::Vectorizer;

const ARTICLES: usize = 10_000;
/// The sample that the noise is measured on.
const SAMPLE: usize = 4_096;

fn neighbours(criterion: &mut Criterion) {
    let articles = news::source::batch(ARTICLES);
    let titles = news::titles(&articles);
    let mut group = criterion.benchmark_group("neighbours");
    group.sample_size(10).throughput(Throughput::Elements(ARTICLES as u64));
    for (name, batch) in [("titles", titles), ("titles and texts, dated", articles)] {
        let fitted = Vectorizer::default().fit(&batch).expect("a batch");
        let rows = fitted.frequencies.scaled(&fitted.model.idf());
        let context = RowContext::new(PairContext::default(), batch.iter().map(|article| (article, false)));
        group.bench_function(format!("noise/{name}"), |bencher| {
            bencher.iter(|| NoiseProfile::default().measure(&rows, SAMPLE, &context));
        });
        let noise = NoiseProfile::default().measure(&rows, SAMPLE, &context);
        let (floor, unrest) = (noise.similarity, NoiseProfile::default().unrest(noise));
        let context = context.amid(unrest);
        group.bench_function(format!("graph/{name}"), |bencher| {
            bencher.iter(|| NeighborSearch::new(&rows, floor).graph(&context));
        });
        let graph = NeighborSearch::new(&rows, floor).graph(&context);
        group.bench_function(format!("significance/{name}"), |bencher| {
            let soften = |graph| Significance::default().soften(graph, &rows, &fitted.initials, unrest, floor);
            bencher.iter_batched(|| graph.clone(), soften, BatchSize::LargeInput);
        });
    }
    group.finish();
}

criterion_group!(benches, neighbours);
criterion_main!(benches);
