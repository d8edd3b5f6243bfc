//! What kind of piece a headline announces: [`Genre`].

use super::affix::prefix;
use super::script::is_letter_or_number;

/// A kind of piece that is no report of one event. English: so far no other language has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Genre {
    /// Several events in one piece: `Science News Roundup: ...`, `Market movers: ...`.
    Roundup,
    /// What to do or to know, whenever: `How to ...`, `Five signs of ...`, `The best ...`.
    Advice,
}

/// In bytes: a label is short.
const LONGEST_LABEL: usize = 60;

/// What the label of a round-up has among its words.
const ROUNDUP: [&[&str]; 14] = [
    &["biggest", "moves"],
    &["briefing"],
    &["buzzing", "stocks"],
    &["digest"],
    &["headlines"],
    &["movers"],
    &["news", "highlights"],
    &["news", "today"],
    &["newsletter"],
    &["round", "up"],
    &["roundup"],
    &["stocks", "to", "watch"],
    &["top", "stories"],
    &["wrap"],
];

/// What a headline that gives advice has among its words.
const ADVICE: [&[&str]; 20] = [
    &["best"],
    &["causes"],
    &["foods"],
    &["guide"],
    &["how", "can"],
    &["how", "to"],
    &["manage"],
    &["should", "i"],
    &["should", "know"],
    &["should", "you"],
    &["signs", "of"],
    &["things", "every"],
    &["things", "to"],
    &["things", "you"],
    &["tips"],
    &["treatment"],
    &["ways", "to"],
    &["what", "are"],
    &["what", "is"],
    &["where", "to", "find"],
];

impl Genre {
    /// Of a headline, with or without its outlet behind a dash. Linear in its length.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if prefix(headline, LONGEST_LABEL).split_once([':', '|']).is_some_and(|(label, _)| has(label, &ROUNDUP)) {
            return Some(Self::Roundup);
        }
        // Some outlets are called so: `... - Harbour Guide`.
        let told = headline.rsplit_once(" - ").map_or(headline, |(told, _)| told);
        has(told, &ADVICE).then_some(Self::Advice)
    }
}

/// Whether a text has one of the phrases, in any case.
fn has(text: &str, phrases: &[&[&str]]) -> bool {
    let words: Vec<&str> = text.split(|c: char| !is_letter_or_number(c)).filter(|word| !word.is_empty()).collect();
    let begins = |words: &[&str], phrase: &[&str]| {
        words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, wanted)| word.eq_ignore_ascii_case(wanted))
    };
    (0..words.len()).any(|at| phrases.iter().any(|phrase| begins(&words[at..], phrase)))
}

#[cfg(test)]
mod tests {
    use super::Genre;

    #[test]
    fn kinds_of_pieces() {
        let cases = [
            ("Science News Roundup: Comet seen over Elm; ferry runs on kelp", Some(Genre::Roundup)),
            ("Market movers: Zenith up 4%, Orsland Steel down", Some(Genre::Roundup)),
            ("Stocks making the biggest moves midday: Zenith and more", Some(Genre::Roundup)),
            ("BUZZING STOCKS | Zenith, Orsland Steel in focus", Some(Genre::Roundup)),
            ("Harbour round-up: two ferries late", Some(Genre::Roundup)),
            ("Your Friday Briefing: The bullet", Some(Genre::Roundup)),
            ("Police round up gulls: harbour quiet again", Some(Genre::Roundup)),
            ("Gulls return to Elm: the wrap is off", None),
            ("Roundup of gulls ends", None),
            ("How to keep gulls off a roof", Some(Genre::Advice)),
            ("Gull bites: five things every sailor should know", Some(Genre::Advice)),
            ("The Best Boots for Rain - The Elm Post", Some(Genre::Advice)),
            ("What Is Kelp?", Some(Genre::Advice)),
            ("Ferry aground off Elm - Harbour Guide", None),
            ("Bestseller author dies", None),
            ("", None),
        ];
        for (headline, expected) in cases {
            assert_eq!(Genre::of(headline), expected, "{headline}");
        }
    }
}
