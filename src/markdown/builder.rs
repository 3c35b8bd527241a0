//! Puts the events of the Markdown parser together to blocks; [`running`](super::running) does the text within them.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::finish::Labels;
use super::mask::{Mark, MarkKind, Masked};
use super::report::Report;
use super::{
    Alignment, Block, BlockKind, Cell, Directive, Inline, InlineKind, ListItem, MAX_DEPTH, Note, Piece, Table, Template, codes,
    mask,
};
use crate::diagnostics::{Diagnostic, Place};

/// An element whose end has not come yet.
pub(super) struct Frame<'a> {
    /// `None` for the body itself.
    pub(super) tag: Option<Tag<'a>>,
    pub(super) place: Place,
    pub(super) blocks: Vec<Block>,
    pub(super) inlines: Vec<Inline>,
    items: Vec<ListItem>,
    cells: Vec<Cell>,
    rows: Vec<Vec<Cell>>,
    code: Vec<Piece>,
    /// Whether paragraphs of this list or item were apart.
    loose: bool,
}

/// What was read, before it is finished.
pub(super) struct Read {
    pub(super) blocks: Vec<Block>,
    pub(super) notes: Vec<Note>,
    pub(super) labels: Labels,
}

pub(super) struct Builder<'a> {
    pub(super) body: &'a Place,
    pub(super) masked: &'a Masked,
    pub(super) report: &'a Report<'a>,
    pub(super) labels: Labels,
    stack: Vec<Frame<'a>>,
    notes: Vec<Note>,
    /// How many elements deep we are in one that is left out.
    skipping: usize,
    too_deep: bool,
}

