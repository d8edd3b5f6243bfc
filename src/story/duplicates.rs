//! Copies of one text inside a story: [`originals`].

use rustc_hash::FxHashMap;

use crate::article::Article;

use super::phrase::print;

/// Words of a text that are compared: a wire report is known by its beginning, and outlets cut it at different lengths.
pub(super) const COMPARED: usize = 100;
/// Texts shorter than this say too little to be known again.
const MIN_TEXT: usize = 12;
/// Words of a title that are compared.
pub(super) const TITLE: usize = 40;
/// Headlines shorter than this (`Live updates`) are written twice without being copied.
const MIN_TITLE: usize = 4;
/// Of 100 words, one may differ in ten texts that are the same but for a dateline and an edited name.
const SAME_TEXT: f64 = 0.9;
/// Words in a row that make up one feature of a text.
const SHINGLE: usize = 3;
/// Hash functions, each with a table of its own. Two texts that share 80 % of their shingles miss each other in all of
/// them once in 390,000 pairs.
const HASHES: usize = 8;
/// Earlier articles that one entry of a table remembers.
const REMEMBERED: usize = 4;

/// For each member the member that it is a copy of: the earliest by time, then by id. Positions are those in `prints`.
///
/// Two articles are copies where
///
/// - their texts are the same, word by word with case and punctuation folded; where one is cut short, as far as it goes;
/// - their texts are nearly the same (at least 90 % by words in order, Levenshtein 1966) and so are their headlines
///   (at least half of the letters, or one has none);
/// - one of them has no text, and their headlines are the same and have at least four words.
///
/// Copies of copies count as copies of the first. Candidates come from tables by `MinHash` (Broder 1997), so the cost is
/// linear in the text of the members, whatever their number.
pub(super) fn originals(prints: &[Print<'_>]) -> Vec<Option<usize>> {
    let mut order: Vec<usize> = (0..prints.len()).collect();
    // Undated ones last: what has no time cannot claim to be first.
    let key = |at: &usize| {
        let article = prints[*at].article;
        (article.published().is_none(), article.published(), article.id())
    };
    order.sort_by(|a, b| key(a).cmp(&key(b)));

    let mut first: Vec<usize> = (0..prints.len()).collect();
    let mut tables: FxHashMap<(usize, u64), (usize, [usize; REMEMBERED])> = FxHashMap::default();
    let rank: Vec<usize> = inverse(&order);
    for &at in &order {
        let mut seen: Vec<usize> = Vec::new();
        for entry in prints[at].entries() {
            let (count, earlier) = tables.entry(entry).or_default();
            for &other in &earlier[..*count] {
                if !seen.contains(&other) {
                    seen.push(other);
                }
            }
            if let Some(free) = earlier.get_mut(*count) {
                *free = at;
                *count += 1;
            }
        }
        for other in seen {
            let (a, b) = (root(&mut first, at), root(&mut first, other));
            if a != b && prints[at].is_copy_of(&prints[other]) {
                let (early, late) = if rank[a] < rank[b] { (a, b) } else { (b, a) };
                first[late] = early;
            }
        }
    }
    (0..prints.len()).map(|at| Some(root(&mut first, at)).filter(|&root| root != at)).collect()
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut rank = vec![0; order.len()];
    for (position, &at) in order.iter().enumerate() {
        rank[at] = position;
    }
    rank
}

/// The first of a chain, with the path to it made shorter (union-find, Tarjan 1975).
fn root(first: &mut [usize], mut at: usize) -> usize {
    while first[at] != at {
        first[at] = first[first[at]];
        at = first[at];
    }
    at
}

/// What an article is known by: its words as hashes.
pub(super) struct Print<'a> {
    article: &'a Article,
    title: Vec<u64>,
    text: Vec<u64>,
}

impl<'a> Print<'a> {
    /// By the prints of the first 40 words of the title and the first 100 of the text, in whatever language: folding is
    /// the same in all.
    pub(super) fn of(article: &'a Article, title: Vec<u64>, text: Vec<u64>) -> Self {
        Self { article, title, text }
    }

    /// Where it is looked for: the number of a table and a key in it.
    fn entries(&self) -> Vec<(usize, u64)> {
        let mut entries = Vec::new();
        if self.title.len() >= MIN_TITLE {
            entries.push((0, print(0, &self.title)));
        }
        if self.text.len() >= MIN_TEXT {
            // Cut at very different lengths, two copies share few shingles, but their beginning.
            entries.push((HASHES + 1, print(0, &self.text[..MIN_TEXT - 2])));
            let shingles = || self.text.windows(SHINGLE);
            entries.extend(
                (1..=HASHES).filter_map(|table| Some((table, shingles().map(|words| print(table, words)).min()?))),
            );
        }
        entries
    }

