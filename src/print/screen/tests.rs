//! Editions for readers, read again as a PDF: tags, title, language, links, colours and size.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

use super::SCREEN_FILE;
use crate::content::piece::RegionalLine;
use crate::print::codes;
use crate::print::tests::{PLAIN, format, house_with, job, located, print, village};

/// A headline, a telephone number, a code and two headings that skip levels.
const LEAFLET: &str = r#"
#import "/token.typ": warna
#import "/sistem/slot.typ": kode-qr, slot-kotak
#import "bagian.typ": judul-pas, contoh
#let susun(d) = (sisi: (block(width: d.format.lebar, height: d.format.tinggi, {
  set text(fill: warna.hitam)
  place(dx: -3mm, dy: -3mm, rect(width: 106mm, height: 66mm, fill: warna.tinta-muda))
  contoh(d, 100mm, 60mm, warna.bayang)
  place(dx: 6mm, dy: 8mm, block(width: 48mm, height: 40mm, {
    judul-pas(d.panel.kiri.judul, 48mm, 8mm, 20pt, 9pt, warna.tinta)
    d.panel.kiri.isi
    if "bahasa_daerah" in d.teks { d.teks.bahasa_daerah }
    heading(level: 5, [Bawah])
    judul-pas(d.pengirim.telepon, 48mm, 8mm, 20pt, 9pt, warna.tinta)
  }))
  place(dx: 66mm, dy: 6mm, box(fill: warna.putih, if d.per-desa { kode-qr(auto, 24mm) } else { kode-qr(d.qr, 24mm) }))
  if d.per-desa or d.layar { place(dx: 66mm, dy: 40mm, slot-kotak("desa.nama", "sela", 24mm, 5mm)) }
}),))
"#;

/// The edition for readers of a small leaflet, and what its pages draw.
fn leaflet(change: impl Fn(&mut crate::print::Job<'_>)) -> Document {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.sender.phone = Some(located("(0534) 123-456"));
    change(&mut job);
    let (_, shelf, said) = print(&house_with(LEAFLET), &job);
    assert_eq!(said, vec![]);
    let bytes = shelf.0.into_iter().find(|(path, _)| path.ends_with(SCREEN_FILE)).unwrap().1;
    Document::load_mem(&bytes).unwrap()
}

fn dictionaries(document: &Document) -> impl Iterator<Item = &Dictionary> {
    document.objects.values().filter_map(|object| object.as_dict().ok())
}

/// What is read aloud, in the order of the structure: tags by name.
fn tags(document: &Document) -> Vec<String> {
    fn descend(document: &Document, at: &Object, found: &mut Vec<String>) {
        let at = document.dereference(at).map_or(at, |(_, object)| object);
        match at {
            Object::Array(kids) => kids.iter().for_each(|kid| descend(document, kid, found)),
            Object::Dictionary(element) => {
                if let Ok(name) = element.get(b"S").and_then(Object::as_name) {
                    found.push(String::from_utf8_lossy(name).into_owned());
                }
                if let Ok(kids) = element.get(b"K") {
                    descend(document, kids, found);
                }
            }
            _ => {}
        }
    }
    let catalog = document.catalog().unwrap();
    let mut found = Vec::new();
    descend(document, catalog.get(b"StructTreeRoot").unwrap(), &mut found);
    found
}

#[test]
fn it_is_tagged_named_and_in_indonesian() {
    let document = leaflet(|job| job.specimen = true);
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).unwrap(), b"id");
    assert!(catalog.get_deref(b"MarkInfo", &document).unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let metadata = catalog.get_deref(b"Metadata", &document).unwrap().as_stream().unwrap();
    let metadata = metadata.decompressed_content().unwrap_or_else(|_| metadata.content.clone());
    let metadata = String::from_utf8_lossy(&metadata);
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    assert!(metadata.contains("Uji – Kabupaten Uji (contoh)"), "{metadata}");
}

/// The first headline is the title, the next level is never skipped, and a telephone number is no heading.
#[test]
fn headings_are_in_order() {
    let headings: Vec<String> = tags(&leaflet(|_| {})).into_iter().filter(|tag| tag.starts_with('H')).collect();
    assert_eq!(headings, ["H1", "H2"]);
}

#[test]
fn telephone_and_code_can_be_tapped() {
    let document = leaflet(|_| {});
    let targets: Vec<String> = dictionaries(&document)
        .filter_map(|dictionary| dictionary.get_deref(b"A", &document).ok()?.as_dict().ok()?.get(b"URI").ok())
        .map(|uri| String::from_utf8_lossy(uri.as_str().unwrap()).into_owned())
        .collect();
    assert_eq!(targets, ["tel:+62534123456", "https://contoh.go.id/61.11/lapor/"]);
    let alt = dictionaries(&document).find_map(|dictionary| dictionary.get(b"Alt").and_then(Object::as_str).ok());
    let alt = lopdf::decode_text_string(&Object::string_literal(alt.unwrap())).unwrap();
    assert_eq!(alt, "Kode QR, membuka https://contoh.go.id/61.11/lapor/");
}

