//! Short ways to read and to show problems in the tests of this room.

use std::sync::Arc;

use super::reader::MapReader;
use super::yaml::{self, Node};
use crate::diagnostics::{Diagnostics, SourceText, render};

/// A text as if it was read from `content/uji.md`.
pub(super) fn source(text: &str) -> Arc<SourceText> {
    SourceText::new("content/uji.md", text)
}

/// Everything that was found, as a person sees it.
pub(super) fn shown(d: Diagnostics) -> String {
    render::human(&d.into_sorted(), false)
}

/// A YAML tree and its problems.
pub(super) fn parse(text: &str) -> (Option<Node>, String) {
    let d = Diagnostics::new();
    let source = source(text);
    let node = yaml::parse(&source, 0..source.text().len(), &d);
    (node, shown(d))
}

/// The problems of a YAML text alone.
pub(super) fn problems(text: &str) -> String {
    parse(text).1
}

/// What reading a YAML mapping gives, and its problems.
pub(super) fn read<T>(text: &str, take: impl FnOnce(&mut MapReader<'_>) -> T) -> (T, String) {
    let d = Diagnostics::new();
    let source = source(text);
    let node = yaml::parse(&source, 0..source.text().len(), &d).expect("the tree can be read");
    let value = {
        let mut reader = MapReader::new(&node, "regulasi", &d).expect("the tree is a mapping");
        let value = take(&mut reader);
        reader.finish();
        value
    };
    (value, shown(d))
}
