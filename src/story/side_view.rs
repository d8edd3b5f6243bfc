//! What each side says: [`SideView`].

use std::collections::BTreeSet;

use crate::article::{Article, ArticleId};
use crate::story::model::{Field, KeyPoint};
use crate::story::side::Side;
use crate::story::sources::SourceDirectory;
use crate::text::Span;

/// From so many publishers of a side on each of its points says something new: it stands beside those of the story, which
/// tell the event already.
pub(super) const MANY_OF_A_SIDE: usize = 3;

/// A story as one side tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SideView {
    /// The side.
    pub side: Side,
    /// Members on this side.
    pub articles: usize,
    /// Distinct publishers of those; at least 2.
    pub publishers: usize,
    /// One of this side's headlines.
    pub title: String,
    /// The article that the title is from.
    pub title_article: ArticleId,
    /// Where in that article the title was cut from.
    pub title_field: Field,
    /// The bytes of that field.
    pub title_span: Span,
    /// Up to 3 sentences from this side's articles; their support counts this side's publishers alone. Of three publishers
    /// or more each says something new, so there may be none.
    pub key_points: Vec<KeyPoint>,
}

impl SideView {
    /// One publisher is not a side.
    const MIN_PUBLISHERS: usize = 2;
    /// The most key points of a side.
    pub const MAX_KEY_POINTS: usize = 3;
}

/// What a storyteller makes of the articles of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Telling {
    pub(crate) title: String,
    pub(crate) title_article: ArticleId,
    pub(crate) title_field: Field,
    pub(crate) title_span: Span,
    pub(crate) key_points: Vec<KeyPoint>,
}

/// The members of one side, and how many publishers they have.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Camp {
    side: Side,
    members: Vec<usize>,
    publishers: usize,
}

/// The views of the sides that at least two publishers stand on, from left to right.
///
/// `tell` is called once for each of them, with its members in the order of `members`; a side that it makes nothing of
/// has no view. Members whose side is not known are on none; positions outside of `articles` are left out.
pub(crate) fn side_views(
    articles: &[Article],
    members: &[usize],
    directory: &SourceDirectory,
    mut tell: impl FnMut(&[usize]) -> Option<Telling>,
) -> Vec<SideView> {
    let tellable = camps(articles, members, directory).into_iter();
    let view = |camp: Camp| {
        let told = tell(&camp.members)?;
        let Camp { side, members, publishers } = camp;
        Some(SideView {
            side,
            articles: members.len(),
            publishers,
            title: told.title,
            title_article: told.title_article,
            title_field: told.title_field,
            title_span: told.title_span,
            key_points: told.key_points,
        })
    };
    tellable.filter(|camp| camp.publishers >= SideView::MIN_PUBLISHERS).filter_map(view).collect()
}

/// The members by side, from left to right.
fn camps(articles: &[Article], members: &[usize], directory: &SourceDirectory) -> [Camp; 3] {
    let sided: Vec<(Side, usize, &Article)> = members
        .iter()
        .filter_map(|&member| {
            let article = articles.get(member)?;
            Some((Side::of(article, directory)?, member, article))
        })
        .collect();
    Side::ALL.map(|side| {
        let of_side = || sided.iter().filter(move |(found, ..)| *found == side);
        let publishers: BTreeSet<_> = of_side().filter_map(|(.., article)| directory.publisher(article)).collect();
        Camp { side, members: of_side().map(|(_, member, _)| *member).collect(), publishers: publishers.len() }
    })
}

#[cfg(test)]
mod tests {
    use super::{Field, SideView, Span, Telling, side_views};
    use crate::article::{Article, Bias};
    use crate::story::side::Side;
    use crate::story::sources::SourceDirectory;

    /// Tells the first headline.
    fn views(articles: &[Article], members: &[usize]) -> Vec<SideView> {
        side_views(articles, members, &SourceDirectory::default(), |side| {
            let first = articles.get(*side.first()?)?;
            (!first.title().is_empty()).then(|| Telling {
                title: first.title().to_owned(),
                title_article: first.id().clone(),
                title_field: Field::Title,
                title_span: Span::from((0, first.title().len())),
                key_points: Vec::new(),
            })
        })
    }

    fn article(id: &str, title: &str, source: &str, bias: Bias) -> Article {
        Article::new(id, title).with_source(source).with_bias(bias)
    }

    #[test]
    fn a_side_of_two_publishers_has_a_view() {
        let articles = [
            article("a", "Rents capped", "x.example", Bias::LeanLeft),
            article("b", "Cap on rents", "y.example", Bias::Left),
            article("c", "Rents", "c.example", Bias::Center),
            article("d", "Rents rise", "c.example", Bias::Center),
            article("e", "Landlords hit", "r.example", Bias::Right),
            article("f", "Blow to landlords", "s.example", Bias::LeanRight),
            Article::new("g", "Rent law").with_source("z.example"),
        ];
        let found = views(&articles, &[5, 4, 3, 2, 1, 0, 6, 99]);
        let found: Vec<_> = found.iter().map(|v| (v.side, v.articles, v.publishers, v.title.as_str())).collect();
        assert_eq!(found, [(Side::Left, 2, 2, "Cap on rents"), (Side::Right, 2, 2, "Blow to landlords")]);
    }

    #[test]
    fn a_side_with_nothing_to_tell_has_none() {
        let silent = [article("a", "", "x.example", Bias::Left), article("b", "", "y.example", Bias::Left)];
        assert_eq!(views(&silent, &[0, 1]), []);
    }
}
