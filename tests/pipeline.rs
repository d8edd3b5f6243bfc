//! What a user relies on, whatever the articles say.

mod small_news;

use std::collections::BTreeSet;

use proptest::prelude::*;
use samestory::graph::{Bond, Expansion, NoiseProfile, PairContext};
use samestory::story::{Field, SourceDirectory, Story};
use samestory::text::{Span, normalize, words};
use samestory::vector::{Background, Specificity, Vectorizer};
use samestory::{Article, ArticleId, Error, Grouper, GrouperBuilder, group};
use small_news::{ALONE, EVENTS};

fn numbered(titles: &[&str]) -> Vec<Article> {
    titles.iter().enumerate().map(|(at, title)| Article::new(format!("n{at:03}"), *title)).collect()
}

fn labels(articles: &[Article]) -> Vec<usize> {
    Grouper::default().cluster(articles).unwrap().labels().to_vec()
}

fn assert_whole(articles: &[Article], stories: &[Story]) {
    let mut told: Vec<&str> =
        stories.iter().flat_map(|story| story.articles.iter().map(|member| member.id.as_str())).collect();
    told.sort_unstable();
    let mut given: Vec<&str> = articles.iter().map(|article| article.id().as_str()).collect();
    given.sort_unstable();
    assert_eq!(told, given, "every article is in exactly one story");
    let ids: BTreeSet<&str> = stories.iter().map(|story| story.id.as_str()).collect();
    assert_eq!(ids.len(), stories.len(), "every story has its own id");
}

/// The words as they match, with the entities that headlines have decoded.
fn said(text: &str) -> Vec<String> {
    let decoded = text.replace("&amp;", "&");
    words(&decoded).map(|(_, word)| normalize(word).into_owned()).collect()
}

fn assert_sourced(articles: &[Article], stories: &[Story]) {
    let cut = |id: &ArticleId, field: Field, span: Span| {
        let article = articles.iter().find(|article| article.id() == id).expect("a named article");
        span.of(if field == Field::Title { article.title() } else { article.text() }).expect("a span inside the field")
    };
    for story in stories {
        let is_member = |id: &ArticleId| story.articles.iter().any(|member| member.id == *id);
        let source = cut(&story.title_article, story.title_field, story.title_span);
        assert!(is_member(&story.title_article));
        assert_eq!(said(&story.title), said(source), "{:?} is cut from {source:?}", story.title);
        for point in &story.key_points {
            assert!(is_member(&point.article) && point.support >= 1);
            assert_eq!(cut(&point.article, point.field, point.span), point.text);
        }
        if let Some(summary) = &story.summary {
            assert!(is_member(&summary.article));
            assert_eq!(cut(&summary.article, summary.field, summary.span), summary.text);
        }
    }
}

/// Positions of articles that have no term.
fn wordless(articles: &[Article]) -> Vec<usize> {
    let rows = Vectorizer::default().fit(articles).unwrap().frequencies;
    (0..articles.len()).filter(|&at| rows.row(at).terms().is_empty()).collect()
}

fn title() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => prop::sample::select(vec!["", " ", "🎉", "!!!", "\0", "\u{301}", "…", "the of and", "\u{feff}", "👩‍👩‍👧"])
            .prop_map(str::to_owned),
        2 => any::<String>(),
        1 => "[a-c]{1,2}( [a-c]{1,2}){0,4}",
        1 => "(\u{301}|\0|é|e\u{301}|ﬁ|İ|ß|🎉| |x){0,12}",
        2 => "(Flood|Fire|Strike) in (Aldmoor|Brisk)( \\| Daily Bellow| - APB|…| LIVE)?",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_titles_make_whole_and_sourced_stories(
        rows in prop::collection::vec((title(), title(), prop::option::of(0_i64..4), 0_usize..3), 0..30),
    ) {
        let articles: Vec<Article> = rows
            .into_iter()
            .enumerate()
            .map(|(at, (title, text, day, outlet))| {
                let article = Article::new(format!("a{at}"), title).with_text(text);
                let article = if outlet == 0 { article } else { article.with_source(format!("o{outlet}.example")) };
                match day {
                    Some(day) => article.with_published(samestory::Timestamp::from_unix_seconds(day * 86_400)),
                    None => article,
                }
            })
            .collect();
        let grouper = Grouper::default();
        let clustering = grouper.cluster(&articles).unwrap();
        let stories = grouper.stories(&clustering);
        assert_whole(&articles, &stories);
        assert_sourced(&articles, &stories);
        let groups = clustering.groups();
        for at in wordless(&articles) {
            prop_assert_eq!(&groups[clustering.labels()[at]], &vec![at], "{:?}", articles[at].title());
        }
    }
}

