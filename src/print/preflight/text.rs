//! Rules about runs of text.

use typst::layout::{Abs, Point, Size};
use typst::text::TextItem;

use super::finding::{CAP_TOLERANCE, Finding, Rule, Subject};
use super::{Findings, rules};
use crate::diagnostics::Place;
use crate::markdown::syllables::SOFT_HYPHEN;
use crate::print::frames::{BOX, HEADLINE, Item, place_area};
use crate::print::geometry::{Area, PT_PER_MM};

/// Rounding in layout, in points: nobody sees it on paper.
pub(super) const TOLERANCE: f64 = 0.5;

/// Checks a run; gives whether it stands where it was meant to, so that what lies under it is worth a look.
pub(super) fn check(subject: &Subject<'_>, item: &Item<'_>, text: &TextItem, findings: &mut Findings) -> bool {
    let Some(ink) = ink_area(item, text) else {
        return true;
    };
    let name = rules::box_name(item);
    let run = Run { subject, item, text, ink, name: &name };
    run.missing_glyphs(findings);
    run.size(findings);
    let at_home = !run.leaves_box(findings);
    if at_home {
        // What leaves its box is told once, not again for the fold, the edge and the colour it runs over.
        rules::position(subject, &name, ink, run.finding(0, 0.0), findings);
        run.seams(findings);
    }
    run.headline(findings);
    at_home
}

struct Run<'a> {
    subject: &'a Subject<'a>,
    item: &'a Item<'a>,
    text: &'a TextItem,
    ink: Area,
    name: &'a str,
}

impl Run<'_> {
    fn finding(&self, glyph: usize, worst: f64) -> Finding {
        Finding { place: self.place(glyph), file: None, worst, words: self.text.text.split_whitespace().count() }
    }

    fn place(&self, glyph: usize) -> Option<Place> {
        let glyph = self.text.glyphs.get(glyph)?;
        self.subject.inspection.places.of_glyph(self.subject.inspection.desk, glyph.span)
    }

    fn missing_glyphs(&self, findings: &mut Findings) {
        for (index, glyph) in self.text.glyphs.iter().enumerate().filter(|(_, glyph)| glyph.id == 0) {
            let shown = self.text.text.get(glyph.range()).and_then(|text| text.chars().next());
            // One error a character and place: three different characters are three problems.
            let rule = Rule::MissingGlyph(shown.unwrap_or(char::REPLACEMENT_CHARACTER));
            findings.add(rule, self.name, self.finding(index, 0.0));
        }
    }

    fn size(&self, findings: &mut Findings) {
        let size = self.text.size.to_pt() * self.scale();
        let least = self.subject.inspection.job.format.min_text_size;
        if size < least - 0.01 {
            findings.add(Rule::SmallText, self.name, self.finding(0, size));
        }
    }

    /// Whether the run leaves its closed box; the reports are made here.
    fn leaves_box(&self, findings: &mut Findings) -> bool {
        let Some((closed, _)) = self.item.inside(BOX) else {
            return false;
        };
        let beyond_right = self.ink.right - closed.area.right;
        let beyond_left = closed.area.left - self.ink.left;
        let beside = beyond_right.max(beyond_left);
        // Descenders may hang below a box: Typst's lines end at the baseline.
        let (top, baseline) = self.line_span();
        let below = (baseline - closed.area.bottom).max(closed.area.top - top);
        if below > TOLERANCE {
            let finding = self.finding(0, below / PT_PER_MM);
            findings.add(Rule::Overset, self.name, finding);
        } else if beside > self.overhang() {
            // A word with soft hyphens is broken before it runs over: what does is a piece of it.
            let mut pieces = self.text.text.split(|c: char| c.is_whitespace() || c == SOFT_HYPHEN);
            let word = pieces.rfind(|piece| !piece.is_empty()).unwrap_or_default().to_owned();
            let last = self.text.glyphs.len().saturating_sub(word.chars().count());
            findings.add(Rule::WideWord(word), self.name, self.finding(last, beside / PT_PER_MM));
        }
        below > TOLERANCE || beside > self.overhang()
    }

    /// How far a line may stand out of its box: letters and hanging punctuation do, by a little.
    fn overhang(&self) -> f64 {
        (self.text.size.to_pt() * self.scale() * 0.15).max(TOLERANCE)
    }

    /// The top of capitals and the baseline, on the sheet.
    fn line_span(&self) -> (f64, f64) {
        let cap = self.text.font.metrics().cap_height.at(self.text.size);
        let top = Point::with_y(-cap).transform(self.item.transform).y.to_pt();
        let baseline = Point::zero().transform(self.item.transform).y.to_pt();
        (top.min(baseline), baseline.max(top))
    }

    /// Each word against the seams: a seam may pass between two words.
    fn seams(&self, findings: &mut Findings) {
        if self.subject.inspection.sheet.seams.is_empty() {
            return;
        }
        let bounds = self.text.bbox();
        let (top, height) = (bounds.min.y.min(bounds.max.y), (bounds.max.y - bounds.min.y).abs());
        let mut x = Abs::zero();
        let mut word: Option<(usize, Abs)> = None;
        for (index, glyph) in self.text.glyphs.iter().enumerate() {
            let blank = self.text.text.get(glyph.range()).is_none_or(|shown| shown.trim().is_empty());
            let last = index + 1 == self.text.glyphs.len();
            let end = if blank { x } else { x + glyph.x_advance.at(self.text.size) };
            if !blank {
                word.get_or_insert((index, x));
            }
            if let Some((first, start)) = word.filter(|_| blank || last) {
                let size = Size::new(end - start, height);
                let area = place_area(self.item.transform, Point::new(start, top), size);
                rules::seams(self.subject, self.name, area, &|| self.finding(first, 0.0), findings);
                word = None;
            }
            x += glyph.x_advance.at(self.text.size);
        }
    }

    fn headline(&self, findings: &mut Findings) {
        let format = &self.subject.inspection.job.format;
        let (Some(_), Some(distance), Some(rate)) =
            (self.item.inside(HEADLINE), format.viewing_distance, format.cap_height_per_metre)
        else {
            return;
        };
        let cap = self.text.font.metrics().cap_height.at(self.text.size).to_mm() * self.scale();
        if cap < distance * rate - CAP_TOLERANCE {
            findings.add(Rule::LowLetters, self.name, self.finding(0, cap));
        }
    }

    /// How much the transforms around the run scale it.
    fn scale(&self) -> f64 {
        let t = self.item.transform;
        (t.sx.get() * t.sy.get() - t.kx.get() * t.ky.get()).abs().sqrt()
    }
}

/// Where the run's ink is on the sheet; `None` when it has none.
fn ink_area(item: &Item<'_>, text: &TextItem) -> Option<Area> {
    let bounds = text.bbox();
    let (min, max) = (bounds.min, bounds.max);
    let finite = |point: Point| point.x.to_pt().is_finite() && point.y.to_pt().is_finite();
    if !finite(min) || !finite(max) {
        // A run of spaces has no ink; a run of missing glyphs has no known ink, but a width.
        let missing = text.glyphs.iter().any(|glyph| glyph.id == 0);
        let size = Size::new(text.width(), text.size);
        let corner = Point::with_y(Abs::zero() - text.size);
        return missing.then(|| place_area(item.transform, corner, size));
    }
    let corner = Point::new(min.x.min(max.x), min.y.min(max.y));
    let size = Size::new((max.x - min.x).abs(), (max.y - min.y).abs());
    Some(place_area(item.transform, corner, size))
}
