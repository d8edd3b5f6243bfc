//! One story: its entry on the front page and its own page.

use std::collections::BTreeMap;

use samestory::story::{FrontPage, KeyPoint, Member, Momentum, Side, SideView, Story, StoryId, Summary};
use samestory::{Article, ArticleId, Timestamp};

use super::articles::{self, ArticleView};
use super::charts::side_name;
use super::clean::{self, Moment, Tongue};
use super::counted;
use super::coverage::CoverageView;

/// Hours that make a story rising.
const RISING_HOURS: u32 = 6;
/// Articles that are shown before the reader asks for all.
const ARTICLES: usize = 12;
/// Articles that are not worth folding away.
const FOLD: usize = 3;

/// Milliseconds of a day: what is dated later than the clocks of time zones differ has a wrong date.
const AHEAD: i64 = 24 * 3_600_000;

/// What a story's view needs to know of the others.
#[derive(Debug)]
pub struct Context<'s> {
    clock: Timestamp,
    /// The time of the newest article of all, wrong dates not counted.
    now: Option<Timestamp>,
    stories: BTreeMap<&'s StoryId, &'s Story>,
    articles: BTreeMap<&'s ArticleId, &'s Article>,
}

impl<'s> Context<'s> {
    /// The context that these stories are for each other at a time of the clock.
    pub fn of(stories: &'s [Story], articles: &'s [Article], clock: Timestamp) -> Self {
        Self {
            clock,
            now: stories.iter().filter_map(|story| newest(story, clock)).max(),
            stories: stories.iter().map(|story| (&story.id, story)).collect(),
            articles: articles.iter().map(|article| (article.id(), article)).collect(),
        }
    }

    /// Whether any story has a date that may be right.
    pub fn is_dated(&self) -> bool {
        self.now.is_some()
    }

    /// The text of an article that is at hand and has one.
    pub fn text(&self, id: &ArticleId) -> Option<&'s str> {
        self.articles.get(id).map(|article| article.text()).filter(|text| !text.trim().is_empty())
    }

    /// The language of a story's article: its own, else the one that the coverage leaves no doubt of.
    pub fn tongue(&self, story: &Story, id: &ArticleId) -> Tongue {
        let own = self.articles.get(id).and_then(|article| article.language());
        let languages = &story.coverage.languages;
        let only = match languages.iter().collect::<Vec<_>>().as_slice() {
            &[(tag, _)] if languages.unknown() == 0 => Some(tag),
            _ => None,
        };
        Tongue::of(own.or(only))
    }

    /// None for a story that the page does not have.
    fn entry(&self, id: &StoryId) -> Option<Entry> {
        let story = self.stories.get(id)?;
        Some(Entry {
            anchor: clean::anchor(id.as_str()),
            title: clean::title(&story.title),
            tongue: self.tongue(story, &story.title_article),
        })
    }
}

/// When a story's newest article was published, those not counted that have a wrong date.
fn newest(story: &Story, clock: Timestamp) -> Option<Timestamp> {
    let is_credible = |time: &Timestamp| time.as_unix_millis().saturating_sub(clock.as_unix_millis()) <= AHEAD;
    story.articles.iter().filter_map(|member| member.published).filter(is_credible).max()
}

/// A story, as the templates want it.
#[derive(Debug)]
pub struct StoryView {
    pub anchor: String,
    pub title: String,
    /// The language of its title.
    pub tongue: Tongue,
    pub summary: Option<Said>,
    pub points: Vec<Said>,
    pub keywords: Vec<String>,
    pub facts: String,
    pub newest: Option<Moment>,
    pub broke_it: Option<BrokeIt>,
    /// The side that leads, and `blindspot`: what the filter looks for.
    pub marks: String,
    pub blindspot: Option<Blindspot>,
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
    pub tongue: Tongue,
}

/// The side that hardly covers a story.
#[derive(Debug)]
pub struct Blindspot {
    /// `Blindspot for the right`.
    pub name: String,
    /// What that means.
    pub meaning: String,
}

