//! Input that nobody writes, which one pass over pairs of words would take hours for: each test ends in a moment, or never.

use samestory::{Article, Grouper, group};

const MANY: usize = 40_000;

fn words(word: impl Fn(usize) -> String) -> String {
    (0..MANY).map(word).collect::<Vec<_>>().join(" ")
}

fn is_told(articles: &[Article]) {
    let members: usize = group(articles).unwrap().iter().map(|story| story.articles.len()).sum();
    assert_eq!(members, articles.len());
}

/// A word of letters alone, its own for each number.
fn spelled(number: usize) -> String {
    (0..4).map(|place| char::from(b'a' + ((number / 26_usize.pow(place)) % 26) as u8)).collect()
}

#[test]
fn names_without_end() {
    let title = |letters: usize| format!("Storm over G{}l and Elm", "o".repeat(letters));
    is_told(&[Article::new("a", title(300_000)), Article::new("b", title(300_001))]);
}

#[test]
fn names_that_sound_alike_in_company_without_end() {
    let title = |ending: &str| words(|at| format!("Kar{}{ending}", spelled(at)));
    is_told(&[Article::new("a", title("sk")), Article::new("b", title("zk"))]);
}

#[test]
fn quotations_without_end() {
    let text = format!("Storms came over Elm on Sunday {}{} and went.", " ‘".repeat(50 * MANY), "’ ".repeat(50 * MANY));
    is_told(&[Article::new("a", "Storm over Elm").with_text(text)]);
}

#[test]
fn apostrophes_and_tags_without_end() {
    let title = format!("Storm over Elm{}", "#39;s".repeat(10 * MANY));
    let text = "<p <li>x.</li><a &amp; <".repeat(10 * MANY);
    is_told(&[Article::new("a", title).with_text(text)]);
}

#[test]
fn stories_of_names_alone() {
    let text = |story: usize| {
        let run = (0..90).map(|at| spelled(90 * story + at)[..3].to_uppercase()).collect::<Vec<_>>().join(" ");
        format!("The storm over Elm took on Sunday {run} along.")
    };
    let article = |at: usize| Article::new(format!("a{at}"), "Storm over Elm").with_text(text(at / 2));
    let articles: Vec<Article> = (0..4_000).map(|at| article(at).with_source(format!("o{at}"))).collect();
    let groups: Vec<Vec<usize>> = (0..20).map(|story| (200 * story..200 * (story + 1)).collect()).collect();
    assert_eq!(Grouper::default().tell(&articles, &groups).unwrap().len(), groups.len());
}
