//! What publishing systems write where an article has no headline: [`is_stand_in`].

use super::normalize::normalize;
use super::segment::words;

/// By words, folded: of English, and what blogs are delivered with in German, French, Italian, Portuguese and Spanish.
const STAND_INS: &[&[&str]] = &[
    &["headline", "not", "available"],
    &["headline", "unavailable"],
    &["no", "headline"],
    &["no", "headline", "available"],
    &["no", "title"],
    &["no", "title", "available"],
    &["title", "not", "available"],
    &["title", "unavailable"],
    &["untitled"],
    &["untitled", "document"],
    &["ohne", "titel"],
    &["sans", "titre"],
    &["sem", "titulo"],
    &["senza", "titolo"],
    &["sin", "titulo"],
];

/// Bytes of the longest one, with brackets and letters in other forms around it.
const LONGEST: usize = 48;

/// Whether a headline, whole and without its outlet, says that there is none: `Headline Unavailable`, `(no title)`.
pub(super) fn is_stand_in(core: &str) -> bool {
    // Most headlines are longer, or begin otherwise.
    let begins = |c: char| matches!(c.to_ascii_lowercase(), 'h' | 'n' | 'o' | 's' | 't' | 'u') || !c.is_ascii();
    if core.len() > LONGEST || !core.chars().find(|c| c.is_alphanumeric()).is_some_and(begins) {
        return false;
    }
    let folded: Vec<_> = words(core).map(|(_, word)| normalize(word)).collect();
    STAND_INS.iter().any(|words| words.iter().eq(folded.iter()))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::text::HouseStyle;

    #[test]
    fn words_for_no_headline_are_none() {
        let cases = [
            ("Headline Unavailable", ""),
            ("headline not available.", ""),
            ("(no headline)", ""),
            ("[No Title]", ""),
            ("Untitled", ""),
            ("  UNTITLED DOCUMENT ", ""),
            ("Sin título", ""),
            ("Headline Unavailable - Elm Gazette", ""),
            ("BREAKING: No title", ""),
            ("No title for Lions", "No title for Lions"),
            ("No title: Lions", "No title: Lions"),
            ("Untitled work sells for millions", "Untitled work sells for millions"),
            ("Unavailable", "Unavailable"),
            ("Titel", "Titel"),
            ("No", "No"),
        ];
        for (title, expected) in cases {
            let article = Article::new("a", title).with_source("Elm Gazette");
            let headline = HouseStyle::default().headline(&article);
            assert_eq!(headline.text(title), expected, "{title}");
            assert!(headline.span().of(title).is_some(), "{title}");
        }
    }
}
