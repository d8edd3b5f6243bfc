//! Words as byte spans of the original text: Unicode Standard Annex 29, tailored to news.

use std::iter::FusedIterator;

use super::pieces::Pieces;

/// A range of bytes of a text, both ends on character boundaries. Its serde form is `[start, end]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "(usize, usize)", from = "(usize, usize)")
)]
pub struct Span {
    start: usize,
    end: usize,
}

impl From<(usize, usize)> for Span {
    fn from((start, end): (usize, usize)) -> Self {
        Self { start, end: end.max(start) }
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl Span {
    /// First byte.
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte after the last.
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// The text that the span cuts out, or `None` where it does not lie on character boundaries of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// The words of a text in order, each with the span it stands at.
///
/// Words are those of [UAX #29](https://www.unicode.org/reports/tr29/#Word_Boundaries) that hold a letter or a digit.
/// Where news writes one meaning across several of them, they are joined:
///
/// | written | one word | why |
/// |---|---|---|
/// | `U.S.`, `a.m.` | with its last dot | single letters with dots are an acronym |
/// | `2-1`, `3–0`, `2019-20`, `9/11`, `10:30` | both numbers | scores, seasons, dates, times |
/// | `$5m`, `€3.2bn`, `5%`, `10€` | with its sign | an amount |
/// | `Covid-19`, `F-16s`, `G-7`, `C-130J` | both sides of the hyphen | up to five letters, then up to three digits |
/// | `AT&T`, `S&P` | both sides of the `&` | a name |
/// | `1990's`, `747’s` | with its `'s` | UAX #29 does not join it to a digit |
///
/// Where a space is missing after a colon or a full stop (`Live:Quake`, `over.Then`), there are two words. Other compounds
/// are separate words: `19-year-old` is three, `Trump-backed` two. HTML's tags and character references, which texts of
/// feeds have (`<li>`, `&quot;`), are none. Spans are strictly increasing, do not overlap and are never empty. Scripts that write no spaces come out as UAX #29 cuts them without a dictionary: Chinese
/// by character. Linear in the length of the text, without allocation.
///
/// ```
/// use samestory::text::words;
/// let cut: Vec<&str> = words("U.S. F-16s cost $5m: a 2-1 vote").map(|(_, word)| word).collect();
/// assert_eq!(cut, ["U.S.", "F-16s", "cost", "$5m", "a", "2-1", "vote"]);
/// ```
pub fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    Words { text, pieces: Pieces::new(text), peeked: None }
}

struct Words<'t> {
    text: &'t str,
    pieces: Pieces<'t>,
    /// A piece that was looked at and not used.
    peeked: Option<(usize, &'t str)>,
}

impl<'t> Words<'t> {
    fn next_piece(&mut self) -> Option<(usize, &'t str)> {
        self.peeked.take().or_else(|| self.pieces.next())
    }

    /// The piece that begins exactly at `at`, if there is one; any other stays for later.
    fn piece_at(&mut self, at: usize, joins: impl FnOnce(&str) -> bool) -> Option<&'t str> {
        let (start, piece) = self.next_piece()?;
        if start == at && joins(piece) {
            return Some(piece);
        }
        self.peeked = Some((start, piece));
        None
    }

    /// What a piece that ends at `end` is joined to: the new end and the piece it ends with.
    ///
    /// Looks at `piece` and its neighbour only, never at the whole word so far: a chain of any length stays linear.
    fn join(&mut self, piece: &'t str, is_first: bool, end: usize) -> Option<(usize, &'t str)> {
        let rest = &self.text[end..];
        let numeric = is_number(piece);
        let sign = rest.chars().next()?;
        let after = end + sign.len_utf8();
        let next = match sign {
            '.' if is_first && is_dotted(piece) => return Some((after, "")),
            '%' | '‰' if numeric => return Some((after, "")),
            _ if numeric && is_currency(sign) => {
                let before_a_number = rest[sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
                return (!before_a_number).then_some((after, ""));
            }
            '-' | '–' | '‑' | '−' if numeric => self.piece_at(after, starts_with_digit),
            '-' | '‑' if is_first && is_designator(piece) => self.piece_at(after, is_designator_number),
            '/' | ':' if numeric => self.piece_at(after, is_number),
            '&' if is_letters(piece) => self.piece_at(after, is_letters),
            '\'' | '’' if ends_with_digit(piece) => self.piece_at(after, |next| matches!(next, "s" | "S")),
            _ => None,
        }?;
        Some((after + next.len(), next))
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = (Span, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let (mut start, mut piece) = self.next_piece()?;
        let mut end = start + piece.len();
        if starts_with_digit(piece) {
            if let Some(sign) = self.text[..start].chars().next_back().filter(|&c| is_currency(c)) {
                start -= sign.len_utf8();
            }
        }
        let mut is_first = true;
        // Nearly every word has a space after it: nothing to join.
        while !matches!(self.text.as_bytes().get(end), None | Some(b' ')) {
            let Some((joined, last)) = self.join(piece, is_first, end) else { break };
            (end, piece, is_first) = (joined, last, false);
            if piece.is_empty() {
                break;
            }
        }
        Some((Span { start, end }, &self.text[start..end]))
    }
}

impl FusedIterator for Words<'_> {}

fn starts_with_digit(piece: &str) -> bool {
    piece.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

fn ends_with_digit(piece: &str) -> bool {
    piece.as_bytes().last().is_some_and(u8::is_ascii_digit)
}

/// Begins and ends with a digit: `2`, `1,200.5`, but not `5m`. Constant time.
fn is_number(piece: &str) -> bool {
    starts_with_digit(piece) && ends_with_digit(piece)
}

/// Single letters with dots between them, at least two: `U.S`, `a.m`.
fn is_dotted(piece: &str) -> bool {
    piece.contains('.')
        && piece.split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        })
}

/// The letters of a name such as `F-16` or `Covid-19`: one to five. Longer ones are names of their own (`Apollo-11`).
fn is_designator(piece: &str) -> bool {
    piece.chars().take(6).count() <= 5 && is_letters(piece)
}

/// The number of such a name: up to three digits (four are a year: `mid-2020`), then at most one letter.
fn is_designator_number(piece: &str) -> bool {
    let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = piece[digits..].chars();
    (1..=3).contains(&digits) && rest.next().is_none_or(char::is_alphabetic) && rest.next().is_none()
}

fn is_letters(piece: &str) -> bool {
    piece.chars().all(char::is_alphabetic)
}

/// `$ ¢ £ ¥` and the Currency Symbols block.
fn is_currency(sign: char) -> bool {
    matches!(sign, '$' | '¢' | '£' | '¥' | '\u{20A0}'..='\u{20CF}')
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Asserts what every segmentation promises: spans that increase, do not overlap, and cut text that is not empty.
    pub(in super::super) fn assert_conforms(text: &str, spans: impl IntoIterator<Item = Span>) {
        let mut end = 0;
        for span in spans {
            assert!(span.start >= end, "{span:?} begins before {end} in {text:?}");
            assert!(span.start < span.end, "{span:?} is empty in {text:?}");
            assert!(span.of(text).is_some(), "{span:?} is off the character boundaries of {text:?}");
            end = span.end;
        }
    }

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|(_, word)| word).collect()
    }

