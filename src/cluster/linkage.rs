//! Linkage on the sparse graph: [`Linkage`].

use rustc_hash::FxHashSet;

use super::constraints::Constraints;
use super::dendrogram::{Dendrogram, Merge, find};
use crate::graph::NeighborGraph;
use crate::parallel::map_slice;

/// Merges articles into clusters by the cosine of their centroids, with less trust in small clusters.
///
/// With `G_AB` the sum of similarities between the articles of A and B (1 between an article and itself, 0 where the
/// graph has no edge), two clusters score
///
/// ```text
/// G_AB / sqrt(G_AA G_BB) / (1 + 2 small / sqrt(n_A + n_B))
/// ```
///
/// The first factor is the cosine of the centroids. It rises as clusters grow and the noise of single headlines
/// averages out, so small clusters must be nearer to merge: the second factor, whose strength is `small`. Together they
/// let one threshold serve a story of three articles and one of three hundred.
///
/// In rounds: every pair of clusters that are each other's best (score, then lower positions) and reach the threshold
/// merge, until there is no such pair. For reducible linkages that is what merging the best pair first gives (Sumengen
/// et al. 2021, Reciprocal Agglomerative Clustering); for this one it is the definition. Sums are kept as integers, so
/// they do not depend on the order of addition: the result is the same on any number of threads.
///
/// A round costs the edges of the clusters that the last one touched.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Linkage {
    /// Pairs below this score do not merge, in [0, 1]. Raising it makes stories smaller.
    pub threshold: f64,
    /// How much nearer small clusters must be, 0 or more. Raising it makes for fewer small stories.
    pub small: f64,
}

impl Default for Linkage {
    /// Threshold 0.25, small 0.6: two single headlines merge at a cosine of 0.46, two big clusters at 0.25.
    fn default() -> Self {
        Self { threshold: 0.25, small: 0.6 }
    }
}

/// Similarity 1 as an integer. A million articles all alike add up to less than 2^63.
const ONE: u64 = 1 << 20;

/// A similarity, in [0, 1], as an integer.
#[allow(clippy::cast_sign_loss, reason = "similarities are not negative")]
fn integer(similarity: f32) -> u64 {
    (f64::from(similarity) * ONE as f64).round() as u64
}

/// Clusters are named by their lowest position.
struct State {
    size: Vec<u32>,
    inner: Vec<u64>,
    /// Neighbouring clusters, ascending, with the sum of similarities.
    links: Vec<Vec<(u32, u64)>>,
    /// Pairs of clusters that must not merge, lower name first.
    apart: FxHashSet<(u32, u32)>,
}

impl Linkage {
    /// The score of two clusters from their sums of similarities (see [`Linkage`]) and their sizes; in [0, 1].
    #[must_use]
    pub fn score(&self, between: f64, inner: (f64, f64), articles: usize) -> f64 {
        let cosine = (between / (inner.0 * inner.1).sqrt()).min(1.0);
        cosine / (1.0 + self.small * 2.0 / (articles as f64).sqrt())
    }

