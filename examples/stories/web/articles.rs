//! The list of a story's articles: each with its copies, linked where the address is one.

use std::collections::{BTreeMap, BTreeSet};

use samestory::ArticleId;
use samestory::story::{Member, Side, Story};

use super::charts::side_name;
use super::clean::{self, Moment, Tongue};
use super::excerpt;
use super::story::Context;

/// An article in the list.
#[derive(Debug)]
pub struct ArticleView {
    pub title: String,
    pub tongue: Tongue,
    pub link: Option<String>,
    pub publisher: Option<String>,
    pub side: Option<SideMark>,
    /// How its text begins.
    pub excerpt: Option<String>,
    pub published: Option<Moment>,
    pub copies: Copies,
}

/// Where an article or its publisher stands.
#[derive(Debug)]
pub struct SideMark {
    pub side: &'static str,
    pub name: &'static str,
    /// What a listener needs before the name, which alone may be a part of the publisher's.
    pub verb: &'static str,
}

impl SideMark {
    /// The mark of a side.
    pub fn of(side: Side) -> Self {
        let verb = if side == Side::Center { "in the" } else { "leans" };
        Self { side: side.name(), name: side_name(side), verb }
    }
}

/// Who else carried an article.
#[derive(Debug)]
pub struct Copies {
    /// `Same text`, or `Also in` where it is not known that there is one.
    pub label: &'static str,
    pub shown: Vec<CopyView>,
    /// Copies that are folded away.
    pub more: Vec<CopyView>,
}

/// A copy of an article.
#[derive(Debug)]
pub struct CopyView {
    /// Its publisher; its headline where it has none.
    pub name: String,
    pub link: Option<String>,
}

impl Copies {
    /// The most that are shown at once.
    const SHOWN: usize = 5;

    /// The copies of an article by others than its own publisher, each of those once.
    fn of(original: &Member, copies: &[&Member], page: &Context<'_>) -> Self {
        let has_text = |member: &Member| page.text(&member.id).is_some();
        let label =
            if has_text(original) && copies.iter().all(|copy| has_text(copy)) { "Same text" } else { "Also in" };
        let own = original.publisher.as_deref().map(clean::title);
        let mut shown: Vec<CopyView> = Vec::new();
        for copy in copies {
            let heading = || excerpt::heading(copy, page.text(&copy.id));
            let name = copy.publisher.as_deref().map_or_else(heading, clean::title);
            let link = copy.url.as_deref().and_then(clean::link);
            match shown.iter_mut().find(|shown| shown.name == name) {
                Some(shown) => shown.link = shown.link.take().or(link),
                None if own.as_ref() == Some(&name) => {}
                None => shown.push(CopyView { name, link }),
            }
        }
        let more = shown.split_off(Self::SHOWN.min(shown.len()));
        Self { label, shown, more }
    }
}

/// The articles of a story, the most central first; copies go with what they copy.
pub fn list(story: &Story, page: &Context<'_>) -> Vec<ArticleView> {
    let members = &story.articles;
    let ids: BTreeSet<&ArticleId> =
        members.iter().filter(|member| member.duplicate_of.is_none()).map(|member| &member.id).collect();
    // A copy whose original is not there stands for itself.
    let original_of = |member: &'_ Member| member.duplicate_of.clone().filter(|id| ids.contains(id));
    let mut copies: BTreeMap<ArticleId, Vec<&Member>> = BTreeMap::new();
    for member in members {
        if let Some(original) = original_of(member) {
            copies.entry(original).or_default().push(member);
        }
    }
    // A heading that is the text's beginning is not said again.
    let excerpt = |member: &Member| excerpt::of(page.text(&member.id)?, &clean::headline(member)?);
    let view = |member: &Member| ArticleView {
        title: excerpt::heading(member, page.text(&member.id)),
        tongue: page.tongue(story, &member.id),
        link: member.url.as_deref().and_then(clean::link),
        publisher: member.publisher.as_deref().map(clean::text),
        side: member.bias.map(|bias| SideMark::of(bias.into())),
        excerpt: excerpt(member),
        published: member.published.and_then(Moment::of),
        copies: Copies::of(member, &copies.remove(&member.id).unwrap_or_default(), page),
    };
    members.iter().filter(|member| original_of(member).is_none()).map(view).collect()
}

#[cfg(test)]
mod tests {
    use samestory::{Article, Timestamp};

    use super::super::story::Context;
    use super::super::told;
    use super::Copies;

    fn article(id: &str, source: &str, text: &str) -> Article {
        Article::new(id, "Ferry aground off Elm").with_source(source).with_text(text)
    }

    /// The copies of the first article by all the others.
    fn copies(articles: &[Article]) -> (&'static str, Vec<String>, Vec<String>) {
        let stories = [told(articles)];
        let member = |id: &Article| stories[0].articles.iter().find(|member| member.id == *id.id()).unwrap();
        let others: Vec<_> = articles[1..].iter().map(member).collect();
        let page = Context::of(&stories, articles, Timestamp::from_unix_seconds(0));
        let Copies { label, shown, more } = Copies::of(member(&articles[0]), &others, &page);
        let names = |copies: Vec<super::CopyView>| copies.into_iter().map(|copy| copy.name).collect();
        (label, names(shown), names(more))
    }

    #[test]
    fn copies_are_of_a_text_only_where_there_is_one() {
        let text = "All were taken off by four lifeboats.";
        let cases = [("both", text, text, "Same text"), ("none", "", "", "Also in"), ("one", text, " ", "Also in")];
        for (name, one, other, expected) in cases {
            assert_eq!(
                copies(&[article("a", "a.example", one), article("b", "b.example", other)]).0,
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn each_other_publisher_is_named_once_and_the_sixth_is_folded() {
        let sources = ["a", "b", "a", "c", "b", "d", "e", "f", "g", "h"].map(|name| format!("{name}.example"));
        let articles: Vec<Article> =
            sources.iter().enumerate().map(|(at, source)| article(&at.to_string(), source, "")).collect();
        let (_, shown, more) = copies(&articles);
        assert_eq!(shown, ["b.example", "c.example", "d.example", "e.example", "f.example"]);
        assert_eq!(more, ["g.example", "h.example"]);
    }
}
