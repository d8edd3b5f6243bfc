//! Who covered a story, and when: [`Coverage`].

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::article::{Article, Bias, Timestamp};
use crate::story::distribution::Distribution;
use crate::story::publisher::Publisher;
use crate::story::side::{Balance, Side};
use crate::story::source_info::{Factuality, SourceInfo};
use crate::story::sources::{Column, SourceDirectory};
use crate::story::timeline::{Milestone, TimelineBucket, timeline};

/// Who covered the story, and when.
///
/// The distributions count each publisher once, and those that nobody rated as unknown. What nobody could know is
/// absent, not unknown: `factuality`, `owners` and `countries` are empty where no row of the directory has that column,
/// and `bias` where no member has one either.
///
/// Members that name neither source nor URL belong to no publisher and are counted in `articles` alone.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Coverage {
    /// Members.
    pub articles: usize,
    /// Members that are no copy of another.
    pub originals: usize,
    /// Distinct publishers.
    pub publishers: usize,
    /// Publishers by bias, from `left` to `right`: that of most of its members that have one of their own, else that of
    /// its row. A publisher whose members disagree evenly is unknown where it has no row.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Distribution::is_empty"))]
    pub bias: Distribution,
    /// Publishers by factuality, most frequent first.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Distribution::is_empty"))]
    pub factuality: Distribution,
    /// Publishers by owner, most frequent first.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Distribution::is_empty"))]
    pub owners: Distribution,
    /// Publishers by country, most frequent first.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Distribution::is_empty"))]
    pub countries: Distribution,
    /// Publishers by the language of most of their members, most frequent first: the first part of the tag in lower
    /// case, so that `en-GB` is `en`. As the caller tagged the articles, not as their words tell; a publisher without a tag
    /// is unknown. Empty, and absent from the serde form, where no member names a publisher, whatever its tag.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Distribution::is_empty"))]
    pub languages: Distribution,
    /// The side that hardly covers it while the other does; see [`Balance::blindspot`].
    #[cfg_attr(feature = "serde", serde(default))]
    pub blindspot: Option<Side>,
    /// The earliest dated member: who broke it. Of several, the first by id.
    pub first: Option<Milestone>,
    /// The latest dated member. Of several, the first by id.
    pub last: Option<Milestone>,
    /// Articles over time: up to 24 equal stretches of a round width, without gaps, from a round time (UTC) before the
    /// first to the last dated member; empty when none is dated.
    pub timeline: Vec<TimelineBucket>,
}

impl Coverage {
    /// The coverage by the articles at `members`, positions in `articles`; positions outside of it are left out.
    ///
    /// `duplicate_of` goes along with `articles`: where a member has an entry, the member is a copy of that position. An
    /// entry that is missing means no copy.
    ///
    /// O(m log m) for m members, with one look-up in the directory each.
    #[must_use]
    pub fn of(
        articles: &[Article],
        members: &[usize],
        duplicate_of: &[Option<usize>],
        directory: &SourceDirectory,
    ) -> Self {
        let covering = || members.iter().filter_map(|&member| articles.get(member));
        let is_copy = |member: usize| duplicate_of.get(member).is_some_and(Option::is_some);
        let is_original = |member: &&usize| **member < articles.len() && !is_copy(**member);
        let covering: Vec<&Article> = covering().collect();
        let publishers = covering.iter().map(|article| directory.publisher(article)).collect();
        Self::by(&covering, publishers, members.iter().filter(is_original).count(), directory)
    }

