//! Spellings of one foreign name, joined into one term: `Zelensky`, `Zelenskyy`, `Zelenskiy`.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::parallel::{map_chunks, map_ranges, sort_unstable_by, threads};
use crate::text::is_common;

/// Letters that a name has at least; shorter ones are alike by chance (`Iran` and `Iraq`).
const LETTERS: usize = 5;
/// Letters of the longest name: spellings are compared letter by letter.
const LONGEST: usize = 64;
/// Terms of the longest article that tells the company of names: each candidate takes a copy.
const LONGEST_ROW: usize = 512;
/// Terms that one task looks at; no influence on the result.
const CHUNK: usize = 4096;
/// Names that one task compares with their spellings; no influence on the result.
const NAMES: usize = 16;
/// Letters in which two spellings may differ at most.
const DISTANCE: usize = 2;
/// Of so many times that a name is written one may be without a capital.
const SMALL: u32 = 10;
/// Cosine that the words around two spellings must have.
const SAME_COMPANY: f64 = 0.25;

/// A term of the batch as its articles write it.
#[derive(Debug, Clone, Copy)]
pub struct Written<'t> {
    pub term: &'t str,
    /// In how many articles.
    pub articles: u32,
    /// How often, and how often of that with a capital.
    pub times: u32,
    pub capitals: u32,
}

/// Of a term the terms that its articles have, each with how many of them.
type Companies = FxHashMap<u32, FxHashMap<u32, u64>>;

/// Which terms are spellings of another: pairs of a spelling and the one that most articles use, by position in `terms`.
///
/// Two terms are one name where all of this holds:
///
/// - both have five letters or more, are written with a capital, and are no common words;
/// - they differ only in what transcription leaves open (`y` and `iy`, `k`, `q` and `g`, `s` and `z`, doubled letters and
///   the like; see [`sound`]), in at most two letters. `Austria` and `Australia` differ in more;
/// - no article has both, as one that tells two people apart would;
/// - they keep the same company: the cosine of the words that their articles have is at least 0.25.
///
/// `rows` shows the terms of each article in one of `parts`. The result does not depend on the order of terms or articles. Linear in the
/// terms and in the rows, which each thread goes through for terms of its own.
pub fn spellings<P: Sync>(
    terms: &[Written<'_>],
    articles: usize,
    parts: &[P],
    rows: impl Fn(&P, &mut dyn FnMut(&[u32])) + Sync + Send,
) -> Vec<(u32, u32)> {
    let of = |number: u32| terms[number as usize];
    let named = |range: Range<usize>| -> Vec<(String, u32)> {
        let names = (range.start as u32..range.end as u32).filter(|&number| of(number).is_name());
        names.map(|number| (sound(of(number).term), number)).collect()
    };
    let mut named = map_ranges(terms.len(), CHUNK, named).into_iter().flatten().collect::<Vec<_>>();
    sort_unstable_by(&mut named, |a, b| {
        let (x, y) = (of(a.1), of(b.1));
        a.0.cmp(&b.0).then(y.articles.cmp(&x.articles)).then(x.term.cmp(y.term))
    });
    // The spelling of most articles leads its group.
    let pairs: Vec<(u32, u32)> = named
        .chunk_by(|a, b| a.0 == b.0)
        .flat_map(|group| group[1..].iter().map(|(_, other)| (*other, group[0].1)))
        .filter(|&(a, b)| of(a).term.len().abs_diff(of(b).term.len()) <= DISTANCE)
        .filter(|&(a, b)| strsim::osa_distance(of(a).term, of(b).term) <= DISTANCE)
        .collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let mut is_asked = vec![false; terms.len()];
    pairs.iter().for_each(|&(a, b)| (is_asked[a as usize], is_asked[b as usize]) = (true, true));
    // Each task has terms of its own, so that nothing is put together afterwards.
    let tasks = threads().min(2 * pairs.len());
    let companies = map_ranges(tasks, 1, |own| {
        let mut companies = Companies::default();
        for part in parts {
            rows(part, &mut |row| {
                if row.len() > LONGEST_ROW {
                    return;
                }
                let is_own = |number: &&u32| is_asked[**number as usize] && **number as usize % tasks == own.start;
                for &number in row.iter().filter(is_own) {
                    let company = companies.entry(number).or_default();
                    row.iter().for_each(|other| *company.entry(*other).or_default() += 1);
                }
            });
        }
        companies
    });
    let company = |number: u32| companies.get(number as usize % tasks).and_then(|companies| companies.get(&number));
    #[allow(clippy::cast_sign_loss, reason = "rarity is not negative")]
    let weight = |number: u32| -> u64 {
        let term = of(number);
        let rarity = ((articles as f64 + 8.0) / (f64::from(term.articles) + 1.0)).ln();
        // As integers, which add up to the same in any order.
        if is_common(term.term) { 0 } else { (rarity.max(0.0) * 100.0).round() as u64 }
    };
    // Of one name, what is joined decides about what is left.
    let join = |pairs: &[(u32, u32)]| -> Vec<(u32, u32)> {
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for &(spelling, name) in pairs {
            let Some((one, other)) = company(spelling).zip(company(name)) else { continue };
            let apart = |number: &u32| !one.contains_key(number);
            let without_both = |number: u32| if number == spelling || number == name { 0 } else { weight(number) };
            if apart(&name)
                && joined.iter().map(|(spelling, _)| spelling).all(apart)
                && cosine(one, other, without_both) >= SAME_COMPANY
            {
                joined.push((spelling, name));
            }
        }
        joined
    };
    let by_name: Vec<&[(u32, u32)]> = pairs.chunk_by(|a, b| a.1 == b.1).collect();
    map_chunks(&by_name, NAMES, |names| names.iter().flat_map(|pairs| join(pairs)).collect::<Vec<_>>()).concat()
}

impl Written<'_> {
    fn is_name(&self) -> bool {
        (LETTERS..=LONGEST).contains(&self.term.len())
            && self.term.bytes().all(|byte| byte.is_ascii_lowercase())
            && SMALL * (self.times - self.capitals) <= self.times
            && !is_common(self.term)
    }
}

