//! A body as it was read, and questions about what is in it.

use super::visit::{self, Node};
use super::{
    Block, BlockKind, Citation, Context, Directive, Inline, InlineKind, LinkTarget, Note, Placeholder, QrTarget, Scope, text,
};
use crate::diagnostics::Place;

/// A Markdown body: parsed once, rendered many times.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// The footnotes that are referred to, by number.
    pub notes: Vec<Note>,
    /// The whole body.
    pub place: Place,
}

/// A heading and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'a> {
    /// 1 to 6.
    pub level: u8,
    /// Unique in its text.
    pub id: &'a str,
    /// Whether the author wrote the id.
    pub explicit: bool,
    /// The words.
    pub content: &'a [Inline],
    /// Where it stands.
    pub place: &'a Place,
}

/// The blocks under one heading; see [`Document::sections`].
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'a> {
    /// The heading; `None` for what stands before the first one.
    pub heading: Option<Heading<'a>>,
    /// The blocks under it, without it.
    pub blocks: &'a [Block],
}

impl Document {
    /// Shows every node to `see`, in reading order, footnotes last.
    pub fn walk<'a>(&'a self, see: &mut dyn FnMut(Node<'a>)) {
        visit::walk(&self.blocks, see);
        for note in &self.notes {
            visit::walk(&note.blocks, see);
        }
    }

    fn collect<'a, T>(&'a self, mut pick: impl FnMut(Node<'a>, &mut Vec<T>)) -> Vec<T> {
        let mut found = Vec::new();
        self.walk(&mut |node| pick(node, &mut found));
        found
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Every placeholder, also those in addresses, code and descriptions.
    pub fn placeholders(&self) -> Vec<(Placeholder, &Place)> {
        self.collect(|node, found| found.extend(node.placeholders()))
    }

    /// Every citation.
    pub fn citations(&self) -> Vec<(&Citation, &Place)> {
        self.collect(|node, found| {
            if let Node::Inline(Inline { kind: InlineKind::Link { target: LinkTarget::Citation(citation), .. }, place }) = node {
                found.push((citation, place));
            }
        })
    }

    /// Every link, citations included.
    pub fn links(&self) -> Vec<(&LinkTarget, &Place)> {
        self.collect(|node, found| {
            if let Node::Inline(Inline { kind: InlineKind::Link { target, .. }, place }) = node {
                found.push((target, place));
            }
        })
    }

    /// The path of every picture.
    pub fn images(&self) -> Vec<(&str, &Place)> {
        self.collect(|node, found| {
            if let Node::Inline(Inline { kind: InlineKind::Image { path, .. }, place }) = node {
                found.push((path.as_str(), place));
            }
        })
    }

    /// The target of every QR code.
    pub fn qrs(&self) -> Vec<(&QrTarget, &Place)> {
        self.collect(|node, found| {
            if let Node::Inline(Inline { kind: InlineKind::Qr { target, .. }, place }) = node {
                found.push((target, place));
            }
        })
    }

    /// Every directive.
    pub fn directives(&self) -> Vec<&Directive> {
        self.collect(|node, found| {
            if let Node::Block(Block { kind: BlockKind::Directive(directive), .. }) = node {
                found.push(directive);
            }
        })
    }

    /// Every heading.
    pub fn headings(&self) -> Vec<Heading<'_>> {
        self.collect(|node, found| {
            if let Node::Block(block) = node {
                found.extend(heading(block));
            }
        })
    }

    /// The body cut at its outermost headings of this level, in order. What stands before the first comes first, unless it is nothing.
    pub fn sections(&self, level: u8) -> Vec<Section<'_>> {
        let mut sections = Vec::new();
        let mut start = 0;
        let mut current = None;
        for (index, block) in self.blocks.iter().enumerate() {
            let Some(next) = heading(block).filter(|heading| heading.level == level) else { continue };
            if current.is_some() || index > start {
                sections.push(Section { heading: current, blocks: &self.blocks[start..index] });
            }
            current = Some(next);
            start = index + 1;
        }
        if current.is_some() || start < self.blocks.len() {
            sections.push(Section { heading: current, blocks: &self.blocks[start..] });
        }
        sections
    }

    /// Whether its rendering differs between regions: it has a value of a region or village, or a directive.
    pub fn uses_region(&self) -> bool {
        let values = self.placeholders().iter().any(|(placeholder, _)| placeholder.scope() >= Scope::Region);
        values || !self.directives().is_empty()
    }

    /// Whether it has a value that varies by village.
    pub fn uses_village(&self) -> bool {
        self.placeholders().iter().any(|(placeholder, _)| placeholder.scope() == Scope::Village)
    }

    /// The visible text; the same as [`text::render`].
    pub fn plain_text(&self, context: &dyn Context) -> String {
        text::render(self, context)
    }
}

fn heading(block: &Block) -> Option<Heading<'_>> {
    match &block.kind {
        BlockKind::Heading { level, id, explicit, content } => {
            Some(Heading { level: *level, id, explicit: *explicit, content, place: &block.place })
        }
        _ => None,
    }
}
