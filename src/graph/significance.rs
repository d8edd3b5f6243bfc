//! How many words a similarity rests on beside names: [`Significance`].

use super::noise::Unrest;
use super::sparse_graph::NeighborGraph;
use crate::vector::{Initial, SparseMatrix, SparseRow};

/// Trusts the similarity of two articles less where it rests on few words beside names.
///
/// Names tell who and where; what happened is told in other words. Two acts of one person, two matters of one firm or
/// two guides to one game share its names, and rare as these are, a cosine is high with nothing else in common. With `n`
/// the terms that both have and that are no names, as far as is known (see [`Initial`]), what is left of a similarity is
///
/// ```text
/// min(1, (1 + n) / (1 + enough)) ^ unrest        enough = words * min(1, t / terms)
/// ```
///
/// where `t` is the number of terms of the shorter article: headlines have less to share. The power is how noisy the batch
/// is ([`NoiseProfile::unrest`](super::NoiseProfile::unrest)): among a few well separated events a name alone tells which.
/// Where three quarters of a batch of three articles or more have one name, it is 0.6 at least, and their name counts as one
/// however it begins.
/// Where nothing tells names (title case throughout, no capitals, German with its nouns) every term counts as a word.
///
/// Significance weighting, as known from ratings that two people share (Herlocker, Konstan, Borchers and Riedl 1999, An
/// Algorithmic Framework for Performing Collaborative Filtering).
///
/// To change a field, change it in the default: `let mut significance = Significance::default(); significance.words = 3.0;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct Significance {
    /// Shared terms beside names that are enough, 0 to 100, default 4; 0 switches it off. Raising it makes stories of a noisy batch
    /// purer and smaller.
    pub words: f32,
    /// Terms of an article from which on so many are asked for, above 0, default 25; may be infinite (in the serde form
    /// `null`): that asks for none. Raising it asks less of short articles.
    #[cfg_attr(feature = "serde", serde(with = "super::infinite"))]
    pub terms: f32,
}

impl Default for Significance {
    /// 4 words, from 25 terms on.
    fn default() -> Self {
        Self { words: 4.0, terms: 25.0 }
    }
}

impl Significance {
    /// What is left of the similarity of two articles, in (0, 1]; `initials` says by term which are names. Linear in the
    /// terms of both.
    #[must_use]
    pub fn factor(&self, a: SparseRow<'_>, b: SparseRow<'_>, initials: &[Initial], unrest: Unrest) -> f32 {
        if self.is_off(unrest) {
            return 1.0;
        }
        let is_name = |term: usize| initials.get(term) == Some(&Initial::Capital);
        let words = a.shared(b).filter(|(term, _)| !is_name(term.index())).count();
        let terms = a.terms().len().min(b.terms().len());
        let enough = self.words * (terms as f32 / self.terms).min(1.0);
        ((1.0 + words as f32) / (1.0 + enough)).min(1.0).powf(unrest.share())
    }

    /// A graph with this factor on each similarity, without those that it takes below `floor`; the rows are those that
    /// the graph is of. On the graph and not in the search: a search knows what two rows have in common only when it has
    /// found them. Two factors an edge, on all cores.
    #[must_use]
    pub fn soften(
        &self,
        graph: NeighborGraph,
        rows: &SparseMatrix,
        initials: &[Initial],
        unrest: Unrest,
        floor: f32,
    ) -> NeighborGraph {
        if self.is_off(unrest) {
            return graph;
        }
        graph.softened(floor, |a, b| self.factor(rows.row(a), rows.row(b), initials, unrest))
    }

    fn is_off(self, unrest: Unrest) -> bool {
        self.words <= 0.0 || unrest.share() <= 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Significance, Unrest};
    use crate::vector::{Initial, SparseVector, TermId};

    /// Terms 0 to 9 are names, those from 10 on are not.
    fn factor(significance: Significance, a: &[u32], b: &[u32], unrest: f32) -> f32 {
        let row = |terms: &[u32]| SparseVector::from_pairs(terms.iter().map(|&term| (TermId(term), 1.0)).collect());
        let initials: Vec<Initial> =
            (0..40).map(|term| if term < 10 { Initial::Capital } else { Initial::Small }).collect();
        let of = |a: &[u32], b: &[u32]| {
            significance.factor(row(a).as_row(), row(b).as_row(), &initials, Unrest::new(unrest))
        };
        assert_eq!(of(a, b), of(b, a));
        of(a, b)
    }

    #[test]
    fn words_beside_names_make_a_similarity_significant() {
        let significance = Significance { words: 4.0, terms: 4.0 };
        let cases: [(&str, &[u32], &[u32], f32); 5] = [
            ("names alone", &[1, 2, 3, 11, 12], &[1, 2, 3, 13, 14], 0.2),
            ("one word", &[1, 2, 3, 11, 12], &[1, 2, 3, 11, 14], 0.4),
            ("words alone", &[11, 12, 13, 14], &[11, 12, 13, 14], 1.0),
            ("more than enough", &[1, 10, 11, 12, 13, 14, 15], &[1, 10, 11, 12, 13, 14, 15], 1.0),
            ("a term that nothing is known of", &[1, 2, 3, 50], &[1, 2, 3, 50], 0.4),
        ];
        for (name, a, b, expected) in cases {
            assert!((factor(significance, a, b, 1.0) - expected).abs() < 1e-6, "{name}");
            assert!((factor(significance, a, b, 0.5) - expected.sqrt()).abs() < 1e-6, "{name}");
            assert_eq!(factor(significance, a, b, 0.0), 1.0, "{name}");
            assert_eq!(factor(Significance { words: 0.0, ..significance }, a, b, 1.0), 1.0, "{name}");
        }
    }

    #[test]
    fn less_is_asked_of_the_shorter_article() {
        let of =
            |terms: f32| factor(Significance { words: 4.0, terms }, &[1, 11], &[1, 12, 13, 14, 15, 16, 17, 18], 1.0);
        assert_eq!((of(2.0), of(4.0), of(8.0)), (0.2, 1.0 / 3.0, 0.5));
    }
}
