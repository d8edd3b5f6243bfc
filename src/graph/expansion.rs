//! Neighbour expansion: an article also means what its nearest neighbours say.

use super::sparse_graph::NeighborGraph;
use crate::parallel::map_ranges;

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
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Expansion {
    /// How many nearest neighbours lend their words; 0 switches expansion off.
    pub neighbors: usize,
    /// Expanded similarities below this share of the graph's floor are dropped; above 0, up to 10.
    pub keep: f32,
    /// Share of the similarity without neighbours in the result, in [0, 1]; 0 for neighbours alone. Raising it leaves more
    /// articles alone that are near only through others.
    pub direct: f32,
}

impl Default for Expansion {
    /// 10 neighbours, 0.5, 0.3.
    fn default() -> Self {
        Self { neighbors: 10, keep: 0.5, direct: 0.3 }
    }
}

type Row = Vec<(u32, f32)>;

/// Of the articles that lean on one and the same, so many are compared with a later one, the latest: a guard against a
/// text that thousands copy.
const BORROWERS: usize = 500;

impl Expansion {
    /// The expanded similarities of a graph that was searched down to `floor`.
    #[must_use]
    pub fn apply(&self, graph: &NeighborGraph, floor: f32) -> NeighborGraph {
        let keep = self.keep * floor;
        if self.neighbors == 0 {
            return graph.clone();
        }
        let n = graph.len();
        let mixing = Rows::new(&map_ranges(n, 1024, |range| range.map(|i| self.mixing(graph, i)).collect::<Vec<_>>()));
        let lenders = Lenders::new(&mixing);
        // Only the diagonal and what lies below it: (i, j) and (j, i) must agree to the last bit.
        let lower = map_ranges(n, 1024, |range| {
            let mut scratch = Scratch::new(n);
            range.map(|i| scratch.row(i, graph, &mixing, &lenders)).collect::<Vec<_>>()
        });
        let (norms, lower): (Vec<f32>, Vec<Row>) = lower.into_iter().flatten().unzip();
        let kept = map_ranges(n, 1024, |range| {
            let scaled = |i: usize| {
                let mut near = graph.neighbors(i).peekable();
                let mut mixed = |&(j, value): &(u32, f32)| {
                    while near.next_if(|&(neighbor, _)| neighbor < j as usize).is_some() {}
                    let direct = near.next_if(|&(neighbor, _)| neighbor == j as usize).map_or(0.0, |near| near.1);
                    let expanded = (value / (norms[i] * norms[j as usize])).min(1.0);
                    (j, self.direct * direct + (1.0 - self.direct) * expanded)
                };
                lower[i].iter().map(&mut mixed).filter(|&(_, similarity)| similarity >= keep).collect::<Row>()
            };
            range.map(scaled).collect::<Vec<_>>()
        });
        NeighborGraph::from_lower(&kept.concat())
    }

    /// Row `article` of `A`, ascending.
    fn mixing(&self, graph: &NeighborGraph, article: usize) -> Row {
        let mut near: Row = graph.neighbors(article).map(|(j, similarity)| (j as u32, similarity)).collect();
        if near.len() > self.neighbors {
            // Of equally near ones those nearest in order, so that copies do not all lean on the same few.
            let away = |j: u32| (j.abs_diff(article as u32), j);
            near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then_with(|| away(a.0).cmp(&away(b.0))));
            near.truncate(self.neighbors);
            near.sort_unstable_by_key(|&(j, _)| j);
        }
        let strength: f32 = near.iter().map(|&(_, similarity)| similarity).sum();
        for (_, weight) in &mut near {
            *weight /= 1.0 + strength;
        }
        let own = near.partition_point(|&(j, _)| (j as usize) < article);
        near.insert(own, (article as u32, 1.0));
        near
    }
}

/// Rows one after the other: looked up millions of times, at random.
struct Rows {
    starts: Vec<usize>,
    entries: Row,
}

impl Rows {
    fn new(chunks: &[Vec<Row>]) -> Self {
        let ends = chunks.iter().flatten().scan(0, |end, row| {
            *end += row.len();
            Some(*end)
        });
        let starts = std::iter::once(0).chain(ends).collect();
        Self { starts, entries: chunks.iter().flatten().flatten().copied().collect() }
    }

    fn of(&self, article: usize) -> &[(u32, f32)] {
        &self.entries[self.starts[article]..self.starts[article + 1]]
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

/// For each article those that mix it in, ascending.
struct Lenders {
    starts: Vec<usize>,
    articles: Vec<u32>,
}

impl Lenders {
    fn new(mixing: &Rows) -> Self {
        let mut starts = vec![0; mixing.len() + 1];
        for &(j, _) in &mixing.entries {
            starts[j as usize + 1] += 1;
        }
        for i in 0..mixing.len() {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut articles = vec![0; starts[mixing.len()]];
        for i in 0..mixing.len() {
            for &(j, _) in mixing.of(i) {
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

/// A dense row that is reused.
struct Scratch {
    /// Row `i` of `A S`.
    half: Vec<f32>,
}

impl Scratch {
    fn new(n: usize) -> Self {
        Self { half: vec![0.0; n] }
    }

    /// The norm of article `i`, and its products with those before it that it is compared with, ascending.
    fn row(&mut self, i: usize, graph: &NeighborGraph, mixing: &Rows, lenders: &Lenders) -> (f32, Row) {
        for &(a, weight) in mixing.of(i) {
            self.half[a as usize] += weight;
            for (j, similarity) in graph.neighbors(a as usize) {
                self.half[j] += weight * similarity;
            }
        }
        let product = |half: &[f32], j: u32| -> f32 {
            mixing.of(j as usize).iter().map(|&(b, weight)| weight * half[b as usize]).sum()
        };
        let neighbors = graph.neighbors(i).map(|(j, _)| j as u32).take_while(|&j| (j as usize) < i);
        let borrowers = |&(a, _): &(u32, f32)| {
            let all = lenders.of(a);
            all[..all.partition_point(|&j| (j as usize) < i)].iter().rev().take(BORROWERS).copied()
        };
        let mut compared: Vec<u32> = neighbors.chain(mixing.of(i).iter().flat_map(borrowers)).collect();
        compared.sort_unstable();
        compared.dedup();
        let row = compared.into_iter().map(|j| (j, product(&self.half, j))).collect();
        // At least 1: an article mixes itself in with weight 1.
        let norm = product(&self.half, i as u32).sqrt();
        for &(a, _) in mixing.of(i) {
            self.half[a as usize] = 0.0;
            for (j, _) in graph.neighbors(a as usize) {
                self.half[j] = 0.0;
            }
        }
        (norm, row)
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
            let graph = NeighborGraph::from_lower(&lower);
            let expansion = Expansion { neighbors, keep: 1.0, direct };
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
        let graph = NeighborGraph::from_lower(&[vec![], vec![(0, 0.5)], vec![(1, 0.5)]]);
        let expanded = Expansion::default().apply(&graph, 0.1);
        assert!(graph.neighbors(0).all(|(j, _)| j != 2));
        assert!(expanded.neighbors(0).any(|(j, similarity)| j == 2 && similarity > 0.2));
    }
}
