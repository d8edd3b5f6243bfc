//! Neighbour expansion: an article also means what its nearest neighbours say.

use std::sync::Mutex;

use super::noise::Unrest;
use super::rows::{Row, Rows};
use super::sparse_graph::NeighborGraph;
use crate::parallel::{map_chunks, map_ranges};

/// Adds to each article a share of its nearest neighbours and compares again: a headline that says only "Plosser" then
/// also matches one that says only "taper", where others say both.
///
/// With `S` the similarities of the neighbour graph (1 on the diagonal, 0 where there is no edge) and `A = I + W`, row
/// `i` of `W` holding `s / (1 + sum of s)` for the nearest `neighbors` of article `i`, the expanded similarity is
/// `A S Aᵀ` scaled to a diagonal of 1: the cosine of vectors that were each replaced by themselves plus their
/// neighbours', computed from the graph alone, so no vector grows. The more and the nearer an article's neighbours, the
/// more they count, up to as much as itself. Pseudo-relevance feedback (Rocchio 1971) with neighbours for results.
///
/// What neighbours lend is no evidence of its own: two articles that share one word, and each other as nearest
/// neighbours, come out as near as two that share all. So the result is a mean of both, with `direct` the share of the
/// similarity without neighbours.
///
/// Two articles are compared again where they are neighbours, or one's nearest include the other or one that is among
/// the other's nearest too. To compare the rest as well costs five times as much and is worth 0.002 of B-cubed F1.
///
/// Costs per article the neighbours of its nearest, and `neighbors` for each pair compared.
///
/// To change a field, change it in the default: `let mut expansion = Expansion::default(); expansion.neighbors = 5;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct Expansion {
    /// How many nearest neighbours lend their words: 0 to 1000, default 10; 0 switches expansion off. Raising it joins more
    /// of what is near only through others, and costs as much more time and memory.
    pub neighbors: usize,
    /// Expanded similarities below this share of the graph's floor are dropped; above 0, up to 10, default 0.5. Raising it
    /// leaves out weak pairs: less memory, and smaller stories.
    pub keep: f32,
    /// Share of the similarity without neighbours in the result in a quiet batch, in [0, 1], default 0.3; 0 for neighbours alone. Raising
    /// it leaves more articles alone that are near only through others.
    pub direct: f32,
    /// The same in a batch as noisy as can be, in [0, 1]; default 0.4, and raising it does the same; in between it moves from the one to the other with
    /// [`NoiseProfile::unrest`](super::NoiseProfile::unrest).
    pub noisy_direct: f32,
}

impl Default for Expansion {
    /// 10 neighbours, 0.5, 0.3 up to 0.4.
    fn default() -> Self {
        Self { neighbors: 10, keep: 0.5, direct: 0.3, noisy_direct: 0.4 }
    }
}

/// Of the articles that lean on one and the same, so many are compared with a later one, the latest: a guard against a
/// text that thousands copy.
const BORROWERS: usize = 500;

/// Articles that one core takes on before it asks for more.
const TASK: usize = 1024;

impl Expansion {
    /// For a batch of so much unrest: `direct` is that of quiet batches, that of noisy ones, or between them. Once for a
    /// batch: a second time brings it nearer still to that of noisy ones.
    #[must_use]
    pub fn amid(self, unrest: Unrest) -> Self {
        Self { direct: self.direct + (self.noisy_direct - self.direct) * unrest.share(), ..self }
    }

    /// The expanded similarities of a graph that was searched down to `floor`.
    #[must_use]
    pub fn apply(&self, graph: &NeighborGraph, floor: f32) -> NeighborGraph {
        let keep = self.keep * floor;
        if self.neighbors == 0 {
            return graph.clone();
        }
        let n = graph.len();
        let mixing = map_ranges(n, TASK, |range| Rows::of(range, |i, row| self.mix(graph, i, row)));
        let mixing = Rows::concat(&mixing);
        let lenders = Lenders::new(&mixing);
        let order = breadth_first(graph);
        let idle: Mutex<Vec<Scratch>> = Mutex::new(Vec::new());
        let lower = map_chunks(&order, TASK, |articles| {
            let found = idle.lock().ok().and_then(|mut idle| idle.pop());
            let mut scratch = found.unwrap_or_else(|| Scratch::new(n));
            let rows = Rows::of(articles, |&i, row| scratch.multiply(i as usize, graph, &mixing, &lenders, row));
            if let Ok(mut idle) = idle.lock() {
                idle.push(scratch);
            }
            rows
        });
        let lower = Rows::concat(&lower);
        let (mut place, mut norms) = (vec![0; n], vec![1.0; n]);
        for (at, &i) in order.iter().enumerate() {
            place[i as usize] = at;
            // At least 1: an article mixes itself in with weight 1.
            norms[i as usize] = lower.row(at).last().map_or(1.0, |&(_, own)| own.sqrt());
        }
        let kept = map_ranges(n, TASK, |range| {
            Rows::of(range, |i, row| {
                let mut near = graph.neighbors(i).peekable();
                let below = lower.row(place[i]).iter().take_while(|&&(j, _)| (j as usize) < i);
                let mixed = below.map(|&(j, value)| {
                    while near.next_if(|&(neighbor, _)| neighbor < j as usize).is_some() {}
                    let direct = near.next_if(|&(neighbor, _)| neighbor == j as usize).map_or(0.0, |near| near.1);
                    let expanded = (value / (norms[i] * norms[j as usize])).min(1.0);
                    (j, self.direct * direct + (1.0 - self.direct) * expanded)
                });
                row.extend(mixed.filter(|&(_, similarity)| similarity >= keep));
            })
        });
        NeighborGraph::from_lower(&kept)
    }

