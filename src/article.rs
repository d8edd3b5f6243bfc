//! What goes in: [`Article`], its [`ArticleId`] and its [`Timestamp`].

use std::borrow::Borrow;
use std::fmt;

use crate::error::Error;

/// The caller's name for an article; unique within a batch.
///
/// Ids order as their bytes do. That order breaks ties everywhere, so the same articles give the same stories whatever
/// order they come in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct ArticleId(String);

impl ArticleId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for ArticleId {
    fn from(id: T) -> Self {
        Self(id.into())
    }
}

impl AsRef<str> for ArticleId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Maps by id are asked with a `&str`.
impl Borrow<str> for ArticleId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// With the `serde` feature it is written as RFC 3339 in UTC (`"2026-03-01T12:00:00Z"`) and read from RFC 3339 with any
/// offset, or from a number: Unix seconds, or Unix milliseconds where the number is 100,000,000,000 or more. Of numbers
/// outside the years 0 to 9999, such as microseconds, there is no time: they are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 0000-01-01T00:00:00Z, in milliseconds.
    const MIN_MILLIS: i64 = -62_167_219_200_000;
    /// 9999-12-30T22:00:00Z, in milliseconds: the last time that is a four-digit year in every time zone.
    const MAX_MILLIS: i64 = 253_402_207_200_000;

    /// From seconds since 1970. Times outside the years 0 to 9999 become the nearest that is inside.
    ///
    /// ```
    /// use samestory::Timestamp;
    /// assert_eq!(Timestamp::from_unix_seconds(1_772_366_400).as_unix_millis(), 1_772_366_400_000);
    /// ```
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self::from_unix_millis(seconds.saturating_mul(1000))
    }

    /// From milliseconds since 1970. Times outside the years 0 to 9999 become the nearest that is inside.
    #[must_use]
    pub const fn from_unix_millis(millis: i64) -> Self {
        if millis < Self::MIN_MILLIS {
            Self(Self::MIN_MILLIS)
        } else if millis > Self::MAX_MILLIS {
            Self(Self::MAX_MILLIS)
        } else {
            Self(millis)
        }
    }

    /// From milliseconds since 1970, inside the years 0 to 9999 only.
    #[cfg(feature = "serde")]
    fn within_years(millis: i64) -> Option<Self> {
        (Self::MIN_MILLIS..=Self::MAX_MILLIS).contains(&millis).then_some(Self(millis))
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn as_unix_millis(self) -> i64 {
        self.0
    }

    /// Days between two times, whichever is earlier; never negative.
    #[must_use]
    pub fn days_between(self, other: Self) -> f32 {
        (self.0.abs_diff(other.0) as f64 / 86_400_000.0) as f32
    }
}

#[cfg(feature = "serde")]
mod rfc3339 {
    use std::fmt;
    use std::str::FromStr;

    use serde::de::Unexpected;

    use super::{Error, Timestamp};

    impl FromStr for Timestamp {
        type Err = Error;

        /// Reads RFC 3339 with any offset. Needs the `serde` feature.
        fn from_str(text: &str) -> Result<Self, Error> {
            let instant: jiff::Timestamp =
                text.parse().map_err(|_| Error::Timestamp { value: text.chars().take(64).collect() })?;
            Ok(Self::from_unix_millis(instant.as_millisecond()))
        }
    }

    /// RFC 3339 in UTC. Needs the `serde` feature.
    impl fmt::Display for Timestamp {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match jiff::Timestamp::from_millisecond(self.as_unix_millis()) {
                Ok(instant) => instant.fmt(f),
                // The constructors keep every value inside jiff's range.
                Err(_) => Err(fmt::Error),
            }
        }
    }

    impl serde::Serialize for Timestamp {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    struct Visitor;

    /// Numbers from here on (the year 5138 in seconds, 1973 in milliseconds) are milliseconds.
    const FIRST_MILLIS: u64 = 100_000_000_000;

    impl serde::de::Visitor<'_> for Visitor {
        type Value = Timestamp;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a time in RFC 3339, or Unix seconds or milliseconds")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
            text.parse().map_err(E::custom)
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Timestamp, E> {
            let millis = if number.unsigned_abs() < FIRST_MILLIS { number * 1000 } else { number };
            Timestamp::within_years(millis).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Timestamp, E> {
            let signed = i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
            self.visit_i64(signed)
        }

        fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Timestamp, E> {
            let millis = if number.abs() < FIRST_MILLIS as f64 { number * 1000.0 } else { number };
            // `as` saturates, and what it makes of NaN is not asked for.
            let time = Some(millis).filter(|millis| millis.is_finite()).map(|millis| millis as i64);
            time.and_then(Timestamp::within_years).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    impl<'de> serde::Deserialize<'de> for Timestamp {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Visitor)
        }
    }
}

