//! What a story says, sentence by sentence: [`choose`].

use rustc_hash::FxHashSet;

use crate::vector::TermId;

use super::center::Center;
use super::echo::Echo;
use super::model::Field;
use super::phrase::Phrase;
use super::points::{Sentence, Voice};
use super::role::Role;

/// Two sentences say the same from this cosine on.
const SAME: f32 = 0.5;
/// Sentences that are compared with each other: the best by what can be told of them alone.
const COMPARED: usize = 120;
/// How much being good counts beside being unlike the points before (the lambda of Carbonell & Goldstein 1998).
const RELEVANCE: f32 = 0.7;
/// What bringing the points nearer to the members' texts counts: gains are a tenth of what centralities are.
const ECHO: f32 = 5.0;
/// What reading alike counts beside being about the same: every two sentences share stop words.
const READS_LIKE: f32 = 0.8;
/// A new point says something new: at least this share of its weight is on words that no point before it has.
const NEW: f32 = 0.5;
/// From this share of the title's weight on, a sentence tells the title's news again.
const RETOLD: f32 = 0.7;
/// Fewer points than this, and the same news in other words is better than nothing.
const FEW: usize = 3;
/// What is less than half as good as the best is about something else.
const FLOOR: f32 = 0.5;

/// A sentence that was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// Its place among the sentences.
    pub(super) sentence: usize,
    /// Distinct publishers that say the same.
    pub(super) support: usize,
    /// How good it is by itself; higher is better.
    pub(super) score: f32,
}

/// Up to `limit` of the readable sentences, in the order in which a story is told; headlines where there are fewer than
/// two sentences.
///
/// Greedy: the next point is the one with the most of centrality, early position, nearness to the title, support by
/// publishers, gain in [`Echo`], less its likeness to those already chosen (maximal marginal relevance, Carbonell &
/// Goldstein 1998). The news of the title is told once where there is enough else to say. Comparisons are limited to the
/// 120 best sentences.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
    center: &Center,
    limit: usize,
) -> Vec<Point> {
    let mut choice = Choice::new(sentences, title);
    let of_texts = scored(sentences, voices, title, center, Field::Text);
    choice.fill(of_texts, limit, Echo::of(sentences, voices, Field::Text));
    if choice.points.len() < limit.min(2) {
        // Here the title was there first, and a headline has no room to say more than a title does.
        choice.said.extend(title.into_iter().flat_map(Phrase::terms).map(|(term, _)| *term));
        choice.is_title_told = true;
        let few = if choice.points.is_empty() { limit } else { 2 };
        let of_titles = scored(sentences, voices, title, center, Field::Title);
        choice.fill(of_titles, few, Echo::of(sentences, voices, Field::Title));
    }
    let mut points = choice.points;
    if let Some((_, rest)) = points.split_first_mut() {
        rest.sort_by_key(|point| Role::of(sentences[point.sentence].text));
    }
    points
}

/// The points so far.
struct Choice<'s, 'a> {
    sentences: &'s [Sentence<'a>],
    title: Option<&'s Phrase>,
    points: Vec<Point>,
    said: FxHashSet<TermId>,
    is_title_told: bool,
}

impl<'s, 'a> Choice<'s, 'a> {
    fn new(sentences: &'s [Sentence<'a>], title: Option<&'s Phrase>) -> Self {
        Self { sentences, title, points: Vec::new(), said: FxHashSet::default(), is_title_told: false }
    }

    fn fill(&mut self, mut pool: Vec<Point>, limit: usize, mut echo: Echo) {
        while self.points.len() < limit {
            let fresh = |point: &&Point| self.is_new(point) && !(self.is_title_told && self.retells(point));
            let next = self.best(pool.iter().filter(fresh), &echo);
            let again = || self.best(pool.iter().filter(|point| self.is_new(point)), &echo);
            let Some(next) = next.or_else(|| if self.points.len() < FEW.min(limit) { again() } else { None }) else {
                break;
            };
            pool.retain(|point| point.sentence != next.sentence);
            echo.tell(&self.sentences[next.sentence]);
            self.is_title_told |= self.retells(&next);
            self.said.extend(self.phrase(&next).terms().iter().map(|(term, _)| *term));
            self.points.push(next);
        }
    }

    /// The worthiest; of equals the first, as the pool is sorted by score, then by id.
    fn best<'p>(&self, pool: impl Iterator<Item = &'p Point>, echo: &Echo) -> Option<Point> {
        let mut best: Option<(f32, Point)> = None;
        for point in pool {
            let worth = self.worth(point, echo);
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, *point));
            }
        }
        best.map(|(_, point)| point)
    }

    fn worth(&self, point: &Point, echo: &Echo) -> f32 {
        let phrase = self.phrase(point);
        let likeness =
            |other: &Point| phrase.cosine(self.phrase(other)).max(READS_LIKE * phrase.overlap(self.phrase(other)));
        let near = self.points.iter().map(likeness).fold(0.0, f32::max);
        ECHO * echo.gain(&self.sentences[point.sentence]) + RELEVANCE * point.score - (1.0 - RELEVANCE) * near
    }

    fn is_new(&self, point: &Point) -> bool {
        self.said.is_empty() || self.phrase(point).share(|term| !self.said.contains(&term)) >= NEW
    }

    fn retells(&self, point: &Point) -> bool {
        let phrase = self.phrase(point);
        self.title.is_some_and(|title| title.share(|term| phrase.has(term)) >= RETOLD)
    }

    fn phrase(&self, point: &Point) -> &'s Phrase {
        &self.sentences[point.sentence].phrase
    }
}

/// The best readable sentences of a field with their scores and support, best first; of equals the first by article id.
fn scored(
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
    center: &Center,
    field: Field,
) -> Vec<Point> {
    let alone = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        let position = 1.0 / (1.0 + sentence.position as f32);
        let title = title.map_or(0.0, |title| title.cosine(&sentence.phrase));
        centrality + 0.2 * position + 0.2 * title
    };
    let fitting = sentences.iter().enumerate().filter(|(_, sentence)| sentence.field == field && sentence.is_readable);
    let mut pool: Vec<Point> =
        fitting.map(|(at, sentence)| Point { sentence: at, support: 1, score: alone(sentence) }).collect();
    let order = |a: &Point, b: &Point| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence));
    pool.sort_by(order);
    pool.truncate(COMPARED);
    let publishers: FxHashSet<usize> = voices.iter().map(|voice| voice.publisher).collect();
    let most = (1.0 + publishers.len() as f32).ln();
    for point in &mut pool {
        point.support = support(&sentences[point.sentence], sentences, voices);
        point.score += 0.2 * (1.0 + point.support as f32).ln() / most;
    }
    pool.sort_by(order);
    let floor = pool.first().map_or(0.0, |best| best.score * FLOOR);
    pool.retain(|point| point.score >= floor);
    pool
}

/// Distinct publishers with a sentence or headline that says the same, the sentence's own included.
fn support(sentence: &Sentence<'_>, sentences: &[Sentence<'_>], voices: &[Voice<'_>]) -> usize {
    let mut saying: FxHashSet<usize> = FxHashSet::default();
    saying.insert(voices[sentence.voice].publisher);
    for other in sentences {
        let publisher = voices[other.voice].publisher;
        if !saying.contains(&publisher) && sentence.phrase.cosine(&other.phrase) >= SAME {
            saying.insert(publisher);
        }
    }
    saying.len()
}
