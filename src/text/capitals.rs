//! Whether capitals mean something in a headline: [`is_sentence_case`].

use super::segment::words;

/// Whether capitals mean something in a headline: at least a third of its words, the first left out, begin small. Words of
/// up to three characters are left out: title case leaves them small.
pub(crate) fn is_sentence_case(headline: &str) -> bool {
    let mut capitals = Capitals::default();
    words(headline).for_each(|(_, word)| capitals.read(word));
    capitals.tell()
}

/// How the words of a headline begin that were read so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Capitals {
    words: usize,
    /// Longer ones behind the first.
    long: usize,
    /// Of these those with a small letter first.
    small: usize,
}

impl Capitals {
    /// The next word.
    fn read(&mut self, word: &str) {
        self.count(word.chars().nth(3).is_some(), || word.starts_with(char::is_lowercase));
    }

    /// The next word: whether it has more than three characters, and begins with a small letter.
    pub(crate) fn count(&mut self, is_long: bool, is_small: impl FnOnce() -> bool) {
        if self.words > 0 && is_long {
            self.long += 1;
            self.small += usize::from(is_small());
        }
        self.words += 1;
    }

    /// Whether capitals mean something: see [`is_sentence_case`].
    pub(crate) fn tell(self) -> bool {
        self.small * 3 >= self.long && self.small > 0
    }
}

#[cfg(test)]
mod tests {
    use super::is_sentence_case;

    #[test]
    fn a_third_of_the_longer_words_tells() {
        let cases = [
            ("Storm hits the coast of Elm", true),
            ("Storm Hits the Coast of Elm", false),
            ("Storm Hits the Coast with Elm Harbour", false),
            ("storm Hits the Coast with Elm", true),
            ("STORM HITS THE COAST", false),
            ("Storm at Elm", false),
            ("", false),
        ];
        for (headline, expected) in cases {
            assert_eq!(is_sentence_case(headline), expected, "{headline}");
        }
    }
}
