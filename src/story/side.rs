//! Sides: [`Side`], and what the shares of the sides say of a story ([`Balance`]).

use crate::article::{Article, Bias};
use crate::story::distribution::Distribution;
use crate::story::sources::SourceDirectory;

/// Left, centre or right: a [`Bias`] without its shades.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Side {
    /// Left and leaning left.
    Left,
    /// Centre.
    Center,
    /// Right and leaning right.
    Right,
}

impl Side {
    /// All sides, from left to right.
    pub const ALL: [Self; 3] = [Self::Left, Self::Center, Self::Right];

    /// The name that the serde form uses: `left`, `center`, `right`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
        }
    }

    /// The side of an article: by its own bias, else by its publisher's; `None` where neither is known.
    #[must_use]
    pub fn of(article: &Article, directory: &SourceDirectory) -> Option<Self> {
        let bias = directory.bias(article)?;
        Some(bias.into())
    }
}

impl From<Bias> for Side {
    fn from(bias: Bias) -> Self {
        match bias {
            Bias::Left | Bias::LeanLeft => Self::Left,
            Bias::Center => Self::Center,
            Bias::LeanRight | Bias::Right => Self::Right,
        }
    }
}

/// How many publishers of a story stand on each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Balance {
    /// Publishers on the left, leaning ones included.
    pub left: usize,
    /// Publishers in the centre.
    pub center: usize,
    /// Publishers on the right, leaning ones included.
    pub right: usize,
    /// Publishers that nobody rated.
    pub unknown: usize,
}

impl Balance {
    /// With fewer rated publishers than this, shares say less than the counts do.
    const MIN_RATED: usize = 5;
    /// A chance below this is taken for none.
    const CHANCE: f64 = 0.05;

    /// The sides of a distribution over [`Bias`] names.
    pub(super) fn of(bias: &Distribution) -> Self {
        let count = |wanted: Side| {
            let of_side = Bias::ALL.into_iter().filter(|&bias| Side::from(bias) == wanted);
            of_side.map(|shade| bias.count(shade.name())).sum()
        };
        Self {
            left: count(Side::Left),
            center: count(Side::Center),
            right: count(Side::Right),
            unknown: bias.unknown(),
        }
    }

    /// Publishers on a side.
    #[must_use]
    pub const fn count(&self, side: Side) -> usize {
        match side {
            Side::Left => self.left,
            Side::Center => self.center,
            Side::Right => self.right,
        }
    }

    /// Publishers whose side is known.
    #[must_use]
    pub const fn rated(&self) -> usize {
        self.left + self.center + self.right
    }

    /// A side's share of the rated publishers in whole percent; 0 where none is rated.
    ///
    /// Each share is rounded on its own, half up, so that sides with equal counts have equal shares: the three may add up
    /// to 99 or 101.
    #[must_use]
    pub const fn percent(&self, side: Side) -> usize {
        let rated = self.rated();
        if rated == 0 {
            return 0;
        }
        (self.count(side) * 200 + rated) / (2 * rated)
    }

    /// The side that hardly covers what the other one covers: [`Side::Left`], [`Side::Right`], or neither.
    ///
    /// Of `n` rated publishers let `few` be on one side and `many` on the other. The first is blind to the story where
    /// all of this holds:
    ///
    /// - `n >= 5`: below that, nobody can tell;
    /// - `few <= 15%` of `n` and `many >= 25%` of `n`: the one hardly covers it, the other really does;
    /// - `many >= 3 * few`;
    /// - it is no accident: were both sides equally likely to cover it, so few of the `few + many` would be on the first
    ///   side at most once in twenty times (one-sided sign test, the binomial tail with p = 1/2). So 0 needs 5 on the
    ///   other side, 1 needs 7, 2 need 9, 3 need 10.
    ///
    /// "Equally likely" is meant against a choice of sources with about as many on the left as on the right. Where the
    /// caller's own feeds lean to one side, so do the stories, and a blindspot may be the feeds'. Unrated publishers
    /// count for neither side.
    #[must_use]
    pub fn blindspot(&self) -> Option<Side> {
        let rated = self.rated();
        if rated < Self::MIN_RATED {
            return None;
        }
        let is_blind = |few: usize, many: usize| {
            few * 100 <= rated * 15
                && many * 100 >= rated * 25
                && many >= 3 * few
                && at_most(few, few + many) <= Self::CHANCE
        };
        match (self.left, self.right) {
            (left, right) if is_blind(left, right) => Some(Side::Left),
            (left, right) if is_blind(right, left) => Some(Side::Right),
            _ => None,
        }
    }

    /// A sentence on the side with the most publishers: `38% of the publishers lean Left`.
    ///
    /// Shares are of the rated publishers, and where some are not, the sentence says so (`of the rated publishers`). Sides
    /// that share the lead are all named. `None` with fewer than 5 rated publishers.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        if self.rated() < Self::MIN_RATED {
            return None;
        }
        let of = if self.unknown == 0 { "the publishers" } else { "the rated publishers" };
        let most = Side::ALL.into_iter().map(|side| self.count(side)).max()?;
        let leading: Vec<Side> = Side::ALL.into_iter().filter(|&side| self.count(side) == most).collect();
        let percent = self.percent(*leading.first()?);
        let sentence = match leading.as_slice() {
            [Side::Left] => format!("{percent}% of {of} lean Left"),
            [Side::Center] => format!("{percent}% of {of} are in the Center"),
            [Side::Right] => format!("{percent}% of {of} lean Right"),
            [Side::Left, Side::Center] => format!("{percent}% of {of} lean Left, as many are in the Center"),
            [Side::Center, Side::Right] => format!("{percent}% of {of} lean Right, as many are in the Center"),
            [Side::Left, Side::Right] => format!("{percent}% of {of} lean Left, as many lean Right"),
            _ => format!("Left, Center and Right each have a third of {of}"),
        };
        Some(sentence)
    }
}

