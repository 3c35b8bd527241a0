//! Tests of sheets: what offices save, what only bears the name, and what nobody meant well.

use proptest::prelude::*;

use super::rows;
use crate::diagnostics::Diagnostics;
use crate::source::SourceFile;
use crate::source::grid::Grid;
use crate::source::testing::shown;
use crate::source::workbook::{Cell, book, parts, sheet, text, texts, workbook, zip};

fn read(bytes: Vec<u8>) -> (Option<Grid>, String) {
    let d = Diagnostics::new();
    let grid = rows(&SourceFile::new("", "content/desa.xlsx", bytes), &d);
    (grid, shown(d))
}

fn problems(bytes: Vec<u8>) -> String {
    let (grid, problems) = read(bytes);
    assert!(grid.is_none(), "{problems}");
    problems
}

/// The rows as texts, each cell with the name that a message gives it.
fn named(bytes: Vec<u8>) -> Vec<String> {
    let (grid, problems) = read(bytes);
    assert_eq!(problems, "");
    let name = |cell: &crate::diagnostics::Located<String>| format!("{}={}", cell.place.cell().unwrap(), cell.value);
    grid.unwrap().rows.iter().map(|row| row.cells.iter().map(name).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_line_is_a_row_and_a_cell_knows_its_name() {
    let rows = vec![vec![], texts(&["", "kode", "", "nama"]), vec![], vec![], texts(&["1", "61.11", "", "Sutera"])];
    let (grid, _) = read(workbook(&rows, &[]));
    let grid = grid.unwrap();
    assert_eq!(grid.source.text(), "\n │ kode │  │ nama\n\n\n1 │ 61.11 │  │ Sutera\n");
    let name = &grid.rows[1].cells[3];
    assert_eq!((name.place.line_column(), name.place.cell().as_deref()), ((5, 16), Some("D5")));
    assert_eq!(grid.rows[1].cells[2].place.cell().as_deref(), Some("C5"), "an empty cell has a name too");
    assert_eq!(grid.rows[1].place.cell(), None, "a row is no cell");
}

#[test]
fn what_a_cell_shows_is_its_text() {
    let row = vec![
        text(" Sutera\nBarat\t│ "),
        Cell::Number("6111012001".to_owned()),
        Cell::Number("8.1234567890000000E+10".to_owned()),
        Cell::Day(46174),
        Cell::Truth(true),
        Cell::Error("#REF!"),
        Cell::Formula("A1&amp;B1", Some("hasil")),
    ];
    assert_eq!(
        named(workbook(&[row], &[])),
        ["A1=Sutera Barat B1=6111012001 C1=81234567890 D1=2026-06-01 E1=TRUE F1=#REF! G1=hasil"]
    );
}

#[test]
fn days_are_counted_from_1900_or_1904() {
    let day = sheet(&[vec![Cell::Day(44712), Cell::Day(0)]], &[]);
    let (grid, _) = read(book(&[("A", &day)], true));
    let grid = grid.unwrap();
    assert_eq!(grid.rows[0].cells[0].value, "2026-06-01");
    assert_eq!(grid.rows[0].cells[1].value, "0", "hours alone are no day");
    assert_eq!(grid.day_zero.unwrap().to_string(), "1904-01-01");
    let (grid, _) = read(book(&[("A", &day)], false));
    assert_eq!(grid.unwrap().rows[0].cells[0].value, "2022-05-31");
}

#[test]
fn merged_cells_are_filled_down_and_not_to_the_right() {
    let rows = vec![
        texts(&["DAFTAR", "", ""]),
        texts(&["Sukadana", "Sutera", "1"]),
        texts(&["", "Pangkalan Buton", ""]),
        texts(&["", "Sejahtera", "3"]),
        texts(&["Teluk Batang", "Mas Bangun", "4"]),
    ];
    assert_eq!(
        named(workbook(&rows, &["A1:C1", "A2:A4", "C2:C3", "A5:A1048576"])),
        [
            "A1=DAFTAR B1= C1=",
            "A2=Sukadana B2=Sutera C2=1",
            "A3=Sukadana B3=Pangkalan Buton C3=1",
            "A4=Sukadana B4=Sejahtera C4=3",
            "A5=Teluk Batang B5=Mas Bangun C5=4"
        ]
    );
}

#[test]
fn the_first_sheet_that_is_shown_is_read() {
    let one = sheet(&[texts(&["satu"])], &[]);
    let two = sheet(&[texts(&["dua"])], &[]);
    let mut parts = parts(&[("Rahasia", &one), ("Daftar", &two)], false);
    parts[1].1 = parts[1].1.replace("name=\"Rahasia\"", "name=\"Rahasia\" state=\"hidden\"");
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    assert_eq!(named(zip(&parts)), ["A1=dua"]);
}

#[test]
fn a_formula_that_was_never_computed_is_marked() {
    let row = [Cell::Formula("UPPER(A1)", None), Cell::Formula("A1", Some("")), Cell::Formula("", None), text("x")];
    assert_eq!(named(workbook(&[row.to_vec()], &[])), ["A1=#RUMUS? B1= C1= D1=x"]);
}

#[test]
fn what_only_bears_the_name_is_named() {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let ole = |rest: &[u8]| [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600], rest].concat();
    let cases: [(Vec<u8>, &str); 14] = [
        (b"%PDF-1.7\n%\xe2".to_vec(), "dokumen PDF"),
        (ole(b""), "buku kerja Excel lama (.xls)"),
        (ole(&encrypted), "dikunci dengan kata sandi"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "gambar"),
        (b"\n <HTML><table><tr><td>kode".to_vec(), "halaman web (HTML)"),
        (
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>".to_vec(),
            "lembar kerja XML lama",
        ),
        (b"kode;nama\n61.11;Sutera\n".to_vec(), "tabel CSV"),
        (b"\xff\xfek\0o\0d\0e\0".to_vec(), "teks UTF-16"),
        (b"{\\rtf1".to_vec(), "dokumen RTF"),
        (vec![0; 100], "berkas lain yang tidak dikenal"),
        (zip(&[("word/document.xml", b"<w/>")]), "dokumen Word (.docx)"),
        (zip(&[("content.xml", b"<o/>"), ("mimetype", b"x")]), "dokumen LibreOffice"),
        (zip(&[("xl/workbook.bin", b"")]), "Excel biner (.xlsb)"),
        (zip(&[("catatan.txt", b"")]), "arsip zip biasa"),
    ];
    for (bytes, what) in cases {
        let problems = problems(bytes);
        assert!(problems.starts_with("galat[S020]: `content/desa.xlsx` bukan buku kerja Excel (.xlsx)\n"), "{problems}");
        assert!(problems.contains(what), "{what} in {problems}");
    }
}

#[test]
fn what_is_empty_or_broken_is_told() {
    assert!(problems(Vec::new()).starts_with("galat[S003]: berkas `content/desa.xlsx` kosong\n"));
    let empty = problems(book(&[("Rekap", &sheet(&[], &[])), ("Data", &sheet(&[texts(&["kode"])], &[]))], false));
    assert!(empty.starts_with("galat[S003]: lembar `Rekap` di `content/desa.xlsx` kosong\n"), "{empty}");
    assert!(empty.contains("pindahkan lembar yang berisi tabel (`Data`?) ke paling kiri"), "{empty}");
    let whole = workbook(&[texts(&["kode", "nama"])], &[]);
    for cut in [30, whole.len() / 2, whole.len() - 5] {
        assert!(problems(whole[..cut].to_vec()).starts_with("galat[S020]: buku kerja"), "cut at {cut}");
    }
    let broken =
        problems(book(&[("A", "<worksheet><sheetData><row><c t='z'><v>1</v></c></row></sheetData></worksheet>")], false));
    assert!(broken.starts_with("galat[S020]: buku kerja `content/desa.xlsx` rusak dan tidak dapat dibuka\n"), "{broken}");
    assert!(problems(book(&[], false)).contains("tidak ada lembar yang tampak"));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = vec![b' '; 80 * 1024 * 1024];
    let bytes = zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    assert!(bytes.len() < 200_000, "it is small: {}", bytes.len());
    let problems = problems(bytes);
    assert!(problems.starts_with("galat[S005]: berkas `content/desa.xlsx` terlalu besar\n"), "{problems}");
    assert!(problems.contains("sesudah dibuka isinya lebih dari 64 MiB"), "{problems}");
}

#[test]
fn a_claim_of_many_strings_is_not_believed() {
    let sheet = sheet(&[texts(&["kode"])], &[]);
    for claim in ["uniqueCount=\"100000000000000\"", "uniqueCount = '99999999999999999999'", "count='3000000'"] {
        let mut parts = parts(&[("A", &sheet)], false);
        parts.push(("xl/sharedStrings.xml".to_owned(), format!("<x:sst {claim} xmlns:x='x'></x:sst>")));
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        assert!(problems(zip(&parts)).contains("jumlah teks yang diakuinya"), "{claim}");
    }
}

#[test]
fn far_cells_are_refused_and_named() {
    let far = |at: &str| {
        let xml =
            format!("<worksheet><sheetData><row><c r='A1'><v>1</v></c><c r='{at}'><v>1</v></c></row></sheetData></worksheet>");
        read(book(&[("A", &xml)], false))
    };
    assert!(far("XFD1").1.starts_with("galat[S006]: sel XFD1 berisi sesuatu, padahal tabel paling banyak 200 kolom\n"));
    assert!(far("A1048577").1.starts_with("galat[S020]"));
    let (grid, problems) = far("A1048576");
    assert_eq!((problems.as_str(), grid.unwrap().rows[1].place.line_column()), ("", (1_048_576, 1)));
    let wide: String = (0..20_000).map(|row| format!("<row r='{0}'><c r='GR{0}'><v>1</v></c></row>", row + 1)).collect();
    let (_, problems) = read(book(&[("A", &format!("<worksheet><sheetData>{wide}</sheetData></worksheet>"))], false));
    assert!(problems.starts_with("galat[S006]: lembar `A` terlalu besar: 20000 baris dan 200 kolom yang berisi\n"), "{problems}");
    let many: String = (0..500_000).map(|_| "<mergeCell ref='A1:A1048576'/>").collect();
    let xml = format!(
        "<worksheet><sheetData><row><c r='A1'><v>1</v></c><c r='B1048576'><v>1</v></c></row></sheetData><mergeCells>{many}</mergeCells></worksheet>"
    );
    assert!(problems_of(&xml).contains("terlalu banyak sel gabungan"));
}

fn problems_of(xml: &str) -> String {
    read(book(&[("A", xml)], false)).1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), zip_first in any::<bool>()) {
        let start: &[u8] = if zip_first { b"PK\x03\x04" } else { b"" };
        read([start, &bytes].concat());
    }

    /// One byte of a sound workbook, or of a part of it, is another.
    #[test]
    fn a_changed_byte_never_panics(part in 0usize..5, at in any::<prop::sample::Index>(), byte in any::<u8>(), raw in any::<bool>()) {
        let rows = [texts(&["kode", "nama"]), vec![Cell::Number("6111012001".to_owned()), Cell::Day(46174), Cell::Formula("A1", Some("x"))]];
        let mut parts = parts(&[("A", &sheet(&rows, &["A1:A2"]))], false).into_iter().map(|(path, text)| (path, text.into_bytes())).collect::<Vec<_>>();
        if !raw {
            let length = parts[part].1.len();
            parts[part].1[at.index(length)] = byte;
        }
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        let mut bytes = zip(&parts);
        if raw {
            let length = bytes.len();
            bytes[at.index(length)] = byte;
        }
        read(bytes);
    }

    /// Words of the format in any order and number.
    #[test]
    fn any_xml_never_panics(words in proptest::collection::vec(prop::sample::select(WORDS.to_vec()), 0..60)) {
        let xml = words.concat();
        for part in [0, 1, 2, 3, 4] {
            let mut parts = parts(&[("A", &sheet(&[texts(&["kode"])], &[]))], false);
            parts[part].1.clone_from(&xml);
            parts.push(("xl/sharedStrings.xml".to_owned(), xml.clone()));
            let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
            read(zip(&parts));
        }
    }
}

const WORDS: [&str; 40] = [
    "<worksheet>",
    "</worksheet>",
    "<sheetData>",
    "</sheetData>",
    "<row>",
    "<row r='2'>",
    "<row r='9999999999'>",
    "</row>",
    "<c>",
    "<c r='A1'>",
    "<c r='ZZZZZZZZ99999999999'>",
    "<c r='1'>",
    "<c t='s'>",
    "<c t='b'>",
    "<c t='e'>",
    "<c t='d'>",
    "<c t='str'>",
    "<c t='inlineStr'>",
    "<c s='1'>",
    "<c s='99999999999'>",
    "</c>",
    "<v>",
    "1",
    "-1e999",
    "NaN",
    " +1",
    "</v>",
    "<is><t>x</t></is>",
    "<f t='shared' si='0' ref='A1:A9'>A1</f>",
    "<f t='shared' si='7'/>",
    "<mergeCells>",
    "<mergeCell ref='B9:A1'/>",
    "<mergeCell ref='A1:A99999999999'/>",
    "</mergeCells>",
    "<dimension ref='Z'/>",
    "<sst uniqueCount='5'>",
    "<si><t>x</t></si>",
    "</sst>",
    "&#x110000;",
    "<![CDATA[x]]>",
];
