//! S4: letters and their recipients: the values of a recipient stand in letters alone, and a letter has rows that say what it names.

use std::collections::BTreeMap;

use crate::content::{Piece, Recipient};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Rule, listed};
use crate::edition::{Edition, Item};
use crate::markdown::{Document, Placeholder, Scope};

/// A piece is printed both once a village and once a recipient.
pub const TWO_WAYS: &str = "S440";
/// The values of a recipient or of a village stand where there is none.
pub const NO_ROW: &str = "S441";
/// A letter names what the row of a recipient leaves blank.
pub const BLANK_CELL: &str = "S442";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(TWO_WAYS, "Bahan cetak diminta per desa dan per penerima sekaligus.")
        .why("Tidak diketahui apakah satu lembar untuk tiap desa atau satu surat untuk tiap penerima.")
        .repair("Hapus salah satu dari `per_desa` dan `per_penerima`.")
        .example("bahan cetak ini `per_desa` dan `per_penerima` sekaligus"),
    Rule::error(NO_ROW, "Isian desa atau penerima dipakai di tempat yang tidak punya desa atau penerima.")
        .why("Kalimatnya akan berlubang.")
        .repair("Tulis `per_penerima: true` atau `per_desa: true`, atau tulis langsung kata-katanya.")
        .example("isian `penerima.jabatan` tidak ada nilainya di sini"),
    Rule::error(BLANK_CELL, "Surat menyebut isian yang kosong pada baris penerimanya.")
        .why("Kalimat di surat resmi itu akan berlubang.")
        .repair("Isi kolomnya, atau hapus isian itu dari surat.")
        .example("kolom `alamat` kosong untuk `Nama Dua`, padahal disebut di surat"),
];

/// The most recipients that one message names.
const MOST_NAMED: usize = 6;

/// Checks the letters of an edition, and that nothing else names recipients.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    for item in edition.pieces.values() {
        check_piece(edition, item, d);
    }
    for body in edition.page_documents() {
        refuse(body, "isian penerima hanya ada di bahan cetak `per_penerima`", d);
    }
}

fn check_piece(edition: &Edition, item: &Item<Piece>, d: &Diagnostics) {
    let piece = &item.data;
    if piece.per_village && piece.per_recipient {
        let message = "bahan cetak ini `per_desa` dan `per_penerima` sekaligus".to_owned();
        d.push(
            Diagnostic::error(TWO_WAYS, message)
                .at(&piece.meta.title.place)
                .hint("hapus salah satunya: satu lembar tiap desa, atau satu surat tiap penerima"),
        );
    }
    if piece.per_recipient {
        blanks(edition, &item.body, d);
    } else {
        refuse(&item.body, "bahan cetak ini tidak `per_penerima`", d);
    }
}

/// The first use of each value of a recipient.
fn used(body: &Document) -> BTreeMap<Placeholder, Place> {
    let mut used = BTreeMap::new();
    for (placeholder, place) in body.placeholders() {
        if placeholder.scope() == Scope::Recipient {
            used.entry(placeholder).or_insert_with(|| place.clone());
        }
    }
    used
}

fn refuse(body: &Document, reason: &str, d: &Diagnostics) {
    for (placeholder, place) in used(body) {
        d.push(
            Diagnostic::error(NO_ROW, format!("isian `{}` tidak ada nilainya di sini", placeholder.name()))
                .at(&place)
                .because(reason)
                .hint("tulis `per_penerima: true` di bahan cetak ini, atau tulis langsung kata-katanya"),
        );
    }
}

/// Values that the letter names and a row leaves blank: the sentence would have a gap.
fn blanks(edition: &Edition, body: &Document, d: &Diagnostics) {
    for (placeholder, place) in used(body) {
        let blank = |recipient: &&Recipient| edition.recipient_value(placeholder, recipient).is_empty();
        let rows: Vec<&Recipient> = edition.recipients.iter().filter(blank).collect();
        let Some(first) = rows.first() else { continue };
        let column = placeholder.name().trim_start_matches("penerima.");
        let named = listed(rows.iter().map(|row| format!("`{}`", row.called())), MOST_NAMED);
        d.push(
            Diagnostic::error(BLANK_CELL, format!("kolom `{column}` kosong untuk {named}, padahal disebut di surat"))
                .at(&first.place)
                .related(&place, "dipakai di sini")
                .because("kalimat di suratnya akan berlubang")
                .hint(format!("isi kolom `{column}`, atau hapus isian itu dari surat; blok tujuan surat tidak memerlukannya")),
        );
    }
}

#[cfg(test)]
mod tests;
