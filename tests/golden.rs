//! The JSON that others read: a story, an article. `UPDATE_GOLDEN=1` writes the files anew.
#![cfg(feature = "serde")]

use std::path::Path;

use samestory::{Article, Bias, Grouper, Timestamp};
use serde_json::{Value, json};

/// Whether two values say the same; numbers may differ in the last digits, since logarithms differ between systems.
fn agree(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) => match (a.as_f64(), b.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() <= 1e-5,
            _ => false,
        },
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| agree(value, other)))
        }
        _ => one == other,
    }
}

fn hold(name: &str, found: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    let text = format!("{}\n", serde_json::to_string_pretty(found).unwrap());
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        std::fs::write(&path, &text).unwrap();
    }
    let golden: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert!(agree(&golden, found), "{name} differs; UPDATE_GOLDEN=1 accepts this:\n{text}");
}

fn ferry() -> Vec<Article> {
    let rows = [
        (
            "wire-1",
            "Ferry Pelican runs aground off Sorrel Point, 212 rescued",
            "The ferry Pelican ran aground off Sorrel Point on Monday. All 212 people on board were taken to safety.",
            "wire.example",
            Bias::Center,
        ),
        (
            "post-1",
            "212 rescued as ferry Pelican runs aground off Sorrel Point | Harbour Post",
            "Lifeboats took all 212 people off the ferry Pelican in under two hours. The captain was new to the route.",
            "post.example",
            Bias::LeanLeft,
        ),
        (
            "gazette-1",
            "Ferry Pelican aground: owner had cut crew, union says",
            "The owner of the ferry Pelican had cut its crew by a third, the seamen's union said.",
            "gazette.example",
            Bias::Left,
        ),
        ("copy-1", "Ferry Pelican runs aground off Sorrel Point, 212 rescued", "", "copy.example", Bias::Right),
    ];
    let times = (0..).map(|hours| Timestamp::from_unix_seconds(1_772_366_400 + hours * 3_600));
    rows.into_iter()
        .zip(times)
        .map(|((id, title, text, source, bias), time)| {
            Article::new(id, title)
                .with_text(text)
                .with_source(source)
                .with_url(format!("https://{source}/ferry"))
                .with_published(time)
                .with_bias(bias)
        })
        .collect()
}

#[test]
fn the_json_of_a_story() {
    let grouper = Grouper::default();
    let articles = ferry();
    let stories = grouper.tell(&articles, &[vec![0, 1, 2, 3]]).unwrap();
    let value = serde_json::to_value(&stories[0]).unwrap();
    hold("story.golden.json", &value);
    let back: samestory::Story = serde_json::from_str(&serde_json::to_string(&stories[0]).unwrap()).unwrap();
    assert_eq!(back, stories[0], "what is written can be read");
}

#[test]
fn the_json_of_an_article() {
    let full = &ferry()[0].clone().with_language("en");
    hold("article.golden.json", &json!([full, Article::new("only-id", "")]));
    assert_eq!(serde_json::from_value::<Article>(json!(full)).unwrap(), *full);
}

#[test]
fn an_article_is_read_in_every_form() {
    let read = |value: Value| serde_json::from_value::<Article>(value);
    assert_eq!(read(json!({"id": "a"})).unwrap(), Article::new("a", ""));
    for name in ["text", "snippet", "summary", "description"] {
        assert_eq!(read(json!({"id": "a", name: "Said so."})).unwrap().text(), "Said so.", "{name}");
    }
    assert_eq!(read(json!({"id": "a", "lang": "ru", "unknown": [1]})).unwrap().language(), Some("ru"));
    let nothing = json!({
        "id": "a", "title": null, "snippet": null, "source": null, "url": null, "published": null, "lang": null, "bias": null
    });
    assert_eq!(read(nothing).unwrap(), Article::new("a", ""));
    assert!(read(json!({"title": "no id"})).is_err() && read(json!({"id": null})).is_err());
    assert!(read(json!({"id": "a", "title": 7})).is_err());
    for (id, text) in [(json!(7), "7"), (json!(-7), "-7"), (json!(u64::MAX), "18446744073709551615")] {
        assert_eq!(read(json!({"id": id})).unwrap(), Article::new(text, ""));
    }
    assert!(read(json!({"id": "a", "bias": "upward"})).is_err());
    for bias in Bias::ALL {
        assert_eq!(read(json!({"id": "a", "bias": bias.name()})).unwrap().bias(), Some(bias));
    }
}

