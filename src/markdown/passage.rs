//! A body as stretches of running text, each letter with its place: for rules that read what is written.
//!
//! A stretch is a paragraph, a heading, a cell, the description of a picture. Markup falls away, so that a name half of which is bold is one
//! name; what an edition puts in stands as [`GAP`], which is part of no word.

use std::ops::Range;

use super::{Block, BlockKind, Citation, Document, Inline, InlineKind, LinkTarget, Piece, Template};
use crate::diagnostics::Place;

/// Stands for a value of an edition, code, a picture.
pub const GAP: char = '\u{FFFC}';

/// The link title that marks a deliberate look back.
pub const HISTORICAL: &str = "historis";

/// One stretch of running text.
#[derive(Clone, Debug, Default)]
pub struct Passage<'a> {
    /// What is read.
    pub text: String,
    /// Whether it is a heading, and of which level.
    pub heading: Option<u8>,
    parts: Vec<Part<'a>>,
}

/// A part of a stretch that comes from one place.
#[derive(Clone, Debug)]
struct Part<'a> {
    start: usize,
    place: &'a Place,
    /// It stands there byte for byte.
    exact: bool,
    link: Link<'a>,
}

/// The link that a part is in.
#[derive(Clone, Copy, Debug, Default)]
struct Link<'a> {
    target: Option<&'a LinkTarget>,
    historical: bool,
}

impl<'a> Passage<'a> {
    /// Where a range of the text stands in the content; none for an empty passage.
    pub fn place(&self, range: Range<usize>) -> Option<Place> {
        let first = self.part(range.start)?;
        let last = self.part(range.end.saturating_sub(1).max(range.start))?;
        let at = |part: &Part<'_>, offset: usize, end: bool| match (part.exact, end) {
            (true, _) => part.place.range().start + (offset - part.start).min(part.place.range().len()),
            (false, false) => part.place.range().start,
            (false, true) => part.place.range().end,
        };
        let start = at(first, range.start, false);
        let end = at(last, range.end.max(last.start), true);
        Some(first.place.source().place(start..end.max(start)))
    }

    /// The citation that the text at an offset is the words of.
    pub fn citation(&self, offset: usize) -> Option<&'a Citation> {
        match self.part(offset)?.link.target? {
            LinkTarget::Citation(citation) => Some(citation),
            _ => None,
        }
    }

    /// Whether the text at an offset is the words of a link that says where something is from: no words of the sentence around it.
    pub fn is_source(&self, offset: usize) -> bool {
        let target = self.part(offset).and_then(|part| part.link.target);
        matches!(target, Some(LinkTarget::Citation(_) | LinkTarget::External(_)))
    }

    /// Whether the text at an offset is marked as a deliberate look back.
    pub fn is_historical(&self, offset: usize) -> bool {
        self.part(offset).is_some_and(|part| part.link.historical)
    }

    /// Every citation linked in it.
    pub fn citations(&self) -> impl Iterator<Item = &'a Citation> {
        self.parts.iter().filter_map(|part| match part.link.target? {
            LinkTarget::Citation(citation) => Some(citation),
            _ => None,
        })
    }

    fn part(&self, offset: usize) -> Option<&Part<'a>> {
        self.parts[..self.parts.partition_point(|part| part.start <= offset)].last()
    }

    fn push(&mut self, text: &str, place: &'a Place, link: Link<'a>) {
        let exact = place.text() == text;
        self.parts.push(Part { start: self.text.len(), place, exact, link });
        self.text.push_str(text);
    }

    fn inlines(&mut self, inlines: &'a [Inline], link: Link<'a>, aside: &mut Vec<Passage<'a>>) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.push(text, &inline.place, link),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.push("\n", &inline.place, link),
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                    self.inlines(content, link, aside);
                }
                InlineKind::Link { target, title, content } => {
                    let by_title = title.as_ref().and_then(Template::as_text).as_deref() == Some(HISTORICAL);
                    let by_target = matches!(target, LinkTarget::Citation(citation) if citation.historical);
                    let link = Link { target: Some(target), historical: by_title || by_target };
                    if content.is_empty() {
                        self.push(&GAP.to_string(), &inline.place, link);
                    }
                    self.inlines(content, link, aside);
                }
                InlineKind::Image { alt, .. } | InlineKind::Qr { alt, .. } => {
                    aside.push(Passage::of_template(alt));
                    self.push(&GAP.to_string(), &inline.place, link);
                }
                InlineKind::Placeholder(_) | InlineKind::Code(_) | InlineKind::NoteReference(_) => {
                    self.push(&GAP.to_string(), &inline.place, link);
                }
            }
        }
    }

    fn of_template(template: &'a Template) -> Passage<'a> {
        let mut passage = Passage::default();
        for piece in &template.pieces {
            match piece {
                Piece::Text(text, place) => passage.push(text, place, Link::default()),
                Piece::Placeholder(_, place) => passage.push(&GAP.to_string(), place, Link::default()),
            }
        }
        passage
    }

    /// A text of front matter or of a data file, as it stands there: quotes, folds and indents are no part of any word.
    pub fn of_place(place: &'a Place) -> Passage<'a> {
        let mut passage = Passage::default();
        passage.push(place.text(), place, Link::default());
        passage
    }
}

/// Every stretch of a body, in reading order; descriptions of pictures after the paragraph they are in, footnotes last.
pub fn passages(document: &Document) -> Vec<Passage<'_>> {
    let mut found = Vec::new();
    blocks(&document.blocks, &mut found);
    for note in &document.notes {
        blocks(&note.blocks, &mut found);
    }
    found
}

