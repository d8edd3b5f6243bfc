//! Which headlines put different names in one place: [`Frames`].

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

use super::sparse_graph::NeighborGraph;
use crate::article::Article;
use crate::parallel::{map_chunks, map_ranges, map_slice};
use crate::text::{
    Headline, Language, Span, TokenKind, Tokenizer, WordMap, has_common_words, is_common, is_sentence_case,
    is_variable, normalize, words,
};
use crate::vector::{Fitted, Initial, SparseMatrix, TermId, Vocabulary};

/// Letters that two names have in common at their beginning where one may be a form of the other: `Afghan`, `Afghanistan`.
const BEGINNING: usize = 4;

/// Letters of the ending that a form has in the place of another form's: `Britain`, `British`.
const ENDING: usize = 3;

/// Words of a headline that are compared, each with each.
const WORDS: usize = 80;

/// Words of a name whose parts may be common words: `Blue Sky Airways`. What is longer is a clause.
const LONGEST: usize = 3;

/// The headlines of a batch as frames with names in them, for telling two events of one kind apart.
///
/// `Fire destroys warehouse in Dunholt` and `Fire destroys church in Marlow Bay` share half of their words, but what they
/// share says what happened, not where or to whom: words that any day's news is full of. And in one place of the frame,
/// before or behind the same word, they have different names. Names made of common words (`Harbour Bank`) are told by
/// their capitals, or by a name beside them, and count where the words on both sides are the same. Who tells one event twice repeats its names, or
/// changes the frame.
#[derive(Debug)]
pub(crate) struct Frames<'f> {
    headlines: Vec<(&'f Article, &'f Headline, Language)>,
    /// What tells the event of each.
    evidence: Vec<Evidence>,
    vocabulary: &'f Vocabulary,
    /// By number of the term: whether it is a word of the kind, and how it begins inside sentences.
    common: Vec<bool>,
    initials: &'f [Initial],
}

/// A headline as it is compared.
#[derive(Debug, Default)]
struct Frame {
    words: Vec<Word>,
    /// Whether common words may be part of its names: its language has a list of them.
    names_stretch: bool,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    /// The number of its term, or what its letters hash to: a stop word.
    id: u64,
    name: Name,
    /// Whether it only says where from a name: `off`, `central`.
    is_bearing: bool,
}

/// Whether a word of a headline may be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    None,
    /// A common word with a capital, where capitals tell: in `Harbour Bank profit beats forecasts` the second word is one.
    Common,
    /// Letters that may stand for a name in full.
    Acronym,
    Full,
}

/// A name that one headline has and the other lacks.
#[derive(Debug)]
struct Filler {
    words: Range<usize>,
    kind: Name,
    /// Whether it is, or has beside it, words that are a name only where they stand.
    is_guess: bool,
}

/// Which terms of an article tell its event from others of the kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Evidence {
    /// Those that no list of common words has.
    Uncommon,
    /// Those with a capital: its language has no list.
    Capital,
    /// All: nothing tells names in a language without a list and a headline without capitals.
    Any,
}

const STOP_WORD: u64 = 1 << 32;

/// Parts of the headlines that are read apart.
const PARTS: usize = 16;

impl<'f> Frames<'f> {
    /// From the headlines of the rows and their languages. Linear in them and in the vocabulary.
    pub fn new(headlines: Vec<(&'f Article, &'f Headline, Language)>, fitted: &'f Fitted) -> Self {
        let vocabulary = fitted.model.vocabulary();
        let evidence = map_slice(&headlines, |&(article, headline, language)| {
            let has_capitals = headline.text(article.title()).contains(char::is_uppercase);
            match (has_common_words(language), has_capitals) {
                (true, _) => Evidence::Uncommon,
                (false, true) => Evidence::Capital,
                (false, false) => Evidence::Any,
            }
        });
        let common = map_ranges(vocabulary.len(), 4096, |range| {
            let terms = range.map(|number| vocabulary.term(TermId(number as u32)));
            terms.map(|term| term.is_some_and(is_common)).collect::<Vec<bool>>()
        });
        let common = common.concat();
        Self { headlines, evidence, vocabulary, common, initials: &fitted.initials }
    }

