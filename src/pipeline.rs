//! What leads to a partition, and how it is set: [`Pipeline`].

use crate::cluster::Linkage;
use crate::error::{Error, within};
use crate::graph::{Expansion, NoiseFloor, NoiseProfile, PairContext, Significance};
use crate::vector::{Background, Specificity, Vectorizer};

/// All stages up to the partition, with their settings.
#[derive(Debug, Clone)]
pub(crate) struct Pipeline {
    pub vectorizer: Vectorizer,
    pub background: Background,
    pub specificity: Specificity,
    pub noise: NoiseProfile,
    pub context: PairContext,
    pub significance: Significance,
    pub neighbors: usize,
    pub expansion: Expansion,
    pub linkage: Linkage,
    pub passes: usize,
}

impl Default for Pipeline {
    fn default() -> Self {
        Self {
            vectorizer: Vectorizer::default(),
            background: Background::default(),
            specificity: Specificity::default(),
            noise: NoiseProfile::default(),
            context: PairContext::default(),
            significance: Significance::default(),
            neighbors: 200,
            expansion: Expansion::default(),
            linkage: Linkage::default(),
            passes: 2,
        }
    }
}

impl Pipeline {
    /// Refuses settings that are out of range.
    pub fn check(&self) -> Result<(), Error> {
        let Self {
            background, specificity, noise, context, significance, neighbors, expansion, linkage, passes, ..
        } = self;
        within("noise.low", noise.low.into(), noise.low > 0.0 && noise.low < 1.0, "above 0 and below 1")?;
        within("noise.high", noise.high.into(), (noise.low..1.0).contains(&noise.high), "from noise.low to below 1")?;
        within(
            "noise.top",
            noise.top.into(),
            noise.top > noise.low && noise.top <= 1.0,
            "above noise.low and at most 1",
        )?;
        within("noise.flat", noise.flat.into(), noise.flat.is_finite(), "finite")?;
        within(
            "noise.steep",
            noise.steep.into(),
            noise.steep.is_finite() && noise.steep <= noise.flat,
            "finite and at most noise.flat",
        )?;
        check_context(context)?;
        within(
            "significance.words",
            significance.words.into(),
            (0.0..=100.0).contains(&significance.words),
            "between 0 and 100",
        )?;
        within("significance.terms", significance.terms.into(), significance.terms > 0.0, "above 0")?;
        within("neighbors", *neighbors as f64, (1..=10_000).contains(neighbors), "between 1 and 10000")?;
        within("expansion.neighbors", expansion.neighbors as f64, expansion.neighbors <= 1000, "at most 1000")?;
        within(
            "expansion.keep",
            expansion.keep.into(),
            expansion.keep > 0.0 && expansion.keep <= 10.0,
            "above 0 and at most 10",
        )?;
        within_share("expansion.direct", expansion.direct)?;
        within_share("expansion.noisy_direct", expansion.noisy_direct)?;
        within(
            "specificity.power",
            specificity.power.into(),
            (0.0..=10.0).contains(&specificity.power),
            "between 0 and 10",
        )?;
        within(
            "specificity.known",
            specificity.known.into(),
            (0.0..=1e9).contains(&specificity.known),
            "between 0 and 1e9",
        )?;
        within("small", linkage.small, (0.0..=10.0).contains(&linkage.small), "between 0 and 10")?;
        within("alone", linkage.alone, (0.0..=1.0).contains(&linkage.alone), "between 0 and 1")?;
        within("large", linkage.large, (0.0..=10.0).contains(&linkage.large), "between 0 and 10")?;
        within(
            "background.articles",
            background.articles.into(),
            (0.0..=1e9).contains(&background.articles),
            "between 0 and 1e9",
        )?;
        within_share("background.common", background.common)?;
        within("passes", *passes as f64, (1..=5).contains(passes), "between 1 and 5")
    }

    /// For a batch of so many articles with this floor; once only, as it does not say what it was made from.
    pub fn amid(&self, noise: NoiseFloor, articles: usize) -> Self {
        let linkage = self.linkage.amid(noise.similarity / self.noise.low, articles);
        let unrest = self.noise.unrest(noise);
        Self { linkage, context: self.context.amid(unrest), expansion: self.expansion.amid(unrest), ..self.clone() }
    }
}

fn within_share(knob: &'static str, value: f32) -> Result<(), Error> {
    within(knob, value.into(), (0.0..=1.0).contains(&value), "between 0 and 1")
}

fn check_context(context: &PairContext) -> Result<(), Error> {
    within("context.time_scale_days", context.time_scale_days.into(), context.time_scale_days > 0.0, "above 0")?;
    within_share("context.time_floor", context.time_floor)?;
    within_share("context.noisy_time_floor", context.noisy_time_floor)?;
    within("context.horizon_days", context.horizon_days.into(), context.horizon_days > 0.0, "above 0")?;
    within_share("context.same_source", context.same_source)?;
    within_share("context.instalments", context.instalments)?;
    within_share("context.contradiction", context.contradiction)?;
    within_share("context.indirect_source", context.indirect_source)?;
    within(
        "context.indirect_time",
        context.indirect_time.into(),
        (0.0..=10.0).contains(&context.indirect_time),
        "between 0 and 10",
    )?;
    within_share("context.indirect_genre", context.indirect_genre)
}
