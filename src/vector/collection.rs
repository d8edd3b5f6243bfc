//! Of how many documents a term's frequency is a share: [`collections`].

use super::sparse::SparseMatrix;
use crate::text::Language;

/// Documents at which a language's own number counts half, on the scale of logarithms.
const KNOWN: f64 = 100.0;

/// For each term the size of the collection that it is rare or common in; empty where all documents are in one language.
///
/// In a batch of two languages every word of the smaller one is rare: none can be in more documents than there are in it.
/// Counted among all, its commonest words would weigh like another language's names, and any two documents in it would
/// look near. So a term is counted among the documents of its language: `n^t N^(1-t)` of them for `n` documents in the
/// language and `N` in all, with `t = n / (n + 100)`, as a few documents say little of what is common. A term of several
/// languages takes the mean over the documents that have it. Linear in the entries.
pub(super) fn collections(rows: &SparseMatrix, languages: &[Language], document_frequencies: &[u32]) -> Vec<f32> {
    let mut documents = [0_u64; Language::ALL.len()];
    for &language in languages {
        documents[language as usize] += 1;
    }
    if documents.iter().filter(|&&count| count > 0).count() < 2 {
        return Vec::new();
    }
    let all = (languages.len() as f64).ln();
    // Whole numbers, whose sum is exact in any order.
    let sizes = documents.map(|count| {
        let count = count as f64;
        let trust = count / (count + KNOWN);
        (count.max(1.0).ln() * trust + all * (1.0 - trust)).exp().round()
    });
    // As if all were in the commonest language, and then what the others have less: they are few.
    let commonest = (0..documents.len()).max_by_key(|&language| documents[language]).unwrap_or(0);
    let counted = document_frequencies.iter().map(|&frequency| f64::from(frequency) * sizes[commonest]);
    let mut sums: Vec<f64> = counted.collect();
    for (row, &language) in languages.iter().enumerate().take(rows.rows()) {
        let language = language as usize;
        if language != commonest {
            for term in rows.row(row).terms() {
                sums[term.index()] += sizes[language] - sizes[commonest];
            }
        }
    }
    let mean = |(sum, &frequency): (&f64, &u32)| (sum / f64::from(frequency.max(1))) as f32;
    sums.iter().zip(document_frequencies).map(mean).collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::vector::{Fitted, Vectorizer};

    /// So many headlines in each language; "Marlow" is in all.
    fn fitted(counts: &[(&str, usize)]) -> Fitted {
        let mut articles = Vec::new();
        for (language, count) in counts {
            for at in 0..*count {
                let article =
                    Article::new(format!("{language}{at}"), format!("Marlow {language}feuer {language}x{at}"));
                articles.push(article.with_language(*language));
            }
        }
        Vectorizer::default().fit(&articles).unwrap()
    }

    fn idf(fitted: &Fitted, term: &str) -> f32 {
        let id = fitted.model.vocabulary().id(term).unwrap_or_else(|| panic!("{term}"));
        fitted.model.idf()[id.index()]
    }

    #[test]
    fn a_term_is_counted_among_the_collection_size_its_language() {
        let mixed = fitted(&[("en", 4_000), ("nl", 1_000)]);
        let own = mixed.model.collection_size(mixed.model.vocabulary().id("nlfeuer").unwrap());
        assert!((1_000.0..1_200.0).contains(&own), "{own}");
        assert!(
            idf(&mixed, "nlfeuer") < 1.2 && idf(&mixed, "enfeuer") < 1.2,
            "each is in all documents of its language"
        );
        let names = mixed.model.collection_size(mixed.model.vocabulary().id("marlow").unwrap());
        assert!(names > own && names < 5_000.0, "{names}: of both");
    }

    #[test]
    fn a_few_documents_do_not_tell_what_is_common_in_their_language() {
        let mixed = fitted(&[("en", 500), ("nl", 3)]);
        assert!(idf(&mixed, "nlfeuer") > 4.0, "{}", idf(&mixed, "nlfeuer"));
    }

    #[test]
    fn in_one_language_all_documents_count() {
        let one = fitted(&[("nl", 30)]);
        assert!(
            one.model
                .vocabulary()
                .terms()
                .all(|term| { one.model.collection_size(one.model.vocabulary().id(term).unwrap()) == 30.0 })
        );
    }
}