/// A sentence and whose it is.
#[derive(Debug)]
pub struct Said {
    pub text: String,
    pub tongue: Tongue,
    pub publisher: Option<String>,
    pub link: Option<String>,
    /// `and 6 others`, or `7 publishers` where nobody is named.
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
    pub tongue: Tongue,
    pub points: Vec<Said>,
}

impl StoryView {
    /// The view of a story.
    pub fn of(story: &Story, page: &Context<'_>) -> Self {
        let coverage = &story.coverage;
        let mut articles = articles::list(story, page);
        let more = if articles.len() > ARTICLES + FOLD { articles.split_off(ARTICLES) } else { Vec::new() };
        let newest = newest(story, page.clock);
        let (summary, points) = clean::told(story);
        Self {
            anchor: clean::anchor(story.id.as_str()),
            title: clean::title(&story.title),
            tongue: page.tongue(story, &story.title_article),
            summary: summary.map(|summary| Said::summary(story, summary, page)),
            points: points.into_iter().map(|point| Said::point(story, point, page)).collect(),
            keywords: story.keywords.iter().map(|word| clean::text(word)).collect(),
            facts: facts(story),
            newest: newest.and_then(Moment::of),
            broke_it: broke_it(story),
            marks: marks(story),
            blindspot: coverage.blindspot.map(Blindspot::of),
            is_rising: page.now.is_some_and(|now| Momentum::of(story, now, RISING_HOURS).is_rising()),
            time: newest.map_or(i64::MIN, Timestamp::as_unix_millis),
            score: page.now.map_or(0.0, |now| FrontPage::at(now).score(story)),
            sides: story.sides.iter().map(|view| SideBlock::of(story, view, page)).collect(),
            articles,
            more,
            coverage: CoverageView::of(story),
            related: story.related.iter().filter_map(|related| page.entry(&related.story)).collect(),
        }
    }
}

impl Blindspot {
    fn of(side: Side) -> Self {
        let (name, other) = (side.name(), if side == Side::Left { Side::Right } else { Side::Left }.name());
        Self {
            name: format!("Blindspot for the {name}"),
            meaning: format!("Publishers on the {other} report it, and hardly any on the {name}."),
        }
    }
}

impl Said {
    fn summary(story: &Story, summary: &Summary, page: &Context<'_>) -> Self {
        Self {
            text: clean::text(&summary.text),
            tongue: page.tongue(story, &summary.article),
            publisher: summary.publisher.as_deref().map(clean::text),
            link: link(story, &summary.article),
            others: None,
        }
    }

    fn point(story: &Story, point: &KeyPoint, page: &Context<'_>) -> Self {
        let more = match (&point.publisher, point.support) {
            (_, 0 | 1) => None,
            (Some(_), support) => Some(format!("and {}", counted(support - 1, "other", "others"))),
            (None, support) => Some(counted(support, "publisher", "publishers")),
        };
        Self {
            text: clean::text(&point.text),
            tongue: page.tongue(story, &point.article),
            publisher: point.publisher.as_deref().map(clean::text),
            link: link(story, &point.article),
            others: more,
        }
    }
}

