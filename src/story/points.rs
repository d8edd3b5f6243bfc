//! The sentences that may become key points, and who says what: [`sentences_of`].

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Article;
use crate::text::{Language, Span, is_complete_sentence};

use super::clause::telling;
use super::deck::{ends_in_stump, is_deck};
use super::display::is_stressed;
use super::faults::TitleFault;
use super::headline::Headline;
use super::lead_in::Body;
use super::model::Field;
use super::novelty::SAME;
use super::phrase::{Lexicon, Passage, Phrase, Word};
use super::readable::{Reading, has_entity, is_boilerplate, is_cut_off, reading};
use super::traits::Trait;
use super::word_lists::{List, Lists};

/// Sentences of one article that are looked at: news says what happened first.
const SENTENCES: usize = 8;

/// A member as the key points see it.
pub(super) struct Voice<'a> {
    /// Its position among the story's members.
    pub(super) member: usize,
    pub(super) article: &'a Article,
    pub(super) language: Language,
    pub(super) headline: Option<Headline<'a>>,
    /// Its headline's words; nothing where it has none.
    pub(super) title: Passage<'a>,
    pub(super) text: Passage<'a>,
    /// The number of its publisher within the story, where it names one.
    pub(super) publisher: Option<usize>,
    /// The same number for articles that speak with one voice: those of one publisher, unless most of a story is its own.
    /// Then it is an aggregator, or follows the story alone, and each article speaks for itself, as one without publisher
    /// does.
    pub(super) teller: usize,
    /// Similarity to the middle of the story, as a share of what the members in the middle have.
    pub(super) centrality: f32,
}

/// A sentence or headline of a member.
pub(super) struct Sentence<'a> {
    /// Which voice says it.
    pub(super) voice: usize,
    pub(super) field: Field,
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// How many sentences stand before it in its article.
    pub(super) position: usize,
    pub(super) phrase: Phrase,
    pub(super) words: Vec<Word<'a>>,
    /// What speaks against it as a title, where it is one of several headlines: a lone one wins whatever it is like, and is
    /// judged only where somebody asks why.
    pub(super) faults: Vec<TitleFault>,
    /// A note of the outlet to its readers.
    pub(super) is_boilerplate: bool,
    /// When it can stand in a list by itself.
    pub(super) reading: Reading,
}

#[cfg(test)]
impl<'a> Sentence<'a> {
    /// A readable sentence of a text.
    pub(super) fn readable(voice: usize, text: &'a str, lexicon: &mut Lexicon<'a>) -> Self {
        let words = lexicon.cut(text, Language::English);
        let (span, phrase) = (Span::from((0, text.len())), lexicon.phrase(&words));
        let (field, position, faults, is_boilerplate, reading) = (Field::Text, 0, Vec::new(), false, Reading::Always);
        Self { voice, field, span, text, position, phrase, words, faults, is_boilerplate, reading }
    }
}

/// The number that more than half have (Boyer & Moore 1991). Linear.
pub(super) fn ruling(numbers: &[usize]) -> Option<usize> {
    let (mut kept, mut lead) = (None, 0_usize);
    for &number in numbers {
        match kept {
            Some(other) if other == number => lead += 1,
            Some(_) if lead > 0 => lead -= 1,
            _ => (kept, lead) = (Some(number), 1),
        }
    }
    kept.filter(|kept| 2 * numbers.iter().filter(|number| *number == kept).count() > numbers.len())
}

/// The headlines of the members, by their first words: outlets print each other's before their text.
#[derive(Default)]
struct Headlines {
    /// Each as the prints of its words.
    by_beginning: FxHashMap<[u64; Self::BEGINNING], Vec<Vec<u64>>>,
}

impl Headlines {
    const BEGINNING: usize = 3;
    /// Words of a headline that is no part of a sentence by chance.
    const SHORTEST: usize = 6;
    /// Words of what follows, where it is a sentence.
    const REST: usize = 8;
    /// Terms of a headline that is known by half of them.
    const TERMS: usize = 4;

