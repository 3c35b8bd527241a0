//! Each rule: what breaks it, told whole, and that its limit itself passes.

mod edge;
mod ink;
mod place;
mod shown;

use crate::content::Format;
use crate::diagnostics::{Diagnostic, Severity};
use crate::markdown::typst::{Options, render_inlines};
use crate::markdown::{Inline, NoContext};
use crate::print::codes;
use crate::print::job::{Body, Copy, Part};
use crate::print::tests::{PLAIN, format, house_with, job, located, print};

/// What is said about `words` in a closed box of 48 × 40 mm, in the template `template`.
fn said(template: &str, words: &str) -> Vec<Diagnostic> {
    let (format, title) = (format(), located("Uji"));
    print(&house_with(template), &job(&format, &title, words)).2
}

fn one(template: &str, words: &str) -> Diagnostic {
    let mut said = said(template, words);
    assert_eq!(said.len(), 1, "{said:#?}");
    said.remove(0)
}

/// What is said about the template on a sheet of `format`: code and whole message.
fn told(format: &Format, template: &str, words: &str) -> Vec<(&'static str, String)> {
    let title = located("Uji");
    let said = print(&house_with(template), &job(format, &title, words)).2;
    said.into_iter().map(|found| (found.code, found.message)).collect()
}

/// One thing said.
fn only(code: &'static str, message: &str) -> Vec<(&'static str, String)> {
    vec![(code, message.to_owned())]
}

/// The template with its text box replaced.
fn with_box(text_box: &str) -> String {
    PLAIN.replace("place(dx: 6mm, dy: 8mm, [#block(width: 48mm, height: 40mm, d.panel.kiri.isi)#label(\"kotak:isi\")])", text_box)
}

const WORDS: &str = "kata kata kata kata kata kata kata kata kata kata";

#[test]
fn text_that_does_not_fit_is_told_from_the_first_line_below() {
    let words = [WORDS; 12].join(" ");
    let found = one(PLAIN, &words);
    assert_eq!(found.code, codes::OVERSET);
    assert!(found.message.starts_with("teks panel `kiri` tidak muat: "), "{}", found.message);
    assert!(found.message.ends_with(" mm melewati kotaknya"), "{}", found.message);
    assert_eq!(found.causes, ["karya `uji`, format `uji-kecil`, halaman 1 (sisi luar)"]);
    assert!(found.hint.is_some_and(|hint| hint.starts_with("pendekkan kira-kira ")));
    assert_eq!(found.place.map(|place| place.path().to_owned()), Some("content/cetak/uji.md".to_owned()));
    assert_eq!(said(PLAIN, &[WORDS; 3].join(" ")), vec![]);
    // What runs out of its box is told of once, not again for the colour it runs over.
    let black = "set text(fill: warna.hitam)\n  place(dy: 48mm, rect(width: 60mm, height: 12mm, fill: warna.hitam))";
    let dark = PLAIN.replace("set text(fill: warna.hitam)", black);
    assert_eq!(one(&dark, &words).code, codes::OVERSET);
}

#[test]
fn a_word_wider_than_its_box_is_named() {
    let found = one(PLAIN, "Tentang mempertanggungjawabkanketidaknetralan itu");
    assert_eq!(found.code, codes::WIDE_WORD);
    assert!(found.message.starts_with("kata `mempertanggungjawabkanketidaknetralan` lebih lebar "), "{}", found.message);
}

/// What is said about running text in a box of this width.
fn said_of_running(words: &str, soft_hyphens: bool, width: &str) -> Vec<Diagnostic> {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "");
    let options = Options { soft_hyphens, ..Options::default() };
    let text = located(words);
    let copy = Copy::of(render_inlines(&[Inline::text(words, &text.place)], &NoContext, &options));
    job.body.insert("kiri".to_owned(), Body { title: Copy::default(), parts: vec![Part::Fixed(copy)] });
    let narrow = PLAIN.replace("#block(width: 48mm, height: 40mm", &format!("#block(width: {width}, height: 40mm"));
    print(&house_with(&narrow), &job).2
}

#[test]
fn a_long_word_breaks_where_its_syllables_do() {
    let words = "Kita mempertanggungjawabkan semua itu";
    assert_eq!(said_of_running(words, false, "24mm").first().map(|found| found.code), Some(codes::WIDE_WORD));
    assert_eq!(said_of_running(words, true, "24mm"), vec![]);
    // What is named is the piece that is too wide, not the word that could have been broken.
    let found = said_of_running(words, true, "5mm");
    let named = found.iter().filter(|found| found.code == codes::WIDE_WORD);
    let named: Vec<&str> = named.map(|found| found.message.split('`').nth(1).unwrap()).collect();
    assert!(named.contains(&"tang") || named.contains(&"gung"), "{named:?}");
    assert!(named.iter().all(|piece| !piece.contains("mempertanggung")), "{named:?}");
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let found = one(PLAIN, "Halo 漢 dunia");
    assert_eq!(found.code, codes::MISSING_GLYPH);
    assert_eq!(found.message, "huruf tema tidak punya aksara `漢` (U+6F22)");
    assert_eq!(found.place.map(|place| place.text().to_owned()), Some("漢".to_owned()));
}

