//! What a sentence does in a story: [`Role`].

use super::notes::{Letters, Notes};
use super::phrase::Word;
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
        if OUTLOOK.is_in(sentence) {
            return Self::Outlook;
        }
        let has = |one: Trait| words.iter().any(|word| word.has(one));
        let reacts =
            has(Trait::Reaction) || has(Trait::Speech) && sentence.contains(['“', '"']) || is_claim(sentence, words);
        if reacts { Self::Reaction } else { Self::Detail }
    }
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
        "will be ",
        "will have ",
        "will meet",
        "will take",
        "will begin",
        "will start",
        "will decide",
        "will vote",
        "will continue",
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
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry aground")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (sentence, role) in cases {
            let words = lexicon.cut(sentence, Language::English);
            assert_eq!(Role::of(sentence, &words), role, "{sentence}");
        }
    }
}
