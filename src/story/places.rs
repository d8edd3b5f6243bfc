//! Words at their places in headlines and texts, and what they do there: [`read`].

use crate::text::{Language, is_letter, normalize};
use crate::vector::TermId;

use super::case::{is_capital, is_small};
use super::phrase::{Lexicon, Passage, Word, may_be_cut};
use super::runs::{Does, Place, Role};
use super::traits::Trait;
use super::word_lists::is_empty;

/// Adds the words of a passage, numbered from `from` on.
pub(super) fn read<'a>(
    places: &mut Vec<Place<'a>>,
    lexicon: &mut Lexicon<'a>,
    passage: &Passage<'a>,
    voice: u32,
    from: u32,
    limit: usize,
) {
    let text = passage.text;
    let is_english = passage.language == Language::English;
    let inflected = lexicon.inflected();
    let is_inflected = |term: Option<TermId>| term.is_some_and(|term| inflected.get(term.index()) == Some(&true));
    let mut at = from;
    let mut before: Option<Word<'a>> = None;
    // Whether the word before is the last place.
    let mut is_last = false;
    let mut is_quoted = false;
    lexicon.first_words(passage, limit, |word| {
        let gap = text.get(before.map_or(0, |before| before.span.end())..word.span.start()).unwrap_or_default();
        if gap != " " {
            is_quoted = quotes(gap, is_quoted);
        }
        // The capitals of a quotation in a text are the speaker's.
        let may_join = |last: &Place<'a>| is_english && !(is_quoted && last.is_in_text() && is_capital(last.surface));
        if let Some(last) = places.last_mut().filter(|last| is_last && last.role == Role::Noun && may_join(last)) {
            last.role = last.before(&word, gap);
            last.does = last.does.before(last, &word, gap, is_inflected);
        }
        let compound = compound(text, word.span.start(), word.span.end(), word.surface);
        let bare = compound.strip_suffix("'s").or_else(|| compound.strip_suffix("’s")).unwrap_or(compound);
        is_last = false;
        if let Some(term) = word.known.term {
            let is_address = ["http", "www."].iter().any(|start| bare.starts_with(start));
            if bare.chars().nth(2).is_some() && bare.starts_with(is_letter) && !is_address {
                let is_behind = |words: &[&str]| before.is_some_and(|before| words.contains(&before.surface));
                let is_done = is_english
                    && gap == " "
                    && (is_behind(BEFORE_VERBS) || bare.ends_with("ing") && is_behind(BEFORE_PARTICIPLES));
                let role = if is_done { Role::Verb } else { Role::Noun };
                let is_empty = if compound.len() == word.surface.len() {
                    // `Prime Minister` says who somebody is.
                    word.has(Trait::Empty) || word.has(Trait::Office)
                } else {
                    is_empty(&normalize(compound))
                };
                let is_quality = word.has(Trait::Quality) && compound.len() == word.surface.len();
                let is_thing = is_english && gap == " " && (is_behind(DETERMINERS) || is_behind(BEFORE_THINGS));
                let does = if is_thing { Does::Nothing } else { Does::Unknown };
                places.push(Place { term, voice, at, surface: bare, role, does, is_empty, is_quality });
                is_last = true;
            }
        }
        before = Some(word);
        // Nothing is one thing with what belongs to it: `Elm's harbour`.
        at += if bare.len() < compound.len() { 2 } else { 1 };
    });
    if is_last && before.is_some_and(|last| may_be_cut(text, last.span.end())) {
        places.pop();
    }
}

/// Whether what follows these signs is quoted, where what stands before them is or is not.
fn quotes(gap: &str, is_quoted: bool) -> bool {
    gap.chars().fold(is_quoted, |is_quoted, sign| match sign {
        '“' => true,
        '”' => false,
        '"' => !is_quoted,
        _ => is_quoted,
    })
}

impl Place<'_> {
    /// Ends as plurals do, and what somebody does: `blocks`.
    fn is_plural(&self) -> bool {
        self.surface.ends_with('s') && !["ss", "'s", "’s", "ors"].iter().any(|end| self.surface.ends_with(end))
    }

    /// What its word is by the word behind it: `ferry Pelican` and `ferry sinks` are about a ferry, `Upper Elm` about Elm.
    fn before(&self, next: &Word<'_>, gap: &str) -> Role {
        let is_name = next.has(Trait::Capital) && is_small(self.surface);
        match gap {
            " " if DETERMINERS.contains(&next.surface) => Role::Verb,
            " " if !next.known.is_stop && !is_name && !next.has(Trait::Doing) => Role::Modifier,
            _ => Role::Noun,
        }
    }
}

impl Does {
    /// By the word behind a place: a plural stands before no object.
    fn before(self, place: &Place<'_>, next: &Word<'_>, gap: &str, may_do: impl Fn(Option<TermId>) -> bool) -> Self {
        if self != Self::Unknown || gap != " " || !place.is_plural() {
            return self;
        }
        let is_name = next.has(Trait::Capital) && is_small(place.surface);
        let is_object = is_name || next.has(Trait::Number) || BEFORE_OBJECTS.contains(&next.surface);
        if is_object || place.role == Role::Verb {
            Self::Something
        } else if place.role == Role::Modifier && !may_do(next.known.term) {
            Self::Perhaps
        } else {
            self
        }
    }
}

