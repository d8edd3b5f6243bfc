//! How much of the similarity in a batch is noise: the floor below which two articles share nothing but their time.

use super::factor::PairFactor;
use super::neighbors::NeighborSearch;
use super::sparse_graph::NeighborGraph;
use crate::vector::SparseMatrix;

/// Where a batch's floor lies, from how its similarities fall off.
///
/// In a batch of big, well separated stories the number of neighbours falls slowly with similarity: those at 0.15 belong
/// to the same event as those at 0.3. In a general stream, or in a thousand small stories of one beat, it falls steeply:
/// at 0.15 stands what shares a topic. The steepness is measured as the mean of `ln(s / low)` over all neighbours at
/// `low` or above, the maximum-likelihood (Hill 1975) estimate of the inverse exponent of a power-law tail: large when
/// flat, small when steep. From `flat` down to `steep` the floor rises in a straight line from `low` to `high`.
///
/// This solves most of the granularity problem: the best fixed threshold differs from batch to batch because the noise
/// does, and with the noise cut off one threshold serves all.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct NoiseProfile {
    /// The lowest floor, where the tail is measured from; in (0, 1).
    pub low: f32,
    /// The highest floor; in [low, 1).
    pub high: f32,
    /// Hill estimate at which, and above which, the floor is `low`.
    pub flat: f32,
    /// Hill estimate at which, and below which, the floor is `high`.
    pub steep: f32,
}

impl Default for NoiseProfile {
    /// From 0.1 (estimate 0.62 and more) to 0.3 (0.4 and less).
    fn default() -> Self {
        Self { low: 0.1, high: 0.3, flat: 0.62, steep: 0.4 }
    }
}

/// The floor of a batch, and what it was estimated from.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct NoiseFloor {
    /// Pairs less similar than this are noise.
    pub similarity: f32,
    /// The Hill estimate; `None` where no two articles reach the lowest floor.
    pub hill: Option<f32>,
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
    /// The floor for a Hill estimate.
    #[must_use]
    pub fn floor(&self, hill: f32) -> f32 {
        self.low + self.steepness(hill) * (self.high - self.low)
    }

    /// How noisy a batch is: the square of how far its Hill estimate lies from `flat` towards `steep`, so that rules for
    /// noisy batches set in late; 0 where nothing was measured. The floors have no say in it.
    #[must_use]
    pub fn unrest(&self, floor: NoiseFloor) -> Unrest {
        Unrest::new(floor.hill.map_or(0.0, |hill| self.steepness(hill).powi(2)))
    }

    /// How far a Hill estimate lies from `flat` (0) towards `steep` (1).
    fn steepness(&self, hill: f32) -> f32 {
        ((self.flat - hill) / (self.flat - self.steep).max(f32::EPSILON)).clamp(0.0, 1.0)
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
            for (_, similarity) in sample.neighbors(row) {
                sum += f64::from(similarity / self.low).ln();
                count += 1;
            }
        }
        let hill = (count > 0).then(|| (sum / count as f64) as f32);
        NoiseFloor { similarity: hill.map_or(self.low, |hill| self.floor(hill)), hill }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_rises_as_the_tail_gets_steeper() {
        let profile = NoiseProfile::default();
        let cases = [(2.0, 0.1), (0.62, 0.1), (0.51, 0.2), (0.4, 0.3), (0.0, 0.3)];
        for (hill, floor) in cases {
            assert!((profile.floor(hill) - floor).abs() < 1e-6, "{hill}");
        }
    }

    #[test]
    fn unrest_rises_as_the_tail_gets_steeper() {
        let unrest =
            |profile: NoiseProfile, hill: Option<f32>| profile.unrest(NoiseFloor { similarity: 0.2, hill }).share();
        let profile = NoiseProfile::default();
        for profile in [profile, NoiseProfile { low: 0.2, high: 0.2, ..profile }] {
            let found =
                [Some(2.0), Some(0.62), Some(0.51), Some(0.4), Some(0.0), None].map(|hill| unrest(profile, hill));
            for (found, expected) in found.into_iter().zip([0.0, 0.0, 0.25, 1.0, 1.0, 0.0]) {
                assert!((found - expected).abs() < 1e-6, "{found}");
            }
        }
        assert_eq!([-1.0, 0.5, 2.0, f32::NAN].map(|share| Unrest::new(share).share()), [0.0, 0.5, 1.0, 0.0]);
    }

    #[test]
    fn the_estimate_is_the_mean_log_ratio() {
        let graph = NeighborGraph::from_rows([vec![(1, 0.2), (2, 0.4)], vec![(0, 0.2)], vec![(0, 0.4)]]);
        let found = NoiseProfile::default().of(&graph);
        let mean = f32::midpoint(2.0_f32.ln(), 4.0_f32.ln());
        assert!((found.hill.unwrap() - mean).abs() < 1e-6);
        assert_eq!(NoiseProfile::default().of(&NeighborGraph::from_rows([vec![]])).hill, None);
    }
}
