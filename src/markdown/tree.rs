//! The tree a body is read into. Every node knows its place in the content, so that also what a directive takes from another file leads
//! back to that file.

use super::{Directive, LinkTarget, Placeholder, QrTarget, Template, visit};
use crate::diagnostics::Place;

/// One block and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the content.
    pub place: Place,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind {
    /// A heading.
    Heading {
        /// 1 to 6, as written.
        level: u8,
        /// Unique in its text; a slug.
        id: String,
        /// Whether the author wrote the id, as `{#dalam-1}`.
        explicit: bool,
        /// The words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// The first number of an ordered list, `None` for bullets.
        start: Option<u64>,
        /// Whether no item has blank lines in or around it.
        tight: bool,
        /// The items.
        items: Vec<ListItem>,
    },
    /// A block quote.
    Quote(Vec<Block>),
    /// A code block.
    Code {
        /// The words behind the fence; empty for indented code.
        language: String,
        /// The code, each line with its line feed.
        content: Template,
    },
    /// A table.
    Table(Table),
    /// Terms and what they mean; only directives make them.
    Definitions(Vec<Definition>),
    /// Blocks that stand apart from the running text; only directives make them.
    Aside(AsideRole, Vec<Block>),
    /// Figures as bars; only directives make it. The same figures stand beside it in words, so where nothing can be drawn nothing is lost.
    Chart(Chart),
    /// A thematic break.
    Rule,
    /// A directive, replaced through [`Context::directive`](super::Context::directive).
    Directive(Directive),
}

/// Counts as bars on one scale that begins at nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The bars, in order.
    pub bars: Vec<Bar>,
    /// The largest count of all charts that are compared with this one: they share a scale.
    pub largest: u64,
}

/// One bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What was counted.
    pub label: String,
    /// How many.
    pub value: u64,
    /// How many, as it is written: `1.597 (78,5%)`.
    pub amount: String,
}

/// A term and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The anchor of the term; a slug.
    pub id: String,
    /// The term.
    pub term: Vec<Inline>,
    /// What it means.
    pub blocks: Vec<Block>,
}

/// Why blocks stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsideRole {
    /// A point on which authorities disagree.
    Dispute,
    /// Where something comes from.
    Sources,
    /// Lines to sign on.
    Signatures,
    /// A word that nothing backs what stands above.
    Unsourced,
    /// Figures as bars with the table of them.
    Figures,
}

impl AsideRole {
    /// The word by which themes know it.
    pub fn key(self) -> &'static str {
        match self {
            AsideRole::Dispute => "sengketa",
            AsideRole::Sources => "kecil",
            AsideRole::Signatures => "tanda-tangan",
            AsideRole::Unsourced => "belum-bersumber",
            AsideRole::Figures => "statistik",
        }
    }
}

/// One item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    /// What it holds. In a tight list a paragraph is only its words.
    pub blocks: Vec<Block>,
    /// Where it stands in the content.
    pub place: Place,
}

/// A table; every row has as many cells as there are columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One a column.
    pub alignments: Vec<Alignment>,
    /// The head row.
    pub head: Vec<Cell>,
    /// The other rows.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The words.
    pub content: Vec<Inline>,
    /// Where it stands in the content.
    pub place: Place,
}

/// How a column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// As the theme has it.
    Default,
    /// `:--`
    Left,
    /// `:-:`
    Centre,
    /// `--:`
    Right,
}

/// A piece of running text and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline {
    /// What it is.
    pub kind: InlineKind,
    /// Where it stands in the content.
    pub place: Place,
}

/// What a piece of running text is.
#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind {
    /// Text as it is shown.
    Text(String),
    /// A value put in by the edition.
    Placeholder(Placeholder),
    /// Code.
    Code(Template),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strikethrough(Vec<Inline>),
    /// A link.
    Link {
        /// Where it leads.
        target: LinkTarget,
        /// Its title.
        title: Option<Template>,
        /// The words; only those of a citation may be empty, and then the context gives them.
        content: Vec<Inline>,
    },
    /// A picture.
    Image {
        /// Relative to the file, with `/`; never leaves its folder.
        path: String,
        /// What it shows.
        alt: Template,
        /// Its title.
        title: Option<Template>,
    },
    /// A QR code.
    Qr {
        /// What it leads to.
        target: QrTarget,
        /// What it is for; may be empty.
        alt: Template,
    },
    /// A reference to a footnote, by its number from 1: an index into [`Document::notes`](super::Document::notes) plus one.
    NoteReference(usize),
    /// A line end in the source: a space.
    SoftBreak,
    /// A line end that shows.
    HardBreak,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// As the author named it.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
    /// Where it stands in the content.
    pub place: Place,
}

impl Block {
    /// A block made by the program, such as by a directive; `place` is what it was made from.
    pub fn new(kind: BlockKind, place: &Place) -> Block {
        Block { kind, place: place.clone() }
    }

    /// Whether it holds a value that varies by village. Footnotes it refers to are not asked.
    pub fn uses_village(&self) -> bool {
        let mut uses = false;
        visit::walk(std::slice::from_ref(self), &mut |node| {
            uses |= node.placeholders().iter().any(|(placeholder, _)| placeholder.scope().is_by_row());
        });
        uses
    }
}

impl Inline {
    /// An inline made by the program; `place` is what it was made from.
    pub fn new(kind: InlineKind, place: &Place) -> Inline {
        Inline { kind, place: place.clone() }
    }

    /// Text made by the program.
    pub fn text(text: impl Into<String>, place: &Place) -> Inline {
        Inline::new(InlineKind::Text(text.into()), place)
    }
}
