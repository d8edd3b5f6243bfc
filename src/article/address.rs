//! Web addresses, as far as telling publishers apart needs them: host, path and registrable domain.
//!
//! The domain that a publisher registered is one label longer than its public suffix, and the full list of suffixes
//! (the Public Suffix List, crate `psl`) has some 10,000 entries: 2.5 MB of generated code, new
//! every week, and with it which articles count as one publisher. A rule of a line does nearly the same: below a country's
//! two letters, a generic second level (`co.uk`, `com.au`, `gov.in`) belongs to the suffix. Over the 13,260 hosts of
//! 180,000 news articles the rule and the list (2.1.247) differ on 9 hosts with 10 articles.

use std::borrow::Cow;

/// A label that, right below a country's top level, is a suffix and no publisher: `co.uk`, `com.au`, `or.jp`, `gob.mx`.
const SECOND_LEVELS: [&str; 21] = [
    "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gv", "ltd", "me", "mil", "ne", "net", "nhs", "nic", "nom",
    "or", "org", "plc", "sch",
];

/// Services that give every publisher a subdomain of its own.
const HOSTED_ON: [&str; 12] = [
    "blogspot.com",
    "ghost.io",
    "github.io",
    "livejournal.com",
    "medium.com",
    "netlify.app",
    "substack.com",
    "tumblr.com",
    "typepad.com",
    "weebly.com",
    "wixsite.com",
    "wordpress.com",
];

/// Hosts that pass on what others publish.
const PASS_ON: [&str; 12] = [
    "apple.news",
    "facebook.com",
    "feedburner.com",
    "feedproxy.google.com",
    "flipboard.com",
    "msn.com",
    "news.google.com",
    "smartnews.com",
    "t.co",
    "twitter.com",
    "x.com",
    "youtube.com",
];

/// Where an article or a publisher is on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// In lower case, without user, port, closing dot and `www.`; international names as they came, punycode or not.
    pub(crate) host: Cow<'a, str>,
    /// As written, without its first slash; neither query nor fragment.
    path: &'a str,
}

impl<'a> Address<'a> {
    /// The most path parts that are kept: no row of a table of publishers needs more.
    const MAX_PATH: usize = 8;

