//! What a story says, sentence by sentence: [`choose`].

use rustc_hash::FxHashSet;

use super::center::Center;
use super::clause::{Clauses, source, telling};
use super::company::Company;
use super::course::Course;
use super::echo::Echo;
use super::facts::{Facts, names_the_actor, new_words};
use super::model::Field;
use super::news::News;
use super::novelty::Told;
use super::phrase::{Phrase, Word};
use super::points::{Sentence, Voice, saying, support};
use super::readable::Reading;
use super::role::Role;
use super::traits::Trait;

/// Sentences that are compared with each other: the best by what can be told of them alone.
const COMPARED: usize = 120;
/// A new point says something new: at least this share of its weight is on words that no point before it has.
pub(super) const NEW: f32 = 0.5;
/// Headlines that read like the title as much as this, or are as much about the same, are the title again.
const TITLE_AGAIN: f32 = 0.6;
/// Fewer points than this, and sentences join them that tell the event again with more, then headlines that say something
/// else.
const FEW: usize = 3;
/// Where many tell, at least this share of its weight is on words that two or more have and neither title nor points:
/// what has less tells the same in words of its own.
const ADDED: f32 = 0.25;
/// A point with this share of the title's weight tells the title again.
pub(super) const RETOLD: f32 = 0.6;
/// Where few tell, nobody's silence says what matters, but the first sentence of an article does: what it is worth more.
const EARLY: f32 = 0.005;
/// Where few tell, points from the third on have a cosine below this with every point before them: the second outlet's
/// account of an event often has what the first one left out, the third one's hardly ever.
const ACCOUNTS: usize = 2;
const APART: f32 = 0.35;
/// A member that is nearer to the middle of its story than this share of what its members are in the median speaks for it.
const CENTRAL: f32 = 0.5;
/// The same for a headline of one whose text has nothing to tell, where others' texts tell: it is not needed.
const CENTRAL_HEADLINE: f32 = 0.65;
/// What a first point is worth more that names who did it: of sentences about as good, readers want that.
const WITH_ACTOR: f32 = 1.05;
/// A detail that hardly more than one publisher has: at least this share of its weight is on words that neither title nor
/// points have, this on such words of two publishers or more, …
const OF_ITS_OWN: f32 = 0.6;
const OWN_ADDED: f32 = 0.1;
/// … it tells at least this share of the news, and less than this of the title, which it would otherwise tell again.
const OWN_RELATED: f32 = 0.05;
const OWN_OF_TITLE: f32 = 0.4;
/// A sentence behind its article's first with a figure that nobody told is a detail: at least this share of its weight,
/// figures too, is on words that neither title nor points have, it is about the news, …
const FIGURE_ADDED: f32 = 0.4;
const FIGURE_RELATED: f32 = 0.03;
/// … and has a cosine below this with every point: tolls of different hours are one fact.
const FIGURE_APART: f32 = 0.25;
/// Terms of the title's that a headline has where it tells the event, and terms behind it that nobody told: then it is a
/// point.
const EVENT: usize = 2;
const GOES_ON: usize = 3;
/// Publishers with the same headline that make it a point where many tell: of one outlet it may be its turn of phrase.
const AGREED: usize = 2;
/// A headline with less than this share of the title's weight tells another event.
const HEADLINE_OF_TITLE: f32 = 0.25;
/// From this cosine with the title on, a sentence tells a part of the title's news.
const OF_THE_TITLE: f32 = 0.15;
/// Words of a sentence of news; what takes more words to say the same is worse, what takes fewer is better.
const USUAL_LENGTH: f32 = 25.0;
/// How much length counts: 0 would prefer the longest, 1 the densest, which is a fragment (Lin & Bilmes 2010).
const BREVITY: f32 = 0.3;

/// How much there is to tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// Points at most.
    pub(super) points: usize,
    /// From so many publishers on each point says something new, and one that only one of them says brings a fact.
    pub(super) many: usize,
}

/// A sentence that was chosen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    /// Its place among the sentences.
    pub(super) sentence: usize,
    /// Distinct publishers that say the same.
    pub(super) support: usize,
}

