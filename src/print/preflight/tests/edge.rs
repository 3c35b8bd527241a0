//! The measured rules at their limits: what is just over is told whole, with its measure, and what is just at it passes.

use super::place::code_at;
use super::{PLAIN, Severity, codes, format, house_with, job, located, only, print, told, with_box};
use crate::content::Format;
use crate::content::format::{PressSheet, QrSpec};
use crate::print::geometry::media_margin;
use crate::print::picture::tests::pictures;
use crate::print::tests::village;

/// The text box as high as a drawing of so many mm leaves it: the box is 40 mm high.
pub(super) fn drawn(height: &str) -> String {
    with_box(&format!(
        "place(dx: 6mm, dy: 8mm, [#block(width: 48mm, height: 40mm, rect(width: 5mm, height: {height}, fill: warna.hitam))#label(\"kotak:isi\")])"
    ))
}

#[test]
fn a_box_holds_what_is_as_high_as_it() {
    let over = only(codes::OVERSET, "teks panel `kiri` tidak muat: 1,0 mm melewati kotaknya");
    assert_eq!(told(&format(), &drawn("41mm"), "Halo"), over);
    assert_eq!(told(&format(), &drawn("40mm"), "Halo"), vec![]);
}

/// A text box narrower than its words.
pub(super) fn narrower(by: &str) -> String {
    with_box(&format!(
        "place(dx: 6mm, dy: 8mm, context [#block(width: measure(d.panel.kiri.isi).width - {by}, height: 40mm, d.panel.kiri.isi)#label(\"kotak:isi\")])"
    ))
}

#[test]
fn a_box_holds_a_word_as_wide_as_it() {
    let wide = only(codes::WIDE_WORD, "kata `netralitas` lebih lebar 0,8 mm dari kotak panel `kiri`");
    assert_eq!(told(&format(), &narrower("1mm"), "netralitas"), wide);
    assert_eq!(told(&format(), &narrower("0mm"), "netralitas"), vec![]);
}

#[test]
fn three_millimetres_from_a_fold_are_enough() {
    // The fold is at 60 mm, the code 24 mm wide.
    assert_eq!(told(&format(), &code_at(33.5, 6.0), "Halo"), only(codes::ON_FOLD, "kode QR berada di atas lipatan"));
    assert_eq!(told(&format(), &code_at(33.0, 6.0), "Halo"), vec![]);
}

#[test]
fn the_safe_zone_is_safe_to_its_edge() {
    let outside = only(codes::UNSAFE_ZONE, "kode QR keluar 1,0 mm dari batas aman 5,0 mm");
    assert_eq!(told(&format(), &code_at(72.0, 6.0), "Halo"), outside);
    assert_eq!(told(&format(), &code_at(71.0, 6.0), "Halo"), vec![]);
}

/// A headline with capitals so high, and no code.
pub(super) fn high(millimetres: &str) -> String {
    with_box(&format!(
        "place(dx: 6mm, dy: 8mm, context {{ let cap = measure(text(size: 100pt, top-edge: \"cap-height\", bottom-edge: \"baseline\")[H]).height / 100pt; \
         [#block(text(size: {millimetres} / cap, d.panel.kiri.isi))#label(\"kepala:judul\")] }})"
    ))
    .replace("kode-qr(d.qr, 24mm)", "[]")
}

#[test]
fn letters_as_high_as_their_distance_asks_pass() {
    let far = Format { viewing_distance: Some(1.0), cap_height_per_metre: Some(5.0), qr: None, ..format() };
    let low = "huruf panel `kiri` hanya 4,9 mm tingginya, terlalu rendah untuk jarak baca format ini";
    assert_eq!(told(&far, &high("4.9mm"), "Halo"), only(codes::LOW_LETTERS, low));
    assert_eq!(told(&far, &high("5mm"), "Halo"), vec![]);
}

/// An inch for 25 feet: below it nobody reads the headline, whatever the format asks for.
#[test]
fn letters_lower_than_can_be_read_at_all_are_an_error() {
    let far = Format { viewing_distance: Some(1.0), cap_height_per_metre: Some(5.0), qr: None, ..format() };
    let said = |height: &str| {
        let (title, house) = (located("Uji"), house_with(&high(height)));
        let said = print(&house, &job(&far, &title, "Halo")).2;
        said.into_iter().map(|found| (found.code, found.severity, found.message)).collect::<Vec<_>>()
    };
    let low = |severity, height: &str| {
        let message = format!("huruf panel `kiri` hanya {height} mm tingginya, terlalu rendah untuk jarak baca format ini");
        vec![(codes::LOW_LETTERS, severity, message)]
    };
    assert_eq!(said("3.2mm"), low(Severity::Error, "3,2"));
    assert_eq!(said("3.28mm"), low(Severity::Error, "3,3"));
    assert_eq!(said("3.3mm"), low(Severity::Warning, "3,3"));
}

#[test]
fn a_code_as_wide_as_the_format_asks_passes() {
    // The format asks for 20 mm; its modules are larger than it asks for.
    let wide = |width: &str| told(&format(), &PLAIN.replace("kode-qr(d.qr, 24mm)", &format!("kode-qr(d.qr, {width})")), "Halo");
    assert_eq!(wide("19.8mm"), only(codes::SMALL_QR, "kode QR hanya 19,8 mm lebarnya"));
    assert_eq!(wide("20mm"), vec![]);
}

