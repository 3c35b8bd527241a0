//! What lies under the text, how much ink there is, what a photocopier makes of it, and how coarse a picture is.

use super::{PLAIN, codes, format, house_with, job, located, only, print, told, with_box};
use crate::content::Format;
use crate::print::tests::village;

/// The template with a field of the theme's colour under words in another.
pub(super) fn on(field: &str, ink: &str) -> String {
    let parts = format!(
        "place(dx: 6mm, dy: 6mm, {{ {field}; place(top + left, dx: 2mm, dy: 2mm, text(fill: {ink}, d.panel.kiri.isi)) }})"
    );
    with_box(&parts)
}

pub(super) const FIELD: &str = "rect(width: 40mm, height: 12mm, fill: warna.tinta)";

#[test]
fn text_is_measured_against_what_lies_under_it() {
    let weak = only(codes::WEAK_TEXT, "teks panel `kiri` hanya berkontras 1,5 : 1 dengan alasnya, paling sedikit 4,5 : 1");
    assert_eq!(told(&format(), &on(FIELD, "warna.hitam"), "Halo"), weak);
    assert_eq!(told(&format(), &on(FIELD, "warna.putih"), "Halo"), vec![]);
    // White on the bare paper beside a field.
    let beside = on(&FIELD.replace("40mm", "1mm"), "warna.putih");
    let none = only(codes::WEAK_TEXT, "teks panel `kiri` hanya berkontras 1,0 : 1 dengan alasnya, paling sedikit 4,5 : 1");
    assert_eq!(told(&format(), &beside, "Halo"), none);
}

/// Only what was painted before, and is not cut off there, lies under text.
#[test]
fn fields_painted_later_or_cut_off_do_not_count() {
    let later =
        on("[]", "warna.hitam").replace("d.panel.kiri.isi)) })", &format!("d.panel.kiri.isi)); place(top + left, {FIELD}) }})"));
    assert_eq!(told(&format(), &later, "Halo"), vec![]);
    let cut = format!("block(width: 1mm, height: 12mm, clip: true, {FIELD})");
    assert_eq!(told(&format(), &on(&cut, "warna.hitam"), "Halo"), vec![]);
    let turned = "rotate(45deg, rect(width: 12mm, height: 12mm, fill: warna.tinta))";
    assert_eq!(told(&format(), &on(turned, "warna.hitam"), "Halo").len(), 1);
}

/// Grey is measured as it looks on paper: 66 % black is just enough.
#[test]
fn the_least_contrast_passes() {
    let grey = |percent: &str| told(&format(), &on("[]", &format!("cmyk(0%, 0%, 0%, {percent})")), "Halo");
    let weak = "teks panel `kiri` hanya berkontras 4,3 : 1 dengan alasnya, paling sedikit 4,5 : 1";
    assert_eq!(grey("64%"), only(codes::WEAK_TEXT, weak));
    assert_eq!(grey("66%"), vec![]);
}

/// A village's words are written over the artwork, so its fields lie under them.
#[test]
fn slots_are_measured_against_the_artwork() {
    let (format, title) = (format(), located("Uji"));
    let dark = PLAIN.replace(
        "place(dx: 66mm, dy: 40mm, slot-kotak",
        "place(dx: 66mm, dy: 40mm, rect(width: 24mm, height: 5mm, fill: warna.tinta)); place(dx: 66mm, dy: 40mm, slot-kotak",
    );
    for (template, expected) in [(dark.as_str(), 1), (PLAIN, 0)] {
        let mut job = job(&format, &title, "Halo");
        job.villages = vec![village(1, "Sutera"), village(2, "Benawai")].into();
        let said = print(&house_with(template), &job).2;
        assert_eq!(said.len(), expected, "{said:#?}");
        assert!(said.iter().all(|found| found.code == codes::WEAK_TEXT && found.message.starts_with("teks `desa.nama` hanya berkontras 1,5")));
    }
}

