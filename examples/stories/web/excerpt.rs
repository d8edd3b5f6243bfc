//! The beginning of an article's text, as it stands under its headline, or in its place.

use samestory::story::Member;

use super::clean;
use crate::html;

/// Characters that a reader takes in at a glance.
const LONGEST: usize = 220;
/// Characters of a long headline.
const HEADING: usize = 100;
/// Characters that say more than the headline has said.
const SHORTEST: usize = 30;

/// The beginning of a text, whole or cut at a word; none where it says no more than the headline, which many texts repeat.
pub fn of(text: &str, headline: &str) -> Option<String> {
    let text = clean::text(&html::text(text));
    let rest = behind(&text, headline).unwrap_or(&text);
    if rest.chars().count() < SHORTEST {
        return None;
    }
    Some(cut(rest, LONGEST))
}

/// What an article is called in a list: its headline; where it has none, the beginning of its text.
pub fn heading(member: &Member, text: Option<&str>) -> String {
    let beginning = || Some(cut(&clean::line(&html::text(text?)), HEADING));
    clean::title(&clean::headline(member).or_else(beginning).unwrap_or_default())
}

/// A text, whole or cut at a word.
fn cut(text: &str, longest: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(longest) else { return text.to_owned() };
    let begun = &text[..end];
    // A text without spaces is cut where it is long enough.
    let whole = begun.rfind(' ').filter(|&space| space > end / 2).map_or(begun, |space| &begun[..space]);
    format!("{}…", whole.trim_end_matches(|c: char| is_separator(c) || matches!(c, ',' | ';' | ' ')))
}

/// What follows the headline at the beginning of a text; none where it is not there, or where its last word or its sentence
/// goes on: without its beginning the rest would say something else.
fn behind<'t>(text: &'t str, headline: &str) -> Option<&'t str> {
    let behind = text.strip_prefix(headline).filter(|_| !headline.is_empty())?;
    let rest = behind.trim_start_matches(is_separator);
    let is_closed = rest.len() < behind.len();
    // `deals`, `deal’s` and `deal-maker` are other words than `deal`, and `2.5` is another number than `2`.
    if rest.starts_with(|c: char| c != ' ') && (!is_closed || behind.starts_with(['-', '.'])) {
        return None;
    }
    let mut rest = rest.trim_start();
    let mut is_apart = is_closed;
    // A sign that stands alone; that of `-12°C` is the number's.
    while let Some((_, more)) = rest.split_once(' ').filter(|(sign, _)| sign.chars().all(is_separator)) {
        (rest, is_apart) = (more, true);
    }
    (is_apart || !rest.starts_with(char::is_lowercase)).then_some(rest)
}

/// Signs that stand between a headline and a text.
fn is_separator(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '|' | '·' | '•' | ':' | '.' | '…' | '!' | '。' | '：')
}

#[cfg(test)]
mod tests {
    use samestory::Article;

    use super::super::told;
    use super::{heading, of};

    #[test]
    fn an_article_without_headline_is_called_by_how_it_begins() {
        let text = "<p>The board of the harbour met at noon.</p>";
        let long = "harbour ".repeat(12) + "boards, again and again";
        let cases = [
            ("a headline", "Elm deal", text, "Elm deal"),
            ("none", "", text, "The board of the harbour met at noon."),
            ("words for none", "Headline Unavailable", text, "The board of the harbour met at noon."),
            ("nothing to see", "\u{200b}", text, "The board of the harbour met at noon."),
            ("a long text", "No title", &long, &(["harbour"; 12].join(" ") + "…")),
            ("direction", "", "The \u{202e}board met", "The board met"),
            ("nothing", "Untitled", "", "(no headline)"),
            ("nothing to see at all", "Untitled", "<p>\u{200b}</p>", "(no headline)"),
        ];
        for (name, title, text, expected) in cases {
            let story = told(&[Article::new("a", title).with_text(text)]);
            let text = Some(text).filter(|text| !text.is_empty());
            assert_eq!(heading(&story.articles[0], text), expected, "{name}");
        }
    }

