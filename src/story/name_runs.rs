//! Where names may stand in a sentence: [`runs`] of words with capitals, and their [`parts`].

use std::borrow::Cow;

use crate::text::{Language, normalize};

use super::name_parts::LONGEST;
use super::phrase::Word;
use super::traits::Trait;

/// All stretches of a run that may be a name of their own: they begin and end with a capital and a word that says
/// something.
pub(super) fn parts<'w, 'a>(run: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    let stretches = (1..=LONGEST.min(run.len())).flat_map(|length| run.windows(length));
    stretches.filter(|part| {
        part.first().is_some_and(Word::may_begin)
            && part.last().is_some_and(|last| last.may_end() || part.len() > 1 && last.is_model())
            // `line B of Wexcombe`.
            && !(part.len() > 1 && part[0].surface.len() == 1 && PARTICLES.contains(&part[1].surface))
            // A letter alone is an initial.
            && part.iter().map(|word| word.surface.len()).sum::<usize>() > 1
    })
}

/// Runs of words with capitals, with `of` or `von` between two of them, without the office before a name.
pub(super) fn runs<'w, 'a>(sentence: &str, cut: &'w [Word<'a>], language: Language) -> Vec<&'w [Word<'a>]> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < cut.len() {
        // `After Angela Roe` begins with no name, nor does `Secretary of State Angela Roe`.
        if !cut[start].is_written_as_name() || cut[start].is_stop() || cut[start].has(Trait::Office) {
            start += if cut[start].has(Trait::Office) { office(&cut[start..]) } else { 1 };
            continue;
        }
        let mut end = start + 1;
        while end < cut.len() && joins(sentence, &cut[end - 1], &cut[end], language) && !cut[end].has(Trait::Office) {
            if cut[end].is_written_as_name() || cut[end].is_model() {
                end += 1;
                continue;
            }
            let particles = cut[end..].iter().take(2).take_while(|word| PARTICLES.contains(&word.surface)).count();
            let name = cut.get(end + particles).filter(|name| name.is_written_as_name() && !name.has(Trait::Office));
            if particles == 0 || name.is_none() {
                break;
            }
            end += particles + 1;
        }
        // `Tarvanian Foreign` before `Minister`.
        let before_office = cut.get(end).is_some_and(|next| next.has(Trait::Capital) && next.has(Trait::Office));
        let next = end;
        if before_office && PORTFOLIOS.contains(&normalize(cut[end - 1].surface).as_ref()) {
            end -= 1;
        }
        let leading = leading(sentence, &cut[..=start]);
        // The first word of a sentence, or behind a colon or a quote, has its capital anyhow: alone it is no name, nor is
        // `Visiting` before one.
        let before = start.checked_sub(1).map_or(0, |before| cut[before].span.end());
        let is_first = start == 0 || sentence[before..cut[start].span.start()].contains([':', '"', '“', '‘', '\'']);
        let is_before_acronym = cut.get(start + 1).is_some_and(|next| next.has(Trait::Acronym));
        if is_first && !cut[start].has(Trait::Mixed) && (cut[start].surface.ends_with("ing") || is_before_acronym) {
            start += 1;
        }
        let is_alone = end.saturating_sub(start) == 1;
        let is_name = !is_first || !is_alone || cut[start].has(Trait::Acronym);
        if is_name && start < end && !(is_alone && is_part(sentence, cut, start)) {
            runs.push(&cut[start - leading..end]);
        }
        start = next;
    }
    runs
}

/// Words of which none is a stop word that begins a name: `El Salvador`, `São Paulo`, `Le Pen`.
///
/// Inside a sentence it has a capital for no other reason. Not in English, where any small word of a title may have one, nor in
/// German, where `Sie` has.
pub(super) fn with_names<'w, 'a>(sentence: &str, words: &'w [Word<'a>], language: Language) -> Cow<'w, [Word<'a>]> {
    if matches!(language, Language::English | Language::German) {
        return Cow::Borrowed(words);
    }
    let begins_name = |three: &[Word<'_>]| {
        let gap = |at: usize| sentence.get(three[at].span.end()..three[at + 1].span.start());
        let [_, word, next] = three else { return false };
        word.known.is_stop
            && word.has(Trait::Capital)
            && next.is_written_as_name()
            && [0, 1].into_iter().all(|at| gap(at) == Some(" "))
    };
    let beginnings: Vec<usize> =
        words.windows(3).enumerate().filter(|(_, three)| begins_name(three)).map(|(at, _)| at + 1).collect();
    if beginnings.is_empty() {
        return Cow::Borrowed(words);
    }
    let mut words = words.to_vec();
    for at in beginnings {
        words[at].known.is_stop = false;
    }
    Cow::Owned(words)
}

