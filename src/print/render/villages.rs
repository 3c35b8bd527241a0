//! A piece with a sheet a village: slots over the artwork, chunk by chunk.

use std::io;

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::books::Books;
use super::press_sheets::PressSheets;
use super::{Press, finish_frames};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::print::facts::{Facts, FileKind, PrintedFile};
use crate::print::geometry::Area;
use crate::print::house::typeset;
use crate::print::job::Row;
use crate::print::preflight::Inspection;
use crate::print::press::binder::{Artwork, Slots};
use crate::print::press::{code, export, office, repertoire};
use crate::print::qr::Codes;
use crate::print::slots::{CHUNK, SlotPlan, rows_json};
use crate::print::{codes, compose, readback};

/// Villages that one thread takes at a time. Typst's exporter is itself parallel: while it waits, the
/// thread begins another share, so shares must be few or the stack grows with the villages.
const AT_A_TIME: usize = 25;

/// Chunks that are made at the same time. Each has its own threads inside, so that more would cost only memory.
const AT_ONCE: usize = 2;

/// What a chunk of villages came to.
struct Made {
    /// The slot pages of its first village.
    first: Vec<Page>,
    slots: Slots,
    /// Each village's own file.
    own: Vec<Vec<u8>>,
}

/// The slot pages of a chunk.
struct LaidOut {
    /// As they are exported: the codes are drawn into the file.
    bare: Vec<Page>,
    /// As they are looked at.
    coded: Vec<Page>,
    codes: Codes,
}

