//! The neighbour graph: for every article its neighbours and how similar they are.

use super::rows::Rows;
use crate::error::Error;
use crate::parallel::map_ranges;

/// Ranges of lists that are filled apart.
const LISTS: usize = 8;
/// Rows whose edges one task softens.
const ROWS: usize = if cfg!(test) { 2 } else { 2048 };

/// Similarities as one flat list of neighbours an article, ascending by neighbour.
///
/// An article is no neighbour of itself, though its similarity to itself is 1.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct NeighborGraph {
    starts: Vec<usize>,
    ids: Vec<u32>,
    similarities: Vec<f32>,
}

impl NeighborGraph {
    /// A graph of so many articles from edges of your own, such as the cosines of embeddings: two positions, in any order,
    /// with their similarity in [0, 1]. Of a pair that occurs more than once the largest similarity counts; 0 is no edge.
    /// Costs n log n for n edges.
    ///
    /// # Errors
    /// [`Error::Edge`] for positions that are not below `articles` or not different, and for a similarity outside of
    /// [0, 1]; [`Error::TooLarge`] for more than `u32::MAX` articles.
    ///
    /// ```
    /// use samestory::graph::NeighborGraph;
    /// let graph = NeighborGraph::from_edges(3, [(2, 0, 0.8), (0, 2, 0.7)])?;
    /// assert_eq!(graph.similarity(0, 2), Some(0.8));
    /// assert!(NeighborGraph::from_edges(3, [(0, 3, 0.8)]).is_err());
    /// # Ok::<(), samestory::Error>(())
    /// ```
    pub fn from_edges(articles: usize, edges: impl IntoIterator<Item = (usize, usize, f32)>) -> Result<Self, Error> {
        if u32::try_from(articles).is_err() {
            return Err(Error::TooLarge { what: "articles", count: articles });
        }
        let mut sides: Vec<(u32, u32, f32)> = Vec::new();
        for (a, b, similarity) in edges {
            if a == b || a.max(b) >= articles || !(0.0..=1.0).contains(&similarity) {
                return Err(Error::Edge { ends: (a, b), similarity, articles });
            }
            if similarity > 0.0 {
                sides.extend([(a as u32, b as u32, similarity), (b as u32, a as u32, similarity)]);
            }
        }
        sides.sort_unstable_by(|x, y| (x.0, x.1).cmp(&(y.0, y.1)).then(y.2.total_cmp(&x.2)));
        sides.dedup_by_key(|&mut (from, to, _)| (from, to));
        let mut starts = vec![0; articles + 1];
        sides.iter().for_each(|&(from, ..)| starts[from as usize + 1] += 1);
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let (ids, similarities) = sides.into_iter().map(|(_, to, similarity)| (to, similarity)).unzip();
        Ok(Self { starts, ids, similarities })
    }

    /// From rows of `(neighbour, similarity)`, ascending by neighbour.
    #[cfg(test)]
    pub(crate) fn from_rows(rows: impl IntoIterator<Item = Vec<(u32, f32)>>) -> Self {
        let mut graph = Self { starts: vec![0], ids: Vec::new(), similarities: Vec::new() };
        for row in rows {
            graph.ids.extend(row.iter().map(|&(id, _)| id));
            graph.similarities.extend(row.iter().map(|&(_, similarity)| similarity));
            graph.starts.push(graph.ids.len());
        }
        graph
    }

