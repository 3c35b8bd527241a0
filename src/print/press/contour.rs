//! The line that a knife follows around a sticker: drawn along the trim after everything else, as a separation of its own on a layer of its
//! own, printing over what lies below.
//!
//! A cutter finds it by the name of its ink, letter by letter (`CutContour` at most shops), and nobody prints it. Readers can hide the layer. It
//! is no part of the artwork: no picture, preview or copy for the office shows it.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::binder::Result;
use crate::print::geometry::{PT_PER_MM, Sheet};
use crate::print::job::CutLine;

/// How thick it is, in points: a hairline, which cutters ask for.
const WIDTH: f64 = 0.25;
/// What it looks like on a screen and on a proof: magenta, as is usual.
const SHOWN: [i64; 4] = [0, 1, 0, 0];
/// How far a Bézier handle reaches for a quarter of a circle, as a part of its radius.
const ROUND: f64 = 0.552_284_75;
/// The names of the line's resources on a page.
const STATE: &str = "PisauGs";
const SPACE: &str = "PisauCs";
pub(super) const LAYER: &str = "PisauOc";

/// Draws the line on every page of the artwork; gives the file and the number of the layer in it.
pub(crate) fn draw(pdf: &[u8], sheet: &Sheet, line: &CutLine) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(pdf)?;
    let state = document.add_object(dictionary! { "Type" => "ExtGState", "OP" => true, "op" => true, "OPM" => 1 });
    let space = separation(&mut document, &line.ink);
    let layer = document.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal(line.ink.as_str()) });
    let content = document.add_object(Stream::new(Dictionary::new(), operators(sheet, line).into_bytes()));
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in pages {
        // What Typst leaves of its own state does not reach the line.
        let before = document.add_object(Stream::new(Dictionary::new(), b"q\n".to_vec()));
        let after = document.add_object(Stream::new(Dictionary::new(), b"\nQ\n".to_vec()));
        let drawn = document.get_page_contents(page);
        let contents = std::iter::once(before).chain(drawn).chain([after, content]);
        let contents: Vec<Object> = contents.map(Object::Reference).collect();
        let mut resources = super::binder::resources_of(&document, page)?;
        for (kind, name, id) in [("ExtGState", STATE, state), ("ColorSpace", SPACE, space), ("Properties", LAYER, layer)] {
            let mut list = resources.get_deref(kind.as_bytes(), &document).and_then(Object::as_dict).cloned().unwrap_or_default();
            list.set(name, Object::Reference(id));
            resources.set(kind, list);
        }
        let page = document.get_dictionary_mut(page)?;
        page.set("Contents", contents);
        page.set("Resources", resources);
    }
    document.catalog_mut()?.set("OCProperties", layers(Object::Reference(layer), &line.ink));
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// What a catalog says of the layer.
pub(super) fn layers(layer: Object, name: &str) -> Dictionary {
    let shown = dictionary! {
        "Name" => Object::string_literal(name),
        "Order" => vec![layer.clone()],
        "ON" => vec![layer.clone()],
    };
    dictionary! { "OCGs" => vec![layer], "D" => shown }
}

/// The layer of a document, where [`draw`] made one.
pub(super) fn layer_of(document: &Document) -> Option<(ObjectId, String)> {
    let layers = document.catalog().ok()?.get_deref(b"OCProperties", document).ok()?.as_dict().ok()?;
    let id = layers.get(b"OCGs").and_then(Object::as_array).ok()?.first()?.as_reference().ok()?;
    let name = document.get_dictionary(id).ok()?.get(b"Name").and_then(Object::as_str).ok()?;
    Some((id, String::from_utf8_lossy(name).into_owned()))
}

/// The ink as a separation; a press without it would show magenta.
fn separation(document: &mut Document, ink: &str) -> ObjectId {
    let numbers = |numbers: &[i64]| Object::Array(numbers.iter().map(|number| Object::from(*number)).collect());
    let tint = document.add_object(dictionary! {
        "FunctionType" => 2,
        "Domain" => numbers(&[0, 1]),
        "C0" => numbers(&[0, 0, 0, 0]),
        "C1" => numbers(&SHOWN),
        "N" => 1,
    });
    let name = |name: &str| Object::Name(name.as_bytes().to_vec());
    document.add_object(Object::Array(vec![name("Separation"), name(ink), name("DeviceCMYK"), Object::Reference(tint)]))
}

/// The trim with round corners, stroked and not filled.
fn operators(sheet: &Sheet, line: &CutLine) -> String {
    let media = sheet.media;
    let (left, right) = ((sheet.trim.left - media.left) / sheet.scale, (sheet.trim.right - media.left) / sheet.scale);
    let (bottom, top) = ((media.bottom - sheet.trim.bottom) / sheet.scale, (media.bottom - sheet.trim.top) / sheet.scale);
    let radius = line.radius * PT_PER_MM / sheet.scale;
    let handle = radius * (1.0 - ROUND);
    let mut out = format!("/OC /{LAYER} BDC\nq /{STATE} gs /{SPACE} CS 1 SCN {WIDTH} w 0 J 1 j [] 0 d\n");
    if radius == 0.0 {
        let _ = writeln!(out, "{left:.3} {bottom:.3} {:.3} {:.3} re", right - left, top - bottom);
    } else {
        // Counter-clockwise from the lower edge: an edge, then the corner at its end.
        let corners = [
            (right, bottom, (-1.0, 0.0), (0.0, 1.0)),
            (right, top, (0.0, -1.0), (-1.0, 0.0)),
            (left, top, (1.0, 0.0), (0.0, -1.0)),
            (left, bottom, (0.0, 1.0), (1.0, 0.0)),
        ];
        let _ = writeln!(out, "{:.3} {bottom:.3} m", left + radius);
        for (x, y, (bx, by), (ax, ay)) in corners {
            let _ = writeln!(out, "{:.3} {:.3} l", x + bx * radius, y + by * radius);
            let points = [(bx * handle, by * handle), (ax * handle, ay * handle), (ax * radius, ay * radius)];
            for (dx, dy) in points {
                let _ = write!(out, "{:.3} {:.3} ", x + dx, y + dy);
            }
            out.push_str("c\n");
        }
        out.push_str("h\n");
    }
    out.push_str("S Q\nEMC\n");
    out
}
