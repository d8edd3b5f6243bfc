//! From a group of articles to a [`Story`]: [`Storyteller`].

use std::sync::Mutex;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::parallel::map_slice;
use crate::story::publisher::Publisher;
use crate::text::{Language, Span};
use crate::vector::{Cut, Fitted, SparseMatrix, TermId};

use super::center::Center;
use super::course::Course;
use super::coverage::Coverage;
use super::credit::Credit;
use super::display::{Casing, casing, displayed, is_stressed};
use super::duplicates::{COMPARED, Print, TITLE, originals};
use super::faults::TitleFault;
use super::group::{Group, Title};
use super::headline::Headline;
use super::key_points::{self, Extent, Point};
use super::keywords::keywords;
use super::lead_in::is_list_of_links;
use super::model::{Field, KeyPoint, Story, StoryId, Summary};
use super::news::MANY;
use super::phrase::{Known, Lexicon, Passage, Phrase};
use super::points::{Sentence, Voice, ruling, sentences_of};
use super::side_view::{MANY_OF_A_SIDE, SideView, Telling, side_views};
use super::sources::SourceDirectory;
use super::summary;
use super::title::{Contender, TitleCandidate, TitleExplanation, Verdict, rank};
use super::traits::Trait;

/// Members whose words are compared with each other: the most central ones. Keeps the cost of a story of 10,000
/// articles linear; what the 200 nearest to its middle do not say is not what it is about.
const CORE: usize = 200;

/// Tells what a group of articles says.
///
/// Made once for a batch and asked for each story; asking is `&self` and works from many threads.
#[derive(Debug)]
pub struct Storyteller<'a> {
    articles: &'a [Article],
    fitted: &'a Fitted,
    rows: &'a SparseMatrix,
    idf: Vec<f32>,
    /// What is known of the forms of the batch's index, by number.
    forms: Vec<Known>,
    /// Of each term, by its number, whether somebody writes it as verbs end.
    inflected: Vec<bool>,
    directory: SourceDirectory,
    key_points: usize,
}

impl<'a> Storyteller<'a> {
    /// For a batch: its articles, what was fitted on them, and a weighted unit row for each article.
    ///
    /// Linear in the vocabulary, and in the words as they are written.
    #[must_use]
    pub fn new(articles: &'a [Article], fitted: &'a Fitted, rows: &'a SparseMatrix) -> Self {
        let known = |word: &str, term: Option<TermId>| Known::of(word, term, term.is_none());
        let idf = fitted.model.idf();
        let forms = fitted.words.map_forms(articles, &fitted.headlines, known);
        let mut inflected = vec![false; idf.len()];
        for term in forms.iter().filter(|form| form.traits.has(Trait::MayBeInflected)).filter_map(|form| form.term) {
            if let Some(inflected) = inflected.get_mut(term.index()) {
                *inflected = true;
            }
        }
        Self { articles, fitted, rows, idf, forms, inflected, directory: SourceDirectory::default(), key_points: 5 }
    }

    /// How many key points a story has at most; default 5, and 0 leaves them out.
    #[must_use]
    pub fn with_key_points(mut self, limit: usize) -> Self {
        self.key_points = limit;
        self
    }

    /// What is known about publishers; default nothing.
    #[must_use]
    pub fn with_directory(mut self, directory: SourceDirectory) -> Self {
        self.directory = directory;
        self
    }

    /// The story of these articles, positions in the batch; those outside of it are left out. The order of `members`
    /// does not matter.
    ///
    /// Linear in the members' text but for sorting; the comparisons between sentences and headlines are limited to the
    /// 200 most central members. Of no member comes a story without title.
    #[must_use]
    pub fn tell(&self, members: &[usize]) -> Story {
        self.tell_with(members, &mut self.lexicon())
    }

    /// The stories of these groups, in their order, on all cores: what a core learnt about a word serves its next story.
    pub(crate) fn tell_all(&self, groups: &[&[usize]]) -> Vec<Story> {
        let idle: Mutex<Vec<Lexicon<'_>>> = Mutex::new(Vec::new());
        map_slice(groups, |members| {
            let found = idle.lock().ok().and_then(|mut idle| idle.pop());
            let mut lexicon = found.unwrap_or_else(|| self.lexicon());
            lexicon.tidy();
            let story = self.tell_with(members, &mut lexicon);
            if let Ok(mut idle) = idle.lock() {
                idle.push(lexicon);
            }
            story
        })
    }

