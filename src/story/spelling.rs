//! Whether two words are one name in two spellings: [`is_spelled_alike`].

/// Letters of the words that are compared letter by letter.
const COMPARED: std::ops::RangeInclusive<usize> = 5..=64;
/// Words as near as this are one name in two spellings (Jaro 1989, Winkler 1990).
const SAME_NAME: f64 = 0.93;

/// `Marchevsky`, `Marchevskyy`: two folded words of at least five letters that begin with the same one and hardly differ.
/// The product of their lengths.
pub(super) fn is_spelled_alike(x: &str, y: &str) -> bool {
    let is_comparable = |word: &str| COMPARED.contains(&word.chars().count());
    x.chars().next() == y.chars().next()
        && is_comparable(x)
        && is_comparable(y)
        && strsim::jaro_winkler(x, y) >= SAME_NAME
}

#[cfg(test)]
mod tests {
    use super::is_spelled_alike;

    #[test]
    fn spellings_of_one_name_hardly_differ() {
        let cases = [
            ("a letter more", "marchevsky", "marchevskyy", true),
            ("another letter", "gadhirro", "gaddirro", true),
            ("the same", "marchevsky", "marchevsky", true),
            ("another beginning", "marchevsky", "tarchevsky", false),
            ("too short", "mali", "malia", false),
            ("two names", "mario", "maria", false),
            ("nothing", "", "", false),
        ];
        for (name, one, other, expected) in cases {
            assert_eq!((is_spelled_alike(one, other), is_spelled_alike(other, one)), (expected, expected), "{name}");
        }
    }
}
