//! A piece's body as parts: ordinary text, small notes, and blocks that name the village.

use super::context::PrintContext;
use crate::markdown::typst::{Options, render_blocks, render_inlines};
use crate::markdown::visit::{self, Node};
use crate::markdown::{Block, BlockKind, Document, Inline, InlineKind, Section};
use crate::print::job::{Body, Copy, Part};

/// The body of one piece in one edition.
pub(super) struct Wording<'a> {
    context: &'a PrintContext<'a>,
    document: &'a Document,
}

impl<'a> Wording<'a> {
    pub(super) fn new(context: &'a PrintContext<'a>, document: &'a Document) -> Wording<'a> {
        Wording { context, document }
    }

    /// The body cut at its headings of a level.
    pub(super) fn sections(&self, level: u8) -> Vec<Section<'a>> {
        self.document.sections(level)
    }

    /// The whole body.
    pub(super) fn all(&self) -> Vec<Part> {
        self.parts(&self.document.blocks)
    }

    /// One panel: its heading is set apart from its text.
    pub(super) fn panel(&self, section: &Section<'_>) -> Body {
        let title = section.heading.as_ref().map(|heading| heading.content).unwrap_or_default();
        let title = Copy::of(render_inlines(title, self.context, &Options::default()));
        Body { title, parts: self.parts(section.blocks) }
    }

    fn parts(&self, blocks: &[Block]) -> Vec<Part> {
        let mut parts = Vec::new();
        let is_filled = |block: &Block| self.context.edition().is_filled(self.document, block);
        let joins = |block: &Block| is_ordinary(block) && !is_filled(block);
        for run in blocks.chunk_by(|a, b| joins(a) && joins(b)) {
            if run.first().is_some_and(is_filled) {
                continue;
            }
            let options = Options { soft_hyphens: true, ..Options::default() };
            let copy = Copy::of(render_blocks(self.document, run, self.context, &options));
            parts.push(match run.first() {
                Some(first) if names_village(first) => Part::Village(copy),
                Some(first) if is_note(first) => Part::Note(copy),
                _ => Part::Fixed(copy),
            });
        }
        parts
    }
}

/// Neither a village block nor a note: such blocks are set together.
fn is_ordinary(block: &Block) -> bool {
    !names_village(block) && !is_note(block)
}

/// Whether a block holds a value that varies by village.
fn names_village(block: &Block) -> bool {
    let mut found = false;
    visit::walk(std::slice::from_ref(block), &mut |node| {
        if let Node::Inline(Inline { kind: InlineKind::Placeholder(placeholder), .. }) = node {
            found |= placeholder.scope().is_by_row();
        }
    });
    found
}

/// A paragraph that is emphasised as a whole: sources and explanations in small type.
fn is_note(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Paragraph(content)
        if matches!(content.as_slice(), [Inline { kind: InlineKind::Emphasis(_), .. }]))
}
