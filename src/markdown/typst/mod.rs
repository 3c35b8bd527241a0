//! A tree to a Typst module: nothing but calls of known functions, string literals and content blocks.
//!
//! No text of the content is ever markup, so `#let`, `$x$`, `--` or `https://` come out as they were written, and a glyph's span leads
//! through the [`SegmentMap`] to the file, line and column of the Markdown. [`PRELUDE`] documents the functions and defines them plainly;
//! a theme imports it or has its own of the same names.

mod inlines;
mod segment;
mod writer;

use std::collections::BTreeSet;

use super::escape::typst_string;
use super::notes::Notes;
use super::{Alignment, Block, BlockKind, Cell, Context, Definition, Directive, Document, Inline, ListItem, Table};
pub use segment::{Segment, SegmentMap, Wording};
use writer::Writer;

/// The functions that modules call, defined plainly.
pub const PRELUDE: &str = include_str!("../typst_prelude.typ");

/// How a body is put into its document.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Added to every heading level.
    pub heading_offset: u8,
    /// Put before every id, for documents made of several bodies; a slug with its hyphen.
    pub id_prefix: String,
    /// Put before every function, with its dot: `md.` where the theme is imported as `md`. Empty for `#import "…": *`.
    pub namespace: &'static str,
    /// Soft hyphens in the long words of running text; see [`super::syllables`].
    pub soft_hyphens: bool,
}

/// Generated Typst.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Module {
    /// Markup.
    pub text: String,
    /// Where each part of it was made from.
    pub map: SegmentMap,
}

impl Module {
    /// The same with `before`, such as an import, before it.
    #[must_use]
    pub fn after(self, before: &str) -> Module {
        Module { text: format!("{before}{}", self.text), map: self.map.shifted(before.len()) }
    }
}

/// The whole body.
pub fn render(document: &Document, context: &dyn Context, options: &Options) -> Module {
    render_blocks(document, &document.blocks, context, options)
}

/// Some blocks of a body, with the footnotes they refer to.
pub fn render_blocks(document: &Document, blocks: &[Block], context: &dyn Context, options: &Options) -> Module {
    render_parts(document, &[blocks], context, options).pop().unwrap_or_default()
}

/// Several parts of a body that go into one document: a footnote that more than one of them refers to is written once.
pub fn render_parts(document: &Document, parts: &[&[Block]], context: &dyn Context, options: &Options) -> Vec<Module> {
    let notes = Notes::of_parts(document, parts);
    let mut typst = Typst::new(&document.notes, notes, context, options);
    let mut modules = Vec::with_capacity(parts.len());
    for part in parts {
        typst.blocks(part);
        modules.push(std::mem::take(&mut typst.out.module));
    }
    modules
}

/// Running text, such as a title; it has no footnotes.
pub fn render_inlines(inlines: &[Inline], context: &dyn Context, options: &Options) -> Module {
    let mut typst = Typst::new(&[], Notes::default(), context, options);
    typst.inlines(inlines);
    typst.out.module
}

struct Typst<'a> {
    out: Writer<'a>,
    notes: &'a [super::Note],
    needed: Notes,
    /// Footnotes that were written.
    defined: BTreeSet<usize>,
    in_note: bool,
    /// Whether we are in the words of a link.
    linked: bool,
    context: &'a dyn Context,
    options: &'a Options,
    /// Whether we are in the blocks of a directive, which hold no directives.
    expanding: bool,
}

