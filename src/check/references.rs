//! S2: what content names exists: sanctions, formats, other content, panels, words in directives.

use std::collections::BTreeSet;

use super::removed;
use crate::content::format::Family;
use crate::content::law::{Phase, Regime, SUBJECTS};
use crate::content::regulation::Status;
use crate::content::violation::GROUPS;
use crate::content::{Format, Id, Kind, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Rule, did_you_mean, suggest};
use crate::edition::{Edition, Item};
use crate::markdown::{Directive, slug};

/// A sanction that is not in the content.
pub const UNKNOWN_SANCTION: &str = "S230";
/// A print format that the theme does not have.
pub const UNKNOWN_FORMAT: &str = "S231";
/// `isi` names content that does not exist, or of a kind that fills no sheet.
pub const UNKNOWN_CONTENT: &str = "S232";
/// A heading that names no panel of the format, or a panel twice.
pub const UNKNOWN_PANEL: &str = "S233";
/// A panel of the format that the piece leaves empty.
pub const EMPTY_PANEL: &str = "S234";
/// The copy that the format needs is missing, or would not be printed.
pub const WRONG_COPY: &str = "S235";
/// A word in a directive that filters nothing, because no content carries it.
pub const UNKNOWN_FILTER: &str = "S236";

/// A picture for screens that is asked for once a village.
pub const SCREEN_PER_VILLAGE: &str = "S246";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(UNKNOWN_SANCTION, "Pelanggaran menunjuk sanksi yang tidak ada.")
        .why("Pembaca tidak mendapat akibat hukumnya, padahal itu yang dicari.")
        .repair("Pakai pengenal yang disarankan, atau tambahkan berkasnya di `content/sanksi/`.")
        .example("sanksi `teguran-tertulis` tidak dikenal"),
    Rule::error(UNKNOWN_FORMAT, "Bahan cetak memakai format yang tidak ada di tema.")
        .why("Tanpa format tidak diketahui ukuran dan lipatannya.")
        .repair("Pakai nama yang disarankan; `suluh formats` menyebut semuanya.")
        .example("format `brosur` tidak dikenal"),
    Rule::error(UNKNOWN_CONTENT, "`isi` menunjuk isi yang tidak ada, atau jenis yang tidak mengisi lembar.")
        .why("Lembarnya akan kosong.")
        .repair("Isi dari `deklarasi:…` atau `halaman:…` yang ada.")
        .example("`deklarasi:ikrar` tidak ada untuk mengisi naskah"),
    Rule::error(UNKNOWN_PANEL, "Judul tidak menyebut panel lembar lipat, atau satu panel ditulis dua kali.")
        .why("Naskah di bawah judul seperti itu tidak tercetak di panel mana pun.")
        .repair("Beri judul pengenal panel, misalnya `## Judul {#dalam-1}`.")
        .example("panel `sampul` ditulis dua kali"),
    Rule::error(EMPTY_PANEL, "Sebuah panel lembar lipat tidak diisi.")
        .why("Satu muka brosur akan tercetak kosong.")
        .repair("Tambahkan judul dengan pengenal panel itu dan isinya.")
        .example("panel `belakang` belum diisi"),
    Rule::error(WRONG_COPY, "Naskah bahan cetak tidak sepanjang yang diminta formatnya.")
        .why("Spanduk memuat tujuh kata, brosur satu halaman; yang kurang tercetak kosong dan yang lebih tidak tercetak.")
        .repair("Tambahkan kunci yang disebut pesan, atau pilih format lain.")
        .example("karya `spanduk-netralitas` belum punya `spanduk`, padahal format `spanduk-300x100` memerlukannya"),
    Rule::error(UNKNOWN_FILTER, "Saringan sebuah arahan memakai kata yang tidak dipakai isi mana pun.")
        .why("Daftarnya akan kosong.")
        .repair("Pakai salah satu pilihan yang disebut pesan.")
        .example("`rezim: pilkda` tidak dikenal"),
    Rule::error(SCREEN_PER_VILLAGE, "Gambar untuk layar diminta per desa.")
        .why("Gambar untuk layar tidak memuat kotak isian desa, jadi semuanya akan sama.")
        .repair("Hapus `per_desa`, atau pilih format cetak.")
        .example("format `kartu-1080x1080` tidak dapat dibuat per desa"),
];

/// Checks every name in an edition that is not an address.
pub(super) fn check(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for item in edition.violations.values() {
        for sanction in &item.data.sanctions {
            let id = &sanction.value;
            let excused = edition.is_unreadable(Kind::Sanction, id.as_str())
                || removed::is_above(edition, Kind::Sanction, id.as_str(), &sanction.place);
            if !edition.sanctions.contains_key(id) && !excused {
                let titles = edition.sanctions.iter().map(|(id, item)| (id, item.data.meta.title.value.as_str()));
                let unknown = format!("sanksi `{}` tidak dikenal", sanction.value);
                let hint = by_name(sanction.value.as_str(), titles, || "tambahkan berkasnya di `content/sanksi/`".to_owned());
                d.push(Diagnostic::error(UNKNOWN_SANCTION, unknown).at(&sanction.place).hint(hint));
            }
        }
    }
    for item in edition.pieces.values() {
        check_piece(edition, theme, item, d);
    }
    for document in edition.documents() {
        for directive in document.directives() {
            check_filters(directive, d);
        }
    }
}