/// What is left of a folded name when the choices of transcription are taken out.
///
/// One letter for each of these: `c`, `g`, `k`, `q`; `s`, `z`; `v`, `w`; `f`, `ph`; `i`, `j`, `y`. No `h` behind a
/// consonant, no letter twice.
fn sound(name: &str) -> String {
    let mut sound = String::with_capacity(name.len());
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let class = match letter {
            'p' if letters.next_if_eq(&'h').is_some() => 'f',
            'c' | 'g' | 'q' => 'k',
            'z' => 's',
            'w' => 'v',
            'j' | 'y' => 'i',
            'h' if sound.ends_with(['d', 'k', 't', 'b', 's']) => continue,
            other => other,
        };
        if !sound.ends_with(class) {
            sound.push(class);
        }
    }
    sound
}

fn cosine(one: &FxHashMap<u32, u64>, other: &FxHashMap<u32, u64>, weight: impl Fn(u32) -> u64) -> f64 {
    let product = |number: u32, a: u64, b: u64| u128::from(a) * u128::from(b) * u128::from(weight(number)).pow(2);
    let norm = |company: &FxHashMap<u32, u64>| company.iter().map(|(&number, &a)| product(number, a, a)).sum::<u128>();
    let shared: u128 = one.iter().filter_map(|(&number, &a)| Some(product(number, a, *other.get(&number)?))).sum();
    let norms = norm(one) as f64 * norm(other) as f64;
    if norms > 0.0 { shared as f64 / norms.sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::vector::Vectorizer;

    /// Whether two headlines have a term in common for two words.
    fn joined(titles: &[&str], one: &str, other: &str) -> bool {
        let articles: Vec<Article> =
            titles.iter().enumerate().map(|(id, title)| Article::new(id.to_string(), *title)).collect();
        let vocabulary = Vectorizer::default().fit(&articles).unwrap().model;
        let id = |word: &str| {
            let term = crate::text::Tokenizer::default().term(word).unwrap().into_owned();
            vocabulary.vocabulary().id(&term).unwrap_or_else(|| panic!("{term}"))
        };
        id(one) == id(other)
    }

    #[test]
    fn spellings_of_a_name_are_one_term() {
        let cases: &[(&str, &str, bool)] = &[
            ("Zelensky", "Zelenskyy", true),
            ("Zelensky", "Zelenskiy", true),
            ("Gaddafi", "Qaddafi", true),
            ("Gaddafi", "Gadhafi", true),
            ("Philipps", "Phillips", true),
            ("Josef", "Joseph", true),
            ("Zoltan", "Soltan", true),
            ("Novak", "Nowak", true),
            ("Sergei", "Sergej", true),
            ("Bakhtin", "Baktin", true),
            ("Theodor", "Teodor", true),
            ("Bharat", "Barat", true),
            ("Cahn", "Kahn", false),
            ("Gaddafi", "Qadhdhafi", false),
            ("Kovid19", "Covid19", false),
            ("Crash", "Krash", false),
            ("Austria", "Australia", false),
            ("Iran", "Iraq", false),
            ("Slovakia", "Slovenia", false),
            ("Niger", "Nigeria", false),
            ("Rohit", "Mohit", false),
            ("Hansen", "Hanson", false),
            ("Martin", "Marvin", false),
        ];
        for &(one, other, expected) in cases {
            let titles = [
                format!("{one} meets Queen Adela in Karsa for talks on grain"),
                format!("{other} meets Queen Adela in Karsa for talks on grain"),
            ];
            assert_eq!(joined(&[&titles[0], &titles[1]], one, other), expected, "{one} and {other}");
        }
    }

    #[test]
    fn only_names_in_the_same_company_are_joined() {
        let other_company = ["Gaddafi meets Queen Adela in Karsa", "Qaddafi recipes: lentil soup from Orrin"];
        assert!(!joined(&other_company, "Gaddafi", "Qaddafi"));
        let no_names = ["Prices of gaddafi rise in Karsa market", "Prices of qaddafi rise in Karsa market"];
        assert!(!joined(&no_names, "gaddafi", "qaddafi"));
        let common_company = ["Gaddafi says fire kills people", "Qaddafi says fire kills people"];
        assert!(!joined(&common_company, "Gaddafi", "Qaddafi"));
        let others_told_apart = [
            "Gaddafi meets Queen Adela in Karsa",
            "Gaddafi meets Queen Adela in Karsa again",
            "Qaddafi and Gadafi meet Queen Adela in Karsa",
        ];
        assert!(joined(&others_told_apart, "Gaddafi", "Qaddafi") != joined(&others_told_apart, "Gaddafi", "Gadafi"));
        let told_apart = [
            "Gaddafi meets Queen Adela in Karsa",
            "Qaddafi meets Queen Adela in Karsa",
            "Gaddafi and Qaddafi in Karsa with Queen Adela",
        ];
        assert!(!joined(&told_apart, "Gaddafi", "Qaddafi"));
    }

    #[test]
    fn most_articles_decide_whatever_their_order() {
        let mut titles = [
            "Zelenskyy meets Queen Adela in Karsa",
            "Zelensky meets Queen Adela in Karsa",
            "Zelenskiy meets Queen Adela in Karsa",
            "Zelensky leaves Karsa and Queen Adela",
        ];
        for _ in 0..titles.len() {
            titles.rotate_left(1);
            let articles: Vec<Article> = titles.iter().map(|title| Article::new(*title, *title)).collect();
            let model = Vectorizer::default().fit(&articles).unwrap().model;
            let id = model.vocabulary().id("zelenski").unwrap();
            assert_eq!(model.vocabulary().term(id), Some("zelenski"));
            assert_eq!(model.vocabulary().document_frequency(id), 4);
            assert_eq!(model.vocabulary().id("zelenskyy"), Some(id));
        }
    }
}
