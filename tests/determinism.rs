//! The same articles give the same stories, byte for byte: on any number of threads, in any order.
#![cfg(feature = "serde")]

mod labelled;

use std::fmt::Write;

use samestory::{Article, Grouper, Timestamp};

/// A small generator (`SplitMix64`), so that a seed means the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

const PLACES: [&str; 12] =
    ["Aldmoor", "Brisk", "Calder", "Dunholt", "Esker", "Farrow", "Gant", "Hollin", "Ivel", "Jarrow", "Kessel", "Lunde"];
const EVENTS: [&str; 8] = ["flood", "strike", "election", "fire", "merger", "trial", "storm", "derby"];
const DEEDS: [&str; 10] =
    ["shuts", "stuns", "divides", "closes", "shakes", "surprises", "rattles", "halts", "delays", "reopens"];
const THINGS: [&str; 10] =
    ["harbour", "council", "market", "railway", "school", "museum", "factory", "bridge", "library", "airport"];

/// Few words, so that many pairs are equally near; copies, equal times, and articles without a word.
fn crowd(seed: u64, count: usize) -> Vec<Article> {
    let mut random = Random(seed);
    let mut articles: Vec<Article> = Vec::with_capacity(count);
    for number in 0..count {
        let (place, event) = (PLACES[random.below(PLACES.len())], EVENTS[random.below(EVENTS.len())]);
        let (deed, thing) = (DEEDS[random.below(DEEDS.len())], THINGS[random.below(THINGS.len())]);
        let mut title = format!("{place} {event} {deed} {thing}");
        let mut text = String::new();
        match random.below(12) {
            0 if number > 0 => {
                let copied = &articles[random.below(number)];
                copied.title().clone_into(&mut title);
                copied.text().clone_into(&mut text);
            }
            1 => ["", "!!!", "🎉", "\u{301}"][random.below(4)].clone_into(&mut title),
            2 => title = title.to_uppercase(),
            3..=6 => {
                write!(text, "The {event} in {place} {deed} the {thing}. ").unwrap();
                write!(text, "Nobody in {place} had seen the {thing} like this before.").unwrap();
            }
            _ => {}
        }
        let mut article = Article::new(format!("n{:05}", (number * 7919) % 100_003), title).with_text(text);
        if random.below(4) > 0 {
            article = article.with_source(format!("outlet{}.example", random.below(9)));
        }
        if random.below(5) > 0 {
            let day = i64::try_from(random.below(20)).unwrap();
            article = article.with_published(Timestamp::from_unix_seconds(1_770_000_000 + day * 86_400));
        }
        articles.push(article);
    }
    articles
}

fn told(articles: &[Article], threads: usize) -> String {
    let grouper = Grouper::builder().threads(threads).build().unwrap();
    serde_json::to_string(&grouper.group(articles).unwrap()).unwrap()
}

/// Where two texts part, so that a failure says something.
fn assert_same(name: &str, one: &str, other: &str) {
    if one != other {
        let at = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let around = |text: &str| {
            String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(200)..(at + 200).min(text.len())]).into_owned()
        };
        panic!("{name}: differs at byte {at}:\n{}\n---\n{}", around(one), around(other));
    }
}

fn hold(name: &str, articles: &[Article], seeds: u64) {
    let expected = told(articles, 1);
    assert!(expected.len() > 1000, "{name}");
    assert_same(&format!("{name}, 8 threads"), &expected, &told(articles, 8));
    assert_same(&format!("{name}, again"), &expected, &told(articles, 1));
    let mut reversed = articles.to_vec();
    reversed.reverse();
    assert_same(&format!("{name}, reversed"), &expected, &told(&reversed, 8));
    for seed in 0..seeds {
        let mut shuffled = articles.to_vec();
        Random(seed).shuffle(&mut shuffled);
        assert_same(&format!("{name}, shuffled with seed {seed}"), &expected, &told(&shuffled, 8));
    }
}

#[test]
fn the_sample() {
    hold("sample", &labelled::sample().0, 6);
}

#[test]
fn ties_and_copies() {
    hold("crowd", &crowd(1, 2_000), 4);
}

#[test]
fn small_crowds() {
    for seed in 0..20 {
        hold(&format!("small crowd {seed}"), &crowd(100 + seed, 40), 2);
    }
}

#[test]
fn one_grouper_serves_many_threads() {
    let articles = crowd(7, 300);
    let grouper = Grouper::builder().threads(2).build().unwrap();
    let expected = serde_json::to_string(&grouper.group(&articles).unwrap()).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| assert_eq!(serde_json::to_string(&grouper.group(&articles).unwrap()).unwrap(), expected));
        }
    });
}
