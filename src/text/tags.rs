//! Marks that an editor puts on a headline: `LIVE:`, `UPDATE 2-`, `[Exclusive]`, ` – video`.

use super::affix::{prefix, suffix};
use super::normalize::normalize;
use super::segment::words;

use HeadlineTag as Tag;

/// What a mark on a headline says about the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum HeadlineTag {
    /// It is written on as the event goes on: `Live:`, `EN DIRECT`, ` – as it happened`.
    Live,
    /// A later version: `UPDATE 2-`, `(updated)`.
    Update,
    /// `BREAKING:`, `URGENT`, `СРОЧНО`.
    Breaking,
    /// `EXCLUSIVE:`.
    Exclusive,
    /// A film: `WATCH |`, `[Video]`.
    Video,
    /// A row of pictures: `In pictures:`.
    Photos,
    /// Something to listen to: `Podcast:`, `Listen:`.
    Podcast,
    /// Someone's view: `Opinion |`, `Editorial:`.
    Opinion,
    /// `ANALYSIS-`.
    Analysis,
    /// Background: `Explainer:`, `FACTBOX-`.
    Explainer,
    /// `Fact check:`.
    FactCheck,
    /// `Interview:`.
    Interview,
    /// A review of a work or a product: `Review:`.
    Review,
    /// `CORRECTED-`.
    Correction,
    /// Paid for: `Sponsored:`.
    Sponsored,
}

/// The marks of one headline: a set of [`HeadlineTag`]. Its serde form is a list of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "Vec<HeadlineTag>", from = "Vec<HeadlineTag>")
)]
pub struct HeadlineTags(u16);

impl FromIterator<HeadlineTag> for HeadlineTags {
    fn from_iter<I: IntoIterator<Item = HeadlineTag>>(tags: I) -> Self {
        tags.into_iter().fold(Self::default(), Self::with)
    }
}

impl From<Vec<HeadlineTag>> for HeadlineTags {
    fn from(tags: Vec<HeadlineTag>) -> Self {
        tags.into_iter().collect()
    }
}

impl From<HeadlineTags> for Vec<HeadlineTag> {
    fn from(tags: HeadlineTags) -> Self {
        tags.iter().collect()
    }
}

impl HeadlineTags {
    /// Whether the headline has this mark.
    #[must_use]
    pub const fn contains(self, tag: HeadlineTag) -> bool {
        self.0 & (1 << tag as u16) != 0
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The marks in the order of the enum.
    pub fn iter(self) -> impl Iterator<Item = HeadlineTag> {
        ALL.into_iter().filter(move |&tag| self.contains(tag))
    }

    pub(super) const fn with(self, tag: HeadlineTag) -> Self {
        Self(self.0 | 1 << tag as u16)
    }

    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const ALL: [HeadlineTag; 15] = [
    HeadlineTag::Live,
    HeadlineTag::Update,
    HeadlineTag::Breaking,
    HeadlineTag::Exclusive,
    HeadlineTag::Video,
    HeadlineTag::Photos,
    HeadlineTag::Podcast,
    HeadlineTag::Opinion,
    HeadlineTag::Analysis,
    HeadlineTag::Explainer,
    HeadlineTag::FactCheck,
    HeadlineTag::Interview,
    HeadlineTag::Review,
    HeadlineTag::Correction,
    HeadlineTag::Sponsored,
];

/// A mark at the start or the end of a headline, and what is left of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marked<'t> {
    pub(super) tags: HeadlineTags,
    pub(super) rest: &'t str,
}

/// In bytes: marks are short, and a long headline must not be searched for one.
const LONGEST_MARK: usize = 48;

/// The mark that a headline begins with: words that say nothing else, then `:`, `|` or a dash, or in brackets.
///
/// `UPDATE 2-Quake` and `EXCLUSIVE-Quake` need no space after their hyphen, where the mark is in capitals and the word
/// after it is not.
pub(super) fn leading(headline: &str) -> Option<Marked<'_>> {
    if let Some((mark, rest)) = leading_bracket(headline) {
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '-' | '–' | '—'));
        return Some(Marked { tags: of_phrase(mark)?, rest });
    }
    let head = prefix(headline, LONGEST_MARK);
    for (at, sign) in head.match_indices([':', '|', '-', '–', '—', '»']) {
        let (mark, rest) = (&headline[..at], &headline[at + sign.len()..]);
        let is_cut = match sign {
            "-" | "–" | "—" => rest.starts_with(char::is_whitespace) || is_wire_mark(mark, rest),
            _ => true,
        };
        if !is_cut {
            continue;
        }
        return Some(Marked { tags: of_phrase(mark)?, rest: rest.trim_start() });
    }
    None
}

