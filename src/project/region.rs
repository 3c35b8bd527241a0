//! Reads a region's `daerah.yaml` and `desa.csv`.

use super::codes::{BAD_CELL, BAD_CODE, BAD_COLUMN, VILLAGE_OUTSIDE, VILLAGE_TWICE};
use super::fields::raised_flag;
use super::site::{is_url, office};
use crate::content::region::{Partner, Post};
use crate::content::village::{Supervisor, Village, VillageKind};
use crate::content::{Id, Region, RegionCode};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, did_you_mean};
use crate::source::Date;
use crate::source::reader::MapReader;
use crate::source::table::{Row, Table};

/// Reads `daerah.yaml`; `folder` is the code that the folder's name begins with.
pub(super) fn region(folder: &str, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Region> {
    let code = reader.required_text("kode").and_then(|text| code(folder, text, d));
    let name = reader.required_text("nama");
    let office = reader.map("kantor").map(office).unwrap_or_default();
    let posts = reader.maps("posko").into_iter().filter_map(post).collect();
    let logo = reader.text("logo");
    let partners = reader.maps("mitra").into_iter().filter_map(partner).collect();
    let url = reader.text("url").filter(|url| is_url(url, d));
    let specimen = raised_flag(&mut reader, "contoh");
    let place = reader.place().clone();
    reader.finish();
    Some(Region { code: code?, name: name?, office, posts, logo, partners, url, specimen, place })
}

fn code(folder: &str, text: Located<String>, d: &Diagnostics) -> Option<Located<RegionCode>> {
    let code = RegionCode::new(&text.value);
    let Some(code) = code.filter(|code| code.as_str() == folder) else {
        d.push(
            Diagnostic::error(BAD_CODE, format!("kode daerah `{}` tidak sama dengan nama foldernya, `{folder}`", text.value))
                .at(&text.place)
                .hint("samakan keduanya; kode Kemendagri ditulis di antara tanda kutip, misalnya \"61.11\""),
        );
        return None;
    };
    Some(Located { value: code, place: text.place })
}

fn post(mut reader: MapReader<'_>) -> Option<Post> {
    let name = reader.required_text("nama");
    let address = reader.required_text("alamat");
    let district = reader.text("kecamatan");
    let phone = reader.text("telepon");
    let hours = reader.text("jam");
    let coordinates = reader.text("koordinat");
    reader.finish();
    Some(Post { name: name?, address: address?, district, phone, hours, coordinates })
}

fn partner(mut reader: MapReader<'_>) -> Option<Partner> {
    let name = reader.required_text("nama");
    let logo = reader.text("logo");
    reader.finish();
    Some(Partner { name: name?, logo })
}

/// The columns of `desa.csv`; any other column is the id of a print piece with its copies.
const COLUMNS: [&str; 10] =
    ["kode", "nama", "kecamatan", "jenis", "pengawas", "telepon", "mulai", "selesai", "izin_web", "izin_cetak"];
/// The columns that must be there.
const REQUIRED: [&str; 4] = ["kode", "nama", "kecamatan", "jenis"];

/// Reads `desa.csv`: villages in the order of their codes. None when its columns are not understood,
/// or no row of it could be used.
pub(super) fn villages(region: &RegionCode, table: &Table, d: &Diagnostics) -> Option<Vec<Village>> {
    if !columns_fit(table, d) {
        return None;
    }
    let mut villages: Vec<Village> = table.rows.iter().filter_map(|row| Cells { table, row, d }.village(region)).collect();
    villages.sort_by(|a, b| a.code.value.cmp(&b.code.value));
    for pair in villages.windows(2) {
        if pair[0].code.value == pair[1].code.value {
            d.push(
                Diagnostic::error(VILLAGE_TWICE, format!("kode desa `{}` tertulis dua kali", pair[1].code.value))
                    .at(&pair[1].code.place)
                    .related(&pair[0].code.place, "yang pertama di sini")
                    .hint("hapus salah satu baris, atau perbaiki kodenya"),
            );
        }
    }
    (!villages.is_empty() || table.rows.is_empty()).then_some(villages)
}

fn columns_fit(table: &Table, d: &Diagnostics) -> bool {
    let mut fit = true;
    let has = |name: &str| table.header.iter().any(|cell| cell.value == name);
    for name in REQUIRED.into_iter().filter(|name| !has(name)) {
        fit = false;
        let place = table.header.first().map(|cell| cell.place.clone());
        let missing = Diagnostic::error(BAD_COLUMN, format!("kolom `{name}` tidak ada"))
            .hint(format!("baris pertama berisi nama kolom: {}", COLUMNS.join(", ")));
        d.push(match place {
            Some(place) => missing.at(&place),
            None => missing,
        });
    }
    for (index, cell) in table.header.iter().enumerate() {
        let twice = table.header[..index].iter().any(|earlier| earlier.value == cell.value);
        let known = COLUMNS.contains(&cell.value.as_str()) || Id::new(&cell.value).is_some();
        if known && !twice {
            continue;
        }
        fit = false;
        let what = if twice { "tertulis dua kali" } else { "tidak dikenal" };
        let hint = did_you_mean(&cell.value, COLUMNS, || {
            "kolom tambahan memakai pengenal bahan cetak, misalnya `brosur-warga`".to_owned()
        });
        d.push(Diagnostic::error(BAD_COLUMN, format!("kolom `{}` {what}", cell.value)).at(&cell.place).hint(hint));
    }
    fit
}

/// One row with the names of its columns.
struct Cells<'a> {
    table: &'a Table,
    row: &'a Row,
    d: &'a Diagnostics,
}

