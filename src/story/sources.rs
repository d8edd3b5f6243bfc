//! What the caller knows about publishers, to look up: [`SourceDirectory`].

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Address, Article, Bias};
use crate::error::Error;
use crate::story::publisher::{Claim, Publisher, called, fold_name};
use crate::story::source_info::SourceInfo;

/// A table of publishers, made from the caller's rows; the library ships none and rates nobody.
///
/// An article is looked up by its URL, and by its source where that is a domain:
///
/// 1. rows with a path, the longest first: `post.example/city` for `https://post.example/city/2026/fair`;
/// 2. the row of the host, then of the domains above it: `sport.post.example`, `post.example`;
/// 3. the row with the source's name, case, punctuation, a leading `the` and a closing bracket aside. A name of
///    several publishers finds none of them.
///
/// Rows with the same name and the same owner are editions of one publisher (`bbc.co.uk` and `bbc.com`).
///
/// Looking up costs O(L log R) for R rows and a URL of length L. The default is the empty table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceDirectory {
    rows: Vec<Row>,
    by_address: BTreeMap<String, usize>,
    by_name: BTreeMap<String, Named>,
    columns: BTreeSet<Column>,
}

/// What the rows may tell beyond the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Bias,
    Factuality,
    Owner,
    Country,
}

impl Column {
    fn of(info: &SourceInfo) -> impl Iterator<Item = Self> {
        let filled = [
            info.bias().map(|_| Self::Bias),
            info.factuality().map(|_| Self::Factuality),
            info.owner().map(|_| Self::Owner),
            info.country().map(|_| Self::Country),
        ];
        filled.into_iter().flatten()
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    info: SourceInfo,
    publisher: Publisher,
}

/// The row that a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    One(usize),
    Ambiguous,
}

impl SourceDirectory {
    /// A table of these rows.
    ///
    /// A domain may be written as a URL, in any case, with or without `www.`. What is no domain is found as a name.
    ///
    /// # Errors
    ///
    /// [`Error::NoDomain`] where a row has neither a domain nor a name in its place; [`Error::RepeatedDomain`] where two rows
    /// have the same.
    pub fn new(rows: impl IntoIterator<Item = SourceInfo>) -> Result<Self, Error> {
        let rows: Vec<SourceInfo> = rows.into_iter().collect();
        let mut by_address = BTreeMap::new();
        for (position, info) in rows.iter().enumerate() {
            let key = info.key();
            if key.is_empty() {
                return Err(Error::NoDomain { row: position + 1 });
            }
            if by_address.insert(key, position).is_some() {
                return Err(Error::RepeatedDomain { domain: info.domain().chars().take(128).collect() });
            }
        }
        let columns = rows.iter().flat_map(Column::of).collect();
        let rows = with_publishers(rows, &by_address);
        let mut directory = Self { rows, by_address, by_name: BTreeMap::new(), columns };
        // In the order of the domains, so that the order of the rows decides nothing.
        for (address, &position) in &directory.by_address {
            let Some(row) = directory.rows.get(position) else { continue };
            let bare = Address::of_source(row.info.domain()).is_none().then_some(address.as_str());
            for name in row.info.name().into_iter().chain(bare) {
                let name = fold_name(name);
                if name.is_empty() {
                    continue;
                }
                let known = directory.by_name.entry(name).or_insert(Named::One(position));
                let is_other = |first: usize| directory.rows.get(first).is_some_and(|r| r.publisher != row.publisher);
                if matches!(*known, Named::One(first) if is_other(first)) {
                    *known = Named::Ambiguous;
                }
            }
        }
        Ok(directory)
    }

