//! Articles from a JSON Feed (<https://www.jsonfeed.org/>, versions 1 and 1.1).
//!
//! Not read through feed-rs, which refuses a whole feed for one id that is a number, and passes over the language of an
//! item and the times that it cannot read.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::batch::{Candidate, is_blank};
use crate::fault::{Fault, Located};
use crate::feed::{self, Found};
use crate::html;
use crate::json::{Id, Moment, Shape, Words};
use crate::lines::LineCounter;

/// Whether a JSON text is an object that says of itself that it is a JSON Feed.
pub fn is_feed(text: &str) -> bool {
    let head = serde_json::from_str::<Head<'_>>(text);
    let version = head.ok().and_then(|head| head.version.filled());
    version.is_some_and(|version| version.contains("jsonfeed.org/version/"))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Head<'a> {
    #[serde(borrow)]
    version: Words<'a>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Object<'a> {
    #[serde(borrow)]
    title: Words<'a>,
    #[serde(borrow)]
    home_page_url: Words<'a>,
    #[serde(borrow)]
    feed_url: Words<'a>,
    #[serde(borrow)]
    language: Words<'a>,
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Item<'a> {
    #[serde(borrow)]
    id: Id<'a>,
    #[serde(borrow)]
    url: Words<'a>,
    #[serde(borrow)]
    external_url: Words<'a>,
    #[serde(borrow)]
    title: Words<'a>,
    #[serde(borrow)]
    content_html: Words<'a>,
    #[serde(borrow)]
    content_text: Words<'a>,
    #[serde(borrow)]
    summary: Words<'a>,
    date_published: Moment,
    date_modified: Moment,
    #[serde(borrow)]
    language: Words<'a>,
}

const ITEM: Shape = Shape {
    content: "an item of the feed",
    strings: &["url", "external_url", "title", "content_html", "content_text", "summary", "language"],
    times: &["date_published", "date_modified"],
};

/// Reads all items of a feed.
pub fn items(text: &str) -> Result<Vec<Found>, Located> {
    let feed: Object<'_> = serde_json::from_str(text)
        .map_err(|error| Located { line: error.line().max(1), fault: Fault::NotAFeedObject(error) })?;
    if feed.items.is_empty() {
        return Err(Located { line: 1, fault: Fault::NoEntries });
    }
    let addresses = [feed.home_page_url.filled(), feed.feed_url.filled()];
    let channel = Channel {
        source: addresses.into_iter().flatten().find_map(|address| feed::domain(&address)).or(feed.title.filled()),
        language: feed.language.filled(),
    };
    let mut lines = LineCounter::new(text.as_bytes());
    let found = feed.items.iter().map(|item| {
        let line = lines.line_of(item.get().as_bytes());
        Found { line, candidate: channel.candidate(item.get()) }
    });
    Ok(found.collect())
}

/// What the items of a feed have in common.
struct Channel {
    source: Option<String>,
    language: Option<String>,
}

impl Channel {
    fn candidate(&self, text: &str) -> Result<Candidate, Fault> {
        let item: Item<'_> = ITEM.read(text)?;
        let content = item.content_html.filled().map(|html| html::text(&html)).filter(|text| !is_blank(text));
        let text = content.or(item.content_text.filled()).or(item.summary.filled()).unwrap_or_default();
        let title = item.title.seen().unwrap_or_default();
        if title.is_empty() && is_blank(&text) {
            return Err(Fault::NoWords);
        }
        let url = item.url.filled().or(item.external_url.filled());
        Ok(Candidate {
            id: item.id.0.filled().or_else(|| url.clone()),
            title,
            text,
            source: self.source.clone(),
            url,
            published: item.date_published.0.or(item.date_modified.0),
            language: item.language.filled().or_else(|| self.language.clone()),
            bias: None,
            label: None,
        })
    }
}
