//! What a layer left out, and which files lie below it: an office can't edit what others link to from there.

use std::collections::BTreeMap;

use crate::content::{Id, Kind};
use crate::diagnostics::Place;
use crate::project::Layer;

/// A file with `hapus: true` that left out what the layers below have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// What the file says; its path is that of the file.
    pub place: Place,
    /// The folders of its layer and of those above it, as messages name them.
    folders: Vec<String>,
}

/// What is left out of an edition, by kind and id.
pub type Removals = BTreeMap<(Kind, Id), Removal>;

impl Removal {
    /// A removal by the first of `layers`; the others lie above it.
    pub(super) fn new(place: &Place, layers: &[&Layer]) -> Removal {
        Removal { place: place.clone(), folders: layers.iter().map(|layer| layer.folder.clone()).collect() }
    }

    /// Whether this lies above a file: its layer is below the one that removes. No folder of a layer below lies in one of those above: the regions
    /// lie in the national folder of their project, and are above it.
    pub fn is_above(&self, path: &str) -> bool {
        !self.folders.iter().any(|folder| path.starts_with(folder.as_str()))
    }

    /// `halaman/beranda.md`: a file as it is called in every layer.
    pub fn in_layer(path: &str) -> &str {
        let mut slashes = path.rmatch_indices('/').map(|(at, _)| at);
        let (name, folder) = (slashes.next(), slashes.next());
        let of = |slash: Option<usize>| slash.map_or(path, |slash| &path[slash + 1..]);
        let kind = of(folder).split('/').next().and_then(Kind::from_folder);
        if kind.is_some() { of(folder) } else { of(name) }
    }
}
