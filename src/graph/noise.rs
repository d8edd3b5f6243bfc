//! How much of the similarity in a batch is noise: the floor below which two articles share nothing but their time.

use super::factor::PairFactor;
use super::neighbors::NeighborSearch;
use super::sparse_graph::NeighborGraph;
use crate::vector::SparseMatrix;

/// Neighbours of a flat tail that are counted with those found: a batch of ten has too few to tell.
const PRIOR: f64 = 30.0;

/// Where a batch's floor lies, from how its similarities fall off.
///
/// In a batch of big, well separated stories the number of neighbours falls slowly with similarity: those at 0.15 belong
/// to the same event as those at 0.25. In a general stream, or in a thousand small stories of one beat, it falls steeply:
/// at 0.15 stands what shares a topic. The steepness is measured as the mean of `ln(s / low)` over all neighbours from
/// `low` to `top`: from 0 to half of `ln(top / low)` where the tail falls, the larger the flatter. It is the statistic by
/// which Hill (1975) estimates the exponent of a power law, of a tail cut off at `top` (Aban, Meerschaert and Panorska
/// 2006): what is nearer is one event told again, however much noise there is below. Where few neighbours are found the
/// mean is drawn to `flat`: thirty of these count with them. From `flat` down to `steep` the floor rises in a straight
/// line from `low` to `high`.
///
/// This solves most of the granularity problem: the best fixed threshold differs from batch to batch because the noise
/// does, and with the noise cut off one threshold serves all.
///
/// To change a field, change it in the default: `let mut noise = NoiseProfile::default(); noise.low = 0.15;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct NoiseProfile {
    /// The lowest floor, as a similarity, where the tail is measured from; in (0, 1), default 0.1. Raising it cuts off more
    /// of a quiet batch: smaller stories, sooner; `flat` and `steep` go with it.
    pub low: f32,
    /// The highest floor, as a similarity; in [low, 1), default 0.3. Raising it cuts off more of a noisy batch: smaller and
    /// purer stories, sooner.
    pub high: f32,
    /// Where the tail is measured to, as a similarity in (low, 1], default 0.25. Raising it lets articles that tell one event in the same words speak for a
    /// quiet batch; `flat` and `steep` go with it.
    pub top: f32,
    /// Mean log ratio (no unit) at which, and above which, the floor is `low`; finite, default 0.39. Raising it takes more
    /// batches for noisy ones: higher floors.
    pub flat: f32,
    /// Mean log ratio (no unit) at which, and below which, the floor is `high`; finite and at most `flat`, default 0.29.
    /// Raising it takes more batches for as noisy as can be: higher floors.
    pub steep: f32,
}

impl Default for NoiseProfile {
    /// From 0.1 (mean log ratio up to a similarity of 0.25: 0.39 and more) to 0.3 (0.29 and less).
    fn default() -> Self {
        Self { low: 0.1, high: 0.3, top: 0.25, flat: 0.39, steep: 0.29 }
    }
}

/// The floor of a batch, and what it was estimated from.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NoiseFloor {
    /// Pairs less similar than this are noise.
    pub similarity: f32,
    /// The mean log ratio (see [`NoiseProfile`]); `None` where no two articles are as near as where the tail begins without
    /// being nearer than where it ends.
    pub tail: Option<f32>,
}

/// How noisy a batch is, in [0, 1]: see [`NoiseProfile::unrest`].
///
/// Its serde form is the share.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "f32", into = "f32"))]
pub struct Unrest(f32);

impl From<f32> for Unrest {
    fn from(share: f32) -> Self {
        Self::new(share)
    }
}

impl From<Unrest> for f32 {
    fn from(unrest: Unrest) -> Self {
        unrest.share()
    }
}

impl Unrest {
    /// Of a share; what is below 0 or no number is 0, what is above 1 is 1.
    #[must_use]
    pub fn new(share: f32) -> Self {
        Self(if share > 0.0 { share.min(1.0) } else { 0.0 })
    }

    /// In [0, 1].
    #[must_use]
    pub fn share(self) -> f32 {
        self.0
    }
}

impl NoiseProfile {
    /// The floor for a mean log ratio.
    #[must_use]
    pub fn floor(&self, tail: f32) -> f32 {
        self.low + self.steepness(tail) * (self.high - self.low)
    }

    /// How noisy a batch is: the square of how far its mean log ratio lies from `flat` towards `steep`, so that rules for
    /// noisy batches set in late; 0 where nothing was measured. The floors have no say in it.
    #[must_use]
    pub fn unrest(&self, floor: NoiseFloor) -> Unrest {
        Unrest::new(floor.tail.map_or(0.0, |tail| self.steepness(tail).powi(2)))
    }