impl Word<'_> {
    /// Says nothing; but for `New`, which names begin with.
    fn is_stop(&self) -> bool {
        self.known.is_stop && self.surface != "New"
    }

    fn may_begin(&self) -> bool {
        self.may_end() || LEADING.contains(&self.surface) || TIED.contains(&self.surface)
    }

    fn may_end(&self) -> bool {
        self.is_written_as_name() && !self.is_stop()
    }

    fn is_written_as_name(&self) -> bool {
        self.has_any([Trait::Capital, Trait::Mixed])
    }

    /// What tells one thing of a name from another: `2T`, `411`; no year, no amount.
    fn is_model(&self) -> bool {
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = self.surface.len() == 4 && is_number(self.surface);
        let letters = self.surface.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_code = letters.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        letters.len() < self.surface.len() && is_code && !is_year && !UNITS.contains(&letters)
    }
}

/// Units behind a number, in capitals.
const UNITS: &[&str] =
    &["GB", "TB", "MB", "MP", "HP", "MM", "CM", "KM", "KG", "FT", "HZ", "W", "V", "K", "M", "L", "PM", "AM"];

/// How many words before the last one belong to the name that it begins.
fn leading(sentence: &str, cut: &[Word<'_>]) -> usize {
    let is_leading = |pair: &&[Word<'_>]| {
        let between = sentence.get(pair[0].span.end()..pair[1].span.start());
        LEADING.contains(&pair[0].surface) || (TIED.contains(&pair[0].surface) && between == Some("-"))
    };
    cut.windows(2).rev().take_while(is_leading).count()
}

/// A word with a capital that is a part of a name with small words or digits in it: `The Promotion and Control of Rivers
/// Act`, `Studio 7 Magazine`.
fn is_part(sentence: &str, cut: &[Word<'_>], at: usize) -> bool {
    let word = |at: usize| cut.get(at).map_or("", |word| word.surface);
    let before = at.checked_sub(1).map_or("", word);
    let is_numbered = !before.is_empty()
        && before.bytes().all(|byte| byte.is_ascii_digit())
        && sentence.get(cut[at - 1].span.end()..cut[at].span.start()) == Some(" ");
    let is_first_of_two = before.eq_ignore_ascii_case("the")
        && word(at + 1) == "and"
        && cut.get(at + 2).is_some_and(|next| next.has(Trait::Capital))
        && word(at + 3) == "of";
    is_numbered || is_first_of_two
}

/// Words of an office: `Secretary of the Treasury` has four.
fn office(cut: &[Word<'_>]) -> usize {
    let of = cut.get(1).is_some_and(|word| word.surface == "of");
    let the = cut.get(2).is_some_and(|word| word.surface == "the");
    if of { 3 + usize::from(the) } else { 1 }
}

/// Whether two words are parts of one name: nothing but a space or a hyphen between them, and no possessive or suffix.
fn joins(sentence: &str, word: &Word<'_>, next: &Word<'_>, language: Language) -> bool {
    ending(word.surface, language) == 0
        && matches!(&sentence[word.span.end()..next.span.start()], " " | "-" | "\u{A0}" | ". " | " & ")
}

/// Bytes of `'s` at the end, or of a Turkish suffix.
pub(super) fn ending(word: &str, language: Language) -> usize {
    let possessive = ["'s", "’s"].iter().find(|ending| word.ends_with(**ending));
    possessive.map_or_else(|| language.suffix(word), |ending| ending.len())
}

/// What a name may begin with, written small.
const LEADING: &[&str] = &["von", "van", "der", "den", "ter", "ten", "bin", "ibn"];

/// The same with a hyphen; without one, `al` and `el` are French, Spanish or Italian.
const TIED: &[&str] = &["al", "el", "anti", "pro"];

/// What an office is for, where it stands before the office.
const PORTFOLIOS: &[&str] = &[
    "circuit",
    "defence",
    "defense",
    "district",
    "economy",
    "education",
    "energy",
    "environment",
    "finance",
    "foreign",
    "health",
    "interior",
    "justice",
    "security",
    "trade",
    "treasury",
];

/// What may stand between two capitals of one name.
const PARTICLES: &[&str] = &[
    "of", "von", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "bin", "al", "el",
    "ibn",
];

#[cfg(test)]
mod tests {
    use super::{parts, runs, with_names};
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn names_are_found_where_capitals_mean_something() {
        let cases: [(&str, &[&str]); 10] = [
            ("The mayor Jane Roe left Wexcombe", &["Jane Roe", "Wexcombe"]),
            ("After Jane Roe the town had no mayor", &["Jane Roe"]),
            ("Readers of +972 Gazette met Jane Roe", &["Jane Roe"]),
            ("Late on Sunday the Promotion and Control of Rivers Act was passed", &["Control of Rivers Act"]),
            ("Voters feared anti-Tarvanian laws in Orsland", &["anti-Tarvanian", "Orsland"]),
            ("The baker Roe & Doe left Wexcombe", &["Roe & Doe", "Wexcombe"]),
            ("He met bin Sayed and al-Elmi there", &["bin Sayed", "al-Elmi"]),
            ("Allá en el Wexcombe", &["Wexcombe"]),
            ("It was Tarvanian District Judge Jane Roe", &["Tarvanian", "Jane Roe"]),
            ("Israel: ‘Erasing Tarvanian state’ is the plan", &[]),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Flood in Wexcombe")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (sentence, expected) in cases {
            let cut = lexicon.cut(sentence, Language::English);
            let found: Vec<&str> = runs(sentence, &cut, Language::English)
                .into_iter()
                .filter_map(|run| Some(&sentence[run.first()?.span.start()..run.last()?.span.end()]))
                .filter(|name| *name != "Sunday")
                .collect();
            assert_eq!(found, expected, "{sentence}");
        }
        let line = "It was line B of Wexcombe";
        let cut = lexicon.cut(line, Language::English);
        let all: Vec<Vec<&str>> = runs(line, &cut, Language::English)
            .into_iter()
            .flat_map(parts)
            .map(|part| part.iter().map(|word| word.surface).collect())
            .collect();
        assert_eq!(all, [["Wexcombe"]]);
    }

    #[test]
    fn small_words_with_capitals_begin_names() {
        let cases: [(Language, &str, &[&str]); 9] = [
            (Language::Portuguese, "Um incêndio em São Wexcombe deixou dois mortos", &["São Wexcombe"]),
            (Language::Spanish, "Un sismo sacudió El Orsel y La Elma el domingo", &["El Orsel", "La Elma"]),
            (Language::French, "Les partisans de Le Roe quittent Wexcombe", &["Le Roe", "Wexcombe"]),
            // At the beginning it has its capital anyhow, and so behind a quote.
            (Language::Spanish, "El Orsel tiembla", &["Orsel"]),
            (Language::Spanish, "Jane Roe: “El Orsel tiembla”", &["Jane Roe", "Orsel"]),
            // Nothing of a name follows.
            (Language::Spanish, "ella vio El domingo en Orsel", &["Orsel"]),
            (Language::German, "Am Abend haben Sie Wexcombe verlassen", &["Abend", "Wexcombe"]),
            (Language::English, "The flood in The Wexcombe was over", &["Wexcombe"]),
            (Language::English, "The flood in Wexcombe was over", &["Wexcombe"]),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Flood in Wexcombe")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (language, sentence, expected) in cases {
            let cut = lexicon.cut(sentence, language);
            let cut = with_names(sentence, &cut, language);
            let found: Vec<&str> = runs(sentence, &cut, language)
                .into_iter()
                .filter_map(|run| Some(&sentence[run.first()?.span.start()..run.last()?.span.end()]))
                .collect();
            assert_eq!(found, expected, "{sentence}");
        }
    }
}
