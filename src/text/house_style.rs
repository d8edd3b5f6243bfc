//! What a batch teaches about the headlines of its outlets: [`HouseStyle`].

use std::borrow::Cow;
use std::ops::RangeInclusive;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::parallel::{map_chunks, map_slice};

use super::cutoff::Lengths;
use super::ending::{Ending, EndingCount, Sighting, endings_from_last, folded, hash};
use super::headline::{Headline, MAX_ENDINGS, without_ending};
use super::outlet::{Outlet, is_name};

/// How the outlets of a batch dress their headlines: learnt from the batch, not from a list of outlets.
///
/// The source of an article is its [`outlet`](Article::outlet) here: where it does not say one, the domain of its address.
///
/// ```
/// use samestory::Article;
/// use samestory::text::{HeadlineTag, HouseStyle};
/// let title = "LIVE: Quake shakes Lisbon - Daily Planet";
/// let article = Article::new("a1", title).with_source("dailyplanet.example");
/// let style = HouseStyle::learn(std::slice::from_ref(&article));
/// let headline = style.headline(&article);
/// assert_eq!(headline.text(title), "Quake shakes Lisbon");
/// assert!(headline.tags().contains(HeadlineTag::Live));
/// ```
#[derive(Debug, Clone, Default)]
pub struct HouseStyle {
    /// Endings, folded, that are names of outlets on any headline.
    endings: FxHashSet<String>,
    /// The sources of the batch, prepared.
    outlets: FxHashMap<String, Outlet>,
    /// The lengths of title, in characters, at which a source cuts off its headlines.
    cutoffs: FxHashMap<String, RangeInclusive<usize>>,
}

/// Titles that one task reads at a time; no influence on the result.
const CHUNK: usize = 2048;

impl HouseStyle {
    /// Learns which endings of headlines are names of outlets, and at what length a source cuts its headlines off.
    ///
    /// An ending is what stands after the last ` - `, ` – `, ` — `, ` | ` or the like. It is learnt where it looks like a
    /// name, and
    ///
    /// - at least two different headlines of a source have it as the name of that source; or
    /// - at least three different headlines of one source have it, which are at least half of all that have it, and at
    ///   least a fifth of all that the source has (or ten); or
    /// - at least five different headlines have it and none of them has a source.
    ///
    /// A source cuts off where, of 200 titles or more, five times as many as usual end at one length and hardly any is longer.
    ///
    /// Copies of one headline in one source count once. The order of the articles does not matter. Linear in the length of
    /// the titles; those whose ending was learnt are looked at again, up to twice, as an ending may hide another.
    #[must_use]
    pub fn learn(articles: &[Article]) -> Self {
        let named = map_slice(articles, Article::outlet);
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        let mut sources: Vec<&str> = Vec::new();
        let mut number = |source| {
            *numbers.entry(source).or_insert_with(|| {
                sources.push(source);
                sources.len() - 1
            })
        };
        let numbered: Vec<Option<usize>> = named.iter().map(|source| source.as_deref().map(&mut number)).collect();
        let outlets = map_slice(&sources, |source| Outlet::new(source));
        let outlets = sources.iter().map(|&source| source.to_owned()).zip(outlets).collect();
        let mut style = Self { outlets, ..Self::default() };

        let look = |article: &Article| {
            let title = article.title().trim();
            (hash(title), endings_from_last(title).next().is_some(), title.chars().count())
        };
        let looks = map_slice(articles, look);
        let mut titles: Vec<usize> = vec![0; sources.len()];
        let mut lengths: Vec<Lengths> = vec![Lengths::default(); sources.len()];
        let mut seen: FxHashSet<(u64, Option<usize>)> = FxHashSet::default();
        seen.reserve(articles.len());
        let mut ended: Vec<(&Article, Option<usize>)> = Vec::new();
        for ((article, source), (hash, has_ending, length)) in articles.iter().zip(numbered).zip(looks) {
            if seen.insert((hash, source)) {
                if let Some(source) = source {
                    titles[source] += 1;
                    lengths[source].add(length);
                }
                if has_ending {
                    ended.push((article, source));
                }
            }
        }
        let cutoffs = sources.iter().zip(&lengths);
        style.cutoffs = cutoffs.filter_map(|(&source, lengths)| Some((source.to_owned(), lengths.cutoff()?))).collect();
        let mut counts: FxHashMap<String, EndingCount> = FxHashMap::default();
        for _ in 0..MAX_ENDINGS {
            let sightings = map_chunks(&ended, CHUNK, |articles| style.sightings(articles));
            let sightings = || sightings.iter().flatten();
            for sighting in sightings() {
                match counts.get_mut(&sighting.ending) {
                    Some(count) => count.add(sighting),
                    None => counts.entry(sighting.ending.clone()).or_default().add(sighting),
                }
            }
            let learnt = counts.iter().filter(|(_, count)| count.is_outlet(&titles)).map(|(ending, _)| ending.clone());
            style.endings.extend(learnt);
            counts.retain(|ending, _| !style.endings.contains(ending));
            // What they hide is seen next; all others show what they have shown.
            let hiding = sightings().filter(|sighting| style.endings.contains(&sighting.ending));
            ended = hiding.map(|sighting| (sighting.article, sighting.source)).collect();
            if ended.is_empty() {
                break;
            }
        }
        style
    }

