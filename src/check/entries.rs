//! S2: disputes, figures and content that are named by id exist.

use super::removed;
use crate::content::{Entries, Id, Kind, Meta};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Rule, did_you_mean};
use crate::edition::{Edition, Shelf};
use crate::markdown::{Directive, DirectiveName};

/// `sengketa` names a dispute that is not in the content.
pub const UNKNOWN_DISPUTE: &str = "S237";
/// A figure or content that is named by id is not there.
pub const UNKNOWN_ENTRY: &str = "S238";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_DISPUTE, "`sengketa` menyebut titik sengketa yang tidak ada.")
        .why("Tanda bahwa sebuah pendapat diperdebatkan tidak akan muncul, dan isinya dapat tercetak sebagai kepastian.")
        .repair("Pakai pengenal yang disarankan, atau tambahkan titiknya di `content/sengketa.yaml`.")
        .example("titik sengketa `hadir-tanpa-atribute` tidak dikenal"),
    Rule::error(UNKNOWN_ENTRY, "Angka atau isi yang disebut dengan pengenal tidak ada.")
        .why("Tempatnya akan kosong di halaman dan cetakan.")
        .repair("Pakai pengenal yang disarankan, atau tambahkan entrinya.")
        .example("angka `kasn-2002` tidak dikenal"),
];

/// Checks every id of an entry in an edition.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    for meta in metas(edition) {
        for id in &meta.disputes {
            known(&edition.disputes, id.value.as_str(), id, &DISPUTE, d);
        }
    }
    for statistic in edition.statistics.iter() {
        for id in &statistic.compare {
            let others = edition.statistics.with_ids().map(|(id, _)| id).filter(|other| **other != statistic.id);
            if !edition.statistics.is_unreadable(id.value.as_str()) {
                named(others, id.value.as_str(), id, &STATISTIC, d);
            }
        }
    }
    for document in edition.documents() {
        for directive in document.directives() {
            check_directive(edition, directive, d);
        }
    }
}

/// What an unknown id is told as: code, what it would be, where it is written.
type Named = (&'static str, &'static str, &'static str);

const DISPUTE: Named = (UNKNOWN_DISPUTE, "titik sengketa", "tambahkan di `content/sengketa.yaml`");
const STATISTIC: Named = (UNKNOWN_ENTRY, "angka", "tambahkan di `content/statistik.yaml`");

fn metas(edition: &Edition) -> Vec<&Meta> {
    let mut metas: Vec<&Meta> = Vec::new();
    metas.extend(edition.pages.values().map(|item| &item.data.meta));
    metas.extend(edition.violations.values().map(|item| &item.data.meta));
    metas.extend(edition.sanctions.values().map(|item| &item.data.meta));
    metas.extend(edition.regulations.values().map(|item| &item.data.meta));
    metas.extend(edition.declarations.values().map(|item| &item.data.meta));
    metas.extend(edition.pieces.values().map(|item| &item.data.meta));
    metas
}

fn check_directive(edition: &Edition, directive: &Directive, d: &Diagnostics) {
    let Some(id) = directive.wanted_id() else { return };
    match directive.name {
        DirectiveName::Statistics => known(&edition.statistics, id, id, &STATISTIC, d),
        DirectiveName::Disputes => known(&edition.disputes, id, id, &DISPUTE, d),
        DirectiveName::List => match directive.arg("isi").and_then(|kind| Kind::from_folder(&kind.value)) {
            Some(Kind::Violation) => on_shelf(edition, &edition.violations, Kind::Violation, id, d),
            Some(Kind::Sanction) => on_shelf(edition, &edition.sanctions, Kind::Sanction, id, d),
            Some(Kind::Regulation) => on_shelf(edition, &edition.regulations, Kind::Regulation, id, d),
            Some(Kind::Declaration) => on_shelf(edition, &edition.declarations, Kind::Declaration, id, d),
            Some(Kind::Page | Kind::Piece) | None => {}
        },
        _ => {}
    }
}

fn known<T, U>(entries: &Entries<T>, id: &str, at: &Located<U>, kind: &Named, d: &Diagnostics) {
    if !entries.is_unreadable(id) {
        named(entries.with_ids().map(|(id, _)| id), id, at, kind, d);
    }
}

/// Reports an id that is none of these.
fn named<'a, U>(all: impl Iterator<Item = &'a Id>, id: &str, at: &Located<U>, (code, what, add): &Named, d: &Diagnostics) {
    let all: Vec<&str> = all.map(Id::as_str).collect();
    if all.contains(&id) {
        return;
    }
    let hint = did_you_mean(id, all, || (*add).to_owned());
    d.push(Diagnostic::error(code, format!("{what} `{id}` tidak dikenal")).at(&at.place).hint(hint));
}

fn on_shelf<T>(edition: &Edition, shelf: &Shelf<T>, kind: Kind, id: &Located<String>, d: &Diagnostics) {
    let excused = edition.is_unreadable(kind, id) || removed::is_above(edition, kind, id, &id.place);
    if shelf.contains_key(id.as_str()) || excused {
        return;
    }
    let hint =
        did_you_mean(id, shelf.keys().map(Id::as_str), || format!("tambahkan `content/{}/{}.md`", kind.folder(), id.value));
    let unknown = format!("{} `{}` tidak dikenal", kind.folder(), id.value);
    d.push(Diagnostic::error(UNKNOWN_ENTRY, unknown).at(&id.place).hint(hint));
}
