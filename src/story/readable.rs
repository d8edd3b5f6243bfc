//! Whether a sentence can be read out of context: [`Reading`].

use crate::text::{Language, has_byte, is_letter_or_number, reference, words};

use super::debris::{has_debris, is_torn};
use super::english::{
    ALREADY_TOLD, BOILERPLATE, BUTTONS, DONE_BEFORE, EMPHASIZED, LEANING, TELLING_WHICH, WHILES, WHO_WANTS_IT,
};
use super::leaning::leans;
use super::phrase::{Lexicon, Word};
use super::quotation::outside_quotes;
use super::traits::{Trait, Traits};

/// What is written with a full stop before a name or a number. English.
const SHORTENED: &[&str] = &["Amb", "Dr", "Gov", "Mr", "Mrs", "Ms", "Prof", "Rep", "Rs", "Sen"];

/// Words of a sentence that says enough, and not too much for a list.
const LENGTH: std::ops::RangeInclusive<usize> = 7..=60;
/// Letters of a sentence that says enough in any number of words, where words are long: seven English ones have as many.
const LETTERS: usize = 30;

/// When a sentence says something by itself to somebody who has not read what stands around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    Never,
    /// By who knows of which day it is: `The mayor resigned today.`
    OnItsDay,
    Always,
}

/// When a sentence can be read by itself.
///
/// Nobody is meant who was named before it (`He said`); it continues nothing (`But`); it is no question and
/// speaks neither to the reader nor for the author; it is no byline or menu. Notes of the outlet are left to
/// [`is_boilerplate`], and whether it is whole to [`is_complete_sentence`](crate::text::is_complete_sentence). What goes by words
/// holds for English, but for first words that [`leans`] knows; the other rules hold for any language. Linear in its length.
pub(super) fn reading<'a>(
    sentence: &'a str,
    words: &[Word<'a>],
    language: Language,
    lexicon: &mut Lexicon<'a>,
) -> Reading {
    if !has_good_length(sentence, words, language)
        || has_sign_of_layout(sentence)
        || is_menu(words)
        || has_entity(sentence)
        || is_labelled(sentence)
        || is_cut_off(sentence, words)
    {
        return Reading::Never;
    }
    let outside = outside_quotes(sentence);
    if is_quoted_alone(sentence, &outside)
        || begins_leaning(words, &outside, language)
        || asks_or_shouts(sentence, &outside)
        || has_broken_escape(sentence)
        || is_garbled(sentence)
    {
        return Reading::Never;
    }
    if language != Language::English {
        return Reading::Always;
    }
    if has_debris(sentence, words) || is_torn(sentence, words) || stutters(sentence, words) {
        return Reading::Never;
    }
    alone(sentence, words, &outside, lexicon)
}

