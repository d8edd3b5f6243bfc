//! What a sentence does in a story: [`Role`].

use crate::text::words;

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
    /// By words that announce it; English. A sentence in another language is a detail.
    pub(super) fn of(sentence: &str) -> Self {
        let lower = sentence.to_lowercase();
        if OUTLOOK.iter().any(|sign| lower.contains(sign)) {
            return Self::Outlook;
        }
        let mut reacts = words(&lower).any(|(_, word)| REACTION.contains(&word));
        reacts |= lower.contains(['“', '"']) && words(&lower).any(|(_, word)| SPEECH.contains(&word));
        if reacts { Self::Reaction } else { Self::Detail }
    }
}

/// Later than now.
const OUTLOOK: &[&str] = &[
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
];

/// What people do about what happened.
const REACTION: &[&str] = &[
    "condemned",
    "criticized",
    "criticised",
    "praised",
    "welcomed",
    "denounced",
    "slammed",
    "blasted",
    "hailed",
    "warned",
    "accused",
    "urged",
    "insisted",
    "responded",
    "reacted",
    "rejected",
    "dismissed",
    "vowed",
    "applauded",
    "decried",
    "mourned",
    "defended",
    "blamed",
    "argued",
    "tweeted",
];

/// With a quote beside them they make a statement.
const SPEECH: &[&str] =
    &["said", "says", "told", "called", "calling", "added", "wrote", "described", "tweeted", "posted"];
