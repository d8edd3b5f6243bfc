//! Who says nearly the same: [`Company`].

use super::points::Sentence;

/// Sentences from this cosine on say nearly the same: each its own half of it, often.
const NEARLY: f32 = 0.3;
/// Fewer sentences are no company: two may be alike by chance.
const FEWEST: usize = 3;
/// The share of its company by which a sentence is known.
const MOST: f32 = 0.7;

/// The sentences of other articles that say nearly what one sentence says.
///
/// Two sentences may tell one thing and share few words, each in those of its own outlet. Those of the other outlets lie
/// between them, and are near to both; of two things that were told one after the other hardly a sentence is near to both.
pub(super) struct Company {
    /// Their places, ascending.
    places: Vec<usize>,
}

impl Company {
    /// Of the sentence at a place. Linear in the sentences.
    pub(super) fn of(at: usize, sentences: &[Sentence<'_>]) -> Self {
        let Sentence { voice, phrase, .. } = &sentences[at];
        let is_near = |other: &Sentence<'_>| other.voice != *voice && phrase.cosine(&other.phrase) >= NEARLY;
        let near = sentences.iter().enumerate().filter(|(_, other)| is_near(other));
        Self { places: near.map(|(place, _)| place).collect() }
    }

    /// Whether most of its sentences, of three or more, are near to another one too: both say the same.
    pub(super) fn keeps_to(&self, other: &Self) -> bool {
        let both = self.places.iter().filter(|place| other.places.binary_search(place).is_ok()).count();
        self.places.len() >= FEWEST && both as f32 >= MOST * self.places.len() as f32
    }
}

#[cfg(test)]
mod tests {
    use super::Company;
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::story::points::Sentence;
    use crate::vector::Vectorizer;

    #[test]
    fn two_halves_of_one_thing_have_the_same_company() {
        let texts = [
            "Harbour minister Jane Roe resigned over the ferry toll",
            "Islanders must pay for boats, so she left her office late",
            "Harbour minister Jane Roe resigned, she left her office so islanders pay",
            "Jane Roe resigned over ferry toll, islanders pay for boats, left office",
            "Minister Roe resigned over toll, islanders must pay, she left office late",
            "Fishermen cheer on the quay in the evening",
            "Fishermen cheer with caps on the quay",
            "Fishermen and caps on the quay in the evening",
            "Caps on the quay, fishermen cheer in the evening",
        ];
        let articles: Vec<Article> = (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let idf = fitted.model.idf();
        let mut lexicon = Lexicon::new(&fitted.model, &idf);
        let sentence = |(voice, text): (usize, &'static str)| Sentence::readable(voice, text, &mut lexicon);
        let sentences: Vec<Sentence<'_>> = texts.into_iter().enumerate().map(sentence).collect();
        let company = |at: usize| Company::of(at, &sentences);
        assert!(sentences[0].phrase.cosine(&sentences[1].phrase) < 0.1, "hardly a word in common");
        assert!(company(1).keeps_to(&company(0)));
        assert!(!company(5).keeps_to(&company(0)), "another thing");
        assert!(!Company::of(1, &sentences[..4]).keeps_to(&Company::of(0, &sentences[..4])), "too few to tell");
    }
}