#[test]
fn small_text_is_measured() {
    let text = |size| with_box(&format!("place(dx: 6mm, dy: 8mm, text(size: {size}, d.panel.kiri.isi))"));
    let found = one(&text("7.9pt"), "Halo");
    assert_eq!(found.code, codes::SMALL_TEXT);
    assert_eq!(found.message, "teks panel `kiri` hanya 7,9 pt, paling kecil 8,0 pt");
    assert_eq!(said(&text("8pt"), "Halo"), vec![]);
    let scaled = with_box("place(dx: 6mm, dy: 8mm, scale(50%, text(size: 12pt, d.panel.kiri.isi)))");
    assert_eq!(one(&scaled, "Halo").message, "teks panel `kiri` hanya 6,0 pt, paling kecil 8,0 pt");
    let negative = with_box("place(dx: 6mm, dy: 8mm, text(size: -2pt, d.panel.kiri.isi))");
    let no_room = "teks panel `kiri` tidak mendapat tempat: lembar ini terlalu kecil untuknya";
    assert!(said(&negative, "Halo").iter().any(|told| told.message == no_room));
}

#[test]
fn text_on_a_fold_and_outside_the_safe_zone_is_told() {
    let at = |x: &str| with_box(&format!("place(dx: {x}, dy: 8mm, box(d.panel.kiri.isi))"));
    let on_fold = one(&at("50mm"), "Melewati lipatan");
    assert_eq!((on_fold.code, on_fold.message.as_str()), (codes::ON_FOLD, "teks panel `kiri` berada di atas lipatan"));
    let outside = one(&at("3mm"), "Halo");
    assert_eq!(outside.code, codes::UNSAFE_ZONE);
    assert!(outside.message.ends_with("dari batas aman 5,0 mm"), "{}", outside.message);
    assert_eq!(said(&at("5mm"), "Halo"), vec![]);
}

#[test]
fn a_headline_too_low_for_its_distance_is_told() {
    let mut far = format();
    far.viewing_distance = Some(1.0);
    far.qr.as_mut().unwrap().distance = Some(0.2);
    far.cap_height_per_metre = Some(5.0);
    let title = located("Uji");
    let headline = |size| {
        let text = format!("place(dx: 6mm, dy: 8mm, [#block(text(size: {size}, d.panel.kiri.isi))#label(\"kepala:judul\")])");
        print(&house_with(&with_box(&text)), &job(&far, &title, "Halo")).2
    };
    for (size, severity) in [("12pt", Severity::Error), ("14pt", Severity::Warning)] {
        let found = headline(size);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!((found[0].code, found[0].severity), (codes::LOW_LETTERS, severity));
    }
    assert_eq!(headline("24pt"), vec![]);
}

#[test]
fn a_code_too_small_for_its_address_is_told() {
    let code = |mm: &str| PLAIN.replace("kode-qr(d.qr, 24mm)", &format!("kode-qr(d.qr, {mm})"));
    let found = said(&code("14mm"), "Halo");
    let messages: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(messages, ["kode QR hanya 14,0 mm lebarnya", "modul kode QR hanya 0,38 mm"]);
    assert_eq!(said(&code("20mm"), "Halo"), vec![]);
}

#[test]
fn anything_over_a_code_makes_it_unreadable() {
    let covered = PLAIN.replace(
        "place(dx: 66mm, dy: 6mm, if d.per-desa { kode-qr(auto, 24mm) } else { kode-qr(d.qr, 24mm) })",
        "place(dx: 66mm, dy: 6mm, { kode-qr(d.qr, 24mm); place(dx: 8mm, dy: -12mm, rect(width: 5mm, height: 5mm, fill: warna.putih)) })",
    );
    let found = one(&covered, "Halo");
    assert_eq!(found.code, codes::QR_UNREADABLE);
    assert!(found.message.starts_with("kode QR `https://contoh.go.id/61.11/lapor/` tertutup"), "{}", found.message);
}

#[test]
fn a_specimen_must_say_so() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.specimen = true;
    let found = print(&house_with(PLAIN), &job).2;
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].message, "halaman 1 tidak memuat tulisan CONTOH");
    assert_eq!(found[0].causes, ["karya `uji`, format `uji-kecil`, halaman 1 (sisi luar)"]);
    let marked = with_box("place(dx: 6mm, dy: 8mm, [#box(text(size: 4pt)[CONTOH])#label(\"contoh\")])");
    assert_eq!(print(&house_with(&marked), &job).2, vec![]);
}

#[test]
fn colours_other_than_inks_are_told() {
    let found = one(&with_box("place(dx: 6mm, dy: 8mm, text(fill: rgb(\"#000\"), d.panel.kiri.isi))"), "Halo");
    assert_eq!((found.code, found.message.as_str()), (codes::NOT_CMYK, "teks panel `kiri` tidak memakai tinta CMYK"));
    let found = one(&with_box("place(dx: 6mm, dy: 8mm, rect(width: 5mm, height: 5mm, fill: red))"), "Halo");
    assert_eq!(found.message, "gambar panel `kiri` tidak memakai tinta CMYK");
}
