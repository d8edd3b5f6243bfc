//! Sentences as byte spans of the original text, and whether one is whole.

use std::iter::FusedIterator;

use super::markup::Tag;
use super::script::{has_byte, is_letter_or_number};
use super::segment::Span;

/// The sentences of a text in order, without the white space around them.
///
/// A tailoring of the sentence boundaries of [UAX #29](https://www.unicode.org/reports/tr29/#Sentence_Boundaries) for
/// news. A sentence ends at a line break or a tag of HTML's that breaks lines (`<p>`, `</li>`, which are in no sentence),
/// or at `. ! ? …` (or their like in other scripts) with the quotes and brackets that close there, where white space
/// follows, or at a full stop between a word in small letters and one with a capital.
/// It does not end there
///
/// - before a lower-case letter (`“Stop!” he said`), nor before a digit or an opening bracket after `…`;
/// - after an abbreviation that needs a word to follow (`Mr.`, `Sen.`, `vs.`);
/// - after `No.`, `Aug.` and the like with a digit to follow;
/// - after an initial or an acronym (`J. Smith`, `the U.S. Senate`), unless a word follows that mostly opens sentences
///   (`The`, `He`, `But`);
/// - after an hour (`9 a.m.`) with a day, a month, a number or a zone to follow.
///
/// Spans are strictly increasing, do not overlap and are never empty. One pass, without allocation.
///
/// ```
/// use samestory::text::sentences;
/// let text = "Gov. Jane Roe met Dr. J. Smith at 9 a.m. in the U.S. Capitol. “Stop!” he said.";
/// let cut: Vec<&str> = sentences(text).filter_map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["Gov. Jane Roe met Dr. J. Smith at 9 a.m. in the U.S. Capitol.", "“Stop!” he said."]);
/// ```
pub fn sentences(text: &str) -> impl Iterator<Item = Span> {
    Sentences { text, at: 0 }
}

struct Sentences<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Sentences<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let start = loop {
            let rest = &self.text[self.at..];
            let start = self.at + (rest.len() - rest.trim_start().len());
            match breaking_tag(self.text, start) {
                Some(end) => self.at = end,
                None => break start,
            }
        };
        if start == self.text.len() {
            return None;
        }
        let end = end_of_sentence(self.text, start);
        self.at = end;
        Some(Span::from((start, start + self.text[start..end].trim_end().len())))
    }
}

impl FusedIterator for Sentences<'_> {}

/// Where the sentence that begins at `start` ends.
fn end_of_sentence(text: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(offset) = text[at..].find(|c| is_line_break(c) || is_terminal(c) || c == '<') {
        let mark = at + offset;
        if text[mark..].starts_with(is_line_break) || breaking_tag(text, mark).is_some() {
            return mark;
        }
        if text[mark..].starts_with('<') {
            at = mark + 1;
            continue;
        }
        let tail = &text[mark..];
        let after_marks = tail.trim_start_matches(is_terminal);
        let after_closers = after_spaced_guillemet(after_marks.trim_start_matches(is_closer));
        let end = text.len() - after_closers.len();
        let marks = &tail[..tail.len() - after_marks.len()];
        let closed = after_marks.len() != after_closers.len();
        if is_boundary(&text[start..mark], marks, closed, after_closers) {
            return end;
        }
        at = end;
    }
    text.len()
}

/// The byte after a tag that breaks lines and begins at `start`.
fn breaking_tag(text: &str, start: usize) -> Option<usize> {
    Tag::at(text.as_bytes(), start).filter(|tag| tag.ends_sentence).map(|tag| tag.end)
}

/// French puts a space before the guillemet that closes, and one after; German has none after: there it opens.
fn after_spaced_guillemet(text: &str) -> &str {
    match text.trim_start_matches([' ', '\u{A0}', '\u{202F}']).strip_prefix('»') {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => rest,
        _ => text,
    }
}

/// Whether a sentence ends between `before` with its `marks` and `after`; `closed` where a quote or bracket closes there.
fn is_boundary(before: &str, marks: &str, closed: bool, after: &str) -> bool {
    let next = after.trim_start();
    if next.is_empty() || marks.contains(is_unspaced_terminal) {
        return true;
    }
    if next.len() == after.len() {
        return marks == "." && !closed && runs_on(before, after);
    }
    // Quotes and brackets that open the next sentence tell nothing about it.
    let next = next.trim_start_matches(|c: char| is_opener(c) || matches!(c, '"' | '\''));
    if next.starts_with(char::is_lowercase) {
        return false;
    }
    closed || marks != "." || !is_abbreviation(before, next)
}

/// Whether a sentence ends without white space after it: `The vote was calm.The mayor …`. A domain goes on in small
/// letters, an acronym has one letter before the full stop.
fn runs_on(before: &str, after: &str) -> bool {
    let mut last = before.chars().rev();
    let mut first = after.chars();
    last.by_ref().take(2).filter(|c| c.is_lowercase()).count() == 2
        && first.next().is_some_and(char::is_uppercase)
        && first.next().is_some_and(char::is_lowercase)
}