#[test]
fn a_code_as_wide_as_a_tenth_of_its_distance_passes() {
    let scanned = |distance| Format { qr: Some(QrSpec { distance: Some(distance), ..format().qr.unwrap() }), ..format() };
    let small = only(codes::DISTANT_QR, "kode QR 24 mm; untuk dipindai dari 0,241 m paling sedikit 24,1 mm");
    assert_eq!(told(&scanned(0.241), PLAIN, "Halo"), small);
    assert_eq!(told(&scanned(0.24), PLAIN, "Halo"), vec![]);
}

#[test]
fn paper_as_large_as_one_copy_and_its_margins_passes() {
    // The copy is 100 × 60 mm, the machine's margin 5 mm on each side; bleed only where there is room for it.
    let paper = |width, height| {
        let format = Format { press_sheet: Some(PressSheet { width, height, margin: 5.0, gap: 6.0 }), ..format() };
        told(&format, PLAIN, "Halo")
    };
    let small = |size: &str| only(codes::PRESS_SHEET, &format!("lembar 100 × 60 mm tidak muat di kertas cetak {size} mm"));
    assert_eq!(paper(109.5, 70.0), small("109,5 × 70"));
    assert_eq!(paper(110.0, 69.5), small("110 × 69,5"));
    assert_eq!(paper(110.0, 70.0), vec![]);
    // Turned, too.
    assert_eq!(paper(70.0, 110.0), vec![]);
}

#[test]
fn a_picture_a_hundredth_out_of_proportion_passes() {
    let svg: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><rect width=\"40\" height=\"20\"/></svg>";
    // Twice as wide as high: 20 × 10 mm.
    let placed = |height: &str| {
        let template = format!(
            "#let susun(d) = (sisi: (place(dx: 10mm, dy: 10mm, image(\"/gambar/0.svg\", alt: \"Uji\", width: 20mm, height: {height}, fit: \"stretch\")),))"
        );
        let (format, title) = (format(), located("Uji"));
        let mut job = job(&format, &title, "Halo");
        job.pictures = pictures(&[("gambar/uji.svg", svg)]);
        let said = print(&house_with(&template), &job).2;
        said.into_iter().map(|found| (found.code, found.message)).collect::<Vec<_>>()
    };
    let stretched = only(codes::STRETCHED, "gambar `gambar/uji.svg` ditarik: perbandingan sisinya berubah");
    assert_eq!(placed("10.11mm"), stretched);
    assert_eq!(placed("9.89mm"), stretched);
    assert_eq!(placed("10.1mm"), vec![]);
    assert_eq!(placed("9.9mm"), vec![]);
}

#[test]
fn modules_as_small_as_the_format_allows_pass() {
    // The code has 29 modules and four of quiet on each side: 37 of 0.5 mm are 18.5 mm.
    let coarse = |width| {
        let mut format = format();
        let spec = format.qr.as_mut().unwrap();
        (spec.width, spec.min_module) = (18.0, 0.5);
        told(&format, &PLAIN.replace("kode-qr(d.qr, 24mm)", &format!("kode-qr(d.qr, {width})")), "Halo")
    };
    assert_eq!(coarse("18.2mm"), only(codes::SMALL_QR, "modul kode QR hanya 0,49 mm"));
    assert_eq!(coarse("18.5mm"), vec![]);
}

/// A name grows letter by letter: as long as it fits nothing is said, and the first that does not fit is told with its measure.
#[test]
fn a_slot_holds_a_name_that_just_fits() {
    let (format, title) = (format(), located("Uji"));
    let said = |letters: usize| {
        let mut job = job(&format, &title, "Halo");
        job.villages = vec![village(1, &"n".repeat(letters))].into();
        print(&house_with(PLAIN), &job).2
    };
    let first = (8..60).find(|letters| !said(*letters).is_empty()).unwrap();
    assert_eq!(said(first - 1), vec![]);
    let found = said(first);
    assert_eq!(found.len(), 1, "{found:#?}");
    let expected = "slot `desa.nama` tidak muat: 1,3 mm melewati kotaknya";
    assert_eq!((found[0].code, found[0].message.as_str()), (codes::SLOT_OVERSET, expected));
}

#[test]
fn a_sheet_as_long_as_a_tenth_of_it_can_be_passes() {
    let long = |beyond: f64| {
        let mut format = format();
        // What is drawn at a tenth has its marks ten times as far out.
        format.width = 50_800.0;
        format.width += beyond - 2.0 * media_margin(&format);
        told(&format, PLAIN, "Halo").into_iter().filter(|(code, _)| *code == codes::TOO_LONG).collect::<Vec<_>>()
    };
    assert_eq!(long(1.0), only(codes::TOO_LONG, "lembar `uji-kecil` sepanjang 50801 mm melewati batas PDF 50800 mm"));
    assert_eq!(long(0.0), vec![]);
}

#[test]
fn a_code_that_something_covers_is_told_whole() {
    let covered = PLAIN.replace(
        "place(dx: 66mm, dy: 6mm, if d.per-desa { kode-qr(auto, 24mm) } else { kode-qr(d.qr, 24mm) })",
        "place(dx: 66mm, dy: 6mm, { kode-qr(d.qr, 24mm); place(dx: 8mm, dy: -12mm, rect(width: 5mm, height: 5mm, fill: warna.putih)) })",
    );
    let message = "kode QR `https://contoh.go.id/61.11/lapor/` tertutup atau rusak pada modul baris 19, kolom 13";
    assert_eq!(told(&format(), &covered, "Halo"), only(codes::QR_UNREADABLE, message));
    assert_eq!(told(&format(), PLAIN, "Halo"), vec![]);
}
