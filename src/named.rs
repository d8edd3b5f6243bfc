//! Enums by the names that their serde form uses: written, and those that users choose from also read.

use std::fmt;
use std::str::FromStr;

use crate::article::Bias;
use crate::error::Error;
use crate::story::{Factuality, Field, Side};
use crate::text::Language;

/// The name of the serde form, such as `lean-left`.
impl fmt::Display for Bias {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The name of the serde form, such as `left`.
impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The name of the serde form, such as `very-high`.
impl fmt::Display for Factuality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The name of the serde form: `title` or `text`.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Title => "title",
            Self::Text => "text",
        })
    }
}

/// The name of the serde form, such as `english`.
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.name().unwrap_or("other").to_ascii_lowercase())
    }
}

/// Reads the name of the serde form.
impl FromStr for Bias {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|bias| bias.name() == name);
        found.ok_or_else(|| unknown("bias", name, "left, lean-left, center, lean-right or right"))
    }
}

/// Reads the name of the serde form.
impl FromStr for Side {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|side| side.name() == name);
        found.ok_or_else(|| unknown("side", name, "left, center or right"))
    }
}

/// Reads the name of the serde form.
impl FromStr for Factuality {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|grade| grade.name() == name);
        found.ok_or_else(|| unknown("factuality", name, "very-high, high, mostly-factual, mixed, low or very-low"))
    }
}

fn unknown(what: &'static str, name: &str, allowed: &'static str) -> Error {
    Error::UnknownName { what, value: name.chars().take(64).collect(), allowed }
}
