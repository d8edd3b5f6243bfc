//! A headline as it is shown: [`displayed`].

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::text::{is_sentence_case, normalize, words};

use super::case::{is_acronym, is_small};
use super::headline::Headline;

/// How the other members write a word, by its folded form: the spelling that most of them use.
pub(super) type Casing<'a> = FxHashMap<Cow<'a, str>, &'a str>;

/// A headline without entities and double spaces; one that shouts is lowered where every one of its words is found in
/// `casing`, so that no name loses its capital. In one that does not shout, a word in capitals that the others write small
/// is written as they do.
pub(super) fn displayed(headline: &Headline<'_>, casing: &Casing<'_>) -> String {
    let clean = decoded(headline.text);
    if headline.is_shouting() { lowered(&clean, casing).unwrap_or(clean) } else { calmed(clean, casing) }
}

/// A text without entities and double spaces.
pub(super) fn decoded(text: &str) -> String {
    let decoded = with_apostrophes(decode_entities(text));
    let is_clean = decoded.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace));
    if is_clean { decoded.into_owned() } else { decoded.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Letters of a word in capitals that is rather stressed than an acronym.
const STRESSED: usize = 4;

/// A word in capitals that may be stress: `BRAINY`, `FURIOUS`.
pub(super) fn is_stressed(word: &str) -> bool {
    is_acronym(word) && word.chars().filter(|c| c.is_alphabetic()).count() >= STRESSED
}

/// `FURIOUS boatmen block the harbour` as `Furious boatmen block the harbour`.
fn calmed(calm: String, casing: &Casing<'_>) -> String {
    if casing.is_empty() || !words(&calm).any(|(_, word)| is_stressed(word)) {
        return calm;
    }
    let small = |word: &str| casing.get(&normalize(word)).copied().filter(|other| is_small(other));
    respelled(&calm, |word| Some(if is_stressed(word) { small(word).unwrap_or(word) } else { word })).unwrap_or(calm)
}

/// A headline that shouts in the spelling of the others; `None` where they do not have all of its words.
fn lowered(shouting: &str, casing: &Casing<'_>) -> Option<String> {
    let is_cased = |word: &str| word.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    respelled(shouting, |word| if is_cased(word) { casing.get(&normalize(word)).copied() } else { Some(word) })
}

/// A headline with each word as `spell` writes it; the first with a capital where that is not as it was.
fn respelled<'a>(headline: &'a str, spell: impl Fn(&'a str) -> Option<&'a str>) -> Option<String> {
    let mut shown = String::with_capacity(headline.len());
    let mut at = 0;
    for (span, word) in words(headline) {
        shown.push_str(&headline[at..span.start()]);
        let spelled = spell(word)?;
        if shown.is_empty() && spelled != word {
            let mut chars = spelled.chars();
            shown.extend(chars.next().into_iter().flat_map(char::to_uppercase));
            shown.push_str(chars.as_str());
        } else {
            shown.push_str(spelled);
        }
        at = span.end();
    }
    shown.push_str(&headline[at..]);
    Some(shown)
}

/// How words are written in headlines that neither shout nor write every word with a capital.
///
/// A word at the beginning of a headline tells nothing. Of equally common spellings the first in byte order.
pub(super) fn casing<'a>(headlines: impl Iterator<Item = &'a str>) -> Casing<'a> {
    let mut counts: FxHashMap<(Cow<'a, str>, &'a str), usize> = FxHashMap::default();
    for headline in headlines.filter(|headline| is_sentence_case(headline)) {
        for (_, word) in words(headline).skip(1) {
            *counts.entry((normalize(word), word)).or_default() += 1;
        }
    }
    let mut counted: Vec<_> = counts.into_iter().collect();
    counted.sort_unstable_by(|((a, x), n), ((b, y), m)| (a, m, x).cmp(&(b, n, y)));
    let mut casing = Casing::default();
    for ((folded, word), _) in counted {
        casing.entry(folded).or_insert(word);
    }
    casing
}

