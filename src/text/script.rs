//! Which language a text is in, as far as its script tells.

use super::language::Language;

impl Language {
    /// The language that the script of a text tells, or `None` where it tells nothing: Latin letters, or no letters.
    ///
    /// Of the first 200 letters the script with the most decides; on a tie, the first of Latin, Cyrillic, Greek, Arabic,
    /// Devanagari, Tamil, all others. Cyrillic is Russian, Arabic is Arabic, Devanagari is Hindi, unless more than one letter
    /// in thirty is one that this language does not have (Ukrainian `ї`, Persian `پ`; one of all for Marathi's `ळ`): then
    /// it is `Other`, and not a text with a name from there. So is every other script.
    ///
    /// ```
    /// use samestory::text::Language;
    /// assert_eq!(Language::detect("Суд вынес приговор"), Some(Language::Russian));
    /// assert_eq!(Language::detect("The court ruled"), None);
    /// ```
    ///
    /// An article in Latin letters is told by its words as well: [`Tokenizer::for_article`](super::Tokenizer::for_article).
    #[must_use]
    pub fn detect(text: &str) -> Option<Self> {
        // Twenty times as many characters: a text of signs only must not be read to its end.
        const CHARACTERS: usize = 20 * LETTERS;
        if text.as_bytes()[..text.len().min(CHARACTERS)].is_ascii() {
            return None;
        }
        let mut counts = [0_u32; Script::ALL.len()];
        let mut foreign = [0_u32; Script::ALL.len()];
        for c in text.chars().take(CHARACTERS).filter(|&c| is_letter(c)).take(LETTERS) {
            let script = Script::of(c);
            counts[script as usize] += 1;
            foreign[script as usize] += u32::from(script.is_foreign_to_its_language(c));
        }
        let most = *counts.iter().max()?;
        let script = Script::ALL.into_iter().find(|&script| most > 0 && counts[script as usize] == most)?;
        let is_foreign = foreign[script as usize] * script.letters_to_one_foreign() > most;
        if is_foreign { Some(Self::Other) } else { script.language() }
    }
}

/// As [`char::is_alphabetic`], without its tables for most letters of the longest texts that are not in Latin.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        'А'..='я' | '\u{904}'..='\u{939}' | '\u{93D}'..='\u{94C}' => true,
        _ => c.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`], as fast.
pub(crate) fn is_letter_or_number(c: char) -> bool {
    is_letter(c) || c.is_numeric()
}

/// Whether a text has a byte of a kind. All of them in one sweep are sooner looked at than up to the first that is one: several
/// at a time.
pub(crate) fn has_byte(text: &str, is_kind: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | is_kind(byte))
}

/// How many letters decide.
const LETTERS: usize = 200;

#[derive(Clone, Copy)]
enum Script {
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Devanagari,
    Tamil,
    Other,
}

impl Script {
    const ALL: [Self; 7] =
        [Self::Latin, Self::Cyrillic, Self::Greek, Self::Arabic, Self::Devanagari, Self::Tamil, Self::Other];

    /// By Unicode block.
    const fn of(letter: char) -> Self {
        match letter {
            '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Self::Latin,
            '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' => {
                Self::Arabic
            }
            '\u{900}'..='\u{97F}' => Self::Devanagari,
            '\u{B80}'..='\u{BFF}' => Self::Tamil,
            _ => Self::Other,
        }
    }

    const fn language(self) -> Option<Language> {
        match self {
            Self::Latin => None,
            Self::Cyrillic => Some(Language::Russian),
            Self::Greek => Some(Language::Greek),
            Self::Arabic => Some(Language::Arabic),
            Self::Devanagari => Some(Language::Hindi),
            Self::Tamil => Some(Language::Tamil),
            Self::Other => Some(Language::Other),
        }
    }

    /// Letters of a text in the script's language that may have one from another.
    const fn letters_to_one_foreign(self) -> u32 {
        match self {
            // Rare where it is at home.
            Self::Devanagari => 2 * LETTERS as u32,
            _ => 30,
        }
    }

    /// Whether the script's language has no such letter.
    fn is_foreign_to_its_language(self, letter: char) -> bool {
        match self {
            // Russian's letters are U+0410 to U+044F, and ё.
            Self::Cyrillic => !matches!(letter, 'А'..='я' | 'Ё' | 'ё'),
            // Persian, Urdu, Pashto, Kurdish; Arabic names take چ and گ now and then, so those tell nothing.
            Self::Arabic => matches!(letter, 'پ' | 'ژ' | 'ک' | 'ی' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ۆ' | 'ې' | 'ټ'),
            Self::Devanagari => letter == 'ळ',
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_alphabetic() {
        for c in '\0'..=char::MAX {
            assert_eq!((is_letter(c), is_letter_or_number(c)), (c.is_alphabetic(), c.is_alphanumeric()), "{c:?}");
        }
    }

    #[test]
    fn scripts_tell_languages() {
        let cases: &[(&str, &str, Option<Language>)] = &[
            ("Latin", "The court ruled", None),
            ("Vietnamese", "Tòa án đã phán quyết", None),
            ("Russian", "Суд вынес приговор", Some(Language::Russian)),
            ("Russian with a Latin name", "Суд над Apple начался", Some(Language::Russian)),
            (
                "Russian with a Ukrainian name",
                "Суд над газетой «Дзеркало тижня» начался в Новой Гавани в воскресенье, сообщил адвокат Волі",
                Some(Language::Russian),
            ),
            (
                "Marathi with one letter of its own",
                "पुण्यात शाळेच्या नव्या इमारतीचे उद्घाटन रविवारी झाले असे आयुक्तांनी पत्रकार परिषदेत सांगितले",
                Some(Language::Other),
            ),
            ("mostly Latin", "The paper Правда reports", None),
            ("Ukrainian", "Суд виніс вирок", Some(Language::Other)),
            ("Serbian", "Суд је донео пресуду", Some(Language::Other)),
            ("Greek", "Το δικαστήριο αποφάσισε", Some(Language::Greek)),
            ("Arabic", "أصدرت المحكمة حكمها", Some(Language::Arabic)),
            ("Persian", "دادگاه پرونده را بررسی کرد", Some(Language::Other)),
            ("Hindi", "अदालत ने फैसला सुनाया", Some(Language::Hindi)),
            ("Tamil", "நீதிமன்றம் தீர்ப்பளித்தது", Some(Language::Tamil)),
            ("Chinese", "法院作出判决", Some(Language::Other)),
            ("Korean", "법원이 판결했다", Some(Language::Other)),
            ("digits and signs", "2-1 🔥", None),
            ("nothing", "", None),
        ];
        for (name, text, language) in cases {
            assert_eq!(Language::detect(text), *language, "{name}");
        }
    }

    #[test]
    fn scripts_are_counted_in_their_own_place() {
        for (place, script) in Script::ALL.into_iter().enumerate() {
            assert_eq!(script as usize, place);
        }
    }
}
