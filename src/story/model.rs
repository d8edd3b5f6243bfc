//! What comes out: [`Story`] and its parts.

use std::borrow::Borrow;
use std::fmt;

use crate::article::{Article, ArticleId, Bias, Timestamp};
use crate::story::coverage::Coverage;
use crate::story::display::decoded;
use crate::story::related::Related;
use crate::story::side_view::SideView;
use crate::text::{HouseStyle, Span};

/// The name of a story: the same for the same set of article ids, whatever their order, on every machine.
///
/// 16 hexadecimal digits: FNV-1a (64 bits) over the members' ids in order, each followed by a zero byte.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
pub struct StoryId(String);

impl StoryId {
    /// The id of the story that holds exactly these articles.
    #[must_use]
    pub fn of<'a>(members: impl IntoIterator<Item = &'a ArticleId>) -> Self {
        let mut ids: Vec<&str> = members.into_iter().map(ArticleId::as_str).collect();
        ids.sort_unstable();
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in ids.iter().flat_map(|id| id.bytes().chain([0])) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Self(format!("{hash:016x}"))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// From text that was one: it is taken as it is.
impl<T: Into<String>> From<T> for StoryId {
    fn from(id: T) -> Self {
        Self(id.into())
    }
}

impl AsRef<str> for StoryId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Maps by id are asked with a `&str`.
impl Borrow<str> for StoryId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which part of an article a piece of text was cut from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Field {
    /// Its headline.
    Title,
    /// Its text.
    Text,
}

/// A group of articles about one event, and what they say.
///
/// Its serde form has the fields of this struct under their own names.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Story {
    /// Stable for the same set of articles.
    pub id: StoryId,
    /// One of the members' headlines, without outlet, tags and teaser (`. See pictures`); a sentence where no member has a
    /// headline. Plain text: escape it before it goes into HTML, as all text here.
    pub title: String,
    /// The article that the title is from. Where several have it word by word, one that is no copy, and of these the
    /// earliest, then the first by id; so with summary and key points.
    pub title_article: ArticleId,
    /// Where in that article the title was cut from.
    pub title_field: Field,
    /// The bytes of that field. The title may differ from them by decoded entities, white space, and the case of a
    /// headline that was all in capitals; never by a word.
    pub title_span: Span,
    /// One sentence that stands alone. `None` where no member has text, and where no sentence of a text can stand alone or
    /// has to do with the title: texts cut off, questions, `He said`. Without a full stop where it is the line under a
    /// headline of an outlet that ends none with one. Often the first key point too: what shows both leaves that out.
    pub summary: Option<Summary>,
    /// Up to the configured number of sentences, each new to the ones before it, each from one article. What happened
    /// first, so the first may be the summary.
    pub key_points: Vec<KeyPoint>,
    /// What the story is about, as written in the articles, most telling first.
    pub keywords: Vec<String>,
    /// The members, the most central first.
    pub articles: Vec<Member>,
    /// Who covered it, and when.
    pub coverage: Coverage,
    /// What the left, the centre and the right say, as far as at least two publishers of a side do.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sides: Vec<SideView>,
    /// Other stories that are near this one, the nearest first; empty until [`relate`](super::relate) looked for them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub related: Vec<Related>,
}

/// One sentence that says what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Summary {
    /// The sentence.
    pub text: String,
    /// The article that it is from.
    pub article: ArticleId,
    /// What readers call that article's publisher, where known (see [`Member::publisher`]).
    pub publisher: Option<String>,
    /// Where the sentence was cut from.
    pub field: Field,
    /// The bytes of that field.
    pub span: Span,
}

/// One thing that the story says, in the words of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct KeyPoint {
    /// The sentence.
    pub text: String,
    /// The article that it is from.
    pub article: ArticleId,
    /// What readers call that article's publisher, where known (see [`Member::publisher`]).
    pub publisher: Option<String>,
    /// Where the sentence was cut from.
    pub field: Field,
    /// The bytes of that field.
    pub span: Span,
    /// Distinct publishers that say the same, this one included; at least 1. Who prints a copy of one wire report says it
    /// too. As in [`Coverage::publishers`], which it never exceeds where that is not 0, articles that name no publisher are
    /// not counted.
    pub support: usize,
}

/// An article inside a story.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Member {
    /// The caller's id.
    pub id: ArticleId,
    /// Its headline, as it came.
    pub title: String,
    /// Its source, as it came.
    pub source: Option<String>,
    /// What readers call its publisher: the name that the caller's table has for it, else its source where that is a name,
    /// else the domain that [`Coverage::publishers`] counts: `www.post.example` and `africa.post.example` are one.
    #[cfg_attr(feature = "serde", serde(default))]
    pub publisher: Option<String>,
    /// Its own bias, else its publisher's in the caller's table.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub bias: Option<Bias>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// Cosine similarity to the story's centroid, in [0, 1].
    pub similarity: f32,
    /// The earliest member that this one is a copy of.
    pub duplicate_of: Option<ArticleId>,
}

impl Member {
    /// Its title as a reader sees it: references of HTML decoded once, as in [`Story::title`] (`&amp;` is `&`), and single
    /// spaces; with outlet and marks. `None` where it is blank, or says that there is none (`Untitled`, `Headline
    /// Unavailable`). Plain text: escape it before it goes into HTML. Linear in its length.
    ///
    /// ```
    /// use samestory::{Article, group};
    /// let stories = group(&[Article::new("a", "Mayor&#39;s plan &amp; harbour")])?;
    /// assert_eq!(stories[0].articles[0].headline().as_deref(), Some("Mayor's plan & harbour"));
    /// # Ok::<(), samestory::Error>(())
    /// ```
    #[must_use]
    pub fn headline(&self) -> Option<String> {
        let article = Article::new(self.id.clone(), self.title.as_str());
        let article = match &self.source {
            Some(source) => article.with_source(source.as_str()),
            None => article,
        };
        let core = HouseStyle::default().headline(&article);
        (!core.text(&self.title).trim().is_empty()).then(|| decoded(&self.title))
    }
}
