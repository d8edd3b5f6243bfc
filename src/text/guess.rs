//! Which language an article is in that may not say so: [`Told`], and [`languages`] for a batch.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::parallel::map_slice;

use super::language::Language;
use super::segment::words;
use super::stop_words;

/// Languages in Latin letters, each with the letters beyond ASCII that its own words have. Of two that are told alike the
/// first is taken: the one of which there is more news.
const LATIN: [(Language, &str); 14] = [
    (Language::English, ANY),
    (Language::Spanish, "áéíñóúü"),
    (Language::German, "ßäöü"),
    (Language::French, "àâçèéêëîïôùûœ"),
    (Language::Portuguese, "àáâãçéêíóôõú"),
    (Language::Italian, "àèéìòù"),
    (Language::Turkish, "âçîöûüğış"),
    (Language::Dutch, "èéëïöü"),
    (Language::Swedish, "äåéö"),
    (Language::Romanian, "âîășţșț"),
    (Language::Hungarian, "áéíóöúüőű"),
    (Language::Danish, "åæéø"),
    (Language::Norwegian, "åæéòôø"),
    (Language::Finnish, "äåö"),
];

/// Words of other languages are written as they are there (`protégé`): letters tell nothing.
const ANY: &str = "";

/// Words in small letters that are read at most, of the headline and then of the text.
const WORDS: usize = 40;
/// Words with capitals and numbers among which they are looked for.
const SEEN: usize = 4 * WORDS;
/// Different words that tell a language.
const ENOUGH: i8 = 3;
/// More than so many times as many they must be as those of the language that is expected.
const LEAD: i8 = 2;
/// Of so many words one tells the language at least: else it is one without a list, which has a few of them as well.
const TO_ONE: usize = 8;

/// What words tell, by the place of the language in [`LATIN`].
type Counts = [i8; LATIN.len()];

/// One language is usual in a batch if so many articles tell it by their words,
const USUAL: usize = 3;
/// one in so many of those that could,
const OF_ALL: usize = 4;
/// and so many times as many as tell the one that is expected.
const OVER_EXPECTED: usize = 4;

/// What an article tells of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// By its tag or its script.
    Itself(Language),
    /// By its small words.
    Words(Language),
    Nothing,
}

impl Told {
    /// By the tag of an article; without a tag by the script of its headline, else of its text, or in Latin letters by its
    /// words.
    pub(super) fn by(article: &Article, expected: Language) -> Self {
        if let Some(tag) = article.language().map(str::trim).filter(|tag| !tag.is_empty()) {
            return Self::Itself(Language::from_tag(tag));
        }
        let (title, text) = (article.title(), article.text());
        let letters = if title.contains(char::is_alphabetic) { title } else { text };
        let by_words = || by_words(title, text, expected).map_or(Self::Nothing, Self::Words);
        Language::detect(letters).map_or_else(by_words, Self::Itself)
    }

    pub(super) fn or(self, expected: Language) -> Language {
        match self {
            Self::Itself(language) | Self::Words(language) => language,
            Self::Nothing => expected,
        }
    }
}

/// The language of each article of a batch.
///
/// Those that do not tell theirs, headlines of a few words, are in the one that is usual among those that tell it by their
/// words: in one that at least three of them tell, a quarter of those without tag in Latin letters, and four times as many as tell
/// `expected`; or else in `expected`. Linear.
pub(crate) fn languages(articles: &[Article], expected: Language) -> Vec<Language> {
    let told = map_slice(articles, |article| Told::by(article, expected));
    let mut counts = [0_usize; Language::ALL.len()];
    for &told in &told {
        if let Told::Words(language) = told {
            counts[language as usize] += 1;
        }
    }
    let asked = told.iter().filter(|told| !matches!(told, Told::Itself(_))).count();
    let is_usual = |&language: &Language| {
        let count = counts[language as usize];
        count >= USUAL && count * OF_ALL >= asked && count >= counts[expected as usize] * OVER_EXPECTED
    };
    let by_count = |&language: &Language| counts[language as usize];
    let usual = LATIN.into_iter().map(|(language, _)| language).filter(is_usual).rev().max_by_key(by_count);
    told.into_iter().map(|told| told.or(usual.unwrap_or(expected))).collect()
}

