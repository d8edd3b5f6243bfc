//! What [`Grouper::cluster`](crate::Grouper::cluster) finds: the partition, and how it came about.

mod nodes;

use rustc_hash::FxHashSet;

use nodes::{distinct, in_time};

use crate::article::Article;
use crate::cluster::{Constraints, Dendrogram, Linkage, cluster_document_frequency, detail};
use crate::error::Error;
use crate::graph::{
    Bond, Circumstances, Explanation, Frames, NeighborGraph, NoiseFloor, PairFactor, RowContext, SharedTerm, Shortlist,
    Topic, Unrest,
};
use crate::parallel::{both, map_slice};
use crate::pipeline::Pipeline;
use crate::story::{StoryId, Storyteller};
use crate::text::{HeadlineWord, Language, instalments_by};
use crate::vector::{Fitted, Initial, SparseMatrix, TermId, TfIdf};

/// Rows that the noise of a batch is measured on, at most.
const NOISE_SAMPLE: usize = 4096;
/// Power of idf in a term's weight. Above 1 the rare words of an event count more beside those of its topic: +0.8 points
/// of B-cubed F1 over 1, measured.
const RARITY: f32 = 1.25;
/// The power of the user's threshold, in [0, 1], that is a linkage score: it puts the default, 0.18, at 0.5.
const MIDDLE: f64 = 2.474;

/// Days between an article left alone and the story that takes it in at most: what comes later is seldom of the event.
const ADOPTION_DAYS: f32 = 0.125;

/// A batch of articles divided into stories, with everything that led there.
///
/// Positions are those of the articles in the batch.
#[derive(Debug)]
pub struct Clustering<'a> {
    pub(crate) articles: &'a [Article],
    /// Without the frequencies, which `weights` has with their weights.
    fitted: Fitted,
    /// How much the words of each node say, in [0, 1].
    specificity: Vec<f32>,
    /// One row an article, in the order of the batch, with the final weights.
    weights: SparseMatrix,
    /// The first article of each node; nodes are ordered by time, then id.
    nodes: Vec<usize>,
    /// The node of each article.
    node_of: Vec<usize>,
    similarities: NeighborGraph,
    /// Pairs of nodes whose headlines contradict each other, the later first, ascending.
    contradictions: Vec<(u32, u32)>,
    expanded: NeighborGraph,
    noise: NoiseFloor,
    topic: Topic,
    /// What editors said, by node.
    bonds: Constraints,
    dendrogram: Dendrogram,
    labels: Vec<usize>,
    /// What is known of the nodes beside their words.
    context: RowContext,
    pipeline: Pipeline,
}

