//! A piece with a sheet a village: slots over the artwork, chunk by chunk.

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::{Press, Printed, finish_frames};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::print::house::typeset;
use crate::print::job::Row;
use crate::print::preflight::Inspection;
use crate::print::press::binder::Artwork;
use crate::print::press::export;
use crate::print::qr::Codes;
use crate::print::slots::{CHUNK, SlotPlan, rows_json};
use crate::print::{codes, compose, readback};

/// Villages that one thread takes at a time. Typst's exporter is itself parallel: while it waits, the
/// thread begins another share, so shares must be few or the stack grows with the villages.
const AT_A_TIME: usize = 25;

impl Press<'_> {
    /// All villages, chunk by chunk, each checked before it is bound.
    pub(super) fn villages(&self, artwork: &PagedDocument, plan: &SlotPlan, pdf: &[u8]) -> Option<Printed> {
        let job = self.job;
        for fault in plan.faults() {
            let file = format!("print/{}.typ", job.format.family.key());
            self.found.push(Diagnostic::error(codes::TEMPLATE, format!("templat cetak: {fault}")).in_file(file));
        }
        let bound = self.sound(Artwork::read(pdf, &self.sheet))?;
        let mut merged = bound.bind();
        let mut printed = Printed::new(job);
        let mut own = Vec::new();
        let mut proofs = Vec::new();
        for rows in job.villages.chunks(CHUNK) {
            // A chunk with problems does not keep the next ones from being checked.
            let Some(pages) = self.chunk(artwork, plan, rows).filter(|_| !self.found.has_errors()) else { continue };
            if printed.facts.previews.is_empty() {
                self.previews(artwork, pages.get(..plan.pages()), &mut printed);
                proofs = self.proofs(artwork, pages.get(..plan.pages()));
            }
            let first = rows.first().map(|row| row.code.as_str()).unwrap_or_default();
            let slots = self.sound(export::pdf(&pages, &format!("{} {first}", job.stem), job.outlined));
            slots.and_then(|slots| self.sound(merged.add(&slots)));
            own.extend(self.own_files(&bound, plan, &pages, rows));
        }
        let title = format!("{} – {}", job.title.value, job.sender.region);
        let bytes = self.sound(merged.finish(&title))?;
        self.inspect(&bytes);
        printed.add(bytes, &job.stem, None, plan.pages() * job.villages.len());
        for (row, bytes) in job.villages.iter().zip(own) {
            printed.add(bytes, &row.stem, Some(&row.code), plan.pages());
        }
        printed.add_proofs(proofs);
        Some(printed)
    }

    /// Lays out and checks the slots of a chunk: the pages of all its villages in turn.
    pub(super) fn chunk(&self, artwork: &PagedDocument, plan: &SlotPlan, rows: &[Row]) -> Option<Vec<Page>> {
        let (desk, places) = compose::slots(self.house, self.job, plan.json(), rows_json(rows));
        let codes = Codes::of(rows.iter().map(|row| row.qr.as_str()));
        let document = finish_frames(&typeset(&desk, &places, self.found)?, &codes);
        let under = artwork.pages();
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes, under };
        let pages: Vec<Page> = document.pages().to_vec();
        let sheets: Vec<(&[Page], &Row)> = pages.chunks(plan.pages().max(1)).zip(rows).collect();
        let sample = sample(rows);
        sheets.par_iter().with_min_len(AT_A_TIME).for_each(|(pages, row)| {
            let found = Diagnostics::new();
            inspection.village(pages, row, &found);
            if !found.has_errors() {
                // Text that runs over a code is told once, as text that does not fit.
                let decode = sample.contains(&row.code.as_str());
                readback::village(pages, row, &codes, decode, &found);
            }
            self.found.absorb(found);
        });
        Some(pages)
    }

    /// One file for each village of a chunk.
    fn own_files(&self, bound: &Artwork, plan: &SlotPlan, pages: &[Page], rows: &[Row]) -> Vec<Vec<u8>> {
        let sheets: Vec<(&[Page], &Row)> = pages.chunks(plan.pages().max(1)).zip(rows).collect();
        sheets
            .par_iter()
            .with_min_len(AT_A_TIME)
            .filter_map(|(pages, row)| {
                let slots = self.sound(export::pdf(pages, &format!("{} {}", self.job.stem, row.code), self.job.outlined))?;
                let mut binder = bound.bind();
                self.sound(binder.add(&slots))?;
                self.sound(binder.finish(&format!("{} – {}", self.job.title.value, row.name)))
            })
            .collect()
    }
}

/// Villages whose codes are also read as a phone would: the first, the last, and the one with the
/// longest address.
fn sample(rows: &[Row]) -> Vec<&str> {
    let longest = rows.iter().max_by_key(|row| (row.qr.len(), std::cmp::Reverse(&row.code)));
    [rows.first(), rows.last(), longest].into_iter().flatten().map(|row| row.code.as_str()).collect()
}
