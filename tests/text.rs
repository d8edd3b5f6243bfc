//! What a user of `samestory::text` relies on, from outside.

use proptest::prelude::*;
use samestory::Article;
use samestory::text::{
    HeadlineTag, HouseStyle, Language, Span, TokenKind, Tokenizer, is_complete_sentence, normalize, sentences, words,
};

/// Spans increase, do not overlap, and cut text that is not empty.
fn assert_conforms(text: &str, spans: impl IntoIterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start() >= end && span.start() < span.end(), "{span:?} after {end} in {text:?}");
        assert!(span.of(text).is_some_and(|cut| !cut.is_empty()), "{span:?} of {text:?}");
        end = span.end();
    }
}

fn terms(language: Language, text: &str) -> Vec<String> {
    Tokenizer::new(language).tokens(text).map(|token| token.term().to_owned()).collect()
}

#[test]
fn headlines_that_say_the_same_have_the_same_terms() {
    let cases: &[(&str, Language, &str, &str)] = &[
        ("case", Language::English, "NATO MEETS IN OSLO", "Nato meets in Oslo"),
        ("quotes", Language::English, "Ukraine’s ‘plan’ fails", "Ukraine's \"plan\" fails"),
        ("possessive", Language::English, "Portugal’s quake", "Portugal quake"),
        ("acronyms", Language::English, "U.S. and U.N. agree", "US and UN agree"),
        ("hyphens in names", Language::English, "Covid-19 hits F-16 crews", "COVID-19 hits F16 crews"),
        ("scores", Language::English, "Lions win 3–0", "Lions win 3-0"),
        ("diacritics", Language::English, "Erdoğan visits São Tomé", "Erdogan visits Sao Tome"),
        ("inflection", Language::English, "Quakes shake cities", "Quake shakes city"),
        ("compatibility forms", Language::English, "ﬁre in ＮＡＳＡ hall", "fire in NASA hall"),
        ("Russian", Language::Russian, "Королёв открыл выборы", "Королев открыл выборами"),
        ("French", Language::French, "L’élection d’Élise", "Les élections d'Elise"),
        ("Turkish", Language::Turkish, "IŞIK SÖNDÜ", "ışık söndü"),
    ];
    for (name, language, left, right) in cases {
        assert_eq!(terms(*language, left), terms(*language, right), "{name}");
    }
}

#[test]
fn headlines_that_differ_have_different_terms() {
    let cases: &[(&str, &str, &str)] = &[
        ("country and pronoun", "US leaves", "Leave us"),
        ("organisation and pronoun", "WHO warns", "Who warns?"),
        ("scores", "Lions win 2-1", "Lions win 1-2"),
        ("amounts", "Acme pays $5m", "Acme pays $6m"),
        ("decades and years", "The 1990s", "1990"),
    ];
    for (name, left, right) in cases {
        assert_ne!(terms(Language::English, left), terms(Language::English, right), "{name}");
    }
}

#[test]
fn tokens_remember_where_they_stand() {
    let text = "The U.S. says Ukraine’s F-16s cost $5m";
    let tokens: Vec<_> = Tokenizer::default()
        .tokens(text)
        .map(|token| (token.span().of(text).unwrap_or_default(), token.term().to_owned(), token.kind()))
        .collect();
    let expected = [
        ("U.S.", "us", TokenKind::Acronym),
        ("Ukraine’s", "ukrain", TokenKind::Capitalized),
        ("F-16s", "f16", TokenKind::Capitalized),
        ("cost", "cost", TokenKind::Word),
        ("$5m", "$5m", TokenKind::Number),
    ];
    assert_eq!(tokens, expected.map(|(cut, term, kind)| (cut, term.to_owned(), kind)));
}

#[test]
fn only_whole_sentences_are_fit_to_be_shown() {
    let text = "Gov. Roe met Dr. J. Smith in the U.S. Capitol on Aug. 5. “It is over!” he said. Prices rose 3.5% to $1.2bn. \
                The next step, officials said, is to…";
    let whole: Vec<&str> =
        sentences(text).filter_map(|span| span.of(text)).filter(|cut| is_complete_sentence(cut)).collect();
    let expected = [
        "Gov. Roe met Dr. J. Smith in the U.S. Capitol on Aug. 5.",
        "“It is over!” he said.",
        "Prices rose 3.5% to $1.2bn.",
    ];
    assert_eq!(whole, expected);
}

