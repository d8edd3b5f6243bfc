//! What a sentence says in its own words: [`outside_quotes`].

use std::borrow::Cow;

/// The text with every quotation cut out. Linear in its length.
pub(super) fn outside_quotes(sentence: &str) -> Cow<'_, str> {
    let has_quote = sentence.contains('"')
        || (!sentence.is_ascii() && sentence.contains(['“', '”', '„', '«', '»', '‘', '「', '『']));
    if !has_quote {
        return Cow::Borrowed(sentence);
    }
    let mut outside = String::with_capacity(sentence.len());
    let mut open: Vec<char> = Vec::new();
    let mut straight = false;
    let mut is_single = false;
    let has_single_end = sentence.contains('’');
    // `”` opens as well as closes in Swedish and Finnish.
    let is_nordic = !sentence.contains(['“', '„']);
    let mut before = ' ';
    let mut rest = sentence.chars();
    while let Some(c) = rest.next() {
        let next = rest.clone().next().unwrap_or(' ');
        match c {
            '"' => straight = !straight,
            _ if closes(c, open.last().copied()) => {
                open.pop();
            }
            '“' | '„' | '«' | '»' | '「' | '『' => open.push(c),
            '”' if is_nordic => open.push(c),
            '”' | '」' | '』' => {}
            // An apostrophe stands before a letter, or opens nothing.
            '‘' if !before.is_alphanumeric() && has_single_end => is_single = true,
            '’' if is_single && !next.is_alphanumeric() => is_single = false,
            _ if open.is_empty() && !straight && !is_single => outside.push(c),
            _ => {}
        }
        before = c;
    }
    Cow::Owned(outside)
}

/// Whether a sign ends the quotation that another one opened: English “…”, German „…“ and »…«, French «…», Swedish ”…”.
const fn closes(sign: char, opener: Option<char>) -> bool {
    matches!(
        (opener, sign),
        (Some('“' | '„' | '”'), '”')
            | (Some('„'), '“')
            | (Some('«'), '»')
            | (Some('»'), '«')
            | (Some('「'), '」')
            | (Some('『'), '』')
    )
}

#[cfg(test)]
mod tests {
    use super::outside_quotes;

    #[test]
    fn quotations_are_cut_out() {
        let cases = [
            ("none", "The ferry sank.", "The ferry sank."),
            ("English", "“It sank,” Roe said.", " Roe said."),
            ("straight", "\"It sank,\" Roe said.", " Roe said."),
            ("British", "‘It’s gone,’ Roe said.", " Roe said."),
            ("an apostrophe", "Roe’s ferry sank.", "Roe’s ferry sank."),
            ("one in another", "“It is “gone”,” Roe said.", " Roe said."),
            ("without an end", "Roe said: “It sank.", "Roe said: "),
            ("without a beginning", "“It sank” and”, Roe said.", " and, Roe said."),
            ("German", "„Sie sank“, sagte Roe.", ", sagte Roe."),
            ("German guillemets", "»Sie sank«, sagte Roe.", ", sagte Roe."),
            ("French", "« Il a coulé », dit Roe.", ", dit Roe."),
            ("Swedish", "”Den sjönk”, sa Roe.", ", sa Roe."),
            ("Polish", "„Zatonął”, mówi Roe.", ", mówi Roe."),
            ("Japanese", "「沈んだ」とロウは言った。", "とロウは言った。"),
        ];
        for (name, sentence, expected) in cases {
            let outside = outside_quotes(sentence);
            assert_eq!(outside.trim_start(), expected.trim_start(), "{name}");
        }
    }
}
