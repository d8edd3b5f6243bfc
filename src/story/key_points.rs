//! What a story says, sentence by sentence: [`choose`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::vector::TermId;

use super::center::Center;
use super::echo::Echo;
use super::model::Field;
use super::phrase::Phrase;
use super::points::{Sentence, Voice};
use super::role::Role;

/// Two sentences say the same from this cosine on: the second one supports the first, and is no point of its own.
const SAME: f32 = 0.5;
/// Sentences that are compared with each other: the best by what can be told of them alone.
const COMPARED: usize = 120;
/// A new point says something new: at least this share of its weight is on words that no point before it has.
const NEW: f32 = 0.5;
/// Headlines that read like the title as much as this, or are as much about the same, are the title again.
const TITLE_AGAIN: f32 = 0.6;
/// Fewer points than this, and headlines that say something else join them.
const FEW: usize = 3;
/// A point tells at least this share of the news, told before or not: what has less is about something else.
const RELATED: f32 = 0.03;
/// From so many publishers on, a word that only one of them has speaks for itself: of three, the silence of two says little.
const MANY: usize = 5;
/// Where many tell, at least this share of a point's weight is on words that two or more have: the rest is its article's.
const SHARED: f32 = 0.25;
/// Where many tell, at least this share of its weight is on words that two or more have and neither title nor points:
/// what has less tells the same in words of its own.
const ADDED: f32 = 0.25;
/// A point with this share of the title's weight tells the title again.
const RETOLD: f32 = 0.6;
/// From this cosine with the title on, a sentence tells a part of the title's news.
const OF_THE_TITLE: f32 = 0.15;
/// Words of a sentence of news; what takes more words to say the same is worse, what takes fewer is better.
const USUAL_LENGTH: f32 = 25.0;
/// How much length counts: 0 would prefer the longest, 1 the densest, which is a fragment (Lin & Bilmes 2010).
const BREVITY: f32 = 0.3;

/// A sentence that was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// Its place among the sentences.
    pub(super) sentence: usize,
    /// Distinct publishers that say the same.
    pub(super) support: usize,
}

/// Up to `limit` of the readable sentences, in the order in which a story is told; headlines where there are fewer than
/// three sentences.
///
/// Greedy: the next point is the one that tells most of what the publishers share and no point before it has told
/// (concept coverage, Gillick & Favre 2009, with the terms of two publishers or more as concepts), for its length, and
/// that brings the points nearer to the members' texts ([`Echo`]). The first sentence may tell what the title says in
/// full, and no other does unless it brings the points nearer; where many publishers tell, each says something that two of
/// them say and neither the title nor another point, so that there may be fewer. Comparisons are limited to the 120 best
/// sentences.
pub(super) fn choose<'s>(
    sentences: &'s [Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&'s Phrase>,
    center: &Center,
    limit: usize,
) -> Vec<Point> {
    if limit == 0 {
        return Vec::new();
    }
    let news = News::of(sentences, voices, center);
    let mut choice = Choice { sentences, title, news, said: FxHashSet::default(), points: Vec::new() };
    let readable = |field: Field| {
        (0..sentences.len()).filter(move |&at| sentences[at].field == field && sentences[at].is_readable)
    };
    let tellers = |field: Field| {
        let told = sentences.iter().filter(|sentence| sentence.field == field);
        told.map(|sentence| voices[sentence.voice].publisher).collect::<FxHashSet<usize>>().len()
    };
    let pool = Pool {
        sentences: readable(Field::Text).collect(),
        echo: Echo::of(sentences, voices, Field::Text),
        tellers: tellers(Field::Text),
    };
    choice.fill(pool, limit);
    if choice.points.len() < limit.min(FEW) {
        let few = if choice.points.is_empty() { limit } else { limit.min(FEW) };
        let is_other = |at: &usize| {
            let phrase = &sentences[*at].phrase;
            title.is_none_or(|title| title.overlap(phrase) < TITLE_AGAIN && title.cosine(phrase) < TITLE_AGAIN)
        };
        let pool = Pool {
            sentences: readable(Field::Title).filter(is_other).collect(),
            echo: Echo::of(sentences, voices, Field::Title),
            tellers: tellers(Field::Title),
        };
        choice.fill(pool, few);
    }
    let point = |at: usize| Point { sentence: at, support: support(&sentences[at], sentences, voices) };
    told_in_order(choice.points.into_iter().map(point).collect(), sentences, title)
}

