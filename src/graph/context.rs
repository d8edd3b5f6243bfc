//! What beside the words says how near two articles are: time, outlet, series.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::factor::{Far, PairFactor};
use super::noise::Unrest;
use crate::article::{Article, Timestamp};
use crate::parallel::map_slice;
use crate::text::Counted;

/// Days that two instalments may lie apart and still be about the same: more, and a column that comes out in the evening
/// links that of the morning before with that of the morning after.
const SAME_TIME: f32 = 0.25;

/// Rows are far from each other at so many scales of time: it has taken all but a hundredth of what it may take.
const FAR_SCALES: f32 = 3.0;
/// Up to such a floor of time far rows are worth an index of their own.
const FAR_FLOOR: f32 = 0.75;

/// Softens the similarity of two articles by what is known beside their words. Every factor is in [0, 1]; what an
/// article does not say costs nothing.
///
/// - **Time**: `floor + (1 - floor) exp(-(days / scale)^2 / 2)`, and 0 beyond the horizon. A soft factor because stories
///   return (a verdict months after the crime); measured with a hard veto at a few days, stories that run on fall apart.
///   It sets in after a day: what is told of one event is told at once, what is told of one topic or person is not. The
///   floor is another in a batch with much noise: where hundreds of events a day share persons and subjects, articles
///   days apart seldom tell the same one.
/// - **Outlet**: an outlet writes about one event once or twice, and daily columns, series and templates in the same
///   words: its own articles are less likely to be one story than those of two outlets.
/// - **Series**: two instalments of series share a form, whatever happened; and so do two headlines that count one thing to
///   different numbers: `Day 3`, `Day 4`.
/// - **Names**: two headlines that put different names in one place, and share only words of the kind of event, tell two
///   events of that kind: `Fire destroys church in Marlow Bay`, `Fire destroys warehouse in Dunholt`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct PairContext {
    /// Days at which time has taken 39 % of what it may take; above 0.
    pub time_scale_days: f32,
    /// What time leaves of a similarity at the least inside the horizon in a quiet batch, in [0, 1]. Raising it joins
    /// what is told of one event, and of one person or subject, days later.
    pub time_floor: f32,
    /// The same in a batch as noisy as can be, in [0, 1]; in between it moves from the one to the other with
    /// [`NoiseProfile::unrest`](super::NoiseProfile::unrest). Both at 1 switch time off.
    pub noisy_time_floor: f32,
    /// Days beyond which two dated articles are never neighbours; above 0, may be infinite.
    pub horizon_days: f32,
    /// Factor for two articles of one outlet, in [0, 1]; 1 switches it off.
    pub same_source: f32,
    /// Factor for two instalments of series, of one outlet or more than six hours apart, and for two headlines that count
    /// a day, an episode, a game, a match, a round or a week to different numbers (in English), in [0, 1]; 1 switches it
    /// off, 0 keeps them apart whatever neighbours they share.
    pub instalments: f32,
    /// Factor for two articles whose headlines put different names in one place and that share no name, in [0, 1]; 1
    /// switches it off.
    pub contradiction: f32,
}

