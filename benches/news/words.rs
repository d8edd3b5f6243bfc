//! Words that nobody has: syllables from a number.

use super::random::{Random, Weights};

const ONSETS: [&str; 14] = ["k", "t", "b", "d", "v", "m", "r", "l", "p", "z", "f", "g", "n", "h"];
/// Endings that no stemmer takes off, so that each word stays a term of its own.
const RIMES: [&str; 5] = ["a", "o", "u", "en", "in"];
const SYLLABLES: u64 = (ONSETS.len() * RIMES.len()) as u64;
/// Words between words that are no terms.
const JOINTS: [&str; 10] = ["the", "of", "to", "in", "and", "for", "as", "after", "with", "over"];

/// The word of a number: two syllables or more, frequent words the fewest. Each number has a word of its own.
pub fn word(number: u64) -> String {
    let (mut rest, mut syllables, mut words) = (number, 2, SYLLABLES * SYLLABLES);
    while rest >= words {
        rest -= words;
        syllables += 1;
        words *= SYLLABLES;
    }
    // Neighbours in rank are no neighbours in spelling: odd and not divisible by 5 or 7, the factor only permutes.
    let mut scattered = (u128::from(rest) * 2_654_435_761 % u128::from(words)) as u64;
    let mut word = String::new();
    for _ in 0..syllables {
        let syllable = (scattered % SYLLABLES) as usize;
        scattered /= SYLLABLES;
        word.push_str(ONSETS[syllable % ONSETS.len()]);
        word.push_str(RIMES[syllable / ONSETS.len()]);
    }
    word
}

pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Which words there are and how often each is used.
pub struct Lexicon {
    words: Weights,
    prose: Weights,
    telling: Weights,
}

/// Of 1,000 words, how many are typed wrong or said once.
const FRESH: u64 = 30;
/// Far beyond the words in use.
const FRESH_FROM: u64 = 1 << 28;

/// See [`Weights::falling`]; the first words of texts stand out less.
const HEADLINE_SHIFT: u64 = 16;
const PROSE_SHIFT: u64 = 30;
/// Rank from which words tell a story apart.
const COMMON: u64 = 100;

impl Lexicon {
    /// The vocabulary grows with the root of the batch.
    pub fn new(articles: usize) -> Self {
        let count = 150 * (articles as u64).isqrt();
        Self {
            words: Weights::falling(count, HEADLINE_SHIFT, 1),
            prose: Weights::falling(count, PROSE_SHIFT, 1),
            telling: Weights::falling(count, COMMON, 1),
        }
    }

    /// Any word of a headline.
    pub fn of_headline(&self, random: &mut Random) -> u64 {
        Self::or_fresh(&self.words, random)
    }

    /// Any word of a text.
    pub fn of_prose(&self, random: &mut Random) -> u64 {
        Self::or_fresh(&self.prose, random)
    }

    fn or_fresh(words: &Weights, random: &mut Random) -> u64 {
        if random.below(1_000) < FRESH { FRESH_FROM + random.below(FRESH_FROM) } else { words.draw(random) }
    }

    pub fn telling(&self, random: &mut Random) -> u64 {
        COMMON + self.telling.draw(random)
    }
}

/// A word between words.
pub fn joint(random: &mut Random) -> &'static str {
    JOINTS[random.below(JOINTS.len() as u64) as usize]
}
