//! From articles to TF-IDF vectors: [`Vectorizer::fit`].

#[cfg(feature = "serde")]
mod form;

use rustc_hash::FxHashMap;

use super::collection::collections;
use super::forward_index::{ForwardIndex, Part};
use super::initial::{Initial, InitialCounts};
use super::names::{Written, spellings};
use super::sparse::{SparseMatrix, SparseVector};
use super::vocabulary::{TermId, Vocabulary};
use super::weighting::{inverse_document_frequency, sublinear_term_frequency};
use crate::article::Article;
use crate::error::Error;
use crate::parallel::{both, map_chunks, map_ranges, sort_unstable_by, threads};
use crate::text::{Headline, HouseStyle, Language, Span, Tokenizer, WordMap, languages, refrains, words};

/// Articles that one task tokenizes at least, and tasks a thread at most beyond that; no influence on the result.
const CHUNK: usize = if cfg!(test) { 2 } else { 2048 };
const CHUNKS: usize = 2;

/// Knobs of a [`Vectorizer`].
#[derive(Debug, Clone)]
pub struct VectorizerBuilder {
    vectorizer: Vectorizer,
}

impl VectorizerBuilder {
    /// How often a headline's words count beside the text's: 0.1 to 10, default 2. Raising it makes the headline decide.
    #[must_use]
    pub fn title_weight(mut self, weight: f32) -> Self {
        self.vectorizer.title_weight = weight;
        self
    }

    /// How many words of the text count: 0 to 10,000, default 80. News says what happened first; what comes later is
    /// background that other stories share. Raising it tells more of long articles, and joins what has a background in
    /// common.
    #[must_use]
    pub fn lead_words(mut self, words: usize) -> Self {
        self.vectorizer.lead_words = words;
        self
    }

    /// The vectorizer, or an error that names the knob that is out of range.
    ///
    /// # Errors
    /// [`Error::OutOfRange`].
    pub fn build(self) -> Result<Vectorizer, Error> {
        let Vectorizer { title_weight, lead_words, .. } = self.vectorizer;
        if !(0.1..=10.0).contains(&title_weight) {
            return Err(Error::OutOfRange {
                knob: "title_weight",
                value: title_weight.into(),
                allowed: "between 0.1 and 10",
            });
        }
        if lead_words > 10_000 {
            return Err(Error::OutOfRange { knob: "lead_words", value: lead_words as f64, allowed: "at most 10000" });
        }
        Ok(self.vectorizer)
    }
}

/// Turns a batch of articles into unit-length sparse vectors.
///
/// Its serde form is `{"title_weight": 2.0, "lead_words": 80}`; what is left out is the default, and what
/// [`build`](VectorizerBuilder::build) refuses is refused.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "form::Vectorizer"))]
pub struct Vectorizer {
    title_weight: f32,
    lead_words: usize,
    #[cfg_attr(feature = "serde", serde(skip_serializing))]
    language: Language,
}

impl Default for Vectorizer {
    fn default() -> Self {
        Self { title_weight: 2.0, lead_words: 80, language: Language::English }
    }
}

/// What [`Vectorizer::fit`] makes of a batch.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Fitted {
    /// Vocabulary and document frequencies.
    pub model: TfIdf,
    /// One row an article: term frequencies (sublinear), not yet weighted by idf.
    pub frequencies: SparseMatrix,
    /// The headline of each article without what its outlet adds, as the batch taught.
    pub headlines: Vec<Headline>,
    /// How each term begins inside sentences, by its number; headlines in title case say nothing of that.
    pub initials: Vec<Initial>,
    /// The language of each article: the one it says, or what its script or its words tell, or what the words of most others
    /// tell, or else English.
    pub languages: Vec<Language>,
    /// Whether the text of each article is one that stands under any headline. Then none of its words was counted, and it
    /// counts as none.
    pub(crate) refrains: Vec<bool>,
    /// The words that were counted, and where they stand.
    pub(crate) words: ForwardIndex,
}