/// The mark that a headline ends with, in brackets.
pub(super) fn trailing_bracket(headline: &str) -> Option<Marked<'_>> {
    let opener = match headline.chars().next_back()? {
        ')' => '(',
        ']' => '[',
        _ => return None,
    };
    let inner = &headline[..headline.len() - 1];
    let tail = suffix(inner, LONGEST_MARK);
    let at = inner.len() - tail.len() + tail.rfind(opener)?;
    Some(Marked { tags: of_phrase(&inner[at + 1..])?, rest: headline[..at].trim_end() })
}

/// The mark that an ending after a dash or a bar is. Fewer words are one here: `| explained` is part of a headline.
pub(super) fn of_ending(ending: &str) -> Option<HeadlineTags> {
    const ALLOWED: HeadlineTags = HeadlineTags(0)
        .with(HeadlineTag::Live)
        .with(HeadlineTag::Update)
        .with(HeadlineTag::Video)
        .with(HeadlineTag::Photos)
        .with(HeadlineTag::Podcast)
        .with(HeadlineTag::Opinion);
    if ending.len() > LONGEST_MARK {
        return None;
    }
    of_phrase(ending).filter(|tags| tags.0 & !ALLOWED.0 == 0)
}

/// A topic that is followed live: `Ukraine war live: …`. The topic is news, so nothing is cut.
pub(super) fn is_live_topic(headline: &str) -> bool {
    let Some((topic, _)) = prefix(headline, LONGEST_MARK).split_once(':') else { return false };
    let mut folded: Vec<_> = words(topic).map(|(_, word)| normalize(word)).collect();
    if folded.last().is_some_and(|word| matches!(word.as_ref(), "updates" | "blog" | "score")) {
        folded.pop();
    }
    folded.len() > 1 && folded.last().is_some_and(|word| matches!(word.as_ref(), "live" | "liveblog" | "liveticker"))
}

fn leading_bracket(headline: &str) -> Option<(&str, &str)> {
    let closer = match headline.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let at = prefix(headline, LONGEST_MARK).find(closer)?;
    Some((&headline[1..at], &headline[at + 1..]))
}

/// `UPDATE 2-Quake`, but neither `Live-action` nor `VIDEO-GAME MAKER`.
fn is_wire_mark(mark: &str, rest: &str) -> bool {
    !mark.contains(char::is_lowercase)
        && rest.split_whitespace().next().is_some_and(|word| word.contains(char::is_lowercase))
}

/// The marks that a phrase consists of, or `None` where any word of it says something else.
fn of_phrase(phrase: &str) -> Option<HeadlineTags> {
    let mut folded: Vec<String> = words(phrase).map(|(_, word)| normalize(word).into_owned()).collect();
    // The version: `UPDATE 2`.
    if folded.len() > 1 && folded.last().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit())) {
        folded.pop();
    }
    let joined = folded.join(" ");
    if let Ok(at) = PHRASES.binary_search_by_key(&joined.as_str(), |&(phrase, _)| phrase) {
        return Some(HeadlineTags::default().with(PHRASES[at].1));
    }
    let mut tags = HeadlineTags::default();
    for word in &folded {
        match WORDS.binary_search_by_key(&word.as_str(), |&(word, _)| word) {
            Ok(at) => tags = tags.with(WORDS[at].1),
            Err(_) if FILLERS.contains(&word.as_str()) => {}
            Err(_) => return None,
        }
    }
    (!tags.is_empty()).then_some(tags)
}

