//! Pictures of a story's coverage, each with its text alternative.

use samestory::Timestamp;
use samestory::story::{Balance, Coverage, Side};

use super::clean::format;
use super::counted;

/// The shares of the sides as one bar; what the bar shows is written below it.
#[derive(Debug)]
pub struct BiasBar {
    pub segments: Vec<Segment>,
    /// `of 12 rated publishers; 2 not rated`.
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
    /// The bar of a balance; none where no publisher is rated.
    pub fn of(balance: Balance) -> Option<Self> {
        if balance.rated() == 0 {
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
            0 => format!("of {rated}"),
            unknown => format!("of {rated}; {unknown} not rated"),
        };
        let segments = Side::ALL.into_iter().map(segment).filter(|segment| segment.count > 0);
        Some(Self { segments: segments.collect(), basis })
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
    /// `Articles per 3 hours`.
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

    /// The chart of a time line; none where it has no two stretches.
    pub fn of(coverage: &Coverage) -> Option<Self> {
        let [first, second, ..] = coverage.timeline.as_slice() else { return None };
        let stretch = second.start.as_unix_millis() - first.start.as_unix_millis();
        let hours = usize::try_from(stretch / 3_600_000).ok().filter(|hours| *hours > 0)?;
        let pattern = if hours < 24 { "%-d %b, %H:%M" } else { "%-d %b %Y" };
        let shown = |time: Timestamp| format(time, pattern);
        let most = coverage.timeline.iter().max_by_key(|bucket| (bucket.articles, std::cmp::Reverse(bucket.start)))?;
        let slot = Self::WIDTH / coverage.timeline.len();
        let bars = coverage.timeline.iter().enumerate().filter(|(_, bucket)| bucket.articles > 0);
        let bars = bars.filter_map(|(position, bucket)| {
            let height = (bucket.articles * Self::HEIGHT).div_ceil(most.articles.max(1)).max(2);
            let tip = format!("{}: {}", shown(bucket.start)?, counted(bucket.articles, "article", "articles"));
            let (x, width) = (position * slot, slot - Self::GAP);
            Some(Bar { x, y: Self::HEIGHT - height, width, height, tip })
        });
        let per = match (hours, hours / 24) {
            (1, _) => "hour".to_owned(),
            (hours, 0) => format!("{hours} hours"),
            (_, 1) => "day".to_owned(),
            (_, 7) => "week".to_owned(),
            (_, days) if days % 7 == 0 => format!("{} weeks", days / 7),
            (_, days) => format!("{days} days"),
        };
        let (from, to) = (shown(coverage.first.as_ref()?.published)?, shown(coverage.last.as_ref()?.published)?);
        let dated: usize = coverage.timeline.iter().map(|bucket| bucket.articles).sum();
        let text = format!(
            "{} from {from} to {to} UTC; most per {per}: {}, from {}",
            counted(dated, "article", "articles"),
            most.articles,
            shown(most.start)?
        );
        Some(Self {
            width: slot * coverage.timeline.len() - Self::GAP,
            height: Self::HEIGHT,
            bars: bars.collect(),
            caption: format!("Articles per {per}"),
            text,
            from,
            to,
        })
    }
}
