//! A body as it was read, and questions about what is in it.

use std::sync::OnceLock;

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
    found: Found,
}

/// What was found in a body at the first question. Hundreds of editions share a body and each asks again, of a tree that no longer
/// changes by then.
#[derive(Debug, Default)]
struct Found(OnceLock<Targets>);

/// What a body leads to, what is filled in, and where it can be led to.
#[derive(Debug, Default)]
struct Targets {
    links: Vec<(LinkTarget, Place)>,
    images: Vec<(String, Place)>,
    qrs: Vec<(QrTarget, Place)>,
    directives: Vec<Directive>,
    placeholders: Vec<(Placeholder, Place)>,
    anchors: Vec<String>,
}

impl Targets {
    fn note(&mut self, kind: &InlineKind, place: &Place) {
        match kind {
            InlineKind::Link { target, .. } => self.links.push((target.clone(), place.clone())),
            InlineKind::Image { path, .. } => self.images.push((path.clone(), place.clone())),
            InlineKind::Qr { target, .. } => self.qrs.push((target.clone(), place.clone())),
            _ => {}
        }
    }
}

// What was found follows from the body: a copy finds it again, and it makes no difference.
impl Clone for Found {
    fn clone(&self) -> Self {
        Found::default()
    }
}

impl PartialEq for Found {
    fn eq(&self, _: &Self) -> bool {
        true
    }
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
    /// A body with nothing in it yet.
    pub(super) fn empty(place: Place) -> Document {
        Document { blocks: Vec::new(), notes: Vec::new(), place, found: Found::default() }
    }

    fn targets(&self) -> &Targets {
        self.found.0.get_or_init(|| {
            let mut targets = Targets::default();
            self.walk(&mut |node| {
                let filled_in = node.placeholders().into_iter();
                targets.placeholders.extend(filled_in.map(|(placeholder, place)| (placeholder, place.clone())));
                match node {
                    Node::Inline(Inline { kind, place }) => targets.note(kind, place),
                    Node::Block(Block { kind: BlockKind::Directive(directive), .. }) => {
                        targets.directives.push(directive.clone());
                    }
                    Node::Block(block) => targets.anchors.extend(heading(block).map(|heading| heading.id.to_owned())),
                }
            });
            targets
        })
    }

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
        self.targets().placeholders.iter().map(|(placeholder, place)| (*placeholder, place)).collect()
    }

    /// Every citation.
    pub fn citations(&self) -> Vec<(&Citation, &Place)> {
        let mut citations = Vec::new();
        for (target, place) in self.links() {
            if let LinkTarget::Citation(citation) = target {
                citations.push((citation, place));
            }
        }
        citations
    }

    /// Every link, citations included.
    pub fn links(&self) -> Vec<(&LinkTarget, &Place)> {
        self.targets().links.iter().map(|(target, place)| (target, place)).collect()
    }

    /// The path of every picture.
    pub fn images(&self) -> Vec<(&str, &Place)> {
        self.targets().images.iter().map(|(path, place)| (path.as_str(), place)).collect()
    }

    /// The target of every QR code.
    pub fn qrs(&self) -> Vec<(&QrTarget, &Place)> {
        self.targets().qrs.iter().map(|(target, place)| (target, place)).collect()
    }

    /// Every directive.
    pub fn directives(&self) -> Vec<&Directive> {
        self.targets().directives.iter().collect()
    }

    /// The id of every heading.
    pub fn anchors(&self) -> &[String] {
        &self.targets().anchors
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
        self.placeholders().iter().any(|(placeholder, _)| placeholder.scope().is_by_row())
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
