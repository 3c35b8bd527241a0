//! The line beside the sheet, which says what it is to whoever holds the paper. That of a file at a tenth is drawn as curves for its shop: what it
//! says is held in `src/print/press/tests/large.rs`.

use std::path::Path;

use lopdf::{Document, Object};

use super::printed;
use crate::harness::{press_file, tools};

/// What poppler reads on a page.
fn text(file: &Path, page: u32, how: &str) -> String {
    let page = page.to_string();
    let options = [how, "-f", &page, "-l", &page].map(Path::new);
    tools::content("pdftotext", options.into_iter().chain([file, Path::new("-")]))
}

/// The distance from the upper edge of a page to the lower edge of its trim, in points.
fn end_of_trim(file: &Path) -> f64 {
    let document = Document::load(file).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let number = |name: &[u8], at: usize| {
        let numbers = page.get(name).and_then(Object::as_array).unwrap();
        f64::from(numbers[at].as_float().unwrap())
    };
    number(b"MediaBox", 3) - number(b"TrimBox", 1)
}

#[test]
fn the_slug_of_the_offset_leaflet_says_what_it_is() {
    let file = press_file(printed().root().join("output/cetak/61.11/brosur-asn/brosur-asn.pdf"));
    for (page, side) in [(1, "luar"), (2, "dalam")] {
        let slug = format!("Brosur tanya jawab untuk pegawai ASN · brosur-asn · Kabupaten Kayong Utara · SKALA 1:1 · {side}");
        let text = text(&file, page, "-raw");
        assert!(text.lines().any(|line| line.trim() == slug), "page {page} has no line {slug:?}:\n{text}");
    }
    // The words stand below the trim, where they are cut off.
    let whole = text(&file, 1, "-bbox");
    let word = whole.lines().find(|line| line.contains(">SKALA<")).unwrap_or_else(|| panic!("{whole}"));
    let top: f64 = word.split("yMin=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    assert!(top > end_of_trim(&file), "{word}: the trim ends at {}", end_of_trim(&file));
}
