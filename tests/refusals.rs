//! What the library refuses, and that it says what was wrong.
#![allow(clippy::cast_sign_loss, reason = "the table of knobs turns counts by number too")]

use samestory::graph::{Expansion, NoiseProfile, PairContext, Significance};
use samestory::vector::{Background, Specificity, Vectorizer};
use samestory::{Article, Error, Grouper, GrouperBuilder};

fn noise(change: impl FnOnce(&mut NoiseProfile)) -> GrouperBuilder {
    let mut noise = NoiseProfile::default();
    change(&mut noise);
    Grouper::builder().noise(noise)
}

fn context(change: impl FnOnce(&mut PairContext)) -> GrouperBuilder {
    let mut context = PairContext::default();
    change(&mut context);
    Grouper::builder().context(context)
}

fn background(change: impl FnOnce(&mut Background)) -> GrouperBuilder {
    let mut background = Background::default();
    change(&mut background);
    Grouper::builder().background(background)
}

fn significance(change: impl FnOnce(&mut Significance)) -> GrouperBuilder {
    let mut significance = Significance::default();
    change(&mut significance);
    Grouper::builder().significance(significance)
}

fn specificity(change: impl FnOnce(&mut Specificity)) -> GrouperBuilder {
    let mut specificity = Specificity::default();
    change(&mut specificity);
    Grouper::builder().specificity(specificity)
}

fn expansion(change: impl FnOnce(&mut Expansion)) -> GrouperBuilder {
    let mut expansion = Expansion::default();
    change(&mut expansion);
    Grouper::builder().expansion(expansion)
}

type Build = fn(f32) -> Option<Error>;

/// Name, builder, refused values, allowed values, the range in words.
type Knob = (&'static str, Build, &'static [f32], &'static [f32], &'static str);