    /// Rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing is known about anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = &SourceInfo> {
        self.rows.iter().map(|row| &row.info)
    }

    /// What is known about the publisher of an article.
    #[must_use]
    pub fn info(&self, article: &Article) -> Option<&SourceInfo> {
        if self.is_empty() {
            return None;
        }
        self.row(&Claim::of(article)?).map(|row| &row.info)
    }

    /// The publisher of an article: editions joined, sections with a row of their own told apart, names resolved.
    ///
    /// Where the table has no row, [`Publisher::of`]. `None` where the article names no publisher.
    #[must_use]
    pub fn publisher(&self, article: &Article) -> Option<Publisher> {
        let claim = Claim::of(article)?;
        self.row(&claim).map(|row| row.publisher.clone()).or_else(|| claim.publisher())
    }

    /// What readers call the publisher of an article: the name in its row, else its source where that is a name, else
    /// the domain by which [`publisher`](Self::publisher) counts it: `africa.post.example` is `post.example`.
    #[must_use]
    pub fn name(&self, article: &Article) -> Option<String> {
        // Where no table knows better, the source alone tells.
        if let Some(source) = article.source().filter(|_| self.is_empty()) {
            return Some(called(source));
        }
        let claim = Claim::of(article)?;
        let row = self.row(&claim);
        if let Some(name) = row.and_then(|row| row.info.name()) {
            return Some(name.to_owned());
        }
        match claim {
            Claim::Address(_, Some(name)) | Claim::Name(name) => Some(name.to_owned()),
            Claim::Address(_, None) => row
                .map(|row| row.publisher.to_string())
                .or_else(|| claim.publisher().map(|publisher| publisher.to_string())),
        }
    }

    /// The bias of an article: its own, else that in its publisher's row.
    #[must_use]
    pub fn bias(&self, article: &Article) -> Option<Bias> {
        article.bias().or_else(|| self.info(article)?.bias())
    }

    /// Whether any row has this column filled.
    pub(super) fn has(&self, column: Column) -> bool {
        self.columns.contains(&column)
    }

    fn row(&self, claim: &Claim<'_>) -> Option<&Row> {
        if self.is_empty() {
            return None;
        }
        let position = match claim {
            Claim::Address(address, name) => self.at(address).or_else(|| name.and_then(|name| self.named(name))),
            Claim::Name(name) => self.named(name),
        };
        self.rows.get(position?)
    }

    fn at(&self, address: &Address<'_>) -> Option<usize> {
        let whole = address.whole();
        let above = |key: &&str| {
            let (above, _) = key.rsplit_once('/')?;
            (above.len() > address.host.len()).then_some(&whole[..above.len()])
        };
        let longest = address.has_path().then_some(whole.as_str());
        let by_path = std::iter::successors(longest, above).find_map(|key| self.by_address.get(key));
        by_path.or_else(|| address.domains().find_map(|domain| self.by_address.get(domain))).copied()
    }

    fn named(&self, name: &str) -> Option<usize> {
        match self.by_name.get(&fold_name(name))? {
            Named::One(position) => Some(*position),
            Named::Ambiguous => None,
        }
    }
}

/// Gives each row its publisher: the first domain, in their order, of those with its name and owner; else its own.
fn with_publishers(rows: Vec<SourceInfo>, by_address: &BTreeMap<String, usize>) -> Vec<Row> {
    let mut editions: BTreeMap<(String, String), &str> = BTreeMap::new();
    let mut keys = vec![""; rows.len()];
    for (address, &position) in by_address {
        let edition = rows.get(position).and_then(|row| Some((fold_name(row.name()?), fold_name(row.owner()?))));
        let first = match edition {
            Some((name, owner)) if !name.is_empty() && !owner.is_empty() => {
                editions.entry((name, owner)).or_insert(address)
            }
            _ => address.as_str(),
        };
        if let Some(key) = keys.get_mut(position) {
            *key = first;
        }
    }
    let publisher = |key: &str| match Address::of_source(key) {
        Some(_) => Publisher::at(key),
        None => Publisher::named(key).unwrap_or_else(|| Publisher::at(key)),
    };
    rows.into_iter().zip(keys).map(|(info, key)| Row { publisher: publisher(key), info }).collect()
}

#[cfg(test)]
mod tests {
    use super::SourceDirectory;
    use crate::article::{Article, Bias};
    use crate::error::Error;
    use crate::story::publisher::Publisher;
    use crate::story::source_info::SourceInfo;

    fn directory() -> SourceDirectory {
        SourceDirectory::new([
            SourceInfo::new("post.co.uk").with_name("Harbour Post").with_owner("Gull Bay Press"),
            SourceInfo::new("post.example").with_name("The Harbour Post").with_owner("Gull Bay Press"),
            SourceInfo::new("https://www.Anvil.example/").with_name("Anvil"),
            SourceInfo::new("anvil.example/north").with_name("Anvil North"),
            SourceInfo::new("anvil.example/north/coast").with_name("Anvil Coast"),
            SourceInfo::new("sport.portal.example").with_name("Portal Sport"),
            SourceInfo::new("times.example").with_name("The Times"),
            SourceInfo::new("times.test").with_name("Times").with_owner(" "),
            SourceInfo::new("valley-echo").with_bias(Bias::Left),
            SourceInfo::new("city.quay.example").with_bias(Bias::Left),
        ])
        .unwrap_or_default()
    }

    fn article(source: &str, url: &str) -> Article {
        let article = Article::new("a", "Quake shakes Lisbon");
        let article = if source.is_empty() { article } else { article.with_source(source) };
        if url.is_empty() { article } else { article.with_url(url) }
    }