/// Tokens of some articles with term numbers of their own.
#[derive(Default)]
struct Chunk {
    terms: Vec<Box<str>>,
    /// How many articles have each.
    articles: Vec<u32>,
    /// How often each is written, and how often of that with a capital.
    written: Vec<(u32, u32)>,
    /// How each begins inside sentences.
    initials: InitialCounts,
    /// Entries of all articles, one after the other: term, weighted count.
    entries: Vec<(u32, f32)>,
    /// Where each article's entries end.
    ends: Vec<usize>,
    /// The words, with the chunk's own numbers of their terms.
    words: Part,
}

/// What a chunk knows of a word as written.
#[derive(Clone, Copy, Default)]
struct Known {
    form: u32,
    /// The number of its term, and how it begins; `None` for a stop word.
    term: Option<(u32, Initial)>,
}

impl Vectorizer {
    /// Words of a text that are read.
    pub(crate) fn lead_words(&self) -> usize {
        self.lead_words
    }

    /// A builder with the defaults.
    #[must_use]
    pub fn builder() -> VectorizerBuilder {
        VectorizerBuilder { vectorizer: Self::default() }
    }

    /// Counts the batch's terms. Linear in the text; parallel with the `parallel` feature, same result on any number of
    /// threads. Words beyond the first 4 GiB of a headline or text are not counted.
    ///
    /// # Errors
    /// [`Error::TooLarge`] for more terms than 32-bit numbers can count.
    pub fn fit(&self, articles: &[Article]) -> Result<Fitted, Error> {
        let headlines = HouseStyle::learn(articles).headlines(articles);
        let languages = languages(articles, self.language);
        let refrains = refrains(articles, &headlines, &languages);
        // The larger a chunk, the more of its words it has met before.
        let chunk = articles.len().div_ceil(CHUNKS * threads()).max(CHUNK);
        let chunks = map_ranges(articles.len(), chunk, |range| {
            let told = articles[range.clone()].iter().zip(&headlines[range.clone()]).zip(&languages[range.clone()]);
            self.count(told.zip(&refrains[range]))
        });

        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        numbers.reserve(chunks.iter().map(|chunk| chunk.terms.len()).max().unwrap_or(0) * 2);
        let mut terms: Vec<Written<'_>> = Vec::new();
        let mut initials = InitialCounts::default();
        let mut local_to_batch: Vec<Vec<u32>> = Vec::with_capacity(chunks.len());
        for chunk in &chunks {
            let map: Vec<u32> = chunk
                .terms
                .iter()
                .map(|term| {
                    *numbers.entry(term).or_insert_with(|| {
                        terms.push(Written { term, articles: 0, times: 0, capitals: 0 });
                        terms.len() as u32 - 1
                    })
                })
                .collect();
            for (&number, &(times, capitals)) in map.iter().zip(&chunk.written) {
                terms[number as usize].times += times;
                terms[number as usize].capitals += capitals;
            }
            initials.add(&chunk.initials, &map);
            for (&number, &articles) in map.iter().zip(&chunk.articles) {
                terms[number as usize].articles += articles;
            }
            local_to_batch.push(map);
        }
        if u32::try_from(terms.len()).is_err() {
            return Err(Error::TooLarge { what: "terms", count: terms.len() });
        }

        let numbered: Vec<(&Chunk, &Vec<u32>)> = chunks.iter().zip(&local_to_batch).collect();
        let spellings = spellings(&terms, articles.len(), &numbered, |&(chunk, map), visit| chunk.each_row(map, visit));
        for &(spelling, name) in &spellings {
            // No article has both.
            terms[name as usize].articles += std::mem::take(&mut terms[spelling as usize].articles);
        }

        let mut order: Vec<u32> = (0..terms.len() as u32).filter(|&at| terms[at as usize].articles > 0).collect();
        sort_unstable_by(&mut order, |&a, &b| {
            let (a, b) = (terms[a as usize], terms[b as usize]);
            b.articles.cmp(&a.articles).then_with(|| a.term.cmp(b.term))
        });
        let mut rank = vec![0u32; terms.len()];
        for (position, &number) in (0u32..).zip(&order) {
            rank[number as usize] = position;
        }
        for &(spelling, name) in &spellings {
            rank[spelling as usize] = rank[name as usize];
        }
        let named = || {
            let mut vocabulary = Vocabulary::from_sorted(order.iter().map(|&number| {
                let Written { term, articles, .. } = terms[number as usize];
                (Box::from(term), articles)
            }));
            for &(spelling, name) in &spellings {
                vocabulary.alias(terms[spelling as usize].term, TermId(rank[name as usize]));
            }
            vocabulary
        };
        let counted = || {
            let rows = map_chunks(&numbered, 1, |chunks| {
                let rows =
                    chunks.iter().map(|(chunk, map)| chunk.rows(|local| TermId(rank[map[local as usize] as usize])));
                rows.collect::<Vec<_>>()
            });
            SparseMatrix::concat(rows.iter().flatten())
        };
        let (vocabulary, frequencies) = both(named, counted);
        drop(numbered);
        let initials = order.iter().map(|&number| initials.of(number)).collect();
        let parts = chunks.into_iter().zip(&local_to_batch);
        let parts = parts
            .map(|(Chunk { words, .. }, map)| words.renumbered(|local| TermId(rank[map[local as usize] as usize])));
        let words = ForwardIndex::new(parts.collect(), chunk);
        let collections = collections(&frequencies, &languages, vocabulary.document_frequencies());
        let model = TfIdf { vocabulary, documents: articles.len(), collections };
        Ok(Fitted { model, frequencies, headlines, initials, languages, refrains, words })
    }

