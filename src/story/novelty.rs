//! Whether a sentence says something that was not said: [`Told`].

use rustc_hash::FxHashSet;

use crate::vector::TermId;

use super::news::News;
use super::phrase::Phrase;

/// Two sentences say the same from this cosine on: the second one supports the first, and is no point of its own.
pub(super) const SAME: f32 = 0.5;
/// The same of sentences with a figure in common that is not the title's: `8,900` is hardly told of two things.
const SAME_FIGURE: f32 = 0.1;
/// Two points are about one thing from this cosine on of what neither the title nor the first point has.
const SAME_THING: f32 = 0.18;
/// The same of headlines that say one thing in the place of another.
const SAME_PLACE: f32 = 0.1;
/// A point tells again what a sentence shares with the publishers where it has this share of it, …
const HELD: f32 = 0.95;
/// … or where what both share with them is this much the same (Ochiai 1957).
const IN_COMMON: f32 = 0.8;
/// Headlines with this cosine to the title tell the same event in other words.
const ACCOUNT: f32 = 0.2;
/// Terms of a headline that is an account of the event; fewer are in a sentence by chance.
const ACCOUNT_TERMS: usize = 3;
/// A sentence that has this share of an account's weight tells the event again.
const RETOLD: f32 = 0.75;
/// A sentence that has this share of a point's weight tells the point again.
const TOLD_AGAIN: f32 = 0.5;

/// A point has at least this share of its weight on words that neither the lead nor anything before it has.
const BEYOND: f32 = 0.25;

/// What a story has told so far: its title and points.
pub(super) struct Told<'s> {
    title: Option<&'s Phrase>,
    /// The headlines that tell what the title tells: each outlet has words of its own for it.
    accounts: Vec<&'s Phrase>,
    points: Vec<&'s Phrase>,
    /// Of the points.
    terms: FxHashSet<TermId>,
    /// Whether a point tells the event.
    has_event: bool,
}

impl<'s> Told<'s> {
    /// A title, and the headlines of all members. Linear in their words.
    pub(super) fn new(title: Option<&'s Phrase>, headlines: impl Iterator<Item = &'s Phrase>) -> Self {
        let is_account = |headline: &&Phrase| {
            headline.telling().count() >= ACCOUNT_TERMS && title.is_some_and(|title| title.cosine(headline) >= ACCOUNT)
        };
        Self {
            title,
            accounts: headlines.filter(is_account).collect(),
            points: Vec::new(),
            terms: FxHashSet::default(),
            has_event: false,
        }
    }

    /// Adds a point.
    pub(super) fn tell(&mut self, point: &'s Phrase) {
        self.has_event |= self.is_account(point);
        self.terms.extend(point.terms().iter().map(|(term, _)| *term));
        self.points.push(point);
    }

    /// Whether there is no point yet.
    pub(super) fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    /// Whether a point has a term.
    pub(super) fn has(&self, term: TermId) -> bool {
        self.terms.contains(&term)
    }

    /// Whether the title or a point has a term.
    pub(super) fn knows(&self, term: TermId) -> bool {
        self.has(term) || self.is_titled(term)
    }

    /// Whether the title has a term.
    pub(super) fn is_titled(&self, term: TermId) -> bool {
        self.title.is_some_and(|title| title.has(term))
    }

    /// The share of the title's weight that a sentence has, in [0, 1].
    pub(super) fn of_title(&self, phrase: &Phrase) -> f32 {
        self.title.map_or(0.0, |title| title.share(|term| phrase.has(term)))
    }

    /// Whether a sentence tells the event again, in the title's words or in those of another headline: what one outlet
    /// calls `resigns` is `quits` for another, and who says `quits` in a sentence has no news.
    ///
    /// The first point that tells it is welcome. Linear in the headlines.
    pub(super) fn retells(&self, phrase: &Phrase) -> bool {
        self.has_event && self.is_account(phrase)
    }

    fn is_account(&self, phrase: &Phrase) -> bool {
        self.accounts.iter().any(|account| account.told_by(phrase) >= RETOLD)
    }

    /// Whether hardly a word of a sentence is neither told nor in the lead, the sentence nearest to the story's middle: then
    /// it says what that says.
    pub(super) fn says_only(&self, phrase: &Phrase, lead: &Phrase) -> bool {
        phrase.share(|term| !self.knows(term) && !lead.has(term)) < BEYOND
    }