    /// From rows that name only neighbours below themselves, ascending, in parts; each edge is put on both sides.
    pub(crate) fn from_lower(parts: &[Rows]) -> Self {
        let rows = || (0_u32..).zip(parts.iter().flat_map(Rows::iter));
        let mut starts = vec![0];
        for (_, row) in rows() {
            starts.push(row.len());
            for &(j, _) in row {
                starts[j as usize + 1] += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let n = starts.len() - 1;
        // To go through all rows for each of a few ranges of lists costs less than to write all over the memory.
        let lists = map_ranges(n, n.div_ceil(LISTS).max(1024), |range| {
            let base = starts[range.start];
            let mut next: Vec<usize> = starts[range.clone()].iter().map(|start| start - base).collect();
            let mut ids = vec![0; starts[range.end] - base];
            let mut similarities = vec![0.0; ids.len()];
            let mut put = |from: u32, to: u32, similarity: f32| {
                let at = &mut next[from as usize - range.start];
                (ids[*at], similarities[*at]) = (to, similarity);
                *at += 1;
            };
            // Row by row, so that every list gets the neighbours below itself, ascending, before those above.
            for (i, row) in rows().skip(range.start) {
                let is_own = range.contains(&(i as usize));
                for &(j, similarity) in row {
                    if is_own {
                        put(i, j, similarity);
                    }
                    if range.contains(&(j as usize)) {
                        put(j, i, similarity);
                    }
                }
            }
            (ids, similarities)
        });
        let (ids, similarities): (Vec<Vec<u32>>, Vec<Vec<f32>>) = lists.into_iter().unzip();
        Self { starts, ids: ids.concat(), similarities: similarities.concat() }
    }

    fn retained(mut self, is_kept: impl Fn(usize, usize, f32) -> bool) -> Self {
        let (mut kept, mut start) = (0, 0);
        for row in 0..self.len() {
            let end = self.starts[row + 1];
            for at in start..end {
                if is_kept(row, self.ids[at] as usize, self.similarities[at]) {
                    self.ids[kept] = self.ids[at];
                    self.similarities[kept] = self.similarities[at];
                    kept += 1;
                }
            }
            self.starts[row + 1] = kept;
            start = end;
        }
        self.ids.truncate(kept);
        self.similarities.truncate(kept);
        self
    }

    /// With each similarity multiplied by a factor, which must be symmetric, and without those that come below `floor`.
    /// Costs two factors an edge, on all cores.
    #[must_use]
    pub(crate) fn softened(mut self, floor: f32, factor: impl Fn(usize, usize) -> f32 + Sync + Send) -> Self {
        let softened = map_ranges(self.len(), ROWS, |range| {
            let soften = |row: usize| self.neighbors(row).map(move |(other, similarity)| (row, other, similarity));
            range.flat_map(soften).map(|(row, other, similarity)| similarity * factor(row, other)).collect::<Vec<f32>>()
        });
        self.similarities = softened.concat();
        self.retained(|_, _, similarity| similarity >= floor)
    }

    /// With the similarities of some pairs multiplied by a factor, and without those of them that come below `floor`.
    /// Costs a search in both lists for each pair, and is linear in the edges where any pair is dropped.
    #[must_use]
    pub(crate) fn weakened(mut self, pairs: &[(u32, u32)], factor: f32, floor: f32) -> Self {
        let mut is_dropped = false;
        for (from, to) in pairs.iter().flat_map(|&(a, b)| [(a as usize, b), (b as usize, a)]) {
            let list = self.starts[from]..self.starts[from + 1];
            if let Ok(at) = self.ids[list.clone()].binary_search(&to) {
                let similarity = &mut self.similarities[list.start + at];
                *similarity = if *similarity * factor < floor { 0.0 } else { *similarity * factor };
                is_dropped |= *similarity == 0.0;
            }
        }
        if is_dropped { self.retained(|_, _, similarity| similarity > 0.0) } else { self }
    }

    /// Number of articles.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is no article.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of entries in all lists: twice the number of edges of an undirected graph.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.ids.len()
    }

    /// Neighbours of an article with their similarity, ascending by neighbour; none where there is no such article.
    pub fn neighbors(&self, article: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        let range = match (self.starts.get(article), self.starts.get(article + 1)) {
            (Some(&start), Some(&end)) => start..end,
            _ => 0..0,
        };
        self.ids[range.clone()].iter().map(|&id| id as usize).zip(self.similarities[range].iter().copied())
    }

    /// The similarity of two articles; `None` where they are no neighbours. Linear in the neighbours of `a`.
    #[must_use]
    pub fn similarity(&self, a: usize, b: usize) -> Option<f32> {
        self.neighbors(a).find(|&(id, _)| id == b).map(|(_, similarity)| similarity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lower(rows: [&[(u32, f32)]; 3]) -> NeighborGraph {
        NeighborGraph::from_lower(&[Rows::of(rows, |row, all| all.extend(row))])
    }

    #[test]
    fn edges_are_on_both_sides_once() {
        let edges = [(2, 1, 0.3), (0, 1, 0.2), (1, 0, 0.5), (0, 1, 0.4), (1, 2, 0.0), (2, 0, 0.4)];
        let graph = NeighborGraph::from_edges(3, edges).unwrap();
        assert_eq!(graph, lower([&[], &[(0, 0.5)], &[(0, 0.4), (1, 0.3)]]));
        assert!(NeighborGraph::from_edges(0, []).unwrap().is_empty());
        assert_eq!(NeighborGraph::from_edges(4, [(0, 1, 1.0)]).unwrap().len(), 4);
    }

    #[test]
    fn weakened_pairs_lose_on_both_sides() {
        let graph = lower([&[], &[(0, 0.5)], &[(0, 0.4), (1, 0.3)]]);
        let weak = graph.clone().weakened(&[(1, 0), (2, 1)], 0.5, 0.2);
        assert_eq!(weak, lower([&[], &[(0, 0.25)], &[(0, 0.4)]]));
        assert_eq!(graph.clone().weakened(&[], 0.5, 0.2), graph);
    }

    #[test]
    fn softened_pairs_lose_on_both_sides() {
        let graph = lower([&[], &[(0, 0.5)], &[(0, 0.4), (1, 0.3)]]);
        let soft = graph.clone().softened(0.2, |a, b| if a + b == 1 { 0.5 } else { 0.6 });
        assert_eq!(soft, lower([&[], &[(0, 0.25)], &[(0, 0.4 * 0.6)]]));
        assert_eq!(graph.clone().softened(0.3, |_, _| 1.0), graph);
        let kept = graph.softened(f32::MIN_POSITIVE, |a, b| if a + b == 2 { 0.0 } else { 1.0 });
        assert_eq!(kept, lower([&[], &[(0, 0.5)], &[(1, 0.3)]]));
    }
}
