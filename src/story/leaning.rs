//! Sentences of other languages than English that need the one before them: [`leans`].

use crate::text::Language;

use super::phrase::Word;

/// Whether a sentence begins with a pronoun of somebody who was named before it, or goes on from what was said: `Sie
/// zog damit …`, `Il lui est …`, `Lo hanno …`. Languages without a list have no such sentence.
pub(super) fn leans(words: &[Word<'_>], language: Language) -> bool {
    let (singles, pairs) = (first_words(language), first_two_words(language));
    if singles.is_empty() && pairs.is_empty() {
        return false;
    }
    let small = |at: usize| words.get(at).map(|word| word.surface.to_lowercase().replace('’', "'")).unwrap_or_default();
    let first = small(0);
    // `Il y a`, `Il faut`: nobody is meant.
    if language == Language::French && first == "il" {
        return !IMPERSONAL.contains(&small(1).as_str());
    }
    let is_listed = singles.split_whitespace().any(|word| word == first);
    is_listed || {
        let second = small(1);
        pairs.iter().any(|&(one, two)| one == first && two == second)
    }
}

/// Behind French `il`, which then means nobody.
const IMPERSONAL: [&str; 9] = ["existe", "faudra", "faut", "manque", "n'y", "pleut", "reste", "s'agit", "y"];

/// Pronouns and adverbs that are no articles and open no sentence of their own (German `es`, Swedish `de`).
const fn first_words(language: Language) -> &'static str {
    match language {
        Language::Dutch => {
            "bovendien daarbij daarmee daarna daarnaast daarom dat dus echter en haar hij hun maar ook toch ze zij"
        }
        Language::French => {
            "ainsi aussi cela celle-ci celui-ci cependant ceux-ci donc elle elles ensuite et eux ils leur leurs lui mais \
             or pourtant puis sa ses son toutefois ça"
        }
        Language::German => {
            "aber auch außerdem dabei dadurch dafür dagegen daher damit danach daraufhin darum dazu denn dennoch deshalb \
             doch er ihm ihn ihnen ihr ihre sein seine sie später trotzdem und zudem zuvor"
        }
        Language::Italian => {
            "anche ciò così e egli ella esse essi inoltre infatti lei loro lui ma però poi quindi tuttavia"
        }
        Language::Portuguese => {
            "assim depois e ela elas ele eles entretanto isso isto mas porém seu seus sua suas também"
        }
        Language::Spanish => "además así después e ella ellas ello ellos eso esto luego pero su sus también y él",
        Language::Swedish => "dem deras dessutom därför därmed han hans hennes hon men och också ändå",
        _ => "",
    }
}

/// Where the first word alone may be an article or a preposition.
const fn first_two_words(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Italian => &[
            ("i", "suoi"),
            ("il", "suo"),
            ("la", "sua"),
            ("le", "sue"),
            ("lo", "aveva"),
            ("lo", "dice"),
            ("lo", "ha"),
            ("lo", "hanno"),
        ],
        Language::Portuguese => &[("além", "disso"), ("no", "entanto"), ("por", "isso")],
        Language::Spanish => {
            &[("lo", "dijo"), ("lo", "ha"), ("lo", "han"), ("por", "ello"), ("por", "eso"), ("sin", "embargo")]
        }
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::leans;
    use crate::article::Article;
    use crate::story::phrase::Lexicon;
    use crate::text::Language;
    use crate::vector::Vectorizer;

    #[test]
    fn sentences_lean_on_the_one_before() {
        let cases = [
            (Language::German, "Sie zog damit die Folgen aus dem Streit.", true),
            (Language::German, "Es wurde in Elm niemand verletzt.", false),
            (Language::French, "Il lui est interdit de sortir du port.", true),
            (Language::French, "Il y a deux morts dans le port.", false),
            (Language::French, "Il n’y a plus de place dans le port.", false),
            (Language::French, "Il a fui hier par le port.", true),
            (Language::French, "Sa mère est au port.", true),
            (Language::Italian, "Lo hanno detto i marinai di Elm.", true),
            (Language::Italian, "Lo sciopero ferma il porto di Elm.", false),
            (Language::Spanish, "Sin embargo, el puerto está cerrado.", true),
            (Language::Spanish, "Sin puerto, Elm está cerrado.", false),
            (Language::Dutch, "Hij zei dat de haven dicht is.", true),
            (Language::Portuguese, "Além disso, o porto está fechado.", true),
            (Language::Swedish, "Hon sa att hamnen är stängd.", true),
            (Language::Swedish, "De boende i Elm är trötta.", false),
            (Language::Turkish, "Sie zog damit die Folgen.", false),
        ];
        let fitted = Vectorizer::default().fit(&[Article::new("a", "Elm")]).unwrap();
        let mut lexicon = Lexicon::new(&fitted.model, &[]);
        for (language, sentence, expected) in cases {
            let words = lexicon.cut(sentence, language);
            assert_eq!(leans(&words, language), expected, "{sentence}");
        }
    }
}
