//! What beside the words says how near two articles are: time and outlet.

use crate::article::Article;

/// Days that two instalments may lie apart and still be about the same: more, and a column that comes out in the evening
/// links that of the morning before with that of the morning after.
const SAME_TIME: f32 = 0.25;

/// Softens the similarity of two articles by what is known beside their words. Every factor is in [0, 1]; what an
/// article does not say costs nothing.
///
/// - **Time**: `floor + (1 - floor) exp(-(days / scale)^2 / 2)`, and 0 beyond the horizon. A soft factor because stories
///   return (a verdict months after the crime); measured with a hard veto at a few days, stories that run on fall apart.
/// - **Outlet**: an outlet writes about one event once or twice, and daily columns, series and templates in the same
///   words: its own articles are a little less likely to be one story than those of two outlets.
/// - **Series**: two instalments of series share a form, whatever happened.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct PairContext {
    /// Days at which time has taken 39 % of what it may take; above 0.
    pub time_scale_days: f32,
    /// What time leaves of a similarity at the least inside the horizon, in [0, 1]; 1 switches time off.
    pub time_floor: f32,
    /// Days beyond which two dated articles are never neighbours; above 0, may be infinite.
    pub horizon_days: f32,
    /// Factor for two articles of one outlet, in [0, 1]; 1 switches it off.
    pub same_source: f32,
    /// Factor for two instalments of series, of one outlet or more than six hours apart, in [0, 1]; 1 switches it off, 0
    /// keeps them apart whatever neighbours they share.
    pub instalments: f32,
}

impl Default for PairContext {
    /// 8 days, 0.4, 365 days, 0.9, 0.
    fn default() -> Self {
        Self { time_scale_days: 8.0, time_floor: 0.4, horizon_days: 365.0, same_source: 0.9, instalments: 0.0 }
    }
}

impl PairContext {
    /// The factor of time for two articles that lie so many days apart.
    #[must_use]
    pub fn time_factor(&self, days: f32) -> f32 {
        if days > self.horizon_days {
            return 0.0;
        }
        let scales = days / self.time_scale_days;
        self.time_floor + (1.0 - self.time_floor) * (-0.5 * scales * scales).exp()
    }

    /// The factor for a pair, in [0, 1]; the same whichever article comes first.
    #[must_use]
    pub fn factor(&self, a: &Article, b: &Article) -> f32 {
        let time = match (a.published(), b.published()) {
            (Some(a), Some(b)) => self.time_factor(a.days_between(b)),
            _ => 1.0,
        };
        let source = if a.source().is_some() && a.source() == b.source() { self.same_source } else { 1.0 };
        time * source
    }

    /// The factor beside [`factor`](Self::factor) for two instalments of series (see
    /// [`instalments`](crate::text::instalments)): two horoscopes of one outlet, or of two days, share a form and no event.
    #[must_use]
    pub fn instalments_factor(&self, a: &Article, b: &Article) -> f32 {
        let is_other_time = match (a.published(), b.published()) {
            (Some(a), Some(b)) => a.days_between(b) > SAME_TIME,
            _ => false,
        };
        if is_other_time || (a.source().is_some() && a.source() == b.source()) { self.instalments } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::PairContext;
    use crate::article::{Article, Timestamp};

    fn at(day: i64, source: &str) -> Article {
        Article::new("x", "").with_published(Timestamp::from_unix_seconds(day * 86_400)).with_source(source)
    }

    #[test]
    fn time_softens_down_to_its_floor_and_vetoes_beyond_the_horizon() {
        let context = PairContext::default();
        let of = |days: i64| context.factor(&at(0, "a"), &at(days, "b"));
        assert_eq!(of(0), 1.0);
        assert!(of(1) < 1.0 && of(1) > of(12) && of(12) > of(100));
        assert!((of(300) - context.time_floor).abs() < 1e-6);
        assert_eq!(of(366), 0.0);
    }

    #[test]
    fn instalments_are_of_one_event_only_at_one_time_in_two_outlets() {
        let context = PairContext::default();
        let of = |day: i64, source: &str| context.instalments_factor(&at(0, "a"), &at(day, source));
        assert_eq!((of(0, "b"), of(1, "b"), of(0, "a"), of(1, "a")), (1.0, 0.0, 0.0, 0.0));
        assert_eq!(context.instalments_factor(&Article::new("x", ""), &at(0, "a")), 1.0);
    }

    #[test]
    fn what_is_not_known_costs_nothing() {
        let context = PairContext::default();
        let undated = Article::new("x", "");
        assert_eq!(context.factor(&undated, &undated), 1.0);
        assert_eq!(context.factor(&undated, &at(9_000, "a")), 1.0);
        assert_eq!(context.factor(&at(0, "a"), &at(0, "a")), 0.9);
    }
}
