//! One job through the house: artwork once, then the villages chunk by chunk.

use rayon::prelude::*;
use typst::ecow::EcoVec;
use typst_layout::{Page, PagedDocument};

use super::facts::{Facts, Preview, PrintedFile, Sink, sha256};
use super::frames::inject::{insert_codes, remove_links};
use super::geometry::{LONGEST_SIDE, Sheet, media_margin};
use super::house::{PrintHouse, typeset};
use super::job::{Job, Row};
use super::places::Places;
use super::preflight::Inspection;
use super::press::binder::{Artwork, finish_single};
use super::press::{export, inspect};
use super::qr::Matrix;
use super::slots::{CHUNK, SlotPlan, rows_json};
use super::{codes, compose, preview, readback};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Prints a job: files into the sink, problems into the diagnostics. `None` when nothing fit to be
/// printed came out; then no file was put.
///
/// # Errors
/// Only those of the sink.
pub fn render(
    house: &PrintHouse,
    job: &Job<'_>,
    sink: &mut dyn Sink,
    diagnostics: &Diagnostics,
) -> std::io::Result<Option<Facts>> {
    let found = Diagnostics::new();
    let outcome = Press { house, job, sheet: Sheet::of(job.format), found: &found }.run(sink);
    diagnostics.absorb(found);
    outcome
}

struct Press<'a> {
    house: &'a PrintHouse,
    job: &'a Job<'a>,
    sheet: Sheet,
    found: &'a Diagnostics,
}

