//! What beside the words says how near two articles are: time, outlet, series, kind of piece.

use super::noise::Unrest;
use crate::article::{Article, Timestamp};
use crate::text::{Counted, Genre, HeadlineDate, Language, Tokenizer};

/// Days that two instalments may lie apart and still be about the same: more, and a column that comes out in the evening
/// links that of the morning before with that of the morning after.
const SAME_TIME: f32 = 0.25;

/// Days that two reports on the end of one market's day may lie apart.
const SESSION: f32 = 0.5;

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
///   different numbers: `Day 3`, `Day 4`; or that name different days: `Codes for 3 March`, `Codes for 4 March`; or that tell
///   how a market began or ended its day, more than twelve hours apart: `Stocks close lower`.
/// - **Names**: two headlines that put different names in one place, and share only words of the kind of event, tell two
///   events of that kind: `Fire destroys church in Marlow Bay`, `Fire destroys warehouse in Dunholt`.
///
/// What two articles share with the same neighbours is a similarity too (see [`Expansion`](super::Expansion)), and outlet,
/// time and series soften that as well, its direct share included: two articles of one outlet are near to what the others write on a subject, whatever each
/// of them tells. So does the **kind of piece**: a round-up is near to each of its events and is a report of none, and two pieces of
/// advice on one subject share no event.
///
/// To change a field, change it in the default: `let mut context = PairContext::default(); context.same_source = 1.0;`.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
#[non_exhaustive]
pub struct PairContext {
    /// Days at which time has taken 39 % of what it may take; above 0, may be infinite (in the serde form `null`); default
    /// 1.5. Raising it joins what is told of one event, and of one person or subject, days apart.
    #[cfg_attr(feature = "serde", serde(with = "super::infinite"))]
    pub time_scale_days: f32,
    /// What time leaves of a similarity at the least inside the horizon in a quiet batch, in [0, 1]; default 0.65. Raising
    /// it joins what is told of one event, and of one person or subject, however many days later.
    pub time_floor: f32,
    /// The same in a batch as noisy as can be, in [0, 1]; default 0.5, and raising it does the same; in between it moves from the one to the other with
    /// [`NoiseProfile::unrest`](super::NoiseProfile::unrest). Both at 1 switch time off.
    pub noisy_time_floor: f32,
    /// Days beyond which two dated articles are never neighbours; above 0, may be infinite (in the serde form `null`);
    /// default 365. Raising it lets a story return after a longer time, and the search take longer.
    #[cfg_attr(feature = "serde", serde(with = "super::infinite"))]
    pub horizon_days: f32,
    /// Factor for two articles of one outlet, in [0, 1]; default 0.7. Raising it joins more of what one outlet writes: its
    /// follow-ups, and its columns and templates; 1 switches it off.
    pub same_source: f32,
    /// Factor for two instalments of series, of one outlet or more than six hours apart, and for two headlines that count
    /// a day, an episode, a game, a match, a round or a week to different numbers, name different days of the year or tell two
    /// days of a market (in English), in [0, 1]; default 0. Raising it joins the days and parts of one series; 1 switches it
    /// off, 0 keeps them apart whatever neighbours they share.
    pub instalments: f32,
    /// Factor for two articles whose headlines put different names in one place and that share no name, in [0, 1]; default
    /// 0.1. Raising it joins events of one kind in different places; 1 switches it off.
    pub contradiction: f32,
    /// Factor for two articles of one outlet on their similarity by neighbours in a batch as noisy as can be, in [0, 1];
    /// default 0.5; in a quieter one it is nearer to 1 ([`NoiseProfile::unrest`](super::NoiseProfile::unrest)). Raising it
    /// joins more of what one outlet writes on what others write about; 1 switches it off.
    pub indirect_source: f32,
    /// Power of the factor of time on the similarity by neighbours in a batch as noisy as can be, 0 to 10; default 1; in a quieter one
    /// it is less, down to 0 ([`NoiseProfile::unrest`](super::NoiseProfile::unrest)). Raising it parts what one subject
    /// has in one week; 0 switches it off.
    pub indirect_time: f32,
    /// Factor on the similarity by neighbours where one of the two is a round-up (`Science News Roundup: ...`) or both
    /// give advice (`How to ...`; in English), in [0, 1], whatever the noise; default 0.4. Raising it joins round-ups to one
    /// of their events, and advice on one subject; 1 switches it off.
    pub indirect_genre: f32,
}