    /// Clusters the articles of a graph. An article without neighbours is a cluster of its own.
    #[must_use]
    pub fn cluster(&self, graph: &NeighborGraph, constraints: &Constraints) -> Dendrogram {
        let n = graph.len();
        let mut state = State {
            size: vec![1; n],
            inner: vec![ONE; n],
            links: (0..n)
                .map(|i| graph.neighbors(i).map(|(j, similarity)| (j as u32, integer(similarity))).collect())
                .collect(),
            apart: FxHashSet::default(),
        };
        let mut dendrogram = Dendrogram { articles: n, ..Dendrogram::default() };
        state.constrain(constraints, &mut dendrogram);

        let mut best: Vec<Option<(u32, f64)>> = vec![None; n];
        let mut touched: Vec<u32> = (0..n as u32).filter(|&name| !state.links[name as usize].is_empty()).collect();
        loop {
            let found = map_slice(&touched, |&name| self.best(&state, name));
            for (&name, found) in touched.iter().zip(found) {
                best[name as usize] = found;
            }
            // Of each pair at least one side was touched: what has not changed did not merge last time either.
            let mut pairs: Vec<(u32, u32, f64)> = touched
                .iter()
                .filter_map(|&name| {
                    let (other, score) = best[name as usize]?;
                    let (back, _) = best[other as usize]?;
                    (back == name).then_some((name.min(other), name.max(other), score))
                })
                .collect();
            pairs.sort_unstable_by_key(|&(a, b, _)| (a, b));
            pairs.dedup_by_key(|&mut (a, b, _)| (a, b));
            if pairs.is_empty() {
                break;
            }
            let start = dendrogram.merges.len();
            for &(a, b, score) in &pairs {
                dendrogram.merges.push(Merge { into: a as usize, from: b as usize, score });
                best[b as usize] = None;
            }
            dendrogram.rounds.push(start..dendrogram.merges.len());
            touched = state.merge(&pairs);
        }
        dendrogram.links = self.left_over(&state);
        dendrogram
    }

    /// The best cluster to merge with.
    fn best(&self, state: &State, name: u32) -> Option<(u32, f64)> {
        let mut best: Option<(u32, f64)> = None;
        for &(other, between) in &state.links[name as usize] {
            let score = self.between(state, name, other, between);
            // Links ascend, and of equal scores the pair with the lower names wins: the first.
            if score >= self.threshold && best.is_none_or(|(_, top)| score > top) && !state.are_apart(name, other) {
                best = Some((other, score));
            }
        }
        best
    }

    fn between(&self, state: &State, a: u32, b: u32, between: u64) -> f64 {
        let (a, b) = (a.min(b) as usize, a.max(b) as usize);
        let articles = state.size[a] as usize + state.size[b] as usize;
        self.score(between as f64, (state.inner[a] as f64, state.inner[b] as f64), articles)
    }

    fn left_over(&self, state: &State) -> Vec<(usize, usize, f64)> {
        let mut links = Vec::new();
        for (name, own) in (0..).zip(&state.links) {
            for &(other, between) in own.iter().filter(|&&(other, _)| other > name) {
                links.push((name as usize, other as usize, self.between(state, name, other, between)));
            }
        }
        links
    }
}

