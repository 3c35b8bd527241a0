//! Preflight: rules over the laid-out frames, before a sheet goes to the press.
//!
//! Every rule is an error that names the words (file, line, column), the piece, the panel and, in a
//! slot, the village. Limits come from the format. Of many glyphs that break a rule in one box, one
//! error is made: at the first of them, with the worst measure.

mod colour;
mod finding;
mod ground;
mod rules;
mod telling;
mod text;
mod words;

#[cfg(test)]
mod tests;

use typst::layout::{Frame, FrameItem};
use typst_layout::{Page, PagedDocument};

pub(crate) use self::colour::MOST_SOLID;
use self::finding::{Finding, Findings, Rule, Subject};
use self::ground::Ground;
pub(crate) use self::rules::SCAN_REACH;
use self::words::Words;
use super::codes;
use super::frames::{DECORATION, MARKS, SPECIMEN, walk};
use super::geometry::Sheet;
use super::job::{Job, Row};
use super::places::Places;
use super::qr::Codes;
use super::world::Desk;
use crate::diagnostics::{Diagnostic, Diagnostics};

/// What a check needs to know.
pub(crate) struct Inspection<'a> {
    /// The job on the press.
    pub(crate) job: &'a Job<'a>,
    /// The boxes of its format.
    pub(crate) sheet: &'a Sheet,
    /// What was laid out from.
    pub(crate) desk: &'a Desk<'a>,
    /// The way back to what was written.
    pub(crate) places: &'a Places<'a>,
    /// Codes that are encoded already.
    pub(crate) codes: &'a Codes,
    /// The artwork's pages under a village's slots; empty while the artwork itself is checked.
    pub(crate) under: &'a [Page],
}

impl Inspection<'_> {
    /// Checks every page of the artwork.
    pub(crate) fn artwork(&self, document: &PagedDocument, diagnostics: &Diagnostics) {
        for (page, number) in document.pages().iter().zip(0usize..) {
            let subject = Subject { inspection: self, page: number, village: None };
            let mut findings = Findings::default();
            let specimen = subject.frame(&page.frame, &mut findings);
            findings.report(&subject, diagnostics);
            if self.job.specimen && !specimen {
                let message = format!("halaman {} tidak memuat tulisan CONTOH", number + 1);
                let file = format!("print/{}.typ", self.job.format.family.key());
                diagnostics.push(
                    Diagnostic::error(codes::TEMPLATE, message)
                        .in_file(file)
                        .because(subject.whereabouts())
                        .hint("kontaknya masih contoh: templat harus memberi label `contoh` pada tulisan itu"),
                );
            }
        }
    }

    /// Checks the filled slots of one village; `pages` are its pages of the slot document.
    pub(crate) fn village(&self, pages: &[Page], row: &Row, diagnostics: &Diagnostics) {
        for (page, number) in pages.iter().zip(0usize..) {
            let subject = Subject { inspection: self, page: number, village: Some(row) };
            let mut findings = Findings::default();
            subject.frame(&page.frame, &mut findings);
            findings.report(&subject, diagnostics);
        }
    }
}

impl Subject<'_> {
    /// Checks a frame; whether the specimen overprint is on it.
    fn frame(&self, frame: &Frame, findings: &mut Findings) -> bool {
        let mut specimen = false;
        let mut codes = Findings::default();
        let mut ground = self.under();
        let (mut words, mut solid) = (Words::default(), 0.0);
        walk(
            frame,
            &mut |item| {
                solid += colour::check(self, &item, findings);
                if let Some(ground) = &mut ground {
                    ground.paint(self, &item);
                }
                if item.boxes.iter().any(|boxed| [MARKS, DECORATION, SPECIMEN].contains(&boxed.label.as_str())) {
                    return;
                }
                match item.item {
                    FrameItem::Text(text) => {
                        let at_home = text::check(self, &item, text, findings);
                        words.count(self, &item, text);
                        if let Some(ground) = ground.as_ref().filter(|_| at_home) {
                            ground.check(self, &item, text, &rules::box_name(&item), findings);
                        }
                    }
                    FrameItem::Shape(..) | FrameItem::Image(..) => {
                        rules::drawing(self, &item, findings);
                        rules::picture(self, &item, findings);
                    }
                    FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
                }
            },
            &mut |boxed, _| {
                specimen |= boxed.label == SPECIMEN;
                rules::code(self, boxed, &mut codes);
            },
        );
        findings.absorb(codes);
        words.report(self, findings);
        let percent = solid * 100.0;
        if percent > MOST_SOLID {
            findings.add(Rule::LargeSolid, "", Finding { place: None, file: None, worst: percent, words: 0 });
        }
        specimen
    }

    /// What was painted before this frame. Villages differ in words, not in colours, so the contrast of one of them is that of all.
    fn under(&self) -> Option<Ground> {
        let job = self.inspection.job;
        let first = job.villages.first().map(|row| &row.code);
        let mut ground = Ground::default();
        match self.village {
            None => Some(ground),
            Some(village) if first == Some(&village.code) => {
                let page = self.inspection.under.get(self.page)?;
                walk(&page.frame, &mut |item| ground.paint(self, &item), &mut |_, _| {});
                Some(ground)
            }
            Some(_) => None,
        }
    }
}
