//! How much of what the members say a set of sentences says again: [`Echo`].

use super::model::Field;
use super::phrase::shared;
use super::points::{Sentence, Voice};

/// Members that are listened to. They come in the order of their ids, which says nothing about them: a sample.
const LISTENED: usize = 60;

/// The texts of a story's members as bags of words.
///
/// The best set of sentences is the one that is nearest to all texts at once: minimum Bayes risk (Kumar & Byrne 2004)
/// with the F1 of unigrams (ROUGE-1, Lin 2004) as the measure. What is said again and again in a set adds nothing to it,
/// what only one member says adds little.
#[derive(Default)]
pub(super) struct Echo {
    texts: Vec<Listener>,
    /// Words that were told.
    told: usize,
    so_far: f32,
}

/// A text, divided into what was told of it and what was not.
struct Listener {
    words: usize,
    heard: usize,
    /// Sorted.
    unheard: Vec<u32>,
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
        let listener = |mut unheard: Vec<u32>| {
            unheard.sort_unstable();
            Listener { words: unheard.len(), heard: 0, unheard }
        };
        Self { texts: texts.into_iter().map(listener).collect(), told: 0, so_far: 0.0 }
    }

    /// By how much the set is nearer to the texts with one more sentence, between -1 and 1. A good second sentence adds
    /// about 0.05. Logarithmic in the words of each text.
    pub(super) fn gain(&self, sentence: &Sentence<'_>) -> f32 {
        self.nearness(sentence.phrase.words()) - self.so_far
    }

    /// Adds a sentence to the set.
    pub(super) fn tell(&mut self, sentence: &Sentence<'_>) {
        let words = sentence.phrase.words();
        self.so_far = self.nearness(words);
        self.told += words.len();
        for text in &mut self.texts {
            let mut new = words.iter().peekable();
            let before = text.unheard.len();
            text.unheard.retain(|word| {
                while new.next_if(|told| *told < word).is_some() {}
                new.next_if_eq(&word).is_none()
            });
            text.heard += before - text.unheard.len();
        }
    }

    /// Mean F1 of what was told and these words, sorted, with the texts.
    fn nearness(&self, words: &[u32]) -> f32 {
        let told = self.told + words.len();
        let overlap = |text: &Listener| {
            2.0 * (text.heard + held(words, &text.unheard)) as f32 / (told + text.words).max(1) as f32
        };
        self.texts.iter().map(overlap).sum::<f32>() / self.texts.len().max(1) as f32
    }
}

/// How many of a few sorted words a sorted text has.
fn held(words: &[u32], text: &[u32]) -> usize {
    // Of lists of about one length, merging is cheaper than searching.
    if text.len() < 4 * words.len() {
        return shared(words, text);
    }
    let (mut rest, mut held) = (text, 0);
    for word in words {
        // A step of twice the length each time, then search between (Bentley & Yao 1976).
        let mut step = 1;
        while rest.get(step).is_some_and(|other| other < word) {
            step *= 2;
        }
        let from = step / 2;
        let to = rest.len().min(step + 1);
        rest = &rest[from.min(to)..];
        rest = &rest[rest[..to - from.min(to)].partition_point(|other| other < word)..];
        if rest.first() == Some(word) {
            held += 1;
            rest = &rest[1..];
        }
    }
    held
}
