//! The entries of a data file and the keys of a settings file: which layer each comes from.

use crate::commands::layers::LayerFile;
use crate::commands::layers::story::{self, Flags};
use crate::source::yaml::{Node, Value};

/// One entry or key, and what became of it.
pub(super) struct Part {
    /// `saluran: wa-bawaslu`, `judul`
    pub(super) name: String,
    /// In words.
    pub(super) from: String,
}

/// What stands so far of one entry.
struct Standing {
    name: String,
    number: usize,
    locked: bool,
    removed: bool,
    overridden: Option<usize>,
    refused: Option<usize>,
}

/// The parts of a file that is laid over another part by part; empty for any other.
pub(super) fn of(files: &[LayerFile<'_>]) -> Vec<Part> {
    let mut parts: Vec<Standing> = Vec::new();
    for (index, layer) in files.iter().enumerate() {
        let Some(file) = layer.file.filter(|file| story::is_merged(inside(file.path()))) else { continue };
        let Some(node) = story::node(file) else { continue };
        for (name, flags) in named(&node) {
            put(&mut parts, name, index + 1, &flags);
        }
    }
    parts.into_iter().map(told).collect()
}

/// The name of a file without the folders of its layer.
fn inside(path: &str) -> &str {
    match path.rfind("/themes/") {
        Some(at) => &path[at + 1..],
        None if path.starts_with("themes/") => path,
        None => path.rsplit('/').next().unwrap_or(path),
    }
}

/// The entries of every list, by id, and the keys that are no list of entries.
fn named(node: &Node) -> Vec<(String, Flags)> {
    let Value::Map(keys) = &node.value else { return Vec::new() };
    let mut found = Vec::new();
    for key in keys {
        let entries = match &key.value.value {
            Value::List(items) => items.iter().filter_map(|item| Some((item, id(item)?))).collect(),
            _ => Vec::new(),
        };
        if entries.is_empty() {
            found.push((key.key.value.clone(), Flags::default()));
        }
        found.extend(entries.into_iter().map(|(item, id)| (format!("{}: {id}", key.key.value), story::of_map(item))));
    }
    found
}

fn id(node: &Node) -> Option<&str> {
    match story::value(node, "id")? {
        Value::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

fn put(parts: &mut Vec<Standing>, name: String, number: usize, flags: &Flags) {
    match parts.iter_mut().find(|part| part.name == name) {
        None => {
            parts.push(Standing { name, number, locked: flags.locks, removed: flags.removes, overridden: None, refused: None });
        }
        Some(part) if part.locked => part.refused = Some(number),
        Some(part) => {
            part.overridden = Some(part.number).filter(|_| !part.removed);
            part.number = number;
            part.removed = flags.removes;
            part.locked = flags.locks;
        }
    }
}

fn told(part: Standing) -> Part {
    let locked = if part.locked { ", terkunci" } else { "" };
    let refused = part.refused.map(|number| format!("; nomor {number} tidak dapat mengubahnya")).unwrap_or_default();
    let from = match (part.removed, part.overridden) {
        (true, _) => format!("dihapus nomor {}", part.number),
        (false, Some(below)) => format!("dari nomor {}, menggantikan nomor {below}{locked}{refused}", part.number),
        (false, None) => format!("dari nomor {}{locked}{refused}", part.number),
    };
    Part { name: part.name, from }
}
