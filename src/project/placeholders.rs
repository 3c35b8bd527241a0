//! Placeholders in front matter: where they may stand, and that they are known.

use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::markdown::{self, InlineKind};
use crate::source::yaml::{Node, Value};

use super::codes::PLACEHOLDER_HERE;

/// The keys whose text is filled in before it is shown.
const FILLED: [&str; 10] =
    ["judul", "ringkas", "spanduk", "poin", "keterangan", "catatan", "teks", "inti", "penandatangan", "saksi"];

/// Reports programs, unknown placeholders, and placeholders where nothing fills them in: they
/// would be printed with their braces.
pub(super) fn check(front: &Node, d: &Diagnostics) {
    check_below("", front, &FILLED, d);
}

/// The same for a data file, in which nothing is filled in.
pub(super) fn refuse(data: &Node, d: &Diagnostics) {
    check_below("", data, &[], d);
}

fn check_below(key: &str, node: &Node, filled: &[&str], d: &Diagnostics) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|entry| check_below(&entry.key.value, &entry.value, filled, d)),
        Value::List(nodes) => nodes.iter().for_each(|node| check_below(key, node, filled, d)),
        Value::Scalar { text, .. } if text.contains("{{") || text.contains("{%") => {
            check_text(key, &Located { value: text.clone(), place: node.place.clone() }, filled, d);
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}

fn check_text(key: &str, text: &Located<String>, filled: &[&str], d: &Diagnostics) {
    let inlines = markdown::inline_text(text, d);
    for inline in &inlines {
        let InlineKind::Placeholder(placeholder) = &inline.kind else { continue };
        let reason = if !filled.contains(&key) {
            format!("kunci `{key}` tidak memakai isian")
        } else if placeholder.scope().is_by_row() {
            "isian desa dan penerima hanya ada di isi, di bawah garis `---`".to_owned()
        } else {
            continue;
        };
        let hint = match filled {
            [] => "tulis langsung kata-katanya; isian hanya dipakai di berkas `.md`".to_owned(),
            keys => format!("kunci yang memakai isian: {}", keys.join(", ")),
        };
        d.push(
            Diagnostic::error(PLACEHOLDER_HERE, format!("isian `{}` tidak dapat dipakai di sini", placeholder.name()))
                .at(&inline.place)
                .because(reason)
                .hint(hint),
        );
    }
}
