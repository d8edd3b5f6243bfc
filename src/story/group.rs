//! The articles of a story around their middle: [`Group`].

use crate::article::{Article, ArticleId};
use crate::text::{Language, Span, sentences_in, words};
use crate::vector::SparseMatrix;

use super::center::Center;
use super::model::{Field, Member};
use super::sources::SourceDirectory;

/// Words of a sentence that stands in for a missing headline.
const TITLE_WORDS: usize = 30;

/// The members of a story, in the order of their ids.
pub(super) struct Group<'a> {
    /// Positions in the batch.
    pub(super) members: Vec<usize>,
    pub(super) articles: Vec<&'a Article>,
    pub(super) center: Center,
    /// The cosine of each with the middle.
    pub(super) similarity: Vec<f32>,
}

impl<'a> Group<'a> {
    /// Of these articles of a batch; positions outside of it are left out. n log n in the entries of their rows.
    pub(super) fn of(all: &'a [Article], rows: &SparseMatrix, members: &[usize]) -> Self {
        let mut members: Vec<usize> = members.iter().copied().filter(|&at| at < all.len()).collect();
        members.sort_by(|&a, &b| all[a].id().cmp(all[b].id()).then(a.cmp(&b)));
        members.dedup();
        let center = Center::of(rows, &members);
        let similarity = members.iter().map(|&member| center.similarity(rows.row(member))).collect();
        Self { articles: members.iter().map(|&member| &all[member]).collect(), members, center, similarity }
    }

    /// Positions, the most central first; of equals the first by id.
    pub(super) fn by_similarity(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.members.len()).collect();
        order.sort_by(|&a, &b| self.similarity[b].total_cmp(&self.similarity[a]).then(a.cmp(&b)));
        order
    }

    /// As the story shows them, the most central first.
    pub(super) fn members(&self, copies: &[Option<usize>], directory: &SourceDirectory) -> Vec<Member> {
        let member = |at: usize| {
            let article = self.articles[at];
            Member {
                id: article.id().clone(),
                title: article.title().to_owned(),
                source: article.source().map(str::to_owned),
                publisher: directory.name(article),
                bias: directory.bias(article),
                url: article.url().map(str::to_owned),
                published: article.published(),
                similarity: self.similarity[at],
                duplicate_of: copies[at].map(|original| self.articles[original].id().clone()),
            }
        };
        self.by_similarity().into_iter().map(member).collect()
    }
}

/// What a story is called.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) article: ArticleId,
    pub(super) field: Field,
    pub(super) span: Span,
}

impl Title {
    /// The first sentence of the most central member, by the languages of the batch; where that has no text, its title,
    /// whatever is in it.
    pub(super) fn without_headline(group: &Group<'_>, languages: &[Language]) -> Self {
        let Some(at) = group.by_similarity().first().copied() else {
            return Self { text: String::new(), article: "".into(), field: Field::Title, span: (0, 0).into() };
        };
        let article = group.articles[at];
        if article.text().trim().is_empty() {
            let start = article.title().len() - article.title().trim_start().len();
            let span = Span::from((start, start + article.title().trim().len()));
            return Self {
                text: article.title().trim().into(),
                article: article.id().clone(),
                field: Field::Title,
                span,
            };
        }
        let language = languages.get(group.members[at]).copied().unwrap_or(Language::English);
        let whole = sentences_in(article.text(), language).next().unwrap_or((0, article.text().len()).into());
        let sentence = whole.of(article.text()).unwrap_or_default();
        let end = words(sentence).nth(TITLE_WORDS - 1).filter(|_| words(sentence).nth(TITLE_WORDS).is_some());
        let end = end.map_or(sentence.len(), |(span, _)| span.end());
        let span = Span::from((whole.start(), whole.start() + end));
        Self { text: sentence[..end].to_owned(), article: article.id().clone(), field: Field::Text, span }
    }
}
