//! Tests of tables.

use snapbox::{IntoData, assert_data_eq, str};

use super::{MAX_COLUMNS, MAX_WRONG, Table, csv};
use crate::diagnostics::Diagnostics;
use crate::source::grid::Likeness;
use crate::source::testing::{shown, source};

fn read(text: &str) -> (Option<Table>, String) {
    let d = Diagnostics::new();
    // The first row is the header, whatever it holds.
    let any = |_: &[_]| Likeness { whole: false, known: 1 };
    let table = csv(&source(text), &d).and_then(|grid| grid.table(any, "a, b", &d));
    (table, shown(d))
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let (table, problems) = read(text);
    assert_eq!(problems, "");
    let table = table.unwrap();
    let texts = |cells: &[crate::diagnostics::Located<String>]| cells.iter().map(|cell| cell.value.clone()).collect();
    std::iter::once(texts(&table.header)).chain(table.rows.iter().map(|row| texts(&row.cells))).collect()
}

fn problems(text: &str) -> String {
    read(text).1
}

#[test]
fn commas_and_semicolons() {
    assert_eq!(cells("kode,nama\n61.11.01.2001,Sutera\n"), [["kode", "nama"], ["61.11.01.2001", "Sutera"]]);
    assert_eq!(cells("kode;nama\r\n61.11;\"Sutera, Barat\"\r\n"), [["kode", "nama"], ["61.11", "Sutera, Barat"]]);
    assert_eq!(cells("\"a,b,c\";d\n1;2"), [["a,b,c", "d"], ["1", "2"]]);
    assert_eq!(cells("kode\n01\n"), [["kode"], ["01"]]);
    assert_eq!(cells("a,b\r1,2\r"), [["a", "b"], ["1", "2"]]);
}

#[test]
fn quoted_cells() {
    assert_eq!(cells("a,b\n\"satu\ndua\",\"kata \"\"Maju\"\"\"\n"), [["a", "b"], ["satu\ndua", "kata \"Maju\""]]);
    assert_eq!(cells("a,b\n \"x\" , y \n\"\",\" z \"\n"), [["a", "b"], ["x", "y"], ["", " z "]]);
}

#[test]
fn empty_rows_are_skipped() {
    assert_eq!(cells("\n\na,b\n\n1,2\n,\n  \n,,,\n3,\n"), [["a", "b"], ["1", "2"], ["3", ""]]);
}

#[test]
fn every_cell_has_its_bytes() {
    let (table, _) = read("\u{feff}kode,nama\r\n\"é\nü\", Sutera \r\n");
    let table = table.unwrap();
    assert_eq!(table.header[1].place.line_column(), (1, 6));
    let row = &table.rows[0];
    assert_eq!(row.cells[0].place.text(), "\"é\nü\"");
    assert_eq!(row.cells[1].place.text(), "Sutera");
    assert_eq!(row.cells[1].place.line_column(), (3, 5));
    assert_eq!(row.place.text(), "\"é\nü\", Sutera ");
}

