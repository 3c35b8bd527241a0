//! Rules about inks: everything on a press sheet is DeviceCMYK, no spot takes more ink than dries, and what is photocopied is
//! black without large fields.

use typst::layout::FrameItem;
use typst::syntax::Span;
use typst::visualize::{Cmyk, Color, Paint, ProcessColor, Shape};

use super::finding::{Finding, Findings, Rule, Subject};
use super::ground::share;
use super::rules::box_name;
use crate::print::frames::{Item, MARKS, QR};
use crate::print::tokens::MAX_INK;

/// A field of this much black or more is a solid: what is lighter is a screen of dots.
const SOLID: f32 = 0.4;
/// The most of a photocopied sheet that solids may cover, in percent: toner is made for pages of 5 % (ISO/IEC 19752), and a copier
/// lays larger fields unevenly.
pub(crate) const MOST_SOLID: f64 = 5.0;

/// Checks an item's inks; gives the part of the sheet that it covers with solid black, 0 to 1.
pub(super) fn check(subject: &Subject<'_>, item: &Item<'_>, findings: &mut Findings) -> f64 {
    let marks = item.boxes.iter().any(|boxed| boxed.label == MARKS);
    let (what, paints, span) = match item.item {
        FrameItem::Text(text) => {
            let stroke = text.stroke.as_ref().map(|stroke| &stroke.paint);
            ("teks", [Some(&text.fill), stroke], text.glyphs.first().map_or(Span::detached(), |glyph| glyph.span.0))
        }
        FrameItem::Shape(shape, span) => {
            let stroke = shape.stroke.as_ref().map(|stroke| &stroke.paint);
            ("gambar", [shape.fill.as_ref(), stroke], *span)
        }
        // Pictures are converted after this look at the sheet; what can't be is an error of its own.
        FrameItem::Image(..) | FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(_) => return 0.0,
    };
    for paint in paints.into_iter().flatten() {
        match ink(paint) {
            None => add(subject, item, Rule::NotCmyk, what, (0.0, span), findings),
            // Registration marks stand on every plate; they are cut off.
            Some(_) if marks => {}
            Some(ink) => check_ink(subject, item, what, (ink, span), findings),
        }
    }
    match item.item {
        FrameItem::Shape(shape, _) if subject.inspection.job.format.one_ink && !marks => solid(subject, item, shape),
        _ => 0.0,
    }
}

fn check_ink(subject: &Subject<'_>, item: &Item<'_>, what: &str, (ink, span): (Cmyk, Span), findings: &mut Findings) {
    let total = f64::from(ink.c + ink.m + ink.y + ink.k) * 100.0;
    if total > f64::from(MAX_INK) + 0.5 {
        add(subject, item, Rule::HeavyFill, what, (total, span), findings);
    }
    let colours = ink.c.max(ink.m).max(ink.y);
    if subject.inspection.job.format.one_ink && colours > 0.0 {
        add(subject, item, Rule::SecondInk, what, (0.0, span), findings);
    }
}

/// The part of the sheet that a shape covers with solid black. A code is no field: half of it is white.
fn solid(subject: &Subject<'_>, item: &Item<'_>, shape: &Shape) -> f64 {
    let black = shape.fill.as_ref().and_then(ink).is_some_and(|ink| ink.k >= SOLID);
    if black && item.inside(QR).is_none() { share(item, shape, subject.inspection.sheet.trim) } else { 0.0 }
}

fn add(subject: &Subject<'_>, item: &Item<'_>, rule: Rule, what: &str, (worst, span): (f64, Span), findings: &mut Findings) {
    let place = subject.inspection.places.of_glyph(subject.inspection.desk, (span, 0));
    let name = format!("{what} {}", box_name(item));
    findings.add(rule, &name, Finding { place, file: None, worst, words: 0 });
}

fn ink(paint: &Paint) -> Option<Cmyk> {
    match paint {
        Paint::Solid(Color::Process(ProcessColor::Cmyk(ink))) => Some(*ink),
        _ => None,
    }
}
