//! How clusters came together: the merges in order, and what was left.

use std::ops::Range;

/// One merge of two clusters.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Merge {
    /// The cluster that holds the lower position, named by it. The merged cluster keeps this name.
    pub into: usize,
    /// The other, named by its lowest position.
    pub from: usize,
    /// The linkage score at which they merged, in [0, 1]; 1 for a must-link.
    pub score: f64,
}

/// The merges that led to a partition.
///
/// Scores need not fall from merge to merge: linkage merges all reciprocal nearest neighbours of a round at once, and a
/// merge may bring others nearer.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Dendrogram {
    pub(super) articles: usize,
    pub(super) merges: Vec<Merge>,
    pub(super) rounds: Vec<Range<usize>>,
    pub(super) links: Vec<(usize, usize, f64)>,
}

impl Dendrogram {
    pub(super) fn push_round(&mut self, merges: impl Iterator<Item = Merge>) {
        let start = self.merges.len();
        self.merges.extend(merges);
        self.rounds.push(start..self.merges.len());
    }

    /// Number of articles.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.articles
    }

    /// The merges, in order.
    #[must_use]
    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// Number of rounds it took.
    #[must_use]
    pub fn rounds(&self) -> usize {
        self.rounds.len()
    }

    /// Pairs of final clusters, each named by its lowest position, that are near but not near enough: with their score,
    /// ascending by pair. What a reader would call related stories.
    #[must_use]
    pub fn links(&self) -> &[(usize, usize, f64)] {
        &self.links
    }

    /// How near each merge's cluster is all through: its score, or a lower one of a merge inside.
    fn heights(&self) -> impl Iterator<Item = (&Merge, f64)> {
        let mut of_cluster = vec![f64::INFINITY; self.articles];
        self.merges.iter().map(move |merge| {
            let height = merge.score.min(of_cluster[merge.into]).min(of_cluster[merge.from]);
            of_cluster[merge.into] = height;
            (merge, height)
        })
    }

    /// The score up to which two articles are in one cluster: that of the merge that put them there, or a lower one of a
    /// merge inside of it; `None` where none did. Linear in the merges.
    #[must_use]
    pub fn joined_at(&self, a: usize, b: usize) -> Option<f64> {
        let (mut a, mut b) = (a, b);
        if a == b {
            return None;
        }
        for (merge, height) in self.heights() {
            for side in [&mut a, &mut b] {
                if *side == merge.from {
                    *side = merge.into;
                }
            }
            if a == b {
                return Some(height);
            }
        }
        None
    }

    /// The first cluster that held two articles, ascending; nobody where none did, or where both are one. About linear.
    pub(crate) fn joint_cluster(&self, a: usize, b: usize) -> Vec<usize> {
        if a == b {
            return Vec::new();
        }
        let mut roots: Vec<usize> = (0..self.articles).collect();
        for merge in &self.merges {
            let (into, from) = (find(&mut roots, merge.into), find(&mut roots, merge.from));
            roots[into.max(from)] = into.min(from);
            let root = find(&mut roots, a);
            if root == find(&mut roots, b) {
                return (0..self.articles).filter(|&article| find(&mut roots, article) == root).collect();
            }
        }
        Vec::new()
    }

    /// The score of the final clusters of two articles, where a link is left between them. Linear in the merges.
    #[must_use]
    pub fn link(&self, a: usize, b: usize) -> Option<f64> {
        let (mut a, mut b) = (a, b);
        for merge in &self.merges {
            for side in [&mut a, &mut b] {
                if *side == merge.from {
                    *side = merge.into;
                }
            }
        }
        let pair = (a.min(b), a.max(b));
        let at = self.links.binary_search_by_key(&pair, |&(a, b, _)| (a, b)).ok()?;
        Some(self.links[at].2)
    }

    /// The cluster of each article, numbered from 0 in the order of their lowest positions. About linear.
    #[must_use]
    pub fn labels(&self) -> Vec<usize> {
        self.labels_above(0.0)
    }

    /// The clusters when only merges at `score` or above count, with those inside of them: the sub-events of the stories.
    #[must_use]
    pub fn labels_above(&self, score: f64) -> Vec<usize> {
        let mut roots: Vec<usize> = (0..self.articles).collect();
        for (merge, _) in self.heights().filter(|&(_, height)| height >= score) {
            let (a, b) = (find(&mut roots, merge.into), find(&mut roots, merge.from));
            roots[a.max(b)] = a.min(b);
        }
        let mut labels = vec![0; self.articles];
        let mut next = 0;
        for article in 0..self.articles {
            // A root is its cluster's lowest position, so it is numbered before its members.
            let root = find(&mut roots, article);
            labels[article] = if root == article {
                next += 1;
                next - 1
            } else {
                labels[root]
            };
        }
        labels
    }
}

/// The root of a set, halving the path on the way.
pub(super) fn find(roots: &mut [usize], mut at: usize) -> usize {
    while roots[at] != at {
        roots[at] = roots[roots[at]];
        at = roots[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Dendrogram, Merge};

    #[test]
    fn what_a_merge_brings_nearer_is_as_far_as_the_merge() {
        let mut dendrogram = Dendrogram { articles: 4, ..Dendrogram::default() };
        dendrogram
            .push_round([Merge { into: 0, from: 2, score: 0.2 }, Merge { into: 1, from: 3, score: 0.3 }].into_iter());
        dendrogram.push_round([Merge { into: 0, from: 1, score: 0.21 }].into_iter());
        assert_eq!(dendrogram.labels_above(0.205), [0, 1, 2, 1]);
        assert_eq!(dendrogram.labels_above(0.2), [0; 4]);
        assert_eq!((dendrogram.joined_at(0, 1), dendrogram.joined_at(1, 3)), (Some(0.2), Some(0.3)));
    }

    #[test]
    fn two_articles_meet_in_the_cluster_of_their_merge() {
        let mut dendrogram = Dendrogram { articles: 5, ..Dendrogram::default() };
        dendrogram
            .push_round([Merge { into: 0, from: 2, score: 0.4 }, Merge { into: 1, from: 3, score: 0.3 }].into_iter());
        dendrogram.push_round([Merge { into: 0, from: 1, score: 0.2 }].into_iter());
        let met = [(2, 0), (3, 1), (2, 3), (0, 4), (2, 2)].map(|(a, b)| dendrogram.joint_cluster(a, b));
        assert_eq!(met, [vec![0, 2], vec![1, 3], vec![0, 1, 2, 3], vec![], vec![]]);
    }
}
