//! What the caller knows about one publisher: [`SourceInfo`], [`Factuality`].

use super::publisher::fold_name;
use crate::article::{Address, Bias};

/// How well a publisher keeps to the facts, by whoever rated it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum Factuality {
    /// Very high.
    VeryHigh,
    /// High.
    High,
    /// Mostly factual.
    MostlyFactual,
    /// Mixed.
    Mixed,
    /// Low.
    Low,
    /// Very low.
    VeryLow,
}

impl Factuality {
    /// All grades, the best first.
    pub const ALL: [Self; 6] = [Self::VeryHigh, Self::High, Self::MostlyFactual, Self::Mixed, Self::Low, Self::VeryLow];

    /// The name that the serde form uses: `very-high`, `high`, `mostly-factual`, `mixed`, `low`, `very-low`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VeryHigh => "very-high",
            Self::High => "high",
            Self::MostlyFactual => "mostly-factual",
            Self::Mixed => "mixed",
            Self::Low => "low",
            Self::VeryLow => "very-low",
        }
    }
}

/// What is known about one publisher; only the domain is required.
///
/// ```
/// use samestory::{Bias, story::SourceInfo};
/// let row = SourceInfo::new("harbourpost.example").with_name("Harbour Post").with_bias(Bias::Center);
/// assert_eq!(row.name(), Some("Harbour Post"));
/// ```
///
/// Its serde form has the fields `domain`, `name`, `bias`, `factuality`, `owner` and `country`; all but `domain` may be
/// missing or null, and unknown fields are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct SourceInfo {
    domain: String,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    name: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    bias: Option<Bias>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    factuality: Option<Factuality>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    owner: Option<String>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    country: Option<String>,
}

impl SourceInfo {
    /// A publisher at a domain, which may go on with a path (`post.example/city`) for one part of a site.
    #[must_use]
    pub fn new(domain: impl Into<String>) -> Self {
        Self { domain: domain.into(), name: None, bias: None, factuality: None, owner: None, country: None }
    }

    /// What a table tells it from other rows by: the host and path of its domain, in lower case, without scheme and `www.`;
    /// where that is no domain, its words, folded.
    ///
    /// ```
    /// use samestory::story::SourceInfo;
    /// assert_eq!(SourceInfo::new("https://www.Post.example/City/").key(), "post.example/city");
    /// ```
    #[must_use]
    pub fn key(&self) -> String {
        match Address::of_source(&self.domain) {
            Some(address) => address.whole(),
            None => fold_name(&self.domain),
        }
    }

    /// Sets the name that readers know it by.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Sets the side it leans to.
    #[must_use]
    pub fn with_bias(mut self, bias: Bias) -> Self {
        self.bias = Some(bias);
        self
    }

    /// Sets how well it keeps to the facts.
    #[must_use]
    pub fn with_factuality(mut self, factuality: Factuality) -> Self {
        self.factuality = Some(factuality);
        self
    }

    /// Sets who owns it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }

    /// Sets the country it is based in, in any spelling; the spelling is kept.
    #[must_use]
    pub fn with_country(mut self, country: impl Into<String>) -> Self {
        self.country = Some(country.into());
        self
    }

    /// The domain, as it came.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The name, where it is known: a blank one is not.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        filled(self.name.as_deref())
    }

    /// The side it leans to, where it is known.
    #[must_use]
    pub fn bias(&self) -> Option<Bias> {
        self.bias
    }

    /// How well it keeps to the facts, where it is known.
    #[must_use]
    pub fn factuality(&self) -> Option<Factuality> {
        self.factuality
    }

    /// Who owns it, where it is known: a blank one is not.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        filled(self.owner.as_deref())
    }

    /// The country it is based in, where it is known: a blank one is not.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        filled(self.country.as_deref())
    }
}

/// Text without the white space around it, where that leaves something.
fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::{Bias, Factuality, SourceInfo};

    #[test]
    fn rows_are_read_from_json() {
        let row: SourceInfo = serde_json::from_str(
            r#"{"domain": "post.example", "name": null, "bias": "lean-left", "factuality": "very-high", "since": 1926}"#,
        )
        .unwrap();
        let expected = SourceInfo::new("post.example").with_bias(Bias::LeanLeft).with_factuality(Factuality::VeryHigh);
        assert_eq!(row, expected);
    }
}