#[test]
fn no_field_takes_more_ink_than_dries() {
    let filled = |ink: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, rect(width: 5mm, height: 5mm, fill: cmyk({ink})))"));
    let heavy = only(codes::HEAVY_FILL, "gambar panel `kiri` memakai 301 % tinta, paling banyak 300 %");
    assert_eq!(told(&format(), &filled("100%, 100%, 1%, 100%"), "Halo"), heavy);
    assert_eq!(told(&format(), &filled("100%, 100%, 0%, 100%"), "Halo"), vec![]);
    let stroked = with_box("place(dx: 6mm, dy: 8mm, line(length: 5mm, stroke: 1pt + cmyk(100%, 100%, 100%, 100%)))");
    let heavy = only(codes::HEAVY_FILL, "gambar panel `kiri` memakai 400 % tinta, paling banyak 300 %");
    assert_eq!(told(&format(), &stroked, "Halo"), heavy);
}

#[test]
fn a_sheet_of_one_ink_has_no_other() {
    let one_ink = Format { one_ink: true, ..format() };
    let text = |ink: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, text(fill: {ink}, d.panel.kiri.isi))"));
    let second = only(codes::SECOND_INK, "teks panel `kiri` memakai tinta selain hitam, padahal format ini satu warna");
    assert_eq!(told(&one_ink, &text("warna.tinta"), "Halo"), second);
    assert_eq!(told(&one_ink, &text("warna.abu"), "Halo"), vec![]);
    assert_eq!(told(&format(), &text("warna.tinta"), "Halo"), vec![]);
}

#[test]
fn a_sheet_that_is_copied_has_no_large_solids() {
    let one_ink = Format { one_ink: true, ..format() };
    // The sheet is 100 × 60 mm: 5 % of it are 300 mm².
    let field =
        |width: &str, ink: &str| with_box(&format!("place(dx: 6mm, dy: 8mm, rect(width: {width}, height: 10mm, fill: {ink}))"));
    let large = only(codes::LARGE_SOLID, "bidang hitam menutup 5,1 % lembar, paling banyak 5,0 %");
    assert_eq!(told(&one_ink, &field("30.5mm", "warna.hitam"), "Halo"), large);
    assert_eq!(told(&one_ink, &field("30mm", "warna.hitam"), "Halo"), vec![]);
    assert_eq!(told(&one_ink, &field("45mm", "warna.garis"), "Halo"), vec![]);
    assert_eq!(told(&format(), &field("45mm", "warna.hitam"), "Halo"), vec![]);
    let twice = with_box("place(dx: 6mm, dy: 8mm, { for n in range(2) { rect(width: 20mm, height: 10mm, fill: warna.hitam) } })");
    assert_eq!(told(&one_ink, &twice, "Halo").len(), 1, "many fields are one large one");
}

/// A grey picture of 24 × 24 pixels.
pub(super) fn picture(millimetres: f64) -> String {
    let pixels = ["80"; 24 * 24].join(", ");
    let format = "(encoding: \"luma8\", width: 24, height: 24)";
    with_box(&format!("place(dx: 6mm, dy: 8mm, image(bytes(({pixels})), format: {format}, width: {millimetres}mm))"))
}

#[test]
fn a_picture_too_coarse_for_its_size_is_told() {
    let found = |millimetres| {
        let said = told(&format(), &picture(millimetres), "Halo");
        said.into_iter().filter(|(code, _)| *code == codes::COARSE_PICTURE).collect::<Vec<_>>()
    };
    let coarse = "gambar panel `kiri` hanya 290 piksel per inci pada ukuran cetaknya, paling sedikit 300";
    assert_eq!(found(2.1), only(codes::COARSE_PICTURE, coarse));
    assert_eq!(found(2.032), vec![]);
    let turned = picture(2.1).replace("image(bytes", "rotate(30deg, image(bytes").replace("2.1mm))", "2.1mm)))");
    let found = told(&format(), &turned, "Halo");
    assert!(found.iter().any(|(_, message)| message == coarse), "{found:?}");
}
