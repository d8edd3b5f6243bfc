//! Whether an ending of a headline is the name of its source: ` - The New York Times` and `nytimes.com`.

use super::normalize::normalize;
use super::segment::words;

/// A source, prepared to be compared with endings of headlines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outlet {
    /// Its name in letters and digits only: `thenewyorktimes`; of a host each of its parts: `timesofindia`, `indiatimes`.
    keys: Vec<String>,
    /// The words of its name, folded, without a leading article.
    words: Vec<String>,
}

/// In bytes: `- time` may be the last word of a headline of `time.com`, `- carsandbikes` hardly of its source's.
const MIN_UNWRITTEN: usize = 5;

/// In bytes. No outlet has a longer name, and nothing longer must be compared.
const LONGEST_NAME: usize = 96;

impl Outlet {
    /// From a domain, an address or a name. Linear in its length, and constant beyond the longest name.
    pub(super) fn new(source: &str) -> Self {
        let source = source.trim();
        if source.len() > LONGEST_NAME {
            return Self { keys: Vec::new(), words: Vec::new() };
        }
        let words = folded_words(source);
        let mut keys = vec![words.concat()];
        if let Some(host) = host(source) {
            keys.push(key(host));
            keys.extend(name_labels(host).map(key));
            let bare: Vec<String> = keys.iter().filter_map(|key| without_common(key)).collect();
            keys.extend(bare);
        }
        keys.retain(|key| key.chars().nth(1).is_some());
        Self { keys, words }
    }

    /// Whether an ending (or a beginning) of a headline is its name.
    ///
    /// It is where both are the same letters (`The Daily Planet` and `dailyplanet.example`), where they differ by words
    /// such as `News` or `Online` only (`BBC Sport` and `bbc.co.uk`), or where one is made of the other's words, each
    /// whole or as its first letter (`nytimes` and `The New York Times`). Where the ending is not written as a name is,
    /// only all the letters of the source's will do, and at least five.
    pub(super) fn is_named(&self, ending: &str) -> bool {
        let ending = without_introduction(ending.trim());
        if ending.len() > LONGEST_NAME {
            return false;
        }
        let other = Self::new(ending);
        let is_same = |key: &String| other.keys.contains(key);
        if !is_name(ending) {
            return self.keys.iter().filter(|key| key.len() >= MIN_UNWRITTEN).any(is_same);
        }
        self.keys.iter().any(|key| is_same(key) || other.extends(key) || is_short_for(key, &other.words))
            || other.keys.iter().any(|key| self.extends(key) || is_short_for(key, &self.words))
    }

    /// Whether its words are those of `key`, then words that every outlet may add.
    fn extends(&self, key: &str) -> bool {
        let mut rest = key;
        let mut words = self.words.iter();
        while !rest.is_empty() {
            let Some(after) = words.next().and_then(|word| rest.strip_prefix(word.as_str())) else { return false };
            rest = after;
        }
        words.all(|word| COMMON.binary_search(&word.as_str()).is_ok())
    }
}

/// `News From Daily Planet` is the name of who has the news.
fn without_introduction(ending: &str) -> &str {
    let mut words = ending.splitn(3, ' ');
    match (words.next(), words.next(), words.next()) {
        (Some(what), Some(from), Some(name))
            if from.eq_ignore_ascii_case("from") && COMMON.binary_search(&what.to_lowercase().as_str()).is_ok() =>
        {
            name
        }
        _ => ending,
    }
}

/// Whether a text looks like a name: every word of it begins with a capital or a digit, is of a script without case, is
/// a host, or is a short word inside (`The Times of India`); and the first is no such short word.
pub(super) fn is_name(text: &str) -> bool {
    let mut is_first = true;
    for (_, word) in words(text) {
        let is_small = word.starts_with(char::is_lowercase) && !word.contains(|c: char| c.is_uppercase() || c == '.');
        let may_be_small = !is_first && (LINKS.contains(&word) || COMMON.binary_search(&word).is_ok());
        if is_small && !may_be_small {
            return false;
        }
        is_first = false;
    }
    !is_first
}

/// Whether `key` is `words`, each whole or as its first letter.
fn is_short_for(key: &str, words: &[String]) -> bool {
    /// Which words have been used and what is left of the key. At most two ways a word, and names are short.
    fn rest_is(key: &str, words: &[String]) -> bool {
        let Some((word, rest)) = words.split_first() else { return key.is_empty() };
        let whole = key.strip_prefix(word.as_str()).is_some_and(|key| rest_is(key, rest));
        let first = word.chars().next();
        whole
            || first.is_some_and(|first| key.strip_prefix(first).is_some_and(|key| rest_is(key, rest)))
            // `of` and `and` are often left out.
            || (LINKS.contains(&word.as_str()) && rest_is(key, rest))
    }
    words.len() <= 8 && rest_is(key, words)
}

