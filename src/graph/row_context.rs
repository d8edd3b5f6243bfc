//! What is known of many articles beside their words, at hand: [`RowContext`].

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::context::{Circumstances, Pair, PairContext};
use super::factor::{Far, PairFactor};
use super::noise::Unrest;
use super::sparse_graph::NeighborGraph;
use crate::article::{Article, Timestamp};
use crate::parallel::map_slice;

/// Rows are far from each other at so many scales of time: it has taken all but a hundredth of what it may take.
const FAR_SCALES: f32 = 3.0;
/// Up to such a floor of time far rows are worth an index of their own.
const FAR_FLOOR: f32 = 0.75;

/// The context of many rows at hand, so that millions of pairs are judged without a look at their articles.
///
/// For rows in the order of their times it also says which are far from each other (see [`PairFactor::far`]). A
/// [`NeighborSearch`](super::NeighborSearch) with it looks far rows up for their rarest terms only, or not at all; with a closure over [`PairContext::factor`], which finds the same, its cost grows with the square.
#[derive(Debug)]
pub struct RowContext {
    context: PairContext,
    rows: Vec<Row>,
    /// For each row those before it that are far from it; empty where rows are not in the order of their times.
    far: Vec<Range<u32>>,
}

/// What is known of the article of a row.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    circumstances: Circumstances,
    /// Its outlet, numbered from 1; 0 for none.
    outlet: u32,
    is_instalment: bool,
}

impl Row {
    fn time(&self) -> Option<Timestamp> {
        self.circumstances.time
    }
}

impl RowContext {
    /// From the article of each row, and whether it is an instalment of a series (see
    /// [`instalments`](crate::text::instalments)). In any order, but only in that of their times, undated ones last, does
    /// a search save anything. Of a row behind the last article nothing is known. Linear.
    #[must_use]
    pub fn new<'a>(context: PairContext, articles: impl Iterator<Item = (&'a Article, bool)>) -> Self {
        let articles: Vec<(&'a Article, bool)> = articles.collect();
        let known = map_slice(&articles, |(article, _)| Circumstances::of(article));
        Self::of_known(
            context,
            articles.into_iter().zip(known).map(|((article, series), known)| (article, series, known)),
        )
    }

    /// As [`new`](Self::new), where the circumstances of each article are known.
    pub(crate) fn of_known<'a>(
        context: PairContext,
        articles: impl Iterator<Item = (&'a Article, bool, Circumstances)>,
    ) -> Self {
        let mut outlets: FxHashMap<Cow<'a, str>, u32> = FxHashMap::default();
        let row = |(article, is_instalment, circumstances): (&'a Article, bool, Circumstances)| {
            let next = outlets.len() as u32 + 1;
            let outlet = article.outlet().map_or(0, |outlet| *outlets.entry(outlet).or_insert(next));
            Row { circumstances, outlet, is_instalment }
        };
        let rows: Vec<Row> = articles.map(row).collect();
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
        let is_one_outlet = a.outlet > 0 && a.outlet == b.outlet;
        (Pair::new(a.circumstances, b.circumstances, is_one_outlet), a.is_instalment && b.is_instalment)
    }

    /// Whether two rows lie at most so many days apart, or one has no time.
    pub(crate) fn are_within(&self, days: f32, a: usize, b: usize) -> bool {
        self.pair(a, b).0.days.is_none_or(|apart| apart <= days)
    }

    /// An [expanded](super::Expansion) graph of the rows with what is left of each similarity (see
    /// [`PairContext::indirect_factor`]). Instalments that nothing brings together lose theirs: a neighbour that two of
    /// them share makes one event of them no more than their form does. Two factors an edge, on all cores.
    #[must_use]
    pub fn soften(&self, expanded: NeighborGraph) -> NeighborGraph {
        // Whatever is left at all is kept.
        expanded.softened(f32::MIN_POSITIVE, |a, b| self.indirect_factor(a, b))
    }

    /// What is left of the similarity by neighbours of two rows.
    pub(crate) fn indirect_factor(&self, a: usize, b: usize) -> f32 {
        let (pair, are_instalments) = self.pair(a, b);
        self.context.indirect_factor_of(pair) * self.series_factor(pair, are_instalments)
    }

    fn series_factor(&self, pair: Pair, are_instalments: bool) -> f32 {
        if are_instalments { self.context.instalments_factor_of(pair) } else { 1.0 }
    }
}

