//! What a sentence does in a story: [`Role`].

use crate::text::words;

use super::notes::{Letters, Notes};

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
        if OUTLOOK.is_in(sentence) {
            return Self::Outlook;
        }
        let lower = sentence.to_lowercase();
        let mut reacts = words(&lower).any(|(_, word)| REACTION.contains(&word));
        reacts |= lower.contains(['“', '"']) && words(&lower).any(|(_, word)| SPEECH.contains(&word));
        reacts |= is_claim(&lower);
        if reacts { Self::Reaction } else { Self::Detail }
    }
}

/// Whether somebody says something in it. English.
pub(super) fn speaks(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    words(&lower).any(|(_, word)| REACTION.contains(&word) || SPEECH.contains(&word))
        // A court's reasons are its word.
        || JUDGING.iter().any(|judging| lower.contains(judging))
}

/// `…, the union said.`: somebody's word for it. What the police or a ministry say is how news is known at all.
fn is_claim(lower: &str) -> bool {
    let Some((_, tail)) = lower.rsplit_once(", ") else { return false };
    let mut says = false;
    let mut count = 0;
    for (_, word) in words(tail) {
        count += 1;
        says |= SAYING.contains(&word);
        if OFFICIAL.contains(&word.trim_end_matches("'s").trim_end_matches("’s")) {
            return false;
        }
    }
    says && count <= 9
}

/// Behind what was said.
const SAYING: &[&str] = &["said", "says"];

/// What courts do before they say why.
const JUDGING: &[&str] = &["ruled that", "ruling that"];

/// Whose word is news and no opinion.
const OFFICIAL: &[&str] = &[
    "police",
    "official",
    "officials",
    "authorities",
    "ministry",
    "department",
    "military",
    "army",
    "office",
    "report",
    "reports",
    "prosecutors",
    "agency",
    "government",
    "statement",
    "source",
    "sources",
    "court",
    "judge",
    "coastguard",
    "firefighters",
    "rescuers",
    "hospital",
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

#[cfg(test)]
mod tests {
    use super::Role;

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
        for (sentence, role) in cases {
            assert_eq!(Role::of(sentence), role, "{sentence}");
        }
    }
}