/// Words that say nothing beside a mark: `Breaking news`, `Live updates`.
const FILLERS: &[&str] = &["as", "blog", "blogs", "latest", "news", "now", "story", "the", "today", "updates"];

/// Folded words that are a mark alone, sorted; English, Spanish, French, German, Italian, Portuguese, Russian, Hindi.
#[rustfmt::skip]
const WORDS: &[(&str, Tag)] = &[
    ("actualise", Tag::Update), ("actualizacion", Tag::Update), ("actualizado", Tag::Update),
    ("advertisement", Tag::Sponsored), ("advertorial", Tag::Sponsored), ("aggiornamento", Tag::Update),
    ("alert", Tag::Breaking), ("alerta", Tag::Breaking), ("alerte", Tag::Breaking), ("analise", Tag::Analysis),
    ("analisi", Tag::Analysis), ("analisis", Tag::Analysis), ("analyse", Tag::Analysis), ("analysis", Tag::Analysis),
    ("anzeige", Tag::Sponsored), ("atualizacao", Tag::Update), ("audio", Tag::Podcast), ("bilder", Tag::Photos),
    ("breaking", Tag::Breaking), ("breakingviews", Tag::Analysis), ("clarification", Tag::Correction),
    ("column", Tag::Opinion), ("comment", Tag::Opinion), ("commentary", Tag::Opinion), ("corrected", Tag::Correction),
    ("correction", Tag::Correction), ("developing", Tag::Breaking), ("direct", Tag::Live), ("directo", Tag::Live),
    ("diretta", Tag::Live), ("editorial", Tag::Opinion), ("eil", Tag::Breaking), ("eilmeldung", Tag::Breaking),
    ("entretien", Tag::Interview), ("entrevista", Tag::Interview), ("esclusiva", Tag::Exclusive),
    ("exclusif", Tag::Exclusive), ("exclusiva", Tag::Exclusive), ("exclusive", Tag::Exclusive),
    ("exclusivo", Tag::Exclusive), ("exklusiv", Tag::Exclusive), ("explained", Tag::Explainer),
    ("explainer", Tag::Explainer), ("explainers", Tag::Explainer), ("factcheck", Tag::FactCheck),
    ("faktencheck", Tag::FactCheck), ("foto", Tag::Photos), ("fotos", Tag::Photos), ("galeria", Tag::Photos),
    ("galerie", Tag::Photos), ("gallery", Tag::Photos), ("interview", Tag::Interview), ("intervista", Tag::Interview),
    ("kommentar", Tag::Opinion), ("letter", Tag::Opinion), ("letters", Tag::Opinion), ("listen", Tag::Podcast),
    ("live", Tag::Live), ("liveblog", Tag::Live), ("livestream", Tag::Live), ("liveticker", Tag::Live),
    ("meinung", Tag::Opinion), ("opiniao", Tag::Opinion), ("opinion", Tag::Opinion), ("opinione", Tag::Opinion),
    ("partnered", Tag::Sponsored), ("perspective", Tag::Opinion), ("photo", Tag::Photos), ("photos", Tag::Photos),
    ("pics", Tag::Photos), ("pictures", Tag::Photos), ("podcast", Tag::Podcast), ("podcasts", Tag::Podcast),
    ("promoted", Tag::Sponsored), ("refile", Tag::Correction), ("review", Tag::Review), ("reviews", Tag::Review),
    ("rpt", Tag::Update), ("sponsored", Tag::Sponsored),
    ("update", Tag::Update), ("updated", Tag::Update), ("updating", Tag::Update), ("urgent", Tag::Breaking),
    ("urgente", Tag::Breaking), ("video", Tag::Video), ("videos", Tag::Video), ("view", Tag::Opinion),
    ("viewpoint", Tag::Opinion), ("watch", Tag::Video), ("wrapup", Tag::Update), ("анализ", Tag::Analysis),
    ("аналитика", Tag::Analysis), ("видео", Tag::Video), ("интервью", Tag::Interview), ("колонка", Tag::Opinion),
    ("лайв", Tag::Live), ("мнение", Tag::Opinion), ("молния", Tag::Breaking), ("обновлено", Tag::Update),
    ("обновляется", Tag::Update), ("онлайн", Tag::Live), ("подкаст", Tag::Podcast), ("реклама", Tag::Sponsored),
    ("срочно", Tag::Breaking), ("трансляция", Tag::Live), ("фото", Tag::Photos), ("фотогалерея", Tag::Photos),
    ("эксклюзив", Tag::Exclusive), ("एक्सक्लूसिव", Tag::Exclusive), ("तस्वीरें", Tag::Photos),
    ("ब्रेकिंग", Tag::Breaking), ("लाइव", Tag::Live), ("वीडियो", Tag::Video),
];

