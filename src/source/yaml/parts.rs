//! Values that are being built, and what repeating them would cost.

use std::collections::BTreeMap;

use super::{Entry, Node, Value};
use crate::diagnostics::{Located, Place};

/// A finished value and what repeating it would cost.
#[derive(Clone)]
pub(super) struct Built {
    pub(super) node: Node,
    pub(super) cost: Cost,
}

/// How large a value is: keys and values in it, bytes of text, collections inside each other.
#[derive(Clone, Copy, Default)]
pub(super) struct Cost {
    pub(super) nodes: usize,
    pub(super) bytes: usize,
    pub(super) height: usize,
}

/// A collection that is not closed yet.
pub(super) struct Frame {
    pub(super) start: Place,
    pub(super) flow: bool,
    pub(super) anchor: usize,
    pub(super) content: Content,
    pub(super) cost: Cost,
}

pub(super) enum Content {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, keys: BTreeMap<String, Place>, key: Option<Key> },
}

/// A key that waits for its value.
pub(super) enum Key {
    Good(Located<String>),
    /// Already reported; its value is read and dropped.
    Refused,
}

impl Built {
    /// A value without others in it.
    pub(super) fn leaf(value: Value, place: Place) -> Built {
        let bytes = if let Value::Scalar { text, .. } = &value { text.len() } else { 0 };
        Built { node: Node { value, place }, cost: Cost { nodes: 1, bytes, height: 0 } }
    }
}

impl Frame {
    /// Puts a finished value where it belongs.
    pub(super) fn take(&mut self, built: Built) {
        self.cost.nodes += built.cost.nodes;
        self.cost.bytes += built.cost.bytes;
        self.cost.height = self.cost.height.max(built.cost.height);
        match &mut self.content {
            Content::List(items) => items.push(built.node),
            Content::Map { entries, key, .. } => {
                if let Some(Key::Good(key)) = key.take() {
                    self.cost.nodes += 1;
                    self.cost.bytes += key.len();
                    entries.push(Entry { key, value: built.node });
                }
            }
        }
    }

    /// The finished collection. The parser puts the end of a block collection at the next key; what is shown ends with its last value.
    pub(super) fn close(self, end: &Place) -> Built {
        let (value, last) = match self.content {
            Content::List(items) => {
                let last = items.last().map(|node| node.place.range().end);
                (Value::List(items), last)
            }
            Content::Map { entries, .. } => {
                let last = entries.last().map(|entry| entry.value.place.range().end);
                (Value::Map(entries), last)
            }
        };
        let start = self.start.range().start;
        let end = if self.flow { end.range().end } else { last.unwrap_or(start) };
        let node = Node { value, place: self.start.source().place(start..end) };
        Built { node, cost: Cost { nodes: self.cost.nodes + 1, height: self.cost.height + 1, ..self.cost } }
    }
}