    /// Adds row `article` of `A` to `row`, ascending.
    fn mix(&self, graph: &NeighborGraph, article: usize, row: &mut Row) {
        let start = row.len();
        row.extend(graph.neighbors(article).map(|(j, similarity)| (j as u32, similarity)));
        if row.len() - start > self.neighbors {
            // Of equally near ones those nearest in order, so that copies do not all lean on the same few.
            let away = |j: u32| (j.abs_diff(article as u32), j);
            row[start..].sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| away(a.0).cmp(&away(b.0))));
            row.truncate(start + self.neighbors);
            row[start..].sort_unstable_by_key(|&(j, _)| j);
        }
        let strength: f32 = row[start..].iter().map(|&(_, similarity)| similarity).sum();
        for (_, weight) in &mut row[start..] {
            *weight /= 1.0 + strength;
        }
        let own = row[start..].partition_point(|&(j, _)| (j as usize) < article);
        row.insert(start + own, (article as u32, 1.0));
    }
}

/// All articles, neighbours soon after each other: what was looked at for one is still in the cache for the next. Articles
/// without times are in no order that tells.
fn breadth_first(graph: &NeighborGraph) -> Vec<u32> {
    let mut is_in = vec![false; graph.len()];
    let mut order: Vec<u32> = Vec::with_capacity(graph.len());
    for first in 0..graph.len() {
        let mut next = order.len();
        if !std::mem::replace(&mut is_in[first], true) {
            order.push(first as u32);
        }
        while let Some(&article) = order.get(next) {
            for (neighbor, _) in graph.neighbors(article as usize) {
                if !std::mem::replace(&mut is_in[neighbor], true) {
                    order.push(neighbor as u32);
                }
            }
            next += 1;
        }
    }
    order
}

/// For each article those that mix it in, ascending.
struct Lenders {
    starts: Vec<usize>,
    articles: Vec<u32>,
}

impl Lenders {
    fn new(mixing: &Rows) -> Self {
        let mut starts = vec![0; mixing.len() + 1];
        for &(j, _) in mixing.iter().flatten() {
            starts[j as usize + 1] += 1;
        }
        for i in 0..mixing.len() {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut articles = vec![0; starts[mixing.len()]];
        for i in 0..mixing.len() {
            for &(j, _) in mixing.row(i) {
                articles[next[j as usize]] = i as u32;
                next[j as usize] += 1;
            }
        }
        Self { starts, articles }
    }

    fn of(&self, article: u32) -> &[u32] {
        &self.articles[self.starts[article as usize]..self.starts[article as usize + 1]]
    }
}

/// What is made once and used for many rows.
struct Scratch {
    /// Row `i` of `A S`, dense.
    half: Vec<f32>,
    /// The articles that `i` is compared with.
    compared: Vec<u32>,
}

impl Scratch {
    fn new(n: usize) -> Self {
        Self { half: vec![0.0; n], compared: Vec::new() }
    }

