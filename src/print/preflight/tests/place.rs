//! What finishing takes, where sheets are put together, how far a code reaches, how many words are read in passing.

use super::{PLAIN, Severity, codes, format, house_with, job, located, only, print, told, with_box};
use crate::content::Format;
use crate::content::format::{Edge, Eyelets, Finishing, QrSpec, Roll, Sleeve, Strips, Tiles, WordLimits};
use crate::diagnostics::Diagnostic;
use crate::print::geometry::{PT_PER_MM, Sheet};

/// The template with its words at `x` and `y` in mm, 2.5 mm high, and its code out of the way, 20 mm wide.
pub(super) fn at(x: f64, y: f64) -> String {
    let words = with_box(&format!("place(dx: {x}mm, dy: {y}mm, box(d.panel.kiri.isi))"));
    words.replace("kode-qr(d.qr, 24mm)", "kode-qr(d.qr, 20mm)").replace("dx: 66mm, dy: 6mm", "dx: 66mm, dy: 20mm")
}

/// The template with its code, 24 mm wide, at `x` and `y` in mm, and its words out of the way.
pub(super) fn code_at(x: f64, y: f64) -> String {
    let words = with_box("place(dx: 15mm, dy: 20mm, box(d.panel.kiri.isi))");
    words.replace("place(dx: 66mm, dy: 6mm", &format!("place(dx: {x}mm, dy: {y}mm"))
}

fn finished(finishing: Finishing, template: &str) -> Vec<(&'static str, String)> {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.finishing = Some(finishing);
    print(&house_with(template), &job).2.into_iter().map(|found: Diagnostic| (found.code, found.message)).collect()
}

pub(super) fn plain_finishing() -> Finishing {
    Finishing { name: "Uji".to_owned(), hem: 0.0, sleeve: None, eyelets: None, contour: None, note: None }
}

#[test]
fn nothing_is_read_in_the_hem() {
    let hem = || Finishing { hem: 7.0, ..plain_finishing() };
    assert_eq!(finished(hem(), &at(6.0, 20.0)), only(codes::IN_HEM, "teks panel `kiri` masuk ke lipatan tepi"));
    assert_eq!(finished(hem(), &at(7.0, 20.0)), vec![]);
    assert_eq!(finished(hem(), &code_at(70.0, 10.0)), only(codes::IN_HEM, "kode QR masuk ke lipatan tepi"));
    assert_eq!(finished(hem(), &code_at(69.0, 7.0)), vec![]);
}

#[test]
fn nothing_is_read_in_a_sleeve() {
    let sleeve = || Finishing { sleeve: Some(Sleeve { edges: vec![Edge::Top], depth: 12.0 }), hem: 7.0, ..plain_finishing() };
    assert_eq!(finished(sleeve(), &at(8.0, 8.0)), only(codes::IN_SLEEVE, "teks panel `kiri` masuk ke selongsong"));
    assert_eq!(finished(sleeve(), &at(8.0, 12.0)), vec![]);
    assert_eq!(finished(sleeve(), &code_at(66.0, 11.0)), only(codes::IN_SLEEVE, "kode QR masuk ke selongsong"));
    assert_eq!(finished(sleeve(), &code_at(66.0, 12.0)), vec![]);
}

/// A template that fills its free field keeps a third of the safe margin, here 5 mm, from the stitches; a template of one's own may go up to
/// them.
#[test]
fn the_free_field_keeps_off_the_stitches_of_a_sleeve() {
    let free = |finishing: Option<&Finishing>| {
        let area = Sheet::of(&format(), finishing).free;
        [area.left, area.top, area.right, area.bottom].map(|edge| (edge / PT_PER_MM * 100.0).round() / 100.0)
    };
    let sleeve = |edges: &[Edge], depth| Finishing { sleeve: Some(Sleeve { edges: edges.to_vec(), depth }), ..plain_finishing() };
    assert_eq!(free(None), [5.0, 5.0, 95.0, 55.0]);
    assert_eq!(free(Some(&sleeve(&[Edge::Left, Edge::Right], 10.0))), [11.67, 5.0, 88.33, 55.0]);
    assert_eq!(free(Some(&sleeve(&[Edge::Bottom], 12.0))), [5.0, 5.0, 95.0, 46.33]);
    // A sleeve that the safe margin holds with room to spare takes nothing more.
    assert_eq!(free(Some(&sleeve(&[Edge::Top], 3.0))), [5.0, 5.0, 95.0, 55.0]);
}