impl Default for PairContext {
    /// 1.5 days, 0.65 down to 0.5, 365 days, 0.7, 0, 0.1; by neighbours 0.5, power 1, 0.4.
    fn default() -> Self {
        Self {
            time_scale_days: 1.5,
            time_floor: 0.65,
            noisy_time_floor: 0.5,
            horizon_days: 365.0,
            same_source: 0.7,
            instalments: 0.0,
            contradiction: 0.1,
            indirect_source: 0.5,
            indirect_time: 1.0,
            indirect_genre: 0.4,
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

    /// For a batch of so much unrest: the floor of time is that of quiet batches, that of noisy ones, or between them, and
    /// outlet and time soften the similarity by neighbours the more. Once for a batch: a second time changes it again.
    #[must_use]
    pub fn amid(self, unrest: Unrest) -> Self {
        let unrest = unrest.share();
        let time_floor = self.time_floor + (self.noisy_time_floor - self.time_floor) * unrest;
        let indirect_source = 1.0 - (1.0 - self.indirect_source) * unrest;
        Self { time_floor, indirect_source, indirect_time: self.indirect_time * unrest, ..self }
    }

    /// The factor for a pair, in [0, 1]; the same whichever article comes first. Linear in their headlines.
    #[must_use]
    pub fn factor(&self, a: &Article, b: &Article) -> f32 {
        self.factor_of(Pair::of(a, b))
    }

    /// The factor beside [`factor`](Self::factor) for two instalments of series (see
    /// [`instalments`](crate::text::instalments)): two horoscopes of one outlet, or of two days, share a form and no event.
    #[must_use]
    pub fn instalments_factor(&self, a: &Article, b: &Article) -> f32 {
        self.instalments_factor_of(Pair::of(a, b))
    }

    /// The factor on the similarity by neighbours of a pair, in [0, 1], as in a batch as noisy as can be unless
    /// [`amid`](Self::amid) said otherwise; the same whichever article comes first. Linear in their headlines.
    #[must_use]
    pub fn indirect_factor(&self, a: &Article, b: &Article) -> f32 {
        self.indirect_factor_of(Pair::of(a, b))
    }

    pub(super) fn factor_of(&self, pair: Pair) -> f32 {
        let source = if pair.is_one_outlet { self.same_source } else { 1.0 };
        let count = if pair.tell_two_instalments { self.instalments } else { 1.0 };
        pair.days.map_or(1.0, |days| self.time_factor(days)) * source * count
    }

    pub(super) fn instalments_factor_of(&self, pair: Pair) -> f32 {
        let is_other_time = pair.days.is_some_and(|days| days > SAME_TIME);
        // Those told apart by their numbers have had it.
        if (is_other_time || pair.is_one_outlet) && !pair.tell_two_instalments { self.instalments } else { 1.0 }
    }

    pub(super) fn indirect_factor_of(&self, pair: Pair) -> f32 {
        let time = match pair.days.map(|days| self.time_factor(days)) {
            // Beyond the horizon, whatever the power.
            Some(0.0) => 0.0,
            Some(factor) => factor.powf(self.indirect_time),
            None => 1.0,
        };
        let source = if pair.is_one_outlet { self.indirect_source } else { 1.0 };
        let series = if pair.tell_two_instalments { self.instalments } else { 1.0 };
        let genre = if pair.shares_no_event { self.indirect_genre } else { 1.0 };
        time * source * series * genre
    }
}

/// What is known of one article beside its words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Circumstances {
    pub(super) time: Option<Timestamp>,
    counted: Option<Counted>,
    date: Option<HeadlineDate>,
    genre: Option<Genre>,
}

impl Circumstances {
    /// Linear in the headline.
    pub(crate) fn of(article: &Article) -> Self {
        let title = article.title();
        Self {
            time: article.published(),
            counted: Counted::of(title),
            date: HeadlineDate::of(title),
            genre: Genre::of(title)
                .filter(|_| Tokenizer::for_article(article, Language::English).language() == Language::English),
        }
    }
}

/// What is known of two articles beside their words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// How far they lie apart.
    pub days: Option<f32>,
    pub is_one_outlet: bool,
    /// Their headlines count one thing to different numbers, name different days, or tell two days of a market.
    tell_two_instalments: bool,
    /// One is a round-up, or both give advice.
    shares_no_event: bool,
}

