//! The same sheet for the office's own printer: from the finished press file, without bleed and marks, black ink only, on paper that the
//! office has. Nothing is laid out again, so the words stand where they stand on the press sheet.

use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::binder::Result;
use super::contour;
use crate::content::Format;
use crate::content::format::Family;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;
/// What office printers leave white on every edge, in mm (an assumption: 4 to 6 are usual).
const MARGIN: f64 = 6.0;
/// The largest sheet that is still read when it is brought down to A4: A3, width and height in mm.
const LARGEST: (f64, f64) = (297.0, 420.0);
/// Paper that offices have, width and height in mm: A4 and F4.
const PAPERS: [(f64, f64); 2] = [(210.0, 297.0), (215.0, 330.0)];
/// Measures this near are the same, in mm.
const NEAR: f64 = 0.5;
/// How much of each ink an eye takes for darkness, as a part of black. Source: luma weights of ITU-R BT.601 for red, green and blue, which
/// cyan, magenta and yellow take away.
const WEIGHTS: [f32; 3] = [0.299, 0.587, 0.114];
/// How much of the darkness of colours is kept: a ground of full ink would empty a toner cartridge in a hundred sheets. White text on it stays
/// ten times lighter than the ground.
const COLOURS: f32 = 0.6;
/// The tint transform of pictures: four inks in, one grey out, as the weights say (a PostScript calculator, PDF 32000-1, 7.10.5).
const GREY: &str = "{ exch 0.114 mul add exch 0.587 mul add exch 0.299 mul add dup 1 gt { pop 1 } if 1 exch sub }";
/// Content streams of a sheet are far smaller; more is not ours.
const STREAM_LIMIT: usize = 256 << 20;

/// Whether a sheet is also made for office printers: what lies on paper and is at most A3.
pub fn suits(format: &Format) -> bool {
    let (short, long) = (format.width.min(format.height), format.width.max(format.height));
    let paper = !format.is_screen() && format.family != Family::Kartu;
    paper && short <= LARGEST.0 + NEAR && long <= LARGEST.1 + NEAR
}

/// Converts a finished press file.
///
/// # Errors
/// The file is none of ours.
pub fn convert(pdf: &[u8], format: &Format) -> std::io::Result<Vec<u8>> {
    converted(pdf, format).map_err(std::io::Error::other)
}

fn converted(pdf: &[u8], format: &Format) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(pdf)?;
    blacken(&mut document)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in pages {
        fit(&mut document, page, format)?;
    }
    // A reader that offers an output intent for colours would be wrong here.
    let catalog = document.catalog_mut()?;
    catalog.remove(b"OutputIntents");
    catalog.remove(b"Metadata");
    let info = document.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(info) = info.and_then(|info| document.get_dictionary_mut(info)) {
        info.remove(b"GTS_PDFXVersion");
    }
    document.prune_objects();
    document.renumber_objects();
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

/// Exchanges every ink of a document's pages, forms and pictures for as much black. Nobody at an office cuts along a line.
pub(super) fn blacken(document: &mut Document) -> Result<()> {
    document.catalog_mut()?.remove(b"OCProperties");
    let mut streams: BTreeSet<ObjectId> = BTreeSet::new();
    for page in document.get_pages().into_values() {
        streams.extend(document.get_page_contents(page));
    }
    let objects: Vec<ObjectId> = document.objects.keys().copied().collect();
    let mut grey = None;
    for id in objects {
        let Ok(Object::Stream(stream)) = document.get_object(id) else { continue };
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).ok();
        if streams.contains(&id) || kind == Some(b"Form") {
            let content = black_only(&stream.get_plain_content_with_limit(STREAM_LIMIT)?)?;
            if let Object::Stream(stream) = document.get_object_mut(id)? {
                stream.set_plain_content(content);
                stream.compress()?;
            }
        } else if kind == Some(b"Image") {
            let space = *grey.get_or_insert_with(|| grey_space(document));
            if let Object::Stream(stream) = document.get_object_mut(id)? {
                stream.dict.set("ColorSpace", space);
            }
        }
    }
    Ok(())
}

