//! Which footnotes a part of a body needs, and who refers to whom.

use std::collections::BTreeMap;

use super::visit::{self, Node};
use super::{Block, Document, InlineKind};

/// The footnotes that some blocks refer to, by number.
#[derive(Default)]
pub(super) struct Notes {
    /// How often each is referred to, by the blocks and by the footnotes they need.
    pub(super) counts: BTreeMap<usize, usize>,
    /// Footnotes that only footnotes refer to, under the first footnote of the blocks that leads to them.
    pub(super) inner: BTreeMap<usize, Vec<usize>>,
}

impl Notes {
    /// The footnotes that `blocks` need.
    pub(super) fn of(document: &Document, blocks: &[Block]) -> Notes {
        Notes::of_parts(document, &[blocks])
    }

    /// The footnotes that several parts of a document need together.
    pub(super) fn of_parts(document: &Document, parts: &[&[Block]]) -> Notes {
        let mut notes = Notes::default();
        let direct = parts.iter().flat_map(|part| references(part)).collect();
        let roots = notes.count(document, direct);
        for &root in &roots {
            let mut inner: Vec<usize> = Vec::new();
            let mut next = Some(root);
            let mut at = 0;
            while let Some(number) = next {
                let found = references(&document.notes[number - 1].blocks);
                inner.extend(notes.count(document, found));
                next = inner.get(at).copied();
                at += 1;
            }
            if !inner.is_empty() {
                notes.inner.insert(root, inner);
            }
        }
        notes
    }

    /// Counts references and gives those met for the first time. A number without a footnote counts for nothing.
    fn count(&mut self, document: &Document, references: Vec<usize>) -> Vec<usize> {
        let mut new = Vec::new();
        for number in references {
            if number == 0 || number > document.notes.len() {
                continue;
            }
            let count = self.counts.entry(number).or_insert(0);
            *count += 1;
            if *count == 1 {
                new.push(number);
            }
        }
        new
    }
}

fn references(blocks: &[Block]) -> Vec<usize> {
    let mut found = Vec::new();
    visit::walk(blocks, &mut |node| {
        if let Node::Inline(inline) = node
            && let InlineKind::NoteReference(number) = inline.kind
        {
            found.push(number);
        }
    });
    found
}