impl<'a> Builder<'a> {
    pub(super) fn new(body: &'a Place, masked: &'a Masked, report: &'a Report<'a>) -> Builder<'a> {
        let stack = vec![Frame::new(None, body.clone())];
        Builder { body, masked, report, labels: Labels::default(), stack, notes: Vec::new(), skipping: 0, too_deep: false }
    }

    pub(super) fn finish(mut self) -> Read {
        let mut blocks = self.stack.first_mut().map(|frame| std::mem::take(&mut frame.blocks)).unwrap_or_default();
        blocks.shrink_to_fit();
        Read { blocks, notes: self.notes, labels: self.labels }
    }

    /// Takes one event; `range` is where it stands in the body.
    pub(super) fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(_) if self.skipping > 0 => self.skipping += 1,
            Event::End(_) if self.skipping > 0 => self.skipping -= 1,
            _ if self.skipping > 0 => {}
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(range),
            Event::Rule => {
                let place = self.trimmed(range);
                self.add_block(Block::new(BlockKind::Rule, &place));
            }
            Event::Text(text) if self.in_code() => {
                let pieces = self.pieces(&text, range);
                self.top().code.extend(pieces);
            }
            Event::Html(_) | Event::InlineHtml(_) => self.raw_html(range),
            event => self.inline_event(event, range),
        }
    }

    /// The innermost open element. The body is never closed, so there is always one.
    pub(super) fn top(&mut self) -> &mut Frame<'a> {
        if self.stack.is_empty() {
            self.stack.push(Frame::new(None, self.body.clone()));
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn in_code(&mut self) -> bool {
        matches!(self.top().tag, Some(Tag::CodeBlock(_)))
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if self.stack.len() > MAX_DEPTH {
            self.skipping = 1;
            if !std::mem::replace(&mut self.too_deep, true) {
                let message = format!("isi ini bersarang lebih dari {MAX_DEPTH} lapis");
                let hint = "sederhanakan daftar, kutipan atau penebalan yang bertumpuk";
                let place = self.trimmed(range);
                self.report.push(Diagnostic::error(codes::TOO_DEEP, message).at(&place).hint(hint));
            }
            return;
        }
        if matches!(tag, Tag::HtmlBlock) {
            self.skipping = 1;
            self.raw_html(range);
            return;
        }
        let place = self.trimmed(range);
        if let (Tag::Paragraph, Some(directive)) = (&tag, self.directive(&place)) {
            self.skipping = 1;
            self.mark_loose();
            self.add_block(Block { kind: BlockKind::Directive(directive), place });
            return;
        }
        self.stack.push(Frame::new(Some(tag), place));
    }

    fn end(&mut self, range: Range<usize>) {
        self.flush();
        if self.stack.len() < 2 {
            return;
        }
        let Some(frame) = self.stack.pop().map(Frame::closed) else { return };
        let Frame { tag: Some(tag), place, blocks, inlines, items, cells, rows, code, loose } = frame else { return };
        let kind = match tag {
            Tag::Paragraph => {
                self.mark_loose();
                BlockKind::Paragraph(inlines)
            }
            Tag::Heading { level, id, classes, attrs } => {
                self.check_attributes(classes.iter().chain(attrs.iter().map(|(name, _)| name)), &place);
                if inlines.is_empty() {
                    return;
                }
                let explicit = id.is_some();
                BlockKind::Heading { level: level as u8, id: id.unwrap_or("".into()).into_string(), explicit, content: inlines }
            }
            Tag::BlockQuote(_) => BlockKind::Quote(blocks),
            Tag::CodeBlock(language) => {
                BlockKind::Code { language: self.language(language, &place), content: Template { pieces: code } }
            }
            Tag::List(start) => BlockKind::List { start, tight: !loose, items },
            Tag::Item => {
                let list = self.top();
                list.loose |= loose;
                return list.items.push(ListItem { blocks, place });
            }
            Tag::Table(alignments) => {
                let mut rows = rows.into_iter();
                let head = rows.next().unwrap_or_default();
                BlockKind::Table(Table {
                    alignments: alignments.into_iter().map(alignment).collect(),
                    head,
                    rows: rows.collect::<Box<[_]>>().into_vec(),
                })
            }
            Tag::TableHead | Tag::TableRow => {
                self.check_cells(cells.last(), range);
                return self.top().rows.push(cells);
            }
            Tag::TableCell => return self.top().cells.push(Cell { content: inlines, place }),
            Tag::FootnoteDefinition(label) => {
                return self.notes.push(Note { label: label.into_string(), blocks, place });
            }
            tag => return self.end_inline(tag, &place, inlines),
        };
        self.add_block(Block { kind, place });
    }

    /// Adds a block to the innermost element.
    fn add_block(&mut self, block: Block) {
        self.flush();
        self.top().blocks.push(block);
    }

    /// Makes a paragraph of text that stands bare in an item of a tight list.
    fn flush(&mut self) {
        let frame = self.top();
        let bare = matches!(frame.tag, None | Some(Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_)));
        if let (true, Some(first), Some(last)) = (bare, frame.inlines.first(), frame.inlines.last()) {
            let place = first.place.source().place(first.place.range().start..last.place.range().end);
            let mut content = std::mem::take(&mut frame.inlines);
            content.shrink_to_fit();
            frame.blocks.push(Block { kind: BlockKind::Paragraph(content), place });
        }
    }

    /// A real paragraph right in an item makes its list loose.
    fn mark_loose(&mut self) {
        let frame = self.top();
        frame.loose |= matches!(frame.tag, Some(Tag::Item));
    }

    /// The directive that is all of a paragraph.
    fn directive(&self, paragraph: &Place) -> Option<Directive> {
        let marks: &[Mark] = &self.masked.marks;
        let start = paragraph.range().start;
        let index = marks.binary_search_by_key(&start, |mark| mark.place.range().start).ok()?;
        match &marks[index] {
            Mark { kind: MarkKind::Directive(directive), place } if place.range() == paragraph.range() => Some(directive.clone()),
            _ => None,
        }
    }

    /// The place of a range of the body without the white space around it.
    pub(super) fn trimmed(&self, range: Range<usize>) -> Place {
        let text = self.masked.text.get(range.clone()).unwrap_or_default();
        let start = range.start + (text.len() - text.trim_start().len());
        self.body.sub(start..start + text.trim().len())
    }

    /// Text and placeholders where no other markup can be.
    pub(super) fn pieces(&self, text: &str, range: Range<usize>) -> Vec<Piece> {
        let exact = self.masked.text.get(range.clone()) == Some(text);
        let place = self.body.sub(range);
        if !exact {
            self.check_decoded(text, &place);
        }
        mask::pieces(self.masked, text, &place, exact, self.report)
    }

    /// Adds running text to the innermost element.
    pub(super) fn add_inline(&mut self, kind: InlineKind, place: Place) {
        self.top().inlines.push(Inline { kind, place });
    }
}

impl<'a> Frame<'a> {
    fn new(tag: Option<Tag<'a>>, place: Place) -> Frame<'a> {
        Frame {
            tag,
            place,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
            code: Vec::new(),
            loose: false,
        }
    }

    /// The same without room for more: most elements hold one thing, and a list that grows makes room for four.
    fn closed(mut self) -> Frame<'a> {
        self.blocks.shrink_to_fit();
        self.inlines.shrink_to_fit();
        self.items.shrink_to_fit();
        self.cells.shrink_to_fit();
        self.code.shrink_to_fit();
        self
    }
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::Default,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Centre,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
