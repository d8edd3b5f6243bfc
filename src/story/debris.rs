//! What a page leaves in its text, and what its text has lost: credits of photos, captions, subtitles; apostrophes, ends.

use super::case::is_acronym;
use super::lead_in::{UNFINISHED, is_place_in_capitals};
use super::phrase::Word;
use super::traits::Trait;

/// Letters of a name in capitals that is no acronym.
const LONGEST_ACRONYM: usize = 4;

/// Whether an English sentence has something in it that stood beside it on the page. Linear in its length.
///
/// Where all nouns have capitals (`am Flughafen Elm/Sorrel`), or articles and prepositions are others, the same signs say
/// nothing.
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

/// Words that no English sentence ends with.
const NO_END: [&str; 7] = ["a", "an", "and", "our", "or", "the", "their"];

/// What stands behind an apostrophe.
const BEHIND_APOSTROPHE: [&str; 5] = ["ll", "re", "s", "t", "ve"];

/// `The ferry left for the.`, `Elm s ferry`: an English sentence whose end or whose apostrophes are lost. Linear in its words.
pub(super) fn is_torn(sentence: &str, words: &[Word<'_>]) -> bool {
    let behind = |word: &Word<'_>| sentence.get(word.span.end()..).unwrap_or_default();
    let is_last = |word: &Word<'_>| behind(word).bytes().all(|byte| byte == b'.');
    let has_no_end = words.last().is_some_and(|word| NO_END.contains(&word.surface) && is_last(word));
    has_no_end
        || words.windows(2).any(|pair| {
            let [before, after] = pair else { return false };
            after.surface.len() <= 2
                && BEHIND_APOSTROPHE.contains(&after.surface)
                && before.surface.ends_with(char::is_alphabetic)
                && sentence.get(before.span.end()..after.span.start()) == Some(" ")
                && behind(after).starts_with(' ')
        })
}

/// A headline without the sign of a share behind it: `Ferry aground (ELM:WXSE)`. Linear in its length.
pub(super) fn without_share(headline: &str) -> &str {
    let is_sign = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    let is_share = |inside: &str| {
        let is_one = |part: &str| !part.is_empty() && part.chars().all(is_sign);
        inside.split_once(':').is_some_and(|(share, market)| is_one(share) && is_one(market))
    };
    match headline.strip_suffix(')').and_then(|open| open.rsplit_once(" (")) {
        Some((told, inside)) if is_share(inside) => told.trim_end(),
        _ => headline,
    }
}

#[cfg(test)]
mod tests {
    use super::{has_debris, is_torn, without_share};
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

    #[test]
    fn signs_of_shares_are_cut_off() {
        let cases = [
            ("share", "Ferry aground, its owner's shares fall (ELM:WXSE)", "Ferry aground, its owner's shares fall"),
            ("share with a class", "Shares of its owner fall (WXSE:ELM.A)", "Shares of its owner fall"),
            ("a name in short", "Tarvanian Lifeboat Association (TLA)", "Tarvanian Lifeboat Association (TLA)"),
            ("a score", "Elm beat Sorrel (Roe: 9)", "Elm beat Sorrel (Roe: 9)"),
            ("an aside", "Ferry aground (mayor: nobody cares)", "Ferry aground (mayor: nobody cares)"),
            ("nothing before it", "(ELM:WXSE)", "(ELM:WXSE)"),
            ("none", "Ferry aground off Elm", "Ferry aground off Elm"),
        ];
        for (name, headline, expected) in cases {
            assert_eq!(without_share(headline), expected, "{name}");
        }
    }

    #[test]
    fn what_a_sentence_has_lost_is_seen() {
        let cases = [
            ("its end", "The mayor will take her oath as captain of the ferry on the.", true),
            ("its end behind a sign", "The ferry is late till Wednesday evening, an.", true),
            ("an article inside", "The mayor will take her oath on the ferry.", false),
            ("a preposition may end it", "The ferry is what the mayor came in.", false),
            ("an apostrophe", "The ferry is Elm s most loved ship, the mayor said.", true),
            ("one before t", "The mayor said there weren t any ferries in Elm.", true),
            ("none", "The ferry is Elm's most loved ship, the mayor said.", false),
            ("a plural of a number", "The ferry is of the 1990 s or older, the mayor said.", false),
            ("a letter with a full stop", "The mayor s. The ferry left Elm.", false),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry aground")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (name, sentence, expected) in cases {
            let words = lexicon.cut(sentence, Language::English);
            assert_eq!(is_torn(sentence, &words), expected, "{name}: {sentence}");
        }
    }
}
