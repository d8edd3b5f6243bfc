//! The one sentence that stands for a story: [`choose`].

use rustc_hash::FxHashMap;

use crate::vector::TermId;

use super::center::Center;
use super::key_points::Point;
use super::model::Field;
use super::phrase::Phrase;
use super::points::Sentence;

/// Words that are easy to read in one breath.
const COMFORTABLE: std::ops::RangeInclusive<usize> = 12..=38;
/// Members with text from which on it tells something that only one has a word: of two, a copy would win by its copy.
const MANY: usize = 3;
/// Members from which on a sentence is beside the matter with less than [`SHARED`]: of three, the silence of
/// two says little.
const CHORUS: usize = 5;
/// The share of its weight that lies on words of two members or more.
const SHARED: f32 = 0.25;
/// A sentence that is about as good as the best stands in for it where the best is a key point already.
const NEARLY: f32 = 0.75;

/// The readable sentence that says most of what headline and story say, early, of a comfortable length and in words that
/// other members have too: what one alone says is its view.
///
/// Of several members a sentence that shares no word with the headline stands for something else, and none is better; of
/// many, so does one that has hardly a word of any other member.
///
/// Said twice only where there is no choice: a sentence that is no key point goes first where it is about as good. Of a
/// story of one article the lead is the summary, and `points` keep what else it says.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    title: Option<&Phrase>,
    center: &Center,
    points: &mut Vec<Point>,
) -> Option<usize> {
    let is_one = sentences.iter().all(|sentence| sentence.voice == sentences[0].voice);
    let mut telling: Vec<usize> =
        sentences.iter().filter(|sentence| sentence.field == Field::Text).map(|sentence| sentence.voice).collect();
    telling.dedup();
    let texts = telling.len();
    let voices = sentences.chunk_by(|a, b| a.voice == b.voice).count();
    let holders = if texts < MANY && voices < CHORUS { FxHashMap::default() } else { holders(sentences) };
    let alone =
        |sentence: &Sentence<'_>| sentence.phrase.share(|term| holders.get(&term).is_none_or(|&count| count < 2));
    let is_beside = |sentence: &Sentence<'_>| voices >= CHORUS && alone(sentence) > 1.0 - SHARED;
    let nearness = |sentence: &Sentence<'_>| title.map_or(0.0, |title| title.cosine(&sentence.phrase));
    let worth = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        let title = nearness(sentence);
        let alone = if is_one || texts < MANY { 0.0 } else { alone(sentence) };
        let position = 0.2 / (1.0 + sentence.position as f32);
        let length = if COMFORTABLE.contains(&sentence.phrase.len()) { 0.0 } else { 0.2 };
        centrality + title / 2.0 + position - length - alone / 4.0
    };
    let readable = sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.field == Field::Text && sentence.is_readable)
        .filter(|(_, sentence)| is_one || title.is_none() || nearness(sentence) > 0.0)
        .filter(|(_, sentence)| !is_beside(sentence));
    let weighed: Vec<(f32, usize)> = readable.map(|(at, sentence)| (worth(sentence), at)).collect();
    let best = |fits: &dyn Fn(usize) -> bool| {
        weighed.iter().copied().filter(|(_, at)| fits(*at)).max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a)))
    };
    let (most, first) = best(&|_| true)?;
    let unused = best(&|at| points.iter().all(|point| point.sentence != at));
    if let Some((_, at)) = unused.filter(|(worth, _)| *worth >= NEARLY * most) {
        return Some(at);
    }
    if is_one {
        points.retain(|point| point.sentence != first);
    }
    Some(first)
}

/// How many members have each term.
fn holders(sentences: &[Sentence<'_>]) -> FxHashMap<TermId, usize> {
    let mut all: Vec<(TermId, usize)> = Vec::new();
    for Sentence { voice, phrase, .. } in sentences {
        all.extend(phrase.terms().iter().map(|&(term, _)| (term, *voice)));
    }
    all.sort_unstable();
    all.dedup();
    all.chunk_by(|a, b| a.0 == b.0).map(|holders| (holders[0].0, holders.len())).collect()
}