    /// Of articles, each with its headline, its language and whether its text counts as none.
    fn count<'a>(&self, told: impl Iterator<Item = (((&'a Article, &'a Headline), &'a Language), &'a bool)>) -> Chunk {
        let mut chunk = Chunk::default();
        let mut terms: FxHashMap<Box<str>, u32> = FxHashMap::default();
        let mut surfaces: WordMap<'_, Known> = WordMap::default();
        let mut position: FxHashMap<u32, usize> = FxHashMap::default();
        let mut inside: Vec<(u32, Initial)> = Vec::new();
        let is_within = |(span, _): &(Span, &str)| u32::try_from(span.end()).is_ok();
        for (((article, headline), &language), &is_refrain) in told {
            let tokenizer = Tokenizer::new(language);
            position.clear();
            let fields = [
                (headline.text(article.title()), self.title_weight, usize::MAX),
                (if is_refrain { "" } else { article.text() }, 1.0, self.lead_words),
            ];
            let mut ends = [0; 2];
            for (end, (text, weight, limit)) in ends.iter_mut().zip(fields) {
                // German writes all nouns with a capital.
                let has_capitals = language != Language::German && text.contains(char::is_uppercase);
                inside.clear();
                for (place, (span, surface)) in words(text).take(limit).take_while(is_within).enumerate() {
                    let known = surfaces.get(language, surface).unwrap_or_else(|| {
                        let term = tokenizer.term(surface).map(|term| {
                            let number = terms.get(term.as_ref()).copied().unwrap_or_else(|| {
                                let number = chunk.articles.len() as u32;
                                chunk.articles.push(0);
                                chunk.written.push((0, 0));
                                terms.insert(Box::from(term.as_ref()), number);
                                number
                            });
                            (number, Initial::of_word(surface))
                        });
                        let known = Known { form: chunk.words.push_form(term.map(|(number, _)| number)), term };
                        surfaces.insert(language, surface, known);
                        known
                    });
                    chunk.words.push(span, known.form);
                    if let Some((term, initial)) = known.term {
                        let written = &mut chunk.written[term as usize];
                        *written = (written.0 + 1, written.1 + u32::from(initial == Initial::Capital));
                        if place > 0 && has_capitals {
                            inside.push((term, initial));
                        }
                        let at = *position.entry(term).or_insert(chunk.entries.len());
                        if at == chunk.entries.len() {
                            chunk.entries.push((term, 0.0));
                            chunk.articles[term as usize] += 1;
                        }
                        chunk.entries[at].1 += weight;
                    }
                }
                chunk.initials.learn(&inside);
                *end = chunk.words.len();
            }
            chunk.words.end_article(ends);
            chunk.ends.push(chunk.entries.len());
        }
        chunk.terms.resize_with(terms.len(), Box::default);
        for (term, number) in terms {
            chunk.terms[number as usize] = term;
        }
        chunk
    }
}