/// Folded marks of several words, sorted.
#[rustfmt::skip]
const PHRASES: &[(&str, Tag)] = &[
    ("album review", Tag::Review), ("alerte info", Tag::Breaking), ("ao vivo", Tag::Live),
    ("as it happened", Tag::Live), ("book review", Tag::Review), ("brand post", Tag::Sponsored),
    ("derniere minute", Tag::Breaking), ("en direct", Tag::Live), ("en directo", Tag::Live),
    ("en imagenes", Tag::Photos), ("en images", Tag::Photos), ("en vivo", Tag::Live), ("fact check", Tag::FactCheck),
    ("fact checked", Tag::FactCheck), ("fact checking", Tag::FactCheck), ("film review", Tag::Review),
    ("guest column", Tag::Opinion), ("in diretta", Tag::Live), ("in photos", Tag::Photos), ("in pics", Tag::Photos),
    ("in pictures", Tag::Photos), ("just in", Tag::Breaking), ("letter to the editor", Tag::Opinion),
    ("letters to the editor", Tag::Opinion), ("mise a jour", Tag::Update), ("movie review", Tag::Review),
    ("op ed", Tag::Opinion), ("paid post", Tag::Sponsored), ("photo gallery", Tag::Photos),
    ("sponsored content", Tag::Sponsored), ("theatre review", Tag::Review), ("ultim'ora", Tag::Breaking),
    ("ultima hora", Tag::Breaking), ("прямая трансляция", Tag::Live), ("прямой эфир", Tag::Live),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: HeadlineTags) -> Vec<HeadlineTag> {
        tags.iter().collect()
    }

    #[test]
    fn marks_at_the_start() {
        let cases: &[(&str, &str, &[Tag], &str)] = &[
            ("colon", "LIVE: Quake hits Lisbon", &[Tag::Live], "Quake hits Lisbon"),
            ("several words", "Live updates: Quake hits", &[Tag::Live], "Quake hits"),
            ("breaking news", "Breaking News | Quake hits", &[Tag::Breaking], "Quake hits"),
            ("two marks in one", "WATCH LIVE: Quake", &[Tag::Live, Tag::Video], "Quake"),
            ("wire", "UPDATE 2-Quake hits Lisbon", &[Tag::Update], "Quake hits Lisbon"),
            ("wire without number", "EXCLUSIVE-Acme to buy Zenith", &[Tag::Exclusive], "Acme to buy Zenith"),
            ("spaced dash", "EXCLUSIVE - Acme to buy", &[Tag::Exclusive], "Acme to buy"),
            ("bar", "WATCH | Quake hits", &[Tag::Video], "Quake hits"),
            ("brackets", "(UPDATED) Quake hits", &[Tag::Update], "Quake hits"),
            ("square brackets", "[Exclusive]: Acme buys", &[Tag::Exclusive], "Acme buys"),
            ("square brackets alone", "[Exclusive] Acme buys", &[Tag::Exclusive], "Acme buys"),
            ("opinion", "Opinion | Why we quake", &[Tag::Opinion], "Why we quake"),
            ("fact check", "Fact-check: No, it did not", &[Tag::FactCheck], "No, it did not"),
            ("Spanish", "ÚLTIMA HORA: Sismo en Lisboa", &[Tag::Breaking], "Sismo en Lisboa"),
            ("Spanish live", "EN VIVO | Sismo", &[Tag::Live], "Sismo"),
            ("French", "EN DIRECT - Séisme", &[Tag::Live], "Séisme"),
            ("German", "Liveticker: Beben", &[Tag::Live], "Beben"),
            ("Russian", "СРОЧНО: Землетрясение", &[Tag::Breaking], "Землетрясение"),
        ];
        for (name, headline, expected, rest) in cases {
            let marked = leading(headline);
            let found = marked.as_ref().map(|marked| (tags(marked.tags), marked.rest));
            assert_eq!(found, Some((expected.to_vec(), *rest)), "{name}");
        }
    }

    #[test]
    fn what_is_no_mark_at_the_start() {
        for headline in [
            "Horoscope today: Stars align",
            "Ukraine war live: Shells fall",
            "Live-action film opens",
            "VIDEO-GAME MAKER FOLDS",
            "Watch out: Ice ahead",
            "Minister: We will not go",
            "(Almost) all is lost",
            "Lisbon - Porto line reopens",
            ": odd",
            "",
        ] {
            assert_eq!(leading(headline), None, "{headline}");
        }
    }

    #[test]
    fn marks_at_the_end() {
        for headline in ["Quake hits Lisbon (VIDEO)", "Quake hits Lisbon [Video]"] {
            let marked = trailing_bracket(headline).map(|marked| (tags(marked.tags), marked.rest));
            assert_eq!(marked, Some((vec![Tag::Video], "Quake hits Lisbon")), "{headline}");
        }
        assert_eq!(trailing_bracket("Quake hits Lisbon (again)"), None);
        assert_eq!(trailing_bracket("Quake hits Lisbon)"), None);
        assert_eq!(of_ending("live updates").map(tags), Some(vec![Tag::Live]));
        assert_eq!(of_ending("as it happened").map(tags), Some(vec![Tag::Live]));
        assert_eq!(of_ending("explained"), None);
        assert_eq!(of_ending("Reuters"), None);
    }

    #[test]
    fn live_topics_keep_their_topic() {
        for (headline, is_live) in [
            ("Ukraine war live: Shells fall", true),
            ("Cup final LIVE updates: Lions lead", true),
            ("Cup final live score: Lions lead", true),
            ("Ukraine war live blog: Shells fall", true),
            ("Ukraine war liveblog: Shells fall", true),
            ("Cup final Liveticker: Lions lead", true),
            ("Cup updates: Lions lead", false),
            ("How to live: A guide", true),
            ("Minister: We will live", false),
            ("Live: Shells fall", false),
        ] {
            assert_eq!(is_live_topic(headline), is_live, "{headline}");
        }
    }

    #[test]
    fn tables_are_sorted_and_folded() {
        for table in [WORDS, PHRASES] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
            for (phrase, _) in table {
                let folded: Vec<_> = words(phrase).map(|(_, word)| normalize(word).into_owned()).collect();
                assert_eq!(folded.join(" "), *phrase, "never found");
            }
        }
        for (place, tag) in ALL.into_iter().enumerate() {
            assert_eq!(tag as usize, place);
        }
    }
}
