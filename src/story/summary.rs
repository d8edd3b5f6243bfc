//! The one sentence that stands for a story: [`choose`].

use rustc_hash::FxHashMap;

use crate::vector::TermId;

use super::center::Center;
use super::course::Course;
use super::key_points::{NEW, Point, RETOLD};
use super::model::Field;
use super::phrase::Phrase;
use super::points::{Sentence, Voice};
use super::readable::Reading;

/// Words that are easy to read in one breath.
const COMFORTABLE: std::ops::RangeInclusive<usize> = 12..=38;
/// Members with text from which on it tells something that only one has a word: of two, a copy would win by its copy.
const MANY: usize = 3;
/// Members from which on a sentence is beside the matter with less than [`SHARED`]: of three, the silence of
/// two says little.
const CHORUS: usize = 5;
/// What it costs to tell of plans where later members tell how they went.
const OVERTAKEN: f32 = 0.3;
/// What it costs to be a line under a headline, which need not tell what the headline tells.
const DECK: f32 = 0.2;
/// What it costs to be written for its day: `today`.
const OF_ITS_DAY: f32 = 0.1;
/// What it costs to add to what was said before: `The mayor also …`. English.
const ADDING: f32 = 0.2;
/// Words of a sentence among which that is told.
const BEGINNING: usize = 8;
/// The share of its weight that lies on words of two members or more.
const SHARED: f32 = 0.25;

/// The readable sentence that says most of what headline and story say, early, of a comfortable length and in words that
/// other members have too: what one alone says is its view.
///
/// Of several members a sentence that shares no word with the headline stands for something else, and none is better; of
/// many, so does one that has hardly a word of any other member.
pub(super) fn nearest(
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
    center: &Center,
    course: &Course,
) -> Option<usize> {
    let is_one = is_one(sentences);
    let mut telling: Vec<usize> =
        sentences.iter().filter(|sentence| sentence.field == Field::Text).map(|sentence| sentence.voice).collect();
    telling.dedup();
    let texts = telling.len();
    let speaking = sentences.chunk_by(|a, b| a.voice == b.voice).count();
    let holders = if texts < MANY && speaking < CHORUS { FxHashMap::default() } else { holders(sentences) };
    let alone =
        |sentence: &Sentence<'_>| sentence.phrase.share(|term| holders.get(&term).is_none_or(|&count| count < 2));
    let is_beside = |sentence: &Sentence<'_>| speaking >= CHORUS && alone(sentence) > 1.0 - SHARED;
    let nearness = |sentence: &Sentence<'_>| title.map_or(0.0, |title| title.cosine(&sentence.phrase));
    let worth = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        // What more a sentence tells is no fault of it: a share of the title, and no cosine.
        let title = title.map_or(0.0, |title| title.share(|term| sentence.phrase.has(term)));
        let alone = if is_one || texts < MANY { 0.0 } else { alone(sentence) };
        let position = 0.2 / (1.0 + sentence.position as f32);
        let length = if COMFORTABLE.contains(&sentence.phrase.len()) { 0.0 } else { 0.2 };
        let is_overtaken = course.overtakes(voices[sentence.voice].article.published(), sentence.text);
        let overtaken = if is_overtaken { OVERTAKEN } else { 0.0 };
        // All other sentences end with a sign.
        let deck = if sentence.text.ends_with(char::is_alphanumeric) { DECK } else { 0.0 };
        let of_its_day = if sentence.reading == Reading::OnItsDay { OF_ITS_DAY } else { 0.0 };
        let is_adding = sentence.words.iter().take(BEGINNING).any(|word| word.surface == "also");
        let adding = if is_adding { ADDING } else { 0.0 };
        centrality + title / 2.0 + position - length - alone / 4.0 - overtaken - deck - of_its_day - adding
    };
    // A story shows when its articles were written.
    let can_be_read = |sentence: &Sentence<'_>| match sentence.reading {
        Reading::Always => true,
        Reading::OnItsDay => voices[sentence.voice].article.published().is_some(),
        Reading::Never => false,
    };
    let readable = sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| sentence.field == Field::Text && can_be_read(sentence))
        .filter(|(_, sentence)| is_one || title.is_none() || nearness(sentence) > 0.0)
        .filter(|(_, sentence)| !is_beside(sentence));
    let weighed = readable.map(|(at, sentence)| (worth(sentence), at));
    weighed.max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a))).map(|(_, at)| at)
}

/// The summary: the [`nearest`] sentence, or the first point where that tells the title and leaves the nearest sentence
/// little that is new: nothing is said in two ways.
///
/// Of a story of one article that sentence is the summary, and `points` keep what else the article says.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    nearest: Option<usize>,
    title: Option<&Phrase>,
    points: &mut Vec<Point>,
) -> Option<usize> {
    let nearest = nearest?;
    if is_one(sentences) {
        points.retain(|point| point.sentence != nearest);
        return Some(nearest);
    }
    let says_the_same = |first: &Sentence<'_>| {
        first.field == Field::Text
            && title.is_some_and(|title| {
                let is_told = |term: TermId| first.phrase.has(term) || title.has(term);
                let new = sentences[nearest].phrase.share(|term| !is_told(term));
                title.share(|term| first.phrase.has(term)) >= RETOLD && new < NEW
            })
    };
    let first = points.first().map(|point| point.sentence);
    Some(first.filter(|&at| says_the_same(&sentences[at])).unwrap_or(nearest))
}

/// Whether one article tells it all.
fn is_one(sentences: &[Sentence<'_>]) -> bool {
    sentences.iter().all(|sentence| sentence.voice == sentences[0].voice)
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

#[cfg(test)]
mod tests {
    use super::{Point, choose};
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::story::points::Sentence;
    use crate::vector::Vectorizer;

    #[test]
    fn nothing_is_said_in_two_ways() {
        let texts = [
            "Minister Jane Roe of Elm resigned over the ferry toll on Monday evening",
            "The minister of Elm resigned over a ferry toll",
            "Boatmen of Sorrel burnt their caps and blocked the quay over the toll",
            "Minister of Elm resigns over ferry toll",
        ];
        let articles: Vec<Article> = (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let idf = fitted.model.idf();
        let mut lexicon = Lexicon::new(&fitted.model, &idf);
        let sentence = |(voice, text): (usize, &'static str)| Sentence::readable(voice, text, &mut lexicon);
        let sentences: Vec<Sentence<'_>> = texts.into_iter().enumerate().map(sentence).collect();
        let summary = |nearest: usize, point: usize| {
            let mut points = vec![Point { sentence: point, support: 1 }];
            choose(&sentences, Some(nearest), Some(&sentences[3].phrase), &mut points)
        };
        assert_eq!(summary(1, 0), Some(0));
        assert_eq!(summary(2, 0), Some(2), "the nearest has something of its own");
        assert_eq!(summary(1, 2), Some(1), "the point does not tell the title");
    }
}
