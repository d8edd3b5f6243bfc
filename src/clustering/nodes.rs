//! What counts as one article to the clustering: [`distinct`].

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use crate::article::Article;
use crate::parallel::{map_slice, sort_unstable_by};
use crate::vector::{SparseMatrix, SparseRow};

/// Days between word-for-word copies at most: of two outlets, and of one, whose daily column may repeat its title.
const COPY_DAYS: (f32, f32) = (3.0, 0.75);

/// Articles of the same words are one node: the first article of each node, and the node of each article.
///
/// Nodes are ordered by time (undated last), then id, so nothing later depends on the order of the batch. Articles
/// without words stay alone, and so do those in `alone`.
pub(super) fn distinct(
    articles: &[Article],
    order: Vec<usize>,
    rows: &SparseMatrix,
    alone: &FxHashSet<usize>,
) -> (Vec<usize>, Vec<usize>) {
    let printed = map_slice(&order, |&article| Printed::of(rows.row(article)));
    let mut nodes: Vec<usize> = Vec::new();
    let mut node_of = vec![0; articles.len()];
    let mut last: FxHashMap<Printed<'_>, usize> = FxHashMap::default();
    last.reserve(articles.len());
    for (article, printed) in order.into_iter().zip(printed) {
        let new = nodes.len();
        let mut node = new;
        if !printed.row.terms().is_empty() && !alone.contains(&article) {
            let latest = last.entry(printed).or_insert(new);
            if *latest < new && are_copies(&articles[nodes[*latest]], &articles[article]) {
                node = *latest;
            } else {
                *latest = new;
            }
        }
        if node == new {
            nodes.push(article);
        }
        node_of[article] = node;
    }
    (nodes, node_of)
}

/// The articles by time, undated ones last, then id. Costs n log n.
pub(super) fn in_time(articles: &[Article]) -> Vec<usize> {
    // Ids are compared only where times and their own first bytes do not tell: they lie all over the memory.
    let key = |at: usize| {
        let article = &articles[at];
        let mut head = [0; 8];
        head.iter_mut().zip(article.id().as_str().bytes()).for_each(|(head, byte)| *head = byte);
        (article.published().is_none(), article.published(), u64::from_be_bytes(head), at)
    };
    let mut order: Vec<_> = (0..articles.len()).map(key).collect();
    sort_unstable_by(&mut order, |a, b| {
        (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)).then_with(|| articles[a.3].id().cmp(articles[b.3].id()))
    });
    order.into_iter().map(|(_, _, _, article)| article).collect()
}

/// A row that is hashed once, on whatever core.
struct Printed<'m> {
    print: u64,
    row: SparseRow<'m>,
}

impl<'m> Printed<'m> {
    fn of(row: SparseRow<'m>) -> Self {
        let mut hasher = FxHasher::default();
        row.terms().hash(&mut hasher);
        row.weights().iter().for_each(|weight| weight.to_bits().hash(&mut hasher));
        Self { print: hasher.finish(), row }
    }
}

impl Hash for Printed<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.print);
    }
}

impl PartialEq for Printed<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

/// No weight is a NaN.
impl Eq for Printed<'_> {}

/// Whether two articles of the same words are near enough in time to be one text.
fn are_copies(a: &Article, b: &Article) -> bool {
    let limit = if a.shares_outlet(b) { COPY_DAYS.1 } else { COPY_DAYS.0 };
    match (a.published(), b.published()) {
        (Some(a), Some(b)) => a.days_between(b) <= limit,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::{Printed, distinct, in_time};
    use crate::article::Article;
    use crate::vector::Vectorizer;

    #[test]
    fn articles_of_the_same_words_are_one_node() {
        let titles = ["Elm floods", "Gulls return", "Floods Elm", "", "Elm floods", "Gulls return", "", "Elm"];
        let article = |(at, title): (usize, &&str)| Article::new(format!("a{at}"), *title);
        let articles: Vec<Article> = titles.iter().enumerate().map(article).collect();
        let rows = Vectorizer::default().fit(&articles).unwrap().frequencies;
        let alone: FxHashSet<usize> = [4].into_iter().collect();
        let (nodes, node_of) = distinct(&articles, in_time(&articles), &rows, &alone);
        assert_eq!(nodes, [0, 1, 3, 4, 6, 7]);
        assert_eq!(node_of, [0, 1, 0, 2, 3, 1, 4, 5]);
        // Others stay others where their prints meet.
        let printed = |row: usize| Printed { print: 7, row: rows.row(row) };
        assert_eq!([0, 1, 2, 3].into_iter().map(printed).collect::<FxHashSet<_>>().len(), 3);
    }
}
