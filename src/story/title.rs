//! Which headline an editor would put over the story, and why: [`TitleExplanation`].

use rustc_hash::FxHashMap;

use crate::article::{ArticleId, Timestamp};
use crate::vector::TermId;

use super::center::Center;
use super::course::Course;
use super::faults::TitleFault;
use super::headline::Headline;
use super::phrase::Phrase;

/// Why one headline won: every candidate with the parts of its score, the winner first.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TitleExplanation {
    /// The headlines of the story's 200 most central members, best first; of equal ones the first by article id. Where
    /// several articles have the best one word by word, that goes first which is no copy, and of these the earliest.
    pub candidates: Vec<TitleCandidate>,
}

/// A headline with the parts of its score.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TitleCandidate {
    /// The article that it is from.
    pub article: ArticleId,
    /// The headline, as it would be shown.
    pub title: String,
    /// `centrality + agreement + attestation / 4 + currency / 20 - singularity / 4`, less what its faults cost. At most
    /// 2.3; below 0 for the worst.
    pub score: f32,
    /// Cosine of its words with the centroid of the story's articles, in [0, 1]: how much of the story it tells.
    pub centrality: f32,
    /// Mean share of words with the other headlines (F1 of unigrams), in [0, 1], 0 where there is no other: the medoid
    /// has the most. Choosing by it is choosing by minimum Bayes risk (Kumar & Byrne 2004): the headline that is least
    /// wrong whichever of the others is right.
    pub agreement: f32,
    /// Mean share of its words that the first sentence of another member has too, in [0, 1], 0 where no other has text:
    /// news tells in its first sentence what happened.
    pub attestation: f32,
    /// The share of the headlines that came three hours or more before it, in [0, 1], 0 without a time and with a fault: who
    /// comes later knows how it went on.
    pub currency: f32,
    /// The share of its weight on words that no other headline has, in [0, 1]: what one outlet alone says.
    pub singularity: f32,
    /// What speaks against it.
    pub faults: Vec<TitleFault>,
}

/// A headline that may become the title.
pub(super) struct Contender<'a> {
    /// Its place among the voices.
    pub(super) voice: usize,
    pub(super) id: &'a ArticleId,
    pub(super) headline: Headline<'a>,
    pub(super) phrase: &'a Phrase,
    pub(super) faults: &'a [TitleFault],
    /// The first sentence of its article, where that has text.
    pub(super) lead: Option<&'a Phrase>,
    pub(super) published: Option<Timestamp>,
}

/// How a contender did; `contender` is its position.
pub(super) struct Verdict {
    pub(super) contender: usize,
    pub(super) score: f32,
    pub(super) centrality: f32,
    pub(super) agreement: f32,
    pub(super) attestation: f32,
    pub(super) currency: f32,
    pub(super) singularity: f32,
    pub(super) faults: Vec<TitleFault>,
}

/// All contenders, best first. Quadratic in their number: 20,000 comparisons of two headlines for 200 of them, and
/// 40,000 with first sentences.
pub(super) fn rank(contenders: &[Contender<'_>], center: &Center, course: &Course) -> Vec<Verdict> {
    let mut holders: FxHashMap<TermId, u32> = FxHashMap::default();
    // One alone has nobody to share terms with.
    if contenders.len() > 1 {
        for (term, _) in contenders.iter().flat_map(|contender| contender.phrase.terms()) {
            *holders.entry(*term).or_default() += 1;
        }
    }
    let mut agreement = vec![0.0_f32; contenders.len()];
    for (at, one) in contenders.iter().enumerate() {
        for (offset, other) in contenders[at + 1..].iter().enumerate() {
            let overlap = one.phrase.overlap(other.phrase);
            agreement[at] += overlap;
            agreement[at + 1 + offset] += overlap;
        }
    }
    let others = contenders.len().saturating_sub(1);
    let verdict = |(at, contender): (usize, &Contender<'_>)| {
        let Contender { phrase, faults, published, headline, .. } = contender;
        let centrality = center.of_terms(phrase.terms().iter().copied());
        let agreement = agreement[at] / others.max(1) as f32;
        let leads = contenders.iter().enumerate().filter(|&(other, _)| other != at).filter_map(|(_, other)| other.lead);
        let (mut shared, mut count) = (0.0, 0_usize);
        for lead in leads {
            shared += phrase.share_of_words(lead);
            count += 1;
        }
        let attestation = shared / count.max(1) as f32;
        let singularity =
            if others == 0 { 0.0 } else { phrase.share(|term| holders.get(&term).is_none_or(|&count| count < 2)) };
        let mut faults = faults.to_vec();
        if course.overtakes(*published, headline.text) {
            faults.push(TitleFault::Overtaken);
        }
        // A question that comes later knows no more.
        let currency = if faults.is_empty() { course.before(*published) } else { 0.0 };
        let cost: f32 = faults.iter().map(|fault| fault.cost()).sum();
        let score = centrality + agreement + attestation / 4.0 + currency / 20.0 - singularity / 4.0 - cost;
        Verdict { contender: at, score, centrality, agreement, attestation, currency, singularity, faults }
    };
    let mut verdicts: Vec<Verdict> = contenders.iter().enumerate().map(verdict).collect();
    verdicts.sort_by(|a, b| {
        b.score.total_cmp(&a.score).then_with(|| contenders[a.contender].id.cmp(contenders[b.contender].id))
    });
    verdicts
}
