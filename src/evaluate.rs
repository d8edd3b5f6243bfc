//! How well a partition agrees with labels: for users who tune on their own data.

use std::collections::BTreeMap;

use crate::error::Error;

/// Agreement of a predicted partition with a gold one. All scores but `ari` are in [0, 1]; higher is better.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Agreement {
    /// Number of articles.
    pub articles: usize,
    /// Number of gold stories.
    pub gold_stories: usize,
    /// Number of predicted stories.
    pub stories: usize,
    /// B-cubed precision (Bagga & Baldwin 1998): of an article's predicted story, the share that belongs there, on average.
    pub b3_precision: f64,
    /// B-cubed recall: of an article's gold story, the share that was found, on average.
    pub b3_recall: f64,
    /// Harmonic mean of both.
    pub b3_f1: f64,
    /// F1 over pairs of articles that are in one story; 0 where no pair is in both. Big stories dominate it.
    pub pair_f1: f64,
    /// Adjusted Rand index (Hubert & Arabie 1985): 1 for the same partition, about 0 for chance, may be negative.
    pub ari: f64,
}

/// Compares two labelings of the same articles; what the labels are does not matter. Costs n log n.
///
/// # Errors
/// [`Error::LengthMismatch`].
///
/// ```
/// let agreement = samestory::evaluate(&["x", "x", "y"], &[7, 7, 8])?;
/// assert_eq!(agreement.b3_f1, 1.0);
/// # Ok::<(), samestory::Error>(())
/// ```
pub fn evaluate<G: Ord, P: Ord>(gold: &[G], predicted: &[P]) -> Result<Agreement, Error> {
    if gold.len() != predicted.len() {
        return Err(Error::LengthMismatch {
            what: "gold and predicted labels",
            left: gold.len(),
            right: predicted.len(),
        });
    }
    let (mut both, mut golds, mut stories) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (g, p) in gold.iter().zip(predicted) {
        *both.entry((g, p)).or_insert(0.0) += 1.0;
        *golds.entry(g).or_insert(0.0) += 1.0;
        *stories.entry(p).or_insert(0.0) += 1.0;
    }
    let n = gold.len() as f64;
    let share = |total: f64| if n > 0.0 { total / n } else { 1.0 };
    let b3_precision = share(both.iter().map(|((_, p), count)| count * count / stories[p]).sum());
    let b3_recall = share(both.iter().map(|((g, _), count)| count * count / golds[g]).sum());
    let pairs = |count: f64| count * (count - 1.0) / 2.0;
    let hit: f64 = both.values().map(|&count| pairs(count)).sum();
    let gold_pairs: f64 = golds.values().map(|&count| pairs(count)).sum();
    let found_pairs: f64 = stories.values().map(|&count| pairs(count)).sum();
    let ratio = |a: f64, b: f64| if b > 0.0 { a / b } else { 0.0 };
    let expected = ratio(gold_pairs * found_pairs, pairs(n).max(1.0));
    let most = f64::midpoint(gold_pairs, found_pairs);
    Ok(Agreement {
        articles: gold.len(),
        gold_stories: golds.len(),
        stories: stories.len(),
        b3_precision,
        b3_recall,
        b3_f1: f1(b3_precision, b3_recall),
        pair_f1: f1(ratio(hit, found_pairs), ratio(hit, gold_pairs)),
        // Both sides all singletons, or all one story: nothing to adjust by, and they agree.
        ari: if (most - expected).abs() < f64::EPSILON { 1.0 } else { (hit - expected) / (most - expected) },
    })
}

fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        // Worked by hand: stories {a b} {c d}, found {a b c} {d}.
        let found = evaluate(&[0, 0, 1, 1], &[0, 0, 0, 1]).unwrap();
        assert!((found.b3_precision - (2.0 / 3.0 * 2.0 + 1.0 / 3.0 + 1.0) / 4.0).abs() < 1e-12);
        assert!((found.b3_recall - (1.0 + 1.0 + 0.5 + 0.5) / 4.0).abs() < 1e-12);
        assert!((found.pair_f1 - 2.0 * (1.0 / 3.0) * 0.5 / (1.0 / 3.0 + 0.5)).abs() < 1e-12);
        assert!(found.ari.abs() < 1e-12);
    }

    #[test]
    fn edges() {
        assert_eq!(
            evaluate(&[0, 1], &["x"]).unwrap_err().to_string(),
            "gold and predicted labels must be equally long: 2 and 1"
        );
        assert_eq!(evaluate::<u8, u8>(&[], &[]).unwrap().b3_f1, 1.0);
        let counted = evaluate(&[0, 0, 1, 1], &[5, 6, 7, 7]).unwrap();
        assert_eq!((counted.articles, counted.gold_stories, counted.stories), (4, 2, 3));
        assert_eq!(evaluate(&[0, 1, 2], &[5, 6, 7]).unwrap().ari, 1.0);
        assert_eq!(evaluate(&[0, 0, 0], &[1, 1, 1]).unwrap().ari, 1.0);
    }
}
