//! Stories as a page to read in a terminal.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};

use console::Style;
use indicatif::HumanCount;
use samestory::story::{Coverage, KeyPoint, Member, Side, Summary};
use samestory::{Article, ArticleId, Story, Timestamp};
use textwrap::{Options, WordSplitter};

use crate::output::Target;
use crate::web::clean::{self, format, is_day};
use crate::web::excerpt;

/// Members that are listed under a story.
const MEMBERS: usize = 5;

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// How wide the page is, and how its parts are set off.
#[derive(Debug)]
pub struct Look {
    width: usize,
    title: Style,
    aside: Style,
}

impl Look {
    /// Fits the page to where it goes: colour only on a terminal, and not where `NO_COLOR` is set.
    pub fn of(target: &Target) -> Self {
        let is_terminal = matches!(target, Target::Standard) && io::stdout().is_terminal();
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let in_colour = is_terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let measured = || is_terminal.then(|| console::Term::stdout().size_checked()).flatten();
        let width = columns.or_else(|| measured().map(|(_, columns)| usize::from(columns)));
        Self {
            width: width.unwrap_or(80).clamp(20, WIDEST),
            title: Style::new().bold().force_styling(in_colour),
            aside: Style::new().dim().force_styling(in_colour),
        }
    }
}

/// What the page is cut from.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    /// Articles that were read.
    pub articles: &'a [Article],
    /// How many stories they make.
    pub stories: usize,
}

/// Prints the stories that were chosen.
pub fn print(out: &mut dyn Write, look: &Look, stories: &[Story], whole: Whole<'_>) -> io::Result<()> {
    let mut head = format!("{} in {}", articles(whole.articles.len()), counted(whole.stories, "story", "stories"));
    if stories.len() < whole.stories {
        head = format!("{head}, {} shown", HumanCount(stories.len() as u64));
    }
    writeln!(out, "{}", look.aside.apply_to(head))?;
    let texts = whole.articles.iter().map(|article| (article.id(), article.text())).collect();
    let mut page = Page { out, look, texts };
    for story in stories {
        writeln!(page.out, "{}", look.aside.apply_to("─".repeat(look.width)))?;
        page.story(story)?;
    }
    Ok(())
}

struct Page<'a> {
    out: &'a mut dyn Write,
    look: &'a Look,
    /// Of the articles, for those that have no headline.
    texts: BTreeMap<&'a ArticleId, &'a str>,
}

impl Page<'_> {
    fn story(&mut self, story: &Story) -> io::Result<()> {
        self.paragraph(&story.title, "", "", &self.look.title)?;
        self.paragraph(&facts(story), "", "", &self.look.aside)?;
        if let Some(sides) = sides(&story.coverage) {
            self.paragraph(&sides, "", "", &self.look.aside)?;
        }
        let plain = Style::new().force_styling(false);
        let (summary, points) = clean::told(story);
        if let Some(summary) = summary {
            writeln!(self.out)?;
            self.paragraph(&with_publisher(summary), "", "", &plain)?;
        }
        if !points.is_empty() {
            writeln!(self.out)?;
        }
        for point in points {
            self.paragraph(&with_support(point), " • ", "   ", &plain)?;
        }
        if !story.keywords.is_empty() {
            writeln!(self.out)?;
            self.paragraph(&story.keywords.join(" · "), "", "", &self.look.aside)?;
        }
        if story.articles.len() > 1 { self.members(story) } else { Ok(()) }
    }

    fn members(&mut self, story: &Story) -> io::Result<()> {
        writeln!(self.out)?;
        let plain = Style::new().force_styling(false);
        let originals = || story.articles.iter().filter(|member| member.duplicate_of.is_none());
        for member in originals().take(MEMBERS) {
            let heading = excerpt::heading(member, self.texts.get(&member.id).copied());
            self.paragraph(&with_origin(heading, member), " - ", "   ", &plain)?;
        }
        let more = story.articles.len().saturating_sub(originals().take(MEMBERS).count());
        if more == 0 {
            return Ok(());
        }
        let copies = story.articles.len() - originals().count();
        let copies = if copies == 0 { String::new() } else { format!(" ({} copied)", HumanCount(copies as u64)) };
        self.paragraph(&format!("and {} more{copies}", HumanCount(more as u64)), "   ", "   ", &self.look.aside)
    }

    fn paragraph(&mut self, text: &str, first: &str, rest: &str, style: &Style) -> io::Result<()> {
        // Scores and dates ("2-1") stay whole.
        let options = Options::new(self.look.width).word_splitter(WordSplitter::NoHyphenation);
        let options = options.initial_indent(first).subsequent_indent(rest);
        // No line begins with the dot between two facts.
        for line in textwrap::wrap(&clean::line(text).replace(" · ", "\u{a0}· "), options) {
            writeln!(self.out, "{}", style.apply_to(line.replace('\u{a0}', " ")))?;
        }
        Ok(())
    }
}

