//! Why two articles are near, or not: the score of a pair, taken apart.

use std::fmt;

use crate::article::ArticleId;

/// A term that two articles share.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SharedTerm {
    /// The term as it matches: folded and stemmed.
    pub term: String,
    /// What it adds to the cosine: the product of its weights in both articles.
    pub weight: f32,
}

/// What an editor says of two articles, whatever their words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Bond {
    /// They are one story.
    Together,
    /// They are two stories.
    Apart,
}

/// Everything that decided whether two articles are in one story.
///
/// Copies of one text are one article to the clustering, the first of them: its time and outlet count for all, and
/// nothing softens the similarity of two copies.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Explanation {
    /// The two articles.
    pub articles: (ArticleId, ArticleId),
    /// Whether they are in one story.
    pub together: bool,
    /// What they share, the weightiest first; the weights add up to `cosine`.
    pub shared: Vec<SharedTerm>,
    /// Cosine of their vectors, with terms weighed by how many events they are about.
    pub cosine: f32,
    /// What time leaves of it, in [0, 1].
    pub time_factor: f32,
    /// What coming from one outlet, or being instalments of series by their form, their numbers or the days they name, leaves
    /// of it, in [0, 1].
    pub source_factor: f32,
    /// What the commonness of their words leaves of it, in [0, 1]; see [`Specificity`](crate::vector::Specificity).
    pub specificity_factor: f32,
    /// What resting on few words beside names leaves of it, in (0, 1]; see [`Significance`](super::Significance).
    pub significance_factor: f32,
    /// What different names in one place of their headlines leave of it, in [0, 1]; 1 where the rest had left too little
    /// to ask. See [`PairContext`](super::PairContext).
    pub contradiction_factor: f32,
    /// The product of the six; 0 where it is below `noise_floor`, or where the earlier of the two is not among the nearest
    /// that the later one keeps (see [`GrouperBuilder::neighbors`](crate::GrouperBuilder::neighbors)).
    pub similarity: f32,
    /// What counts as noise in this batch.
    pub noise_floor: f32,
    /// What outlet, time, series and the kinds of their pieces leave of what neighbours say, in [0, 1]. See
    /// [`PairContext`](super::PairContext).
    pub indirect_factor: f32,
    /// Similarity with their neighbours' words, with `indirect_factor` in it; 0 where it was too small to count without.
    pub expanded: f32,
    /// The score that joined them, on the scale of `threshold`: of the merge that first put both into one cluster. `None` when apart, and for copies
    /// of one text, which are one article to the clustering.
    pub joined_at: Option<f32>,
    /// When apart: the score of their two stories. `None` where nothing links the stories.
    pub stories_score: Option<f32>,
    /// What a score must reach, in [0, 1]: as it was set. In a noisy batch scores are up to 5 % less for it.
    pub threshold: f32,
    /// What an editor said that decided it: that these two are one story, directly or through others, or that some
    /// articles of their two stories are not. `None` where the words decided.
    pub bond: Option<Bond>,
    /// Whether an editor had joined articles of the cluster that first held both. The words decide of what an editor joined as
    /// of one article, so that two may be together by those of what one of them was joined with.
    #[cfg_attr(feature = "serde", serde(default))]
    pub bond_within: bool,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = if self.together { "in one story" } else { "in two stories" };
        writeln!(f, "{} and {} are {verdict}", self.articles.0, self.articles.1)?;
        let shared: Vec<String> =
            self.shared.iter().map(|shared| format!("{} {:.3}", shared.term, shared.weight)).collect();
        writeln!(f, "  shared terms     {}", if shared.is_empty() { "none".into() } else { shared.join(", ") })?;
        writeln!(f, "  cosine           {:.3}", self.cosine)?;
        writeln!(f, "  x time           {:.3}", self.time_factor)?;
        writeln!(f, "  x outlet, series {:.3}", self.source_factor)?;
        writeln!(f, "  x rarity         {:.3}", self.specificity_factor)?;
        writeln!(f, "  x words          {:.3}", self.significance_factor)?;
        writeln!(f, "  x names          {:.3}", self.contradiction_factor)?;
        let circumstances = self.time_factor * self.source_factor;
        let words = self.specificity_factor * self.significance_factor * self.contradiction_factor;
        let product = self.cosine * circumstances * words;
        if product < self.noise_floor {
            writeln!(f, "  = similarity     {product:.3}  (none: noise below {:.3})", self.noise_floor)?;
        } else if self.similarity == 0.0 {
            writeln!(f, "  = similarity     {product:.3}  (none: others are nearer)")?;
        } else {
            writeln!(f, "  = similarity     {:.3}  (noise below {:.3})", self.similarity, self.noise_floor)?;
        }
        writeln!(f, "  with neighbours  {:.3}  (x outlet, time, kind {:.3})", self.expanded, self.indirect_factor)?;
        match self.bond {
            Some(Bond::Together) => return write!(f, "  joined by an editor"),
            Some(Bond::Apart) => writeln!(f, "  kept apart by an editor")?,
            None => {}
        }
        match (self.joined_at, self.stories_score) {
            (Some(score), _) => {
                let nobody_else = if score < self.threshold { ", but no other story is near" } else { "" };
                let editor = if self.bond_within { ", with articles that an editor joined" } else { "" };
                write!(f, "  joined at        {score:.3}  (threshold {:.3}{nobody_else}){editor}", self.threshold)
            }
            (None, Some(score)) => {
                write!(f, "  their stories    {score:.3}  (threshold {:.3})", self.threshold)
            }
            (None, None) if self.together => write!(f, "  copies of one text"),
            (None, None) => write!(f, "  nothing links their stories"),
        }
    }
}
