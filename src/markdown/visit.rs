//! Goes through a tree in reading order. Depth is bounded by [`MAX_DEPTH`](super::MAX_DEPTH), so recursion is safe.

use super::{Block, BlockKind, Inline, InlineKind, LinkTarget, Placeholder, Template};
use crate::diagnostics::Place;

/// What a walk meets.
#[derive(Clone, Copy, Debug)]
pub enum Node<'a> {
    /// A block, before what it holds.
    Block(&'a Block),
    /// An inline, before what it holds.
    Inline(&'a Inline),
}

impl<'a> Node<'a> {
    /// The placeholders of this node itself, also those in an address, in code or in a description.
    pub fn placeholders(self) -> Vec<(Placeholder, &'a Place)> {
        let mut templates: Vec<&Template> = Vec::new();
        match self {
            Node::Block(Block { kind: BlockKind::Code { content, .. }, .. }) => templates.push(content),
            Node::Block(_) => {}
            Node::Inline(inline) => match &inline.kind {
                InlineKind::Placeholder(placeholder) => return vec![(*placeholder, &inline.place)],
                InlineKind::Code(content) | InlineKind::Qr { alt: content, .. } => templates.push(content),
                InlineKind::Image { alt, title, .. } => {
                    templates.push(alt);
                    templates.extend(title);
                }
                InlineKind::Link { target, title, .. } => {
                    if let LinkTarget::Mail(to) | LinkTarget::Tel(to) | LinkTarget::External(to) = target {
                        templates.push(to);
                    }
                    templates.extend(title);
                }
                _ => {}
            },
        }
        templates.into_iter().flat_map(Template::placeholders).collect()
    }
}

/// Shows every node of `blocks` to `see`, in reading order, the outer before the inner.
pub fn walk<'a>(blocks: &'a [Block], see: &mut dyn FnMut(Node<'a>)) {
    for block in blocks {
        see(Node::Block(block));
        match &block.kind {
            BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => walk_inlines(content, see),
            BlockKind::List { items, .. } => items.iter().for_each(|item| walk(&item.blocks, see)),
            BlockKind::Quote(blocks) | BlockKind::Aside(_, blocks) => walk(blocks, see),
            BlockKind::Definitions(list) => {
                for definition in list {
                    walk_inlines(&definition.term, see);
                    walk(&definition.blocks, see);
                }
            }
            BlockKind::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    walk_inlines(&cell.content, see);
                }
            }
            BlockKind::Code { .. } | BlockKind::Chart(_) | BlockKind::Rule | BlockKind::Directive(_) => {}
        }
    }
}

/// The same for running text.
pub fn walk_inlines<'a>(inlines: &'a [Inline], see: &mut dyn FnMut(Node<'a>)) {
    for inline in inlines {
        see(Node::Inline(inline));
        match &inline.kind {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link { content, .. } => walk_inlines(content, see),
            _ => {}
        }
    }
}

/// Lets `change` at every inline, in reading order.
pub(super) fn inlines_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Inline)) {
    blocks_mut(blocks, &mut |block| match &mut block.kind {
        BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => change_inlines(content, change),
        BlockKind::Table(table) => {
            for cell in table.head.iter_mut().chain(table.rows.iter_mut().flatten()) {
                change_inlines(&mut cell.content, change);
            }
        }
        _ => {}
    });
}

fn change_inlines(inlines: &mut [Inline], change: &mut dyn FnMut(&mut Inline)) {
    for inline in inlines {
        change(inline);
        match &mut inline.kind {
            InlineKind::Emphasis(content)
            | InlineKind::Strong(content)
            | InlineKind::Strikethrough(content)
            | InlineKind::Link { content, .. } => change_inlines(content, change),
            _ => {}
        }
    }
}

/// Lets `change` at every block, in reading order.
pub(super) fn blocks_mut(blocks: &mut [Block], change: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        change(block);
        match &mut block.kind {
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| blocks_mut(&mut item.blocks, change)),
            BlockKind::Quote(blocks) | BlockKind::Aside(_, blocks) => blocks_mut(blocks, change),
            BlockKind::Definitions(list) => list.iter_mut().for_each(|one| blocks_mut(&mut one.blocks, change)),
            _ => {}
        }
    }
}
