//! Texts that an outlet puts under any headline: [`refrains`].

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use crate::article::Article;
use crate::parallel::{map_slice, sort_unstable_by};

use super::headline::Headline;
use super::language::Language;
use super::segment::words;
use super::tokenizer::Tokenizer;

/// Headlines over one text that show it to be of none of them: of two, one may be the other in new words.
const HEADLINES: usize = 3;

/// Which articles have a text that says nothing of them: a menu, a note, a title of a series. Position by position.
///
/// Their outlet has the same text under at least three headlines, of which some have no term in common. An article that
/// names no outlet, or has no text, has none. Linear in the text, times the logarithm of the articles.
pub(crate) fn refrains(articles: &[Article], headlines: &[Headline], languages: &[Language]) -> Vec<bool> {
    let print = |article: &Article| {
        let text = article.text().trim();
        (!text.is_empty()).then(|| hash(text))
    };
    let prints = map_slice(articles, print);
    let mut told: Vec<(u64, usize)> =
        prints.into_iter().zip(0..).filter_map(|(print, at)| Some((print?, at))).collect();
    sort_unstable_by(&mut told, Ord::cmp);
    let outlet = |at: usize| articles[at].outlet().map(|outlet| hash(&outlet));
    let same = told.chunk_by(|(x, _), (y, _)| x == y).filter(|same| same.len() >= HEADLINES);
    let same = same.flatten().filter_map(|&(text, at)| Some((text, outlet(at)?, at)));
    let mut same: Vec<(u64, u64, usize)> = same.collect();
    // By id, so that the first one is the same in any order of the batch.
    same.sort_unstable_by(|(x, one, a), (y, other, b)| {
        (x, one).cmp(&(y, other)).then_with(|| articles[*a].id().cmp(articles[*b].id()))
    });
    let mut found = vec![false; articles.len()];
    let groups = same.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1));
    for group in groups.filter(|group| group.len() >= HEADLINES) {
        let terms = |at: usize| -> Option<Vec<String>> {
            let (headline, &language) = (headlines.get(at)?, languages.get(at)?);
            let tokenizer = Tokenizer::new(language);
            let terms = words(headline.text(articles[at].title())).filter_map(|(_, word)| tokenizer.term(word));
            Some(terms.map(std::borrow::Cow::into_owned).collect())
        };
        let all: FxHashSet<Vec<String>> = group.iter().filter_map(|&(.., at)| terms(at)).collect();
        let first = terms(group[0].2).unwrap_or_default();
        let are_of_nothing =
            all.len() >= HEADLINES && all.iter().any(|other| !other.iter().any(|term| first.contains(term)));
        if are_of_nothing {
            group.iter().for_each(|&(.., at)| found[at] = true);
        }
    }
    found
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::house_style::HouseStyle;
    use super::*;

    fn found(articles: &[(&str, &str, &str)]) -> Vec<bool> {
        let article = |(at, (source, title, text)): (usize, &(&str, &str, &str))| {
            Article::new(format!("{at}"), *title).with_source(*source).with_text(*text)
        };
        let articles: Vec<Article> = articles.iter().enumerate().map(article).collect();
        let headlines = HouseStyle::learn(&articles).headlines(&articles);
        refrains(&articles, &headlines, &vec![Language::English; articles.len()])
    }

    #[test]
    fn a_text_under_any_headline_says_nothing() {
        let menu = "Home News Sport Weather Games Subscribe";
        let one = ("bellow.example", "Ferry runs aground off Elm", menu);
        let other = ("bellow.example", "Council of Wexcombe bans gulls", menu);
        let third = ("bellow.example", "Queen Adela opens bridge", menu);
        assert_eq!(found(&[one, other, third]), [true; 3]);
        assert_eq!(found(&[one, other]), [false; 2], "two may be one event in other words");
        assert_eq!(found(&[one, one, other]), [false; 3], "two headlines");
        assert_eq!(found(&[one, other, ("herald.example", third.1, menu)]), [false; 3], "two outlets");
        let again = ["Ferry off Elm freed", "Elm: ferry aground", "Ferry runs aground off Elm"];
        assert_eq!(found(&again.map(|title| ("bellow.example", title, menu))), [false; 3], "one event");
        assert_eq!(found(&[("", one.1, menu), ("", other.1, menu), ("", third.1, menu)]), [false; 3], "no outlet");
        assert_eq!(found(&[one, other, third].map(|(source, title, _)| (source, title, " "))), [false; 3], "no text");
    }
}
