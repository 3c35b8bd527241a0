//! A tree to the text that is seen: what must be left of the HTML without its tags, and of the printed page.

use super::{Block, BlockKind, Context, Document, Inline, InlineKind, LinkTarget, Piece, Template, template};

/// What the text holds besides the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Bullets and numbers before the items of lists and before footnotes, as on paper. HTML has them outside its text.
    pub markers: bool,
}

/// The visible text in reading order, one block a line, footnotes last; as in HTML, without list markers.
pub fn render(document: &Document, context: &dyn Context) -> String {
    render_with(document, context, Options::default())
}

/// The visible text in reading order.
pub fn render_with(document: &Document, context: &dyn Context, options: Options) -> String {
    let mut text = render_blocks(&document.blocks, context, options);
    for (index, note) in document.notes.iter().enumerate() {
        let note = render_blocks(&note.blocks, context, options);
        if options.markers {
            text.push_str(&format!("{} ", index + 1));
        }
        text.push_str(&note);
    }
    text
}

/// Some blocks, without the footnotes they refer to.
pub fn render_blocks(blocks: &[Block], context: &dyn Context, options: Options) -> String {
    let mut text = Text { out: String::new(), context, options, expanding: false };
    text.blocks(blocks);
    text.out
}

/// Running text, such as a title, on one line.
pub fn render_inlines(inlines: &[Inline], context: &dyn Context) -> String {
    let mut text = Text { out: String::new(), context, options: Options::default(), expanding: false };
    text.inlines(inlines);
    text.out
}

struct Text<'a> {
    out: String,
    context: &'a dyn Context,
    options: Options,
    expanding: bool,
}

impl Text<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
            if !self.out.is_empty() && !self.out.ends_with('\n') {
                self.out.push('\n');
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => self.inlines(content),
            BlockKind::List { start, items, .. } => {
                for (number, item) in (start.unwrap_or(0)..).zip(items) {
                    if self.options.markers {
                        let marker = if start.is_some() { format!("{number}. ") } else { "• ".to_owned() };
                        self.out.push_str(&marker);
                    }
                    self.blocks(&item.blocks);
                }
            }
            BlockKind::Quote(blocks) => self.blocks(blocks),
            BlockKind::Code { content, .. } => self.template(content),
            BlockKind::Table(table) => {
                for row in std::iter::once(&table.head).chain(&table.rows) {
                    for cell in row {
                        self.inlines(&cell.content);
                        self.out.push('\t');
                    }
                    self.out.push('\n');
                }
            }
            BlockKind::Definitions(list) => {
                for definition in list {
                    self.inlines(&definition.term);
                    self.out.push('\n');
                    self.blocks(&definition.blocks);
                }
            }
            BlockKind::Aside(_, blocks) => self.blocks(blocks),
            BlockKind::Chart(_) | BlockKind::Rule => {}
            BlockKind::Directive(directive) if !self.expanding => {
                self.expanding = true;
                let blocks = self.context.directive(directive);
                self.blocks(&blocks);
                self.expanding = false;
            }
            BlockKind::Directive(_) => {}
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.out.push_str(text),
                InlineKind::Placeholder(placeholder) => self.out.push_str(&template::value(*placeholder, self.context)),
                InlineKind::Code(content) => self.template(content),
                InlineKind::Emphasis(content) | InlineKind::Strong(content) | InlineKind::Strikethrough(content) => {
                    self.inlines(content);
                }
                InlineKind::Link { target: LinkTarget::Citation(citation), content, .. } if content.is_empty() => {
                    let shown = self.context.citation(citation);
                    self.out.push_str(&shown.map_or_else(|| citation.address(), |shown| shown.label));
                }
                InlineKind::Link { content, .. } => self.inlines(content),
                InlineKind::Image { path, alt, .. } => {
                    if self.context.image(path).is_none() {
                        self.template(alt);
                    }
                }
                InlineKind::Qr { target, alt } => match self.context.qr(target) {
                    Some(_) => {}
                    None if alt.is_blank() => self.out.push_str(&target.address()),
                    None => self.template(alt),
                },
                InlineKind::NoteReference(number) => self.out.push_str(&number.to_string()),
                InlineKind::SoftBreak | InlineKind::HardBreak => self.out.push(' '),
            }
        }
    }

    fn template(&mut self, content: &Template) {
        for piece in &content.pieces {
            match piece {
                Piece::Text(text, _) => self.out.push_str(text),
                Piece::Placeholder(placeholder, _) => self.out.push_str(&template::value(*placeholder, self.context)),
            }
        }
    }
}
