//! Where the entries of an XML feed are, and whether the file is whole.
//!
//! feed-rs reads what entries say, but not on which line they stand; it passes over the sources of entries, dates that it
//! cannot read and entries of RSS 1.0 that have no link, knows fewer versions of RSS than there are, and refuses a whole feed for one `&` that
//! stands for itself. So the file is walked once before, and what feed-rs would trip over is mended.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::fault::{Fault, Located};
use super::lines::{self, LineCounter};

/// What a link holds that leads nowhere: feed-rs takes an empty one for none.
const NOWHERE: &str = " ";

/// The namespace of Atom before its standard, which has other tags and types for nearly all.
const ATOM_0_3: &str = "http://purl.org/atom/ns#";

/// An XML feed, ready for feed-rs.
#[derive(Debug)]
pub struct Outline {
    /// The file in UTF-8, without its XML declaration (which may name another encoding).
    pub text: String,
    /// The entries in the order of the file.
    pub entries: Vec<EntryPlace>,
}

/// What feed-rs does not say about an entry.
#[derive(Debug, Default)]
pub struct EntryPlace {
    /// The line that its tag is on.
    pub line: usize,
    /// Its own `xml:lang`.
    pub language: Option<String>,
    /// Its times, as written.
    pub times: Vec<String>,
    /// The feed that it was taken from.
    pub source: Option<EntrySource>,
}

/// What an entry says of the feed that it was taken from.
#[derive(Debug, Default)]
pub struct EntrySource {
    /// An address of that feed or of its page, as written.
    pub address: Option<String>,
    /// Its title, as written.
    pub title: String,
}

impl Outline {
    /// Decodes and walks a file.
    pub fn of(bytes: &[u8]) -> Result<Self, Located> {
        let text = decoded(bytes)?;
        let mut walk = Walk::new(&text);
        walk.run()?;
        Ok(Self { text: repaired(&text, &walk.repairs), entries: walk.entries })
    }
}

/// The file's text: in the encoding of its byte order mark, or that of its declaration, or UTF-8.
fn decoded(bytes: &[u8]) -> Result<String, Located> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (declared_encoding(bytes), 0));
    let bytes = &bytes[mark..];
    if encoding == UTF_8 {
        return Ok(without_declaration(lines::utf8(bytes)?));
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
    let text = text.ok_or(Located { line: 1, fault: Fault::NotInEncoding { encoding: encoding.name() } })?;
    Ok(without_declaration(&text))
}

fn declared_encoding(bytes: &[u8]) -> &'static Encoding {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]);
    let declared = match Reader::from_str(head.trim_start()).read_event() {
        // A declaration that can be read as ASCII is not true where it says UTF-16.
        Ok(Event::Decl(declaration)) => declaration.encoder().filter(|named| named.is_ascii_compatible()),
        _ => None,
    };
    declared.unwrap_or(UTF_8)
}

/// The declaration becomes blank, so that every other byte stays where it is.
fn without_declaration(text: &str) -> String {
    let Some((declaration, rest)) = text.split_once("?>").filter(|(head, _)| head.trim_start().starts_with("<?xml"))
    else {
        return text.to_owned();
    };
    let blank: String = declaration.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    blank + "  " + rest
}

/// The families of feeds that feed-rs tells apart by their first tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    /// RSS 0.91 to 2.0.
    Rss,
    /// RSS 0.90 and 1.0.
    Rdf,
    Atom,
}

impl Family {
    fn of(root: &BytesStart<'_>) -> Option<Self> {
        match root.local_name().as_ref() {
            "rss" => Some(Self::Rss),
            "RDF" => Some(Self::Rdf),
            "feed" => Some(Self::Atom),
            _ => None,
        }
    }

    /// The tags from the root to an entry.
    fn entry_path(self) -> &'static [&'static str] {
        match self {
            Self::Rss => &["rss", "channel", "item"],
            Self::Rdf => &["RDF", "item"],
            Self::Atom => &["feed", "entry"],
        }
    }

    /// The tags inside an entry that feed-rs reads as its time.
    fn time_tags(self) -> &'static [&'static str] {
        match self {
            Self::Rss => &["pubDate", "dc:date", "updated"],
            Self::Rdf => &["dc:date"],
            Self::Atom => &["published", "updated", "pubDate"],
        }
    }
}

