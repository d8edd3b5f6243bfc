//! Articles over time, in equal stretches of a round width that begin at a round time.

use crate::article::{ArticleId, Timestamp};

/// The article that stands at one end of a story, and when it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Milestone {
    /// The article.
    pub article: ArticleId,
    /// When it was published.
    pub published: Timestamp,
}

/// How many articles a stretch of time saw.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TimelineBucket {
    /// When the stretch begins.
    pub start: Timestamp,
    /// When it ends: where the next one begins, and after all of its articles. The last stretch of the year 9999 ends where
    /// time does, with an article then.
    pub end: Timestamp,
    /// Articles published in it.
    pub articles: usize,
}

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// Widths that a reader knows; after the last, twice as long until it fits.
const WIDTHS: [i64; 7] = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY, 28 * DAY];
/// The most stretches of a time line.
const MAX_BUCKETS: i64 = 24;
/// Weeks begin on Mondays, and 1970 began on a Thursday.
const FIRST_MONDAY: i64 = 4 * DAY;

/// Counts times in at most 24 stretches, without gaps, from the first to the last; empty where there are none.
///
/// The width is the smallest of 1, 3, 6, 12 hours, 1, 7, 28 days that suffices, then 56 and so on; stretches begin at
/// multiples of it in UTC, those of a week and more on Mondays; none before the year 0. O(n) for n times.
pub(super) fn timeline(times: &[Timestamp]) -> Vec<TimelineBucket> {
    let (Some(first), Some(last)) = (times.iter().min(), times.iter().max()) else { return Vec::new() };
    let (first, last) = (first.as_unix_millis(), last.as_unix_millis());
    let doubled = std::iter::successors(WIDTHS.last().map(|width| width * 2), |width| width.checked_mul(2));
    let fitting = WIDTHS.into_iter().chain(doubled).map(|width| Grid { width, start: start_of(first, width) });
    let Some(grid) = fitting.into_iter().find(|grid| grid.position(last) < MAX_BUCKETS) else { return Vec::new() };
    let mut buckets: Vec<TimelineBucket> = (0..=grid.position(last))
        .map(|position| TimelineBucket { start: grid.at(position), end: grid.at(position + 1), articles: 0 })
        .collect();
    for time in times {
        let position = usize::try_from(grid.position(time.as_unix_millis()));
        if let Some(bucket) = position.ok().and_then(|position| buckets.get_mut(position)) {
            bucket.articles += 1;
        }
    }
    buckets
}

/// Stretches of equal width from a start on.
#[derive(Debug, Clone, Copy)]
struct Grid {
    width: i64,
    start: i64,
}

impl Grid {
    fn position(self, millis: i64) -> i64 {
        (millis - self.start).div_euclid(self.width)
    }

    /// Where a stretch begins.
    fn at(self, position: i64) -> Timestamp {
        Timestamp::from_unix_millis(self.start + position * self.width)
    }
}

/// The last round time that is not after `millis`; the beginning of time where there is none.
fn start_of(millis: i64, width: i64) -> i64 {
    let origin = if width >= 7 * DAY { FIRST_MONDAY } else { 0 };
    Timestamp::from_unix_millis(millis - (millis - origin).rem_euclid(width)).as_unix_millis()
}

#[cfg(test)]
mod tests {
    use super::{DAY, HOUR, timeline};
    use crate::article::Timestamp;

    /// Monday, 2 March 2026, 00:00 UTC.
    const MONDAY: i64 = 1_772_409_600_000;

    /// Where it begins, how wide its stretches are, and how many articles each saw.
    fn shape(times: &[i64]) -> Option<(i64, i64, Vec<usize>)> {
        let times: Vec<Timestamp> = times.iter().map(|&time| Timestamp::from_unix_millis(time)).collect();
        let buckets = timeline(&times);
        let start = buckets.first()?.start.as_unix_millis();
        let width = buckets[0].end.as_unix_millis() - start;
        assert!(buckets.windows(2).all(|two| two[0].end == two[1].start), "{buckets:?}");
        let widths = || buckets.iter().map(|bucket| bucket.end.as_unix_millis() - bucket.start.as_unix_millis());
        assert!(widths().all(|other| other == width), "{buckets:?}");
        Some((start - MONDAY, width, buckets.iter().map(|bucket| bucket.articles).collect()))
    }

    #[test]
    fn stretches_are_round_equal_and_few() {
        let at = |hours: i64| MONDAY + hours * HOUR;
        assert_eq!(shape(&[]), None);
        assert_eq!(shape(&[at(5) + 7]), Some((5 * HOUR, HOUR, vec![1])), "one");
        assert_eq!(shape(&[at(5) + 1, at(7), at(7) + 1]), Some((5 * HOUR, HOUR, vec![1, 0, 2])), "gap");
        let widths = [
            ("24 hours fit", 23 * HOUR, HOUR, 24),
            ("one more does not", 24 * HOUR, 3 * HOUR, 9),
            ("three days", 3 * DAY - 1, 3 * HOUR, 24),
            ("six days", 6 * DAY - 1, 6 * HOUR, 24),
            ("ten days", 10 * DAY, 12 * HOUR, 21),
            ("three weeks", 21 * DAY, DAY, 22),
            ("24 weeks", 24 * 7 * DAY - 1, 7 * DAY, 24),
            ("a year", 365 * DAY, 28 * DAY, 14),
            ("three years", 3 * 365 * DAY, 56 * DAY, 20),
        ];
        for (name, span, width, buckets) in widths {
            // From the widest stretch's own start on, so that only the span decides.
            let start = MONDAY - (MONDAY - super::FIRST_MONDAY).rem_euclid(width.max(7 * DAY));
            let found = shape(&[start, start + span]).map(|(_, width, counts)| (width, counts.len()));
            assert_eq!(found, Some((width, buckets)), "{name}");
        }
    }

    #[test]
    fn weeks_begin_on_mondays() {
        let (start, width, _) = shape(&[MONDAY + 3 * DAY, MONDAY + 60 * DAY]).unwrap_or_default();
        assert_eq!((start, width), (0, 7 * DAY));
    }

    #[test]
    fn the_ends_of_time_are_counted() {
        let buckets = timeline(&[Timestamp::from_unix_millis(i64::MIN), Timestamp::from_unix_millis(i64::MAX)]);
        assert!(buckets.len() <= 24);
        assert_eq!(buckets.iter().map(|bucket| bucket.articles).sum::<usize>(), 2);
        assert_eq!(buckets.last().map(|last| last.end), Some(Timestamp::from_unix_millis(i64::MAX)));
    }

    #[test]
    fn the_first_stretches_of_time_are_as_wide_as_others() {
        let start = Timestamp::from_unix_millis(i64::MIN).as_unix_millis();
        // A Saturday: no week begins with it.
        let found = shape(&[start + DAY, start + 60 * DAY]);
        assert_eq!(found.map(|(first, width, _)| (first + MONDAY - start, width)), Some((0, 7 * DAY)));
    }
}
