//! What may be shown of texts, links and times that somebody else wrote; on a page and in a terminal.

use samestory::story::{KeyPoint, Member, Summary};
use samestory::{Story, Timestamp};

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// Text with white space collapsed and without control characters, which HTML forbids and which move the cursor of a
/// terminal. Escaping is the template's work.
///
/// Marks of writing direction stay: the page shows each text in a box of its own direction, which they cannot leave.
pub fn text(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A headline as [`text`], or that there is none: a link needs words.
pub fn title(title: &str) -> String {
    Some(text(title)).filter(|title| !title.is_empty()).unwrap_or_else(|| "(no headline)".to_owned())
}

/// A member's headline as [`title`], without its own outlet at the end: the outlet stands beside it.
pub fn headline(member: &Member) -> String {
    let title = title(&member.title);
    let ending = [" - ", " | ", " – ", " — "].into_iter().filter_map(|sign| title.rsplit_once(sign));
    let outlets = || member.source.iter().chain(&member.publisher);
    let is_outlet =
        |name: &str| outlets().any(|outlet| same_words(bare(name), bare(outlet)) || same_words(name, label(outlet)));
    let cut =
        ending.filter(|(rest, name)| !rest.trim().is_empty() && is_outlet(name)).map(|(rest, _)| rest.len()).next();
    cut.map_or_else(|| title.clone(), |end| title[..end].trim_end().to_owned())
}

/// The part of a domain that is a name.
fn label(outlet: &str) -> &str {
    outlet.strip_prefix("www.").unwrap_or(outlet).split('.').next().unwrap_or_default()
}

/// An outlet's name without its article: some write `The`, and some do not.
fn bare(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(' ') {
        Some((article, rest)) if article.eq_ignore_ascii_case("the") => rest,
        _ => name,
    }
}

/// The address where it is `http` or `https` and has no character that browsers repair or drop; else none.
pub fn link(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\\' | '"' | '<' | '>');
    (is_web && !rest.is_empty() && !url.contains(is_odd)).then(|| url.to_owned())
}

/// A language tag for `lang`, where it looks like one.
pub fn language(tag: &str) -> Option<String> {
    let is_tag = (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    is_tag.then(|| tag.to_owned())
}

/// A name that is safe as a fragment of an address.
pub fn anchor(id: &str) -> String {
    format!("s-{}", id.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
}

/// A time, for readers and for machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// `8 Mar 2026, 09:30 UTC`.
    pub shown: String,
    /// RFC 3339.
    pub machine: String,
}

impl Moment {
    /// A time as the page shows it.
    pub fn of(time: Timestamp) -> Option<Self> {
        let pattern = if is_day(time) { "%-d %b %Y" } else { "%-d %b %Y, %H:%M UTC" };
        Some(Self { shown: format(time, pattern)?, machine: time.to_string() })
    }
}

/// Whether a time is a day without an hour, as many feeds give it.
pub fn is_day(time: Timestamp) -> bool {
    time.as_unix_millis() % DAY == 0
}

/// The summary and the key points of a story, without a sentence that stands above it already.
pub fn told(story: &Story) -> (Option<&Summary>, Vec<&KeyPoint>) {
    let summary = story.summary.as_ref().filter(|summary| !same_words(&summary.text, &story.title));
    let is_news = |point: &&KeyPoint| summary.is_none_or(|summary| !same_words(&summary.text, &point.text));
    (summary, story.key_points.iter().filter(is_news).collect())
}

/// Whether two sentences differ in nothing but case, quotation marks and spaces.
fn same_words(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<Vec<_>>()
    };
    letters(one) == letters(other)
}

/// Formats a time in UTC by a `strftime` pattern.
pub fn format(time: Timestamp, pattern: &str) -> Option<String> {
    let instant = jiff::Timestamp::from_millisecond(time.as_unix_millis()).ok()?;
    Some(instant.strftime(pattern).to_string())
}
