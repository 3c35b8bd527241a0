//! Villages in merged files, on press sheets and on lists; what fails among them.

mod faulty;

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object};

use super::OFFICE_ENDING;
use crate::content::format::PressSheet;
use crate::content::piece::Binding;
use crate::print::geometry::Sheet;
use crate::print::press::impose::Layout;
use crate::print::press::inspect::faults;
use crate::print::tests::{PLAIN, Shelf, format, house_with, job, located, print, village};
use crate::print::{District, FileKind, Job, Row, codes};

/// A house whose sheet shows the village's name; its address is as long for each.
fn house() -> crate::print::PrintHouse {
    house_with(PLAIN)
}

/// Villages in kecamatan of three.
fn villages(count: usize) -> Vec<Row> {
    let district = |number: usize| {
        let name = format!("Kec {}", (number - 1) / 3);
        let stem = format!("cetak/61.11/uji/kecamatan/uji-{}", (number - 1) / 3);
        Some(Arc::new(District { name, stem }))
    };
    (1..=count).map(|number| Row { district: district(number), ..village(number, &format!("Desa {number}")) }).collect()
}

fn file<'s>(shelf: &'s Shelf, path: &str) -> &'s [u8] {
    let found = shelf.0.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("{path} tidak ada: {:?}", shelf.0.iter().map(|(path, _)| path).collect::<Vec<_>>())).1
}

/// The bookmarks of a file: title, page counted from 1, with those below indented.
fn bookmarks(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let pages: Vec<lopdf::ObjectId> = document.get_pages().into_values().collect();
    let mut found = Vec::new();
    let list = document.catalog().unwrap().get(b"Outlines").and_then(Object::as_reference).unwrap();
    below(&document, document.get_dictionary(list).unwrap(), "", &pages, &mut found);
    found
}

fn below(document: &Document, list: &Dictionary, indent: &str, pages: &[lopdf::ObjectId], found: &mut Vec<String>) {
    let mut next = list.get(b"First").and_then(Object::as_reference).ok();
    while let Some(id) = next {
        let item = document.get_dictionary(id).unwrap();
        let title = lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap();
        let to = item.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        found.push(format!("{indent}{title} {}", pages.iter().position(|page| *page == to).unwrap() + 1));
        below(document, item, &format!("{indent}- "), pages, found);
        next = item.get(b"Next").and_then(Object::as_reference).ok();
    }
}

#[test]
fn a_merged_file_has_bookmarks_from_kecamatan_to_village() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(4).into();
    let (facts, shelf, said) = print(&house(), &job);
    assert_eq!(said, vec![]);
    let merged = file(&shelf, "cetak/61.11/uji/uji.pdf");
    assert_eq!(bookmarks(merged), ["Kec 0 1", "- Desa 1 1", "- Desa 2 2", "- Desa 3 3", "Kec 1 4", "- Desa 4 4"]);
    let told = &facts.unwrap().files[0];
    assert_eq!((told.pages, told.bytes, told.sha256.clone()), (4, merged.len(), crate::print::facts::sha256(merged)));
}

#[test]
fn villages_are_bound_as_the_piece_says() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(4).into();
    let made = |job: &Job<'_>| {
        let facts = print(&house(), job).0.unwrap();
        let merged = facts.files.into_iter().filter(|file| matches!(file.kind, FileKind::Press | FileKind::District));
        merged.map(|file| (file.path, file.pages, file.district)).collect::<Vec<_>>()
    };
    assert_eq!(made(&job), [("cetak/61.11/uji/uji.pdf".to_owned(), 4, None)]);
    job.binding = Binding::District;
    let kecamatan = |n: usize, pages| (format!("cetak/61.11/uji/kecamatan/uji-{n}.pdf"), pages, Some(format!("Kec {n}")));
    assert_eq!(made(&job), [kecamatan(0, 3), kecamatan(1, 1)]);
    job.binding = Binding::Village;
    assert_eq!(made(&job), []);
}

