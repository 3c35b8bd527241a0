//! The rule about inks: everything on a press sheet is DeviceCMYK.

use typst::layout::FrameItem;
use typst::syntax::Span;
use typst::visualize::{Color, Paint, ProcessColor};

use super::finding::{Finding, Findings, Rule, Subject};
use super::rules::box_name;
use crate::print::frames::Item;

pub(super) fn check(subject: &Subject<'_>, item: &Item<'_>, findings: &mut Findings) {
    let mut add = |what: &str, span: Span| {
        let place = subject.inspection.places.of_glyph(subject.inspection.desk, (span, 0));
        let name = format!("{what} {}", box_name(item));
        findings.add(Rule::NotCmyk, &name, Finding { place, file: None, worst: 0.0, words: 0 });
    };
    match item.item {
        FrameItem::Text(text) => {
            let stroke = text.stroke.as_ref().map(|stroke| &stroke.paint);
            if !is_ink(&text.fill) || stroke.is_some_and(|paint| !is_ink(paint)) {
                add("teks", text.glyphs.first().map_or(Span::detached(), |glyph| glyph.span.0));
            }
        }
        FrameItem::Shape(shape, span) => {
            let stroke = shape.stroke.as_ref().map(|stroke| &stroke.paint);
            if [shape.fill.as_ref(), stroke].into_iter().flatten().any(|paint| !is_ink(paint)) {
                add("gambar", *span);
            }
        }
        // Pictures are not converted to inks yet, so none may stand on a press sheet.
        FrameItem::Image(_, _, span) => add("gambar", *span),
        FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
    }
}

fn is_ink(paint: &Paint) -> bool {
    matches!(paint, Paint::Solid(Color::Process(ProcessColor::Cmyk(_))))
}