    /// Reads an `http` or `https` URL, with or without its scheme. `None` for other schemes and for what has no host.
    pub(crate) fn of_url(url: &'a str) -> Option<Self> {
        let url = url.trim();
        let (has_scheme, rest) = match url.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
                (true, rest)
            }
            Some((scheme, _)) if scheme.bytes().all(|b| b.is_ascii_alphanumeric()) => return None,
            _ => (false, url.strip_prefix("//").unwrap_or(url)),
        };
        // Byte by byte: these signs are ASCII, and most of a URL is behind its host.
        let end = rest.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(rest.len());
        let rest = &rest[..end];
        let slash = rest.bytes().position(|byte| matches!(byte, b'/' | b'\\'));
        let (authority, path) = slash.map_or((rest, ""), |at| (&rest[..at], &rest[at + 1..]));
        let host = authority.rsplit('@').next().unwrap_or_default();
        let (host, port) = host.split_once(':').unwrap_or((host, ""));
        // Without a scheme, `mailto:ada@post.example` and `javascript:1` look like addresses.
        if !port.bytes().all(|b| b.is_ascii_digit()) || !has_scheme && (authority.contains('@') || !host.contains('.'))
        {
            return None;
        }
        let host = host.trim_end_matches('.');
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        let is_named = host.bytes().all(is_plain) || host.chars().all(is_host);
        if host.is_empty() || !is_named || host.starts_with('.') || host.contains("..") {
            return None;
        }
        let bare = match host.split_at_checked("www.".len()) {
            Some((www, rest)) if www.eq_ignore_ascii_case("www.") && rest.contains('.') => rest,
            _ => host,
        };
        let is_lower = bare.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        Some(Self { host: if is_lower { Cow::Borrowed(bare) } else { Cow::Owned(bare.to_lowercase()) }, path })
    }

    /// Whether it is more than a host.
    pub(crate) fn has_path(&self) -> bool {
        self.path.bytes().any(|byte| byte != b'/')
    }

    /// Host and path with a slash between all parts, in lower case; of a longer path the first 8 parts.
    pub(crate) fn whole(&self) -> String {
        let mut whole = self.host.clone().into_owned();
        for part in self.path.split('/').filter(|part| !part.is_empty()).take(Self::MAX_PATH) {
            whole.push('/');
            whole.push_str(&part.to_lowercase());
        }
        whole
    }

    /// Reads a source that is a domain (`bbc.co.uk`, `al.com/birmingham`) or a URL; `None` for a name (`BBC News`).
    ///
    /// A domain has a dot, no white space, and ends in at least two letters: `No.1` and `A.V.` are names.
    pub(crate) fn of_source(source: &'a str) -> Option<Self> {
        let source = source.trim();
        if source.contains(char::is_whitespace) {
            return None;
        }
        let address = Self::of_url(source)?;
        let (_, top) = address.host.rsplit_once('.')?;
        let is_top = top.starts_with("xn--") || (top.chars().nth(1).is_some() && top.chars().all(char::is_alphabetic));
        is_top.then_some(address)
    }

    /// The part of the host that its publisher registered: `news.bbc.co.uk` gives `bbc.co.uk`.
    ///
    /// A host without a dot, and an IPv4 address, is its own.
    pub(crate) fn registrable(&self) -> &str {
        registrable(&self.host)
    }

    /// [`registrable`](Self::registrable), on its own.
    pub(super) fn into_registrable(self) -> Cow<'a, str> {
        match self.host {
            Cow::Borrowed(host) => Cow::Borrowed(registrable(host)),
            Cow::Owned(host) => Cow::Owned(registrable(&host).to_owned()),
        }
    }

    /// Whether its host passes on what others publish, so that it does not tell who did.
    pub(crate) fn passes_on(&self) -> bool {
        self.domains().any(|domain| PASS_ON.contains(&domain))
    }

    /// The host and the domains above it, the nearest first: `a.b.com`, `b.com`. A top level alone is none of them.
    pub(crate) fn domains(&self) -> impl Iterator<Item = &str> {
        let mut next = Some(self.host.as_ref());
        std::iter::from_fn(move || {
            let host = next?;
            next = host.split_once('.').map(|(_, above)| above).filter(|above| above.contains('.'));
            Some(host)
        })
    }
}

/// The part of a host that its publisher registered.
fn registrable(host: &str) -> &str {
    if host.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return host;
    }
    let mut labels = host.rsplit('.');
    let (Some(top), Some(second)) = (labels.next(), labels.next()) else { return host };
    let is_country = top.chars().count() == 2;
    let is_suffix = is_country && (SECOND_LEVELS.contains(&second) || second == "blogspot")
        || HOSTED_ON.contains(&tail(host, top.len() + 1 + second.len()));
    match labels.next() {
        Some(third) if is_suffix => tail(host, third.len() + 1 + second.len() + 1 + top.len()),
        _ => tail(host, second.len() + 1 + top.len()),
    }
}

