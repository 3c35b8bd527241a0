//! Tests of the fences.

use snapbox::{IntoData, assert_data_eq, str};

use super::{Document, split};
use crate::diagnostics::Diagnostics;
use crate::source::reader::MapReader;
use crate::source::testing::{shown, source};

fn read(text: &str) -> (Option<Document>, String) {
    let d = Diagnostics::new();
    let document = split(&source(text), &d);
    (document, shown(d))
}

fn body(text: &str) -> String {
    let (document, problems) = read(text);
    assert_eq!(problems, "");
    document.unwrap().body.text().to_owned()
}

#[test]
fn cuts_at_the_fences() {
    assert_eq!(body("---\njudul: x\n---\nisi\n\n---\nlagi\n"), "isi\n\n---\nlagi\n");
    assert_eq!(body("---\r\njudul: x\r\n---\r\nisi\r\n"), "isi\r\n");
    assert_eq!(body("\u{feff}---\njudul: x\n---\nisi"), "isi");
    assert_eq!(body("--- \t\njudul: x\n---  \nisi"), "isi");
    assert_eq!(body("---\rjudul: x\r---\risi\r"), "isi\r");
    assert_eq!(body("---\njudul: x\n---"), "");
    assert_eq!(body("---\njudul: |\n  a\n  ---\n  b\n---\nisi"), "isi");
}

#[test]
fn the_body_knows_its_lines() {
    let (document, _) = read("\u{feff}---\r\njudul: x\r\n---\r\n\r\nisi\r\n");
    let body = document.unwrap().body;
    assert_eq!(body.line_column(), (4, 1));
    assert_eq!(body.sub(2..5).text(), "isi");
    assert_eq!(body.sub(2..5).line_column(), (5, 1));
}

#[test]
fn missing_fences() {
    assert_data_eq!(
        read("# Judul\n\nisi\n").1,
        str![[r#"
galat[S013]: berkas `content/uji.md` tidak diawali garis `---`
 --> content/uji.md:1:1
  |
1 | # Judul
  | ^^^^^^^ baris pertama harus `---`
  |
  = saran: tulis tiga baris ini di awal berkas: `---`, lalu `judul: …`, lalu `---`

"#]]
        .raw()
    );
    assert_data_eq!(
        read("---\njudul: x\n\nisi\n").1,
        str![[r#"
galat[S013]: keterangan di awal berkas `content/uji.md` tidak ditutup garis `---`
 --> content/uji.md:1:1
  |
1 | ---
  | ^^^ dibuka di sini
  |
  = saran: tulis `---` pada baris sendiri, di bawah keterangan yang terakhir

"#]]
        .raw()
    );
    assert!(read("----\njudul: x\n---\n").0.is_none());
    assert!(read("\n---\njudul: x\n---\n").0.is_none());
    assert!(read("---\njudul: x\n----\n").0.is_none());
    assert!(read("---").0.is_none());
    assert!(read("").0.is_none());
}

#[test]
fn empty_front_matter() {
    assert_data_eq!(
        read("---\n---\nisi\n").1,
        str![[r#"
galat[S003]: isi YAML `content/uji.md` kosong
 --> content/uji.md:2:1
  |
2 | ---
  | ^
  |
  = saran: isi kuncinya, misalnya `judul: …`

"#]]
        .raw()
    );
}

/// The lines of the file count, not those of the front matter; CRLF, byte order mark and tabs change nothing.
#[test]
fn positions_are_those_of_the_file() {
    let text = "---\njudul: x\nkantor:\n  nama: y\n  alamat:\t[z]\nsumber:\n  - s\nurutan: satu\n---\nisi\n";
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let [unix, windows] = [text, windows.as_str()].map(|text| {
        let d = Diagnostics::new();
        let document = split(&source(text), &d).unwrap();
        let mut reader = MapReader::new(&document.front, "halaman", &d).unwrap();
        reader.text("judul");
        reader.texts("sumber");
        reader.integer("urutan");
        let mut office = reader.map("kantor").unwrap();
        office.text("nama");
        office.text("alamat");
        office.finish();
        reader.finish();
        shown(d)
    });
    assert_eq!(unix, windows);
    assert_data_eq!(
        unix,
        str![[r#"
galat[S103]: `alamat` harus berupa teks, bukan daftar
 --> content/uji.md:5:11
  |
5 |   alamat:    [z]
  |              ^^^
  |
  = saran: tulis satu teks, diapit tanda kutip bila perlu

galat[S103]: `urutan` harus berupa bilangan bulat, bukan `satu`
 --> content/uji.md:8:9
  |
8 | urutan: satu
  |         ^^^^
  |
  = saran: tulis angkanya saja, tanpa titik ribuan dan tanpa tanda kutip, misalnya `1250`

"#]]
        .raw()
    );
}

#[test]
fn errors_of_yaml_point_into_the_file() {
    assert_data_eq!(
        read("\u{feff}---\r\njudul: x\r\n\r\nringkas: \"y\r\n---\r\nisi\r\n").1,
        str![[r#"
galat[S010]: tanda kutip dibuka tetapi tidak ditutup
 --> content/uji.md:4:10
  |
4 | ringkas: "y
  |          ^ dibuka di sini
  |
  = saran: tutup dengan tanda kutip yang sama pada akhir nilai

"#]]
        .raw()
    );
    assert_data_eq!(
        read("---\njudul: x\nkantor:\n\tnama: y\n---\n").1,
        str![[r#"
galat[S010]: tab dipakai untuk indentasi
 --> content/uji.md:4:1
  |
4 |     nama: y
  | ^^^^ tab
  |
  = saran: ganti tab dengan spasi

"#]]
        .raw()
    );
}
