//! Headlines that an outlet writes again and again: the horoscope, the lottery, the market report.

use rustc_hash::{FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

use crate::article::Article;
use crate::parallel::{map_chunks, map_ranges, map_slice, sort_unstable_by};

use super::headline::Headline;
use super::normalize::normalize;
use super::segment::words;

/// Articles that one task reads at a time; no influence on the result.
const CHUNK: usize = 2048;
/// Words of a phrase that is looked for again.
const PHRASE: usize = 4;
/// Days on which a whole headline recurs but for its dates and numbers.
const DAYS_OF_HEADLINE: usize = 3;
/// Days on which a headline begins with a phrase that has a date or number in it.
const DAYS_OF_LEAD: usize = 4;
/// Days on which a phrase recurs anywhere; on fewer it may be the name of a story that goes on.
const DAYS_OF_PHRASE: usize = 5;
/// Days on which a phrase recurs in one outlet to be the form of a series in others too.
const DAYS_ELSEWHERE: usize = 10;
/// Seconds in a day.
const DAY: i64 = 86_400;

/// Words that change from one instalment to the next.
const VARIABLE: [&str; 79] = [
    "apr",
    "april",
    "aquarius",
    "aries",
    "aug",
    "august",
    "cancer",
    "capricorn",
    "dec",
    "december",
    "down",
    "drop",
    "drops",
    "eighth",
    "fall",
    "falls",
    "feb",
    "february",
    "fifth",
    "first",
    "fourth",
    "fri",
    "friday",
    "gain",
    "gains",
    "gemini",
    "higher",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "leo",
    "libra",
    "loses",
    "lower",
    "mar",
    "march",
    "may",
    "mon",
    "monday",
    "ninth",
    "nov",
    "november",
    "oct",
    "october",
    "pisces",
    "rise",
    "rises",
    "sagittarius",
    "sat",
    "saturday",
    "scorpio",
    "second",
    "sep",
    "sept",
    "september",
    "seventh",
    "sixth",
    "slip",
    "slips",
    "sun",
    "sunday",
    "taurus",
    "tenth",
    "third",
    "thu",
    "thursday",
    "today",
    "tomorrow",
    "tonight",
    "tue",
    "tuesday",
    "up",
    "virgo",
    "wed",
    "wednesday",
    "yesterday",
];

/// Whether a folded word counts or dates: what changes from one instalment to the next.
pub(crate) fn is_variable(folded: &str) -> bool {
    VARIABLE.binary_search(&folded).is_ok()
}

/// A headline with its dates, numbers and directions blanked out.
struct Shape {
    /// The outlet, hashed.
    outlet: u64,
    /// The words, hashed, 0 for those that are blanked out.
    words: Vec<u64>,
    /// What tells this instalment from others: its day, or where that is unknown what was blanked out.
    instalment: u64,
    is_dated: bool,
}

/// Which articles are instalments of a series: their headline, but for dates, numbers and the like, is a form that their
/// outlet fills in again and again. Position by position.
///
/// Learnt from the batch, for each outlet on its own. A headline is an instalment where
///
/// - the same words, with something else in the blanks, head articles of at least three days; or
/// - it begins with four words, one or two of them blanks, that begin headlines of at least four days; or
/// - half of it or more are phrases of four words that headlines of at least five days have; or
/// - it has a blank, and half of it or more are phrases that headlines of at least ten days of any one outlet have.
///
/// An article that names no outlet is no instalment, and one without a time only by the first rule, where what stands in
/// the blanks counts for the day. Linear in the length of the headlines, times the logarithm of their number.
#[must_use]
pub fn instalments(articles: &[Article], headlines: &[Headline]) -> Vec<bool> {
    let count = articles.len().min(headlines.len());
    instalments_by(&articles[..count], |at| {
        words(headlines[at].text(articles[at].title())).map(|(_, word)| HeadlineWord::of(word))
    })
}

/// [`instalments`], with the words of each headline at hand.
pub(crate) fn instalments_by<I: Iterator<Item = HeadlineWord>>(
    articles: &[Article],
    words: impl Fn(usize) -> I + Sync + Send,
) -> Vec<bool> {
    let shape = |at: usize| shape(&articles[at], words(at));
    let shapes = map_ranges(articles.len(), CHUNK, |range| range.map(shape).collect::<Vec<_>>());
    let shapes: Vec<Option<Shape>> = shapes.into_iter().flatten().collect();
    let found = || shapes.iter().flatten();
    let whole = recurring(found().filter(|shape| shape.has_blank()).map(Shape::whole), DAYS_OF_HEADLINE);
    let leads = recurring(dated(&shapes).filter_map(Shape::lead), DAYS_OF_LEAD);
    let seen = map_chunks(&shapes, CHUNK, |shapes| dated(shapes).flat_map(Shape::phrases).collect::<Vec<_>>());
    let [phrases, often] = recurring_each(seen.concat(), [DAYS_OF_PHRASE, DAYS_ELSEWHERE]);
    let forms: FxHashSet<u64> = dated(&shapes)
        .flat_map(|shape| shape.words.windows(PHRASE).map(move |phrase| (shape.outlet, phrase)))
        .filter(|phrase| often.contains(&hash(phrase)))
        .map(|(_, phrase)| hash(phrase))
        .collect();
    let is_instalment = |shape: &Shape| {
        let lead = || shape.lead().is_some_and(|(lead, _)| leads.contains(&lead));
        let is_half = |is_known: &dyn Fn(&[u64]) -> bool| 2 * shape.covered(is_known) >= shape.words.len();
        let is_known = |phrase: &[u64]| phrases.contains(&hash(&(shape.outlet, phrase)));
        let is_form = |phrase: &[u64]| forms.contains(&hash(phrase));
        (shape.has_blank() && whole.contains(&shape.whole().0))
            || (shape.is_dated && (lead() || is_half(&is_known) || (shape.has_blank() && is_half(&is_form))))
    };
    map_slice(&shapes, |shape| shape.as_ref().is_some_and(is_instalment))
}

/// Those that have a time.
fn dated(shapes: &[Option<Shape>]) -> impl Iterator<Item = &Shape> {
    shapes.iter().flatten().filter(|shape| shape.is_dated)
}

/// What a word of a headline is to its series.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct HeadlineWord {
    /// Of its folded form.
    hash: u64,
    is_blank: bool,
}