/// Which side a publisher or an article leans to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Bias {
    /// Left.
    Left,
    /// Leaning left.
    LeanLeft,
    /// Centre.
    Center,
    /// Leaning right.
    LeanRight,
    /// Right.
    Right,
}

impl Bias {
    /// All sides, from left to right.
    pub const ALL: [Self; 5] = [Self::Left, Self::LeanLeft, Self::Center, Self::LeanRight, Self::Right];

    /// The name that the serde form uses: `left`, `lean-left`, `center`, `lean-right`, `right`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::LeanLeft => "lean-left",
            Self::Center => "center",
            Self::LeanRight => "lean-right",
            Self::Right => "right",
        }
    }
}

impl std::str::FromStr for Bias {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|bias| bias.name() == name).ok_or_else(|| Error::UnknownName {
            what: "bias",
            value: name.chars().take(64).collect(),
            allowed: "left, lean-left, center, lean-right or right",
        })
    }
}

/// One piece of news: a headline, a text, or both, and what is known about them.
///
/// Only the id is required. An article without any usable word is legal: it becomes a story of its own.
///
/// ```
/// use samestory::{Article, Timestamp};
/// let article = Article::new("a1", "Quake shakes Lisbon")
///     .with_text("A strong earthquake shook Lisbon on Sunday.")
///     .with_source("dailyplanet.example")
///     .with_published(Timestamp::from_unix_seconds(1_772_366_400));
/// assert_eq!(article.title(), "Quake shakes Lisbon");
/// ```
///
/// In its serde form only `id` is required; `title`, `text`, `source`, `url`, `published`, `lang` and `bias` are left
/// out where unknown (`null` is unknown, too), and unknown fields are ignored. `snippet`, `summary` and `description` are
/// read as `text`.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Article {
    id: ArticleId,
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "empty_for_null", skip_serializing_if = "String::is_empty")
    )]
    title: String,
    #[cfg_attr(
        feature = "serde",
        serde(
            default,
            alias = "snippet",
            alias = "summary",
            alias = "description",
            deserialize_with = "empty_for_null",
            skip_serializing_if = "String::is_empty"
        )
    )]
    text: String,
    /// Without white space around it; `None` where nothing is left.
    #[cfg_attr(
        feature = "serde",
        serde(default, deserialize_with = "trimmed_source", skip_serializing_if = "Option::is_none")
    )]
    source: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    url: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    published: Option<Timestamp>,
    #[cfg_attr(feature = "serde", serde(default, rename = "lang", skip_serializing_if = "Option::is_none"))]
    language: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    bias: Option<Bias>,
}

/// Feeds that have no headline or text have `null` there.
#[cfg(feature = "serde")]
fn empty_for_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    serde::Deserialize::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Once, as it is compared for every pair.
#[cfg(feature = "serde")]
fn trimmed_source<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    serde::Deserialize::deserialize(deserializer).map(|source: Option<String>| source.and_then(trimmed))
}

/// Without white space around it; `None` where nothing is left.
fn trimmed(text: String) -> Option<String> {
    let bare = text.trim();
    if bare.is_empty() {
        return None;
    }
    Some(if bare.len() == text.len() { text } else { bare.to_owned() })
}

impl Article {
    /// An article with an id and a headline (empty where it has none).
    #[must_use]
    pub fn new(id: impl Into<ArticleId>, title: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            title: title.into(),
            text: String::new(),
            source: None,
            url: None,
            published: None,
            language: None,
            bias: None,
        }
    }

    /// Sets the text: a snippet, a lead or the whole article, plain. Tags and character references of HTML are no words,
    /// and `<p>` or `<li>` end a sentence, but one with a tag or reference in it is never a key point.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// Sets the source: the publisher's domain or name. White space around it is cut, and a blank one is none.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = trimmed(source.into());
        self
    }

    /// Sets the address of the article.
    #[must_use]
    pub fn with_url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// Sets when it was published.
    #[must_use]
    pub fn with_published(mut self, published: Timestamp) -> Self {
        self.published = Some(published);
        self
    }

    /// Sets the language as a BCP 47 tag, such as `en` or `pt-BR`.
    #[must_use]
    pub fn with_language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Sets the side it leans to; goes before what a sources table says of its publisher.
    #[must_use]
    pub fn with_bias(mut self, bias: Bias) -> Self {
        self.bias = Some(bias);
        self
    }

    /// The caller's id.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.id
    }

    /// The headline as it came; empty where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The text as it came; empty where there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The publisher's domain or name, without white space around it; `None` where nothing is left.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// The address.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// When it was published.
    #[must_use]
    pub fn published(&self) -> Option<Timestamp> {
        self.published
    }

    /// The language's BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The side it leans to, where the caller knows.
    #[must_use]
    pub fn bias(&self) -> Option<Bias> {
        self.bias
    }
}
