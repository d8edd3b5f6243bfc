//! Whether a sentence can be read out of context: [`is_readable`].

use crate::text::{Language, is_complete_sentence, words};

use super::case::{is_calendar, is_capital};
use super::english::{BOILERPLATE, DANGLING, FIRST_AND_SECOND_PERSON, PRONOUNS};

/// Words of a sentence that says enough, and not too much for a list.
const LENGTH: std::ops::RangeInclusive<usize> = 7..=50;

/// Whether a sentence says something by itself to somebody who has not read what stands around it.
///
/// It is whole; nobody is meant who was named before it (`He said`); it continues nothing (`But`); it is no question and
/// speaks neither to the reader nor for the author; it is no byline, credit, menu, or note of the outlet. What goes by words
/// holds for English; the other rules hold for any language. Linear in its length.
pub(super) fn is_readable(sentence: &str, language: Language) -> bool {
    let count = words(sentence).take(LENGTH.end() + 1).count();
    LENGTH.contains(&count)
        && is_complete_sentence(sentence)
        && !sentence.contains(['|', '©', '<', '>', '{', '}', '»', '•', '→', '_', '\u{FFFD}'])
        && !has_entity(sentence)
        && !is_menu(sentence)
        && !asks_or_shouts(sentence)
        && (language != Language::English || stands_alone(sentence))
        && !is_boilerplate(sentence, language)
}

/// `&amp;` and the like: shown as they are they are wrong, and decoded they are not what the article has.
pub(super) fn has_entity(sentence: &str) -> bool {
    sentence.split('&').skip(1).any(|after| {
        let name = after.split(';').next().unwrap_or_default();
        name.len() < after.len()
            && (2..9).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    })
}

/// Mostly words with capitals: a menu, a list of tags, a headline, a shout.
fn is_menu(sentence: &str) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for (_, word) in words(sentence) {
        all += 1;
        capitals += usize::from(is_capital(word));
    }
    capitals * 10 > all * 6
}

/// A question, a call, or a beginning in capitals (`THE mayor of …`), which some outlets print and none should quote.
fn asks_or_shouts(sentence: &str) -> bool {
    let first = sentence.split_whitespace().next().unwrap_or_default();
    outside_quotes(sentence).trim_end().ends_with(['?', '!', '？', '！'])
        || sentence.ends_with(['?', '？'])
        || matches!(first, "THE" | "AN")
        || ["A MAN ", "A WOMAN ", "A BOY ", "A GIRL ", "A FORMER "].iter().any(|shout| sentence.starts_with(shout))
        // `1: The mayor …`, of a list.
        || first.strip_suffix(':').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn stands_alone(sentence: &str) -> bool {
    let outside = outside_quotes(sentence);
    let text = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let folded = |word: &str| word.to_lowercase().replace('’', "'");
    let first = words(text).next().map(|(_, word)| folded(word)).unwrap_or_default();
    // `He'll` is he.
    let bare = first.split('\'').next().unwrap_or_default();
    if DANGLING.contains(&bare) || is_byline(text) {
        return false;
    }
    let spoken: Vec<&str> = words(&outside).map(|(_, word)| word).collect();
    let is = |list: &[&str]| spoken.iter().any(|word| list.contains(&folded(word).as_str()));
    // Quoted from end to end: by whom?
    if spoken.len() < 3 || spoken.contains(&"I") || is(FIRST_AND_SECOND_PERSON) {
        return false;
    }
    // A pronoun needs a name, and the first word of a sentence is written with a capital whatever it is.
    let names = spoken.iter().skip(1).any(|word| is_capital(word) && !is_calendar(&word.to_lowercase()));
    names || !is(PRONOUNS)
}

/// The text with every quotation cut out.
fn outside_quotes(sentence: &str) -> String {
    let mut outside = String::with_capacity(sentence.len());
    let mut depth = 0_usize;
    let mut straight = false;
    for c in sentence.chars() {
        match c {
            '"' => straight = !straight,
            '“' | '„' | '«' => depth += 1,
            '”' | '»' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !straight => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// `By Jane Roe …`, where a place or a time would follow in a sentence.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    by && words.take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
}

/// A note of the outlet to its readers. English; no sentence of another language is one.
pub(super) fn is_boilerplate(sentence: &str, language: Language) -> bool {
    if language != Language::English {
        return false;
    }
    let lower = sentence.to_lowercase();
    BOILERPLATE.iter().any(|note| lower.contains(note))
}

#[cfg(test)]
mod tests {
    use super::is_readable;
    use crate::text::Language;

    #[test]
    fn readable_sentences_stand_alone() {
        let cases = [
            ("fact", "The army evacuated 1,400 homes in Wexcombe on Sunday.", true),
            ("speech", "“The worst is over,” Mayor Jane Roe told reporters on Monday.", true),
            ("pronoun with its name", "Jane Roe said that she would not run for mayor again.", true),
            ("our inside a quote", "Roe said that “our patience is at an end” after the vote.", true),
            ("number first", "1,400 homes in Wexcombe were evacuated early on Sunday.", true),
            ("he said", "He said that the water would fall by Monday evening.", false),
            ("she later", "On Monday she said that the water would fall soon.", false),
            ("he'll", "He’ll be the first mayor of Wexcombe to swim in the Tamsin.", false),
            ("capitals", "THE army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("but", "But the water in Wexcombe rose again on Monday evening.", false),
            ("this", "This brings the number of evacuated homes to 1,400.", false),
            ("too short", "The water fell again.", false),
            ("quote alone", "“We have never seen the river rise so fast before.”", false),
            ("question", "Will the river in Wexcombe rise again on Monday?", false),
            ("reader", "Here is how you can help the people of Wexcombe.", false),
            ("author", "In Wexcombe we saw the water rise over the bridge.", false),
            ("cut off", "The army evacuated 1,400 homes in Wexcombe and then…", false),
            ("no end", "The army evacuated 1,400 homes in Wexcombe on Sunday", false),
            ("read more", "Read more about the floods in Wexcombe and Ashmere.", false),
            ("byline", "By Jane Roe and John Doe, reporters in flooded Wexcombe.", false),
            ("cookies", "The Harbour Post uses cookies to improve its service.", false),
            ("entity", "Roe &amp; Sons evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("menu", "News Sport Weather Floods Wexcombe Ashmere Business Opinion.", false),
            ("bar", "Wexcombe | The army evacuated 1,400 homes on Sunday.", false),
        ];
        for (name, sentence, expected) in cases {
            assert_eq!(is_readable(sentence, Language::English), expected, "{name}: {sentence}");
        }
    }
}
