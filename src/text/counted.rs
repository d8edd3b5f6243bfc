//! What a headline counts: `Day 3` of a test match, `Round 2` of a tournament.

/// Words that number what goes on under one name from day to day.
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
    /// The first number that follows a unit in a headline: `Day 3`, `day-3`, `Round #2`. `None` where there is none, or
    /// where the headline counts the same unit twice to different numbers. Linear in its length.
    pub(crate) fn of(headline: &str) -> Option<Self> {
        if !headline.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut found: Option<Self> = None;
        let mut unit = None;
        let words = headline.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in words {
            let number = || word.parse::<u16>().ok().filter(|_| word.len() <= DIGITS);
            if let Some((unit, number)) = unit.zip(number()) {
                let counted = Self { unit, number };
                match found {
                    Some(first) if first.contradicts(counted) => return None,
                    Some(_) => {}
                    None => found = Some(counted),
                }
            }
            unit = UNITS.iter().position(|name| word.eq_ignore_ascii_case(name)).map(|at| at as u8);
        }
        found
    }

    /// Whether two headlines count one unit to different numbers.
    pub(crate) fn contradicts(self, other: Self) -> bool {
        self.unit == other.unit && self.number != other.number
    }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn headlines_that_count_one_thing_to_two_numbers_contradict_each_other() {
        let cases = [
            ("two days", "Wexcombe Test, Day 2: rain stops play", "Orsland collapse in Wexcombe Test | DAY 3", true),
            ("one day", "Wexcombe Test, Day 2: rain stops play", "Rain on day 02 of Wexcombe Test", false),
            ("two units", "Elm Cup round 2 highlights", "Elm Cup day 3 highlights", false),
            ("a hyphen and a sign", "Box office day-3", "Box office Day #4", true),
            ("only one counts", "Elm Cup round 2 highlights", "Elm Cup highlights", false),
            ("a year", "Fantasy eleven for the 4th match 2026", "Match 4 prediction", false),
            ("no unit", "Tower 7 burns", "Tower 8 burns", false),
            ("a word between", "Day of 40 storms", "Day of 50 storms", false),
            ("days, not the day", "Three days 4 arrests", "Three days 5 arrests", false),
            ("both at once", "Elm Day 11 against Oak Day 4", "Oak Day 5 takings", false),
        ];
        for (name, one, other, expected) in cases {
            let found = Counted::of(one).zip(Counted::of(other)).is_some_and(|(one, other)| one.contradicts(other));
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(Counted::of("Day 4 and day 4 again"), Counted::of("Day 4"));
    }
}
