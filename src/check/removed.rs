//! What a layer left out with `hapus: true` though other content rests on it.
//!
//! That content may lie in a base that the office can't edit, so it is told at the file that removes: once, with the files that need what
//! it left out. Links are not here: one that leads to what was left out becomes plain text, see the plan.

use std::collections::{BTreeMap, BTreeSet};

use super::law;
use crate::content::{Id, Kind};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule};
use crate::edition::{Edition, Removal};
use crate::markdown::DirectiveName;

/// Content is left out, but other content rests on it.
pub const STILL_NEEDED: &str = "S239";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[Rule::error(STILL_NEEDED, "Isi dihilangkan padahal isi lain bersandar padanya.")
    .why("Pelanggaran tanpa dasar hukum atau naskah tanpa isinya akan terbit.")
    .repair("Hapus berkas `hapus: true` itu, atau hilangkan juga naskah yang memakainya.")
    .example("regulasi `uu-20-2023` dihilangkan, padahal masih dipakai isi lain")];

/// How many files a message names.
const SHOWN: usize = 3;

/// Checks what one edition leaves out.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    if edition.removed.is_empty() {
        return;
    }
    let mut needed: BTreeMap<(Kind, &Id), BTreeSet<String>> = BTreeMap::new();
    for (kind, id, place) in named(edition) {
        let Some(((kind, id), removal)) = Id::new(id).and_then(|id| edition.removed.get_key_value(&(kind, id))) else { continue };
        if removal.is_above(place.path()) {
            needed.entry((*kind, id)).or_default().insert(Removal::in_layer(place.path()).to_owned());
        }
    }
    for ((kind, id), files) in needed {
        let Some(removal) = edition.removed.get(&(kind, id.clone())) else { continue };
        let more = if files.len() > SHOWN { ", …" } else { "" };
        let shown = files.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
        d.push(
            Diagnostic::error(STILL_NEEDED, format!("{} `{id}` dihilangkan, padahal masih dipakai isi lain", kind.folder()))
                .at(&removal.place)
                .because(format!("dipakai di {} berkas: {shown}{more}", files.len()))
                .hint("hapus berkas ini; atau hilangkan juga, atau ganti, naskah yang memakainya"),
        );
    }
}

/// Everything that is named by its id for more than a link, with where it is named.
fn named(edition: &Edition) -> Vec<(Kind, &str, &Place)> {
    let mut named: Vec<_> = law::named(edition).into_iter().map(|(id, place)| (Kind::Regulation, id, place)).collect();
    let sanctions = edition.violations.values().flat_map(|item| &item.data.sanctions);
    named.extend(sanctions.map(|id| (Kind::Sanction, id.value.as_str(), &id.place)));
    let filled = edition.pieces.values().filter_map(|item| item.data.fills_from.as_ref());
    named.extend(filled.map(|from| (from.value.kind, from.value.id.as_str(), &from.place)));
    let directives = edition.documents().flat_map(|document| document.directives());
    let lists = directives.filter(|directive| directive.name == DirectiveName::List);
    named.extend(lists.filter_map(|list| {
        let kind = Kind::from_folder(&list.arg("isi")?.value)?;
        let id = list.wanted_id()?;
        Some((kind, id.value.as_str(), &id.place))
    }));
    named
}

/// Whether a layer above the one that names it left this out, as [`check`] tells.
pub(super) fn is_above(edition: &Edition, kind: Kind, id: &str, place: &Place) -> bool {
    let removal = Id::new(id).and_then(|id| edition.removed.get(&(kind, id)));
    removal.is_some_and(|removal| removal.is_above(place.path()))
}
