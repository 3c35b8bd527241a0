//! The same sheet for the office's own printer: from the finished press file, without bleed and marks, black ink only, on paper that the
//! office has. Nothing is laid out again, so the words stand where they stand on the press sheet. What is small stands several times on one
//! paper: two A5 on an A4, to be cut in the middle.

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
/// Length of the marks between copies on one paper, in mm.
const MARK: f64 = 4.0;
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
    let add = |document: &mut Document, drawn: Vec<u8>| {
        document.add_object(Stream::new(Dictionary::new(), drawn).with_compression(false))
    };
    let drawn = document.get_page_contents(page);
    let after = add(document, AFTER.to_vec());
    let mut contents = Vec::new();
    for before in placing.before {
        contents.push(add(document, before.into_bytes()));
        contents.extend(&drawn);
        contents.push(after);
    }
    if !placing.marks.is_empty() {
        contents.push(add(document, placing.marks.into_bytes()));
    }
    let contents: Vec<Object> = contents.into_iter().map(Object::Reference).collect();
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
    /// For each copy on the paper, operators before those of the sheet; [`AFTER`] ends them.
    pub(super) before: Vec<String>,
    /// Operators that mark where copies are cut apart, after all of them; empty where there is one.
    pub(super) marks: String,
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
    let Paper { width: paper_width, height: paper_height, columns, rows } = paper(format);
    let (across, down) = (f64::from(columns), f64::from(rows));
    let scale = shrink(format, (paper_width, paper_height), (across, down));
    // All copies together stand in the middle of the paper, edge to edge: one cut parts two.
    let (dx, dy) = ((paper_width * MM - across * width * scale) / 2.0, (paper_height * MM - down * height * scale) / 2.0);
    let copies = (0..rows).flat_map(|row| (0..columns).map(move |column| (f64::from(column), f64::from(row))));
    let before = copies.map(|(column, row)| {
        let (x, y) = (dx + column * width * scale - left * scale, dy + row * height * scale - bottom * scale);
        format!("q {scale:.6} 0 0 {scale:.6} {x:.3} {y:.3} cm {left:.3} {bottom:.3} {width:.3} {height:.3} re W n\n")
    });
    let before = before.collect();
    let ends = |paper: f64| [(MARGIN * MM, (MARGIN + MARK) * MM), ((paper - MARGIN - MARK) * MM, (paper - MARGIN) * MM)];
    let upright = (1..columns)
        .map(|column| dx + f64::from(column) * width * scale)
        .flat_map(|x| ends(paper_height).map(|(from, to)| format!("{x:.3} {from:.3} m {x:.3} {to:.3} l ")));
    let level = (1..rows)
        .map(|row| dy + f64::from(row) * height * scale)
        .flat_map(|y| ends(paper_width).map(|(from, to)| format!("{from:.3} {y:.3} m {to:.3} {y:.3} l ")));
    let mut marks: String = upright.chain(level).collect();
    if !marks.is_empty() {
        marks = format!("q 0 0 0 1 K 0.25 w {marks}S Q\n");
    }
    #[allow(clippy::cast_possible_truncation, reason = "a page has at most 14,400 points")]
    let sides: Vec<Object> =
        [0.0, 0.0, paper_width * MM, paper_height * MM].iter().map(|side| Object::Real(*side as f32)).collect();
    Ok(Placing { before, marks, paper: Object::Array(sides) })
}

/// A paper of the office, in mm, and how many copies stand on it.
#[derive(Debug, PartialEq)]
struct Paper {
    width: f64,
    height: f64,
    columns: u32,
    rows: u32,
}

