//! Whole jobs on the real theme: what a small piece comes to, and what stops it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use super::*;
use crate::content::format::{CopyLength, Family, Panel, QrSpec, Side};
use crate::content::piece::Binding;
use crate::content::theme::{Colour, FontFamily};
use crate::content::{Format, Id, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, SourceText};

mod families;
mod fit;
mod lines;
mod lockup;
mod peer;
mod signing;

/// A sink that keeps everything.
#[derive(Default)]
pub(super) struct Shelf(pub(super) Vec<(String, Vec<u8>)>);

/// A shelf while it is being filled.
#[derive(Default)]
pub(super) struct Filling(pub(super) Mutex<Vec<(String, Vec<u8>)>>);

impl Sink for Filling {
    fn put(&self, path: &str, bytes: Vec<u8>) -> std::io::Result<()> {
        self.0.lock().unwrap().push((path.to_owned(), bytes));
        Ok(())
    }

    fn open<'s>(&'s self, path: &str) -> std::io::Result<Box<dyn Outlet + 's>> {
        Ok(Box::new(Growing { shelf: self, path: path.to_owned(), bytes: vec![] }))
    }

    fn discard(&self) {
        self.0.lock().unwrap().clear();
    }
}

struct Growing<'s> {
    shelf: &'s Filling,
    path: String,
    bytes: Vec<u8>,
}

impl std::io::Write for Growing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Outlet for Growing<'_> {
    fn close(self: Box<Self>) -> std::io::Result<()> {
        self.shelf.put(&self.path, self.bytes)
    }
}

#[derive(serde::Deserialize)]
struct Tokens {
    warna: BTreeMap<String, Ink>,
    huruf: BTreeMap<String, Face>,
}

#[derive(serde::Deserialize)]
struct Ink {
    rgb: String,
    cmyk: [u8; 4],
}

#[derive(serde::Deserialize)]
struct Face {
    keluarga: String,
    berkas: Vec<String>,
}

/// The theme of the project, with `templates` in place of or beside its own.
pub(super) fn theme(templates: &[(&str, &str)]) -> Theme {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/suluh");
    let read = |name: &str| std::fs::read(root.join(name)).unwrap();
    let tokens: Tokens = serde_yaml::from_str(std::str::from_utf8(&read("theme.yaml")).unwrap()).unwrap();
    let part = |rgb: &str, at: usize| u8::from_str_radix(&rgb[at..at + 2], 16).unwrap();
    let colours = tokens.warna.into_iter().map(|(name, ink)| {
        let rgb = [part(&ink.rgb, 1), part(&ink.rgb, 3), part(&ink.rgb, 5)];
        (name, Colour { rgb, cmyk: ink.cmyk })
    });
    let mut print_templates = BTreeMap::new();
    for entry in std::fs::read_dir(root.join("print")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let text = String::from_utf8(read(&format!("print/{name}"))).unwrap();
        let source = SourceText::new(format!("themes/suluh/print/{name}"), text);
        print_templates.insert(name, source);
    }
    for (name, text) in templates {
        let source = SourceText::new(format!("themes/suluh/print/{name}"), *text);
        print_templates.insert((*name).to_owned(), source);
    }
    let font_files = tokens.huruf.values().flat_map(|face| &face.berkas);
    let font_files: BTreeMap<String, Arc<[u8]>> =
        font_files.map(|file| (file.clone(), read(&format!("fonts/{file}")).into())).collect();
    let fonts = tokens.huruf.into_iter();
    Theme {
        id: Id::new("suluh").unwrap(),
        name: "Suluh".to_owned(),
        colours: colours.collect(),
        places: BTreeMap::new(),
        fonts: fonts.map(|(role, face)| (role, FontFamily { family: face.keluarga, files: face.berkas })).collect(),
        spacing: BTreeMap::from([("sedang".to_owned(), 4.0)]),
        pairs: Vec::new(),
        roles: BTreeMap::new(),
        role_pairs: Vec::new(),
        accents: BTreeMap::new(),
        formats: BTreeMap::new(),
        web_templates: BTreeMap::new(),
        print_templates,
        static_files: BTreeMap::new(),
        added_rules: Vec::new(),
        font_files,
    }
}