    /// The core of an article's title.
    ///
    /// From its end are cut, as often as there are any: names of outlets that the batch taught, the name of the article's
    /// own source, and marks (` – live`, ` (video)`). From its start: marks (`LIVE:`, `UPDATE 2-`) and, before a dash or a
    /// bar, the name of its own source. Series such as `Horoscope today:` stay: they keep their pieces apart from news.
    /// Nothing is cut that would leave no word; but of words that say that there is no headline (`Untitled`, `Headline
    /// Unavailable`) nothing is left.
    ///
    /// Articles that were not in the batch may be asked for. Linear in the length of the title.
    #[must_use]
    pub fn headline(&self, article: &Article) -> Headline {
        self.cut(article, article.outlet().as_deref(), |ending, outlet| self.is_outlet(ending, outlet))
    }

    /// The headline of an article, by what is known of endings: whether each is an outlet's name.
    fn cut<'t>(
        &self,
        article: &'t Article,
        source: Option<&str>,
        is_outlet: impl FnMut(&'t str, Option<&Outlet>) -> bool,
    ) -> Headline {
        let title = article.title();
        let new;
        let outlet = match source {
            Some(source) => Some(if let Some(known) = self.outlets.get(source) {
                known
            } else {
                new = Outlet::new(source);
                &new
            }),
            None => None,
        };
        let headline = Headline::of(title, outlet, is_outlet);
        if self.is_cut_off(title, source) { headline.cut_off() } else { headline }
    }

    /// Whether a title ends where its source cuts all that are longer.
    fn is_cut_off(&self, title: &str, source: Option<&str>) -> bool {
        let cutoff = source.and_then(|source| self.cutoffs.get(source));
        cutoff.is_some_and(|cutoff| cutoff.contains(&title.trim().chars().count()))
    }

    fn is_outlet(&self, ending: &str, outlet: Option<&Outlet>) -> bool {
        self.endings.contains(&folded(ending)) || outlet.is_some_and(|outlet| outlet.is_named(ending))
    }

