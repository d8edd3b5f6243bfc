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
/// Costs per article its neighbours' neighbours, times `neighbors`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Expansion {
    /// How many nearest neighbours lend their words; 0 switches expansion off.
    pub neighbors: usize,
    /// Expanded similarities below this share of the graph's floor are dropped; above 0, up to 10.
    pub keep: f32,
}

impl Default for Expansion {
    /// 10 neighbours, 0.5.
    fn default() -> Self {
        Self { neighbors: 10, keep: 0.5 }
    }
}

type Row = Vec<(u32, f32)>;

impl Expansion {
    /// The expanded similarities of a graph that was searched down to `floor`.
    #[must_use]
    pub fn apply(&self, graph: &NeighborGraph, floor: f32) -> NeighborGraph {
        let keep = self.keep * floor;
        if self.neighbors == 0 {
            return graph.clone();
        }
        let n = graph.len();
        let mixing: Vec<Row> = flat(map_ranges(n, 1024, |range| range.map(|i| self.mixing(graph, i)).collect()));
        let mut lenders: Vec<Row> = vec![Vec::new(); n];
        for (i, row) in mixing.iter().enumerate() {
            for &(j, weight) in row {
                lenders[j as usize].push((i as u32, weight));
            }
        }
        // Only the diagonal and what lies above it: (i, j) and (j, i) must agree to the last bit.
        let upper: Vec<Row> = flat(map_ranges(n, 256, |range| {
            let (mut half, mut full) = (Accumulator::new(n), Accumulator::new(n));
            range
                .map(|i| {
                    for &(a, weight) in &mixing[i] {
                        half.add(a, weight);
                        for (j, similarity) in graph.neighbors(a as usize) {
                            half.add(j as u32, weight * similarity);
                        }
                    }
                    for (b, value) in half.drain() {
                        let row = &lenders[b as usize];
                        for &(j, weight) in &row[row.partition_point(|&(j, _)| (j as usize) < i)..] {
                            full.add(j, value * weight);
                        }
                    }
                    full.drain()
                })
                .collect()
        }));
        // The diagonal comes first in a row, and is at least 1: an article mixes itself in with weight 1.
        let norms: Vec<f32> = upper.iter().map(|row| row.first().map_or(1.0, |&(_, own)| own.sqrt())).collect();
        let kept = upper.into_iter().enumerate().map(|(i, row)| {
            let scaled =
                row.into_iter().skip(1).map(|(j, value)| (j, (value / (norms[i] * norms[j as usize])).min(1.0)));
            scaled.filter(|&(_, similarity)| similarity >= keep).collect::<Row>()
        });
        NeighborGraph::from_upper(&kept.collect::<Vec<_>>())
    }

    /// Row `article` of `A`, ascending.
    fn mixing(&self, graph: &NeighborGraph, article: usize) -> Row {
        let mut near: Row = graph.neighbors(article).map(|(j, similarity)| (j as u32, similarity)).collect();
        if near.len() > self.neighbors {
            near.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
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

fn flat<T>(chunks: Vec<Vec<T>>) -> Vec<T> {
    chunks.into_iter().flatten().collect()
}

/// A sparse row under construction. All values added are positive.
struct Accumulator {
    values: Vec<f32>,
    touched: Vec<u32>,
}

impl Accumulator {
    fn new(width: usize) -> Self {
        Self { values: vec![0.0; width], touched: Vec::new() }
    }

    fn add(&mut self, index: u32, value: f32) {
        let sum = &mut self.values[index as usize];
        if *sum == 0.0 {
            self.touched.push(index);
        }
        *sum += value;
    }

    /// The row, ascending; leaves zeros behind.
    fn drain(&mut self) -> Row {
        self.touched.sort_unstable();
        self.touched.drain(..).map(|index| (index, std::mem::take(&mut self.values[index as usize]))).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The slow, obvious version: dense matrices.
    fn naive(expansion: Expansion, graph: &NeighborGraph) -> Vec<Vec<f64>> {
        let n = graph.len();
        let mut s = vec![vec![0.0_f64; n]; n];
        let mut a = vec![vec![0.0_f64; n]; n];
        for i in 0..n {
            s[i][i] = 1.0;
            a[i][i] = 1.0;
            let mut near: Vec<(usize, f32)> = graph.neighbors(i).collect();
            near.iter().for_each(|&(j, similarity)| s[i][j] = similarity.into());
            near.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
            near.truncate(expansion.neighbors);
            let strength: f64 = near.iter().map(|&(_, similarity)| f64::from(similarity)).sum();
            near.iter().for_each(|&(j, similarity)| a[i][j] = f64::from(similarity) / (1.0 + strength));
        }
        let product = |i: usize, j: usize| -> f64 {
            (0..n).map(|k| (0..n).map(|l| a[i][k] * s[k][l] * a[j][l]).sum::<f64>()).sum()
        };
        let cosine = |i: usize, j: usize| product(i, j) / (product(i, i) * product(j, j)).sqrt();
        (0..n).map(|i| (0..n).map(|j| cosine(i, j)).collect()).collect()
    }

    proptest! {
        #[test]
        fn graph_products_are_the_dense_products(
            edges in prop::collection::btree_map((0_u32..9, 0_u32..9), 1_u32..5, 0..20),
            neighbors in 1_usize..4,
        ) {
            let mut upper: Vec<Row> = vec![Vec::new(); 9];
            for (&(a, b), &weight) in edges.iter().filter(|((a, b), _)| a < b) {
                upper[a as usize].push((b, weight as f32 / 5.0));
            }
            let graph = NeighborGraph::from_upper(&upper);
            let expansion = Expansion { neighbors, keep: 1.0 };
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
        let graph = NeighborGraph::from_upper(&[vec![(1, 0.5)], vec![(2, 0.5)], vec![]]);
        let expanded = Expansion::default().apply(&graph, 0.1);
        assert!(graph.neighbors(0).all(|(j, _)| j != 2));
        assert!(expanded.neighbors(0).any(|(j, similarity)| j == 2 && similarity > 0.3));
    }
}