/// What happened, details, reactions, what comes next.
///
/// The first choice says most of what all say, and that is what happened; but where it is what somebody says of it, and
/// another point is nearer to the title and said by more publishers, that one comes first. Of a story whose title is that
/// somebody reacts, the reaction is what happened: what tells a part of the title keeps its place.
fn told_in_order(mut points: Vec<Point>, sentences: &[Sentence<'_>], title: Option<&Phrase>) -> Vec<Point> {
    let role = |point: &Point| Role::of(sentences[point.sentence].text);
    let nearness = |point: &Point| title.map_or(0.0, |title| title.cosine(&sentences[point.sentence].phrase));
    let Some(&first) = points.first() else { return points };
    if role(&first) != Role::Detail {
        let is_event = |point: &Point| {
            role(point) == Role::Detail && point.support > first.support && nearness(point) > nearness(&first)
        };
        let events = points.iter().enumerate().filter(|(_, point)| is_event(point));
        let nearest = events.max_by(|(i, a), (j, b)| nearness(a).total_cmp(&nearness(b)).then(j.cmp(i)));
        if let Some((place, _)) = nearest {
            points[..=place].rotate_right(1);
        }
    }
    if let Some((_, rest)) = points.split_first_mut() {
        rest.sort_by_cached_key(|point| if nearness(point) >= OF_THE_TITLE { Role::Detail } else { role(point) });
    }
    points
}

/// What the publishers of a story share: its terms, each with its weight in the story times its publishers.
///
/// Of a story of one publisher all terms.
struct News {
    weights: FxHashMap<TermId, f32>,
    publishers: usize,
}

impl News {
    /// n log n in the terms of the sentences.
    fn of(sentences: &[Sentence<'_>], voices: &[Voice<'_>], center: &Center) -> Self {
        let publisher = |sentence: &Sentence<'_>| voices[sentence.voice].publisher;
        let said = |sentence| Phrase::terms(sentence).iter().map(|&(term, _)| term);
        let mut holders: Vec<(TermId, usize)> = sentences
            .iter()
            .flat_map(|sentence| said(&sentence.phrase).map(move |term| (term, publisher(sentence))))
            .collect();
        holders.sort_unstable();
        holders.dedup();
        let publishers = voices.iter().map(|voice| voice.publisher).collect::<FxHashSet<usize>>().len();
        let weighed = holders.chunk_by(|a, b| a.0 == b.0).filter(|holders| publishers < 2 || holders.len() > 1);
        let mut weights: FxHashMap<TermId, f32> =
            weighed.map(|holders| (holders[0].0, center.weight(holders[0].0) * holders.len() as f32)).collect();
        let mut sorted: Vec<f32> = weights.values().copied().collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let all: f32 = sorted.iter().sum();
        weights.values_mut().for_each(|weight| *weight /= all.max(f32::MIN_POSITIVE));
        Self { weights, publishers }
    }

    /// Whether publishers share it.
    fn has(&self, term: TermId) -> bool {
        self.weights.contains_key(&term)
    }

    /// Whether a sentence is about what the publishers share.
    fn is_related(&self, phrase: &Phrase) -> bool {
        self.told(phrase, &FxHashSet::default()) >= RELATED
            && (self.publishers < MANY || phrase.share(|term| self.has(term)) >= SHARED)
    }

    /// The share of the news that a sentence tells and nobody has `said`, in [0, 1].
    fn told(&self, phrase: &Phrase, said: &FxHashSet<TermId>) -> f32 {
        let fresh = phrase.terms().iter().filter(|(term, _)| !said.contains(term));
        fresh.filter_map(|(term, _)| self.weights.get(term)).sum()
    }
}

/// Sentences of one field that may become points.
struct Pool {
    /// Their places among the sentences.
    sentences: Vec<usize>,
    echo: Echo,
    /// Publishers with anything in this field.
    tellers: usize,
}

/// The points so far, as places among the sentences.
struct Choice<'s, 'a> {
    sentences: &'s [Sentence<'a>],
    title: Option<&'s Phrase>,
    news: News,
    said: FxHashSet<TermId>,
    points: Vec<usize>,
}

impl<'s> Choice<'s, '_> {
    /// Adds points from the pool until there are `limit`, or none is new.
    fn fill(&mut self, pool: Pool, limit: usize) {
        let Pool { sentences: mut pool, mut echo, tellers } = pool;
        pool.retain(|&at| self.news.is_related(self.phrase(at)));
        if pool.len() > COMPARED {
            let mut weighed: Vec<(f32, usize)> = pool.into_iter().map(|at| (self.coverage(at), at)).collect();
            weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));
            pool = weighed.into_iter().take(COMPARED).map(|(_, at)| at).collect();
        }
        while self.points.len() < limit {
            pool.retain(|&at| self.is_new(at) && (tellers < MANY || self.adds(at)));
            let worth = |&at: &usize| (self.coverage(at) + echo.gain(&self.sentences[at]), at);
            let told = pool.iter().map(worth).filter(|&(worth, at)| worth > 0.0 || !self.tells_title_again(at));
            let best = told.max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a)));
            let Some((_, next)) = best else { break };
            pool.retain(|&at| at != next);
            echo.tell(&self.sentences[next]);
            self.said.extend(self.phrase(next).terms().iter().map(|(term, _)| *term));
            self.points.push(next);
        }
    }

    /// The share of the news that a sentence adds, for its length.
    fn coverage(&self, at: usize) -> f32 {
        let phrase = self.phrase(at);
        let brevity = (USUAL_LENGTH / phrase.len().max(1) as f32).powf(BREVITY);
        self.news.told(phrase, &self.said) * brevity
    }

    fn is_new(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        // What says the same as a point supports it.
        let is_support = self.points.iter().any(|&point| phrase.cosine(self.phrase(point)) >= SAME);
        !is_support && (self.said.is_empty() || phrase.share(|term| !self.said.contains(&term)) >= NEW)
    }

    /// Whether publishers say something in it that neither the title nor a point says. The first sentence need not: it
    /// may be the title in full.
    fn adds(&self, at: usize) -> bool {
        let is_told = |term: TermId| self.said.contains(&term) || self.title.is_some_and(|title| title.has(term));
        let is_first = self.points.is_empty() && self.sentences[at].field == Field::Text;
        is_first || self.phrase(at).share(|term| self.news.has(term) && !is_told(term)) >= ADDED
    }

    fn tells_title_again(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        !self.points.is_empty() && self.title.is_some_and(|title| title.share(|term| phrase.has(term)) >= RETOLD)
    }

    fn phrase(&self, at: usize) -> &'s Phrase {
        &self.sentences[at].phrase
    }
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