/// The language that the small words of an article tell, its headline first; `None` where they tell none.
///
/// A language is told by its stop words, and by the letters of a word, which it has or has not. Words with a capital tell
/// nothing, as they may be names, nor do the particles behind them (`Jane van der Roe`). The expected language needs three
/// words, and more than any other has; then no more is read. Another needs three of the first 40, twice as many as the
/// expected one, and one in eight.
pub(super) fn by_words(title: &str, text: &str, expected: Language) -> Option<Language> {
    let table = table();
    let place = LATIN.iter().position(|&(language, _)| language == expected);
    let mut counts = Counts::default();
    let mut met = [""; WORDS];
    let mut read = 0;
    for word in small_words(title).chain(small_words(text)).take(WORDS) {
        let is_new = |met: &[&str]| !met.contains(&word);
        let hits = table.get(word);
        if (hits.is_some() || !word.is_ascii()) && is_new(&met[..read]) {
            met[read] = word;
            if let Some(hits) = hits {
                add(&mut counts, hits);
            }
            if !word.is_ascii() {
                add(&mut counts, &by_letters(word));
            }
            let own = place.map_or(0, |place| counts[place]);
            if own >= ENOUGH && counts.iter().filter(|&&count| count >= own).count() == 1 {
                return Some(expected);
            }
        }
        read += 1;
    }
    let own = place.map_or(0, |place| counts[place]);
    let most = counts.iter().copied().max().unwrap_or(0);
    let is_told = most >= ENOUGH && most > LEAD * own && usize::from(most.unsigned_abs()) * TO_ONE >= read;
    let first = counts.iter().position(|&count| count == most).filter(|_| is_told);
    first.map(|first| LATIN[first].0)
}

fn add(counts: &mut Counts, more: &Counts) {
    counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
}

/// The stop words of all languages in Latin letters, as they are written small, with 1 for each that has them.
fn table() -> &'static FxHashMap<&'static str, Counts> {
    static TABLE: OnceLock<FxHashMap<&str, Counts>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: FxHashMap<&str, Counts> = FxHashMap::default();
        for (place, (language, _)) in LATIN.into_iter().enumerate() {
            for word in stop_words::list(language).split_whitespace().chain(language.elided().iter().copied()) {
                table.entry(word).or_default()[place] = 1;
            }
        }
        table
    })
}

/// For each language whether it has all letters of a word beyond ASCII (1) or not (-1).
fn by_letters(word: &str) -> Counts {
    LATIN.map(|(_, letters)| match letters {
        ANY => 0,
        _ if word.chars().all(|c| c.is_ascii() || letters.contains(c)) => 1,
        _ => -1,
    })
}

/// The words of a text that begin with a small letter, up to an apostrophe: `l` of `l’Ukraine`. No particles of names.
fn small_words(text: &str) -> impl Iterator<Item = &str> {
    let mut is_in_name = false;
    words(text).take(SEEN).filter_map(move |(span, word)| {
        if !word.starts_with(char::is_lowercase) {
            is_in_name = true;
            return None;
        }
        is_in_name &= PARTICLES.contains(&word);
        // Half of a letter, which was read in another encoding: `worldâ`.
        let is_garbled = text[span.end()..].starts_with(|c| matches!(c, '\u{80}'..='\u{9F}'));
        let is_word = !is_in_name && !is_garbled;
        is_word.then(|| word.split_once(['\'', '’']).map_or(word, |(before, _)| before))
    })
}

