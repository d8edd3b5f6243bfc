//! What makes a headline unfit to stand over a story: [`TitleFault`].

use std::borrow::Cow;

use super::headline::Headline;
use super::notes::{Letters, Notes};

/// Why an editor would rather take another headline.
///
/// Each costs a part of the score that is between 0 and 2.3; a headline with a fault still wins where no other tells the
/// story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum TitleFault {
    /// Cut off: `…` at the end, where its outlet cuts what is longer, a quotation without end, or a word that another must
    /// follow (`Ferry aground off Elm and`; English).
    Truncated,
    /// Mostly in capitals, or with an exclamation mark.
    Shouting,
    /// A question, direct or not (`How the ferry ran aground`), or a way to what is told elsewhere (`Meet the captain`;
    /// English): it asks what the title should tell.
    Question,
    /// Begins with what somebody said, in quotes or not (`We are ready`): whose words, and about what, comes late or never.
    Quote,
    /// Ends with who says it, or where it stands (`Ferry aground - coastguard`, `… - Latest News`), or has a section's name or
    /// a topic beside it, behind a bar (`Harbour News | Ferry aground`).
    Signed,
    /// Speaks to the reader, or promises instead of telling: `Here's what you need to know`.
    Clickbait,
    /// Names a form instead of the event: live blog, opinion, video, explainer.
    Tagged,
    /// Fewer than five words.
    TooShort,
    /// More than 18 words.
    TooLong,
    /// Tells what is to come (`Ferry to sail on Monday`; English), where a fifth of the headlines and two at least, three
    /// hours later or more, do not: it has come.
    Overtaken,
}

impl TitleFault {
    /// What it costs, in points of the score.
    #[must_use]
    pub const fn cost(self) -> f32 {
        match self {
            Self::Truncated => 0.3,
            Self::Question | Self::Signed | Self::Clickbait | Self::Tagged | Self::Overtaken => 0.2,
            Self::Shouting | Self::Quote | Self::TooShort | Self::TooLong => 0.1,
        }
    }

    pub(super) fn of(headline: &Headline<'_>, words: usize) -> Vec<Self> {
        let text = headline.text;
        let shown = straight(text);
        let mut faults = Vec::new();
        let mut found = |fault: Self, is_found: bool| {
            if is_found {
                faults.push(fault);
            }
        };
        found(Self::Truncated, headline.is_truncated() || breaks_off(text) || leaves_quotation_open(text));
        found(Self::Shouting, headline.is_shouting() || text.contains("! ") || text.ends_with('!'));
        let asks = text.trim_end_matches(['"', '”', '’', '\'']).ends_with(['?', '？', '؟']);
        found(Self::Question, asks || explains(&shown));
        let is_quoted = text.starts_with(['"', '“', '‘', '\'', '«', '„', '「']);
        found(Self::Quote, is_quoted || speaks(&shown));
        found(Self::Signed, is_signed(text));
        // Cut off it is not shown, but tells what kind of headline it was.
        found(Self::Clickbait, BAIT.is_in(&straight(headline.whole)));
        found(Self::Tagged, headline.is_tagged());
        found(Self::TooShort, words < 5);
        found(Self::TooLong, words > 18);
        faults
    }
}

/// What is written for an apostrophe.
const APOSTROPHES: [char; 3] = ['’', '`', '´'];

fn straight(text: &str) -> Cow<'_, str> {
    // Found one by one they are found faster.
    if APOSTROPHES.iter().any(|&sign| text.contains(sign)) {
        text.replace(APOSTROPHES, "'").into()
    } else {
        Cow::Borrowed(text)
    }
}

/// Words that begin what they end here. English.
const OPEN: [&str; 10] = ["a", "an", "and", "because", "my", "or", "our", "the", "their", "your"];

/// `Ferry aground off Elm and`.
fn breaks_off(text: &str) -> bool {
    let (rest, last) = text.rsplit_once(' ').unwrap_or_default();
    // Not `Vitamin A`, `Plan An`: short words with a capital may be names.
    let is_open = OPEN.contains(&last) || OPEN.contains(&last.to_lowercase().as_str()) && last.len() > 2;
    is_open && rest.contains(' ')
}