    /// How far a mean log ratio lies from `flat` (0) towards `steep` (1).
    fn steepness(&self, tail: f32) -> f32 {
        ((self.flat - tail) / (self.flat - self.steep).max(f32::EPSILON)).clamp(0.0, 1.0)
    }

    /// Measures a batch on at most `sample` of its rows, evenly spread, among themselves. Costs a search over these.
    #[must_use]
    pub fn measure(&self, matrix: &SparseMatrix, sample: usize, factor: &impl PairFactor) -> NoiseFloor {
        let step = matrix.rows().div_ceil(sample.max(1)).max(1);
        let rows: Vec<usize> = (0..matrix.rows()).step_by(step).collect();
        let sampled = matrix.select(&rows);
        self.of(&NeighborSearch::new(&sampled, self.low).graph(&|a: usize, b: usize| factor.of(rows[a], rows[b])))
    }

    fn of(&self, sample: &NeighborGraph) -> NoiseFloor {
        let (mut sum, mut count) = (0.0_f64, 0_usize);
        for row in 0..sample.len() {
            let tail = sample.neighbors(row).filter(|&(_, similarity)| similarity <= self.top);
            for (_, similarity) in tail {
                sum += f64::from(similarity / self.low).ln();
                count += 1;
            }
        }
        let mean = (sum + PRIOR * f64::from(self.flat)) / (count as f64 + PRIOR);
        let tail = (count > 0).then_some(mean as f32);
        NoiseFloor { similarity: tail.map_or(self.low, |tail| self.floor(tail)), tail }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_rises_as_the_tail_gets_steeper() {
        let profile = NoiseProfile::default();
        let cases = [(2.0, 0.1), (0.39, 0.1), (0.34, 0.2), (0.29, 0.3), (0.0, 0.3)];
        for (tail, floor) in cases {
            assert!((profile.floor(tail) - floor).abs() < 1e-6, "{tail}");
        }
    }

    #[test]
    fn unrest_rises_as_the_tail_gets_steeper() {
        let unrest =
            |profile: NoiseProfile, tail: Option<f32>| profile.unrest(NoiseFloor { similarity: 0.2, tail }).share();
        let profile = NoiseProfile::default();
        for profile in [profile, NoiseProfile { low: 0.2, high: 0.2, ..profile }] {
            let found =
                [Some(2.0), Some(0.39), Some(0.34), Some(0.29), Some(0.0), None].map(|tail| unrest(profile, tail));
            for (found, expected) in found.into_iter().zip([0.0, 0.0, 0.25, 1.0, 1.0, 0.0]) {
                assert!((found - expected).abs() < 1e-6, "{found}");
            }
        }
        assert_eq!([-1.0, 0.5, 2.0, f32::NAN].map(|share| Unrest::new(share).share()), [0.0, 0.5, 1.0, 0.0]);
    }

    /// A ring of so many rows, each as near to the next as the list says, in turn.
    fn ring(rows: u32, similarities: &[f32]) -> NeighborGraph {
        let of = |row: u32| similarities[row as usize % similarities.len()];
        let neighbors = |row: u32| {
            let (before, after) = ((row + rows - 1) % rows, (row + 1) % rows);
            let mut found = vec![(before, of(before)), (after, of(row))];
            found.sort_by_key(|&(row, _)| row);
            found
        };
        NeighborGraph::from_rows((0..rows).map(neighbors))
    }

    #[test]
    fn the_tail_is_measured_up_to_its_end() {
        let tail = |similarities: &[f32]| NoiseProfile::default().of(&ring(30_000, similarities)).tail.unwrap();
        assert!((tail(&[0.2]) - 2.0_f32.ln()).abs() < 0.001);
        assert!((tail(&[0.2, 0.1]) - 2.0_f32.ln() / 2.0).abs() < 0.001);
        assert!((tail(&[0.2, 0.1, 0.25]) - 5.0_f32.ln() / 3.0).abs() < 0.001);
        assert!((tail(&[0.2, 0.1, 0.3]) - tail(&[0.2, 0.1])).abs() < 0.001, "what is nearer has no say");
    }

    #[test]
    fn few_neighbors_say_little() {
        let profile = NoiseProfile::default();
        let tail = |rows: u32| profile.of(&ring(rows, &[0.1])).tail.unwrap();
        assert!((tail(15) - profile.flat / 2.0).abs() < 1e-6, "{}", tail(15));
        assert!(tail(3) > 0.3 && tail(5_000) < 0.005);
        assert_eq!(profile.of(&ring(50, &[0.5])).tail, None);
        assert_eq!(profile.of(&NeighborGraph::from_rows([vec![]])).tail, None);
    }
}
