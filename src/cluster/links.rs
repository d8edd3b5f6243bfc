//! The sums of similarities between clusters while they merge: [`Links`].

use rustc_hash::FxHashSet;

use super::constraints::Constraints;
use super::dendrogram::{Dendrogram, Merge, find};
use super::linkage::{EVENT, Linkage};
use crate::graph::NeighborGraph;
use crate::parallel::{map_ranges, map_vec};

/// Similarity 1 as an integer. A million articles all alike add up to less than 2^63.
const ONE: u64 = 1 << 20;

/// A similarity, in [0, 1], as an integer.
#[allow(clippy::cast_sign_loss, reason = "similarities are not negative")]
fn integer(similarity: f32) -> u64 {
    (f64::from(similarity) * ONE as f64).round() as u64
}

/// Other clusters, each with the sum of similarities to it.
type Row = Vec<(u32, u64)>;

/// A cluster to merge with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Best {
    pub(super) name: u32,
    pub(super) score: f64,
    /// The round that the score is of.
    pub(super) round: u32,
}

impl Best {
    /// By score, then by the lower name.
    pub(super) fn is_better(self, other: Self) -> bool {
        self.score.total_cmp(&other.score).then_with(|| other.name.cmp(&self.name)).is_gt()
    }
}

/// Two clusters that merge: the lower name is kept.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub(super) kept: u32,
    pub(super) gone: u32,
    pub(super) score: f64,
}

/// The clusters, each named by its lowest position, and the sums between them.
///
/// A merge does not touch the links of its neighbours: they go on naming clusters that are gone, until they are next
/// looked through.
#[derive(Debug)]
pub(super) struct Links {
    /// The cluster that took each one in, or itself; never above it.
    roots: Vec<u32>,
    /// Those that were taken in.
    gone: Vec<u32>,
    size: Vec<u32>,
    /// The last round in which each one grew; 0 for none.
    grew: Vec<u32>,
    inner: Vec<u64>,
    /// The sum of the detail of its articles, 1 for each being the most.
    detail: Vec<u64>,
    rows: Vec<Row>,
    /// Pairs of clusters that must not merge, the lower first.
    apart: FxHashSet<(u32, u32)>,
}

impl Links {
    pub(super) fn new(graph: &NeighborGraph, detail: &[f32]) -> Self {
        let n = graph.len();
        let row = |i| graph.neighbors(i).map(|(j, similarity)| (j as u32, integer(similarity))).collect();
        let rows = map_ranges(n, 1024, |range| range.map(row).collect::<Vec<_>>());
        Self {
            roots: (0..n as u32).collect(),
            gone: Vec::new(),
            size: vec![1; n],
            grew: vec![0; n],
            inner: vec![ONE; n],
            detail: (0..n).map(|i| detail.get(i).map_or(0, |&detail| integer(detail.clamp(0.0, 1.0)))).collect(),
            rows: rows.into_iter().flatten().collect(),
            apart: FxHashSet::default(),
        }
    }

    /// The clusters that have links, ascending.
    pub(super) fn linked(&self) -> Vec<u32> {
        (0..).zip(&self.rows).filter(|(_, row)| !row.is_empty()).map(|(name, _)| name).collect()
    }

    /// The cluster that holds one that may be gone.
    pub(super) fn root(&self, mut name: u32) -> u32 {
        while self.roots[name as usize] != name {
            name = self.roots[name as usize];
        }
        name
    }

    /// The last round in which a cluster grew; 0 for none.
    pub(super) fn grew_in(&self, name: u32) -> u32 {
        self.grew[name as usize]
    }

    /// Whether a cluster is one article.
    pub(super) fn is_alone(&self, name: u32) -> bool {
        self.size[name as usize] == 1
    }

    /// The links of a cluster with the sums of similarities, as they were when last resolved.
    pub(super) fn of(&self, name: u32) -> &[(u32, u64)] {
        &self.rows[name as usize]
    }

    pub(super) fn score(&self, linkage: Linkage, a: u32, b: u32, sum: u64) -> f64 {
        let (a, b) = (a as usize, b as usize);
        let sizes = (self.size[a] as usize, self.size[b] as usize);
        // Most clusters are small, and of these it does not count.
        let detail = if sizes.0.min(sizes.1) >= EVENT.0 {
            (self.detail[a] + self.detail[b]) as f64 / (ONE * (sizes.0 + sizes.1) as u64) as f64
        } else {
            0.0
        };
        let [sum, one, other] = [sum, self.inner[a], self.inner[b]].map(|sum| sum as f64 / ONE as f64);
        linkage.score(sum, (one, other), sizes, detail)
    }

    /// A cluster as one for another to merge with.
    pub(super) fn scored(&self, linkage: Linkage, from: u32, name: u32, sum: u64, round: u32) -> Best {
        Best { name, score: self.score(linkage, from, name, sum), round }
    }

