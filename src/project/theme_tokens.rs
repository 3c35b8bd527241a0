//! Tokens of a theme over those of the one below: a name that is not there below is a slip of the pen, and pairs add up.

use super::codes::UNKNOWN_TOKEN;
use crate::diagnostics::{Diagnostic, Diagnostics, did_you_mean};
use crate::source::yaml::{Entry, Node, Value};

/// The keys whose maps are merged by name.
pub(super) const NAMED: [&str; 5] = ["warna", "huruf", "ruang", "peran", "aksen"];
/// Those of them that have no new names above; `aksen` may.
const CLOSED: [(&str, &str); 4] = [("warna", "warna"), ("huruf", "huruf"), ("ruang", "langkah jarak"), ("peran", "peran")];
/// The keys whose lists go on with that of the theme below: what was checked there still is.
const PAIRS: [&str; 2] = ["pasangan", "pasangan_peran"];

/// Reports names that the theme below does not have. A new colour is one that a pair or a role of the same file uses.
pub(super) fn check(upper: &Node, lower: &Node, d: &Diagnostics) {
    for (key, what) in CLOSED {
        let known: Vec<&str> = entries(lower, key).map(|entry| entry.key.as_str()).collect();
        for entry in entries(upper, key).filter(|entry| !known.contains(&entry.key.as_str())) {
            let name = entry.key.as_str();
            if key == "warna"
                && [PAIRS.as_slice(), &["peran"]]
                    .concat()
                    .iter()
                    .any(|key| value(upper, key).is_some_and(|node| names(node, name)))
            {
                continue;
            }
            let problem =
                Diagnostic::error(UNKNOWN_TOKEN, format!("{what} `{name}` tidak ada di tema induk")).at(&entry.key.place);
            let hint = did_you_mean(name, known.iter().copied(), || match key {
                "warna" => {
                    "warna baru harus dipakai di `pasangan` atau `peran` berkas ini, supaya kontrasnya diperiksa".to_owned()
                }
                _ => format!("yang ada: {}", known.join(", ")),
            });
            d.push(problem.hint(hint));
        }
    }
}

/// The upper file with the pairs of the lower one behind its own.
pub(super) fn with_pairs(mut upper: Node, lower: &Node) -> Node {
    let Value::Map(own) = &mut upper.value else { return upper };
    for entry in own.iter_mut().filter(|entry| PAIRS.contains(&entry.key.as_str())) {
        let below = value(lower, entry.key.as_str()).map(|node| &node.value);
        if let (Value::List(pairs), Some(Value::List(below))) = (&mut entry.value.value, below) {
            pairs.extend(below.iter().cloned());
        }
    }
    upper
}

fn value<'a>(file: &'a Node, key: &str) -> Option<&'a Node> {
    let Value::Map(entries) = &file.value else { return None };
    entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
}

fn entries<'a>(file: &'a Node, key: &str) -> impl Iterator<Item = &'a Entry> {
    let entries = value(file, key).map(|node| match &node.value {
        Value::Map(entries) => entries.as_slice(),
        _ => &[],
    });
    entries.unwrap_or_default().iter()
}

/// Whether a text stands anywhere in a value.
fn names(node: &Node, wanted: &str) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Scalar { text, .. } => text == wanted,
        Value::List(items) => items.iter().any(|item| names(item, wanted)),
        Value::Map(entries) => entries.iter().any(|entry| names(&entry.value, wanted)),
    }
}
