//! The parts of a headline: the event, what is added behind it, and who says so.

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
    let is_telling = |word: &&Word<'_>| !word.known.traits.has_any([Trait::Number, Trait::Calendar]);
    let mut terms: Vec<TermId> = words.iter().filter(is_telling).filter_map(|word| word.known.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
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
    use super::Clauses;
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
}