/// A house whose leaflet template is `template` and nothing else.
pub(super) fn house_with(template: &str) -> PrintHouse {
    let diagnostics = Diagnostics::new();
    let house = PrintHouse::new(&theme(&[("lipat.typ", template)]), &diagnostics).unwrap();
    assert_eq!(diagnostics.into_sorted(), vec![]);
    house
}

pub(crate) fn located(text: &str) -> Located<String> {
    let source = SourceText::new("content/cetak/uji.md", text);
    Located::new(text.to_owned(), source.place(0..text.len()))
}

/// A sheet of 100 × 60 mm with bleed and marks, folded at 60 mm.
pub(crate) fn format() -> Format {
    let panel = |id: &str, width| Panel { id: id.to_owned(), width };
    Format {
        id: Id::new("uji-kecil").unwrap(),
        title: located("Uji"),
        family: Family::Lipat,
        width: 100.0,
        height: 60.0,
        bleed: 3.0,
        safe: 5.0,
        marks: true,
        copy: CopyLength::Full,
        sides: vec![Side { name: "luar".to_owned(), panels: vec![panel("kiri", 60.0), panel("kanan", 40.0)] }],
        margins: None,
        text_size: 10.0,
        min_text_size: 8.0,
        viewing_distance: None,
        cap_height_per_metre: None,
        qr: Some(QrSpec { width: 20.0, min_module: 0.4, distance: None }),
        pixels: None,
        one_ink: false,
        resolution: 300.0,
        words: None,
        finishing: vec![],
        rolls: vec![],
        tiles: None,
        press_sheet: None,
        place: located("format").place,
    }
}

/// A job whose left panel holds `words`.
pub(crate) fn job<'a>(format: &'a Format, title: &'a Located<String>, words: &str) -> Job<'a> {
    let body = |text: &str| Body { title: Copy::plain(&located("Judul")), parts: vec![Part::Fixed(Copy::plain(&located(text)))] };
    Job {
        id: "uji",
        title: title.clone(),
        format: std::borrow::Cow::Borrowed(format),
        finishing: None,
        sender: Sender { region: "Kabupaten Uji".to_owned(), ..Sender::default() },
        partners: vec![],
        pictures: BTreeMap::new(),
        texts: BTreeMap::new(),
        regional_language: None,
        drawing: None,
        highlights: vec![],
        points: vec![],
        signatories: vec![],
        witnesses: vec![],
        signing_order: vec![],
        signing_lines: None,
        signing_institution: None,
        body: BTreeMap::from([("kiri".to_owned(), body(words)), ("kanan".to_owned(), body("Kanan"))]),
        qr: "https://contoh.go.id/61.11/lapor/".to_owned(),
        short_address: "contoh.go.id/61.11/lapor".to_owned(),
        villages: Rows::default(),
        by_recipient: false,
        names_people: false,
        outlined: false,
        contour: None,
        specimen: false,
        stem: "cetak/61.11/uji/uji".to_owned(),
        own_stem: "cetak/61.11/uji/desa/".to_owned(),
        binding: Binding::Regency,
        problems: vec![],
    }
}

pub(crate) fn village(number: usize, name: &str) -> Row {
    Row {
        code: format!("61.11.01.{:04}", 2000 + number),
        name: name.to_owned(),
        place: located(name).place,
        values: BTreeMap::from([("desa.nama".to_owned(), name.to_owned())]),
        qr: format!("https://contoh.go.id/61.11/d/61.11.01.{:04}/", 2000 + number),
        district: None,
        copies: None,
    }
}

/// Prints, and gives what was put and what was said.
pub(super) fn print(house: &PrintHouse, job: &Job<'_>) -> (Option<Facts>, Shelf, Vec<Diagnostic>) {
    let diagnostics = Diagnostics::new();
    let shelf = Filling::default();
    let facts = render(house, job, &shelf, &diagnostics).unwrap();
    (facts, Shelf(shelf.0.into_inner().unwrap()), diagnostics.into_sorted())
}