/// However a piece is bound for the shop, the office finds all its villages in copies for its own printer: by kecamatan where each has a file.
#[test]
fn the_office_has_copies_of_every_village() {
    let (mut format, title) = (format(), located("Uji"));
    (format.marks, format.bleed, format.safe) = (false, 0.0, 6.0);
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(4).into();
    let made = |job: &Job<'_>| {
        let (facts, shelf, said) = print(&house(), job);
        assert_eq!(said, vec![]);
        let copies = facts.unwrap().files.into_iter().filter(|file| file.path.ends_with(OFFICE_ENDING));
        let pages = |path: &str| drawn(file(&shelf, path)).iter().map(Vec::len).collect::<Vec<_>>();
        copies.map(|file| (file.path.trim_start_matches("cetak/61.11/uji/").to_owned(), pages(&file.path))).collect::<Vec<_>>()
    };
    // Two columns and four rows of 100 × 60 mm on an A4, the village's own words on each.
    let whole = ("uji-printer-kantor.pdf".to_owned(), vec![8; 4]);
    let kecamatan = |n: usize, pages| (format!("kecamatan/uji-{n}-printer-kantor.pdf"), vec![8; pages]);
    for (binding, expected) in [
        (Binding::Regency, vec![whole]),
        (Binding::District, vec![kecamatan(0, 3), kecamatan(1, 1)]),
        (Binding::Village, vec![kecamatan(0, 3), kecamatan(1, 1)]),
    ] {
        job.binding = binding;
        assert_eq!(made(&job), expected, "{binding:?}");
    }
}

#[test]
fn a_villages_own_file_does_not_depend_on_its_neighbours() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    let own = |job: &Job<'_>| file(&print(&house(), job).1, "cetak/61.11/uji/desa/61.11.01.2001.pdf").to_vec();
    job.villages = vec![village(1, "Batu Ampar")].into();
    let alone = own(&job);
    job.villages = vec![village(1, "Batu Ampar"), village(2, "Zaïre Qīn"), village(3, "Xu @ 7")].into();
    assert!(own(&job) == alone);
    // The other way round: a name with letters of its own.
    job.villages = vec![village(1, "Zaïre")].into();
    let alone = own(&job);
    job.villages = vec![village(2, "Ōma é"), village(1, "Zaïre"), village(3, "Batu")].into();
    assert!(own(&job) == alone);
}

#[test]
fn the_same_bytes_come_from_one_two_and_five_threads() {
    let (mut format, title) = (format(), located("Uji"));
    format.press_sheet = Some(PressSheet { width: 320.0, height: 480.0, margin: 5.0, gap: 6.0 });
    let mut job = job(&format, &title, "Halo");
    // More than two chunks, so that chunks are made at the same time.
    job.villages = villages(430).into_iter().map(|row| Row { copies: Some(7), ..row }).collect::<Vec<_>>().into();
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let mut files = pool.install(|| print(&house(), &job).1.0);
        // Villages' own files are put as they come.
        files.sort();
        files
    };
    let first = with(1);
    assert!(first.len() > 430);
    assert!(first == with(2));
    assert!(first == with(5));
}

#[test]
fn a_further_village_costs_less_than_a_kilobyte_and_a_half_on_a_plain_sheet() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    let size = |job: &Job<'_>| file(&print(&house(), job).1, "cetak/61.11/uji/uji.pdf").len();
    job.villages = villages(20).into();
    let few = size(&job);
    job.villages = villages(220).into();
    assert!((size(&job) - few) / 200 < 1500, "{}", (size(&job) - few) / 200);
}