/// Whether the full stop after `before` belongs to an abbreviation and ends nothing, `next` being what follows.
fn is_abbreviation(before: &str, next: &str) -> bool {
    // An abbreviation is short: never walk far back, or text without spaces would be walked again at every dot.
    let word = last_word(before, MAX_ABBREVIATION);
    if BEFORE_A_NAME.binary_search(&word).is_ok() {
        return true;
    }
    if BEFORE_A_NUMBER.binary_search(&word).is_ok() {
        return next.starts_with(|c: char| c.is_numeric());
    }
    if matches!(word, "a.m" | "p.m" | "A.M" | "P.M") {
        return may_follow_an_hour(next);
    }
    let is_initials = !word.is_empty()
        && word.split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        });
    let may_end = is_initials || MAY_END.binary_search(&word).is_ok();
    may_end && !OPENERS.contains(&next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
}

/// `Monday`, `Aug. 21`, `EST`, `Eastern`, `Lisbon time`; a number.
fn may_follow_an_hour(next: &str) -> bool {
    let mut words = next.split(|c: char| !c.is_alphanumeric());
    let (word, after) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_number = word.starts_with(char::is_numeric);
    let is_acronym = word.len() > 1 && !word.contains(char::is_lowercase);
    is_number || is_acronym || after == "time" || AFTER_AN_HOUR.binary_search(&word).is_ok()
}

/// In bytes: more than the longest abbreviation of the tables.
const MAX_ABBREVIATION: usize = 16;

/// The last run of letters and dots, or nothing where it is longer than `limit` bytes.
fn last_word(text: &str, limit: usize) -> &str {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if !(is_letter_or_number(c) || c == '.') {
            break;
        }
        if text.len() - at > limit {
            return "";
        }
        start = at;
    }
    &text[start..]
}

/// Whether a sentence is whole: fit to be shown alone.
///
/// It is where it
///
/// - begins with an upper-case letter, a letter of a script without case, a digit, a currency sign, or a word with a
///   capital inside (`iPhone`), each after any opening quotes and brackets;
/// - ends with `. ! ?` or their like in other scripts, then at most closing quotes and brackets;
/// - is not cut off: it does not end with `…` or `...`, nor with an abbreviation that needs a word or a number to follow (`Mr.`, `Aug.`);
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
    let last = last_word(stem, MAX_ABBREVIATION);
    let is_in_need = |list: &[&str]| list.binary_search(&last).is_ok();
    // `The answer is no.` is whole.
    marks != "." || !is_in_need(BEFORE_A_NAME) && (matches!(last, "No" | "no") || !is_in_need(BEFORE_A_NUMBER))
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

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔') || is_unspaced_terminal(c)
}

/// Ends a sentence without white space after it: Chinese, Japanese and the scripts of India.
fn is_unspaced_terminal(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '।' | '॥')
}

fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '「' | '『' | '《' | '（' | '【')
}

fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '”' | '’' | '»' | '›' | '"' | '\'' | '」' | '』' | '》' | '）' | '】')
}

/// Abbreviations that need a word to follow, as they are written and without the last dot; sorted.
///
/// Case counts: `Hon.` is a title, `hon` a Swedish word.
const BEFORE_A_NAME: &[&str] = &[
    "Adm", "Asst", "Bros", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Fr", "Ft", "Gen", "Gov", "Hon", "Lt", "Maj", "Messrs",
    "Mme", "Mr", "Mrs", "Ms", "Mt", "Mx", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Spc", "Sr",
    "Sra", "Srta", "St", "Ste", "Supt", "approx", "v", "vs",
];

/// Abbreviations that stand before a number; sorted.
const BEFORE_A_NUMBER: &[&str] = &[
    "Apr", "Art", "Aug", "Dec", "Feb", "Fig", "Jan", "Jul", "Jun", "Mar", "No", "Nos", "Nov", "Oct", "Sec", "Sep",
    "Sept", "Vol", "art", "fig", "no", "nos", "p", "pp", "vol",
];

/// Abbreviations that may end a sentence as well as not; sorted.
const MAY_END: &[&str] = &[
    "Ave", "Blvd", "Calif", "Co", "Conn", "Corp", "Dept", "Fla", "Inc", "Jr", "Ltd", "Mass", "Mich", "Ph.D", "Rd",
    "Tenn", "Univ", "Va", "Wash", "ca", "dept", "est", "etc", "руб", "тыс", "ул",
];

/// Days, months and zones; sorted.
const AFTER_AN_HOUR: &[&str] = &[
    "Apr",
    "April",
    "Atlantic",
    "Aug",
    "August",
    "Central",
    "Dec",
    "December",
    "Eastern",
    "Feb",
    "February",
    "Fri",
    "Friday",
    "Greenwich",
    "Jan",
    "January",
    "Jul",
    "July",
    "Jun",
    "June",
    "Mar",
    "March",
    "May",
    "Mon",
    "Monday",
    "Mountain",
    "Nov",
    "November",
    "Oct",
    "October",
    "Pacific",
    "Sat",
    "Saturday",
    "Sep",
    "Sept",
    "September",
    "Sun",
    "Sunday",
    "Thu",
    "Thur",
    "Thurs",
    "Thursday",
    "Tue",
    "Tues",
    "Tuesday",
    "Wed",
    "Wednesday",
];

