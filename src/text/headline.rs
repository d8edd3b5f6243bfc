//! The core of a headline: without its outlet's name and without marks such as `LIVE:`.

use super::affix::prefix;
use super::ending::{Ending, LONGEST_ENDING, endings_from_last, has_word};
use super::outlet::Outlet;
use super::segment::Span;
use super::stand_in::is_stand_in;
use super::tags::{self, HeadlineTag, HeadlineTags};

/// How many names a headline may end with: ` | Planet Sport - Daily Planet`.
pub(super) const MAX_ENDINGS: usize = 3;

/// What a title is, apart from what its outlet wrote onto it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Headline {
    span: Span,
    tags: HeadlineTags,
    is_truncated: bool,
    is_shouting: bool,
}

impl Headline {
    /// The headline of a title, by what is known of endings: whether each is an outlet's name.
    pub(super) fn of<'t>(
        title: &'t str,
        outlet: Option<&Outlet>,
        is_outlet: impl FnMut(&'t str, Option<&Outlet>) -> bool,
    ) -> Self {
        let (core, tags) = core(title, outlet, is_outlet);
        // Its words would join what has none of its own.
        let core = if is_stand_in(core) { &core[..0] } else { core };
        // `core` is a slice of `title`: what was cut from the start is what their ends differ by.
        let start = core.as_ptr() as usize - title.as_ptr() as usize;
        Self {
            span: Span::from((start, start + core.len())),
            tags,
            is_truncated: is_truncated(core),
            is_shouting: is_shouting(core),
        }
    }

    /// The same, known to go on where it ends.
    pub(super) fn cut_off(self) -> Self {
        Self { is_truncated: true, ..self }
    }

    /// Where the core stands in the title. Blank only where the title is, or says that there is none (`Untitled`, `No
    /// title`, `Headline Unavailable`).
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The core: a slice of the title that the headline was made from (of any other text: what stands there, or nothing).
    #[must_use]
    pub fn text<'t>(&self, title: &'t str) -> &'t str {
        self.span.of(title).unwrap_or_default()
    }

    /// The marks it had, cut off or not.
    #[must_use]
    pub const fn tags(&self) -> HeadlineTags {
        self.tags
    }

    /// Whether the core ends with `…` or `...`, cut off or meant to tease (it cannot be seen which), or where its source
    /// cuts off whatever is longer.
    #[must_use]
    pub const fn is_truncated(&self) -> bool {
        self.is_truncated
    }

    /// Whether it is written in capitals: at least 12 letters with case, 70 % of them capitals and these half of all
    /// letters, and at least two words of four capitals or more.
    #[must_use]
    pub const fn is_shouting(&self) -> bool {
        self.is_shouting
    }
}

/// A title without names of outlets and without marks, and the marks.
fn core<'t>(
    title: &'t str,
    outlet: Option<&Outlet>,
    mut is_outlet: impl FnMut(&'t str, Option<&Outlet>) -> bool,
) -> (&'t str, HeadlineTags) {
    let mut core = title.trim();
    let mut tags = HeadlineTags::default();
    // Each turn cuts something; more than a few marks on one headline are a game.
    for _ in 0..8 {
        let cut = without_ending(core, |ending| is_outlet(ending, outlet))
            .map(|rest| (rest, HeadlineTags::default()))
            .or_else(|| without_mark(core))
            .or_else(|| without_name(core, outlet?).map(|rest| (rest, HeadlineTags::default())));
        let Some((rest, mark)) = cut else { break };
        core = rest;
        tags = tags.and(mark);
    }
    if tags::is_live_topic(core) {
        tags = tags.with(HeadlineTag::Live);
    }
    (core, tags)
}

/// A headline without the name of an outlet at its end.
pub(super) fn without_ending<'t>(core: &'t str, mut is_outlet: impl FnMut(&'t str) -> bool) -> Option<&'t str> {
    // A name may have a separator inside, so the longest ending goes first.
    let mut endings: [Option<Ending<'_>>; MAX_ENDINGS] = [None; MAX_ENDINGS];
    for (slot, ending) in endings.iter_mut().rev().zip(endings_from_last(core)) {
        *slot = Some(ending);
    }
    endings
        .into_iter()
        .flatten()
        .find(|ending| has_word(ending.head) && is_outlet(ending.tail))
        .map(|ending| ending.head)
}

/// Without a mark at its start or end.
fn without_mark(core: &str) -> Option<(&str, HeadlineTags)> {
    let at_start = tags::leading(core).map(|marked| (marked.rest, marked.tags));
    let in_brackets = || tags::trailing_bracket(core).map(|marked| (marked.rest, marked.tags));
    let at_end = || {
        let ending = endings_from_last(core).next()?;
        tags::of_ending(ending.tail).map(|tags| (ending.head, tags))
    };
    at_start.or_else(in_brackets).or_else(at_end).filter(|(rest, _)| has_word(rest))
}

/// Without the name of its own source at its start, before a bar or a spaced dash. A colon is left: `Police: No arrests`
/// may well come from the police.
fn without_name<'t>(core: &'t str, outlet: &Outlet) -> Option<&'t str> {
    let (at, sign) = prefix(core, LONGEST_ENDING)
        .match_indices(['-', '–', '—', '|'])
        .find(|(at, sign)| *sign == "|" || (core[..*at].ends_with(' ') && core[at + sign.len()..].starts_with(' ')))?;
    let rest = core[at + sign.len()..].trim_start();
    (has_word(rest) && outlet.is_named(&core[..at])).then_some(rest)
}

fn is_truncated(core: &str) -> bool {
    let core =
        core.trim_end_matches(|c: char| matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»') || c.is_whitespace());
    core.ends_with('…') || core.ends_with("..")
}

fn is_shouting(core: &str) -> bool {
    // Nearly every headline has too many small letters to look any further.
    if 10 * core.bytes().filter(u8::is_ascii_lowercase).count() > 3 * core.len()
        || core.chars().filter(|c| c.is_uppercase()).nth(7).is_none()
    {
        return false;
    }
    let (mut upper, mut cased, mut letters, mut shouted) = (0_usize, 0_usize, 0_usize, 0_usize);
    for word in core.split(|c: char| !c.is_alphabetic()) {
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        let small = word.chars().filter(|c| c.is_lowercase()).count();
        upper += capitals;
        cased += capitals + small;
        letters += word.chars().count();
        shouted += usize::from(capitals >= 4);
    }
    cased >= 12 && shouted >= 2 && 10 * upper >= 7 * cased && 2 * upper >= letters
}
