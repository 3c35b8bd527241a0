//! Reads `penerima.csv`: who gets the letters of an office.

use super::cells::{self, Cells};
use super::columns::RECIPIENTS;
use crate::content::Recipient;
use crate::diagnostics::Diagnostics;
use crate::source::grid::Grid;

/// Reads the recipients in the order of the rows; none when the table can't be used, as has been reported. A letter needs a name or an office on its envelope.
pub(super) fn recipients(grid: Grid, d: &Diagnostics) -> Option<Vec<Recipient>> {
    cells::rows(grid, &RECIPIENTS, recipient, d)
}

fn recipient(cells: &Cells<'_>) -> Option<Recipient> {
    let name = cells.cell("nama");
    let position = cells.cell("jabatan");
    if name.is_none() && position.is_none() {
        let kind = "`nama` dan `jabatan` kosong".to_owned();
        let message = "penerima ini tidak punya `nama` atau `jabatan`".to_owned();
        cells.bad(&cells.row.place, kind, message, "isi salah satunya: surat harus ada tujuannya");
    }
    // Most letters are sent once, so whoever says nothing means one.
    let copies = cells.cell("jumlah").map_or(Some(1), |cell| match cells.count(&cell, "jumlah")? {
        0 => {
            let kind = "kolom `jumlah` berisi 0".to_owned();
            cells.bad(&cell.place, kind, "jumlah surat 0".to_owned(), "tulis 1 atau lebih, atau hapus barisnya");
            None
        }
        copies => Some(copies),
    });
    if name.is_none() && position.is_none() {
        return None;
    }
    Some(Recipient {
        name,
        position,
        institution: cells.cell("instansi"),
        address: cells.cell("alamat"),
        district: cells.cell("kecamatan").map(cells::district),
        copies: copies?,
        place: cells.row.place.clone(),
    })
}