/// For each row those before it that are far from it. Linear: each next row's begin and end where those of the one before
/// did, or later.
fn far_rows(context: &PairContext, rows: &[Row]) -> Vec<Range<u32>> {
    if !rows.is_sorted_by_key(|row| (row.time().is_none(), row.time())) {
        return Vec::new();
    }
    let far_days = if context.time_floor > FAR_FLOOR { f32::INFINITY } else { FAR_SCALES * context.time_scale_days };
    let (mut start, mut end) = (0, 0);
    let far = rows.iter().enumerate().map(|(row, known)| {
        let Some(time) = known.time() else { return 0..0 };
        let is_beyond = |other: usize, days: f32| {
            other < row && rows[other].time().is_some_and(|other| time.days_between(other) > days)
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
        self.context.factor_of(pair) * self.series_factor(pair, are_instalments)
    }

    fn far(&self, row: usize) -> Far {
        let rows = self.far.get(row).cloned().unwrap_or_default();
        let time = |row: usize| self.rows.get(row).and_then(Row::time);
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
    fn what_is_counted_to_two_numbers_is_apart() {
        let told = |title: &str| Article::new("x", title);
        let articles = ["Elm Cup, Day 2: rain", "Elm Cup, Day 3: sun", "Elm Cup day 2", "Elm Cup"].map(told);
        let context = PairContext { instalments: 0.0, ..PairContext::default() };
        let rows = RowContext::new(context, articles.iter().map(|article| (article, false)));
        let pairs = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3)];
        let expected = [0.0, 1.0, 0.0, 1.0, 1.0];
        assert_eq!(pairs.map(|(a, b)| context.factor(&articles[a], &articles[b])), expected);
        assert_eq!(pairs.map(|(a, b)| rows.indirect_factor(a, b)), expected);
        let off = PairContext { instalments: 1.0, ..context };
        let rows = RowContext::new(off, articles.iter().map(|article| (article, false)));
        assert_eq!((off.factor(&articles[0], &articles[1]), rows.indirect_factor(0, 1)), (1.0, 1.0));
    }

    #[test]
    fn headlines_that_name_two_days_are_apart() {
        let told = |title: &str| Article::new("x", title);
        let articles = ["Elm codes for 3 March", "Elm Codes: March 9", "Elm codes for March 3rd"].map(told);
        let context = PairContext::default();
        let found = [(0, 1), (0, 2), (1, 2)].map(|(a, b)| context.factor(&articles[a], &articles[b]));
        assert_eq!(found, [0.0, 1.0, 0.0]);
    }

    #[test]
    fn instalments_are_near_by_no_neighbours() {
        let articles = [at(0, "a"), at(1, "a"), at(0, "b")];
        let of = |is_instalment: bool| {
            let rows = RowContext::new(PairContext::default(), articles.iter().map(|article| (article, is_instalment)));
            [(0, 1), (0, 2), (1, 2)].map(|(a, b)| rows.indirect_factor(a, b))
        };
        assert_eq!(of(true)[..2], [0.0, 1.0]);
        assert_eq!(of(true)[2], 0.0);
        assert!(of(false).iter().all(|&factor| factor > 0.0));
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
                    assert_eq!(rows.indirect_factor(a, b), context.indirect_factor(one, other) * series);
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
    fn an_address_tells_the_outlet_too() {
        let linked = |url: &str| Article::new("x", "").with_url(url);
        let articles = [linked("https://a.example/1"), linked("https://www.a.example/2"), linked("https://b.example")];
        let rows = RowContext::new(PairContext::default(), articles.iter().map(|article| (article, false)));
        assert_eq!([rows.of(0, 1), rows.of(0, 2)], [0.7, 1.0]);
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
}
