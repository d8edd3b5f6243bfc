//! A story is told as it went, not as it was going to be; and what an outlet writes around its news is no news.

use samestory::story::{Story, Storyteller, TitleFault};
use samestory::vector::Vectorizer;
use samestory::{Article, Grouper, Timestamp};

/// An article of an outlet of its own, so many hours after the first one.
fn at(hour: i64, title: &str, text: &str) -> Article {
    Article::new(format!("{hour:02}"), title)
        .with_text(text)
        .with_source(format!("outlet{hour}.example"))
        .with_published(Timestamp::from_unix_seconds(1_700_000_000 + hour * 3600))
}

fn told(articles: &[Article]) -> Story {
    let all: Vec<usize> = (0..articles.len()).collect();
    Grouper::default().tell(articles, &[all]).unwrap().remove(0)
}

fn said(story: &Story) -> Vec<&str> {
    let points = story.key_points.iter().map(|point| point.text.as_str());
    story.summary.iter().map(|summary| summary.text.as_str()).chain(points).collect()
}

/// Three headlines on a launch that is to come, and two on the launch.
fn launch() -> Vec<Article> {
    vec![
        at(0, "Ferry Pelican to launch in Elm on Monday", "The ferry Pelican will be launched in Elm on Monday."),
        at(1, "Ferry Pelican to launch in Elm", "The ferry Pelican is set to leave the yard of Elm for Sorrel."),
        at(2, "Elm: ferry Pelican set to launch on Monday", "Boatmen of Elm wait for the launch of the ferry Pelican."),
        at(30, "Ferry Pelican launched in Elm", "The ferry Pelican was launched in Elm before 2,000 people."),
        at(31, "Cheers as ferry Pelican is launched in Elm", "The mayor of Elm broke a bottle on the ferry Pelican."),
    ]
}

#[test]
fn what_has_come_is_not_told_as_what_is_to_come() {
    let story = told(&launch());
    assert!(!story.title.contains("to launch"), "{}", story.title);
    assert!(story.summary.is_some_and(|summary| !summary.text.contains("will be")));
    // Nobody tells that it has come.
    let plans = told(&launch()[..3]);
    assert!(plans.title.contains("to launch"), "{}", plans.title);
    assert!(plans.summary.is_some_and(|summary| summary.text.contains("will be")));
}

#[test]
fn a_summary_tells_of_no_plans_where_they_are_done() {
    let plan = "The ferry Pelican will be launched in Elm on Monday, the yard of Jane Roe said on its birthday.";
    let done = "Some 2,000 people of Sorrel saw the ferry Pelican slide into the water of Elm at the old harbour.";
    let summary = |last: &str| {
        let articles =
            [at(0, "Ferry Pelican in Elm", plan), at(30, last, done), at(31, "Cheers in Elm for ferry Pelican", "")];
        told(&articles).summary.map(|summary| summary.text)
    };
    assert_eq!(summary("Ferry Pelican launched in Elm").as_deref(), Some(done));
    assert_eq!(summary("Ferry Pelican to launch in Elm").as_deref(), Some(plan), "one tells of plans still");
}

#[test]
fn a_live_page_from_before_the_title_is_no_source_of_points() {
    let live = "Seven captains are in the race for the harbour of Elm. The buoys of Sorrel Point are out of the water.";
    let cheers = "Crowds of Sorrel cheered the Pelican from the old pier of the harbour, where 2,000 people had come.";
    let points = |headline: &str, hour: i64| {
        let articles = [
            at(hour, headline, live),
            at(5, "Ferry Pelican wins the race of Elm", "The ferry Pelican won the race of Elm by a boat on Sunday."),
            at(6, "Pelican wins race of Elm by a boat", cheers),
        ];
        let story = told(&articles);
        assert!(story.title.contains("wins"), "{}", story.title);
        story.key_points.iter().any(|point| live.contains(&point.text))
    };
    assert!(!points("LIVE: Race of Elm, ferry Pelican and others", 0), "it tells what was so before");
    assert!(points("Race of Elm, ferry Pelican and others", 0), "no live page");
    assert!(points("LIVE: Race of Elm, ferry Pelican and others", 9), "later than the title");
}

#[test]
fn of_two_headlines_the_later_one_knows_more() {
    let titles = ["Nine boats lost in a storm off Elm", "Eleven boats lost in a storm off Elm"];
    for hours in [[0, 9], [9, 0]] {
        let articles: Vec<Article> = hours.iter().zip(titles).map(|(&hour, title)| at(hour, title, "")).collect();
        let later = titles[usize::from(hours[1] > hours[0])];
        assert_eq!(told(&articles).title, later);
    }
}

