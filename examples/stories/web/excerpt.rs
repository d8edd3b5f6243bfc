//! The beginning of an article's text, as it stands under its headline.

use super::clean;
use crate::html;

/// Characters that a reader takes in at a glance.
const LONGEST: usize = 220;
/// Characters that say more than the headline has said.
const SHORTEST: usize = 30;

/// The beginning of a text, whole or cut at a word; none where it says no more than the headline, which many texts repeat.
pub fn of(text: &str, headline: &str) -> Option<String> {
    let text = clean::text(&html::text(text));
    let rest = behind(&text, headline).unwrap_or(&text);
    let count = rest.chars().count();
    if count < SHORTEST {
        return None;
    }
    if count <= LONGEST {
        return Some(rest.to_owned());
    }
    let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(end, _)| end);
    let begun = &rest[..end];
    // A text without spaces is cut where it is long enough.
    let whole = begun.rfind(' ').filter(|&space| space > end / 2).map_or(begun, |space| &begun[..space]);
    Some(format!("{}…", whole.trim_end_matches(|c: char| is_separator(c) || matches!(c, ',' | ';' | ' '))))
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
    use super::of;

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
