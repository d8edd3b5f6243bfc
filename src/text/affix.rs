//! The beginning and the end of a text, cut between characters.

/// At most `limit` bytes from the start.
pub(crate) fn prefix(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

/// At most `limit` bytes from the end.
pub(crate) fn suffix(text: &str, limit: usize) -> &str {
    let first = text.len().saturating_sub(limit);
    let start = (first..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::{prefix, suffix};

    #[test]
    fn no_character_is_cut() {
        let found: Vec<(&str, &str)> = (0..6).map(|limit| (prefix("aéb", limit), suffix("aéb", limit))).collect();
        assert_eq!(found, [("", ""), ("a", "b"), ("a", "b"), ("aé", "éb"), ("aéb", "aéb"), ("aéb", "aéb")]);
    }
}
