//! Whose the entries of a feed are: of one outlet, or of as many as they link to.

use std::borrow::Cow;
use std::collections::BTreeSet;

use samestory::Article;
use url::Url;

/// The outlet that publishes a feed, and whether what it lists is its own.
#[derive(Debug)]
pub struct Outlets {
    channel: Option<String>,
    pages: Pages,
}

/// Whose pages the entries link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pages {
    Own,
    /// Those of several others, as on a page of links.
    Others,
}

impl Outlets {
    /// From the feed's own address and title, and the links of all its entries.
    pub fn of<'l>(address: Option<&str>, title: Option<String>, links: impl Iterator<Item = Option<&'l str>>) -> Self {
        let own = address.and_then(registrable);
        let links: Vec<Option<String>> = links.map(|link| link.and_then(registrable)).collect();
        let away = || links.iter().flatten().filter(|domain| own.as_ref() != Some(domain));
        // An outlet may keep its pages elsewhere, and link to another now and then.
        let are_others = away().collect::<BTreeSet<_>>().len() > 1 && 2 * away().count() > links.len();
        Self {
            channel: address.and_then(domain).or(title).filter(|source| !source.is_empty()),
            pages: if are_others { Pages::Others } else { Pages::Own },
        }
    }

    /// The source of an entry that names none itself.
    pub fn source(&self, link: Option<&str>) -> Option<String> {
        let linked = match self.pages {
            Pages::Own => None,
            Pages::Others => link.and_then(publishing_domain),
        };
        linked.or_else(|| self.channel.clone())
    }
}

/// The domain of an address, without `www.`; none of one that passes on what others publish.
pub fn publishing_domain(address: &str) -> Option<String> {
    registrable(address).and_then(|_| domain(address))
}

/// The domain that was registered for an address; none of one that passes on what others publish.
fn registrable(address: &str) -> Option<String> {
    // The library knows the rule.
    let page = Article::new("", "").with_url(address);
    page.outlet().map(Cow::into_owned)
}

/// The domain of an address, without `www.`.
pub fn domain(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}
