//! What several tests read: the bundled sample.

use samestory::Article;

/// One line of the sample: an article and its gold label.
#[derive(serde::Deserialize)]
pub struct Labelled {
    /// The article.
    #[serde(flatten)]
    pub article: Article,
    /// Its story.
    pub story: String,
}

/// The bundled sample, in the order of the file.
pub fn sample() -> (Vec<Article>, Vec<String>) {
    let rows = include_str!("../../examples/data/news.jsonl").lines();
    rows.map(|line| serde_json::from_str::<Labelled>(line).expect("a labelled article"))
        .map(|row| (row.article, row.story))
        .unzip()
}
