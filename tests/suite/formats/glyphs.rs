//! Glyphs that are missing: number 0 of a font, the empty box.

use lopdf::content::Content;
use lopdf::{Document, Object};

/// How many missing glyphs the pages and forms of a document show. Fonts are written with two bytes a glyph.
pub(super) fn missing(document: &Document) -> usize {
    count(document, |glyph| glyph == [0, 0])
}

/// How many glyphs of any kind they show.
pub(super) fn all(document: &Document) -> usize {
    count(document, |_| true)
}

fn count(document: &Document, counts: fn(&[u8]) -> bool) -> usize {
    let pages = document.get_pages().into_values().map(|page| document.get_page_content(page));
    let forms = document.objects.values().filter_map(|object| {
        let stream = object.as_stream().ok()?;
        let form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
        form.then(|| stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
    });
    pages.chain(forms).map(|content| shown(&content, counts)).sum()
}

fn shown(content: &[u8], counts: fn(&[u8]) -> bool) -> usize {
    let operations = Content::decode(content).unwrap().operations;
    operations
        .iter()
        .filter(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ"))
        .map(|operation| operation.operands.iter().map(|operand| glyphs(operand, counts)).sum::<usize>())
        .sum()
}

fn glyphs(operand: &Object, counts: fn(&[u8]) -> bool) -> usize {
    match operand {
        Object::String(bytes, _) => bytes.chunks(2).filter(|glyph| counts(glyph)).count(),
        Object::Array(parts) => parts.iter().map(|part| glyphs(part, counts)).sum(),
        _ => 0,
    }
}

#[test]
fn a_missing_glyph_is_found() {
    let zero = |content| shown(content, |glyph| glyph == [0, 0]);
    assert_eq!(zero(b"BT /F0 12 Tf <00030000> Tj [<0001> -20 <0000>] TJ ET"), 2);
    assert_eq!(zero(b"BT /F0 12 Tf <00030100> Tj ET"), 0);
    assert_eq!(shown(b"BT /F0 12 Tf <00030000> Tj [<0001> -20 <0000>] TJ ET", |_| true), 4);
}