/// The points among the readable sentences, in the order in which a story is told; headlines where there are fewer than
/// three sentences.
///
/// Greedy: the next point is the one that tells most of what the publishers share and no point before it has told
/// (concept coverage, Gillick & Favre 2009, with the terms of two publishers or more as concepts), for its length, and
/// that brings the points nearer to the members' texts ([`Echo`]). The first sentence may tell what the title says in
/// full. Of the others, where many publishers tell, each
///
/// - says something that two of them say and neither the title nor another point, or is a detail of one that has nothing
///   to do with the title's words;
/// - does not tell the event again in the words of any member's headline ([`Told::retells`]), but where there would be
///   fewer than three points and it adds much;
/// - is not about what another point is about ([`Told::repeats`], [`Told::holds`]),
///   and is more than one outlet's turn of phrase where it is a headline.
///
/// Where nobody has a text, headlines may tell the event again with a name that many publishers know and nobody told, or
/// with the first number ([`Choice::has_known_fact`]): a list of headlines has no other way to say which ship it was.
///
/// So there may be fewer than the limit, or none. Comparisons are limited to the 120 best sentences.
pub(super) fn choose<'s>(
    sentences: &'s [Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&'s Phrase>,
    lead: Option<usize>,
    center: &Center,
    course: &Course,
    extent: Extent,
) -> Vec<Point> {
    let Extent { points: limit, many } = extent;
    if limit == 0 {
        return Vec::new();
    }
    let news = News::of(sentences, voices, center);
    let headlines = sentences.iter().filter(|sentence| sentence.field == Field::Title);
    let told = Told::new(title, headlines.map(|headline| &headline.phrase));
    // Asked for where many tell.
    let facts = if voices.len() < many { Facts::default() } else { Facts::of(sentences) };
    let is_title = |sentence: &&Sentence<'_>| {
        sentence.field == Field::Title && title.is_some_and(|title| title.words() == sentence.phrase.words())
    };
    let heading = sentences.iter().find(is_title);
    let lead = lead.map(|at| &sentences[at].phrase);
    let (points, companies) = (Vec::new(), Vec::new());
    let mut choice = Choice { sentences, voices, news, facts, heading, lead, told, points, companies };
    let titled = heading.and_then(|heading| voices[heading.voice].article.published());
    let is_fit = |at: &usize| {
        let Sentence { voice, reading, text, ref phrase, .. } = sentences[*at];
        let Voice { centrality, article, headline, .. } = voices[voice];
        // A live page from before the title tells how things stood, in words of the day: `Seven captains are in the race`.
        let is_of_before = || article.published().zip(titled).is_some_and(|(then, now)| then < now);
        // What comes next has little of the title; a plan of what the title tells is done.
        let is_of_title = || title.is_some_and(|title| title.share(|term| phrase.has(term)) >= OWN_OF_TITLE);
        reading == Reading::Always
            && centrality >= CENTRAL
            && !(is_of_title() && course.overtakes(article.published(), text))
            && !(headline.is_some_and(|headline| headline.is_live()) && is_of_before())
    };
    let of = |field: Field| (0..sentences.len()).filter(move |&at| sentences[at].field == field);
    let tellers =
        |field: Field| of(field).map(|at| voices[sentences[at].voice].teller).collect::<FxHashSet<usize>>().len();
    let pool = |field: Field, fit: Vec<usize>| {
        // Where there is nothing to choose from, nobody need be listened to.
        let echo = if fit.is_empty() { Echo::default() } else { Echo::of(sentences, voices, field) };
        Pool { is_many: !fit.is_empty() && tellers(field) >= many, sentences: fit, echo }
    };
    let mut texts = pool(Field::Text, of(Field::Text).filter(is_fit).collect());
    choice.fill(&mut texts, limit, Retelling::Never);
    if texts.is_many && !choice.points.is_empty() {
        choice.fill(&mut texts, limit.min(FEW), Retelling::WhereItAdds);
    }
    if choice.points.len() < limit.min(FEW) {
        let is_other = |at: &usize| {
            let phrase = &sentences[*at].phrase;
            title.is_none_or(|title| title.overlap(phrase) < TITLE_AGAIN && title.cosine(phrase) < TITLE_AGAIN)
        };
        let told: FxHashSet<usize> = of(Field::Text).filter(is_fit).map(|at| sentences[at].voice).collect();
        let is_alone = |at: &usize| {
            let voice = sentences[*at].voice;
            !told.contains(&voice) && (told.is_empty() || voices[voice].centrality >= CENTRAL_HEADLINE)
        };
        let mut headlines =
            pool(Field::Title, of(Field::Title).filter(is_fit).filter(is_alone).filter(is_other).collect());
        choice.fill(&mut headlines, limit.min(FEW), Retelling::Never);
        if headlines.is_many && texts.sentences.is_empty() {
            choice.fill(&mut headlines, limit.min(FEW), Retelling::WhereItAdds);
        }
    }
    let point = |at: usize| Point { sentence: at, support: support(&sentences[at], sentences, voices) };
    told_in_order(choice.points.into_iter().map(point).collect(), sentences, voices, title)
}