    fn lexicon(&self) -> Lexicon<'_> {
        Lexicon::new(&self.fitted.model, &self.idf)
            .with_forms(&self.forms)
            .with_initials(&self.fitted.initials)
            .with_inflected(&self.inflected)
    }

    fn tell_with<'t>(&'t self, members: &[usize], lexicon: &mut Lexicon<'t>) -> Story {
        let mut story = self.tell_one(members, Extent { points: self.key_points, many: MANY }, lexicon);
        // One member is one publisher, and one publisher is not a side.
        if members.len() < 2 {
            return story;
        }
        let mut members = members.to_vec();
        members.sort_unstable();
        members.dedup();
        story.sides = side_views(self.articles, &members, &self.directory, |members| {
            let points = self.key_points.min(SideView::MAX_KEY_POINTS);
            let told = self.tell_one(members, Extent { points, many: MANY_OF_A_SIDE }, lexicon);
            let Story { title, title_article, title_field, title_span, key_points, .. } = told;
            Some(Telling { title, title_article, title_field, title_span, key_points })
        });
        story
    }

    /// The story without the views of its sides.
    fn tell_one<'t>(&'t self, members: &[usize], extent: Extent, lexicon: &mut Lexicon<'t>) -> Story {
        let group = Group::of(self.articles, self.rows, members);
        let publishers: Vec<Option<Publisher>> =
            group.articles.iter().map(|article| self.directory.publisher(article)).collect();
        let voices = self.voices(&group, &publishers);
        let sentences = sentences_of(&voices, lexicon);
        let copies = self.copies(&group, lexicon);
        let course = course_of(&voices);
        let credit = Credit::new(&voices, &copies);
        let ranked = titles(&voices, &sentences, &group.center, &course, credit);
        let title = match ranked.verdicts.first() {
            Some(best) => {
                let contender = &ranked.contenders[best.contender];
                let text = displayed(&contender.headline, &ranked.casing);
                Title { text, article: contender.id.clone(), field: Field::Title, span: contender.headline.span() }
            }
            None => Title::without_headline(&group, &self.fitted.languages),
        };
        let best = ranked.verdicts.first().map(|best| ranked.contenders[best.contender].phrase);
        // A headline alone is the title, and there is nothing else to say.
        let is_lone = voices.len() < 2 && sentences.iter().all(|sentence| sentence.field == Field::Title);
        let extent = if is_lone { Extent { points: 0, ..extent } } else { extent };
        let lead = summary::nearest(&sentences, &voices, best, &group.center, &course);
        let mut points = key_points::choose(&sentences, &voices, best, lead, &group.center, &course, extent);
        let summary = summary::choose(&sentences, lead, best, &mut points);
        let said = |at: usize| {
            let Sentence { voice, field, span, text, .. } = sentences[credit.of(at, &sentences)];
            (voices[voice].article, field, span, text.to_owned())
        };
        let summary = summary.map(said).map(|(article, field, span, text)| Summary {
            text,
            article: article.id().clone(),
            publisher: self.directory.name(article),
            field,
            span,
        });
        let outlets = self.outlets(&voices, &publishers, lexicon);
        let keywords = keywords(&voices, &sentences, &outlets, lexicon, &group.center);
        let originals = copies.iter().filter(|copy| copy.is_none()).count();
        let coverage = Coverage::by(&group.articles, publishers, originals, &self.directory);
        Story {
            id: StoryId::of(group.articles.iter().map(|article| article.id())),
            title: title.text,
            title_article: title.article,
            title_field: title.field,
            title_span: title.span,
            summary,
            key_points: points
                .iter()
                .map(|&Point { sentence, support, .. }| {
                    let (article, field, span, text) = said(sentence);
                    let publisher = self.directory.name(article);
                    KeyPoint { text, article: article.id().clone(), publisher, field, span, support }
                })
                .collect(),
            keywords,
            articles: group.members(&copies, &self.directory),
            coverage,
            sides: Vec::new(),
            related: Vec::new(),
        }
    }

    /// Why the title of the story of these articles won: every candidate with the parts of its score. For a title that
    /// [`Grouper::stories`](crate::Grouper::stories) shows ask [`Clustering::storyteller`](crate::Clustering::storyteller).
    /// Costs what [`tell`](Self::tell) does.
    #[must_use]
    pub fn explain_title(&self, members: &[usize]) -> TitleExplanation {
        let group = Group::of(self.articles, self.rows, members);
        let mut lexicon = self.lexicon();
        let publishers: Vec<Option<Publisher>> =
            group.articles.iter().map(|article| self.directory.publisher(article)).collect();
        let voices = self.voices(&group, &publishers);
        let mut sentences = sentences_of(&voices, &mut lexicon);
        if let ([Voice { headline: Some(headline), .. }], [lone, ..]) = (&voices[..], &mut sentences[..]) {
            lone.faults = TitleFault::of(headline, lone.phrase.len());
        }
        let copies = self.copies(&group, &mut lexicon);
        let credit = Credit::new(&voices, &copies);
        let ranked = titles(&voices, &sentences, &group.center, &course_of(&voices), credit);
        let candidates = ranked.verdicts.into_iter().map(|verdict| {
            let contender = &ranked.contenders[verdict.contender];
            TitleCandidate {
                article: contender.id.clone(),
                title: displayed(&contender.headline, &ranked.casing),
                score: verdict.score,
                centrality: verdict.centrality,
                agreement: verdict.agreement,
                attestation: verdict.attestation,
                currency: verdict.currency,
                singularity: verdict.singularity,
                faults: verdict.faults,
            }
        });
        TitleExplanation { candidates: candidates.collect() }
    }

    /// How the outlets' names may look in a text, folded and without spaces: of `daily-planet.example` it is
    /// `dailyplanet`.
    fn outlets(
        &self,
        voices: &[Voice<'a>],
        publishers: &[Option<Publisher>],
        lexicon: &mut Lexicon<'a>,
    ) -> FxHashSet<String> {
        let mut outlets = FxHashSet::default();
        for &Voice { article, member, .. } in voices {
            let own;
            let publisher = if self.directory.is_empty() {
                publishers[member].as_ref()
            } else {
                own = Publisher::of(article);
                own.as_ref()
            };
            let label = publisher.and_then(Publisher::domain).and_then(|domain| domain.split('.').next());
            outlets.extend(label.map(|label| label.replace('-', "")));
            if let Some(name) = article.source().map(|source| lexicon.run_together(source)) {
                if !outlets.contains(name) {
                    outlets.insert(name.to_owned());
                }
            }
        }
        outlets
    }

    /// For each member the member that it is a copy of.
    fn copies<'t>(&'t self, group: &Group<'t>, lexicon: &mut Lexicon<'t>) -> Vec<Option<usize>> {
        if group.members.len() < 2 {
            return vec![None; group.members.len()];
        }
        let Fitted { headlines, words, .. } = self.fitted;
        let mut print = |(&place, &article): (&usize, &&'t Article)| {
            let title = article.title();
            let core = headlines.get(place).map_or(Span::from((0, 0)), crate::text::Headline::span);
            let cut = core.of(title).map_or_else(Cut::default, |_| words.headline(place));
            // Prints are the same in all languages.
            let language = Language::English;
            let around = |part: Option<&'t str>| Passage::unread(part.unwrap_or_default(), language);
            let parts = [
                around(title.get(..core.start())),
                Passage::of(core.of(title).unwrap_or_default(), language, cut),
                around(title.get(core.end()..)),
            ];
            let text = Passage::of(self.text(article, place), language, words.text(place));
            Print::of(article, lexicon.prints(&parts, TITLE), lexicon.prints(&[text], COMPARED))
        };
        originals(&group.members.iter().zip(&group.articles).map(&mut print).collect::<Vec<_>>())
    }

    /// What an article says, where the same does not stand under any headline.
    fn text<'t>(&self, article: &'t Article, place: usize) -> &'t str {
        if self.fitted.refrains.get(place).copied().unwrap_or(false) { "" } else { article.text() }
    }

    /// The most central members, by id.
    fn voices<'t>(&'t self, group: &Group<'t>, publishers: &[Option<Publisher>]) -> Vec<Voice<'t>> {
        let mut core: Vec<usize> = group.by_similarity();
        let median = core.get(core.len() / 2).map_or(0.0, |&at| group.similarity[at]);
        core.truncate(CORE);
        core.sort_unstable();
        let publishers: Vec<Option<&Publisher>> = core.iter().map(|&at| publishers[at].as_ref()).collect();
        let mut numbers: FxHashMap<&Publisher, usize> = FxHashMap::default();
        for (at, publisher) in publishers.iter().enumerate() {
            if let Some(publisher) = *publisher {
                numbers.entry(publisher).or_insert(at);
            }
        }
        let number = |at: usize| publishers[at].and_then(|publisher| numbers.get(publisher)).copied().unwrap_or(at);
        let numbers: Vec<usize> = (0..core.len()).map(number).collect();
        let alone = ruling(&numbers);
        let voice = |(at, &member): (usize, &usize)| {
            let article = group.articles[member];
            let number = numbers[at];
            let Fitted { headlines, words, languages, .. } = self.fitted;
            let place = group.members[member];
            let language = languages.get(place).copied().unwrap_or(Language::English);
            let headline = headlines.get(place).and_then(|&core| Headline::of(article, core));
            let title = headline.map_or("", |headline| headline.text);
            // Their headlines and names are those of other outlets.
            let text = self.text(article, place);
            let text = if is_list_of_links(text) { "" } else { text };
            let text = Passage::of(text, language, words.text(place));
            Voice {
                member,
                title: Passage::of(title, language, words.headline(place)),
                text,
                article,
                language,
                headline,
                publisher: publishers[at].map(|_| number),
                teller: if alone == Some(number) { at } else { number },
                centrality: group.similarity[member] / median.max(f32::MIN_POSITIVE),
            }
        };
        core.iter().enumerate().map(voice).collect()
    }
}

