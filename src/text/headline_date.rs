//! The day of the year that a headline names: `Redeem codes for 3 March`.

use super::script::is_letter_or_number;

/// In the order of the year; a headline may cut them to three letters, and September to four. English: so far no other
/// language has any.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// As if every month had so many days: what matters is that two days are two numbers, and neighbours near.
const DAYS: u16 = 31;
/// Two articles that lie so many days apart may each mean the day they came out on.
const ANOTHER_DAY: f32 = 0.5;

/// A day of the year, whatever the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HeadlineDate(u16);

impl HeadlineDate {
    /// `March 3`, `3 March`, `Mar. 3rd`; `None` where a headline names no day, or two. Linear in its length.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if !headline.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut found: Option<Self> = None;
        let mut words = headline.split(|c: char| !is_letter_or_number(c)).filter(|word| !word.is_empty()).peekable();
        let mut before = None;
        while let Some(word) = words.next() {
            if let Some(month) = month(word) {
                if let Some(day) = words.peek().copied().and_then(day).or(before) {
                    let date = Self(month * DAYS + day);
                    if found.is_some_and(|found| found != date) {
                        return None;
                    }
                    found = Some(date);
                }
            }
            before = day(word);
        }
        found
    }

    /// Whether headlines that name these two days tell two things, `apart` days from each other: days that do not follow
    /// each other, or two that do and came out on two days themselves. What is put off by a day is one thing.
    pub(crate) fn contradicts(self, other: Self, apart: Option<f32>) -> bool {
        let days = self.0.abs_diff(other.0);
        match days.min(12 * DAYS - days) {
            0 => false,
            1 => apart.is_some_and(|apart| apart >= ANOTHER_DAY),
            _ => true,
        }
    }
}

/// From 0. With a capital: a ferry may 2 things.
fn month(word: &str) -> Option<u16> {
    let is_of = |name: &str| {
        let is_cut = word.len() == 3 || (word.len() == 4 && name.starts_with("sept"));
        word.eq_ignore_ascii_case(name)
            || (is_cut && name.get(..word.len()).is_some_and(|cut| word.eq_ignore_ascii_case(cut)))
    };
    let is_capital = word.starts_with(|first: char| first.is_ascii_uppercase());
    (0..).zip(MONTHS).find(|(_, name)| is_capital && is_of(name)).map(|(month, _)| month)
}

/// `3`, `03`, `3rd`.
fn day(word: &str) -> Option<u16> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    let is_day = matches!(rest, "" | "st" | "nd" | "rd" | "th") && (1..=2).contains(&digits);
    number.parse().ok().filter(|day| is_day && (1..=DAYS).contains(day))
}

#[cfg(test)]
mod tests {
    use super::HeadlineDate;

    #[test]
    fn days_of_the_year() {
        let cases = [
            ("March 3 codes", Some((2, 3))),
            ("Codes for 3 March", Some((2, 3))),
            ("Stars today, 03 Mar 2026: Virgo", Some((2, 3))),
            ("Lanes Close Sept. 21st", Some((8, 21))),
            ("Elm Day falls on Oct 9, says council", Some((9, 9))),
            ("May 5: what to know", Some((4, 5))),
            ("Week of March 3: March 3 to remember", Some((2, 3))),
            ("Ferry strike from 3 March to 5 April", None),
            ("Between March 3 and March 4", None),
            ("Ferry may 2 days late", None),
            ("March 2026 in figures", None),
            ("March 32", None),
            ("March on the harbour, 400 there", None),
            ("Thirty on March 3km", None),
            ("Ends in March", None),
        ];
        for (headline, expected) in cases {
            assert_eq!(
                HeadlineDate::of(headline),
                expected.map(|(month, day)| HeadlineDate(month * 31 + day)),
                "{headline}"
            );
        }
    }

    #[test]
    fn a_day_put_off_by_one_is_one_thing_told_at_one_time() {
        let of = |headline: &str| HeadlineDate::of(headline).unwrap();
        let cases = [
            ("the same", "3 March", "March 3", Some(9.0), false),
            ("the next, at one time", "3 March", "4 March", Some(0.2), false),
            ("the next, a day later", "3 March", "4 March", Some(1.0), true),
            ("the next, nobody knows when", "3 March", "4 March", None, false),
            ("the last and the first", "31 December", "1 January", Some(0.2), false),
            ("another", "3 March", "5 March", None, true),
            ("another month", "3 March", "3 April", Some(0.0), true),
        ];
        for (name, one, other, apart, expected) in cases {
            assert_eq!(of(one).contradicts(of(other), apart), expected, "{name}");
            assert_eq!(of(other).contradicts(of(one), apart), expected, "{name}");
        }
    }
}
