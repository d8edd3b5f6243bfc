//! English words of those who say something, and of those who do something about it.
//!
//! All in lower case, apostrophes straight.

/// After a name: it speaks, or something is said of it.
pub(super) const SPEAKING: &[&str] =
    &["said", "says", "told", "wrote", "has", "had", "is", "was", "will", "would", "insists", "insisted", "denied"];

/// In a headline: what those who say so do.
pub(super) const SAYING: &[&str] = &[
    "announces",
    "claim",
    "claims",
    "confirm",
    "confirms",
    "find",
    "finds",
    "report",
    "reported",
    "reports",
    "reveal",
    "reveals",
    "said",
    "say",
    "says",
    "show",
    "shows",
    "sources",
    "warn",
    "warns",
];

/// In a headline, in the present: what somebody does about an event.
pub(super) const REACTING: &[&str] = &[
    "blames",
    "calls",
    "condemns",
    "criticises",
    "criticizes",
    "defends",
    "demands",
    "denies",
    "denounces",
    "dismisses",
    "hails",
    "praises",
    "protests",
    "rejects",
    "slams",
    "urges",
    "vows",
    "warns",
    "welcomes",
];

/// Behind what was said.
pub(super) const CLAIMING: &[&str] = &["said", "says"];

/// Whose word is news and no opinion.
pub(super) const OFFICIAL: &[&str] = &[
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

/// In a text, in the past: what people did about what happened.
pub(super) const REACTION: &[&str] = &[
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
pub(super) const SPEECH: &[&str] =
    &["said", "says", "told", "called", "calling", "added", "wrote", "described", "tweeted", "posted"];