#[test]
fn outlets_come_off_and_subjects_stay() {
    let batch = [
        ("dailyplanet.example", "LIVE: Quake shakes Lisbon - Daily Planet", "Quake shakes Lisbon"),
        ("dailyplanet.example", "Storm nears Porto | Planet Weather", "Storm nears Porto"),
        ("dailyplanet.example", "Flood in Faro | Planet Weather", "Flood in Faro"),
        ("dailyplanet.example", "Snow on Serra da Estrela | Planet Weather", "Snow on Serra da Estrela"),
        ("gazette.example", "UPDATE 2-Lions beat Bears 2-1", "Lions beat Bears 2-1"),
        ("gazette.example", "Israel - Hamas war", "Israel - Hamas war"),
        ("gazette.example", "Horoscope today: Stars align", "Horoscope today: Stars align"),
    ];
    let articles: Vec<Article> = batch
        .iter()
        .enumerate()
        .map(|(n, (source, title, _))| Article::new(n.to_string(), *title).with_source(*source))
        .collect();
    let style = HouseStyle::learn(&articles);
    for (article, (_, title, core)) in articles.iter().zip(batch) {
        let headline = style.headline(article);
        assert_eq!(headline.text(title), core);
        assert_eq!(headline.span().of(title), Some(core));
    }
    assert!(style.headline(&articles[0]).tags().contains(HeadlineTag::Live));
    assert!(style.headline(&articles[4]).tags().contains(HeadlineTag::Update));
}

#[test]
fn hostile_titles_take_no_time_to_speak_of() {
    for piece in ["word ", "x", "1-", "U.", "a&", "\0", "\u{301}", "🔥", "A - ", "| ", "“", "Mr. ", "yy", "ё", "漢"]
    {
        // A step that is not linear would show in 2 MB as well; the two plain ones are as large as titles may come.
        let length = if matches!(piece, "word " | "x") { 10_000_000 } else { 2_000_000 };
        let text = piece.repeat(length / piece.len());
        assert_conforms(&text, words(&text).map(|(span, _)| span));
        assert_conforms(&text, sentences(&text));
        let article = Article::new("a", text.as_str()).with_source("dailyplanet.example");
        let headline = HouseStyle::learn(std::slice::from_ref(&article)).headline(&article);
        assert!(headline.span().of(&text).is_some());
        let tokenizer = Tokenizer::for_article(&article, Language::English);
        assert_eq!(tokenizer.tokens(&text).filter(|token| token.term().is_empty()).count(), 0);
        let _ = (is_complete_sentence(&text), normalize(&text));
    }
}

#[test]
fn types_travel_between_threads() {
    fn is_auto<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
    is_auto::<HouseStyle>();
    is_auto::<Tokenizer>();
    is_auto::<Language>();
    is_auto::<samestory::text::Headline>();
    is_auto::<samestory::text::Token<'static>>();
}

proptest! {
    #[test]
    fn any_text_is_cut_on_its_character_boundaries(text in any::<String>()) {
        assert_conforms(&text, words(&text).map(|(span, _)| span));
        assert_conforms(&text, sentences(&text));
        for language in Language::ALL {
            assert_conforms(&text, Tokenizer::new(language).tokens(&text).map(|token| token.span()));
        }
        for (span, word) in words(&text) {
            prop_assert_eq!(span.of(&text), Some(word));
        }
    }

    #[test]
    fn a_term_depends_on_nothing_but_its_word(text in "[A-Za-z0-9 '’.,&$%éüß-]{0,60}") {
        let tokenizer = Tokenizer::new(Language::English);
        let one_by_one: Vec<String> =
            words(&text).filter_map(|(_, word)| tokenizer.term(word)).map(std::borrow::Cow::into_owned).collect();
        prop_assert_eq!(terms(Language::English, &text), one_by_one);
    }
}
