//! Whether a sentence can be read out of context: [`is_readable`].

use crate::text::{is_complete_sentence, words};

use super::case::{is_calendar, is_capital};

/// Words of a sentence that says enough, and not too much for a list.
const LENGTH: std::ops::RangeInclusive<usize> = 7..=50;

/// Whether a sentence says something by itself to somebody who has not read what stands around it.
///
/// It is whole; nobody is meant who was named before it (`He said`); it continues nothing (`But`); it is no question and
/// speaks neither to the reader nor for the author; it is no byline, credit, menu, or note of the outlet. Word lists are
/// English; the other rules hold for any language. Linear in its length.
pub(super) fn is_readable(sentence: &str) -> bool {
    let count = words(sentence).take(LENGTH.end() + 1).count();
    LENGTH.contains(&count)
        && is_complete_sentence(sentence)
        && !sentence.contains(['|', '©', '<', '>', '{', '}', '»', '•', '→', '\u{FFFD}'])
        && !has_entity(sentence)
        && !is_menu(sentence)
        && stands_alone(sentence)
        && !is_boilerplate(sentence)
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

fn stands_alone(sentence: &str) -> bool {
    let outside = outside_quotes(sentence);
    let text = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = first_word(text);
    if DANGLING.contains(&first.as_str()) || is_byline(text) {
        return false;
    }
    if outside.trim_end().ends_with(['?', '!', '？', '！']) || sentence.ends_with(['?', '？']) {
        return false;
    }
    let spoken: Vec<(usize, &str)> = words(&outside).map(|(span, word)| (span.start(), word)).collect();
    let is =
        |list: &[&str]| spoken.iter().any(|(_, word)| list.contains(&word.to_lowercase().replace('’', "'").as_str()));
    // Quoted from end to end: by whom?
    if spoken.len() < 3 || is(FIRST_AND_SECOND_PERSON) {
        return false;
    }
    // A pronoun needs a name, and the first word of a sentence is written with a capital whatever it is.
    let names = spoken.iter().skip(1).any(|(_, word)| is_capital(word) && !is_calendar(&word.to_lowercase()));
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

fn first_word(text: &str) -> String {
    words(text).next().map(|(_, word)| word.to_lowercase().replace('’', "'")).unwrap_or_default()
}

/// `By Jane Roe …`, where a place or a time would follow in a sentence.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    by && words.take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
}

fn is_boilerplate(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    BOILERPLATE.iter().any(|note| lower.contains(note))
}

/// First words that lean on the sentence before.
const DANGLING: &[&str] = &[
    "he",
    "she",
    "they",
    "it",
    "his",
    "her",
    "hers",
    "him",
    "their",
    "theirs",
    "its",
    "this",
    "that",
    "these",
    "those",
    "but",
    "and",
    "or",
    "nor",
    "so",
    "yet",
    "also",
    "still",
    "then",
    "thus",
    "hence",
    "instead",
    "however",
    "moreover",
    "furthermore",
    "additionally",
    "meanwhile",
    "nevertheless",
    "nonetheless",
    "otherwise",
    "similarly",
    "likewise",
    "besides",
    "here",
    "both",
    "neither",
    "another",
    "such",
    "others",
    "he's",
    "she's",
    "it's",
    "they're",
    "that's",
    "there's",
    "which",
    "who",
    "whose",
    "because",
    "plus",
    "indeed",
    "again",
    "afterwards",
    "later",
    "earlier",
    "i",
    "we",
    "you",
    "my",
    "our",
    "your",
    "i'm",
    "we're",
    "i've",
    "we've",
    "yes",
    "no",
    "well",
    "ok",
    "oh",
    "even",
    "too",
    "one",
];

/// The author or the reader.
const FIRST_AND_SECOND_PERSON: &[&str] = &[
    "i", "i'm", "i've", "i'd", "i'll", "me", "my", "we", "we're", "we've", "we'll", "our", "ours", "you", "you're",
    "you've", "you'll", "your", "yours", "let's",
];

/// Who?
const PRONOUNS: &[&str] = &["he", "she", "him", "his", "her", "hers", "he's", "she's", "they", "them", "their"];

/// What outlets write around their articles; lower case.
const BOILERPLATE: &[&str] = &[
    "read more",
    "read the full",
    "read this article",
    "click here",
    "click to",
    "tap here",
    "subscribe",
    "subscription",
    "sign up",
    "signed up",
    "newsletter",
    "cookie",
    "advertisement",
    "follow us",
    "follow topic",
    "all rights reserved",
    "getty images",
    "photo by",
    "photo:",
    "file photo",
    "ap photo",
    "image:",
    "image credit",
    "photo credit",
    "courtesy of",
    "watch:",
    "watch the video",
    "listen to",
    "this article",
    "this story",
    "originally appeared",
    "originally published",
    "first appeared",
    "contributed to this report",
    "reporting by",
    "editing by",
    "writing by",
    "audio player",
    "share this",
    "copyright",
    "min read",
    "minute read",
    "javascript",
    "your browser",
    "sponsored",
    "editor's note",
    "editor’s note",
    "affiliate",
    "log in",
    "sign in",
    "your account",
    "our journalism",
    "donate",
    "privacy policy",
    "terms of",
    "download our",
    "our app",
    "http",
    "www.",
    "related:",
    "see also",
    "share via",
    "stay up to date",
    "breaking news alerts",
    "to continue reading",
    "published by",
    "last updated",
    "free trial",
    "whatsapp channel",
    "news delivered",
    "(photo",
    "live updates",
    "live blog",
    "follow along",
    "stay with us",
];

#[cfg(test)]
mod tests {
    use super::is_readable;

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
            assert_eq!(is_readable(sentence), expected, "{name}: {sentence}");
        }
    }
}
