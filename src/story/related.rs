//! Which stories go on about the same matter: [`relate`].

use std::collections::BTreeMap;

use crate::article::Article;
use crate::error::Error;
use crate::story::model::{Story, StoryId};
use crate::vector::{SparseMatrix, TermId, Vectorizer};

/// A story that is near another, though not the same.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Related {
    /// The other story.
    pub story: StoryId,
    /// Cosine of both stories' words, weighted by how few stories have them, in [0, 1].
    pub similarity: f32,
}

/// The most related stories of one story.
const MOST: usize = 5;
/// Below this cosine, stories share a place or a person and no more.
const FLOOR: f32 = 0.2;
/// Headlines of a story whose words count: the most central ones.
const HEADLINES: usize = 20;
/// Words of those, and of the keywords.
const LEAD_WORDS: usize = 400;
/// A word that more stories have than this, and more than a twentieth of them all, makes no candidates: it alone can
/// hardly lift two stories above the floor, and going through all its pairs is what would cost.
const COMMON: usize = 200;

/// Finds for each story up to 5 others that are near it, and puts them into [`Story::related`], the nearest first, then
/// by id. Replaces what was there.
///
/// A story's words are those of its title, its keywords and the headlines of its 20 most central members, weighted by
/// TF-IDF over the stories. Two are related from a cosine of 0.2 on. Stories of one article have relatives, too.
///
/// Linear in the words, plus one step for each pair of stories that share a word that is not common.
///
/// # Errors
///
/// [`Error::TooLarge`] where the headlines have more different words than 32-bit numbers can count.
pub fn relate(stories: &mut [Story]) -> Result<(), Error> {
    let digests: Vec<Article> = stories.iter().map(digest).collect();
    let fitted = Vectorizer::builder().lead_words(LEAD_WORDS).build()?.fit(&digests)?;
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let postings = postings(&rows);
    let ids: Vec<StoryId> = stories.iter().map(|story| story.id.clone()).collect();
    for (position, story) in stories.iter_mut().enumerate() {
        let row = rows.row(position);
        let mut candidates: Vec<usize> =
            row.terms().iter().filter_map(|term| postings.get(term)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let related = |other: usize| {
            let similarity = row.dot(rows.row(other));
            let is_near = other != position && similarity >= FLOOR;
            ids.get(other).filter(|_| is_near).map(|id| Related { story: id.clone(), similarity: similarity.min(1.0) })
        };
        let mut near: Vec<Related> = candidates.into_iter().filter_map(related).collect();
        near.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then_with(|| a.story.cmp(&b.story)));
        near.truncate(MOST);
        story.related = near;
    }
    Ok(())
}

/// A story as one text.
fn digest(story: &Story) -> Article {
    let mut text = story.keywords.join(". ");
    for member in story.articles.iter().take(HEADLINES) {
        text.push_str(". ");
        text.push_str(&member.title);
    }
    Article::new(story.id.as_str(), story.title.as_str()).with_text(text)
}

/// The rows that have each term, without common terms.
fn postings(rows: &SparseMatrix) -> BTreeMap<TermId, Vec<usize>> {
    let mut postings: BTreeMap<TermId, Vec<usize>> = BTreeMap::new();
    for row in 0..rows.rows() {
        for (term, _) in rows.row(row).iter() {
            postings.entry(term).or_default().push(row);
        }
    }
    let most = COMMON.max(rows.rows() / 20);
    postings.retain(|_, rows| rows.len() <= most);
    postings
}

#[cfg(test)]
mod tests {
    use super::{MOST, relate};
    use crate::article::Article;
    use crate::story::coverage::Coverage;
    use crate::story::model::{Field, Story, StoryId};
    use crate::story::sources::SourceDirectory;
    use crate::text::Span;

    fn story(title: &str) -> Story {
        let article = Article::new(title, title);
        Story {
            id: StoryId::of([article.id()]),
            title: title.to_owned(),
            title_article: article.id().clone(),
            title_field: Field::Title,
            title_span: Span::from((0, title.len())),
            summary: None,
            key_points: Vec::new(),
            keywords: Vec::new(),
            articles: Vec::new(),
            coverage: Coverage::of(&[article], &[0], &[], &SourceDirectory::default()),
            sides: Vec::new(),
            related: Vec::new(),
        }
    }

    fn titles() -> Vec<Story> {
        let titles = [
            "Ferry Marigold runs aground off Gull Point",
            "Ferry Marigold owner charged after Gull Point grounding",
            "Bank of Ashmere holds interest rate",
            "Rovers beat City in late drama",
            "***",
            "Rain expected on Sunday",
        ];
        titles.into_iter().map(story).collect()
    }

    fn relatives(stories: &[Story]) -> Vec<(String, Vec<String>)> {
        let title = |id: &StoryId| stories.iter().find(|s| &s.id == id).map(|s| s.title.clone()).unwrap_or_default();
        let mut all: Vec<_> = stories
            .iter()
            .map(|story| (story.title.clone(), story.related.iter().map(|related| title(&related.story)).collect()))
            .collect();
        all.sort();
        all
    }

    #[test]
    fn what_shares_its_rare_words_is_related_both_ways() {
        let mut stories = titles();
        assert_eq!(relate(&mut stories), Ok(()));
        let found: Vec<_> = stories.iter().map(|story| story.related.len()).collect();
        assert_eq!(found, [1, 1, 0, 0, 0, 0]);
        assert_eq!(stories[0].related[0].story, stories[1].id);
        assert!((stories[0].related[0].similarity - stories[1].related[0].similarity).abs() < 1e-6);
    }

    #[test]
    fn order_changes_nothing_and_there_are_few() {
        let mut forward: Vec<Story> =
            (0..9).map(|number| story(&format!("Ferry Marigold aground, day {number}"))).chain(titles()).collect();
        let mut backward: Vec<Story> = forward.iter().rev().cloned().collect();
        assert_eq!((relate(&mut forward), relate(&mut backward)), (Ok(()), Ok(())));
        assert_eq!(relatives(&forward), relatives(&backward));
        assert_eq!(forward[0].related.len(), MOST);
        assert_eq!(relate(&mut []), Ok(()));
    }
}
