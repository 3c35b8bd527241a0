//! What does not fit on one page: a tenth of it, or several sheets of it.

use lopdf::content::Content;
use lopdf::{Document, Object};
use typst::layout::FrameItem;
use typst::visualize::Geometry;

use crate::content::Format;
use crate::content::format::Tiles;
use crate::diagnostics::Diagnostics;
use crate::print::geometry::media_margin;
use crate::print::house::typeset;
use crate::print::press::tiles::tiles;
use crate::print::tests::{PLAIN, format, house_with, job, located, print, village};
use crate::print::{codes, compose, frames};

/// The points of a millimetre.
const MM: f64 = 72.0 / 25.4;

fn press_file(format: &Format) -> Document {
    let title = located("Uji");
    let (facts, shelf, said) = print(&house_with(PLAIN), &job(format, &title, "Halo"));
    assert_eq!(said, vec![]);
    let document = Document::load_mem(&shelf.0.iter().find(|(path, _)| path.ends_with("uji.pdf")).unwrap().1).unwrap();
    assert_eq!(facts.unwrap().files[0].pages, document.get_pages().len());
    document
}

/// A box of a page in mm.
fn area(document: &Document, page: u32, name: &[u8]) -> Vec<f64> {
    let page = document.get_dictionary(document.get_pages()[&page]).unwrap();
    let numbers = page.get(name).and_then(Object::as_array).unwrap();
    numbers.iter().map(|number| (f64::from(number.as_float().unwrap()) / MM * 100.0).round() / 100.0).collect()
}

/// A sheet without sides, so that nothing of it is a panel.
fn banner(width: f64, height: f64) -> Format {
    Format { width, height, sides: vec![], ..format() }
}

#[test]
fn a_sheet_of_5080_mm_is_drawn_as_it_is_and_a_longer_one_at_a_tenth() {
    // Bleed and marks take 10 mm on every side.
    let real = press_file(&banner(5060.0, 100.0));
    assert_eq!(area(&real, 1, b"MediaBox"), [0.0, 0.0, 5080.0, 120.0]);
    assert_eq!(area(&real, 1, b"TrimBox"), [10.0, 10.0, 5070.0, 110.0]);
    // At a tenth the bleed is smaller with the sheet; marks and slug are as large as ever.
    let tenth = press_file(&banner(6000.0, 100.0));
    assert_eq!(area(&tenth, 1, b"MediaBox"), [0.0, 0.0, 614.6, 24.6]);
    assert_eq!(area(&tenth, 1, b"BleedBox"), [7.0, 7.0, 607.6, 17.6]);
    assert_eq!(area(&tenth, 1, b"TrimBox"), [7.3, 7.3, 607.3, 17.3]);
}

/// A banner without bleed and marks, as shops want it.
fn bare(width: f64) -> Format {
    Format { bleed: 0.0, marks: false, ..banner(width, 100.0) }
}

#[test]
fn what_has_no_marks_has_paper_for_its_slug_at_a_tenth_only() {
    let real = press_file(&bare(5080.0));
    for name in [&b"MediaBox"[..], b"BleedBox", b"TrimBox"] {
        assert_eq!(area(&real, 1, name), [0.0, 0.0, 5080.0, 100.0]);
    }
    let tenth = press_file(&bare(5080.1));
    assert_eq!(area(&tenth, 1, b"MediaBox"), [0.0, 0.0, 518.01, 20.0]);
    assert_eq!(area(&tenth, 1, b"BleedBox"), [5.0, 5.0, 513.01, 15.0]);
    assert_eq!(area(&tenth, 1, b"TrimBox"), [5.0, 5.0, 513.01, 15.0]);
}

/// The texts below the trim of the only page: words, size of the letters in points, baseline in mm below the trim. And how many lines are
/// drawn beside the trim.
fn beside(format: &Format) -> (Vec<(String, f64, f64)>, usize) {
    let (house, title, found) = (house_with(PLAIN), located("Uji"), Diagnostics::new());
    let job = job(format, &title, "Halo");
    let (desk, places) = compose::artwork(&house, &job);
    let document = typeset(&desk, &places, &found).unwrap();
    assert_eq!(found.into_sorted(), vec![]);
    let (mut texts, mut lines) = (Vec::new(), 0);
    frames::walk(
        &document.pages()[0].frame,
        &mut |item| match item.item {
            FrameItem::Text(text) if item.transform.ty.to_mm() > format.height => {
                let below = item.transform.ty.to_mm() - format.height;
                texts.push((text.text.to_string(), text.size.to_pt(), below));
            }
            FrameItem::Shape(shape, _) if matches!(shape.geometry, Geometry::Line(_)) => lines += 1,
            _ => {}
        },
        &mut |_, _| {},
    );
    (texts, lines)
}

/// `SKALA 1:10` stands in the file itself, as large as any slug, on paper that the page has for it.
#[test]
fn a_file_at_a_tenth_says_so_in_its_slug() {
    let said = |scale: &str| format!("Uji · uji · Kabupaten Uji · SKALA {scale}");
    let tenth = said("1:10 (cetak 1000%; baris ini di luar ukuran jadi)");
    for (format, words, times, marks) in [
        (banner(1000.0, 100.0), said("1:1"), 1.0, 8),
        (banner(6000.0, 100.0), tenth.clone(), 10.0, 8),
        (bare(6000.0), tenth, 10.0, 0),
    ] {
        let (texts, lines) = beside(&format);
        assert_eq!(lines, marks, "{words}");
        let [(text, size, below)] = &texts[..] else { panic!("{texts:?}") };
        assert_eq!((text, *size), (&words, 6.0 * times));
        let paper = media_margin(&format);
        assert!(*below - size / 72.0 * 25.4 > format.bleed && below + 0.3 * size / 72.0 * 25.4 < paper, "{below} of {paper}");
    }
    assert_eq!(beside(&bare(5080.0)), (vec![], 0));
}

