//! The words of each article in order, as they were cut to be counted: [`ForwardIndex`].

use std::ops::Range;

use super::vocabulary::TermId;
use crate::article::Article;
use crate::parallel::map_chunks;
use crate::text::{Headline, Span};

/// Forms that one task looks at; no influence on the result.
const FORMS: usize = if cfg!(test) { 2 } else { 4096 };

/// Where each word of a batch stands and how it is written, so that nothing is cut and looked up twice.
///
/// It has the headlines and as many words of each text as were counted. A form is a word as written in a language; forms
/// are numbered from 0, and a word that several tasks met has several numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct ForwardIndex {
    parts: Vec<Part>,
    /// Articles in each part but the last.
    articles: usize,
    /// Forms before each part.
    first_forms: Vec<usize>,
}

/// The words of consecutive articles, forms numbered for themselves.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    places: Vec<Place>,
    /// Where the places of each article's headline and of its text end.
    ends: Vec<[usize; 2]>,
    forms: Vec<Form>,
}

/// A word at its place in a headline or text.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: u32,
    end: u32,
    form: u32,
}

#[derive(Debug, Clone, Copy)]
struct Form {
    /// The first of its places.
    place: usize,
    term: Option<TermId>,
    /// Whether one of its places is in a headline.
    is_in_headline: bool,
}

/// The words of one headline or text that the index has: its first ones.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cut<'i> {
    places: &'i [Place],
    first_form: usize,
}

impl Part {
    /// A word that was not met before, with the number of its term; its form has the next number.
    pub(super) fn push_form(&mut self, term: Option<u32>) -> u32 {
        self.forms.push(Form { place: self.places.len(), term: term.map(TermId), is_in_headline: false });
        self.forms.len() as u32 - 1
    }

    /// The next word of a headline or text, in its first 4 GiB.
    pub(super) fn push(&mut self, span: Span, form: u32) {
        self.places.push(Place { start: span.start() as u32, end: span.end() as u32, form });
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// An article is done; where among all words its headline and its text end.
    pub(super) fn end_article(&mut self, ends: [usize; 2]) {
        let start = self.ends.last().map_or(0, |before| before[1]);
        for place in &self.places[start..ends[0]] {
            self.forms[place.form as usize].is_in_headline = true;
        }
        self.ends.push(ends);
    }

    /// The same with the number that each term has in the batch.
    pub(super) fn renumbered(mut self, number: impl Fn(u32) -> TermId) -> Self {
        for form in &mut self.forms {
            form.term = form.term.map(|TermId(local)| number(local));
        }
        self
    }

    fn cut(&self, article: usize, field: usize) -> Option<&[Place]> {
        let ends = self.ends.get(article)?;
        let before = if field > 0 { ends[0] } else { article.checked_sub(1).map_or(0, |before| self.ends[before][1]) };
        self.places.get(before..ends[field])
    }

    /// Some of its forms as written.
    fn forms<'a>(
        &'a self,
        range: Range<usize>,
        articles: &'a [Article],
        headlines: &'a [Headline],
    ) -> impl Iterator<Item = (&'a str, Form)> {
        self.forms.get(range).unwrap_or_default().iter().map(move |&form| {
            let place = form.place;
            let at = self.ends.partition_point(|ends| ends[1] <= place);
            let is_headline = self.ends.get(at).is_some_and(|ends| place < ends[0]);
            let text = articles.get(at).zip(headlines.get(at)).map_or("", |(article, headline)| {
                if is_headline { headline.text(article.title()) } else { article.text() }
            });
            let span = self.places.get(place).map_or(0..0, |place| place.start as usize..place.end as usize);
            (text.get(span).unwrap_or_default(), form)
        })
    }
}

impl ForwardIndex {
    /// From parts of so many articles each.
    pub(super) fn new(parts: Vec<Part>, articles: usize) -> Self {
        let first = parts.iter().scan(0, |next, part| Some(std::mem::replace(next, *next + part.forms.len())));
        Self { first_forms: first.collect(), articles, parts }
    }

