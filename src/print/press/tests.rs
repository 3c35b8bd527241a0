//! What the last look at a finished file finds, shown on files that were spoilt on purpose.

mod contour;
mod large;

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::inspect::faults;
use crate::print::geometry::Sheet;
use crate::print::tests::{PLAIN, format, house_with, job, located, print, village};

/// A sound merged file of two villages.
fn sound() -> Vec<u8> {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = vec![village(1, "Sutera"), village(2, "Benawai Agung")].into();
    let files = print(&house_with(PLAIN), &job).1.0;
    files.into_iter().find(|(path, _)| path == "cetak/61.11/uji/uji.pdf").unwrap().1
}

/// What is found after `spoil` changed the first page of a sound file.
fn found_after(spoil: impl Fn(&mut Document, lopdf::ObjectId)) -> Vec<String> {
    let mut document = Document::load_mem(&sound()).unwrap();
    let page = document.get_pages()[&1];
    spoil(&mut document, page);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    faults(&bytes, &Sheet::of(&format(), None))
}

fn found_after_drawing(operators: &str) -> Vec<String> {
    found_after(|document, page| document.add_page_contents(page, operators.as_bytes().to_vec()).unwrap())
}

#[test]
fn a_sound_file_has_no_faults() {
    assert_eq!(faults(&sound(), &Sheet::of(&format(), None)), [""; 0]);
    assert_eq!(found_after_drawing("0 0 0 1 k 0 0 9 9 re f "), [""; 0]);
}

#[test]
fn colours_other_than_cmyk_are_found() {
    assert_eq!(found_after_drawing("1 0 0 rg "), ["operator warna `rg` di berkas cetak"]);
    assert_eq!(found_after_drawing("0 G "), ["operator warna `G` di berkas cetak"]);
    assert_eq!(found_after_drawing("/DeviceRGB cs "), ["ruang warna selain DeviceCMYK di berkas cetak"]);
    assert_eq!(found_after_drawing("/Pola sh "), ["gradasi di berkas cetak"]);
}

#[test]
fn paint_in_the_ink_a_page_begins_with_is_found() {
    assert_eq!(found_after_drawing("0 0 9 9 re f "), ["tinta isi tidak dipilih sebelum dipakai"]);
    assert_eq!(found_after_drawing("0 0 m 9 9 l S "), ["tinta garis tidak dipilih sebelum dipakai"]);
    assert_eq!(found_after_drawing("q 0 0 0 1 k Q 0 0 9 9 re f "), ["tinta isi tidak dipilih sebelum dipakai"]);
}

#[test]
fn boxes_that_are_not_the_formats_are_found() {
    for name in ["MediaBox", "CropBox", "BleedBox", "TrimBox"] {
        let found = found_after(|document, page| {
            let page = document.get_dictionary_mut(page).unwrap();
            let values = page.get_mut(name.as_bytes()).and_then(Object::as_array_mut).unwrap();
            values[2] = Object::Real(values[2].as_float().unwrap() + 0.2);
        });
        assert_eq!(found, [format!("{name} halaman 1 bukan ukuran formatnya")]);
    }
}

#[test]
fn pictures_in_other_inks_are_found() {
    let found = found_after(|document, page| {
        let picture = dictionary! { "Subtype" => "Image", "ColorSpace" => "DeviceRGB", "Width" => 1, "Height" => 1 };
        let picture = document.add_object(Stream::new(picture, vec![0; 3]));
        let page_dictionary = document.get_dictionary_mut(page).unwrap();
        let resources = page_dictionary.get_mut(b"Resources").and_then(Object::as_dict_mut).unwrap();
        let objects = resources.get_mut(b"XObject").and_then(Object::as_dict_mut).unwrap();
        objects.set("Foto", Object::Reference(picture));
        document.add_page_contents(page, b"/Foto Do ".to_vec()).unwrap();
    });
    assert_eq!(found, ["gambar selain DeviceCMYK di berkas cetak"]);
}

#[test]
fn a_loose_font_is_found() {
    let found = found_after(|document, _| {
        let mut loose = Dictionary::new();
        loose.set("Type", Object::Name(b"FontDescriptor".to_vec()));
        document.add_object(loose);
    });
    assert_eq!(found, ["ada huruf yang tidak tertanam"]);
}

#[test]
fn what_is_no_pdf_is_said_to_be_none() {
    let found = faults(b"%PDF-1.7\nrusak", &Sheet::of(&format(), None));
    assert!(found.len() == 1 && found[0].starts_with("PDF tidak terbaca kembali"), "{found:?}");
}

#[test]
fn the_artwork_is_stored_once() {
    let document = Document::load_mem(&sound()).unwrap();
    let is_form = |object: &&Object| {
        object.as_stream().is_ok_and(|stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Form"))
    };
    assert_eq!(document.get_pages().len(), 2);
    assert_eq!(document.objects.values().filter(is_form).count(), 1);
}