impl Pipeline {
    pub fn run<'a>(
        &self,
        articles: &'a [Article],
        constraints: &[(usize, usize, Bond)],
    ) -> Result<Clustering<'a>, Error> {
        if u32::try_from(articles.len()).is_err() {
            return Err(Error::TooLarge { what: "articles", count: articles.len() });
        }
        // Fitting has stretches in which it keeps one core busy.
        let around = || (in_time(articles), map_slice(articles, Circumstances::of));
        let (fitted, (order, circumstances)) = both(|| self.vectorizer.fit(articles), around);
        let mut fitted = fitted?;
        let apart = constraints.iter().filter(|(_, _, bond)| *bond == Bond::Apart);
        let alone: FxHashSet<usize> = apart.flat_map(|&(a, b, _)| [a, b]).collect();
        let Fitted { words, headlines, .. } = &fitted;
        let ((nodes, node_of), instalments) = both(
            || distinct(articles, order, &fitted.frequencies, &alone),
            || {
                let forms = words.map_headline_forms(articles, headlines, HeadlineWord::of);
                let forms_of = |at: usize| words.headline(at).forms();
                instalments_by(articles, |at| forms_of(at).filter_map(|form| forms.get(form).copied()))
            },
        );
        let place = |&at: &usize| (&articles[at], instalments[at], circumstances[at]);
        let (frequencies, context) =
            both(|| fitted.frequencies.select(&nodes), || RowContext::of_known(self.context, nodes.iter().map(place)));
        let mut bonds = Constraints::new();
        for &(a, b, bond) in constraints {
            match bond {
                Bond::Together => bonds.must_link(node_of[a], node_of[b]),
                Bond::Apart => bonds.cannot_link(node_of[a], node_of[b]),
            }
        }
        let idf = self.idf(&fitted.model);
        let languages: Vec<Language> = nodes.iter().map(|&at| fitted.languages[at]).collect();

        let mut weights = weights_of(&idf);
        let mut specificity = self.specificity.factors(&frequencies, &idf, &weights, &languages);
        // Rows that say little are short: then they are near to nobody, and the search need not look at most of their terms.
        let mut rows = frequencies.scaled(&weights).times(&specificity);
        let noise = self.noise.measure(&rows, NOISE_SAMPLE, &context);
        let adapted = self.amid(noise, nodes.len());
        let context = context.amid(self.noise.unrest(noise));
        let detail = detail(&frequencies);
        let headlines = nodes.iter().map(|&at| (&articles[at], &fitted.headlines[at], fitted.languages[at]));
        let frames = Frames::new(headlines.collect(), &fitted);
        let topic = Topic::of(&fitted.model, &fitted.initials);
        let (initials, unrest) = (topic.among(&fitted.initials), topic.unrest(self.noise.unrest(noise)));
        let tells = (&*initials, unrest);
        let mut shortlist = Shortlist::new(&rows, noise.similarity, self.neighbors, &context);
        let (mut similarities, mut contradictions) = adapted.told(shortlist.graph(), &rows, noise, &frames, tells);
        let mut expanded = adapted.expand(&similarities, noise, &context);
        let are_at_one_time = |a: usize, b: usize| context.are_within(ADOPTION_DAYS, a, b);
        let mut dendrogram = adapted.linkage.cluster_in_time(&expanded, &detail, &bonds, are_at_one_time);
        for _ in 1..self.passes {
            let by_cluster = self.by_cluster(&fitted.model, &idf, &frequencies, &dendrogram.labels());
            weights = weights_of(&by_cluster);
            specificity = self.specificity.factors(&frequencies, &by_cluster, &weights, &languages);
            let reweighted = frequencies.scaled(&weights).times(&specificity);
            shortlist.reweigh(&rows, &reweighted);
            rows = reweighted;
            let graph = shortlist.revised(&rows, &context);
            (similarities, contradictions) = adapted.told(graph, &rows, noise, &frames, tells);
            expanded = adapted.expand(&similarities, noise, &context);
            dendrogram = adapted.linkage.cluster_in_time(&expanded, &detail, &bonds, are_at_one_time);
        }
        let of_node = dendrogram.labels();
        Ok(Clustering {
            articles,
            weights: std::mem::take(&mut fitted.frequencies).scaled(&weights),
            fitted,
            specificity,
            labels: node_of.iter().map(|&node| of_node[node]).collect(),
            nodes,
            node_of,
            similarities,
            contradictions,
            expanded,
            noise,
            topic,
            bonds,
            dendrogram,
            context,
            pipeline: adapted,
        })
    }
}

fn weights_of(idf: &[f32]) -> Vec<f32> {
    idf.iter().map(|idf| idf.powf(RARITY)).collect()
}

impl Pipeline {
    /// The neighbour graph by what the words that two articles share tell, and the pairs in it whose headlines contradict
    /// each other.
    fn told(
        &self,
        graph: NeighborGraph,
        rows: &SparseMatrix,
        noise: NoiseFloor,
        frames: &Frames,
        (initials, unrest): (&[Initial], Unrest),
    ) -> (NeighborGraph, Vec<(u32, u32)>) {
        let graph = self.significance.soften(graph, rows, initials, unrest, noise.similarity);
        if self.context.contradiction >= 1.0 {
            return (graph, Vec::new());
        }
        let pairs = frames.contradictions(&graph, rows);
        (graph.weakened(&pairs, self.context.contradiction, noise.similarity), pairs)
    }

    fn expand(&self, similarities: &NeighborGraph, noise: NoiseFloor, context: &RowContext) -> NeighborGraph {
        let expanded = self.expansion.apply(similarities, noise.similarity);
        // Without neighbours it is what has been softened already.
        if self.expansion.neighbors == 0 { expanded } else { context.soften(expanded) }
    }

