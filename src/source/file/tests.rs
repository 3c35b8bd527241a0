//! Tests of a file as text.

use snapbox::{IntoData, assert_data_eq, str};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::SourceTree;
use crate::source::limits::MAX_TEXT_BYTES;
use crate::source::testing::shown;

fn text(path: &str, bytes: &[u8]) -> (Option<String>, String) {
    let tree = SourceTree::from_files([(path.to_owned(), bytes.to_vec())]);
    let d = Diagnostics::new();
    let text = tree.get(path).unwrap().text(&d).map(|source| source.text().to_owned());
    (text, shown(d))
}

fn problems(bytes: &[u8]) -> String {
    let (text, problems) = text("content/uji.md", bytes);
    assert_eq!(text, None);
    problems
}

#[test]
fn good_text() {
    assert_eq!(text("a.md", "é\tb\r\n".as_bytes()), (Some("é\tb\r\n".to_owned()), String::new()));
    assert_eq!(text("a.md", b"\xef\xbb\xbfjudul"), (Some("judul".to_owned()), String::new()));
}

#[test]
fn the_text_is_shared() {
    let tree = SourceTree::from_files([("a.md".to_owned(), b"x".to_vec())]);
    let d = Diagnostics::new();
    let file = tree.get("a.md").unwrap();
    assert!(std::sync::Arc::ptr_eq(&file.text(&d).unwrap(), &file.text(&d).unwrap()));
}

#[test]
fn invalid_utf8() {
    assert_data_eq!(
        problems(b"judul: x\r\nringkas: caf\xe9 itu\r\n\xff"),
        str![[r#"
galat[S002]: berkas `content/uji.md` bukan teks UTF-8
 --> content/uji.md:2:13
  |
2 | ringkas: caf� itu
  |             ^ bita 0xE9 bukan UTF-8
  |
  = saran: simpan ulang berkas dengan pengodean UTF-8 (di Notepad: Simpan Sebagai → Pengodean → UTF-8)

"#]]
        .raw()
    );
    assert_data_eq!(
        problems(b"\xef\xbb\xbfjudul: \xe9"),
        str![[r#"
galat[S002]: berkas `content/uji.md` bukan teks UTF-8
 --> content/uji.md:1:8
  |
1 | judul: �
  |        ^ bita 0xE9 bukan UTF-8
  |
  = saran: simpan ulang berkas dengan pengodean UTF-8 (di Notepad: Simpan Sebagai → Pengodean → UTF-8)

"#]]
        .raw()
    );
    assert_data_eq!(
        problems(b"\xff\xfej\x00u\x00"),
        str![[r#"
galat[S002]: berkas `content/uji.md` bukan teks UTF-8
--> content/uji.md
 = sebab: berkas ini disimpan sebagai UTF-16
 = saran: simpan ulang berkas dengan pengodean UTF-8 (di Notepad: Simpan Sebagai → Pengodean → UTF-8)

"#]]
        .raw()
    );
}

#[test]
fn empty_files() {
    assert_data_eq!(
        problems(b""),
        str![[r#"
galat[S003]: berkas `content/uji.md` kosong
--> content/uji.md
 = saran: isi berkas ini atau hapus

"#]]
        .raw()
    );
    assert!(problems(b" \r\n\t\n").starts_with("galat[S003]"));
    assert!(problems(b"\xef\xbb\xbf").starts_with("galat[S003]"));
}

#[test]
fn control_characters() {
    assert_data_eq!(
        problems(b"judul: x\n\ty\x00z"),
        str![[r#"
galat[S004]: berkas `content/uji.md` berisi karakter kendali U+0000
 --> content/uji.md:2:3
  |
2 |     y␀z
  |      ^ karakter yang tidak tampak
  |
  = saran: hapus karakter ini; biasanya terbawa saat menyalin dari Word atau PDF

"#]]
        .raw()
    );
    for character in ['\u{1}', '\u{b}', '\u{c}', '\u{1b}', '\u{7f}', '\u{85}', '\u{fffe}', '\u{ffff}'] {
        assert!(problems(format!("a{character}b").as_bytes()).starts_with("galat[S004]"), "{character:?}");
    }
}

#[test]
fn too_large() {
    let limit = usize::try_from(MAX_TEXT_BYTES).unwrap();
    assert_eq!(text("a.yaml", &vec![b'x'; limit]).1, "");
    assert!(problems(&vec![b'x'; limit + 1]).starts_with("galat[S005]"));
    assert_eq!(text("a.CSV", &vec![b'x'; limit + 1]).1, "");
}

/// What was made of a file stays with it as long as it is the same, and what was told is told again.
#[test]
fn what_did_not_change_is_made_once() {
    use std::cell::Cell;

    let tree =
        |text: &str| SourceTree::from_files([("a.md".to_owned(), text.as_bytes().to_vec()), ("b.md".to_owned(), b"b".to_vec())]);
    let count = Cell::new(0);
    let made = |tree: &SourceTree, path: &str| {
        let d = Diagnostics::new();
        let length = tree.get(path).unwrap().make_once(&d, |d| {
            count.set(count.get() + 1);
            d.push(Diagnostic::note("S000", "dibaca"));
            tree.get(path).unwrap().as_slice().len()
        });
        assert_eq!(d.into_sorted().len(), 1, "told each time");
        length
    };
    let first = tree("a");
    assert_eq!((made(&first, "a.md"), made(&first, "a.md"), made(&first, "b.md"), count.get()), (1, 1, 1, 2));
    let second = tree("aa").renewed(first);
    assert_eq!((made(&second, "a.md"), made(&second, "b.md"), count.get()), (2, 1, 3));
    // A file of another name, or one that is gone, is never taken for this one.
    let third = SourceTree::from_files([("c.md".to_owned(), b"aa".to_vec())]).renewed(second);
    assert_eq!((third.len(), made(&third, "c.md"), count.get()), (1, 2, 4));
    // Asked for something else, it is made all the same.
    let d = Diagnostics::new();
    assert_eq!(third.get("c.md").unwrap().make_once(&d, |_| "lain"), "lain");
}

/// What also follows from something else is made again when that is another, though the file is the same.
#[test]
fn what_depends_on_more_is_made_again_with_it() {
    use std::cell::Cell;

    let tree = SourceTree::from_files([("a.csv".to_owned(), b"a".to_vec())]);
    let count = Cell::new(0);
    let made = |with: &'static str| {
        let d = Diagnostics::new();
        let made = tree.get("a.csv").unwrap().make_with(with, &d, |with, d| {
            count.set(count.get() + 1);
            d.push(Diagnostic::note("S000", *with));
            with.len()
        });
        let told: Vec<String> = d.into_sorted().into_iter().map(|problem| problem.message).collect();
        assert_eq!(told, [with], "what was told belongs to what it was made with");
        made
    };
    assert_eq!((made("brosur"), made("brosur"), made("brosur kartu"), made("brosur"), count.get()), (6, 6, 12, 6, 3));
}