    #[test]
    fn words_are_what_news_means_by_them() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("acronym with dots", "The U.S. and the U.N. agree", &["The", "U.S.", "and", "the", "U.N.", "agree"]),
            ("acronym without its last dot", "the U.S deal", &["the", "U.S", "deal"]),
            ("acronym at the end", "Back at 9 P.M.", &["Back", "at", "9", "P.M."]),
            ("an initial is no acronym", "J. Smith", &["J", "Smith"]),
            ("a full stop is no acronym", "It ended. Then", &["It", "ended", "Then"]),
            ("thousands and decimals", "1,200.5 tonnes", &["1,200.5", "tonnes"]),
            ("score", "Lions win 2-1", &["Lions", "win", "2-1"]),
            ("score with en dash", "Lions win 3–0", &["Lions", "win", "3–0"]),
            ("sets", "6-4, 7-6", &["6-4", "7-6"]),
            ("spaced dash is no score", "Lions 2 - 1 Bears", &["Lions", "2", "1", "Bears"]),
            ("season", "the 2019-20 season", &["the", "2019-20", "season"]),
            ("date", "2026-03-01", &["2026-03-01"]),
            ("slash", "9/11 and/or 24/7", &["9/11", "and", "or", "24/7"]),
            ("time of day", "at 10:30", &["at", "10:30"]),
            ("colon without space", "Live:Quake hits", &["Live", "Quake", "hits"]),
            ("full stop without space", "It is over.Then it rained", &["It", "is", "over", "Then", "it", "rained"]),
            ("ending after a colon", "EU:s and USA:n", &["EU:s", "and", "USA:n"]),
            ("host", "example.com says", &["example.com", "says"]),
            ("money", "$5m €3.2bn £10,000 ₹50 crore", &["$5m", "€3.2bn", "£10,000", "₹50", "crore"]),
            ("money with its country", "US$5m", &["US", "$5m"]),
            ("sign after the amount", "10€ or 10 €", &["10€", "or", "10"]),
            ("sign between amounts", "5$10", &["5", "$10"]),
            ("per cent", "5% of 3.5%", &["5%", "of", "3.5%"]),
            ("unit", "10km run", &["10km", "run"]),
            ("decades", "1990s and '90s", &["1990s", "and", "90s"]),
            ("number with 's", "the 747's and the 1990’s", &["the", "747's", "and", "the", "1990’s"]),
            ("compound", "Trump-backed bill", &["Trump", "backed", "bill"]),
            ("age", "A 19-year-old", &["A", "19", "year", "old"]),
            (
                "letters and number",
                "Covid-19 F-16s G-7 MH-370 C-130J",
                &["Covid-19", "F-16s", "G-7", "MH-370", "C-130J"],
            ),
            ("after another hyphen", "pre-Covid-19", &["pre", "Covid-19"]),
            ("a year is no designator", "mid-2020", &["mid", "2020"]),
            ("a long name is no designator", "Apollo-11", &["Apollo", "11"]),
            ("ampersand", "AT&T, S&P 500 & R&D", &["AT&T", "S&P", "500", "R&D"]),
            ("tags", "<ol><li>Lions win<br/>2-1</li> if a<b", &["Lions", "win", "2-1", "if", "a", "b"]),
            ("references", "Roe&#39;s &quot;plan&quot; &amp;&nbsp;more", &["Roe", "s", "plan", "more"]),
            ("possessive", "Ukraine’s and students' vote", &["Ukraine’s", "and", "students", "vote"]),
            ("Cyrillic", "Ил-76 сел в Омске", &["Ил-76", "сел", "в", "Омске"]),
            ("nothing", "", &[]),
            ("only signs", "— … $ % &", &[]),
            ("only emoji", "🔥🔥 👍🏽", &[]),
            ("a lone combining mark", "\u{301}", &[]),
            ("a vowel sign on a currency sign", "5¢\u{93E}", &["5¢", "\u{93E}"]),
            ("narrow no-break space", "Macron\u{202F}: 10\u{202F}000 morts", &["Macron", "10", "000", "morts"]),
            ("NUL", "a\0b", &["a", "b"]),
        ];
        for (name, text, expected) in cases {
            assert_eq!(cut(text), *expected, "{name}");
        }
    }

    #[test]
    fn long_chains_stay_linear() {
        for piece in ["1-", "a&", "U.", "F-1-", "$1", "-", "1:", "9/", "x", " ", "e\u{301}", "🔥"] {
            let text = piece.repeat(1 << 20);
            assert_conforms(&text, words(&text).map(|(span, _)| span));
        }
    }

    proptest! {
        #[test]
        fn any_text_conforms(text in any::<String>()) {
            assert_conforms(&text, words(&text).map(|(span, _)| span));
        }

        #[test]
        fn any_text_of_joints_conforms(text in "[aU1 .,'’$€%&/:–-]{0,40}") {
            assert_conforms(&text, words(&text).map(|(span, _)| span));
            // Joining takes nothing away: every letter and digit is in a word.
            let kept: String = cut(&text).concat();
            let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            prop_assert_eq!(count(&kept), count(&text));
        }
    }
}