    /// The words of an article's headline, spans counted from its beginning.
    pub(crate) fn headline(&self, article: usize) -> Cut<'_> {
        self.cut(article, 0)
    }

    /// The first words of an article's text.
    pub(crate) fn text(&self, article: usize) -> Cut<'_> {
        self.cut(article, 1)
    }

    fn cut(&self, article: usize, field: usize) -> Cut<'_> {
        let part = article.checked_div(self.articles).unwrap_or(0);
        let found = self.parts.get(part).zip(self.first_forms.get(part));
        let cut = found.and_then(|(part, &first_form)| {
            Some(Cut { places: part.cut(article % self.articles.max(1), field)?, first_form })
        });
        cut.unwrap_or_default()
    }

    /// What `map` makes of each form as written and its term (`None` for a stop word), by its number. `articles` and
    /// `headlines` are those that were fitted. Linear in the forms; parallel.
    pub(crate) fn map_forms<R: Send>(
        &self,
        articles: &[Article],
        headlines: &[Headline],
        map: impl Fn(&str, Option<TermId>) -> R + Sync + Send,
    ) -> Vec<R> {
        self.map_each(articles, headlines, |word, form| map(word, form.term))
    }

    /// The same of the forms that stand in headlines; for others what stands for nothing.
    pub(crate) fn map_headline_forms<R: Send + Default>(
        &self,
        articles: &[Article],
        headlines: &[Headline],
        map: impl Fn(&str) -> R + Sync + Send,
    ) -> Vec<R> {
        self.map_each(articles, headlines, |word, form| if form.is_in_headline { map(word) } else { R::default() })
    }

    fn map_each<R: Send>(
        &self,
        articles: &[Article],
        headlines: &[Headline],
        map: impl Fn(&str, Form) -> R + Sync + Send,
    ) -> Vec<R> {
        let tasks = self.parts.iter().enumerate().flat_map(|(at, part)| {
            let starts = (0..part.forms.len()).step_by(FORMS);
            starts.map(move |start| (at * self.articles, part, start..(start + FORMS).min(part.forms.len())))
        });
        let tasks: Vec<(usize, &Part, Range<usize>)> = tasks.collect();
        let of = |(from, part, range): &(usize, &Part, Range<usize>)| {
            let (articles, headlines) =
                (articles.get(*from..).unwrap_or_default(), headlines.get(*from..).unwrap_or_default());
            part.forms(range.clone(), articles, headlines).map(|(word, form)| map(word, form)).collect::<Vec<R>>()
        };
        map_chunks(&tasks, 1, |tasks| tasks.iter().map(of).collect::<Vec<_>>())
            .into_iter()
            .flatten()
            .flatten()
            .collect()
    }
}

impl<'i> Cut<'i> {
    /// The words that lie in a range of bytes, each with the number of its form. Logarithmic, then linear in them.
    pub(crate) fn within(self, range: Range<usize>) -> impl ExactSizeIterator<Item = (Span, usize)> + use<'i> {
        let places = &self.places[self.places.partition_point(|place| (place.start as usize) < range.start)..];
        let places = &places[..places.partition_point(|place| place.end as usize <= range.end)];
        places.iter().map(move |place| {
            (Span::from((place.start as usize, place.end as usize)), self.first_form + place.form as usize)
        })
    }

    /// The number of each word's form, in order.
    pub(crate) fn forms(self) -> impl ExactSizeIterator<Item = usize> + use<'i> {
        self.places.iter().map(move |place| self.first_form + place.form as usize)
    }

    /// The byte behind its last word.
    pub(crate) fn end(self) -> usize {
        self.places.last().map_or(0, |place| place.end as usize)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::article::Article;
    use crate::text::{Language, Tokenizer, words};
    use crate::vector::{TermId, Vectorizer};

    proptest! {
        #[test]
        fn the_index_has_the_words_that_were_counted(
            texts in prop::collection::vec(("[A-Da-d .é-]{0,20}", "[A-Da-d .’s]{0,60}", prop::bool::ANY), 0..12),
            lead_words in 0_usize..9,
        ) {
            let article = |(at, (title, text, is_german)): (usize, &(String, String, bool))| {
                let language = if *is_german { "de" } else { "en" };
                Article::new(at.to_string(), title.as_str()).with_text(text.as_str()).with_language(language)
            };
            let articles: Vec<Article> = texts.iter().enumerate().map(article).collect();
            let fitted = Vectorizer::builder().lead_words(lead_words).build().unwrap().fit(&articles).unwrap();
            let keep = |word: &str, term: Option<TermId>| (word.to_owned(), term);
            let forms = fitted.words.map_forms(&articles, &fitted.headlines, keep);
            let of_headlines = fitted.words.map_headline_forms(&articles, &fitted.headlines, str::to_owned);
            for (at, article) in articles.iter().enumerate() {
                let tokenizer = Tokenizer::for_article(article, Language::English);
                let title = fitted.headlines[at].text(article.title());
                let written: Vec<&str> =
                    fitted.words.headline(at).forms().map(|form| of_headlines[form].as_str()).collect();
                prop_assert_eq!(written, words(title).map(|(_, word)| word).collect::<Vec<_>>());
                let fields = [
                    (title, usize::MAX, fitted.words.headline(at)),
                    (article.text(), lead_words, fitted.words.text(at)),
                ];
                for (text, limit, cut) in fields {
                    let expected: Vec<_> = words(text).take(limit).collect();
                    for (from, to) in [(0, text.len()), (text.len() / 3, text.len() / 2)] {
                        let within = expected.iter().filter(|(span, _)| span.start() >= from && span.end() <= to);
                        let within: Vec<_> = within
                            .map(|&(span, word)| {
                                let term = tokenizer.term(word).and_then(|term| fitted.model.vocabulary().id(&term));
                                (span, (word.to_owned(), term))
                            })
                            .collect();
                        let found: Vec<_> = cut.within(from..to).map(|(span, form)| (span, forms[form].clone())).collect();
                        prop_assert_eq!(found, within);
                    }
                    prop_assert_eq!(cut.end(), expected.last().map_or(0, |(span, _)| span.end()));
                }
            }
            prop_assert_eq!(fitted.words.text(articles.len()).end(), 0);
        }
    }
}