/// A leaflet template in which panel `kiri` is a closed box of 48 × 40 mm with the text.
pub(super) const PLAIN: &str = r#"
#import "/token.typ": warna
#import "/sistem/slot.typ": kode-qr, slot-kotak
#let susun(d) = (sisi: (block(width: d.format.lebar, height: d.format.tinggi, {
  set text(fill: warna.hitam)
  place(dx: 0mm, [#block(width: 60mm, height: 60mm, place(dx: 6mm, dy: 8mm, [#block(width: 48mm, height: 40mm, d.panel.kiri.isi)#label("kotak:isi")]))#label("panel:kiri")])
  place(dx: 66mm, dy: 6mm, if d.per-desa { kode-qr(auto, 24mm) } else { kode-qr(d.qr, 24mm) })
  if d.per-desa { place(dx: 66mm, dy: 40mm, slot-kotak("desa.nama", "sela", 24mm, 5mm)) }
}),))
"#;

#[test]
fn a_piece_becomes_one_sound_file_with_preview() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(PLAIN);
    let (facts, shelf, said) = print(&house, &job(&format, &title, "Halo"));
    assert_eq!(said, vec![]);
    let facts = facts.unwrap();
    let made: Vec<(FileKind, usize)> = facts.files.iter().map(|file| (file.kind, file.pages)).collect();
    assert_eq!(made, [(FileKind::Press, 1), (FileKind::Proof, 1), (FileKind::Screen, 1)]);
    let paths: Vec<&str> = shelf.0.iter().map(|(path, _)| path.as_str()).collect();
    let expected = ["uji-1.png", "uji.pdf", "uji-proof-1.png", "uji-layar.pdf"].map(|name| format!("cetak/61.11/uji/{name}"));
    assert_eq!(paths, expected);
    assert!(shelf.0[1].1.starts_with(b"%PDF-1.7"));
}

#[test]
fn a_card_is_a_picture_of_its_width_and_no_press_file() {
    let (mut format, title) = (format(), located("Uji"));
    (format.marks, format.bleed, format.sides) = (false, 0.0, vec![]);
    for pixels in [400, 1080, 1200] {
        format.pixels = Some(pixels);
        let (facts, shelf, said) = print(&house_with(PLAIN), &job(&format, &title, "Halo"));
        assert_eq!(said, vec![]);
        let facts = facts.unwrap();
        let files: Vec<(FileKind, &str)> = facts.files.iter().map(|file| (file.kind, file.path.as_str())).collect();
        assert_eq!(files, [(FileKind::Card, "cetak/61.11/uji/uji.png")]);
        let paths: Vec<&str> = shelf.0.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["cetak/61.11/uji/uji.png"], "the picture stands for its own preview");
        assert_eq!((facts.previews[0].width, facts.previews[0].height), (pixels, pixels * 6 / 10));
        let width = u32::from_be_bytes(shelf.0[0].1[16..20].try_into().unwrap());
        assert_eq!(width, pixels);
    }
}

/// Every ASCII punctuation character.
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

#[test]
fn villages_are_merged_and_come_one_by_one() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(PLAIN);
    let mut job = job(&format, &title, "Halo");
    job.villages = (1..=3).map(|number| village(number, "Sutera")).collect::<Vec<_>>().into();
    let (facts, shelf, said) = print(&house, &job);
    assert_eq!(said, vec![]);
    let facts = facts.unwrap();
    let files: Vec<(&str, usize)> = facts.files.iter().map(|f| (f.path.as_str(), f.pages)).collect();
    let own = |n: usize| format!("cetak/61.11/uji/desa/61.11.01.{}.pdf", 2000 + n);
    assert_eq!(files[0], ("cetak/61.11/uji/uji.pdf", 3));
    let villages = facts.villages.files.iter().map(|file| file.path(&facts.villages.stem));
    assert_eq!(villages.collect::<Vec<_>>(), [own(1), own(2), own(3)]);
    let beside: Vec<(&str, usize)> =
        files[1..].iter().map(|(path, pages)| (path.trim_start_matches("cetak/61.11/uji/"), *pages)).collect();
    assert_eq!(beside, [("uji-proof-1.png", 1), ("uji-printer-kantor.pdf", 3), ("uji-layar.pdf", 1)]);
    // The artwork is stored once: three villages are far from three times one.
    let size = |path: &str| shelf.0.iter().find(|(p, _)| p == path).map(|(_, bytes)| bytes.len()).unwrap();
    assert!(size("cetak/61.11/uji/uji.pdf") < 2 * size(&own(1)));
}

