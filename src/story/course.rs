//! How a story went on: what was true at first and is overtaken, [`Course`].

use crate::article::Timestamp;

use super::notes::{Letters, Notes};

/// Days after which another member tells of a later state: three hours.
const LATER: f32 = 0.125;
/// What was to come is overtaken when this share of a story's members tell of no plans any more, and so many: a third of
/// three is one outlet's choice of words.
const SETTLED: (f32, usize) = (0.2, 2);

/// When a story's members were published, and which of them tell what is to come.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// Ascending; those with a time.
    all: Vec<Timestamp>,
    /// Of those that do not look ahead.
    settled: Vec<Timestamp>,
}

impl Course {
    /// Of the time of each member, where it is known, with its headline. n log n.
    pub(super) fn of<'t>(members: impl Iterator<Item = (Option<Timestamp>, &'t str)>) -> Self {
        let mut course = Self::default();
        for (time, headline) in members {
            let Some(time) = time else { continue };
            course.all.push(time);
            if !looks_ahead(headline) {
                course.settled.push(time);
            }
        }
        course.all.sort_unstable();
        course.settled.sort_unstable();
        course
    }

    /// The share of the dated members that were published hours before this time, in [0, 1]: who comes later knows more.
    /// 0 without a time. Logarithmic in the members.
    pub(super) fn before(&self, time: Option<Timestamp>) -> f32 {
        let Some(time) = time else { return 0.0 };
        let earlier = self.all.partition_point(|&other| other < time && other.days_between(time) >= LATER);
        earlier as f32 / self.all.len().max(1) as f32
    }

    /// Whether a text of this time that looks ahead is overtaken: a fifth of the dated members, and two
    /// of them, hours later tell of no plans. Linear in the text.
    pub(super) fn overtakes(&self, time: Option<Timestamp>, text: &str) -> bool {
        let Some(time) = time else { return false };
        let until = self.settled.partition_point(|&other| other <= time || other.days_between(time) < LATER);
        let later = self.settled.len() - until;
        later >= SETTLED.1 && later as f32 >= SETTLED.0 * self.all.len() as f32 && looks_ahead(text)
    }
}

/// Whether a headline or sentence tells what is to come, or what may be. By words that announce it; English.
fn looks_ahead(text: &str) -> bool {
    AHEAD.has_words_of(text)
}

/// Later than now, or not certain: in the short forms of headlines, too, beside what announces in a sentence what comes next
/// (`role.rs`). Without `may`, which is a month in title case.
static AHEAD: Notes = Notes::new(
    &[
        "about to",
        "all set",
        "are running to",
        "are vying",
        "awaited",
        "bidding to",
        "confirmed line-ups",
        "confirmed lineups",
        "could",
        "due on",
        "due to be",
        "expected",
        "front-runner",
        "front-runners",
        "frontrunner",
        "frontrunners",
        "gears up",
        "hopes to",
        "in talks to",
        "is running for",
        "is running to",
        "is visiting",
        "is vying",
        "launching",
        "likely",
        "might",
        "next month",
        "next week",
        "on course",
        "on the cards",
        "plans to",
        "poised",
        "preview",
        "projected",
        "projections",
        "rumored",
        "rumors",
        "rumoured",
        "rumours",
        "scheduled",
        "set for",
        "set to",
        "slated",
        "soon",
        "this weekend",
        "tipped",
        "to announce",
        "to arrive",
        "to be",
        "to become",
        "to begin",
        "to celebrate",
        "to debut",
        "to decide",
        "to face",
        "to get",
        "to hear",
        "to hold",
        "to host",
        "to launch",
        "to leave",
        "to make",
        "to meet",
        "to offer",
        "to play",
        "to quit",
        "to release",
        "to resign",
        "to retire",
        "to return",
        "to showcase",
        "to sign",
        "to start",
        "to step down",
        "to take on",
        "to tie the knot",
        "to unveil",
        "to visit",
        "to vote",
        "tomorrow",
        "trying to sign",
        "upcoming",
        "vying for",
        "wants to sign",
        "week ahead",
        "will",
        "won't",
    ],
    Letters::AnyCase,
);

#[cfg(test)]
mod tests {
    use super::{Course, looks_ahead};
    use crate::article::Timestamp;

    #[test]
    fn plans_are_told_by_words() {
        let cases = [
            ("Ferry Pelican to launch on Monday", true),
            ("Ferry Pelican Likely Launching Tomorrow", true),
            ("The ferry Pelican will be launched on Monday.", true),
            ("Seven captains are running to lead the guild", true),
            ("Elm trying to sign the Pelican's master", true),
            ("Ferry Pelican launched with a bang", false),
            ("Ferry Pelican fails to reach Elm", false),
            ("Mayor of Goodwill opens ferry port", false),
            ("Ferry Pelican in Elm since May", false),
        ];
        for (text, expected) in cases {
            assert_eq!(looks_ahead(text), expected, "{text}");
        }
    }

    #[test]
    fn what_comes_hours_later_overtakes_plans() {
        let at = |hours: i64| Some(Timestamp::from_unix_seconds(hours * 3600));
        let plan = "Ferry Pelican to launch on Monday";
        let told = [
            (at(0), plan),
            (at(1), "Ferry Pelican in dock"),
            (at(9), "Ferry Pelican launched"),
            (at(9), "Cheers for the Pelican"),
            (None, plan),
        ];
        let course = Course::of(told.into_iter());
        assert!(course.overtakes(at(0), plan) && course.overtakes(at(6), plan));
        assert!(!course.overtakes(at(7), plan), "two hours are one state");
        assert!(!course.overtakes(None, plan) && !course.overtakes(at(0), "Ferry Pelican in dock"));
        let before = [at(0), at(2), at(3), at(4), at(9), None].map(|time| course.before(time));
        assert_eq!(before, [0.0, 0.0, 0.25, 0.5, 0.5, 0.0]);
        let one = Course::of(told.into_iter().take(3));
        assert!(!one.overtakes(at(2), plan), "one later headline may be a choice of words");
        let plans = Course::of([(at(0), plan), (at(9), plan)].into_iter());
        assert!(!plans.overtakes(at(0), plan), "nobody tells that it is done");
        let few_of_many = (0..9).map(|hour| (at(hour), plan)).chain([(at(30), "Ferry Pelican launched"); 2]);
        assert!(!Course::of(few_of_many).overtakes(at(0), plan), "two in eleven");
    }
}
