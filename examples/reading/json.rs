//! One article from one JSON object.

use std::borrow::Cow;
use std::fmt;

use samestory::{Bias, Timestamp};
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, IntoDeserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::batch::{Candidate, GroupField, Label, is_blank};
use super::fault::{Fault, JsonKind, Quoted};

/// Reads one article. `group_field` names the field that says which group it is in, where groups are given.
pub fn article(text: &str, group_field: Option<&GroupField>) -> Result<Candidate, Fault> {
    let row: Row<'_> = ARTICLE.read(text)?;
    let label = group_field.map(|field| label(text, field)).transpose()?.flatten();
    row.into_candidate(label)
}

/// The fields of an article as they stand in the file.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Row<'a> {
    #[serde(borrow)]
    id: Id<'a>,
    #[serde(borrow)]
    title: Words<'a>,
    #[serde(borrow)]
    text: Words<'a>,
    #[serde(borrow)]
    snippet: Words<'a>,
    #[serde(borrow)]
    summary: Words<'a>,
    #[serde(borrow)]
    description: Words<'a>,
    #[serde(borrow)]
    source: Words<'a>,
    #[serde(borrow)]
    url: Words<'a>,
    published: Moment,
    #[serde(borrow)]
    lang: Words<'a>,
    #[serde(borrow)]
    bias: Words<'a>,
}

const ARTICLE: Shape = Shape {
    content: "an article",
    strings: &["title", "text", "snippet", "summary", "description", "source", "url", "lang", "bias"],
    times: &["published"],
};

impl Row<'_> {
    fn into_candidate(self, label: Option<Label>) -> Result<Candidate, Fault> {
        let texts = [self.text, self.description, self.summary, self.snippet];
        let text = texts.into_iter().find_map(Words::filled);
        let title = self.title.seen();
        if title.is_none() && text.as_deref().is_none_or(is_blank) {
            return Err(Fault::NoWords);
        }
        let bias = self.bias.filled().map(|name| {
            let bias: Result<Bias, samestory::Error> = name.parse();
            bias.map_err(|refusal| Fault::bad_name("bias", &name, refusal))
        });
        Ok(Candidate {
            id: self.id.0.filled(),
            title: title.unwrap_or_default(),
            text: text.unwrap_or_default(),
            source: self.source.filled(),
            url: self.url.filled(),
            published: self.published.0,
            language: self.lang.filled(),
            bias: bias.transpose()?,
            label,
        })
    }
}

/// A string, borrowed from the line where it has no escapes; `null` is empty.
#[derive(Default)]
pub struct Words<'a>(Cow<'a, str>);

impl Words<'_> {
    /// The string, where it holds anything but white space.
    pub fn filled(self) -> Option<String> {
        if self.0.trim_start().is_empty() { None } else { Some(self.0.into_owned()) }
    }

    /// The string, where a reader sees anything of it.
    pub fn seen(self) -> Option<String> {
        if is_blank(&self.0) { None } else { Some(self.0.into_owned()) }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Words<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Words<'de>, E> {
        Ok(Words(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Words<'de>, E> {
        Ok(Words(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<Words<'de>, E> {
        Ok(Words::default())
    }
}

/// A string or an integer.
#[derive(Default)]
pub struct Id<'a>(pub Words<'a>);

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(IdVisitor)
    }
}

struct IdVisitor;

impl<'de> Visitor<'de> for IdVisitor {
    type Value = Id<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or an integer")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Id<'de>, E> {
        WordsVisitor.visit_borrowed_str(text).map(Id)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Id<'de>, E> {
        WordsVisitor.visit_str(text).map(Id)
    }

    fn visit_unit<E: Error>(self) -> Result<Id<'de>, E> {
        WordsVisitor.visit_unit().map(Id)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Id<'de>, E> {
        Ok(Id(Words(number.to_string().into())))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Id<'de>, E> {
        Ok(Id(Words(number.to_string().into())))
    }
}

/// A time, or none where the field is `null` or an empty string.
#[derive(Default)]
pub struct Moment(pub Option<Timestamp>);

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MomentVisitor)
    }
}

struct MomentVisitor;

impl Visitor<'_> for MomentVisitor {
    type Value = Moment;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time in RFC 3339, or Unix seconds or milliseconds")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Moment, E> {
        if text.trim().is_empty() {
            return Ok(Moment(None));
        }
        Timestamp::deserialize(text.into_deserializer()).map(Some).map(Moment)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Moment, E> {
        Timestamp::deserialize(number.into_deserializer()).map(Some).map(Moment)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Moment, E> {
        Timestamp::deserialize(number.into_deserializer()).map(Some).map(Moment)
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Moment, E> {
        Timestamp::deserialize(number.into_deserializer()).map(Some).map(Moment)
    }

    fn visit_unit<E: Error>(self) -> Result<Moment, E> {
        Ok(Moment(None))
    }
}

/// What the fields of an object must hold.
#[derive(Debug)]
pub struct Shape {
    /// What the object stands for, as messages name it.
    pub content: &'static str,
    /// Fields that hold a string.
    pub strings: &'static [&'static str],
    /// Fields that hold a time.
    pub times: &'static [&'static str],
}

impl Shape {
    /// Reads an object of this shape.
    pub fn read<'t, T: Deserialize<'t>>(&self, text: &'t str) -> Result<T, Fault> {
        // serde's derived form would take an array for the fields in their order.
        if text.trim_start().starts_with('{') {
            return serde_json::from_str(text).map_err(|error| self.diagnosis(text, error));
        }
        Err(match serde_json::from_str::<Value>(text) {
            Ok(value) => Fault::NotAnObject { found: JsonKind::from(&value), content: self.content },
            Err(error) => Fault::NotJson(error),
        })
    }

    /// Finds which field made serde refuse an object: slower than reading, so only done on the way to an error.
    fn diagnosis(&self, text: &str, error: serde_json::Error) -> Fault {
        let object: Map<String, Value> = match serde_json::from_str(text) {
            Ok(object) => object,
            Err(syntax) => return Fault::NotJson(syntax),
        };
        let wrong = |field: &str, value: &Value, expected| Fault::WrongType {
            field: field.to_owned(),
            value: Quoted::json(value),
            expected,
        };
        let is_id = |value: &Value| matches!(value, Value::String(_) | Value::Null) || value.is_i64() || value.is_u64();
        if let Some(id) = object.get("id").filter(|id| !is_id(id)) {
            return wrong("id", id, "a string or an integer");
        }
        for field in self.strings {
            if let Some(value) = object.get(*field).filter(|value| !(value.is_string() || value.is_null())) {
                return wrong(field, value, "a string");
            }
        }
        for field in self.times {
            if let Some(value) = object.get(*field).filter(|value| Moment::deserialize(*value).is_err()) {
                return Fault::BadTime { field, value: Quoted::json(value) };
            }
        }
        Fault::Misfit { content: self.content, error }
    }
}

/// The group that an object names, if it does.
fn label(text: &str, field: &GroupField) -> Result<Option<Label>, Fault> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = reader
        .deserialize_map(FieldVisitor(field))
        .map_err(|error| Fault::Misfit { content: ARTICLE.content, error })?;
    Label::from_json(field, value.as_ref())
}

/// Reads one field of an object and passes over the others.
struct FieldVisitor<'f>(&'f GroupField);

impl<'de> Visitor<'de> for FieldVisitor<'_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<Value>, A::Error> {
        let mut found = None;
        while let Some(Words(key)) = map.next_key()? {
            if key == self.0.as_str() {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
