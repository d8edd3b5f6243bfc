//! Articles from an RSS or Atom feed.

use feed_rs::model::{Content, Entry, Feed, FeedType, Link, Text};
use feed_rs::parser::{Builder, ParseErrorKind, ParseFeedError};
use samestory::Timestamp;

use super::batch::{Candidate, is_blank};
use super::fault::{Fault, Located, Quoted};
use super::html;
use super::lines::LineCounter;
use super::outlets::{Outlets, publishing_domain};
use super::outline::{EntryPlace, EntrySource, Outline};

/// What one entry came to, and the line it is on.
#[derive(Debug)]
pub struct Found {
    pub line: usize,
    pub candidate: Result<Candidate, Fault>,
}

/// Reads all entries of a feed.
pub fn entries(bytes: &[u8]) -> Result<Vec<Found>, Located> {
    let outline = Outline::of(bytes)?;
    // feed-rs makes ids up where there are none; we name by link, or by line.
    let parser = Builder::new().id_generator(|_, _, _| String::new()).build();
    let feed = parser.parse(outline.text.as_bytes()).map_err(|error| located(error, &outline.text))?;
    if outline.entries.is_empty() {
        return Err(Located { line: 1, fault: Fault::NoEntries });
    }
    if feed.entries.len() != outline.entries.len() {
        let fault = Fault::EntriesLost { all: outline.entries.len(), read: feed.entries.len() };
        return Err(Located { line: outline.entries[0].line, fault });
    }
    let channel = Channel::of(&feed);
    let found = feed.entries.into_iter().zip(outline.entries).map(|(entry, place)| {
        let line = place.line;
        Found { line, candidate: channel.candidate(entry, place) }
    });
    Ok(found.collect())
}

fn located(error: ParseFeedError, text: &str) -> Located {
    let position = match &error {
        ParseFeedError::ParseError(
            ParseErrorKind::UnknownMimeType { position, .. }
            | ParseErrorKind::MissingContent { position, .. }
            | ParseErrorKind::UnknownEnumVariant { position, .. }
            | ParseErrorKind::IllegalState { position, .. },
        ) => *position,
        _ => 0,
    };
    let line = LineCounter::new(text.as_bytes()).line_at(usize::try_from(position).unwrap_or(0));
    Located { line, fault: Fault::Feed(error) }
}

/// What the entries of a feed have in common.
#[derive(Debug)]
struct Channel {
    markup: Markup,
    outlets: Outlets,
    language: Option<String>,
}

/// Whether texts say themselves what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Markup {
    /// Atom: each text has a type.
    Typed,
    /// RSS: HTML is anywhere, whatever the specification says.
    Anywhere,
}

impl Channel {
    fn of(feed: &Feed) -> Self {
        let title = feed.title.as_ref().map(|title| html::text(&title.content));
        Self {
            markup: if feed.feed_type == FeedType::Atom { Markup::Typed } else { Markup::Anywhere },
            outlets: Outlets::of(
                page_link(&feed.links),
                title,
                feed.entries.iter().map(|entry| page_link(&entry.links)),
            ),
            language: feed.language.clone().filter(|tag| !tag.trim().is_empty()),
        }
    }

    fn candidate(&self, entry: Entry, place: EntryPlace) -> Result<Candidate, Fault> {
        let read = |text: &Text| self.text(text.content_type.as_str(), &text.content);
        let title = entry.title.as_ref().map(read).unwrap_or_default();
        let content = entry.content.as_ref().and_then(|content| self.content(content));
        let summary = entry.summary.as_ref().map(read);
        let text = content.into_iter().chain(summary).find(|text| !text.is_empty()).unwrap_or_default();
        if title.is_empty() && text.is_empty() {
            return Err(Fault::NoWords);
        }
        let published = entry.published.or(entry.updated);
        if let (None, Some(time)) = (published, place.times.iter().find(|time| !time.trim().is_empty())) {
            return Err(Fault::BadFeedTime { value: Quoted::text(time.trim()) });
        }
        let url = page_link(&entry.links).map(str::to_owned);
        let source = place.source.and_then(named).or_else(|| self.outlets.source(url.as_deref()));
        Ok(Candidate {
            id: Some(entry.id.trim().to_owned()).filter(|id| !id.is_empty()).or_else(|| url.clone()),
            title,
            text,
            source,
            url,
            published: published.map(|time| Timestamp::from_unix_millis(time.timestamp_millis())),
            language: place.language.or(entry.language).or_else(|| self.language.clone()),
            bias: None,
            label: None,
        })
    }

    fn content(&self, content: &Content) -> Option<String> {
        let kind = content.content_type.as_str();
        let is_text = kind.starts_with("text/") || kind.starts_with("application/xhtml");
        content.body.as_deref().filter(|_| is_text).map(|body| self.text(kind, body))
    }

    fn text(&self, kind: &str, text: &str) -> String {
        let is_plain = self.markup == Markup::Typed && kind == "text/plain";
        let text = if is_plain { text.trim().to_owned() } else { html::text(text) };
        // Some escape twice.
        if is_blank(&text) { String::new() } else { text }
    }
}

/// The address of the page that a reader would open: not of the feed itself, a comment page or a sound file.
fn page_link(links: &[Link]) -> Option<&str> {
    let is_page = |link: &&Link| link.target.is_none() && matches!(link.rel.as_deref(), None | Some("alternate"));
    links.iter().filter(is_page).map(|link| link.href.trim()).find(|href| !href.is_empty())
}

/// Whose an entry is by its own word: a domain where it has one, or a name.
fn named(source: EntrySource) -> Option<String> {
    let domain = source.address.and_then(|address| publishing_domain(&address));
    domain.or_else(|| Some(html::text(&source.title)).filter(|title| !title.is_empty()))
}
