//! What can go wrong, with the value that was wrong and the range that is allowed.

use std::fmt;

/// Why a call was refused.
///
/// Every variant names what was wrong, the value it had, and (where there is one) the allowed range. Nothing in this
/// crate panics on input: what cannot be done is an `Error`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Error {
    /// A knob of a builder is outside its range.
    OutOfRange {
        /// The setter's name, such as `threshold`.
        knob: &'static str,
        /// The value that was given.
        value: f64,
        /// The allowed range, in words.
        allowed: &'static str,
    },
    /// Two articles of one batch have the same id.
    RepeatedId {
        /// The id that occurs more than once.
        id: String,
    },
    /// An id names no article of the batch.
    UnknownId {
        /// The id that was asked for.
        id: String,
    },
    /// Two lists that must be equally long are not.
    LengthMismatch {
        /// What the lists are, such as `gold and predicted labels`.
        what: &'static str,
        /// Length of the first.
        left: usize,
        /// Length of the second.
        right: usize,
    },
    /// A text is not a time in RFC 3339.
    Timestamp {
        /// The text that could not be read.
        value: String,
    },
    /// A word is not one of the names that are allowed there.
    UnknownName {
        /// What is named, such as `bias`.
        what: &'static str,
        /// The word that was given.
        value: String,
        /// The names that are allowed, in words.
        allowed: &'static str,
    },
    /// A row of a table of publishers has a domain without a letter or digit.
    NoDomain {
        /// Its place in the table, from 1.
        row: usize,
    },
    /// Two rows of a table of publishers have the same domain, or the same name in its place.
    RepeatedDomain {
        /// The domain or name of the second, as it came.
        domain: String,
    },
    /// An edge of a graph has an end that is no article, one article at both ends, or a similarity that is none.
    Edge {
        /// The positions of its ends.
        ends: (usize, usize),
        /// Its similarity.
        similarity: f32,
        /// How many articles the graph has.
        articles: usize,
    },
    /// The system gives no threads.
    Threads {
        /// How many were asked for.
        count: usize,
    },
    /// A batch has more articles or terms than the engine's 32-bit ids can count.
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfRange { knob, value, allowed } => {
                // Most knobs are `f32`, and -0.1 of these is -0.10000000149 here.
                let short = *value as f32;
                let is_short = f64::from(short) == *value;
                let shown = if is_short { short.to_string() } else { value.to_string() };
                write!(f, "{knob} is {shown}: it must be {allowed}")
            }
            Self::RepeatedId { id } => write!(f, "article id {id:?} occurs more than once"),
            Self::UnknownId { id } => write!(f, "no article has the id {id:?}"),
            Self::LengthMismatch { what, left, right } => {
                write!(f, "{what} must be equally long: {left} and {right}")
            }
            Self::Timestamp { value } => {
                write!(f, "{value:?} is no time: it must be RFC 3339, such as 2026-03-01T12:00:00Z")
            }
            Self::UnknownName { what, value, allowed } => write!(f, "{what} is {value:?}: it must be {allowed}"),
            Self::NoDomain { row } => write!(f, "row {row} of the publishers has no domain or name"),
            Self::RepeatedDomain { domain } => write!(f, "domain or name {domain:?} has more than one row"),
            Self::Edge { ends: (a, b), similarity, articles } => write!(
                f,
                "no edge can join {a} and {b} of {articles} articles with similarity {similarity}: its ends must be two \
                 positions below {articles}, its similarity between 0 and 1"
            ),
            Self::Threads { count } => write!(f, "the system does not start {count} threads"),
            Self::TooLarge { what, count } => write!(f, "{count} {what}: at most {} are possible", u32::MAX),
        }
    }
}

impl std::error::Error for Error {}

/// Refuses a knob that is out of its range.
pub(crate) fn within(knob: &'static str, value: f64, inside: bool, allowed: &'static str) -> Result<(), Error> {
    if inside { Ok(()) } else { Err(Error::OutOfRange { knob, value, allowed }) }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn a_knob_is_shown_as_it_was_given() {
        for (value, shown) in
            [(f64::from(-0.1_f32), "-0.1"), (-0.1, "-0.1"), (1e12, "1000000000000"), (f64::NAN, "NaN")]
        {
            let error = within("knob", value, false, "above 0").unwrap_err();
            assert_eq!(error.to_string(), format!("knob is {shown}: it must be above 0"));
        }
    }
}
