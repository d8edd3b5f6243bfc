//! Articles from a JSON Feed (<https://www.jsonfeed.org/>, versions 1 and 1.1).
//!
//! Not read through feed-rs, which refuses a whole feed for one id that is a number, and passes over the language of an
//! item and the times that it cannot read.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::batch::{Candidate, is_blank};
use super::fault::{Fault, Located};
use super::feed::Found;
use super::html;
use super::json::{Id, Moment, Shape, Words};
use super::lines::LineCounter;
use super::outlets::{Outlets, domain};

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
    let address = addresses.into_iter().flatten().find(|address| domain(address).is_some());
    let mut lines = LineCounter::new(text.as_bytes());
    let item = |item: &&RawValue| {
        let line = lines.line_of(item.get().as_bytes());
        Found { line, candidate: ITEM.read(item.get()).and_then(Item::into_candidate) }
    };
    let mut found: Vec<Found> = feed.items.iter().map(item).collect();
    let pages = found.iter().map(|found| found.candidate.as_ref().ok()?.url.as_deref());
    let outlets = Outlets::of(address.as_deref(), feed.title.filled(), pages);
    let language = feed.language.filled();
    for candidate in found.iter_mut().flat_map(|found| &mut found.candidate) {
        candidate.source = outlets.source(candidate.url.as_deref());
        candidate.language = candidate.language.take().or_else(|| language.clone());
    }
    Ok(found)
}

impl Item<'_> {
    /// What it says by itself.
    fn into_candidate(self) -> Result<Candidate, Fault> {
        let content = self.content_html.filled().map(|html| html::text(&html)).filter(|text| !is_blank(text));
        let text = content.or(self.content_text.filled()).or(self.summary.filled()).unwrap_or_default();
        let title = self.title.seen().unwrap_or_default();
        if title.is_empty() && is_blank(&text) {
            return Err(Fault::NoWords);
        }
        let url = self.url.filled().or(self.external_url.filled());
        Ok(Candidate {
            id: self.id.0.filled().or_else(|| url.clone()),
            title,
            text,
            source: None,
            url,
            published: self.date_published.0.or(self.date_modified.0),
            language: self.language.filled(),
            bias: None,
            label: None,
        })
    }
}
