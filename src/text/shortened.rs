//! Abbreviations of languages other than English: [`needs_a_word`], [`may_end`].

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::language::Language;

/// What needs a word to follow in one language or another.
static IN_NEED: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| Language::ALL.into_iter().flat_map(|language| in_need(language).split_whitespace()).collect());

/// Whether a word, as it is written and without its last full stop, is an abbreviation of the language that needs a word
/// or a number to follow: `Nr`, `bl.a`, `Exmo`.
pub(super) fn needs_a_word(word: &str, language: Language) -> bool {
    has(in_need(language), word)
}

/// The same of any language, where it can be no word of another: it has a full stop inside, or no vowel (`bl.a`, `Hrn`,
/// and not `gem`).
pub(super) fn needs_a_word_in_any_language(word: &str) -> bool {
    let is_no_word = word.contains('.') || word.chars().nth(1).is_some() && !word.contains(is_vowel);
    let is_listed = |word: &str| IN_NEED.contains(word);
    is_no_word && (is_listed(word) || with_small_letter(word).is_some_and(|small| is_listed(&small)))
}

/// Whether a word is an abbreviation of the language that may end a sentence as well as not: `Str`, `UU`.
pub(super) fn may_end(word: &str, language: Language) -> bool {
    let list = match language {
        Language::German => "Chr Jh Jhd Mio Mrd Str Tsd",
        Language::Spanish => "AA OO UU",
        Language::Turkish => "Apt Şti",
        _ => return false,
    };
    has(list, word)
}

/// Whether a language writes ordinals as digits with a full stop: `3. Liga`.
pub(super) const fn has_dotted_ordinals(language: Language) -> bool {
    matches!(
        language,
        Language::Danish
            | Language::Finnish
            | Language::German
            | Language::Hungarian
            | Language::Norwegian
            | Language::Turkish
    )
}

/// Whether a Russian word in small letters counts what stands before it: `4 тыс. кв. м.`
pub(super) fn counts(word: &str) -> bool {
    matches!(word, "тыс" | "млн" | "млрд" | "кв" | "куб")
}

/// Whether a Russian word ends an enumeration, `before` being the one before it: `и т. д.`, `и др.`
pub(super) fn ends_a_list(word: &str, before: &str) -> bool {
    matches!(word, "др" | "пр" | "т.д" | "т.п") || matches!(word, "д" | "п") && before == "т"
}

/// An entry in small letters is found with a capital as well, as at the beginning of a sentence.
fn has(list: &str, word: &str) -> bool {
    // Most entries are longer or shorter, or end in another letter: nothing is folded for these.
    let may_be = |entry: &&str| entry.len() == word.len() && entry.as_bytes().last() == word.as_bytes().last();
    list.split_whitespace().filter(may_be).any(|entry| {
        entry == word || {
            let (mut entry, mut word) = (entry.chars(), word.chars());
            let first = entry.next().zip(word.next());
            first.is_some_and(|(small, first)| first.to_lowercase().eq([small])) && entry.as_str() == word.as_str()
        }
    })
}

/// A word with its capital as a small letter; nothing where it begins with none.
fn with_small_letter(word: &str) -> Option<String> {
    let first = word.chars().next()?;
    let small = first.to_lowercase().chain(word.chars().skip(1));
    first.is_uppercase().then(|| small.collect())
}

fn is_vowel(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    }
    let mut small = c.to_lowercase();
    small.next().is_some_and(|first| "äöüåæøéèêóúíáąęőűıαεηιουωаеёиоуыэюя".contains(first)) && small.next().is_none()
}

