//! Lays the pictures of layers over each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place};
use crate::project::codes::{LOCKED, NOTHING_TO_REMOVE};
use crate::project::{Layer, Picture, PictureEntry};

/// The pictures by path, and what the notes beside them say.
pub(super) type Laid = (BTreeMap<String, Arc<[u8]>>, Vec<Located<String>>);

/// The pictures of all layers, lowest first: what is above wins, what is locked stays.
pub(super) fn lay(layers: &[&Layer], d: &Diagnostics) -> Laid {
    let mut result: BTreeMap<&String, &Picture> = BTreeMap::new();
    for (name, entry) in layers.iter().flat_map(|layer| &layer.images) {
        let lock = result.get(name).and_then(|below| below.locked.as_ref());
        match (entry, lock) {
            (PictureEntry::Present(picture), Some(lock)) => d.push(locked_error(name, lock).in_file(&picture.path)),
            (PictureEntry::Removed(place), Some(lock)) => d.push(locked_error(name, lock).at(place)),
            (PictureEntry::Present(picture), None) => drop(result.insert(name, picture)),
            (PictureEntry::Removed(_), None) if result.contains_key(name) => drop(result.remove(name)),
            (PictureEntry::Removed(place), None) => d.push(
                Diagnostic::warning(NOTHING_TO_REMOVE, format!("tidak ada `{name}` yang dapat dihapus"))
                    .at(place)
                    .hint("periksa nama berkasnya, atau hapus berkas ini"),
            ),
        }
    }
    let notes = result.values().flat_map(|picture| &picture.notes).cloned().collect();
    (result.into_iter().map(|(name, picture)| (name.clone(), Arc::clone(&picture.bytes))).collect(), notes)
}

fn locked_error(name: &str, lock: &Place) -> Diagnostic {
    Diagnostic::error(LOCKED, format!("`{name}` terkunci dan tidak dapat diganti daerah"))
        .related(lock, format!("dikunci di `{}`", lock.path()))
        .because("gambar resmi harus sama di semua daerah")
        .hint("hapus berkas ini; bila perlu, tambahkan gambar dengan nama lain")
}