impl Lexicon<'_> {
    /// Whether a word is what somebody does (`judge blocks Elm`): it may be, as the batch has `blocked` or `blocking`; half
    /// of its places are, or nearly all may be; and none of them is a thing's. The places are those of its term. Linear.
    pub(super) fn is_done(&self, text: &str, places: &[Place<'_>]) -> bool {
        let may_be = is_small(text)
            && text.ends_with('s')
            && places.iter().all(|place| place.does != Does::Nothing)
            && places.first().is_some_and(|place| self.is_inflected(place.term));
        if !may_be {
            return false;
        }
        let plural = || places.iter().filter(|place| place.is_plural());
        // Capitals of a headline hide what follows.
        let small = || plural().filter(|place| is_small(place.surface));
        let sure = small().filter(|place| place.does == Does::Something).count();
        let seen = plural().filter(|place| place.does != Does::Unknown).count();
        sure > 0 && sure * 2 >= small().count() || seen >= FEWEST && seen * 5 >= plural().count() * 4
    }
}

/// Places of which nearly all may be what somebody does, at least.
const FEWEST: usize = 3;

/// A word in small letters with those that hyphens tie to it, `off` as `spin-off`; any other alone.
fn compound<'a>(text: &'a str, start: usize, end: usize, word: &'a str) -> &'a str {
    let is_part = |c: char| is_letter(c) || c == '-';
    let (before, after) = (&text[..start], &text[end..]);
    if !before.ends_with('-') && !after.starts_with('-') {
        return word;
    }
    let first = before.char_indices().rev().take(LONGEST_COMPOUND).take_while(|&(_, c)| is_part(c)).last();
    let last = after.char_indices().take(LONGEST_COMPOUND).take_while(|&(_, c)| is_part(c)).last();
    let whole = &text[first.map_or(start, |(at, _)| at)..last.map_or(end, |(at, c)| end + at + c.len_utf8())];
    let is_whole = whole.len() <= LONGEST_COMPOUND && whole.split('-').all(is_small);
    if is_whole { whole } else { word }
}

/// Bytes of the longest compound.
pub(super) const LONGEST_COMPOUND: usize = 24;

/// Words before a noun that are behind no noun, but behind a verb. English.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "these"];

/// The same that hardly ever stand behind a plural. English.
const BEFORE_OBJECTS: &[&str] = &["another", "first", "former", "more", "new", "two", "three", "four"];

/// Words that a thing follows, and no verb on `s`. English.
const BEFORE_THINGS: &[&str] =
    &["against", "amid", "by", "for", "from", "in", "no", "of", "on", "over", "some", "those", "with", "without"];

/// Words that a verb follows. English.
const BEFORE_VERBS: &[&str] = &["to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "who"];

/// Before what somebody is doing. English.
const BEFORE_PARTICIPLES: &[&str] = &[
    "am", "is", "are", "was", "were", "be", "been", "after", "before", "by", "keeps", "kept", "when", "while",
    "without",
];

#[cfg(test)]
mod tests {
    use super::{Place, read};
    use crate::article::Article;
    use crate::story::phrase::{Lexicon, Passage};
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn what_is_done_and_what_is_a_thing() {
        let cases: [(&str, &str, &[&str], bool); 9] = [
            ("before a name", "names", &["Orsela names Jane Roe", "Orsela names new pilot"], true),
            ("once of three", "names", &["Orsela names Roe", "List has names", "Who has names"], false),
            (
                "where only a thing stands",
                "names",
                &["Orsela names Roe", "Orsela names new pilot", "List of names"],
                false,
            ),
            ("before a thing", "names", &["Orsela names pilot", "Elm names keeper", "Orsela Names Insider"], true),
            ("two are too few", "names", &["Orsela names pilot", "Elm names keeper"], false),
            ("before what is done", "fares", &["Ferry fares climb", "Why fares climb", "Fares climb in Elm"], false),
            ("nobody does it elsewhere", "glooms", &["Orsela glooms Roe", "Orsela glooms new pilot"], false),
            ("people", "actors", &["Elm actors Jane Roe, Joan Moss sing", "Elm actors John Roe and Roe"], false),
            ("as a capital", "Names", &["Orsela Names Insider", "Elm Names Keeper", "Orsela Names Pilot"], false),
        ];
        let others = "They named a pilot who fared well while climbing, acted and was acting.";
        for (name, word, headlines, expected) in cases {
            let batch: Vec<Article> = headlines.iter().map(|headline| Article::new(*headline, *headline)).collect();
            let batch = [&batch[..], &[Article::new("others", others)]].concat();
            let fitted = Vectorizer::default().fit(&batch).unwrap();
            let vocabulary = fitted.model.vocabulary();
            let mut inflected = vec![false; vocabulary.len()];
            for term in ["name", "fare", "climb", "act", "actor"].iter().filter_map(|term| vocabulary.id(term)) {
                inflected[term.index()] = true;
            }
            let mut lexicon = Lexicon::new(&fitted.model, &[]).with_inflected(&inflected);
            let mut places = Vec::new();
            for (voice, headline) in (0..).zip(headlines) {
                read(&mut places, &mut lexicon, &Passage::unread(headline, Language::English), voice, 0, 40);
            }
            let own: Vec<Place<'_>> =
                places.into_iter().filter(|place| place.surface.eq_ignore_ascii_case(word)).collect();
            assert!(!own.is_empty(), "{name}");
            assert_eq!(lexicon.is_done(word, &own), expected, "{name}");
        }
    }
}
