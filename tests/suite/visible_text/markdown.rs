//! The text of a Markdown body, from the events of the parser alone.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Segment;

/// What placeholders are worth.
pub(super) type Values = BTreeMap<&'static str, String>;

/// Stands for a directive: anything may be here. Private use, so that no content holds it.
const GAP: char = '\u{f8f0}';
/// Stands between a text on paper and its footnotes.
pub(super) const NOTES: char = '\u{f8f1}';
/// Stands before the number of a placeholder's value, counted from here.
const VALUE: u32 = 0xf0000;

/// The body of a content file, without its front matter.
pub(super) fn body(source: &str) -> &str {
    let front = source.strip_prefix("---\n").expect("front matter");
    front.split_once("\n---\n").expect("front matter ends").1
}

/// Where a body is read: on a screen the browser draws the numbers of lists and footnotes, on paper they
/// are text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Medium {
    Screen,
    Paper,
}

/// The visible text of a body, cut where directives stand.
pub(super) fn segments(body: &str, values: &Values, medium: Medium) -> Vec<Segment> {
    let (masked, filled) = mask(body, values);
    let text = text(&masked, medium);
    let fill = |text: &str| {
        let mut out = String::new();
        for letter in text.chars() {
            match u32::from(letter).checked_sub(VALUE).and_then(|number| filled.get(number as usize)) {
                Some(value) => out.push_str(value),
                None => out.push(letter),
            }
        }
        out
    };
    text.split(GAP).map(fill).collect()
}

/// Takes placeholders and directives out of the parser's sight.
fn mask(body: &str, values: &Values) -> (String, Vec<String>) {
    let (mut out, mut filled) = (String::new(), Vec::new());
    let mut rest = body;
    while let Some(start) = rest.find("{{") {
        out.push_str(&rest[..start]);
        let end = start + rest[start..].find("}}").expect("`{{` is closed");
        let name = rest[start + 2..end].trim();
        match values.get(name) {
            Some(value) => {
                out.push(char::from_u32(VALUE + u32::try_from(filled.len()).unwrap()).unwrap());
                filled.push(value.clone());
            }
            None => out.push(GAP),
        }
        rest = &rest[end + 2..];
    }
    (out + rest, filled)
}

fn text(markdown: &str, medium: Medium) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut text = Text { numbered: medium == Medium::Paper, ..Text::default() };
    for event in Parser::new_ext(markdown, options) {
        text.event(event);
    }
    if text.numbered && !text.order.is_empty() {
        text.out.push(NOTES);
    }
    for (index, label) in text.order.iter().enumerate() {
        if text.numbered {
            text.out.push_str(&format!("\n{}", index + 1));
        }
        text.out.push_str(&text.notes[label]);
    }
    text.out
}

#[derive(Default)]
struct Text {
    out: String,
    /// Footnotes in the order in which they are first referred to.
    order: Vec<String>,
    notes: BTreeMap<String, String>,
    /// The text before a footnote's definition, and the footnote.
    outside: Option<(String, String)>,
    /// Whether the numbers of lists and notes are text.
    numbered: bool,
    /// The next number of each open list.
    lists: Vec<Option<u64>>,
    /// How many pictures deep: their words are not shown.
    pictures: usize,
}

impl Text {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.pictures += 1,
            Event::End(TagEnd::Image) => self.pictures -= 1,
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.outside = Some((std::mem::take(&mut self.out), label.to_string()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                let (outside, label) = self.outside.take().unwrap();
                self.notes.insert(label, std::mem::replace(&mut self.out, outside));
            }
            Event::Text(text) | Event::Code(text) if self.pictures == 0 => self.out.push_str(&text),
            Event::FootnoteReference(label) => {
                let known = self.order.iter().position(|known| **known == *label);
                let number = known.unwrap_or_else(|| {
                    self.order.push(label.to_string());
                    self.order.len() - 1
                });
                self.out.push_str(&(number + 1).to_string());
            }
            Event::SoftBreak | Event::HardBreak => self.out.push(' '),
            Event::Start(Tag::List(start)) => self.lists.push(start),
            Event::End(TagEnd::List(_)) => drop(self.lists.pop()),
            Event::Start(Tag::Item) => self.item(),
            Event::Start(tag) if is_block(&tag.to_end()) => self.out.push('\n'),
            Event::End(tag) if is_block(&tag) => self.out.push('\n'),
            _ => {}
        }
    }
}

impl Text {
    fn item(&mut self) {
        self.out.push('\n');
        if let Some(Some(number)) = self.lists.last_mut() {
            if self.numbered {
                self.out.push_str(&format!("{number}. "));
            }
            *number += 1;
        }
    }
}

fn is_block(tag: &TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
}
