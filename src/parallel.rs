//! The only place that knows whether there are threads: without the `parallel` feature the same loops run in turn.

#[cfg(feature = "parallel")]
use rayon::prelude::*;

use std::cmp::Ordering;
#[cfg(feature = "parallel")]
use std::sync::Arc;

use crate::error::Error;

/// Items of uneven cost that one core takes at a time, or up to twice as many: enough to be worth the asking, and so few
/// that at the end no core has much more to do than another. Left to itself rayon gives each of two cores a quarter of all
/// in one piece.
#[cfg(feature = "parallel")]
const FEW: usize = 64;

/// Maps slices of at most `size` items; results in the order of the slices, whatever thread made them.
pub fn map_chunks<T: Sync, R: Send>(items: &[T], size: usize, map: impl Fn(&[T]) -> R + Sync + Send) -> Vec<R> {
    #[cfg(feature = "parallel")]
    return items.par_chunks(size).with_max_len(1).map(map).collect();
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
    return ranges.into_par_iter().with_max_len(1).map(map).collect();
    #[cfg(not(feature = "parallel"))]
    ranges.into_iter().map(map).collect()
}

/// How many loops run at once.
pub fn threads() -> usize {
    #[cfg(feature = "parallel")]
    return rayon::current_num_threads();
    #[cfg(not(feature = "parallel"))]
    1
}

/// Maps items of uneven cost; results in order.
pub fn map_slice<'a, T: Sync, R: Send>(items: &'a [T], map: impl Fn(&'a T) -> R + Sync + Send) -> Vec<R> {
    #[cfg(feature = "parallel")]
    return items.par_iter().with_min_len(FEW).with_max_len(FEW).map(map).collect();
    #[cfg(not(feature = "parallel"))]
    items.iter().map(map).collect()
}

/// Maps items that are given away, of uneven cost; results in order.
pub fn map_vec<T: Send, R: Send>(items: Vec<T>, map: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    #[cfg(feature = "parallel")]
    return items.into_par_iter().with_min_len(FEW).with_max_len(FEW).map(map).collect();
    #[cfg(not(feature = "parallel"))]
    items.into_iter().map(map).collect()
}

/// Fills a slice in parts: those that end at `ends`, which ascend. `fill` is given each part with its number.
pub fn fill_parts<T: Send>(items: &mut [T], ends: &[usize], fill: impl Fn(usize, &mut [T]) + Sync + Send) {
    let (mut parts, mut rest, mut start): (Vec<&mut [T]>, _, _) = (Vec::with_capacity(ends.len()), items, 0);
    for &end in ends {
        let (part, left) = rest.split_at_mut(end.saturating_sub(start).min(rest.len()));
        parts.push(part);
        (rest, start) = (left, end);
    }
    #[cfg(feature = "parallel")]
    parts.into_par_iter().enumerate().with_max_len(1).for_each(|(number, part)| fill(number, part));
    #[cfg(not(feature = "parallel"))]
    parts.into_iter().enumerate().for_each(|(number, part)| fill(number, part));
}

/// Sorts; of equal items nobody knows which comes first.
pub fn sort_unstable_by<T: Send>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering + Sync) {
    #[cfg(feature = "parallel")]
    items.par_sort_unstable_by(compare);
    #[cfg(not(feature = "parallel"))]
    items.sort_unstable_by(compare);
}

/// Does two things at once.
pub fn both<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    #[cfg(feature = "parallel")]
    return rayon::join(one, other);
    #[cfg(not(feature = "parallel"))]
    (one(), other())
}

/// Where the loops of this module run: all cores, or a pool with a fixed number of threads.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    /// Clones share the threads.
    #[cfg(feature = "parallel")]
    threads: Option<Arc<rayon::ThreadPool>>,
}

impl Pool {
    /// All cores, or so many threads; without the `parallel` feature always the caller's thread.
    #[cfg_attr(not(feature = "parallel"), allow(clippy::unnecessary_wraps))]
    pub fn new(threads: Option<usize>) -> Result<Self, Error> {
        #[cfg(feature = "parallel")]
        return match threads {
            None => Ok(Self::default()),
            Some(count) => match rayon::ThreadPoolBuilder::new().num_threads(count).build() {
                Ok(pool) => Ok(Self { threads: Some(Arc::new(pool)) }),
                Err(_) => Err(Error::Threads { count }),
            },
        };
        #[cfg(not(feature = "parallel"))]
        {
            let _ = threads;
            Ok(Self::default())
        }
    }

    /// Runs something with this pool's threads.
    #[cfg_attr(not(feature = "parallel"), allow(clippy::unused_self))]
    pub fn run<R: Send>(&self, job: impl FnOnce() -> R + Send) -> R {
        #[cfg(feature = "parallel")]
        if let Some(threads) = &self.threads {
            return threads.install(job);
        }
        job()
    }
}