#[test]
fn wordless_articles_are_alone() {
    let articles =
        numbered(&["", "", "🎉", "🎉", "!!!", "!!!", "\0", "\0", "\u{301}", "\u{301}", "the", "the", "…", " "]);
    assert_eq!(wordless(&articles).len(), articles.len());
    let stories = Grouper::default().group(&articles).unwrap();
    assert_eq!(stories.len(), articles.len());
    assert_whole(&articles, &stories);
}

#[test]
fn nothing_makes_nothing() {
    assert_eq!(Grouper::default().group(&[]).unwrap(), []);
    assert!(Grouper::default().cluster(&[]).unwrap().labels().is_empty());
}

#[test]
fn a_hundred_thousand_identical_titles_are_one_story() {
    let articles: Vec<Article> =
        (0..100_000).map(|at| Article::new(format!("{at:06}"), "Ferry runs aground off Pelican Bay")).collect();
    let clustering = Grouper::default().cluster(&articles).unwrap();
    assert!(clustering.labels().iter().all(|&label| label == 0));
    let stories = Grouper::default().stories(&clustering);
    assert_eq!((stories.len(), stories[0].articles.len()), (1, 100_000));
    assert_eq!(stories[0].title, "Ferry runs aground off Pelican Bay");
}

#[test]
fn a_title_of_megabytes_is_one_article() {
    let articles = [Article::new("a", "flood ".repeat(200_000)), Article::new("b", "x".repeat(1_000_000))];
    assert_whole(&articles, &Grouper::default().group(&articles).unwrap());
}

/// Few articles, with the label that an editor would give each. An array would make the lines too long to read.
fn cases() -> Vec<(String, Vec<&'static str>, Vec<usize>)> {
    let mut cases = Vec::new();
    for (at, event) in EVENTS.iter().enumerate() {
        cases.push((format!("2 of event {at}"), event[..2].to_vec(), vec![0, 0]));
        cases.push((format!("5 of event {at}"), event.to_vec(), vec![0; 5]));
        let other = EVENTS[(at + 1) % EVENTS.len()];
        cases.push((format!("2 of events {at} and next"), vec![event[0], other[0]], vec![0, 1]));
        let both: Vec<&str> = event.iter().chain(&other).copied().collect();
        cases.push((format!("10 of events {at} and next"), both, [vec![0; 5], vec![1; 5]].concat()));
    }
    cases.push(("10 different".into(), ALONE[..10].to_vec(), (0..10).collect()));
    let first: Vec<&str> = EVENTS.iter().map(|event| event[0]).collect();
    cases.push(("10 events, one each".into(), first.clone(), (0..10).collect()));
    cases.push(("50 different".into(), [ALONE.to_vec(), first].concat(), (0..50).collect()));
    cases.push(("50 of ten events".into(), EVENTS.concat(), (0..50).map(|at| at / 5).collect()));
    let pairs: Vec<&str> = EVENTS[..5].iter().flat_map(|event| &event[..2]).copied().chain(ALONE).collect();
    cases.push(("5 pairs among 50".into(), pairs, (0..10).map(|at| at / 2).chain(5..45).collect()));
    cases
}

/// Two events of one kind, in a batch of two and of ten: the words of the kind alone must not join them.
const KINDS: [(&str, &str, &str); 6] = [
    ("fires", "Fire destroys warehouse in Dunholt", "Fire destroys church in Marlow Bay"),
    ("elections", "Tarvania votes in presidential election", "Orsland goes to the polls in snap election"),
    ("quakes", "Strong earthquake shakes Port Sorrel", "Earthquake damages homes in Kessaly"),
    ("results", "Ferrox profit falls on weak demand", "Quorrel profit rises on cloud sales"),
    ("matches", "Rovers beat City 2-1 with late header", "Northgate beat Wexcombe 2-1 in the rain"),
    ("strikes", "Teachers in Vellin strike over pay", "Rail workers in Gant strike over rosters"),
];

