//! Stories as one web page that needs nothing but itself: front page, story pages, search and filters.
//!
//! Reading needs no script: the story in the address (`#s-…`) is the one that is shown. The script adds search, filters
//! and order. Everything that comes from articles is escaped by the template engine, and the page's own security policy
//! lets no script run but the one whose hash it names, and nothing load from anywhere.

mod articles;
mod charts;
pub mod clean;
mod coverage;
pub mod excerpt;
mod story;

use std::io::{self, Write};

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use indicatif::HumanCount;
use samestory::{Article, Story, Timestamp};
use sha2::{Digest, Sha256};

use story::{Context, StoryView};

const STYLE: &str = include_str!("../templates/style.css");
const SCRIPT: &str = include_str!("../templates/script.js");

/// Writes the page, the stories in the order they come; of their articles those that are at hand show how they begin.
///
/// By the clock, dates that are wrong are told from those that are new.
pub fn write(out: &mut dyn Write, stories: &[Story], articles: &[Article], clock: Timestamp) -> io::Result<()> {
    Page::of(stories, articles, clock).write_into(&mut Adapter(out))
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page {
    style: &'static str,
    script: &'static str,
    script_hash: String,
    facts: String,
    /// Whether any story has a side: without one, there is nothing to filter by.
    is_rated: bool,
    has_blindspots: bool,
    /// Whether any story has a date: without one, there is one order.
    is_dated: bool,
    stories: Vec<StoryView>,
}

impl Page {
    fn of(stories: &[Story], articles: &[Article], clock: Timestamp) -> Self {
        let context = Context::of(stories, articles, clock);
        let articles: usize = stories.iter().map(|story| story.coverage.articles).sum();
        Self {
            style: STYLE,
            script: SCRIPT,
            script_hash: STANDARD.encode(Sha256::digest(SCRIPT)),
            facts: format!(
                "{} in {}",
                counted(articles, "article", "articles"),
                counted(stories.len(), "story", "stories")
            ),
            is_rated: stories.iter().any(|story| story.coverage.balance().rated() > 0),
            has_blindspots: stories.iter().any(|story| story.coverage.blindspot.is_some()),
            is_dated: context.is_dated(),
            stories: stories.iter().map(|story| StoryView::of(story, &context)).collect(),
        }
    }
}

/// A count with its noun: `1,376 articles`.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", HumanCount(count as u64), if count == 1 { one } else { many })
}

/// The engine writes to a sized writer.
struct Adapter<'w>(&'w mut dyn Write);

impl Write for Adapter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
fn told(articles: &[Article]) -> Story {
    let all = (0..articles.len()).collect();
    samestory::Grouper::default().tell(articles, &[all]).unwrap().remove(0)
}
