//! Tests of finding a table among titles.

use std::sync::Arc;

use super::{Grid, Likeness};
use crate::diagnostics::{Diagnostics, Located, SourceText};
use crate::source::table::{Table, csv};
use crate::source::testing::shown;

/// Knows `kode`, `nama` and `izin`; the first two make a row whole.
fn like(cells: &[Located<String>]) -> Likeness {
    let has = |name: &str| cells.iter().filter(|cell| cell.value == name).count();
    Likeness { whole: has("kode") > 0 && has("nama") > 0, known: has("kode") + has("nama") + has("izin") }
}

fn grid(text: &str, d: &Diagnostics) -> Grid {
    let source: Arc<SourceText> = SourceText::new("content/desa.csv", text);
    csv(&source, d).unwrap()
}

fn read(text: &str) -> (Option<Table>, String) {
    let d = Diagnostics::new();
    let table = grid(text, &d).table(like, "`kode`, `nama`", &d);
    (table, shown(d))
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let (table, problems) = read(text);
    assert_eq!(problems, "");
    let table = table.unwrap();
    let texts = |cells: Vec<Located<String>>| cells.into_iter().map(|cell| cell.value).collect();
    std::iter::once(texts(table.header)).chain(table.rows.into_iter().map(|row| texts(row.cells))).collect()
}

#[test]
fn titles_empty_columns_and_counts_are_left_out() {
    let text = "DAFTAR DESA,,,\nTahun 2026,,,\n,,,\nNo,kode,,nama\n1,2,3,4\n1,61.11,,Sutera\n";
    assert_eq!(rows(text), [["No", "kode", "nama"], ["1", "61.11", "Sutera"]]);
    assert_eq!(rows("kode,nama,izin\n(1),(2),(3)\na,b,c\n"), [["kode", "nama", "izin"], ["a", "b", "c"]]);
}

#[test]
fn names_merged_over_two_rows_are_those_of_the_lower() {
    assert_eq!(rows("kode,nama,Izin\nkode,nama,izin\na,b,c\n"), [["kode", "nama", "izin"], ["a", "b", "c"]]);
}

#[test]
fn the_row_most_like_is_taken_when_none_is_whole() {
    let (table, _) = read("Judul\nkode,nam\na,b\n");
    assert_eq!(table.unwrap().header[0].place.line_column().0, 2);
}

#[test]
fn without_names_there_is_one_problem() {
    let (table, problems) = read("61.11,Sutera\n61.12,Pelapis\n");
    assert!(table.is_none());
    assert!(
        problems.starts_with("galat[S021]: baris nama kolom tidak ditemukan di `content/desa.csv`\n --> content/desa.csv:1:1\n"),
        "{problems}"
    );
    assert!(problems.contains("saran: tulis nama kolom di atas daftarnya: `kode`, `nama`"), "{problems}");
    let far = format!("{}kode,nama\n", "judul,x\n".repeat(super::HEADER_ROWS));
    assert!(read(&far).1.starts_with("galat[S021]"));
}

#[test]
fn a_column_without_a_name_must_be_empty() {
    let (table, problems) = read("kode,,nama\na,,b\nc,d,e\n");
    assert!(table.is_none());
    assert!(problems.starts_with("galat[S014]: kolom ke-2 tidak punya nama\n"), "{problems}");
    assert!(problems.contains("padahal ada isinya"), "{problems}");
}