/// Words that mostly open a sentence where they begin with a capital.
const OPENERS: &[&str] = &[
    "A",
    "After",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "By",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "No",
    "On",
    "Our",
    "She",
    "Since",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "What",
    "When",
    "Where",
    "While",
    "Who",
    "Why",
    "With",
    "You",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::segment::tests::assert_conforms;
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn sentences_end_where_they_do() {
        // Each `|` is where a sentence ends and the next begins.
        let cases: &[(&str, &str)] = &[
            ("plain", "The quake struck at dawn. |Two people died! |Was it strong?"),
            ("title", "Mr. Roe met Mrs. Doe and Dr. Poe. |They left."),
            ("offices", "Sen. Roe, Gov. Doe and Rep. Poe voted."),
            ("country", "The U.S. Senate sat. |It rose."),
            ("country at the end", "He lives in the U.S. |The others do not."),
            ("saint and mount", "St. Petersburg and Mt. Hood were shaken."),
            ("number", "The No. 1 seed lost. |No. |She won."),
            ("versus", "Lions vs. Bears ended 2-1."),
            ("times of day", "It began at 9 a.m. on Sunday and ended at 5 p.m. |The crowd left."),
            ("sentence after an hour", "It began at 9 a.m. |Mayor Jane Roe left at 5 p.m. |Nobody spoke."),
            (
                "zone after an hour",
                "It began at 9 a.m. EST, 3 p.m. Lisbon time, and ended at 5 p.m. Sunday. |Roe left.",
            ),
            ("initials", "J. Smith and J.K. Roe met George W. Poe."),
            ("vitamin", "They need vitamin C. |The doctor said so."),
            ("month", "It closes on Aug. 5 this year."),
            ("company", "Acme Inc. Chairman Roe resigned from Acme Inc. |He is 61."),
            ("decimal", "It rose 3.5 percent to 1.2 billion."),
            ("quote then lower case", "“Stop!” he said. |“Why?” she asked."),
            ("straight quote then lower case", "\"Stop!\" he said. |\"Why?\" she asked."),
            ("quote stays", "He said: “It is over.” |She wept."),
            ("bracket stays", "It fell. (Shares rose.) |It closed."),
            ("ellipsis then lower case", "He waited... and left. |Then…  |Rain."),
            ("dots in a name", "Acme.example said so. |It grew."),
            ("line break", "Storm nears coast\n|Thousands flee."),
            ("blank lines", "One.\n\n |Two."),
            ("Russian", "Суд вынес приговор. |Адвокат подаст жалобу."),
            ("Chinese", "地震发生了。|没有人受伤。"),
            ("Hindi", "भूकंप आया। |कोई घायल नहीं।"),
            ("French quote stays", "Elle dit : « C’est fini. » |Il part."),
            ("German quote opens", "Es endet. |»Nein«, sagt sie."),
            ("Arabic", "هل وقع الزلزال؟ |نعم."),
            ("no space after", "It ended.|Then it began."),
            ("domain", "He owns Boats.com and the D.C.Boats company."),
        ];
        for (name, marked) in cases {
            let text = marked.replace('|', "");
            let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
            // The bracket case: a bracketed sentence ends with its bracket.
            let expected =
                if *name == "bracket stays" { vec!["It fell.", "(Shares rose.)", "It closed."] } else { expected };
            assert_eq!(cut(&text), expected, "{name}");
        }
    }

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
    fn tables_are_sorted() {
        for table in [BEFORE_A_NAME, BEFORE_A_NUMBER, MAY_END, OPENERS] {
            assert!(table.is_sorted(), "{table:?}");
            assert!(table.iter().all(|word| word.len() <= MAX_ABBREVIATION));
        }
    }

    #[test]
    fn tags_that_break_lines_end_sentences() {
        assert_eq!(
            cut("<p>One</p> <P>Two, <em>so</em> three.<br/>Four <5</p>"),
            ["One", "Two, <em>so</em> three.", "Four <5"]
        );
        assert_eq!(cut("<ol><li></li></ol>"), [""; 0]);
    }

    #[test]
    fn long_texts_stay_linear() {
        for piece in [".", ". ", "a.", "a.b ", "\n", "!?", "\"", "Mr. ", ".)", "( ", "“", " ", "x", "<", "<p ", "<p>"]
        {
            let text = piece.repeat(1 << 20);
            assert_conforms(&text, sentences(&text));
            let _ = is_complete_sentence(&text);
        }
    }

    proptest! {
        #[test]
        fn any_text_conforms(text in any::<String>()) {
            assert_conforms(&text, sentences(&text));
            let _ = is_complete_sentence(&text);
        }

        #[test]
        fn sentences_keep_every_letter(text in "[aU1 .!?“”\"'()\n]{0,60}") {
            assert_conforms(&text, sentences(&text));
            let kept: String = cut(&text).concat();
            let strip = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(strip(&kept), strip(&text));
        }
    }
}