    #[test]
    fn articles_find_the_nearest_row() {
        let cases = [
            ("domain", "", "https://anvil.example/a", Some("https://www.Anvil.example/")),
            ("www", "", "https://www.anvil.example/a", Some("https://www.Anvil.example/")),
            ("subdomain", "", "https://live.anvil.example/north", Some("https://www.Anvil.example/")),
            ("path", "", "https://anvil.example/north/a", Some("anvil.example/north")),
            ("longest path", "", "https://anvil.example/north/coast/a", Some("anvil.example/north/coast")),
            ("path ends inside a part", "", "https://anvil.example/northern/a", Some("https://www.Anvil.example/")),
            ("path in the source", "Anvil.example/North", "", Some("anvil.example/north")),
            (
                "path in the url of the source",
                "anvil.example",
                "https://anvil.example/north/a",
                Some("anvil.example/north"),
            ),
            ("row of a subdomain", "", "https://sport.portal.example/a", Some("sport.portal.example")),
            ("not up from a row", "", "https://portal.example/a", None),
            ("source before url", "post.co.uk", "https://anvil.example/a", Some("post.co.uk")),
            ("unknown source before known url", "nobody.example", "https://anvil.example/a", None),
            ("name", "HARBOUR POST", "", Some("post.co.uk")),
            ("name beside an unknown url", "Anvil", "https://nobody.example/a", Some("https://www.Anvil.example/")),
            ("url before name", "Anvil", "https://post.example/a", Some("post.example")),
            ("name of two publishers", "Times", "", None),
            ("row without a domain", "Valley Echo", "", Some("valley-echo")),
            ("unknown", "Nobody", "", None),
            ("nothing", "", "", None),
        ];
        for (name, source, url, expected) in cases {
            assert_eq!(directory().info(&article(source, url)).map(SourceInfo::domain), expected, "{name}");
        }
    }

    #[test]
    fn publishers_are_rows_with_editions_joined() {
        let cases = [
            ("edition", "", "https://post.co.uk/a", Some("post.co.uk")),
            ("other edition", "", "https://www.post.example/a", Some("post.co.uk")),
            ("by name", "Harbour Post", "", Some("post.co.uk")),
            ("section", "", "https://anvil.example/north/a", Some("anvil.example/north")),
            ("listed subdomain", "", "https://sport.portal.example/a", Some("sport.portal.example")),
            ("unlisted subdomain", "", "https://city.portal.example/a", Some("portal.example")),
            ("same name, no owner", "", "https://times.test/a", Some("times.test")),
            ("row without a domain", "valley echo", "", Some("valley echo")),
            ("unlisted name", "Nobody", "", Some("nobody")),
            ("nothing", "", "", None),
        ];
        for (name, source, url, expected) in cases {
            let publisher = directory().publisher(&article(source, url));
            assert_eq!(publisher.as_ref().map(Publisher::as_str), expected, "{name}");
        }
    }

    #[test]
    fn readers_know_publishers_by_the_name_in_the_table() {
        let cases = [
            ("row with a name", "", "https://www.post.example/a", Some("The Harbour Post")),
            ("row before the source", "post.co.uk", "", Some("Harbour Post")),
            ("row without a name", "Valley Echo", "", Some("Valley Echo")),
            ("source", " Nobody ", "https://nobody.example/a", Some("Nobody")),
            ("address", "", "https://www.nobody.example/a", Some("nobody.example")),
            ("edition", "africa.nobody.example", "", Some("nobody.example")),
            ("www", "www.Nobody.example", "", Some("nobody.example")),
            ("address of a source", "https://nobody.example/africa", "", Some("nobody.example")),
            ("source with a bracket", "nobody.example (blog)", "", Some("nobody.example")),
            ("listed subdomain without a name", "city.quay.example", "", Some("city.quay.example")),
            ("nothing", "", "", None),
        ];
        for (name, source, url, expected) in cases {
            assert_eq!(directory().name(&article(source, url)).as_deref(), expected, "{name}");
        }
        let echo = article("Valley Echo", "");
        assert_eq!(directory().bias(&echo), Some(Bias::Left));
        assert_eq!(directory().bias(&echo.with_bias(Bias::Right)), Some(Bias::Right));
        assert_eq!(directory().bias(&article("Anvil", "")), None);
    }

    #[test]
    fn a_repeated_domain_is_an_error() {
        let rows = [SourceInfo::new("post.example"), SourceInfo::new("http://www.Post.example/")];
        let expected = Error::RepeatedDomain { domain: "http://www.Post.example/".to_owned() };
        assert_eq!(SourceDirectory::new(rows), Err(expected));
        let rows = ["Valley Echo", "valley-echo"].map(SourceInfo::new);
        let message = SourceDirectory::new(rows).map_err(|error| error.to_string());
        assert_eq!(message, Err(r#"domain or name "valley-echo" has more than one row"#.to_owned()));
    }

    #[test]
    fn a_row_of_nobody_is_an_error() {
        for domain in ["", " ", "...", "\u{a0}–"] {
            let rows = [SourceInfo::new("post.example"), SourceInfo::new(domain).with_name("Nobody")];
            assert_eq!(SourceDirectory::new(rows), Err(Error::NoDomain { row: 2 }), "{domain:?}");
        }
    }
}
