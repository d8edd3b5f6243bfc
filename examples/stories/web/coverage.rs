//! The coverage of a story, in tables.

use samestory::story::{Distribution, Story};
use samestory::text::Language;

use super::charts::{BiasBar, OnlyRated, TimeChart};
use super::clean;

/// Everything in the column beside the articles.
#[derive(Debug)]
pub struct CoverageView {
    pub articles: usize,
    pub originals: usize,
    pub publishers: usize,
    pub bar: Option<BiasBar>,
    pub only_rated: Option<OnlyRated>,
    /// `38% of the publishers lean Left`.
    pub sentence: Option<String>,
    pub tables: Vec<Table>,
    pub chart: Option<TimeChart>,
}

/// How publishers spread over names.
#[derive(Debug)]
pub struct Table {
    pub heading: &'static str,
    pub rows: Vec<Row>,
    /// Rows that are folded away.
    pub more: Vec<Row>,
}

/// A name and how many publishers it has.
#[derive(Debug)]
pub struct Row {
    pub name: String,
    pub count: usize,
    /// Of all publishers.
    pub percent: usize,
}

impl CoverageView {
    pub fn of(story: &Story) -> Self {
        let coverage = &story.coverage;
        let tables = [
            Table::of("Bias", &coverage.bias, bias_name),
            Table::of("Factuality", &coverage.factuality, factuality_name).map(Table::by_factuality),
            Table::of("Ownership", &coverage.owners, str::to_owned),
            Table::of("Countries", &coverage.countries, country_name),
            Table::of("Languages", &coverage.languages, language_name),
        ];
        Self {
            articles: coverage.articles,
            originals: coverage.originals,
            publishers: coverage.publishers,
            bar: BiasBar::of(coverage.balance()),
            only_rated: OnlyRated::of(story),
            sentence: coverage.bias_sentence(),
            tables: tables.into_iter().flatten().collect(),
            chart: TimeChart::of(story),
        }
    }
}

impl Table {
    /// The most rows that are shown at once.
    const ROWS: usize = 6;

    /// None where no publisher has a name: a table of unknowns says nothing.
    fn of(heading: &'static str, distribution: &Distribution, name: impl Fn(&str) -> String) -> Option<Self> {
        if distribution.known() == 0 {
            return None;
        }
        let all = distribution.known() + distribution.unknown();
        let row = |name: String, count: usize| Row { name: clean::text(&name), count, percent: count * 100 / all };
        let mut rows: Vec<Row> =
            distribution.iter().filter(|(_, count)| *count > 0).map(|(key, count)| row(name(key), count)).collect();
        let mut more = if rows.len() > Self::ROWS + 1 { rows.split_off(Self::ROWS) } else { Vec::new() };
        if distribution.unknown() > 0 {
            // What is unknown comes last of all.
            let last = if more.is_empty() { &mut rows } else { &mut more };
            last.push(row("Unknown".to_owned(), distribution.unknown()));
        }
        Some(Self { heading, rows, more })
    }
}

impl Table {
    /// From very high to very low, and what is unknown last.
    fn by_factuality(mut self) -> Self {
        const SCALE: [&str; 6] = ["Very high", "High", "Mostly factual", "Mixed", "Low", "Very low"];
        self.rows.append(&mut self.more);
        self.rows.sort_by_key(|row| {
            (row.name == "Unknown", SCALE.iter().position(|name| *name == row.name).unwrap_or(SCALE.len()))
        });
        self
    }
}

fn bias_name(key: &str) -> String {
    match key {
        "left" => "Left",
        "lean-left" => "Lean left",
        "center" => "Center",
        "lean-right" => "Lean right",
        "right" => "Right",
        other => other,
    }
    .to_owned()
}

/// `very-high` is `Very high`.
fn factuality_name(key: &str) -> String {
    let mut letters = key.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    first + &letters.as_str().replace('-', " ")
}

/// `france` is `France`, `usa` is `USA`; what has capitals keeps them.
fn country_name(key: &str) -> String {
    if key.contains(char::is_uppercase) {
        return key.to_owned();
    }
    if key.len() <= 3 {
        return key.to_uppercase();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    key.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Names of languages that the library knows nothing else of.
const LANGUAGES: [(&str, &str); 19] = [
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("fa", "Persian"),
    ("he", "Hebrew"),
    ("hr", "Croatian"),
    ("id", "Indonesian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("pl", "Polish"),
    ("sk", "Slovak"),
    ("sr", "Serbian"),
    ("sw", "Swahili"),
    ("th", "Thai"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

/// `en` is `English`; other tags stay.
fn language_name(tag: &str) -> String {
    let other = || LANGUAGES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name);
    Language::from_tag(tag).name().or_else(other).unwrap_or(tag).to_owned()
}

#[cfg(test)]
mod tests {
    use samestory::Article;

    use super::super::told;
    use super::{CoverageView, Row};

    #[test]
    fn languages_have_names_and_the_unknown_come_last() {
        let tags = ["en", "he", "ja", "zh-Hant", "ko", "fa", "uk", "th", "bn", "qqq", ""];
        let article = |(number, tag): (usize, &&str)| {
            let article = Article::new(number.to_string(), "Ferry").with_source(format!("{number}.example"));
            if tag.is_empty() { article } else { article.with_language(*tag) }
        };
        let names = |tags: &[&str]| {
            let story = told(&tags.iter().enumerate().map(article).collect::<Vec<_>>());
            let table = CoverageView::of(&story).tables.pop().unwrap();
            let names = |rows: Vec<Row>| rows.into_iter().map(|row| row.name).collect::<Vec<_>>();
            (names(table.rows), names(table.more))
        };
        let (shown, more) = names(&tags);
        assert_eq!(more.last().map(String::as_str), Some("Unknown"));
        let mut known = [&shown[..], &more[..more.len() - 1]].concat();
        known.sort();
        let expected =
            ["Bengali", "Chinese", "English", "Hebrew", "Japanese", "Korean", "Persian", "Thai", "Ukrainian", "qqq"];
        assert_eq!(known, expected);
        assert_eq!(names(&["en", ""]), (vec!["English".to_owned(), "Unknown".to_owned()], vec![]));
    }
}
