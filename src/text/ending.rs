//! What stands after the last separator of a headline, and whether the batch teaches that it is an outlet's name.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::article::Article;

use super::affix::suffix;
use super::normalize::normalize;
use super::segment::words;

/// In bytes. Longer endings are news.
pub(super) const LONGEST_ENDING: usize = 64;
/// An ending is learnt from this many headlines that differ before it.
const MIN_HEADLINES: usize = 3;
/// An ending that is its source's name needs fewer.
const NAMED: usize = 2;
/// Nearly all of a source's titles may go without the ending where this many have it: a desk of a large outlet.
const MANY_HEADLINES: usize = 10;
/// Without known sources only repetition speaks for an ending.
const MIN_HEADLINES_UNSOURCED: usize = 5;

/// An ending on a headline.
#[derive(Debug)]
pub(super) struct Sighting<'a> {
    pub(super) article: &'a Article,
    /// The number of its source in the batch.
    pub(super) source: Option<usize>,
    /// Folded.
    pub(super) ending: String,
    /// What stands before it, hashed.
    pub(super) head: u64,
    /// Whether it is written as a name is.
    pub(super) is_written: bool,
    /// Whether it is the name of the article's source.
    pub(super) is_named: bool,
}

/// On which headlines an ending occurs, by the number of their source.
#[derive(Default)]
pub(super) struct EndingCount {
    by_source: FxHashMap<Option<usize>, SourceCount>,
}

/// On which headlines of one source an ending occurs. Sets, so that neither copies nor the order of articles matter.
#[derive(Default)]
struct SourceCount {
    /// What stands before it, hashed.
    heads: FxHashSet<u64>,
    /// Those on which it is written as a name is.
    written: FxHashSet<u64>,
    /// Those on which it is the name of the source.
    named: FxHashSet<u64>,
}

impl EndingCount {
    pub(super) fn add(&mut self, sighting: &Sighting<'_>) {
        let count = self.by_source.entry(sighting.source).or_default();
        count.heads.insert(sighting.head);
        if sighting.is_written {
            count.written.insert(sighting.head);
        }
        if sighting.is_named {
            count.named.insert(sighting.head);
        }
    }

    /// Whether it is an outlet's name; `titles` says how many each source has.
    pub(super) fn is_outlet(&self, titles: &[usize]) -> bool {
        let all: usize = self.by_source.values().map(|count| count.heads.len()).sum();
        let written: usize = self.by_source.values().map(|count| count.written.len()).sum();
        self.by_source.iter().any(|(&source, count)| {
            let heads = count.heads.len();
            let is_written = 2 * written >= all;
            let Some(source) = source else {
                return is_written && heads == all && heads >= MIN_HEADLINES_UNSOURCED;
            };
            let of_source = titles.get(source).copied().unwrap_or_default();
            let is_style = 5 * heads >= of_source || heads >= MANY_HEADLINES;
            is_written && (count.named.len() >= NAMED || (heads >= MIN_HEADLINES && 2 * heads >= all && is_style))
        })
    }
}

/// A headline cut at a separator.
#[derive(Clone, Copy)]
pub(super) struct Ending<'t> {
    pub(super) head: &'t str,
    pub(super) tail: &'t str,
}

/// The endings of a headline, the shortest first.
pub(super) fn endings_from_last(core: &str) -> impl Iterator<Item = Ending<'_>> {
    let last = suffix(core, LONGEST_ENDING);
    let start = core.len() - last.len();
    last.rmatch_indices(['-', '–', '—', '|', '·', '•', '»', '~', '/', ':']).filter_map(move |(at, sign)| {
        let at = start + at;
        let (head, tail) = (&core[..at], &core[at + sign.len()..]);
        // A bar separates as it is, anything else needs white space on both sides.
        let separates = sign == "|" || (head.ends_with(char::is_whitespace) && tail.starts_with(char::is_whitespace));
        let (head, tail) = (head.trim_end(), tail.trim());
        (separates && !head.is_empty() && !tail.is_empty()).then_some(Ending { head, tail })
    })
}

pub(super) fn has_word(text: &str) -> bool {
    words(text).next().is_some()
}

/// The words of an ending in one spelling.
pub(super) fn folded(ending: &str) -> String {
    let mut folded = String::with_capacity(ending.len());
    for (_, word) in words(ending) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&normalize(word));
    }
    folded
}

pub(super) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}
