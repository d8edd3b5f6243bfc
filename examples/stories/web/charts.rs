//! Pictures of a story's coverage, each with its text alternative.

use indicatif::HumanCount;
use samestory::Timestamp;
use samestory::story::{Balance, Side, Story, TimelineBucket};

use super::articles::SideMark;
use super::clean::{self, day, format, is_day};
use super::counted;

/// The shares of the sides as one bar; what the bar shows is written below it.
#[derive(Debug)]
pub struct BiasBar {
    pub segments: Vec<Segment>,
    /// `12 rated publishers, 2 not rated`.
    pub basis: String,
}

/// A side's part of the bar.
#[derive(Debug)]
pub struct Segment {
    /// The side's name in the style sheet.
    pub side: &'static str,
    /// The side's name for readers.
    pub name: &'static str,
    pub count: usize,
    pub percent: usize,
}

impl BiasBar {
    /// The bar of a balance; none where fewer than two publishers are rated.
    pub fn of(balance: Balance) -> Option<Self> {
        if balance.rated() < 2 {
            return None;
        }
        let segment = |side: Side| Segment {
            side: side.name(),
            name: side_name(side),
            count: balance.count(side),
            percent: balance.percent(side),
        };
        let rated = counted(balance.rated(), "rated publisher", "rated publishers");
        let basis = match balance.unknown {
            0 => rated,
            unknown => format!("{rated}, {} not rated", HumanCount(unknown as u64)),
        };
        let segments = Side::ALL.into_iter().map(segment).filter(|segment| segment.count > 0);
        Some(Self { segments: segments.collect(), basis })
    }
}

/// The only rated publisher, which makes no bar.
#[derive(Debug)]
pub struct OnlyRated {
    /// None where no article says whose rating it is.
    pub name: Option<String>,
    pub side: SideMark,
}

impl OnlyRated {
    /// None where the story has none or several.
    pub fn of(story: &Story) -> Option<Self> {
        let balance = story.coverage.balance();
        let side = Side::ALL.into_iter().find(|&side| balance.count(side) == 1).filter(|_| balance.rated() == 1)?;
        let member = story.articles.iter().find(|member| member.bias.map(Side::from) == Some(side));
        let name = member.and_then(|member| member.publisher.as_deref()).map(clean::text);
        Some(Self { name, side: SideMark::of(side) })
    }
}

/// A side's name for readers.
pub const fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "Left",
        Side::Center => "Center",
        Side::Right => "Right",
    }
}

/// Articles over time as bars.
#[derive(Debug)]
pub struct TimeChart {
    pub width: usize,
    pub height: usize,
    pub bars: Vec<Bar>,
    /// `Articles per 3 hours, UTC; most: 5`.
    pub caption: String,
    /// All of it in words.
    pub text: String,
    pub from: String,
    pub to: String,
}

/// One stretch of time.
#[derive(Debug)]
pub struct Bar {
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
    /// `8 Mar, 09:00: 3 articles`.
    pub tip: String,
}

impl TimeChart {
    const WIDTH: usize = 480;
    const HEIGHT: usize = 96;
    const GAP: usize = 2;

    /// Fewer articles make no picture.
    const LEAST: usize = 3;

    /// The chart of a time line; none where it has no two stretches or no three articles.
    pub fn of(story: &Story) -> Option<Self> {
        let stretches = stretches(story);
        let scale = Scale::of(&stretches, story)?;
        let dated: usize = stretches.iter().map(|stretch| stretch.articles).sum();
        if dated < Self::LEAST {
            return None;
        }
        let most = stretches.iter().max_by_key(|stretch| (stretch.articles, std::cmp::Reverse(stretch.start)))?;
        let slot = Self::WIDTH / stretches.len();
        let bars = stretches.iter().enumerate().filter(|(_, stretch)| stretch.articles > 0);
        let bars = bars.filter_map(|(position, stretch)| {
            let height = (stretch.articles * Self::HEIGHT).div_ceil(most.articles.max(1)).max(2);
            let articles = counted(stretch.articles, "article", "articles");
            let tip = format!("{}: {articles}", scale.stretch(stretch.start)?);
            let (x, width) = (position * slot, slot.saturating_sub(Self::GAP));
            Some(Bar { x, y: Self::HEIGHT - height, width, height, tip })
        });
        let per = scale.per();
        let coverage = &story.coverage;
        let from = scale.time(coverage.first.as_ref()?.published)?;
        let to = scale.time(coverage.last.as_ref()?.published)?;
        let text = format!(
            "{} from {from} to {to} UTC; most per {per}: {}, from {}",
            counted(dated, "article", "articles"),
            most.articles,
            scale.stretch(most.start)?
        );
        Some(Self {
            width: (slot * stretches.len()).saturating_sub(Self::GAP),
            height: Self::HEIGHT,
            bars: bars.collect(),
            caption: format!("Articles per {per}, UTC; most: {}", most.articles),
            text,
            from,
            to,
        })
    }
}

