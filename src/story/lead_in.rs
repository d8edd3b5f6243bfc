//! What stands before the first sentence of an article: headline, byline, dateline. [`Body`] goes on behind it.

use crate::text::{Capitals, Language, Span, are_same_folded, prefix, sentences_in, words};

use super::case::is_acronym;
use super::clause::telling;
use super::dateline::dateline;
use super::label::label;
use super::phrase::{Lexicon, Passage, Word};
use super::traits::Trait;

/// Words that the end of a headline may have where it was cut off; what is longer has a sentence in it.
const CUT_OFF: usize = 12;

/// Terms that a subtitle has in common with its sentence.
const TWICE: usize = 2;

/// Words with which another wording of a headline ends as it does, from its last small word on.
const SAME_END: std::ops::RangeInclusive<usize> = 3..=6;

/// Words that an outlet may have put into its headline where it repeats it (`cut ties`, `cut official ties`).
const INSERTED: usize = 2;

/// The byte at which the article's own words begin: behind its headline where the text repeats it.
///
/// Of a headline that was cut off nobody knows where the text goes on without it: the whole first sentence is left out.
pub(super) fn start_of_body(title: &str, text: &str, language: Language) -> usize {
    let mut end = 0;
    let mut cut = words(text);
    let mut count = 0;
    for (_, word) in words(title) {
        // Nobody puts a word into the beginning of a headline, where another sentence may begin alike.
        let ahead = if count < 4 { 1 } else { 1 + INSERTED };
        // A headline that was cut off, or that ends with the outlet's name.
        let Some((span, _)) = cut.by_ref().take(ahead).find(|(_, other)| are_same_folded(word, other)) else { break };
        end = span.end();
        count += 1;
    }
    if count < 4 || count * 10 < words(title).count() * 8 {
        return behind_same_end(title, text);
    }
    let rest = &text[end..];
    if ["…", "..."].iter().any(|mark| title.trim_end().ends_with(mark)) {
        let sentence = sentences_in(text, language).next().map_or(0, Span::end);
        let left = text.get(end..sentence).map_or(0, |left| words(left).take(CUT_OFF).count());
        return if left == CUT_OFF { sentence } else { 0 };
    }
    // A text may go on where its headline stops. After the whole headline and a capital it begins anew.
    let begins_anew = rest.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(|c: char| !c.is_lowercase());
    if begins_anew {
        let closed = rest.len() - rest.trim_start_matches(['"', '”', '’', '\'', ')', '?', '!', '.']).len();
        end + closed
    } else {
        0
    }
}

/// Whether the last small word of a headline begins with a capital near the beginning of a text. Hardly ever: it saves
/// cutting the words of both.
fn has_small_word_in_capitals(title: &str, text: &str) -> bool {
    let is_small_word = |word: &&str| UNFINISHED.iter().any(|small| small.eq_ignore_ascii_case(word));
    let Some(last) = title.rsplit(' ').take(2 * SAME_END.end()).find(is_small_word) else { return false };
    let mut near = prefix(text, 2 * title.len() + 64).split(' ');
    near.any(|word| word.starts_with(char::is_uppercase) && word.eq_ignore_ascii_case(last))
}

/// The byte behind another wording of the headline that ends with the same words, in title case: `… In Vote On The Harbour`.
///
/// No sentence has a capital at each of its small words, and the last of those would be taken for the sentence's first word.
fn behind_same_end(title: &str, text: &str) -> usize {
    if !has_small_word_in_capitals(title, text) {
        return 0;
    }
    let own: Vec<&str> = words(title).map(|(_, word)| word).collect();
    let is_small_word = |word: &&str| UNFINISHED.contains(&word.to_lowercase().as_str());
    let Some(from) = own.iter().rposition(is_small_word) else { return 0 };
    let end = &own[from..];
    if !SAME_END.contains(&end.len()) {
        return 0;
    }
    // A headline in other words is hardly longer by half.
    let cut: Vec<(Span, &str)> = words(text).take(own.len() * 3 / 2 + end.len()).collect();
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    // `Anti-corruption` has one capital.
    let is_titled = |span: Span, word: &str| is_capital(word) || text[..span.start()].ends_with('-');
    let is_end = |last: &[(Span, &str)]| {
        last.iter().zip(end).all(|(&(span, word), own)| is_titled(span, word) && are_same_folded(word, own))
    };
    let Some(at) = cut.windows(end.len()).position(is_end) else { return 0 };
    let (headline, rest) = cut.split_at(at + end.len());
    let is_said = |own: &&&str| headline.iter().any(|(_, word)| are_same_folded(word, own));
    let (Some((last, _)), Some((next, first))) = (headline.last(), rest.first()) else { return 0 };
    let is_glued = is_capital(first) && text.get(last.end()..next.start()) == Some(" ");
    if is_glued && own.iter().filter(is_said).count() * 2 >= own.len() { last.end() } else { 0 }
}

