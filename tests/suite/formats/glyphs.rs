//! Glyphs that are missing: number 0 of a font, the empty box.

use lopdf::content::Content;
use lopdf::{Document, Object};

/// How many missing glyphs the pages and forms of a document show. Fonts are written with two bytes a glyph.
pub(super) fn missing(document: &Document) -> usize {
    let pages = document.get_pages().into_values().map(|page| document.get_page_content(page));
    let forms = document.objects.values().filter_map(|object| {
        let stream = object.as_stream().ok()?;
        let form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
        form.then(|| stream.decompressed_content().unwrap_or_else(|_| stream.content.clone()))
    });
    pages.chain(forms).map(|content| shown(&content)).sum()
}

fn shown(content: &[u8]) -> usize {
    let operations = Content::decode(content).unwrap().operations;
    operations
        .iter()
        .filter(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ"))
        .map(|operation| operation.operands.iter().map(zeros).sum::<usize>())
        .sum()
}

fn zeros(operand: &Object) -> usize {
    match operand {
        Object::String(bytes, _) => bytes.chunks(2).filter(|glyph| *glyph == [0, 0]).count(),
        Object::Array(parts) => parts.iter().map(zeros).sum(),
        _ => 0,
    }
}

#[test]
fn a_missing_glyph_is_found() {
    assert_eq!(shown(b"BT /F0 12 Tf <00030000> Tj [<0001> -20 <0000>] TJ ET"), 2);
    assert_eq!(shown(b"BT /F0 12 Tf <00030100> Tj ET"), 0);
}