    /// Adds to `row` the products of article `i` with those before it that it is compared with, ascending, and with itself.
    fn multiply(&mut self, i: usize, graph: &NeighborGraph, mixing: &Rows, lenders: &Lenders, row: &mut Row) {
        let Self { half, compared } = self;
        for &(a, weight) in mixing.row(i) {
            half[a as usize] += weight;
            for (j, similarity) in graph.neighbors(a as usize) {
                half[j] += weight * similarity;
            }
        }
        let neighbors = graph.neighbors(i).map(|(j, _)| j as u32).take_while(|&j| (j as usize) < i);
        compared.clear();
        compared.extend(neighbors);
        for &(a, _) in mixing.row(i) {
            let all = lenders.of(a);
            let before = &all[..all.partition_point(|&j| (j as usize) < i)];
            compared.extend_from_slice(&before[before.len().saturating_sub(BORROWERS)..]);
        }
        compared.push(i as u32);
        compared.sort_unstable();
        compared.dedup();
        let product = |&j: &u32| -> (u32, f32) {
            (j, mixing.row(j as usize).iter().map(|&(b, weight)| weight * half[b as usize]).sum())
        };
        row.extend(compared.iter().map(product));
        for &(a, _) in mixing.row(i) {
            half[a as usize] = 0.0;
            for (j, _) in graph.neighbors(a as usize) {
                half[j] = 0.0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The slow, obvious version: dense matrices, and a 0 for pairs that are not compared.
    fn naive(expansion: Expansion, graph: &NeighborGraph) -> Vec<Vec<f64>> {
        let n = graph.len();
        let mut s = vec![vec![0.0_f64; n]; n];
        let mut a = vec![vec![0.0_f64; n]; n];
        for i in 0..n {
            s[i][i] = 1.0;
            a[i][i] = 1.0;
            let mut near: Vec<(usize, f32)> = graph.neighbors(i).collect();
            near.iter().for_each(|&(j, similarity)| s[i][j] = similarity.into());
            near.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.abs_diff(i).cmp(&y.0.abs_diff(i))).then(x.0.cmp(&y.0)));
            near.truncate(expansion.neighbors);
            let strength: f64 = near.iter().map(|&(_, similarity)| f64::from(similarity)).sum();
            near.iter().for_each(|&(j, similarity)| a[i][j] = f64::from(similarity) / (1.0 + strength));
        }
        let product = |i: usize, j: usize| -> f64 {
            (0..n).map(|k| (0..n).map(|l| a[i][k] * s[k][l] * a[j][l]).sum::<f64>()).sum()
        };
        let compared = |i: usize, j: usize| s[i][j] > 0.0 || (0..n).any(|k| a[i][k] > 0.0 && a[j][k] > 0.0);
        let direct = f64::from(expansion.direct);
        let cosine = |i: usize, j: usize| {
            direct * s[i][j] + (1.0 - direct) * (product(i, j) / (product(i, i) * product(j, j)).sqrt()).min(1.0)
        };
        (0..n).map(|i| (0..n).map(|j| if compared(i, j) { cosine(i, j) } else { 0.0 }).collect()).collect()
    }

    #[test]
    fn noise_asks_for_more_of_the_similarity_itself() {
        let expansion = Expansion { direct: 0.2, noisy_direct: 0.6, ..Expansion::default() };
        for (unrest, expected) in [(0.0, 0.2), (0.5, 0.4), (1.0, 0.6)] {
            let found = expansion.amid(Unrest::new(unrest)).direct;
            assert!((found - expected).abs() < 1e-6, "{found}");
        }
    }

    proptest! {
        #[test]
        fn graph_products_are_the_dense_products(
            edges in prop::collection::btree_map((0_u32..9, 0_u32..9), 1_u32..5, 0..20),
            neighbors in 1_usize..4,
            direct in 0.0_f32..1.0,
        ) {
            let mut lower: Vec<Row> = vec![Vec::new(); 9];
            for (&(a, b), &weight) in edges.iter().filter(|((a, b), _)| a < b) {
                lower[b as usize].push((a, weight as f32 / 5.0));
            }
            let graph = NeighborGraph::from_lower(&[Rows::of(&lower, |row, all| all.extend(row))]);
            let expansion = Expansion { neighbors, keep: 1.0, direct, noisy_direct: 0.0 };
            let fast = expansion.apply(&graph, 0.2);
            let slow = naive(expansion, &graph);
            for (i, row) in slow.iter().enumerate() {
                let found: std::collections::BTreeMap<usize, f32> = fast.neighbors(i).collect();
                for (j, &similarity) in row.iter().enumerate().filter(|&(j, _)| j != i) {
                    match found.get(&j) {
                        Some(&value) => prop_assert!((f64::from(value) - similarity.min(1.0)).abs() < 1e-5),
                        None => prop_assert!(similarity < 0.2 + 1e-5),
                    }
                }
            }
        }
    }

    #[test]
    fn a_common_neighbour_brings_two_together() {
        let graph =
            NeighborGraph::from_lower(&[Rows::of([&[][..], &[(0, 0.5)], &[(1, 0.5)]], |row, all| all.extend(row))]);
        let expanded = Expansion::default().apply(&graph, 0.1);
        assert!(graph.neighbors(0).all(|(j, _)| j != 2));
        assert!(expanded.neighbors(0).any(|(j, similarity)| j == 2 && similarity > 0.2));
    }
}