/// `Captain tells court 'nobody had war`: the last quotation that begins has no end. An apostrophe passes for one.
fn leaves_quotation_open(text: &str) -> bool {
    [('"', ['"', '”']), ('“', ['”', '"']), ('\'', ['\'', '’']), ('‘', ['’', '\''])].into_iter().any(|(open, close)| {
        // What most headlines do not have is found faster than where they have it.
        if !text.contains(open) {
            return false;
        }
        let mut before = ' ';
        let signs = text.char_indices().filter(|&(at, c)| {
            let is_first = before.is_whitespace() || before == '(';
            before = c;
            c == open && is_first && text[at + c.len_utf8()..].starts_with(char::is_alphabetic)
        });
        signs.last().is_some_and(|(at, c)| !text[at + c.len_utf8()..].contains(close))
    })
}

/// `We will not leave the harbour`: who? English.
fn speaks(straight: &str) -> bool {
    let first = straight.split(' ').next().unwrap_or_default();
    ["I", "I'm", "I'll", "I've", "My", "Our", "We", "We're", "We'll", "We've"].contains(&first)
}

/// `Ferry aground off Elm - coastguard`: up to three words behind a dash, and no number, which a score has. Or a bar.
fn is_signed(text: &str) -> bool {
    let tail = [" - ", " – ", " — "].iter().filter_map(|dash| text.rsplit_once(dash)).map(|(_, tail)| tail);
    let is_name = |tail: &str| tail.split(' ').nth(SIGNATURE).is_none() && !tail.contains(|c: char| c.is_numeric());
    text.contains(" | ") || tail.min_by_key(|tail| tail.len()).is_some_and(is_name)
}

/// Words of the longest name that a headline ends with.
const SIGNATURE: usize = 3;

/// `How the ferry ran aground`, `Third time lucky: how a ferry came to port`, `What the captain said`, `Meet the captain`:
/// it leads to what it should tell. English.
fn explains(text: &str) -> bool {
    let last = text.rsplit(": ").next().unwrap_or_default();
    [text, last].iter().any(|part| {
        let first = part.split(' ').next().unwrap_or_default();
        LEADING.contains(&first)
    })
}

const LEADING: [&str; 16] = [
    "Behind",
    "Everything",
    "Here's",
    "How",
    "Inside",
    "Meet",
    "Read",
    "See",
    "Watch",
    "What",
    "Where",
    "Who",
    "Why",
    "how",
    "what",
    "why",
];

/// Parts of headlines that speak to the reader or keep back what happened. English; lower case, straight apostrophes.
static BAIT: Notes = Notes::new(
    &[
        "you need to know",
        "what to know",
        "what we know",
        "here's what",
        "here's why",
        "here's how",
        "here is what",
        "here is why",
        "this is what",
        "this is why",
        "this is how",
        "what happened next",
        "you won't believe",
        "everything you",
        "what it means",
        "what this means",
        "things to know",
        "things to watch",
        "takeaways",
        "fears soar",
        "fears mount",
        "fears grow",
        "goes viral",
        "breaks the internet",
        "the internet reacts",
        "wait until you",
        "watch video",
        "details here",
        "check details",
        "full details",
        "all details",
        "read here",
        "see pics",
        "see post",
        "see here",
        "check here",
        "in pics",
        "pics inside",
        "big points",
        "see photos",
        "& more",
        "and more",
        "all you need",
        "here is everything",
        "here's everything",
        "here are some",
        "here's who",
        "here's when",
        "here's where",
        "here's all",
        "here's the",
        "here's a look",
        "everything we know",
        "all we know",
        "we know so far",
        "know more",
        "know about",
        "know all",
        "know details",
        "know how",
        "know here",
        "know the",
        "know what",
        "know when",
        "know why",
        "check price",
        "check features",
        "check specs",
        "check latest",
        "check date",
        "check list",
        "check out",
        "check full",
        "find out",
        "see first pics",
        "see pictures",
        "see pic",
        "her pics",
        "his pics",
        "pics and video",
        "photos inside",
        "video inside",
        "breaks silence",
        "break silence",
        "like this",
        "like never before",
        "his verdict",
        "her verdict",
        "specs, price",
        "specifications, price",
        "features, price",
        "price, spec",
        "price, feature",
        "price, offers",
        "price and features",
        "price and specs",
        "full list",
        "list of winners",
        "where to watch",
        "how to watch",
        "live streaming",
        "date, time",
        "must know",
        "you should know",
        "should you",
        "guess who",
        "guess what",
        "in case you missed",
        "and other details",
    ],
    Letters::AnyCase,
);

