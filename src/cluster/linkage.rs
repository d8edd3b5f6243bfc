//! Linkage on the sparse graph: [`Linkage`].

use super::constraints::Constraints;
use super::dendrogram::{Dendrogram, Merge};
use super::links::{Best, Links, Pair};
use crate::graph::NeighborGraph;
use crate::parallel::{map_chunks, map_slice};

/// Articles of a cluster that is not large.
const LARGE: usize = 5;

/// Articles of each of two clusters at least, and their mean detail, where it counts how near either is to itself.
pub(super) const EVENT: (usize, f64) = (4, 0.3);

/// Of the mean similarity inside the looser of two such clusters, what there must be between them.
const BETWEEN: f64 = 0.6;

/// Power of the noise floor, counted from the lowest one, that the threshold rises with.
const NOISE: f64 = 0.12;

/// Articles of a batch at which it counts half that one of them is near to one cluster only.
const KNOWN: f64 = 200.0;

/// Merges articles into clusters by the cosine of their centroids, with less trust in small clusters.
///
/// With `G_AB` the sum of similarities between the articles of A and B (1 between an article and itself, 0 where the
/// graph has no edge), two clusters score
///
/// ```text
/// G_AB / sqrt(G_AA G_BB) / (1 + 2 small / sqrt(n_A + n_B)) / (1 + large d max(0, 1 - 5 / min(n_A, n_B)))
/// ```
///
/// The first factor is the cosine of the centroids. It rises as clusters grow and the noise of single headlines
/// averages out, so small clusters must be nearer to merge: the second factor, whose strength is `small`. Together they
/// let one threshold serve a story of three articles and one of three hundred.
///
/// The third, whose strength is `large`, is against chains. Headlines leave out most of what their articles have in
/// common, so two halves of one story may well look as far apart as two stories. Where articles have text (`d` is the mean
/// of what [`detail`](super::detail) says of the articles of both), parts of one event share its words; two clusters of
/// more than five articles each that do not are two events of one matter, which a few articles about both lie between.
///
/// And two of four articles or more with text do not merge where their mean similarity to each other is less than three fifths
/// of that inside the looser of the two: each tells an event of its own, on one matter. Their score is the threshold times
/// what there is of these three fifths, where it is not lower still.
///
/// In rounds: every pair of clusters that are each other's best (score, then lower positions) and reach the threshold
/// merge, until there is no such pair. For reducible linkages that is what merging the best pair first gives (Sumengen
/// et al. 2021, Reciprocal Agglomerative Clustering); for this one it is the definition. Sums are kept as integers, so
/// they do not depend on the order of addition: the result is the same on any number of threads.
///
/// A last round takes in who was left alone. An article whose score with a cluster is `alone` of the threshold joins it
/// where each is nearest to the other and no third cluster is half as near to either: what little such an article says
/// speaks for one story and against none. Where times are known it must be told at one time with the cluster's article
/// that is nearest to it; what comes later is about the same people or subject as often as about the same event.
///
/// A merge costs the links of the two clusters, and those of each neighbour whose best was one of them.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Linkage {
    /// Pairs below this score do not merge, in [0, 1], default 0.18. Raising it makes stories smaller.
    pub threshold: f64,
    /// How much nearer small clusters must be, 0 or more, default 0.55. Raising it makes for fewer small stories.
    pub small: f64,
    /// How much nearer two clusters of more than five articles with text must be, 0 or more, default 3. Raising it parts large stories
    /// into their events; 0 switches off this, and that two events of four articles or more with text stay apart.
    pub large: f64,
    /// Share of the threshold that is enough for an article left alone which is near to one cluster only, in [0, 1], default
    /// 0.5; 1 switches it off. Lowering it leaves fewer articles alone.
    pub alone: f64,
}

impl Default for Linkage {
    /// Threshold 0.18, small 0.55, large 3, alone 0.5: two single headlines merge at a cosine of 0.32, two big clusters of headlines at
    /// 0.18, and two of twenty articles with forty terms each at 0.54.
    fn default() -> Self {
        Self { threshold: 0.18, small: 0.55, large: 3.0, alone: 0.5 }
    }
}