/// Titles, parts of an address, references, and what stands before an example. No word of the language is on its list, nor
/// what mostly ends a sentence where a capital follows (`etc`, `usw`, `m.m`).
const fn in_need(language: Language) -> &'static str {
    match language {
        Language::Danish => "bl.a ca dr ekskl f.eks fhv hr ifm inkl jf kap kl mht nr pga prof s.k sct skt tlf vedr",
        Language::Dutch => {
            "bijv blz burg ca d.w.z dhr dr drs fam ir jhr m.b.t m.n mevr mgr mr n.a.v nr o.a o.l.v pag prof resp t.a.v \
             tel zgn"
        }
        Language::Finnish => "esim evp ent huom klo ks nro ns prof puh toht ts vrt",
        Language::French => {
            "M MM Me Mes Mgr Mlle Mlles Mme Mmes Pr Ste Vve av bd boul cf chap dr p.ex prof réf resp tél éd"
        }
        Language::German => {
            "Abs Abt Bd Fam Fr Frl Hl Hr Hrn Hrsg Kap Mag Nr Prof Skt Tel Ziff abzgl allg bspw bzgl bzw ca d.h ehem \
             einschl evtl gem geb ggf inkl lt max mind nr sog stellv tel urspr vgl z.B z.T z.Zt zzgl"
        }
        Language::Greek => "Αγ αρ αριθ δηλ δρ κ κα κκ καθ π.χ στρ τηλ",
        Language::Hindi => "डॉ प्रो",
        Language::Hungarian => "dr ifj kb ld özv prof szt tel ún vö",
        Language::Italian => {
            "arch artt avv cfr dott dott.ssa dr dr.ssa ing mons on onn pag pagg prof prof.ssa proff sig sig.na sig.ra \
             sigg tel"
        }
        Language::Norwegian => "bl.a ca dr ekskl f.eks fhv hr ifm iht inkl jf kap kl mht nr pga prof s.k tlf vedr",
        Language::Portuguese => {
            "D Dª Exa arts av cap cel dep dr dra dras drs eng enga exma exmo exmos ilma ilmo mons núm nº pag pág prof \
             profa séc sr sra sras srs srta sto tel"
        }
        Language::Romanian => "alin bd cf d-l d-na dl dlui dna dr ing jud nr pag prof str tel",
        Language::Russian => "акад бул гл гос гр доц зам им инж пер пл пос проф св см стр тел ул",
        Language::Spanish => {
            "CC Dª Dña EE JJ Mons Sta Sto Ud Uds aprox arts av avda cap dr dra dres excma excmo gral ilma ilmo ing lic \
             núm p.ej pág págs prof profa sr sra sras sres srta tel"
        }
        Language::Swedish => {
            "bl.a ca doc dr dvs d.v.s f.d fr.o.m hr inkl exkl jfr jur kap kl nr prof resp s.k t.ex t.o.m tel"
        }
        Language::Turkish => "Alb Av Blv Bul Cad Doç Dr Mah No Op Ord Org Prof Sn Sok Tuğg Uzm Yrd bkz krş örn",
        // Polish and Czech.
        Language::Other => "JUDr MUDr PhDr abp dr godz inż kpt ks m.in mgr mjr np nr prof płk św tj tzn tzv tzw ul",
        Language::Arabic | Language::English | Language::Tamil => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_with_a_capital_as_well() {
        let cases = [
            ("dr", Language::Dutch, true),
            ("Dr", Language::Dutch, true),
            ("DR", Language::Dutch, false),
            ("Abs", Language::German, true),
            ("abs", Language::German, false),
            ("İnş", Language::Turkish, false),
            ("dr", Language::English, false),
            ("", Language::Tamil, false),
        ];
        for (word, language, expected) in cases {
            assert_eq!(needs_a_word(word, language), expected, "{word} {language:?}");
        }
    }

    #[test]
    fn no_stop_word_is_an_abbreviation() {
        for language in Language::ALL {
            let mut entries = in_need(language).split_whitespace();
            // Before a capital `им.` is rather `имени` than `to them`.
            let word = entries.find(|entry| language.is_stop_word(entry) && *entry != "им");
            assert_eq!(word, None, "{language:?}");
        }
    }

    #[test]
    fn what_may_be_a_word_elsewhere_is_known_in_its_own_language_only() {
        let cases = [("Hrn", true), ("bl.a", true), ("gem", false), ("sig", false), ("M", false), ("quake", false)];
        for (word, expected) in cases {
            assert_eq!(needs_a_word_in_any_language(word), expected, "{word}");
        }
    }
}