    /// Inverse document frequency of each term, with what is known of it before the batch is read.
    fn idf(&self, model: &TfIdf) -> Vec<f32> {
        let outside = self.background.frequencies(model);
        let counted = (0..).map(TermId).zip(model.vocabulary().document_frequencies()).zip(outside);
        let idf = |((term, &frequency), outside): ((TermId, &u32), f32)| {
            self.background.idf(frequency as f32, outside, model.collection_size(term))
        };
        counted.map(idf).collect()
    }

    /// The same counted over clusters, never above the plain one.
    fn by_cluster(&self, model: &TfIdf, idf: &[f32], frequencies: &SparseMatrix, labels: &[usize]) -> Vec<f32> {
        let clusters = labels.iter().max().map_or(0, |last| last + 1);
        let spread = cluster_document_frequency(frequencies, labels);
        let outside = self.background.frequencies(model);
        let counted = |((term, &idf), &outside): ((TermId, &f32), &f32)| match spread.get(term.index()) {
            // ln((K + 1) / spread) + 1, with the 1 that the formula adds to its frequency taken off before.
            Some(&spread) if spread > 0.0 => {
                // As large a share of the clusters is in a term's language as of the articles.
                let clusters = clusters as f32 * (model.collection_size(term) / model.documents() as f32);
                self.background.idf(spread - 1.0, outside, clusters).min(idf)
            }
            _ => idf,
        };
        (0..).map(TermId).zip(idf).zip(&outside).map(counted).collect()
    }
}

