//! Which story comes first: [`by_size`], [`FrontPage`], [`Momentum`].

use std::cmp::Ordering;

use crate::article::Timestamp;
use crate::error::Error;
use crate::story::model::Story;
use crate::story::side::Side;

/// How many publishers tell a story; one where none is known.
fn publishers(story: &Story) -> usize {
    story.coverage.publishers.max(1)
}

/// Orders stories the largest first: by distinct publishers (one where none is known), then articles, then the newest,
/// then id.
///
/// A story without a date comes after those with one. No two stories with different ids are equal.
#[must_use]
pub fn by_size(a: &Story, b: &Story) -> Ordering {
    let newest = |story: &Story| story.coverage.last.as_ref().map(|last| last.published);
    let size = |story: &Story| (publishers(story), story.coverage.articles, newest(story));
    size(b).cmp(&size(a)).then_with(|| a.id.cmp(&b.id))
}

/// Orders stories as a front page does: what many report, now, on every side.
///
/// A story's score is `ln(1 + publishers) * freshness * breadth`, with one publisher where none is known:
///
/// - the logarithm, because the step from 3 to 6 publishers says as much as the one from 30 to 60;
/// - freshness halves with every half-life since the newest article, from 1 down to 0.05, so that old news does not
///   vanish altogether; a story without a date has 0.5. A date up to 24 hours ahead is now, as clocks of time zones differ
///   by so much; one further ahead is wrong, and none;
/// - breadth is 1, plus a quarter for each further side (left, centre, right) with a publisher: up to 1.5.
///
/// With a half-life of 12 hours (the default), a story of 30 publishers from this morning stands about where one of 5
/// from this evening does.
///
/// Its serde form is `{"now": "2026-03-01T12:00:00Z", "half_life_hours": 12.0}`; the half-life may be left out.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "form::FrontPage"))]
pub struct FrontPage {
    now: Timestamp,
    half_life_hours: f64,
}

impl FrontPage {
    const MIN_FRESHNESS: f64 = 0.05;
    const UNDATED_FRESHNESS: f64 = 0.5;
    const AHEAD_MILLIS: i64 = 24 * 3_600_000;

    /// A front page at a time, usually that of the newest article: the library asks no clock.
    #[must_use]
    pub const fn at(now: Timestamp) -> Self {
        Self { now, half_life_hours: 12.0 }
    }

    /// Sets after how many hours news weighs half: greater than 0, up to 8760 (a year). Default 12. Raising it lets
    /// large stories stay longer.
    ///
    /// # Errors
    ///
    /// [`Error::OutOfRange`] outside of that.
    pub fn with_half_life_hours(mut self, hours: f64) -> Result<Self, Error> {
        if !(hours > 0.0 && hours <= 8760.0) {
            let allowed = "greater than 0, at most 8760";
            return Err(Error::OutOfRange { knob: "half_life_hours", value: hours, allowed });
        }
        self.half_life_hours = hours;
        Ok(self)
    }

    /// The score of a story; higher comes first. Linear in the articles of a story with a date too far ahead.
    #[must_use]
    pub fn score(&self, story: &Story) -> f64 {
        let freshness = self.age_millis(story).map_or(Self::UNDATED_FRESHNESS, |age| {
            let hours = age as f64 / 3_600_000.0;
            (-hours / self.half_life_hours).exp2().max(Self::MIN_FRESHNESS)
        });
        let balance = story.coverage.balance();
        let sides = Side::ALL.into_iter().filter(|&side| balance.count(side) > 0).count();
        let breadth = 1.0 + 0.25 * sides.saturating_sub(1) as f64;
        (publishers(story) as f64).ln_1p() * freshness * breadth
    }

    /// How long ago the newest article came that has a date to be believed.
    fn age_millis(&self, story: &Story) -> Option<i64> {
        let believed = |time: Timestamp| {
            let age = self.now.as_unix_millis() - time.as_unix_millis();
            (age >= -Self::AHEAD_MILLIS).then_some(age)
        };
        let of_any = || story.articles.iter().filter_map(|member| believed(member.published?)).min();
        let age = story.coverage.last.as_ref().and_then(|last| believed(last.published)).or_else(of_any)?;
        Some(age.max(0))
    }

    /// Puts stories in order, the highest score first, then [`by_size`]. O(n log n).
    pub fn sort(&self, stories: &mut [Story]) {
        stories.sort_by(|a, b| self.score(b).total_cmp(&self.score(a)).then_with(|| by_size(a, b)));
    }
}