/// The same for a stream of operators that stands alone.
pub(super) fn blackened(stream: &Stream) -> Result<Stream> {
    let mut stream = stream.clone();
    let content = black_only(&stream.get_plain_content_with_limit(STREAM_LIMIT)?)?;
    stream.set_plain_content(content);
    stream.compress()?;
    Ok(stream)
}

/// Exchanges every ink of a content stream for as much black.
fn black_only(content: &[u8]) -> Result<Vec<u8>> {
    let mut content = Content::decode(content)?;
    let mut on_layer = false;
    let mut drawn = Vec::with_capacity(content.operations.len());
    for operation in content.operations {
        let begins = operation.operator == "BDC" && operation.operands.iter().any(is_layer);
        let ends = on_layer && operation.operator == "EMC";
        on_layer |= begins;
        if !on_layer {
            drawn.extend(exchanged(operation));
        }
        on_layer &= !ends;
    }
    content.operations = drawn;
    content.encode()
}

/// Whether an operand names the layer of the line that a knife follows.
fn is_layer(operand: &Object) -> bool {
    operand.as_name().is_ok_and(|name| name == contour::LAYER.as_bytes())
}

/// An operation with black in place of its ink; none for the choice of a colour space, because every ink names its own.
fn exchanged(operation: Operation) -> Option<Operation> {
    let stroke = operation.operator.starts_with(|first: char| first.is_ascii_uppercase());
    let tint = match operation.operator.as_str() {
        "k" | "K" | "sc" | "SC" | "scn" | "SCN" => darkness(&operation.operands),
        "g" | "G" => operation.operands.first().and_then(|grey| grey.as_float().ok()).map(|grey| 1.0 - grey),
        "cs" | "CS" => return None,
        _ => return Some(operation),
    };
    let tint = tint.unwrap_or(1.0).clamp(0.0, 1.0);
    let operands = vec![0.into(), 0.into(), 0.into(), Object::Real((tint * 1000.0).round() / 1000.0)];
    Some(Operation::new(if stroke { "K" } else { "k" }, operands))
}

/// How dark an ink is, 0 to 1: of four plates, or of one spot colour.
fn darkness(operands: &[Object]) -> Option<f32> {
    let parts: Vec<f32> = operands.iter().map(|part| part.as_float().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [tint] => Some(*tint),
        [c, m, y, k] => Some([c, m, y].iter().zip(WEIGHTS).map(|(ink, weight)| *ink * weight).sum::<f32>() * COLOURS + k),
        _ => None,
    }
}

/// A colour space that takes the four inks of a picture for one grey. Its inks have names that no press knows, so that the grey is used.
fn grey_space(document: &mut Document) -> ObjectId {
    let range = |pairs: usize| -> Vec<Object> { (0..pairs * 2).map(|n| Object::from(i64::from(n % 2 == 1))).collect() };
    let function = dictionary! { "FunctionType" => 4, "Domain" => range(4), "Range" => range(1) };
    let function = document.add_object(Stream::new(function, GREY.as_bytes().to_vec()));
    let inks: Vec<Object> = (1..=4).map(|n| Object::Name(format!("Abu{n}").into_bytes())).collect();
    let parts = [Object::Name(b"DeviceN".to_vec()), inks.into(), Object::Name(b"DeviceGray".to_vec()), function.into()];
    document.add_object(Object::Array(parts.to_vec()))
}

/// Puts what lies inside the trim of a page on the paper.
fn fit(document: &mut Document, page: ObjectId, format: &Format) -> Result<()> {
    let placing = placing(format, document.get_dictionary(page)?.get(b"TrimBox")?)?;
    let before = document.add_object(Stream::new(Dictionary::new(), placing.before.into_bytes()).with_compression(false));
    let after = document.add_object(Stream::new(Dictionary::new(), AFTER.to_vec()).with_compression(false));
    let contents = std::iter::once(before).chain(document.get_page_contents(page)).chain([after]);
    let contents: Vec<Object> = contents.map(Object::Reference).collect();
    let dictionary = document.get_dictionary_mut(page)?;
    dictionary.set("Contents", contents);
    for name in BOXES {
        dictionary.set(name, placing.paper.clone());
    }
    dictionary.remove(b"BleedBox");
    Ok(())
}