impl Linkage {
    /// The score of two clusters from their sums of similarities (see [`Linkage`]), their sizes, and the mean detail of
    /// their articles in [0, 1]; in [0, 1], and below the threshold where they tell two events.
    #[must_use]
    pub fn score(&self, between: f64, inner: (f64, f64), sizes: (usize, usize), detail: f64) -> f64 {
        let cosine = (between / (inner.0 * inner.1).sqrt()).min(1.0);
        let (articles, smaller) = (sizes.0 + sizes.1, sizes.0.min(sizes.1));
        let score = cosine / (1.0 + self.small * 2.0 / (articles as f64).sqrt());
        let oneness = self.oneness(between, inner, sizes, detail);
        let score = if oneness < 1.0 { score.min(self.threshold * oneness) } else { score };
        if smaller <= LARGE {
            return score;
        }
        score / (1.0 + self.large * detail * (smaller - LARGE) as f64 / smaller as f64)
    }

    /// How near two clusters come to telling one event: below 1 they tell two. 1 where it does not count.
    fn oneness(&self, between: f64, inner: (f64, f64), sizes: (usize, usize), detail: f64) -> f64 {
        if self.large <= 0.0 || sizes.0.min(sizes.1) < EVENT.0 || detail < EVENT.1 {
            return 1.0;
        }
        let mean = |sum: f64, articles: usize| {
            let articles = articles as f64;
            (sum - articles) / (articles * (articles - 1.0))
        };
        let inside = mean(inner.0, sizes.0).min(mean(inner.1, sizes.1));
        let needed = BETWEEN * inside * (sizes.0 as f64 * sizes.1 as f64);
        if between < needed { between / needed } else { 1.0 }
    }

    /// For a batch of so many articles, whose noise floor is so many times the lowest one.
    ///
    /// The more noise it has, the more clusters owe to it, small ones most. And that no other cluster is near to an article
    /// says the more, the more articles there are, and the more noise the floor has cut off.
    #[must_use]
    pub(crate) fn amid(self, noise: f32, articles: usize) -> Self {
        let threshold = self.threshold * Self::rise(noise);
        let noise = f64::from(noise);
        let known = articles as f64 / (articles as f64 + KNOWN);
        let alone = 1.0 - (1.0 - self.alone) * known * (1.0 - noise.recip());
        Self { threshold, small: self.small * noise.sqrt(), alone, ..self }
    }

    /// What the threshold is multiplied by where the noise floor is so many times the lowest one.
    #[must_use]
    pub(crate) fn rise(noise: f32) -> f64 {
        f64::from(noise).powf(NOISE)
    }

    /// Clusters the articles of a graph. An article without neighbours is a cluster of its own. `detail` says how much each
    /// has to say beyond a headline, in [0, 1] (see [`detail`](super::detail)); what is missing in it counts as 0.
    ///
    /// All articles count as told at one time; see [`cluster_in_time`](Self::cluster_in_time).
    #[must_use]
    pub fn cluster(&self, graph: &NeighborGraph, detail: &[f32], constraints: &Constraints) -> Dendrogram {
        self.cluster_in_time(graph, detail, constraints, |_, _| true)
    }

