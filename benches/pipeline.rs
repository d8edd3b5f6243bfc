//! From articles to stories: 1,000 to 100,000, with texts and dates and without, on one thread and on all.
#![allow(missing_docs, reason = "criterion's macros make functions without")]

#[path = "news/mod.rs"]
mod news;

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use samestory::Grouper;

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn pipeline(criterion: &mut Criterion) {
    let articles = news::source::batch(SIZES[SIZES.len() - 1]);
    let titles = news::titles(&articles);
    let one = Grouper::builder().threads(1).build().expect("one thread");
    let mut group = criterion.benchmark_group("pipeline");
    group.sample_size(10);
    for (news, batch) in [("titles", titles), ("titles and texts, dated", articles)] {
        for (threads, grouper) in [("1 thread", &one), ("all threads", &Grouper::default())] {
            for size in SIZES {
                group.throughput(Throughput::Elements(size as u64));
                group.bench_function(BenchmarkId::new(format!("{news}, {threads}"), size), |bencher| {
                    bencher.iter(|| grouper.group(black_box(&batch[..size])));
                });
            }
        }
    }
    group.finish();
}

criterion_group!(benches, pipeline);
criterion_main!(benches);