impl Cells<'_> {
    fn village(&self, region: &RegionCode) -> Option<Village> {
        let code = self.required("kode");
        let name = self.required("nama");
        let district = self.required("kecamatan");
        let kind = self.kind();
        let supervisor = self.supervisor();
        let copies = self.copies();
        let code = code.filter(|code| self.lies_in(code, region))?;
        Some(Village { code, name: name?, district: district?, kind: kind?, supervisor, copies, place: self.row.place.clone() })
    }

    /// The cell of a column; none when it is empty.
    fn cell(&self, column: &str) -> Option<Located<String>> {
        let index = self.table.header.iter().position(|cell| cell.value == column)?;
        let cell = self.row.cells.get(index)?;
        let text = cell.value.trim();
        (!text.is_empty()).then(|| Located { value: text.to_owned(), place: cell.place.clone() })
    }

    fn required(&self, column: &str) -> Option<Located<String>> {
        let cell = self.cell(column);
        if cell.is_none() {
            self.bad(&self.row.place, format!("kolom `{column}` kosong pada baris ini"), "isi kolom itu, atau hapus barisnya");
        }
        cell
    }

    fn bad(&self, place: &Place, message: String, hint: &str) {
        self.d.push(Diagnostic::error(BAD_CELL, message).at(place).hint(hint));
    }

    /// A village code has the region's code, a district of two digits and a village of four.
    fn lies_in(&self, code: &Located<String>, region: &RegionCode) -> bool {
        let parts: Vec<&str> = code.value.split('.').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let digits = code.value.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let formed = digits && widths == [2, 2, 2, 4];
        let inside = formed && code.value.starts_with(&format!("{region}."));
        if !inside {
            self.d.push(
                Diagnostic::error(VILLAGE_OUTSIDE, format!("kode desa `{}` bukan bagian dari daerah `{region}`", code.value))
                    .at(&code.place)
                    .hint(format!("kode desa di sini diawali `{region}.`; desa daerah lain ditulis di folder daerahnya")),
            );
        }
        inside
    }

    fn kind(&self) -> Option<VillageKind> {
        let cell = self.required("jenis")?;
        let word = cell.value.to_lowercase();
        let kind = VillageKind::CHOICES.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
        if kind.is_none() {
            self.bad(&cell.place, format!("jenis `{}` tidak dikenal", cell.value), "tulis `desa` atau `kelurahan`");
        }
        kind
    }

    fn supervisor(&self) -> Option<Supervisor> {
        let name = self.cell("pengawas");
        let phone = self.cell("telepon");
        let supervisor = Supervisor {
            phone,
            from: self.date("mulai"),
            until: self.date("selesai"),
            web_consent: self.consent("izin_web"),
            print_consent: self.consent("izin_cetak"),
            name: name?,
        };
        Some(supervisor)
    }

    fn date(&self, column: &str) -> Option<Date> {
        let cell = self.cell(column)?;
        let date = cell.value.parse::<Date>().ok();
        if date.is_none() {
            self.bad(&cell.place, format!("`{}` bukan tanggal", cell.value), "tulis tahun-bulan-tanggal, misalnya `2026-09-23`");
        }
        date
    }

    fn consent(&self, column: &str) -> bool {
        let Some(cell) = self.cell(column) else { return false };
        match cell.value.to_lowercase().as_str() {
            "ya" => true,
            "tidak" => false,
            _ => {
                self.bad(
                    &cell.place,
                    format!("izin `{}` tidak dikenal", cell.value),
                    "tulis `ya` atau `tidak`; kosong berarti tidak",
                );
                false
            }
        }
    }

    fn copies(&self) -> Vec<(String, u32)> {
        let extra = self.table.header.iter().filter(|cell| !COLUMNS.contains(&cell.value.as_str()));
        let mut copies = Vec::new();
        for column in extra {
            let Some(cell) = self.cell(&column.value) else { continue };
            match cell.value.parse::<u32>() {
                Ok(count) => copies.push((column.value.clone(), count)),
                Err(_) => self.bad(&cell.place, format!("`{}` bukan jumlah", cell.value), "tulis bilangan bulat, misalnya `50`"),
            }
        }
        copies
    }
}