    fn add(&mut self, words: &[Word<'_>]) {
        let prints: Vec<u64> = words.iter().map(|word| word.known.print).collect();
        if let Some(&beginning) = prints.first_chunk().filter(|_| prints.len() >= Self::SHORTEST) {
            let same = self.by_beginning.entry(beginning).or_default();
            if !same.contains(&prints) {
                same.push(prints);
            }
        }
    }

    /// The byte behind the longest headline that a sentence begins with, where a sentence of its own follows: it has no
    /// mark before it but a space, a dash or an opening bracket or quote, and begins with a capital.
    fn behind(&self, sentence: &str, words: &[Word<'_>]) -> Option<usize> {
        let mut beginning = [0; Self::BEGINNING];
        for (slot, word) in beginning.iter_mut().zip(words.get(..Self::BEGINNING)?) {
            *slot = word.known.print;
        }
        let is_before = |prints: &&Vec<u64>| {
            words.len() >= prints.len() + Self::REST
                && prints.iter().zip(words).all(|(print, word)| *print == word.known.print)
        };
        let length = self.by_beginning.get(&beginning)?.iter().filter(is_before).map(Vec::len).max()?;
        let (last, next) = (words.get(length - 1)?, words.get(length)?);
        let between = sentence.get(last.span.end()..next.span.start())?;
        let is_apart = between.chars().all(|c| c.is_whitespace() || ['–', '—', '-', '(', '“', '"'].contains(&c));
        (is_apart && next.has(Trait::Capital)).then_some(last.span.end())
    }
}

/// Whether a sentence begins with another wording of its article's headline, where a sentence of its own follows.
///
/// Outlets have a second headline over their text: it has half of the first one's terms and ends with its last
/// word or with a quote, and what follows begins with a capital, without a mark between them.
fn repeats_headline(headline: &[Word<'_>], sentence: &str, words: &[Word<'_>]) -> bool {
    let mut terms = telling(headline);
    let Some(last) = headline.last().filter(|_| terms.len() >= Headlines::TERMS) else { return false };
    let all = terms.len();
    // A headline in other words is hardly longer by half.
    let within = words.len().saturating_sub(Headlines::REST).min(headline.len() * 3 / 2 + 1);
    words.windows(3).take(within).any(|three| {
        let [word, next, after] = three else { return false };
        terms.retain(|&term| word.known.term != Some(term));
        let between = sentence.get(word.span.end()..next.span.start()).unwrap_or_default();
        // An office belongs to the name behind it.
        let is_end = word.known.print == last.known.print
            && word.has(Trait::Small)
            && !Lists::of(word.surface).has(List::Offices);
        is_end
            && terms.len() * 2 <= all
            && next.has(Trait::Capital)
            && !next.has(Trait::Calendar)
            && after.has(Trait::Small)
            && between.trim_start_matches(['\'', '"', '’', '”']) == " "
    })
}

/// Two long words in capitals side by side: an acronym is one word, a name in capitals as well.
fn shouts(words: &[Word<'_>]) -> bool {
    words.windows(2).any(|pair| pair.iter().all(|word| is_stressed(word.surface)))
}

/// Distinct publishers with a sentence or headline that says the same, the sentence's own included.
pub(super) fn support(sentence: &Sentence<'_>, sentences: &[Sentence<'_>], voices: &[Voice<'_>]) -> usize {
    // Who says it is somebody, even where nobody knows who.
    saying(sentence, sentences, |voice| voices[voice].publisher).max(1)
}

/// How many different numbers of voices say the same, the sentence's own included; voices without a number do not count.
pub(super) fn saying(
    sentence: &Sentence<'_>,
    sentences: &[Sentence<'_>],
    number: impl Fn(usize) -> Option<usize>,
) -> usize {
    let mut saying: FxHashSet<usize> = number(sentence.voice).into_iter().collect();
    for other in sentences {
        let Some(number) = number(other.voice) else { continue };
        if !saying.contains(&number) && sentence.phrase.cosine(&other.phrase) >= SAME {
            saying.insert(number);
        }
    }
    saying.len()
}

/// The language that most voices speak; of equally many the first voice's.
pub(super) fn main_language(voices: &[Voice<'_>]) -> Option<Language> {
    let count = |language: Language| voices.iter().filter(|voice| voice.language == language).count();
    let mut told: Option<(usize, Language)> = None;
    for &Voice { language, .. } in voices {
        if told.is_none_or(|(_, most)| most != language) {
            let count = count(language);
            told = told.filter(|(most, _)| *most >= count).or(Some((count, language)));
        }
    }
    told.map(|(_, language)| language)
}

/// All that the voices say: headlines and the first sentences of their texts.
pub(super) fn sentences_of<'a>(voices: &[Voice<'a>], lexicon: &mut Lexicon<'a>) -> Vec<Sentence<'a>> {
    let has_text = voices.iter().any(|voice| !voice.text.text.is_empty());
    let mut all = Vec::with_capacity(voices.len() * if has_text { 1 + SENTENCES / 2 } else { 1 });
    let main = main_language(voices);
    let mut headlines = Headlines::default();
    let mut titles: Vec<Vec<Word<'a>>> = Vec::with_capacity(voices.len());
    for Voice { title, .. } in voices {
        let words = lexicon.read_all(title);
        if has_text {
            headlines.add(&words);
        }
        titles.push(words);
    }
    for ((voice, &Voice { article, language, headline, text: passage, .. }), words) in
        voices.iter().enumerate().zip(titles)
    {
        // Nobody should have to read two languages.
        let is_understood = main == Some(language);
        let own = words.clone();
        if let Some(headline) = headline {
            let (text, span) = (headline.text, headline.span());
            let phrase = lexicon.phrase(&words);
            // The only headline is the title, whatever is wrong with it, and said already.
            let is_lone = voices.len() < 2;
            let faults = if is_lone { Vec::new() } else { TitleFault::of(&headline, phrase.len()) };
            let is_readable = !is_lone
                && is_understood
                && faults.is_empty()
                && !has_entity(text)
                // A tag: of a sentence they are told by the reader of texts.
                && !text.contains('<')
                // An outlet or a section behind it, or a question in it.
                && !text.contains('|')
                && !text.contains("? ")
                // `(News Focus) Ferry aground`.
                && !text.starts_with(['(', '['])
                && !shouts(&words)
                && !is_cut_off(text, &words);
            let reading = if is_readable { Reading::Always } else { Reading::Never };
            let (field, position, is_boilerplate) = (Field::Title, 0, false);
            all.push(Sentence { voice, field, span, text, position, phrase, words, faults, is_boilerplate, reading });
        }
        let mut body = Body::of(article.title(), passage);
        for position in 0..SENTENCES {
            let mut words = Vec::new();
            let Some(mut span) = body.next(lexicon, &mut words) else { break };
            let Some(mut text) = span.of(article.text()) else { continue };
            if let Some(behind) = headlines.behind(text, &words) {
                let rest = Body::behind(passage, span.start() + behind).next(lexicon, &mut words);
                if let Some((rest, sentence)) = rest.and_then(|rest| Some((rest, rest.of(article.text())?))) {
                    (span, text) = (rest, sentence);
                }
            }
            let phrase = lexicon.phrase(&words);
            let is_boilerplate = is_boilerplate(text, language);
            let is_fit = is_understood
                && !is_boilerplate
                && (is_complete_sentence(text)
                    || position == 0 && is_deck(article.text(), span, &words, &own, language, lexicon))
                && !ends_in_stump(article.text(), span, &words, &own, lexicon);
            let is_again = || position == 0 && repeats_headline(&own, text, &words);
            let reading = if is_fit { reading(text, &words, language, lexicon) } else { Reading::Never };
            let reading = if reading != Reading::Never && is_again() { Reading::Never } else { reading };
            let (field, faults) = (Field::Text, Vec::new());
            all.push(Sentence { voice, field, span, text, position, phrase, words, faults, is_boilerplate, reading });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::ruling;

    #[test]
    fn more_than_half_rule() {
        let cases: [(&[usize], Option<usize>); 7] = [
            (&[], None),
            (&[4], Some(4)),
            (&[4, 5], None),
            (&[4, 5, 5], Some(5)),
            (&[5, 4, 5, 4], None),
            (&[1, 2, 1, 3, 1], Some(1)),
            (&[1, 1, 2, 2, 3, 3, 3], None),
        ];
        for (numbers, expected) in cases {
            assert_eq!(ruling(numbers), expected, "{numbers:?}");
        }
    }
}
