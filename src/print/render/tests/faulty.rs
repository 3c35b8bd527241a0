//! Every kind of press file is looked at once more when it is finished (S924), and one that is faulty is never put.

use std::sync::Mutex;

use lopdf::Document;

use super::house;
use crate::content::Format;
use crate::content::format::Tiles;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::print::codes;
use crate::print::geometry::Sheet;
use crate::print::press::inspect::faults;
use crate::print::render::{Press, render_seen_by};
use crate::print::tests::{Filling, format, job, located, village};

/// The file with a red rectangle on its first page.
fn spoilt(pdf: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    let page = document.get_pages()[&1];
    document.add_page_contents(page, b"1 0 0 rg 0 0 0 1 k 0 0 9 9 re f ".to_vec()).unwrap();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// Prints a job whose files are spoilt between the press and the last look at them: what was put for the shop, what was said, and the pages
/// of the files that were looked at.
fn printed_spoilt(format: &Format, villages: &[&str]) -> (Vec<String>, Vec<Diagnostic>, Vec<usize>) {
    let (title, d, shelf, seen) = (located("Uji"), Diagnostics::new(), Filling::default(), Mutex::new(Vec::new()));
    let mut job = job(format, &title, "Halo");
    job.villages = villages.iter().enumerate().map(|(at, name)| village(at + 1, name)).collect::<Vec<_>>().into();
    let inspector = |pdf: &[u8], sheet: &Sheet| {
        assert_eq!(faults(pdf, sheet), [""; 0], "sound before it was spoilt");
        seen.lock().unwrap().push(Document::load_mem(pdf).unwrap().get_pages().len());
        faults(&spoilt(pdf), sheet)
    };
    let facts = render_seen_by(&inspector, &house(), &job, &shelf, &d).unwrap();
    assert_eq!(facts, None);
    let put = shelf.0.into_inner().unwrap().into_iter().map(|(path, _)| path).collect();
    (put, d.into_sorted(), seen.into_inner().unwrap())
}

#[test]
fn a_faulty_file_is_told_and_not_put() {
    let format = format();
    let tiled = Format {
        tiles: Some(Tiles { columns: 2, rows: 1, overlap: 0.0 }),
        sides: vec![],
        marks: false,
        width: 400.0,
        ..format.clone()
    };
    for (format, villages, pages) in [(&format, vec![], 1), (&tiled, vec![], 2), (&format, vec!["Sutera", "Benawai Agung"], 1)] {
        let (put, said, seen) = printed_spoilt(format, &villages);
        assert_eq!(put, [""; 0], "{villages:?}");
        assert_eq!(seen, [pages], "{villages:?}");
        let told: Vec<_> = said.iter().map(|found| (found.code, found.severity, found.message.as_str())).collect();
        let message = "berkas cetak `cetak/61.11/uji/uji` cacat: operator warna `rg` di berkas cetak";
        assert_eq!(told, [(codes::BAD_PDF, Severity::Error, message)], "{villages:?}");
        let hint = "ini kesalahan program atau templat tema, bukan naskah: laporkan";
        assert_eq!(said[0].hint.as_deref(), Some(hint));
        assert_eq!(said[0].place.as_ref().map(|place| place.path().to_owned()), Some("content/cetak/uji.md".to_owned()));
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told() {
    let (format, title, found, house) = (format(), located("Uji"), Diagnostics::new(), house());
    let job = job(&format, &title, "Halo");
    let shelf = Filling::default();
    let press = Press {
        house: &house,
        job: &job,
        sheet: Sheet::of(&format, None),
        found: &found,
        sink: &shelf,
        inspector: &faults,
        failed: Mutex::default(),
    };
    assert_eq!(press.sound(Ok::<_, String>(7)), Some(7));
    assert_eq!(press.sound(Err::<(), _>("tidak ada halaman")), None);
    let said = found.into_sorted();
    let told: Vec<_> = said.iter().map(|found| (found.code, found.message.as_str())).collect();
    assert_eq!(told, [(codes::BAD_PDF, "berkas cetak `cetak/61.11/uji/uji` tidak dapat ditulis: tidak ada halaman")]);
}
