//! What HTML leaves in the texts of feeds: [`Tag`], [`reference`].

/// A tag of HTML's, from its `<` to behind its `>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tag {
    /// The byte after it.
    pub(crate) end: usize,
    /// Where it stands a sentence ends: `<p>` and `</li>`, but not `<em>`.
    pub(crate) ends_sentence: bool,
}

impl Tag {
    /// The tag that begins at a byte. `<Reuters>` and `a < b` are none: only names that feeds' texts have are known.
    ///
    /// Linear in its length, and never past the next `<`.
    pub(crate) fn at(text: &[u8], start: usize) -> Option<Self> {
        let tag = text.get(start..)?.strip_prefix(b"<")?;
        let name = tag.strip_prefix(b"/").unwrap_or(tag);
        let length = name.iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let is_one_of =
            |names: &[&str]| names.iter().any(|known| known.as_bytes().eq_ignore_ascii_case(&name[..length]));
        let ends_sentence = is_one_of(BLOCKS);
        if !ends_sentence && !is_one_of(INLINE) {
            return None;
        }
        let within = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
        if !name.get(length).copied().is_some_and(within) {
            return None;
        }
        let close = name[length..].iter().position(|byte| matches!(byte, b'<' | b'>'))? + length;
        let end = start + 1 + (tag.len() - name.len()) + close + 1;
        (name[close] == b'>').then_some(Self { end, ends_sentence })
    }
}

/// Bytes of the longest name below.
const LONGEST: usize = 10;

/// Tags around words of a sentence.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "mark", "q", "s", "small", "span",
    "strike", "strong", "sub", "sup", "time", "u",
];

/// Tags between sentences.
const BLOCKS: &[&str] = &[
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "iframe",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "video",
];

/// The byte after a character reference (`&amp;`, `&#8217;`) that begins at a byte: two to eight letters and digits, or a
/// `#` and those, between `&` and `;`.
pub(crate) fn reference(text: &[u8], start: usize) -> Option<usize> {
    let after = text.get(start..)?.strip_prefix(b"&")?;
    let is_named = |&byte: &u8| byte.is_ascii_alphanumeric() || byte == b'#';
    let length = after.iter().take(9).take_while(|byte| is_named(byte)).count();
    ((2..9).contains(&length) && after.get(length) == Some(&b';')).then_some(start + length + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_known_by_name() {
        let cases = [
            ("<li>", Some((4, true))),
            ("</LI >x", Some((6, true))),
            ("<br/>", Some((5, true))),
            ("<figcaption>", Some((12, true))),
            ("<em>x", Some((4, false))),
            ("<a href=\"https://a.example/?b=1\">x</a>", Some((33, false))),
            ("<Reuters>", None),
            ("<blockquotes>", None),
            ("<lie>", None),
            ("<a", None),
            ("<a b <i>", None),
            ("<", None),
            ("< p>", None),
            ("", None),
        ];
        for (text, expected) in cases {
            let tag = Tag::at(text.as_bytes(), 0).map(|tag| (tag.end, tag.ends_sentence));
            assert_eq!(tag, expected, "{text}");
        }
        assert_eq!(Tag::at(b"x<p>", 1).map(|tag| tag.end), Some(4));
        assert!(BLOCKS.iter().chain(INLINE).all(|name| name.len() <= LONGEST));
    }

    #[test]
    fn references_are_known_by_shape() {
        let cases = [
            ("&amp; Sons", Some(5)),
            ("&#8217;s", Some(7)),
            ("&#x2014;", Some(8)),
            ("&K;", None),
            ("& amp;", None),
            ("&amp", None),
            ("&muchtoolong;", None),
            ("R&D", None),
        ];
        for (text, expected) in cases {
            assert_eq!(reference(text.as_bytes(), 0), expected, "{text}");
        }
    }
}