#[test]
fn it_is_in_screen_colours_without_bleed_and_marks() {
    let document = leaflet(|_| {});
    let mut pages = document.get_pages().into_values();
    let page = pages.next().unwrap();
    assert!(pages.next().is_none());
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let inks: Vec<&str> =
        content.operations.iter().map(|operation| operation.operator.as_str()).filter(|name| ["k", "K"].contains(name)).collect();
    assert_eq!(inks, [""; 0]);
    let size = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    let size: Vec<String> = size.iter().map(|number| format!("{:.0}", number.as_float().unwrap() * 25.4 / 72.0)).collect();
    assert_eq!(size, ["0", "0", "100", "60"]);
}

/// A village's sheet has one edition for all readers, which names the office where the village's supervisor would stand.
#[test]
fn villages_share_one_that_names_the_office() {
    let values = |rows: &[crate::print::Row]| {
        let (format, title) = (format(), located("Uji"));
        let mut job = job(&format, &title, "Halo");
        job.sender.name = Some(located("Kantor Uji"));
        job.sender.phone = Some(located("(0534) 123-456"));
        job.villages = rows.to_vec().into();
        super::general(&job)
    };
    let of_none = values(&[]);
    assert!(of_none.contains("\"desa.telepon-alamat\": \"tel:+62534123456\""), "{of_none}");
    assert!(of_none.contains("\"desa.nama\": \"Anda\"") && of_none.contains("\"desa.pengawas\": \"Kantor Uji\""), "{of_none}");
    let mut rows = [village(1, "Sutera"), village(2, "Pampang")];
    rows[0].values.insert("desa.sebutan".to_owned(), "Pekon".to_owned());
    rows[1].values.insert("desa.sebutan".to_owned(), "Kelurahan".to_owned());
    assert!(values(&rows).contains("\"desa.sebutan\": \"Kelurahan/Pekon\""));
    let document = leaflet(|job| job.villages = rows.to_vec().into());
    assert_eq!(document.get_pages().len(), 1);
}

#[test]
fn a_banner_comes_on_a_page_a_tenth_its_length() {
    let mut format = format();
    (format.width, format.height) = (6000.0, 1000.0);
    let title = located("Uji");
    let job = job(&format, &title, "Halo");
    let found = crate::diagnostics::Diagnostics::new();
    let screen = super::piece(&house_with(PLAIN), &job, &found).unwrap();
    let document = Document::load_mem(&screen.bytes).unwrap();
    let page = document.get_pages()[&1];
    let size = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    assert!((size[2].as_float().unwrap() - 600.0 * 72.0 / 25.4).abs() < 0.1, "{size:?}");
}

#[test]
fn what_can_not_be_read_aloud_is_an_error_at_the_template() {
    let (format, title) = (format(), located("Uji"));
    let silent = PLAIN.replace("d.panel.kiri.isi", "pdf.artifact(link(\"https://contoh.go.id\", d.panel.kiri.isi))");
    let (facts, shelf, said) = print(&house_with(&silent), &job(&format, &title, "Halo"));
    assert!(facts.is_none() && shelf.0.is_empty());
    let told: Vec<_> = said.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(told, [(codes::NOT_ACCESSIBLE, "PDF layar `Uji – Kabupaten Uji` tidak memenuhi PDF/UA-1")]);
    let place = said[0].place.as_ref().unwrap();
    assert_eq!(place.path(), "themes/suluh/print/lipat.typ");
}

/// A line in a regional language is spoken in it; one in a language that is not known, in Indonesian.
#[test]
fn a_regional_line_says_its_language() {
    let languages = |named: &str| {
        let line = RegionalLine { language: located(named), text: located("Urang netral") };
        let document = leaflet(|job| {
            job.regional_language = line.language_code();
            job.texts.insert("bahasa_daerah".to_owned(), crate::print::Copy::plain(&line.text));
        });
        let spoken = dictionaries(&document).filter(|dictionary| !dictionary.has_type(b"Catalog"));
        let spoken = spoken.filter_map(|dictionary| dictionary.get(b"Lang").and_then(Object::as_str).ok());
        let other = spoken.filter(|code| *code != b"id");
        other.map(|code| String::from_utf8_lossy(code).into_owned()).collect::<Vec<_>>()
    };
    for named in ["Sunda", "bahasa Sunda Banten"] {
        assert_eq!(languages(named), ["su"], "{named}");
    }
    assert_eq!(languages("Lampung"), [""; 0]);
}

/// Soft hyphens that broke no line are no part of the text: a reader searches `kepentingan`.
#[test]
fn words_are_spelled_without_places_to_break() {
    let document = leaflet(|job| {
        let words = "ke\u{AD}pen\u{AD}ting\u{AD}an ".repeat(4);
        if let Some(crate::print::job::Part::Fixed(copy)) = job.body.get_mut("kiri").and_then(|body| body.parts.first_mut()) {
            copy.markup = words;
        }
    });
    let mut said = String::new();
    for object in document.objects.values() {
        let Object::Stream(stream) = object else { continue };
        let Ok(content) = stream.get_plain_content() else { continue };
        let content = String::from_utf8_lossy(&content).to_ascii_lowercase();
        let mut rest = content.as_str();
        while let Some((_, behind)) = rest.split_once("/actualtext<feff").or_else(|| rest.split_once("/actualtext <feff")) {
            let (text, behind) = behind.split_once('>').unwrap();
            said.push_str(&format!("[{text}]"));
            rest = behind;
        }
    }
    assert_eq!(said.replace("[00ad]", "").matches("00ad").count(), 0, "{said}");
}