#[cfg(test)]
mod tests {
    use super::{Headline, TitleFault};
    use crate::article::Article;
    use crate::text::HouseStyle;

    #[test]
    fn faults_are_seen() {
        let cases: &[(&str, &[TitleFault])] = &[
            ("We’re leaving the ferry Pelican where it is", &[TitleFault::Quote]),
            ("Weather keeps ferry Pelican where it is", &[]),
            ("Ferry Pelican aground off Sorrel Point - coastguard", &[TitleFault::Signed]),
            ("Ferry Pelican aground off Sorrel Point – Mayor Jane Roe", &[TitleFault::Signed]),
            ("Harbour News | Ferry Pelican aground off Sorrel Point", &[TitleFault::Signed]),
            ("Ferry Pelican aground - and nobody on board is hurt", &[]),
            ("Ferry Pelican - as ever - runs aground off Sorrel Point", &[]),
            ("Ferry Pelican's crew beats the town's - 2 boats", &[]),
            ("Ferry Pelican runs aground off Sorrel Point", &[]),
            ("FERRY PELICAN RUNS AGROUND OFF SORREL POINT", &[TitleFault::Shouting]),
            ("PELICAN'D! Ferry aground and the captain is GUTTED", &[TitleFault::Shouting]),
            ("Ferry Pelican aground off Sorrel Point!", &[TitleFault::Shouting]),
            ("Why is the ferry Pelican aground?", &[TitleFault::Question]),
            ("How the ferry Pelican ran aground off Sorrel Point", &[TitleFault::Question]),
            ("Fog and fortune: how a ferry ran aground", &[TitleFault::Question]),
            ("What the captain of the ferry Pelican said", &[TitleFault::Question]),
            ("Meet the captain of the ferry Pelican", &[TitleFault::Question]),
            ("WHO says the ferry Pelican is clean", &[]),
            ("Ferry Pelican back in Elm: Fares, Hours & More", &[TitleFault::Clickbait]),
            ("Captain tells court how the ferry ran aground", &[]),
            ("Ferry Pelican runs aground off Sorrel …", &[TitleFault::Truncated]),
            ("Ferry Pelican runs aground off Sorrel Point and", &[TitleFault::Truncated]),
            ("Ferry Pelican Runs Aground Off Sorrel Point And", &[TitleFault::Truncated]),
            ("Ferry Pelican takes on a cargo of Vitamin A", &[]),
            ("Ferry Pelican has a new master and a plan", &[]),
            ("Captain of the Pelican tells court 'nobody had war", &[TitleFault::Truncated]),
            ("Captain of the Pelican tells court “nobody had war", &[TitleFault::Truncated]),
            ("Captain of the Pelican tells court 'nobody had warned us'", &[]),
            ("Captain of the Pelican tells of a storm as in the '90s", &[]),
            ("Captains' guild of Elm stands by the Pelican's master", &[]),
            ("Ferry Pelican back in Elm; see post", &[TitleFault::Clickbait]),
            ("Ferry Pelican back in Elm: 5 big points", &[TitleFault::Clickbait]),
            ("Ferry Pelican back in Elm, in pics", &[TitleFault::Clickbait]),
            ("Ferry Pelican loses by 10 points", &[]),
            ("Fog fears soar as ferry Pelican drifts off Elm", &[TitleFault::Clickbait]),
            ("Captain of the ferry Pelican fears fog off Elm", &[]),
            ("Here`s what the captain of the ferry Pelican saw", &[TitleFault::Question, TitleFault::Clickbait]),
            ("Here´s what the captain of the ferry Pelican saw", &[TitleFault::Question, TitleFault::Clickbait]),
        ];
        for (title, expected) in cases {
            let article = Article::new("a", *title);
            let headline = Headline::of(&article, HouseStyle::default().headline(&article)).unwrap();
            assert_eq!(TitleFault::of(&headline, 8), *expected, "{title}");
        }
    }
}
