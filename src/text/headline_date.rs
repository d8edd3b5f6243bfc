//! The day of the year that a headline names: `Redeem codes for 3 March`.

/// In the order of the year, with the days of a year before each. English: so far no other language has any.
const MONTHS: [(&str, u16); 12] = [
    ("january", 0),
    ("february", 31),
    ("march", 59),
    ("april", 90),
    ("may", 120),
    ("june", 151),
    ("july", 181),
    ("august", 212),
    ("september", 243),
    ("october", 273),
    ("november", 304),
    ("december", 334),
];
/// Of a year; 29 February counts as 1 March.
const DAYS: u16 = 365;
/// Two articles that lie so many days apart may each mean the day they came out on.
const ANOTHER_DAY: f32 = 0.5;
/// What a day may end with.
const ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];
/// What stands between the first and the last of several days.
const JOINED: [&str; 5] = ["to", "and", "&", "-", "–"];

/// A day of the year, whatever the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HeadlineDate(u16);

/// What stands beside a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Nothing,
    One(u16),
    /// `3-5`, `3 and 4`.
    Several,
}

impl HeadlineDate {
    /// `March 3`, `3 March`, `Mar. 3rd`; `None` where a headline names no day, or more than one. Linear in its length.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if !headline.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut found: Option<Self> = None;
        let mut at = 0;
        for word in headline.split(|c: char| !c.is_ascii_alphabetic()) {
            let (before, behind) = (headline.get(..at)?, headline.get(at + word.len()..)?);
            at += word.len() + behind.chars().next().map_or(0, char::len_utf8);
            let Some((name, days)) = month(word) else { continue };
            let day = match day_before(before) {
                Day::One(_) if !may_follow_a_day(name, behind) => Day::Nothing,
                Day::Nothing => day_behind(behind),
                day => day,
            };
            let date = match day {
                Day::Nothing => continue,
                Day::One(day) => Self((days + day - 1) % DAYS),
                Day::Several => return None,
            };
            if found.is_some_and(|found| found != date) {
                return None;
            }
            found = Some(date);
        }
        found
    }

    /// Whether headlines that name these two days tell two things, `apart` days from each other: days that do not follow
    /// each other, or two that do and came out on two days themselves. What is put off by a day is one thing.
    pub(crate) fn contradicts(self, other: Self, apart: Option<f32>) -> bool {
        let days = self.0.abs_diff(other.0);
        match days.min(DAYS - days) {
            0 => false,
            1 => apart.is_some_and(|apart| apart >= ANOTHER_DAY),
            _ => true,
        }
    }
}

/// The month that a word is, or its first three letters (of September four): with a capital, as a ferry may 2 things.
fn month(word: &str) -> Option<(&'static str, u16)> {
    if !word.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    let is_of = |name: &str| {
        let is_cut = word.len() == 3 || word.eq_ignore_ascii_case("sept");
        let cut = name.get(..word.len()).filter(|cut| is_cut || cut.len() == name.len());
        cut.is_some_and(|cut| word.eq_ignore_ascii_case(cut))
    };
    MONTHS.into_iter().find(|(name, _)| is_of(name))
}

/// `Mar-a-Lago` is no month, and in `Top 10 May Be Banned` there is none.
fn may_follow_a_day(month: &str, behind: &str) -> bool {
    let mut next = behind.chars();
    match (next.next(), next.next()) {
        (Some('-'), Some(letter)) => !letter.is_alphabetic(),
        (Some(' '), Some(letter)) => month != "may" || !letter.is_alphabetic(),
        _ => true,
    }
}

/// ` 3`, `. 3rd`: what a month is followed by.
fn day_behind(behind: &str) -> Day {
    let Some(begun) = behind.strip_prefix('.').unwrap_or(behind).strip_prefix(' ') else { return Day::Nothing };
    let (digits, rest) = begun.split_at(begun.bytes().take_while(u8::is_ascii_digit).count());
    let rest = ORDINALS.iter().find_map(|ending| rest.strip_prefix(ending)).unwrap_or(rest);
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let mut next = rest.chars();
    match (next.next(), next.as_str()) {
        (Some(sign), _) if sign.is_alphanumeric() => Day::Nothing,
        // `March 3,000`, `May 1.5 million`.
        (Some(',' | '.'), rest) if goes_on(rest) => Day::Nothing,
        (Some('-' | '–' | '/'), rest) if goes_on(rest) => Day::Several,
        (Some(' '), rest) if joined(rest).is_some_and(goes_on) => Day::Several,
        _ => day(digits),
    }
}