impl SideBlock {
    fn of(story: &Story, view: &SideView, page: &Context<'_>) -> Self {
        Self {
            side: view.side.name(),
            name: side_name(view.side),
            facts: counted(view.publishers, "publisher", "publishers"),
            title: clean::title(&view.title),
            tongue: page.tongue(story, &view.title_article),
            points: view.key_points.iter().map(|point| Said::point(story, point, page)).collect(),
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
    // Of a day without an hour nobody knows what came first on it.
    let is_as_early = |time: Timestamp| {
        time == first.published || clean::is_day(first.published) && clean::day(time) == clean::day(first.published)
    };
    let is_rival = |other: &Member| other.published.is_some_and(is_as_early) && other.publisher != member.publisher;
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
    let leads = |&side: &Side| {
        let others = Side::ALL.into_iter().filter(|&other| other != side);
        others.map(|other| balance.count(other)).all(|count| count < balance.count(side))
    };
    let leading = Side::ALL.into_iter().find(leads).map(Side::name);
    leading.into_iter().chain(story.coverage.blindspot.map(|_| "blindspot")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use samestory::{Article, Bias, Story, Timestamp};

    use super::super::told;
    use super::{Context, StoryView, Tongue};

    const NOON: &str = "2026-03-11T12:00:00Z";

    fn at(time: &str) -> Timestamp {
        time.parse().unwrap()
    }

    /// A story of one article a time, each of a publisher of its own.
    fn story(name: &str, times: &[&str]) -> Story {
        let article = |(number, time): (usize, &&str)| {
            let id = format!("{name}{number}");
            Article::new(id.as_str(), name).with_source(format!("{id}.example")).with_published(at(time))
        };
        told(&times.iter().enumerate().map(article).collect::<Vec<_>>())
    }

    fn views(stories: &[Story]) -> Vec<StoryView> {
        let context = Context::of(stories, &[], at(NOON));
        stories.iter().map(|story| StoryView::of(story, &context)).collect()
    }

    #[test]
    fn the_first_alone_broke_the_story() {
        let cases = [
            ("an hour before", &["2026-03-11T08:00:00Z", "2026-03-11T09:00:00Z"][..], Some("11 Mar 2026, 08:00 UTC")),
            ("at one time", &["2026-03-11T08:00:00Z", "2026-03-11T08:00:00Z"], None),
            ("a day before", &["2026-03-10T00:00:00Z", "2026-03-11T09:00:00Z"], Some("10 Mar 2026")),
            ("the day only, then an hour of it", &["2026-03-11T00:00:00Z", "2026-03-11T09:00:00Z"], None),
            ("one day", &["2026-03-11T00:00:00Z", "2026-03-11T00:00:00Z"], None),
            ("nobody else", &["2026-03-11T08:00:00Z"], None),
        ];
        for (name, times, expected) in cases {
            let views = views(&[story("Ferry", times)]);
            let found = views[0].broke_it.as_ref().map(|first| first.published.shown.as_str());
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_date_in_the_future_does_not_make_the_rest_old() {
        let rising = ["2026-03-11T08:00:00Z"; 5];
        let cases = [
            ("an hour ahead", "2026-03-11T13:00:00Z", Some("11 Mar 2026, 13:00 UTC")),
            ("a time zone ahead", "2026-03-12T12:00:00Z", Some("12 Mar 2026, 12:00 UTC")),
            ("a year ahead", "2027-03-11T12:00:00Z", None),
        ];
        for (name, time, expected) in cases {
            let views = views(&[story("Ferry", &rising), story("Eclipse", &[time])]);
            let newest = views[1].newest.as_ref().map(|newest| newest.shown.as_str());
            assert_eq!(newest, expected, "{name}");
            assert_eq!(views[0].is_rising, name != "a time zone ahead", "{name}");
        }
    }

    #[test]
    fn a_side_leads_alone() {
        use Bias::{Center, LeanRight, Left, Right};
        let cases = [
            ("left", &[Left, Left, Center][..], "left"),
            ("shades are one side", &[Right, LeanRight, Left], "right"),
            ("a tie", &[Left, Right], ""),
            ("a tie of three", &[Left, Center, Right], ""),
            ("a blindspot", &[Left; 5], "left blindspot"),
            ("nobody", &[], ""),
        ];
        for (name, sides, expected) in cases {
            let article = |(number, &side): (usize, &Bias)| {
                Article::new(number.to_string(), "Ferry").with_source(format!("{number}.example")).with_bias(side)
            };
            let mut articles: Vec<Article> = sides.iter().enumerate().map(article).collect();
            articles.push(Article::new("last", "Ferry").with_source("unrated.example"));
            assert_eq!(views(&[told(&articles)])[0].marks, expected, "{name}");
        }
    }

    #[test]
    fn each_text_has_the_language_of_its_article() {
        let articles = [
            Article::new("a", "Veerboot vast bij Elm").with_language("nl"),
            Article::new("b", "عبارة تجنح").with_language("ar"),
            Article::new("c", "Elm ferry"),
        ];
        let stories = [told(&articles)];
        let context = Context::of(&stories, &articles, at(NOON));
        let found = ["a", "b", "c"].map(|id| context.tongue(&stories[0], &id.into()));
        assert_eq!(found, [Some("nl"), Some("ar"), None].map(Tongue::of));
    }
}
