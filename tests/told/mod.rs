//! Stories of a few articles that a test invents.

use samestory::story::Story;
use samestory::{Article, Grouper};

/// The story of these headlines and texts, each of an outlet of its own.
pub fn told(articles: &[(&str, &str)]) -> Story {
    let articles: Vec<Article> = (0..)
        .zip(articles)
        .map(|(at, (title, text))| {
            Article::new(format!("a{at}"), *title).with_text(*text).with_source(format!("outlet{at}.example"))
        })
        .collect();
    let all: Vec<usize> = (0..articles.len()).collect();
    Grouper::default().tell(&articles, &[all]).unwrap().remove(0)
}
