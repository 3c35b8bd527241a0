//! Whether the measures of a format go together: each may be fine alone and leave no room for anything.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::codes::{BAD_MEASURE, PANEL_WIDTH};
use crate::content::Format;
use crate::content::format::{Edge, Family, Finishing};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// The most sheets of one poster: every sheet holds the whole drawing, cut.
const MOST_TILES: u32 = 64;
/// The least side of one sheet of a poster, in mm.
const LEAST_TILE: f64 = 50.0;

/// Reports what does not go together.
pub(super) fn check(format: &Format, d: &Diagnostics) {
    let refuse = |message: String, hint: &str| {
        d.push(Diagnostic::error(BAD_MEASURE, message).at(&format.place).hint(hint));
    };
    let shorter = format.width.min(format.height);
    if 2.0 * format.safe >= shorter {
        refuse(format!("`aman: {}` tidak menyisakan tempat di lembar selebar {shorter} mm", format.safe), "kecilkan `aman`");
    }
    if format.min_text_size > format.text_size {
        let sizes = format!("`teks_minimal: {}` lebih besar dari `teks: {}`", format.min_text_size, format.text_size);
        refuse(sizes, "kecilkan `teks_minimal`, atau besarkan `teks`");
    }
    if format.cap_height_per_metre.is_some() && format.viewing_distance.is_none() {
        refuse("`huruf_per_meter` tanpa `jarak_pandang` tidak memeriksa apa pun".to_owned(), "tambahkan `jarak_pandang`");
    }
    if let Some(qr) = format.qr.filter(|qr| qr.width > shorter) {
        refuse(format!("kode QR selebar {} mm tidak muat di lembar", qr.width), "kecilkan `lebar` kode QR");
    }
    margins(format, &refuse);
    for finishing in &format.finishing {
        check_finishing(format, finishing, &refuse);
    }
    check_sheets(format, &refuse);
    check_panels(format, d);
}

/// The page margins leave a field for the text, and running text has margins.
fn margins(format: &Format, refuse: &dyn Fn(String, &str)) {
    match &format.margins {
        None if format.family == Family::Naskah => {
            refuse("format keluarga `naskah` memerlukan `tepi`".to_owned(), "tambahkan `tepi: { atas, kanan, bawah, kiri }`");
        }
        Some(m) if m.left + m.right >= format.width || m.top + m.bottom >= format.height => {
            refuse("`tepi` tidak menyisakan tempat untuk tulisan".to_owned(), "kecilkan tepinya");
        }
        _ => {}
    }
}

/// What finishing takes of the edges leaves a field, and its name says which one it is.
fn check_finishing(format: &Format, finishing: &Finishing, refuse: &dyn Fn(String, &str)) {
    let name = &finishing.name;
    let alike = format.finishing.iter().filter(|other| other.name.to_lowercase() == name.to_lowercase());
    if alike.count() > 1 {
        refuse(format!("finishing `{name}` ditulis dua kali"), "beri nama yang berbeda");
    }
    if finishing.sleeve.as_ref().is_some_and(|sleeve| sleeve.edges.is_empty()) {
        refuse(format!("selongsong `{name}` tidak menyebut sisinya"), "tulis `sisi: [atas, bawah]`");
    }
    let shorter = format.width.min(format.height);
    if finishing.contour.is_some_and(|contour| 2.0 * contour.radius > shorter) {
        refuse(format!("sudut `kontur` pada `{name}` lebih besar dari setengah lembar"), "kecilkan `sudut`");
    }
    let depth = |edge: Edge| {
        let sleeve = finishing.sleeve.as_ref().filter(|sleeve| sleeve.edges.contains(&edge)).map_or(0.0, |sleeve| sleeve.depth);
        let rings = finishing.eyelets.map_or(0.0, |eyelets| eyelets.inset + eyelets.radius);
        finishing.hem.max(sleeve).max(rings)
    };
    let wide = depth(Edge::Left) + depth(Edge::Right) >= format.width;
    if wide || depth(Edge::Top) + depth(Edge::Bottom) >= format.height {
        refuse(format!("finishing `{name}` memakan seluruh lembar"), "kecilkan lipatan, selongsong atau mata ayamnya");
    }
}

/// The sheets of a poster are real sheets, and the press sheet holds at least one copy.
fn check_sheets(format: &Format, refuse: &dyn Fn(String, &str)) {
    if let Some(tiles) = &format.tiles {
        let sheets = tiles.columns * tiles.rows;
        if !(2..=MOST_TILES).contains(&sheets) {
            refuse(format!("`ubin` berisi {sheets} lembar"), "tulis kolom × baris antara 2 dan 64 lembar, atau hapus `ubin`");
        }
        let least = (format.width / f64::from(tiles.columns)).min(format.height / f64::from(tiles.rows));
        if least < LEAST_TILE || least <= tiles.overlap {
            refuse(format!("satu lembar `ubin` hanya {least:.0} mm"), "kurangi kolom, baris atau tumpangnya");
        }
    }
    if let Some(sheet) = &format.press_sheet {
        let (width, height) = (sheet.width - 2.0 * sheet.margin, sheet.height - 2.0 * sheet.margin);
        let holds = |w: f64, h: f64| format.width <= w && format.height <= h;
        if !holds(width, height) && !holds(height, width) {
            refuse("kertas `cetak_di` lebih kecil dari lembarnya".to_owned(), "besarkan kertasnya, atau hapus `cetak_di`");
        }
    }
}

/// Panels that do not add up to the sheet would put a fold through the text; a folded sheet without panels has no place for
/// any text.
fn check_panels(format: &Format, d: &Diagnostics) {
    let refuse = |message: String, hint: &str| {
        d.push(Diagnostic::error(PANEL_WIDTH, message).at(&format.place).hint(hint));
    };
    if format.family == Family::Lipat && (format.sides.is_empty() || format.sides.iter().any(|side| side.panels.is_empty())) {
        refuse("lembar lipat tanpa panel".to_owned(), "tambahkan `sisi:` dan panel tiap sisi");
    }
    let mut seen = BTreeSet::new();
    for id in format.panel_ids().filter(|id| !seen.insert(*id)) {
        refuse(format!("panel `{id}` ada dua"), "beri tiap panel pengenal sendiri");
    }
    for side in &format.sides {
        let sum: f64 = side.panels.iter().map(|panel| panel.width).sum();
        if !side.panels.is_empty() && (sum - format.width).abs() > 0.01 {
            let message = format!("panel sisi `{}` berjumlah {sum} mm, lebar lembar {} mm", side.name, format.width);
            refuse(message, "ubah lebar panel sampai jumlahnya sama dengan `lebar`");
        }
    }
}
