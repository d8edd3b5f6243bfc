//! How the text of a feed ends: with a deck, the line that an outlet writes under its headline without a full stop, or
//! with the stump of a word.

use crate::text::{Language, Span, is_complete_sentence};

use super::clause::telling;
use super::names::tells_by_capitals;
use super::phrase::{Lexicon, Word, may_be_cut};
use super::traits::Trait;

/// Terms that a deck has beside its headline's: with fewer it is the headline in other words.
const NEW: usize = 3;

/// Whether a sentence is all that a text says, and a whole sentence but for its full stop: in the feed of an outlet that
/// ends no deck with one it is what the outlet has to say.
///
/// It is too short for most feeds to cut it, ends with a word that may end a sentence, is in sentence case, and says
/// something that the article's headline does not. English. Linear in its length.
pub(super) fn is_deck(
    text: &str,
    span: Span,
    words: &[Word<'_>],
    headline: &[Word<'_>],
    language: Language,
    lexicon: &Lexicon<'_>,
) -> bool {
    let (Some(sentence), Some(rest)) = (span.of(text), text.get(span.end()..)) else { return false };
    let may_end = |last: &Word<'_>| {
        let is_long = last.surface.chars().nth(2).is_some();
        !last.known.is_stop && (is_sign(last) || is_long && (is_in(headline, last) || !is_rare(last, lexicon)))
    };
    let is_new = || {
        let known = telling(headline);
        telling(words).into_iter().filter(|term| !known.contains(term)).nth(NEW - 1).is_some()
    };
    language == Language::English
        && rest.trim().is_empty()
        && sentence.ends_with(char::is_alphanumeric)
        && !may_be_cut(text.trim_end(), span.end())
        && words.last().is_some_and(may_end)
        && tells_by_capitals(words)
        && is_new()
        && is_complete_sentence(&format!("{sentence}."))
}

/// Characters of the longest stump that is told from a word.
const STUMP: usize = 5;

/// Whether a sentence ends its text with the beginning of a word, which the feed closed with a full stop: `… with the accu.`
///
/// A few small letters that neither the article's headline nor hardly another article of a large batch has.
pub(super) fn ends_in_stump(
    text: &str,
    span: Span,
    words: &[Word<'_>],
    headline: &[Word<'_>],
    lexicon: &Lexicon<'_>,
) -> bool {
    let is_stump = |last: &Word<'_>| {
        let is_short = last.surface.chars().nth(STUMP).is_none();
        is_short && last.has(Trait::Small) && is_rare(last, lexicon) && !is_in(headline, last)
    };
    text.get(span.end()..).is_some_and(|rest| rest.trim().is_empty()) && words.last().is_some_and(is_stump)
}

fn is_sign(word: &Word<'_>) -> bool {
    word.has_any([Trait::Number, Trait::Acronym])
}

fn is_rare(word: &Word<'_>, lexicon: &Lexicon<'_>) -> bool {
    word.known.term.is_some_and(|term| lexicon.is_rare(term))
}

fn is_in(headline: &[Word<'_>], word: &Word<'_>) -> bool {
    headline.iter().any(|other| other.known.key == word.known.key)
}

#[cfg(test)]
mod tests {
    use super::{ends_in_stump, is_deck};
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::{Language, Span};
    use crate::vector::Vectorizer;

    #[test]
    fn decks_are_whole_sentences_without_a_full_stop() {
        let title = "Ferry Pelican aground off Sorrel Point";
        let long = "Passengers had to wait for nine hours on the deck while divers looked for holes in the hull \
                    and boatmen of Elm carried soup and blankets out to them";
        let cases = [
            ("deck", "Captain blames a broken lamp as divers look for holes in the hull", true),
            ("a name at the end", "Divers look for holes in the hull before a storm reaches Elm", true),
            ("a number at the end", "Divers look for holes in a hull that was built in 1987", true),
            ("full stop", "Captain blames a broken lamp as divers look for holes in the hull.", false),
            ("cut before a noun", "Captain blames a broken lamp as divers look for holes in the", false),
            ("cut in a word", "Captain blames a broken lamp as divers look for holes in the hu", false),
            ("a sign at the end", "Captain blames a broken lamp, divers look for holes in the hull,", false),
            ("title case", "Captain Blames Broken Lamp as Divers Look for Holes in Hull", false),
            ("the headline again", "The ferry Pelican is aground off Sorrel Point in Elm", false),
            ("small beginning", "captain blames a broken lamp as divers look for holes in the hull", false),
            ("a quotation without end", "Captain blames “a broken lamp as divers look for holes in the hull", false),
            ("long enough to be cut", long, false),
        ];
        let texts = cases.map(|(_, deck, _)| deck);
        let articles: Vec<Article> =
            (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), title).with_text(text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let idf = fitted.model.idf();
        let mut lexicon = Lexicon::new(&fitted.model, &idf);
        let headline = lexicon.cut(title, Language::English);
        let mut is_deck = |text, language| {
            let words = lexicon.cut(text, language);
            is_deck(text, Span::from((0, text.len())), &words, &headline, language, &lexicon)
        };
        for (name, deck, expected) in cases {
            assert_eq!(is_deck(deck, Language::English), expected, "{name}");
        }
        assert!(!is_deck(cases[0].1, Language::German), "nobody knows which German words end no sentence");
    }

    #[test]
    fn a_deck_stands_alone() {
        let text = "Captain blames a broken lamp as divers look for holes in the hull\nMore follows";
        let article = Article::new("a", "Ferry Pelican aground").with_text(text);
        let fitted = Vectorizer::default().fit(&[article]).unwrap();
        let idf = fitted.model.idf();
        let mut lexicon = Lexicon::new(&fitted.model, &idf);
        let end = text.find('\n').unwrap();
        let words = lexicon.cut(&text[..end], Language::English);
        let is_deck =
            |text: &'static str| is_deck(text, Span::from((0, end)), &words, &[], Language::English, &lexicon);
        assert!(!is_deck(text) && is_deck(&text[..end]));
    }

    #[test]
    fn stumps_are_no_words() {
        let filler = (0..1000).map(|at| Article::new(format!("f{at}"), format!("Harbour of Elm is quiet on day {at}")));
        let title = "Ferry Pelican in the lock";
        let texts = [
            ("stump", "The harbour of Elm was quiet as the divers met the captain in cust.", true),
            ("a word", "The harbour of Elm was quiet as the divers met the captain in custody.", false),
            ("known to the batch", "The harbour of Elm was quiet on a windy day.", false),
            ("in the headline", "The harbour of Elm was quiet as the divers met the captain in the lock.", false),
            ("a name", "The harbour of Elm was quiet as the divers met Captain Roe.", false),
            ("an acronym", "The harbour of Elm was quiet as the divers met the captain in the HQ.", false),
        ];
        let told = texts.map(|(name, text, _)| Article::new(name, title).with_text(text));
        let articles: Vec<Article> = filler.chain(told).collect();
        let stumps = |articles: &[Article]| {
            let fitted = Vectorizer::default().fit(articles).unwrap();
            let idf = fitted.model.idf();
            let mut lexicon = Lexicon::new(&fitted.model, &idf);
            let headline = lexicon.cut(title, Language::English);
            texts.map(|(_, text, _)| {
                let words = lexicon.cut(text, Language::English);
                ends_in_stump(text, Span::from((0, text.len())), &words, &headline, &lexicon)
            })
        };
        assert_eq!(stumps(&articles), texts.map(|(.., expected)| expected));
        assert_eq!(stumps(&articles[900..]), [false; 6], "a small batch cannot tell");
        let decks = [
            "Divers met the captain of the old ferry in cust",
            "Divers met the captain of the old ferry at the quiet harbour",
        ];
        let are_decks = |articles: &[Article]| {
            let fitted = Vectorizer::default().fit(articles).unwrap();
            let idf = fitted.model.idf();
            let mut lexicon = Lexicon::new(&fitted.model, &idf);
            decks.map(|deck| {
                let words = lexicon.cut(deck, Language::English);
                is_deck(deck, Span::from((0, deck.len())), &words, &[], Language::English, &lexicon)
            })
        };
        assert_eq!(are_decks(&articles), [false, true], "nobody else has it");
        assert_eq!(are_decks(&articles[900..]), [true; 2]);
    }
}
