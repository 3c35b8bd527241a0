//! The part of the catalogue of findings that only a laid-out sheet shows, `tests/temuan/s5-cetak.txt`: of each rule what is said of a sheet that
//! breaks it, to the letter, and that nothing is said of the nearest one that does not. `commands::rules` holds that no rule is missing.

use std::fmt::Write as _;

use super::edge::{drawn, high, narrower};
use super::ink::{FIELD, on, picture};
use super::place::{at, code_at, plain_finishing};
use super::{PLAIN, format, house_with, job, located, print, with_box};
use crate::content::Format;
use crate::content::format::{Edge, Eyelets, Finishing, PressSheet, QrSpec, Roll, Sleeve, Strips, Tiles, WordLimits};
use crate::diagnostics::{Diagnostic, render};
use crate::print::PressProfile;
use crate::print::picture::tests::pictures;
use crate::print::tests::village;

/// A sheet to be judged.
#[derive(Clone)]
struct Sheet {
    format: Format,
    finishing: Option<Finishing>,
    template: String,
    words: &'static str,
    villages: Vec<&'static str>,
    /// One picture by its name.
    picture: Option<&'static str>,
}

/// A sheet of the small format.
fn sheet(template: impl Into<String>) -> Sheet {
    let template = template.into();
    Sheet { format: format(), finishing: None, template, words: "Halo", villages: vec![], picture: None }
}

fn of(format: Format, template: impl Into<String>) -> Sheet {
    Sheet { format, ..sheet(template) }
}

fn finished(finishing: Finishing, template: String) -> Sheet {
    Sheet { finishing: Some(finishing), ..sheet(template) }
}

fn said(sheet: &Sheet) -> Vec<Diagnostic> {
    let title = located("Uji");
    let mut job = job(&sheet.format, &title, sheet.words);
    job.finishing.clone_from(&sheet.finishing);
    job.villages = sheet.villages.iter().enumerate().map(|(at, name)| village(at + 1, name)).collect::<Vec<_>>().into();
    if let Some(svg) = sheet.picture {
        job.pictures = pictures(&[("gambar/uji.svg", svg.as_bytes())]);
    }
    print(&house_with(&sheet.template), &job).2
}

/// The rules about what stands where, each with a sheet that breaks it and one that just does not.
fn places() -> Vec<(&'static str, Sheet, Sheet)> {
    let far = Format { viewing_distance: Some(1.0), cap_height_per_metre: Some(5.0), qr: None, ..format() };
    let coarse = Format { qr: Some(QrSpec { width: 18.0, min_module: 0.5, distance: None }), ..format() };
    let code = |width: &str| PLAIN.replace("kode-qr(d.qr, 24mm)", &format!("kode-qr(d.qr, {width})"));
    let text = |size: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, text(size: {size}, d.panel.kiri.isi))"));
    let covered = PLAIN.replace(
        "kode-qr(d.qr, 24mm) }",
        "kode-qr(d.qr, 24mm); place(dx: 8mm, dy: -12mm, rect(width: 5mm, height: 5mm, fill: warna.putih)) }",
    );
    let word = |template: String| Sheet { words: "netralitas", ..sheet(template) };
    let named = |name| Sheet { villages: vec![name], ..sheet(PLAIN) };
    let long = |width| of(Format { width, ..format() }, PLAIN);
    let hem = || Finishing { hem: 7.0, ..plain_finishing() };
    let sleeve = || Finishing { sleeve: Some(Sleeve { edges: vec![Edge::Top], depth: 12.0 }), ..plain_finishing() };
    let rings = || Finishing { eyelets: Some(Eyelets { spacing: 50.0, inset: 8.0, radius: 4.0 }), ..plain_finishing() };
    let flat = Format { rolls: vec![Roll { width: 50.0, strips: Strips::Horizontal }], sides: vec![], ..format() };
    let tiles = Format { tiles: Some(Tiles { columns: 2, rows: 1, overlap: 0.0 }), sides: vec![], marks: false, ..format() };
    let above = |y| at(8.0, y).replace("dx: 66mm, dy: 20mm", "dx: 66mm, dy: 5mm");
    let scanned = |distance| Format { qr: Some(QrSpec { distance: Some(distance), ..format().qr.unwrap() }), ..format() };
    let read = |distance| Format {
        viewing_distance: Some(distance),
        qr: Some(QrSpec { distance: None, ..format().qr.unwrap() }),
        ..format()
    };
    let paper = |width| Format { press_sheet: Some(PressSheet { width, height: 90.0, margin: 5.0, gap: 6.0 }), ..format() };
    vec![
        ("S501", sheet(drawn("41mm")), sheet(drawn("40mm"))),
        ("S502", word(narrower("1mm")), word(narrower("0mm"))),
        ("S503", Sheet { words: "Halo 漢 dunia", ..sheet(PLAIN) }, Sheet { words: "Halo é dunia", ..sheet(PLAIN) }),
        ("S504", sheet(text("7.9pt")), sheet(text("8pt"))),
        ("S505", sheet(code_at(33.5, 6.0)), sheet(code_at(33.0, 6.0))),
        ("S506", sheet(code_at(72.0, 6.0)), sheet(code_at(71.0, 6.0))),
        ("S507", of(far.clone(), high("4.9mm")), of(far, high("5mm"))),
        ("S508", of(coarse.clone(), code("18.2mm")), of(coarse, code("18.5mm"))),
        ("S509", sheet(covered), sheet(PLAIN)),
        ("S511", named("Desa dengan nama yang panjang sekali sampai tidak muat"), named("Sutera")),
        ("S512", long(50_800.0), long(5_000.0)),
        ("S513", finished(hem(), at(6.0, 20.0)), finished(hem(), at(7.0, 20.0))),
        ("S514", finished(sleeve(), at(8.0, 8.0)), finished(sleeve(), at(8.0, 12.0))),
        ("S515", finished(rings(), at(6.0, 8.0)), finished(rings(), at(12.0, 8.0))),
        ("S516", of(flat.clone(), above(33.0)), of(flat, above(30.0))),
        ("S517", of(tiles.clone(), at(46.5, 10.0)), of(tiles.clone(), at(53.0, 10.0))),
        ("S522", of(scanned(0.26), PLAIN), of(scanned(0.24), PLAIN)),
        ("S523", of(read(20.0), PLAIN), of(read(19.9), PLAIN)),
        ("S526", Sheet { villages: vec!["Sutera"], ..of(tiles.clone(), at(53.0, 10.0)) }, of(tiles, at(53.0, 10.0))),
        ("S527", of(paper(90.0), PLAIN), of(paper(120.0), PLAIN)),
    ]
}

