//! Tables of villages and recipients as they arrive from five hundred offices: the whole message of each fault.
//!
//! One fixture folder a kind, as in `bad_input`. Workbooks are written here, so that what is wrong in them can be read.

use std::fs::File;

use snapbox::str;

use crate::harness::workbook::{Cell, text, texts, workbook, zip};
use crate::harness::{Project, repository};

const REGION: &str = "content/daerah/61.11-kayong-utara";

/// The fixture with a workbook of these bytes in place of its CSV.
fn with_workbook(fixture: &str, bytes: Vec<u8>) -> Project {
    Project::fixture(fixture).remove(&format!("{REGION}/desa.csv")).write(&format!("{REGION}/desa.xlsx"), bytes)
}

fn says(fixture: &str) {
    Project::fixture(fixture).check(&[]).expect_code(1).expect_golden();
}

const HEADER: [&str; 11] = [
    "No",
    "Kode Desa",
    "Nama Desa",
    "Kecamatan",
    "Jenis",
    "Nama Pengawas",
    "No. HP",
    "Mulai",
    "Selesai",
    "Izin Web",
    "Izin Cetak",
];

/// A row of an office's table with a supervisor's number as a cell.
fn row(number: usize, code: Cell, name: &str, phone: Cell) -> Vec<Cell> {
    let mut row = vec![Cell::Number(number.to_string()), code, text(name), text("Sukadana"), text("desa")];
    row.extend([text(format!("Pengawas {name}")), phone, Cell::Day(46174), Cell::Day(46418), text("ya"), text("ya")]);
    row
}

#[test]
fn code_outside_its_region() {
    says("desa-luar-daerah");
}

#[test]
fn duplicate_code() {
    says("desa-kode-ganda");
}

#[test]
fn wrong_columns() {
    says("desa-kolom-salah");
}

#[test]
fn wrong_encodings() {
    says("desa-pengodean");
}

#[test]
fn terms_that_are_over_ahead_or_wrong() {
    says("desa-masa-tugas");
}

#[test]
fn consent_that_is_missing_or_unclear() {
    says("desa-izin");
}

#[test]
fn recipients_in_wrong_columns() {
    says("penerima-kolom-salah");
}

#[test]
fn recipients_that_get_nothing() {
    says("penerima-salah");
}

#[test]
fn kecamatan_that_do_not_agree() {
    says("kecamatan-salah");
}

/// Whatever lies in `gambar/` is published on the office's own address.
#[test]
fn pictures_that_do_more_than_show() {
    says("gambar-berbahaya");
}

