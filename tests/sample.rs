//! How well the bundled sample is grouped, and each of its traps.
#![cfg(feature = "serde")]

mod labelled;

use std::collections::BTreeMap;

use samestory::story::{Field, StoryId};
use samestory::{Clustering, Grouper, Story, evaluate};

/// B-cubed F1 that the default grouping must reach.
const LEAST: f64 = 0.97;

/// Stories that must not share a cluster.
const APART: [(&str, &[&str]); 8] = [
    ("two elections", &["tarvania-election", "orsland-election"]),
    ("two quakes", &["quake-sorrel", "quake-dunmarrow"]),
    ("two matches of one evening", &["match-rovers-city", "match-northgate-wexcombe"]),
    ("two companies' results", &["quorrel-results", "corvane-results"]),
    ("a flood and a match of one town", &["wexcombe-floods", "match-northgate-wexcombe"]),
    ("two events of one singer", &["quill-tour-cancelled", "quill-lawsuit"]),
    ("daily horoscope", &["horoscope-0309", "horoscope-0310", "horoscope-0311", "horoscope-0312"]),
    ("daily lottery", &["lottery-0309", "lottery-0311", "lottery-0313"]),
];

/// Stock market reports of four days; one of them has a copy.
const STOCKS: [&str; 4] = ["stocks-0309", "stocks-0310", "stocks-0311", "stocks-0312"];

/// Articles of one story that write a name differently, or copy each other.
const TOGETHER: [(&str, &[&str]); 4] = [
    ("five spellings of one president", &["mw-30", "apb-19", "db-19", "la-09", "sc-10"]),
    ("U.N. and UN", &["mw-16", "apb-10", "hp-08"]),
    ("LCN and L.C.N.", &["le-04", "sc-04"]),
    ("the copy of a stock market report", &["le-05", "nh-09"]),
];

#[test]
fn the_default_grouping_agrees_with_the_labels() {
    let (articles, gold) = labelled::sample();
    let clustering = Grouper::default().cluster(&articles).unwrap();
    let agreement = evaluate(&gold, clustering.labels()).unwrap();
    println!("{agreement:?}");
    assert!(agreement.b3_f1 >= LEAST, "{agreement:?}");
}

#[test]
fn no_trap_is_fallen_into() {
    let (articles, gold) = labelled::sample();
    let clustering = Grouper::default().cluster(&articles).unwrap();
    let labels = clustering.labels();
    let of_story = |story: &str| -> Vec<usize> {
        let found: Vec<usize> = (0..gold.len()).filter(|&at| gold[at] == story).map(|at| labels[at]).collect();
        assert!(!found.is_empty(), "{story}");
        found
    };
    let mut fallen = Vec::new();
    for (name, stories) in APART.into_iter().chain([("daily stock market report", &STOCKS[..])]) {
        let met = stories.iter().enumerate().any(|(at, one)| {
            stories[..at].iter().any(|other| of_story(other).iter().any(|label| of_story(one).contains(label)))
        });
        if met {
            fallen.push(name);
        }
    }
    for (name, ids) in TOGETHER {
        let place = |id: &str| articles.iter().position(|article| article.id().as_str() == id).unwrap();
        if ids.iter().any(|id| labels[place(id)] != labels[place(ids[0])]) {
            fallen.push(name);
        }
    }
    assert!(fallen.is_empty(), "{fallen:?}");
}

#[test]
fn summaries_are_news_and_no_view() {
    // "Six years for Edwin Carrow is a start, but nobody believes he was alone."
    let (articles, _) = labelled::sample();
    let stories = Grouper::default().group(&articles).unwrap();
    let story = stories.iter().find(|story| story.title.contains("Carrow")).unwrap();
    let summary = &story.summary.as_ref().unwrap().text;
    assert!(summary.contains("bribes") && !summary.contains("nobody"), "{summary}");
}

/// The stories in the order of their labels.
fn by_label<'s>(clustering: &Clustering<'_>, stories: &'s [Story]) -> Vec<&'s Story> {
    let told: BTreeMap<&StoryId, &Story> = stories.iter().map(|story| (&story.id, story)).collect();
    clustering.story_ids().iter().map(|id| told[id]).collect()
}

#[test]
fn labels_and_related_pairs_lead_to_their_stories() {
    let (articles, _) = labelled::sample();
    let grouper = Grouper::default();
    let clustering = grouper.cluster(&articles).unwrap();
    let stories = grouper.stories(&clustering);
    let told = by_label(&clustering, &stories);
    assert_eq!(told.len(), stories.len());
    for (article, &label) in articles.iter().zip(clustering.labels()) {
        assert!(told[label].articles.iter().any(|member| member.id == *article.id()), "{}", article.id());
    }
    let related = clustering.related();
    assert!(!related.is_empty());
    for (one, other, score) in related {
        assert!(told[one].id != told[other].id, "{one} and {other} at {score}");
    }
}

#[test]
fn each_title_can_be_explained() {
    let (articles, _) = labelled::sample();
    let grouper = Grouper::default();
    let clustering = grouper.cluster(&articles).unwrap();
    let stories = grouper.stories(&clustering);
    let teller = clustering.storyteller();
    for (members, story) in clustering.groups().iter().zip(by_label(&clustering, &stories)) {
        let why = teller.explain_title(members);
        let best = why.candidates.first().map(|best| (&best.title, &best.article));
        // A story without headlines has a sentence for a title.
        let shown = (story.title_field == Field::Title).then_some((&story.title, &story.title_article));
        assert_eq!(best, shown, "{}", story.id);
    }
}
