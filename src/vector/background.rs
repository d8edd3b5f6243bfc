//! What is known of a term before the batch is read: [`Background`].

use super::vectorizer::TfIdf;
use super::weighting::inverse_document_frequency;
use crate::text::is_common;

/// Document frequencies of ten articles say nothing: "fire" is as rare in them as "Lisbon". So a batch is counted as if
/// some more articles had been read, in which the words that any day's news is full of occur and no others do.
///
/// Makes `ln((1 + n + m) / (1 + df + m s)) + 1` of the inverse document frequency, for n articles in the batch and m
/// outside of it, with s the share of these that have the term: `common` for common words, 0 for all others. In a large
/// batch it counts for nothing.
///
/// To change a field, change it in the default: `let mut background = Background::default(); background.articles = 10.0;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct Background {
    /// Articles outside the batch: 0 to 1e9, default 3; 0 switches the background off. Raising it makes names weigh more beside
    /// common words, and makes a batch need more articles before its own counts decide.
    pub articles: f32,
    /// Share of them that has a common word, in [0, 1], default 1. Raising it makes common words weigh less in a small batch.
    pub common: f32,
}

impl Default for Background {
    /// 3 articles, 1.
    fn default() -> Self {
        Self { articles: 3.0, common: 1.0 }
    }
}

impl Background {
    /// In how many articles outside the batch each term of a model occurs, by its number. Linear in the terms.
    #[must_use]
    pub fn frequencies(&self, model: &TfIdf) -> Vec<f32> {
        let terms = model.vocabulary().terms();
        terms.map(|term| if is_common(term) { self.common * self.articles } else { 0.0 }).collect()
    }

    /// The inverse document frequency of a term that `frequency` of `documents` articles of the batch have, and `outside`
    /// of those outside of it.
    #[must_use]
    pub fn idf(&self, frequency: f32, outside: f32, documents: f32) -> f32 {
        inverse_document_frequency(frequency + outside, documents + self.articles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::vector::Vectorizer;

    #[test]
    fn the_background_decides_in_small_batches_and_the_batch_in_large_ones() {
        let background = Background::default();
        let idf = |frequency: f32, documents: f32| {
            (background.idf(frequency, 0.0, documents), background.idf(frequency, background.articles, documents))
        };
        let (rare, common) = idf(1.0, 2.0);
        assert!(rare > 1.5 * common, "{rare} and {common}");
        let (rare, common) = idf(1_000.0, 100_000.0);
        assert!((rare - common).abs() < 0.01, "{rare} and {common}");
        let off = Background { articles: 0.0, ..background };
        assert_eq!(off.idf(3.0, 0.0, 9.0), inverse_document_frequency(3.0, 9.0));
    }

    #[test]
    fn only_common_words_are_outside_the_batch() {
        let model = Vectorizer::default().fit(&[Article::new("a", "Fire in Lisbon")]).unwrap().model;
        let background = Background::default();
        let outside = background.frequencies(&model);
        let of = |term: &str| outside[model.vocabulary().id(term).unwrap().index()];
        assert_eq!((of("fire"), of("lisbon")), (background.articles, 0.0));
    }
}