/// The host of an address or a domain; `None` for a name.
fn host(source: &str) -> Option<&str> {
    let rest = source.split_once("://").map_or(source, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (host.contains('.') && !host.contains(char::is_whitespace)).then_some(host)
}

/// The parts of a host that may be a name: not `www`, not the endings that registries sell.
fn name_labels(host: &str) -> impl Iterator<Item = &str> {
    let mut labels: Vec<&str> = host.split('.').collect();
    labels.pop();
    if labels.len() > 1 && labels.last().is_some_and(|last| REGISTRIES.contains(last)) {
        labels.pop();
    }
    labels.into_iter().filter(|label| !matches!(*label, "www" | "amp" | "edition" | "news" | "en"))
}

/// `tribuneindia` without its `india`: hosts are written together. What is left must be long enough to be a name.
fn without_common(key: &str) -> Option<String> {
    let bare = COMMON.iter().filter(|word| word.len() > 2).find_map(|word| key.strip_suffix(word))?;
    (bare.len() >= MIN_UNWRITTEN).then(|| bare.to_owned())
}

fn folded_words(name: &str) -> Vec<String> {
    let mut folded: Vec<String> = words(name).map(|(_, word)| key(&normalize(word))).collect();
    if folded.len() > 1 && ARTICLES.contains(&folded[0].as_str()) {
        folded.remove(0);
    }
    folded
}

/// Letters and digits only, folded.
fn key(text: &str) -> String {
    let key: String = normalize(text).chars().filter(|c| c.is_alphanumeric()).collect();
    key.strip_prefix("the").filter(|rest| rest.len() > 2).map(str::to_owned).unwrap_or(key)
}

const ARTICLES: &[&str] = &["the", "la", "le", "les", "el", "il", "der", "die", "das", "de"];

/// Small words inside names.
const LINKS: &[&str] = &[
    "a", "al", "and", "at", "da", "das", "de", "del", "della", "den", "der", "des", "di", "die", "do", "du", "e", "el",
    "et", "for", "für", "i", "in", "la", "le", "los", "of", "on", "the", "to", "und", "van", "y", "и",
];

/// Second-level domains that are no name.
const REGISTRIES: &[&str] = &["co", "com", "org", "net", "gov", "ac", "edu"];

/// Words that an outlet adds to its name: what it makes and where it sells it. Sorted.
const COMMON: &[&str] = &[
    "africa",
    "agency",
    "asia",
    "australia",
    "blog",
    "business",
    "canada",
    "co",
    "com",
    "daily",
    "digital",
    "english",
    "entertainment",
    "europe",
    "global",
    "hindi",
    "in",
    "india",
    "international",
    "live",
    "magazine",
    "media",
    "net",
    "network",
    "news",
    "newspaper",
    "online",
    "org",
    "politics",
    "press",
    "radio",
    "site",
    "sport",
    "sports",
    "subscription",
    "tech",
    "tv",
    "uk",
    "us",
    "usa",
    "video",
    "website",
    "wire",
    "world",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sources() {
        let cases: &[(&str, &str)] = &[
            ("reuters.com", "Reuters"),
            ("Reuters", "Reuters"),
            ("bbc.co.uk", "BBC News"),
            ("www.bbc.com", "BBC Sport"),
            ("https://www.dailyplanet.example/a", "Daily Planet"),
            ("dailyplanet.example", "The Daily Planet"),
            ("thedailyplanet.example", "Daily Planet"),
            ("The Daily Planet", "dailyplanet.example"),
            ("nytimes.com", "The New York Times"),
            ("The New York Times", "NYTimes"),
            ("The New York Times", "NYT"),
            ("wsj.com", "The Wall Street Journal"),
            ("latimes.com", "Los Angeles Times"),
            ("timesofindia.indiatimes.com", "The Times of India"),
            ("toi.example", "Times of India"),
            ("ti.example", "Times of India"),
            ("timesindia.example", "Times of India"),
            ("net.example", "Net"),
            ("https://x.com/a", "X.com"),
            ("abcnews.go.com", "ABC News"),
            ("NDTV News", "NDTV"),
            ("Gizmoplanet.com", "Gizmoplanet.com"),
            ("StreetPlanet.com (subscription)", "StreetPlanet.com"),
            ("rte.ie", "RTÉ"),
            ("tribuneindia.com", "The Tribune"),
            ("Carsandbikes.com", "carsandbikes"),
            ("soompi", "soompi"),
            ("news.harbourpost.example", "News From Harbourpost.example"),
            ("Télé Planète", "Tele Planete"),
            ("Планета", "ПЛАНЕТА"),
        ];
        for (source, ending) in cases {
            assert!(Outlet::new(source).is_named(ending), "{source} is not {ending}");
        }
    }

    #[test]
    fn what_is_no_name_of_the_source() {
        let cases: &[(&str, &str)] = &[
            ("New York Post", "New York"),
            ("time.com", "time to go"),
            ("time.com", "Time to Go"),
            ("time.com", "time"),
            ("foxnews.com", "Fox"),
            ("reuters.com", "BBC News"),
            ("dailyplanet.example", "planet"),
            ("bbc.co.uk", "Co"),
            ("bbc.co.uk", "UK"),
            ("planet.example", "Postcard From Planet"),
            ("St. Louis Post", "St"),
            ("news.planet.example", "News"),
            ("edition.planet.example", "Edition"),
            ("www.planet.example", "WWW"),
            ("kremlin.example", "Kreml"),
            ("The Hill", "The"),
            ("The Hill", "Hamas War"),
            ("", ""),
            ("", "Reuters"),
            ("x.com", "X"),
            ("dailyplanet.example", ""),
        ];
        for (source, ending) in cases {
            assert!(!Outlet::new(source).is_named(ending), "{source} is {ending}");
        }
    }

    #[test]
    fn names_begin_with_capitals() {
        let cases: &[(&str, bool)] = &[
            ("Reuters", true),
            ("The Times of India", true),
            ("iPlanet", true),
            ("Planet news", true),
            ("planet.example", true),
            ("24 Horas", true),
            ("दिल्ली", true),
            ("Hamas war", false),
            ("report", false),
            ("the Sun", false),
            ("", false),
            ("—", false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_name(text), *expected, "{text}");
        }
    }

    #[test]
    fn common_words_are_sorted() {
        assert!(COMMON.is_sorted());
    }

    #[test]
    fn long_names_are_not_compared() {
        let long = "A ".repeat(1 << 20);
        assert!(!Outlet::new(&long).is_named(&long));
        assert!(!Outlet::new("aaaaaaaa").is_named(&"A ".repeat(40)));
    }
}
