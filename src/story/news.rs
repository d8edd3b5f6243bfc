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

/// From this share of the publishers on, a word is known of the story, and not of what a few of them tell beside it.
const KNOWN: usize = 8;

/// What the publishers of a story share: its terms, each with its weight in the story times its publishers.
///
/// Of a story of one publisher all terms.
pub(super) struct News {
    /// Ascending by term.
    shares: Vec<Share>,
    tellers: usize,
}

struct Share {
    term: TermId,
    /// Of the news, in [0, 1].
    weight: f32,
    /// Publishers that have the term.
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
        let mut shares = Vec::with_capacity(holders.len());
        shares.extend(weighed.map(|held| {
            let (term, tellers) = (held[0].0, held.len());
            Share { term, weight: center.weight(term) * tellers as f32, tellers }
        }));
        let mut sorted: Vec<f32> = shares.iter().map(|share: &Share| share.weight).collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let all: f32 = sorted.iter().sum();
        shares.iter_mut().for_each(|share| share.weight /= all.max(f32::MIN_POSITIVE));
        Self { shares, tellers }
    }

    fn share(&self, term: TermId) -> Option<&Share> {
        self.shares.binary_search_by_key(&term, |share| share.term).ok().map(|at| &self.shares[at])
    }

    /// Whether publishers share it.
    pub(super) fn has(&self, term: TermId) -> bool {
        self.share(term).is_some()
    }

    /// Whether an eighth of the publishers or more have it, and more than one.
    pub(super) fn is_known(&self, term: TermId) -> bool {
        self.share(term).is_some_and(|share| share.tellers > 1 && KNOWN * share.tellers >= self.tellers)
    }

    /// Whether a sentence is about what the publishers share.
    pub(super) fn is_related(&self, phrase: &Phrase) -> bool {
        self.told(phrase, |_| false) >= RELATED
            && (self.tellers < MANY || phrase.share(|term| self.has(term)) >= SHARED)
    }

    /// The share of the news that a sentence tells and that `is_told` does not have, in [0, 1].
    pub(super) fn told(&self, phrase: &Phrase, is_told: impl Fn(TermId) -> bool) -> f32 {
        let mut rest = &self.shares[..];
        let mut sum = 0.0;
        for &(term, _) in phrase.terms() {
            rest = &rest[rest.partition_point(|share| share.term < term)..];
            match rest.first() {
                Some(share) if share.term == term && !is_told(term) => sum += share.weight,
                _ => {}
            }
        }
        sum
    }
}