/// The sentences of a text, without the headline before them, and each without what is glued to its beginning: a label, a
/// dateline, a byline, a subtitle without a full stop. Links to other pages are left out.
pub(super) struct Body<'a> {
    passage: Passage<'a>,
    at: usize,
}

impl<'a> Body<'a> {
    pub(super) fn of(title: &str, passage: Passage<'a>) -> Self {
        Self { passage, at: start_of_body(title, passage.text, passage.language) }
    }

    /// What follows the sentence that ends at this byte.
    pub(super) fn behind(passage: Passage<'a>, at: usize) -> Self {
        Self { passage, at }
    }

    /// The next sentence; `words` becomes its words, whose spans count from its beginning.
    pub(super) fn next(&mut self, lexicon: &mut Lexicon<'a>, words: &mut Vec<Word<'a>>) -> Option<Span> {
        let text = self.passage.text;
        let own = |span: &Span| !is_link(text, self.at + span.start(), self.at + span.end());
        let span = sentences_in(text.get(self.at..)?, self.passage.language).find(own)?;
        let (start, end) = (self.at + span.start(), self.at + span.end());
        self.at = end;
        let start = start + label(text.get(start..end)?);
        let start = start + dateline(text.get(start..end)?, self.passage.language);
        let sentence = text.get(start..end)?;
        lexicon.read(&self.passage, start..end, words);
        let is_english = self.passage.language == Language::English;
        let glued = if is_english { glued(sentence, words) } else { 0 };
        let begin = start + glued + mark(&sentence[glued..]);
        if begin != start {
            lexicon.read(&self.passage, begin..end, words);
        }
        Some(Span::from((begin, end)))
    }
}

/// Whether a sentence is an item of a list up to the name of its outlet: `<li>Storm nears Elm. Harbour Post</li>`.
fn is_link(text: &str, start: usize, end: usize) -> bool {
    text[..start].trim_end().ends_with("<li>") && {
        let rest = text[end..].split('<').next().unwrap_or_default().trim();
        !rest.is_empty() && !rest.ends_with(['.', '!', '?', '…'])
    }
}

/// Whether a text is nothing but a numbered list: that of an aggregator, of links to what others write.
pub(super) fn is_list_of_links(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("<ol>") && (text.ends_with("</ol>") || text.ends_with('…') || text.ends_with("..."))
}

/// Bytes of a dash or bullet before the first word, which is the end of a dateline or the sign of a list.
fn mark(sentence: &str) -> usize {
    sentence.len()
        - sentence.trim_start_matches(|c: char| c.is_whitespace() || ['-', '–', '—', '•', '*', '·'].contains(&c)).len()
}