impl Default for PairContext {
    /// 1.5 days, 0.65 down to 0.5, 365 days, 0.7, 0, 0.1.
    fn default() -> Self {
        Self {
            time_scale_days: 1.5,
            time_floor: 0.65,
            noisy_time_floor: 0.5,
            horizon_days: 365.0,
            same_source: 0.7,
            instalments: 0.0,
            contradiction: 0.1,
        }
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

    /// For a batch of so much unrest: the floor of time is that of quiet batches, that of noisy ones, or between them. Once
    /// for a batch: a second time brings it nearer still to that of noisy ones.
    #[must_use]
    pub fn amid(self, unrest: Unrest) -> Self {
        Self { time_floor: self.time_floor + (self.noisy_time_floor - self.time_floor) * unrest.share(), ..self }
    }

    /// The factor for a pair, in [0, 1]; the same whichever article comes first. Linear in their headlines.
    #[must_use]
    pub fn factor(&self, a: &Article, b: &Article) -> f32 {
        self.factor_of(Pair::of(a, b))
    }

    /// Whether two headlines are instalments by their numbers, and nothing brings such together.
    fn counts_apart(&self, pair: Pair) -> bool {
        pair.counts_differ && self.instalments == 0.0
    }

    /// The factor beside [`factor`](Self::factor) for two instalments of series (see
    /// [`instalments`](crate::text::instalments)): two horoscopes of one outlet, or of two days, share a form and no event.
    #[must_use]
    pub fn instalments_factor(&self, a: &Article, b: &Article) -> f32 {
        self.instalments_factor_of(Pair::of(a, b))
    }

    fn factor_of(&self, pair: Pair) -> f32 {
        let source = if pair.is_one_outlet { self.same_source } else { 1.0 };
        let count = if pair.counts_differ { self.instalments } else { 1.0 };
        pair.days.map_or(1.0, |days| self.time_factor(days)) * source * count
    }

    fn instalments_factor_of(&self, pair: Pair) -> f32 {
        let is_other_time = pair.days.is_some_and(|days| days > SAME_TIME);
        // Those told apart by their numbers have had it.
        if (is_other_time || pair.is_one_outlet) && !pair.counts_differ { self.instalments } else { 1.0 }
    }
}

/// What is known of two articles beside their words.
#[derive(Debug, Clone, Copy)]
struct Pair {
    /// How far they lie apart.
    days: Option<f32>,
    is_one_outlet: bool,
    /// Their headlines count one thing to different numbers.
    counts_differ: bool,
}

impl Pair {
    fn of(a: &Article, b: &Article) -> Self {
        let days = a.published().zip(b.published()).map(|(a, b)| a.days_between(b));
        let counts_differ = do_counts_differ(Counted::of(a.title()), Counted::of(b.title()));
        Self { days, is_one_outlet: a.source().is_some() && a.source() == b.source(), counts_differ }
    }
}

fn do_counts_differ(a: Option<Counted>, b: Option<Counted>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.contradicts(b))
}

/// The context of many rows at hand, so that millions of pairs are judged without a look at their articles.
///
/// For rows in the order of their times it also says which are far from each other (see [`PairFactor::far`]). A
/// [`NeighborSearch`](super::NeighborSearch) with it looks far rows up for their rarest terms only, or not at all; with a closure over [`PairContext::factor`], which finds the same, its cost grows with the square.
#[derive(Debug)]
pub struct RowContext {
    context: PairContext,
    rows: Vec<Circumstances>,
    /// For each row those before it that are far from it; empty where rows are not in the order of their times.
    far: Vec<Range<u32>>,
}

/// What is known of an article beside its words.
#[derive(Debug, Clone, Copy, Default)]
struct Circumstances {
    time: Option<Timestamp>,
    /// Its outlet, numbered from 1; 0 for none.
    outlet: u32,
    is_instalment: bool,
    counted: Option<Counted>,
}