#[test]
fn nothing_is_read_where_a_ring_is_punched() {
    let rings = || Finishing { eyelets: Some(Eyelets { spacing: 50.0, inset: 8.0, radius: 4.0 }), ..plain_finishing() };
    assert_eq!(finished(rings(), &at(6.0, 8.0)), only(codes::IN_EYELET, "teks panel `kiri` terkena mata ayam"));
    assert_eq!(finished(rings(), &at(12.0, 8.0)), vec![]);
    // The rings of the upper edge stand at 8, 50 and 92 mm.
    assert_eq!(finished(rings(), &code_at(67.0, 11.0)), only(codes::IN_EYELET, "kode QR terkena mata ayam"));
    assert_eq!(finished(rings(), &code_at(67.0, 12.0)), vec![]);
    assert_eq!(finished(rings(), &code_at(64.0, 6.0)), vec![]);
}

#[test]
fn a_seam_of_the_roll_passes_between_words_only() {
    let rolls = |strips| Format { rolls: vec![Roll { width: 50.0, strips }], sides: vec![], ..format() };
    let (flat, upright) = (rolls(Strips::Horizontal), rolls(Strips::Vertical));
    let text = "teks panel `kiri` berada di sambungan bahan gulungan 0,1 m";
    let code = "kode QR berada di sambungan bahan gulungan 0,1 m";
    // The seam at 50 mm reaches 15 mm to both sides.
    let above = |template: String| template.replace("dx: 66mm, dy: 20mm", "dx: 66mm, dy: 5mm");
    assert_eq!(told(&flat, &above(at(8.0, 33.0)), "Halo"), only(codes::ON_SEAM, text));
    assert_eq!(told(&flat, &above(at(8.0, 30.0)), "Halo"), vec![]);
    assert_eq!(told(&flat, &code_at(66.0, 12.0), "Halo"), only(codes::ON_SEAM, code));
    assert_eq!(told(&upright, &at(8.0, 20.0), "Halo mempertanggungjawabkan"), only(codes::ON_SEAM, text));
    assert_eq!(told(&upright, &at(8.0, 20.0), "Halo"), vec![]);
    let between = at(14.0, 10.0).replace("box(d.panel.kiri.isi)", "box[#d.panel.kiri.isi#h(54mm)Hai]");
    assert_eq!(told(&upright, &between, "Halo"), vec![]);
}

#[test]
fn words_and_codes_keep_off_the_join_of_two_sheets() {
    let tiles = |overlap| Format { tiles: Some(Tiles { columns: 2, rows: 1, overlap }), sides: vec![], marks: false, ..format() };
    let text = only(codes::ON_JOIN, "teks panel `kiri` berada di sambungan dua lembar poster");
    assert_eq!(told(&tiles(0.0), &at(46.5, 10.0), "Halo"), text);
    assert_eq!(told(&tiles(0.0), &at(53.0, 10.0), "Halo"), vec![]);
    assert_eq!(told(&tiles(10.0), &at(53.0, 10.0), "Halo"), text);
    assert_eq!(told(&tiles(10.0), &at(55.0, 10.0), "Halo"), vec![]);
    let code = only(codes::ON_JOIN, "kode QR berada di sambungan dua lembar poster");
    assert_eq!(told(&tiles(10.0), &code_at(54.0, 6.0), "Halo"), code);
    assert_eq!(told(&tiles(10.0), &code_at(55.0, 6.0), "Halo"), vec![]);
}

#[test]
fn a_code_is_a_tenth_of_its_distance_wide() {
    let scanned = |distance| Format { qr: Some(QrSpec { distance, ..format().qr.unwrap() }), ..format() };
    let small = only(codes::DISTANT_QR, "kode QR 24 mm; untuk dipindai dari 0,26 m paling sedikit 26 mm");
    assert_eq!(told(&scanned(Some(0.26)), PLAIN, "Halo"), small);
    assert_eq!(told(&scanned(Some(0.24)), PLAIN, "Halo"), vec![]);
    let read = Format { viewing_distance: Some(0.26), ..scanned(None) };
    assert_eq!(told(&read, PLAIN, "Halo"), small);
    assert_eq!(told(&Format { viewing_distance: Some(0.26), ..scanned(Some(0.2)) }, PLAIN, "Halo"), vec![]);
}

