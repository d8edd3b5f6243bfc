//! The batch facade over all stages: [`Grouper`].

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::article::{Article, ArticleId};
use crate::clustering::{Clustering, score_of};
use crate::error::{Error, within};
use crate::graph::{Bond, Expansion, NoiseProfile, PairContext, Significance};
use crate::parallel::{Pool, sort_unstable_by, threads};
use crate::pipeline::Pipeline;
use crate::story::{SourceDirectory, Story, Storyteller, by_size, relate};
use crate::vector::{Background, Specificity, Vectorizer};

/// Key points a story has at most, unless told otherwise.
const KEY_POINTS: usize = 5;

/// Groups articles into stories with the default configuration, the largest story first.
///
/// # Errors
/// [`Error::RepeatedId`] when two articles have one id, [`Error::TooLarge`] for more than `u32::MAX` articles or terms.
///
/// ```
/// use samestory::{Article, group};
/// let stories = group(&[
///     Article::new("a", "Strong earthquake shakes Port Sorrel, dozens hurt"),
///     Article::new("b", "Dozens hurt as strong earthquake hits Port Sorrel"),
///     Article::new("c", "Central bank of Tarvania holds rates"),
/// ])?;
/// assert_eq!(stories.len(), 2);
/// assert_eq!(stories[0].articles.len(), 2);
/// # Ok::<(), samestory::Error>(())
/// ```
pub fn group(articles: &[Article]) -> Result<Vec<Story>, Error> {
    Grouper::default().group(articles)
}

/// Knobs of a [`Grouper`]. Everything has a default that needs no tuning; a knob out of its range is an error of
/// [`build`](Self::build) that names it.
#[derive(Debug, Clone, Default)]
pub struct GrouperBuilder {
    pipeline: Pipeline,
    threshold: Option<f32>,
    threads: Option<usize>,
    key_points: Option<usize>,
    directory: SourceDirectory,
    together: Vec<(ArticleId, ArticleId)>,
    apart: Vec<(ArticleId, ArticleId)>,
}

impl GrouperBuilder {
    /// How alike articles must be to be one story: 0 to 1, default 0.5, without unit. Raising it gives smaller stories,
    /// down to single events; lowering it larger ones, up to topics. A merge must reach this to the power 2.474 as linkage
    /// score ([`Linkage`](crate::cluster::Linkage)): 0.18 at the default, and up to 0.21 the more noise a batch has. On news 0.3 to 0.65 is the range that tells:
    /// below 0.2 events that have little in common join, and above 0.7 hardly more than copies stay together.
    #[must_use]
    pub fn threshold(mut self, threshold: f32) -> Self {
        self.threshold = Some(threshold);
        self
    }

    /// What time, outlet, series and kind of piece do to similarity; see [`PairContext`] for ranges and defaults.
    #[must_use]
    pub fn context(mut self, context: PairContext) -> Self {
        self.pipeline.context = context;
        self
    }

    /// What is known of words before the batch is read; see [`Background`] for ranges and defaults.
    #[must_use]
    pub fn background(mut self, background: Background) -> Self {
        self.pipeline.background = background;
        self
    }

    /// How much less articles of common words are trusted; see [`Specificity`] for ranges and defaults.
    #[must_use]
    pub fn specificity(mut self, specificity: Specificity) -> Self {
        self.pipeline.specificity = specificity;
        self
    }

    /// How many words beside names a similarity must rest on to count in full; see [`Significance`] for ranges and defaults.
    #[must_use]
    pub fn significance(mut self, significance: Significance) -> Self {
        self.pipeline.significance = significance;
        self
    }

    /// How the noise of a batch is told; see [`NoiseProfile`] for ranges and defaults.
    #[must_use]
    pub fn noise(mut self, noise: NoiseProfile) -> Self {
        self.pipeline.noise = noise;
        self
    }

