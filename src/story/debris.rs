//! What a page leaves in its text: credits of photos, captions, subtitles.

use super::case::is_acronym;
use super::lead_in::{UNFINISHED, is_place_in_capitals};
use super::phrase::Word;
use super::traits::Trait;

/// Letters of a name in capitals that is no acronym.
const LONGEST_ACRONYM: usize = 4;

/// Whether a sentence has something in it that stood beside it on the page. Linear in its length.
pub(super) fn has_debris(sentence: &str, words: &[Word<'_>]) -> bool {
    has_credit(sentence) || has_dateline_inside(sentence, words) || is_caption(sentence, words)
}

/// `… in thick fog Jane Roe/APB The ferry …`: behind a whole clause a name in two words, with a slash and whom they work
/// for. `A poll of ENN News/Elm Post` begins with an acronym.
fn has_credit(sentence: &str) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = |word: &str| is_capital(word) && (!is_acronym(word) || word.len() > LONGEST_ACRONYM);
    sentence.match_indices('/').any(|(at, slash)| {
        let mut before = sentence[..at].rsplit(' ');
        sentence[at + slash.len()..].starts_with(char::is_uppercase)
            && before.next().is_some_and(is_capital)
            && before.next().is_some_and(is_name)
            && before.next().is_some_and(|word| !is_capital(word) && !UNFINISHED.contains(&word))
    })
}

/// `Board hid papers in all LISBON Divers in the harbour …`: a subtitle, a dateline and a sentence without a sign between
/// them, in small letters, so that nobody knows where each begins. Subtitles have no article (`The Harbour-era PIERS Act`).
fn has_dateline_inside(sentence: &str, words: &[Word<'_>]) -> bool {
    let has_article = words.first().is_some_and(|word| matches!(word.surface, "The" | "A" | "An"));
    !has_article
        && words.windows(4).any(|four| {
            let [before, place, first, next] = four else { return false };
            is_place_in_capitals(place.surface)
                && before.has(Trait::Small)
                && !UNFINISHED.contains(&before.surface)
                && first.has(Trait::Capital)
                && next.has(Trait::Small)
                && sentence.get(before.span.end()..place.span.start()) == Some(" ")
                && sentence.get(place.span.end()..first.span.start()) == Some(" ")
        })
}

/// `… in Elm, Tarvania, Sunday, Nov. 13, 2016.`: news has no year for its days, and a preposition before them.
fn is_caption(sentence: &str, words: &[Word<'_>]) -> bool {
    let Some([place, day, month, date, year]) = words.last_chunk() else { return false };
    let is_number = |word: &Word<'_>, digits: usize| word.surface.len() == digits && word.has(Trait::Number);
    let between = sentence.get(place.span.end()..day.span.start());
    is_number(year, 4)
        && (is_number(date, 1) || is_number(date, 2))
        && month.has(Trait::Calendar)
        && day.has(Trait::Calendar)
        && between.is_some_and(|sign| sign.starts_with(','))
}

#[cfg(test)]
mod tests {
    use super::has_debris;
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn what_stood_beside_a_sentence_is_seen() {
        let cases = [
            ("credit", "The ferry ran aground in thick fog Jane Roe/APB The Pelican, a ferry, had left Elm.", true),
            ("a poll", "Jane Roe leads by a point, says the latest ENN News/Elm Post poll of Sunday.", false),
            ("two papers", "Jane Roe leads by a point in a poll of Harbour Post/Elm Gazette on Sunday.", false),
            ("credit in capitals", "Fog in the north JANET ROE/APB They were on the quay when the ferry left.", true),
            ("two offices", "The mayor told the FBE/DOL that the ferry had left Elm on Sunday.", false),
            ("either or", "The ferry and/or its owner left Elm on Sunday, the mayor said.", false),
            ("a law in capitals", "The old-age PIERS Act was made for ferries of Elm, the mayor said.", false),
            (
                "dateline inside",
                "Board hid papers on nine piers in all LISBON Divers in the harbour of Elm found them.",
                true,
            ),
            ("acronym before a name", "On Sunday the mayor told UNICEF Director Jane Roe of the ferry.", false),
            ("in a place", "The ferry left for LISBON Harbour on Sunday with the mayor.", false),
            ("caption", "Jane Roe waits for the ferry in Elm, Tarvania, Sunday, Nov. 13, 2016.", true),
            ("a date", "The court hears the owner of the ferry on Sunday, November 13, 2016.", false),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry aground")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (name, sentence, expected) in cases {
            let words = lexicon.cut(sentence, Language::English);
            assert_eq!(has_debris(sentence, &words), expected, "{name}: {sentence}");
        }
    }
}
