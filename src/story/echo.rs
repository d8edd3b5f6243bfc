//! How much of what the members say a set of sentences says again: [`Echo`].

use super::model::Field;
use super::phrase::overlap;
use super::points::{Sentence, Voice};

/// Members that are listened to. They come in the order of their ids, which says nothing about them: a sample.
const LISTENED: usize = 60;

/// The texts of a story's members as bags of words.
///
/// The best set of sentences is the one that is nearest to all texts at once: minimum Bayes risk (Kumar & Byrne 2004)
/// with the F1 of unigrams (ROUGE-1, Lin 2004) as the measure. What is said again and again in a set adds nothing to it,
/// what only one member says adds little.
pub(super) struct Echo {
    texts: Vec<Vec<u32>>,
    told: Vec<u32>,
    so_far: f32,
}

impl Echo {
    /// Of the texts, or of the headlines where there is no text. n log n in their words.
    pub(super) fn of(sentences: &[Sentence<'_>], voices: &[Voice<'_>], field: Field) -> Self {
        let mut texts = vec![Vec::new(); voices.len()];
        for sentence in sentences.iter().filter(|sentence| sentence.field == field) {
            texts[sentence.voice].extend_from_slice(sentence.phrase.words());
        }
        texts.retain(|words| !words.is_empty());
        texts.truncate(LISTENED);
        for words in &mut texts {
            words.sort_unstable();
        }
        Self { texts, told: Vec::new(), so_far: 0.0 }
    }

    /// By how much the set is nearer to the texts with one more sentence, between -1 and 1. A good second sentence adds
    /// about 0.05. Linear in the words of the texts.
    pub(super) fn gain(&self, sentence: &Sentence<'_>) -> f32 {
        self.nearness(&merged(&self.told, sentence.phrase.words())) - self.so_far
    }

    /// Adds a sentence to the set.
    pub(super) fn tell(&mut self, sentence: &Sentence<'_>) {
        self.told = merged(&self.told, sentence.phrase.words());
        self.so_far = self.nearness(&self.told);
    }

    fn nearness(&self, told: &[u32]) -> f32 {
        self.texts.iter().map(|text| overlap(told, text)).sum::<f32>() / self.texts.len().max(1) as f32
    }
}

fn merged(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all = [a, b].concat();
    all.sort_unstable();
    all
}