const KNOBS: [Knob; 35] = [
    ("threshold", |v| Grouper::builder().threshold(v).build().err(), &[-0.1, 1.1], &[0.0, 1.0], "between 0 and 1"),
    (
        "threads",
        |v| Grouper::builder().threads(v as usize).build().err(),
        &[0.0, 1025.0],
        &[1.0, 3.0],
        "between 1 and 1024",
    ),
    ("key_points", |v| Grouper::builder().key_points(v as usize).build().err(), &[101.0], &[0.0, 100.0], "at most 100"),
    ("small", |v| Grouper::builder().small(v.into()).build().err(), &[-1.0, 10.5], &[0.0, 10.0], "between 0 and 10"),
    ("large", |v| Grouper::builder().large(v.into()).build().err(), &[-1.0, 10.5], &[0.0, 10.0], "between 0 and 10"),
    ("alone", |v| Grouper::builder().alone(v.into()).build().err(), &[-0.1, 1.1], &[0.0, 1.0], "between 0 and 1"),
    (
        "neighbors",
        |v| Grouper::builder().neighbors(v as usize).build().err(),
        &[0.0, 10_001.0],
        &[1.0, 10_000.0],
        "between 1 and 10000",
    ),
    ("passes", |v| Grouper::builder().passes(v as usize).build().err(), &[0.0, 6.0], &[1.0, 5.0], "between 1 and 5"),
    ("noise.low", |v| noise(|n| n.low = v).build().err(), &[0.0, 1.0], &[0.01, 0.2], "above 0 and below 1"),
    ("noise.high", |v| noise(|n| n.high = v).build().err(), &[0.05, 1.0], &[0.1, 0.9], "from noise.low to below 1"),
    ("noise.top", |v| noise(|n| n.top = v).build().err(), &[0.1, 1.1], &[0.2, 1.0], "above noise.low and at most 1"),
    ("noise.flat", |v| noise(|n| n.flat = v).build().err(), &[f32::INFINITY], &[0.4, 2.0], "finite"),
    (
        "noise.steep",
        |v| noise(|n| n.steep = v).build().err(),
        &[0.4, f32::NEG_INFINITY],
        &[0.0, 0.39],
        "finite and at most noise.flat",
    ),
    (
        "context.time_scale_days",
        |v| context(|c| c.time_scale_days = v).build().err(),
        &[0.0, -1.0],
        &[0.1, 1000.0],
        "above 0",
    ),
    (
        "context.time_floor",
        |v| context(|c| c.time_floor = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "context.horizon_days",
        |v| context(|c| c.horizon_days = v).build().err(),
        &[0.0, -1.0],
        &[1.0, f32::INFINITY],
        "above 0",
    ),
    (
        "context.instalments",
        |v| context(|c| c.instalments = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "context.contradiction",
        |v| context(|c| c.contradiction = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "context.indirect_source",
        |v| context(|c| c.indirect_source = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "context.indirect_time",
        |v| context(|c| c.indirect_time = v).build().err(),
        &[-0.1, 10.5],
        &[0.0, 10.0],
        "between 0 and 10",
    ),
    (
        "context.indirect_genre",
        |v| context(|c| c.indirect_genre = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "background.articles",
        |v| background(|b| b.articles = v).build().err(),
        &[-1.0, f32::INFINITY],
        &[0.0, 100.0],
        "between 0 and 1e9",
    ),
    ("background.common", |v| background(|b| b.common = v).build().err(), &[-0.1, 1.1], &[0.0, 1.0], "between 0 and 1"),
    (
        "context.noisy_time_floor",
        |v| context(|c| c.noisy_time_floor = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "significance.words",
        |v| significance(|s| s.words = v).build().err(),
        &[-1.0, 101.0],
        &[0.0, 100.0],
        "between 0 and 100",
    ),
    (
        "significance.terms",
        |v| significance(|s| s.terms = v).build().err(),
        &[0.0, -1.0],
        &[0.1, f32::INFINITY],
        "above 0",
    ),
    (
        "context.same_source",
        |v| context(|c| c.same_source = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    (
        "expansion.neighbors",
        |v| expansion(|e| e.neighbors = v as usize).build().err(),
        &[1001.0],
        &[0.0, 1000.0],
        "at most 1000",
    ),
    (
        "expansion.keep",
        |v| expansion(|e| e.keep = v).build().err(),
        &[0.0, 10.5],
        &[0.01, 10.0],
        "above 0 and at most 10",
    ),
    (
        "expansion.noisy_direct",
        |v| expansion(|e| e.noisy_direct = v).build().err(),
        &[-0.1, 1.1],
        &[0.0, 1.0],
        "between 0 and 1",
    ),
    ("expansion.direct", |v| expansion(|e| e.direct = v).build().err(), &[-0.1, 1.1], &[0.0, 1.0], "between 0 and 1"),
    (
        "specificity.power",
        |v| specificity(|s| s.power = v).build().err(),
        &[-0.1, 10.5],
        &[0.0, 10.0],
        "between 0 and 10",
    ),
    (
        "specificity.known",
        |v| specificity(|s| s.known = v).build().err(),
        &[-1.0, f32::INFINITY],
        &[0.0, 1000.0],
        "between 0 and 1e9",
    ),
    (
        "title_weight",
        |v| Vectorizer::builder().title_weight(v).build().err(),
        &[0.0, 11.0],
        &[0.1, 10.0],
        "between 0.1 and 10",
    ),
    (
        "lead_words",
        |v| Vectorizer::builder().lead_words(v as usize).build().err(),
        &[10_001.0],
        &[0.0, 10_000.0],
        "at most 10000",
    ),
];

#[test]
fn a_knob_out_of_range_is_named_with_its_value_and_range() {
    let counts = ["threads", "key_points", "neighbors", "passes", "expansion.neighbors", "lead_words"];
    for (name, build, refused, taken, range) in KNOBS {
        let not_a_number = (!counts.contains(&name)).then_some(f32::NAN);
        for value in refused.iter().copied().chain(not_a_number) {
            let Some(Error::OutOfRange { knob, value: told, allowed }) = build(value) else {
                panic!("{name} takes {value}");
            };
            assert_eq!((knob, allowed), (name, range), "{value}");
            assert!(
                told.is_nan() == value.is_nan() && (told.is_nan() || told.to_bits() == f64::from(value).to_bits()),
                "{name}"
            );
            let message = Error::OutOfRange { knob, value: told, allowed }.to_string();
            assert_eq!(message, format!("{name} is {value}: it must be {range}"));
        }
        for &value in taken {
            assert_eq!(build(value), None, "{name} refuses {value}");
        }
    }
}

#[test]
fn bad_batches_are_named() {
    let twice = [Article::new("a", "Flood"), Article::new("a", "Fire")];
    let error = Grouper::default().group(&twice).unwrap_err();
    assert_eq!(error.to_string(), "article id \"a\" occurs more than once");
    let error = Grouper::default().tell(&twice, &[]).unwrap_err();
    assert_eq!(error, Error::RepeatedId { id: "a".into() });
    let error = samestory::evaluate(&[1, 2], &[1]).unwrap_err();
    assert_eq!(error.to_string(), "gold and predicted labels must be equally long: 2 and 1");
}