impl Clustering<'_> {
    /// The story of each article, numbered from 0 by their first articles in time: [`groups`](Self::groups) and
    /// [`story_ids`](Self::story_ids) go by these numbers, [`Grouper::stories`](crate::Grouper::stories) by size.
    #[must_use]
    pub fn labels(&self) -> &[usize] {
        &self.labels
    }

    /// The articles of each story, ascending; the stories by label.
    #[must_use]
    pub fn groups(&self) -> Vec<Vec<usize>> {
        groups(&self.labels)
    }

    /// The id of each story, by label: what joins labels, and pairs of [`related`](Self::related), with the stories of
    /// [`Grouper::stories`](crate::Grouper::stories). Costs n log n.
    #[must_use]
    pub fn story_ids(&self) -> Vec<StoryId> {
        let id = |members: &Vec<usize>| StoryId::of(members.iter().map(|&at| self.articles[at].id()));
        self.groups().iter().map(id).collect()
    }

    /// What tells the stories of [`groups`](Self::groups) as [`Grouper::stories`](crate::Grouper::stories) does, with the
    /// weights of this clustering; without the grouper's table of publishers and its limit of key points. Linear in the
    /// words.
    ///
    /// ```
    /// use samestory::{Article, Grouper};
    /// let articles = [
    ///     Article::new("1", "Strong earthquake shakes Port Sorrel, dozens hurt"),
    ///     Article::new("2", "Dozens hurt as strong earthquake hits Port Sorrel"),
    /// ];
    /// let grouper = Grouper::default();
    /// let clustering = grouper.cluster(&articles)?;
    /// let why = clustering.storyteller().explain_title(&clustering.groups()[0]);
    /// assert_eq!(why.candidates[0].title, grouper.stories(&clustering)[0].title);
    /// # Ok::<(), samestory::Error>(())
    /// ```
    #[must_use]
    pub fn storyteller(&self) -> Storyteller<'_> {
        Storyteller::new(self.articles, &self.fitted, &self.weights)
    }

    /// The stories cut finer: their sub-events, as groups of articles, when only merges at a score of at least
    /// `threshold` count (in [0, 1], as [`GrouperBuilder::threshold`](crate::GrouperBuilder::threshold); below the
    /// threshold that the stories were made with it changes nothing).
    #[must_use]
    pub fn sub_events(&self, threshold: f32) -> Vec<Vec<usize>> {
        let score = score_of(threshold) * self.rise();
        // Those left alone joined below the threshold.
        let of_node = self.dendrogram.labels_above(if score > self.pipeline.linkage.threshold { score } else { 0.0 });
        groups(&self.node_of.iter().map(|&node| of_node[node]).collect::<Vec<_>>())
    }

    /// How the stories came together, merge by merge, with linkage scores as they are (those of
    /// [`explain`](Self::explain) are on the scale of the threshold).
    ///
    /// Its articles are nodes, numbered by time, then id; undated ones come last. Articles of the same words, within three
    /// days of each other (18 hours where one outlet has both), are one node: copies, which it has never parted.
    /// [`node_of`](Self::node_of) says which node each article of the batch is.
    ///
    /// ```
    /// use samestory::{Article, Grouper};
    /// let articles = ["Port Sorrel: earthquake hurts dozens", "Bank holds rates", "Earthquake hurts dozens: Port Sorrel"]
    ///     .map(|title| Article::new(title, title));
    /// let clustering = Grouper::default().cluster(&articles)?;
    /// assert_eq!(clustering.dendrogram().articles(), 2);
    /// assert_eq!(clustering.node_of(), [1, 0, 1]);
    /// # Ok::<(), samestory::Error>(())
    /// ```
    #[must_use]
    pub fn dendrogram(&self) -> &Dendrogram {
        &self.dendrogram
    }

    /// The node of each article, by its position in the batch: what the [`dendrogram`](Self::dendrogram) knows it as.
    /// Copies share one.
    #[must_use]
    pub fn node_of(&self) -> &[usize] {
        &self.node_of
    }

    /// Stories that are near but not near enough: pairs of [labels](Self::labels) with their score, in [0, 1] and on the scale of the
    /// threshold; the nearest first.
    #[must_use]
    pub fn related(&self) -> Vec<(usize, usize, f32)> {
        let of_node = self.dendrogram.labels();
        let mut related: Vec<(usize, usize, f32)> = self
            .dendrogram
            .links()
            .iter()
            .map(|&(a, b, score)| (of_node[a], of_node[b], self.displayed(score)))
            .collect();
        related.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        related
    }

    /// A linkage score on the scale of the user's threshold, where 0.5 is the middle.
    fn displayed(&self, score: f64) -> f32 {
        (score / self.rise()).powf(MIDDLE.recip()) as f32
    }

    /// What noise has multiplied the threshold by.
    fn rise(&self) -> f64 {
        Linkage::rise(self.noise.similarity / self.pipeline.noise.low)
    }

    /// What counted as noise, and why.
    #[must_use]
    pub fn noise(&self) -> NoiseFloor {
        self.noise
    }

    /// Why two articles are in one story, or are not. Linear in their words and neighbours, and in the merges.
    ///
    /// # Errors
    /// [`Error::UnknownId`] for an id that no article has.
    pub fn explain(&self, a: &str, b: &str) -> Result<Explanation, Error> {
        let find = |id: &str| {
            let position = self.articles.iter().position(|article| article.id().as_str() == id);
            position.ok_or_else(|| Error::UnknownId { id: id.to_owned() })
        };
        let (a, b) = (find(a)?, find(b)?);
        let (left, right) = (self.weights.row(a), self.weights.row(b));
        let mut shared: Vec<SharedTerm> = left
            .shared(right)
            .map(|(term, weight)| SharedTerm {
                term: self.fitted.model.vocabulary().term(term).unwrap_or_default().to_owned(),
                weight,
            })
            .collect();
        shared.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.term.cmp(&b.term)));
        let articles = (self.articles[a].id().clone(), self.articles[b].id().clone());
        let (a, b) = (self.node_of[a], self.node_of[b]);
        let (time_factor, source_factor, specificity_factor) = self.factors(a, b);
        let significance_factor = if a == b {
            1.0
        } else {
            let initials = self.topic.among(&self.fitted.initials);
            let unrest = self.topic.unrest(self.pipeline.noise.unrest(self.noise));
            self.pipeline.significance.factor(left, right, &initials, unrest)
        };
        let together = self.labels_of_nodes(a, b);
        Ok(Explanation {
            articles,
            together,
            shared,
            cosine: left.dot(right).min(1.0),
            time_factor,
            source_factor,
            specificity_factor,
            significance_factor,
            contradiction_factor: self.contradiction(a, b),
            similarity: if a == b { 1.0 } else { self.similarities.similarity(a, b).unwrap_or(0.0) },
            noise_floor: self.noise.similarity,
            indirect_factor: self.indirect_factor(a, b),
            expanded: if a == b { 1.0 } else { self.expanded.similarity(a, b).unwrap_or(0.0) },
            joined_at: self.dendrogram.joined_at(a, b).map(|score| self.displayed(score)),
            stories_score: if together { None } else { self.dendrogram.link(a, b).map(|score| self.displayed(score)) },
            threshold: self.displayed(self.pipeline.linkage.threshold),
            bond: self.bond(a, b),
            bond_within: self.bonds.join_any_of(&self.dendrogram.joint_cluster(a, b)),
        })
    }

    /// What time, then outlet and series, then specificity leave of the similarity of two nodes.
    fn factors(&self, a: usize, b: usize) -> (f32, f32, f32) {
        if a == b {
            return (1.0, 1.0, 1.0);
        }
        let factor = self.context.of(a, b);
        let (first, second) = (self.nodes[a], self.nodes[b]);
        let time_factor = match (self.articles[first].published(), self.articles[second].published()) {
            (Some(a), Some(b)) => self.pipeline.context.time_factor(a.days_between(b)),
            _ => 1.0,
        };
        let source_factor = if time_factor > 0.0 { factor / time_factor } else { 1.0 };
        (time_factor, source_factor, self.specificity[a] * self.specificity[b])
    }

    /// What is left of the similarity by neighbours of two nodes.
    fn indirect_factor(&self, a: usize, b: usize) -> f32 {
        let is_softened = a != b && self.pipeline.expansion.neighbors > 0;
        if is_softened { self.context.indirect_factor(a, b) } else { 1.0 }
    }

    /// What different names leave of the similarity of two nodes.
    fn contradiction(&self, a: usize, b: usize) -> f32 {
        let pair = (a.max(b) as u32, a.min(b) as u32);
        if self.contradictions.binary_search(&pair).is_ok() { self.pipeline.context.contradiction } else { 1.0 }
    }

    /// What an editor said that decided about two nodes.
    fn bond(&self, a: usize, b: usize) -> Option<Bond> {
        let labels = self.dendrogram.labels();
        if self.bonds.joins(a, b) {
            return Some(Bond::Together);
        }
        let are_parted = labels[a] != labels[b] && self.bonds.parts(&labels, labels[a], labels[b]);
        are_parted.then_some(Bond::Apart)
    }

    fn labels_of_nodes(&self, a: usize, b: usize) -> bool {
        self.labels[self.nodes[a]] == self.labels[self.nodes[b]]
    }
}