#[cfg(feature = "serde")]
mod form {
    //! How a front page is read.

    use crate::article::Timestamp;
    use crate::error::Error;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct FrontPage {
        now: Timestamp,
        half_life_hours: Option<f64>,
    }

    impl TryFrom<FrontPage> for super::FrontPage {
        type Error = Error;

        fn try_from(FrontPage { now, half_life_hours }: FrontPage) -> Result<Self, Error> {
            let page = Self::at(now);
            half_life_hours.map_or(Ok(page), |hours| page.with_half_life_hours(hours))
        }
    }
}

/// How many of a story's articles are of the last hours, and how many are older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Momentum {
    /// Articles in the window: later than `hours` before `now`, and not after it.
    pub recent: usize,
    /// Dated articles before the window.
    pub before: usize,
}

impl Momentum {
    /// Fewer recent articles than this are no wave.
    const MIN_RECENT: usize = 5;

    /// Counts a story's dated articles in the `hours` before `now` and before those; 0 hours are none. O(articles).
    #[must_use]
    pub fn of(story: &Story, now: Timestamp, hours: u32) -> Self {
        let start = now.as_unix_millis() - i64::from(hours) * 3_600_000;
        let times = || story.articles.iter().filter_map(|member| member.published).map(Timestamp::as_unix_millis);
        Self {
            recent: times().filter(|&time| time > start && time <= now.as_unix_millis()).count(),
            before: times().filter(|&time| time <= start).count(),
        }
    }

    /// The recent articles' share of both, in [0, 1]; 0 where there are none.
    #[must_use]
    pub fn share(&self) -> f64 {
        match self.recent.saturating_add(self.before) {
            0 => 0.0,
            all => self.recent as f64 / all as f64,
        }
    }

    /// Whether the story is rising: at least 5 recent articles, and at least twice as many as before.
    ///
    /// A story that began inside the window has none before: it is new, and rising.
    #[must_use]
    pub fn is_rising(&self) -> bool {
        self.recent >= Self::MIN_RECENT && self.recent >= self.before.saturating_mul(2)
    }
}

#[cfg(test)]
mod tests {
    use super::{FrontPage, Momentum, by_size};
    use crate::article::{Article, Bias, Timestamp};
    use crate::error::Error;
    use crate::story::coverage::Coverage;
    use crate::story::model::{Field, Member, Story, StoryId};
    use crate::story::sources::SourceDirectory;
    use crate::text::Span;

    const NOW: i64 = 100;

    fn hour(hour: i64) -> Timestamp {
        Timestamp::from_unix_seconds(hour * 3600)
    }

    /// One article a time, each of a publisher of its own and, in turn, of the sides given.
    fn story(name: &str, times: &[Option<i64>], sides: &[Bias]) -> Story {
        let articles: Vec<Article> = times
            .iter()
            .enumerate()
            .map(|(number, time)| {
                let id = format!("{name}{number}");
                let article = Article::new(id.as_str(), name).with_source(format!("{id}.example"));
                let article = time.map_or(article.clone(), |time| article.with_published(hour(time)));
                sides.get(number).map_or(article.clone(), |&bias| article.with_bias(bias))
            })
            .collect();
        let members: Vec<usize> = (0..articles.len()).collect();
        Story {
            id: StoryId::of(articles.iter().map(Article::id)),
            title: name.to_owned(),
            title_article: format!("{name}0").into(),
            title_field: Field::Title,
            title_span: Span::from((0, name.len())),
            summary: None,
            key_points: Vec::new(),
            keywords: Vec::new(),
            articles: articles
                .iter()
                .map(|article| Member {
                    id: article.id().clone(),
                    title: article.title().to_owned(),
                    source: article.source().map(str::to_owned),
                    publisher: article.source().map(str::to_owned),
                    bias: None,
                    url: None,
                    published: article.published(),
                    similarity: 1.0,
                    duplicate_of: None,
                })
                .collect(),
            coverage: Coverage::of(&articles, &members, &[], &SourceDirectory::default()),
            sides: Vec::new(),
            related: Vec::new(),
        }
    }

    fn titles(stories: &[Story]) -> Vec<&str> {
        stories.iter().map(|story| story.title.as_str()).collect()
    }

