//! What an editor knows better: pairs that must, or must not, be one story.

/// Pairs of articles, by position, that linkage keeps together or apart.
///
/// Where both are demanded of one pair, directly or through others, together wins: it is what linkage starts from.
///
/// Its serde form is `{"together": [[0, 1]], "apart": [[2, 3]]}`; what is left out is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default, deny_unknown_fields))]
pub struct Constraints {
    pub(super) together: Vec<(usize, usize)>,
    pub(super) apart: Vec<(usize, usize)>,
}

impl Constraints {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Two articles that are one story.
    pub fn must_link(&mut self, a: usize, b: usize) {
        self.together.push((a, b));
    }

    /// Two articles that are not one story.
    pub fn cannot_link(&mut self, a: usize, b: usize) {
        self.apart.push((a, b));
    }

    /// Whether two articles are one story by what is demanded alone, directly or through others. At most the square of
    /// the demands.
    #[must_use]
    pub fn joins(&self, a: usize, b: usize) -> bool {
        let mut reached = vec![a];
        let mut at = 0;
        while let Some(&here) = reached.get(at) {
            for &(one, other) in &self.together {
                let next = if one == here { other } else { one };
                if (one == here || other == here) && !reached.contains(&next) {
                    reached.push(next);
                }
            }
            at += 1;
        }
        a != b && reached.contains(&b)
    }

    /// Whether a cluster, ascending, holds two articles that are demanded to be one story.
    pub(crate) fn join_any_of(&self, cluster: &[usize]) -> bool {
        let holds = |article: usize| cluster.binary_search(&article).is_ok();
        self.together.iter().any(|&(a, b)| a != b && holds(a) && holds(b))
    }

    /// Whether two clusters hold a pair that is not one story. `labels` has the cluster of each article. Linear in the
    /// demands.
    #[must_use]
    pub fn parts(&self, labels: &[usize], one: usize, other: usize) -> bool {
        let of = |article: usize| labels.get(article).copied();
        self.apart.iter().any(|&(a, b)| {
            let pair = (of(a), of(b));
            pair == (Some(one), Some(other)) || pair == (Some(other), Some(one))
        })
    }
}