/// The chance that a fair coin thrown `throws` times shows heads at most `heads` times. O(heads).
fn at_most(heads: usize, throws: usize) -> f64 {
    // Past 1,074 throws the first term is 0 in f64, and so is every tail that this module asks for.
    let mut term = 0.5_f64.powf(throws as f64);
    let mut sum = term;
    for k in 1..=heads.min(throws) {
        term *= (throws + 1 - k) as f64 / k as f64;
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{Balance, Side, at_most};
    use crate::article::{Article, Bias};
    use crate::story::source_info::SourceInfo;
    use crate::story::sources::SourceDirectory;

    fn balance([left, center, right, unknown]: [usize; 4]) -> Balance {
        Balance { left, center, right, unknown }
    }

    #[test]
    fn each_share_is_rounded_on_its_own() {
        let cases = [
            ("thirds, 99 in all", [1, 1, 1], [33, 33, 33]),
            ("halves of a percent, 101 in all", [5, 1, 2], [63, 13, 25]),
            ("equal counts are equal shares", [2, 2, 3], [29, 29, 43]),
            ("one side", [0, 0, 7], [0, 0, 100]),
            ("whole", [1, 1, 2], [25, 25, 50]),
            ("less than half a percent", [1, 0, 200], [0, 0, 100]),
            ("nobody", [0, 0, 0], [0, 0, 0]),
        ];
        for (name, [left, center, right], expected) in cases {
            let balance = balance([left, center, right, 1]);
            assert_eq!(Side::ALL.map(|side| balance.percent(side)), expected, "{name}");
        }
    }

    #[test]
    fn blindspots_are_clear_and_no_accident() {
        let cases = [
            ("nobody", [0, 0, 0, 0], None),
            ("too few to tell", [4, 0, 0, 90], None),
            ("five to none", [5, 0, 0, 0], Some(Side::Right)),
            ("none to five", [0, 0, 5, 0], Some(Side::Left)),
            ("five to one", [5, 0, 1, 0], None),
            ("seven to one", [1, 0, 7, 0], Some(Side::Left)),
            ("six to one may be chance", [6, 1, 1, 0], None),
            ("nine to two, more than 15%", [9, 0, 2, 0], None),
            ("nine to two, within 15%", [9, 3, 2, 0], Some(Side::Right)),
            ("even", [20, 5, 20, 0], None),
            ("nearly all in the centre", [5, 40, 0, 0], None),
            ("centre alone", [0, 40, 0, 0], None),
            ("a quarter to none", [10, 30, 0, 0], Some(Side::Right)),
            ("not three times as many", [15, 45, 40, 0], None),
            ("three times as many", [15, 40, 45, 0], Some(Side::Left)),
            ("unknown do not count", [5, 0, 0, 500], Some(Side::Right)),
            ("thousands", [9000, 1000, 900, 0], Some(Side::Right)),
        ];
        for (name, counts, expected) in cases {
            assert_eq!(balance(counts).blindspot(), expected, "{name}");
        }
    }

    #[test]
    fn sentence_names_the_leading_side() {
        let cases = [
            ("left", [38, 32, 30, 0], Some("38% of the publishers lean Left")),
            ("center", [1, 3, 1, 0], Some("60% of the publishers are in the Center")),
            ("right", [1, 1, 4, 7], Some("67% of the rated publishers lean Right")),
            ("rounds half up", [5, 1, 2, 0], Some("63% of the publishers lean Left")),
            ("left and center", [2, 2, 1, 0], Some("40% of the publishers lean Left, as many are in the Center")),
            ("center and right", [1, 2, 2, 0], Some("40% of the publishers lean Right, as many are in the Center")),
            ("left and right", [2, 1, 2, 0], Some("40% of the publishers lean Left, as many lean Right")),
            ("all", [2, 2, 2, 1], Some("Left, Center and Right each have a third of the rated publishers")),
            ("few", [4, 0, 0, 0], None),
        ];
        for (name, counts, expected) in cases {
            assert_eq!(balance(counts).sentence().as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn tails_of_a_fair_coin() {
        let cases = [(0, 1, 0.5), (0, 5, 1.0 / 32.0), (1, 8, 9.0 / 256.0), (3, 13, 378.0 / 8192.0), (4, 4, 1.0)];
        for (heads, throws, expected) in cases {
            assert!((at_most(heads, throws) - expected).abs() < 1e-12, "{heads} of {throws}");
        }
    }

    #[test]
    fn an_article_goes_before_its_publisher() {
        let row = SourceInfo::new("post.example").with_bias(Bias::LeanRight);
        let directory = SourceDirectory::new([row]).unwrap_or_default();
        let article = Article::new("a", "Quake").with_source("post.example");
        assert_eq!(Side::of(&article, &SourceDirectory::default()), None);
        assert_eq!(Side::of(&article, &directory), Some(Side::Right));
        assert_eq!(Side::of(&article.with_bias(Bias::LeanLeft), &directory), Some(Side::Left));
    }
}
