//! Texts that stand under any headline: [`refrains`].

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

use crate::article::Article;
use crate::parallel::{map_slice, sort_unstable_by};

use super::headline::Headline;
use super::language::Language;
use super::segment::words;
use super::tokenizer::Tokenizer;

/// Headlines without a common term over one text that show it to be of none of them: of two, one may be the other in new
/// words.
const HEADLINES: usize = 3;

/// Which articles have a text that says nothing of them: a menu, a form, a note to readers. Position by position.
///
/// Three headlines over it have no term in common, any two of them. A wire report has other headlines too, but about the
/// same. An article without text has none. Linear in the text, times the logarithm of the articles.
pub(crate) fn refrains(articles: &[Article], headlines: &[Headline], languages: &[Language]) -> Vec<bool> {
    let print = |article: &Article| {
        let text = article.text().trim();
        (!text.is_empty()).then(|| hash(text))
    };
    let prints = map_slice(articles, print);
    let mut told: Vec<(u64, usize)> =
        prints.into_iter().zip(0..).filter_map(|(print, at)| Some((print?, at))).collect();
    // By id, so that the same ones are compared in any order of the batch.
    sort_unstable_by(&mut told, |(x, a), (y, b)| x.cmp(y).then_with(|| articles[*a].id().cmp(articles[*b].id())));
    let mut found = vec![false; articles.len()];
    for same in told.chunk_by(|(x, _), (y, _)| x == y).filter(|same| same.len() >= HEADLINES) {
        let mut apart = 0;
        let mut taken: FxHashSet<String> = FxHashSet::default();
        for &(_, at) in same {
            let (Some(headline), Some(&language)) = (headlines.get(at), languages.get(at)) else { continue };
            let tokenizer = Tokenizer::new(language);
            let terms = words(headline.text(articles[at].title())).filter_map(|(_, word)| tokenizer.term(word));
            let terms: Vec<String> = terms.map(Cow::into_owned).collect();
            if !terms.is_empty() && terms.iter().all(|term| !taken.contains(term)) {
                apart += 1;
                taken.extend(terms);
            }
        }
        if apart >= HEADLINES {
            same.iter().for_each(|&(_, at)| found[at] = true);
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
        let told = |titles: &[&'static str]| {
            let outlets = ["bellow.example", "herald.example", ""].into_iter().cycle();
            found(&outlets.zip(titles).map(|(outlet, &title)| (outlet, title, menu)).collect::<Vec<_>>())
        };
        let [one, other, third] =
            ["Ferry runs aground off Elm", "Council of Wexcombe bans gulls", "Queen Adela opens bridge"];
        assert_eq!(told(&[one, other, third]), [true; 3]);
        assert_eq!(told(&[one, "Elm: ferry freed", other, third]), [true; 4]);
        assert_eq!(told(&[one, other]), [false; 2], "two may be one event in other words");
        assert_eq!(told(&[one, one, other]), [false; 3], "two headlines");
        assert_eq!(told(&[one, other, "", ""]), [false; 4], "no headlines");
        assert_eq!(told(&[one, "Elm: ferry freed", "Gulls follow ferry"]), [false; 3], "one event");
        assert_eq!(found(&[one, other, third].map(|title| ("", title, " "))), [false; 3], "no text");
    }
}