impl HeadlineWord {
    /// Of a word as [`words`] cuts it. Linear in its length.
    pub(crate) fn of(word: &str) -> Self {
        let folded = normalize(word);
        let is_blank = folded.starts_with(char::is_numeric) || is_variable(&folded);
        Self { hash: hash(folded.as_ref()), is_blank }
    }
}

/// The shape of a headline that says its outlet and has a word beside its blanks.
fn shape(article: &Article, words: impl Iterator<Item = HeadlineWord>) -> Option<Shape> {
    let outlet = article.outlet()?;
    let mut blanks = FxHasher::default();
    let mut word = |HeadlineWord { hash, is_blank }| {
        if is_blank {
            hash.hash(&mut blanks);
        }
        // 0 is for blanks.
        if is_blank { 0 } else { hash.max(1) }
    };
    let words: Vec<u64> = words.map(&mut word).collect();
    if words.iter().all(|&word| word == 0) {
        return None;
    }
    let day = article.published().map(|time| time.as_unix_millis().div_euclid(1000 * DAY));
    Some(Shape {
        outlet: hash(outlet.as_ref()),
        words,
        instalment: day.map_or_else(|| blanks.finish(), |day| hash(&day)),
        is_dated: day.is_some(),
    })
}

impl Shape {
    fn has_blank(&self) -> bool {
        self.words.contains(&0)
    }

    /// All of it, with its instalment.
    fn whole(&self) -> (u64, u64) {
        (hash(&(self.outlet, &self.words)), self.instalment)
    }

    /// Its first phrase, if that has a blank, and two words at least.
    fn lead(&self) -> Option<(u64, u64)> {
        let first = self.words.get(..PHRASE)?;
        let blanks = first.iter().filter(|&&word| word == 0).count();
        (blanks > 0 && is_phrase(first)).then(|| (hash(&(self.outlet, first)), self.instalment))
    }

    /// Its phrases, at least half of them words.
    fn phrases(&self) -> impl Iterator<Item = (u64, u64)> {
        self.words
            .windows(PHRASE)
            .filter(|phrase| is_phrase(phrase))
            .map(|phrase| (hash(&(self.outlet, phrase)), self.instalment))
    }