/// The paper of a sheet: its own when the office has that; A4, turned where it holds more copies; else A4 the same way up.
fn paper(format: &Format) -> Paper {
    let (short, long) = (format.width.min(format.height), format.width.max(format.height));
    let same = PAPERS.iter().find(|(width, height)| (short - width).abs() < NEAR && (long - height).abs() < NEAR);
    let (a, b) = *same.unwrap_or(&PAPERS[0]);
    let upright = format.width <= format.height;
    let one = |(width, height): (f64, f64)| Paper { width, height, columns: 1, rows: 1 };
    let like_sheet = if upright { (a, b) } else { (b, a) };
    if same.is_some() {
        return one(like_sheet);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few copies on a sheet of paper")]
    let many = |paper: f64, side: f64| ((paper + NEAR) / side).floor().max(1.0) as u32;
    let filled = |(width, height): (f64, f64)| Paper {
        width,
        height,
        columns: many(width, format.width),
        rows: many(height, format.height),
    };
    let turned = (like_sheet.1, like_sheet.0);
    let [straight, turned] = [filled(like_sheet), filled(turned)];
    if turned.columns * turned.rows > straight.columns * straight.rows { turned } else { straight }
}

/// How much smaller the sheets are printed: never larger, and not at all where their own margin is as wide as the printer's.
fn shrink(format: &Format, (width, height): (f64, f64), (across, down): (f64, f64)) -> f64 {
    let (all_wide, all_high) = (across * format.width, down * format.height);
    let reaches_edge = all_wide > width - 2.0 * MARGIN || all_high > height - 2.0 * MARGIN;
    let holds = all_wide <= width + NEAR && all_high <= height + NEAR;
    if holds && (!reaches_edge || format.bleed == 0.0 && format.safe >= MARGIN) {
        return 1.0;
    }
    let fits = |paper: f64, sheets: f64| (paper - 2.0 * MARGIN) / sheets;
    fits(width, all_wide).min(fits(height, all_high)).min(1.0)
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

    #[test]
    fn what_is_small_stands_several_times_on_one_paper() {
        let sized = |width: f64, height: f64, bleed: f64, safe: f64| Format {
            width,
            height,
            bleed,
            safe,
            ..crate::print::tests::format()
        };
        let placed = |format: &Format| {
            #[allow(clippy::cast_possible_truncation, reason = "a few hundred points")]
            let trim =
                vec![0.into(), 0.into(), Object::Real((format.width * MM) as f32), Object::Real((format.height * MM) as f32)];
            let placing = placing(format, &Object::Array(trim)).unwrap();
            let scale: f64 = placing.before[0].split(' ').nth(1).unwrap().parse().unwrap();
            (paper(format), placing.before.len(), scale, placing.marks.matches(" l ").count())
        };
        let on = |width: f64, height: f64, columns: u32, rows: u32| Paper { width, height, columns, rows };
        // Two A5 on an A4, at their size where their own margin is wide enough, else a little smaller.
        assert_eq!(placed(&sized(148.0, 210.0, 0.0, 6.0)), (on(297.0, 210.0, 2, 1), 2, 1.0, 2));
        let (paper, copies, scale, _) = placed(&sized(148.0, 210.0, 3.0, 5.0));
        assert_eq!((paper, copies), (on(297.0, 210.0, 2, 1), 2));
        assert!((scale - 198.0 / 210.0).abs() < 0.001, "{scale}");
        // Four postcards; two wide strips below each other.
        assert_eq!(placed(&sized(105.0, 148.0, 0.0, 6.0)), (on(210.0, 297.0, 2, 2), 4, 1.0, 4));
        assert_eq!(placed(&sized(210.0, 148.0, 0.0, 6.0)), (on(210.0, 297.0, 1, 2), 2, 1.0, 2));
        // A4, F4 and A3 stay alone.
        assert_eq!(placed(&sized(210.0, 297.0, 0.0, 10.0)), (on(210.0, 297.0, 1, 1), 1, 1.0, 0));
        assert_eq!(placed(&sized(215.0, 330.0, 0.0, 10.0)), (on(215.0, 330.0, 1, 1), 1, 1.0, 0));
        let (paper, copies, scale, marks) = placed(&sized(297.0, 420.0, 5.0, 10.0));
        assert_eq!((paper, copies, marks), (on(210.0, 297.0, 1, 1), 1, 0));
        assert!((scale - 285.0 / 420.0).abs() < 0.001 || (scale - 198.0 / 297.0).abs() < 0.001, "{scale}");
    }
}
