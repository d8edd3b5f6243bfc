//! What may be shown of texts, links and times that somebody else wrote.

use samestory::Timestamp;

/// Text with white space collapsed and without control characters, which HTML forbids. Escaping is the template's work.
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
        Some(Self { shown: format(time, "%-d %b %Y, %H:%M UTC")?, machine: time.to_string() })
    }
}

/// Formats a time in UTC by a `strftime` pattern.
pub fn format(time: Timestamp, pattern: &str) -> Option<String> {
    let instant = jiff::Timestamp::from_millisecond(time.as_unix_millis()).ok()?;
    Some(instant.strftime(pattern).to_string())
}
