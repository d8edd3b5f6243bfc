//! The names in a story: runs of words with capitals where capitals mean something.

use crate::text::{Capitals, Language};
use crate::vector::TermId;

use super::folded_words::FoldedWords;
use super::lead_in::Body;
use super::model::Field;
use super::name_parts::{Key, LONGEST, Written, parts_of_longer};
use super::name_runs::{ending, parts, runs, with_names};
use super::phrase::{Known, Lexicon, Word, may_be_cut};
use super::points::{Sentence, Voice};
use super::readable::is_boilerplate;
use super::traits::Trait;

/// Words of a text in which names are looked for: who matters is named early.
const WORDS: usize = 100;
/// Words that are looked through for them: some have capitals that tell nothing.
const SEEN: usize = 4 * WORDS;
/// Words of the longest title of a work that is written in quotes.
const TITLE_IN_QUOTES: usize = 6;

/// A name, and how many members write it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name<'a> {
    /// Its words by their keys in the lexicon.
    key: Key,
    /// Its words, folded.
    pub(super) folded: FoldedWords,
    /// As most members write it; of equally common spellings the first in byte order.
    pub(super) text: &'a str,
    /// Members that write it.
    pub(super) members: usize,
}

#[derive(Clone, Copy)]
struct Occurrence<'a> {
    key: Key,
    text: &'a str,
    voice: usize,
    /// At the beginning of a sentence.
    is_first: bool,
    /// With no word of a name beside it.
    is_whole: bool,
}

/// What the members write, as far as names need it.
struct Found<'a> {
    places: Vec<Occurrence<'a>>,
    /// Words that somebody writes small, with who does.
    small: Vec<(u32, u32)>,
}

impl<'a> Found<'a> {
    /// A name in some eight words, and most others small.
    fn with_room_for(voices: usize) -> Self {
        let words = voices * WORDS;
        Self { places: Vec::with_capacity(words / 8), small: Vec::with_capacity(words) }
    }