    /// Whether a sentence has most of what a point tells.
    pub(super) fn holds_a_point(&self, phrase: &Phrase) -> bool {
        self.points.iter().any(|point| point.told_by(phrase) >= TOLD_AGAIN)
    }

    /// Whether a sentence supports a point instead of being one.
    pub(super) fn supports(&self, phrase: &Phrase) -> bool {
        self.points.iter().any(|point| phrase.cosine(point) >= SAME)
    }

    /// The largest cosine with a point, 0 without one.
    pub(super) fn nearness(&self, phrase: &Phrase) -> f32 {
        self.points.iter().map(|point| phrase.cosine(point)).fold(0.0, f32::max)
    }

    /// Whether a sentence is about what a point is about: it has the same figure, or the same words beside those that
    /// most of a story's sentences have, which are the title's and the first point's. `source` are terms that only say
    /// where it comes from.
    pub(super) fn repeats(&self, phrase: &Phrase, source: &[TermId]) -> bool {
        let Some(first) = self.points.first() else { return false };
        let is_own = |term: TermId| !self.is_titled(term) && !first.has(term) && !source.contains(&term);
        self.points.iter().enumerate().any(|(at, point)| {
            let shares = |figure: &TermId| point.figures().contains(figure) && !self.is_titled(*figure);
            phrase.figures().iter().any(shares) && phrase.cosine(point) >= SAME_FIGURE
                || at > 0 && phrase.cosine_of(point, is_own) >= SAME_THING
        })
    }

    /// Whether a point tells what a sentence shares with the publishers beside title and first point: `may be sent to
    /// Tarvania` and `faces deportation to Tarvania` are one thing, whatever else each says of it in words of its own.
    pub(super) fn holds(&self, phrase: &Phrase, source: &[TermId], news: &News) -> bool {
        let Some((first, others)) = self.points.split_first() else { return false };
        let is_common = |term: TermId| self.is_titled(term) || first.has(term) || source.contains(&term);
        let mine = news.told(phrase, is_common);
        mine > 0.0
            && others.iter().any(|point| {
                let both = news.told(phrase, |term| is_common(term) || !point.has(term));
                both >= HELD * mine || both >= IN_COMMON * (mine * news.told(point, is_common)).sqrt()
            })
    }

    /// Whether a headline says only what the title says, or another headline of it, in words of its own.
    ///
    /// Headlines are of about one length. What one has in the place of what it leaves out is another word for it: what it
    /// adds must be more. Of a point about the same thing that counts for what is not the title's. `speaker` are terms
    /// that add nothing: those of whoever says so.
    pub(super) fn replaces(&self, headline: &Phrase, speaker: &[TermId]) -> bool {
        let said = |term: TermId| !speaker.contains(&term);
        let is_title = self.title.is_some_and(|title| {
            title.cosine(headline) >= ACCOUNT && beyond(headline, title, said) <= beyond(title, headline, |_| true)
        });
        is_title || self.replaces_point(headline, speaker)
    }

    /// The same for points alone.
    pub(super) fn replaces_point(&self, headline: &Phrase, speaker: &[TermId]) -> bool {
        let own = |term: TermId| !self.is_titled(term);
        let own_said = |term: TermId| own(term) && !speaker.contains(&term);
        self.points.iter().any(|point| {
            headline.cosine_of(point, own) >= SAME_PLACE
                && beyond(headline, point, own_said) <= beyond(point, headline, own)
        })
    }
}

/// How many telling terms one phrase has that count and another does not have.
fn beyond(of: &Phrase, without: &Phrase, is_counted: impl Fn(TermId) -> bool) -> usize {
    of.telling().filter(|&term| is_counted(term) && !without.has(term)).count()
}

#[cfg(test)]
mod tests {
    use super::Told;
    use crate::article::Article;
    use crate::story::phrase::{Lexicon, Phrase};
    use crate::text::Language;
    use crate::vector::{TermId, Vectorizer};

    /// Phrases of a batch that is these texts.
    fn phrases(texts: &[&'static str]) -> Vec<Phrase> {
        let articles: Vec<Article> = (0..).zip(texts).map(|(at, text)| Article::new(format!("a{at}"), *text)).collect();
        let fitted = Vectorizer::default().fit(&articles).unwrap();
        let idf = fitted.model.idf();
        let mut lexicon = Lexicon::new(&fitted.model, &idf);
        let phrase = |text: &&'static str| {
            let words = lexicon.cut(text, Language::English);
            lexicon.phrase(&words)
        };
        texts.iter().map(phrase).collect()
    }