/// Batches about one politician, whose name says nothing about what happened.
const OF_ONE_NAME: [(&str, [&str; 3], [usize; 3]); 2] = [
    (
        "three matters of one mayor",
        [
            "Rowbury opens new library in Elm",
            "Rowbury pardons former sheriff",
            "Judge rejects Rowbury bid to delay trial",
        ],
        [0, 1, 2],
    ),
    (
        "three more",
        [
            "Rowbury opens new library in Elm",
            "Rowbury pardons former sheriff",
            "Rowbury to meet dairy farmers on Friday",
        ],
        [0, 1, 2],
    ),
];

#[test]
fn small_batches_come_out_right() {
    let mut cases = cases();
    for (kind, one, other) in KINDS {
        cases.push((format!("two {kind}"), vec![one, other], vec![0, 1]));
        let among: Vec<&str> = [one, other].into_iter().chain(ALONE[..8].iter().copied()).collect();
        cases.push((format!("two {kind} among ten"), among, (0..10).collect()));
    }
    for (name, titles, expected) in OF_ONE_NAME {
        cases.push((name.into(), titles.to_vec(), expected.to_vec()));
    }
    let mut wrong = Vec::new();
    for (name, titles, expected) in cases {
        let found = labels(&numbered(&titles));
        // Labels are numbers without meaning: only who is with whom counts.
        let same = |labels: &[usize], a: usize, b: usize| labels[a] == labels[b];
        let pairs = (0..titles.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        let faults: Vec<(usize, usize)> = pairs.filter(|&(a, b)| same(&found, a, b) != same(&expected, a, b)).collect();
        if !faults.is_empty() {
            println!("{name}: {found:?} for {expected:?}");
            wrong.push(name);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn constraints_hold() {
    let articles = numbered(&[EVENTS[0][0], EVENTS[0][1], EVENTS[0][2], EVENTS[1][0], EVENTS[1][1], EVENTS[2][0], ""]);
    let plain = labels(&articles);
    assert_eq!(plain[0], plain[1]);
    assert_ne!(plain[0], plain[3]);
    let with = |builder: GrouperBuilder| builder.build().unwrap().cluster(&articles).unwrap().labels().to_vec();

    let linked = with(Grouper::builder().must_link("n000", "n003").must_link("n005", "n006"));
    assert_eq!((linked[0], linked[5]), (linked[3], linked[6]));
    let parted = with(Grouper::builder().cannot_link("n001", "n000"));
    assert_ne!(parted[0], parted[1]);
    let chained =
        with(Grouper::builder().must_link("n000", "n003").must_link("n003", "n005").cannot_link("n000", "n005"));
    assert_eq!((chained[0], chained[3]), (chained[3], chained[5]), "linking wins");
    let itself = with(Grouper::builder().must_link("n000", "n000").cannot_link("n001", "n001"));
    assert_eq!(itself, plain);

    let stranger = with(Grouper::builder().must_link("n000", "nobody").cannot_link("nobody", "n001"));
    assert_eq!(stranger, plain, "a pair that is not in the batch");
    let star = (1..articles.len()).fold(Grouper::builder(), |star, at| star.must_link("n000", format!("n{at:03}")));
    assert!(with(star).iter().all(|&label| label == 0));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// Any links hold; any separations hold that no link crosses and no copies break.
    #[test]
    fn any_constraints_hold(
        together in prop::collection::vec((0_usize..50, 0_usize..50), 0..4),
        apart in prop::collection::vec((0_usize..50, 0_usize..50), 0..6),
    ) {
        let articles = numbered(&EVENTS.concat());
        let mut builder = Grouper::builder();
        for &(a, b) in &together {
            builder = builder.must_link(format!("n{a:03}"), format!("n{b:03}"));
        }
        for &(a, b) in &apart {
            builder = builder.cannot_link(format!("n{a:03}"), format!("n{b:03}"));
        }
        let labels = builder.build().unwrap().cluster(&articles).unwrap().labels().to_vec();
        let mut linked: Vec<usize> = (0..50).collect();
        for _ in 0..together.len() {
            for &(a, b) in &together {
                let least = linked[a].min(linked[b]);
                (linked[a], linked[b]) = (least, least);
            }
        }
        for &(a, b) in &together {
            prop_assert_eq!(labels[a], labels[b]);
        }
        for &(a, b) in apart.iter().filter(|&&(a, b)| linked[a] != linked[b]) {
            prop_assert_ne!(labels[a], labels[b], "{} and {}", a, b);
        }
    }
}

#[test]
fn headlines_that_count_on_are_apart() {
    let titles = [
        "Wexcombe Cup, Day 2: rain stops play in Dunholt harbour",
        "Wexcombe Cup, Day 3: rain stops play in Dunholt harbour",
        "Wexcombe Cup: rain stops play in Dunholt harbour on day 2",
    ];
    let articles = numbered(&titles);
    let clustering = Grouper::default().cluster(&articles[..2]).unwrap();
    assert_ne!(clustering.labels()[0], clustering.labels()[1]);
    assert_eq!(clustering.explain("n000", "n001").unwrap().source_factor, 0.0);
    let same_day = [articles[0].clone(), articles[2].clone()];
    let clustering = Grouper::default().cluster(&same_day).unwrap();
    assert_eq!(clustering.labels()[0], clustering.labels()[1]);
}

#[test]
fn explanations_agree_with_the_labels() {
    let titles: Vec<&str> = EVENTS.concat().into_iter().chain(["", EVENTS[0][0], "🎉"]).collect();
    let articles: Vec<Article> = numbered(&titles)
        .into_iter()
        .enumerate()
        .map(|(at, article)| {
            let time = samestory::Timestamp::from_unix_seconds(i64::try_from(at % 7).unwrap() * 86_400);
            article.with_source(format!("o{}.example", at % 4)).with_published(time)
        })
        .collect();
    let mut noisy = NoiseProfile::default();
    (noisy.high, noisy.steep, noisy.flat) = (0.15, 9.0, 10.0);
    let noisy = Grouper::builder().noise(noisy).build().unwrap();
    let significant = [Grouper::default(), noisy].map(|grouper| explain_all(&grouper, &articles));
    assert!(
        significant[0] == 0 && significant[1] > 0,
        "{significant:?}: among several matters only noise asks for words beside names"
    );
}

/// Checks what is said of each pair; returns how many similarities rest on too few words beside names.
fn explain_all(grouper: &Grouper, articles: &[Article]) -> usize {
    let clustering = grouper.cluster(articles).unwrap();
    let labels = clustering.labels();
    let (mut joined, mut copies, mut significant) = (0, 0, 0);
    for (a, one) in articles.iter().enumerate() {
        for (b, other) in articles.iter().enumerate() {
            let told = clustering.explain(one.id().as_str(), other.id().as_str()).unwrap();
            let name = format!("{a} and {b}: {told}");
            assert_eq!(told.together, labels[a] == labels[b], "{name}");
            let sum: f32 = told.shared.iter().map(|shared| shared.weight).sum();
            assert!((sum.min(1.0) - told.cosine).abs() < 1e-4, "{name}");
            let product = told.cosine
                * told.time_factor
                * told.source_factor
                * told.specificity_factor
                * told.significance_factor
                * told.contradiction_factor;
            if a == b {
                assert!((told.similarity - 1.0).abs() < 1e-6, "{name}");
            } else if product >= told.noise_floor + 1e-5 {
                assert!((told.similarity - product).abs() < 1e-4, "{name}");
            } else if product < told.noise_floor - 1e-5 {
                assert!(told.similarity.abs() < 1e-6, "{name}");
            }
            assert_eq!(told.bond, None, "{name}");
            copies += usize::from(a != b && told.together && told.joined_at.is_none());
            assert!(!told.together || told.stories_score.is_none(), "{name}");
            assert!(told.together || told.joined_at.is_none(), "{name}");
            assert!(told.joined_at.is_none_or(|score| score >= told.threshold), "{name}");
            assert!(told.stories_score.is_none_or(|score| score < told.threshold), "{name}");
            assert!(told.shared.is_sorted_by(|a, b| a.weight >= b.weight), "{name}");
            for share in [
                told.cosine,
                told.time_factor,
                told.source_factor,
                told.specificity_factor,
                told.significance_factor,
                told.contradiction_factor,
                told.similarity,
                told.indirect_factor,
                told.expanded,
            ] {
                assert!((0.0..=1.0).contains(&share), "{name}");
            }
            let back = clustering.explain(other.id().as_str(), one.id().as_str()).unwrap();
            assert_eq!((back.joined_at, back.stories_score), (told.joined_at, told.stories_score), "{name}");
            assert!((back.similarity - told.similarity).abs() < 1e-6, "{name}");
            joined += usize::from(told.joined_at.is_some());
            significant += usize::from(told.significance_factor < 1.0 && told.similarity > 0.0);
        }
    }
    assert!(joined > 100 && copies > 0);
    assert_eq!(clustering.explain("n000", "nobody"), Err(Error::UnknownId { id: "nobody".into() }));
    significant
}

#[test]
fn one_outlet_is_less_near_by_its_neighbours() {
    let titles = EVENTS.concat().into_iter().chain(ALONE).collect::<Vec<_>>();
    let mut articles = numbered(&titles);
    articles[0] = articles[0].clone().with_source("Elm Post");
    articles[1] = articles[1].clone().with_source("Elm Post");
    let told = |indirect_source: f32| {
        let mut context = PairContext::default();
        context.indirect_source = indirect_source;
        let grouper = Grouper::builder().context(context).build().unwrap();
        grouper.cluster(&articles).unwrap().explain("n000", "n001").unwrap()
    };
    let (soft, plain) = (told(0.0), told(1.0));
    assert_eq!(plain.indirect_factor, 1.0);
    assert!((0.1..0.9).contains(&soft.indirect_factor), "the batch has some noise: {soft}");
    assert!(plain.expanded > 0.1 && (soft.expanded - soft.indirect_factor * plain.expanded).abs() < 1e-6, "{soft}");
    assert!(soft.to_string().contains(&format!("{:.3}", soft.indirect_factor)), "{soft}");
}

#[test]
fn without_neighbours_a_similarity_is_softened_once() {
    let titles = EVENTS.concat().into_iter().chain(ALONE).collect::<Vec<_>>();
    let mut articles = numbered(&titles);
    articles[0] = articles[0].clone().with_source("Elm Post");
    articles[1] = articles[1].clone().with_source("Elm Post");
    let mut expansion = Expansion::default();
    expansion.neighbors = 0;
    let grouper = Grouper::builder().expansion(expansion).build().unwrap();
    let told = grouper.cluster(&articles).unwrap().explain("n000", "n001").unwrap();
    assert!(told.similarity > 0.3 && told.source_factor < 1.0, "{told}");
    assert_eq!((told.expanded, told.indirect_factor), (told.similarity, 1.0), "{told}");
}

#[test]
fn explanations_name_what_editors_said() {
    let articles = numbered(&[EVENTS[0][0], EVENTS[0][1], EVENTS[1][0], EVENTS[1][1], EVENTS[2][0], EVENTS[2][1]]);
    let edited = Grouper::builder().must_link("n000", "n002").must_link("n002", "n004").cannot_link("n000", "n001");
    let grouper = edited.build().unwrap();
    let clustering = grouper.cluster(&articles).unwrap();
    let explain = |a: &str, b: &str| clustering.explain(a, b).unwrap();
    let chained = explain("n004", "n000");
    assert_eq!((chained.together, chained.bond), (true, Some(Bond::Together)));
    assert!(chained.to_string().ends_with("joined by an editor"), "{chained}");
    let parted = explain("n001", "n000");
    assert_eq!((parted.together, parted.bond), (false, Some(Bond::Apart)));
    assert!(parted.stories_score.is_some() && parted.to_string().contains("kept apart by an editor"), "{parted}");
    // The third event is of the first one's story, from which this headline is kept away.
    assert_eq!(explain("n001", "n004").bond, Some(Bond::Apart));
    // The words of the second event joined its articles; those of the first came along.
    for (a, b) in [("n002", "n003"), ("n000", "n003")] {
        let by_words = explain(a, b);
        assert_eq!((by_words.together, by_words.bond, by_words.bond_within), (true, None, true), "{by_words}");
        assert!(by_words.to_string().ends_with(", with articles that an editor joined"), "{by_words}");
    }
    let unedited = Grouper::default().cluster(&articles).unwrap().explain("n002", "n003").unwrap();
    assert_eq!((unedited.together, unedited.bond_within), (true, false), "{unedited}");
    assert!(!unedited.to_string().contains("editor"), "{unedited}");
}

#[test]
fn a_similarity_that_nearer_articles_cut_is_told_from_noise() {
    let articles = numbered(EVENTS[0].as_slice());
    let cut = |neighbors: usize| {
        let clustering = Grouper::builder().neighbors(neighbors).build().unwrap().cluster(&articles).unwrap();
        let pairs = articles.iter().flat_map(|a| articles.iter().map(move |b| (a.id().as_str(), b.id().as_str())));
        let told = pairs.map(|(a, b)| clustering.explain(a, b).unwrap());
        told.filter(|told| told.to_string().contains("none: others are nearer"))
            .inspect(|told| assert_eq!(told.similarity, 0.0, "{told}"))
            .count()
    };
    assert_eq!(cut(200), 0);
    assert!(cut(1) > 0);
}

#[test]
fn a_blank_source_is_none() {
    let article = |id: &str, title: &str| Article::new(id, title).with_source(" ");
    assert_eq!((article("a", "").source(), Article::new("a", "").with_source(" Elm ").source()), (None, Some("Elm")));
    #[cfg(feature = "serde")]
    for (source, expected) in [(" ", None), (" Elm ", Some("Elm"))] {
        let read: Article = serde_json::from_str(&format!(r#"{{"id": "a", "source": "{source}"}}"#)).unwrap();
        assert_eq!(read.source(), expected);
    }
    let articles = [article("a", "Storm nears the coast of Orsland"), article("b", "Storm hits the coast of Orsland")];
    let told = Grouper::default().cluster(&articles).unwrap().explain("a", "b").unwrap();
    assert_eq!(told.source_factor, 1.0, "{told}");
}

#[test]
fn memory_goes_by_the_words_that_are_read() {
    let articles = [Article::new("a", "Storm").with_text("storm ".repeat(9_000))];
    let of = |words| {
        let vectorizer = Vectorizer::builder().lead_words(words).build().unwrap();
        Grouper::builder().vectorizer(vectorizer).build().unwrap().memory_estimate(&articles)
    };
    let short = Grouper::default().memory_estimate(&[Article::new("a", "Storm").with_text("storm")]);
    // A text without a full stop is one sentence.
    assert!(of(80) > short + 16 * articles[0].text().len());
    assert!(of(8_000) > of(80) + 500_000, "{} {}", of(8_000), of(80));
}

/// A floor as in a batch of big stories: with another, invented events that share no topic are not near at all.
fn quiet() -> GrouperBuilder {
    let mut noise = NoiseProfile::default();
    noise.high = noise.low;
    Grouper::builder().noise(noise)
}

#[test]
fn the_knob_runs_from_topics_to_single_events() {
    let articles = numbered(&EVENTS.concat().into_iter().chain(ALONE).collect::<Vec<_>>());
    let labels_of = |builder: GrouperBuilder| builder.build().unwrap().cluster(&articles).unwrap().labels().to_vec();
    assert_eq!(labels_of(Grouper::builder().threshold(0.5)), labels(&articles), "the default is the middle");
    let stories = |threshold| labels_of(quiet().threshold(threshold)).into_iter().collect::<BTreeSet<_>>().len();
    let counts: Vec<usize> = [0.0, 0.3, 0.5, 0.7, 1.0].map(stories).to_vec();
    assert!(counts.is_sorted() && counts[0] < counts[2] && counts[2] < counts[4], "{counts:?}");
    let told = Grouper::default().cluster(&articles).unwrap().explain("n000", "n001").unwrap();
    assert!((told.threshold - 0.5).abs() < 1e-4, "{told}");
}

#[test]
fn sub_events_are_parts_of_stories_and_related_stories_are_not_near_enough() {
    let articles = numbered(&EVENTS.concat().into_iter().chain(ALONE).collect::<Vec<_>>());
    let grouper = quiet().build().unwrap();
    let clustering = grouper.cluster(&articles).unwrap();
    let labels = clustering.labels();
    let mut before = clustering.groups();
    assert_eq!(clustering.sub_events(0.0), before);
    assert_eq!(clustering.sub_events(0.5), before, "the threshold of the stories changes nothing");
    for threshold in [0.6, 0.7, 0.8, 0.9, 1.0] {
        let parts = clustering.sub_events(threshold);
        let wholes = |part: &Vec<usize>| before.iter().any(|whole| part.iter().all(|at| whole.contains(at)));
        assert!(parts.iter().all(wholes), "{threshold}");
        before = parts;
    }
    let id = |at: usize| articles[at].id().as_str();
    for (one, other) in before.iter().flat_map(|part| part.iter().skip(1).map(|other| (part[0], *other))) {
        assert_eq!(clustering.explain(id(one), id(other)).unwrap().joined_at, None, "only copies are never parted");
    }
    assert!(before.len() > 80, "{}", before.len());
    let told = clustering.explain("n000", "n001").unwrap();
    let joined = told.joined_at.unwrap();
    let share =
        |threshold: f32| clustering.sub_events(threshold).iter().any(|part| part.contains(&0) && part.contains(&1));
    assert!(share(joined - 1e-3) && !share((joined + 1e-3).min(1.0)), "{told}");

    let related = clustering.related();
    assert!(!related.is_empty() && related.is_sorted_by(|a, b| a.2 >= b.2), "{related:?}");
    for (one, other, score) in related {
        assert!(one != other && (0.0..told.threshold).contains(&score), "{one} {other} {score}");
        let position = |label: usize| labels.iter().position(|&own| own == label).unwrap();
        let told = clustering.explain(id(position(one)), id(position(other))).unwrap();
        assert_eq!(told.stories_score, Some(score));
    }
}

#[test]
fn the_dendrogram_knows_copies_as_one() {
    let mut articles = numbered(&EVENTS.concat());
    let copies: Vec<Article> = (0..3).map(|at| Article::new(format!("z{at}"), articles[at].title())).collect();
    articles.splice(0..0, copies);
    let clustering = Grouper::default().cluster(&articles).unwrap();
    let (dendrogram, nodes) = (clustering.dendrogram(), clustering.node_of());
    assert_eq!(nodes.len(), articles.len());
    assert!(dendrogram.articles() <= articles.len() - 3);
    assert_eq!(nodes[..3], nodes[3..6]);
    assert_eq!(nodes.iter().copied().collect::<BTreeSet<_>>(), (0..dendrogram.articles()).collect());
    // Undated articles are numbered by their ids, and copies by the first of theirs.
    let mut next = 0;
    for &node in &nodes[3..] {
        assert!(node <= next, "{nodes:?}");
        next = next.max(node + 1);
    }
    let of_node = dendrogram.labels();
    let labels: Vec<usize> = nodes.iter().map(|&node| of_node[node]).collect();
    assert_eq!(labels, clustering.labels());
    let stories = clustering.groups().len();
    assert_eq!(dendrogram.merges().len(), dendrogram.articles() - stories);
    assert!(dendrogram.joined_at(nodes[3], nodes[4]).is_some(), "two headlines of one event");
}

#[test]
fn scores_are_on_the_scale_of_the_threshold_in_noise_too() {
    let articles = numbered(&EVENTS.concat().into_iter().chain(ALONE).collect::<Vec<_>>());
    let clustering = Grouper::default().cluster(&articles).unwrap();
    assert!(clustering.noise().similarity > 0.15, "{:?}", clustering.noise());
    assert_eq!(clustering.sub_events(0.5), clustering.groups());
    let told = clustering.explain("n000", "n001").unwrap();
    let joined = told.joined_at.unwrap();
    let share =
        |threshold: f32| clustering.sub_events(threshold).iter().any(|part| part.contains(&0) && part.contains(&1));
    assert!(share(joined - 1e-3) && !share(joined + 1e-3), "{told}");
}

#[test]
fn round_ups_and_other_days_are_other_stories() {
    let code = |day: &str| format!("Harbour Quest codes for {day}: win a lantern, boots and gold");
    let titles = [
        code("3 March"),
        code("9 March").replace("lantern", "sail"),
        code("March 3").replace("Harbour Quest", "Harbour Quest game"),
        "Ferry runs aground off Elm: forty saved by fishing boats".into(),
        "Science news roundup: ferry aground off Elm, forty saved by fishing boats; gulls like kelp".into(),
    ];
    let titles: Vec<&str> = titles.iter().map(String::as_str).chain(ALONE).collect();
    let articles = numbered(&titles);
    let clustering = Grouper::default().cluster(&articles).unwrap();
    let labels = clustering.labels();
    assert!(labels[0] == labels[2] && labels[0] != labels[1], "{:?}", &labels[..5]);
    let factor = |a: &str, b: &str| clustering.explain(a, b).unwrap().indirect_factor;
    assert_eq!([factor("n000", "n001"), factor("n000", "n002"), factor("n003", "n004")], [0.0, 1.0, 0.4]);
}

#[test]
fn public_types_are_send_and_sync() {
    fn check<T: Send + Sync + std::panic::UnwindSafe>() {}
    fn shared<T: Send + Sync>() {}
    check::<Article>();
    check::<ArticleId>();
    check::<samestory::Timestamp>();
    check::<samestory::Bias>();
    check::<Error>();
    check::<samestory::Agreement>();
    check::<Story>();
    check::<samestory::story::Coverage>();
    check::<samestory::story::KeyPoint>();
    check::<samestory::story::Member>();
    check::<samestory::story::Publisher>();
    check::<samestory::story::SideView>();
    check::<samestory::story::SourceInfo>();
    check::<samestory::story::StoryId>();
    check::<samestory::story::Summary>();
    check::<samestory::story::TitleExplanation>();
    check::<samestory::cluster::Constraints>();
    check::<samestory::cluster::Dendrogram>();
    check::<samestory::cluster::Linkage>();
    check::<samestory::cluster::Merge>();
    check::<Bond>();
    check::<samestory::graph::Explanation>();
    check::<samestory::graph::NeighborGraph>();
    check::<samestory::graph::NoiseFloor>();
    check::<Expansion>();
    check::<NoiseProfile>();
    check::<PairContext>();
    check::<samestory::graph::Significance>();
    check::<samestory::graph::Unrest>();
    check::<Background>();
    check::<Specificity>();
    check::<samestory::text::Headline>();
    check::<samestory::text::Language>();
    check::<samestory::text::Token>();
    check::<samestory::text::Tokenizer>();
    check::<Span>();
    check::<samestory::vector::SparseMatrix>();
    check::<samestory::vector::SparseVector>();
    check::<samestory::vector::TfIdf>();
    check::<samestory::vector::Vocabulary>();
    check::<Vectorizer>();
    check::<SourceDirectory>();
    check::<GrouperBuilder>();
    shared::<Grouper>();
    shared::<samestory::Clustering>();
    shared::<samestory::story::Storyteller>();
    shared::<samestory::graph::NeighborSearch>();
}

#[cfg(feature = "serde")]
mod labelled;

#[cfg(feature = "serde")]
#[test]
fn the_sample_is_whole_and_sourced() {
    let (articles, _) = labelled::sample();
    let stories = Grouper::default().group(&articles).unwrap();
    assert_whole(&articles, &stories);
    assert_sourced(&articles, &stories);
}

#[test]
fn an_address_stands_for_a_source() {
    let told = |with: fn(Article, String) -> Article| {
        let outlets = ["Elm Courier", "Vessel Times", "Harbour Post", "Orsland Echo", "Wexcombe Herald"];
        let titles = EVENTS[..2].iter().flatten().zip(outlets.iter().cycle()).enumerate();
        let article = |(at, (title, outlet)): (usize, (&&str, &&str))| {
            let domain = format!("{}.example", outlet.replace(' ', "").to_lowercase());
            with(Article::new(format!("a{at:03}"), format!("{title} - {outlet}")), domain)
        };
        let stories = group(&titles.map(article).collect::<Vec<_>>()).unwrap();
        stories.into_iter().map(|story| (story.id, story.title)).collect::<Vec<_>>()
    };
    let by_source = told(Article::with_source);
    assert_eq!(told(|article, domain| article.with_url(format!("https://www.{domain}/a"))), by_source);
    assert!(by_source.iter().all(|(_, title)| !title.contains(" - ")), "{by_source:?}");
    assert_ne!(told(|article, _| article), by_source, "without outlets their names stay");
}
