//! Sentences as byte spans of the original text.

use std::iter::FusedIterator;

use super::abbreviation::is_abbreviation;
use super::guess::by_words;
use super::language::Language;
use super::markup::Tag;
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
/// Abbreviations are those of the language that the text tells, as of an article without a headline
/// ([`Tokenizer::for_article`](super::Tokenizer::for_article)), or else of English.
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
    let language = Language::detect(text).or_else(|| by_words("", text, Language::English)).unwrap_or_default();
    sentences_in(text, language)
}

/// [`sentences`] of a text in a language.
///
/// What differs are abbreviations (`Nr.`, `t.ex.`, `núm.`), ordinals where a language writes them with a full stop
/// (`8. Mai`, `3. Lig`), and what opens a sentence behind an initial: a stop word with a capital.
pub(crate) fn sentences_in(text: &str, language: Language) -> impl Iterator<Item = Span> {
    Sentences { text, language, at: 0 }
}

struct Sentences<'t> {
    text: &'t str,
    language: Language,
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
        let end = end_of_sentence(self.text, start, self.language);
        self.at = end;
        Some(Span::from((start, start + self.text[start..end].trim_end().len())))
    }
}

impl FusedIterator for Sentences<'_> {}

/// Where the sentence that begins at `start` ends.
fn end_of_sentence(text: &str, start: usize, language: Language) -> usize {
    // A Greek question ends with a semicolon.
    let ends = |c| is_terminal(c) || c == ';' && language == Language::Greek;
    let mut at = start;
    while let Some(offset) = text[at..].find(|c| is_line_break(c) || ends(c) || c == '<') {
        let mark = at + offset;
        if text[mark..].starts_with(is_line_break) || breaking_tag(text, mark).is_some() {
            return mark;
        }
        if text[mark..].starts_with('<') {
            at = mark + 1;
            continue;
        }
        let tail = &text[mark..];
        let after_marks = tail.trim_start_matches(ends);
        let after_closers = after_spaced_guillemet(after_marks.trim_start_matches(is_closer));
        let end = text.len() - after_closers.len();
        let marks = &tail[..tail.len() - after_marks.len()];
        let closed = after_marks.len() != after_closers.len();
        if is_boundary(&text[start..mark], marks, closed, after_closers, language) {
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
fn is_boundary(before: &str, marks: &str, closed: bool, after: &str, language: Language) -> bool {
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
    closed || marks != "." || !is_abbreviation(before, next, language)
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

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn is_terminal(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' | '\u{37E}') || is_unspaced_terminal(c)
}

/// Ends a sentence without white space after it: Chinese, Japanese and the scripts of India.
fn is_unspaced_terminal(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '।' | '॥')
}

pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '「' | '『' | '《' | '（' | '【')
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '”' | '’' | '»' | '›' | '"' | '\'' | '」' | '』' | '》' | '）' | '】')
}

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
            ("Greek question", "Θα επιστρέψει; |Ναι, είπε ο Ρόου. |Πότε\u{37E} |Αύριο."),
            ("semicolon", "It fell; Roe rose."),
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
    fn abbreviations_are_those_of_the_language() {
        use Language::{
            Danish, Dutch, English, Finnish, French, German, Italian, Other, Portuguese, Russian, Spanish, Swedish,
            Turkish,
        };
        // Each `|` is where a sentence ends and the next begins.
        let cases: &[(Language, &str)] = &[
            (German, "Am 8. Mai gewann der 1. FC Elm. |Er ist 61. |Die anderen nicht."),
            (German, "Elm siegte mit 2:1. |Trainer Roe lachte. |Das war 2026. |Papst Leo XIV. Roe blieb."),
            (
                German,
                "Laut Art. 5 ist das gem. Vertrag erlaubt, z. B. Schiffen. |Hinweise unter Tel. 0651 an Hrn. Roe.",
            ),
            (German, "Das liegt in Elm a. M. |Der Hafen bzw. Kai liegt an der Elmer Str. |Die Fähre nicht."),
            (German, "Das gilt für Nr. 5 und Kähne usw. |Roe schwieg."),
            (English, "He is 61. |The others are 5. |Roe is not."),
            (Swedish, "Det gäller bl.a. Elm och t.ex. Sorrel. |Färjan går kl. 14. |Roe är 61. |Sedan dog han."),
            (Portuguese, "O sr. Roe e a dra. Doe viram o Exmo. Sr. Poe. |O barco partiu às 14. |Roe ficou."),
            (Dutch, "Burgemeester mr. Roe en dr. Doe zagen o.a. Elm. |De boot is weg."),
            (
                Italian,
                "Lo dice il prof. Roe sugli artt. 5 e 6 del sig. Doe. |La nave è ferma. |Si torna a ottobre ecc. |Roe tace.",
            ),
            (Spanish, "Viajó a EE. UU. |El Sr. Roe y la Sra. Doe leyeron el núm. 4. |Los EE. UU. Roe los vio."),
            (French, "M. Le Roe a vu Me. Doe av. Victor Poe, etc. |L’avocat est à l’est. |Roe non. |J. A. Roe rit."),
            (Turkish, "Prof. Dr. Roe 3. Lig maçında No. 5 ile oynadı. |Hava 30 derece. |Roe gülmedi."),
            (Other, "Hala przy ul. Elmskiej to m.in. 3. LO. |Roe ma 61. |Inni nie."),
            (Finnish, "Elm pelaa 3. Divisioonassa klo 14. |Se on esim. Elmissä."),
            (Danish, "Den 3. Division er bl.a. Elm. |Han er 61. |De andre ikke."),
            (Russian, "Сгорело 4 тыс. кв. м. |Пострадали двое. |Ущерб 350 млн руб. |Владелец молчит."),
            (
                Russian,
                "Он родился в 1950 г. |В г. Эльм на ул. Роу он видел И. О. Доу. |Там и т. д. |Рынок и др. |Порт.",
            ),
        ];
        for (language, marked) in cases {
            let text = marked.replace('|', "");
            let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
            let cut: Vec<&str> = sentences_in(&text, *language).filter_map(|span| span.of(&text)).collect();
            assert_eq!(cut, expected, "{language:?}");
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
        }
    }

    proptest! {
        #[test]
        fn any_text_conforms(text in any::<String>()) {
            assert_conforms(&text, sentences(&text));
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