    /// The pairs of a graph over these rows that contradict each other: the later first, ascending. Costs the terms of
    /// both for each edge, and the words of the headlines that share no name.
    pub fn contradictions(&self, graph: &NeighborGraph, rows: &SparseMatrix) -> Vec<(u32, u32)> {
        let nameless = map_ranges(graph.len(), 1024, |range| {
            let of = |a: usize| {
                let before = graph.neighbors(a).map(|(b, _)| b).take_while(move |&b| b < a);
                before.filter(move |&b| !self.share_a_name(rows, a, b)).map(move |b| (a as u32, b as u32))
            };
            range.flat_map(of).collect::<Vec<_>>()
        });
        let nameless: Vec<(u32, u32)> = nameless.concat();
        let mut asked: Vec<u32> = nameless.iter().flat_map(|&(a, b)| [a, b]).collect();
        asked.sort_unstable();
        asked.dedup();
        // The larger a part, the more of its words it has met before.
        let parts = map_ranges(asked.len(), asked.len().div_ceil(PARTS).max(1024), |range| {
            let mut known = WordMap::default();
            asked[range].iter().map(|&row| self.frame(row as usize, &mut known)).collect::<Vec<_>>()
        });
        let frames: Vec<Frame> = parts.into_iter().flatten().collect();
        let frame = |row: u32| asked.binary_search(&row).ok().map(|at| &frames[at]);
        let found = map_chunks(&nameless, 1024, |pairs| {
            let contradict = |a: u32, b: u32| frame(a).zip(frame(b)).is_some_and(|(a, b)| self.contradict(a, b));
            pairs.iter().copied().filter(|&(a, b)| contradict(a, b)).collect::<Vec<_>>()
        });
        found.concat()
    }