fn blocks<'a>(list: &'a [Block], found: &mut Vec<Passage<'a>>) {
    for block in list {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => running(content, Some(*level), found),
            BlockKind::Paragraph(content) => running(content, None, found),
            BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(&item.blocks, found)),
            BlockKind::Quote(inner) | BlockKind::Aside(_, inner) => blocks(inner, found),
            BlockKind::Definitions(list) => {
                for definition in list {
                    running(&definition.term, None, found);
                    blocks(&definition.blocks, found);
                }
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    running(&cell.content, None, found);
                }
            }
            BlockKind::Code { .. } | BlockKind::Chart(_) | BlockKind::Rule | BlockKind::Directive(_) => {}
        }
    }
}

fn running<'a>(content: &'a [Inline], heading: Option<u8>, found: &mut Vec<Passage<'a>>) {
    let mut aside = Vec::new();
    let mut passage = Passage { heading, ..Passage::default() };
    passage.inlines(content, Link::default(), &mut aside);
    found.push(passage);
    found.append(&mut aside);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Diagnostics, SourceText};
    use crate::markdown::parse;

    fn document(text: &str) -> Document {
        let source = SourceText::new("halaman/x.md", text);
        let d = Diagnostics::new();
        parse(&source.place(0..text.len()), &d)
    }

    #[test]
    fn words_are_found_where_they_stand() {
        for line_end in ["\n", "\r\n"] {
            let text = "# Satu *dua*\n\n- tiga **em**pat &amp; {{ kantor.telepon }}\n  lima\n\n| a | b |\n|---|---|\n| enam | ![tujuh](g.svg) |\n"
                .replace('\n', line_end);
            let document = document(&text);
            let passages = passages(&document);
            let read: Vec<&str> = passages.iter().map(|passage| passage.text.as_str()).collect();
            assert_eq!(read, ["Satu dua", "tiga empat & \u{FFFC}\nlima", "a", "b", "enam", "\u{FFFC}", "tujuh"]);
            for (passage, word, expected) in
                [(0, "dua", "dua"), (1, "empat", "em**pat"), (1, "lima", "lima"), (4, "enam", "enam"), (6, "tujuh", "tujuh")]
            {
                let start = passages[passage].text.find(word).unwrap();
                let place = passages[passage].place(start..start + word.len()).unwrap();
                assert_eq!(place.text(), expected);
            }
            assert_eq!(passages[0].heading, Some(1));
        }
    }

    #[test]
    fn a_look_back_is_told_by_the_title_of_its_link() {
        let text = "[UU 5/2014](regulasi:uu-5-2014 \"historis\"), [KASN](/glosarium/ \"historis\"), [BKN](/glosarium/) dan PP";
        let document = document(text);
        let passage = passages(&document).remove(0);
        let told = |word: &str| passage.is_historical(passage.text.find(word).unwrap());
        assert_eq!((told("UU"), told("KASN"), told("BKN"), told("PP")), (true, true, false, false));
        assert_eq!(passage.citation(0).unwrap().regulation, "uu-5-2014");
    }

    #[test]
    fn nothing_has_no_place() {
        assert!(Passage::default().place(0..1).is_none());
    }
}
