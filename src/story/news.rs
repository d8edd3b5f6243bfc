//! What the publishers of a story say together: [`News`].

use rustc_hash::FxHashSet;

use crate::vector::TermId;

use super::center::Center;
use super::phrase::Phrase;
use super::points::{Sentence, Voice};

/// From so many publishers on, a word that only one of them has speaks for itself: of three, the silence of two says little.
pub(super) const MANY: usize = 5;
/// A point tells at least this share of the news, told before or not: what has less is about something else.
const RELATED: f32 = 0.03;
/// Where many tell, at least this share of a point's weight is on words that two or more have: the rest is its article's.
const SHARED: f32 = 0.25;

/// What the publishers of a story share: its terms, each with its weight in the story times its publishers.
///
/// Of a story of one publisher all terms.
pub(super) struct News {
    /// Ascending by term.
    weights: Vec<(TermId, f32)>,
    tellers: usize,
}

impl News {
    /// n log n in the terms of the sentences.
    pub(super) fn of(sentences: &[Sentence<'_>], voices: &[Voice<'_>], center: &Center) -> Self {
        let mut holders: Vec<(TermId, u32)> =
            Vec::with_capacity(sentences.iter().map(|said| said.phrase.terms().len()).sum());
        for Sentence { voice, phrase, .. } in sentences {
            // No story has as many as four billion.
            let teller = voices[*voice].teller as u32;
            holders.extend(phrase.terms().iter().map(|&(term, _)| (term, teller)));
        }
        holders.sort_unstable();
        holders.dedup();
        let tellers = if let [_] = voices {
            1
        } else {
            voices.iter().map(|voice| voice.teller).collect::<FxHashSet<usize>>().len()
        };
        let weighed = holders.chunk_by(|a, b| a.0 == b.0).filter(|holders| tellers < 2 || holders.len() > 1);
        let mut weights = Vec::with_capacity(holders.len());
        weights.extend(weighed.map(|held| (held[0].0, center.weight(held[0].0) * held.len() as f32)));
        let mut sorted: Vec<f32> = weights.iter().map(|&(_, weight): &(TermId, f32)| weight).collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let all: f32 = sorted.iter().sum();
        weights.iter_mut().for_each(|(_, weight)| *weight /= all.max(f32::MIN_POSITIVE));
        Self { weights, tellers }
    }

    /// Whether publishers share it.
    pub(super) fn has(&self, term: TermId) -> bool {
        self.weights.binary_search_by_key(&term, |&(term, _)| term).is_ok()
    }

    /// Whether a sentence is about what the publishers share.
    pub(super) fn is_related(&self, phrase: &Phrase) -> bool {
        self.told(phrase, |_| false) >= RELATED
            && (self.tellers < MANY || phrase.share(|term| self.has(term)) >= SHARED)
    }

    /// The share of the news that a sentence tells and that `is_told` does not have, in [0, 1].
    pub(super) fn told(&self, phrase: &Phrase, is_told: impl Fn(TermId) -> bool) -> f32 {
        let mut rest = &self.weights[..];
        let mut sum = 0.0;
        for &(term, _) in phrase.terms() {
            rest = &rest[rest.partition_point(|&(other, _)| other < term)..];
            match rest.first() {
                Some(&(other, weight)) if other == term && !is_told(term) => sum += weight,
                _ => {}
            }
        }
        sum
    }
}
