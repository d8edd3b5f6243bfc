//! JSON that others wrote: what is read, what is refused, and that the message says why.
#![cfg(feature = "serde")]

use samestory::cluster::Constraints;
use samestory::graph::{Expansion, NoiseProfile, PairContext, Significance};
use samestory::story::{Distribution, FrontPage, Momentum};
use samestory::vector::{Background, SparseMatrix, SparseVector, Specificity, Vectorizer};
use samestory::{Article, Timestamp};
use serde_json::{Value, json};

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

#[test]
fn vectors_are_whole_whoever_wrote_them() {
    let cases = [
        ("in order", json!({"terms": [1, 4], "weights": [0.5, 2.0]}), json!({"terms": [1, 4], "weights": [0.5, 2.0]})),
        ("unsorted", json!({"terms": [4, 1], "weights": [2.0, 0.5]}), json!({"terms": [1, 4], "weights": [0.5, 2.0]})),
        (
            "repeated",
            json!({"terms": [4, 1, 4], "weights": [1, 0, 2]}),
            json!({"terms": [1, 4], "weights": [0.0, 3.0]}),
        ),
        ("empty", json!({"terms": [], "weights": []}), json!({"terms": [], "weights": []})),
    ];
    for (name, written, expected) in cases {
        let vector: SparseVector = read(written.clone()).unwrap();
        assert_eq!(json!(vector), expected, "{name}");
        let matrix: SparseMatrix = read(json!([written, {"terms": [9], "weights": [1]}])).unwrap();
        assert_eq!((matrix.rows(), matrix.row(0)), (2, vector.as_row()), "{name}");
        assert!(vector.as_row().dot(matrix.row(0)) >= 0.0, "{name}");
    }
}

#[test]
fn vectors_that_are_none_are_refused() {
    let cases = [
        ("few weights", json!({"terms": [1, 2], "weights": [0.5]}), "terms and weights must be equally long: 2 and 1"),
        ("many weights", json!({"terms": [], "weights": [0.5]}), "terms and weights must be equally long: 0 and 1"),
        ("infinite", json!({"terms": [1], "weights": [1e39]}), "weight is inf: it must be finite"),
        ("infinite sum", json!({"terms": [1, 1], "weights": [3e38, 3e38]}), "weight is inf: it must be finite"),
        ("no number", json!({"terms": [1], "weights": [null]}), "expected f32"),
    ];
    for (name, written, expected) in cases {
        let error = read::<SparseVector>(written.clone()).unwrap_err();
        assert!(error.contains(expected), "{name}: {error}");
        let error = read::<SparseMatrix>(json!([written])).unwrap_err();
        assert!(error.contains(expected), "{name} in a matrix: {error}");
    }
}

#[test]
fn counts_that_no_batch_has_are_no_counts() {
    let most = u64::MAX;
    assert!(read::<Distribution>(json!({"left": most, "right": most, "unknown": 0})).is_err());
    let momentum: Momentum = read(json!({"recent": most, "before": most})).unwrap();
    assert!(momentum.share() <= 1.0 && momentum.is_rising());
}

#[test]
fn of_several_texts_the_first_that_says_something_is_read() {
    let cases = [
        ("all", json!({"snippet": "D", "summary": "C", "description": "B", "text": "A"}), "A"),
        ("no text", json!({"snippet": "D", "summary": "C", "description": "B"}), "B"),
        ("no description", json!({"snippet": "D", "summary": "C"}), "C"),
        ("an empty text", json!({"text": "", "summary": "C"}), "C"),
        ("a blank text", json!({"text": " \n", "description": null, "snippet": "D"}), "D"),
        ("a blank text alone", json!({"text": " "}), " "),
        ("nothing", json!({"text": null, "snippet": null}), ""),
        ("white space around", json!({"text": " A ", "snippet": "D"}), " A "),
    ];
    for (name, mut written, expected) in cases {
        written["id"] = json!("a");
        let article: Article = read(written).unwrap();
        assert_eq!(article.text(), expected, "{name}");
        assert_eq!(read::<Article>(json!(article)).unwrap(), article, "{name}");
    }
}