impl RowContext {
    /// From the article of each row, and whether it is an instalment of a series (see
    /// [`instalments`](crate::text::instalments)). In any order, but only in that of their times, undated ones last, does
    /// a search save anything. Of a row behind the last article nothing is known. Linear.
    #[must_use]
    pub fn new<'a>(context: PairContext, articles: impl Iterator<Item = (&'a Article, bool)>) -> Self {
        let articles: Vec<(&'a Article, bool)> = articles.collect();
        let counted = map_slice(&articles, |(article, _)| Counted::of(article.title()));
        let mut outlets: FxHashMap<&str, u32> = FxHashMap::default();
        let circumstances = |((article, is_instalment), counted): ((&'a Article, bool), Option<Counted>)| {
            let next = outlets.len() as u32 + 1;
            let outlet = article.source().map_or(0, |source| *outlets.entry(source).or_insert(next));
            Circumstances { time: article.published(), outlet, is_instalment, counted }
        };
        let rows: Vec<Circumstances> = articles.into_iter().zip(counted).map(circumstances).collect();
        let far = far_rows(&context, &rows);
        Self { context, rows, far }
    }

    /// The same rows in a batch of so much unrest (see [`PairContext::amid`]). Linear.
    #[must_use]
    pub fn amid(self, unrest: Unrest) -> Self {
        let context = self.context.amid(unrest);
        Self { context, far: far_rows(&context, &self.rows), rows: self.rows }
    }

    fn pair(&self, a: usize, b: usize) -> (Pair, bool) {
        let [a, b] = [a, b].map(|row| self.rows.get(row).copied().unwrap_or_default());
        let days = a.time.zip(b.time).map(|(a, b)| a.days_between(b));
        let counts_differ = do_counts_differ(a.counted, b.counted);
        let pair = Pair { days, is_one_outlet: a.outlet > 0 && a.outlet == b.outlet, counts_differ };
        (pair, a.is_instalment && b.is_instalment)
    }

    /// Whether two rows lie at most so many days apart, or one has no time.
    pub(crate) fn are_within(&self, days: f32, a: usize, b: usize) -> bool {
        self.pair(a, b).0.days.is_none_or(|apart| apart <= days)
    }

    /// Whether two rows are instalments, by their form or their numbers, that nothing brings together.
    pub(crate) fn are_apart(&self, a: usize, b: usize) -> bool {
        let (pair, are_instalments) = self.pair(a, b);
        self.context.counts_apart(pair) || (are_instalments && self.context.instalments_factor_of(pair) == 0.0)
    }

    /// Whether any row is an instalment by its form, or may be one by its number.
    pub(crate) fn has_instalments(&self) -> bool {
        self.rows.iter().any(|row| row.is_instalment || row.counted.is_some())
    }
}

/// For each row those before it that are far from it. Linear: each next row's begin and end where those of the one before
/// did, or later.
fn far_rows(context: &PairContext, rows: &[Circumstances]) -> Vec<Range<u32>> {
    if !rows.is_sorted_by_key(|row| (row.time.is_none(), row.time)) {
        return Vec::new();
    }
    let far_days = if context.time_floor > FAR_FLOOR { f32::INFINITY } else { FAR_SCALES * context.time_scale_days };
    let (mut start, mut end) = (0, 0);
    let far = rows.iter().enumerate().map(|(row, Circumstances { time, .. })| {
        let Some(time) = *time else { return 0..0 };
        let is_beyond = |other: usize, days: f32| {
            other < row && rows[other].time.is_some_and(|other| time.days_between(other) > days)
        };
        while is_beyond(start, context.horizon_days) {
            start += 1;
        }
        end = end.max(start);
        while is_beyond(end, far_days) {
            end += 1;
        }
        start as u32..end as u32
    });
    far.collect()
}

impl PairFactor for RowContext {
    fn of(&self, a: usize, b: usize) -> f32 {
        let (pair, are_instalments) = self.pair(a, b);
        let factor = self.context.factor_of(pair);
        if are_instalments { factor * self.context.instalments_factor_of(pair) } else { factor }
    }

    fn far(&self, row: usize) -> Far {
        let rows = self.far.get(row).cloned().unwrap_or_default();
        let time = |row: usize| self.rows.get(row).and_then(|row| row.time);
        let nearest = time(row).zip(time(rows.end.saturating_sub(1) as usize));
        let most = nearest.map_or(1.0, |(own, nearest)| self.context.time_factor(own.days_between(nearest)));
        Far::new(rows.start as usize..rows.end as usize, most)
    }
}

#[cfg(test)]
mod tests {
    use super::{PairContext, PairFactor, RowContext, Unrest};
    use crate::article::{Article, Timestamp};

    fn at(day: i64, source: &str) -> Article {
        Article::new("x", "").with_published(Timestamp::from_unix_seconds(day * 86_400)).with_source(source)
    }

    #[test]
    fn time_softens_down_to_its_floor_and_vetoes_beyond_the_horizon() {
        let context = PairContext::default();
        let of = |days: i64| context.factor(&at(0, "a"), &at(days, "b"));
        assert_eq!(of(0), 1.0);
        assert!(of(1) < 1.0 && of(1) > of(3) && of(3) > of(100));
        assert!((of(300) - context.time_floor).abs() < 1e-6);
        assert_eq!(of(366), 0.0);
    }

    #[test]
    fn noise_lowers_the_floor_of_time() {
        let context = PairContext { time_floor: 0.8, noisy_time_floor: 0.4, ..PairContext::default() };
        let floors = [0.0, 0.5, 1.0].map(|unrest| context.amid(Unrest::new(unrest)).time_factor(100.0));
        for (found, expected) in floors.into_iter().zip([0.8, 0.6, 0.4]) {
            assert!((found - expected).abs() < 1e-6, "{found}");
        }
    }

    #[test]
    fn instalments_are_of_one_event_only_at_one_time_in_two_outlets() {
        let context = PairContext::default();
        let of = |day: i64, source: &str| context.instalments_factor(&at(0, "a"), &at(day, source));
        assert_eq!((of(0, "b"), of(1, "b"), of(0, "a"), of(1, "a")), (1.0, 0.0, 0.0, 0.0));
        assert_eq!(context.instalments_factor(&Article::new("x", ""), &at(0, "a")), 1.0);
    }

    #[test]
    fn what_is_counted_to_two_numbers_is_apart() {
        let told = |title: &str| Article::new("x", title);
        let articles = ["Elm Cup, Day 2: rain", "Elm Cup, Day 3: sun", "Elm Cup day 2", "Elm Cup"].map(told);
        let context = PairContext { instalments: 0.0, ..PairContext::default() };
        let rows = RowContext::new(context, articles.iter().map(|article| (article, false)));
        let pairs = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)];
        assert_eq!(pairs.map(|(a, b)| context.factor(&articles[a], &articles[b])), [0.0, 1.0, 0.0, 1.0, 1.0]);
        assert_eq!(pairs.map(|(a, b)| rows.are_apart(a, b)), [true, false, true, false, false]);
        assert!(rows.has_instalments());
        let off = PairContext { instalments: 1.0, ..context };
        let rows = RowContext::new(off, articles.iter().map(|article| (article, false)));
        assert_eq!((off.factor(&articles[0], &articles[1]), rows.are_apart(0, 1)), (1.0, false));
    }

    #[test]
    fn rows_say_what_their_articles_say() {
        let mut articles: Vec<Article> =
            [0, 0, 1, 9, 9, 40].iter().map(|&day| at(day, if day == 9 { "a" } else { "b" })).collect();
        articles.push(Article::new("x", "").with_source("a"));
        articles.push(Article::new("x", ""));
        let mut reversed = articles.clone();
        reversed.reverse();
        let mut undated_first = articles.clone();
        undated_first.rotate_right(2);
        let context = PairContext::default();
        for articles in [articles, reversed, undated_first] {
            let rows = RowContext::new(context, articles.iter().zip([true, false].into_iter().cycle()));
            for (a, one) in articles.iter().enumerate() {
                for (b, other) in articles.iter().enumerate() {
                    let series = if a % 2 + b % 2 == 0 { context.instalments_factor(one, other) } else { 1.0 };
                    assert_eq!(rows.of(a, b), context.factor(one, other) * series);
                    let far = rows.far(a);
                    if b < a {
                        let is_far = far.rows().contains(&b);
                        assert!(!is_far || rows.of(a, b) <= far.most());
                        assert!(b >= far.rows().start || rows.of(a, b) == 0.0);
                    }
                }
            }
        }
    }

    #[test]
    fn of_rows_without_article_nothing_is_known() {
        let articles = [at(0, "a"), at(9, "a")];
        let rows = RowContext::new(PairContext::default(), articles.iter().map(|article| (article, true)));
        assert_eq!([rows.of(2, 1), rows.of(0, 2), rows.of(7, 8)], [1.0; 3]);
        assert_eq!(rows.far(2).rows(), 0..0);
    }

    #[test]
    fn what_has_no_time_is_never_far() {
        let articles = [at(0, "a"), at(1, "b"), at(2, "c"), Article::new("x", "")];
        let rows = RowContext::new(PairContext::default(), articles.iter().map(|article| (article, false)));
        let found = [(0, 1), (1, 0), (0, 2), (0, 3), (3, 2)].map(|(a, b)| rows.are_within(1.0, a, b));
        assert_eq!(found, [true, true, false, true, true]);
    }

    #[test]
    fn in_order_far_rows_have_little_left() {
        let articles: Vec<Article> = [0, 1, 40, 44, 45, 500].iter().map(|&day| at(day, "b")).collect();
        let far = |context: PairContext, row: usize| {
            RowContext::new(context, articles.iter().map(|article| (article, false))).far(row)
        };
        let context = PairContext::default();
        let found: Vec<_> = (0..articles.len()).map(|row| far(context, row).rows()).collect();
        assert_eq!(found, [0..0, 0..0, 0..2, 0..2, 0..3, 5..5]);
        assert_eq!(
            (far(context, 2).most(), far(context, 4).most()),
            (context.time_factor(39.0), context.time_factor(5.0))
        );
        // A floor that is too high for an index of far rows comes down with noise, and the other way round.
        for (quiet, noisy, expected) in [(1.0, 0.5, 0..3), (0.5, 1.0, 0..0)] {
            let context = PairContext { time_floor: quiet, noisy_time_floor: noisy, ..context };
            let rows = RowContext::new(context, articles.iter().map(|article| (article, false))).amid(Unrest::new(1.0));
            assert_eq!(rows.far(4).rows(), expected);
        }
        let without_time = PairContext { time_floor: 1.0, ..context };
        assert_eq!([far(without_time, 4).rows(), far(without_time, 5).rows()], [0..0, 5..5]);
    }

    #[test]
    fn what_is_not_known_costs_nothing() {
        let context = PairContext::default();
        let undated = Article::new("x", "");
        assert_eq!(context.factor(&undated, &undated), 1.0);
        assert_eq!(context.factor(&undated, &at(9_000, "a")), 1.0);
        assert_eq!(context.factor(&at(0, "a"), &at(0, "a")), 0.7);
    }
}