/// What the text that comes next is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Passage {
    Time,
    SourceTitle,
    Other,
}

/// Something that feed-rs reads, in the place of bytes that it does not.
#[derive(Debug)]
struct Repair {
    place: Range<usize>,
    text: String,
}

/// The text with its repairs, which are in its order.
fn repaired(text: &str, repairs: &[Repair]) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut copied = 0;
    for Repair { place, text: new } in repairs {
        mended.push_str(&text[copied..place.start]);
        mended.push_str(new);
        copied = place.end;
    }
    mended + &text[copied..]
}

struct Walk<'t> {
    source: &'t str,
    reader: Reader<&'t [u8]>,
    lines: LineCounter<'t>,
    family: Option<Family>,
    path: Vec<String>,
    entries: Vec<EntryPlace>,
    repairs: Vec<Repair>,
    passage: Passage,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        reader.config_mut().expand_empty_elements = true;
        Self {
            source: text,
            reader,
            lines: LineCounter::new(text.as_bytes()),
            family: None,
            path: Vec::new(),
            entries: Vec::new(),
            repairs: Vec::new(),
            passage: Passage::Other,
        }
    }

    fn run(&mut self) -> Result<(), Located> {
        loop {
            let start = self.position();
            let event = self.reader.read_event().map_err(|error| {
                let place = usize::try_from(self.reader.error_position()).unwrap_or(usize::MAX);
                Located { line: self.lines.line_at(place), fault: Fault::NotXml(error) }
            })?;
            match event {
                Event::Start(tag) => self.open(&tag, start)?,
                Event::End(_) => self.close(),
                Event::Text(text) => {
                    if self.source[start..].starts_with('&') {
                        self.escape(start);
                    }
                    self.text(&text);
                }
                // A number that no character has.
                Event::GeneralRef(reference) if reference.resolve_char_ref().is_err() => self.escape(start),
                Event::GeneralRef(_) if self.passage == Passage::SourceTitle => {
                    self.text(&self.source[start..self.position()]);
                }
                Event::CData(text) => self.text(&text),
                Event::DocType(declaration) if declares_entities(&declaration) => {
                    return Err(Located { line: self.lines.line_at(start), fault: Fault::Entities });
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let line = self.lines.line_at(self.position());
        match (self.path.last(), self.family) {
            (Some(tag), _) => Err(Located { line, fault: Fault::XmlCutOff { tag: tag.clone() } }),
            (None, None) => Err(Located { line, fault: Fault::NoXmlRoot }),
            (None, Some(_)) => Ok(()),
        }
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn open(&mut self, tag: &BytesStart<'_>, start: usize) -> Result<(), Located> {
        if self.path.is_empty() {
            self.root(tag, start)?;
        }
        let Some(family) = self.family else { return Ok(()) };
        let entry_path = family.entry_path();
        let inside = self.path.split_at_checked(entry_path.len()).filter(|(above, _)| above == &entry_path);
        self.passage = match inside.zip(self.entries.last_mut()) {
            Some(((_, inside), entry)) => entry.open(tag, inside, family),
            None => Passage::Other,
        };
        self.path.push(tag.local_name().as_ref().to_owned());
        if self.path == family.entry_path() {
            let language = attribute(tag, "xml:lang");
            self.entries.push(EntryPlace { line: self.lines.line_at(start), language, ..EntryPlace::default() });
            if family == Family::Rdf {
                self.link(tag);
            }
        }
        Ok(())
    }

    /// Writes the ampersand at `start` as XML wants it.
    fn escape(&mut self, start: usize) {
        self.repairs.push(Repair { place: start..start + 1, text: "&amp;".to_owned() });
    }

    /// Gives the entry that just began a link to nowhere, for feed-rs passes over an entry of RSS 1.0 without any.
    fn link(&mut self, item: &BytesStart<'_>) {
        let name = item.name().as_ref().to_owned();
        let link = format!("{}link", name.strip_suffix("item").unwrap_or_default());
        let link = format!("<{link}>{NOWHERE}</{link}>");
        let end = self.position();
        let (place, text) = match self.source[..end].strip_suffix("/>") {
            Some(open) => (open.len()..end, format!(">{link}</{name}>")),
            None => (end..end, link),
        };
        self.repairs.push(Repair { place, text });
    }

    fn root(&mut self, tag: &BytesStart<'_>, start: usize) -> Result<(), Located> {
        let family = Family::of(tag).ok_or_else(|| Located {
            line: self.lines.line_at(start),
            fault: Fault::NotAFeed { tag: tag.name().as_ref().to_owned() },
        })?;
        if family == Family::Atom && tag.contains(ATOM_0_3) {
            return Err(Located { line: self.lines.line_at(start), fault: Fault::OldAtom });
        }
        self.family = Some(family);
        if let Some(text) = root_repair(family, tag) {
            self.repairs.push(Repair { place: start..self.position(), text });
        }
        Ok(())
    }

    fn close(&mut self) {
        self.path.pop();
        self.passage = Passage::Other;
    }

    fn text(&mut self, text: &str) {
        let Some(entry) = self.entries.last_mut() else { return };
        let place = match self.passage {
            Passage::Time => entry.times.last_mut(),
            Passage::SourceTitle => entry.source.as_mut().map(|source| &mut source.title),
            Passage::Other => None,
        };
        if let Some(place) = place {
            place.push_str(text);
        }
    }
}

impl EntryPlace {
    /// Takes note of a tag inside the entry, below the tags of `path`, and says what its text is.
    fn open(&mut self, tag: &BytesStart<'_>, path: &[String], family: Family) -> Passage {
        let name = tag.name();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        match (family, &path[..]) {
            (_, []) if family.time_tags().contains(&name.as_ref()) => {
                self.times.push(String::new());
                Passage::Time
            }
            (Family::Rss, []) if name.as_ref() == "source" => {
                self.source = Some(EntrySource { address: attribute(tag, "url"), title: String::new() });
                Passage::SourceTitle
            }
            (Family::Atom, ["source"]) => self.source.get_or_insert_default().open(tag),
            _ => Passage::Other,
        }
    }
}

impl EntrySource {
    /// Takes note of a tag inside the source of an Atom entry.
    fn open(&mut self, tag: &BytesStart<'_>) -> Passage {
        match tag.local_name().as_ref() {
            "title" => Passage::SourceTitle,
            "link" if attribute(tag, "rel").is_none_or(|rel| rel == "alternate") => {
                self.address = self.address.take().or(attribute(tag, "href"));
                Passage::Other
            }
            _ => Passage::Other,
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.value.into_owned()).filter(|value| !value.is_empty())
}

/// General entities are how a small file becomes a huge one. Parameter entities (`%`), which some RSS 0.91 and 1.0 files
/// use to name the letters of HTML, are left alone: nobody expands them.
fn declares_entities(doctype: &str) -> bool {
    doctype.split("<!ENTITY").skip(1).any(|declaration| !declaration.trim_start().starts_with('%'))
}

/// feed-rs reads RSS 0.91, 0.92 and 2.0, each by its number, and RSS 1.0 by its namespace. The other versions differ in
/// nothing that an article needs, so they are given the number or the namespace of those.
fn root_repair(family: Family, root: &BytesStart<'_>) -> Option<String> {
    const RSS_1_0: &str = "http://purl.org/rss/1.0/";
    const RSS_0_90: [&str; 2] =
        ["http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/"];
    match family {
        Family::Rss if attribute(root, "version").is_none_or(|version| version != "2.0") => {
            let mut tag = BytesStart::new("rss");
            tag.extend_attributes(root.attributes().flatten().filter(|attribute| attribute.key.as_ref() != "version"));
            tag.push_attribute(("version", "2.0"));
            Some(format!("<{}>", &*tag))
        }
        Family::Rdf => {
            let old = RSS_0_90.into_iter().find(|namespace| root.contains(namespace))?;
            Some(format!("<{}>", root.replace(old, RSS_1_0)))
        }
        Family::Rss | Family::Atom => None,
    }
}