#[test]
fn a_time_is_read_in_every_form() {
    let noon = Some(Timestamp::from_unix_seconds(1_772_366_400));
    let read = |time: Value| serde_json::from_value::<Article>(json!({"id": "a", "published": time}));
    let forms = [
        json!("2026-03-01T12:00:00Z"),
        json!("2026-03-01T14:00:00+02:00"),
        json!("2026-03-01T07:00:00-05:00"),
        json!("2026-03-01T12:00:00.000Z"),
        json!(1_772_366_400),
        json!(1_772_366_400_000_i64),
        json!(1_772_366_400.0),
    ];
    for form in forms {
        assert_eq!(read(form.clone()).unwrap().published(), noon, "{form}");
    }
    assert_eq!(read(json!(null)).unwrap().published(), None);
    for form in [json!("yesterday"), json!("2026-03-01"), json!("9999-12-31"), json!("9999-12-31T23:59:59")] {
        assert!(read(form.clone()).is_err(), "{form}");
    }
    for form in [json!("9999-12-31T25:00:00Z"), json!(""), json!(true), json!([])] {
        assert!(read(form.clone()).is_err(), "{form}");
    }
    let error = read(json!("yesterday")).unwrap_err().to_string();
    assert!(error.contains("\"yesterday\"") && error.contains("RFC 3339"), "{error}");
    assert_eq!(serde_json::to_value(noon).unwrap(), json!("2026-03-01T12:00:00Z"));
}

fn again<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    serde_json::from_value(json!(value)).unwrap()
}

#[test]
fn the_json_of_each_stage() {
    use samestory::cluster::{Constraints, Linkage};
    use samestory::graph::{Expansion, NeighborGraph, NeighborSearch, NoiseProfile, PairContext, Significance};
    use samestory::text::Headline;
    use samestory::vector::{Background, SparseMatrix, Specificity, TfIdf, Vectorizer};

    let mut articles = ferry();
    articles.push(Article::new("spelling-1", "LIVE: Premier Velenskyy visits Lisbon harbour"));
    articles.push(Article::new("spelling-2", "Velensky visits Lisbon harbour: crowds greet premier Velensky"));
    articles.push(Article::new("spelling-3", "Crowds greet Velensky"));
    let fitted = Vectorizer::default().fit(&articles).unwrap();
    let rows = fitted.frequencies.scaled(&fitted.model.idf());
    let graph: NeighborGraph = NeighborSearch::new(&rows, 0.3).graph(&|_, _| 1.0);
    let dendrogram = Linkage::default().cluster(&graph, &[], &Constraints::new());
    hold(
        "stages.golden.json",
        &json!({
            "headlines": fitted.headlines,
            "model": fitted.model,
            "rows": [rows.row(2).terms(), rows.row(2).weights()],
            "graph": graph,
            "dendrogram": dendrogram,
            "knobs": [
                json!(Background::default()), json!(Specificity::default()), json!(NoiseProfile::default()),
                json!(PairContext::default()), json!(Significance::default()), json!(Expansion::default()), json!(Linkage::default()),
            ],
        }),
    );
    assert_eq!(again::<Vec<Headline>>(&fitted.headlines), fitted.headlines);
    assert_eq!(again::<TfIdf>(&fitted.model), fitted.model);
    assert_eq!(json!(fitted.model).get("collections"), None);
    assert_eq!(again::<SparseMatrix>(&rows), rows);
    let two = [Article::new("en", "Ferry aground"), Article::new("nl", "Veerboot gestrand").with_language("nl")];
    let mixed = Vectorizer::default().fit(&two).unwrap().model;
    assert_eq!(json!(mixed)["collections"].as_array().unwrap().len(), mixed.vocabulary().len());
    assert_eq!(again::<TfIdf>(&mixed), mixed);
    assert_eq!(again(&PairContext::default()), PairContext::default());
    assert_eq!(again(&Significance::default()), Significance::default());
    let one: Expansion = serde_json::from_value(json!({"neighbors": 3})).unwrap();
    assert_eq!((one.neighbors, one.keep), (3, Expansion::default().keep), "what is not said is the default");
}
