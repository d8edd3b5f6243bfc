//! When: [`Timestamp`].

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// With the `serde` feature it is written as RFC 3339 in UTC (`"2026-03-01T12:00:00Z"`) and read from RFC 3339 with any
/// offset, or from a number: Unix seconds, or Unix milliseconds where the number is 100,000,000,000 or more. Text near the
/// ends of the years 0 and 9999 that is outside of them in some time zone becomes the nearest time that is inside of all;
/// numbers outside, such as microseconds, are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 0000-01-01T00:00:00Z, in milliseconds.
    const MIN_MILLIS: i64 = -62_167_219_200_000;
    /// 9999-12-30T22:00:00Z, in milliseconds: the last time that is a four-digit year in every time zone.
    const MAX_MILLIS: i64 = 253_402_207_200_000;

    /// From seconds since 1970. Times outside the years 0 to 9999 become the nearest that is inside.
    ///
    /// ```
    /// use samestory::Timestamp;
    /// assert_eq!(Timestamp::from_unix_seconds(1_772_366_400).as_unix_millis(), 1_772_366_400_000);
    /// ```
    #[must_use]
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        Self::from_unix_millis(seconds.saturating_mul(1000))
    }

    /// From milliseconds since 1970. Times outside the years 0 to 9999 become the nearest that is inside.
    #[must_use]
    pub const fn from_unix_millis(millis: i64) -> Self {
        if millis < Self::MIN_MILLIS {
            Self(Self::MIN_MILLIS)
        } else if millis > Self::MAX_MILLIS {
            Self(Self::MAX_MILLIS)
        } else {
            Self(millis)
        }
    }

    /// From milliseconds since 1970, inside the years 0 to 9999 only.
    #[cfg(feature = "serde")]
    fn within_years(millis: i64) -> Option<Self> {
        (Self::MIN_MILLIS..=Self::MAX_MILLIS).contains(&millis).then_some(Self(millis))
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub const fn as_unix_millis(self) -> i64 {
        self.0
    }

    /// Days between two times, whichever is earlier; never negative.
    #[must_use]
    pub fn days_between(self, other: Self) -> f32 {
        (self.0.abs_diff(other.0) as f64 / 86_400_000.0) as f32
    }
}

#[cfg(feature = "serde")]
mod rfc3339 {
    use std::fmt;
    use std::str::FromStr;

    use jiff::fmt::temporal::Pieces;
    use serde::de::Unexpected;

    use super::Timestamp;
    use crate::error::Error;

    impl FromStr for Timestamp {
        type Err = Error;

        /// Reads RFC 3339 with any offset: all of it, up to `9999-12-31T23:59:59Z`, which becomes the last time that is in
        /// the year 9999 in every time zone. Needs the `serde` feature.
        fn from_str(text: &str) -> Result<Self, Error> {
            match text.parse::<jiff::Timestamp>() {
                Ok(instant) => Ok(Self::from_unix_millis(instant.as_millisecond())),
                Err(_) if is_of_the_last_hours(text) => Ok(Self(Self::MAX_MILLIS)),
                Err(_) => Err(Error::Timestamp { value: text.chars().take(64).collect() }),
            }
        }
    }

    /// Whether a text that jiff takes for no time is one but for its being the end of the year 9999.
    fn is_of_the_last_hours(text: &str) -> bool {
        Pieces::parse(text)
            .is_ok_and(|pieces| pieces.date().year() == 9999 && pieces.time().is_some() && pieces.offset().is_some())
    }

    /// RFC 3339 in UTC. Needs the `serde` feature.
    impl fmt::Display for Timestamp {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match jiff::Timestamp::from_millisecond(self.as_unix_millis()) {
                Ok(instant) => instant.fmt(f),
                // The constructors keep every value inside jiff's range.
                Err(_) => Err(fmt::Error),
            }
        }
    }

    impl serde::Serialize for Timestamp {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    struct Visitor;

    /// Numbers from here on (the year 5138 in seconds, 1973 in milliseconds) are milliseconds.
    const FIRST_MILLIS: u64 = 100_000_000_000;

    impl serde::de::Visitor<'_> for Visitor {
        type Value = Timestamp;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a time in RFC 3339, or Unix seconds or milliseconds")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Timestamp, E> {
            text.parse().map_err(E::custom)
        }

        fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Timestamp, E> {
            let millis = if number.unsigned_abs() < FIRST_MILLIS { number * 1000 } else { number };
            Timestamp::within_years(millis).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
        }

        fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Timestamp, E> {
            let signed = i64::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
            self.visit_i64(signed)
        }

        fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Timestamp, E> {
            let millis = if number.abs() < FIRST_MILLIS as f64 { number * 1000.0 } else { number };
            // `as` saturates, and what it makes of NaN is not asked for.
            let time = Some(millis).filter(|millis| millis.is_finite()).map(|millis| millis as i64);
            time.and_then(Timestamp::within_years).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    impl<'de> serde::Deserialize<'de> for Timestamp {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Visitor)
        }
    }
}
