//! The sectioned families on the real theme: how a flyer finds its size, what a photocopy may hold, what becomes of slides.

use std::collections::BTreeMap;

use typst::layout::FrameItem;
use typst::visualize::Geometry;

use super::{PrintHouse, format, job, located, print, theme, village};
use crate::content::Format;
use crate::content::format::{Family, Margins, Panel, QrSpec, Side};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place};
use crate::print::house::typeset;
use crate::print::job::{Body, Copy, Part, Partner};
use crate::print::picture::tests::pictures;
use crate::print::render::look;
use crate::print::{Facts, FileKind, Job, brief, codes, compose, frames};

/// The real theme.
pub(super) fn house() -> PrintHouse {
    let diagnostics = Diagnostics::new();
    let house = PrintHouse::new(&theme(&[]), &diagnostics).unwrap();
    assert_eq!(diagnostics.into_sorted(), vec![]);
    house
}

/// A flyer of A5 without bleed, 10.5 pt, not below 8.5 pt.
pub(super) fn flyer() -> Format {
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
pub(super) fn sheet<'a>(format: &'a Format, title: &'a Located<String>, sections: &[usize]) -> Job<'a> {
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
    assert!(found.iter().all(|found| found.hint.as_ref().is_some_and(|hint| !hint.contains("panel"))), "{found:#?}");
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

/// What a box that only smaller letters would fit is told with.
const DOES_NOT_FIT: [&str; 4] = [codes::OVERSET, codes::WIDE_WORD, codes::SLOT_OVERSET, codes::SMALL_TEXT];

/// A sheet of a family in two formats that differ in their smallest letters alone, its words, and the box that holds too many of them.
struct Tight {
    format: Format,
    /// The size of headlines and the least size of all else, in points: where all fits, and where it does not.
    fits: (f64, f64),
    tight: (f64, f64),
    fill: fn(&mut Job<'_>),
    told: &'static str,
}

pub(super) fn words(number: usize) -> Copy {
    Copy::plain(&located(&vec!["netral"; number].join(" ")))
}

fn summary(job: &mut Job<'_>, number: usize) {
    job.texts.insert("ringkas".to_owned(), words(number));
}

pub(super) fn section(job: &mut Job<'_>, name: &str, number: usize) {
    let title = Copy::plain(&located("Yang tidak boleh"));
    job.body.insert(name.to_owned(), Body { title, parts: vec![Part::Fixed(words(number))] });
}

pub(super) fn wide(family: Family, width: f64, height: f64, qr: Option<f64>) -> Format {
    let qr = qr.map(|width| QrSpec { width, min_module: 0.4, distance: Some(width / 100.0) });
    Format { family, width, height, qr, resolution: 72.0, ..flyer() }
}

fn tight() -> Vec<Tight> {
    let panel = |id: &str, width| Panel { id: id.to_owned(), width };
    let folded = Side { name: "dalam".to_owned(), panels: vec![panel("a", 100.0), panel("b", 100.0), panel("c", 97.0)] };
    vec![
        Tight {
            format: Format { family: Family::Lipat, width: 297.0, height: 210.0, sides: vec![folded], ..flyer() },
            fits: (10.0, 6.0),
            tight: (10.0, 10.0),
            fill: |job| ["a", "b", "c"].into_iter().for_each(|panel| section(job, panel, 240)),
            told: "panel `a`",
        },
        Tight {
            format: flyer(),
            fits: (10.5, 8.5),
            tight: (10.5, 10.5),
            fill: |job| (1..3).for_each(|number| section(job, &Job::section(number), 140)),
            told: "`naskah`",
        },
        Tight {
            format: wide(Family::Lebar, 3000.0, 1000.0, Some(300.0)),
            fits: (190.0, 30.0),
            tight: (190.0, 130.0),
            fill: |job| summary(job, 130),
            told: "`ringkas`",
        },
        Tight {
            format: wide(Family::Tegak, 600.0, 1600.0, Some(180.0)),
            fits: (70.0, 10.0),
            tight: (70.0, 42.0),
            fill: |job| summary(job, 200),
            told: "`ringkas`",
        },
        Tight {
            format: wide(Family::Papan, 4000.0, 3000.0, None),
            fits: (200.0, 40.0),
            tight: (1500.0, 40.0),
            fill: |job| drop(job.texts.insert("spanduk".to_owned(), words(12))),
            told: "`judul`",
        },
        Tight {
            format: Format { pixels: Some(1080), ..wide(Family::Kartu, 270.0, 270.0, None) },
            fits: (30.0, 8.0),
            tight: (30.0, 24.0),
            fill: |job| summary(job, 120),
            told: "`ringkas`",
        },
        Tight {
            format: Format { pixels: Some(1920), ..wide(Family::Paparan, 338.7, 190.5, Some(84.0)) },
            fits: (30.0, 10.0),
            tight: (30.0, 24.0),
            fill: |job| (1..3).for_each(|number| section(job, &Job::section(number), [200, 4][number - 1])),
            told: "`isi`",
        },
    ]
}

/// Templates look for the size at which a text fits and stop at the format's least: one that would fit below it is an error that names the
/// piece and the box, and no smaller letters are printed in silence. Documents have no box to fit; theirs flow over pages.
#[test]
fn no_family_shrinks_text_below_the_least_size() {
    for case in tight() {
        let told = |(text_size, min_text_size)| {
            let format = Format { text_size, min_text_size, ..case.format.clone() };
            let title = located("Uji");
            let mut job = sheet(&format, &title, &[]);
            (case.fill)(&mut job);
            print(&house(), &job).2
        };
        let family = case.format.family;
        assert_eq!(told(case.fits), vec![], "{family:?}");
        let found = told(case.tight);
        assert!(found.iter().any(|found| found.message.contains(case.told)), "{family:?}: {found:#?}");
        for found in found {
            assert!(DOES_NOT_FIT.contains(&found.code), "{family:?}: {found:#?}");
            assert!(found.causes[0].starts_with("karya `uji`, format `uji-kecil`, halaman "), "{family:?}: {found:#?}");
            assert_eq!(found.place.as_ref().map(Place::path), Some("content/cetak/uji.md"), "{family:?}: {found:#?}");
        }
    }
}

/// The same of a village's own words: they shrink down to what the style of their slot says, and what that is below the format's least
/// is an error at the village's row.
#[test]
fn no_village_is_set_in_letters_below_the_least_size() {
    let told = |supervisor: &str, min_text_size| {
        let format = Format { text_size: min_text_size, min_text_size, ..flyer() };
        let title = located("Uji");
        let mut job = sheet(&format, &title, &[10]);
        let mut row = village(1, "Satu");
        row.values.insert("desa.pengawas".to_owned(), supervisor.to_owned());
        row.values.insert("desa.telepon".to_owned(), "0800-0000-0001".to_owned());
        job.villages = vec![row].into();
        print(&house(), &job).2
    };
    let long = ["Sekretariat"; 6].join(" ");
    assert_eq!(told(&long, 8.5), vec![]);
    for (found, code) in
        [(told(&long, 16.0), codes::SMALL_TEXT), (told(&["Sekretariat"; 30].join(" "), 8.5), codes::SLOT_OVERSET)]
    {
        let of_village = |found: &&Diagnostic| found.causes.iter().any(|cause| cause == "desa `Satu` (61.11.01.2001)");
        let told = found.iter().filter(of_village).find(|found| found.code == code && found.message.contains("desa.pengawas"));
        assert!(told.is_some(), "{found:#?}");
    }
}

/// Letters whose ink begins left of where they stand, or hang out of the end of a line, are as large on a banner as a hand: the size is
/// found with them, so that none is cut off or stands outside the safe zone.
#[test]
fn headlines_of_any_letters_keep_to_the_safe_zone() {
    let headlines = [
        "Aparat melayani semua warga",
        "Jangan jual suaramu",
        "Jujurlah jangan jual suara",
        "XXXXX XXXXX XXXXX",
        "Wajib netral",
        "Yang memihak dilaporkan",
    ];
    let large = |family, width, height, qr| Format { text_size: 30.0, ..wide(family, width, height, qr) };
    let families = [
        large(Family::Lebar, 3000.0, 1000.0, Some(300.0)),
        large(Family::Tegak, 600.0, 1600.0, Some(180.0)),
        large(Family::Tegak, 900.0, 3000.0, None),
        large(Family::Papan, 4000.0, 3000.0, None),
        Format { pixels: Some(1080), ..large(Family::Kartu, 270.0, 270.0, None) },
        Format { pixels: Some(1920), ..large(Family::Paparan, 338.7, 190.5, Some(84.0)) },
        flyer(),
    ];
    let (house, mut wrong) = (house(), Vec::new());
    for format in families {
        for headline in headlines {
            let title = located("Uji");
            let mut job = sheet(&format, &title, &[]);
            job.texts.insert("spanduk".to_owned(), Copy::plain(&located(headline)));
            job.texts.insert("ringkas".to_owned(), Copy::plain(&located("Jangan takut")));
            // As wide as its place, so that its `j` stands at the edge.
            job.short_address = "jepara.bawaslu.go.id/lapor".to_owned();
            let found = Diagnostics::new();
            assert!(look(&house, &job, None, &found).is_some());
            wrong.extend(found.into_sorted().into_iter().map(|one| format!("{:?}, {headline}: {}", format.family, one.message)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A cross is for what a point forbids from its first word on: one that asks for something is no prohibition for a `jangan` at its end.
#[test]
fn only_a_point_that_begins_with_a_prohibition_is_crossed() {
    let (house, format, title) = (house(), flyer(), located("Uji"));
    let crossed = |point: &str| {
        let mut job = sheet(&format, &title, &[]);
        job.highlights = vec![Copy::plain(&located(point))];
        let d = Diagnostics::new();
        let (desk, places) = compose::artwork(&house, &job);
        let artwork = typeset(&desk, &places, &d).unwrap();
        assert_eq!(d.into_sorted(), vec![]);
        let mut strokes = 0;
        for page in artwork.pages() {
            let slanting = |item: &FrameItem| match item {
                FrameItem::Shape(shape, _) => match &shape.geometry {
                    Geometry::Line(to) => to.x.to_pt().abs() > 0.1 && to.y.to_pt().abs() > 0.1,
                    _ => false,
                },
                _ => false,
            };
            frames::walk(&page.frame, &mut |item| strokes += usize::from(slanting(item.item)), &mut |_, _| {});
        }
        strokes == 2
    };
    for point in ["Jangan memotong bukti.", "Dilarang ikut kampanye.", "Tidak boleh menjadi pengurus partai."] {
        assert!(crossed(point), "{point}");
    }
    for point in ["Simpan foto dan tautan yang asli, jangan dipotong.", "Laporkan yang dilarang.", "Tidak dipungut biaya."] {
        assert!(!crossed(point), "{point}");
    }
}

/// A document on A4.
pub(super) fn document() -> Format {
    let margins = Margins { top: 20.0, right: 20.0, bottom: 38.0, left: 20.0 };
    let qr = Some(QrSpec { width: 20.0, min_module: 0.4, distance: None });
    Format { family: Family::Naskah, width: 210.0, height: 297.0, margins: Some(margins), safe: 8.0, qr, ..flyer() }
}

/// Who signs a document with the office is as large at its foot as the office itself, on every page.
#[test]
fn partners_of_a_document_are_as_large_as_the_office() {
    let paper = document();
    let title = located("Uji");
    let mut job = sheet(&paper, &title, &[]);
    job.sender.whatsapp = Some(located("0800-0000-1813"));
    job.body = BTreeMap::from([(Job::WHOLE.to_owned(), Body { title: Copy::default(), parts: vec![Part::Fixed(words(900))] })]);
    let lockup = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 40\"><rect width=\"160\" height=\"40\"/></svg>";
    let names = ["gambar/kantor.svg", "gambar/a.svg", "gambar/b.svg"];
    job.pictures = pictures(&names.map(|name| (name, &lockup[..])));
    job.sender.logo = Some(names[0].to_owned());
    job.partners = names[1..].iter().map(|name| Partner { name: located("Mitra"), logo: Some((*name).to_owned()) }).collect();
    let (house, d) = (house(), Diagnostics::new());
    let (desk, places) = compose::artwork(&house, &job);
    let artwork = typeset(&desk, &places, &d).unwrap();
    assert_eq!((d.into_sorted(), artwork.pages().len() > 1), (vec![], true));
    for page in artwork.pages() {
        let mut heights = Vec::new();
        frames::walk(
            &page.frame,
            &mut |item| {
                if let FrameItem::Image(_, size, _) = item.item {
                    heights.push(size.y.to_mm());
                }
            },
            &mut |_, _| {},
        );
        assert!(heights.len() == 3 && heights.iter().all(|height| *height > 9.0), "{heights:?}");
    }
}

/// The own government of nearly each kabupaten signs as its partner: with a shield and its name beside it, it stands on slides, on a flyer and on
/// a flag, and its name is no word of a banner.
#[test]
fn the_government_of_a_kabupaten_is_a_partner_everywhere() {
    let shield = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 11\"><rect width=\"10\" height=\"11\"/></svg>";
    let plan = super::peer::plan(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), "61.11");
    let house = house();
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for sheet in &plan.editions[0].sheets {
        let mut job = brief(&plan, &plan.editions[0], sheet).unwrap();
        if job.format.words.is_none() && !matches!(job.format.family, Family::Paparan | Family::Lembar) {
            continue;
        }
        job.pictures.extend(pictures(&[("gambar/pemkab.svg", &shield[..])]));
        job.partners =
            vec![Partner { name: located("Pemerintah Kabupaten Kayong Utara"), logo: Some("gambar/pemkab.svg".to_owned()) }];
        let found = Diagnostics::new();
        look(&house, &job, None, &found);
        seen += 1;
        let called = |one: Diagnostic| format!("{}: {}", job.id, one.message);
        wrong.extend(found.into_sorted().into_iter().map(called));
    }
    assert!(wrong.is_empty() && seen > 8, "{seen} {wrong:#?}");
}

/// Seven words are what is read in three seconds: a banner of five metres and more, a billboard and a flag get the headline alone, though the
/// piece has a summary for the download page.
#[test]
fn what_is_read_in_passing_is_seven_words() {
    let plan = super::peer::plan(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), "61.11");
    let edition = &plan.editions[0];
    let mut seen = std::collections::BTreeSet::new();
    for sheet in &edition.sheets {
        let job = brief(&plan, edition, sheet).unwrap();
        let long = job.format.family == Family::Lebar && job.format.width >= 5000.0 && job.signatories.is_empty();
        if long || matches!(job.format.family, Family::Papan) || job.format.id.as_str().starts_with("umbul-umbul") {
            let words: usize = edition
                .edition
                .fill(edition.edition.pieces[&sheet.piece].data.meta.headline.as_ref().unwrap())
                .split(' ')
                .count();
            assert!(words <= 7, "{}: {words} words", sheet.piece);
            assert!(!job.texts.contains_key("ringkas") && job.highlights.is_empty(), "{}", sheet.piece);
            seen.insert(job.format.id.to_string());
        } else if job.format.family == Family::Lebar && job.signatories.is_empty() {
            assert!(job.texts.contains_key("ringkas"), "{}", sheet.piece);
        }
    }
    assert!(seen.len() >= 4, "{seen:?}");
}