    fn is_copy_of(&self, other: &Print<'_>) -> bool {
        let common = self.text.len().min(other.text.len());
        if common == 0 {
            return self.title.len() >= MIN_TITLE && self.title == other.title;
        }
        if common < MIN_TEXT {
            return self.title == other.title && self.text == other.text;
        }
        let (a, b) = (&self.text[..common], &other.text[..common]);
        // A cut may go through the last word.
        if a[..common - 1] == b[..common - 1] {
            return true;
        }
        let edits = strsim::generic_levenshtein(&Words(a), &Words(b));
        let same_text = 1.0 - edits as f64 / common as f64 >= SAME_TEXT;
        if !same_text {
            return false;
        }
        let (a, b) = (letters(self.article), letters(other.article));
        a.is_empty() || b.is_empty() || strsim::normalized_levenshtein(&a, &b) >= 0.5
    }
}

fn letters(article: &Article) -> String {
    article.title().chars().filter(|c| c.is_alphanumeric()).take(200).flat_map(char::to_lowercase).collect()
}

struct Words<'a>(&'a [u64]);

impl<'a> IntoIterator for &Words<'a> {
    type Item = &'a u64;
    type IntoIter = std::slice::Iter<'a, u64>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Timestamp};
    use crate::story::phrase::{Lexicon, Passage};
    use crate::text::Language;
    use crate::vector::Vectorizer;

    const WIRE: &str = "A ferry with 240 people on board ran aground off the island of Tamsin on Monday, the coast guard said. \
                        Nobody was hurt, and two tugs are on their way.";

    fn originals(articles: &[&Article]) -> Vec<Option<usize>> {
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Ferry")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        let mut prints = Vec::new();
        for &article in articles {
            let mut read = |text, limit| lexicon.prints(&[Passage::unread(text, Language::English)], limit);
            let (title, text) = (read(article.title(), super::TITLE), read(article.text(), super::COMPARED));
            prints.push(super::Print::of(article, title, text));
        }
        super::originals(&prints)
    }

    fn article(id: &str, title: &str, text: &str, hour: i64) -> Article {
        Article::new(id, title)
            .with_text(text)
            .with_published(Timestamp::from_unix_seconds(1_772_366_400 + hour * 3600))
    }

    /// Name, headline and text of three articles, what each is a copy of.
    type Case<'a> = (&'a str, [(&'a str, &'a str); 3], [Option<usize>; 3]);

    #[test]
    fn copies_point_at_the_earliest() {
        let cut = &WIRE[..70];
        let edited = WIRE.replace("Monday", "Sunday night");
        let other = "Fishermen saw lights on the water long before the alarm was given, and the harbour asks itself why no one \
                     answered their calls for two hours.";
        let cases: [Case<'_>; 8] = [
            (
                "same text",
                [("Ferry aground", WIRE), ("Tamsin: ship hits rock", WIRE), ("Ferry", other)],
                [None, Some(0), None],
            ),
            ("cut text", [("Ferry aground", WIRE), ("Ship hits rock", cut), ("x", other)], [None, Some(0), None]),
            (
                "edited text",
                [("Ferry runs aground", WIRE), ("Ferry run aground", &edited), ("x", "")],
                [None, Some(0), None],
            ),
            (
                "edited text, other headline",
                [("Ferry runs aground", WIRE), ("Two tugs off Tamsin", &edited), ("x", "")],
                [None; 3],
            ),
            (
                "headlines only",
                [("Ferry aground off Tamsin", ""), ("FERRY aground off “Tamsin”", ""), ("Ferry aground", "")],
                [None, Some(0), None],
            ),
            ("short headlines", [("Live updates", ""), ("Live updates", ""), ("Live", "")], [None; 3]),
            (
                "same headline, other text",
                [("Ferry aground off Tamsin", WIRE), ("Ferry aground off Tamsin", other), ("x", "")],
                [None; 3],
            ),
            (
                "chain",
                [("Ferry runs aground", WIRE), ("Ferry runs aground", cut), ("Ship hits rock", cut)],
                [None, Some(0), Some(0)],
            ),
        ];
        for (name, articles, expected) in cases {
            let made: Vec<Article> = (0_i32..)
                .zip(articles)
                .map(|(at, (title, text))| article(&format!("a{at}"), title, text, at.into()))
                .collect();
            assert_eq!(originals(&made.iter().collect::<Vec<_>>()), expected, "{name}");
            let late_first: Vec<Article> = (0_i32..)
                .zip(articles)
                .map(|(at, (title, text))| article(&format!("a{at}"), title, text, -i64::from(at)))
                .collect();
            let copies = originals(&late_first.iter().collect::<Vec<_>>()).iter().flatten().count();
            assert_eq!(copies, expected.iter().flatten().count(), "{name}, in another order");
        }
    }

    #[test]
    fn undated_articles_are_never_before_dated_ones() {
        let (dated, undated) = (article("b", "Ferry", WIRE, 0), Article::new("a", "Ferry").with_text(WIRE));
        assert_eq!(originals(&[&undated, &dated]), [Some(1), None]);
    }
}
