//! What a headline counts: `Day 3` of a test match, `Round 2` of a tournament.

use super::script::is_letter_or_number;

/// Words that number what goes on under one name from day to day. English: so far no other language has any.
const UNITS: [&str; 6] = ["day", "episode", "game", "match", "round", "week"];
/// What is counted in more digits is a year.
const DIGITS: usize = 3;

/// One instalment of something that goes on: which unit is counted, and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counted {
    unit: u8,
    number: u16,
}

impl Counted {
    /// The first unit of a headline with its number: `Day 3`, `day-3`, `Round #2`. `None` where there is none, or where the
    /// headline counts that unit to two numbers. Linear in its length.
    ///
    /// Nothing else stands between them (`Election Day: 5 dead`), and no small word but `of` behind the number (`on election day 3
    /// people`): then it counts something else.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if !headline.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut found: Option<Self> = None;
        let mut at = 0;
        for word in headline.split(|c: char| !is_letter_or_number(c)) {
            at += word.len();
            let behind = headline.get(at..).unwrap_or_default();
            at += behind.chars().next().map_or(0, char::len_utf8);
            let Some(unit) = UNITS.iter().position(|name| word.eq_ignore_ascii_case(name)) else { continue };
            let Some(number) = number(behind) else { continue };
            let counted = Self { unit: unit as u8, number };
            match found {
                Some(first) if first.contradicts(counted) => return None,
                Some(_) => {}
                None => found = Some(counted),
            }
        }
        found
    }

    /// Whether two headlines count one unit to different numbers.
    pub(crate) fn contradicts(self, other: Self) -> bool {
        self.unit == other.unit && self.number != other.number
    }
}

/// The number that counts the unit before it.
fn number(behind: &str) -> Option<u16> {
    let begun = behind.strip_prefix([' ', '-'])?;
    let begun = begun.strip_prefix('#').unwrap_or(begun);
    let length = begun.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = begun.split_at(length);
    let mut next = rest.chars();
    let (sign, after) = (next.next(), next.next());
    let goes_on = match sign {
        Some(' ') => after.is_some_and(char::is_lowercase) && !rest.starts_with(" of "),
        // `day 1,000`, `day 2.5`.
        Some(',' | '.') => after.is_some_and(|c| c.is_ascii_digit()),
        Some(sign) => sign.is_alphanumeric(),
        None => false,
    };
    (length <= DIGITS && !goes_on).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn headlines_that_count_one_thing_to_two_numbers_contradict_each_other() {
        let cases = [
            ("two days", "Wexcombe Test, Day 2: rain stops play", "Orsland collapse in Wexcombe Test | DAY 3", true),
            ("one day", "Wexcombe Test, Day 2: rain stops play", "Rain on day 02, Wexcombe Test", false),
            ("two units", "Elm Cup round 2: highlights", "Elm Cup day 3: highlights", false),
            ("a hyphen and a sign", "Box office day-3", "Box office Day #4", true),
            ("only one counts", "Elm Cup round 2", "Elm Cup highlights", false),
            ("a year", "Fantasy eleven for the 4th match 2026", "Match 4 prediction", false),
            ("no unit", "Tower 7 burns", "Tower 8 burns", false),
            ("a word between", "Day of 40 storms", "Day of 50 storms", false),
            ("days, not the day", "Three days 4 arrests", "Three days 5 arrests", false),
            ("both at once", "Elm Day 11 Against Oak Day 4", "Oak Day 5 Takings", false),
            ("a toll behind a colon", "Shooting on Harbour Day: 5 dead", "Shooting on Harbour Day: 6 dead", false),
            ("a toll behind a comma", "Strike enters third day, 7 hurt", "Strike enters third day, 9 hurt", false),
            ("a toll behind the day", "On election day 3 people die", "On election day 4 people die", false),
            ("thousands", "Day 1,000 of the siege", "Day 1 of the siege", false),
            ("of what", "Siege of Elm: Day 3 of siege", "Siege of Elm: Day 4 of siege", true),
            ("a decimal", "Week 2.5", "Week 3.5", false),
            ("a number with letters", "Day 2nd", "Day 3rd", false),
            ("capitals behind it", "RRX Day 5 Box Office", "RRX Day 6 Box Office", true),
            ("an umlaut before it", "Größe: Day 5", "Größe: Day 6", true),
        ];
        for (name, one, other, expected) in cases {
            let found = Counted::of(one).zip(Counted::of(other)).is_some_and(|(one, other)| one.contradicts(other));
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(Counted::of("Day 4, Elm, Day 4"), Counted::of("Day 4"));
        assert_eq!(Counted::of("Day 4 - Day 5"), None);
    }
}
