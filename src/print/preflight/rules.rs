//! Rules about places on the sheet: boxes, folds, edges, what finishing takes, where the sheet is put together; and the size of
//! pictures and QR codes.

use typst::layout::{FrameItem, Point};
use typst::visualize::ImageKind;

use super::finding::{Finding, Findings, Rule, Subject};
use super::text::TOLERANCE;
use crate::content::Format;
use crate::diagnostics::quoted;
use crate::print::frames::{BOX, Boxed, HEADLINE, Item, PANEL, QR, VILLAGE_QR, place_area};
use crate::print::geometry::{Area, FOLD_CLEARANCE, Obstacle, PT_PER_MM};

/// A code is scanned from at most ten times its width: the rule of thumb of all who make codes.
pub(crate) const SCAN_REACH: f64 = 10.0;
/// From this distance on, in m, nobody takes out a phone: a code would have to be two metres wide.
pub(super) const BEYOND_SCANNING: f64 = 20.0;

/// What a box is called in messages: its panel, else its own name.
pub(super) fn box_name(item: &Item<'_>) -> String {
    let inner = |prefix| item.inside(prefix).map(|(_, name)| name.to_owned());
    match (inner(PANEL), inner(HEADLINE).or_else(|| inner(BOX))) {
        (Some(panel), _) => format!("panel `{panel}`"),
        (None, Some(name)) => format!("`{name}`"),
        (None, None) => "di luar kotak".to_owned(),
    }
}

/// Text or a code on a fold, where finishing comes, or where the knife may.
pub(super) fn position(subject: &Subject<'_>, name: &str, ink: Area, finding: Finding, findings: &mut Findings) {
    let sheet = subject.inspection.sheet;
    let clearance = FOLD_CLEARANCE * PT_PER_MM - TOLERANCE;
    let folds = sheet.sides.get(subject.page).map(|side| side.folds.as_slice()).unwrap_or_default();
    let on_fold = folds.iter().any(|fold| ink.left < fold + clearance && ink.right > fold - clearance);
    // The pocket lies over the hem, and rings are punched through both: what reaches farthest is told.
    let taken = [Obstacle::Sleeve, Obstacle::Hem, Obstacle::Eyelet].into_iter().find(|obstacle| {
        sheet.keep_outs.iter().any(|keep_out| keep_out.obstacle == *obstacle && keep_out.area.inset(TOLERANCE).meets(ink))
    });
    let safe = sheet.safe;
    let outside = [safe.left - ink.left, safe.top - ink.top, ink.right - safe.right, ink.bottom - safe.bottom]
        .into_iter()
        .fold(0.0, f64::max);
    if on_fold {
        findings.add(Rule::OnFold, name, finding);
    } else if let Some(obstacle) = taken {
        findings.add(Rule::InFinishing(obstacle), name, finding);
    } else if outside > TOLERANCE {
        findings.add(Rule::UnsafeZone, name, Finding { worst: outside / PT_PER_MM, ..finding });
    }
}

/// A word or a code where strips of a roll or sheets of a poster are put together. `finding` is made only when it is.
pub(super) fn seams(subject: &Subject<'_>, name: &str, ink: Area, finding: &dyn Fn() -> Finding, findings: &mut Findings) {
    for seam in &subject.inspection.sheet.seams {
        let reach = seam.reach - TOLERANCE;
        let (first, last) = if seam.horizontal { (ink.top, ink.bottom) } else { (ink.left, ink.right) };
        if first < seam.at + reach && last > seam.at - reach {
            let rule = seam.roll.map_or(Rule::OnJoin, |_| Rule::OnSeam);
            let worst = seam.roll.unwrap_or_default() / 1000.0;
            findings.add(rule, name, Finding { worst, ..finding() });
        }
    }
}

/// A photo that is too coarse where it stands.
pub(super) fn picture(subject: &Subject<'_>, item: &Item<'_>, findings: &mut Findings) {
    let FrameItem::Image(image, size, span) = item.item else { return };
    let ImageKind::Raster(raster) = image.kind() else { return };
    let t = item.transform;
    let (wide, high) = (t.sx.get().hypot(t.ky.get()), t.kx.get().hypot(t.sy.get()));
    let density = |pixels: f64, length: f64| pixels / (length / 72.0);
    let least = density(image.width(), size.x.to_pt() * wide).min(density(image.height(), size.y.to_pt() * high));
    if least < subject.inspection.job.format.resolution - 0.5 {
        // A logo is drawn by the theme: told is the office's file and who asked for it, not a line of the template.
        let mut given = subject.inspection.job.pictures.iter();
        let given = given.find(|(_, file)| raster.data().as_slice() == file.bytes.as_ref());
        let (name, place) = match given {
            Some((path, file)) => {
                let size = format!("{} × {} piksel", image.width(), image.height());
                (format!("{} ({size})", quoted(path)), Some(file.place.clone()))
            }
            None => (box_name(item), subject.inspection.places.of_glyph(subject.inspection.desk, (*span, 0))),
        };
        findings.add(Rule::CoarsePicture, &name, Finding { place, file: None, worst: least, words: 0 });
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

/// A box for a code: large enough for its address and its distance, and clear of folds, edges and joins.
pub(super) fn code(subject: &Subject<'_>, boxed: &Boxed, findings: &mut Findings) {
    let format = &subject.inspection.job.format;
    let finding = |worst| Finding { place: None, file: None, worst, words: 0 };
    if boxed.label == VILLAGE_QR && subject.village.is_none() {
        // The box is the same for all villages; its address is checked with every village's slots.
        seams(subject, "kode QR", boxed.area, &|| finding(0.0), findings);
    }
    let Some(address) = boxed.label.strip_prefix(QR) else {
        return;
    };
    let width = boxed.area.width().min(boxed.area.height()) / PT_PER_MM;
    if let (Some(spec), Some(matrix)) = (&format.qr, subject.inspection.codes.get(address)) {
        #[allow(clippy::cast_precision_loss, reason = "at most 185 modules")]
        let module = width / matrix.full_size() as f64;
        if module < spec.min_module - 0.001 {
            findings.add(Rule::SmallModule, "qr", finding(module));
        }
        if width < spec.width - 0.1 {
            findings.add(Rule::SmallCode, "qr", finding(width));
        }
    }
    // A format that says from where its code is scanned is read from farther away: people walk up to it.
    let distance = scan_distance(format);
    if distance >= BEYOND_SCANNING {
        findings.add(Rule::UselessCode, "qr", finding(0.0));
    } else if width * SCAN_REACH < distance * 1000.0 - 0.1 {
        findings.add(Rule::DistantCode, "qr", finding(width));
    }
    position(subject, "kode QR", boxed.area, finding(0.0), findings);
    seams(subject, "kode QR", boxed.area, &|| finding(0.0), findings);
}

/// From how far a code is scanned, in m: `jarak` of `qr`, else the distance from which the sheet is read.
pub(super) fn scan_distance(format: &Format) -> f64 {
    format.qr.and_then(|qr| qr.distance).or(format.viewing_distance).unwrap_or(0.0)
}