impl<'a> Typst<'a> {
    fn new(notes: &'a [super::Note], needed: Notes, context: &'a dyn Context, options: &'a Options) -> Typst<'a> {
        let out = Writer { module: Module::default(), namespace: options.namespace, soft: options.soft_hyphens };
        Typst { out, notes, needed, defined: BTreeSet::new(), in_note: false, linked: false, context, options, expanding: false }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                self.out.raw("\n\n");
            }
            self.block(block);
        }
    }

    /// Blocks of which a paragraph at the start is only its words: it stands beside a marker.
    fn marked_blocks(&mut self, blocks: &[Block]) {
        match blocks.split_first() {
            Some((Block { kind: BlockKind::Paragraph(content), .. }, rest)) => {
                self.inlines(content);
                if !rest.is_empty() {
                    self.out.raw("\n\n");
                }
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Heading { level, id, content, .. } => {
                let level = level.saturating_add(self.options.heading_offset).max(1);
                let id = typst_string(&format!("{}{id}", self.options.id_prefix));
                let soft = std::mem::replace(&mut self.out.soft, false);
                self.call("hd", &format!("{level}, {id}"), content);
                self.out.soft = soft;
            }
            BlockKind::Paragraph(content) => self.call("p", "", content),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote(blocks) => {
                self.out.open("quote-block");
                self.out.raw("[");
                self.blocks(blocks);
                self.out.raw("]");
            }
            BlockKind::Code { language, content } => self.code_block(language, content),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Definitions(list) => self.definitions(list),
            BlockKind::Aside(role, blocks) => {
                self.out.open("aside");
                self.out.raw(&format!("({})[", typst_string(role.key())));
                self.blocks(blocks);
                self.out.raw("]");
            }
            // The figures stand beside it in words.
            BlockKind::Chart(_) => {}
            BlockKind::Rule => {
                self.out.open("rule-line");
                self.out.raw("()");
            }
            BlockKind::Directive(directive) => self.directive(directive),
        }
    }

    fn directive(&mut self, directive: &Directive) {
        if !self.expanding {
            self.expanding = true;
            let blocks = self.context.directive(directive);
            self.blocks(&blocks);
            self.expanding = false;
        }
    }

    fn definitions(&mut self, list: &[Definition]) {
        self.out.open("defs");
        self.out.raw("(");
        for definition in list {
            self.out.raw("([");
            self.inlines(&definition.term);
            self.out.raw("], [");
            self.blocks(&definition.blocks);
            self.out.raw("]), ");
        }
        self.out.raw(")");
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[ListItem]) {
        match start {
            Some(start) => {
                self.out.open("ol");
                self.out.raw(&format!("({start}, {tight}"));
            }
            None => {
                self.out.open("ul");
                self.out.raw(&format!("({tight}"));
            }
        }
        for item in items {
            self.out.raw(", [");
            if tight {
                self.tight_item(&item.blocks);
            } else {
                self.blocks(&item.blocks);
            }
            self.out.raw("]");
        }
        self.out.raw(")");
    }

    fn tight_item(&mut self, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                self.out.raw("\n\n");
            }
            match &block.kind {
                BlockKind::Paragraph(content) => self.inlines(content),
                _ => self.block(block),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.out.open("tbl");
        self.out.raw(&format!("({}, (", table.alignments.len()));
        for alignment in &table.alignments {
            self.out.raw(match alignment {
                Alignment::Default => "auto, ",
                Alignment::Left => "left, ",
                Alignment::Centre => "center, ",
                Alignment::Right => "right, ",
            });
        }
        self.out.raw("), ");
        self.row(&table.head);
        self.out.raw(", (");
        for row in &table.rows {
            self.row(row);
            self.out.raw(", ");
        }
        self.out.raw("))");
    }

    fn row(&mut self, cells: &[Cell]) {
        self.out.raw("(");
        for cell in cells {
            self.out.raw("[");
            self.inlines(&cell.content);
            self.out.raw("], ");
        }
        self.out.raw(")");
    }

    /// `#name(arguments)[content]`
    fn call(&mut self, name: &str, arguments: &str, content: &[Inline]) {
        self.out.open(name);
        if !arguments.is_empty() {
            self.out.raw(&format!("({arguments})"));
        }
        self.out.raw("[");
        self.inlines(content);
        self.out.raw("]");
    }

    /// The footnote itself at its first reference in the running text, a bare number at every other.
    fn note_reference(&mut self, number: usize) {
        let notes = self.notes;
        let Some(note) = number.checked_sub(1).and_then(|index| notes.get(index)) else { return };
        let arguments = format!("({number}, {})", typst_string(&format!("{}catatan.{number}", self.options.id_prefix)));
        if self.in_note || !self.defined.insert(number) {
            self.out.open("note-ref");
            self.out.raw(&arguments);
            return;
        }
        self.in_note = true;
        self.out.open("note");
        self.out.raw(&arguments);
        self.out.raw("[");
        self.marked_blocks(&note.blocks);
        for inner in self.needed.inner.get(&number).cloned().unwrap_or_default() {
            self.out.raw("\n\n");
            self.out.open("note-inner");
            self.out.raw(&format!("({inner}, {})", typst_string(&format!("{}catatan.{inner}", self.options.id_prefix))));
            self.out.raw("[");
            self.marked_blocks(&notes[inner - 1].blocks);
            self.out.raw("]");
        }
        self.out.raw("]");
        self.in_note = false;
    }
}
