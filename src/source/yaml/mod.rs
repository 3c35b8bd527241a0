//! YAML as a tree in which every key and value keeps its place and plain scalars keep the text that was written.
//!
//! The engine is the event parser inside `serde_yaml` (the package serde-saphyr, which re-exports it); no public signature names it.
//! Its events are used instead of its `Deserialize` side because that side decides types before we can: an untyped `11.10` becomes
//! 11.1, and syntax errors come as English sentences instead of kinds that can be told in Indonesian. Events give the style of every
//! scalar, the exact bytes of every key, and let reading go on after a duplicate key.
//!
//! 1. `builder` turns events into [`Node`]s within the budgets below; what YAML allows and we do not, `refuse` says.
//! 2. `explain` tells a syntax error in Indonesian.

mod builder;
mod explain;
mod parts;
mod refuse;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Diagnostics, Located, Place, SourceText};

/// Collections inside each other.
pub const MAX_DEPTH: usize = 32;
/// Keys and values of one document, those that aliases repeat included.
pub const MAX_NODES: usize = 100_000;
/// Aliases (`*nama`) in one document.
pub const MAX_ALIASES: usize = 100;
/// Bytes of text that aliases may repeat in one document (1 MiB).
pub const MAX_REPEATED_BYTES: usize = 1024 * 1024;

/// A value and where it stands. For an alias that is the alias; for what is inside it, the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// From its first to its last byte; of a block collection, to the end of its last value.
    pub place: Place,
}

/// A value of any kind. What a plain scalar means (number, date, boolean) is for its reader to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A text. Plain scalars as written: `11.10` stays `11.10`, `01` stays `01`, `no` stays `no`.
    Scalar {
        /// The text, without quotes and with escapes resolved.
        text: String,
        /// Whether it was quoted or a block scalar, so that it can be nothing but text.
        quoted: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A mapping, in written order; of a duplicate key the first entry.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key, always text.
    pub key: Located<String>,
    /// Its value.
    pub value: Node,
}

/// Reads one document from a part of a text. `None`, with the reason in `d`, when it can't be read as a tree; what is wrong inside a
/// tree that can be read (duplicate keys, tags, merge keys, unknown aliases) is an error in `d` too, all of them at once.
pub fn parse(source: &Arc<SourceText>, range: Range<usize>, d: &Diagnostics) -> Option<Node> {
    builder::Builder::new(source, source.place(range), d).build()
}