/// When what was told; of one member there is nothing to tell.
fn course_of(voices: &[Voice<'_>]) -> Course {
    if voices.len() < 2 {
        return Course::default();
    }
    let headlines = voices.iter().map(|voice| voice.headline.map_or("", |headline| headline.text));
    Course::of(voices.iter().map(|voice| voice.article.published()).zip(headlines))
}

fn titles<'s, 'a>(
    voices: &[Voice<'a>],
    sentences: &'s [Sentence<'a>],
    center: &Center,
    course: &Course,
    credit: Credit<'_>,
) -> Ranked<'s>
where
    'a: 's,
{
    let mut leads: Vec<Option<&'s Phrase>> = vec![None; voices.len()];
    for sentence in sentences.iter().filter(|sentence| sentence.field == Field::Text && sentence.position == 0) {
        leads[sentence.voice] = Some(&sentence.phrase);
    }
    let headlines = sentences.iter().filter(|sentence| sentence.field == Field::Title);
    let contender = |sentence: &'s Sentence<'a>| {
        let Voice { article, headline, .. } = voices[sentence.voice];
        let (phrase, faults, lead) = (&sentence.phrase, sentence.faults.as_slice(), leads[sentence.voice]);
        let (id, published, voice) = (article.id(), article.published(), sentence.voice);
        Some(Contender { voice, id, headline: headline?, phrase, faults, lead, published })
    };
    let contenders: Vec<Contender<'s>> = headlines.filter_map(contender).collect();
    let mut verdicts = rank(&contenders, center, course);
    let is_loud = |headline: &Headline<'_>| headline.is_shouting() || headline.text.split(' ').any(is_stressed);
    // One headline alone tells nothing about how others write its words.
    let casing = if contenders.len() > 1 && contenders.iter().any(|contender| is_loud(&contender.headline)) {
        casing(contenders.iter().filter(|other| !other.headline.is_shouting()).map(|other| other.headline.text))
    } else {
        Casing::default()
    };
    if let Some(first) = credited(&contenders, &verdicts, &casing, credit) {
        verdicts[..=first].rotate_right(1);
    }
    Ranked { contenders, verdicts, casing }
}

/// The place of the verdict on the headline that is shown as the best one is, in the article that is credited with it.
fn credited(
    contenders: &[Contender<'_>],
    verdicts: &[Verdict],
    casing: &Casing<'_>,
    credit: Credit<'_>,
) -> Option<usize> {
    let [best, _, ..] = verdicts else { return None };
    let contender = |verdict: &Verdict| &contenders[verdict.contender];
    let best = contender(best);
    // Few have the words: only these are worth showing.
    let same_words =
        verdicts.iter().enumerate().filter(|(_, verdict)| contender(verdict).phrase.words() == best.phrase.words());
    let same_words: Vec<(usize, &Verdict)> = same_words.collect();
    if same_words.len() < 2 {
        return None;
    }
    let shown = displayed(&best.headline, casing);
    let is_same = |other: &Contender<'_>| displayed(&other.headline, casing) == shown;
    let same = same_words.into_iter().filter(|(_, verdict)| is_same(contender(verdict)));
    same.min_by_key(|(_, verdict)| credit.precedence(contender(verdict).voice)).map(|(place, _)| place)
}

struct Ranked<'a> {
    contenders: Vec<Contender<'a>>,
    verdicts: Vec<Verdict>,
    casing: Casing<'a>,
}

#[cfg(test)]
mod tests {
    use super::Storyteller;
    use crate::article::{Article, Bias, Timestamp};
    use crate::story::{Field, Story};
    use crate::vector::Vectorizer;

    /// Thirty words.
    const LA: &str = "la la la la la la la la la la la la la la la la la la la la la la la la la la la la la la";

    fn tell(articles: &[Article], members: &[usize]) -> Story {
        let fitted = Vectorizer::default().fit(articles).unwrap();
        let rows = fitted.frequencies.scaled(&fitted.model.idf());
        Storyteller::new(articles, &fitted, &rows).tell(members)
    }

    fn sample() -> Vec<Article> {
        let lines = include_str!("../../examples/data/news.jsonl").lines();
        let read = |line: &str| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
            let article = Article::new(field("id"), field("title")).with_text(field("text"));
            if field("source").is_empty() { article } else { article.with_source(field("source")) }
        };
        // Every second publisher on the left, for the views of sides.
        let bias = |at: usize| if at % 2 == 0 { Bias::Left } else { Bias::Right };
        lines.map(read).enumerate().map(|(at, article)| article.with_bias(bias(at))).collect()
    }

    #[test]
    fn every_span_cuts_exactly_the_text() {
        let articles = sample();
        let mut sides = 0;
        for size in [1, 3, 20, articles.len()] {
            for start in (0..articles.len()).step_by(size) {
                let members: Vec<usize> = (start..(start + size).min(articles.len())).collect();
                let story = tell(&articles, &members);
                let at = |id: &crate::ArticleId, field: Field, span: crate::text::Span| {
                    let article = articles.iter().find(|article| article.id() == id).unwrap();
                    span.of(if field == Field::Title { article.title() } else { article.text() })
                };
                assert!(at(&story.title_article, story.title_field, story.title_span).is_some());
                for point in &story.key_points {
                    assert_eq!(at(&point.article, point.field, point.span), Some(point.text.as_str()));
                    assert!(point.support >= 1);
                }
                if let Some(summary) = &story.summary {
                    assert_eq!(at(&summary.article, summary.field, summary.span), Some(summary.text.as_str()));
                }
                for side in &story.sides {
                    sides += 1;
                    assert!(at(&side.title_article, side.title_field, side.title_span).is_some());
                    for point in &side.key_points {
                        assert_eq!(at(&point.article, point.field, point.span), Some(point.text.as_str()));
                    }
                }
                assert_eq!(story.articles.len(), members.len());
            }
        }
        assert!(sides > 0);
    }

    #[test]
    fn support_counts_publishers_as_coverage_does() {
        let text = "The ferry Harbour Queen ran aground off Ashmere on Sunday with ninety passengers aboard. \
                    Nobody was hurt when two lifeboats took them to Wexcombe.";
        let cases: [(&str, &[&str], usize, usize); 4] = [
            ("four", &["a.example", "b.example", "c.example", "d.example"], 4, 4),
            ("one twice", &["a.example", "a.example", "b.example"], 2, 2),
            ("two of four name none", &["", "a.example", "", "b.example"], 2, 2),
            ("nobody", &["", "", ""], 1, 0),
        ];
        for (name, sources, support, publishers) in cases {
            let article = |(at, source): (usize, &&str)| {
                Article::new(at.to_string(), "Ferry aground off Ashmere").with_text(text).with_source(*source)
            };
            let articles: Vec<Article> = sources.iter().enumerate().map(article).collect();
            let story = tell(&articles, &(0..articles.len()).collect::<Vec<_>>());
            assert_eq!(story.coverage.publishers, publishers, "{name}");
            assert!(!story.key_points.is_empty(), "{name}");
            assert!(story.key_points.iter().all(|point| point.support == support), "{name}: {:?}", story.key_points);
        }
    }

    #[test]
    fn who_wrote_it_is_credited_and_not_who_copied_it() {
        let wire = "The ferry Harbour Queen ran aground off Ashmere on Sunday with ninety passengers aboard. \
                    Nobody was hurt when two lifeboats took them to Wexcombe.";
        let other = "Ninety passengers of the ferry Harbour Queen spent Sunday night at the school of Wexcombe.";
        let (title, seen) = ("Ferry aground off Ashmere", "Ninety spend the night at a school");
        let wired = [(title, wire, "z"), (title, wire, "a"), (seen, other, "m")];
        let (crew, same) = ("Ferry &amp; crew safe off Ashmere", "Ferry & crew safe off Ashmere");
        let twice = [(title, wire, "z"), (crew, wire, "b"), (same, "", "a")];
        // Hours: none is no time.
        let cases = [
            ("the first", &wired, [Some(1), Some(2), Some(3)], ["z", "z"]),
            ("the first, whatever the ids", &wired, [Some(2), Some(1), Some(3)], ["a", "a"]),
            ("at one time the first by id", &wired, [Some(1), Some(1), Some(3)], ["a", "a"]),
            ("who has a time", &wired, [Some(1), None, Some(3)], ["z", "z"]),
            ("the first copy, with a headline of its own", &twice, [Some(1), Some(2), Some(3)], ["b", "z"]),
        ];
        for (name, told, hours, expected) in cases {
            let article = |((title, text, id), hour): (&(&str, &str, &str), Option<i64>)| {
                let article = Article::new(*id, *title).with_text(*text).with_source(format!("{id}.example"));
                let time = hour.map(|hour| Timestamp::from_unix_seconds(1_772_366_400 + hour * 600));
                time.map_or(article.clone(), |time| article.with_published(time))
            };
            let articles: Vec<Article> = told.iter().zip(hours).map(article).collect();
            let story = tell(&articles, &[0, 1, 2]);
            let said = story.key_points.iter().filter(|point| wire.contains(&point.text));
            let said =
                said.map(|point| point.article.as_str()).chain(story.summary.as_ref().map(|s| s.article.as_str()));
            let said: Vec<&str> = said.collect();
            assert!(said.len() > 1, "{name}: {story:?}");
            assert!(said.iter().all(|id| *id == expected[1]), "{name}: {said:?}");
            assert_eq!(story.title_article.as_str(), expected[0], "{name}: {}", story.title);
            let index = articles.iter().position(|article| *article.id() == story.title_article).unwrap();
            assert!(story.title_span.of(articles[index].title()).is_some(), "{name}");
        }
    }

    #[test]
    fn the_order_of_members_does_not_matter() {
        let articles = sample();
        let forward: Vec<usize> = (0..60).collect();
        let backward: Vec<usize> = (0..60).rev().collect();
        let twice: Vec<usize> = (0..60).chain(10..70).filter(|&at| at < 60).chain([9999]).collect();
        let story = tell(&articles, &forward);
        assert_eq!(story, tell(&articles, &backward));
        assert_eq!(story, tell(&articles, &twice));
    }

    #[test]
    fn poor_articles_make_whole_stories() {
        let cases = [
            (
                "only a sentence",
                Article::new("a", "").with_text("A ferry ran aground. Nobody was hurt."),
                "A ferry ran aground.",
            ),
            ("only an emoji", Article::new("a", " 🎉 "), "🎉"),
            ("no word, but text", Article::new("a", "!!!").with_text("A ferry ran aground."), "A ferry ran aground."),
            ("headline", Article::new("a", "Ferry aground"), "Ferry aground"),
            ("text without an end", Article::new("a", "").with_text("la ".repeat(50)), LA),
            (
                "words for no headline",
                Article::new("a", "(No headline)").with_text("A ferry ran aground."),
                "A ferry ran aground.",
            ),
            ("words for no headline alone", Article::new("a", "Untitled"), "Untitled"),
        ];
        for (name, article, expected) in cases {
            let story = tell(&[article], &[0]);
            assert_eq!(story.title, expected, "{name}");
            assert_eq!(story.coverage.articles, 1, "{name}");
        }
        assert_eq!(tell(&sample(), &[]).title, "");
    }
}