/// Both numbers stand as the format's file can hold them, and the repair of one that has a `jarak` does not ask for it.
#[test]
fn a_code_too_small_for_its_distance_is_mended_in_its_format() {
    let spec = |width, distance| QrSpec { width, distance, ..format().qr.unwrap() };
    let small = |qr, viewing_distance| {
        let (format, title) = (Format { qr: Some(qr), viewing_distance, ..format() }, located("Uji"));
        let mut said = print(&house_with(PLAIN), &job(&format, &title, "Halo")).2;
        assert_eq!(said.len(), 1, "{said:#?}");
        let found = said.remove(0);
        assert_eq!(found.place.as_ref(), Some(&format.place));
        (found.message, found.hint.unwrap())
    };
    let (message, hint) = small(spec(24.0, Some(0.255)), None);
    assert_eq!(message, "kode QR 24 mm; untuk dipindai dari 0,255 m paling sedikit 25,5 mm");
    assert_eq!(hint, "tulis `lebar: 25.5` di `qr` format ini, atau `jarak: 0.24` bila memang dipindai dari dekat");
    let read = "tulis `lebar: 25` di `qr` format ini, atau tambahkan `jarak: 0.24` di sana bila dipindai lebih dekat daripada `jarak_pandang`";
    assert_eq!(small(spec(24.0, None), Some(0.25)).1, read);
}

#[test]
fn a_code_that_nobody_can_scan_is_advised_against() {
    let read = |distance, scanned| Format {
        viewing_distance: Some(distance),
        qr: Some(QrSpec { distance: scanned, ..format().qr.unwrap() }),
        ..format()
    };
    // A tenth of 19.9 m is wanted; from 20 m on no width helps, unless people walk up to the sheet.
    let small = only(codes::DISTANT_QR, "kode QR 24 mm; untuk dipindai dari 19,9 m paling sedikit 1990 mm");
    assert_eq!(told(&read(19.9, None), PLAIN, "Halo"), small);
    assert_eq!(told(&read(20.0, Some(0.24)), PLAIN, "Halo"), vec![]);
    let (format, title) = (read(20.0, None), located("Uji"));
    let (facts, _, said) = print(&house_with(PLAIN), &job(&format, &title, "Halo"));
    assert_eq!(said.len(), 1, "{said:#?}");
    assert_eq!((said[0].code, said[0].severity), (codes::USELESS_QR, Severity::Warning));
    assert_eq!(said[0].message, "kode QR format ini dipindai dari 20 m: tidak terpindai dari sana");
    let hint = "hapus kode QR dan tulis alamat pendeknya besar-besar, atau tulis di `qr: { jarak }` dari mana orang memindainya";
    assert_eq!(said[0].hint.as_deref(), Some(hint));
    assert!(facts.is_some(), "a warning lets it be printed");
}

#[test]
fn more_words_than_the_format_carries_are_counted() {
    let limited = |headline, all| Format { words: Some(WordLimits { headline, all }), ..format() };
    let headed = PLAIN
        .replace("d.panel.kiri.isi)#label", "{ [#block(d.panel.kiri.isi)#label(\"kepala:judul\")]; d.panel.kanan.isi })#label");
    let words = "satu dua tiga empat lima";
    let long = only(codes::MANY_WORDS, "judul memuat 5 kata, paling banyak 4");
    assert_eq!(told(&limited(4, 6), &headed, words), long);
    let many = only(codes::MANY_WORDS, "lembar memuat 6 kata, paling banyak 5");
    assert_eq!(told(&limited(5, 5), &headed, words), many);
    assert_eq!(told(&limited(5, 6), &headed, words), vec![]);
    let (format, title) = (limited(4, 6), located("Uji"));
    let said = print(&house_with(&headed), &job(&format, &title, words)).2;
    assert_eq!(said[0].severity, Severity::Warning);
    let hint = "kurangi paling sedikit 1 kata: yang dibaca sambil lewat harus pendek";
    assert_eq!(said[0].hint.as_deref(), Some(hint));
}

/// Neither who speaks nor what it rests on, nor what the template itself says, is counted.
#[test]
fn words_of_others_are_not_counted() {
    let (format, title) = (Format { words: Some(WordLimits { headline: 1, all: 1 }), ..format() }, located("Uji"));
    let mut job = job(&format, &title, "Halo");
    let line = |path: &str, text: &str| {
        let source = crate::diagnostics::SourceText::new(path, text);
        crate::diagnostics::Located::new(text.to_owned(), source.place(0..text.len()))
    };
    job.sender.name = Some(line("content/daerah/61.11-kayong-utara/daerah.yaml", "Bawaslu Kabupaten Uji"));
    let basis = line("content/cetak/dasar.md", "Dasar: UU 20/2023 Pasal 2");
    job.texts.insert("dasar".to_owned(), crate::print::job::Copy::plain(&basis));
    let template =
        PLAIN.replace("d.panel.kiri.isi)#label", "{ d.panel.kiri.isi; d.pengirim.nama; d.teks.dasar; [Kata templat] })#label");
    assert_eq!(print(&house_with(&template), &job).2, vec![]);
}
