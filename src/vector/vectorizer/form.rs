//! How a vectorizer is read.

use crate::error::Error;

#[derive(serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Vectorizer {
    title_weight: f32,
    lead_words: usize,
}

impl Default for Vectorizer {
    fn default() -> Self {
        let super::Vectorizer { title_weight, lead_words, .. } = super::Vectorizer::default();
        Self { title_weight, lead_words }
    }
}

impl TryFrom<Vectorizer> for super::Vectorizer {
    type Error = Error;

    fn try_from(Vectorizer { title_weight, lead_words }: Vectorizer) -> Result<Self, Error> {
        Self::builder().title_weight(title_weight).lead_words(lead_words).build()
    }
}