#[test]
fn an_article_of_wrong_types_is_refused() {
    let cases = [
        (r#"{"id": "a", "summary": "C", "text": 7}"#, "invalid type: integer `7`, expected a string"),
        (r#"{"id": "a", "text": "A", "snippet": []}"#, "invalid type: sequence, expected a string"),
        (r#"{"id": "a", "text": "A", "text": "B"}"#, "duplicate field `text`"),
        (r#"{"title": "Ferry aground"}"#, "missing field `id`"),
        (r#"{"id": 7.5}"#, "invalid type: floating point `7.5`, expected a string or an integer"),
        (r#"{"id": true}"#, "invalid type: boolean `true`, expected a string or an integer"),
        (r#""a""#, "invalid type: string \"a\", expected struct Article"),
    ];
    for (written, expected) in cases {
        let error = serde_json::from_str::<Article>(written).unwrap_err().to_string();
        assert!(error.contains(expected), "{written}: {error}");
    }
}

#[test]
fn all_of_rfc_3339_is_read_up_to_the_ends_of_time() {
    let (first, last) = (Timestamp::from_unix_millis(i64::MIN), Timestamp::from_unix_millis(i64::MAX));
    let cases = [
        ("the last second", "9999-12-31T23:59:59Z", last),
        ("with a fraction", "9999-12-31T23:59:59.999Z", last),
        ("in the west", "9999-12-31T12:00:00-12:00", last),
        ("the last hours", "9999-12-30T22:00:01Z", last),
        ("the first second", "0000-01-01T00:00:00Z", first),
        ("in the east", "0000-01-01T00:00:00+02:00", first),
    ];
    for (name, text, expected) in cases {
        assert_eq!(text.parse(), Ok(expected), "{name}");
        assert_eq!(read(json!(text)), Ok(expected), "{name}");
        assert_eq!(read(json!(expected)), Ok(expected), "{name} written and read");
    }
}

fn assert_knob<T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(knob: &T) {
    let written = json!(knob);
    assert_eq!(read::<T>(written.clone()).as_ref(), Ok(knob), "{written}");
    let mut misspelt = written;
    misspelt["horizn_days"] = json!(1);
    let error = read::<T>(misspelt.clone()).unwrap_err();
    assert!(error.contains("unknown field `horizn_days`"), "{misspelt}: {error}");
}

#[test]
fn knobs_are_read_as_written_and_their_names_are_checked() {
    let mut context = PairContext::default();
    assert_knob(&context);
    (context.horizon_days, context.time_scale_days) = (f32::INFINITY, f32::INFINITY);
    assert_knob(&context);
    assert_eq!(json!(context)["horizon_days"], Value::Null);
    let mut significance = Significance::default();
    significance.terms = f32::INFINITY;
    assert_knob(&significance);
    assert_knob(&NoiseProfile::default());
    assert_knob(&Expansion::default());
    assert_knob(&Specificity::default());
    assert_knob(&Background::default());
    assert_knob(&Vectorizer::builder().title_weight(3.5).lead_words(7).build().unwrap());
    assert_knob(&FrontPage::at(Timestamp::from_unix_seconds(7)).with_half_life_hours(2.5).unwrap());
    let mut constraints = Constraints::new();
    constraints.must_link(1, 2);
    constraints.cannot_link(3, 4);
    assert_knob(&constraints);
    assert_eq!(json!(constraints), json!({"together": [[1, 2]], "apart": [[3, 4]]}));
}

#[test]
fn what_a_knob_leaves_out_is_the_default_and_what_is_out_of_range_is_refused() {
    assert_eq!(read(json!({})), Ok(PairContext::default()));
    assert_eq!(read(json!({"lead_words": 80})), Ok(Vectorizer::default()));
    assert_eq!(read(json!({})), Ok(Constraints::new()));
    assert_eq!(read(json!({"now": 7})), Ok(FrontPage::at(Timestamp::from_unix_seconds(7))));
    let error = read::<Vectorizer>(json!({"title_weight": 0.0})).unwrap_err();
    assert!(error.contains("title_weight is 0: it must be between 0.1 and 10"), "{error}");
    let error = read::<FrontPage>(json!({"now": 7, "half_life_hours": 0.0})).unwrap_err();
    assert!(error.contains("half_life_hours is 0: it must be greater than 0"), "{error}");
}
