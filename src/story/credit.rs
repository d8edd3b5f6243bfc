//! Whose words they are where several articles print the same: [`Credit`].

use crate::article::{ArticleId, Timestamp};

use super::points::{Sentence, Voice};
use super::readable::Reading;

/// Who wrote what the members print, and who copied it.
#[derive(Clone, Copy)]
pub(super) struct Credit<'c> {
    voices: &'c [Voice<'c>],
    /// For each member of the story the member that it is a copy of.
    copies: &'c [Option<usize>],
}

impl<'c> Credit<'c> {
    pub(super) fn new(voices: &'c [Voice<'c>], copies: &'c [Option<usize>]) -> Self {
        Self { voices, copies }
    }

    /// What is least for the voice that is credited: no copy before copies, then the earliest, undated ones last, as the
    /// [`originals`](super::duplicates::originals) are told; then by id.
    pub(super) fn precedence(self, voice: usize) -> (bool, bool, Option<Timestamp>, &'c ArticleId) {
        let Voice { member, article, .. } = self.voices[voice];
        let is_copy = self.copies.get(member).is_some_and(Option::is_some);
        (is_copy, article.published().is_none(), article.published(), article.id())
    }

    /// The place of the same sentence in the article that is credited with it. Linear in the sentences.
    pub(super) fn of(self, at: usize, sentences: &[Sentence<'_>]) -> usize {
        let said = &sentences[at];
        // Who cannot say it alone does not get it: `today` needs a date.
        let can_say = |other: &Sentence<'_>| {
            other.reading == said.reading
                && (said.reading != Reading::OnItsDay || self.voices[other.voice].article.published().is_some())
        };
        let is_same = |other: &Sentence<'_>| other.field == said.field && other.text == said.text && can_say(other);
        let same = sentences.iter().enumerate().filter(|(_, other)| is_same(other));
        same.min_by_key(|(_, other)| self.precedence(other.voice)).map_or(at, |(place, _)| place)
    }
}
