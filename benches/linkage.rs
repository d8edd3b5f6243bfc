//! From neighbours to clusters, on all threads.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use samestory::cluster::{Constraints, Linkage, detail};
use samestory::graph::{Expansion, NeighborSearch, NoiseProfile, PairContext, RowContext, Significance};
use samestory::vector::Vectorizer;

const ARTICLES: usize = 10_000;
/// The sample that the noise is measured on.
const SAMPLE: usize = 4_096;

fn linkage(criterion: &mut Criterion) {
    let titles = news::titles(&news::source::batch(ARTICLES));
    let fitted = Vectorizer::default().fit(&titles).expect("a batch");
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let context = RowContext::new(PairContext::default(), titles.iter().map(|article| (article, false)));
    let noise = NoiseProfile::default().measure(&rows, SAMPLE, &context);
    let (floor, unrest) = (noise.similarity, NoiseProfile::default().unrest(noise));
    let context = context.amid(unrest);
    let graph = NeighborSearch::new(&rows, floor).graph(&context);
    let graph = Significance::default().soften(graph, &rows, &fitted.initials, unrest, floor);
    let expanded = context.soften(Expansion::default().amid(unrest).apply(&graph, floor));

    let detail = detail(&fitted.frequencies);

    let mut group = criterion.benchmark_group("linkage");
    group.sample_size(10).throughput(Throughput::Elements(ARTICLES as u64));
    group.bench_function("expansion", |bencher| {
        bencher.iter(|| context.soften(Expansion::default().amid(unrest).apply(&graph, floor)));
    });
    group.bench_function("linkage", |bencher| {
        bencher.iter(|| Linkage::default().cluster(&expanded, &detail, &Constraints::new()));
    });
    group.finish();
}

criterion_group!(benches, linkage);
criterion_main!(benches);