impl Press<'_> {
    /// All villages, chunk by chunk, each checked before it is bound.
    pub(super) fn villages(&self, artwork: &PagedDocument, plan: &SlotPlan, pdf: &[u8]) -> Option<Facts> {
        let job = self.job;
        for fault in plan.faults() {
            let file = format!("print/{}.typ", job.format.family.key());
            self.found.push(Diagnostic::error(codes::TEMPLATE, format!("templat cetak: {fault}")).in_file(file));
        }
        let bound = self.sound(Artwork::read(pdf, &self.sheet, self.house.intent()))?;
        let mut books = Books::new(self, &bound);
        let on_paper = office::suits(&job.format).then(|| Artwork::for_office(pdf, &self.sheet, &job.format));
        let on_paper = self.sound(on_paper.transpose())?;
        let mut copies = on_paper.as_ref().map(|artwork| Books::for_office(self, artwork));
        let mut sheets = PressSheets::begin(self, &bound, plan.pages())?;
        let (mut previews, mut proofs) = (Vec::new(), Vec::new());
        let mut own = Vec::new();
        let chunks: Vec<&[Row]> = job.villages.chunks(CHUNK).collect();
        for chunks in chunks.chunks(AT_ONCE) {
            let made: Vec<Option<Made>> = chunks.par_iter().map(|rows| self.make(artwork, &bound, plan, rows)).collect();
            // A chunk with problems does not keep the next ones from being checked.
            if self.found.has_errors() {
                continue;
            }
            for (rows, made) in chunks.iter().zip(made) {
                let made = made?;
                if previews.is_empty() {
                    previews = self.previews(artwork, Some(&made.first))?;
                    proofs = self.put_proofs(artwork, Some(&made.first))?;
                }
                books.add(plan, rows, &made.slots)?;
                if let Some(copies) = &mut copies {
                    copies.add(plan, rows, &made.slots)?;
                }
                if let Some(sheets) = &mut sheets {
                    sheets.add(plan, rows, &made.slots)?;
                }
                for (row, bytes) in rows.iter().zip(made.own) {
                    let file = self.put(FileKind::Village, format!("{}.pdf", row.stem), plan.pages(), bytes)?;
                    own.push(PrintedFile { village: Some(row.code.clone()), ..file });
                }
            }
        }
        if self.found.has_errors() {
            return None;
        }
        let mut files = books.finish()?;
        if let Some(sheets) = sheets {
            files.push(sheets.finish(&job.villages)?);
        }
        files.append(&mut self.lists()?);
        files.append(&mut own);
        files.append(&mut proofs);
        if let Some(copies) = copies {
            files.append(&mut copies.finish()?);
        }
        Some(self.facts(files, previews))
    }

    /// Lays out, checks and exports a chunk of villages.
    fn make(&self, artwork: &PagedDocument, bound: &Artwork, plan: &SlotPlan, rows: &[Row]) -> Option<Made> {
        let laid_out = self.chunk(artwork, plan, rows).filter(|_| !self.found.has_errors())?;
        let each = plan.pages().max(1);
        let slots = self.sound(self.export(plan, rows, &laid_out))?;
        let numbered: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
        let own = numbered.par_iter().with_min_len(AT_A_TIME).map(|(index, row)| {
            let mut binder = bound.bind(Vec::new())?;
            binder.add(&slots, index * each..(index + 1) * each)?;
            binder.finish(&format!("{} – {}", self.job.title.value, row.name))
        });
        let own = self.sound(own.collect::<io::Result<Vec<Vec<u8>>>>())?;
        own.first().into_iter().for_each(|bytes| self.inspect(bytes, &self.sheet));
        let first = laid_out.coded.get(..each).unwrap_or_default().to_vec();
        Some(Made { first, slots, own })
    }

    /// The slot pages as PDF drawings.
    fn export(&self, plan: &SlotPlan, rows: &[Row], laid_out: &LaidOut) -> io::Result<Slots> {
        let each = plan.pages().max(1);
        let mut slots = Slots::new(laid_out.bare.len());
        for group in repertoire::groups(&laid_out.bare, each) {
            let places = || group.villages.iter().flat_map(|village| village * each..(village + 1) * each);
            let pages = places().filter_map(|place| laid_out.bare.get(place));
            let pages: Vec<Page> = std::iter::once(&group.letters).chain(pages).cloned().collect();
            let pdf = export::pdf(&pages, &self.job.stem, self.job.outlined, self.sheet.scale).map_err(io::Error::other)?;
            slots.read(&pdf, places())?;
        }
        for (index, row) in rows.iter().enumerate() {
            for (page, boxes) in plan.codes().iter().enumerate().filter(|(_, boxes)| !boxes.is_empty()) {
                let matrix = laid_out.codes.get(&row.qr);
                let draw = |area: &Area| matrix.as_ref().map(|matrix| code::operators(matrix, *area, &self.sheet));
                let drawn: String = boxes.iter().filter_map(draw).collect();
                slots.draw(index * each + page, &drawn)?;
            }
        }
        Ok(slots)
    }

    /// Lays out and checks the slots of a chunk: the pages of all its villages in turn.
    fn chunk(&self, artwork: &PagedDocument, plan: &SlotPlan, rows: &[Row]) -> Option<LaidOut> {
        let (desk, places) = compose::slots(self.house, self.job, plan.json(), rows_json(rows));
        let codes = Codes::of(rows.iter().map(|row| row.qr.as_str()));
        let bare = finish_frames(&typeset(&desk, &places, self.found)?, None);
        // What Typst remembers of hundreds of villages helps with no other.
        self.house.forget();
        let coded = finish_frames(&bare, Some(&codes)).pages().to_vec();
        let under = artwork.pages();
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes, under };
        let sheets: Vec<(&[Page], &Row)> = coded.chunks(plan.pages().max(1)).zip(rows).collect();
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
        Some(LaidOut { bare: bare.pages().to_vec(), coded, codes })
    }

    /// The slots of one record, checked, as they are looked at.
    pub(super) fn one(&self, artwork: &PagedDocument, plan: &SlotPlan, row: &Row) -> Option<Vec<Page>> {
        Some(self.chunk(artwork, plan, std::slice::from_ref(row))?.coded)
    }

    /// Checks a chunk and makes nothing of it.
    pub(super) fn check(&self, artwork: &PagedDocument, plan: &SlotPlan, rows: &[Row]) {
        drop(self.chunk(artwork, plan, rows));
    }
}

/// Villages whose codes are also read as a phone would: the first, the last, and the one with the
/// longest address.
fn sample(rows: &[Row]) -> Vec<&str> {
    let longest = rows.iter().max_by_key(|row| (row.qr.len(), std::cmp::Reverse(&row.code)));
    [rows.first(), rows.last(), longest].into_iter().flatten().map(|row| row.code.as_str()).collect()
}
