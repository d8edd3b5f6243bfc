//! What users do with ids, names and knobs: print, parse, look up, clone.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Display;
use std::str::FromStr;

use samestory::story::{Factuality, Side, StoryId};
use samestory::{Article, Bias, Error, Grouper};

#[test]
fn ids_of_stories_are_kept_as_text_and_looked_up_with_it() {
    let id = StoryId::of([&"a".into(), &"b".into()]);
    let stored: String = id.to_string();
    assert_eq!((StoryId::from(stored.as_str()), StoryId::from(stored.clone())), (id.clone(), id.clone()));
    let text: &str = id.as_ref();
    assert_eq!(text, stored);
    let by_hash: HashMap<StoryId, u8> = [(id.clone(), 1)].into();
    let by_order: BTreeMap<StoryId, u8> = [(id, 1)].into();
    assert_eq!((by_hash.get(stored.as_str()), by_order.get(stored.as_str())), (Some(&1), Some(&1)));
}

#[test]
fn articles_are_counted_once() {
    let article = Article::new("a", "Ferry aground").with_bias(Bias::Center);
    let articles: HashSet<Article> = [article.clone(), article.clone(), article.with_text("Nobody was hurt.")].into();
    assert_eq!(articles.len(), 2);
}

#[test]
fn a_grouper_is_cloned_with_its_threads_and_constraints() {
    let articles = [Article::new("a", "Ferry aground"), Article::new("b", "Llama stops traffic")];
    let grouper = Grouper::builder().threads(2).must_link("a", "b").build().unwrap();
    let clone = grouper.clone();
    drop(grouper);
    assert_eq!(clone.group(&articles).unwrap().len(), 1);
}

fn assert_read<T: Display + FromStr<Err = Error> + PartialEq + std::fmt::Debug>(all: &[T], what: &str) {
    for value in all {
        assert_eq!(value.to_string().parse().as_ref(), Ok(value));
    }
    let error = "Upward".parse::<T>().unwrap_err().to_string();
    assert!(error.starts_with(&format!("{what} is \"Upward\": it must be ")), "{error}");
    for value in all {
        assert!(error.contains(&value.to_string()), "{value}: {error}");
    }
}

#[test]
fn names_are_read_and_others_refused() {
    assert_read(&Bias::ALL, "bias");
    assert_read(&Side::ALL, "side");
    assert_read(&Factuality::ALL, "factuality");
    assert_eq!(format!("[{:>6}]", Side::Left), "[  left]");
}

#[cfg(feature = "serde")]
#[test]
fn names_are_those_of_the_serde_form() {
    use samestory::story::Field;
    use samestory::text::Language;

    fn assert_form<T: Display + serde::Serialize>(all: impl IntoIterator<Item = T>) {
        for value in all {
            assert_eq!(serde_json::json!(value), value.to_string());
        }
    }
    assert_form(Bias::ALL);
    assert_form(Side::ALL);
    assert_form(Factuality::ALL);
    assert_form(Language::ALL);
    assert_form([Field::Title, Field::Text]);
}
