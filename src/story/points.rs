//! The sentences that may become key points, and who says what: [`sentences_of`].

use crate::article::Article;
use crate::text::{Language, Span};

use super::faults::TitleFault;
use super::headline::Headline;
use super::lead_in::body_sentences;
use super::model::Field;
use super::phrase::{Lexicon, Phrase};
use super::readable::{has_entity, is_readable};

/// Sentences of one article that are looked at: news says what happened first.
const SENTENCES: usize = 8;

/// A member as the key points see it.
pub(super) struct Voice<'a> {
    pub(super) article: &'a Article,
    pub(super) language: Language,
    pub(super) headline: Option<Headline<'a>>,
    /// The number of its publisher within the story; members without one are publishers of their own.
    pub(super) publisher: usize,
}

/// A sentence or headline of a member.
pub(super) struct Sentence<'a> {
    /// Which voice says it.
    pub(super) voice: usize,
    pub(super) field: Field,
    pub(super) span: Span,
    pub(super) text: &'a str,
    /// How many sentences stand before it in its article.
    pub(super) position: usize,
    pub(super) phrase: Phrase,
    /// Can stand in a list by itself.
    pub(super) is_readable: bool,
}

/// All that the voices say: headlines and the first sentences of their texts.
pub(super) fn sentences_of<'a>(voices: &[Voice<'a>], lexicon: &mut Lexicon<'a>) -> Vec<Sentence<'a>> {
    let mut all = Vec::new();
    for (voice, &Voice { article, language, headline, .. }) in voices.iter().enumerate() {
        if let Some(headline) = headline {
            let (text, span) = (headline.text, headline.span());
            let phrase = lexicon.phrase(text, language);
            // The only headline is the title, which is said already.
            let is_readable = voices.len() > 1
                && TitleFault::of(&headline, phrase.len()).is_empty()
                && !has_entity(text)
                // An outlet or a section behind it, or a question in it.
                && !text.contains('|')
                && !text.contains("? ");
            all.push(Sentence { voice, field: Field::Title, span, text, position: 0, phrase, is_readable });
        }
        for (position, span) in body_sentences(article.title(), article.text()).take(SENTENCES).enumerate() {
            let Some(text) = span.of(article.text()) else { continue };
            let phrase = lexicon.phrase(text, language);
            let is_readable = is_readable(text, language);
            all.push(Sentence { voice, field: Field::Text, span, text, position, phrase, is_readable });
        }
    }
    all
}
