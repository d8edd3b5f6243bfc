//! The only place that knows whether there are threads: without the `parallel` feature the same loops run in turn.

#[cfg(feature = "parallel")]
use rayon::prelude::*;

/// Maps slices of at most `size` items; results in the order of the slices, whatever thread made them.
pub fn map_chunks<T: Sync, R: Send>(items: &[T], size: usize, map: impl Fn(&[T]) -> R + Sync + Send) -> Vec<R> {
    #[cfg(feature = "parallel")]
    return items.par_chunks(size).map(map).collect();
    #[cfg(not(feature = "parallel"))]
    items.chunks(size).map(map).collect()
}

/// Maps the ranges of at most `size` numbers that make up `0..count`; results in order.
pub fn map_ranges<R: Send>(
    count: usize,
    size: usize,
    map: impl Fn(std::ops::Range<usize>) -> R + Sync + Send,
) -> Vec<R> {
    let ranges: Vec<_> = (0..count).step_by(size.max(1)).map(|start| start..(start + size).min(count)).collect();
    #[cfg(feature = "parallel")]
    return ranges.into_par_iter().map(map).collect();
    #[cfg(not(feature = "parallel"))]
    ranges.into_iter().map(map).collect()
}
