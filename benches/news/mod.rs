//! Invented news in any amount, with the statistics of a real stream of headlines: how often words occur, how large stories
//! are, how much the headlines of one story share. Integer arithmetic, so that a seed means the same on every machine.
#![allow(dead_code, reason = "each bench uses its part")]

mod random;
mod saga;
#[cfg(feature = "serde")]
pub mod source;
pub mod words;

use random::{Random, Weights};
use saga::{Development, LONGEST, Sagas};
use samestory::{Article, Timestamp};
use words::{Lexicon, capitalized, joint, word};

/// Articles a day; a larger batch is a longer time, as a stream is.
const DAILY: usize = 1_230;
const DAY: u64 = 86_400;
const HOUR: u64 = 3_600;
/// 2026-03-01.
const START: i64 = 1_772_323_200;
/// Of 100 words of a headline, how many are of the development's core.
const HEADLINE_CORE: u64 = 52;
/// Of 100 words of a core, how many are names. About as many as of the terms that two articles of one story share.
const NAMES: u64 = 45;
/// Of 100 words of a text, how many are of the core, how many of what is new in it, and how many repeat the headline.
const TEXT_CORE: u64 = 12;
const TEXT_NEWS: u64 = 15;
const TEXT_ECHO: u64 = 25;
/// Of 100 words, how many have one before them that is no term.
const HEADLINE_JOINTS: u64 = 35;
const TEXT_JOINTS: u64 = 97;
/// Of 100 articles, how many repeat another of their development word for word.
const COPIES: u64 = 2;
const OUTLETS: u64 = 1_500;
/// Where the names of outlets lie among the words, beyond what headlines use.
const OUTLET_WORDS: u64 = 1 << 30;
/// Characters of a text: feeds give the lead.
const SHORTEST_TEXT: u64 = 60;
const LONGEST_TEXT: u64 = 270;
/// Most of a development is told soon after it happened, and all within so many seconds.
const TELLING: u64 = 2 * DAY;

/// An article without a number.
struct Draft {
    time: u64,
    headline: String,
    text: String,
    outlet: u64,
}

struct Newsroom {
    random: Random,
    lexicon: Lexicon,
    outlets: Weights,
}

impl Newsroom {
    /// A word of the core, the first of it most often; in cores the same ones are always names.
    fn core(&mut self, core: &[u64]) -> String {
        let length = core.len() as u64;
        let at = self.random.below(length).min(self.random.below(length));
        let number = core[at as usize];
        let written = word(number);
        if number % 100 < NAMES { capitalized(&written) } else { written }
    }

    fn headline(&mut self, development: &Development) -> Vec<String> {
        let length = 7 + self.random.below(8);
        let word_of = |room: &mut Self| {
            if room.random.below(100) < HEADLINE_CORE {
                room.core(&development.core)
            } else {
                word(room.lexicon.of_headline(&mut room.random))
            }
        };
        (0..length).map(|_| word_of(self)).collect()
    }

    fn join(&mut self, words: &[String], joints: u64) -> String {
        let mut sentence = String::new();
        for word in words {
            if !sentence.is_empty() {
                sentence.push(' ');
                if self.random.below(100) < joints {
                    sentence.push_str(joint(&mut self.random));
                    sentence.push(' ');
                }
            }
            sentence.push_str(word);
        }
        capitalized(&sentence)
    }

    fn text(&mut self, development: &Development, headline: &[String]) -> String {
        let length = (SHORTEST_TEXT + self.random.below(LONGEST_TEXT - SHORTEST_TEXT)) as usize;
        let mut text = String::new();
        while text.len() < length {
            let words: Vec<String> = (0..8 + self.random.below(8))
                .map(|_| match self.random.below(100) {
                    percent if percent < TEXT_ECHO => {
                        headline[self.random.below(headline.len() as u64) as usize].clone()
                    }
                    percent if percent < TEXT_ECHO + TEXT_NEWS => self.core(&development.news),
                    percent if percent < TEXT_ECHO + TEXT_NEWS + TEXT_CORE => self.core(&development.core),
                    _ => word(self.lexicon.of_prose(&mut self.random)),
                })
                .collect();
            text.push_str(&self.join(&words, TEXT_JOINTS));
            text.push_str(". ");
        }
        text.truncate(length);
        text
    }

    /// What is told of a development.
    fn tell(&mut self, development: &Development) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        for _ in 0..development.articles {
            let time = development.start + self.random.below(TELLING).min(self.random.below(TELLING));
            let outlet = self.outlets.draw(&mut self.random);
            let told = drafts.len() as u64;
            let (headline, text) = if told > 0 && self.random.below(100) < COPIES {
                let copied = &drafts[self.random.below(told) as usize];
                (copied.headline.clone(), copied.text.clone())
            } else {
                let words = self.headline(development);
                (self.join(&words, HEADLINE_JOINTS), self.text(development, &words))
            };
            drafts.push(Draft { time, headline, text, outlet });
        }
        drafts
    }
}

/// So many articles, dated and with texts, by time. Ids begin with `generated-` and the seed.
pub fn news(articles: usize, seed: u64) -> Vec<Article> {
    // Sagas begin before the first article and go on after the last, so that every day is like any other.
    let end = LONGEST + (articles as u64 * DAY / DAILY as u64).max(HOUR);
    let mut room =
        Newsroom { random: Random(seed), lexicon: Lexicon::new(articles), outlets: Weights::falling(OUTLETS, 1, 1) };
    let sagas = Sagas::new();
    let mut drafts: Vec<Draft> = Vec::with_capacity(articles);
    while drafts.len() < articles {
        let mut saga = sagas.draw(&room.lexicon, end, &mut room.random);
        if saga.ends_before(LONGEST) {
            continue;
        }
        while let Some(development) = sagas.next(&mut saga, &room.lexicon, &mut room.random) {
            if (LONGEST - TELLING..end).contains(&development.start) {
                let told = room.tell(&development);
                drafts.extend(told.into_iter().filter(|draft| (LONGEST..end).contains(&draft.time)));
            }
        }
    }
    drafts.truncate(articles);
    drafts.sort_by(|a, b| (a.time, &a.headline, &a.text, a.outlet).cmp(&(b.time, &b.headline, &b.text, b.outlet)));
    let article = |(number, draft): (usize, Draft)| {
        Article::new(format!("generated-{seed}-{number}"), draft.headline)
            .with_text(draft.text)
            .with_source(format!("{}.example", word(OUTLET_WORDS + draft.outlet)))
            .with_published(Timestamp::from_unix_seconds(START + i64::try_from(draft.time - LONGEST).unwrap_or(0)))
    };
    drafts.into_iter().enumerate().map(article).collect()
}

/// The same without texts and dates.
pub fn titles(articles: &[Article]) -> Vec<Article> {
    articles.iter().map(title).collect()
}

/// The same without texts.
pub fn dated_titles(articles: &[Article]) -> Vec<Article> {
    let dated = |article: &Article| match article.published() {
        Some(time) => title(article).with_published(time),
        None => title(article),
    };
    articles.iter().map(dated).collect()
}

fn title(article: &Article) -> Article {
    let title = Article::new(article.id().as_str(), article.title());
    match article.source() {
        Some(source) => title.with_source(source),
        None => title,
    }
}