    /// The same where times are known: `are_at_one_time` says of two articles whether they are told at one time. It is
    /// asked for the last round only.
    #[must_use]
    pub fn cluster_in_time(
        &self,
        graph: &NeighborGraph,
        detail: &[f32],
        constraints: &Constraints,
        are_at_one_time: impl Fn(usize, usize) -> bool + Sync,
    ) -> Dendrogram {
        let mut dendrogram = Dendrogram { articles: graph.len(), ..Dendrogram::default() };
        let mut links = Links::new(graph, detail);
        links.constrain(constraints, &mut dendrogram);

        let merge = |pair: &Pair| Merge { into: pair.kept as usize, from: pair.gone as usize, score: pair.score };
        let mut best: Vec<Option<Best>> = vec![None; graph.len()];
        let mut changed: Vec<u32> = links.linked();
        self.search(&links, &changed, &mut best, 0);
        let mut round = 1;
        loop {
            // Of each pair at least one side has changed: what has not did not merge last time either.
            let mutual = |&name: &u32| {
                let Best { name: other, score, .. } = best[name as usize]?;
                let is_mutual = best[other as usize].is_some_and(|back| back.name == name);
                is_mutual.then_some(Pair { kept: name.min(other), gone: name.max(other), score })
            };
            let pairs = map_chunks(&changed, 4096, |names| names.iter().filter_map(mutual).collect::<Vec<Pair>>());
            let mut pairs = pairs.concat();
            pairs.sort_unstable_by_key(|pair| (pair.kept, pair.gone));
            pairs.dedup_by_key(|pair| (pair.kept, pair.gone));
            if pairs.is_empty() {
                break;
            }
            dendrogram.push_round(pairs.iter().map(merge));
            links.merge(&pairs, round);
            changed = self.update(&mut links, &pairs, &mut best, round);
            round += 1;
        }
        let adoptions = self.adoptions(&links, graph, are_at_one_time);
        if !adoptions.is_empty() {
            dendrogram.push_round(adoptions.iter().map(merge));
            links.merge(&adoptions, round);
        }
        dendrogram.links = self.left_over(&links);
        dendrogram
    }

    /// Finds the best again where the merges of a round may have changed it; returns the clusters where they did.
    fn update(&self, links: &mut Links, pairs: &[Pair], best: &mut [Option<Best>], round: u32) -> Vec<u32> {
        for pair in pairs {
            best[pair.gone as usize] = None;
        }
        let kept: Vec<u32> = pairs.iter().map(|pair| pair.kept).collect();
        let is_grown = |old: Best, new: Best| old.round < round && links.root(old.name) == new.name;
        let is_new = |name: u32, new: Best, old: Option<Best>| {
            self.may_merge(links, name, new) && old.is_none_or(|old| new.is_better(old))
        };
        // Around a merged cluster only the scores with it are new, and most of them change nothing.
        let seen: &[Option<Best>] = best;
        let found = map_slice(&kept, |&name| {
            let (mut own, mut news): (Option<Best>, Vec<(u32, Best)>) = (None, Vec::new());
            for &(other, sum) in links.of(name) {
                let there = links.scored(*self, name, other, sum, round);
                if is_new(name, there, own) {
                    own = Some(there);
                }
                let back = Best { name, ..there };
                let old = seen[other as usize];
                let matters = is_new(other, back, old) || old.is_some_and(|old| is_grown(old, back));
                if matters && links.grew_in(other) != round {
                    news.push((other, back));
                }
            }
            (own, news)
        });
        for (&name, &(own, _)) in kept.iter().zip(&found) {
            best[name as usize] = own;
        }
        let mut lost: Vec<u32> = Vec::new();
        let mut changed = kept;
        for (name, new) in found.into_iter().flat_map(|(_, news)| news) {
            let own = &mut best[name as usize];
            if is_new(name, new, *own) {
                // Once a round: what is better than the best of before is of this round.
                if own.is_none_or(|own| own.round < round) {
                    changed.push(name);
                }
                *own = Some(new);
            } else if own.is_some_and(|own| is_grown(own, new)) {
                // Its best has become worse: any other may be its best now.
                lost.push(name);
            }
        }
        links.resolve(&lost);
        self.search(links, &lost, best, round);
        changed.append(&mut lost);
        changed
    }

    /// Looks through all links of some clusters for their best.
    fn search(&self, links: &Links, names: &[u32], best: &mut [Option<Best>], round: u32) {
        let found = map_slice(names, |&name| {
            let all = links.of(name).iter().map(|&(other, sum)| links.scored(*self, name, other, sum, round));
            all.filter(|&found| self.may_merge(links, name, found))
                .reduce(|top, found| if found.is_better(top) { found } else { top })
        });
        for (&name, found) in names.iter().zip(found) {
            best[name as usize] = found;
        }
    }

