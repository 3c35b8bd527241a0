//! Preflight: rules over the laid-out frames, before a sheet goes to the press.
//!
//! Every rule is an error that names the words (file, line, column), the piece, the panel and, in a
//! slot, the village. Limits come from the format. Of many glyphs that break a rule in one box, one
//! error is made: at the first of them, with the worst measure.

mod colour;
mod finding;
mod rules;
mod text;

#[cfg(test)]
mod tests;

use typst::layout::FrameItem;
use typst_layout::PagedDocument;

use self::finding::{Findings, Subject};
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
                        .hint("kontaknya masih contoh: templat harus memberi label `contoh` pada tulisan itu"),
                );
            }
        }
    }

    /// Checks the filled slots of one village; `pages` are its pages of the slot document.
    pub(crate) fn village(&self, pages: &[typst_layout::Page], row: &Row, diagnostics: &Diagnostics) {
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
    fn frame(&self, frame: &typst::layout::Frame, findings: &mut Findings) -> bool {
        let mut specimen = false;
        let mut codes = Findings::default();
        walk(
            frame,
            &mut |item| {
                colour::check(self, &item, findings);
                if item.boxes.iter().any(|boxed| [MARKS, DECORATION, SPECIMEN].contains(&boxed.label.as_str())) {
                    return;
                }
                match item.item {
                    FrameItem::Text(text) => text::check(self, &item, text, findings),
                    FrameItem::Shape(..) | FrameItem::Image(..) => rules::drawing(self, &item, findings),
                    FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
                }
            },
            &mut |boxed, _| {
                specimen |= boxed.label == SPECIMEN;
                rules::code(self, boxed, &mut codes);
            },
        );
        findings.absorb(codes);
        specimen
    }
}