/// `3 `, `3rd `: what a month follows.
fn day_before(before: &str) -> Day {
    let Some(begun) = before.strip_suffix(' ') else { return Day::Nothing };
    let begun = ORDINALS.iter().find_map(|ending| begun.strip_suffix(ending)).unwrap_or(begun);
    let digits = begun.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, digits) = begun.split_at(begun.len() - digits);
    let ends = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
    let mut last = before.chars();
    match (last.next_back(), last.as_str()) {
        (Some(sign), _) if sign.is_alphanumeric() => Day::Nothing,
        (Some(',' | '.'), before) if ends(before) => Day::Nothing,
        (Some('-' | '–' | '/'), before) if ends(before) => Day::Several,
        (Some(' '), before)
            if JOINED.iter().any(|word| before.strip_suffix(word).is_some_and(|b| ends(b.trim_end()))) =>
        {
            Day::Several
        }
        _ => day(digits),
    }
}

/// What is behind such a word.
fn joined(rest: &str) -> Option<&str> {
    JOINED.iter().find_map(|word| rest.strip_prefix(word)?.strip_prefix(' '))
}

fn day(digits: &str) -> Day {
    let day = digits.parse().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day));
    day.map_or(Day::Nothing, Day::One)
}

#[cfg(test)]
mod tests {
    use super::HeadlineDate;

    #[test]
    fn days_of_the_year() {
        let cases = [
            ("March 3 codes", Some(61)),
            ("Codes for 3 March", Some(61)),
            ("Stars today, 03 Mar 26: Virgo", Some(61)),
            ("Lanes Close Sept. 21st", Some(263)),
            ("Elm Day falls on Oct 9, says council", Some(281)),
            ("Ferry sinks 5 March, 3 dead", Some(63)),
            ("Ferry sinks on March 5, 2026", Some(63)),
            ("May 5: what to know", Some(124)),
            ("Stars for 5 May: Virgo", Some(124)),
            ("Week of March 3: March 3 to remember", Some(61)),
            ("Leap day: 29 February", Some(59)),
            ("Elm: 31 December", Some(364)),
            ("Ferry strike from 3 March to 5 April", None),
            ("Between March 3 and March 4", None),
            ("Elm Fair March 3-5", None),
            ("Elm Fair 3-5 March", None),
            ("Elm Fair 3 and 4 March", None),
            ("Elm Fair, March 3 to 5", None),
            ("Ferry may 2 days late", None),
            ("Storm kills 12, May strengthen", None),
            ("Top 10 May Be Banned", None),
            ("Sales in May 1.5 million", None),
            ("March 3,000 strong", None),
            ("1,500 March for kelp", None),
            ("15 Mar-a-Lago boxes", None),
            ("March 2026 in figures", None),
            ("March 32", None),
            ("March on the harbour, 400 there", None),
            ("Thirty on March 3km", None),
            ("Ends in March 7é", None),
            ("é3 March é", None),
            ("March 00", None),
        ];
        for (headline, expected) in cases {
            assert_eq!(HeadlineDate::of(headline), expected.map(HeadlineDate), "{headline}");
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
            ("of two months", "30 April", "1 May", Some(0.2), false),
            ("of the shortest month", "28 February", "March 1", Some(0.2), false),
            ("another", "3 March", "5 March", None, true),
            ("another month", "3 March", "3 April", Some(0.0), true),
        ];
        for (name, one, other, apart, expected) in cases {
            assert_eq!(of(one).contradicts(of(other), apart), expected, "{name}");
            assert_eq!(of(other).contradicts(of(one), apart), expected, "{name}");
        }
    }
}
