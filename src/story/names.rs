//! The names in a story: runs of words with capitals where capitals mean something.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::text::{Language, Span, Tokenizer, normalize, sentences, words};

use super::case::{is_acronym, is_capital, is_small};
use super::display::is_sentence_case;

/// Words of a text in which names are looked for: who matters is named early.
const WORDS: usize = 100;
/// Words of the longest name.
const LONGEST: usize = 4;

/// A name, and how many members write it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name<'a> {
    /// Its words, folded.
    pub(super) folded: Vec<String>,
    /// As most members write it; of equally common spellings the first in byte order.
    pub(super) text: &'a str,
    /// Members that write it.
    pub(super) members: usize,
}

/// One word of a sentence.
struct Word<'a> {
    span: Span,
    surface: &'a str,
    is_stop: bool,
}

/// Every name, and every part of one that is written alone or in another name, by folded words.
///
/// The first word of a sentence counts only in a run. A word that members mostly write small is no name. Linear in the
/// text of the members.
pub(super) fn names<'a>(members: &[(&'a Article, Language)]) -> Vec<Name<'a>> {
    let mut found: FxHashMap<Vec<String>, FxHashMap<&'a str, usize>> = FxHashMap::default();
    let mut holders: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    let mut small: FxHashMap<String, usize> = FxHashMap::default();
    for &(article, language) in members {
        let tokenizer = Tokenizer::new(language);
        let mut own: FxHashSet<Vec<String>> = FxHashSet::default();
        let mut own_small: FxHashSet<String> = FxHashSet::default();
        let title = is_sentence_case(article.title()).then_some(article.title());
        let lead = sentences(article.text()).filter_map(|span| span.of(article.text()));
        let mut left = WORDS;
        for sentence in title.into_iter().chain(lead) {
            if left == 0 {
                break;
            }
            let cut: Vec<Word<'a>> =
                words(sentence).take(left).map(|(span, word)| Word::of(span, word, tokenizer)).collect();
            left = left.saturating_sub(cut.len());
            own_small
                .extend(cut.iter().filter(|word| is_small(word.surface)).map(|word| normalize(word.surface).into()));
            for run in runs(sentence, &cut) {
                for length in 1..=LONGEST.min(run.len()) {
                    for part in run.windows(length) {
                        let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
                        if first.is_stop || last.is_stop {
                            continue;
                        }
                        let key: Vec<String> = part.iter().map(|word| normalize(word.surface).into_owned()).collect();
                        let end = last.span.end() - possessive(last.surface);
                        *found
                            .entry(key.clone())
                            .or_default()
                            .entry(&sentence[first.span.start()..end])
                            .or_default() += 1;
                        own.insert(key);
                    }
                }
            }
        }
        // Sets of this member: the order of a sum of ones does not matter.
        for key in own {
            *holders.entry(key).or_default() += 1;
        }
        for word in own_small {
            *small.entry(word).or_default() += 1;
        }
    }
    let mut names: Vec<Name<'a>> = found
        .into_iter()
        .filter_map(|(folded, spellings)| {
            let members = holders.get(&folded).copied().unwrap_or(0);
            let is_small = |word: &String| small.get(word).is_some_and(|&count| count >= members);
            let text = spellings.into_iter().max_by(|(a, n), (b, m)| n.cmp(m).then_with(|| b.cmp(a)))?.0;
            (!folded.iter().all(is_small)).then_some(Name { folded, text, members })
        })
        .collect();
    names.sort_by(|a, b| a.folded.cmp(&b.folded));
    names
}

impl<'a> Word<'a> {
    fn of(span: Span, surface: &'a str, tokenizer: Tokenizer) -> Self {
        Self { span, surface, is_stop: tokenizer.term(surface).is_none() }
    }

    fn is_capital(&self) -> bool {
        is_capital(self.surface)
    }
}

/// Runs of words with capitals, and `of` between two of them.
fn runs<'w, 'a>(sentence: &str, cut: &'w [Word<'a>]) -> Vec<&'w [Word<'a>]> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < cut.len() {
        // `After Angela Roe` begins with no name.
        if !cut[start].is_capital() || cut[start].is_stop {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        while end < cut.len() && joins(sentence, &cut[end - 1], &cut[end]) {
            if cut[end].is_capital() {
                end += 1;
            } else if cut[end].surface == "of" && cut.get(end + 1).is_some_and(Word::is_capital) {
                end += 2;
            } else {
                break;
            }
        }
        if start > 0 || end > 1 || is_acronym(cut[0].surface) {
            runs.push(&cut[start..end.min(cut.len())]);
        }
        start = end;
    }
    runs
}

/// Whether two words are parts of one name: nothing but a space or a hyphen between them, and no possessive.
fn joins(sentence: &str, word: &Word<'_>, next: &Word<'_>) -> bool {
    possessive(word.surface) == 0
        && matches!(&sentence[word.span.end()..next.span.start()], " " | "-" | "\u{A0}" | ". ")
}

/// Bytes of `'s` at the end.
fn possessive(word: &str) -> usize {
    ["'s", "’s"].iter().find(|ending| word.ends_with(**ending)).map_or(0, |ending| ending.len())
}
