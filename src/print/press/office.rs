//! The same sheet for the office's own printer: from the finished press file, without bleed and marks, black ink only, on paper that the
//! office has. Nothing is laid out again, so the words stand where they stand on the press sheet. What is small stands several times on one
//! paper: two A5 on an A4, to be cut in the middle.

use std::borrow::Cow;
use std::collections::BTreeSet;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::binder::Result;
use super::{contour, tiles};
use crate::content::Format;
use crate::content::format::{Family, Side};
use crate::print::geometry::Area;

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
/// From a folded sheet to the marks at which its white edge is cut off and it is folded, and the length of these, in mm.
const FOLD_MARK: (f64, f64) = (1.0, 3.0);
/// What whoever folds a smaller sheet must know: the folds of the whole paper would not meet those of its panels.
const FOLD_NOTE: &str = "potong tepi putih dulu, lalu lipat pada garis";
/// The size of that note, in points.
const NOTE_SIZE: f64 = 6.0;
/// The name of its font on every page. Nothing else of a copy is set here; this one font every reader brings along (PDF 32000-1, 9.6.2.2).
pub(super) const NOTE_FONT: &str = "Catatan";
/// A paper tone, which no printer prints but as stray dots with a rim: so much black and less becomes white.
const PAPER_TONE: f32 = 0.015;
/// Measures this near are the same, in mm.
const NEAR: f64 = 0.5;
/// How much of each ink an eye takes for darkness, as a part of black. Source: luma weights of ITU-R BT.601 for red, green and blue, which
/// cyan, magenta and yellow take away.
const WEIGHTS: [f32; 3] = [0.299, 0.587, 0.114];
/// How much of the darkness of colours is kept: a ground of full ink would empty a toner cartridge in a hundred sheets. White text on it stays
/// ten times lighter than the ground.
const COLOURS: f32 = 0.6;
/// Tones that are ground, neither as light as a tint under text nor as dark as text.
const MIDDLE: (f32, f32) = (0.3, 0.75);
/// The lightest tone of black on which white has a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3), black being as light as toner is: 0.125 of paper.
const LEAST_GROUND: f32 = 0.615;
/// The tint transform of pictures: four inks in, one grey out, as the weights say (a PostScript calculator, PDF 32000-1, 7.10.5).
const GREY: &str = "{ exch 0.114 mul add exch 0.587 mul add exch 0.299 mul add dup 1 gt { pop 1 } if 1 exch sub }";
/// Content streams of a sheet are far smaller; more is not ours.
const STREAM_LIMIT: usize = 256 << 20;

/// Whether a sheet is also made for office printers: what lies on paper and is at most A3, or is printed in parts that are.
pub fn suits(format: &Format) -> bool {
    let format = &*printed(format);
    let (short, long) = (format.width.min(format.height), format.width.max(format.height));
    !format.is_screen() && format.family != Family::Kartu && short <= LARGEST.0 + NEAR && long <= LARGEST.1 + NEAR
}

/// What is printed at once: of a poster that is put together of several sheets one of these.
fn printed(format: &Format) -> Cow<'_, Format> {
    let Some(tile) = tiles::tiles(format).into_iter().next() else { return Cow::Borrowed(format) };
    Cow::Owned(Format { width: tile.lebar / MM, height: tile.tinggi / MM, tiles: None, ..format.clone() })
}

/// Converts a finished press file.
///
/// # Errors
/// The file is none of ours.
pub fn convert(pdf: &[u8], format: &Format) -> std::io::Result<Vec<u8>> {
    converted(pdf, &printed(format)).map_err(std::io::Error::other)
}

fn converted(pdf: &[u8], format: &Format) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(pdf)?;
    blacken(&mut document)?;
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (turn, page) in pages.into_iter().enumerate() {
        fit(&mut document, page, turn, format)?;
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
    let tint = if tint > PAPER_TONE { lifted(tint) } else { 0.0 };
    let operands = vec![0.into(), 0.into(), 0.into(), Object::Real((tint * 1000.0).round() / 1000.0)];
    Some(Operation::new(if stroke { "K" } else { "k" }, operands))
}

