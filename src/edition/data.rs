//! Lays the entries of data files over each other, by their id.

use std::collections::BTreeMap;

use crate::content::{Entries, Id};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::project::codes::{LOCKED, NOTHING_TO_REMOVE};
use crate::project::{DataEntry, DataShelf, Layer};

/// One list, all layers, lowest first: what is above wins and stands where the one below stood, what is locked stays.
pub(super) fn lay<T>(layers: &[&Layer], shelf: impl Fn(&Layer) -> &DataShelf<T>, d: &Diagnostics) -> Entries<T> {
    let mut result = Entries::default();
    let mut locks: BTreeMap<&Id, &Place> = BTreeMap::new();
    for shelf in layers.iter().map(|layer| shelf(layer)) {
        if shelf.unreadable {
            result.lose_all();
        }
        for (id, place, entry) in &shelf.entries {
            match (entry, locks.get(id)) {
                (DataEntry::Unreadable, _) => result.lose(id),
                (_, Some(lock)) => d.push(locked_error(id, place, lock)),
                (DataEntry::Present { data, locked }, None) => {
                    result.put(id, data);
                    if *locked {
                        locks.insert(id, place);
                    }
                }
                (DataEntry::Removed, None) if result.get(id.as_str()).is_some() => result.remove(id),
                (DataEntry::Removed, None) if result.is_unreadable(id.as_str()) => {}
                (DataEntry::Removed, None) => d.push(nothing_to_remove(id, place)),
            }
        }
    }
    result
}

/// The file's own name: `pelaporan.yaml`.
fn file_name(place: &Place) -> &str {
    place.path().rsplit('/').next().unwrap_or_default()
}

fn locked_error(id: &Id, place: &Place, lock: &Place) -> Diagnostic {
    Diagnostic::error(LOCKED, format!("`{id}` di `{}` terkunci dan tidak dapat diganti daerah", file_name(place)))
        .at(place)
        .related(lock, format!("dikunci di `{}`", lock.path()))
        .because("isi resmi harus sama di semua daerah")
        .hint("hapus entri ini; bila perlu, tambahkan entri baru dengan `id` lain")
}

fn nothing_to_remove(id: &Id, place: &Place) -> Diagnostic {
    Diagnostic::warning(NOTHING_TO_REMOVE, format!("tidak ada `{id}` di `{}` yang dapat dihapus", file_name(place)))
        .at(place)
        .hint("periksa `id`-nya, atau hapus entri ini")
}
