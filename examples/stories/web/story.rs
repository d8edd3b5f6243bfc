//! One story: its entry on the front page and its own page.

use std::collections::BTreeMap;

use samestory::story::{FrontPage, KeyPoint, Member, Momentum, Side, SideView, Story, StoryId, Summary};
use samestory::{Article, ArticleId, Timestamp};

use super::articles::{self, ArticleView};
use super::charts::side_name;
use super::clean::{self, Moment};
use super::counted;
use super::coverage::CoverageView;

/// Hours that make a story rising.
const RISING_HOURS: u32 = 6;
/// Articles that are shown before the reader asks for all.
const ARTICLES: usize = 12;
/// Articles that are not worth folding away.
const FOLD: usize = 3;

/// What a story's view needs to know of the others.
#[derive(Debug)]
pub struct Context<'s> {
    /// The time of the newest article of all.
    now: Option<Timestamp>,
    titles: BTreeMap<&'s StoryId, &'s str>,
    texts: BTreeMap<&'s ArticleId, &'s str>,
}

impl<'s> Context<'s> {
    /// The context that these stories are for each other.
    pub fn of(stories: &'s [Story], articles: &'s [Article]) -> Self {
        Self {
            now: stories.iter().filter_map(|story| story.coverage.last.as_ref()).map(|last| last.published).max(),
            titles: stories.iter().map(|story| (&story.id, story.title.as_str())).collect(),
            texts: articles.iter().map(|article| (article.id(), article.text())).collect(),
        }
    }

    /// None for a story that the page does not have.
    fn entry(&self, id: &StoryId) -> Option<Entry> {
        let title = self.titles.get(id)?;
        Some(Entry { anchor: clean::anchor(id.as_str()), title: clean::title(title) })
    }
}

/// A story, as the templates want it.
#[derive(Debug)]
pub struct StoryView {
    pub anchor: String,
    pub title: String,
    /// The language of its title, where the coverage leaves no doubt.
    pub language: Option<String>,
    pub summary: Option<Said>,
    pub points: Vec<Said>,
    pub keywords: Vec<String>,
    pub facts: String,
    pub newest: Option<Moment>,
    pub broke_it: Option<BrokeIt>,
    /// The sides that lead, and `blindspot`: what the filter looks for.
    pub marks: String,
    /// `Blindspot for the right`.
    pub blindspot: Option<String>,
    pub is_rising: bool,
    /// Milliseconds, for the order.
    pub time: i64,
    /// The front page's score, for the order.
    pub score: f64,
    pub sides: Vec<SideBlock>,
    pub articles: Vec<ArticleView>,
    /// Articles that are folded away.
    pub more: Vec<ArticleView>,
    pub coverage: CoverageView,
    pub related: Vec<Entry>,
}

/// A link to a story of this page.
#[derive(Debug)]
pub struct Entry {
    pub anchor: String,
    pub title: String,
}

/// A sentence and whose it is.
#[derive(Debug)]
pub struct Said {
    pub text: String,
    pub publisher: Option<String>,
    pub link: Option<String>,
    /// `and 6 others`.
    pub others: Option<String>,
}

/// Who came first, alone: many feeds tell the day only.
#[derive(Debug)]
pub struct BrokeIt {
    pub source: String,
    pub link: Option<String>,
    pub published: Moment,
}

/// A side's view.
#[derive(Debug)]
pub struct SideBlock {
    pub side: &'static str,
    pub name: &'static str,
    pub facts: String,
    pub title: String,
    pub points: Vec<Said>,
}