    fn frame(&self, row: usize, known: &mut WordMap<'f, u64>) -> Frame {
        let (article, headline, language) = self.headlines[row];
        let tokenizer = Tokenizer::new(language);
        let title = headline.text(article.title());
        let has_capitals = title.contains(char::is_uppercase);
        let has_list = self.evidence[row] == Evidence::Uncommon;
        let do_capitals_tell = has_list && is_sentence_case(title);
        let word = |(place, (_, surface)): (usize, (Span, &'f str))| {
            let id = known.get(language, surface).unwrap_or_else(|| {
                let term = tokenizer.term(surface).and_then(|term| self.vocabulary.id(&term));
                let id = term.map_or_else(|| stop_word(surface), |term| term.index() as u64);
                known.insert(language, surface, id);
                id
            });
            let kind = TokenKind::of(surface);
            let may_be_name = id < STOP_WORD && !self.common[id as usize] && {
                let initial = self.initials[id as usize];
                match kind {
                    TokenKind::Number => false,
                    TokenKind::Word => !has_capitals,
                    // What opens a headline has a capital anyway; then a list must tell, or the inside of another one.
                    _ if has_list => initial != Initial::Small,
                    _ => initial == Initial::Capital,
                }
            };
            let has_capital = matches!(kind, TokenKind::Capitalized | TokenKind::Acronym);
            let name = match kind {
                TokenKind::Acronym if may_be_name => Name::Acronym,
                _ if may_be_name => Name::Full,
                // `Friday`, `March`: names, but not of who or where.
                _ if do_capitals_tell && place > 0 && has_capital && id < STOP_WORD => {
                    if is_variable(&normalize(surface)) { Name::None } else { Name::Common }
                }
                _ => Name::None,
            };
            let is_bearing = id >= STOP_WORD || is_bearing(surface);
            Word { id, name, is_bearing }
        };
        let mut words: Vec<Word> = words(title).enumerate().take(WORDS).map(word).collect();
        // A first word has a capital anyway, but before another it begins the name: `First Street Bank`.
        if let [first, second, ..] = words.as_mut_slice() {
            if (first.name, second.name) == (Name::None, Name::Common) {
                first.name = Name::Common;
            }
        }
        Frame { words, names_stretch: has_list }
    }

    fn share_a_name(&self, rows: &SparseMatrix, a: usize, b: usize) -> bool {
        let tells = |term: TermId| match (self.evidence[a], self.evidence[b]) {
            (Evidence::Any, _) | (_, Evidence::Any) => true,
            (Evidence::Capital, Evidence::Capital) => self.initials[term.index()] == Initial::Capital,
            _ => !self.common[term.index()],
        };
        // From the rarest: what many articles have tells little.
        let (mut one, mut other) = (rows.row(a).terms(), rows.row(b).terms());
        while let ([before @ .., term], [before_other @ .., other_term]) = (one, other) {
            if term == other_term && tells(*term) {
                return true;
            }
            let (is_last, is_other_last) = (term >= other_term, other_term >= term);
            if is_last {
                one = before;
            }
            if is_other_last {
                other = before_other;
            }
        }
        false
    }

    /// Whether two headlines have different names in one place: before or behind one word, or where it takes a guess what
    /// the names are, between the same words on both sides.
    fn contradict(&self, one: &Frame, other: &Frame) -> bool {
        let (ours, theirs) = (self.fillers(one, other), self.fillers(other, one));
        let (one, other) = (&one.words, &other.words);
        ours.iter().any(|a| {
            theirs.iter().any(|b| {
                let before = |words: &[Word], name: &Filler| name.words.start.checked_sub(1).map(|at| words[at].id);
                let behind = |words: &[Word], name: &Filler| words.get(name.words.end).map(|word| word.id);
                let sides = [(before(one, a), before(other, b)), (behind(one, a), behind(other, b))];
                let act = |words: &[Word], name: &Filler| {
                    words[..name.words.start].iter().rfind(|word| !word.is_bearing).map(|word| word.id)
                };
                let is_same = |(x, y): &(Option<u64>, Option<u64>)| x.is_some() && x == y;
                let is_at_one_word =
                    sides.iter().any(is_same) || is_same(&(act(one, a), act(other, b))) && sides[1].0 == sides[1].1;
                let is_guess = a.is_guess || b.is_guess;
                a.kind == b.kind && is_at_one_word && (!is_guess || sides.iter().all(|(x, y)| x == y))
            })
        })
    }

    /// The names that one headline has and another lacks: each word alone, and with the words beside it that the other
    /// lacks, too.
    fn fillers(&self, frame: &Frame, than: &Frame) -> Vec<Filler> {
        let words = &frame.words;
        let is_own = |word: &Word| !than.words.iter().any(|&other| self.alike(*word, other));
        let own: Vec<bool> = words.iter().map(is_own).collect();
        let stretches_to =
            |at: usize| frame.names_stretch && own[at] && (words[at].id < STOP_WORD || words[at].name != Name::None);
        let mut fillers = Vec::new();
        for at in (0..words.len()).filter(|&at| own[at] && words[at].name != Name::None) {
            let kind = if words[at].name == Name::Acronym { Name::Acronym } else { Name::Full };
            if words[at].name != Name::Common {
                fillers.push(Filler { words: at..at + 1, kind, is_guess: false });
            }
            let start = (0..at).rev().take_while(|&before| stretches_to(before)).last().unwrap_or(at);
            let end =
                (at + 1..words.len()).take_while(|&next| stretches_to(next)).last().map_or(at + 1, |last| last + 1);
            if end - start <= LONGEST {
                fillers.push(Filler { words: start..end, kind, is_guess: true });
            }
        }
        fillers
    }

    /// Whether one may be a form of the other.
    fn alike(&self, a: Word, b: Word) -> bool {
        if a.id == b.id || a.id >= STOP_WORD || b.id >= STOP_WORD {
            return a.id == b.id;
        }
        let term = |word: Word| self.vocabulary.term(TermId(word.id as u32)).unwrap_or_default();
        let (a, b) = (term(a), term(b));
        let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let rests = [a, b].map(|name| name.chars().count() - common);
        // `Tarv-ia` and `Tarv-alia` are two countries.
        let are_endings = rests.contains(&0) || rests.iter().all(|&rest| rest <= ENDING);
        common >= BEGINNING && rests.iter().all(|&rest| rest <= common) && are_endings
    }
}

/// Whether a word says in which part of a place: `central`. English.
fn is_bearing(surface: &str) -> bool {
    // Of most words none begins like these.
    matches!(surface.as_bytes(), [b'c' | b'C' | b'e' | b'E' | b'n' | b'N' | b's' | b'S' | b'w' | b'W', ..])
        && BEARINGS.iter().any(|bearing| bearing.eq_ignore_ascii_case(surface))
}

const BEARINGS: [&str; 14] = [
    "central",
    "coast",
    "east",
    "eastern",
    "north",
    "northeastern",
    "northern",
    "northwestern",
    "south",
    "southeastern",
    "southern",
    "southwestern",
    "west",
    "western",
];

fn stop_word(surface: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(normalize(surface).as_bytes());
    hasher.finish() | STOP_WORD
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vector::Vectorizer;

    fn headlines<'f>(articles: &'f [Article], fitted: &'f Fitted) -> Vec<(&'f Article, &'f Headline, Language)> {
        let told = fitted.headlines.iter().zip(&fitted.languages);
        articles.iter().zip(told).map(|(article, (headline, &language))| (article, headline, language)).collect()
    }

    fn contradict(language: &str, one: &str, other: &str) -> bool {
        let articles = [one, other].map(|title| Article::new("a", title).with_language(language));
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let headlines = headlines(&articles, &fitted);
        let graph = NeighborGraph::from_rows([vec![(1, 0.5)], vec![(0, 0.5)]]);
        let pairs = Frames::new(headlines, &fitted).contradictions(&graph, &fitted.frequencies);
        assert!(pairs.is_empty() || pairs == [(1, 0)]);
        !pairs.is_empty()
    }