    #[test]
    fn size_is_publishers_then_articles_then_newest_then_id() {
        let mut more_articles = story("articles", &[Some(1), Some(2)], &[]);
        more_articles.coverage.articles = 9;
        let mut stories = [
            story("undated", &[None, None], &[]),
            story("old", &[Some(1), Some(2)], &[]),
            more_articles,
            story("new", &[Some(3), Some(1)], &[]),
            story("publishers", &[None, None, None], &[]),
        ];
        stories.sort_by(by_size);
        assert_eq!(titles(&stories), ["publishers", "articles", "new", "old", "undated"]);
        let (a, b) = (story("a", &[Some(1)], &[]), story("b", &[Some(1)], &[]));
        assert_eq!(by_size(&a, &b), a.id.cmp(&b.id));
    }

    #[test]
    fn the_front_page_weighs_size_freshness_and_breadth() {
        let both = [Bias::Left, Bias::Center, Bias::Right];
        let cases = [
            ("size", story("a", &[Some(NOW); 4], &[]), story("b", &[Some(NOW); 3], &[])),
            ("freshness", story("a", &[Some(NOW); 4], &[]), story("b", &[Some(NOW - 24); 6], &[])),
            ("floor", story("a", &[Some(NOW - 99); 40], &[]), story("b", &[Some(NOW - 52); 30], &[])),
            ("undated", story("a", &[None; 4], &[]), story("b", &[Some(NOW - 24); 4], &[])),
            ("tomorrow's date", story("a", &[Some(NOW); 4], &[]), story("b", &[Some(NOW + 25); 4], &[])),
            (
                "one of tomorrow's date",
                story("a", &[Some(NOW), Some(NOW - 1), Some(NOW + 25), None], &[]),
                story("b", &[Some(NOW - 2); 4], &[]),
            ),
            (
                "an old story with tomorrow's date",
                story("a", &[Some(NOW - 20); 4], &[]),
                story("b", &[Some(NOW - 30), Some(NOW - 30), Some(NOW + 25), Some(NOW - 31)], &[]),
            ),
            ("dated", story("a", &[Some(NOW); 4], &[]), story("b", &[None; 4], &[])),
            ("breadth", story("a", &[Some(NOW); 4], &both), story("b", &[Some(NOW); 5], &both[..1])),
        ];
        let mut nobody = story("a", &[Some(NOW); 4], &[]);
        nobody.coverage.publishers = 0;
        let cases = cases.into_iter().chain([("no publisher", nobody, story("b", &[Some(NOW - 24)], &[]))]);
        for (name, first, second) in cases {
            let mut stories = [second, first];
            FrontPage::at(hour(NOW)).sort(&mut stories);
            assert_eq!(titles(&stories), ["a", "b"], "{name}");
        }
        let future = story("a", &[Some(NOW + 20)], &[]);
        assert!((FrontPage::at(hour(NOW)).score(&future) - 2.0_f64.ln()).abs() < 1e-12);
    }

    #[test]
    fn half_lives_have_a_range() {
        for hours in [0.0, -1.0, 8761.0, f64::NAN, f64::INFINITY] {
            let found = FrontPage::at(hour(NOW)).with_half_life_hours(hours);
            assert!(matches!(found, Err(Error::OutOfRange { knob: "half_life_hours", .. })), "{hours}");
        }
        let slow =
            FrontPage::at(hour(NOW)).with_half_life_hours(8760.0).map(|page| page.score(&story("a", &[Some(0)], &[])));
        assert!(slow.is_ok_and(|score| score > 0.6));
    }

    #[test]
    fn rising_needs_many_and_more_than_before() {
        let times = |recent: usize, before: usize| [vec![Some(NOW); recent], vec![Some(NOW - 6); before]].concat();
        let cases = [
            ("new", times(5, 0), true),
            ("few", times(4, 0), false),
            ("twice", times(6, 3), true),
            ("less than twice", times(6, 4), false),
            ("undated", vec![None; 9], false),
            ("later than now", vec![Some(NOW + 1); 9], false),
            ("edge of the window", vec![Some(NOW - 6); 9], false),
            ("inside the window", vec![Some(NOW - 5); 9], true),
        ];
        for (name, times, expected) in cases {
            let momentum = Momentum::of(&story("a", &times, &[]), hour(NOW), 6);
            assert_eq!(momentum.is_rising(), expected, "{name}");
        }
        let share = |recent, before| Momentum { recent, before }.share();
        assert!((share(3, 1) - 0.75).abs() < 1e-12 && share(0, 0).abs() < 1e-12);
    }
}
