//! Who published an article: [`Publisher`].

use std::fmt;

use crate::article::{Address, Article};
use crate::text::{normalize, words};

/// Who published an article, so that two articles of one publisher have equal values.
///
/// The first of these that an article has:
///
/// 1. a source that is a domain or a URL: the domain that was registered (`news.bbc.co.uk` is `bbc.co.uk`);
/// 2. a URL: the same, unless its host passes on what others publish (Google News, `YouTube`, …) and there is a source;
/// 3. a source that is a name: its words folded, without a leading `the` and a closing bracket (`The Hill (blog)` is
///    `hill`).
///
/// What is below a registered domain is one publisher, and so is a name: `sport.portal.example` and
/// `city.portal.example` are told apart, and `BBC News` and `bbc.com` joined, only by a
/// [`SourceDirectory`](super::SourceDirectory) that lists them. The registered domain comes from a rule, not from the
/// Public Suffix List: below a country's top level, 21 second levels (`co`, `com`, `gov`, `org`, …) count as suffix, and
/// a dozen blog hosts (`wordpress.com`, …). Regional suffixes (`on.ca`, `msk.ru`) are not known to it. On the hosts of
/// 180,000 news articles it differs from the list for one article in 18,000.
///
/// Publishers order by their text; cost is linear in the length of source and URL.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Publisher {
    key: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Kind {
    Domain,
    Name,
}

impl Publisher {
    /// The publisher of an article by its own fields; `None` where neither source nor URL names one.
    ///
    /// ```
    /// use samestory::{Article, story::Publisher};
    /// let article = Article::new("a", "Quake shakes Lisbon").with_url("https://news.bbc.co.uk/1/hi");
    /// assert_eq!(Publisher::of(&article).unwrap().as_str(), "bbc.co.uk");
    /// ```
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        Claim::of(article)?.publisher()
    }

    /// The publisher at a registered domain, or at a domain that a directory lists.
    pub(super) fn at(domain: impl Into<String>) -> Self {
        Self { key: domain.into(), kind: Kind::Domain }
    }

    /// The publisher of a name; `None` where the name has no word.
    pub(super) fn named(name: &str) -> Option<Self> {
        let key = fold_name(name);
        (!key.is_empty()).then_some(Self { key, kind: Kind::Name })
    }

    /// The domain, or the folded name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.key
    }

    /// The domain, where one is known.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        (self.kind == Kind::Domain).then_some(self.key.as_str())
    }
}

impl fmt::Display for Publisher {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)
    }
}

/// What readers call a source that no directory lists: the registered domain where it is an address, else its name.
pub(super) fn called(source: &str) -> String {
    let address = Address::of_source(without_bracket(source));
    address.map_or_else(|| source.to_owned(), |address| address.registrable().to_owned())
}

/// What an article says of its publisher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim<'a> {
    /// A place on the web, and the name beside it where there is one.
    Address(Address<'a>, Option<&'a str>),
    /// A name.
    Name(&'a str),
}

impl<'a> Claim<'a> {
    pub(super) fn of(article: &'a Article) -> Option<Self> {
        let url = article.url().and_then(Address::of_url);
        let Some(source) = article.source() else { return url.map(|url| Self::Address(url, None)) };
        if let Some(address) = Address::of_source(without_bracket(source)) {
            // The URL of the same publisher has the path and the subdomain too.
            let url = url.filter(|url| url.registrable() == address.registrable() && !address.has_path());
            return Some(Self::Address(url.unwrap_or(address), None));
        }
        // There the source's name tells more than the address.
        match url.filter(|url| !url.passes_on()) {
            Some(url) => Some(Self::Address(url, Some(source))),
            None => Some(Self::Name(source)),
        }
    }

    /// The publisher where no directory knows better.
    pub(super) fn publisher(&self) -> Option<Publisher> {
        match self {
            Self::Address(address, _) => Some(Publisher::at(address.registrable())),
            Self::Name(name) => Publisher::named(name),
        }
    }
}

/// The words of a name, folded: `The Hill (blog)` is `hill`. Empty where it has none.
pub(super) fn fold_name(name: &str) -> String {
    let name = without_bracket(name);
    let folded: Vec<_> = words(name).map(|(_, word)| normalize(word)).collect();
    let the = usize::from(folded.len() > 1 && folded.first().is_some_and(|word| word == "the"));
    folded[the..].join(" ")
}

/// A name without the bracket that closes it, which aggregators add: `(blog)`, `(press release)`.
fn without_bracket(name: &str) -> &str {
    let name = name.trim();
    match name.strip_suffix(')').and_then(|open| open.rsplit_once('(')) {
        Some((before, _)) if !before.trim().is_empty() => before.trim_end(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::Publisher;
    use crate::article::Article;

    fn article(source: &str, url: &str) -> Article {
        let article = Article::new("a", "Quake shakes Lisbon");
        let article = if source.is_empty() { article } else { article.with_source(source) };
        if url.is_empty() { article } else { article.with_url(url) }
    }

    #[test]
    fn publisher_is_the_registered_domain_or_the_folded_name() {
        let cases = [
            ("url", "", "https://www.post.co.uk/a", Some("post.co.uk")),
            ("subdomain", "", "https://news.post.co.uk/a", Some("post.co.uk")),
            ("source is a domain", "News.Post.co.uk", "", Some("post.co.uk")),
            ("source with a bracket", "Post.example (blog)", "", Some("post.example")),
            ("source before a foreign url", "post.example", "https://portal.example/post", Some("post.example")),
            ("url before a name", "Harbour Post", "https://post.example/a", Some("post.example")),
            ("name where the url passes on", "Harbour Post", "https://news.google.com/rss/1", Some("harbour post")),
            ("google itself", "Harbour Post", "https://blog.google.com/1", Some("google.com")),
            ("passing on without a name", "", "https://www.youtube.com/watch", Some("youtube.com")),
            ("name", "Harbour Post", "", Some("harbour post")),
            ("name with article", "The Harbour  Post", "", Some("harbour post")),
            ("name with bracket", "HARBOUR POST (press release)", "", Some("harbour post")),
            ("the alone", "The", "", Some("the")),
            ("bad url", "Harbour Post", "javascript:alert(1)", Some("harbour post")),
            ("nothing", "", "", None),
            ("blank source", "  ", "https://post.example", Some("post.example")),
            ("no word", "***", "", None),
        ];
        for (name, source, url, expected) in cases {
            let publisher = Publisher::of(&article(source, url));
            assert_eq!(publisher.as_ref().map(Publisher::as_str), expected, "{name}");
        }
    }

    #[test]
    fn a_name_and_a_domain_of_the_same_letters_differ() {
        let domain = Publisher::of(&article("post.example", ""));
        assert_eq!(domain.as_ref().and_then(Publisher::domain), Some("post.example"));
        assert_eq!(Publisher::named("post.example").as_ref().and_then(Publisher::domain), None);
    }
}