#[test]
fn the_same_job_gives_the_same_bytes_whatever_the_threads() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = (1..=60).map(|number| village(number, &format!("Desa {number}"))).collect::<Vec<_>>().into();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut files = pool.install(|| print(&house_with(PLAIN), &job).1.0);
        // Villages' own files are put as they come.
        files.sort();
        files
    };
    let first = with(1);
    assert!(first == with(2));
    assert!(first == with(1));
}

#[test]
fn a_village_name_of_punctuation_comes_out_as_itself() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(&PLAIN.replace("24mm, 5mm", "30mm, 5mm"));
    for name in [PUNCTUATION, "#panic()", "$x$", "*a* _b_ `c`", "\\u{41}", "Ma'rang \"Baru\" [2]/B."] {
        let rows = [village(1, name)];
        let mut job = job(&format, &title, "Halo");
        job.villages = rows.to_vec().into();
        let said = print(&house, &job).2;
        assert!(said.iter().all(|d| d.code == codes::SLOT_OVERSET), "{name}: {said:?}");
        assert_eq!(slots::texts(&house, &job, "desa.nama"), [name]);
    }
}

#[test]
fn a_name_too_long_for_its_slot_names_the_village() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(PLAIN);
    let mut job = job(&format, &title, "Halo");
    let long = "Desa dengan nama yang panjang sekali sampai tidak muat";
    job.villages = vec![village(1, "Sutera"), village(2, long)].into();
    let (facts, shelf, said) = print(&house, &job);
    assert_eq!(facts, None);
    assert_eq!(shelf.0.len(), 0, "nothing is put when a village fails");
    assert_eq!(said.len(), 1, "{said:#?}");
    assert_eq!(said[0].code, codes::SLOT_OVERSET);
    assert_eq!(said[0].place.as_ref().map(|place| place.text().to_owned()), Some(long.to_owned()));
    assert!(said[0].causes.contains(&format!("desa `{long}` (61.11.01.2002)")), "{said:?}");
    // What an office can do: it has no templates.
    let hint = said[0].hint.as_deref().unwrap_or_default();
    assert!(hint.starts_with("singkat isi baris desa ini") && !hint.contains("templat"), "{hint}");
}

#[test]
fn slots_that_overlap_are_refused() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(&PLAIN.replace("place(dx: 66mm, dy: 40mm, slot-kotak", "place(dx: 66mm, dy: 28mm, slot-kotak"));
    let mut job = job(&format, &title, "Halo");
    job.villages = vec![village(1, "Sutera")].into();
    let said = print(&house, &job).2;
    let messages: Vec<&str> = said.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(messages, ["templat cetak: slot `kode QR` dan `desa.nama` bertumpuk"]);
}

#[test]
fn one_run_tells_what_is_wrong_with_the_artwork_and_with_the_villages() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with(PLAIN);
    let mut job = job(&format, &title, "漢");
    job.villages = vec![village(1, "Nama desa yang jauh terlalu panjang untuk kotaknya di sini")].into();
    let codes: Vec<&str> = print(&house, &job).2.iter().map(|d| d.code).collect();
    assert_eq!(codes, [codes::MISSING_GLYPH, codes::SLOT_OVERSET]);
}

#[test]
fn a_sheet_longer_than_a_pdf_page_is_refused() {
    let (mut format, title) = (format(), located("Uji"));
    // At a tenth, too, it is longer than a page can be.
    format.width = 50_800.0;
    let said = print(&house_with(PLAIN), &job(&format, &title, "Halo")).2;
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].message, "lembar `uji-kecil` sepanjang 50946 mm melewati batas PDF 50800 mm");
}

#[test]
fn a_template_error_names_the_template() {
    let (format, title) = (format(), located("Uji"));
    let house = house_with("#let susun(d) = (sisi: (d.tidak-ada,))\n");
    let said = print(&house, &job(&format, &title, "Halo")).2;
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].code, codes::TEMPLATE);
    assert_eq!(
        said[0].place.as_ref().map(|p| (p.path().to_owned(), p.line_column())),
        Some(("themes/suluh/print/lipat.typ".to_owned(), (1, 27)))
    );
    assert_eq!(said[0].causes.last().map(String::as_str), Some("karya `uji`, format `uji-kecil`"));
}
