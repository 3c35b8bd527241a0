//! The line that a knife follows, in every file that goes to the shop and in no other.

use lopdf::content::Content;
use lopdf::{Document, Object};

use crate::content::format::PressSheet;
use crate::print::geometry::{PT_PER_MM, Sheet};
use crate::print::job::CutLine;
use crate::print::press::inspect::faults;
use crate::print::tests::{PLAIN, Shelf, format, house_with, job, located, print, village};
use crate::print::{Job, geometry::media_margin};

const INK: &str = "CutContour";

fn with_line<'a>(job: Job<'a>) -> Job<'a> {
    Job { contour: Some(CutLine { ink: INK.to_owned(), radius: 3.0 }), ..job }
}

fn file<'s>(shelf: &'s Shelf, ending: &str) -> &'s [u8] {
    &shelf.0.iter().find(|(path, _)| path.ends_with(ending)).unwrap_or_else(|| panic!("no {ending}")).1
}

/// Separations of the file, by name, that fall back to the inks of the press.
fn separations(document: &Document) -> Vec<String> {
    let spaces = document.objects.values().filter_map(|object| object.as_array().ok());
    let named = spaces.filter_map(|parts| {
        let name = |at: usize| parts.get(at).and_then(|part| part.as_name().ok()).map(String::from_utf8_lossy);
        (name(0)? == "Separation" && name(2)? == "DeviceCMYK").then(|| name(1).map(String::from)).flatten()
    });
    named.collect()
}

/// The names of the layers that the catalog lists and shows.
fn layers(document: &Document) -> Vec<String> {
    let Ok(properties) = document.catalog().unwrap().get_deref(b"OCProperties", document) else { return vec![] };
    let properties = properties.as_dict().unwrap();
    let groups = properties.get(b"OCGs").and_then(Object::as_array).unwrap();
    assert_eq!(properties.get(b"D").and_then(Object::as_dict).unwrap().get(b"ON").and_then(Object::as_array).unwrap(), groups);
    let name = |group: &Object| {
        let group = document.get_dictionary(group.as_reference().unwrap()).unwrap();
        assert!(group.has_type(b"OCG"));
        String::from_utf8_lossy(group.get(b"Name").and_then(Object::as_str).unwrap()).into_owned()
    };
    groups.iter().map(name).collect()
}

/// The streams in which a line is drawn: pages or forms.
fn lines(document: &Document) -> Vec<Vec<lopdf::content::Operation>> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let drawn = streams.filter_map(|stream| Content::decode(&stream.get_plain_content().ok()?).ok());
    let is_line = |content: &Content| content.operations.iter().any(|one| one.operator == "SCN");
    drawn.filter(is_line).map(|content| content.operations).collect()
}

#[test]
fn the_line_is_a_spot_colour_on_its_own_layer_along_the_trim() {
    let (format, title) = (format(), located("Uji"));
    let (_, shelf, said) = print(&house_with(PLAIN), &with_line(job(&format, &title, "Halo")));
    assert_eq!(said, vec![]);
    let pdf = file(&shelf, "uji/uji.pdf");
    assert_eq!(faults(pdf, &Sheet::of(&format, None)), [""; 0]);
    let document = Document::load_mem(pdf).unwrap();
    assert_eq!((separations(&document), layers(&document)), (vec![INK.to_owned()], vec![INK.to_owned()]));
    let overprints = |object: &Object| {
        let state = object.as_dict().ok()?;
        Some(state.get(b"OP").ok()?.as_bool().ok()? && state.get(b"OPM").ok()?.as_i64().ok()? == 1)
    };
    assert_eq!(document.objects.values().filter_map(overprints).collect::<Vec<_>>(), [true]);
    let lines = lines(&document);
    let [line] = lines.as_slice() else { panic!("{} lines", lines.len()) };
    let operators: Vec<&str> = line.iter().map(|one| one.operator.as_str()).collect();
    assert_eq!(operators.first().zip(operators.last()), Some((&"BDC", &"EMC")));
    assert_eq!(operators.iter().filter(|one| **one == "c").count(), 4, "four round corners");
    assert!(operators.contains(&"S") && !operators.iter().any(|one| ["f", "B", "b"].contains(one)), "stroked, not filled");
    let points = line.iter().filter(|one| ["m", "l"].contains(&one.operator.as_str()));
    let points: Vec<f64> = points.map(|one| f64::from(one.operands[0].as_float().unwrap())).collect();
    let margin = media_margin(&format) * PT_PER_MM;
    let (left, right) = points.iter().fold((f64::MAX, 0.0_f64), |(left, right), x| (left.min(*x), right.max(*x)));
    assert!((left - margin).abs() < 0.01 && (right - margin - 100.0 * PT_PER_MM).abs() < 0.01, "{left} {right}");
}

#[test]
fn merged_files_and_press_sheets_hold_it_and_the_offices_copy_does_not() {
    let (mut format, title) = (format(), located("Uji"));
    (format.marks, format.press_sheet) = (false, Some(PressSheet { width: 320.0, height: 480.0, margin: 5.0, gap: 6.0 }));
    let mut job = with_line(job(&format, &title, "Halo"));
    job.villages = vec![village(1, "Satu"), village(2, "Dua")].into();
    let (_, shelf, said) = print(&house_with(PLAIN), &job);
    assert_eq!(said, vec![]);
    for (ending, expected) in
        [("uji/uji.pdf", 1), ("uji-susun.pdf", 1), ("desa/61.11.01.2001.pdf", 1), ("uji-printer-kantor.pdf", 0)]
    {
        let document = Document::load_mem(file(&shelf, ending)).unwrap();
        assert_eq!((lines(&document).len(), layers(&document).len()), (expected, expected), "{ending}");
    }
}

/// What readers and pictures show has no line: the same bytes as without.
#[test]
fn pictures_and_screens_do_not_show_it() {
    let (format, title) = (format(), located("Uji"));
    let plain = print(&house_with(PLAIN), &job(&format, &title, "Halo")).1.0;
    let cut = print(&house_with(PLAIN), &with_line(job(&format, &title, "Halo"))).1.0;
    for ((path, before), (_, after)) in plain.iter().zip(&cut) {
        assert_eq!(before == after, !path.ends_with("uji/uji.pdf"), "{path}");
    }
}