    #[test]
    fn an_event_is_known_in_the_words_of_every_outlet() {
        let all = phrases(&[
            "Harbour minister of Elm resigns over the ferry toll",
            "Elm's harbour minister quits over toll",
            "Fishermen of Elm cheer on the quay",
            "Jane Roe, a pilot, quit as harbour minister of Elm over the unpopular toll on Monday evening.",
            "Jane Roe, a pilot, was cheered by the fishermen of Elm on the quay on Monday evening.",
        ]);
        let mut told = Told::new(Some(&all[0]), all[..3].iter());
        assert!(!told.retells(&all[3]), "nobody has told it");
        told.tell(&all[0]);
        assert!(told.retells(&all[3]));
        assert!(!told.retells(&all[4]), "what is no account of the event is no measure");
        let mut alone = Told::new(Some(&all[0]), all[..1].iter());
        alone.tell(&all[0]);
        assert!(!alone.retells(&all[3]), "nobody else says quits");
    }

    #[test]
    fn what_the_middle_of_a_story_says_is_no_news() {
        let all = phrases(&[
            "Queen Adela of Elm threatens Tarvania with tolls",
            "Captain Moss saw light in the fog as Adela renewed a threat of tolls on Tarvania.",
            "Queen Adela revealed a grave step that she takes in two weeks if boats from Tarvania go on.",
            "Adela of Elm said she takes a grave step in two weeks if boats go on.",
            "Adela of Elm said that 8,900 boats go on in two weeks at the quay.",
        ]);
        let mut told = Told::new(Some(&all[0]), all[..1].iter());
        told.tell(&all[1]);
        assert!(told.says_only(&all[3], &all[2]));
        assert!(!told.says_only(&all[3], &all[0]), "without the lead it is news");
        assert!(!told.says_only(&all[4], &all[2]), "a number is");
    }

    #[test]
    fn a_thing_is_told_once() {
        let all = phrases(&[
            "Mayor of Elm arrested over funds",
            "The mayor of Elm, Jane Roe, was arrested on Monday over the use of public funds.",
            "Police say that the mayor of Elm misused funds in relation to a yacht trip to Tarvania.",
            "Jane Roe was taken into custody in connection with a private visit to Tarvania by yacht.",
            "The mayor of Elm argues that her husband, a brewer, paid for everything.",
        ]);
        let mut told = Told::new(Some(&all[0]), all[..1].iter());
        assert!(!told.repeats(&all[3], &[]));
        told.tell(&all[1]);
        assert!(!told.repeats(&all[3], &[]), "what the first point has stands in many sentences");
        told.tell(&all[2]);
        assert!(told.repeats(&all[3], &[]));
        assert!(!told.repeats(&all[4], &[]));
    }

    #[test]
    fn two_words_of_one_mouth_are_two_things() {
        let all = phrases(&[
            "Queen Adela of Elm plans tolls on boats",
            "Queen Adela of Elm said on Friday that she plans tolls on boats of Tarvania.",
            "“Boats will pay what they weigh,” she wrote in a letter to the Harbour Post.",
            "“Boatyards will come back to Sorrel and Wexcombe,” she wrote in another letter to the Harbour Post.",
            "she wrote in another letter to the Harbour Post",
        ]);
        let mut told = Told::new(Some(&all[0]), all[..1].iter());
        told.tell(&all[1]);
        told.tell(&all[2]);
        let source: Vec<TermId> = all[4].telling().collect();
        assert!(told.repeats(&all[3], &[]), "the letter is the same");
        assert!(!told.repeats(&all[3], &source));
    }

    #[test]
    fn a_headline_adds_more_than_it_leaves_out() {
        let all = phrases(&[
            "Military drone crashes and explodes in eastern Elm",
            "Unidentified object explodes in field in eastern Elm",
            "Elm calls drone crash a provocation of Tarvania amid talks on peace",
            "Provocation of Tarvania: Elm angry over drone",
            "Unknown drone crashes in Elm, fleet prosecutor claims",
            "fleet prosecutor claims",
        ]);
        let mut told = Told::new(Some(&all[0]), all.iter());
        let speaker: Vec<TermId> = all[5].telling().collect();
        assert!(!told.replaces(&all[4], &[]) && told.replaces(&all[4], &speaker), "who says so adds nothing");
        assert!(told.replaces(&all[1], &[]), "an unidentified object is the drone");
        assert!(!told.replaces(&all[2], &[]));
        told.tell(&all[2]);
        assert!(told.replaces(&all[3], &[]), "told by the headline before");
    }
}