/// The drawing is smaller with its page: the product of all its matrices is a tenth.
#[test]
fn the_drawing_is_a_tenth_with_its_page() {
    let document = press_file(&banner(6000.0, 100.0));
    let content = document.get_page_content(document.get_pages()[&1]);
    let operations = Content::decode(&content).unwrap().operations;
    let scales = operations
        .iter()
        .filter(|operation| operation.operator == "cm")
        .map(|operation| operation.operands[0].as_float().unwrap().abs());
    assert!(scales.into_iter().any(|scale| (scale - 0.1).abs() < 1e-6), "nothing is drawn at a tenth");
}

#[test]
fn villages_too_are_drawn_at_a_tenth() {
    let (format, title) = (banner(6000.0, 100.0), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = vec![village(1, "Sutera"), village(2, "Benawai")].into();
    let (_, shelf, said) = print(&house_with(PLAIN), &job);
    assert_eq!(said, vec![]);
    let document = Document::load_mem(&shelf.0.iter().find(|(path, _)| path.ends_with("/uji.pdf")).unwrap().1).unwrap();
    assert_eq!(area(&document, 2, b"TrimBox"), [7.3, 7.3, 607.3, 17.3]);
}

fn poster(marks: bool, overlap: f64) -> Format {
    let tiles = Some(Tiles { columns: 2, rows: 2, overlap });
    Format { tiles, marks, bleed: if marks { 3.0 } else { 0.0 }, ..banner(190.0, 150.0) }
}

#[test]
fn sheets_of_a_poster_share_their_overlap() {
    let list = tiles(&poster(false, 10.0));
    let sizes: Vec<(f64, f64)> = list.iter().map(|tile| ((tile.lebar / MM).round(), (tile.tinggi / MM).round())).collect();
    assert_eq!(sizes, [(100.0, 80.0); 4]);
    let places: Vec<String> = list.iter().map(|tile| serde_json::to_string(tile).unwrap()).collect();
    assert!(places[0].starts_with(r#"{"kolom":1,"baris":1,"x":0.0,"y":0.0,"#), "{}", places[0]);
    assert!(
        places[1].starts_with(r#"{"kolom":2,"baris":1,"#) && places[2].starts_with(r#"{"kolom":1,"baris":2,"#),
        "reading order"
    );
    assert!(places[3].ends_with(r#""kanan":0.0,"bawah":0.0}"#), "nothing lies over the last sheet: {}", places[3]);
    assert_eq!(tiles(&banner(190.0, 150.0)), vec![]);
}

#[test]
fn a_poster_of_four_sheets_has_four_pages() {
    let document = press_file(&poster(true, 10.0));
    assert_eq!(document.get_pages().len(), 4);
    for page in 1..=4 {
        assert_eq!(area(&document, page, b"TrimBox"), [10.0, 10.0, 110.0, 90.0]);
        assert_eq!(area(&document, page, b"MediaBox"), [0.0, 0.0, 120.0, 100.0]);
    }
    let plain = press_file(&poster(false, 10.0));
    assert_eq!(area(&plain, 4, b"MediaBox"), [0.0, 0.0, 100.0, 80.0]);
}

/// Each sheet keeps half of what both share. The one on top is cut there, with its place in what falls off; that of the other stands on the
/// half that is covered.
#[test]
fn the_sheet_on_top_is_cut_where_it_meets_the_other() {
    let format = Format { tiles: Some(Tiles { columns: 1, rows: 2, overlap: 10.0 }), ..poster(false, 10.0) };
    let (house, title, found) = (house_with(PLAIN), located("Uji"), Diagnostics::new());
    let job = job(&format, &title, "Halo");
    let (desk, places) = compose::tiles(&house, &job, &tiles(&format));
    let document = typeset(&desk, &places, &found).unwrap();
    assert_eq!(found.into_sorted(), vec![]);
    let mut seen = vec![(String::new(), vec![], vec![]); 2];
    for (page, (words, heights, lines)) in document.pages().iter().zip(&mut seen) {
        frames::walk(
            &page.frame,
            &mut |item| {
                let y = item.transform.ty.to_mm();
                match item.item {
                    FrameItem::Text(text) => {
                        words.push_str(&text.text);
                        heights.push(y);
                    }
                    FrameItem::Shape(shape, _) if matches!(shape.geometry, Geometry::Line(_)) => lines.push(y),
                    _ => {}
                }
            },
            &mut |_, _| {},
        );
    }
    let [(first, low, none), (second, high, cut)] = &seen[..] else { panic!("{seen:?}") };
    assert!(first.contains("lembar 1 dari 2") && low.iter().all(|y| (75.0..80.0).contains(y)), "{first} {low:?}");
    assert!(second.contains("lembar 2 dari 2") && second.contains("potong di sini"), "{second}");
    assert!(high.iter().all(|y| (0.0..5.0).contains(y)), "{high:?}");
    assert!(none.is_empty() && cut.len() == 1 && (cut[0] - 5.0).abs() < 0.01, "{none:?} {cut:?}");
}

#[test]
fn a_poster_of_several_sheets_is_not_made_village_by_village() {
    let (format, title) = (poster(false, 10.0), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = vec![village(1, "Sutera")].into();
    let (facts, _, said) = print(&house_with(PLAIN), &job);
    assert_eq!(facts, None);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert_eq!(
        (said[0].code, said[0].message.as_str()),
        (codes::TILED_VILLAGES, "poster beberapa lembar tidak dapat dibuat per desa")
    );
}