    fn may_merge(&self, links: &Links, name: u32, found: Best) -> bool {
        found.score >= self.threshold && !links.are_apart(name, found.name)
    }

    fn left_over(&self, links: &Links) -> Vec<(usize, usize, f64)> {
        let names = links.linked();
        let left = map_slice(&names, |&name| -> Vec<(usize, usize, f64)> {
            let row = links.resolved(name, links.of(name).to_vec()).0;
            let above = row.into_iter().filter(|&(other, _)| other > name);
            above.map(|(other, sum)| (name as usize, other as usize, links.score(*self, name, other, sum))).collect()
        });
        left.concat()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::cluster::naive;
    use crate::graph::Rows;

    fn graph(n: usize, edges: impl IntoIterator<Item = ((usize, usize), f32)>) -> NeighborGraph {
        let mut lower: Vec<Vec<(u32, f32)>> = vec![Vec::new(); n];
        for ((a, b), similarity) in edges {
            if a < b {
                lower[b].push((a as u32, similarity));
            }
        }
        lower.iter_mut().for_each(|row| row.sort_unstable_by_key(|&(j, _)| j));
        NeighborGraph::from_lower(&[Rows::of(&lower, |row, all| all.extend(row))])
    }

    proptest! {
        /// Few similarities, so that ties are the rule.
        #[test]
        fn links_give_what_all_pairs_give(
            edges in prop::collection::btree_map((0_usize..24, 0_usize..24), 2_u32..9, 0..120),
            together in prop::collection::vec((0_usize..24, 0_usize..24), 0..12),
            apart in prop::collection::vec((0_usize..24, 0_usize..24), 0..4),
            threshold in 0.1_f64..0.6,
            small in 0.0_f64..1.0,
            alone in 0.0_f64..1.0,
            large in 0.0_f64..4.0,
            detail in prop::collection::vec(0.0_f32..1.0, 0..24),
        ) {
            let graph = graph(24, edges.into_iter().map(|(pair, weight)| (pair, weight as f32 / 8.0)));
            let mut constraints = Constraints::new();
            together.iter().for_each(|&(a, b)| constraints.must_link(a, b));
            apart.iter().for_each(|&(a, b)| constraints.cannot_link(a, b));
            let linkage = Linkage { threshold, small, large, alone };
            let at_one_time = |a: usize, b: usize| (a + b) % 4 > 0;
            let dendrogram = linkage.cluster_in_time(&graph, &detail, &constraints, at_one_time);
            prop_assert_eq!(dendrogram.labels(), naive::cluster(linkage, &graph, &detail, &constraints, at_one_time));
        }
    }

    #[test]
    fn constraints_hold() {
        let edges = [((0, 1), 0.9), ((1, 2), 0.9), ((0, 2), 0.9)];
        let graph = graph(5, edges);
        let mut constraints = Constraints::new();
        constraints.must_link(3, 4);
        constraints.cannot_link(0, 2);
        let labels = Linkage::default().cluster(&graph, &[], &constraints).labels();
        assert_eq!(labels[3], labels[4]);
        assert_ne!(labels[0], labels[2]);
        assert_eq!(Linkage::default().cluster(&graph, &[], &Constraints::new()).labels(), [0, 0, 0, 1, 2]);
    }

    #[test]
    fn large_clusters_with_text_must_be_nearer_than_headlines() {
        let stories_at = |between: f32, each: usize, detail: f32, large: f64| {
            let all = 2 * each;
            let pairs = (0..all).flat_map(|b| (0..b).map(move |a| (a, b)));
            let edges = pairs.map(|(a, b)| ((a, b), if a / each == b / each { 0.8 } else { between }));
            let linkage = Linkage { large, ..Linkage::default() };
            let dendrogram = linkage.cluster(&graph(all, edges), &vec![detail; all], &Constraints::new());
            1 + dendrogram.labels().into_iter().max().unwrap()
        };
        let stories = |each, detail, large| stories_at(0.3, each, detail, large);
        let large = Linkage::default().large;
        assert_eq!((stories(12, 0.0, large), stories(12, 0.7, large), stories(12, 0.7, 0.0)), (1, 2, 1));
        assert_eq!((stories(3, 0.7, large), stories(5, 0.7, large), stories(5, 0.2, large)), (1, 2, 1));
        assert_eq!(stories(5, 0.7, 0.0), 1);
        assert_eq!((stories_at(0.45, 5, 0.7, large), stories_at(0.5, 5, 0.7, large)), (2, 1), "three fifths of 0.8");
    }

    #[test]
    fn noise_asks_more_of_clusters_and_lets_one_alone_join_below_the_threshold() {
        let linkage = Linkage::default();
        let alone = |noise: f32, articles| linkage.amid(noise, articles).alone;
        assert_eq!((alone(1.0, 100_000), alone(3.0, 0)), (1.0, 1.0));
        assert!(alone(3.0, 100_000) < alone(3.0, 1_000) && alone(3.0, 1_000) < alone(2.0, 1_000));
        assert!(alone(3.0, 10) > 0.97 && alone(3.0, 100_000) < 0.7);
        assert_eq!(linkage.amid(4.0, 10).small, 2.0 * linkage.small);
        let threshold = |noise: f32| linkage.amid(noise, 10).threshold / linkage.threshold;
        assert_eq!((threshold(1.0), threshold(3.0)), (1.0, Linkage::rise(3.0)));
        assert!((1.14..1.15).contains(&threshold(3.0)), "{}", threshold(3.0));
    }

    #[test]
    fn who_is_left_alone_joins_the_only_cluster_that_is_near() {
        let near = |others: f32| {
            let pairs = [(0, 1), (3, 4)].map(|pair| (pair, 0.9));
            let own = [(0, 2), (1, 2)].map(|pair| (pair, 0.25));
            graph(5, pairs.into_iter().chain(own).chain([(2, 3), (2, 4)].map(|pair| (pair, others))))
        };
        let labels = |others: f32, alone: f64, are_at_one_time: bool| {
            let linkage = Linkage { alone, ..Linkage::default() };
            let found = linkage.cluster_in_time(&near(others), &[], &Constraints::new(), |_, _| are_at_one_time);
            found.labels()
        };
        let (joined, left) = ([0, 0, 0, 1, 1], [0, 0, 1, 2, 2]);
        assert_eq!(labels(0.1, 0.5, true), joined);
        assert_eq!(labels(0.15, 0.5, true), left, "a rival");
        assert_eq!(labels(0.1, 0.5, false), left, "another time");
        assert_eq!(labels(0.1, 0.95, true), left, "too far");
        let mut apart = Constraints::new();
        apart.cannot_link(1, 2);
        assert_eq!(Linkage::default().cluster(&near(0.1), &[], &apart).labels(), left, "an editor");
        let dendrogram = Linkage::default().cluster(&near(0.1), &[], &Constraints::new());
        assert_eq!(dendrogram.links().iter().map(|link| (link.0, link.1)).collect::<Vec<_>>(), [(0, 3)]);
    }

    #[test]
    fn merges_above_a_score_are_sub_events() {
        let graph = graph(4, [((0, 1), 1.0), ((2, 3), 1.0), ((1, 2), 0.8), ((0, 2), 0.8)]);
        let dendrogram =
            Linkage { threshold: 0.2, small: 0.6, large: 0.0, alone: 1.0 }.cluster(&graph, &[], &Constraints::new());
        assert_eq!(dendrogram.labels(), [0, 0, 0, 0]);
        assert_eq!(dendrogram.labels_above(0.5), [0, 0, 1, 1]);
    }
}