/// What happened, details, reactions, what comes next.
///
/// The first choice says most of what all say, and that is what happened; but where it is what somebody says of it, and
/// another point is nearer to the title and said by more publishers, that one comes first. Of a story whose title is that
/// somebody reacts, the reaction is what happened: what tells a part of the title keeps its place.
fn told_in_order(
    mut points: Vec<Point>,
    sentences: &[Sentence<'_>],
    voices: &[Voice<'_>],
    title: Option<&Phrase>,
) -> Vec<Point> {
    let role = |point: &Point| Role::of(sentences[point.sentence].text, &sentences[point.sentence].words);
    let nearness = |point: &Point| title.map_or(0.0, |title| title.cosine(&sentences[point.sentence].phrase));
    let [first, _, ..] = points[..] else { return points };
    // Who names no publisher says it too.
    let agreed = |point: &Point| {
        saying(&sentences[point.sentence], sentences, |voice| Some(voices[voice].publisher.unwrap_or(voice)))
    };
    if role(&first) != Role::Detail {
        let said = agreed(&first);
        let is_event =
            |point: &Point| role(point) == Role::Detail && nearness(point) > nearness(&first) && agreed(point) > said;
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

/// Sentences of one field that may become points.
struct Pool {
    /// Their places among the sentences.
    sentences: Vec<usize>,
    echo: Echo,
    /// Whether many publishers have anything in this field.
    is_many: bool,
}

/// Whether a point may tell the event again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Retelling {
    Never,
    /// With something that was not told: better than a headline where there is little else.
    WhereItAdds,
}

/// The points so far, as places among the sentences.
struct Choice<'s, 'a> {
    sentences: &'s [Sentence<'a>],
    voices: &'s [Voice<'a>],
    news: News,
    facts: Facts,
    /// The headline that is the title.
    heading: Option<&'s Sentence<'a>>,
    /// The sentence that is nearest to the middle of the story: its names are told.
    lead: Option<&'s Phrase>,
    told: Told<'s>,
    points: Vec<usize>,
    /// Of each point.
    companies: Vec<Company>,
}

impl<'s> Choice<'s, '_> {
    /// Adds points from the pool until there are `limit`, or none is new.
    fn fill(&mut self, pool: &mut Pool, limit: usize, retelling: Retelling) {
        let Pool { sentences, echo, is_many } = pool;
        sentences.retain(|&at| self.news.is_related(self.phrase(at)));
        if sentences.is_empty() {
            return;
        }
        if sentences.len() > COMPARED {
            let mut weighed: Vec<(f32, usize)> = sentences.iter().map(|&at| (self.coverage(at), at)).collect();
            weighed.sort_by(|(x, a), (y, b)| y.total_cmp(x).then(a.cmp(b)));
            *sentences = weighed.into_iter().take(COMPARED).map(|(_, at)| at).collect();
        }
        let mut left = sentences.clone();
        while self.points.len() < limit {
            left.retain(|&at| {
                self.is_new(at) && if *is_many { self.adds(at, retelling) } else { self.is_no_further_account(at) }
            });
            let worth = |&at: &usize| {
                let early = if *is_many { 0.0 } else { EARLY / (1.0 + self.sentences[at].position as f32) };
                let worth = self.coverage(at) + echo.gain(&self.sentences[at]) + early;
                (if *is_many && self.names_who_did_it(at) { worth * WITH_ACTOR } else { worth }, at)
            };
            let told = left.iter().map(worth).filter(|&(worth, at)| worth > 0.0 || !self.tells_title_again(at));
            let best = told.max_by(|(x, a), (y, b)| x.total_cmp(y).then(b.cmp(a)));
            let Some((_, next)) = best else { break };
            left.retain(|&at| at != next);
            let company = Company::of(next, self.sentences);
            let is_repeat = || retelling == Retelling::Never && self.keeps_company(next, &company);
            if *is_many && (!self.is_agreed(next, retelling) || !self.can_be_checked(next) || is_repeat()) {
                continue;
            }
            echo.tell(&self.sentences[next]);
            self.told.tell(self.phrase(next));
            self.points.push(next);
            self.companies.push(company);
        }
    }

    /// The share of the news that a sentence adds, for its length.
    fn coverage(&self, at: usize) -> f32 {
        let phrase = self.phrase(at);
        let brevity = (USUAL_LENGTH / phrase.len().max(1) as f32).powf(BREVITY);
        self.news.told(phrase, |term| self.told.has(term)) * brevity
    }

    fn is_new(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        self.told.is_empty() || !self.told.supports(phrase) && phrase.share(|term| !self.told.has(term)) >= NEW
    }

    /// Whether a sentence is more than one more account of what two points tell.
    fn is_no_further_account(&self, at: usize) -> bool {
        self.points.len() < ACCOUNTS || self.told.nearness(self.phrase(at)) < APART
    }

    /// Whether a sentence says something that neither the title nor a point says. The first one need not: it may be the
    /// title in full.
    fn adds(&self, at: usize, retelling: Retelling) -> bool {
        let phrase = self.phrase(at);
        let is_text = self.sentences[at].field == Field::Text;
        if is_text && self.points.is_empty() {
            return true;
        }
        let added = phrase.telling_share(|term| self.news.has(term) && !self.told.knows(term));
        let Sentence { text, words, .. } = &self.sentences[at];
        let source = source(text, words);
        if self.told.repeats(phrase, &source)
            || is_text && self.told.holds(phrase, &source, &self.news)
            || is_text && self.lead.is_some_and(|lead| self.told.says_only(phrase, lead))
        {
            return false;
        }
        if !is_text {
            let is_other = || added >= ADDED && !self.replaces(at) && self.is_another_act(at);
            let is_better = || retelling == Retelling::WhereItAdds && self.has_known_fact(at);
            return self.told.of_title(phrase) >= HEADLINE_OF_TITLE && (self.goes_on(at) || is_other() || is_better());
        }
        let own = phrase.telling_share(|term| !self.told.knows(term));
        let is_detail = || {
            added >= OWN_ADDED
                && own >= OF_ITS_OWN
                && self.told.of_title(phrase) < OWN_OF_TITLE
                && self.news.told(phrase, |_| false) >= OWN_RELATED
        };
        let is_better = || retelling == Retelling::WhereItAdds && own >= NEW && !self.told.holds_a_point(phrase);
        (added >= ADDED || is_detail() || self.has_figure(at)) && (is_better() || !self.told.retells(phrase))
    }

    /// Whether a first point names who did what the title tells, by a name that the publishers know.
    fn names_who_did_it(&self, at: usize) -> bool {
        let is_new = |term| self.news.is_known(term) && !self.told.knows(term);
        self.points.is_empty() && names_the_actor(&self.sentences[at].words, is_new)
    }

    /// Whether a sentence tells a figure that nobody told.
    fn has_figure(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        self.sentences[at].position > 0
            && phrase.figures().iter().any(|&figure| !self.told.knows(figure))
            && phrase.share(|term| !self.told.knows(term)) >= FIGURE_ADDED
            && self.told.of_title(phrase) < OWN_OF_TITLE
            && self.told.nearness(phrase) < FIGURE_APART
            && self.news.told(phrase, |_| false) >= FIGURE_RELATED
    }

    /// Whether more than one publisher has a headline, or one has more than the event; a sentence may be of one.
    fn is_agreed(&self, at: usize, retelling: Retelling) -> bool {
        let sentence = &self.sentences[at];
        sentence.field == Field::Text
            || self.goes_on(at)
            || retelling == Retelling::WhereItAdds
            || saying(sentence, self.sentences, |voice| Some(self.voices[voice].teller)) >= AGREED
    }

    /// Whether a sentence brings a fact where only one publisher says it: without, it is that publisher's way of telling.
    fn can_be_checked(&self, at: usize) -> bool {
        let sentence = &self.sentences[at];
        self.points.is_empty()
            || sentence.field == Field::Title
            || saying(sentence, self.sentences, |voice| Some(self.voices[voice].teller)) > 1
            || self.has_facts(at)
    }

    fn has_facts(&self, at: usize) -> bool {
        let is_told = |term| self.told.knows(term) || self.lead.is_some_and(|lead| lead.has(term));
        self.facts.are_in(&self.sentences[at], is_told)
    }

    /// Whether a headline brings a name that the publishers know ([`News::is_known`]) and neither title nor points have, or the
    /// first number, and is not what a point says in other words.
    fn has_known_fact(&self, at: usize) -> bool {
        let Sentence { text, words, phrase, .. } = &self.sentences[at];
        let is_told = |term| self.told.knows(term) || !self.news.is_known(term);
        let is_number = |word: &Word<'_>| word.has(Trait::Number);
        let is_new = |word: &Word<'_>| word.known.term.is_some_and(|term| !is_told(term));
        let mut said = self.points.iter().map(|&point| &self.sentences[point]).chain(self.heading);
        // Tolls of different hours are one fact.
        let mut has_first_number = || {
            words.iter().any(|word| is_number(word) && is_new(word))
                && !said.any(|said| said.words.iter().any(is_number))
        };
        (self.facts.names_in(words, is_told) || has_first_number())
            && !self.told.replaces_point(phrase, &telling(Clauses::of(text, words).speaker))
    }

    /// Whether a headline says something in the place of what title and points say.
    fn replaces(&self, at: usize) -> bool {
        let Sentence { text, words, phrase, .. } = &self.sentences[at];
        self.told.replaces(phrase, &telling(Clauses::of(text, words).speaker))
    }

    /// Whether a headline does not say again what the title says is done, and brings a fact or somebody's word where most
    /// of it is the title's.
    fn is_another_act(&self, at: usize) -> bool {
        let words = &self.sentences[at].words;
        let is_same = self.heading.is_some_and(|title| self.facts.same_verb(&title.words, words));
        let adds = || new_words(words, |term| self.told.knows(term)) >= GOES_ON;
        let is_beside = self.told.of_title(self.phrase(at)) < RETOLD && adds();
        !is_same && (is_beside || self.has_facts(at) || words.iter().any(|word| word.has(Trait::Reacting)))
    }

    /// Whether a headline tells the event and goes on with something that nobody told, and in part with words of more
    /// than one publisher.
    fn goes_on(&self, at: usize) -> bool {
        let Sentence { field, text, words, .. } = &self.sentences[at];
        let Clauses { event, addition, .. } = Clauses::of(text, words);
        // What goes on around it is told once.
        let is_amid = |words: &[Word<'_>]| words.iter().any(|word| word.surface.eq_ignore_ascii_case("amid"));
        if is_amid(addition) && self.points.iter().any(|&point| is_amid(&self.sentences[point].words)) {
            return false;
        }
        let is_event = || telling(event).into_iter().filter(|&term| self.told.is_titled(term)).count() >= EVENT;
        let fresh = || telling(addition).into_iter().filter(|&term| !self.told.knows(term));
        *field == Field::Title && fresh().count() >= GOES_ON && fresh().any(|term| self.news.has(term)) && is_event()
    }

    /// Whether a sentence's company is a point's. Headlines are too short to tell: all are near to the title.
    fn keeps_company(&self, at: usize, company: &Company) -> bool {
        self.sentences[at].field == Field::Text && self.companies.iter().any(|point| company.keeps_to(point))
    }

    fn tells_title_again(&self, at: usize) -> bool {
        !self.points.is_empty() && self.told.of_title(self.phrase(at)) >= RETOLD
    }

    fn phrase(&self, at: usize) -> &'s Phrase {
        &self.sentences[at].phrase
    }
}