/// Half a picture has a whole header: only who opens it to the end knows. `check` does, as `build` would before its sheets.
#[test]
fn a_logo_that_was_cut_off() {
    let whole = std::fs::read(repository("tests/golden/stiker-10x5.png")).unwrap();
    let project = Project::base().write("content/daerah/61.11-kayong-utara/gambar/logo.png", &whole[..whole.len() / 2]).edit(
        "content/daerah/61.11-kayong-utara/daerah.yaml",
        "kode: \"61.11\"\n",
        "kode: \"61.11\"\nlogo: gambar/logo.png\n",
    );
    let expected = str![[r#"
galat[S550]: gambar `gambar/logo.png` tidak dapat dicetak
 --> content/daerah/61.11-kayong-utara/daerah.yaml:2:7
  |
2 | logo: gambar/logo.png
  |       ^^^^^^^^^^^^^^^
  |
  = sebab: gambar ini rusak atau terpotong
  = saran: salin ulang dari sumbernya: berkas ini tidak dapat dibuka sampai habis

1 galat

"#]];
    project.check(&[]).expect_code(1).expect_stderr(expected);
}

/// A hundred and sixty wrong rows are a handful of problems.
#[test]
fn the_same_mistake_in_every_row() {
    says("desa-banyak-salah");
}

/// The column is a print piece's, but not of this region.
#[test]
fn copies_of_a_piece_that_the_region_left_out() {
    Project::fixture("desa-bahan-dihapus").check(&[]).expect_code(0).expect_golden();
}

/// A table as it is printed and signed: only two cells of it are wrong.
#[test]
fn total_and_signatures_below() {
    says("desa-di-bawah-tabel");
}

#[test]
fn hundred_megabytes() {
    let project = Project::fixture("desa-100-mb");
    // Sparse: it takes no room.
    File::create(project.path(&format!("{REGION}/desa.csv"))).unwrap().set_len(100 * 1024 * 1024).unwrap();
    project.check(&[]).expect_code(1).expect_golden();
}

#[test]
fn workbook_that_is_a_renamed_pdf() {
    with_workbook("desa-xlsx-pdf", b"%PDF-1.7\n1 0 obj\n".to_vec()).check(&[]).expect_code(1).expect_golden();
}

#[test]
fn workbook_that_is_a_bomb() {
    let zeros = vec![b' '; 300 * 1024 * 1024];
    let bytes = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    with_workbook("desa-xlsx-bom", bytes).check(&[]).expect_code(1).expect_golden();
}

#[test]
fn workbook_without_names_of_columns() {
    let rows =
        [texts(&["DAFTAR DESA"]), vec![], texts(&["1", "61.11.01.2001", "Sutera"]), texts(&["2", "61.11.01.2002", "Pelapis"])];
    with_workbook("desa-xlsx-tanpa-kepala", workbook(&rows, &["A1:C1"])).check(&[]).expect_code(1).expect_golden();
}

#[test]
fn numbers_that_a_spreadsheet_ate() {
    let code = |number: &str| Cell::Number(number.to_owned());
    let rows = [
        texts(&["DAFTAR DESA", "", "", "", "", "", "", "", "", "", ""]),
        texts(&HEADER),
        row(1, code("6111012001"), "Sutera", code("81255500001")),
        row(2, code("6111012002"), "Pangkalan Buton", code("812556000000")),
        row(3, text("61.11.01.2003\u{a0}"), "Sejahtera", text("8,12556E+11")),
        row(4, code("6111012004"), "Benawai Agung", Cell::Error("#REF!")),
        row(5, Cell::Formula("B6+1", None), "Gunung Sembilan", text("0812-5550-0005")),
        row(6, code("61.11"), "Pampang Harapan", code("8125")),
    ];
    with_workbook("desa-nomor-excel", workbook(&rows, &["A1:K1"])).check(&[]).expect_code(1).expect_golden();
}

#[test]
fn two_tables() {
    let rows = [texts(&HEADER), row(1, text("61.11.01.2001"), "Sutera", text("0812-5550-0001"))];
    let project = Project::fixture("desa-dua-tabel").write(&format!("{REGION}/desa.xlsx"), workbook(&rows, &[]));
    project.check(&[]).expect_code(1).expect_golden();
}

#[test]
fn empty_workbook() {
    with_workbook("desa-xlsx-kosong", workbook(&[], &[])).check(&[]).expect_code(1).expect_golden();
}

/// The same table, typed in a text editor and kept in a spreadsheet, is the same website.
#[test]
fn a_workbook_says_what_its_csv_says() {
    let rows = [
        texts(&["DAFTAR DESA KABUPATEN KAYONG UTARA", "", "", "", "", "", "", "", "", "", ""]),
        vec![],
        texts(&HEADER),
        row(1, Cell::Number("6111012001".to_owned()), "Sutera", Cell::Number("81255500001".to_owned())),
        vec![Cell::Number("2".to_owned()), text("61.11.01.2002 "), text("Pangkalan\u{a0}Buton")],
        vec![Cell::Number("3".to_owned()), text("61.11.01.2003"), text("Sejahtera"), Cell::Empty, text("desa")],
    ];
    let mut rows = rows.to_vec();
    rows[4].extend([Cell::Empty, text("desa")]);
    // One day as Excel keeps it, one typed into a cell of text.
    rows[3][7] = text("01/06/2026");
    let from_workbook = Project::base().remove(&format!("{REGION}/desa.csv"));
    let from_workbook = from_workbook.write(&format!("{REGION}/desa.xlsx"), workbook(&rows, &["A1:K1", "D4:D6"]));
    let table = "kode,nama,kecamatan,jenis,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n\
                 61.11.01.2001,Sutera,Sukadana,desa,Pengawas Sutera,081255500001,2026-06-01,2027-01-31,ya,ya\n\
                 61.11.01.2002,Pangkalan Buton,Sukadana,desa,,,,,,\n61.11.01.2003,Sejahtera,Sukadana,desa,,,,,,\n";
    let from_csv = Project::base().write(&format!("{REGION}/desa.csv"), table);
    for project in [&from_workbook, &from_csv] {
        project.build(&["--only", "web"]).expect_code(0);
    }
    let pages = |project: &Project| crate::harness::Tree::of(&project.path("output/situs"));
    pages(&from_workbook).expect_same_bytes(&pages(&from_csv));
}
