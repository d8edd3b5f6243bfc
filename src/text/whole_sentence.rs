//! Whether a sentence is whole: [`is_complete_sentence`].

use super::abbreviation::ends_in_need;
use super::script::{has_byte, is_letter_or_number};
use super::sentence::{is_closer, is_opener, is_terminal};

/// Whether a sentence is whole: fit to be shown alone.
///
/// It is where it
///
/// - begins with an upper-case letter, a letter of a script without case, a digit, a currency sign, or a word with a
///   capital inside (`iPhone`), each after any opening quotes and brackets;
/// - ends with `. ! ?` or their like in other scripts, then at most closing quotes and brackets;
/// - is not cut off: it does not end with `…` or `...`, nor with an abbreviation that needs a word or a number to follow: of
///   English (`Mr.`, `Aug.`), or of another language where it can be no word (`Hrn.`, `bl.a.`);
/// - closes every quote and bracket that it opens, and opens every one that it closes. Single straight quotes and
///   apostrophes do not count.
///
/// Linear in its length.
///
/// ```
/// use samestory::text::is_complete_sentence;
/// assert!(is_complete_sentence("“It is over,” she said."));
/// assert!(!is_complete_sentence("The minister said that …"));
/// assert!(!is_complete_sentence("We will win.”"));
/// ```
#[must_use]
pub fn is_complete_sentence(sentence: &str) -> bool {
    let sentence = sentence.trim();
    let head = sentence
        .trim_start_matches(|c: char| is_opener(c) || matches!(c, '"' | '\'' | '”' | '’' | '»') || c.is_whitespace());
    let body = sentence.trim_end_matches(|c: char| is_closer(c) || matches!(c, '“' | '«') || c.is_whitespace());
    begins_well(head) && ends_well(body) && is_balanced(sentence)
}

fn begins_well(head: &str) -> bool {
    let Some(first) = head.chars().next() else { return false };
    if first.is_lowercase() {
        return head.split_whitespace().next().is_some_and(|word| word.contains(char::is_uppercase));
    }
    is_letter_or_number(first) || matches!(first, '$' | '£' | '¥' | '\u{20A0}'..='\u{20CF}' | '¿' | '¡' | '#' | '@')
}

fn ends_well(body: &str) -> bool {
    let stem = body.trim_end_matches(is_terminal);
    let marks = &body[stem.len()..];
    if marks.is_empty() || marks.contains('…') || marks.contains("..") || !stem.contains(is_letter_or_number) {
        return false;
    }
    marks != "." || !ends_in_need(stem)
}

fn is_balanced(sentence: &str) -> bool {
    // Most sentences have nothing to balance.
    let is_sign = |byte| matches!(byte, b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | 0x80..);
    if !has_byte(sentence, is_sign) {
        return true;
    }
    // `”` opens as well as closes in Swedish and Finnish, and `“` closes in German after `„`.
    let nordic = !sentence.contains(['“', '„']);
    let mut straight = false;
    let mut nordic_open = false;
    let mut open: Vec<char> = Vec::new();
    let mut chars = sentence.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let closes = match c {
            '"' => {
                straight = !straight;
                None
            }
            '”' if nordic => {
                nordic_open = !nordic_open;
                None
            }
            '“' if open.last() == Some(&'„') => Some('„'),
            // `«` and `»` open and close in either order, as the language has it.
            '«' if open.last() == Some(&'»') => Some('»'),
            '»' if open.last() == Some(&'«') => Some('«'),
            '(' | '[' | '{' | '“' | '„' | '«' | '»' | '「' | '『' | '《' | '（' | '【' => {
                open.push(c);
                None
            }
            // An apostrophe between letters is none.
            '‘' if !before.is_alphanumeric() => {
                open.push(c);
                None
            }
            '’' if open.last() == Some(&'‘') && !chars.peek().is_some_and(|next| next.is_alphanumeric()) => {
                Some('‘')
            }
            ')' => Some('('),
            ']' => Some('['),
            '}' => Some('{'),
            '”' => Some(if open.last() == Some(&'„') { '„' } else { '“' }),
            '」' => Some('「'),
            '』' => Some('『'),
            '》' => Some('《'),
            '）' => Some('（'),
            '】' => Some('【'),
            _ => None,
        };
        if closes.is_some_and(|opener| open.pop() != Some(opener)) {
            return false;
        }
        before = c;
    }
    open.is_empty() && !straight && !nordic_open
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::is_complete_sentence;

    #[test]
    fn whole_sentences_are_told_from_cut_ones() {
        let cases: &[(&str, &str, bool)] = &[
            ("plain", "The quake struck at dawn.", true),
            ("question", "Was it strong?", true),
            ("quoted", "“It is over,” she said.", true),
            ("ends in a quote", "She said: “It is over.”", true),
            ("straight quotes", "\"It is over,\" she said.", true),
            ("bracket at the end", "It closed (at last.)", true),
            ("digit first", "12 people died.", true),
            ("money first", "$5m was lost.", true),
            ("brand", "iPhone sales fell.", true),
            ("German quotes", "„Es ist vorbei“, sagte sie.", true),
            ("French quotes", "« C’est fini », dit-elle.", true),
            ("Swedish quotes", "”Det är över”, sa hon.", true),
            ("German guillemets", "»Es ist vorbei«, sagte sie.", true),
            ("French quote at the end", "Elle dit : « C’est fini. »", true),
            ("Spanish question", "¿Quién fue?", true),
            ("apostrophes", "Roe’s ‘plan’ isn’t the parties’ plan.", true),
            ("script without case", "भूकंप आया।", true),
            ("no end", "Storm nears coast", false),
            ("lower case first", "and then it rained.", false),
            ("ellipsis", "The minister said that…", false),
            ("three dots", "The minister said that...", false),
            ("cut mark in brackets", "The minister said [...]", false),
            ("cut mark after the end", "The minister spoke. […]", false),
            ("after a title", "The court heard Mr.", false),
            ("after a month", "The ferry leaves on Friday, Jan.", false),
            ("after a German title", "Der Hafen gehört seit Sonntag Hrn.", false),
            ("after a Swedish example", "Det gäller hamnen i Elm, bl.a.", false),
            ("a word elsewhere", "The anchor of the ferry is a gem.", true),
            ("a unit", "The ferry was late by 24 hr.", true),
            ("no at the end", "Her answer was no.", true),
            ("quote left open", "“We will win.", false),
            ("quote not opened", "We must win.”", false),
            ("straight quote left open", "\"We will win.", false),
            ("bracket left open", "It closed (at last.", false),
            ("crossed", "It (closed [at) last].", false),
            ("no word", "?!", false),
            ("nothing", " ", false),
        ];
        for (name, sentence, whole) in cases {
            assert_eq!(is_complete_sentence(sentence), *whole, "{name}");
        }
    }

    #[test]
    fn long_sentences_stay_linear() {
        for piece in [".", "a.", "!?", "\"", "Mr. ", ".)", "( ", "“", " ", "x"] {
            let _ = is_complete_sentence(&piece.repeat(1 << 20));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_judged(text in any::<String>()) {
            let _ = is_complete_sentence(&text);
        }
    }
}
