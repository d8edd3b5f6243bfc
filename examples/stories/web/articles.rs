//! The list of a story's articles: each with its copies, linked where the address is one.

use std::collections::{BTreeMap, BTreeSet};

use samestory::ArticleId;
use samestory::story::{Member, Side};

use super::charts::side_name;
use super::clean::{self, Moment};
use super::excerpt;

/// An article in the list.
#[derive(Debug)]
pub struct ArticleView {
    pub title: String,
    pub link: Option<String>,
    pub publisher: Option<String>,
    pub side: Option<SideMark>,
    /// How its text begins.
    pub excerpt: Option<String>,
    pub published: Option<Moment>,
    /// Who carried the same text.
    pub copies: Vec<CopyView>,
}

/// Where an article or its publisher stands.
#[derive(Debug)]
pub struct SideMark {
    pub side: &'static str,
    pub name: &'static str,
}

impl SideMark {
    fn of(side: Side) -> Self {
        Self { side: side.name(), name: side_name(side) }
    }
}

/// A copy of an article.
#[derive(Debug)]
pub struct CopyView {
    /// Its publisher; its headline where it has none.
    pub name: String,
    pub link: Option<String>,
}

/// The articles of a story, the most central first; copies go with what they copy.
pub fn list(members: &[Member], texts: &BTreeMap<&ArticleId, &str>) -> Vec<ArticleView> {
    let ids: BTreeSet<&ArticleId> =
        members.iter().filter(|member| member.duplicate_of.is_none()).map(|member| &member.id).collect();
    // A copy whose original is not there stands for itself.
    let original_of = |member: &'_ Member| member.duplicate_of.clone().filter(|id| ids.contains(id));
    let mut copies: BTreeMap<ArticleId, Vec<CopyView>> = BTreeMap::new();
    for member in members {
        if let Some(original) = original_of(member) {
            let name = clean::title(member.publisher.as_deref().unwrap_or(&member.title));
            let copy = CopyView { name, link: member.url.as_deref().and_then(clean::link) };
            copies.entry(original).or_default().push(copy);
        }
    }
    let view = |member: &Member| ArticleView {
        title: clean::headline(member),
        link: member.url.as_deref().and_then(clean::link),
        publisher: member.publisher.as_deref().map(clean::text),
        side: member.bias.map(|bias| SideMark::of(bias.into())),
        excerpt: texts.get(&member.id).and_then(|text| excerpt::of(text, &clean::headline(member))),
        published: member.published.and_then(Moment::of),
        copies: copies.remove(&member.id).unwrap_or_default(),
    };
    members.iter().filter(|member| original_of(member).is_none()).map(view).collect()
}