    /// Reads up to `limit` words of a sentence in which capitals mean something, and tells how many.
    fn read(
        &mut self,
        voice: usize,
        sentence: &'a str,
        words: &[Word<'a>],
        language: Language,
        limit: usize,
        lexicon: &Lexicon<'_>,
    ) -> usize {
        if limit == 0 || !(tells_by_capitals(words) || keeps_small(words, lexicon)) {
            return 0;
        }
        let cut = &words[..words.len().min(limit)];
        self.small.extend(
            cut.iter()
                .filter(|word| word.has(Trait::Small) && !word.has(Trait::Mixed))
                .map(|word| (word.known.key, voice as u32)),
        );
        let speeches = speeches(sentence, cut);
        let is_spoken = |run: &&[Word<'_>]| {
            let first = run.first().map_or(0, |word| word.span.start());
            speeches.iter().any(|(start, end)| (*start..*end).contains(&first))
        };
        let cut = &*with_names(sentence, cut, language);
        for run in runs(sentence, cut, language).into_iter().filter(|run| !is_spoken(run)) {
            for part in parts(run) {
                let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
                let mut key = ([0; LONGEST], part.len());
                for (slot, word) in key.0.iter_mut().zip(part) {
                    *slot = word.known.key;
                }
                let text = &sentence[first.span.start()..last.span.end() - ending(last.surface, language)];
                let (is_first, is_whole) = (first.span.start() == 0, part.len() == run.len());
                self.places.push(Occurrence { key, text, voice, is_first, is_whole });
            }
        }
        cut.len()
    }
}

/// The words of a sentence that begins at `start` without a last one that may be cut off.
fn without_cut<'w, 'a>(text: &str, start: usize, words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    match words.split_last() {
        Some((last, whole)) if may_be_cut(text, start + last.span.end()) => whole,
        _ => words,
    }
}

/// From where to where somebody is quoted with more than a few words, in bytes.
///
/// What is quoted is copied to the letter, so that many members have it says nothing, and its capitals are the speaker's
/// (`a Great Honor`). A few words in quotes may be the name of a song or a ship. A quotation that does not end goes on.
fn speeches(sentence: &str, cut: &[Word<'_>]) -> Vec<(usize, usize)> {
    let mut speeches = Vec::new();
    if sentence.is_ascii() && !sentence.contains('"') {
        return speeches;
    }
    let mut open = None;
    let mut close = |from: usize, to: usize| {
        let words = cut.iter().filter(|word| (from..to).contains(&word.span.start())).count();
        if words > TITLE_IN_QUOTES {
            speeches.push((from, to));
        }
    };
    for (at, c) in sentence.char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some(at),
            // One that began in the sentence before.
            ('”', None) => close(0, at),
            ('”' | '"', Some(from)) => {
                close(from, at);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(from) = open {
        close(from, sentence.len());
    }
    speeches
}

/// [`is_sentence_case`](crate::text::is_sentence_case) of words at hand.
pub(super) fn tells_by_capitals(words: &[Word<'_>]) -> bool {
    let mut capitals = Capitals::default();
    words.iter().for_each(|word| capitals.count(word.has(Trait::Long), || word.has(Trait::Small)));
    capitals.tell()
}

/// Whether two words or more that the batch mostly writes small are written so behind the first, and all such words are:
/// what else has a capital is a name, however many there are.
fn keeps_small(words: &[Word<'_>], lexicon: &Lexicon<'_>) -> bool {
    let is_known = |word: &&Word<'_>| word.known.term.is_some_and(|term| lexicon.is_small(term));
    let mut known = words.iter().skip(1).filter(is_known);
    let mut kept = 0;
    known.all(|word| {
        kept += 1;
        word.has(Trait::Small)
    }) && kept > 1
}

/// Every name in one language, and every part of one that is written alone or in another name, by folded words.
///
/// The first word of a sentence counts only in a run. A word that members mostly write small is no name. n log n in the
/// words of the members.
///
/// Names that fewer than `enough` members write are left out, and parts of longer ones that are hardly written alone.
pub(super) fn names<'a>(
    voices: &[Voice<'a>],
    sentences: &[Sentence<'a>],
    main: Language,
    enough: usize,
    lexicon: &mut Lexicon<'a>,
) -> Vec<Name<'a>> {
    let mut found = Found::with_room_for(voices.len());
    for said in sentences.chunk_by(|a, b| a.voice == b.voice) {
        let Some((voice, last)) = said.first().map(|first| first.voice).zip(said.last()) else { continue };
        let Voice { language, text: passage, .. } = voices[voice];
        if language != main {
            continue;
        }
        let mut left = WORDS;
        for sentence in said.iter().filter(|sentence| !sentence.is_boilerplate) {
            let (text, start) = match sentence.field {
                Field::Title => (sentence.text, 0),
                Field::Text => (passage.text, sentence.span.start()),
            };
            left -=
                found.read(voice, sentence.text, without_cut(text, start, &sentence.words), language, left, lexicon);
        }
        if left == 0 || last.field == Field::Title {
            continue;
        }
        // Short sentences: more of them than are looked at otherwise.
        let mut body = Body::behind(passage, last.span.end());
        let (mut words, mut seen) = (Vec::new(), 0);
        while let Some(span) = body.next(lexicon, &mut words).filter(|_| left > 0 && seen < SEEN) {
            seen += words.len();
            let Some(text) = span.of(passage.text) else { continue };
            if !is_boilerplate(text, language) {
                left -=
                    found.read(voice, text, without_cut(passage.text, span.start(), &words), language, left, lexicon);
            }
        }
    }
    let Found { mut small, places: mut found } = found;
    small.sort_unstable();
    small.dedup();
    let writing_small = |key: u32| small.partition_point(|&(k, _)| k <= key) - small.partition_point(|&(k, _)| k < key);
    found.sort_unstable_by(|a, b| a.key.cmp(&b.key).then(a.voice.cmp(&b.voice)));
    let openers = openers(&found, lexicon);
    let written: Vec<Written<'_, 'a>> = found
        .chunk_by(|a, b| a.key == b.key)
        .filter_map(|places| {
            let (keys, length) = places.first()?.key;
            let members = places.chunk_by(|a, b| a.voice == b.voice).count();
            let is_first = places.iter().all(|place| place.is_first);
            // `Leaked Tarvanian` begins with a word, and its capital is that of the sentence.
            let is_sentence = is_first && writing_small(keys[0]) > 0;
            let is_common = keys.iter().take(length).all(|&key| writing_small(key) >= members);
            let is_late = is_first && openers.contains(&keys[0]);
            if members < enough || is_common || is_sentence || is_late {
                return None;
            }
            let text = most_common(places);
            // `Orsland 14` may be a place and how many.
            let is_backed = members > 1 || length == 1 || !ends_with_number(text);
            is_backed.then(|| Written { key: &places[0].key, text, members })
        })
        .collect();
    let is_part = parts_of_longer(&written);
    let whole = written.iter().zip(is_part).filter(|(_, is_part)| !is_part);
    let mut names: Vec<Name<'a>> =
        whole.map(|(written, _)| Name::of(*written.key, written.text, written.members)).collect();
    names.sort_by(|a, b| (&a.folded, a.text).cmp(&(&b.folded, b.text)));
    names
}

/// Words that open a sentence before a name and are no part of it: of `Late Jane Roe`, where `Jane Roe` stands elsewhere and
/// the batch writes `late`. `Land Rover` is never `Rover`. `found` is sorted by key.
fn openers(found: &[Occurrence<'_>], lexicon: &Lexicon<'_>) -> Vec<u32> {
    let stands_alone = |key: Key| {
        let from = found.partition_point(|occurrence| occurrence.key < key);
        found[from..].iter().take_while(|occurrence| occurrence.key == key).any(|occurrence| occurrence.is_whole)
    };
    let is_small = |key: u32| Known::term_of(key).is_some_and(|term| lexicon.is_small(term));
    let opening = found.iter().filter(|occurrence| occurrence.is_first && occurrence.is_whole && occurrence.key.1 > 1);
    let opening =
        opening.filter(|occurrence| is_small(occurrence.key.0[0]) && stands_alone(without_first(occurrence.key)));
    opening.map(|occurrence| occurrence.key.0[0]).collect()
}

/// The words of a name behind its first.
fn without_first((mut keys, length): Key) -> Key {
    keys.rotate_left(1);
    keys[LONGEST - 1] = 0;
    (keys, length.saturating_sub(1))
}

/// The spelling that occurs most; of equally common ones the first in byte order.
fn most_common<'a>(places: &[Occurrence<'a>]) -> &'a str {
    let first = places.first().map_or("", |place| place.text);
    if places.iter().all(|place| place.text == first) {
        return first;
    }
    let mut texts: Vec<&str> = places.iter().map(|place| place.text).collect();
    texts.sort_unstable();
    let spellings = texts.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0]));
    spellings.max_by(|(n, a), (m, b)| n.cmp(m).then_with(|| b.cmp(a))).map_or("", |(_, text)| text)
}