    pub(super) fn are_apart(&self, a: u32, b: u32) -> bool {
        !self.apart.is_empty() && self.apart.contains(&(a.min(b), a.max(b)))
    }

    pub(super) fn constrain(&mut self, constraints: &Constraints, dendrogram: &mut Dendrogram) {
        let n = self.rows.len();
        let mut roots: Vec<usize> = (0..n).collect();
        let mut demanded = Vec::new();
        for &(a, b) in constraints.together.iter().filter(|&&(a, b)| a < n && b < n) {
            demanded.extend([a, b]);
            let (a, b) = (find(&mut roots, a), find(&mut roots, b));
            roots[a.max(b)] = a.min(b);
        }
        demanded.sort_unstable();
        demanded.dedup();
        let mut left: Vec<(usize, usize)> = demanded.into_iter().map(|at| (find(&mut roots, at), at)).collect();
        left.sort_unstable();
        // All pairs of what is left at once: one after the other, every step would read all links of the steps before.
        while !left.is_empty() {
            let pairs = left.chunk_by(|a, b| a.0 == b.0).flat_map(|cluster| cluster.chunks_exact(2));
            let pairs = pairs.map(|two| Pair { kept: two[0].1 as u32, gone: two[1].1 as u32, score: 1.0 });
            let mut pairs: Vec<Pair> = pairs.collect();
            pairs.sort_unstable_by_key(|pair| pair.kept);
            self.merge(&pairs, 0);
            let merges =
                pairs.iter().map(|pair| Merge { into: pair.kept as usize, from: pair.gone as usize, score: 1.0 });
            dendrogram.merges.extend(merges);
            let kept = left.chunk_by(|a, b| a.0 == b.0).filter(|cluster| cluster.len() > 2);
            left = kept.flat_map(|cluster| cluster.iter().step_by(2).copied()).collect();
        }
        if !constraints.together.is_empty() {
            let linked = self.linked();
            self.resolve(&linked);
        }
        for &(a, b) in constraints.apart.iter().filter(|&&(a, b)| a < n && b < n) {
            let (a, b) = (find(&mut roots, a) as u32, find(&mut roots, b) as u32);
            if a != b {
                self.apart.insert((a.min(b), a.max(b)));
            }
        }
    }

    /// Merges disjoint pairs, ascending, in a round, numbered from 1; must-links come before, in round 0.
    pub(super) fn merge(&mut self, pairs: &[Pair], round: u32) {
        for &Pair { kept, gone, .. } in pairs {
            let (k, g) = (kept as usize, gone as usize);
            self.roots[g] = kept;
            self.inner[k] += self.inner[g];
            self.size[k] += self.size[g];
            self.detail[k] += self.detail[g];
            self.grew[k] = round;
        }
        // What is kept is taken in by nothing else at the same time, so one step is all the way.
        for &name in &self.gone {
            self.roots[name as usize] = self.roots[self.roots[name as usize] as usize];
        }
        self.gone.extend(pairs.iter().map(|pair| pair.gone));
        let both = |&Pair { kept, gone, .. }: &Pair| {
            (kept, [kept, gone].map(|name| std::mem::take(&mut self.rows[name as usize])))
        };
        let rows: Vec<(u32, [Row; 2])> = pairs.iter().map(both).collect();
        self.put_resolved(rows);
        if !self.apart.is_empty() {
            let pairs = self.apart.iter().map(|&(a, b)| (self.root(a), self.root(b)));
            self.apart = pairs.map(|(a, b)| (a.min(b), a.max(b))).collect();
        }
    }

    /// Brings the links of some clusters up to date. What lies inside a cluster is counted there.
    pub(super) fn resolve(&mut self, names: &[u32]) {
        let rows = names.iter().map(|&name| (name, [std::mem::take(&mut self.rows[name as usize]), Row::new()]));
        let rows = rows.collect();
        self.put_resolved(rows);
    }

    /// Joins two lists of links to those of each of these clusters.
    fn put_resolved(&mut self, rows: Vec<(u32, [Row; 2])>) {
        let resolved = map_vec(rows, |(name, [mut row, mut more])| {
            row.append(&mut more);
            (name, self.resolved(name, row))
        });
        for (name, (row, inner)) in resolved {
            self.rows[name as usize] = row;
            self.inner[name as usize] += inner;
        }
    }

    /// The links of a cluster brought up to date, ascending, and the sum of those into itself, which has each pair from both
    /// sides.
    pub(super) fn resolved(&self, name: u32, mut row: Row) -> (Row, u64) {
        for (other, _) in &mut row {
            *other = self.root(*other);
        }
        // A few ascending runs: what each cluster brought, and where clusters have merged since.
        row.sort_by_key(|&(other, _)| other);
        row.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                earlier.1 += later.1;
            }
            is_same
        });
        let own = row.binary_search_by_key(&name, |&(other, _)| other).map_or(0, |at| row.remove(at).1);
        (row, own)
    }
}
