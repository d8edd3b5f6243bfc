//! How the terms of a batch begin inside sentences: [`Initial`].

/// Of so many words inside a headline or text that begin with a letter of either case, one at least begins with a small
/// one where capitals tell names. Stop words, which are small in title case too, do not count.
const WORDS_FOR_A_SMALL_ONE: usize = 3;

/// How a term begins where it does not open a sentence: what tells names in most languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Initial {
    /// It stands only at the beginning of headlines and texts, or in such as have no capitals or hardly anything else, or
    /// in German, which writes all nouns so.
    #[default]
    Unknown,
    /// With a small letter, mostly; or with none that could be a capital.
    Small,
    /// With a capital, half of the time or more.
    Capital,
}

impl Initial {
    /// Of a word as it is written; unknown where its first sign is no letter, or one of an alphabet without capitals.
    pub(super) fn of_word(surface: &str) -> Self {
        match surface.chars().next() {
            Some(first) if first.is_uppercase() => Self::Capital,
            Some(first) if first.is_lowercase() => Self::Small,
            _ => Self::Unknown,
        }
    }
}

/// How often each term stands inside sentences, and how often of that with a capital.
#[derive(Debug, Default)]
pub(super) struct InitialCounts(Vec<(u32, u32)>);

impl InitialCounts {
    /// Counts the words inside one headline or text, unless nearly all have capitals, as in title case: these tell nothing.
    pub(super) fn learn(&mut self, inside: &[(u32, Initial)]) {
        let count = |wanted: Initial| inside.iter().filter(|(_, initial)| *initial == wanted).count();
        let (small, capitals) = (count(Initial::Small), count(Initial::Capital));
        if small * WORDS_FOR_A_SMALL_ONE < small + capitals {
            return;
        }
        for &(term, initial) in inside {
            self.count(term, (1, u32::from(initial == Initial::Capital)));
        }
    }

    /// Adds the counts of others, whose terms have the numbers in `map` here.
    pub(super) fn add(&mut self, others: &Self, map: &[u32]) {
        for (&number, &counts) in map.iter().zip(&others.0) {
            self.count(number, counts);
        }
    }

    fn count(&mut self, term: u32, (times, capitals): (u32, u32)) {
        let term = term as usize;
        if self.0.len() <= term {
            self.0.resize(term + 1, (0, 0));
        }
        self.0[term].0 += times;
        self.0[term].1 += capitals;
    }

    /// How a term begins.
    pub(super) fn of(&self, term: u32) -> Initial {
        match self.0.get(term as usize) {
            None | Some((0, _)) => Initial::Unknown,
            Some(&(times, capitals)) if capitals >= times - capitals => Initial::Capital,
            Some(_) => Initial::Small,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Initial, InitialCounts};
    use crate::article::Article;
    use crate::vector::Vectorizer;

    type Case = (&'static str, &'static [&'static [&'static str]], &'static [Initial]);

    fn learnt(headlines: &[&[&str]]) -> Vec<Initial> {
        let mut words: Vec<String> = Vec::new();
        let mut counts = InitialCounts::default();
        for headline in headlines {
            let mut number = |word: &str| {
                let folded = word.to_lowercase();
                let known = words.iter().position(|known| *known == folded);
                known.unwrap_or_else(|| {
                    words.push(folded);
                    words.len() - 1
                }) as u32
            };
            let inside: Vec<_> = headline.iter().map(|word| (number(word), Initial::of_word(word))).collect();
            counts.learn(&inside);
        }
        (0..words.len() as u32).map(|term| counts.of(term)).collect()
    }

    #[test]
    fn terms_begin_as_they_do_inside_sentences() {
        use Initial::{Capital, Small, Unknown};
        let cases: [Case; 8] = [
            ("a sentence", &[&["hits", "Elm"]], &[Small, Capital]),
            ("title case", &[&["Hits", "Elm", "Harbour"]], &[Unknown, Unknown, Unknown]),
            ("a small word of three", &[&["Elm", "Bay", "fire"]], &[Capital, Capital, Small]),
            ("a small word of four", &[&["Elm", "Bay", "Wood", "fire"]], &[Unknown; 4]),
            ("half of the time", &[&["Elm", "tree"], &["elm", "tree"]], &[Capital, Small]),
            ("less than that", &[&["Elm", "tree"], &["elm", "tree"], &["elm"]], &[Small, Small]),
            ("a number has no case", &[&["7", "Elm", "Bay"], &["7", "Elm", "fire"]], &[Small, Capital, Unknown, Small]),
            ("nor has Hindi", &[&["फिल्म", "की", "Netflix", "fire"]], &[Small, Small, Capital, Small]),
        ];
        for (name, headlines, expected) in cases {
            assert_eq!(learnt(headlines), expected, "{name}");
        }
    }

    #[test]
    fn counts_of_parts_add_up() {
        let (mut all, mut part) = (InitialCounts::default(), InitialCounts::default());
        all.learn(&[(0, Initial::Small)]);
        part.learn(&[(0, Initial::Capital), (1, Initial::Small)]);
        part.learn(&[(0, Initial::Capital), (1, Initial::Small)]);
        all.add(&part, &[2, 0]);
        assert_eq!([0, 1, 2, 3].map(|term| all.of(term)), {
            use Initial::{Capital, Small, Unknown};
            [Small, Unknown, Capital, Unknown]
        });
    }

    #[test]
    fn german_nouns_are_no_names() {
        let begins = |language: &str, headline: &str, term: &str| {
            let article = Article::new("a", headline).with_language(language);
            let fitted = Vectorizer::default().fit(&[article]).unwrap();
            fitted.initials[fitted.model.vocabulary().id(term).unwrap().index()]
        };
        assert_eq!(begins("de", "Sturm reißt nachts Brücke ein", "bruck"), Initial::Unknown);
        assert_eq!(begins("en", "Storm tears down Bridgeford", "bridgeford"), Initial::Capital);
    }
}
