//! What a whole batch is about: [`Topic`].

use std::borrow::Cow;

use super::noise::Unrest;
use crate::text::is_common;
use crate::vector::{Initial, TermId, TfIdf};

/// Articles that have a name, at least, where it may be the topic: of two nobody can tell.
const ARTICLES: usize = 3;
/// The share of the batch that has it, at least.
const SHARE: f32 = 0.75;
/// How noisy such a batch counts, at least: so much do words beside names matter.
const UNREST: f32 = 0.6;

/// The names that nearly all articles of a batch have.
///
/// The headlines that somebody collects about one politician or one product have its name in common, whatever happened.
/// In a batch of a few separate events a name tells which; there it tells nothing. The background keeps the idf of ten
/// articles from saying so, and it may not: ten articles about one fire have its town in common as well. So the name keeps
/// its weight, but a similarity has to rest on other words, too (see [`Significance`](super::Significance)).
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Topic {
    names: Vec<TermId>,
}

impl Topic {
    /// Of a batch: terms that most of it has and that are neither written small nor common in any day's news. Linear in
    /// the terms.
    pub(crate) fn of(model: &TfIdf, initials: &[Initial]) -> Self {
        let least = (model.documents() as f32 * SHARE).max(ARTICLES as f32);
        let is_name = |name: TermId| {
            initials.get(name.index()) != Some(&Initial::Small)
                && model.vocabulary().term(name).is_some_and(|term| !is_common(term))
        };
        let counted = (0..).map(TermId).zip(model.vocabulary().document_frequencies());
        let names = counted.filter(|&(name, &frequency)| frequency as f32 >= least && is_name(name));
        Self { names: names.map(|(name, _)| name).collect() }
    }

    /// How terms begin, with those of the topic as the names they are.
    pub(crate) fn among<'i>(&self, initials: &'i [Initial]) -> Cow<'i, [Initial]> {
        let mut initials = Cow::Borrowed(initials);
        for name in &self.names {
            if let Some(initial) = initials.to_mut().get_mut(name.index()) {
                *initial = Initial::Capital;
            }
        }
        initials
    }

    /// How noisy the batch counts where names are concerned.
    pub(crate) fn unrest(&self, unrest: Unrest) -> Unrest {
        if self.names.is_empty() { unrest } else { Unrest::new(unrest.share().max(UNREST)) }
    }
}

#[cfg(test)]
mod tests {
    use super::Topic;
    use crate::article::Article;
    use crate::graph::Unrest;
    use crate::vector::{Initial, Vectorizer};

    fn names(headlines: &[&str]) -> Vec<String> {
        let articles: Vec<Article> =
            headlines.iter().enumerate().map(|(at, headline)| Article::new(at.to_string(), *headline)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let vocabulary = fitted.model.vocabulary();
        let topic = Topic::of(&fitted.model, &fitted.initials);
        topic.names.iter().filter_map(|&name| vocabulary.term(name)).map(str::to_owned).collect()
    }

    #[test]
    fn the_topic_is_a_name_that_most_of_the_batch_has() {
        let cases: [(&str, &[&str], &[&str]); 6] = [
            ("all of three", &["Rowbury sues", "Rowbury sings", "Why Rowbury left"], &["rowburi"]),
            ("three of four", &["Rowbury sues", "Rowbury sings", "Rowbury left", "Elm floods"], &["rowburi"]),
            ("three of five", &["Rowbury sues", "Rowbury sings", "Rowbury left", "Elm floods", "Rain"], &[]),
            ("of two nobody can tell", &["Rowbury sues", "Rowbury sings"], &[]),
            ("a common word", &["Fire in Elm", "Fire in Wexcombe", "Fire in Dunholt"], &[]),
            ("a word written small", &["An otter sings", "An otter left", "The otter of Elm"], &[]),
        ];
        for (name, headlines, expected) in cases {
            assert_eq!(names(headlines), expected, "{name}");
        }
    }

    #[test]
    fn its_terms_are_names_and_the_batch_is_noisy() {
        let initials = [Initial::Unknown, Initial::Small];
        let none = Topic::default();
        assert_eq!((&*none.among(&initials), none.unrest(Unrest::new(0.2))), (&initials[..], Unrest::new(0.2)));
        let topic = Topic { names: vec![crate::vector::TermId(0)] };
        assert_eq!(*topic.among(&initials), [Initial::Capital, Initial::Small]);
        assert_eq!([0.2, 0.9].map(|share| topic.unrest(Unrest::new(share)).share()), [0.6, 0.9]);
    }
}