#[test]
fn villages_that_fail_hide_no_other_and_leave_nothing() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    let mut rows = villages(430);
    // In the first chunk, after another in it, and in the last.
    for at in [0, 150, 429] {
        rows[at].values.insert("desa.nama".to_owned(), "Nama yang jauh lebih panjang daripada kotaknya".to_owned());
    }
    job.villages = rows.into();
    let (facts, shelf, said) = print(&house(), &job);
    assert_eq!(facts, None);
    assert_eq!(shelf.0.len(), 0);
    let told: Vec<&str> =
        said.iter().filter(|d| d.code == codes::SLOT_OVERSET).flat_map(|d| &d.causes).map(String::as_str).collect();
    for number in [1, 151, 430] {
        assert!(told.iter().any(|cause| cause.contains(&format!("desa `Desa {number}` "))), "{number}: {told:?}");
    }
}

/// What stands on each page of a file of press sheets: the forms that its content draws, and where.
fn drawn(pdf: &[u8]) -> Vec<Vec<(f32, f32, usize)>> {
    let document = Document::load_mem(pdf).unwrap();
    let page = |id: lopdf::ObjectId| {
        let content = lopdf::content::Content::decode(&document.get_page_content(id)).unwrap();
        let (mut at, mut found) = ((0.0, 0.0), Vec::new());
        for operation in content.operations {
            let number = |n: usize| operation.operands[n].as_float().unwrap();
            match operation.operator.as_str() {
                "cm" => at = (number(4), number(5)),
                "Do" => match found.last_mut() {
                    Some((x, y, count)) if (*x, *y) == at => *count += 1,
                    _ => found.push((at.0, at.1, 1)),
                },
                _ => {}
            }
        }
        found
    };
    document.get_pages().into_values().map(page).collect()
}

#[test]
fn a_piece_without_villages_fills_a_press_sheet_with_itself() {
    let (mut format, title) = (format(), located("Uji"));
    format.press_sheet = Some(PressSheet { width: 320.0, height: 480.0, margin: 5.0, gap: 6.0 });
    let job = job(&format, &title, "Halo");
    let (facts, shelf, said) = print(&house(), &job);
    assert_eq!(said, vec![]);
    let sheet = file(&shelf, "cetak/61.11/uji/uji-susun.pdf");
    let pages = drawn(sheet);
    assert_eq!(pages.len(), 1);
    // The paper is turned: four columns of 100 mm and four rows of 60 mm with gaps of 6 mm, not two and seven.
    assert_eq!(pages[0].len(), 16);
    let layout = Layout::of(&format, &Sheet::of(&format, None)).unwrap().unwrap();
    assert_eq!(faults(sheet, &layout.sheet), [""; 0]);
    assert!(facts.unwrap().files.iter().any(|file| file.path.ends_with("-susun.pdf") && file.kind == FileKind::Press));
    let document = Document::load_mem(sheet).unwrap();
    let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
    let of = |name: &[u8]| -> Vec<f32> {
        let values = page.get(name).unwrap().as_array().unwrap();
        values.iter().map(|value| (value.as_float().unwrap() * 25.4 / 72.0 * 10.0).round() / 10.0).collect()
    };
    assert_eq!(of(b"MediaBox"), [0.0, 0.0, 480.0, 320.0]);
    assert_eq!(of(b"TrimBox"), [31.0, 31.0, 449.0, 289.0]);
    assert_eq!(of(b"BleedBox"), [28.0, 28.0, 452.0, 292.0]);
}

#[test]
fn villages_without_counts_are_cut_and_stacked_and_counted_ones_fill_sheets() {
    let (mut format, title) = (format(), located("Uji"));
    format.press_sheet = Some(PressSheet { width: 320.0, height: 210.0, margin: 5.0, gap: 6.0 });
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(10).into();
    let (_, shelf, said) = print(&house(), &job);
    assert_eq!(said, vec![]);
    let pages = drawn(file(&shelf, "cetak/61.11/uji/uji-susun.pdf"));
    // Two columns, three rows: six piles of two sheets; the last pile is empty.
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5]);
    assert!(pages.iter().flatten().all(|(_, _, forms)| *forms == 2), "artwork and slots");
    job.villages = villages(10).into_iter().map(|row| Row { copies: Some(40), ..row }).collect::<Vec<_>>().into();
    let (_, shelf, said) = print(&house(), &job);
    assert_eq!(said, vec![]);
    let sheets = file(&shelf, "cetak/61.11/uji/uji-susun.pdf");
    assert_eq!(drawn(sheets).iter().map(Vec::len).collect::<Vec<_>>(), [6; 10]);
    assert_eq!(bookmarks(sheets)[9], "Desa 10 10");
}

