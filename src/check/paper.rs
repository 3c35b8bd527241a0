//! S3: what is printed has a source, is not disputed, and is in force. On a page such content is marked; a sheet can't be taken back.
//!
//! Lists leave it out by themselves. What a piece names outright is an error here.

use super::prose::claim::leads_to_deferred;
use crate::content::sanction::SanctionStatus;
use crate::content::{Confidence, Id, Kind, Meta, Piece};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Rule};
use crate::edition::{Edition, Item};
use crate::markdown::{Directive, DirectiveName};

/// A print piece names content that must not be printed.
pub const UNFIT: &str = "S305";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] =
    &[Rule::error(UNFIT, "Bahan cetak memuat isi yang belum bersumber, diperdebatkan, tertunda, atau tidak layak cetak.")
        .why("Di situs isi seperti ini diberi tanda dan dapat diperbaiki; lembar yang tersebar tidak dapat ditarik kembali.")
        .repair("Pakai isi lain, atau lengkapi sumbernya lalu naikkan `keyakinan`.")
        .example("`potong-tukin` tidak boleh dicetak: sanksi ini `tertunda`, belum dapat dijatuhkan")];

/// Checks the print pieces of an edition.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    for item in edition.pieces.values() {
        check_piece(edition, item, d);
    }
}

fn check_piece(edition: &Edition, item: &Item<Piece>, d: &Diagnostics) {
    let piece = &item.data;
    if let Some(reason) = unfit(&piece.meta) {
        let place = own_place(&piece.meta);
        d.push(problem("bahan cetak ini", &reason, place));
    }
    if let Some(from) = &piece.fills_from {
        let id = &from.value.id;
        let meta = match from.value.kind {
            Kind::Declaration => edition.declarations.get(id).map(|item| &item.data.meta),
            Kind::Page => edition.pages.get(id).map(|item| &item.data.meta),
            _ => None,
        };
        if let Some((meta, reason)) = meta.and_then(|meta| Some((meta, unfit(meta)?))) {
            let named = format!("`{}:{id}`", from.value.kind.folder());
            d.push(problem(&named, &reason, &from.place).related(own_place(meta), "ditandai di sini"));
        }
    }
    for directive in item.body.directives() {
        check_directive(edition, directive, d);
    }
    for (target, place) in item.body.links() {
        if let Some(id) = leads_to_deferred(edition, target) {
            d.push(problem(&format!("`sanksi:{id}`"), &Reason::Deferred, place));
        }
    }
}

/// Why something must not be printed.
enum Reason {
    Unsourced,
    /// Touches this dispute; none for the disputes themselves.
    Disputed(Option<Id>),
    Deferred,
    NotPrintable,
}

impl Reason {
    fn told(&self) -> String {
        match self {
            Reason::Unsourced => "keyakinannya `rendah`".to_owned(),
            Reason::Disputed(Some(id)) => format!("menyentuh titik sengketa `{id}`"),
            Reason::Disputed(None) => "isinya diperdebatkan".to_owned(),
            Reason::Deferred => "sanksi ini `tertunda`, belum dapat dijatuhkan".to_owned(),
            Reason::NotPrintable => "angka ini tidak `layak_cetak`".to_owned(),
        }
    }

    fn hint(&self) -> &'static str {
        match self {
            Reason::Unsourced => "pakai isi lain, atau lengkapi sumbernya lalu naikkan `keyakinan`",
            Reason::Disputed(_) => "pakai isi lain; yang diperdebatkan hanya dimuat di situs, dengan semua pendapatnya",
            Reason::Deferred => "hapus dari bahan cetak sampai sanksinya berlaku",
            Reason::NotPrintable => {
                "pakai angka lain, atau lengkapi `per_tanggal` dan `kalimat_cetak`, lalu tulis `layak_cetak: true`"
            }
        }
    }
}

/// Why content is not fit for print.
fn unfit(meta: &Meta) -> Option<Reason> {
    if meta.is_unsourced() {
        return Some(Reason::Unsourced);
    }
    meta.disputes.first().map(|dispute| Reason::Disputed(Some(dispute.value.clone())))
}

/// Where content says that it is not fit for print.
fn own_place(meta: &Meta) -> &Place {
    match (&meta.confidence, meta.disputes.first()) {
        (Some(confidence), _) if confidence.value == Confidence::Low => &confidence.place,
        (_, Some(dispute)) => &dispute.place,
        _ => &meta.place,
    }
}

fn problem(what: &str, reason: &Reason, place: &Place) -> Diagnostic {
    Diagnostic::error(UNFIT, format!("{what} tidak boleh dicetak: {}", reason.told()))
        .at(place)
        .because("di situs isi seperti ini diberi tanda; yang sudah dicetak tidak dapat ditarik kembali")
        .hint(reason.hint())
}

/// What a directive on a sheet asks for by id.
fn check_directive(edition: &Edition, directive: &Directive, d: &Diagnostics) {
    if directive.name == DirectiveName::Disputes {
        d.push(problem("arahan `sengketa`", &Reason::Disputed(None), &directive.place));
        return;
    }
    let Some(id) = directive.wanted_id() else { return };
    let reason = match directive.name {
        DirectiveName::Statistics => statistic(edition, id),
        DirectiveName::List => listed(edition, directive, id),
        _ => None,
    };
    // What is not there at all is told as unknown, elsewhere.
    if let Some(reason) = reason {
        d.push(problem(&format!("`{}`", id.value), &reason, &id.place));
    }
}

fn statistic(edition: &Edition, id: &Located<String>) -> Option<Reason> {
    let statistic = edition.statistics.get(id)?;
    if statistic.confidence.value == Confidence::Low {
        return Some(Reason::Unsourced);
    }
    (!statistic.printable).then_some(Reason::NotPrintable)
}

fn listed(edition: &Edition, directive: &Directive, id: &Located<String>) -> Option<Reason> {
    let kind = directive.arg("isi").and_then(|value| Kind::from_folder(&value.value))?;
    let id = Id::new(id)?;
    let meta = match kind {
        Kind::Violation => &edition.violations.get(&id)?.data.meta,
        Kind::Regulation => &edition.regulations.get(&id)?.data.meta,
        Kind::Declaration => &edition.declarations.get(&id)?.data.meta,
        Kind::Sanction => {
            let sanction = &edition.sanctions.get(&id)?.data;
            if sanction.status.value == SanctionStatus::Deferred {
                return Some(Reason::Deferred);
            }
            &sanction.meta
        }
        Kind::Page | Kind::Piece => return None,
    };
    unfit(meta)
}
