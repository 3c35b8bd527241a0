//! Reading QR codes back from the rendered sheet: module by module for every code, and as a phone
//! would for the artwork and a sample of villages.

use typst_layout::{Page, PagedDocument};

use super::frames::{Boxed, QR, VILLAGE_QR, walk};
use super::job::{Job, Row};
use super::preview::crop;
use super::qr::Matrix;
use super::codes;
use crate::diagnostics::{Diagnostic, Diagnostics, Place};

/// Checks the artwork's codes, and that the boxes for the villages' codes are blank.
pub(crate) fn artwork(document: &PagedDocument, job: &Job<'_>, diagnostics: &Diagnostics) {
    for page in document.pages() {
        for boxed in codes_of(page) {
            match boxed.label.strip_prefix(QR) {
                Some(address) => check(page, &boxed, address, true, &job.title.place, diagnostics),
                None => blank(page, &boxed, &job.title.place, diagnostics),
            }
        }
    }
}

/// Checks a village's codes on its slot pages; `decode` reads them as a phone would, too.
pub(crate) fn village(pages: &[Page], row: &Row, job: &Job<'_>, decode: bool, diagnostics: &Diagnostics) {
    let planned = if row.qr.is_empty() { &job.qr } else { &row.qr };
    for page in pages {
        for boxed in codes_of(page) {
            // The planned address, not the label's: a code of another village would read well.
            check(page, &boxed, planned, decode, &row.place, diagnostics);
        }
    }
}

fn codes_of(page: &Page) -> Vec<Boxed> {
    let mut boxes = Vec::new();
    walk(&page.frame, &mut |_| {}, &mut |boxed, _| {
        if boxed.label.starts_with(QR) || boxed.label == VILLAGE_QR {
            boxes.push(boxed.clone());
        }
    });
    boxes
}

fn check(page: &Page, boxed: &Boxed, address: &str, decode: bool, place: &Place, diagnostics: &Diagnostics) {
    let report = |message: String, hint: &str| {
        diagnostics.push(Diagnostic::error(codes::QR_UNREADABLE, message).at(place).hint(hint));
    };
    let Some(matrix) = Matrix::encode(address) else {
        return report(format!("alamat `{address}` terlalu panjang untuk kode QR"), "pendekkan alamatnya");
    };
    let picture = crop(page, boxed.area, matrix.full_size());
    if let Some((row, column)) = picture.first_difference(&matrix) {
        report(
            format!("kode QR `{address}` tertutup atau rusak pada modul baris {row}, kolom {column}"),
            "jangan letakkan apa pun di atas kode QR dan tepi putihnya",
        );
    } else if decode && picture.decode().as_deref() != Some(address) {
        report(format!("kode QR `{address}` tidak terbaca kembali"), "besarkan kode QR atau pendekkan alamatnya");
    }
}

/// The artwork under a village's code must be plain: a code with no dark module is all white.
fn blank(page: &Page, boxed: &Boxed, place: &Place, diagnostics: &Diagnostics) {
    const GRID: usize = 32;
    let picture = crop(page, boxed.area, GRID);
    if picture.grey.iter().any(|grey| *grey < 250) {
        let message = "alas kode QR desa tidak putih bersih".to_owned();
        diagnostics.push(
            Diagnostic::error(codes::QR_UNREADABLE, message)
                .at(place)
                .hint("beri kotak putih di bawah `kode-qr` pada templat tema"),
        );
    }
}