impl Chunk {
    /// Shows the terms of each article, numbered for the batch.
    fn each_row(&self, numbers: &[u32], visit: &mut dyn FnMut(&[u32])) {
        let mut row = Vec::new();
        let mut start = 0;
        for &end in &self.ends {
            row.clear();
            row.extend(self.entries[start..end].iter().map(|&(local, _)| numbers[local as usize]));
            visit(&row);
            start = end;
        }
    }

    /// The rows of its articles, with the number that each of its terms has in the batch.
    fn rows(&self, number: impl Fn(u32) -> TermId) -> SparseMatrix {
        let mut rows = SparseMatrix::with_capacity(self.ends.len(), self.entries.len());
        let mut row: Vec<(TermId, f32)> = Vec::new();
        let mut start = 0;
        for &end in &self.ends {
            row.clear();
            let counted = self.entries[start..end].iter();
            row.extend(counted.map(|&(local, count)| (number(local), sublinear_term_frequency(count))));
            row.sort_unstable_by_key(|&(term, _)| term);
            rows.push_entries(row.iter().copied());
            start = end;
        }
        rows
    }
}

/// A fitted model: which terms there are and how common each is among the documents of its language.
///
/// Its serde form is `{"vocabulary": ..., "documents": 12}`, and for documents in several languages `"collections"` with the
/// [size](Self::collection_size) of the collection of every term, by its number.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TfIdf {
    vocabulary: Vocabulary,
    documents: usize,
    /// Of how many documents each term's frequency is a share; empty where it is of all.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    collections: Vec<f32>,
}

impl TfIdf {
    /// The terms.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Number of documents it was fitted on.
    #[must_use]
    pub fn documents(&self) -> usize {
        self.documents
    }

    /// Of how many documents a term's frequency is a share: of all, or where they are in several languages about as many
    /// as are in its own (in the mean of those that have it). In a language of a few documents, of nearly all: they do not
    /// tell what is common in it.
    #[must_use]
    pub fn collection_size(&self, id: TermId) -> f32 {
        self.collections.get(id.index()).copied().unwrap_or(self.documents as f32)
    }

    /// The inverse document frequency of every term, by its number, among the documents [of its
    /// language](Self::collection_size).
    #[must_use]
    pub fn idf(&self) -> Vec<f32> {
        let counted = (0..).map(TermId).zip(self.vocabulary.document_frequencies());
        counted.map(|(id, &frequency)| inverse_document_frequency(frequency as f32, self.collection_size(id))).collect()
    }

    /// The vector of any text by the weights of this batch. Terms that the batch does not have are left out: they can
    /// match nothing in it. Length 1, or 0 where no term is known.
    #[must_use]
    pub fn transform(&self, text: &str, language: Language) -> SparseVector {
        let mut counts: Vec<(TermId, f32)> = Tokenizer::new(language)
            .tokens(text)
            .filter_map(|token| self.vocabulary.id(token.term()).map(|id| (id, 1.0)))
            .collect();
        counts.sort_unstable_by_key(|&(id, _)| id);
        let counts = SparseVector::from_pairs(counts);
        let weighted = counts
            .as_row()
            .iter()
            .map(|(id, count)| {
                let frequency = self.vocabulary.document_frequency(id) as f32;
                (id, sublinear_term_frequency(count) * inverse_document_frequency(frequency, self.collection_size(id)))
            })
            .collect();
        SparseVector::from_pairs(weighted).normalized()
    }
}
