//! The articles of all inputs: one list, each id once.

use std::collections::HashMap;

use samestory::{Article, ArticleId, Bias, Timestamp};
use serde_json::Value;

use super::fault::{Fault, FileName, Place, Quoted, Refusal};
use super::html;
use super::ledger::Ledger;

/// An article that may still lack an id.
#[derive(Debug, Clone, Default)]
pub struct Candidate {
    pub id: Option<String>,
    pub title: String,
    pub text: String,
    pub source: Option<String>,
    pub url: Option<String>,
    pub published: Option<Timestamp>,
    pub language: Option<String>,
    pub bias: Option<Bias>,
    pub label: Option<Label>,
}

/// Whether a reader sees nothing of a title or text: white space, characters without a shape, references to such
/// (`&nbsp;`) and tags alone.
pub fn is_blank(text: &str) -> bool {
    match text.chars().find(|&c| !is_unseen(c)) {
        None => true,
        Some('&' | '<') => html::text(text).chars().all(is_unseen),
        Some(_) => false,
    }
}

/// White space, soft hyphens, zero-width characters, marks of direction and of variation.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}')
        || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

impl Candidate {
    fn into_article(self, id: ArticleId) -> Article {
        let mut article = Article::new(id, self.title).with_text(self.text);
        if let Some(source) = self.source {
            article = article.with_source(source);
        }
        if let Some(url) = self.url {
            article = article.with_url(url);
        }
        if let Some(published) = self.published {
            article = article.with_published(published);
        }
        if let Some(tag) = self.language {
            article = article.with_language(tag);
        }
        if let Some(bias) = self.bias {
            article = article.with_bias(bias);
        }
        article
    }
}

/// The field whose values are the groups (`--group-by`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupField(String);

impl From<String> for GroupField {
    fn from(name: String) -> Self {
        Self(name)
    }
}

impl GroupField {
    /// The field's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The value of the group field: articles with the same are one story.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Label(String);

impl Label {
    /// The label as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The label that a JSON value stands for; none where it is absent or `null`.
    pub fn from_json(field: &GroupField, value: Option<&Value>) -> Result<Option<Self>, Fault> {
        match value {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(Self(text.clone()))),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => Ok(Some(Self(value.to_string()))),
            Some(value) => Err(Fault::WrongType {
                field: field.0.clone(),
                value: Quoted::json(value),
                expected: "a string, a number or a boolean",
            }),
        }
    }
}

/// How articles without an id are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// By their line.
    Line,
    /// By their file and line: there are several files.
    FileAndLine,
}

/// Gathers articles from one input after another.
#[derive(Debug)]
pub struct Batch<'l> {
    ledger: &'l mut Ledger,
    naming: Naming,
    files: Vec<FileName>,
    articles: Vec<Article>,
    labels: Vec<Option<Label>>,
    first_use: HashMap<ArticleId, Origin>,
    last_unnamed: Option<Unnamed>,
}

/// Where an article came from, and its id.
#[derive(Debug, Clone, Copy)]
struct Origin {
    file: usize,
    line: usize,
    id: IdOrigin,
}

/// Where an id came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IdOrigin {
    Field,
    /// There is none: the line's number stands for it.
    Line,
}

/// How many articles without an id began on a line: an array or a feed may be written as one line.
#[derive(Debug, Clone, Copy)]
struct Unnamed {
    line: usize,
    count: usize,
}

impl<'l> Batch<'l> {
    /// An empty batch.
    pub fn new(ledger: &'l mut Ledger, naming: Naming) -> Self {
        Self {
            ledger,
            naming,
            files: Vec::new(),
            articles: Vec::new(),
            labels: Vec::new(),
            first_use: HashMap::new(),
            last_unnamed: None,
        }
    }

    /// Begins the next input.
    pub fn begin(&mut self, file: FileName) {
        self.files.push(file);
        self.last_unnamed = None;
    }

    /// Takes what was found on a line of the current input: an article, or why there is none.
    pub fn take(&mut self, line: usize, found: Result<Candidate, Fault>) -> Result<(), Refusal> {
        match found.and_then(|candidate| self.admit(line, candidate)) {
            Ok(()) => Ok(()),
            Err(fault) => self.leave_out(Some(line), fault),
        }
    }

    /// Leaves out the rest of the current input from a line on, or all of it.
    pub fn leave_out(&mut self, line: Option<usize>, fault: Fault) -> Result<(), Refusal> {
        self.ledger.leave_out(self.place(line), fault)
    }

    fn place(&self, line: Option<usize>) -> Place {
        let file = self.files.last().cloned().unwrap_or_else(|| FileName::fixed("input"));
        Place { file, line }
    }

    fn admit(&mut self, line: usize, mut candidate: Candidate) -> Result<(), Fault> {
        let (id, id_origin) = match candidate.id.take() {
            Some(id) => (ArticleId::from(id), IdOrigin::Field),
            None => (ArticleId::from(self.name(line)), IdOrigin::Line),
        };
        if let Some(&Origin { file, line, id: first_origin }) = self.first_use.get(&id) {
            let first = Place { file: self.files[file].clone(), line: Some(line) };
            let id = Quoted::text(id.as_str());
            return Err(match (id_origin, first_origin) {
                (IdOrigin::Line, _) => Fault::LineIsId { id, first },
                (IdOrigin::Field, IdOrigin::Line) => Fault::IdIsLine { id, first },
                (IdOrigin::Field, IdOrigin::Field) => Fault::RepeatedId { id, first },
            });
        }
        self.first_use.insert(id.clone(), Origin { file: self.files.len() - 1, line, id: id_origin });
        self.labels.push(candidate.label.take());
        self.articles.push(candidate.into_article(id));
        Ok(())
    }

    /// The id of an article that has none: its line; the second of a line is `LINE.2`.
    fn name(&mut self, line: usize) -> String {
        let count = match self.last_unnamed {
            Some(last) if last.line == line => last.count + 1,
            _ => 1,
        };
        self.last_unnamed = Some(Unnamed { line, count });
        let mut name = match (self.naming, self.files.last()) {
            (Naming::FileAndLine, Some(file)) => format!("{file}:{line}"),
            _ => line.to_string(),
        };
        if count > 1 {
            name.push('.');
            name.push_str(&count.to_string());
        }
        name
    }

    /// Ends the reading.
    pub fn finish(self) -> Intake {
        Intake { articles: self.articles, labels: self.labels }
    }
}

/// All articles, in the order of the input.
#[derive(Debug)]
pub struct Intake {
    /// The articles.
    pub articles: Vec<Article>,
    /// The label of each.
    pub labels: Vec<Option<Label>>,
}

impl Intake {
    /// The groups that the labels make, as positions in `articles`; an article without a label is alone. `None` where
    /// no article has a label.
    pub fn groups(&self) -> Option<Vec<Vec<usize>>> {
        if self.labels.iter().all(Option::is_none) {
            return None;
        }
        let mut group_of: HashMap<&Label, usize> = HashMap::new();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (position, label) in self.labels.iter().enumerate() {
            let next = groups.len();
            let group = label.as_ref().map_or(next, |label| *group_of.entry(label).or_insert(next));
            if group == next {
                groups.push(Vec::new());
            }
            groups[group].push(position);
        }
        Some(groups)
    }
}
