//! The sectioned families on the real theme: how a flyer finds its size, what a photocopy may hold, what becomes of slides.

use std::collections::BTreeMap;

use super::{PrintHouse, format, job, located, print, theme};
use crate::content::Format;
use crate::content::format::{Family, QrSpec};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::print::job::{Body, Copy, Part};
use crate::print::{Facts, FileKind, Job, codes};

/// The real theme.
fn house() -> PrintHouse {
    let diagnostics = Diagnostics::new();
    let house = PrintHouse::new(&theme(&[]), &diagnostics).unwrap();
    assert_eq!(diagnostics.into_sorted(), vec![]);
    house
}

/// A flyer of A5 without bleed, 10.5 pt, not below 8.5 pt.
fn flyer() -> Format {
    Format {
        family: Family::Lembar,
        width: 148.0,
        height: 210.0,
        bleed: 0.0,
        safe: 6.0,
        marks: false,
        sides: vec![],
        text_size: 10.5,
        min_text_size: 8.5,
        qr: Some(QrSpec { width: 26.0, min_module: 0.4, distance: Some(0.25) }),
        ..format()
    }
}

/// A sheet with sections of so many words each.
fn sheet<'a>(format: &'a Format, title: &'a Located<String>, sections: &[usize]) -> Job<'a> {
    let line = |text: &str| Copy::plain(&located(text));
    let body = |words: &usize| {
        let text = vec!["netral"; *words].join(" ");
        let parts = if *words == 0 { vec![] } else { vec![Part::Fixed(line(&text))] };
        Body { title: line("Yang tidak boleh"), parts }
    };
    let mut sheet = job(format, title, "");
    sheet.texts = BTreeMap::from([
        ("judul".to_owned(), line("Uji")),
        ("spanduk".to_owned(), line("Netral, melayani semua")),
        ("ringkas".to_owned(), line("Aparat melayani semua warga.")),
        ("dasar".to_owned(), line("Dasar: Pasal 1")),
    ]);
    sheet.body = sections.iter().enumerate().map(|(index, words)| (Job::section(index + 1), body(words))).collect();
    sheet
}

fn said(format: &Format, sections: &[usize]) -> (Option<Facts>, Vec<Diagnostic>) {
    let title = located("Uji");
    let (facts, _, said) = print(&house(), &sheet(format, &title, sections));
    (facts, said)
}

/// 150 words stand at the format's size, 280 only at a smaller one; what does not fit at the smallest is told where it was written.
#[test]
fn a_flyer_shrinks_its_text_and_then_says_what_does_not_fit() {
    for words in [40, 75, 140] {
        assert_eq!(said(&flyer(), &[words, words]).1, vec![], "twice {words} words");
    }
    let found = said(&flyer(), &[400, 400]).1;
    assert!(!found.is_empty());
    assert!(found.iter().all(|found| found.code == codes::OVERSET), "{found:#?}");
    assert!(found[0].message.starts_with("teks `naskah` tidak muat: "), "{}", found[0].message);
    assert_eq!(found[0].place.as_ref().map(|place| place.path().to_owned()), Some("content/cetak/uji.md".to_owned()));
}

/// Preflight refuses colours and large fields on a sheet of one ink: the template draws none.
#[test]
fn a_sheet_for_the_copier_is_black_lines() {
    let title = located("Uji");
    for specimen in [false, true] {
        let copied = Format { one_ink: true, ..flyer() };
        let mut sheet = sheet(&copied, &title, &[60, 60]);
        sheet.specimen = specimen;
        assert_eq!(print(&house(), &sheet).2, vec![]);
    }
}

/// A page for the title, one a section, one for the laws; slides are shown from the edition for screens, and no press gets them.
#[test]
fn slides_have_a_page_a_section_and_an_edition_to_show() {
    let slides = Format {
        family: Family::Paparan,
        width: 338.7,
        height: 190.5,
        safe: 10.0,
        text_size: 30.0,
        min_text_size: 24.0,
        pixels: Some(1920),
        qr: Some(QrSpec { width: 84.0, min_module: 1.5, distance: None }),
        ..flyer()
    };
    let (facts, said) = said(&slides, &[30, 0, 20, 8]);
    assert_eq!(said, vec![]);
    let files: Vec<(FileKind, usize)> = facts.unwrap().files.iter().map(|file| (file.kind, file.pages)).collect();
    assert_eq!(files, [(FileKind::Card, 1), (FileKind::Screen, 6)]);
}