#[test]
fn why_a_plan_is_no_title() {
    let articles = launch();
    let fitted = Vectorizer::default().fit(&articles).unwrap();
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let candidates = Storyteller::new(&articles, &fitted, &rows).explain_title(&[0, 1, 2, 3, 4]).candidates;
    for candidate in candidates {
        let cost: f32 = candidate.faults.iter().map(|fault| fault.cost()).sum();
        let worth =
            candidate.centrality + candidate.agreement + candidate.attestation / 4.0 + candidate.currency / 20.0;
        assert!((candidate.score - worth + candidate.singularity / 4.0 + cost).abs() < 1e-5, "{candidate:?}");
        let (is_plan, currency) = if candidate.article.as_str() < "30" { (true, 0.0) } else { (false, 0.6) };
        assert_eq!(candidate.faults.contains(&TitleFault::Overtaken), is_plan, "{candidate:?}");
        assert_eq!(candidate.currency, currency, "{candidate:?}");
    }
}

#[test]
fn a_deck_is_a_summary_where_there_is_no_sentence() {
    let deck = "Captain blames a broken lamp as divers look for holes in the hull";
    let summary = |text: &str| told(&[at(0, "Ferry Pelican aground", text)]).summary.map(|summary| summary.text);
    assert_eq!(summary(deck).as_deref(), Some(deck));
    assert_eq!(summary("Captain blames a broken lamp as divers look for holes in the"), None, "cut off");
    let deck = "Pelican runs aground off Elm as captain blames a broken lamp in the fog";
    let sentence = "The ferry Pelican ran aground off Elm, its captain Jane Roe told the harbour board on Monday.";
    let articles =
        [at(0, "Ferry Pelican runs aground off Elm", deck), at(1, "Pelican aground off Elm in fog", sentence)];
    assert_eq!(told(&articles).summary.map(|summary| summary.text).as_deref(), Some(sentence));
}

#[test]
fn labels_and_teasers_are_left_out() {
    let title = "Ferry Pelican aground off Elm. See pictures here";
    let text = "Elm News: The ferry Pelican ran aground off Elm on Monday in thick fog.";
    let article = at(0, title, text);
    let story = told(std::slice::from_ref(&article));
    assert_eq!(story.title, "Ferry Pelican aground off Elm");
    assert_eq!(story.title_span.of(article.title()), Some(story.title.as_str()));
    let summary = story.summary.unwrap();
    assert_eq!(summary.text, "The ferry Pelican ran aground off Elm on Monday in thick fog.");
    assert_eq!(summary.span.of(article.text()), Some(summary.text.as_str()));
}

#[test]
fn what_stands_in_brackets_around_a_headline_is_no_point() {
    let points = |headline: &str| {
        let articles = [
            at(0, "Ferry Pelican runs aground off Elm", ""),
            at(1, "Pelican ferry aground off Elm", ""),
            at(2, headline, ""),
            at(3, "Ferry Pelican runs aground off Elm in fog", ""),
        ];
        let points = told(&articles).key_points.into_iter().map(|point| point.text);
        points.filter(|text| text.contains("divers")).collect::<Vec<_>>()
    };
    let headline = "Captain blames broken lamp as divers search ferry Pelican off Elm";
    assert_eq!(points(headline), [headline]);
    assert_eq!(points(&format!("{headline} (ELM:WXSE)")), [headline]);
    assert_eq!(points(&format!("(News Focus) {headline}")), Vec::<String>::new());
}

#[test]
fn an_article_that_has_said_something_is_not_asked_for_its_headline() {
    let text = "The ferry Pelican ran aground off Elm on Monday, its captain Jane Roe told the harbour board.";
    let other = "Divers of Sorrel search reef under Pelican for lost anchor";
    let articles = |words: &str| {
        [
            at(0, "Ferry Pelican runs aground off Elm", text),
            at(1, "Pelican ferry aground off Elm", ""),
            at(2, other, words),
        ]
    };
    let has_headline = |articles: &[Article]| said(&told(articles)).contains(&other);
    assert!(has_headline(&articles("")));
    assert!(!has_headline(&articles("Master Jane Roe had asked the board of Elm for a brighter lamp in spring.")));
}

#[test]
fn a_summary_may_be_of_its_day_where_the_day_is_known() {
    let today = "The ferry Pelican ran aground off Elm today, its captain told the harbour board.";
    let story = told(&[at(0, "Ferry Pelican aground", today)]);
    assert_eq!(story.summary.map(|summary| summary.text).as_deref(), Some(today));
    let undated = Article::new("a", "Ferry Pelican aground").with_text(today);
    assert_eq!(told(&[undated]).summary, None, "which day?");
    let monday = "The ferry Pelican ran aground off Elm on Monday, its captain told the harbour board.";
    let both = [at(0, "Ferry Pelican aground", today), at(1, "Ferry Pelican aground", monday)];
    assert_eq!(told(&both).summary.map(|summary| summary.text).as_deref(), Some(monday));
}