/// The time line; by whole days where no article tells the hour.
fn stretches(story: &Story) -> Vec<TimelineBucket> {
    let timeline = story.coverage.timeline.clone();
    if !story.articles.iter().filter_map(|member| member.published).all(is_day) {
        return timeline;
    }
    let mut days: Vec<TimelineBucket> = Vec::new();
    for bucket in timeline {
        match days.last_mut().filter(|last| day(last.start) == day(bucket.start)) {
            Some(last) => last.articles += bucket.articles,
            None => days.push(bucket),
        }
    }
    days
}

/// How times are written under a chart.
struct Scale {
    /// The width of a stretch.
    hours: usize,
    /// Behind the day: the year where the story is of several.
    year: &'static str,
}

impl Scale {
    fn of(stretches: &[TimelineBucket], story: &Story) -> Option<Self> {
        let [first, second, ..] = stretches else { return None };
        let width = second.start.as_unix_millis() - first.start.as_unix_millis();
        let hours = usize::try_from(width / 3_600_000).ok().filter(|hours| *hours > 0)?;
        let year = |time: Timestamp| format(time, "%Y");
        let coverage = &story.coverage;
        let is_one_year = year(coverage.first.as_ref()?.published) == year(coverage.last.as_ref()?.published);
        Some(Self { hours, year: if is_one_year { "" } else { " %Y" } })
    }

    /// When a stretch begins.
    fn stretch(&self, start: Timestamp) -> Option<String> {
        let hour = if self.hours < 24 { ", %H:%M" } else { "" };
        format(start, &format!("%-d %b{}{hour}", self.year))
    }

    /// When an article was published: some tell the day only.
    fn time(&self, time: Timestamp) -> Option<String> {
        if is_day(time) { format(time, &format!("%-d %b{}", self.year)) } else { self.stretch(time) }
    }

    fn per(&self) -> String {
        match (self.hours, self.hours / 24) {
            (1, _) => "hour".to_owned(),
            (hours, 0) => format!("{hours} hours"),
            (_, 1) => "day".to_owned(),
            (_, 7) => "week".to_owned(),
            (_, days) if days % 7 == 0 => format!("{} weeks", days / 7),
            (_, days) => format!("{days} days"),
        }
    }
}

#[cfg(test)]
mod tests {
    use samestory::{Article, Bias};

    use super::super::told;
    use super::{BiasBar, OnlyRated, TimeChart};

    #[test]
    fn a_chart_tells_its_peak_and_no_hour_that_nobody_knows() {
        let day = |day: u32| format!("2026-03-{day:02}T00:00:00Z");
        let hour = |hour: u32| format!("2026-03-11T{hour:02}:30:00Z");
        let cases = [
            ("two articles", vec![hour(8), hour(11)], None),
            ("one hour", vec![hour(8); 3], None),
            (
                "hours",
                vec![hour(8), hour(8), hour(11)],
                Some(("Articles per hour, UTC; most: 2", "11 Mar, 08:30", "11 Mar, 11:00: 1 article")),
            ),
            (
                "days",
                vec![day(10), day(10), day(11)],
                Some(("Articles per day, UTC; most: 2", "10 Mar", "11 Mar: 1 article")),
            ),
            (
                "a day, then hours",
                vec![day(11), hour(1), hour(5)],
                Some(("Articles per hour, UTC; most: 1", "11 Mar", "11 Mar, 05:00: 1 article")),
            ),
            (
                "two years",
                vec![
                    "2025-12-31T23:30:00Z".to_owned(),
                    "2026-01-01T00:30:00Z".to_owned(),
                    "2026-01-01T01:30:00Z".to_owned(),
                ],
                Some(("Articles per hour, UTC; most: 1", "31 Dec 2025, 23:30", "1 Jan 2026, 01:00: 1 article")),
            ),
        ];
        for (name, times, expected) in cases {
            let article = |(number, time): (usize, &String)| {
                Article::new(number.to_string(), "Ferry").with_published(time.parse().unwrap())
            };
            let chart = TimeChart::of(&told(&times.iter().enumerate().map(article).collect::<Vec<_>>()));
            let found = chart.as_ref().map(|chart| {
                (chart.caption.as_str(), chart.from.as_str(), chart.bars.last().map_or("", |bar| bar.tip.as_str()))
            });
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_bar_needs_two_publishers() {
        let rated =
            |id: &str, bias: Bias| Article::new(id, "Ferry").with_source(format!("{id}.example")).with_bias(bias);
        let unrated = Article::new("c", "Ferry").with_source("c.example");
        let cases = [
            ("none", vec![unrated.clone()], None, None),
            ("one", vec![unrated.clone(), rated("a", Bias::Center)], None, Some("a.example, Center")),
            ("two", vec![rated("a", Bias::Center), rated("b", Bias::Left)], Some("2 rated publishers"), None),
            (
                "two of three",
                vec![rated("a", Bias::Left), unrated, rated("b", Bias::Left)],
                Some("2 rated publishers, 1 not rated"),
                None,
            ),
        ];
        for (name, articles, bar, only) in cases {
            let story = told(&articles);
            let found = BiasBar::of(story.coverage.balance()).map(|bar| bar.basis);
            assert_eq!(found.as_deref(), bar, "{name}");
            let found = OnlyRated::of(&story).map(|only| only.name.unwrap_or_default() + ", " + only.side.name);
            assert_eq!(found.as_deref(), only, "{name}");
        }
    }
}