impl<'a> Name<'a> {
    pub(super) fn of(key: Key, text: &'a str, members: usize) -> Self {
        Self { key, folded: FoldedWords::of(text), text, members }
    }

    /// The terms of its words.
    pub(super) fn terms(&self) -> impl Iterator<Item = TermId> {
        self.key.0.into_iter().take(self.key.1).filter_map(Known::term_of)
    }
}

fn ends_with_number(name: &str) -> bool {
    name.rsplit(' ').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{Found, keeps_small, speeches, tells_by_capitals};
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn a_headline_full_of_names_is_told_by_what_stays_small() {
        let text = "Boats were added to the squad of the harbour, and nobody knows how large the squad will be.";
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Boats in a squad").with_text(text)]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]).with_initials(&fitted.initials);
        let cases = [
            ("Jayant Roland, Navdeep Elmer, Oleh Strand, Bogdan Vossen in squad of the harbour", true),
            ("Jayant Roland, Navdeep Elmer, Oleh Strand, Bogdan Vossen in Squad of the harbour", false),
            ("Jayant Roland, Navdeep Elmer, Oleh Strand, Bogdan Vossen in a squad", false),
        ];
        for (headline, expected) in cases {
            let words = lexicon.cut(headline, Language::English);
            assert!(!tells_by_capitals(&words), "{headline}");
            assert_eq!(keeps_small(&words, &lexicon), expected, "{headline}");
        }
    }

    #[test]
    fn a_turkish_suffix_ends_a_name() {
        let articles = ["Fener Elm’yi yendi", "Fener Elm karşısında güldü"].map(|text| {
            let text = format!("Dün akşam oynanan maçta Jane Roe'nun Elm'deki takımı {text} ve herkes çok sevindi.");
            Article::new(text.clone(), "Maç").with_text(text).with_language("tr")
        });
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let mut found = Found::with_room_for(1);
        for (voice, article) in articles.iter().enumerate() {
            let cut = lexicon.cut(article.text(), Language::Turkish);
            found.read(voice, article.text(), &cut, Language::Turkish, 100, &lexicon);
        }
        let mut names: Vec<&str> = found.places.iter().map(|place| place.text).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names, ["Elm", "Fener", "Fener Elm", "Jane", "Jane Roe", "Roe"]);
    }

    #[test]
    fn speech_is_told_from_titles() {
        let cases: [(&str, &[&str]); 6] = [
            ("Roe wrote “a Great Day for the Town of Wexcombe” on Sunday", &["“a Great Day for the Town of Wexcombe"]),
            ("Roe sang “Tin Boats of Wexcombe” on Sunday", &[]),
            ("Roe wrote \"a Great Day for the Town of Wexcombe\"", &["\"a Great Day for the Town of Wexcombe"]),
            ("and the Great Town of Wexcombe will win,” Roe said", &["and the Great Town of Wexcombe will win,"]),
            ("Roe said: “This is a Great Day for the Town", &["“This is a Great Day for the Town"]),
            ("Nobody said a word about the Town of Wexcombe", &[]),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Flood in Wexcombe")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (sentence, expected) in cases {
            let cut = lexicon.cut(sentence, Language::English);
            let found: Vec<&str> = speeches(sentence, &cut).into_iter().map(|(from, to)| &sentence[from..to]).collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