    /// How many of its words stand in such phrases that are known.
    fn covered(&self, is_known: impl Fn(&[u64]) -> bool) -> usize {
        let (mut covered, mut end) = (0, 0);
        for (at, phrase) in self.words.windows(PHRASE).enumerate() {
            if is_known(phrase) {
                covered += at + PHRASE - end.max(at);
                end = at + PHRASE;
            }
        }
        covered
    }
}

fn is_phrase(phrase: &[u64]) -> bool {
    2 * phrase.iter().filter(|&&word| word == 0).count() <= PHRASE
}

/// Those that at least `least` different instalments have.
fn recurring(seen: impl Iterator<Item = (u64, u64)>, least: usize) -> FxHashSet<u64> {
    let [found] = recurring_each(seen.collect(), [least]);
    found
}

/// The same for several numbers of instalments.
fn recurring_each<const N: usize>(mut seen: Vec<(u64, u64)>, least: [usize; N]) -> [FxHashSet<u64>; N] {
    sort_unstable_by(&mut seen, Ord::cmp);
    seen.dedup();
    let runs = || seen.chunk_by(|a, b| a.0 == b.0);
    least.map(|least| runs().filter(|run| run.len() >= least).map(|run| run[0].0).collect())
}

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::house_style::HouseStyle;
    use super::*;
    use crate::article::Timestamp;

    /// Titles of one outlet on consecutive days.
    fn found(titles: &[&str]) -> Vec<bool> {
        let articles: Vec<Article> = (0..)
            .zip(titles)
            .map(|(day, title)| {
                let time = Timestamp::from_unix_seconds(day * DAY + 3_600);
                Article::new(format!("{day}"), *title).with_source("Daily Bellow").with_published(time)
            })
            .collect();
        instalments(&articles, &HouseStyle::learn(&articles).headlines(&articles))
    }

    #[test]
    fn forms_that_are_filled_in_again_are_series() {
        let cases: &[(&str, &[&str], bool)] = &[
            (
                "a horoscope",
                &[
                    "Your stars for Monday with Mystic Morwenna",
                    "Your stars for Tuesday with Mystic Morwenna",
                    "Your stars for Friday with Mystic Morwenna",
                ],
                true,
            ),
            ("two days are not enough", &["Winning numbers for Monday", "Winning numbers for Tuesday"], false),
            (
                "a market report",
                &[
                    "Ashmere stocks close higher, led by banks",
                    "Ashmere stocks close lower as landlords fall",
                    "Ashmere stocks close lower for second day, technology weighs",
                    "Ashmere stocks close higher after two days of losses",
                ],
                true,
            ),
            (
                "previews of many matches",
                &[
                    "Rovers against City preview, tips, team news and odds",
                    "Northgate against Wexcombe preview, tips, team news and odds",
                    "Hallow against Dunholt preview, tips, team news and odds",
                    "City against Northgate preview, tips, team news and odds",
                    "Wexcombe against Rovers preview, tips, team news and odds",
                ],
                true,
            ),
            (
                "three days of a lead are not enough",
                &[
                    "Ashmere stocks close higher, led by banks",
                    "Ashmere stocks close lower as landlords fall",
                    "Ashmere stocks close higher after two days of losses",
                ],
                false,
            ),
            (
                "four days of a phrase are not enough",
                &[
                    "Rovers against City preview, tips, team news and odds",
                    "Northgate against Wexcombe preview, tips, team news and odds",
                    "Hallow against Dunholt preview, tips, team news and odds",
                    "City against Northgate preview, tips, team news and odds",
                ],
                false,
            ),
            (
                "a beginning without a blank",
                &[
                    "Tidewater Bank collapse inquiry opens in Ashmere",
                    "Tidewater Bank collapse inquiry told of warnings",
                    "Tidewater Bank collapse inquiry hears its auditors",
                    "Tidewater Bank collapse inquiry ends",
                ],
                false,
            ),
            (
                "a date before a story",
                &[
                    "March 3 2026 storm nears Wexcombe",
                    "March 4 2026 storm cuts off Hallow",
                    "March 5 2026 storm kills two",
                    "March 6 2026 storm moves north",
                    "March 7 2026 storm ends",
                ],
                false,
            ),
            ("nothing but blanks", &["Monday 3 March", "Tuesday 4 March", "Friday 7 March"], false),
            (
                "a story that goes on",
                &[
                    "Tidewater Bank collapses after run on deposits",
                    "Tidewater Bank collapse: regulators step in",
                    "Depositors of Tidewater Bank queue for cash",
                    "Tidewater Bank collapse reaches parliament",
                    "What the Tidewater Bank collapse means for you",
                ],
                false,
            ),
        ];
        for (name, titles, expected) in cases {
            assert_eq!(found(titles), vec![*expected; titles.len()], "{name}");
        }
    }

    #[test]
    fn half_of_an_instalment_is_its_form() {
        let titles = [
            "Rovers against City preview, tips, team news and odds",
            "Northgate against Wexcombe preview, tips, team news and odds",
            "Hallow against Dunholt preview, tips, team news and odds",
            "City against Northgate preview, tips, team news and odds",
            "Wexcombe against Rovers preview, tips, team news and odds",
            "Police question Ashmere stadium staff after preview, tips, team news and odds leak to rival betting syndicate",
        ];
        assert_eq!(found(&titles), [true, true, true, true, true, false]);
    }

    #[test]
    fn a_lead_may_have_two_blanks() {
        let titles = [
            "Crown prices today March 3: banks weigh",
            "Crown prices today March 4: a quiet morning at the exchange",
            "Crown prices today March 5: exporters cheer",
            "Crown prices today March 6: all eyes on the central bank",
        ];
        assert_eq!(found(&titles), [true; 4]);
    }

    #[test]
    fn a_day_counts_once_and_each_outlet_is_on_its_own() {
        let of = |day: i64, outlet: &str, number: i64| {
            let time = Timestamp::from_unix_seconds(day * DAY + number * 3_600);
            Article::new(format!("{day} {outlet} {number}"), format!("Lotto: numbers for draw {number}"))
                .with_source(outlet)
                .with_published(time)
        };
        let learn = |articles: &[Article]| instalments(articles, &HouseStyle::learn(articles).headlines(articles));
        assert_eq!(learn(&[of(0, "a", 1), of(0, "a", 2), of(0, "a", 3)]), [false; 3]);
        assert_eq!(learn(&[of(0, "a", 1), of(1, "b", 2), of(2, "c", 3)]), [false; 3]);
        assert_eq!(learn(&[of(2, "a", 1), of(0, "a", 2), of(1, "a", 3), of(1, "b", 3)]), [true, true, true, false]);
    }

    #[test]
    fn a_form_of_one_outlet_is_known_in_another() {
        let of = |day: i64, outlet: &str| {
            let time = Timestamp::from_unix_seconds(day * DAY);
            Article::new(format!("{day} {outlet}"), format!("Free Blaze redeem codes for day {day}"))
                .with_source(outlet)
                .with_published(time)
        };
        for (days, expected) in [(9, false), (10, true)] {
            let mut articles: Vec<Article> = (0..days).map(|day| of(day, "a")).collect();
            articles.push(of(3, "b"));
            assert_eq!(instalments(&articles, &HouseStyle::default().headlines(&articles)).last(), Some(&expected));
        }
    }

    #[test]
    fn without_times_what_stands_in_the_blanks_must_differ() {
        let article = |id: usize, title: &str| Article::new(id.to_string(), title).with_source("a");
        let learn = |titles: [&str; 3]| {
            let articles: Vec<Article> = titles.iter().enumerate().map(|(id, title)| article(id, title)).collect();
            instalments(&articles, &HouseStyle::learn(&articles).headlines(&articles))
        };
        let numbers = |number| format!("Lotto: winning numbers for draw {number}");
        assert_eq!(learn([&numbers(1), &numbers(2), &numbers(3)]), [true; 3]);
        assert_eq!(learn([&numbers(1), &numbers(1), &numbers(3)]), [false; 3]);
        let linked = [1, 2, 3].map(|at| Article::new(at.to_string(), numbers(at)).with_url("https://bellow.example"));
        assert_eq!(instalments(&linked, &HouseStyle::default().headlines(&linked)), [true; 3]);
        let unsourced = [Article::new("x", numbers(1))];
        assert_eq!(instalments(&unsourced, &HouseStyle::default().headlines(&unsourced)), [false]);
    }

    #[test]
    fn variable_words_are_sorted() {
        assert!(VARIABLE.is_sorted());
    }
}
