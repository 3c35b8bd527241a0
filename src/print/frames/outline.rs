//! Letters as curves: shops for large sheets ask for it, because then no font can be missing or exchanged on their machines.
//!
//! Nothing moves: the outlines are those of the font that was laid out with, at the positions of its glyphs, in the same ink.

use ttf_parser::{GlyphId, OutlineBuilder};
use typst::layout::{Abs, Em, Frame, FrameItem, Point};
use typst::text::TextItem;
use typst::visualize::{Curve, FillRule, Geometry, Shape};

/// Exchanges every text of a frame for its outlines.
pub(crate) fn outline(frame: &mut Frame) {
    frame.retain(|item| {
        match item {
            FrameItem::Group(group) => outline(&mut group.frame),
            FrameItem::Text(text) => {
                let span = text.glyphs.first().map_or_else(typst::syntax::Span::detached, |glyph| glyph.span.0);
                let shape = outlines(text);
                // Spaces alone have none.
                if matches!(&shape.geometry, Geometry::Curve(curve) if curve.is_empty()) {
                    return false;
                }
                *item = FrameItem::Shape(shape, span);
            }
            _ => {}
        }
        true
    });
}

/// A run of text as one shape. Letters are filled by direction, as fonts are.
fn outlines(text: &TextItem) -> Shape {
    let mut pen =
        Pen { curve: Curve::new(), scale: text.size.to_pt() / text.font.units_per_em(), origin: Point::zero(), last: (0.0, 0.0) };
    let mut cursor = Point::zero();
    let at = |x: Em, y: Em| Point::new(x.at(text.size), y.at(text.size));
    for glyph in &text.glyphs {
        let offset = at(glyph.x_offset, glyph.y_offset);
        // Fonts count upwards, frames downwards.
        pen.origin = Point::new(cursor.x + offset.x, -(cursor.y + offset.y));
        text.font.ttf().outline_glyph(GlyphId(glyph.id), &mut pen);
        cursor += at(glyph.x_advance, glyph.y_advance);
    }
    Shape {
        geometry: Geometry::Curve(pen.curve),
        fill: Some(text.fill.clone()),
        fill_rule: FillRule::NonZero,
        stroke: text.stroke.clone(),
    }
}

struct Pen {
    curve: Curve,
    /// Points for a unit of the font.
    scale: f64,
    /// Where the glyph stands.
    origin: Point,
    /// The last point, in units of the font.
    last: (f32, f32),
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        self.origin + Point::new(Abs::pt(f64::from(x) * self.scale), Abs::pt(-f64::from(y) * self.scale))
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.curve.move_(self.at(x, y));
        self.last = (x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.curve.line(self.at(x, y));
        self.last = (x, y);
    }

    fn quad_to(&mut self, bend_x: f32, bend_y: f32, x: f32, y: f32) {
        // The cubic of the same shape: two thirds of the way to the bend from both ends.
        let toward = |(from_x, from_y): (f32, f32)| {
            self.at(from_x + (bend_x - from_x) * 2.0 / 3.0, from_y + (bend_y - from_y) * 2.0 / 3.0)
        };
        self.curve.cubic(toward(self.last), toward((x, y)), self.at(x, y));
        self.last = (x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.curve.cubic(self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.last = (x, y);
    }

    fn close(&mut self) {
        self.curve.close();
    }
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::print::tests::{format, house_with, job, located};
    use crate::print::{compose, preview};

    /// Drawn letters and outlined letters differ by less than a tenth of a percent of all light: only in how their edges are smoothed.
    #[test]
    fn outlines_look_like_their_letters() {
        let template = "#let susun(d) = (sisi: ({\
            place(dx: 8mm, dy: 8mm, text(size: 16pt, weight: 700)[Mengawasi, Äfi ½ “desa”]); \
            place(dx: 8mm, dy: 22mm, rotate(8deg, text(font: d.huruf.judul, size: 30pt, fill: cmyk(75%, 100%, 10%, 25%), tracking: 1pt)[Netral]))},))";
        let (format, title) = (format(), located("Judul"));
        let job = job(&format, &title, "Kata");
        let house = house_with(template);
        let d = crate::diagnostics::Diagnostics::new();
        let (desk, places) = compose::artwork(&house, &job);
        let document = crate::print::house::typeset(&desk, &places, &d).unwrap();
        let letters = document.pages()[0].frame.clone();
        let mut curves = letters.clone();
        outline(&mut curves);
        assert!(!format!("{curves:?}").contains("Text("), "{curves:?}");
        let ([a, b], scale) = ([letters, curves], 4.0);
        let ((a, width, height), (b, ..)) = (preview::pixels(a, scale), preview::pixels(b, scale));
        let ink = a.iter().filter(|part| **part < 128).count();
        assert!(ink > 20_000, "{ink} of {width} × {height}");
        let difference: u64 = a.iter().zip(&b).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        let share = difference as f64 / (a.len() as f64 * 255.0);
        assert!(share < 0.001, "{share}");
    }
}
