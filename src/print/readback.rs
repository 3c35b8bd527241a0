//! Reading QR codes back from the rendered sheet: module by module for every code, and as a phone
//! would for the artwork and a sample of villages.

use typst::layout::Frame;
use typst_layout::{Page, PagedDocument};

use super::codes;
use super::frames::{Boxed, QR, VILLAGE_QR, walk};
use super::job::{Job, Row};
use super::preview::{code, crop};
use super::qr::{Codes, Matrix, Picture};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};

/// Checks the artwork's codes, and that the boxes for the villages' codes are blank.
pub(crate) fn artwork(document: &PagedDocument, job: &Job<'_>, diagnostics: &Diagnostics) {
    let place = &job.title.place;
    for page in document.pages() {
        each_code(page, &mut |boxed, _| match boxed.label.strip_prefix(QR) {
            Some(address) => {
                let look = |modules| crop(page, boxed.area, modules);
                check(Matrix::encode(address).as_ref(), address, &look, true, place, diagnostics);
            }
            None => blank(page, boxed, place, diagnostics),
        });
    }
}

/// Checks a village's codes on its slot pages; `decode` reads them as a phone would, too. A code is
/// looked at alone: nothing of its page can lie over it, because slots lie apart and hold their text.
pub(crate) fn village(pages: &[Page], row: &Row, codes: &Codes, decode: bool, diagnostics: &Diagnostics) {
    for page in pages {
        each_code(page, &mut |_, frame| {
            // The planned address, not the label's: a code of another village would read well.
            let matrix = codes.get(&row.qr);
            check(matrix.as_deref(), &row.qr, &|modules| code(frame, modules), decode, &row.place, diagnostics);
        });
    }
}

fn each_code(page: &Page, found: &mut dyn FnMut(&Boxed, &Frame)) {
    walk(&page.frame, &mut |_| {}, &mut |boxed, frame| {
        if boxed.label.starts_with(QR) || boxed.label == VILLAGE_QR {
            found(boxed, frame);
        }
    });
}

fn check(
    matrix: Option<&Matrix>,
    address: &str,
    look: &dyn Fn(usize) -> Picture,
    decode: bool,
    place: &Place,
    diagnostics: &Diagnostics,
) {
    let report = |message: String, hint: &str| {
        diagnostics.push(Diagnostic::error(codes::QR_UNREADABLE, message).at(place).hint(hint));
    };
    let Some(matrix) = matrix else {
        return report(format!("alamat `{address}` terlalu panjang untuk kode QR"), "pendekkan alamatnya");
    };
    let picture = look(matrix.full_size());
    if let Some((row, column)) = picture.first_difference(matrix) {
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
    if !picture.is_blank() {
        let message = "alas kode QR desa tidak putih bersih".to_owned();
        diagnostics.push(
            Diagnostic::error(codes::QR_UNREADABLE, message)
                .at(place)
                .hint("beri kotak putih di bawah `kode-qr` pada templat tema"),
        );
    }
}
