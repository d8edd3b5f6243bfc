//! The one sentence that stands for a story: [`choose`].

use super::center::Center;
use super::model::Field;
use super::phrase::Phrase;
use super::points::Sentence;

/// Words that are easy to read in one breath.
const COMFORTABLE: std::ops::RangeInclusive<usize> = 12..=38;

/// The readable sentence that says most of what headline and story say; early and of a comfortable length.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    title: Option<&Phrase>,
    center: &Center,
    fits: impl Fn(usize) -> bool,
) -> Option<usize> {
    let worth = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        let title = title.map_or(0.0, |title| title.cosine(&sentence.phrase));
        let position = 0.2 / (1.0 + sentence.position as f32);
        let length = if COMFORTABLE.contains(&sentence.phrase.len()) { 0.0 } else { 0.1 };
        centrality + title / 2.0 + position - length
    };
    let readable = sentences
        .iter()
        .enumerate()
        .filter(|(at, sentence)| sentence.field == Field::Text && sentence.is_readable && fits(*at));
    readable
        .map(|(at, sentence)| (worth(sentence), at))
        .max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a)))
        .map(|(_, at)| at)
}