/// The rules about inks, words and pictures.
fn inks() -> Vec<(&'static str, Sheet, Sheet)> {
    let text = |ink: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, text(fill: {ink}, d.panel.kiri.isi))"));
    let filled = |ink: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, rect(width: 5mm, height: 5mm, fill: cmyk({ink})))"));
    let solid =
        |width: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, rect(width: {width}, height: 10mm, fill: warna.hitam))"));
    let one_ink = Format { one_ink: true, ..format() };
    let limited = |headline| Format { words: Some(WordLimits { headline, all: 6 }), ..format() };
    let headed = PLAIN
        .replace("d.panel.kiri.isi)#label", "{ [#block(d.panel.kiri.isi)#label(\"kepala:judul\")]; d.panel.kanan.isi })#label");
    let words = |headline| Sheet { words: "satu dua tiga empat lima", ..of(limited(headline), headed.clone()) };
    let drawing = |size: &str, svg| {
        let template =
            format!("#let susun(d) = (sisi: (place(dx: 10mm, dy: 10mm, image(\"/gambar/0.svg\", alt: \"Uji\", {size})),))");
        Sheet { picture: Some(svg), ..sheet(template) }
    };
    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\"/></svg>";
    const SHEER: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\" opacity=\"0.5\"/></svg>";
    let silent = PLAIN.replace("d.panel.kiri.isi", "pdf.artifact(link(\"https://contoh.go.id\", d.panel.kiri.isi))");
    vec![
        ("S510", sheet(text("rgb(\"#000\")")), sheet(text("warna.hitam"))),
        ("S518", sheet(picture(2.1)), sheet(picture(2.032))),
        ("S519", words(4), words(5)),
        ("S520", of(one_ink.clone(), text("warna.tinta")), of(one_ink.clone(), text("warna.abu"))),
        ("S521", of(one_ink.clone(), solid("30.5mm")), of(one_ink, solid("30mm"))),
        ("S524", sheet(on(FIELD, "warna.hitam")), sheet(on(FIELD, "warna.putih"))),
        ("S525", sheet(filled("100%, 100%, 1%, 100%")), sheet(filled("100%, 100%, 0%, 100%"))),
        ("S530", sheet(silent), sheet(PLAIN)),
        ("S551", drawing("width: 20mm", SHEER), drawing("width: 20mm", SVG)),
        (
            "S552",
            drawing("width: 20mm, height: 12mm, fit: \"stretch\"", SVG),
            drawing("width: 20mm, height: 10mm, fit: \"stretch\"", SVG),
        ),
    ]
}

fn told(code: &str, found: Vec<Diagnostic>) -> String {
    let found: Vec<Diagnostic> = found.into_iter().filter(|one| one.code == code).collect();
    render::human(&found, false)
}

#[test]
fn every_rule_of_sheets_is_shown() {
    let mut cases: Vec<(&str, String, String)> = Vec::new();
    for (code, wrong, near) in places().into_iter().chain(inks()) {
        cases.push((code, told(code, said(&wrong)), told(code, said(&near))));
    }
    let profile = |bytes: Vec<u8>| PressProfile::read("mesin.icc", bytes).err().map(|fault| *fault).into_iter().collect();
    let sound = std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/icc/mesin-uji.icc")).unwrap();
    cases.push(("S553", told("S553", profile(b"bukan profil".to_vec())), told("S553", profile(sound))));
    cases.sort();
    let mut all =
        "# Keluarga S5 yang hanya tampak pada lembar jadi. Ditulis oleh `src/print/preflight/tests/shown.rs`.\n".to_owned();
    for (code, wrong, near) in &cases {
        assert!(!wrong.is_empty(), "{code} is not said of its sheet");
        assert_eq!(near, "", "{code} is said of its neighbour");
        write!(all, "\n=== {code}\n!!!\n{wrong}").unwrap();
    }
    snapbox::assert_data_eq!(all, snapbox::file!["../../../../tests/temuan/s5-cetak.txt"].raw());
}
