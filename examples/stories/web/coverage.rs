//! The coverage of a story, in tables.

use samestory::story::{Coverage, Distribution};
use samestory::text::Language;

use super::charts::{BiasBar, TimeChart};
use super::clean;

/// Everything in the column beside the articles.
#[derive(Debug)]
pub struct CoverageView {
    pub articles: usize,
    pub originals: usize,
    pub publishers: usize,
    pub bar: Option<BiasBar>,
    /// `38% of the sources lean Left`.
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
    pub fn of(coverage: &Coverage) -> Self {
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
            sentence: coverage.bias_sentence(),
            tables: tables.into_iter().flatten().collect(),
            chart: TimeChart::of(coverage),
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
        let more = if rows.len() > Self::ROWS + 1 { rows.split_off(Self::ROWS) } else { Vec::new() };
        if distribution.unknown() > 0 {
            rows.push(row("Unknown".to_owned(), distribution.unknown()));
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

/// `en` is `English`; tags of languages that the library does not know stay.
fn language_name(tag: &str) -> String {
    Language::from_tag(tag).name().unwrap_or(tag).to_owned()
}