fn facts(story: &Story) -> String {
    let coverage = &story.coverage;
    let mut facts = vec![articles(coverage.articles)];
    match (story.articles.as_slice(), coverage.publishers) {
        ([Member { publisher: Some(publisher), .. }], _) => facts.push(publisher.clone()),
        (_, 0) => {}
        (_, publishers) => facts.push(counted(publishers, "publisher", "publishers")),
    }
    facts.extend(period(coverage));
    facts.join(" · ")
}

/// How many publishers stand on each side, where any is rated.
fn sides(coverage: &Coverage) -> Option<String> {
    let balance = coverage.balance();
    if balance.rated() == 0 {
        return None;
    }
    let mut sides =
        Side::ALL.map(|side| format!("{} {}", HumanCount(balance.count(side) as u64), side.name())).join(", ");
    if balance.unknown > 0 {
        sides = format!("{sides}, {} unknown", HumanCount(balance.unknown as u64));
    }
    match coverage.blindspot {
        Some(side) => Some(format!("sides: {sides} · blindspot for the {}", side.name())),
        None => Some(format!("sides: {sides}")),
    }
}

fn period(coverage: &Coverage) -> Option<String> {
    let first = coverage.first.as_ref()?.published;
    let last = coverage.last.as_ref()?.published;
    if is_day(first) && is_day(last) {
        let (from, to) = (format(first, "%-d %b %Y")?, format(last, "%-d %b %Y")?);
        return Some(if from == to { from } else { format!("{from} – {to}") });
    }
    let (from, to) = (format(first, "%-d %b %Y %H:%M")?, format(last, "%-d %b %Y %H:%M")?);
    let same_day = format(first, "%F") == format(last, "%F");
    Some(match () {
        () if from == to => format!("{from} UTC"),
        () if same_day => format!("{from} – {} UTC", format(last, "%H:%M")?),
        () => format!("{from} – {to} UTC"),
    })
}

fn with_publisher(summary: &Summary) -> String {
    match &summary.publisher {
        Some(publisher) => format!("{} ({publisher})", summary.text),
        None => summary.text.clone(),
    }
}

fn with_support(point: &KeyPoint) -> String {
    match (&point.publisher, point.support) {
        (Some(publisher), 0 | 1) => format!("{} ({publisher})", point.text),
        (Some(publisher), support) => {
            format!("{} ({publisher} and {})", point.text, counted(support - 1, "other", "others"))
        }
        (None, 0 | 1) => point.text.clone(),
        (None, support) => format!("{} ({})", point.text, counted(support, "publisher", "publishers")),
    }
}

/// An article's heading with who published it, and when.
fn with_origin(heading: String, member: &Member) -> String {
    let pattern = |time: Timestamp| if is_day(time) { "%-d %b" } else { "%-d %b %H:%M" };
    let published = member.published.and_then(|time| format(time, pattern(time)));
    let origin: Vec<&str> = member.publisher.as_deref().into_iter().chain(published.as_deref()).collect();
    if origin.is_empty() { heading } else { format!("{heading} ({})", origin.join(", ")) }
}

fn articles(count: usize) -> String {
    counted(count, "article", "articles")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", HumanCount(count as u64), if count == 1 { one } else { many })
}
