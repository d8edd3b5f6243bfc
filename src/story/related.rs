//! Which stories go on about the same matter: [`relate`].

use crate::article::Article;
use crate::error::Error;
use crate::parallel::map_ranges;
use crate::story::model::{Story, StoryId};
use crate::vector::{SparseMatrix, Vectorizer};

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
/// A word that more stories have than this, and more than a twentieth of them all, relates none by itself: it alone can
/// hardly lift two stories above the floor, and going through all its pairs is what would cost.
const COMMON: usize = 200;
/// Stories that one task relates; no influence on the result.
const CHUNK: usize = 512;

/// Finds for each story up to 5 others that are near it, and puts them into [`Story::related`], the nearest first, then
/// by id. Replaces what was there.
///
/// A story's words are those of its title, its keywords and the headlines of its 20 most central members, weighted by
/// TF-IDF over the stories. Two are related from a cosine of 0.2 on, if one of the words that they share is in at most
/// 200 stories, or in at most a twentieth of them. Stories of one article have relatives, too.
///
/// Linear in the words, plus one step for each pair of stories that share such a word, once for each word. Parallel with
/// the `parallel` feature, same result on any number of threads.
///
/// # Errors
///
/// [`Error::TooLarge`] where the headlines have more different words than 32-bit numbers can count.
pub fn relate(stories: &mut [Story]) -> Result<(), Error> {
    let digests: Vec<Article> = stories.iter().map(digest).collect();
    let fitted = Vectorizer::builder().lead_words(LEAD_WORDS).build()?.fit(&digests)?;
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let index = Index::new(&rows, COMMON.max(rows.rows() / 20));
    let ids: Vec<StoryId> = stories.iter().map(|story| story.id.clone()).collect();
    let chunks = map_ranges(ids.len(), CHUNK, |positions| {
        let mut sums = vec![0.0; ids.len()];
        positions.map(|position| index.nearest(position, &ids, &mut sums)).collect::<Vec<_>>()
    });
    for (story, related) in stories.iter_mut().zip(chunks.into_iter().flatten()) {
        story.related = related;
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

/// The stories that have each word, common words left out.
struct Index<'r> {
    rows: &'r SparseMatrix,
    /// By term: story and weight. Empty for common words.
    postings: Vec<Vec<(u32, f32)>>,
    /// By story: the length of the part of its vector that is made of common words.
    common: Vec<f32>,
}

impl<'r> Index<'r> {
    /// Added up in another order, a cosine may differ by this at most.
    const SLACK: f32 = 1e-3;

    /// Words that more than `most` stories have are common.
    fn new(rows: &'r SparseMatrix, most: usize) -> Self {
        let mut frequencies = vec![0_usize; rows.width()];
        for row in 0..rows.rows() {
            rows.row(row).terms().iter().for_each(|term| frequencies[term.index()] += 1);
        }
        let mut postings = vec![Vec::new(); frequencies.len()];
        let mut common = vec![0.0_f32; rows.rows()];
        for (row, common) in common.iter_mut().enumerate() {
            for (term, weight) in rows.row(row).iter().filter(|&(_, weight)| weight > 0.0) {
                if frequencies[term.index()] > most {
                    *common += weight * weight;
                } else {
                    postings[term.index()].push((row as u32, weight));
                }
            }
            *common = common.sqrt();
        }
        Self { rows, postings, common }
    }

    /// The stories next to one, the nearest first. `sums` has a zero for each story, before and after.
    fn nearest(&self, position: usize, ids: &[StoryId], sums: &mut [f32]) -> Vec<Related> {
        let row = self.rows.row(position);
        let mut candidates: Vec<usize> = Vec::new();
        for (term, weight) in row.iter() {
            for &(other, other_weight) in &self.postings[term.index()] {
                let sum = &mut sums[other as usize];
                if *sum == 0.0 {
                    candidates.push(other as usize);
                }
                *sum += weight * other_weight;
            }
        }
        let mut near: Vec<Related> = Vec::new();
        for other in candidates {
            // Common words can add no more than the product of the lengths of both common parts.
            let most = std::mem::take(&mut sums[other]) + self.common[position] * self.common[other];
            if other == position || most < FLOOR - Self::SLACK {
                continue;
            }
            let similarity = row.dot(self.rows.row(other));
            if similarity >= FLOOR {
                near.push(Related { story: ids[other].clone(), similarity: similarity.min(1.0) });
            }
        }
        near.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then_with(|| a.story.cmp(&b.story)));
        near.truncate(MOST);
        near
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FLOOR, Index, MOST, Related, relate};
    use crate::article::Article;
    use crate::story::coverage::Coverage;
    use crate::story::model::{Field, Story, StoryId};
    use crate::story::sources::SourceDirectory;
    use crate::text::Span;
    use crate::vector::{SparseMatrix, SparseVector, TermId};

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

    /// The slow, obvious version: every pair.
    fn naive(rows: &SparseMatrix, most: usize, ids: &[StoryId]) -> Vec<Vec<Related>> {
        let frequency = |term: &TermId| (0..rows.rows()).filter(|&row| rows.row(row).terms().contains(term)).count();
        let near = |a: usize, b: usize| {
            let telling = rows.row(a).shared(rows.row(b)).any(|(term, _)| frequency(&term) <= most);
            let similarity = rows.row(a).dot(rows.row(b));
            (a != b && telling && similarity >= FLOOR)
                .then(|| Related { story: ids[b].clone(), similarity: similarity.min(1.0) })
        };
        let of = |a: usize| {
            let mut all: Vec<Related> = (0..rows.rows()).filter_map(|b| near(a, b)).collect();
            all.sort_by(|x, y| y.similarity.total_cmp(&x.similarity).then_with(|| x.story.cmp(&y.story)));
            all.truncate(MOST);
            all
        };
        (0..rows.rows()).map(of).collect()
    }

    proptest! {
        /// Few words and few weights: ties, twins and common words are the rule.
        #[test]
        fn the_index_finds_what_every_pair_finds(
            words in prop::collection::vec(prop::collection::vec((0_u32..14, 1_u32..4), 0..9), 0..50),
            most in 0_usize..20,
        ) {
            let mut rows = SparseMatrix::default();
            for row in words {
                let pairs = row.into_iter().map(|(term, weight)| (TermId(term), weight as f32)).collect();
                rows.push(SparseVector::from_pairs(pairs).normalized().as_row());
            }
            // Ids in another order than positions.
            let ids: Vec<StoryId> = (0..rows.rows()).map(|row| StoryId::of([&row.to_string().into()])).collect();
            let index = Index::new(&rows, most);
            let mut sums = vec![0.0; rows.rows()];
            let found: Vec<Vec<Related>> = (0..rows.rows()).map(|row| index.nearest(row, &ids, &mut sums)).collect();
            prop_assert_eq!(found, naive(&rows, most, &ids));
        }
    }
}