/// The linkage score of a user's threshold.
pub(crate) fn score_of(threshold: f32) -> f64 {
    f64::from(threshold).powf(MIDDLE)
}

/// Positions by label.
pub(crate) fn groups(labels: &[usize]) -> Vec<Vec<usize>> {
    let mut groups = vec![Vec::new(); labels.iter().max().map_or(0, |last| last + 1)];
    for (article, &label) in labels.iter().enumerate() {
        groups[label].push(article);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::Pipeline;
    use crate::article::Article;
    use crate::vector::{Fitted, Vectorizer};

    #[test]
    fn clusters_count_as_the_documents_of_a_terms_language_do() {
        let told = |language: &'static str, at: usize| {
            let title = format!("{language}storm {language}elm {language}x{at}");
            Article::new(format!("{language}{at}"), title).with_language(language)
        };
        let articles: Vec<Article> =
            (0..800).map(|at| told("en", at)).chain((0..400).map(|at| told("nl", at))).collect();
        let Fitted { model, frequencies, .. } = Vectorizer::default().fit(&articles).unwrap();
        let pipeline = Pipeline::default();
        let idf = pipeline.idf(&model);
        // Eight articles a cluster, and of the rarer language two.
        let labels: Vec<usize> = (0..1200).map(|at| if at < 800 { at / 8 } else { 100 + (at - 800) / 2 }).collect();
        let by_cluster = pipeline.by_cluster(&model, &idf, &frequencies, &labels);
        let term = model.vocabulary().id("nlstorm").unwrap().index();
        // In more clusters than its language has a share of: commoner than it is among articles.
        assert!(by_cluster[term] < idf[term] - 0.2, "{} {}", by_cluster[term], idf[term]);
    }
}