/// A middle tone dark enough for the white text that stands on it in colours. What is darker stays darker.
fn lifted(tint: f32) -> f32 {
    let (from, to) = MIDDLE;
    if tint <= from || tint >= to { tint } else { LEAST_GROUND + (tint - from) / (to - from) * (to - LEAST_GROUND) }
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

/// Puts what lies inside the trim of a page on the paper; `turn`: which page of the document it is.
fn fit(document: &mut Document, page: ObjectId, turn: usize, format: &Format) -> Result<()> {
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
    let marks = side(&placing.marks, turn).filter(|marks| !marks.is_empty());
    if let Some(marks) = marks {
        contents.push(add(document, marks.clone().into_bytes()));
        let mut resources = super::binder::resources_of(document, page)?;
        add_note_font(document, &mut resources)?;
        document.get_dictionary_mut(page)?.set("Resources", resources);
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

/// The marks of a page: its side's.
pub(super) fn side<T>(sides: &[T], turn: usize) -> Option<&T> {
    sides.get(turn % sides.len().max(1))
}

/// Adds the font of the note to the resources of a page, which may name their fonts elsewhere.
fn add_note_font(document: &mut Document, resources: &mut Dictionary) -> Result<()> {
    let mut fonts = match resources.get(b"Font") {
        Ok(Object::Reference(id)) => document.get_dictionary(*id)?.clone(),
        Ok(Object::Dictionary(fonts)) => fonts.clone(),
        _ => Dictionary::new(),
    };
    // An object of its own: readers that list fonts look for its number.
    fonts.set(NOTE_FONT, document.add_object(note_font()));
    resources.set("Font", fonts);
    Ok(())
}

/// The font of the note.
pub(super) fn note_font() -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding" }
}

/// How a sheet lies on the office's paper.
pub(super) struct Placing {
    /// For each copy on the paper, operators before those of the sheet; [`AFTER`] ends them.
    pub(super) before: Vec<String>,
    /// For each side, operators that mark where copies are cut apart, or one is cut and folded, after all of them; empty where there is
    /// nothing to mark.
    pub(super) marks: Vec<String>,
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
    let mut apart: String = upright.chain(level).collect();
    if !apart.is_empty() {
        apart = format!("q 0 0 0 1 K 0.25 w {apart}S Q\n");
    }
    let marks = if is_folded(format) && columns * rows == 1 && scale < 1.0 {
        let area = Area { left: dx, top: dy + height * scale, right: dx + width * scale, bottom: dy };
        format.sides.iter().map(|side| fold_marks(side, area, scale)).collect()
    } else {
        vec![apart]
    };
    #[allow(clippy::cast_possible_truncation, reason = "a page has at most 14,400 points")]
    let sides = [0.0, 0.0, paper_width * MM, paper_height * MM].map(|side| Object::Real(side as f32)).to_vec();
    Ok(Placing { before, marks, paper: Object::Array(sides) })
}

/// Whether a sheet has folds.
fn is_folded(format: &Format) -> bool {
    format.sides.iter().any(|side| side.panels.len() > 1)
}

/// What stands in the white edge of a smaller sheet: marks at its corners to cut at, dashed ones at its folds, and what they are for. The
/// area counts upwards, as pages do.
fn fold_marks(side: &Side, area: Area, scale: f64) -> String {
    let (gap, length) = (FOLD_MARK.0 * MM, FOLD_MARK.1 * MM);
    let upright = |x: f64| {
        let ends = [(area.bottom - gap, -length), (area.top + gap, length)];
        ends.map(|(y, by)| format!("{x:.3} {y:.3} m {x:.3} {:.3} l ", y + by)).concat()
    };
    let level = |y: f64| {
        let ends = [(area.left - gap, -length), (area.right + gap, length)];
        ends.map(|(x, by)| format!("{x:.3} {y:.3} m {:.3} {y:.3} l ", x + by)).concat()
    };
    let cuts = [upright(area.left), upright(area.right), level(area.bottom), level(area.top)].concat();
    let mut x = area.left;
    let mut folds = String::new();
    for panel in side.panels.iter().take(side.panels.len().saturating_sub(1)) {
        x += panel.width * MM * scale;
        folds.push_str(&upright(x));
    }
    let (note_x, note_y) = (area.left + length, area.bottom - gap - length * 0.8);
    format!(
        "q 0 0 0 1 K 0.25 w {cuts}S [2 1.5] 0 d {folds}S Q\n\
         BT 0 0 0 0.6 k /{NOTE_FONT} {NOTE_SIZE} Tf {note_x:.3} {note_y:.3} Td ({FOLD_NOTE}) Tj ET\n"
    )
}

/// A paper of the office, in mm, and how many copies stand on it.
#[derive(Debug, PartialEq)]
struct Paper {
    width: f64,
    height: f64,
    columns: u32,
    rows: u32,
}

/// The paper of a sheet: its own when the office has that, or F4 where only that holds it at its own size; A4, turned where it holds more
/// copies; else A4 the same way up.
fn paper(format: &Format) -> Paper {
    let (short, long) = (format.width.min(format.height), format.width.max(format.height));
    let is = |(width, height): &&(f64, f64)| (short - width).abs() < NEAR && (long - height).abs() < NEAR;
    let holds = |(width, height): &&(f64, f64)| short <= width - 2.0 * MARGIN && long <= height - 2.0 * MARGIN;
    let same = PAPERS.iter().find(is).or_else(|| PAPERS.iter().find(holds).filter(|paper| **paper != PAPERS[0]));
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
    // Marks for cutting and folding must be printed too.
    let edge = if is_folded(format) && across * down < 1.5 { MARGIN + FOLD_MARK.0 + FOLD_MARK.1 } else { MARGIN };
    let fits = |paper: f64, sheets: f64| (paper - 2.0 * edge) / sheets;
    fits(width, all_wide).min(fits(height, all_high)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::format::{Panel, Tiles};

    #[test]
    fn inks_become_as_much_black() {
        let row = [
            ("0.75 1 0.1 0.25 k", "0 0 0 0.748 k"),
            ("0.45 0 0.2 0 K", "0 0 0 0.094 K"),
            ("0 0 0 0 k", "0 0 0 0.0 k"),
            ("0 0 0 1 k", "0 0 0 1.0 k"),
            ("/Pisah cs 0.3 scn", "0 0 0 0.3 k"),
            // White stands on the middle tones of the theme, and must be read there in black ink too.
            ("0.62 0.85 0.05 0.08 k", "0 0 0 0.673 k"),
            ("0 0 0 0.31 K", "0 0 0 0.618 K"),
            ("0 0 0 0.76 k", "0 0 0 0.76 k"),
            ("/DeviceCMYK CS 0 0 0 0.2 SC", "0 0 0 0.2 K"),
            ("0.25 g", "0 0 0 0.75 k"),
            // The tone of the paper is no ink; the lightest field beside it stays one.
            ("0 0.02 0.05 0 k", "0 0 0 0.0 k"),
            ("0.12 0 0.06 0 k", "0 0 0 0.026 k"),
            ("1 0 0 1 5 5 cm", "1 0 0 1 5 5 cm"),
            ("0 0 0 1 k /OC /PisauOc BDC q 1 SCN 0 0 9 9 re S Q EMC 0 0 0 1 k", "0 0 0 1.0 k 0 0 0 1.0 k"),
        ];
        for (before, after) in row {
            let said = String::from_utf8(black_only(before.as_bytes()).unwrap()).unwrap();
            assert_eq!(said.split_whitespace().collect::<Vec<_>>().join(" "), after, "{before}");
        }
    }

    /// A poster of two sheets is printed sheet by sheet, each at its own size on F4: shrunk to A4 they would not meet at the line.
    #[test]
    fn a_poster_of_two_sheets_is_printed_in_its_own_size() {
        let tiles = Some(Tiles { columns: 1, rows: 2, overlap: 10.0 });
        let poster = Format { width: 310.0, height: 394.0, bleed: 0.0, safe: 6.0, tiles, ..crate::print::tests::format() };
        assert!(suits(&poster));
        assert!(!suits(&Format { tiles: None, ..poster.clone() }), "the same in one piece is larger than A3");
        assert_eq!(paper(&printed(&poster)), Paper { width: 330.0, height: 215.0, columns: 1, rows: 1 });
        assert!((shrink(&printed(&poster), (330.0, 215.0), (1.0, 1.0)) - 1.0).abs() < f64::EPSILON);
        assert!(!suits(&Format { width: 500.0, ..poster }), "sheets larger than A3");
    }

    /// The trifold leaflet on A4: each side has two dashed marks at each of its own folds, eight at the corners, and the note that says so.
    #[test]
    fn a_smaller_leaflet_says_where_it_is_cut_and_folded() {
        let panel = |id: &str, width| Panel { id: id.to_owned(), width };
        let side = |name: &str, panels: [f64; 3]| Side {
            name: name.to_owned(),
            panels: panels.map(|width| panel(name, width)).to_vec(),
        };
        let sides = vec![side("luar", [97.0, 100.0, 100.0]), side("dalam", [100.0, 100.0, 97.0])];
        let leaflet = Format { width: 297.0, height: 210.0, bleed: 3.0, safe: 5.0, sides, ..crate::print::tests::format() };
        #[allow(clippy::cast_possible_truncation, reason = "a few hundred points")]
        let trim = Object::Array([0.0, 0.0, 297.0 * MM, 210.0 * MM].map(|side| Object::Real(side as f32)).to_vec());
        let placing = placing(&leaflet, &trim).unwrap();
        // 6 mm of the printer and 4 mm for the marks above and below: 190 of 210 mm.
        let scale = 190.0 / 210.0;
        assert!(placing.before[0].starts_with(&format!("q {scale:.6} 0 0 {scale:.6} ")), "{}", placing.before[0]);
        let left = (297.0 - 297.0 * scale) / 2.0;
        for (marks, folds) in placing.marks.iter().zip([[97.0, 197.0], [100.0, 200.0]]) {
            assert!(marks.contains(&format!("({FOLD_NOTE}) Tj")), "{marks}");
            assert!(
                marks.contains(&format!("{:.3} {:.3} m {:.3} {:.3} l ", left * MM, 9.0 * MM, left * MM, 6.0 * MM)),
                "{marks}"
            );
            let dashed = marks.split(" d ").nth(1).unwrap();
            let places: Vec<&str> = dashed.split(" m ").skip(1).map(|line| line.split(' ').next().unwrap()).collect();
            let expected = folds.map(|fold| format!("{:.3}", (left + fold * scale) * MM));
            assert_eq!(places, [&expected[0], &expected[0], &expected[1], &expected[1]], "{marks}");
            assert_eq!(marks.matches(" l ").count(), 12, "{marks}");
        }
        assert_eq!(placing.marks.len(), 2);
        // One that needs not be smaller is folded as its paper is.
        let plain = super::placing(&Format { bleed: 0.0, safe: 6.0, ..leaflet }, &trim).unwrap();
        assert_eq!(plain.marks, [""]);
    }

    #[test]
    fn what_is_small_stands_several_times_on_one_paper() {
        let sized = |width: f64, height: f64, bleed: f64, safe: f64| Format {
            width,
            height,
            bleed,
            safe,
            sides: vec![],
            ..crate::print::tests::format()
        };
        let placed = |format: &Format| {
            #[allow(clippy::cast_possible_truncation, reason = "a few hundred points")]
            let trim =
                vec![0.into(), 0.into(), Object::Real((format.width * MM) as f32), Object::Real((format.height * MM) as f32)];
            let placing = placing(format, &Object::Array(trim)).unwrap();
            let scale: f64 = placing.before[0].split(' ').nth(1).unwrap().parse().unwrap();
            (paper(format), placing.before.len(), scale, placing.marks.concat().matches(" l ").count())
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
