//! The beginning of an article's text, as it stands under its headline.

use super::clean;

/// Characters that a reader takes in at a glance.
const LONGEST: usize = 220;
/// Characters that say more than the headline has said.
const SHORTEST: usize = 30;

/// The beginning of a text, whole or cut at a word; none where it says no more than the headline, which many texts repeat.
pub fn of(text: &str, headline: &str) -> Option<String> {
    let text = clean::text(text);
    let rest = text.strip_prefix(headline).filter(|_| !headline.is_empty()).unwrap_or(&text);
    let rest =
        rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '“' | '‘' | '«' | '('));
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
    Some(format!("{}…", whole.trim_end_matches(|c: char| c.is_ascii_punctuation() || c == '…')))
}