    /// The endings of some articles' titles, each with the number of its source; what is known already is cut.
    fn sightings<'a>(&self, articles: &[(&'a Article, Option<usize>)]) -> Vec<Sighting<'a>> {
        let mut sightings = Vec::new();
        // Most endings are an outlet's name, and comparing names costs more than all the rest.
        let mut known: FxHashMap<(Option<usize>, &str), (String, bool, bool)> = FxHashMap::default();
        for &(article, source) in articles {
            let outlet = article.outlet().and_then(|source| self.outlets.get(source.as_ref()));
            let mut core = article.title().trim();
            for _ in 0..MAX_ENDINGS {
                let Some(Ending { head, tail }) = endings_from_last(core).next() else { break };
                let look =
                    |tail: &str| (folded(tail), is_name(tail), outlet.is_some_and(|outlet| outlet.is_named(tail)));
                let (ending, is_written, is_named) = known.entry((source, tail)).or_insert_with(|| look(tail));
                if self.endings.contains(ending) {
                    core = head;
                    continue;
                }
                let (ending, is_written, is_named) = (ending.clone(), *is_written, *is_named);
                sightings.push(Sighting { article, source, ending, head: hash(head), is_written, is_named });
                let is_outlet = |tail: &'a str| {
                    let known = known.entry((source, tail)).or_insert_with(|| look(tail));
                    self.endings.contains(&known.0) || known.2
                };
                let Some(rest) = without_ending(core, is_outlet) else { break };
                core = rest;
            }
        }
        sightings
    }

    /// The headline of each article, position by position. Linear in the length of the titles.
    #[must_use]
    pub fn headlines(&self, articles: &[Article]) -> Vec<Headline> {
        let cut = |articles: &[Article]| -> Vec<Headline> {
            let sources: Vec<Option<Cow<'_, str>>> = articles.iter().map(Article::outlet).collect();
            let mut known: FxHashMap<(Option<&str>, &str), bool> = FxHashMap::default();
            let headlines = articles.iter().zip(&sources).map(|(article, source)| {
                let source = source.as_deref();
                self.cut(article, source, |ending, outlet| {
                    *known.entry((source, ending)).or_insert_with(|| self.is_outlet(ending, outlet))
                })
            });
            headlines.collect()
        };
        map_chunks(articles, CHUNK, cut).into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::ending::has_word;
    use super::super::tags::HeadlineTag;
    use super::*;

    fn article(source: &str, title: &str) -> Article {
        let article = Article::new(title, title);
        if source.is_empty() { article } else { article.with_source(source) }
    }

    /// What is left of each title of a batch.
    fn cores(batch: &[(&str, &str)]) -> Vec<String> {
        let articles: Vec<Article> = batch.iter().map(|(source, title)| article(source, title)).collect();
        let style = HouseStyle::learn(&articles);
        articles.iter().map(|article| style.headline(article).text(article.title()).to_owned()).collect()
    }

    #[test]
    fn one_headline_alone() {
        let cases: &[(&str, &str, &str, &str)] = &[
            ("name", "reuters.com", "Quake shakes Lisbon - Reuters", "Quake shakes Lisbon"),
            ("bar", "bbc.co.uk", "Quake shakes Lisbon | BBC News", "Quake shakes Lisbon"),
            ("em dash", "Daily Planet", "Quake shakes Lisbon — The Daily Planet", "Quake shakes Lisbon"),
            ("bar without spaces", "planet.example", "Quake shakes Lisbon|Planet", "Quake shakes Lisbon"),
            ("two names", "planet.example", "Quake shakes Lisbon | Planet - Planet", "Quake shakes Lisbon"),
            (
                "separator in the name",
                "Planet - News, TV",
                "Quake shakes Lisbon - Planet - News, TV",
                "Quake shakes Lisbon",
            ),
            ("name first", "planet.example", "Planet News | Quake shakes Lisbon", "Quake shakes Lisbon"),
            ("mark and name", "planet.example", "LIVE: Quake shakes Lisbon - Planet", "Quake shakes Lisbon"),
            ("mark behind a name", "planet.example", "Planet - UPDATE 2-Quake shakes Lisbon", "Quake shakes Lisbon"),
            ("mark at the end", "planet.example", "Quake shakes Lisbon (video) - Planet", "Quake shakes Lisbon"),
            ("live at the end", "", "Quake shakes Lisbon – live updates", "Quake shakes Lisbon"),
            ("white space", "", "  Quake shakes Lisbon \n", "Quake shakes Lisbon"),
            ("middle dot", "planet.example", "Quake shakes Lisbon · Planet", "Quake shakes Lisbon"),
            ("bullet", "planet.example", "Quake shakes Lisbon • Planet", "Quake shakes Lisbon"),
            ("guillemet", "planet.example", "Quake shakes Lisbon » Planet", "Quake shakes Lisbon"),
            ("tilde", "planet.example", "Quake shakes Lisbon ~ Planet", "Quake shakes Lisbon"),
            ("slash", "planet.example", "Quake shakes Lisbon / Planet", "Quake shakes Lisbon"),
            ("spaced colon", "planet.example", "Quake shakes Lisbon : Planet", "Quake shakes Lisbon"),
            ("many marks", "", "BREAKING: LIVE: WATCH: EXCLUSIVE: Quake shakes Lisbon", "Quake shakes Lisbon"),
            ("no space before", "planet.example", "Quake shakes Lisbon- Planet", "Quake shakes Lisbon- Planet"),
            ("no space behind", "planet.example", "Quake shakes Lisbon -Planet", "Quake shakes Lisbon -Planet"),
            ("name and dash", "planet.example", "Planet- Quake shakes Lisbon", "Planet- Quake shakes Lisbon"),
            ("name and emoji", "planet.example", "Planet | 🔥🔥", "Planet | 🔥🔥"),
            ("another's name", "planet.example", "Quake shakes Lisbon - Reuters", "Quake shakes Lisbon - Reuters"),
            ("a subject", "planet.example", "Israel - Hamas war", "Israel - Hamas war"),
            ("a question", "planet.example", "Smith v Jones | explained", "Smith v Jones | explained"),
            ("attribution", "police.example", "Police: No arrests", "Police: No arrests"),
            ("a series", "planet.example", "Horoscope today: Stars align", "Horoscope today: Stars align"),
            ("compound", "planet.example", "Planet-wide quake", "Planet-wide quake"),
            ("only a mark", "", "LIVE:", "LIVE:"),
            ("only a name", "planet.example", "- Planet", "- Planet"),
            ("only the name", "planet.example", "Planet", "Planet"),
            ("only emoji", "planet.example", "🔥🔥 - Planet", "🔥🔥 - Planet"),
            ("nothing", "planet.example", "", ""),
        ];
        for (name, source, title, core) in cases {
            assert_eq!(cores(&[(source, title)]), [*core], "{name}");
        }
    }

    #[test]
    fn endings_are_learnt_from_the_batch() {
        let desk = [
            ("planet.example", "Quake shakes Lisbon - Green Desk"),
            ("planet.example", "Storm nears Porto - Green Desk"),
            ("planet.example", "Lions beat Bears 2-1 - Green Desk"),
        ];
        assert_eq!(cores(&desk), ["Quake shakes Lisbon", "Storm nears Porto", "Lions beat Bears 2-1"]);
        // Two are no style, nor are copies of one.
        assert_eq!(cores(&desk[..2])[0], desk[0].1);
        let copied = [&desk[..], &[("planet.example", "Event ends"); 20]].concat();
        assert_eq!(cores(&copied)[0], "Quake shakes Lisbon", "copies of another headline count once");
        assert_eq!(cores(&[desk[0], desk[0], desk[0], desk[1]])[0], desk[0].1);

        let spread = [desk[0], ("b.example", desk[1].1), ("c.example", desk[2].1)];
        assert_eq!(cores(&spread)[0], desk[0].1, "nobody's style");

        let others =
            ["b.example", "c.example", "d.example", "e.example"].map(|source| (source, "Fire in Faro - Green Desk"));
        assert_eq!(cores(&[&desk[..], &others].concat())[0], desk[0].1, "three of seven are less than half");

        let topic = desk.map(|(source, title)| (source, title.replace("Green Desk", "Hamas war")));
        let topic: Vec<_> = topic.iter().map(|(source, title)| (*source, title.as_str())).collect();
        assert_eq!(cores(&topic)[0], "Quake shakes Lisbon - Hamas war", "no name");
        let mixed = [desk[0], (desk[1].0, "Storm nears Porto - green desk"), (desk[2].0, "Lions win - green desk")];
        assert_eq!(cores(&mixed)[0], desk[0].1, "once in three written as a name");

        let titles: Vec<String> = (0..40).map(|n| format!("Event {n} ends")).collect();
        let mut rare: Vec<(&str, &str)> = titles.iter().map(|title| ("planet.example", title.as_str())).collect();
        rare.extend(desk);
        assert_eq!(cores(&rare)[40], desk[0].1, "three of 43 are no style");
        let titles: Vec<String> = (0..60).map(|n| format!("Event {n} ends")).collect();
        let ends: Vec<String> = (0..10).map(|n| format!("Fire {n} - Green Desk")).collect();
        let of_many = |ends: &[String]| {
            let all = ends.iter().chain(&titles).map(|title| ("planet.example", title.as_str()));
            cores(&all.collect::<Vec<_>>()).swap_remove(0)
        };
        assert_eq!(of_many(&ends), "Fire 0", "ten are a desk, however many the others are");
        assert_eq!(of_many(&ends[..9]), ends[0]);

        let unsourced: Vec<String> = (0..5).map(|n| format!("Event {n} ends - Green Desk")).collect();
        let unsourced: Vec<_> = unsourced.iter().map(|title| ("", title.as_str())).collect();
        assert_eq!(cores(&unsourced)[0], "Event 0 ends");
        assert_eq!(cores(&unsourced[..4])[0], "Event 0 ends - Green Desk");
        let sourced = [&unsourced[..], &[("b.example", "Fire in Faro - Green Desk")]].concat();
        assert_eq!(cores(&sourced)[0], "Event 0 ends - Green Desk", "one of six says its source");
        let topics = unsourced.iter().map(|(_, title)| title.replace("Green Desk", "Hamas war")).collect::<Vec<_>>();
        let topics: Vec<_> = topics.iter().map(|title| ("", title.as_str())).collect();
        assert_eq!(cores(&topics)[0], "Event 0 ends - Hamas war", "no name");
    }

    #[test]
    fn an_address_tells_the_source_too() {
        let linked = |host: &str, title: &str| Article::new(title, title).with_url(format!("https://{host}/a"));
        let cases = [
            ("its name", "www.dailyplanet.example", "Quake shakes Lisbon - Daily Planet", "Quake shakes Lisbon"),
            ("its name first", "planet.example", "Planet News | Quake shakes Lisbon", "Quake shakes Lisbon"),
            ("another's", "planet.example", "Quake shakes Lisbon - Reuters", "Quake shakes Lisbon - Reuters"),
            ("a portal's", "news.google.com", "Quake shakes Lisbon - Google", "Quake shakes Lisbon - Google"),
        ];
        for (name, host, title, core) in cases {
            let article = linked(host, title);
            let style = HouseStyle::learn(std::slice::from_ref(&article));
            assert_eq!(style.headline(&article).text(title), core, "{name}");
            assert_eq!(style.headlines(std::slice::from_ref(&article))[0].text(title), core, "{name}");
        }
        let desk = ["Quake shakes Lisbon", "Storm nears Porto", "Lions beat Bears 2-1"];
        let desk = desk.map(|head| linked("planet.example", &format!("{head} - Green Desk")));
        let style = HouseStyle::learn(&desk);
        assert_eq!(style.headline(&desk[1]).text(desk[1].title()), "Storm nears Porto");
    }

    #[test]
    fn a_name_learnt_from_its_own_source_is_cut_elsewhere() {
        let batch = [
            ("reuters.com", "Quake shakes Lisbon - Reuters"),
            ("reuters.com", "Storm nears Porto - Reuters"),
            ("portal.example", "Lions beat Bears - Reuters"),
        ];
        assert_eq!(cores(&batch)[2], "Lions beat Bears");
    }

    #[test]
    fn an_ending_may_hide_another() {
        let batch = [
            ("planet.example", "Quake shakes Lisbon | Green Desk - Planet"),
            ("planet.example", "Storm nears Porto | Green Desk - Planet"),
            ("planet.example", "Lions beat Bears | Green Desk - Planet"),
        ];
        let bare = ["Quake shakes Lisbon", "Storm nears Porto", "Lions beat Bears"];
        assert_eq!(cores(&batch), bare);
        // Neither is the source's name.
        let desks = batch.map(|(source, title)| (source, title.replace("Planet", "Blue Page")));
        assert_eq!(cores(&desks.each_ref().map(|(source, title)| (*source, title.as_str()))), bare);
        // The name hides the desk once.
        let once =
            [batch[0], (batch[1].0, "Storm nears Porto | Green Desk"), (batch[2].0, "Lions beat Bears | Green Desk")];
        assert_eq!(cores(&once), bare);
    }

    #[test]
    fn the_longest_name_is_cut() {
        let batch = [
            ("Planet - Desk", "Quake shakes Lisbon - Planet - Desk"),
            ("c.example", "Storm nears Porto - Desk"),
            ("c.example", "Lions beat Bears - Desk"),
            ("c.example", "Fire in Faro - Desk"),
        ];
        assert_eq!(cores(&batch)[0], "Quake shakes Lisbon");
    }

    #[test]
    fn marks_are_told() {
        let tags =
            |title: &str| HouseStyle::default().headline(&Article::new("a", title)).tags().iter().collect::<Vec<_>>();
        assert_eq!(tags("[Exclusive] WATCH: Quake"), [HeadlineTag::Exclusive, HeadlineTag::Video]);
        assert_eq!(tags("Ukraine war live: Shells fall"), [HeadlineTag::Live]);
        assert_eq!(tags("Quake shakes Lisbon"), []);
    }

    #[test]
    fn cut_and_loud_headlines_are_told() {
        let cases: &[(&str, bool, bool)] = &[
            ("Quake shakes Lisbon", false, false),
            ("Quake shakes Lisbon and …", true, false),
            ("Quake shakes Lisbon and...", true, false),
            ("“Quake shakes …”", true, false),
            ("Quake shakes […]", true, false),
            ("Quake shakes Lisbon (and ...)", true, false),
            ("\"Quake shakes …\"", true, false),
            ("'Quake shakes …'", true, false),
            ("‘Quake shakes …’", true, false),
            ("« Quake shakes … »", true, false),
            ("FIRE IN OSLO", false, false),
            ("INTERNATIONALISM", false, false),
            ("WHO AND FBI SAY NO TO EU", false, false),
            ("QUAKE SHAKES LISBON", false, true),
            ("QUAKE SHAKES Lisbon IN MARCH", false, true),
            ("NATO and UNESCO meet NASA", false, false),
            ("NATO, WHO", false, false),
            ("बैंक HDFC ने HDFC ने HDFC में मर्जर का फैसला क्यों लिया", false, false),
            ("भूकंप आया और सब डर गए", false, false),
            ("", false, false),
        ];
        for (title, is_truncated, is_shouting) in cases {
            let headline = HouseStyle::default().headline(&Article::new("a", *title));
            assert_eq!((headline.is_truncated(), headline.is_shouting()), (*is_truncated, *is_shouting), "{title}");
        }
    }

    #[test]
    fn long_titles_stay_linear() {
        for piece in [" - ", "|", "a", "LIVE: ", "(", "[video] ", " ", "\u{301}", "🔥", "\0", "A ", "…"] {
            let article = article("planet.example", &piece.repeat(1 << 20));
            let style = HouseStyle::learn(std::slice::from_ref(&article));
            assert!(style.headline(&article).span().of(article.title()).is_some());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn the_core_is_a_slice_and_order_does_not_matter(
            titles in prop::collection::vec(("[ab]\\.example", "(LIVE: |\\[video\\] )?[A-D ]{0,3}( - | \\| |:)?(A|B|Desk E|x)?"), 0..12)
        ) {
            let articles: Vec<Article> = titles.iter().map(|(source, title)| article(source, title)).collect();
            let mut turned = articles.clone();
            turned.reverse();
            let (style, other) = (HouseStyle::learn(&articles), HouseStyle::learn(&turned));
            for article in &articles {
                let headline = style.headline(article);
                prop_assert_eq!(headline, other.headline(article));
                let core = headline.span().of(article.title());
                prop_assert!(core.is_some_and(|core| has_word(core) == has_word(article.title())));
            }
        }

        #[test]
        fn any_title_has_a_core(title in any::<String>(), source in any::<String>()) {
            let article = article(&source, &title);
            let headline = HouseStyle::learn(std::slice::from_ref(&article)).headline(&article);
            prop_assert!(headline.span().of(&title).is_some());
        }
    }

    #[test]
    fn headlines_that_end_where_a_source_cuts_are_truncated() {
        let word = |length: usize| "ferry aground ".repeat(20)[..length].trim_end().to_owned();
        let mut articles: Vec<Article> = (0..400)
            .map(|at| (at, word(40 + at % 60)))
            .chain((400..460).map(|at| (at, word(94))))
            .map(|(at, title)| Article::new(at.to_string(), format!("{at} {title}")).with_source("Harbour Post"))
            .collect();
        articles.retain(|article| article.title().len() <= 98);
        let style = HouseStyle::learn(&articles);
        let is_truncated =
            |title: &str, source: &str| style.headline(&Article::new("x", title).with_source(source)).is_truncated();
        let (cut, whole) = (format!("500 {}", word(94)), format!("500 {}", word(80)));
        assert_eq!(cut.len(), 98);
        assert!(is_truncated(&cut, "Harbour Post") && !is_truncated(&whole, "Harbour Post"));
        assert!(!is_truncated(&cut, "Elm Gazette"), "each source has its own");
    }
}
