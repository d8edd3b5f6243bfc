//! How many publishers stand behind each name: [`Distribution`].

/// Counts of publishers by name, in a fixed order, the unknown ones last and never left out.
///
/// Its serde form is an object in the order of [`iter`](Self::iter): `{"left": 3, "center": 0, "unknown": 2}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Distribution {
    counts: Vec<(String, usize)>,
    unknown: usize,
}

impl Distribution {
    /// The key that the serde form counts unknown publishers under.
    pub const UNKNOWN: &'static str = "unknown";

    /// These names in this order, each counted as often as `values` has it. Values that are no such name are unknown.
    pub(super) fn over<'a>(names: &[&str], values: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let mut counts: Vec<(String, usize)> = names.iter().map(|&name| (name.to_owned(), 0)).collect();
        let mut unknown = 0;
        for value in values {
            match counts.iter_mut().find(|(name, _)| value == Some(name)) {
                Some((_, count)) => *count += 1,
                None => unknown += 1,
            }
        }
        Self { counts, unknown }
    }

    /// The names that `values` has, the most frequent first, then by name.
    pub(super) fn of<'a>(values: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let mut names: Vec<Option<&str>> = values.into_iter().collect();
        names.sort_unstable();
        let mut distribution = Self::default();
        for run in names.chunk_by(|a, b| a == b) {
            match run.first() {
                Some(Some(name)) if *name != Self::UNKNOWN => distribution.counts.push(((*name).to_owned(), run.len())),
                _ => distribution.unknown += run.len(),
            }
        }
        // The sort is stable: equal counts stay in the order of their names.
        distribution.counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        distribution
    }

    /// Names with their counts, without the unknown.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.counts.iter().map(|(name, count)| (name.as_str(), *count))
    }

    /// How many have this name; 0 for a name that does not occur.
    #[must_use]
    pub fn count(&self, name: &str) -> usize {
        self.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| count)
    }

    /// How many have no name.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.unknown
    }

    /// How many have a name.
    #[must_use]
    pub fn known(&self) -> usize {
        self.iter().map(|(_, count)| count).sum()
    }

    /// Whether there is no name and nobody unknown: nothing was there to count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty() && self.unknown == 0
    }
}

#[cfg(feature = "serde")]
mod object {
    use std::fmt;

    use serde::de::MapAccess;
    use serde::ser::SerializeMap;

    use super::Distribution;

    impl serde::Serialize for Distribution {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(self.counts.len() + 1))?;
            for (name, count) in self.iter() {
                map.serialize_entry(name, &count)?;
            }
            map.serialize_entry(Self::UNKNOWN, &self.unknown)?;
            map.end()
        }
    }

    struct Visitor;

    impl<'de> serde::de::Visitor<'de> for Visitor {
        type Value = Distribution;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object of counts")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Distribution, M::Error> {
            let mut distribution = Distribution::default();
            // No batch has more articles than `u32` counts, and so small counts add up to something.
            while let Some((name, count)) = map.next_entry::<String, u32>()? {
                let count = count as usize;
                if name == Distribution::UNKNOWN {
                    distribution.unknown = count;
                } else {
                    distribution.counts.push((name, count));
                }
            }
            Ok(distribution)
        }
    }

    impl<'de> serde::Deserialize<'de> for Distribution {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(Visitor)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Distribution;

    #[test]
    fn names_come_in_their_order_and_nobody_is_lost() {
        let fixed = Distribution::over(&["left", "right"], [Some("right"), None, Some("right"), Some("up")]);
        assert_eq!(fixed.iter().collect::<Vec<_>>(), [("left", 0), ("right", 2)]);
        assert_eq!((fixed.known(), fixed.unknown()), (2, 2));
        let free = Distribution::of([Some("b"), Some("c"), None, Some("a"), Some("c"), Some("unknown")]);
        assert_eq!(free.iter().collect::<Vec<_>>(), [("c", 2), ("a", 1), ("b", 1)]);
        assert_eq!((free.count("c"), free.count("z"), free.known(), free.unknown()), (2, 0, 4, 2));
        assert!(Distribution::of([]).is_empty());
        assert!(!Distribution::of([None]).is_empty());
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_keeps_the_order() {
        let distribution = Distribution::of([Some("z"), Some("z"), Some("a"), None]);
        let json = serde_json::to_string(&distribution).unwrap();
        assert_eq!(json, r#"{"z":2,"a":1,"unknown":1}"#);
        assert_eq!(serde_json::from_str::<Distribution>(&json).unwrap(), distribution);
    }
}