impl State {
    fn are_apart(&self, a: u32, b: u32) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(a.min(b), a.max(b)))
    }

    fn constrain(&mut self, constraints: &Constraints, dendrogram: &mut Dendrogram) {
        let n = self.size.len();
        let mut roots: Vec<usize> = (0..n).collect();
        for &(a, b) in constraints.together.iter().filter(|&&(a, b)| a < n && b < n) {
            let (a, b) = (find(&mut roots, a), find(&mut roots, b));
            if a != b {
                roots[a.max(b)] = a.min(b);
                self.merge(&[(a.min(b) as u32, a.max(b) as u32, 1.0)]);
                dendrogram.merges.push(Merge { into: a.min(b), from: a.max(b), score: 1.0 });
            }
        }
        for &(a, b) in constraints.apart.iter().filter(|&&(a, b)| a < n && b < n) {
            let (a, b) = (find(&mut roots, a) as u32, find(&mut roots, b) as u32);
            if a != b {
                self.apart.insert((a.min(b), a.max(b)));
            }
        }
    }

    /// Merges disjoint pairs (lower name first); returns the clusters whose links or scores changed, ascending.
    fn merge(&mut self, pairs: &[(u32, u32, f64)]) -> Vec<u32> {
        let mut touched: Vec<u32> = Vec::new();
        for &(a, b, _) in pairs {
            touched.push(a);
            for &(other, _) in self.links[a as usize].iter().chain(&self.links[b as usize]) {
                touched.push(other);
            }
        }
        let into: rustc_hash::FxHashMap<u32, u32> = pairs.iter().map(|&(a, b, _)| (b, a)).collect();
        let renamed = |name: u32| into.get(&name).copied().unwrap_or(name);
        for name in &mut touched {
            *name = renamed(*name);
        }
        touched.sort_unstable();
        touched.dedup();

        for &(a, b, _) in pairs {
            let mut gone = std::mem::take(&mut self.links[b as usize]);
            let links = &mut self.links[a as usize];
            if let Ok(at) = links.binary_search_by_key(&b, |&(name, _)| name) {
                self.inner[a as usize] += 2 * links[at].1;
            }
            self.inner[a as usize] += self.inner[b as usize];
            self.size[a as usize] += self.size[b as usize];
            links.append(&mut gone);
        }
        let links = &self.links;
        let rebuilt = map_slice(&touched, |&name| {
            let mut row: Vec<(u32, u64)> = links[name as usize]
                .iter()
                .map(|&(other, sum)| (renamed(other), sum))
                .filter(|&(other, _)| other != name)
                .collect();
            row.sort_unstable_by_key(|&(other, _)| other);
            row.dedup_by(|gone, kept| {
                let same = gone.0 == kept.0;
                if same {
                    kept.1 += gone.1;
                }
                same
            });
            row
        });
        for (&name, row) in touched.iter().zip(rebuilt) {
            self.links[name as usize] = row;
        }
        if !self.apart.is_empty() {
            self.apart =
                self.apart.iter().map(|&(a, b)| (renamed(a), renamed(b))).map(|(a, b)| (a.min(b), a.max(b))).collect();
        }
        touched
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cluster::naive;

    fn graph(n: usize, edges: impl IntoIterator<Item = ((usize, usize), f32)>) -> NeighborGraph {
        let mut upper: Vec<Vec<(u32, f32)>> = vec![Vec::new(); n];
        for ((a, b), similarity) in edges {
            if a < b {
                upper[a].push((b as u32, similarity));
            }
        }
        NeighborGraph::from_upper(&upper)
    }

    proptest! {
        /// Few similarities, so that ties are the rule.
        #[test]
        fn links_give_what_all_pairs_give(
            edges in prop::collection::btree_map((0_usize..24, 0_usize..24), 2_u32..9, 0..120),
            together in prop::collection::vec((0_usize..24, 0_usize..24), 0..3),
            apart in prop::collection::vec((0_usize..24, 0_usize..24), 0..4),
            threshold in 0.1_f64..0.6,
            small in 0.0_f64..1.0,
        ) {
            let graph = graph(24, edges.into_iter().map(|(pair, weight)| (pair, weight as f32 / 8.0)));
            let mut constraints = Constraints::new();
            together.iter().for_each(|&(a, b)| constraints.must_link(a, b));
            apart.iter().for_each(|&(a, b)| constraints.cannot_link(a, b));
            let linkage = Linkage { threshold, small };
            let dendrogram = linkage.cluster(&graph, &constraints);
            prop_assert_eq!(dendrogram.labels(), naive::cluster(linkage, &graph, &constraints));
        }
    }

    #[test]
    fn constraints_hold() {
        let edges = [((0, 1), 0.9), ((1, 2), 0.9), ((0, 2), 0.9)];
        let graph = graph(5, edges);
        let mut constraints = Constraints::new();
        constraints.must_link(3, 4);
        constraints.cannot_link(0, 2);
        let labels = Linkage::default().cluster(&graph, &constraints).labels();
        assert_eq!(labels[3], labels[4]);
        assert_ne!(labels[0], labels[2]);
        assert_eq!(Linkage::default().cluster(&graph, &Constraints::new()).labels(), [0, 0, 0, 1, 2]);
    }

    #[test]
    fn merges_above_a_score_are_sub_events() {
        let graph = graph(4, [((0, 1), 1.0), ((2, 3), 1.0), ((1, 2), 0.8), ((0, 2), 0.8)]);
        let dendrogram = Linkage { threshold: 0.2, small: 0.6 }.cluster(&graph, &Constraints::new());
        assert_eq!(dendrogram.labels(), [0, 0, 0, 0]);
        assert_eq!(dendrogram.labels_above(0.5), [0, 0, 1, 1]);
    }
}