/// "Maksud Anda …?" for an id that is near a known one, or near the title of what has it.
fn by_name<'a>(word: &str, known: impl Iterator<Item = (&'a Id, &'a str)>, otherwise: impl FnOnce() -> String) -> String {
    let known: Vec<(&Id, String)> = known.map(|(id, title)| (id, slug(title))).collect();
    did_you_mean(word, known.iter().map(|(id, _)| id.as_str()), || {
        let near = suggest(word, known.iter().map(|(_, title)| title.as_str()));
        let titled = known.iter().find(|(_, title)| Some(title.as_str()) == near);
        titled.map_or_else(otherwise, |(id, _)| format!("maksud Anda `{id}`?"))
    })
}

fn check_piece(edition: &Edition, theme: &Theme, item: &Item<Piece>, d: &Diagnostics) {
    let piece = &item.data;
    check_filled_from(edition, piece, d);
    let Some(format) = theme.formats.get(&piece.format.value) else {
        let titles = theme.formats.iter().map(|(id, format)| (id, format.title.value.as_str()));
        let hint =
            by_name(piece.format.value.as_str(), titles, || "jalankan `suluh formats` untuk melihat semua format".to_owned());
        let unknown = format!("format `{}` tidak dikenal", piece.format.value);
        d.push(Diagnostic::error(UNKNOWN_FORMAT, unknown).at(&piece.format.place).hint(hint));
        return;
    };
    if format.family == Family::Lipat {
        check_panels(item, format, d);
    }
    if format.is_screen() && piece.per_village {
        d.push(
            Diagnostic::error(SCREEN_PER_VILLAGE, format!("format `{}` tidak dapat dibuat per desa", format.id))
                .at(&piece.format.place)
                .because("gambar untuk layar tidak memuat kotak isian desa")
                .hint("hapus `per_desa`, atau pilih format cetak"),
        );
    }
}

fn check_filled_from(edition: &Edition, piece: &Piece, d: &Diagnostics) {
    let Some(reference) = &piece.fills_from else { return };
    let (kind, id) = (reference.value.kind, &reference.value.id);
    let names: Vec<&str> = match kind {
        Kind::Declaration => edition.declarations.keys().map(Id::as_str).collect(),
        Kind::Page => edition.pages.keys().map(Id::as_str).collect(),
        Kind::Violation | Kind::Sanction | Kind::Regulation | Kind::Piece => Vec::new(),
    };
    let excused = edition.is_unreadable(kind, id.as_str()) || removed::is_above(edition, kind, id.as_str(), &reference.place);
    if names.contains(&id.as_str()) || excused {
        return;
    }
    let hint = did_you_mean(id.as_str(), names, || "naskah diisi dari `deklarasi:…` atau `halaman:…`".to_owned());
    let unknown = format!("`{}:{id}` tidak ada untuk mengisi naskah", kind.folder());
    d.push(Diagnostic::error(UNKNOWN_CONTENT, unknown).at(&reference.place).hint(hint));
}

/// Every level-2 heading names a panel, every panel has one heading, and nothing stands before the
/// first: a leaflet with a forgotten panel would be printed blank there.
fn check_panels(item: &Item<Piece>, format: &Format, d: &Diagnostics) {
    let panels: Vec<&str> = format.panel_ids().collect();
    let mut seen = BTreeSet::new();
    for section in item.body.sections(2) {
        let Some(heading) = section.heading else {
            let place = section.blocks.first().map_or(&item.body.place, |block| &block.place);
            d.push(
                Diagnostic::error(UNKNOWN_PANEL, "isi sebelum judul panel pertama tidak akan tercetak")
                    .at(place)
                    .hint("pindahkan ke bawah salah satu judul panel"),
            );
            continue;
        };
        if panels.contains(&heading.id) && seen.insert(heading.id) {
            continue;
        }
        let unknown = if seen.contains(heading.id) {
            format!("panel `{}` ditulis dua kali", heading.id)
        } else {
            format!("`{}` bukan panel format `{}`", heading.id, format.id)
        };
        let fallback = format!(
            "beri judul pengenal panel, misalnya `## Judul {{#{}}}`; panel: {}",
            panels.first().unwrap_or(&"sampul"),
            panels.join(", ")
        );
        let hint = did_you_mean(heading.id, panels.iter().copied(), || fallback);
        d.push(Diagnostic::error(UNKNOWN_PANEL, unknown).at(heading.place).hint(hint));
    }
    for panel in panels.iter().filter(|panel| !seen.contains(**panel)) {
        d.push(
            Diagnostic::error(EMPTY_PANEL, format!("panel `{panel}` belum diisi"))
                .at(&item.data.format.place)
                .hint(format!("tambahkan `## Judul {{#{panel}}}` dan isinya")),
        );
    }
}

/// Words that a directive filters by are those of the front matter.
fn check_filters(directive: &Directive, d: &Diagnostics) {
    let lists: [(&str, Vec<&str>); 5] = [
        ("kelompok", GROUPS.iter().map(|(key, _)| *key).chain(["pidana", "pemberhentian", "administratif"]).collect()),
        ("subjek", SUBJECTS.iter().map(|(key, _)| *key).collect()),
        ("rezim", Regime::CHOICES.iter().map(|(key, _)| *key).collect()),
        ("fase", Phase::CHOICES.iter().map(|(key, _)| *key).collect()),
        ("status", Status::CHOICES.iter().map(|(key, _)| *key).collect()),
    ];
    for (key, known) in lists {
        let Some(value) = directive.arg(key).filter(|value| !known.contains(&value.value.as_str())) else { continue };
        let hint = did_you_mean(&value.value, known.iter().copied(), || format!("pilihan: {}", known.join(", ")));
        let unknown = format!("`{key}: {}` tidak dikenal", value.value);
        d.push(Diagnostic::error(UNKNOWN_FILTER, unknown).at(&value.place).hint(hint));
    }
}
