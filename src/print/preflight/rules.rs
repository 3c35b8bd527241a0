//! Rules about places on the sheet: boxes, folds, edges, and the size of QR codes.

use typst::layout::{FrameItem, Point};

use super::finding::{Finding, Findings, Rule, Subject};
use super::text::TOLERANCE;
use crate::print::frames::{BOX, Boxed, HEADLINE, Item, PANEL, QR, place_area};
use crate::print::geometry::{Area, FOLD_CLEARANCE, PT_PER_MM};

/// What a box is called in messages: its panel, else its own name.
pub(super) fn box_name(item: &Item<'_>) -> String {
    let inner = |prefix| item.inside(prefix).map(|(_, name)| name.to_owned());
    match (inner(PANEL), inner(HEADLINE).or_else(|| inner(BOX))) {
        (Some(panel), _) => format!("panel `{panel}`"),
        (None, Some(name)) => format!("`{name}`"),
        (None, None) => "di luar kotak".to_owned(),
    }
}

/// Text or a code on a fold, or where the knife may come.
pub(super) fn position(subject: &Subject<'_>, name: &str, ink: Area, finding: Finding, findings: &mut Findings) {
    let sheet = subject.inspection.sheet;
    let clearance = FOLD_CLEARANCE * PT_PER_MM - TOLERANCE;
    let folds = sheet.sides.get(subject.page).map(|side| side.folds.as_slice()).unwrap_or_default();
    let on_fold = folds.iter().any(|fold| ink.left < fold + clearance && ink.right > fold - clearance);
    let safe = sheet.safe;
    let outside = [safe.left - ink.left, safe.top - ink.top, ink.right - safe.right, ink.bottom - safe.bottom]
        .into_iter()
        .fold(0.0, f64::max);
    if on_fold {
        findings.add(Rule::OnFold, name, finding);
    } else if outside > TOLERANCE {
        findings.add(Rule::UnsafeZone, name, Finding { worst: outside / PT_PER_MM, ..finding });
    }
}

/// Drawings in a closed box: rules of tables, pictures and codes count as content.
pub(super) fn drawing(subject: &Subject<'_>, item: &Item<'_>, findings: &mut Findings) {
    let Some((closed, _)) = item.inside(BOX) else {
        return;
    };
    let (area, span) = match item.item {
        FrameItem::Image(_, size, span) => (place_area(item.transform, Point::zero(), *size), *span),
        FrameItem::Shape(shape, span) => {
            let bounds = shape.bbox(false);
            (place_area(item.transform, bounds.min, bounds.size()), *span)
        }
        FrameItem::Group(_) | FrameItem::Text(_) | FrameItem::Link(..) | FrameItem::Tag(_) => return,
    };
    let below = area.bottom - closed.area.bottom;
    if below > TOLERANCE {
        let place = subject.inspection.places.of_glyph(subject.inspection.desk, (span, 0));
        let finding = Finding { place, file: None, worst: below / PT_PER_MM, words: 0 };
        findings.add(Rule::Overset, &box_name(item), finding);
    }
}

/// A box for a code: large enough for its address, and clear of folds and edges.
pub(super) fn code(subject: &Subject<'_>, boxed: &Boxed, findings: &mut Findings) {
    let job = subject.inspection.job;
    // A village's box has no address yet; it is checked with every village's slots.
    let Some(address) = boxed.label.strip_prefix(QR) else {
        return;
    };
    let finding = |worst| Finding { place: None, file: None, worst, words: 0 };
    let width = boxed.area.width().min(boxed.area.height()) / PT_PER_MM;
    if let (Some(spec), Some(matrix)) = (&job.format.qr, subject.inspection.codes.get(address)) {
        #[allow(clippy::cast_precision_loss, reason = "at most 185 modules")]
        let module = width / matrix.full_size() as f64;
        if module < spec.min_module - 0.001 {
            findings.add(Rule::SmallModule, "qr", finding(module));
        }
        if width < spec.width - 0.1 {
            findings.add(Rule::SmallCode, "qr", finding(width));
        }
    }
    position(subject, "kode QR", boxed.area, finding(0.0), findings);
}
