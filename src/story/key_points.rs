//! What a story says, sentence by sentence: [`choose`].

use rustc_hash::FxHashSet;

use super::center::Center;
use super::model::Field;
use super::phrase::Phrase;
use super::points::{Sentence, Voice};
use super::role::Role;

/// Two sentences say the same from this cosine on.
const SAME: f32 = 0.5;
/// Sentences that are compared with each other: the best by what can be told of them alone.
const COMPARED: usize = 120;
/// How much being good counts beside being new (the lambda of Carbonell & Goldstein 1998).
const RELEVANCE: f32 = 0.7;

/// A sentence that was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// Its place among the sentences.
    pub(super) sentence: usize,
    /// Distinct publishers that say the same.
    pub(super) support: usize,
    pub(super) score: f32,
}

/// Up to `limit` of the readable sentences of texts, or of headlines, in the order in which a story is told.
pub(super) fn choose(
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
    center: &Center,
    limit: usize,
    field: Field,
) -> Vec<Point> {
    let mut pool = scored(sentences, voices, title, center, |sentence| sentence.field == field && sentence.is_readable);
    // Among headlines the title was there first; a sentence may well say in full what the title says in short.
    let title = title.filter(|_| field == Field::Title);
    let mut chosen: Vec<Point> = Vec::new();
    while chosen.len() < limit {
        let worth = |point: &Point| {
            let phrase = &sentences[point.sentence].phrase;
            let near =
                chosen.iter().map(|other| similarity(phrase, &sentences[other.sentence].phrase)).fold(0.0, f32::max);
            let near = title.map_or(near, |title| near.max(similarity(phrase, title)));
            (near < SAME).then_some(RELEVANCE * point.score - (1.0 - RELEVANCE) * near)
        };
        let best = pool.iter().enumerate().filter_map(|(at, point)| Some((worth(point)?, at)));
        // The pool is sorted by score and id: of equals the first wins.
        let Some((_, at)) = best.max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a))) else { break };
        chosen.push(pool.remove(at));
    }
    if let Some((_, rest)) = chosen.split_first_mut() {
        rest.sort_by_key(|point| Role::of(sentences[point.sentence].text));
    }
    chosen
}

fn similarity(a: &Phrase, b: &Phrase) -> f32 {
    a.cosine(b).max(a.overlap(b) * 0.8)
}

/// The best sentences with their scores and support, best first.
fn scored(
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
    center: &Center,
    fits: impl Fn(&Sentence<'_>) -> bool,
) -> Vec<Point> {
    let alone = |sentence: &Sentence<'_>| {
        let centrality = center.of_terms(sentence.phrase.terms().iter().copied());
        let position = 1.0 / (1.0 + sentence.position as f32);
        let title = title.map_or(0.0, |title| title.cosine(&sentence.phrase));
        centrality + 0.2 * position + 0.2 * title
    };
    let mut pool: Vec<Point> = sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| fits(sentence))
        .map(|(at, sentence)| Point { sentence: at, support: 1, score: alone(sentence) })
        .collect();
    let order = |a: &Point, b: &Point| b.score.total_cmp(&a.score).then(a.sentence.cmp(&b.sentence));
    pool.sort_by(order);
    pool.truncate(COMPARED);
    let publishers: FxHashSet<usize> = voices.iter().map(|voice| voice.publisher).collect();
    let most = (1.0 + publishers.len() as f32).ln();
    for point in &mut pool {
        let phrase = &sentences[point.sentence].phrase;
        let mut saying: FxHashSet<usize> = FxHashSet::default();
        saying.insert(voices[sentences[point.sentence].voice].publisher);
        for other in sentences {
            let publisher = voices[other.voice].publisher;
            if !saying.contains(&publisher) && phrase.cosine(&other.phrase) >= SAME {
                saying.insert(publisher);
            }
        }
        point.support = saying.len();
        point.score += 0.2 * (1.0 + saying.len() as f32).ln() / most;
    }
    pool.sort_by(order);
    pool
}
