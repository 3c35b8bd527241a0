//! The visible text of Markdown by another way than the tree, and the visible text of HTML.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::super::mask::{self, MarkKind, Masked, Part};
use super::super::report::Report;
use super::super::{Context, parse};
use super::body;
use crate::diagnostics::Diagnostics;

enum Token {
    Text(String),
    Note(String),
}

/// The text of the parser's events, footnotes numbered and put last. Knows no directives and no citations without words.
pub(super) fn markdown(text: &str, context: &dyn Context) -> String {
    let diagnostics = Diagnostics::new();
    let masked = mask::mask(&body(text), &Report::new(&diagnostics));
    let mut main = Vec::new();
    let mut notes: BTreeMap<String, Vec<Token>> = BTreeMap::new();
    let mut note: Option<(String, Vec<Token>)> = None;
    let mut in_image = 0;
    for event in Parser::new_ext(&masked.text, parse::options()) {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => note = Some((label.to_lowercase(), Vec::new())),
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, tokens)) = note.take() {
                    notes.entry(label).or_insert(tokens);
                }
            }
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            event if in_image == 0 => {
                let tokens = note.as_mut().map_or(&mut main, |(_, tokens)| tokens);
                tokens.extend(token(event, &masked, context));
            }
            _ => {}
        }
    }
    let mut order: Vec<String> = Vec::new();
    let mut out = String::new();
    let mut write = |tokens: Vec<Token>, order: &mut Vec<String>| {
        for token in tokens {
            match token {
                Token::Text(text) => out.push_str(&text),
                Token::Note(label) => {
                    let number = order.iter().position(|known| *known == label).unwrap_or_else(|| {
                        order.push(label);
                        order.len() - 1
                    });
                    out.push_str(&(number + 1).to_string());
                }
            }
        }
        out.push('\n');
    };
    write(main, &mut order);
    let mut next = 0;
    while next < order.len() {
        let tokens = notes.remove(&order[next]).unwrap_or_default();
        write(tokens, &mut order);
        next += 1;
    }
    out
}

fn token(event: Event<'_>, masked: &Masked, context: &dyn Context) -> Option<Token> {
    Some(Token::Text(match event {
        Event::Text(text) | Event::Code(text) => masked
            .parts(&text)
            .into_iter()
            .map(|part| match part {
                Part::Text(_, text) => mask::visible(text),
                Part::Mark(mark) => match mark.kind {
                    MarkKind::Placeholder(name) => context.value(name).unwrap_or(name.to_string()),
                    MarkKind::Broken => mask::visible(mark.place.text()),
                    MarkKind::Directive(_) => String::new(),
                },
            })
            .collect(),
        Event::FootnoteReference(label) => return Some(Token::Note(label.to_lowercase())),
        Event::SoftBreak | Event::HardBreak => " ".to_owned(),
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => return None,
        Event::End(_) => "\n".to_owned(),
        Event::Start(Tag::Item | Tag::List(_) | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Heading { .. } | Tag::Table(_)) => {
            "\n".to_owned()
        }
        Event::Rule => "\n".to_owned(),
        _ => return None,
    }))
}

/// What is left of HTML without its tags.
pub(super) fn html(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let close = rest[open..].find('>').expect("every tag is closed");
        assert!(!rest[open + 1..open + close].contains('<'), "a `<` in a tag: {rest}");
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    decoded(&out)
}

pub(super) fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').expect("every `&` begins an entity") + at;
        out.push(match &rest[at + 1..end] {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => number.strip_prefix('#').and_then(|number| number.parse().ok()).and_then(char::from_u32).expect(number),
        });
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}
