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

/// A text as [`text`] without characters that turn its direction around: what stands behind it, in a line of a terminal or
/// in another list, keeps its own.
pub fn line(line: &str) -> String {
    let seen: String = line.chars().filter(|c| !turns_direction(*c)).collect();
    text(&seen)
}

/// A headline as [`line`], or that there is none: a link needs words.
pub fn title(title: &str) -> String {
    seen(title).unwrap_or_else(|| "(no headline)".to_owned())
}

/// A text as [`line`], where anything in it can be seen.
fn seen(text: &str) -> Option<String> {
    Some(line(text)).filter(|line| !line.chars().all(is_invisible))
}

/// Embeddings, overrides and isolates: in a headline they are more often a trick than a need.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Spaces and the characters that Unicode lets nobody draw, fillers included.
fn is_invisible(c: char) -> bool {
    let is_ignorable = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}');
    is_ignorable || c.is_whitespace()
}

/// A member's headline as [`line`], without its own outlet at the end: the outlet stands beside it. None where it has none.
pub fn headline(member: &Member) -> Option<String> {
    let title = member.headline().as_deref().and_then(seen)?;
    let ending = [" - ", " | ", " – ", " — "].into_iter().filter_map(|sign| title.rsplit_once(sign));
    let outlets = || member.source.iter().chain(&member.publisher);
    let is_outlet =
        |name: &str| outlets().any(|outlet| same_words(bare(name), bare(outlet)) || same_words(name, label(outlet)));
    let cut =
        ending.filter(|(rest, name)| !rest.trim().is_empty() && is_outlet(name)).map(|(rest, _)| rest.len()).next();
    Some(cut.map_or_else(|| title.clone(), |end| title[..end].trim_end().to_owned()))
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

/// The language that a text is in, as HTML says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tongue {
    /// For `lang`; none where it is not known, or the page's own.
    pub lang: Option<String>,
    /// For `dir`.
    dir: &'static str,
}

impl Tongue {
    /// Languages that are written from right to left.
    const RIGHT_TO_LEFT: [&str; 6] = ["ar", "fa", "he", "ps", "ur", "yi"];
    /// The language of the page around the texts.
    const OF_PAGE: &str = "en";

    /// The language of a tag, where it looks like one (`pt-BR`, `pt_BR`).
    pub fn of(tag: Option<&str>) -> Self {
        let tag = tag.map(|tag| tag.trim().replace('_', "-"));
        let is_tag =
            |tag: &String| (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let lang = tag.filter(is_tag);
        let primary = lang.as_deref().and_then(|tag| tag.split('-').next());
        let is_from_right =
            primary.is_some_and(|primary| Self::RIGHT_TO_LEFT.iter().any(|tag| primary.eq_ignore_ascii_case(tag)));
        let dir = if is_from_right { "rtl" } else { "auto" };
        Self { lang: lang.filter(|tag| !tag.eq_ignore_ascii_case(Self::OF_PAGE)), dir }
    }

    /// The value of `dir` for a text of it, where that needs one.
    pub fn dir_of(&self, text: &str) -> Option<&'static str> {
        (self.dir != "auto" || !is_left_to_right(text)).then_some(self.dir)
    }
}

/// Whether nothing in a text runs from right to left or turns direction: then it is shown as the page around it.
pub fn is_left_to_right(text: &str) -> bool {
    text.is_ascii()
        || !text.chars().any(|c| {
            turns_direction(c)
                || matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}'
                    | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        })
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

/// The day of a time in UTC, counted from 1970 on.
pub fn day(time: Timestamp) -> i64 {
    time.as_unix_millis().div_euclid(DAY)
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

#[cfg(test)]
mod tests {
    use super::{Tongue, title};

    #[test]
    fn a_title_is_seen_and_stays_in_its_direction() {
        let cases = [
            ("Ferry aground", "Ferry aground"),
            ("\u{202e}Ferry\u{202c} aground\u{2066}", "Ferry aground"),
            ("", "(no headline)"),
            ("\u{200b}\u{200f}", "(no headline)"),
            ("\u{2067} \u{2069}", "(no headline)"),
            ("\u{ad}\u{feff}\u{3164}", "(no headline)"),
            ("7", "7"),
            ("❤", "❤"),
            ("قارب", "قارب"),
        ];
        for (given, expected) in cases {
            assert_eq!(title(given), expected, "{given:?}");
        }
    }

    #[test]
    fn a_language_tells_its_direction() {
        let cases = [
            (Some("ar"), Some("ar"), "rtl"),
            (Some("fa-IR"), Some("fa-IR"), "rtl"),
            (Some("he_IL"), Some("he-IL"), "rtl"),
            (Some("UR"), Some("UR"), "rtl"),
            (Some("en"), None, "auto"),
            (Some("EN"), None, "auto"),
            (Some("en_GB"), Some("en-GB"), "auto"),
            (Some("arz"), Some("arz"), "auto"),
            (Some("en\" onload=\""), None, "auto"),
            (None, None, "auto"),
        ];
        for (tag, lang, dir) in cases {
            assert_eq!(Tongue::of(tag), Tongue { lang: lang.map(str::to_owned), dir }, "{tag:?}");
        }
    }

    #[test]
    fn a_text_says_its_direction_where_that_is_not_the_pages() {
        let cases = [
            (Some("en"), "Ferry aground", None),
            (Some("fr"), "Le « traversier » échoué — à l’Elm", None),
            (Some("ja"), "エルムの港", None),
            (None, "قارب", Some("auto")),
            (Some("en"), "Ferry \u{5d0} aground", Some("auto")),
            (Some("en"), "Ferry \u{202e}aground", Some("auto")),
            (Some("en"), "Ferry \u{2067}aground", Some("auto")),
            (Some("en"), "Ferry\u{200f} aground", Some("auto")),
            (Some("dv"), "\u{780}\u{7a6}", Some("auto")),
            (Some("ff"), "\u{1e900}", Some("auto")),
            (Some("ar"), "Ferry aground", Some("rtl")),
        ];
        for (tag, text, expected) in cases {
            assert_eq!(Tongue::of(tag).dir_of(text), expected, "{tag:?} {text:?}");
        }
    }
}