/// Counted in words; few words that are long say as much. Not in English, where these are a headline or a caption.
fn has_good_length(sentence: &str, words: &[Word<'_>], language: Language) -> bool {
    let has_letters = || sentence.chars().filter(|&c| is_letter_or_number(c)).nth(LETTERS - 1).is_some();
    words.len() <= *LENGTH.end() && (words.len() >= *LENGTH.start() || language != Language::English && has_letters())
}

/// A sign that stands in menus, in markup or for what could not be decoded.
fn has_sign_of_layout(sentence: &str) -> bool {
    let is_sign = |byte| matches!(byte, b'|' | b'<' | b'>' | b'{' | b'}' | b'_' | b'*');
    // `#flood #Wexcombe The army …`.
    sentence.starts_with('#')
        || has_byte(sentence, is_sign)
        || (!sentence.is_ascii() && (sentence.contains(['©', '•', '→', '\u{FFFD}']) || has_lone_guillemet(sentence)))
}

/// `Home » Floods`: where it is a quotation mark it has its partner.
fn has_lone_guillemet(sentence: &str) -> bool {
    sentence.matches('»').count() != sentence.matches('«').count()
}

/// `The harbour#39;s mayor`, `Elmâs mayor`: a reference without its `&`, and what is left of a `’` that was read in another
/// encoding.
fn is_garbled(sentence: &str) -> bool {
    let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    sentence.contains("#39;")
        || !sentence.is_ascii()
            && sentence.match_indices('â').any(|(at, sign)| {
                let after = &sentence[at + sign.len()..];
                if sentence[..at].ends_with(char::is_alphabetic) {
                    is_end(after) || after.strip_prefix(['s', 't']).is_some_and(is_end)
                } else {
                    after.starts_with(char::is_uppercase) || after.starts_with(' ')
                }
            })
}

/// `said said the`: a hand slipped, or something between is lost. `had had`, `goes on on` and `that that` are written so.
fn stutters(sentence: &str, words: &[Word<'_>]) -> bool {
    words.windows(2).any(|pair| {
        pair[0].surface == pair[1].surface
            && pair.iter().all(|word| word.has(Trait::Small))
            && !["had", "on", "that"].contains(&pair[0].surface)
            && sentence.get(pair[0].span.end()..pair[1].span.start()) == Some(" ")
    })
}

/// `The harbour2019s mayor` had a `\u2019` once, or a `\u201c`: the sign that stood there is lost.
fn has_broken_escape(sentence: &str) -> bool {
    // What most sentences do not have is found faster than where they have it.
    sentence.contains("201")
        && sentence.match_indices("201").any(|(at, _)| {
            let mut after = sentence[at + 3..].chars();
            sentence[..at].ends_with(char::is_alphabetic)
                && matches!(after.next(), Some('8' | '9' | 'c' | 'd'))
                && after.next().is_some_and(char::is_lowercase)
        })
}

/// `&amp;` and the like: shown as they are they are wrong, and decoded they are not what the article has.
pub(super) fn has_entity(sentence: &str) -> bool {
    sentence.match_indices('&').any(|(at, _)| reference(sentence.as_bytes(), at).is_some())
}

/// Mostly words with capitals, and hardly one without that could be a verb or a noun: a menu, a list of tags, a headline.
fn is_menu(words: &[Word<'_>]) -> bool {
    let capitals = words.iter().filter(|word| word.has(Trait::Capital)).count();
    let telling = || words.iter().filter(|word| word.has(Trait::Small) && word.has(Trait::Long)).count();
    capitals * 10 > words.len() * 6 && telling() < 2
}

/// `Harbour Post: The mayor …`, `The Long Way of the Ferry to the New Harbour: A …`: a headline, or one that says where
/// it is from. A colon behind words with nothing but capitals, or with no long word without, is no part of a sentence.
fn is_labelled(sentence: &str) -> bool {
    // What most sentences do not have is found faster than where they have it.
    if !sentence.contains(": ") {
        return false;
    }
    sentence.split_once(": ").is_some_and(|(label, rest)| {
        let words = || label.split_whitespace();
        let is_small = |word: &str| word.starts_with(|c: char| c.is_lowercase());
        let has_small = words().any(is_small);
        let is_headline = || {
            words().take(6).count() == 6
                && rest.starts_with(|c: char| c.is_uppercase())
                && !words().any(|word| is_small(word) && word.chars().nth(3).is_some())
        };
        words().take(4).count() < 4 && !has_small || is_headline()
    })
}

/// `… of the global d.`, `(CHACE), .`: cut off, and closed with a full stop.
pub(super) fn is_cut_off(sentence: &str, words: &[Word<'_>]) -> bool {
    let before = sentence.trim_end_matches('.');
    let is_stump =
        |word: &Word<'_>| word.has(Trait::Small) && word.span.end() == before.len() && word.surface.len() == 1;
    // `… prices starting at Rs.`: what belongs to it is in the next sentence.
    let is_short = |word: &Word<'_>| word.span.end() == before.len() && SHORTENED.contains(&word.surface);
    before.ends_with([' ', ',', ';', ':', '–', '—'])
        || before.len() < sentence.len() && words.last().is_some_and(is_short)
        || words.last().is_some_and(is_stump)
}

/// Question marks: common, full width, Arabic, Greek.
const ASKING: [char; 4] = ['?', '？', '؟', '\u{37E}'];

/// Quoted from end to end: by whom?
fn is_quoted_alone(sentence: &str, outside: &str) -> bool {
    outside.len() < sentence.len() && words(outside).take(3).count() < 3
}

/// Leans on the sentence before it, and not within a quotation, whose speaker it names.
fn begins_leaning(words: &[Word<'_>], outside: &str, language: Language) -> bool {
    let is_own = |first: &Word<'_>| outside.trim_start().starts_with(first.surface);
    words.first().is_some_and(is_own) && leans(words, language)
}

/// A question, a call, or a beginning in capitals (`THE mayor of …`), which some outlets print and none should quote.
fn asks_or_shouts(sentence: &str, outside: &str) -> bool {
    let first = first_word(sentence);
    let own = outside.trim_end();
    ((own.ends_with(ASKING) || own.ends_with(['!', '！'])) && !tells_before_it_asks(outside))
        || (sentence.ends_with(ASKING) && !tells_before_it_asks(sentence))
        || matches!(first, "THE" | "AN")
        || begins_in_capitals(sentence)
        || ["A MAN ", "A WOMAN ", "A BOY ", "A GIRL ", "A BABY ", "A FORMER "].iter().any(|shout| sentence.starts_with(shout))
        // `1: The mayor …`, of a list.
        || first.strip_suffix(':').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `NEARLY HALF A century ago`: three words, which is more than an acronym has, or two long ones (`JANE DOELAND won`).
fn begins_in_capitals(sentence: &str) -> bool {
    begins_with_capitals(sentence, 3) || {
        let mut two = sentence.split_whitespace().take(2);
        begins_with_capitals(sentence, 2) && two.all(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3)
    }
}

fn begins_with_capitals(sentence: &str, count: usize) -> bool {
    let first = || sentence.split_whitespace().take(count);
    first().all(|word| word.contains(char::is_uppercase) && !word.contains(char::is_lowercase))
        && first().flat_map(str::chars).filter(|c| c.is_alphabetic()).count() > 8
}

/// `The court heard arguments on an old question: who …?` says something.
fn tells_before_it_asks(sentence: &str) -> bool {
    sentence.split_once(": ").is_some_and(|(told, _)| words(told).count() >= *LENGTH.start())
}

/// The same by the words of an English sentence.
fn alone<'a>(sentence: &'a str, words: &[Word<'a>], outside: &str, lexicon: &mut Lexicon<'a>) -> Reading {
    let text = sentence.trim_start_matches(|c: char| !is_letter_or_number(c));
    let traits = |at: usize| words.get(at).map_or_else(Traits::default, |word| word.known.traits);
    let (first, second) = (traits(0), traits(1));
    let is_somebody = first.has(Trait::One) && second.has(Trait::OneIs);
    // `“We lost our home,” Jane Roe said`: she speaks, not the author, and of what the story is about.
    let is_quoted = !outside.trim_start_matches(|c: char| !is_letter_or_number(c)).starts_with(first_word(text));
    let is_spoken = is_quoted && first.has_any([Trait::BareSpeaker, Trait::Thing]);
    // `This week`.
    let is_time = first.has(Trait::This) && second.has(Trait::Time);
    let dangles = first.has(Trait::Dangling) && !is_spoken && !is_time;
    if dangles
        || is_somebody
        || !is_quoted && (begins_later(words) || is_of_before(words))
        || is_byline(text)
        || leans_on_phrase(text)
    {
        return Reading::Never;
    }
    let is_emphasized = |word: &str| EMPHASIZED.contains(&word);
    let (spoken, is_loud): (Vec<Traits>, bool) = if outside.len() == sentence.len() {
        let is_loud = words.iter().any(|word| word.has(Trait::Acronym) && is_emphasized(word.surface));
        (words.iter().map(|word| word.known.traits).collect(), is_loud)
    } else {
        let left = || crate::text::words(outside).map(|(_, word)| word);
        (left().map(|word| lexicon.traits(word, Language::English)).collect(), left().any(is_emphasized))
    };
    // Small words in capitals: `It was ONE vote`, and not `WHO`.
    if is_loud || speaks_for_itself(&spoken) || is_said_by_nobody(outside, &spoken) {
        return Reading::Never;
    }
    // `Roe left after a quarrel with her crew`: who opens a sentence is told by the batch's capitals.
    let is_known = |word: &Word<'_>| word.known.term.is_some_and(|term| lexicon.is_name(term));
    let opens_with_name = !is_quoted && words.first().is_some_and(is_known);
    if !opens_with_name && leans_back(outside, &spoken)
        || is_one_of_them(outside, &spoken)
        || demands(outside)
        || ALREADY_TOLD.is_in(outside)
    {
        return Reading::Never;
    }
    if spoken.iter().any(|word| word.has(Trait::OfThisDay)) { Reading::OnItsDay } else { Reading::Always }
}

/// `The move drew cheers`: which? `The move to Elm drew cheers`.
fn is_of_before(words: &[Word<'_>]) -> bool {
    let [the, what, next, ..] = words else { return false };
    the.surface == "The" && DONE_BEFORE.contains(&what.surface) && !TELLING_WHICH.contains(&next.surface)
}

/// `Hours later the army …`, `Two days later …`: later than what?
fn begins_later(words: &[Word<'_>]) -> bool {
    words.windows(2).take(3).enumerate().any(|(at, pair)| {
        pair[1].surface == "later"
            && WHILES.iter().any(|span| pair[0].surface.eq_ignore_ascii_case(span))
            && words.get(at + 2).is_none_or(|next| next.surface != "than")
    })
}

/// `A burst pipe closed one of them`: of those in the sentence before, where none of many stands in front of it.
fn is_one_of_them(outside: &str, spoken: &[Traits]) -> bool {
    if !outside.contains("ne of them") {
        return false;
    }
    let cut: Vec<&str> = words(outside).map(|(_, word)| word).collect();
    let is_one = |three: &[&str]| three[0].eq_ignore_ascii_case("one") && three[1..] == ["of", "them"];
    let found = cut.windows(3).position(is_one);
    found
        .and_then(|at| spoken.get(..at))
        .is_some_and(|before| !before.iter().any(|word| word.has_any([Trait::Plural, Trait::Folk])))
}

/// Says what should be done, and not who wants it: then it is the author.
fn demands(outside: &str) -> bool {
    outside.contains(" should ") && !WHO_WANTS_IT.iter().any(|word| outside.contains(word))
}

/// `After that, …`.
fn leans_on_phrase(text: &str) -> bool {
    LEANING.iter().any(|phrase| {
        text.as_bytes().get(..phrase.len()).is_some_and(|start| start.eq_ignore_ascii_case(phrase.as_bytes()))
    })
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// The author or the reader is meant. `World War I` is nobody.
fn speaks_for_itself(spoken: &[Traits]) -> bool {
    let is_number = |at: usize| at > 0 && spoken[at - 1].has(Trait::Capital) && !spoken[at - 1].has(Trait::Calendar);
    spoken
        .iter()
        .enumerate()
        .any(|(at, word)| if word.has(Trait::I) { !is_number(at) } else { word.has(Trait::Speaker) })
}

/// `The storm may come back, it said`: nobody there can speak.
fn is_said_by_nobody(outside: &str, spoken: &[Traits]) -> bool {
    let end = outside.trim_end_matches(['.', ' ']);
    end.ends_with(", they said") || (end.ends_with(", it said") && !spoken.iter().skip(1).copied().any(is_name))
}

fn is_name(word: Traits) -> bool {
    word.has(Trait::Capital) && !word.has(Trait::Calendar)
}

/// Whether a pronoun means somebody who was named in the sentences before.
///
/// `He` needs a name before it, or somebody new (`A man who said he …`); `they` are also satisfied with a noun of many
/// (`Voters said they …`). The first word of a sentence is written with a capital whatever it is. `In a talk with the
/// Harbour Post, he said …` names the wrong one.
fn leans_back(outside: &str, spoken: &[Traits]) -> bool {
    let Some(at) = spoken.iter().position(|word| word.has_any([Trait::Person, Trait::People])) else {
        return false;
    };
    let after_comma = outside.split(',').nth(1).and_then(|clause| words(clause).next());
    if spoken[0].has(Trait::Opening) && after_comma.is_some_and(|(_, word)| ["he", "she", "they", "it"].contains(&word))
    {
        return true;
    }
    // `“…,” she told reporters`: the quotation before it does not name her.
    if at == 0 {
        return true;
    }
    // `The arrest came after he …`: what is named behind him is somebody else.
    let is_subject = || words(outside).nth(at).is_some_and(|(_, word)| matches!(word, "he" | "she"));
    let has = |found: &dyn Fn(&Traits) -> bool| spoken[1..at].iter().any(found);
    if first_word(outside) == "The"
        && is_subject()
        && !has(&|word| is_name(*word) || word.has_any([Trait::Speaking, Trait::Dangling]))
    {
        return true;
    }
    // `Roe said she` names her, `Voters said she` does not.
    let is_speaker = spoken.get(1).is_some_and(|verb| verb.has(Trait::Speaking)) && !spoken[0].has(Trait::Many);
    let is_named = is_speaker || spoken.iter().skip(1).copied().any(is_name);
    let is_new = spoken[0].has(Trait::Article);
    let is_before = |one: Trait| spoken[..at].iter().any(|word| word.has(one));
    let is_many = spoken[at].has(Trait::People) && is_before(Trait::Plural) || is_before(Trait::Folk);
    !(is_named || (is_new && at > 1) || is_many)
}

/// `By Jane Roe …`, where a place or a time would follow in a sentence.
fn is_byline(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let by = words.next().is_some_and(|word| word.trim_end_matches(':').eq_ignore_ascii_case("by"));
    by && words.take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
}

/// A note of the outlet to its readers. English; no sentence of another language is one.
pub(super) fn is_boilerplate(sentence: &str, language: Language) -> bool {
    if language != Language::English {
        return false;
    }
    BOILERPLATE.has_words_of(sentence) || BUTTONS.has_words_of(sentence)
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    #[allow(clippy::too_many_lines, reason = "a table of cases")]
    fn readable_sentences_stand_alone() {
        let cases = [
            ("fact", "The army evacuated 1,400 homes in Wexcombe on Sunday.", true),
            ("speech", "“The worst is over,” Mayor Jane Roe told reporters on Monday.", true),
            ("pronoun with its name", "Jane Roe said that she would not run for mayor again.", true),
            ("our inside a quote", "Roe said that “our patience is at an end” after the vote.", true),
            ("number first", "1,400 homes in Wexcombe were evacuated early on Sunday.", true),
            ("lost apostrophe", "The army evacuated Wexcombe2019s 1,400 homes on Sunday.", false),
            ("year", "The army evacuated 1,400 homes in Wexcombe in May2019 and 2018.", true),
            ("no capitals", "غرقت ثلاثة قوارب في عاصفة ضربت ساحل إلم يوم الأحد.", true),
            ("no capitals, vowel signs", "राजनीतिज्ञों जिम्मेदारियां संभालेंगे और दो नाविक लापता हैं।", true),
            ("it said", "The storm may come back to the coast by Monday, it said.", false),
            ("it said with a speaker", "The storm may reach the Harbour Board by Monday, it said.", true),
            ("they said", "The mayor Jane Roe may leave the town by Monday, they said.", false),
            ("lost reference", "The army evacuated Wexcombe#39;s 1,400 homes on Sunday.", false),
            ("other encoding", "The army evacuated Wexcombeâs 1,400 homes on Sunday.", false),
            (
                "other encoding where a quotation begins",
                "The army read âThe Tides of Elm in Wexcombe on Sunday.",
                false,
            ),
            ("other encoding where it ends", "The army read The Tides of Elmâ in Wexcombe on Sunday.", false),
            ("an accent", "The army evacuated the Château Pâquis in Wexcombe on Sunday.", true),
            ("he said", "He said that the water would fall by Monday evening.", false),
            ("she later", "On Monday she said that the water would fall soon.", false),
            ("he'll", "He’ll be the first mayor of Wexcombe to swim in the Tamsin.", false),
            ("capitals", "THE army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("but", "But the water in Wexcombe rose again on Monday evening.", false),
            ("this", "This brings the number of evacuated homes to 1,400.", false),
            ("too short", "The water fell again.", false),
            ("quote alone", "“We have never seen the river rise so fast before.”", false),
            ("question", "Will the river in Wexcombe rise again on Monday?", false),
            ("reader", "Here is how you can help the people of Wexcombe.", false),
            ("author", "In Wexcombe we saw the water rise over the bridge.", false),
            ("cut off", "The army evacuated 1,400 homes in Wexcombe and then…", false),
            ("no end", "The army evacuated 1,400 homes in Wexcombe on Sunday", false),
            ("read more", "Read more about the floods in Wexcombe and Ashmere.", false),
            ("byline", "By Jane Roe and John Doe, reporters in flooded Wexcombe.", false),
            ("cookies", "The Harbour Post uses cookies to improve its service.", false),
            ("entity", "Roe &amp; Sons evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("menu", "News Sport Weather Floods Wexcombe Ashmere Business Opinion.", false),
            ("war", "Wexcombe was last under water in World War I, the mayor said.", true),
            ("I", "On Monday I saw the water in Wexcombe rise over the bridge.", false),
            ("many", "Farmers around the town said they had lost all of their hay.", true),
            ("they", "On Monday they lost the hay of the last two summers.", false),
            ("somebody new", "A man who lost his boat in the floods was found on Monday.", true),
            ("to whom", "In a talk with the Harbour Post, he said that the water would fall.", false),
            ("speaking", "Speaking to the Harbour Post on Monday, she said that the water would fall.", false),
            ("one", "One person in Wexcombe is missing since the flood on Sunday.", true),
            ("one of them", "One was found on the bridge in Wexcombe on Monday.", false),
            ("part of a word", "Two farmers affiliated with the Wexcombe dyke board were rescued.", true),
            ("news of signing up", "Half of Wexcombe signed up for the new dyke insurance.", true),
            ("news of copyright", "Wexcombe won its copyright dispute with the Harbour Post.", true),
            ("button", "Subscribe to get the news of the flood in Wexcombe.", false),
            ("button inside", "The army Advertisement evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("reader in British quotes", "‘We have lost our home,’ Jane Roe said in Wexcombe on Monday.", true),
            (
                "names",
                "Former Wexcombe Mayor Jane Roe announced Dyke Board President John Doe's dismissal Monday.",
                true,
            ),
            ("headline", "Army Evacuates 1,400 Homes in Wexcombe as River Tamsin Rises.", false),
            ("capitals first", "NEARLY HALF A century ago the army evacuated all of Wexcombe.", false),
            ("after that", "After that, the army evacuated all the homes in Wexcombe.", false),
            ("in another", "In another, the army evacuated all the homes in Wexcombe.", false),
            ("as a result", "As a result the army evacuated all the homes in Wexcombe.", false),
            ("this week", "This week the army evacuated 1,400 homes in Wexcombe.", true),
            (
                "tells, then asks",
                "The judge in Wexcombe heard arguments on an old question: who pays for the dyke?",
                true,
            ),
            ("colon and question", "Wexcombe: who pays for the dyke on the river Tamsin?", false),
            ("this in a quote", "“This flood is the worst in a hundred years,” Jane Roe said in Wexcombe.", true),
            ("speaker", "Roe said she would not run for mayor again this year.", true),
            ("no speaker", "Police said she would not be charged with arson this year.", false),
            ("demand", "Dykes along the river Tamsin should be twice as high by now.", false),
            ("whose demand", "Jane Roe said dykes along the river Tamsin should be twice as high.", true),
            ("whose position", "Wexcombe reiterated its position that dykes should come before bridges.", true),
            ("stress on a small word", "The army evacuated homes in Wexcombe AT least on Sunday.", false),
            ("toggle", "Toggle caption The army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("credit", "The army evacuated 1,400 homes Jane Roe/APB The river Tamsin rose on Sunday.", false),
            ("told before", "A spokeswoman for Jane Roe confirmed the news to the Harbour Post.", false),
            ("who told", "“The worst is over for Wexcombe,” she told reporters in Ashmere.", false),
            ("told by a verb", "None of the mayors along the river Tamsin has done it better.", false),
            ("one of whom", "On Sunday the water closed one of them, and Jane Roe left Wexcombe.", false),
            (
                "one of those who are named",
                "Two dykes broke on Sunday, and the army closed one of them in Wexcombe.",
                true,
            ),
            ("later than what", "Hours later the army evacuated 1,400 homes in Wexcombe.", false),
            ("days later than what", "Two days later the army evacuated 1,400 homes in Wexcombe.", false),
            ("later than it should", "Two days later than planned the army evacuated Wexcombe.", true),
            ("outlet", "Harbour Post: The army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("label", "Revealed: The army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("colon later", "The army has an order in Wexcombe: All homes along the river must be empty.", true),
            ("name in capitals", "JANE DOELAND was the heroine of Wexcombe after the flood on Sunday.", false),
            ("acronyms first", "NATO and UN teams evacuated 1,400 homes in Wexcombe on Sunday.", true),
            ("stress", "The army evacuated 1,400 homes in Wexcombe because ONE dyke broke.", false),
            ("WHO", "Doctors of the WHO evacuated 1,400 homes in Wexcombe on Sunday.", true),
            ("live", "Follow the flood in Wexcombe on the river Tamsin as it happens.", false),
            ("long label", "The Long Way of the Ferry to Elm by Jane Roe: In Wexcombe the army was late.", false),
            ("long colon", "Jane Roe told the angry town of Wexcombe: The army will be late.", true),
            ("cut in a word", "The army evacuated 1,400 homes in Wexcombe on the river T.", true),
            ("cut in a small word", "The army evacuated 1,400 homes in Wexcombe on the r.", false),
            ("cut before a sum", "The new dyke of Wexcombe on the river Tamsin will cost Rs.", false),
            ("cut before the end", "The army evacuated 1,400 homes in Wexcombe (WX-2), .", false),
            ("the reader is called", "Check out what the mayor of Wexcombe says of the army on Sunday.", false),
            ("a game is shown", "Check commentary and full scoreboard of the match in Wexcombe.", false),
            ("two apostrophes lost", "The army of Wexcombe held #39;2 2#39; talks on 1,400 homes.", false),
            ("a dash lost", "The army evacuated three towns â Wexcombe, Elm and Ashmere.", false),
            ("a word twice", "The army of Wexcombe said said 1,400 homes were evacuated.", false),
            ("a word twice, as it should be", "The army of Wexcombe had had 1,400 homes evacuated.", true),
            ("who is who", "The army evacuated the who's who of Wexcombe on Sunday.", true),
            ("which move", "The move drew cheers in Wexcombe and Ashmere on Sunday.", false),
            ("a move to what", "The move to Ashmere drew cheers in Wexcombe on Sunday.", true),
            ("for whom", "As for the army, it evacuated 1,400 homes in Wexcombe.", false),
            ("due to what", "Due to this, the army evacuated 1,400 homes in Wexcombe.", false),
            ("a page is read", "Popular on Harbour Post The army evacuated 1,400 homes in Wexcombe.", false),
            ("a name that checks", "Check Point Wexcombe evacuated 1,400 homes on Sunday.", true),
            ("yet another", "In yet another flood the army evacuated 1,400 homes in Wexcombe.", false),
            ("full story", "Read full story: The army evacuated 1,400 homes in Wexcombe.", false),
            ("a name that the batch knows", "Wexcombe opened the gates after a quarrel about his dykes.", true),
            ("a name that nobody knows", "Ashmere opened the gates after a quarrel about his dykes.", false),
            ("whose day", "The army evacuated 1,400 homes in Wexcombe yesterday.", false),
            ("a day in a quote", "“The worst is over today,” Jane Roe said in Wexcombe on Monday.", true),
            ("named too late", "The flood came after he had promised dykes to Wexcombe and Ashmere.", false),
            ("named by a clause", "The mayor who sold the dykes said he lost Wexcombe and Ashmere.", true),
            ("named later", "Since she sold the dykes of Wexcombe, Jane Roe has not been seen.", true),
            ("news of news", "Jane Roe made headlines again after the flood in Wexcombe on Sunday.", false),
            ("tags", "#Flood #Wexcombe The army evacuated 1,400 homes on Sunday.", false),
            ("guillemets", "The army of Wexcombe evacuated the «Pelican» and its crew on Sunday.", true),
            ("guillemets in the other order", "Jane Roe told reporters in Wexcombe: »We have lost our homes.«", true),
            ("menu", "Home » Floods » The army evacuated 1,400 homes in Wexcombe on Sunday.", false),
            ("arrow at the end", "The army evacuated 1,400 homes in Wexcombe on Sunday »", false),
            ("bar", "Wexcombe | The army evacuated 1,400 homes on Sunday.", false),
        ];
        let fitted = Vectorizer::default()
            .fit(&[Article::new("a", "Flood in Wexcombe").with_text("The flood of Wexcombe is over, a farmer said.")])
            .unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]).with_initials(&fitted.initials);
        let wrong = cases.iter().filter(|(_, sentence, expected)| {
            let words = lexicon.cut(sentence, Language::English);
            let is_boilerplate = super::is_boilerplate(sentence, Language::English);
            let is_readable = super::reading(sentence, &words, Language::English, &mut lexicon)
                == super::Reading::Always
                && crate::text::is_complete_sentence(sentence);
            (is_readable && !is_boilerplate) != *expected
        });
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&(&str, &str, bool)>::new());
    }

    #[test]
    fn readable_sentences_of_other_languages_stand_alone() {
        let cases = [
            ("Turkish fact", Language::Turkish, "Liman altı ay gemilere kapalı olacak.", true),
            ("Russian fact", Language::Russian, "Моряки парома чувствуют себя хорошо.", true),
            ("Finnish fact", Language::Finnish, "Matkustajat vietiin veneillä turvallisesti rantaan.", true),
            ("Arabic question", Language::Arabic, "هل تعود العاصفة إلى ساحل إلم في يوم الأحد؟", false),
            ("Urdu question", Language::Other, "کیا طوفان اتوار کو ایلم کے ساحل پر واپس آئے گا؟", false),
            ("Greek question", Language::Greek, "Θα επιστρέψει η καταιγίδα στο λιμάνι του Ελμ την Κυριακή;", false),
            (
                "Greek question with its own sign",
                Language::Greek,
                "Θα επιστρέψει η καταιγίδα στο λιμάνι του Ελμ την Κυριακή\u{37E}",
                false,
            ),
            ("quote alone", Language::German, "„Wir haben noch nie einen so hohen Fluss gesehen.“", false),
            ("quote and speaker", Language::German, "„Sie kommt nie wieder“, sagte Jane Roe in Wexcombe.", true),
            ("pronoun", Language::German, "Sie sagte am Montag, der Fluss werde bald fallen.", false),
            ("quote alone in Japanese", Language::Other, "「川がこんなに増えたのは初めてだ。」", false),
            ("too short", Language::Finnish, "Vesi laski taas Elmissä.", false),
            ("too short in English", Language::English, "Waterlogged passengers disembarked unharmed Sunday.", false),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Flood in Wexcombe")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (name, language, sentence, expected) in cases {
            let words = lexicon.cut(sentence, language);
            let is_readable = super::reading(sentence, &words, language, &mut lexicon) == super::Reading::Always
                && crate::text::is_complete_sentence(sentence);
            assert_eq!(is_readable, expected, "{name}");
        }
    }
}