#[test]
fn villages_that_get_no_copies_are_in_nothing_that_goes_to_the_shop() {
    let (mut format, title) = (format(), located("Uji"));
    format.press_sheet = Some(PressSheet { width: 320.0, height: 210.0, margin: 5.0, gap: 6.0 });
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(4).into();
    let pages = |shelf: &Shelf, path: &str| Document::load_mem(file(shelf, path)).unwrap().get_pages().len();
    let (_, shelf, _) = print(&house(), &job);
    let whole = pages(&shelf, "cetak/61.11/uji/uji.pdf");
    let mut rows = villages(4);
    [0, 1, 3].into_iter().for_each(|index: usize| rows[index].copies = Some(40));
    job.villages = rows.into();
    let (facts, shelf, said) = print(&house(), &job);
    assert_eq!(said, vec![]);
    assert_eq!(pages(&shelf, "cetak/61.11/uji/uji.pdf") * 4, whole * 3);
    let named = |path: &str| bookmarks(file(&shelf, path)).join("|");
    assert!(!named("cetak/61.11/uji/uji.pdf").contains("Desa 3"), "{}", named("cetak/61.11/uji/uji.pdf"));
    assert_eq!(drawn(file(&shelf, "cetak/61.11/uji/uji-susun.pdf")).len(), 3);
    // Its own file is made in any case: the office may need it tomorrow.
    assert_eq!(facts.unwrap().villages.files.len(), 4);
}

#[test]
fn a_press_sheet_that_holds_no_copy_is_an_error_of_the_format() {
    let (mut format, title) = (format(), located("Uji"));
    format.press_sheet = Some(PressSheet { width: 90.0, height: 90.0, margin: 5.0, gap: 6.0 });
    let (facts, shelf, said) = print(&house(), &job(&format, &title, "Halo"));
    assert_eq!((facts, shelf.0.len()), (None, 0));
    let told: Vec<(&str, &str)> = said.iter().map(|d| (d.code, d.message.as_str())).collect();
    assert_eq!(told, [(codes::PRESS_SHEET, "lembar 100 × 60 mm tidak muat di kertas cetak 90 × 90 mm")]);
}

#[test]
fn counted_copies_come_with_a_list_and_a_receipt() {
    let (format, title) = (format(), located("Uji"));
    let mut job = job(&format, &title, "Halo");
    job.villages = villages(4).into();
    let lists = |job: &Job<'_>| {
        let files = print(&house(), job).0.unwrap().files.into_iter();
        let files = files.filter(|file| file.kind == FileKind::Office && !file.path.ends_with(OFFICE_ENDING));
        files.map(|file| (file.path, file.pages)).collect::<Vec<_>>()
    };
    assert_eq!(lists(&job), []);
    let mut rows: Vec<Row> =
        (1..=90).map(|n| Row { copies: Some(50), district: villages(1)[0].district.clone(), ..village(n, "Sutera") }).collect();
    rows.extend(villages(6).split_off(3).into_iter().map(|row| Row { copies: Some(1), ..row }));
    job.villages = rows.into();
    let made = lists(&job);
    assert_eq!(made[0].0, "cetak/61.11/uji/uji-daftar-sebar.pdf");
    // Ninety villages take several pages, and the next kecamatan begins its receipt on a new one.
    assert!(made[0].1 >= 2, "{made:?}");
    assert_eq!(made[1], ("cetak/61.11/uji/uji-tanda-terima.pdf".to_owned(), 6));
}
