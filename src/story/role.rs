//! What a sentence does in a story: [`Role`].

use super::notes::{Letters, Notes};
use super::phrase::Word;
use super::quotation::outside_quotes;
use super::traits::Trait;

/// The order in which a story is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// What happened, and how.
    Detail,
    /// What somebody says of it.
    Reaction,
    /// What comes next.
    Outlook,
}

impl Role {
    /// By words that announce it, of a sentence and its words; English. A sentence in another language is a detail. Linear in
    /// its length.
    pub(super) fn of(sentence: &str, words: &[Word<'_>]) -> Self {
        if OUTLOOK.is_in(sentence) || has_will(sentence) || begins_with_a_day(words) || is_of_this_season(words) {
            return Self::Outlook;
        }
        let has = |one: Trait| words.iter().any(|word| word.has(one));
        let reacts =
            has(Trait::Reaction) || has(Trait::Speech) && sentence.contains(['“', '"']) || is_claim(sentence, words);
        if reacts { Self::Reaction } else { Self::Detail }
    }
}

/// Whether it says in its own words what will be done. What stands in a quotation is somebody's word, and what
/// stands behind `who` tells one thing from another.
fn has_will(sentence: &str) -> bool {
    if !sentence.contains("will ") && !sentence.contains("won") {
        return false;
    }
    let (mut before, mut is_will) = ("", false);
    let outside = outside_quotes(sentence);
    let mut own = crate::text::words(&outside).map(|(_, word)| word).take_while(|word| !SUBORDINATING.contains(word));
    own.any(|word| {
        let is_done = is_will && word.starts_with(char::is_lowercase) && !BEHIND_A_WILL.contains(&word);
        is_will = matches!(word, "will" | "won't" | "won’t") && !BEFORE_A_WILL.contains(&before);
        before = word;
        is_done
    })
}

/// `From 1 July, fares rise`: since when it is so would be told with its year.
fn begins_with_a_day(words: &[Word<'_>]) -> bool {
    let [from, one, other, next, ..] = words else { return false };
    let is_day = |word: &Word<'_>| word.surface.len() <= 2 && word.has(Trait::Number);
    from.surface == "From"
        && (is_day(one) && other.has(Trait::Calendar) || one.has(Trait::Calendar) && is_day(other))
        && !next.has(Trait::Number)
        && !matches!(next.surface, "to" | "until" | "till" | "through")
}

/// `The law becomes valid this summer`, where no verb tells what has been.
fn is_of_this_season(words: &[Word<'_>]) -> bool {
    let is_season = |pair: &[Word<'_>]| pair[0].has(Trait::This) && SEASONS.contains(&pair[1].surface);
    let is_past = |word: &Word<'_>| word.surface.ends_with("ed") || PAST.contains(&word.surface);
    words.windows(2).any(is_season) && !words.iter().any(is_past)
}

/// Whether somebody says something in it. English.
pub(super) fn speaks(sentence: &str, words: &[Word<'_>]) -> bool {
    // A court's reasons are its word.
    words.iter().any(|word| word.has_any([Trait::Reaction, Trait::Speech])) || JUDGING.is_in(sentence)
}

/// `…, the union said.`: somebody's word for it. What the police or a ministry say is how news is known at all.
fn is_claim(sentence: &str, words: &[Word<'_>]) -> bool {
    let Some(comma) = sentence.rfind(", ") else { return false };
    let tail = &words[words.partition_point(|word| word.span.start() < comma)..];
    tail.len() <= LONGEST_CLAIM
        && tail.iter().any(|word| word.has(Trait::Claiming))
        && !tail.iter().any(|word| word.has(Trait::Official))
}

/// Words behind the last comma in which somebody says what stands before it, at most.
const LONGEST_CLAIM: usize = 9;

/// What courts do before they say why.
static JUDGING: Notes = Notes::new(&["ruled that", "ruling that"], Letters::AnyCase);

/// Words whose clause does not tell what the sentence tells. What somebody says `that` will be done comes next all the same.
const SUBORDINATING: [&str; 10] = ["how", "if", "what", "when", "where", "whether", "which", "who", "whose", "why"];

/// Before a `will` that somebody has or leaves, or that is told of another thing: `a move that they say will help`.
const BEFORE_A_WILL: [&str; 19] = [
    "a",
    "at",
    "free",
    "good",
    "her",
    "his",
    "ill",
    "its",
    "last",
    "living",
    "my",
    "our",
    "own",
    "political",
    "said",
    "say",
    "says",
    "the",
    "their",
];

/// Behind it.
const BEHIND_A_WILL: [&str; 7] = ["and", "for", "in", "is", "of", "or", "to"];

const SEASONS: [&str; 5] = ["autumn", "fall", "spring", "summer", "winter"];

/// Verbs that tell what has been and do not end with `ed`.
const PAST: [&str; 20] = [
    "began", "came", "did", "fell", "had", "has", "have", "held", "hit", "left", "lost", "made", "met", "rose", "saw",
    "took", "was", "went", "were", "won",
];

/// Later than now.
static OUTLOOK: Notes = Notes::new(
    &[
        "is expected to",
        "are expected to",
        "is scheduled",
        "are scheduled",
        "is set to",
        "are set to",
        "is due to",
        "are due to",
        "plans to",
        "plan to",
        "next week",
        "next month",
        "next year",
        "in the coming",
        "upcoming",
        "looking ahead",
        "later this week",
        "later this month",
        "later this year",
    ],
    Letters::AnyCase,
);

#[cfg(test)]
mod tests {
    use super::Role;
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn roles_are_told_by_words() {
        let cases = [
            ("The ferry Pelican ran aground off Sorrel Point.", Role::Detail),
            ("The ferry ran aground in fog, police said.", Role::Detail),
            ("The ferry ran aground in fog, according to the harbour office's report.", Role::Detail),
            ("The owner had cut the crew, the seamen's union said.", Role::Reaction),
            ("“It was a miracle,” Captain Roe told the Harbour Post.", Role::Reaction),
            ("The mayor condemned the owner of the ferry.", Role::Reaction),
            ("The ferry is expected to be towed to port.", Role::Outlook),
            ("The ferry will drill for ice for about 12 days.", Role::Outlook),
            ("The owner won’t sell the ferry.", Role::Outlook),
            ("The owner bought a lamp which he hopes will keep the ferry off the rocks.", Role::Detail),
            ("The owner bought a lamp, a thing the mayor says will keep the ferry off the rocks.", Role::Detail),
            ("The harbour waits to hear who will steer the ferry.", Role::Detail),
            ("The law on ferries becomes valid this summer.", Role::Outlook),
            ("The owner sank two ferries this summer and was jailed.", Role::Detail),
            ("From 1 July, fares may rise by no more than 3% a year.", Role::Outlook),
            ("From July 1, fares may rise by no more than 3% a year.", Role::Outlook),
            ("From July to May the ferry was in dock.", Role::Detail),
            ("The ferry went against the will of the people.", Role::Detail),
            ("The owner left the ferry to Jane in his will and died.", Role::Detail),
            ("Will Roe sold the ferry on Sunday.", Role::Detail),
            ("“It will sail again,” Captain Roe told the Harbour Post.", Role::Reaction),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry aground")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (sentence, role) in cases {
            let words = lexicon.cut(sentence, Language::English);
            assert_eq!(Role::of(sentence, &words), role, "{sentence}");
        }
    }
}