/// How a sheet lies on the office's paper.
pub(super) struct Placing {
    /// Operators before those of the sheet; [`AFTER`] ends them.
    pub(super) before: String,
    /// The paper as the page's boxes, which are these [`BOXES`].
    pub(super) paper: Object,
}

/// Operators behind those of a sheet.
pub(super) const AFTER: &[u8] = b"\nQ\n";
/// The boxes of a page on the office's paper.
pub(super) const BOXES: [&str; 3] = ["MediaBox", "CropBox", "TrimBox"];

/// Where a sheet with this trim box lies.
pub(super) fn placing(format: &Format, trim: &Object) -> Result<Placing> {
    let trim = trim.as_array()?;
    let side = |at: usize| trim.get(at).and_then(|side| side.as_float().ok()).map_or(0.0, f64::from);
    let (left, bottom, width, height) = (side(0), side(1), side(2) - side(0), side(3) - side(1));
    let (paper_width, paper_height) = paper(format);
    let scale = shrink(format, (paper_width, paper_height));
    let (dx, dy) = ((paper_width * MM - width * scale) / 2.0, (paper_height * MM - height * scale) / 2.0);
    let (x, y) = (dx - left * scale, dy - bottom * scale);
    let before = format!("q {scale:.6} 0 0 {scale:.6} {x:.3} {y:.3} cm {left:.3} {bottom:.3} {width:.3} {height:.3} re W n\n");
    #[allow(clippy::cast_possible_truncation, reason = "a page has at most 14,400 points")]
    let sides: Vec<Object> =
        [0.0, 0.0, paper_width * MM, paper_height * MM].iter().map(|side| Object::Real(*side as f32)).collect();
    Ok(Placing { before, paper: Object::Array(sides) })
}

/// The paper of a sheet, in mm: its own when the office has that, else A4 the same way up.
fn paper(format: &Format) -> (f64, f64) {
    let (short, long) = (format.width.min(format.height), format.width.max(format.height));
    let same = PAPERS.iter().find(|(width, height)| (short - width).abs() < NEAR && (long - height).abs() < NEAR);
    let (short, long) = *same.unwrap_or(&PAPERS[0]);
    if format.width > format.height { (long, short) } else { (short, long) }
}

/// How much smaller the sheet is printed: never larger, and not at all where its own margin is as wide as the printer's.
fn shrink(format: &Format, (width, height): (f64, f64)) -> f64 {
    let own = (format.width - width).abs() < NEAR && (format.height - height).abs() < NEAR;
    if own && format.bleed == 0.0 && format.safe >= MARGIN {
        return 1.0;
    }
    let fits = |paper: f64, sheet: f64| (paper - 2.0 * MARGIN) / sheet;
    fits(width, format.width).min(fits(height, format.height)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_become_as_much_black() {
        let row = [
            ("0.75 1 0.1 0.25 k", "0 0 0 0.744 k"),
            ("0.45 0 0.2 0 K", "0 0 0 0.094 K"),
            ("0 0 0 0 k", "0 0 0 0.0 k"),
            ("0 0 0 1 k", "0 0 0 1.0 k"),
            ("/Pisah cs 0.5 scn", "0 0 0 0.5 k"),
            ("/DeviceCMYK CS 0 0 0 0.2 SC", "0 0 0 0.2 K"),
            ("0.25 g", "0 0 0 0.75 k"),
            ("1 0 0 1 5 5 cm", "1 0 0 1 5 5 cm"),
            ("0 0 0 1 k /OC /PisauOc BDC q 1 SCN 0 0 9 9 re S Q EMC 0 0 0 1 k", "0 0 0 1.0 k 0 0 0 1.0 k"),
        ];
        for (before, after) in row {
            let said = String::from_utf8(black_only(before.as_bytes()).unwrap()).unwrap();
            assert_eq!(said.split_whitespace().collect::<Vec<_>>().join(" "), after, "{before}");
        }
    }
}