impl StoryView {
    /// The view of a story.
    pub fn of(story: &Story, page: &Context<'_>) -> Self {
        let coverage = &story.coverage;
        let mut articles = articles::list(&story.articles, &page.texts);
        let more = if articles.len() > ARTICLES + FOLD { articles.split_off(ARTICLES) } else { Vec::new() };
        let newest = coverage.last.as_ref().map(|last| last.published);
        let (summary, points) = clean::told(story);
        Self {
            anchor: clean::anchor(story.id.as_str()),
            title: clean::title(&story.title),
            language: language(story),
            summary: summary.map(|summary| Said::summary(story, summary)),
            points: points.into_iter().map(|point| Said::point(story, point)).collect(),
            keywords: story.keywords.iter().map(|word| clean::text(word)).collect(),
            facts: facts(story),
            newest: newest.and_then(Moment::of),
            broke_it: broke_it(story),
            marks: marks(story),
            blindspot: coverage.blindspot.map(|side| format!("Blindspot for the {}", side.name())),
            is_rising: page.now.is_some_and(|now| Momentum::of(story, now, RISING_HOURS).is_rising()),
            time: newest.map_or(i64::MIN, Timestamp::as_unix_millis),
            score: page.now.map_or(0.0, |now| FrontPage::at(now).score(story)),
            sides: story.sides.iter().map(|view| SideBlock::of(story, view)).collect(),
            articles,
            more,
            coverage: CoverageView::of(coverage),
            related: story.related.iter().filter_map(|related| page.entry(&related.story)).collect(),
        }
    }
}

impl Said {
    fn summary(story: &Story, summary: &Summary) -> Self {
        Self {
            text: clean::text(&summary.text),
            publisher: summary.publisher.as_deref().map(clean::text),
            link: link(story, &summary.article),
            others: None,
        }
    }

    fn point(story: &Story, point: &KeyPoint) -> Self {
        let others = point.support.saturating_sub(1);
        Self {
            text: clean::text(&point.text),
            publisher: point.publisher.as_deref().map(clean::text),
            link: link(story, &point.article),
            others: (others > 0).then(|| format!("and {}", counted(others, "other", "others"))),
        }
    }
}

impl SideBlock {
    fn of(story: &Story, view: &SideView) -> Self {
        Self {
            side: view.side.name(),
            name: side_name(view.side),
            facts: counted(view.publishers, "publisher", "publishers"),
            title: clean::title(&view.title),
            points: view.key_points.iter().map(|point| Said::point(story, point)).collect(),
        }
    }
}

fn link(story: &Story, article: &ArticleId) -> Option<String> {
    let member = story.articles.iter().find(|member| &member.id == article)?;
    clean::link(member.url.as_deref()?)
}

fn facts(story: &Story) -> String {
    let coverage = &story.coverage;
    let mut facts = vec![counted(coverage.articles, "article", "articles")];
    match (story.articles.as_slice(), coverage.publishers) {
        ([only], _) => facts.extend(only.publisher.as_deref().map(clean::text)),
        (_, 0) => {}
        (_, publishers) => facts.push(counted(publishers, "publisher", "publishers")),
    }
    facts.join(" · ")
}

fn broke_it(story: &Story) -> Option<BrokeIt> {
    let first = story.coverage.first.as_ref()?;
    let member = story.articles.iter().find(|member| member.id == first.article)?;
    let is_rival = |other: &Member| other.published == Some(first.published) && other.publisher != member.publisher;
    if story.articles.len() < 2 || story.articles.iter().any(is_rival) {
        return None;
    }
    Some(BrokeIt {
        source: clean::text(member.publisher.as_deref()?),
        link: member.url.as_deref().and_then(clean::link),
        published: Moment::of(first.published)?,
    })
}

fn marks(story: &Story) -> String {
    let balance = story.coverage.balance();
    let most = Side::ALL.into_iter().map(|side| balance.count(side)).max().unwrap_or(0);
    let leading = Side::ALL.into_iter().filter(|&side| most > 0 && balance.count(side) == most).map(Side::name);
    leading.chain(story.coverage.blindspot.map(|_| "blindspot")).collect::<Vec<_>>().join(" ")
}

fn language(story: &Story) -> Option<String> {
    let languages = &story.coverage.languages;
    match languages.iter().collect::<Vec<_>>().as_slice() {
        [(tag, _)] if languages.unknown() == 0 => clean::language(tag),
        _ => None,
    }
}
