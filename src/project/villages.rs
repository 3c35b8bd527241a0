//! Reads the table of villages, `desa.csv` or `desa.xlsx`.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cells::{self, Cells};
use super::codes::{BAD_CELL, NAMELESS_NUMBER, VILLAGE_OUTSIDE, VILLAGE_TWICE};
use super::columns::{Meaning, VILLAGES};
use super::paper;
use crate::content::village::{Permit, Supervisor, Village, VillageKind};
use crate::content::{Id, RegionCode};
use crate::diagnostics::{Alike, Diagnostic, Diagnostics, Located, did_you_mean, quoted};
use crate::source::grid::Grid;

/// Reads the villages in the order of their codes. None when the columns are not understood, or no row could be used.
pub(super) fn villages(region: &RegionCode, grid: Grid, pieces: Option<&BTreeSet<Id>>, d: &Diagnostics) -> Option<Vec<Village>> {
    let table = grid.table(|cells| VILLAGES.likeness(cells), &VILLAGES.listed(), d)?;
    let meanings = VILLAGES.of(&table, pieces, d)?;
    let alike = Alike::new(d);
    let read = |row| village(region, &Cells { table: &table, row, meanings: &meanings, alike: &alike });
    let mut villages: Vec<Village> = paper::without(&table, &meanings, &alike).into_iter().filter_map(read).collect();
    villages.sort_by(|a, b| a.code.value.cmp(&b.code.value));
    for pair in villages.windows(2) {
        if pair[0].code.value == pair[1].code.value {
            let twice = Diagnostic::error(VILLAGE_TWICE, format!("kode desa `{}` tertulis dua kali", pair[1].code.value));
            alike.push(
                "kode desa tertulis dua kali",
                twice
                    .at(&pair[1].code.place)
                    .related(&pair[0].code.place, "yang pertama di sini")
                    .hint("hapus salah satu baris, atau perbaiki kodenya"),
            );
        }
    }
    alike.tell();
    (!villages.is_empty() || table.rows.is_empty()).then_some(villages)
}

fn village(region: &RegionCode, cells: &Cells<'_>) -> Option<Village> {
    let code = cells.required("kode").and_then(|code| village_code(cells, code, region));
    let name = cells.required("nama");
    let district = cells.required("kecamatan").map(cells::district);
    let kind = kind(cells, code.as_ref());
    let supervisor = supervisor(cells).map(Box::new);
    let copies = copies(cells);
    let code = code?;
    Some(Village { code, name: name?, district: district?, kind: kind?, supervisor, copies, place: cells.row.place.clone() })
}

/// A village's code: two digits each for province, kabupaten and kecamatan, four for the village. Ten digits without dots mean the same,
/// as long as the last four begin as those of a village do.
fn village_code(cells: &Cells<'_>, cell: Located<String>, region: &RegionCode) -> Option<Located<String>> {
    let bare: String = cell.value.chars().filter(|c| !c.is_whitespace()).collect();
    let dotted = match bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() == 10 {
        true => format!("{}.{}.{}.{}", &bare[..2], &bare[2..4], &bare[4..6], &bare[6..]),
        false => bare.clone(),
    };
    let parts: Vec<&str> = dotted.split('.').collect();
    let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let formed = widths == [2, 2, 2, 4] && dotted.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    // Kelurahan begin with 1, desa with 2, desa adat with 3. The codes of the statistics office have ten digits too, divided otherwise.
    let restored = bare == dotted || parts.last().is_some_and(|village| village.starts_with(['1', '2', '3']));
    if !formed || !restored {
        let problem = Diagnostic::error(BAD_CELL, format!("{} bukan kode desa", quoted(&cell))).at(&cell.place);
        let problem = problem.hint(format!("tulis kode Kemendagri sebagai teks, misalnya `{region}.01.2001`"));
        let problem = match formed {
            true => problem.because("mungkin ini kode BPS; pembagian angkanya lain"),
            false => problem,
        };
        cells.alike.push("kolom `kode` tidak berisi kode desa", problem);
        return None;
    }
    if !dotted.starts_with(&format!("{region}.")) {
        let problem = Diagnostic::error(VILLAGE_OUTSIDE, format!("kode desa `{dotted}` bukan bagian dari daerah `{region}`"));
        cells.alike.push(
            format!("kode desa bukan bagian dari daerah `{region}`"),
            problem
                .at(&cell.place)
                .hint(format!("kode desa di sini diawali `{region}.`; desa daerah lain ditulis di folder daerahnya")),
        );
        return None;
    }
    Some(Located { value: dotted, place: cell.place })
}

/// Desa or kelurahan, as the table says; without the column, as the code does.
fn kind(cells: &Cells<'_>, code: Option<&Located<String>>) -> Option<VillageKind> {
    if !cells.meanings.contains(&Meaning::Known("jenis")) {
        let village = code?.value.rsplit('.').next()?;
        return Some(if village.starts_with('1') { VillageKind::Kelurahan } else { VillageKind::Desa });
    }
    let cell = cells.required("jenis")?;
    let word = cell.value.to_lowercase();
    let kind = VillageKind::CHOICES.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    if kind.is_none() {
        let known = VillageKind::CHOICES.map(|(known, _)| known);
        let hint = did_you_mean(&word, known, || "tulis `desa` atau `kelurahan`".to_owned());
        let kind = "kolom `jenis` tidak berisi `desa` atau `kelurahan`".to_owned();
        cells.bad(&cell.place, kind, format!("jenis {} tidak dikenal", quoted(&cell)), &hint);
    }
    kind
}

fn supervisor(cells: &Cells<'_>) -> Option<Supervisor> {
    let name = cells.cell("pengawas");
    let phone = cells.phone("telepon");
    let (web, print) = (cells.consent("izin_web"), cells.consent("izin_cetak"));
    let permit = Permit {
        from: cells.date("mulai"),
        until: cells.date("selesai"),
        web_consent: web.unwrap_or(false),
        print_consent: print.unwrap_or(false),
    };
    if let (None, Some(phone)) = (&name, &phone) {
        let problem = Diagnostic::warning(NAMELESS_NUMBER, format!("nomor {} tidak ada nama pengawasnya", quoted(phone)));
        cells.alike.push(
            "nomor telepon tanpa nama pengawas",
            problem
                .at(&phone.place)
                .because("nomor tanpa nama tidak ditampilkan")
                .hint("isi kolom `pengawas`, atau kosongkan `telepon`"),
        );
    }
    // Where a number, a day or a consent could not be read, as has been told, there is nothing more to say of its owner.
    let days = [("mulai", permit.from.is_some()), ("selesai", permit.until.is_some())];
    let mut given =
        [("telepon", phone.is_some()), ("izin_web", web.is_some()), ("izin_cetak", print.is_some())].into_iter().chain(days);
    let lost = given.any(|(column, read)| !read && cells.holds(column));
    name.filter(|_| !lost).map(|name| Supervisor { name, phone, permit })
}

fn copies(cells: &Cells<'_>) -> Vec<(Arc<Located<String>>, u32)> {
    let columns = cells.meanings.iter().enumerate();
    let pieces = columns.filter_map(|(index, meaning)| match meaning {
        Meaning::Piece(piece) => Some((piece, cells.at(index, &piece.value)?)),
        Meaning::Known(_) | Meaning::Unread => None,
    });
    pieces.filter_map(|(piece, cell)| Some((Arc::clone(piece), cells.count(&cell, &piece.value)?))).collect()
}