impl Pair {
    pub fn new(a: Circumstances, b: Circumstances, is_one_outlet: bool) -> Self {
        let days = a.time.zip(b.time).map(|(a, b)| a.days_between(b));
        let genres = [a.genre, b.genre];
        let tell_two_instalments = a.counted.zip(b.counted).is_some_and(|(a, b)| a.contradicts(b))
            || a.date.zip(b.date).is_some_and(|(a, b)| a.contradicts(b, days))
            || genres == [Some(Genre::Session); 2] && days.is_some_and(|days| days > SESSION);
        let shares_no_event = genres.contains(&Some(Genre::Roundup)) || genres == [Some(Genre::Advice); 2];
        Self { days, is_one_outlet, tell_two_instalments, shares_no_event }
    }

    fn of(a: &Article, b: &Article) -> Self {
        Self::new(Circumstances::of(a), Circumstances::of(b), a.shares_outlet(b))
    }
}

#[cfg(test)]
mod tests {
    use super::{PairContext, Unrest};
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
    fn two_days_of_a_market_are_two_events() {
        let of = |hour: i64, other: &str| {
            let told = |hour: i64, title: &str| {
                Article::new("x", title).with_published(Timestamp::from_unix_seconds(hour * 3_600))
            };
            PairContext::default().factor(&told(0, "Orsland stocks close higher"), &told(hour, other))
        };
        assert!(of(11, "Stocks of Orsland end lower") > 0.9);
        assert_eq!(of(13, "Stocks of Orsland end lower"), 0.0);
        assert!(of(13, "Why stocks of Orsland fell") > 0.9, "one of them tells no session");
    }

    #[test]
    fn what_is_not_known_costs_nothing() {
        let context = PairContext::default();
        let undated = Article::new("x", "");
        assert_eq!(context.factor(&undated, &undated), 1.0);
        assert_eq!(context.factor(&undated, &at(9_000, "a")), 1.0);
        assert_eq!(context.factor(&at(0, "a"), &at(0, "a")), 0.7);
    }

    #[test]
    fn an_address_tells_the_outlet_too() {
        let context = PairContext::default();
        let [one, other] =
            ["https://a.example/1", "http://www.a.example/2"].map(|url| Article::new("x", "").with_url(url));
        assert_eq!(context.factor(&one, &other), 0.7);
        assert_eq!(context.factor(&one, &at(0, "a.example")), 0.7);
        assert_eq!(context.factor(&one, &at(0, "a")), 1.0);
    }

    #[test]
    fn outlet_time_and_kind_soften_what_neighbours_say() {
        let context =
            PairContext { indirect_source: 0.5, indirect_time: 2.0, indirect_genre: 0.4, ..PairContext::default() };
        let of = |a: &Article, b: &Article| {
            assert_eq!(context.indirect_factor(a, b), context.indirect_factor(b, a));
            context.indirect_factor(a, b)
        };
        let (now, later) = (context.time_factor(0.0), context.time_factor(3.0));
        assert_eq!(now, 1.0);
        assert_eq!([of(&at(0, "a"), &at(0, "b")), of(&at(0, "a"), &at(0, "a"))], [1.0, 0.5]);
        assert!((of(&at(0, "a"), &at(3, "b")) - later * later).abs() < 1e-6);
        let told = |title: &str| Article::new("x", title);
        let kinds = [
            ("a round-up", "Science roundup: gulls; kelp", "Gulls return to Elm", 0.4),
            ("advice twice", "How to feed gulls", "Five things to know of gulls", 0.4),
            ("advice once", "How to feed gulls", "Gulls return to Elm", 1.0),
        ];
        for (name, one, other, expected) in kinds {
            assert_eq!(of(&told(one), &told(other)), expected, "{name}");
        }
        let in_noise = |unrest: f32, day: i64, source: &str| {
            context.amid(Unrest::new(unrest)).indirect_factor(&at(0, "a"), &at(day, source))
        };
        assert_eq!([0.0, 0.5, 1.0].map(|unrest| in_noise(unrest, 0, "a")), [1.0, 0.75, 0.5]);
        assert_eq!(in_noise(0.0, 3, "b"), 1.0, "time counts for nothing where there is no noise");
        assert_eq!([0.0, 1.0].map(|unrest| in_noise(unrest, 366, "b")), [0.0; 2], "beyond the horizon");
        let foreign = told("How to feed gulls").with_language("nl");
        assert_eq!(of(&foreign, &told("Five things to know of gulls")), 1.0, "not in other languages");
    }
}