#[test]
fn wrong_number_of_cells() {
    let text =
        "kode,nama,kecamatan\n61.11.01.2001,Sutera\n61.11.01.2002,Pelapis,Karimata\n61.11.01.2003,Simpang, Tiga,Sukadana\n";
    let (table, problems) = read(text);
    assert_eq!(table.unwrap().rows.len(), 1);
    assert_data_eq!(
        problems,
        str![[r#"
galat[S015]: baris ini berisi 2 sel, seharusnya 3
 --> content/uji.md:2:1
  |
2 | 61.11.01.2001,Sutera
  | ^^^^^^^^^^^^^^^^^^^^
  |
  = saran: sel mulai kolom `kecamatan` tidak ada; periksa pemisahnya

galat[S015]: baris ini berisi 4 sel, seharusnya 3
 --> content/uji.md:4:1
  |
4 | 61.11.01.2003,Simpang, Tiga,Sukadana
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = saran: teks yang berisi pemisah harus diapit tanda kutip dua

"#]]
        .raw()
    );
}

#[test]
fn wrong_quotes() {
    assert_data_eq!(
        problems("kode,nama\n61.11,\"Sutera\n61.12,Pelapis\n"),
        str![[r#"
galat[S014]: tanda kutip dibuka tetapi tidak ditutup
 --> content/uji.md:2:7
  |
2 | 61.11,"Sutera
  |       ^ dibuka di sini
  |
  = saran: tutup sel dengan tanda kutip dua

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("kode,nama\n61.11,Desa \"Maju\"\n"),
        str![[r#"
galat[S014]: tanda kutip di tengah sel yang tidak diapit tanda kutip
 --> content/uji.md:2:12
  |
2 | 61.11,Desa "Maju"
  |            ^
  |
  = saran: apit seluruh sel dengan tanda kutip dua, dan gandakan tanda kutip di dalamnya: "Desa ""Maju"""

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("kode,nama\n61.11,\"Desa \"Maju\"\"\n"),
        str![[r#"
galat[S014]: ada teks sesudah tanda kutip penutup
 --> content/uji.md:2:14
  |
2 | 61.11,"Desa "Maju""
  |              ^^^^^^
  |
  = saran: gandakan tanda kutip di dalam sel: "Desa ""Maju"""

"#]]
        .raw()
    );
}

#[test]
fn wrong_quotes_are_all_told() {
    let (table, problems) = read("a,b\n1,x \"y\"\n\"2\" z,3\n4\n5,6\n");
    assert_eq!(table.unwrap().rows.len(), 3);
    assert_eq!(problems.matches("galat[S014]").count(), 2);
    assert_eq!(problems.matches("galat[S015]").count(), 1);
}

#[test]
fn an_endless_row_is_bounded() {
    let (table, problems) = read(&format!("a,b\n{}\n", "x,".repeat(1_000_000)));
    assert!(table.unwrap().rows.is_empty());
    assert!(problems.starts_with("galat[S015]: baris ini berisi 201 sel, seharusnya 2\n"), "{problems}");
}

#[test]
fn wrong_headers() {
    assert_data_eq!(
        problems("kode,,nama,kode\na,b,c,d\n"),
        str![[r#"
galat[S014]: kolom ke-2 tidak punya nama
 --> content/uji.md:1:6
  |
1 | kode,,nama,kode
  |      ^
2 | a,b,c,d
  |   - padahal ada isinya
  |
  = saran: beri nama kolom atau hapus kolomnya

galat[S014]: kolom `kode` tertulis dua kali
 --> content/uji.md:1:12
  |
1 | kode,,nama,kode
  | ----       ^^^^
  | |
  | pertama kali di sini
  |
  = saran: hapus salah satunya

"#]]
        .raw()
    );
    assert_data_eq!(
        problems("\n ,\n"),
        str![[r#"
galat[S003]: tabel `content/uji.md` kosong
 --> content/uji.md:1:1
  |
1 |
  | ^
  |
  = saran: tulis nama kolom pada baris pertama

"#]]
        .raw()
    );
    assert_data_eq!(
        problems(&"a,".repeat(MAX_COLUMNS + 1)),
        str![[r#"
galat[S006]: tabel lebih dari 200 kolom
 --> content/uji.md:1:1
  |
1 | a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,...a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^...^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ berhenti membaca di sini
  |
  = saran: perbaiki atau bagi tabel ini

"#]]
        .raw()
    );
}

#[test]
fn a_hopeless_table_is_given_up() {
    let (table, problems) = read(&format!("a,b\n{}", "1\n".repeat(MAX_WRONG * 3)));
    assert!(table.is_none());
    assert_eq!(problems.matches("galat[S015]").count(), MAX_WRONG);
    assert_eq!(problems.matches("galat[S006]").count(), 1);
}

#[test]
fn too_many_rows_are_refused() {
    let (table, problems) = read(&format!("a\n{}", "1\n".repeat(super::MAX_ROWS + 1)));
    assert!(table.is_none());
    assert!(
        problems.starts_with("galat[S006]: tabel lebih dari 200000 baris\n      --> content/uji.md:200002:1\n"),
        "{problems}"
    );
}