    /// Neighbours of an article that count, of those before it in time, the nearest first: 1 to 10,000, default 200.
    /// Raising it tells large stories a little better, and costs memory; see
    /// [`memory_estimate`](Grouper::memory_estimate).
    #[must_use]
    pub fn neighbors(mut self, neighbors: usize) -> Self {
        self.pipeline.neighbors = neighbors;
        self
    }

    /// How far neighbours lend their words; see [`Expansion`] for ranges and defaults.
    #[must_use]
    pub fn expansion(mut self, expansion: Expansion) -> Self {
        self.pipeline.expansion = expansion;
        self
    }

    /// How much nearer small clusters must be to merge: 0 to 10, default 0.55. Raising it leaves more articles alone; see
    /// [`Linkage`](crate::cluster::Linkage). Where a batch has more noise it counts for more: times the square root of the
    /// noise floor over the lowest one.
    #[must_use]
    pub fn small(mut self, small: f64) -> Self {
        self.pipeline.linkage.small = small;
        self
    }

    /// How much nearer two clusters of more than five articles with text must be to merge: 0 to 10, default 3; 0 switches
    /// it off, and with it that two events of four articles or more with text stay apart (see there). Raising it parts large
    /// stories into their events; headlines alone feel nothing of it. See
    /// [`Linkage`](crate::cluster::Linkage).
    #[must_use]
    pub fn large(mut self, large: f64) -> Self {
        self.pipeline.linkage.large = large;
        self
    }

    /// Share of the threshold at which an article that was left alone joins the only story near to it: 0 to 1, default 0.5;
    /// 1 leaves all of them alone. Lowering it takes more of them in. It counts in full in large batches with much noise;
    /// in one of less noise, or of a few hundred articles, less of the threshold is let off, and at the lowest noise floor
    /// nothing. Of dated articles only those within three hours of their nearest one in the story join. See
    /// [`Linkage`](crate::cluster::Linkage).
    #[must_use]
    pub fn alone(mut self, alone: f64) -> Self {
        self.pipeline.linkage.alone = alone;
        self
    }

    /// How often the batch is clustered, each time with the words weighed by the stories found before: 1 to 5, default 2.
    /// Raising it to 2 tells words of a topic from those of an event; beyond, it changes little, and each costs time.
    #[must_use]
    pub fn passes(mut self, passes: usize) -> Self {
        self.pipeline.passes = passes;
        self
    }

    /// Threads to use: 1 to 1024, default all cores. Raising it up to the cores saves time; the result does not depend on it. Without the `parallel` feature
    /// there is one thread, whatever is asked for.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = Some(threads);
        self
    }

    /// How text becomes vectors; default [`Vectorizer::default`].
    #[must_use]
    pub fn vectorizer(mut self, vectorizer: Vectorizer) -> Self {
        self.pipeline.vectorizer = vectorizer;
        self
    }

    /// Key points a story has at most: 0 to 100, default 5. Raising it adds details to large stories, the less telling
    /// last chosen; a story has no more than say something new. 0 leaves them out.
    #[must_use]
    pub fn key_points(mut self, limit: usize) -> Self {
        self.key_points = Some(limit);
        self
    }

    /// What is known about publishers; default nothing.
    #[must_use]
    pub fn sources(mut self, directory: SourceDirectory) -> Self {
        self.directory = directory;
        self
    }

    /// Two articles, by id, that are one story, whatever the words say. May be called again for more. It says nothing of a
    /// batch that does not have both.
    #[must_use]
    pub fn must_link(mut self, a: impl Into<ArticleId>, b: impl Into<ArticleId>) -> Self {
        self.together.push((a.into(), b.into()));
        self
    }

    /// Two articles, by id, that are not one story. Where they are also linked, linking wins. It says nothing of a batch
    /// that does not have both.
    #[must_use]
    pub fn cannot_link(mut self, a: impl Into<ArticleId>, b: impl Into<ArticleId>) -> Self {
        self.apart.push((a.into(), b.into()));
        self
    }

    /// The grouper.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] names the knob, the value and the allowed range; [`Error::Threads`] when the system gives
    /// no threads.
    pub fn build(self) -> Result<Grouper, Error> {
        let mut pipeline = self.pipeline;
        if let Some(threshold) = self.threshold {
            within("threshold", threshold.into(), (0.0..=1.0).contains(&threshold), "between 0 and 1")?;
            pipeline.linkage.threshold = score_of(threshold);
        }
        if let Some(threads) = self.threads {
            within("threads", threads as f64, (1..=1024).contains(&threads), "between 1 and 1024")?;
        }
        let key_points = self.key_points.unwrap_or(KEY_POINTS);
        within("key_points", key_points as f64, key_points <= 100, "at most 100")?;
        pipeline.check()?;
        Ok(Grouper {
            pipeline,
            pool: Pool::new(self.threads)?,
            key_points,
            directory: self.directory,
            together: self.together,
            apart: self.apart,
        })
    }
}

