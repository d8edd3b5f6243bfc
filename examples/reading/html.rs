//! The text of HTML: tags, scripts and styles left out, entities decoded, blocks on lines of their own.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Tags that begin or end a line.
const BLOCKS: [&[u8]; 27] = [
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"br",
    b"dd",
    b"div",
    b"dl",
    b"dt",
    b"figcaption",
    b"figure",
    b"footer",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"header",
    b"hr",
    b"li",
    b"ol",
    b"p",
    b"pre",
    b"section",
    b"tr",
    b"ul",
];

/// Tags whose content is not part of the text.
const UNSEEN: [&[u8]; 5] = [b"script", b"style", b"noscript", b"template", b"iframe"];

/// Reads HTML, however broken, in time linear in its length.
pub fn text(html: &str) -> String {
    let mut emitter = DefaultEmitter::default();
    // Without this, a `<` in a script would begin a tag.
    emitter.naively_switch_states(true);
    let mut text = Text::default();
    for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Token::StartTag(tag) => {
                text.tag(&tag.name);
                if UNSEEN.contains(&tag.name.as_slice()) && !tag.self_closing {
                    text.unseen = Some(tag.name.to_vec());
                }
            }
            Token::EndTag(tag) => {
                text.tag(&tag.name);
                if text.unseen.as_deref() == Some(tag.name.as_slice()) {
                    text.unseen = None;
                }
            }
            Token::String(string) if text.unseen.is_none() => text.push(&String::from_utf8_lossy(&string)),
            _ => {}
        }
    }
    text.seen
}

/// Text with white space collapsed as browsers do.
#[derive(Debug, Default)]
struct Text {
    seen: String,
    gap: Gap,
    unseen: Option<Vec<u8>>,
}

/// What stands between the text so far and the next word.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
}

impl Text {
    fn tag(&mut self, name: &[u8]) {
        if BLOCKS.contains(&name) {
            self.gap = Gap::Line;
        } else if matches!(name, b"td" | b"th") {
            self.gap = self.gap.max(Gap::Space);
        }
    }

    fn push(&mut self, string: &str) {
        for c in string.chars() {
            // A no-break space is white space too: nobody breaks lines here.
            if c.is_whitespace() {
                self.gap = self.gap.max(Gap::Space);
                continue;
            }
            match self.gap {
                Gap::Space if !self.seen.is_empty() => self.seen.push(' '),
                Gap::Line if !self.seen.is_empty() => self.seen.push('\n'),
                _ => {}
            }
            self.gap = Gap::None;
            self.seen.push(c);
        }
    }
}