    #[test]
    fn what_stands_behind_a_whole_headline_is_not_compared() {
        let at = |words: usize, rest: &str| format!("{}{rest}", "fire ".repeat(words));
        for (words, expected) in [(WORDS - 4, true), (WORDS, false)] {
            let (one, other) = (at(words, "destroys warehouse in Dunholt"), at(words, "destroys church in Marlow Bay"));
            assert_eq!(contradict("en", &one, &other), expected, "{words}");
        }
    }

    #[test]
    fn different_names_in_one_place_contradict() {
        let cases: &[(&str, &str, &str, bool)] = &[
            ("a place", "Fire destroys warehouse in Dunholt", "Fire destroys church in Marlow Bay", true),
            ("in capitals", "FIRE DESTROYS WAREHOUSE IN DUNHOLT", "FIRE DESTROYS CHURCH IN MARLOW BAY", true),
            ("no capitals", "fire destroys warehouse in dunholt", "fire destroys church in marlow bay", true),
            ("before one word", "Northgate beat Wexcombe 2-1", "Rovers beat City 2-1", true),
            ("a name in common", "Fire destroys warehouse in Dunholt", "Fire destroys Ferrox hall in Dunholt", false),
            ("one name", "Fire destroys warehouse in Dunholt", "Fire destroys warehouse", false),
            ("other places", "Fire destroys warehouse in Dunholt", "Marlow Bay church: fire kills two", false),
            (
                "a form of the name",
                "Fire destroys church in Tarvania",
                "Fire destroys Tarvanian church in Marlow",
                false,
            ),
            ("letters for a name", "Fire destroys church in MBY", "Fire destroys church in Marlow", false),
            ("two sets of letters", "Fire destroys church in MBY", "Fire destroys church in DHT", true),
            ("two countries that begin alike", "Austria elects new president", "Australia elects new president", true),
            ("and end alike", "Slovenia elects new president", "Slovakia elects new president", true),
            ("a country and its people", "British court backs mayor", "Britain court backs mayor", false),
            (
                "behind a word of where",
                "Magnitude 6.1 quake strikes off Tarvania",
                "Magnitude 5.8 quake strikes central Orsland",
                true,
            ),
            (
                "and before something else",
                "Quake strikes off Tarvania",
                "Quake strikes central Orsland, two dead",
                false,
            ),
            ("names of common words", "Union Bank posts record profit", "First Street Bank posts record profit", true),
            ("one of common words", "Harbour Bank profit beats forecasts", "Corvane profit beats forecasts", true),
            ("in title case", "Harbour Bank Profit Beats Forecasts", "Corvane Profit Beats Forecasts", true),
            ("inside", "Revenue at Open Line misses estimates", "Revenue at Caldera misses estimates", true),
            ("a guess, and one side", "Revenue of Green Star falls", "Corvane falls", false),
            ("days", "Strike on Friday stops trains", "Strike on Monday stops trains", false),
            ("a clause", "Harbour bank loan book falls", "Corvane falls", false),
            ("no names", "Court backs fisherman in boat case", "Court backs beekeeper in boat case", false),
            ("no words", "", "", false),
        ];
        for (name, one, other, expected) in cases {
            assert_eq!(contradict("en", one, other), *expected, "{name}");
            assert_eq!(contradict("en", other, one), *expected, "{name}, turned round");
        }
    }

    #[test]
    fn without_a_list_of_common_words_capitals_tell_names() {
        let one = "Пожар уничтожил склад в Дубнинске";
        assert!(contradict("ru", one, "Пожар уничтожил школу в Марловске"));
        assert!(!contradict("ru", one, "Взрыв уничтожил склад в Дубнинске"));
        assert!(!contradict("ru", &one.to_lowercase(), "пожар уничтожил школу в марловске"));
    }

    #[test]
    fn a_word_that_others_write_small_is_no_name() {
        let fit = |extra: &str| {
            let titles = ["Fire In Quarry Near Church", "Fire In Orchard Near School", extra];
            let articles = titles.map(|title| Article::new("a", title));
            let fitted = Vectorizer::default().fit(&articles).unwrap();
            let headlines = headlines(&articles, &fitted);
            let graph = NeighborGraph::from_rows([vec![(1, 0.5)], vec![(0, 0.5)], vec![]]);
            Frames::new(headlines, &fitted).contradictions(&graph, &fitted.frequencies).len()
        };
        assert_eq!((fit("Mayor opens hall"), fit("Mayor of Gant walks from a quarry to the next quarry")), (1, 0));
    }
}
