//! What goes in: [`Article`], its [`ArticleId`] and its [`Timestamp`].

mod address;
#[cfg(feature = "serde")]
mod form;
mod timestamp;

use std::borrow::{Borrow, Cow};
use std::fmt;

pub(crate) use address::Address;
pub use timestamp::Timestamp;

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
/// In its serde form only `id` is required, a string or an integer (which becomes a string); `title`, `text`, `source`,
/// `url`, `published`, `lang` and `bias` are left out where unknown (`null` is unknown, too), and unknown fields are
/// ignored. The text is the first of `text`, `description`, `summary` and `snippet` that has more than white space.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "form::Article"))]
pub struct Article {
    id: ArticleId,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "String::is_empty"))]
    title: String,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "String::is_empty"))]
    text: String,
    /// Without white space around it, once, as it is compared for every pair; `None` where nothing is left.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    source: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    url: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    published: Option<Timestamp>,
    #[cfg_attr(feature = "serde", serde(rename = "lang", skip_serializing_if = "Option::is_none"))]
    language: Option<String>,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    bias: Option<Bias>,
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

    /// Whose it is, as far as outlets are told apart: the source, else the domain that was registered for its address
    /// (of `https://news.bbc.co.uk/a` it is `bbc.co.uk`), unless that passes on what others publish (Google News, `YouTube`,
    /// …). `None` where neither tells. Linear in the address where there is no source.
    ///
    /// Two spellings of one source are two outlets here; [`Publisher`](crate::story::Publisher) is who a story counts.
    ///
    /// ```
    /// use samestory::Article;
    /// let article = Article::new("a1", "Quake shakes Lisbon").with_url("https://www.dailyplanet.example/quake");
    /// assert_eq!(article.outlet().as_deref(), Some("dailyplanet.example"));
    /// ```
    #[must_use]
    pub fn outlet(&self) -> Option<Cow<'_, str>> {
        if let Some(source) = self.source() {
            return Some(Cow::Borrowed(source));
        }
        let address = Address::of_url(self.url()?).filter(|address| !address.passes_on())?;
        Some(address.into_registrable())
    }

    /// Whether both are of one outlet; those of nobody never are.
    pub(crate) fn shares_outlet(&self, other: &Self) -> bool {
        self.outlet().is_some_and(|outlet| other.outlet() == Some(outlet))
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

#[cfg(test)]
mod tests {
    use super::Article;

    #[test]
    fn outlet_is_the_source_or_the_registered_domain() {
        let cases = [
            ("source", "Harbour Post", "https://post.example/a", Some("Harbour Post")),
            ("url", "", "https://www.post.co.uk/a", Some("post.co.uk")),
            ("subdomain", "", "https://news.post.co.uk/a", Some("post.co.uk")),
            ("capitals", "", "HTTPS://News.Post.Example/A", Some("post.example")),
            ("blank source", "  ", "https://post.example", Some("post.example")),
            ("a portal's url", "", "https://news.google.com/rss/1", None),
            ("a subdomain of a portal's", "", "https://m.youtube.com/watch", None),
            ("no address of the web", "", "javascript:alert(1)", None),
            ("nothing", "", "", None),
        ];
        for (name, source, url, expected) in cases {
            let article = Article::new("a", "Quake shakes Lisbon").with_source(source).with_url(url);
            assert_eq!(article.outlet().as_deref(), expected, "{name}");
            assert_eq!(article.shares_outlet(&article), expected.is_some(), "{name}");
        }
    }
}
