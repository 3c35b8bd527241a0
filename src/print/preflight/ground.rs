//! What lies under the text: fields in the order in which they are painted, and the contrast of text against the topmost.

use typst::layout::{FrameItem, Point, Rect, Size, Transform};
use typst::text::TextItem;
use typst::visualize::{Color, Curve, FillRule, Geometry, Paint, ProcessColor, Shape};

use std::rc::Rc;

use super::finding::{Finding, Findings, Rule, Subject};
use crate::content::contrast::{MIN_CONTRAST, contrast};
use crate::print::frames::inject::percent;
use crate::print::frames::{Clip, Item, place_area};
use crate::print::geometry::Area;

/// Paper that nothing was painted on.
const PAPER: [u8; 3] = [255; 3];

/// A field of one colour.
struct Field {
    outline: Curve,
    rule: FillRule,
    /// From the sheet's coordinates to the outline's.
    inverse: Transform,
    /// Around it, on the sheet: most fields are ruled out by this alone.
    around: Area,
    clips: Vec<Rc<Clip>>,
    /// Its colour on a screen; none for what has many, such as a photo.
    colour: Option<[u8; 3]>,
}

impl Field {
    fn covers(&self, point: Point) -> bool {
        let (x, y) = (point.x.to_pt(), point.y.to_pt());
        let near = self.around.left <= x && x <= self.around.right && self.around.top <= y && y <= self.around.bottom;
        near && self.outline.contains(self.rule, point.transform(self.inverse)) && self.clips.iter().all(|clip| clip.keeps(point))
    }
}

/// All fields of a page that were painted so far, the lowest first.
#[derive(Default)]
pub(super) struct Ground(Vec<Field>);

impl Ground {
    /// Adds what an item paints.
    pub(super) fn paint(&mut self, subject: &Subject<'_>, item: &Item<'_>) {
        let (outline, rule, colour) = match item.item {
            FrameItem::Shape(Shape { geometry, fill: Some(fill), fill_rule, .. }, _) => {
                (outline(geometry), *fill_rule, on_screen(subject, fill))
            }
            FrameItem::Image(_, size, _) => (Some(Curve::rect(*size)), FillRule::NonZero, None),
            _ => return,
        };
        let (Some(outline), Some(inverse)) = (outline, item.transform.invert()) else { return };
        let Rect { min, max } = outline.bbox(None);
        let around = place_area(item.transform, min, Size::new(max.x - min.x, max.y - min.y));
        self.0.push(Field { outline, rule, inverse, around, clips: item.clips.to_vec(), colour });
    }

    /// The colour at a point; none where it can't be told.
    fn at(&self, point: Point) -> Option<[u8; 3]> {
        self.0.iter().rev().find(|field| field.covers(point)).map_or(Some(PAPER), |field| field.colour)
    }

    /// Checks the middle of every letter against what was painted before it.
    pub(super) fn check(&self, subject: &Subject<'_>, item: &Item<'_>, text: &TextItem, name: &str, findings: &mut Findings) {
        let Some(ink) = on_screen(subject, &text.fill) else { return };
        // Half the height of capitals above the baseline there is a part of nearly every letter.
        let middle = text.font.metrics().cap_height.at(text.size) * -0.5;
        let mut x = typst::layout::Abs::zero();
        for glyph in &text.glyphs {
            let advance = glyph.x_advance.at(text.size);
            let point = Point::new(x + advance * 0.5, middle).transform(item.transform);
            x += advance;
            let shown = text.text.get(glyph.range()).unwrap_or_default();
            let Some(under) = self.at(point).filter(|_| !shown.trim().is_empty()) else { continue };
            let ratio = contrast(ink, under);
            if ratio < MIN_CONTRAST {
                let place = subject.inspection.places.of_glyph(subject.inspection.desk, glyph.span);
                findings.add(Rule::WeakText, name, Finding { place, file: None, worst: ratio, words: 0 });
            }
        }
    }
}

fn outline(geometry: &Geometry) -> Option<Curve> {
    match geometry {
        Geometry::Line(_) => None,
        Geometry::Rect(size) => Some(Curve::rect(*size)),
        Geometry::Curve(curve) => Some(curve.clone()),
    }
}

/// The colour of a paint on a screen: the theme's own for its inks, else as inks subtract from white.
fn on_screen(subject: &Subject<'_>, paint: &Paint) -> Option<[u8; 3]> {
    let Paint::Solid(colour) = paint else { return None };
    let chosen = match colour {
        Color::Process(ProcessColor::Cmyk(ink)) => subject.inspection.desk.house().screen_colours().get(&percent(*ink)),
        _ => None,
    };
    let [r, g, b, _] = ProcessColor::Rgb(chosen.unwrap_or(colour).to_rgb()).to_vec4_u8();
    Some([r, g, b])
}

/// How much of the sheet an item covers with a solid field, as a part of 1; the bounding box of what is not a rectangle.
pub(super) fn share(item: &Item<'_>, shape: &Shape, sheet: Area) -> f64 {
    let bounds = shape.bbox(false);
    let area = place_area(item.transform, bounds.min, bounds.size());
    let width = (area.right.min(sheet.right) - area.left.max(sheet.left)).max(0.0);
    let height = (area.bottom.min(sheet.bottom) - area.top.max(sheet.top)).max(0.0);
    width * height / (sheet.width() * sheet.height())
}