/// Bytes before the place where a sentence begins anew without a full stop before it: behind a subtitle (`Two dead in
/// floods The army …`) or a place in capitals (`LISBON The army …`).
///
/// English: a word such as `The` has no capital inside of a sentence, but in a name (`The Hague`), where another capital
/// follows.
fn glued(sentence: &str, words: &[Word<'_>]) -> usize {
    let cut = &words[..words.len().min(60)];
    let mut anew = 0;
    let mut capitals = Capitals::default();
    for (at, pair) in cut.windows(2).enumerate() {
        let [left, word] = pair else { continue };
        let tell_before_left = capitals.tell();
        capitals.count(left.has(Trait::Long), || left.has(Trait::Small));
        // Whatever begins anew has a capital.
        if !word.has(Trait::Capital) || cut.len() - at < 8 {
            continue;
        }
        let gap = &sentence[left.span.end()..word.span.start()];
        if gap != " " {
            // `Ferry to leave for Sorrel Wexcombe — The ferry …`: a headline in small letters, a place and a dash.
            let is_place = DASHES.contains(&gap) && left.has(Trait::Capital) && is_headline(&cut[..at]);
            if is_place && tells_twice(&cut[..at], &cut[at + 1..]) {
                anew = word.span.start();
            }
            continue;
        }
        let next_is_small = cut.get(at + 2).is_some_and(|next| next.has(Trait::Small));
        // A subtitle in title case says nothing by the capital of its last word.
        let is_after_subtitle =
            at >= 3 && !UNFINISHED.contains(&left.surface) && (left.has(Trait::Small) || !capitals.tell());
        let opens = match word.surface {
            "A" => next_is_small && !CLASSES.contains(&left.surface.to_lowercase().as_str()),
            "The" | "An" => next_is_small,
            word => is_after_subtitle && OPENERS.contains(&word),
        };
        // `The old CHIPS Act`: a sentence that began already has no dateline.
        let is_inside = at > 0 && (tell_before_left || is_article(cut[0].surface));
        let is_dateline = is_place_in_capitals(left.surface)
            && !is_acronym(word.surface)
            && (!is_inside || next_is_small && tells_twice(&cut[..at], &cut[at + 1..]));
        // `… of nine banks LISBON A TLA judge …`: nobody writes an article with a capital behind a place.
        let is_behind_place = at > 0
            && is_place_in_capitals(left.surface)
            && is_article(word.surface)
            && !UNFINISHED.contains(&cut[at - 1].surface);
        // `Harbour-Post In the night the army …`
        let is_outlet = at == 0 && next_is_small && left.has(Trait::Capital) && PHRASES.contains(&word.surface);
        // `Photo Millions of gulls …`, `Key Facts Divers found …`
        let is_label = match left.surface {
            "Photo" => at == 0 && next_is_small,
            "Topline" => at == 0,
            "Facts" => at == 1 && cut[0].surface == "Key",
            _ => false,
        };
        if (opens && at >= 2) || is_dateline || is_behind_place || is_outlet || is_label {
            anew = word.span.start();
        }
    }
    anew
}

/// Whether a subtitle and a sentence have terms in common: within a sentence hardly a word comes twice.
fn tells_twice(subtitle: &[Word<'_>], sentence: &[Word<'_>]) -> bool {
    let own = telling(subtitle);
    telling(sentence).into_iter().filter(|term| own.binary_search(term).is_ok()).count() >= TWICE
}

/// Whether words have no verb that headlines leave out: with one they are a sentence, and its dash is a pause.
fn is_headline(words: &[Word<'_>]) -> bool {
    words.len() >= 4 && !words.iter().any(|word| LEFT_OUT.contains(&word.surface))
}

fn is_article(word: &str) -> bool {
    matches!(word, "The" | "A" | "An")
}

/// A word in capitals that is rather a place than an acronym: long.
pub(super) fn is_place_in_capitals(word: &str) -> bool {
    word.len() >= 5 && word.chars().all(char::is_uppercase) && !LONG_ACRONYMS.contains(&word)
}

/// What stands between a place and its sentence.
const DASHES: &[&str] = &[" — ", " – ", " -- ", " - "];

/// Verbs that sentences have and headlines do without.
const LEFT_OUT: &[&str] = &["are", "had", "has", "have", "is", "said", "was", "were", "will"];

/// Words that mostly open a sentence where they begin with a capital.
const OPENERS: &[&str] = &[
    "After", "Although", "As", "At", "Eight", "Five", "For", "Four", "He", "If", "In", "It", "Nine", "On", "Seven",
    "She", "Since", "Six", "Ten", "There", "These", "They", "This", "Three", "Two", "We", "When", "While",
];

/// Words that open a sentence and follow no name with a capital: who writes one behind the first word has glued it there.
const PHRASES: &[&str] = &["After", "Although", "As", "At", "If", "In", "On", "Since", "There", "When", "While"];

/// Nothing ends with these: what follows belongs to them (`the Five Bays`).
pub(super) const UNFINISHED: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "that", "the", "to", "with"];

/// What has an `A` after it that is no article.
const CLASSES: &[&str] =
    &["hepatitis", "vitamin", "class", "grade", "group", "section", "serie", "schedule", "plan", "type", "level"];

const LONG_ACRONYMS: &[&str] =
    &["ASEAN", "BRICS", "COVID", "FRONTEX", "INTERPOL", "NASCAR", "UNESCO", "UNICEF", "UNRWA"];

#[cfg(test)]
mod tests {
    use super::Body;
    use crate::article::Article;
    use crate::story::phrase::{Lexicon, Passage};
    use crate::text::Language;
    use crate::vector::Vectorizer;

    fn first_sentence(title: &str, text: &str) -> Option<String> {
        let fitted = Vectorizer::default().fit(&[Article::new("a", title)]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let mut body = Body::of(title, Passage::unread(text, Language::English));
        let span = body.next(&mut lexicon, &mut Vec::new())?;
        span.of(text).map(str::to_owned)
    }

    #[test]
    fn the_end_of_a_headline_that_was_cut_off_is_no_sentence() {
        let glued = "Tarvania votes on the new harbour after a row about who pays President Jane Roe said on Sunday \
                     that she would step down. The vote was calm.";
        let whole = "Tarvania votes on the new harbour on Sunday. The vote was calm.";
        let cases = [
            ("Tarvania votes on the new harbour …", glued, "The vote was calm."),
            ("Tarvania votes on the new harbour ...", glued, "The vote was calm."),
            ("Tarvania votes on the new harbour …", whole, "Tarvania votes on the new harbour on Sunday."),
        ];
        for (title, text, expected) in cases {
            assert_eq!(first_sentence(title, text).as_deref(), Some(expected), "{title}: {text}");
        }
    }

    #[test]
    fn a_headline_in_other_words_ends_before_the_text() {
        let title = "Tarvania Ex-mayor Held In Anti-ferry Crackdown";
        let body = "The mayor of Elm was held on Sunday over ferries, a clerk said.";
        let named = "Jane Roe of Elm was held on Sunday over ferries, a clerk said.";
        let cases = [
            ("an article behind it", "Tarvania Court Holds Ex-mayor In Anti-ferry Crackdown ", body, body),
            ("a name behind it", "Tarvania Court Holds Ex-mayor In Anti-ferry Crackdown ", named, named),
        ];
        for (name, headline, rest, expected) in cases {
            assert_eq!(first_sentence(title, &format!("{headline}{rest}")).as_deref(), Some(expected), "{name}");
        }
        let small = "The ex-mayor of Tarvania was held in anti-ferry crackdown Monday, a clerk of the court said.";
        assert_eq!(first_sentence(title, small).as_deref(), Some(small));
    }

    #[test]
    fn links_to_other_pages_are_left_out() {
        let cases = [
            ("<ol><li>Storm nears Elm. Harbour Post</li><li>Gulls fly off.</li></ol>", "Harbour Post"),
            ("<ul><li>A storm nears Elm. Gulls fly off.</li></ul>", "A storm nears Elm."),
            ("<li>A storm nears Elm.</li> Gulls", "A storm nears Elm."),
            ("<p>A storm nears Elm. Harbour Post</p>", "A storm nears Elm."),
        ];
        for (text, expected) in cases {
            assert_eq!(first_sentence("Tides", text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn nothing_is_glued_by_english_words_in_other_languages() {
        let cases = [
            (Language::French, "Elm a gagné hier la course des Six Bateaux grâce à la marée haute du matin."),
            (Language::German, "Der Sender zeigt ab Montag die Serie This Boat in deutscher Sprache für alle Leute."),
            (Language::German, "Der neue HAFEN Vertrag wurde am Montag von allen in Elm unterschrieben."),
            (Language::German, "Am 3. August 2026 Geborene dürfen umsonst mit der Fähre fahren."),
        ];
        for (language, text) in cases {
            let fitted = Vectorizer::default().fit(&[Article::new("a", "Elm")]).unwrap();
            let mut lexicon = Lexicon::new(&fitted.model, &[]);
            let mut body = Body::of("Elm", Passage::unread(text, language));
            let span = body.next(&mut lexicon, &mut Vec::new());
            assert_eq!(span.and_then(|span| span.of(text)), Some(text));
        }
    }

    #[test]
    #[allow(clippy::too_many_lines, reason = "a table of cases")]
    fn sentences_begin_behind_headline_and_dateline() {
        let title = "Tarvania votes on the new harbour";
        let cases = [
            ("closed bracket", "Port Elm (Elm News Network)- Tarvania voted.", "Tarvania voted."),
            ("agency alone", "(Elm News) – A vote on the harbour was won.", "A vote on the harbour was won."),
            ("Sep", "Sep 3, 2026 Divers found a bell off Elm.", "Divers found a bell off Elm."),
            ("Jun", "Jun 3, 2026 Divers found a bell off Elm.", "Divers found a bell off Elm."),
            ("Jul", "Jul 3, 2026 Divers found a bell off Elm.", "Divers found a bell off Elm."),
            ("date and colon", "March 3, 2026 LISBON: Tarvania voted.", "Tarvania voted."),
            (
                "capitals alone",
                "LISBON Tarvania voted on Sunday for a harbour in the north.",
                "Tarvania voted on Sunday for a harbour in the north.",
            ),
            (
                "subtitle",
                "Harbour wins by two to one The people of Tarvania voted for a new harbour.",
                "The people of Tarvania voted for a new harbour.",
            ),
            (
                "a name with a number",
                "Jane Roe came in first at the Tour of the Five Bays on Sunday in Tarvania.",
                "Jane Roe came in first at the Tour of the Five Bays on Sunday in Tarvania.",
            ),
            (
                "a name with an article",
                "Judges at The Hague will hear the case of the harbour in Tarvania.",
                "Judges at The Hague will hear the case of the harbour in Tarvania.",
            ),
            (
                "acronym",
                "The head of UNICEF Tarvania said on Sunday that children may vote.",
                "The head of UNICEF Tarvania said on Sunday that children may vote.",
            ),
            (
                "a law in capitals",
                "The old PIERS Act of Tarvania was made on Sunday for a harbour in the north.",
                "The old PIERS Act of Tarvania was made on Sunday for a harbour in the north.",
            ),
            (
                "a law in capitals inside",
                "On Sunday the mayor of Tarvania said that its new PIERS Act would pay for a harbour in the north.",
                "On Sunday the mayor of Tarvania said that its new PIERS Act would pay for a harbour in the north.",
            ),
            (
                "a subtitle that says the same",
                "People in Tarvania want a harbour in all LISBON Voters in Tarvania said on Sunday that they want a harbour.",
                "Voters in Tarvania said on Sunday that they want a harbour.",
            ),
            (
                "a subtitle, agencies and a date",
                "Harbour of Tarvania to be closed for a year Port Elm [Tarvania] March 3 (ENN/APB): Tarvania voted.",
                "Tarvania voted.",
            ),
            ("dash", "— Tarvania voted on Sunday.", "Tarvania voted on Sunday."),
            ("list", "- Tarvania voted on Sunday.", "Tarvania voted on Sunday."),
            ("plain", "Tarvania voted on Sunday.", "Tarvania voted on Sunday."),
            ("agency", "PORT ELM (APB) - Tarvania voted.", "Tarvania voted."),
            ("agency and country", "PORT ELM, Tarvania (APB) — Tarvania voted.", "Tarvania voted."),
            ("date", "PORT ELM, March 3 (APB) – Tarvania voted.", "Tarvania voted."),
            ("small letters", "Berlin -- A man voted.", "A man voted."),
            ("colon", "PORT ELM: Tarvania voted.", "Tarvania voted."),
            ("quote", "PORT ELM (APB) - “We won,” Roe said.", "“We won,” Roe said."),
            ("byline", "By Jane Roe PORT ELM (APB) - Tarvania voted.", "Tarvania voted."),
            (
                "no dateline",
                "The vote - a first for Tarvania - was calm.",
                "The vote - a first for Tarvania - was calm.",
            ),
            ("colon in a sentence", "Tarvania decides: The harbour stays.", "Tarvania decides: The harbour stays."),
            ("headline", "Tarvania votes on the new harbour Voters went to the polls.", "Voters went to the polls."),
            (
                "headline and dateline",
                "Tarvania Votes on the New Harbour PORT ELM (APB) - Voters went.",
                "Voters went.",
            ),
            (
                "a word put in",
                "Tarvania votes on the new northern harbour Voters went to the polls.",
                "Voters went to the polls.",
            ),
            (
                "outlet",
                "Gazette In the night Tarvania voted for a harbour in the north.",
                "In the night Tarvania voted for a harbour in the north.",
            ),
            (
                "label",
                "Photo Thousands of people in Tarvania voted for a harbour in the north.",
                "Thousands of people in Tarvania voted for a harbour in the north.",
            ),
            (
                "label before an office",
                "Topline Mayor Jane Roe of Tarvania said on Sunday that a harbour is to be built.",
                "Mayor Jane Roe of Tarvania said on Sunday that a harbour is to be built.",
            ),
            (
                "label before a name",
                "Topline The Roe government of Tarvania said on Sunday that a harbour is to be built.",
                "The Roe government of Tarvania said on Sunday that a harbour is to be built.",
            ),
            (
                "subtitle, place and an acronym",
                "Harbour to be kept out of the reach of nine banks LISBON A TLA judge said on Sunday that it is free.",
                "A TLA judge said on Sunday that it is free.",
            ),
            (
                "a place in capitals behind a preposition",
                "On Sunday the mayor of Tarvania left for LISBON A TLA judge told the harbour board.",
                "On Sunday the mayor of Tarvania left for LISBON A TLA judge told the harbour board.",
            ),
            (
                "headline in other words, place and dash",
                "Jane Roe taken to harbour court, facing nine years in Tarvania Wexcombe — Jane Roe was taken to a court \
                 of the harbour of Tarvania.",
                "Jane Roe was taken to a court of the harbour of Tarvania.",
            ),
            (
                "a pause behind a place",
                "Jane Roe was taken to the harbour of Tarvania in Wexcombe — Jane Roe knows the harbour of Tarvania well.",
                "Jane Roe was taken to the harbour of Tarvania in Wexcombe — Jane Roe knows the harbour of Tarvania well.",
            ),
            (
                "a place and a dash that say something else",
                "Harbour to be built for nine years in Tarvania Wexcombe — Jane Roe was taken to a court on Sunday.",
                "Harbour to be built for nine years in Tarvania Wexcombe — Jane Roe was taken to a court on Sunday.",
            ),
            (
                "another headline with the same end",
                "People of Tarvania In Vote On The New Harbour Voters of all towns went to the polls on Sunday.",
                "Voters of all towns went to the polls on Sunday.",
            ),
            (
                "the same end in a sentence",
                "The people of Tarvania were asked on Sunday to pay for the new harbour Monday or Tuesday.",
                "The people of Tarvania were asked on Sunday to pay for the new harbour Monday or Tuesday.",
            ),
            (
                "a name with a small word",
                "Elm On Sea voted on Sunday for a harbour in the north.",
                "Elm On Sea voted on Sunday for a harbour in the north.",
            ),
            (
                "headline goes on",
                "Tarvania votes on the new harbour today.",
                "Tarvania votes on the new harbour today.",
            ),
        ];
        for (name, text, expected) in cases {
            assert_eq!(first_sentence(title, text).as_deref(), Some(expected), "{name}");
        }
    }
}
