//! The sentences that may become key points, and who says what: [`sentences_of`].

use crate::article::Article;
use crate::text::{Language, Span};

use super::faults::TitleFault;
use super::headline::Headline;
use super::lead_in::{Body, Cut};
use super::model::Field;
use super::phrase::{Lexicon, Phrase, Word};
use super::readable::{has_entity, is_boilerplate, is_readable};

/// Sentences of one article that are looked at: news says what happened first.
const SENTENCES: usize = 8;

/// A member as the key points see it.
pub(super) struct Voice<'a> {
    /// Its position among the story's members.
    pub(super) member: usize,
    pub(super) article: &'a Article,
    pub(super) language: Language,
    pub(super) headline: Option<Headline<'a>>,
    /// The first 100 words of its text, from [`open`] on.
    pub(super) opening: Vec<Word<'a>>,
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
    pub(super) words: Vec<Word<'a>>,
    /// What speaks against it as a title, where it is a headline.
    pub(super) faults: Vec<TitleFault>,
    /// A note of the outlet to its readers.
    pub(super) is_boilerplate: bool,
    /// Can stand in a list by itself.
    pub(super) is_readable: bool,
}

/// The first words of an article's text, as [`words`] cuts it: those of its sentences, and what stands between them.
fn opening<'a>(voice: &Voice<'a>, said: &[Sentence<'a>], limit: usize, lexicon: &mut Lexicon<'a>) -> Vec<Word<'a>> {
    let text = voice.article.text();
    let mut opening = Vec::with_capacity(limit);
    let mut end = 0;
    for sentence in said.iter().filter(|sentence| sentence.field == Field::Text) {
        if opening.len() >= limit {
            break;
        }
        opening.extend(lexicon.cut(text.get(end..sentence.span.start()).unwrap_or_default(), voice.language));
        opening.extend_from_slice(&sentence.words);
        end = sentence.span.end();
    }
    let left = limit.saturating_sub(opening.len());
    opening.extend(lexicon.cut_some(text.get(end..).unwrap_or_default(), left, voice.language));
    opening.truncate(limit);
    opening
}

/// Gives each voice the first words of its text.
pub(super) fn open<'a>(voices: &mut [Voice<'a>], sentences: &[Sentence<'a>], limit: usize, lexicon: &mut Lexicon<'a>) {
    for (at, voice) in voices.iter_mut().enumerate() {
        let (from, to) = (
            sentences.partition_point(|sentence| sentence.voice < at),
            sentences.partition_point(|sentence| sentence.voice <= at),
        );
        voice.opening = opening(voice, &sentences[from..to], limit, lexicon);
    }
}

/// All that the voices say: headlines and the first sentences of their texts.
pub(super) fn sentences_of<'a>(voices: &[Voice<'a>], lexicon: &mut Lexicon<'a>) -> Vec<Sentence<'a>> {
    let mut all = Vec::new();
    let mut cut = Cut::default();
    for (voice, &Voice { article, language, headline, .. }) in voices.iter().enumerate() {
        if let Some(headline) = headline {
            let (text, span) = (headline.text, headline.span());
            let words = lexicon.cut(text, language);
            let phrase = lexicon.phrase(&words);
            let faults = TitleFault::of(&headline, phrase.len());
            // The only headline is the title, which is said already.
            let is_readable = voices.len() > 1
                && faults.is_empty()
                && !has_entity(text)
                // An outlet or a section behind it, or a question in it.
                && !text.contains('|')
                && !text.contains("? ");
            let (field, position, is_boilerplate) = (Field::Title, 0, false);
            all.push(Sentence {
                voice,
                field,
                span,
                text,
                position,
                phrase,
                words,
                faults,
                is_boilerplate,
                is_readable,
            });
        }
        let mut body = Body::of(article.title(), article.text());
        for position in 0..SENTENCES {
            let Some(span) = body.next(&mut cut) else { break };
            let Some(text) = span.of(article.text()) else { continue };
            let words = lexicon.known_all(&cut, language);
            let phrase = lexicon.phrase(&words);
            let is_boilerplate = is_boilerplate(text, language);
            let is_readable = !is_boilerplate && is_readable(text, &words, language, lexicon);
            let (field, faults) = (Field::Text, Vec::new());
            all.push(Sentence {
                voice,
                field,
                span,
                text,
                position,
                phrase,
                words,
                faults,
                is_boilerplate,
                is_readable,
            });
        }
    }
    all
}