/// Groups articles into stories. Made once, used for any number of batches, from any number of threads; clones share
/// the threads that were asked for.
#[derive(Debug, Clone)]
pub struct Grouper {
    pipeline: Pipeline,
    pool: Pool,
    key_points: usize,
    directory: SourceDirectory,
    together: Vec<(ArticleId, ArticleId)>,
    apart: Vec<(ArticleId, ArticleId)>,
}

impl Default for Grouper {
    fn default() -> Self {
        Self {
            pipeline: Pipeline::default(),
            pool: Pool::default(),
            key_points: KEY_POINTS,
            directory: SourceDirectory::default(),
            together: Vec::new(),
            apart: Vec::new(),
        }
    }
}

impl Grouper {
    /// A builder with the defaults.
    #[must_use]
    pub fn builder() -> GrouperBuilder {
        GrouperBuilder::default()
    }

    /// The stories of a batch: by distinct publishers, then articles, then newest, then id. Every article is in exactly
    /// one; an article without a usable word is a story of its own.
    ///
    /// # Errors
    /// [`Error::RepeatedId`], [`Error::TooLarge`].
    pub fn group(&self, articles: &[Article]) -> Result<Vec<Story>, Error> {
        let clustering = self.cluster(articles)?;
        Ok(self.stories(&clustering))
    }