/// An apostrophe's reference in a feed that lost its `&`.
const LOST_APOSTROPHE: &str = "#39;";

/// Where it stands beside a letter: `Roe#39;s`, but not `item #39; and`.
fn lost_apostrophes(text: &str) -> impl Iterator<Item = usize> {
    // What most texts do not have is found faster than where they have it; in nothing it is nowhere.
    let searched = if text.contains(LOST_APOSTROPHE) { text } else { "" };
    let all = searched.match_indices(LOST_APOSTROPHE).map(|(at, _)| at);
    all.filter(|at| {
        let behind = &text[at + LOST_APOSTROPHE.len()..];
        text[..*at].ends_with(char::is_alphabetic) || behind.starts_with(char::is_alphabetic)
    })
}

fn with_apostrophes(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut mended = String::new();
    let mut from = 0;
    for at in lost_apostrophes(&text) {
        mended.push_str(&text[from..at]);
        mended.push('\'');
        from = at + LOST_APOSTROPHE.len();
    }
    if from == 0 {
        return text;
    }
    mended.push_str(&text[from..]);
    mended.into()
}

/// HTML's named entities that headlines have, and all numeric ones; anything else stays as it is. Once: what comes out
/// is not decoded again.
fn decode_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest name of the table has six letters, the longest number eight signs.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        if let Some((sign, end)) = end.and_then(|end| Some((entity(rest.get(1..end)?)?, end))) {
            decoded.push(sign);
            rest = &rest[end + 1..];
        } else {
            decoded.push('&');
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        // `parse` takes a sign.
        if !hex.unwrap_or(number).bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        return char::from_u32(code).filter(|sign| !sign.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "euro" => '€',
        "pound" => '£',
        "eacute" => 'é',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::text::HouseStyle;

    #[test]
    fn headlines_are_shown_clean() {
        let calm = ["Storm hits the coast of Orsland", "In Orsland a storm hits NATO base", "Why the storm hits hard"];
        let cases = [
            ("plain", "Storm hits Orsland", "Storm hits Orsland"),
            (
                "entities",
                "Roe &amp; Sons&#8217; &quot;plan&quot; &#x2014; &nbsp; R&D &bogus; &amp;lt;",
                "Roe & Sons’ \"plan\" — R&D &bogus; &lt;",
            ),
            ("spaces", " Storm   hits\tOrsland ", "Storm hits Orsland"),
            ("shouting, all names known", "STORM HITS ORSLAND, NATO BASE", "Storm hits Orsland, NATO base"),
            ("shouting, a name unknown", "STORM HITS TARVANIA HARD", "STORM HITS TARVANIA HARD"),
            ("one stressed word", "STORM hits Orsland, NATO base", "Storm hits Orsland, NATO base"),
            ("a small first word beside a stressed one", "iSail app HITS Orsland", "iSail app hits Orsland"),
            ("a stressed word inside", "Why the storm HITS Orsland", "Why the storm hits Orsland"),
            (
                "capitals that nobody else writes small",
                "Storm hits TARVANIA and Orsland",
                "Storm hits TARVANIA and Orsland",
            ),
            ("entity cut off", "Roe &amp", "Roe &amp"),
            ("an entity without its sign", "#39;Roe#39;s boat#39;, #39;s", "'Roe's boat', 's"),
            ("an item", "Roe takes item #39; and boat", "Roe takes item #39; and boat"),
            ("a sign in a number", "Roe &#+65; &#x+41;", "Roe &#+65; &#x+41;"),
        ];
        for (name, title, expected) in cases {
            let article = Article::new("a", title);
            let headline = Headline::of(&article, HouseStyle::default().headline(&article)).unwrap();
            assert_eq!(displayed(&headline, &casing(calm.into_iter())), expected, "{name}");
        }
    }
}
