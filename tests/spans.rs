//! Every span in the JSON cuts exactly the text that it claims, whatever the articles are made of.
#![cfg(feature = "serde")]

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use samestory::text::{normalize, words};
use samestory::{Article, Bias, Grouper};
use serde_json::Value;

/// What stands before a sentence: datelines, bylines, marks that nobody sees.
const BEFORE: &[&str] = &[
    "",
    "",
    "",
    "PORT ELM, March 3 (APB) — ",
    "By Jane Roe ",
    "\u{200f}",
    "\u{feff}",
    "• ",
    "🎉 ",
    "“",
    "&nbsp;",
    "\u{202b}",
    "LISBON: ",
    "Revealed: ",
    "e\u{301}\u{301} ",
];

/// Sentences of one event, in several scripts, with all that moves a byte.
const SENTENCES: &[&str] = &[
    "The ferry Pelican ran aground off Sorrel Point on Monday with 212 people on board.",
    "Lifeboats took all 212 people off the ferry Pelican in under two hours.",
    "“We sang to keep the children calm,” Captain Zoë Røe told the Harbour Post.",
    "\"It was a miracle,\" said Angela Roe, whose son was on the Pelican 👩‍👩‍👧 off Sorrel Point.",
    "Roe &amp; Sons, the owner of the ferry Pelican, had cut its crew by a third.",
    "Roe & Sons had cut the crew of the Pelican at 9 a.m. Mayor Jane Roe left Sorrel Point.",
    "The naïve façade of the İstanbul ﬁrm cost €1.5m, the union of Sorrel Point’s seamen said.",
    "Паром «Пеликан» сел на мель у мыса Соррел в понедельник утром, сообщили спасатели.",
    "جنحت العبارة بليكان قبالة رأس سوريل يوم الاثنين وعلى متنها مئتان واثنا عشر راكبا.",
    "पेलिकन नौका सोमवार को सोरेल प्वाइंट के पास फंस गई और सभी यात्री सुरक्षित हैं।",
    "渡轮鹈鹕号星期一在索雷尔角搁浅。船上有两百一十二人。",
    "The ferry Pelican is expected to be towed to port next week, the coastguard of Sorrel Point said.",
    "He said that",
    "Read more about the Pelican …",
];

/// What stands between two sentences.
const BETWEEN: &[&str] =
    &[" ", " ", " ", "\n", "\r\n", "\n\n", "\u{a0}", "\u{2028}", "  ", " \u{200f} ", "", "\t", "\0"];

const TITLES: &[&str] = &[
    "Ferry Pelican runs aground off Sorrel Point, 212 rescued",
    "212 rescued as ferry Pelican runs aground off Sorrel Point | Harbour Post",
    "LIVE: Ferry Pelican aground off Sorrel Point - updates",
    "FERRY PELICAN RUNS AGROUND OFF SORREL POINT",
    "Roe &amp; Sons&#8217; ferry  Pelican runs\taground off Sorrel Point 🎉",
    "\u{202b}‘Miracle’ off Sorrel Point: ferry Pelican’s 212 saved …",
    "Паром «Пеликан» сел на мель у мыса Соррел",
    "渡轮鹈鹕号在索雷尔角搁浅",
    "",
];

fn one_of(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(list).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    let sentence = prop_oneof![9 => one_of(SENTENCES), 1 => any::<String>()];
    let part = (one_of(BEFORE), sentence, one_of(BETWEEN)).prop_map(|(before, said, after)| before + &said + &after);
    prop::collection::vec(part, 0..7).prop_map(|parts| parts.concat())
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let title = prop_oneof![8 => one_of(TITLES), 1 => any::<String>()];
    let bias = prop::sample::select(vec![None, Some(Bias::Left), Some(Bias::Center), Some(Bias::Right)]);
    let article = |(at, (title, text, repeats, outlet, bias)): (usize, (String, String, bool, u32, Option<Bias>))| {
        // Outlets print the headline before the text.
        let text = if repeats { format!("{title} {text}") } else { text };
        let source = format!("outlet{outlet}.example");
        let article = Article::new(format!("a{at}"), title).with_text(text).with_source(source);
        bias.map_or(article.clone(), |bias| article.with_bias(bias))
    };
    prop::collection::vec((title, text(), any::<bool>(), 0..8_u32, bias), 1..10)
        .prop_map(move |parts| parts.into_iter().enumerate().map(article).collect())
}

/// What a part of the JSON claims to be cut from: `None` where the span is not one of that field.
fn cut<'j>(articles: &'j [Value], part: &Value, prefix: &str) -> Option<&'j str> {
    let article = articles.iter().find(|article| article["id"] == part[format!("{prefix}article")])?;
    let field = part[format!("{prefix}field")].as_str()?;
    let span = part[format!("{prefix}span")].as_array()?;
    let byte = |at: usize| usize::try_from(span.get(at)?.as_u64()?).ok();
    article[field].as_str().unwrap_or_default().get(byte(0)?..byte(1)?)
}

/// The words as they match, with the entities that the headlines here have decoded.
fn said(text: &str) -> Vec<String> {
    let decoded = text.replace("&amp;", "&").replace("&#8217;", "’").replace("&nbsp;", " ");
    words(&decoded).map(|(_, word)| normalize(word).into_owned()).collect()
}

/// The sentences that were looked at.
fn check(articles: &[Value], story: &Value) -> Result<usize, TestCaseError> {
    let mut checked = 0;
    let sides = story["sides"].as_array().into_iter().flatten();
    for told in sides.chain([story]) {
        let source = cut(articles, told, "title_");
        prop_assert!(source.is_some(), "{}", told);
        prop_assert_eq!(said(told["title"].as_str().unwrap_or_default()), said(source.unwrap_or_default()));
        let points = told["key_points"].as_array().into_iter().flatten();
        let summary = Some(&told["summary"]).filter(|summary| summary.is_object());
        for part in points.chain(summary) {
            prop_assert_eq!(part["text"].as_str(), cut(articles, part, ""), "{}", part);
            checked += 1;
        }
    }
    Ok(checked)
}

#[test]
fn every_span_cuts_what_it_claims() {
    let config = Config { failure_persistence: None, ..Config::with_cases(300) };
    let checked = Cell::new(0);
    let found = TestRunner::new(config).run(&articles(), |articles| {
        let grouper = Grouper::default();
        let mut stories = grouper.group(&articles).unwrap();
        stories.extend(grouper.tell(&articles, &[(0..articles.len()).collect()]).unwrap());
        let json = serde_json::to_string(&(&articles, &stories)).unwrap();
        let (articles, stories): (Vec<Value>, Vec<Value>) = serde_json::from_str(&json).unwrap();
        for story in &stories {
            checked.set(checked.get() + check(&articles, story)?);
        }
        Ok(())
    });
    assert_eq!(found, Ok(()));
    assert!(checked.get() > 1_000, "{} sentences", checked.get());
}