    /// The partition alone, with everything that led to it.
    ///
    /// # Errors
    /// As [`group`](Self::group).
    pub fn cluster<'a>(&self, articles: &'a [Article]) -> Result<Clustering<'a>, Error> {
        let positions = positions(articles)?;
        let find = |id: &ArticleId| positions.get(id.as_str()).copied();
        let mut bonds = Vec::new();
        for (pairs, bond) in [(&self.together, Bond::Together), (&self.apart, Bond::Apart)] {
            bonds.extend(pairs.iter().filter_map(|(a, b)| Some((find(a)?, find(b)?, bond))));
        }
        self.pool.run(|| self.pipeline.run(articles, &bonds))
    }

    /// Bytes that [`group`](Self::group) may need at most beside the articles themselves, in the worst case that each has
    /// as many neighbours as count; most batches need a fifth of it. Linear in the articles.
    #[must_use]
    pub fn memory_estimate(&self, articles: &[Article]) -> usize {
        // An edge is held from both sides: 8 bytes in the graph, 8 in its expansion, 16 in the linkage; and from one for the
        // second pass. What expansion adds is bounded by what it compares.
        const EDGE: usize = 2 * (8 + 8 + 16) + 8;
        // A word is 8 bytes in each of the matrices (counts, weights, the index) and 12 in the list of words, and is seldom
        // shorter than 4 with its space.
        const WORD: usize = (6 * 8 + 12) / 4;
        // Where nobody set a full stop a sentence is a whole text, and a word of the sentence at hand 64 bytes.
        const SENTENCE: usize = 64 / 4;
        let longest = articles.iter().map(|article| article.text().len()).max().unwrap_or(0);
        let lead = 10 * self.pipeline.vectorizer.lead_words();
        let text: usize = articles.iter().map(|article| article.title().len() + article.text().len().min(lead)).sum();
        articles.len() * (self.pipeline.neighbors * EDGE + 2_000)
            + text * WORD
            + self.pool.run(threads) * longest * SENTENCE
    }

    /// The stories of a clustering, ordered as [`group`](Self::group) does.
    #[must_use]
    pub fn stories(&self, clustering: &Clustering<'_>) -> Vec<Story> {
        self.pool.run(|| self.told(clustering.articles, clustering.storyteller(), &clustering.groups()))
    }

    /// The stories of groups made elsewhere, as positions in `articles`; positions outside of it are left out. Ordered
    /// as [`group`](Self::group) does.
    ///
    /// Words are weighed by the articles that have them, as nothing else is known. A [`Clustering`] weighs them by its stories
    /// too, so [`stories`](Self::stories) may choose other sentences for the same groups.
    ///
    /// # Errors
    /// [`Error::RepeatedId`], [`Error::TooLarge`].
    pub fn tell(&self, articles: &[Article], groups: &[Vec<usize>]) -> Result<Vec<Story>, Error> {
        positions(articles)?;
        self.pool.run(|| {
            let fitted = self.pipeline.vectorizer.fit(articles)?;
            let rows = fitted.frequencies.scaled(&fitted.model.idf());
            Ok(self.told(articles, Storyteller::new(articles, &fitted, &rows), groups))
        })
    }

    /// As [`relate`](crate::story::relate), on the threads of this grouper.
    ///
    /// # Errors
    /// As [`relate`](crate::story::relate).
    pub fn relate(&self, stories: &mut [Story]) -> Result<(), Error> {
        self.pool.run(|| relate(stories))
    }

    fn told(&self, articles: &[Article], teller: Storyteller<'_>, groups: &[Vec<usize>]) -> Vec<Story> {
        let teller = teller.with_key_points(self.key_points).with_directory(self.directory.clone());
        // Nearly the order in which they come out: few stories have to move.
        let likely = |group: &Vec<usize>| {
            let published = group.iter().filter_map(|&at| articles.get(at)?.published());
            (Reverse(group.len()), Reverse(published.max()))
        };
        let mut groups: Vec<_> = groups.iter().map(|group| (likely(group), group.as_slice())).collect();
        sort_unstable_by(&mut groups, Ord::cmp);
        let groups: Vec<&[usize]> = groups.into_iter().map(|(_, group)| group).collect();
        let mut stories = teller.tell_all(&groups);
        let mut order: Vec<usize> = (0..stories.len()).collect();
        sort_unstable_by(&mut order, |&a, &b| by_size(&stories[a], &stories[b]).then(a.cmp(&b)));
        in_order(&mut stories, order);
        stories
    }
}

/// Item `order[n]` comes to place `n`; `order` is a permutation. In place, cycle by cycle: a story is large.
fn in_order<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        // The cycle closes: the last swap brought the first item here.
        order[at] = at;
    }
}

/// Every id with its position, or an error where one occurs twice.
fn positions(articles: &[Article]) -> Result<FxHashMap<&str, usize>, Error> {
    let mut positions = FxHashMap::with_capacity_and_hasher(articles.len(), rustc_hash::FxBuildHasher);
    for (at, article) in articles.iter().enumerate() {
        if positions.insert(article.id().as_str(), at).is_some() {
            return Err(Error::RepeatedId { id: article.id().to_string() });
        }
    }
    Ok(positions)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::in_order;

    proptest! {
        #[test]
        fn items_come_in_the_order_that_is_told(order in Just((0..12).collect::<Vec<usize>>()).prop_shuffle()) {
            let mut items: Vec<usize> = (100..112).collect();
            in_order(&mut items, order.clone());
            prop_assert_eq!(items, order.into_iter().map(|at| 100 + at).collect::<Vec<_>>());
        }
    }
}
