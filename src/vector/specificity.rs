//! How much the words of an article say: [`Specificity`].

use super::sparse::SparseMatrix;
use crate::parallel::map_ranges;
use crate::text::Language;

/// Trusts what an article is similar to less, the more common its words are.
///
/// A cosine tells which share of their words two articles have in common, not how much these words say: two lists of
/// tips on one subject are as alike as two reports of one fire. An article's specificity is the mean idf of its terms,
/// each with the share that it has in a cosine of the article with itself. Where that is below the median of the batch's
/// articles in its language, all similarities of the article are multiplied by `(own / median)^power`: evidence mass
/// beside the cosine, in the spirit of pivoted normalization (Singhal et al. 1996).
///
/// A few articles do not tell what is usual, so of `n` articles the power is `power n / (n + known)`, and of `n` in one
/// language their median counts `n / (n + known)` and that of the batch the rest.
///
/// To change a field, change it in the default: `let mut specificity = Specificity::default(); specificity.power = 1.0;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct Specificity {
    /// How much less an article of common words is trusted: 0 (as any other) to 10, default 0.8. Raising it leaves more articles of
    /// topics, advice and columns alone, and more short reports in common words.
    pub power: f32,
    /// Articles at which the median counts half: 0 to 1e9, default 20. Raising it leaves small batches as they are.
    pub known: f32,
}

impl Default for Specificity {
    /// 0.8, 20 articles.
    fn default() -> Self {
        Self { power: 0.8, known: 20.0 }
    }
}

impl Specificity {
    /// The factor of each row, in [0, 1]: 1 from its median up, 0 for a row without terms; 1 where the median is 0. `idf` is that of each term,
    /// `weights` what a row's entries are multiplied with; terms beyond them weigh nothing. `languages` is the language of
    /// each row; rows beyond it count as [`Language::Other`]. Linear in the entries.
    #[must_use]
    pub fn factors(&self, rows: &SparseMatrix, idf: &[f32], weights: &[f32], languages: &[Language]) -> Vec<f32> {
        let n = rows.rows();
        let own = |row: usize| {
            let (mut sum, mut total) = (0.0, 0.0);
            for (term, frequency) in rows.row(row).iter() {
                let share = (frequency * weights.get(term.index()).copied().unwrap_or(0.0)).powi(2);
                sum += share * idf.get(term.index()).copied().unwrap_or(0.0);
                total += share;
            }
            if total > 0.0 { sum / total } else { 0.0 }
        };
        let mut factors = map_ranges(n, 4096, |range| range.map(own).collect::<Vec<f32>>()).concat();
        let language = |row: usize| languages.get(row).copied().unwrap_or(Language::Other) as usize;
        let mut own = Language::ALL.map(|_| Vec::new());
        for (row, &factor) in factors.iter().enumerate() {
            own[language(row)].push(factor);
        }
        let all = median(factors.clone());
        let usual = own.map(|own| {
            let known = self.trust(own.len());
            all + (median(own) - all) * known
        });
        let power = self.power * self.trust(n);
        for (row, factor) in factors.iter_mut().enumerate() {
            let usual = usual[language(row)];
            *factor = if usual > 0.0 { (*factor / usual).min(1.0).powf(power) } else { 1.0 };
        }
        factors
    }

    /// How much the median of so many articles counts, in [0, 1].
    fn trust(self, articles: usize) -> f32 {
        if articles == 0 { 0.0 } else { articles as f32 / (articles as f32 + self.known) }
    }
}

/// The upper one of the two in the middle; 0 of none.
fn median(mut values: Vec<f32>) -> f32 {
    let middle = values.len() / 2;
    if values.is_empty() { 0.0 } else { *values.select_nth_unstable_by(middle, f32::total_cmp).1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::{SparseVector, TermId};

    fn rows(terms: &[&[u32]]) -> SparseMatrix {
        let mut matrix = SparseMatrix::default();
        for row in terms {
            matrix.push(SparseVector::from_pairs(row.iter().map(|&term| (TermId(term), 1.0)).collect()).as_row());
        }
        matrix
    }

    #[test]
    fn articles_of_common_words_are_trusted_less() {
        // Term 0 is common, 1 and 2 are rare.
        let idf = [1.0, 4.0, 4.0];
        let matrix = rows(&[&[0], &[0, 1], &[1, 2], &[1, 2], &[]]);
        let found = Specificity { power: 1.0, known: 0.0 }.factors(&matrix, &idf, &idf, &[]);
        assert_eq!((found[2], found[3], found[4]), (1.0, 1.0, 0.0));
        // The second row is the median; of its cosine with itself term 1 has sixteen parts of seventeen.
        let median = (1.0 + 16.0 * 4.0) / 17.0;
        assert!(found[1] == 1.0 && (found[0] - 1.0 / median).abs() < 1e-6, "{found:?}");
        let without = Specificity { power: 0.0, known: 0.0 }.factors(&matrix, &idf, &idf, &[]);
        assert_eq!(without[..4], [1.0; 4]);
        assert_eq!(Specificity::default().factors(&rows(&[&[], &[]]), &idf, &idf, &[]), [1.0; 2], "no NaN");
    }

    #[test]
    fn few_articles_do_not_tell_what_is_usual() {
        let idf = [1.0, 4.0];
        let trust = |known: f32| Specificity { power: 1.0, known }.factors(&rows(&[&[0], &[1]]), &idf, &idf, &[])[0];
        assert_eq!(trust(0.0), 0.25);
        assert!(trust(20.0) > 0.8);
        assert_eq!(Specificity::default().factors(&SparseMatrix::default(), &idf, &idf, &[]), Vec::<f32>::new());
    }

    #[test]
    fn what_is_usual_is_told_in_each_language() {
        // Terms 0 and 1 are of one language, 2 and 3 of the other, whose idf is lower.
        let idf = [2.0, 8.0, 1.0, 4.0];
        let matrix = rows(&[&[0], &[1], &[1], &[2], &[3], &[3]]);
        let languages = [[Language::English; 3], [Language::Hindi; 3]].concat();
        let of = |known: f32, languages: &[Language]| {
            Specificity { power: 1.0, known }.factors(&matrix, &idf, &idf, languages)
        };
        assert_eq!(of(0.0, &languages), [0.25, 1.0, 1.0, 0.25, 1.0, 1.0]);
        assert_eq!(of(0.0, &[]), [0.5, 1.0, 1.0, 0.25, 1.0, 1.0], "the median of all is 4");
        // Of three articles the median counts half, here and in the power of six: (8 + 4) / 2 and (4 + 4) / 2.
        let few = of(3.0, &languages);
        let expected = [2.0_f32 / 6.0, 1.0 / 4.0].map(|share| share.powf(6.0 / 9.0));
        assert!((few[0] - expected[0]).abs() < 1e-6 && (few[3] - expected[1]).abs() < 1e-6, "{few:?}");
    }
}