    /// The coverage by these articles, whose publishers go along with them.
    pub(super) fn by(
        articles: &[&Article],
        publishers: Vec<Option<Publisher>>,
        originals: usize,
        directory: &SourceDirectory,
    ) -> Self {
        let covering = || articles.iter().copied();
        let publishers = Outlet::all(publishers.into_iter().zip(covering()), directory);
        let bias = bias(&publishers, covering().any(|article| article.bias().is_some()), directory);
        let times: Vec<Timestamp> = covering().filter_map(Article::published).collect();
        let milestone =
            |article: &Article| Some(Milestone { article: article.id().clone(), published: article.published()? });
        let dated = || covering().filter_map(milestone);
        Self {
            articles: articles.len(),
            originals,
            publishers: publishers.len(),
            blindspot: Balance::of(&bias).blindspot(),
            bias,
            factuality: column(&publishers, directory, Column::Factuality, |row| {
                row.factuality().map(Factuality::name)
            }),
            owners: column(&publishers, directory, Column::Owner, SourceInfo::owner),
            countries: column(&publishers, directory, Column::Country, SourceInfo::country),
            languages: languages(&publishers),
            first: dated().min_by(|a, b| (a.published, &a.article).cmp(&(b.published, &b.article))),
            last: dated().min_by(|a, b| (b.published, &a.article).cmp(&(a.published, &b.article))),
            timeline: timeline(&times),
        }
    }

    /// How many publishers stand on each side.
    #[must_use]
    pub fn balance(&self) -> Balance {
        Balance::of(&self.bias)
    }

    /// A sentence like `38% of the publishers lean Left`; see [`Balance::sentence`].
    #[must_use]
    pub fn bias_sentence(&self) -> Option<String> {
        self.balance().sentence()
    }
}

/// A publisher with its members in one story.
struct Outlet<'a> {
    members: Vec<&'a Article>,
    rows: Vec<&'a SourceInfo>,
}

impl<'a> Outlet<'a> {
    /// All publishers of these articles, in their order; articles without one are left out.
    fn all(
        articles: impl Iterator<Item = (Option<Publisher>, &'a Article)>,
        directory: &'a SourceDirectory,
    ) -> Vec<Self> {
        let mut published: Vec<(Publisher, &Article)> =
            articles.filter_map(|(publisher, article)| Some((publisher?, article))).collect();
        published.sort_by(|(a, x), (b, y)| (a, x.id()).cmp(&(b, y.id())));
        let runs = published.chunk_by(|(a, _), (b, _)| a == b);
        let outlets = runs.map(|run| {
            let members: Vec<&Article> = run.iter().map(|(_, article)| *article).collect();
            let known = members.iter().filter(|_| !directory.is_empty());
            let rows = known.filter_map(|article| directory.info(article)).collect();
            Self { members, rows }
        });
        outlets.collect()
    }
}

/// Publishers by one column of the directory; empty where the directory does not have it.
///
/// Rows of one publisher's editions may differ: the value of the most members counts, and a tie is unknown.
fn column<'a>(
    publishers: &[Outlet<'a>],
    directory: &SourceDirectory,
    known: Column,
    value: impl Fn(&'a SourceInfo) -> Option<&'a str>,
) -> Distribution {
    if !directory.has(known) {
        return Distribution::default();
    }
    Distribution::of(publishers.iter().map(|outlet| agreed(outlet.rows.iter().filter_map(|row| value(row)))))
}

fn bias(publishers: &[Outlet<'_>], any_own: bool, directory: &SourceDirectory) -> Distribution {
    if !any_own && !directory.has(Column::Bias) {
        return Distribution::default();
    }
    let bias = |outlet: &Outlet<'_>| {
        let own = agreed(outlet.members.iter().filter_map(|article| article.bias()));
        own.or_else(|| agreed(outlet.rows.iter().filter_map(|row| row.bias())))
    };
    Distribution::over(&Bias::ALL.map(Bias::name), publishers.iter().map(|outlet| bias(outlet).map(Bias::name)))
}

fn languages<'a>(publishers: &[Outlet<'a>]) -> Distribution {
    let language = |&article: &&'a Article| -> Option<Cow<'a, str>> {
        let tag = article.language()?.trim().split(['-', '_']).next()?;
        let is_folded = tag.bytes().all(|byte| byte.is_ascii_lowercase());
        (!tag.is_empty()).then(|| if is_folded { Cow::Borrowed(tag) } else { Cow::Owned(tag.to_lowercase()) })
    };
    let languages: Vec<Option<Cow<'_, str>>> =
        publishers.iter().map(|outlet| agreed(outlet.members.iter().filter_map(language))).collect();
    Distribution::of(languages.iter().map(Option::as_deref))
}

