//! The parts of a headline: the event, what is added behind it, and who says so; of a sentence that quotes, its source.

use crate::vector::TermId;

use super::phrase::Word;
use super::traits::Trait;

/// Words before an addition: an event takes a few.
const EVENT: usize = 3;
/// Words of those who say so; what is longer says something itself.
const SPEAKER: usize = 6;
/// The same where a colon alone tells that they do.
const NAMED: usize = 3;

/// A headline, cut into the words of its parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clauses<'w, 'a> {
    /// What happened.
    pub(super) event: &'w [Word<'a>],
    /// What stands behind it: `…, as boatmen block the harbour`.
    pub(super) addition: &'w [Word<'a>],
    /// Who says so: `…, harbour office says`.
    pub(super) speaker: &'w [Word<'a>],
}

impl<'w, 'a> Clauses<'w, 'a> {
    /// Of a headline and its words; parts that it does not have are empty. Linear in its length.
    pub(super) fn of(headline: &str, words: &'w [Word<'a>]) -> Self {
        let (told, speaker) = words.split_at(words.len() - attribution(headline, words));
        let is_joint = |pair: &[Word<'_>]| is_mark(headline, pair) || pair[1].has(Trait::Joint);
        let joint = told.windows(2).skip(EVENT - 1).position(is_joint).map_or(told.len(), |at| at + EVENT);
        let (event, addition) = told.split_at(joint);
        Self { event, addition, speaker }
    }
}

/// Terms of words that are neither numbers nor dates, ascending, each once.
pub(super) fn telling(words: &[Word<'_>]) -> Vec<TermId> {
    let is_telling = |word: &&Word<'_>| !word.has_any([Trait::Number, Trait::Calendar]);
    let mut terms: Vec<TermId> = words.iter().filter(is_telling).filter_map(|word| word.known.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// Terms of the words around a quotation that is most of a sentence: `“…,” she wrote in a letter to the Harbour Post` only
/// says with them where the words come from. Linear in its length.
pub(super) fn source(sentence: &str, words: &[Word<'_>]) -> Vec<TermId> {
    if !sentence.contains(['“', '"']) {
        return Vec::new();
    }
    let (mut from, mut is_quoted) = (0, false);
    let mut around = Vec::with_capacity(words.len());
    for word in words {
        for sign in sentence.get(from..word.span.start()).unwrap_or_default().chars() {
            is_quoted = match sign {
                '“' => true,
                '”' => false,
                '"' => !is_quoted,
                _ => is_quoted,
            };
        }
        from = word.span.end();
        if !is_quoted {
            around.push(*word);
        }
    }
    if around.len() * 2 < words.len() { telling(&around) } else { Vec::new() }
}

/// How many of the last words only say who says so.
fn attribution(headline: &str, words: &[Word<'_>]) -> usize {
    let Some(last) = words.windows(2).rposition(|pair| is_mark(headline, pair)) else { return 0 };
    let tail = &words[last + 1..];
    // `…: Harbour office`.
    let is_named = last >= EVENT && tail.len() <= NAMED && between(headline, &words[last..]).contains(':');
    let says =
        tail.len() <= SPEAKER && [tail.first(), tail.last()].into_iter().flatten().any(|word| word.has(Trait::Saying));
    if is_named || says { tail.len() } else { 0 }
}

/// Whether a comma, a colon, a semicolon or a dash stands between two words.
fn is_mark(headline: &str, pair: &[Word<'_>]) -> bool {
    let between = between(headline, pair);
    between.contains([',', ':', ';', '–', '—']) || between == " - "
}

/// What stands between the first two of some words.
fn between<'t>(headline: &'t str, words: &[Word<'_>]) -> &'t str {
    let [first, second, ..] = words else { return "" };
    headline.get(first.span.end()..second.span.start()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Clauses, source, telling};
    use crate::article::Article;
    use crate::story::phrase::{Lexicon, Word};
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn headlines_have_clauses() {
        let cases = [
            ("Ferry aground off Elm", "Ferry aground off Elm", "", ""),
            ("Ferry aground off Elm as boatmen strike", "Ferry aground off Elm", "as boatmen strike", ""),
            ("Ferry Aground Off Elm Amid Strike", "Ferry Aground Off Elm", "Amid Strike", ""),
            ("Ferry aground off Elm, a first for Roe", "Ferry aground off Elm", "a first for Roe", ""),
            ("Ferry aground off Elm, harbour office says", "Ferry aground off Elm", "", "harbour office says"),
            ("Ferry aground off Elm, says Jane Roe", "Ferry aground off Elm", "", "says Jane Roe"),
            ("Ferry aground off Elm: Police", "Ferry aground off Elm", "", "Police"),
            ("Elm: Ferry runs aground", "Elm Ferry runs aground", "", ""),
            ("Ferry aground off Elm: all pilgrims are safe", "Ferry aground off Elm", "all pilgrims are safe", ""),
            ("Ferry aground after storm, mayor says", "Ferry aground after storm", "", "mayor says"),
            ("Ferry runs aground after storm, mayor says", "Ferry runs aground", "after storm", "mayor says"),
            ("", "", "", ""),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry aground")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let text = |words: &[Word<'_>]| words.iter().map(|word| word.surface).collect::<Vec<_>>().join(" ");
        for (headline, event, addition, speaker) in cases {
            let words = lexicon.cut(headline, Language::English);
            let clauses = Clauses::of(headline, &words);
            let found = [clauses.event, clauses.addition, clauses.speaker].map(text);
            assert_eq!(found, [event, addition, speaker], "{headline}");
        }
    }

    #[test]
    fn a_quotation_has_a_source() {
        let cases = [
            ("“All boats in the harbour pay what they weigh,” she wrote on Friday.", "she wrote on Friday"),
            ("\"All boats in the harbour pay what they weigh,\" she wrote.", "she wrote"),
            ("She wrote: “All boats in the harbour pay what they weigh.”", "She wrote"),
            ("“All boats,” she wrote, “in the harbour pay what they weigh.”", "she wrote"),
            ("The harbour pays what all boats weigh, she wrote.", ""),
            ("The harbour pays “what they weigh” for all the boats, she wrote.", ""),
        ];
        let batch = Article::new("a", "All boats in the harbour pay what they weigh, she wrote");
        let fitted = Vectorizer::default().fit(&[batch]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (sentence, around) in cases {
            let words = lexicon.cut(sentence, Language::English);
            let expected = lexicon.cut(around, Language::English);
            assert_eq!(source(sentence, &words), telling(&expected), "{sentence}");
        }
    }
}
