//! What an outlet writes before its first sentence to say which page it stands on: [`label`].

use crate::text::words;

use super::traits::is_year;

/// Words of the longest label; what is longer is a sentence of its own.
const LONGEST: usize = 8;

/// Words that a page or a column is called by. English.
const PAGES: [&str; 11] =
    ["Highlights", "LIVE", "Live", "News", "Report", "Result", "Results", "Review", "Update", "Updates", "Watch"];

/// What a list of the main things is called by, behind `Key`. English.
const LISTED: [&str; 7] = ["developments", "facts", "findings", "highlights", "points", "takeaways", "topics"];

/// The bytes of a label before a sentence: `India News: `, `Harbour Cup 2022: `, `Elm vs Sorrel, 3rd Test: `.
///
/// A few words before a colon, of which one is a year, `vs`, or what pages are called by, or `Key points`, and behind it a
/// sentence begins. A name before a colon is who says it, and stays. Linear in the label.
pub(super) fn label(sentence: &str) -> usize {
    let Some((label, rest)) = sentence.split_once(':') else { return 0 };
    if !rest.starts_with(' ') {
        return 0;
    }
    let opens = rest.trim_start_matches(|c: char| c.is_whitespace() || ['"', '“', '‘', '\''].contains(&c));
    let begins = |text: &str| text.starts_with(char::is_uppercase);
    if !begins(label) || !begins(opens) || label.contains(['.', '!', '?', '"', '“', ';']) {
        return 0;
    }
    let is_sign = |(_, word): (_, &str)| has_year(word) || matches!(word, "vs" | "Vs" | "v") || PAGES.contains(&word);
    if words(label).nth(LONGEST).is_some() || !(words(label).any(is_sign) || is_list(label)) {
        return 0;
    }
    sentence.len() - rest.trim_start().len()
}

/// `Key points`, `Key Takeaways`.
fn is_list(label: &str) -> bool {
    label.strip_prefix("Key ").is_some_and(|rest| LISTED.iter().any(|listed| rest.eq_ignore_ascii_case(listed)))
}

/// `2022`, `HPL2022`.
fn has_year(word: &str) -> bool {
    is_year(word.trim_start_matches(|c: char| !c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_say_which_page_it_is() {
        let cases = [
            ("page", "Elm News: The ferry Pelican ran aground.", "Elm News: "),
            ("cup", "Harbour Cup 2022: Elm beat Sorrel by nine boats.", "Harbour Cup 2022: "),
            ("cup in one word", "HPL2022, Elm vs Sorrel: “We won,” Jane Roe said.", "HPL2022, Elm vs Sorrel: "),
            ("match", "Elm vs Sorrel, 3rd Test: Jane Roe took nine wickets.", "Elm vs Sorrel, 3rd Test: "),
            ("live page", "Ferry Crisis News Live: Divers found the anchor.", "Ferry Crisis News Live: "),
            ("key points", "Key points: Divers found the anchor.", "Key points: "),
            ("key facts", "Key Facts: Divers found the anchor.", "Key Facts: "),
            ("a key witness", "Key witness: The ferry must go.", ""),
            ("speaker", "Mayor Jane Roe: The ferry must go.", ""),
            ("a name with a colon", "Tides of Elm: The Long Winter is on its way.", ""),
            ("a name with a number", "Tides of Elm 2077: Winter is on its way.", ""),
            ("a sentence", "The mayor has bad news for the fleet: Live bait is gone, she said on News Day.", ""),
            ("goes on", "Elm News: the ferry Pelican ran aground.", ""),
            ("a sentence before", "It is late. Elm News: The ferry Pelican ran aground.", ""),
            ("a number", "Elm 12022: The ferry Pelican ran aground.", ""),
            ("nothing", "", ""),
        ];
        for (name, sentence, expected) in cases {
            assert_eq!(&sentence[..label(sentence)], expected, "{name}");
        }
    }
}
