//! The last round of linkage: who was left alone, and is near to one cluster only, joins it.

use super::linkage::Linkage;
use super::links::{Best, Links, Pair};
use crate::graph::NeighborGraph;
use crate::parallel::map_slice;

/// Of the score of two clusters, what no other cluster may have with either.
const RIVAL: f64 = 0.5;

impl Linkage {
    /// The merges of the last round (see [`Linkage`]), ascending. `are_at_one_time` is asked about an article and the
    /// one of the cluster that is nearest to it.
    ///
    /// Costs the links of the articles that are alone, and of the clusters nearest to them.
    pub(super) fn adoptions(
        &self,
        links: &Links,
        graph: &NeighborGraph,
        are_at_one_time: impl Fn(usize, usize) -> bool + Sync,
    ) -> Vec<Pair> {
        let alone: Vec<u32> = links.linked().into_iter().filter(|&name| links.is_alone(name)).collect();
        let found = map_slice(&alone, |&name| {
            let best = self.unrivalled(links, name)?;
            let back = self.unrivalled(links, best.name)?;
            let is_in_it = |&(other, _): &(usize, f32)| links.root(other as u32) == best.name;
            let nearest = graph.neighbors(name as usize).filter(is_in_it).max_by(|a, b| a.1.total_cmp(&b.1))?.0;
            let may_join = back.name == name && are_at_one_time(name as usize, nearest);
            may_join.then_some(Pair { kept: name.min(best.name), gone: name.max(best.name), score: best.score })
        });
        let mut pairs: Vec<Pair> = found.into_iter().flatten().collect();
        pairs.sort_unstable_by_key(|pair| pair.kept);
        // Two that are alone find each other.
        pairs.dedup_by_key(|pair| pair.kept);
        pairs
    }

    /// The cluster that one is nearest to, where no other is half as near.
    fn unrivalled(&self, links: &Links, name: u32) -> Option<Best> {
        let row = links.resolved(name, links.of(name).to_vec()).0;
        let (mut top, mut second): (Option<Best>, f64) = (None, 0.0);
        for &(other, sum) in &row {
            let found = links.scored(*self, name, other, sum, 0);
            if top.is_none_or(|top| found.is_better(top)) {
                second = top.map_or(0.0, |top| top.score);
                top = Some(found);
            } else {
                second = second.max(found.score);
            }
        }
        top.filter(|top| {
            let is_near = top.score >= self.alone * self.threshold;
            is_near && second <= RIVAL * top.score && !links.are_apart(name, top.name)
        })
    }
}