/// The value that more have than any other; `None` where several share the lead.
fn agreed<T: Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut values = values.peekable();
    let first = values.next()?;
    let mut alike = 1;
    while values.next_if_eq(&first).is_some() {
        alike += 1;
    }
    // One value, as most outlets have: no table.
    if values.peek().is_none() {
        return Some(first);
    }
    let mut counts = BTreeMap::from([(first, alike)]);
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let most = *counts.values().max()?;
    let mut leading = counts.into_iter().filter(|(_, count)| *count == most);
    let (value, _) = leading.next()?;
    leading.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::Coverage;
    use crate::article::{Article, Bias, Timestamp};
    use crate::story::distribution::Distribution;
    use crate::story::side::Side;
    use crate::story::source_info::{Factuality, SourceInfo};
    use crate::story::sources::SourceDirectory;

    fn article(id: &str, source: &str) -> Article {
        let article = Article::new(id, "Quake shakes Lisbon");
        if source.is_empty() { article } else { article.with_source(source) }
    }

    fn rated() -> SourceDirectory {
        SourceDirectory::new([
            SourceInfo::new("post.co.uk").with_name("Post").with_owner("Gull").with_bias(Bias::Left),
            SourceInfo::new("post.example").with_name("Post").with_owner("Gull").with_bias(Bias::Left),
            SourceInfo::new("anvil.example").with_bias(Bias::Right).with_factuality(Factuality::Low),
            SourceInfo::new("wire.example").with_owner("Cooperative").with_factuality(Factuality::High),
        ])
        .unwrap_or_default()
    }

    fn coverage(articles: &[Article], directory: &SourceDirectory) -> Coverage {
        let members: Vec<usize> = (0..articles.len()).collect();
        Coverage::of(articles, &members, &[], directory)
    }

    fn counts(distribution: &Distribution) -> (Vec<(&str, usize)>, usize) {
        let known = distribution.iter().filter(|(_, count)| *count > 0).collect();
        (known, distribution.unknown())
    }

    #[test]
    fn publishers_are_counted_once() {
        let articles = [
            article("a", "post.co.uk"),
            article("b", "Post"),
            article("c", "news.post.example"),
            article("d", "anvil.example"),
            article("e", "Anvil.example"),
            article("f", "wire.example"),
            article("g", "nobody.example"),
            article("h", ""),
        ];
        let coverage = coverage(&articles, &rated());
        assert_eq!((coverage.articles, coverage.publishers), (8, 4));
        assert_eq!(counts(&coverage.bias), (vec![("left", 1), ("right", 1)], 2));
        assert_eq!(counts(&coverage.factuality), (vec![("high", 1), ("low", 1)], 2));
        assert_eq!(counts(&coverage.owners), (vec![("Cooperative", 1), ("Gull", 1)], 2));
        assert!(coverage.countries.is_empty());
        assert_eq!(coverage.languages.unknown(), 4);
    }

    #[test]
    fn an_articles_own_bias_goes_before_the_row() {
        type Case<'a> = (&'a str, &'a [Option<Bias>], &'a str, Option<&'a str>);
        let cases: [Case<'_>; 7] = [
            ("row", &[None], "post.co.uk", Some("left")),
            ("own", &[Some(Bias::Center)], "post.co.uk", Some("center")),
            ("own of some", &[None, Some(Bias::Center), None], "post.co.uk", Some("center")),
            ("most", &[Some(Bias::Right), Some(Bias::Center), Some(Bias::Right)], "post.co.uk", Some("right")),
            ("most, first", &[Some(Bias::Right), Some(Bias::Right), Some(Bias::Center)], "post.co.uk", Some("right")),
            ("tie, row", &[Some(Bias::Right), Some(Bias::Center)], "post.co.uk", Some("left")),
            ("tie, no row", &[Some(Bias::Right), Some(Bias::Center)], "nobody.example", None),
        ];
        for (name, own, source, expected) in cases {
            let articles: Vec<Article> = own
                .iter()
                .enumerate()
                .map(|(number, bias)| {
                    let article = article(&number.to_string(), source);
                    bias.map_or(article.clone(), |bias| article.with_bias(bias))
                })
                .collect();
            let coverage = coverage(&articles, &rated());
            let bias = coverage.bias.iter().find(|(_, count)| *count > 0).map(|(name, _)| name);
            assert_eq!(bias, expected, "{name}");
            assert_eq!(coverage.bias.known() + coverage.bias.unknown(), 1, "{name}");
        }
    }

    #[test]
    fn what_nobody_could_know_is_absent() {
        let nobody = SourceDirectory::default();
        let unrated = coverage(&[article("a", "post.example")], &nobody);
        assert!(unrated.bias.is_empty() && unrated.factuality.is_empty() && unrated.owners.is_empty());
        let labelled =
            coverage(&[article("a", "post.example").with_bias(Bias::Right), article("b", "x.example")], &nobody);
        assert_eq!(counts(&labelled.bias), (vec![("right", 1)], 1));
    }

    #[test]
    fn languages_are_the_first_part_of_the_tag() {
        let tagged = |id: &str, source: &str, tag: &str| article(id, source).with_language(tag);
        let articles = [
            tagged("a", "x.example", "en-GB"),
            tagged("b", "x.example", "EN_us"),
            tagged("c", "x.example", "fr"),
            tagged("d", "y.example", "ru"),
            tagged("e", "z.example", " "),
        ];
        let coverage = coverage(&articles, &rated());
        assert_eq!(counts(&coverage.languages), (vec![("en", 1), ("ru", 1)], 1));
    }

    #[test]
    fn first_last_copies_and_strangers() {
        let at =
            |id: &str, hour: i64| article(id, "x.example").with_published(Timestamp::from_unix_seconds(hour * 3600));
        let articles = [at("c", 5), at("b", 1), at("a", 1), at("e", 5), article("d", "x.example"), at("z", 90)];
        let copies = [Some(3), None, None, None];
        let coverage = Coverage::of(&articles, &[0, 1, 2, 3, 4, 99], &copies, &SourceDirectory::default());
        assert_eq!((coverage.articles, coverage.originals), (5, 4));
        let id = |milestone: &Option<crate::story::Milestone>| milestone.as_ref().map(|m| m.article.to_string());
        assert_eq!((id(&coverage.first), id(&coverage.last)), (Some("a".to_owned()), Some("c".to_owned())));
        assert_eq!(coverage.timeline.iter().map(|bucket| bucket.articles).collect::<Vec<_>>(), [2, 0, 0, 0, 2]);
    }

    #[test]
    fn one_side_alone_is_the_others_blindspot() {
        let articles: Vec<Article> = (0..5)
            .map(|number| article(&number.to_string(), &format!("post{number}.example")).with_bias(Bias::LeanLeft))
            .collect();
        let coverage = coverage(&articles, &SourceDirectory::default());
        assert_eq!(coverage.blindspot, Some(Side::Right));
        assert_eq!(coverage.bias_sentence().as_deref(), Some("100% of the publishers lean Left"));
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_is_what_the_contract_says() {
        let articles = [
            article("a", "anvil.example").with_published(Timestamp::from_unix_seconds(0)).with_language("en"),
            article("b", "wire.example"),
        ];
        let coverage = coverage(&articles, &rated());
        let json = serde_json::to_string(&coverage).unwrap();
        let expected = concat!(
            r#"{"articles":2,"originals":2,"publishers":2,"#,
            r#""bias":{"left":0,"lean-left":0,"center":0,"lean-right":0,"right":1,"unknown":1},"#,
            r#""factuality":{"high":1,"low":1,"unknown":0},"owners":{"Cooperative":1,"unknown":1},"#,
            r#""languages":{"en":1,"unknown":1},"blindspot":null,"#,
            r#""first":{"article":"a","published":"1970-01-01T00:00:00Z"},"#,
            r#""last":{"article":"a","published":"1970-01-01T00:00:00Z"},"#,
            r#""timeline":[{"start":"1970-01-01T00:00:00Z","end":"1970-01-01T01:00:00Z","articles":1}]}"#
        );
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<Coverage>(&json).unwrap(), coverage);
    }
}
