//! Invented news in any amount, with the statistics of a real stream of headlines: how often words occur, how large stories
//! are, how much the headlines of one story share. Integer arithmetic, so that a seed means the same on every machine.
#![allow(dead_code, reason = "each bench uses its part")]

mod random;
#[cfg(feature = "serde")]
pub mod source;
pub mod words;

use random::{Random, Weights};
use samestory::{Article, Timestamp};
use words::{Lexicon, capitalized, joint, word};

/// Articles a day; a larger batch is a longer time, as a stream is.
const DAILY: usize = 1_230;
const DAY: u64 = 86_400;
/// 2026-03-01.
const START: i64 = 1_772_323_200;
/// A small batch is a short time, in which no story grows large.
const LARGEST_STORY: u64 = 400;
const ARTICLES_TO_LARGEST_STORY: u64 = 200;
/// Names and things that make up a story.
const CORE: usize = 7;
/// Of 100 words of a headline, and of a text, how many are of the story's core.
const HEADLINE_CORE: u64 = 48;
const TEXT_CORE: u64 = 12;
/// Of 100 words, how many have one before them that is no term.
const HEADLINE_JOINTS: u64 = 35;
const TEXT_JOINTS: u64 = 97;
/// Of 100 articles, how many repeat the headline of another of their story word for word.
const COPIES: u64 = 2;
const OUTLETS: u64 = 3_000;
/// Where the names of outlets lie among the words, beyond what headlines use.
const OUTLET_WORDS: u64 = 1 << 30;
/// Characters of a text: feeds give the lead.
const SHORTEST_TEXT: u64 = 60;
const LONGEST_TEXT: u64 = 270;

/// What the articles of a story have in common.
struct Event {
    /// Names and things, the most telling first.
    core: Vec<u64>,
    start: u64,
    /// Seconds from the first article to the last.
    span: u64,
}

struct Newsroom {
    random: Random,
    lexicon: Lexicon,
    outlets: Weights,
}

impl Newsroom {
    fn event(&mut self, seconds: u64) -> Event {
        let mut core: Vec<u64> = (0..CORE).map(|_| self.lexicon.telling(&mut self.random)).collect();
        core.dedup();
        let span = DAY / 4 + self.random.below(DAY * 5 / 2);
        Event { core, start: self.random.below(seconds), span }
    }

    /// A word of the event, the first of its core most often, or any word.
    fn word(&mut self, event: &Event, core_percent: u64) -> String {
        if self.random.below(100) < core_percent {
            let length = event.core.len() as u64;
            let at = self.random.below(length).min(self.random.below(length));
            capitalized(&word(event.core[at as usize]))
        } else {
            word(self.lexicon.any(&mut self.random))
        }
    }

    fn headline(&mut self, event: &Event) -> String {
        let mut headline = String::new();
        for _ in 0..7 + self.random.below(8) {
            if !headline.is_empty() {
                headline.push(' ');
                if self.random.below(100) < HEADLINE_JOINTS {
                    headline.push_str(joint(&mut self.random));
                    headline.push(' ');
                }
            }
            headline.push_str(&self.word(event, HEADLINE_CORE));
        }
        capitalized(&headline)
    }

    fn text(&mut self, event: &Event) -> String {
        let length = (SHORTEST_TEXT + self.random.below(LONGEST_TEXT - SHORTEST_TEXT)) as usize;
        let mut text = String::new();
        while text.len() < length {
            let mut sentence = String::new();
            for _ in 0..8 + self.random.below(8) {
                sentence.push_str(&self.word(event, TEXT_CORE));
                sentence.push(' ');
                if self.random.below(100) < TEXT_JOINTS {
                    sentence.push_str(joint(&mut self.random));
                    sentence.push(' ');
                }
            }
            text.push_str(&capitalized(sentence.trim_end()));
            text.push_str(". ");
        }
        text.truncate(length);
        text
    }
}

/// So many articles, dated and with texts, by time. Ids begin with `generated-` and the seed.
pub fn news(articles: usize, seed: u64) -> Vec<Article> {
    let seconds = articles as u64 * DAY / DAILY as u64 + DAY;
    let sizes = Weights::story_sizes((articles as u64 / ARTICLES_TO_LARGEST_STORY).clamp(8, LARGEST_STORY));
    let mut room =
        Newsroom { random: Random(seed), lexicon: Lexicon::new(articles), outlets: Weights::zipf(OUTLETS, 20) };
    let mut drafts: Vec<(u64, String, String, u64)> = Vec::with_capacity(articles + LARGEST_STORY as usize);
    while drafts.len() < articles {
        let event = room.event(seconds);
        let first = drafts.len();
        for _ in 0..=sizes.draw(&mut room.random) {
            let told = (drafts.len() - first) as u64;
            let headline = if told > 0 && room.random.below(100) < COPIES {
                drafts[first + room.random.below(told) as usize].1.clone()
            } else {
                room.headline(&event)
            };
            // Most is written soon after it happened.
            let delay = room.random.below(event.span).min(room.random.below(event.span));
            let text = room.text(&event);
            let outlet = room.outlets.draw(&mut room.random);
            drafts.push((event.start + delay, headline, text, outlet));
        }
    }
    drafts.truncate(articles);
    drafts.sort();
    let article = |(number, draft): (usize, (u64, String, String, u64))| {
        let (time, headline, text, outlet) = draft;
        Article::new(format!("generated-{seed}-{number}"), headline)
            .with_text(text)
            .with_source(format!("{}.example", word(OUTLET_WORDS + outlet)))
            .with_published(Timestamp::from_unix_seconds(START + i64::try_from(time).unwrap_or(0)))
    };
    drafts.into_iter().enumerate().map(article).collect()
}

/// The same without texts and dates.
pub fn titles(articles: &[Article]) -> Vec<Article> {
    let title = |article: &Article| {
        let title = Article::new(article.id().as_str(), article.title());
        article.source().map_or(title.clone(), |source| title.with_source(source))
    };
    articles.iter().map(title).collect()
}