    #[test]
    fn an_excerpt_says_what_the_text_says() {
        let cases = [
            ("Elm news", "$5 billion went to the harbour of Elm", Some("$5 billion went to the harbour of Elm")),
            ("Elm news", "-12°C was measured in Elm this night", Some("-12°C was measured in Elm this night")),
            ("Elm news", "#MeToo reaches the assembly of Orsland", Some("#MeToo reaches the assembly of Orsland")),
            ("Elm news", "„Nein“, sagt die Ministerin von Orsland", Some("„Nein“, sagt die Ministerin von Orsland")),
            ("Elm news", "¿Quién manda en el puerto de Wexcombe?", Some("¿Quién manda en el puerto de Wexcombe?")),
            ("Elm news", "… and so the harbour of Elm was closed", Some("… and so the harbour of Elm was closed")),
            ("Elm deal", "Elm deals with the rivals of its harbour", Some("Elm deals with the rivals of its harbour")),
            ("Elm deal", "Elm deal-maker leaves the harbour board", Some("Elm deal-maker leaves the harbour board")),
            (
                "Elm deal",
                "Elm deal’s price is a secret of the board",
                Some("Elm deal’s price is a secret of the board"),
            ),
            (
                "Elm pays 2",
                "Elm pays 2.5 million for the old harbour",
                Some("Elm pays 2.5 million for the old harbour"),
            ),
            (
                "Elm deal",
                "Elm deal with Wexcombe is off, says the board",
                Some("Elm deal with Wexcombe is off, says the board"),
            ),
            ("Elm deal", "Elm deal? There is none, the board says.", Some("Elm deal? There is none, the board says.")),
            (
                "Elm deal",
                "Elm deal — The board of the harbour met at noon.",
                Some("The board of the harbour met at noon."),
            ),
            (
                "Elm deal",
                "Elm deal—The board of the harbour met at noon.",
                Some("The board of the harbour met at noon."),
            ),
            (
                "Elm deal",
                "Elm deal. the board of the harbour met at noon.",
                Some("the board of the harbour met at noon."),
            ),
            (
                "Elm deal",
                "Elm deal The board of the harbour met at noon.",
                Some("The board of the harbour met at noon."),
            ),
            ("Elm deal", "Elm deal: -12°C was measured in the harbour.", Some("-12°C was measured in the harbour.")),
            ("Elm deal", "Elm deal - „Nein“, sagt die Ministerin dazu.", Some("„Nein“, sagt die Ministerin dazu.")),
            ("Elm deal", "Elm deal", None),
            ("Elm deal", "Elm deal - ", None),
            ("Elm deal", "Elm deal. Off.", None),
            ("", "The board of the harbour met at noon.", Some("The board of the harbour met at noon.")),
            (
                "Elm news",
                "<p>Rope &amp; Sons <b>left</b> the harbour</p><p>at noon</p>",
                Some("Rope & Sons left the harbour at noon"),
            ),
            (
                "Elm news",
                "Fewer than <5% of 3 < 4 harbours were closed",
                Some("Fewer than <5% of 3 < 4 harbours were closed"),
            ),
        ];
        for (headline, text, expected) in cases {
            assert_eq!(of(text, headline).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_word_and_keeps_its_figures() {
        let words = "harbour ".repeat(26);
        let cases = [
            ("a percent sign", format!("{words}grew 5% boards again and again"), format!("{words}grew 5%…")),
            ("a comma", format!("{words}grew, boards again and again"), format!("{words}grew…")),
            ("no spaces", "港".repeat(300), "港".repeat(220) + "…"),
        ];
        for (name, text, expected) in cases {
            assert_eq!(of(&text, "Elm"), Some(expected), "{name}");
        }
    }
}