impl Press<'_> {
    fn run(&self, sink: &mut dyn Sink) -> std::io::Result<Option<Facts>> {
        self.check_copy();
        if self.found.has_errors() {
            return Ok(None);
        }
        let (desk, places) = compose::artwork(self.house, self.job);
        let Some(artwork) = typeset(&desk, &places, self.found) else {
            return Ok(None);
        };
        let artwork = finish_frames(&artwork);
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places };
        inspection.artwork(&artwork, self.found);
        if !self.found.has_errors() {
            readback::artwork(&artwork, self.job, self.found);
        }
        if self.found.has_errors() {
            return Ok(None);
        }
        let ident = format!("{} {}", self.job.stem, self.job.sender.region_code);
        let Some(pdf) = self.sound(export::pdf(artwork.pages(), &ident)) else {
            return Ok(None);
        };
        if self.job.is_per_village() { self.villages(&artwork, &pdf, sink) } else { self.single(&artwork, &pdf, sink) }
    }

    /// The piece and the format must belong together before anything is set.
    fn check_copy(&self) {
        let job = self.job;
        job.problems.iter().for_each(|problem| self.found.push(problem.clone()));
        let problem = |code, message: String, hint: &str| {
            self.found.push(Diagnostic::error(code, message).at(&job.title.place).hint(hint));
        };
        for id in job.format.panel_ids() {
            if !job.body.contains_key(id) {
                problem(
                    codes::COPY_MISMATCH,
                    format!("karya `{}` tidak mengisi panel `{id}`", job.id),
                    &format!("tambahkan judul tingkat dua `## … {{#{id}}}` beserta isinya"),
                );
            }
        }
        let longest = job.format.width.max(job.format.height) + 2.0 * media_margin(job.format);
        if longest > LONGEST_SIDE {
            problem(
                codes::TOO_LONG,
                format!("lembar `{}` sepanjang {longest} mm melewati batas PDF {LONGEST_SIDE} mm", job.format.id),
                "kurangi ukuran, bleed atau tanda potong format ini",
            );
        }
    }

    fn single(&self, artwork: &PagedDocument, pdf: &[u8], sink: &mut dyn Sink) -> std::io::Result<Option<Facts>> {
        let Some(bytes) = self.sound(finish_single(pdf, &self.sheet, &self.job.title.value)) else {
            return Ok(None);
        };
        self.inspect(&bytes);
        if self.found.has_errors() {
            return Ok(None);
        }
        let mut facts = self.facts(self.previews(artwork, None, sink)?);
        self.put(bytes, self.job.stem.clone(), None, artwork.pages().len(), &mut facts, sink)?;
        Ok(Some(facts))
    }

    /// All villages: checked chunk by chunk before any file is put, so that a village that does
    /// not fit stops the job, not half of it; then bound.
    fn villages(&self, artwork: &PagedDocument, pdf: &[u8], sink: &mut dyn Sink) -> std::io::Result<Option<Facts>> {
        let job = self.job;
        let plan = SlotPlan::of(artwork);
        let Some(bound) = self.sound(Artwork::read(pdf, &self.sheet)) else {
            return Ok(None);
        };
        let mut merged = bound.bind();
        let mut facts = None;
        let mut own = Vec::new();
        for rows in job.villages.chunks(CHUNK) {
            let Some(pages) = self.chunk(&plan, rows) else {
                continue;
            };
            if self.found.has_errors() {
                continue;
            }
            if facts.is_none() {
                facts = Some(self.facts(self.previews(artwork, pages.get(..plan.pages()), sink)?));
            }
            let ident = format!("{} {}", job.stem, rows.first().map(|row| row.code.as_str()).unwrap_or_default());
            let Some(slots) = self.sound(export::pdf(&pages, &ident)) else {
                continue;
            };
            self.sound(merged.add(&slots));
            own.extend(self.own_files(&bound, &plan, &pages, rows));
        }
        let title = format!("{} – {}", job.title.value, job.sender.region);
        let (Some(mut facts), Some(bytes)) = (facts, self.sound(merged.finish(&title))) else {
            return Ok(None);
        };
        self.inspect(&bytes);
        if self.found.has_errors() {
            return Ok(None);
        }
        let pages = plan.pages() * job.villages.len();
        self.put(bytes, job.stem.clone(), None, pages, &mut facts, sink)?;
        for (row, bytes) in job.villages.iter().zip(own) {
            self.put(bytes, row.stem.clone(), Some(row.code.clone()), plan.pages(), &mut facts, sink)?;
        }
        Ok(Some(facts))
    }

    /// Lays out and checks the slots of a chunk: the pages of all its villages in turn.
    fn chunk(&self, plan: &SlotPlan, rows: &[Row]) -> Option<Vec<Page>> {
        let desk = compose::slots(self.house, self.job, plan.json(), rows_json(self.job, rows));
        let places = Places::new(self.house);
        let document = finish_frames(&typeset(&desk, &places, self.found)?);
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places };
        let pages: Vec<Page> = document.pages().to_vec();
        let sheets: Vec<(&[Page], &Row)> = pages.chunks(plan.pages().max(1)).zip(rows).collect();
        let sample = sample(rows);
        sheets.par_iter().for_each(|(pages, row)| {
            let found = Diagnostics::new();
            inspection.village(pages, row, &found);
            if !found.has_errors() {
                // Text that runs over a code is told once, as text that does not fit.
                let decode = sample.contains(&row.code.as_str());
                readback::village(pages, row, self.job, decode, &found);
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
            .filter_map(|(pages, row)| {
                let slots = self.sound(export::pdf(pages, &format!("{} {}", self.job.stem, row.code)))?;
                let mut binder = bound.bind();
                self.sound(binder.add(&slots))?;
                self.sound(binder.finish(&format!("{} – {}", self.job.title.value, row.name)))
            })
            .collect()
    }

    fn facts(&self, previews: Vec<Preview>) -> Facts {
        Facts { files: Vec::new(), previews, width: self.job.format.width, height: self.job.format.height }
    }

    fn previews(
        &self,
        artwork: &PagedDocument,
        slots: Option<&[Page]>,
        sink: &mut dyn Sink,
    ) -> std::io::Result<Vec<Preview>> {
        let mut previews = Vec::new();
        for (index, page) in artwork.pages().iter().enumerate() {
            let over = slots.and_then(|pages| pages.get(index));
            if let Some((bytes, width, height)) = preview::png(page, over, self.house.screen_colours()) {
                let path = format!("{}-{}.png", self.job.stem, index + 1);
                sink.put(&path, bytes)?;
                previews.push(Preview { path, width, height });
            }
        }
        Ok(previews)
    }

    fn put(
        &self,
        bytes: Vec<u8>,
        stem: String,
        village: Option<String>,
        pages: usize,
        facts: &mut Facts,
        sink: &mut dyn Sink,
    ) -> std::io::Result<()> {
        let path = stem + ".pdf";
        let (size, sha256) = (bytes.len(), sha256(&bytes));
        facts.files.push(PrintedFile { path: path.clone(), village, pages, bytes: size, sha256 });
        sink.put(&path, bytes)
    }

    fn inspect(&self, pdf: &[u8]) {
        for fault in inspect::faults(pdf, &self.sheet) {
            let message = format!("berkas cetak `{}` cacat: {fault}", self.job.stem);
            self.found.push(
                Diagnostic::error(codes::BAD_PDF, message)
                    .at(&self.job.title.place)
                    .hint("ini kesalahan program atau templat tema, bukan naskah: laporkan"),
            );
        }
    }

    /// The value, or an error about the program.
    fn sound<T, E: std::fmt::Display>(&self, result: Result<T, E>) -> Option<T> {
        let report = |error: E| {
            let message = format!("berkas cetak `{}` tidak dapat ditulis: {error}", self.job.stem);
            self.found.push(Diagnostic::error(codes::BAD_PDF, message).at(&self.job.title.place));
        };
        result.map_err(report).ok()
    }
}

/// Codes in, links out.
fn finish_frames(document: &PagedDocument) -> PagedDocument {
    let info = typst::model::Document::info(document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    for page in pages.make_mut() {
        remove_links(&mut page.frame);
        insert_codes(&mut page.frame, &mut |address, side| {
            let ink = typst::visualize::Paint::Solid(compose::black());
            Some(Matrix::encode(address)?.shape(typst::layout::Abs::pt(side), ink))
        });
    }
    PagedDocument::new(pages, info)
}

/// Villages whose codes are also read as a phone would: the first, the last, and the one with the
/// longest address.
fn sample(rows: &[Row]) -> Vec<&str> {
    let longest = rows.iter().max_by_key(|row| (row.qr.len(), std::cmp::Reverse(&row.code)));
    [rows.first(), rows.last(), longest].into_iter().flatten().map(|row| row.code.as_str()).collect()
}
