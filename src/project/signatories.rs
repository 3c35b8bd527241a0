//! Reads `penandatangan.csv`: who signs the declarations of an office.

use super::cells::{self, Cells};
use super::columns::SIGNATORIES;
use crate::content::Signatory;
use crate::diagnostics::Diagnostics;
use crate::source::grid::Grid;

/// Reads the signatories in the order of the rows; none when the table can't be used, as has been reported.
pub(super) fn signatories(grid: Grid, d: &Diagnostics) -> Option<Vec<Signatory>> {
    cells::rows(grid, &SIGNATORIES, signatory, d)
}

fn signatory(cells: &Cells<'_>) -> Option<Signatory> {
    let name = cells.cell("nama");
    let position = cells.cell("jabatan");
    if name.is_none() && position.is_none() {
        let kind = "`nama` dan `jabatan` kosong".to_owned();
        let message = "penanda tangan ini tidak punya `nama` atau `jabatan`".to_owned();
        cells.bad(&cells.row.place, kind, message, "isi salah satunya, atau hapus barisnya");
        return None;
    }
    Some(Signatory { name, position, institution: cells.cell("instansi"), place: cells.row.place.clone() })
}

#[cfg(test)]
mod tests {
    use crate::project::sample::{PROVINCE, REGENCY, project, told};

    /// What is told of a table, and how many it lists.
    fn read(table: &str) -> (String, usize) {
        let (project, d) = project(&[PROVINCE, REGENCY, ("content/daerah/61.11-ku/penandatangan.csv", table)]);
        let code = crate::content::EditionCode::parse("61.11").unwrap();
        let edition = project.and_then(|project| project.edition(&code, "2026-11-22".parse().unwrap(), &d));
        let count = edition.map_or(0, |edition| edition.signatories.len());
        (told(d), count)
    }

    #[test]
    fn names_and_offices_held_are_read() {
        let (told, count) = read("Nama Lengkap;Jabatan;Unit Kerja\nNama Satu;Camat;Kecamatan A\n;Lurah;\n");
        assert!(!told.contains("galat"), "{told}");
        assert_eq!(count, 2);
    }

    #[test]
    fn a_row_of_nobody_is_an_error_at_its_row() {
        let (told, _) = read("nama,jabatan,instansi\nSatu,Camat,A\n,,B\n");
        assert!(told.contains("penanda tangan ini tidak punya `nama` atau `jabatan`"), "{told}");
        assert!(told.contains("penandatangan.csv:3:1"), "{told}");
    }

    #[test]
    fn what_is_no_table_is_an_error() {
        for table in ["", "\n\n", "nama\nSatu\n", "a,b\nc,d\n", "nama,jabatan\n\"Satu,Camat\n", "\u{0}\u{1}\n"] {
            let (told, count) = read(table);
            assert!(told.contains("galat[") && told.contains("penandatangan.csv"), "{table:?}: {told}");
            assert_eq!(count, 0, "{table:?}");
        }
    }
}