/// The last `length` bytes of a host; labels are cut at dots only, so the cut is never inside a character.
fn tail(host: &str, length: usize) -> &str {
    host.get(host.len().saturating_sub(length)..).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn urls_give_host_and_path() {
        type Parts<'a> = (&'a str, &'a [&'a str]);
        let cases: &[(&str, &str, Option<Parts<'_>>)] = &[
            ("plain", "https://harbourpost.example/a/b", Some(("harbourpost.example", &["a", "b"]))),
            ("www", "http://www.harbourpost.example/", Some(("harbourpost.example", &[]))),
            ("www is the name", "https://www.example", Some(("www.example", &[]))),
            ("case", "HTTPS://WWW.Post.Example/City", Some(("post.example", &["city"]))),
            ("port and user", "https://me:pw@post.example:8080/x", Some(("post.example", &["x"]))),
            ("query", "https://post.example?u=/a/b", Some(("post.example", &[]))),
            ("fragment", "https://post.example/a#b/c", Some(("post.example", &["a"]))),
            ("closing dot", "https://post.example./", Some(("post.example", &[]))),
            ("no scheme", "post.example/city/", Some(("post.example", &["city"]))),
            ("scheme relative", "//post.example/city", Some(("post.example", &["city"]))),
            ("slashes", "https://post.example//", Some(("post.example", &[]))),
            ("backslash", "https://post.example\\@evil.example/", Some(("post.example", &["@evil.example"]))),
            ("international", "https://почта.example/", Some(("почта.example", &[]))),
            ("script", "javascript:alert(1)", None),
            ("script of digits", "javascript:1", None),
            ("mail", "mailto:ada@post.example", None),
            ("port that is none", "https://post.example:80a/", None),
            ("script with slashes", "javascript://post.example/%0Aalert(1)", None),
            ("other scheme", "ftp://post.example/", None),
            ("no host", "https:///a", None),
            ("empty label", "https://a..b/", None),
            ("white space", "https://a b.example/", None),
            ("empty", "", None),
        ];
        for (name, url, expected) in cases {
            let found = Address::of_url(url);
            let whole = |(host, path): Parts<'_>| [&[host], path].concat().join("/");
            assert_eq!(found.as_ref().map(Address::whole), expected.map(whole), "{name}");
            let has_path = expected.is_some_and(|(_, path)| !path.is_empty());
            assert_eq!(found.as_ref().is_some_and(Address::has_path), has_path, "{name}");
        }
    }

    #[test]
    fn sources_that_are_domains_are_told_from_names() {
        let cases = [
            ("domain", "harbourpost.example", true),
            ("two labels", "post.co.uk", true),
            ("with a path", "post.example/city", true),
            ("url", "http://post.example/feed.xml", true),
            ("punycode", "xn--80ak6aa92e.xn--p1ai", true),
            ("name", "Harbour Post", false),
            ("one word", "Reuters", false),
            ("number", "Pulse2.0", false),
            ("initials", "A.V.", false),
            ("address in a name", "The Post - post.example", false),
            ("empty", " ", false),
        ];
        for (name, source, expected) in cases {
            assert_eq!(Address::of_source(source).is_some(), expected, "{name}");
        }
    }

    #[test]
    fn registrable_domain_is_one_label_below_the_suffix() {
        let cases = [
            ("two labels", "post.example", "post.example"),
            ("subdomain", "news.post.example", "post.example"),
            ("country", "news.post.fr", "post.fr"),
            ("second level", "news.post.co.uk", "post.co.uk"),
            ("second level alone", "co.uk", "co.uk"),
            ("government", "www.health.gov.au", "health.gov.au"),
            ("org", "a.b.post.org.in", "post.org.in"),
            ("generic top level", "live.co.example", "co.example"),
            ("blog host", "harbour.blogspot.com", "harbour.blogspot.com"),
            ("blog host of a country", "harbour.blogspot.in", "harbour.blogspot.in"),
            ("blog host below", "a.harbour.wordpress.com", "harbour.wordpress.com"),
            ("blog host itself", "wordpress.com", "wordpress.com"),
            ("one label", "http://localhost/", "localhost"),
            ("number", "192.0.2.10", "192.0.2.10"),
            ("international", "a.почта.рф", "почта.рф"),
        ];
        for (name, host, expected) in cases {
            let address = Address::of_url(host).map(|address| address.registrable().to_owned());
            assert_eq!(address.as_deref(), Some(expected), "{name}");
        }
    }

    #[test]
    fn domains_climb_to_the_last_dot() {
        let cases: &[(&str, &[&str])] = &[
            ("a.b.post.example", &["a.b.post.example", "b.post.example", "post.example"]),
            ("http://localhost", &["localhost"]),
        ];
        for (host, expected) in cases {
            let address = Address::of_url(host);
            assert_eq!(address.as_ref().map(|a| a.domains().collect::<Vec<_>>()), Some(expected.to_vec()), "{host}");
        }
    }
}
