//! The one sentence that stands for a story: [`choose`].

use super::center::Center;
use super::key_points::Point;
use super::model::Field;
use super::phrase::Phrase;
use super::points::Sentence;

/// Words that are easy to read in one breath.
const COMFORTABLE: std::ops::RangeInclusive<usize> = 12..=38;
/// A sentence that is about as good as the best stands in for it where the best is a key point already.
const NEARLY: f32 = 0.75;

/// The readable sentence that says most of what headline and story say, early and of a comfortable length.
///
/// Said twice only where there is no choice: a sentence that is no key point goes first where it is about as good. Of a
/// story of one article the lead is the summary, and `points` keep what else it says.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    title: Option<&Phrase>,
    center: &Center,
    points: &mut Vec<Point>,
) -> Option<usize> {
    let worth = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        let title = title.map_or(0.0, |title| title.cosine(&sentence.phrase));
        let position = 0.2 / (1.0 + sentence.position as f32);
        let length = if COMFORTABLE.contains(&sentence.phrase.len()) { 0.0 } else { 0.2 };
        centrality + title / 2.0 + position - length
    };
    let best = |fits: &dyn Fn(usize) -> bool| {
        let readable = sentences
            .iter()
            .enumerate()
            .filter(|(at, sentence)| sentence.field == Field::Text && sentence.is_readable && fits(*at));
        readable.map(|(at, sentence)| (worth(sentence), at)).max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a)))
    };
    let (most, first) = best(&|_| true)?;
    let unused = best(&|at| points.iter().all(|point| point.sentence != at));
    if let Some((_, at)) = unused.filter(|(worth, _)| *worth >= NEARLY * most) {
        return Some(at);
    }
    if sentences.iter().all(|sentence| sentence.voice == sentences[first].voice) {
        points.retain(|point| point.sentence != first);
    }
    Some(first)
}
