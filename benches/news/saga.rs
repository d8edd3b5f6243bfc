//! What news is about: sagas that go on for weeks, and the developments in them that are told within a day or so.

use super::DAY;
use super::random::{Random, Weights};
use super::words::Lexicon;

/// Articles of a saga at most.
const LARGEST: u64 = 900;
/// Articles of a development at most.
const LARGEST_DEVELOPMENT: u64 = 40;
/// A saga of n articles goes on for so many days times the root of n.
const DAYS: u64 = 3;
/// No saga goes on for longer, in seconds.
pub const LONGEST: u64 = DAYS * DAY * LARGEST.isqrt();
/// Names and things that a saga has from beginning to end, and those that a development brings.
const LASTING: usize = 5;
const PASSING: usize = 2;

/// Draws sagas, one after the other.
pub struct Sagas {
    /// Articles of a saga, and of a development, less one.
    sizes: Weights,
    developments: Weights,
}

/// Some articles on one thing, over time.
pub struct Saga {
    names: Vec<u64>,
    start: u64,
    seconds: u64,
    /// Articles that are still to be told.
    left: u64,
}

/// What some articles of one day have in common.
pub struct Development {
    /// Names and things, the most telling first.
    pub core: Vec<u64>,
    /// Those of them that the saga had not before.
    pub news: Vec<u64>,
    pub start: u64,
    pub articles: u64,
}

impl Sagas {
    pub fn new() -> Self {
        Self { sizes: Weights::falling(LARGEST, 1, 2), developments: Weights::falling(LARGEST_DEVELOPMENT, 2, 3) }
    }

    /// A saga that begins within so many seconds.
    pub fn draw(&self, lexicon: &Lexicon, seconds: u64, random: &mut Random) -> Saga {
        let start = random.below(seconds);
        let left = 1 + self.sizes.draw(random);
        let names = (0..LASTING).map(|_| lexicon.telling(random)).collect();
        Saga { names, start, seconds: DAYS * DAY * left.isqrt(), left }
    }

    /// What happens next in a saga, in no order of time; `None` when all of it is told.
    pub fn next(&self, saga: &mut Saga, lexicon: &Lexicon, random: &mut Random) -> Option<Development> {
        if saga.left == 0 {
            return None;
        }
        let articles = (1 + self.developments.draw(random)).min(saga.left);
        saga.left -= articles;
        let start = saga.start + random.below(saga.seconds);
        let news: Vec<u64> = (0..PASSING).map(|_| lexicon.telling(random)).collect();
        let mut core = saga.names.clone();
        for (at, &word) in news.iter().enumerate() {
            core.insert(2 + 2 * at, word);
        }
        Some(Development { core, news, start, articles })
    }
}

impl Saga {
    /// Whether it is over before this time.
    pub fn ends_before(&self, time: u64) -> bool {
        self.start + self.seconds + DAY * 3 < time
    }
}