/// What stands behind the first word of a name.
const PARTICLES: &[&str] =
    &["al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "ibn", "la", "ter", "van", "von"];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Language::{
        Danish, Dutch, English, Finnish, French, German, Hungarian, Italian, Norwegian, Portuguese, Romanian, Russian,
        Spanish, Swedish, Turkish,
    };

    #[test]
    fn small_words_tell_the_language() {
        let cases: &[(Language, &str, &str)] = &[
            (English, "Ferry sinks off Elm", "Twelve people were pulled from the water after a ferry ran aground."),
            (Spanish, "Se hunde un ferry frente a Elm", "Doce personas fueron rescatadas del agua por los pescadores."),
            (
                German,
                "Fähre vor Elm gesunken",
                "Zwölf Menschen wurden aus dem Wasser gerettet, wie die Wache mitteilte.",
            ),
            (French, "Un ferry coule au large d’Elm", "Douze personnes ont été sauvées par les pêcheurs du port."),
            (
                Portuguese,
                "Balsa afunda perto de Elm",
                "Doze pessoas foram retiradas da água pelos pescadores, mas não há mortos.",
            ),
            (
                Italian,
                "Affonda un traghetto al largo di Elm",
                "Dodici persone sono state salvate dai pescatori, ma una è ferita.",
            ),
            (Turkish, "Elm açıklarında feribot battı", "On iki kişi balıkçılar tarafından sudan çıkarıldı."),
            (Dutch, "Veerboot zinkt voor de kust van Elm", "Twaalf mensen zijn door vissers uit het water gehaald."),
            (
                Swedish,
                "Färja sjönk utanför Elm",
                "Tolv personer räddades ur vattnet och ingen är skadad, säger kustvakten.",
            ),
            (
                Romanian,
                "Un feribot s-a scufundat lângă Elm",
                "Douăsprezece persoane au fost salvate de pescari din port.",
            ),
            (
                Hungarian,
                "Elsüllyedt egy komp Elm közelében",
                "Tizenkét embert mentettek ki a vízből, és senki nem sérült meg.",
            ),
            (Danish, "Færge sank ud for Elm", "Tolv personer blev reddet op af vandet, og ingen er kommet til skade."),
            (
                Norwegian,
                "Ferge sank utenfor Elm",
                "Tolv personer ble reddet opp av vannet etter at båten gikk på grunn, og ikke noen er skadet.",
            ),
            (
                Finnish,
                "Lautta upposi Elmin edustalla",
                "Kaksitoista ihmistä pelastettiin vedestä, mutta kukaan ei ole loukkaantunut.",
            ),
        ];
        for (language, title, text) in cases {
            let expected = if *language == English { German } else { English };
            assert_eq!(by_words(title, text, expected), Some(*language), "{title}");
            assert_eq!(by_words("", &format!("{title}. {text}"), expected), Some(*language), "in one piece: {title}");
            assert_eq!(by_words(title, text, Russian), Some(*language), "among others: {title}");
        }
    }

    #[test]
    fn thin_evidence_is_for_what_is_expected() {
        let cases: &[(&str, &str, &str)] = &[
            ("nothing", "", ""),
            ("two words", "Elm und Wexcombe im Finale", ""),
            ("names", "Jane van der Roe, Ursel von der Elm and Juan de la Orsela meet", ""),
            ("English words of others", "Elm's men met the son of a war hero in a sale over the sea", ""),
            ("words that English takes over", "Protégé of Elm opens a café, with crème brûlée and jalapeño", ""),
            ("read in another encoding", "Elm wins âfoodâ\u{80}\u{9d}, âfleetâ\u{80}\u{9d}, âharbourâ\u{80}\u{9d}", ""),
            (
                "a title in Spanish",
                "Se hunde un ferry",
                "Twelve people were pulled from the water after it ran aground off Elm.",
            ),
            ("a German name and word", "Elm chief von der Roe meets children of war in Wexcombe", ""),
            (
                "Swahili, which has a few words of Spanish",
                "Feri yazama",
                "Watu kumi na wawili waliokolewa na wavuvi baada ya feri kuzama karibu na bandari, na hakuna aliyekufa. \
                 Askari wa jeshi la majini wamesema ni ajali ya kwanza mbaya sana, lakini chanzo chake bado hakijulikani, na uchunguzi \
                 umeanza leo asubuhi mjini humo chini ya mkuu wa polisi wa eneo hilo.",
            ),
            ("tags", "<ol><li>Elm wins</li><li>Elm wins</li><li>Elm wins</li></ol>", ""),
            (
                "Polish",
                "Prom zatonął koło Elm",
                "Dwanaście osób zostało wyciągniętych z wody przez rybaków, a nikt się nie utopił.",
            ),
            (
                "Czech",
                "Trajekt se potopil u Elmu",
                "Dvanáct lidí zachránili rybáři z vody a nikdo nebyl zraněn, řekla pobřežní stráž.",
            ),
            (
                "Indonesian",
                "Feri tenggelam di Elm",
                "Dua belas orang diselamatkan dari air oleh nelayan dan tidak ada yang terluka.",
            ),
            ("Greek", "Ναυάγιο στο Ελμ", "Δώδεκα άνθρωποι σώθηκαν από το νερό"),
        ];
        for (name, title, text) in cases {
            assert_eq!(by_words(title, text, English).unwrap_or(English), English, "{name}");
        }
    }

    #[test]
    fn no_more_is_read_than_must() {
        let mut words = small_words("the ferry is in the harbour und aus dem Wasser für die Fischer");
        assert_eq!(words.by_ref().take(4).collect::<Vec<_>>(), ["the", "ferry", "is", "in"]);
        let german = "und nicht aus dem Wasser ".repeat(40);
        assert_eq!(by_words("The ferry is out of it", &german, English), Some(English), "three words are enough");
        let capitals = format!("{} und nicht aus", "ELM ".repeat(SEEN));
        assert_eq!(by_words("", &capitals, English), None, "beyond what is looked through");
    }

    #[test]
    fn what_tells_nothing_is_in_what_is_usual() {
        let turkish = "Elm açıklarında batan feribot kıyıya çekildi";
        let english = "The ferry is back in the harbour";
        let cases: &[(&str, &[&str], Language)] = &[
            ("three of four", &[turkish; 3], Turkish),
            ("two of three", &[turkish; 2], English),
            ("three of four, and one in English", &[turkish, turkish, turkish, english], English),
            ("four, and one in English", &[turkish, turkish, turkish, turkish, english], Turkish),
            ("three of thirteen", &[&[turkish; 3][..], &["Elm 2, Wexcombe 1"; 9]].concat(), English),
            ("another script is not asked", &[&[turkish; 3][..], &["Паром затонул"; 9]].concat(), Turkish),
        ];
        for (name, titles, expected) in cases {
            let untold = Article::new("a", "Fener Elm'i 2-1 yendi");
            let articles: Vec<Article> = titles.iter().map(|title| Article::new("b", *title)).chain([untold]).collect();
            assert_eq!(languages(&articles, English).last(), Some(expected), "{name}");
        }
        assert_eq!(languages(&[], English), []);
    }

    proptest! {
        #[test]
        fn any_text_has_a_language(title in any::<String>(), text in any::<String>()) {
            for expected in Language::ALL {
                let _ = by_words(&title, &text, expected);
            }
        }
    }
}
