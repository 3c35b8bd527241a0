//! One job through the house: artwork once, then the villages chunk by chunk.

use rayon::prelude::*;
use typst::ecow::EcoVec;
use typst_layout::{Page, PagedDocument};

use super::facts::{Facts, FileKind, Preview, PrintedFile, Sink, sha256};
use super::frames::inject::{insert_codes, remove_links};
use super::geometry::{LONGEST_SIDE, Sheet, media_margin};
use super::house::{PrintHouse, typeset};
use super::job::{Job, Row};
use super::preflight::Inspection;
use super::press::binder::{Artwork, finish_single};
use super::press::{export, inspect};
use super::qr::Codes;
use super::slots::{CHUNK, SlotPlan, rows_json};
use super::{codes, compose, preview, readback};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Villages that one thread takes at a time. Typst's exporter is itself parallel: while it waits, the
/// thread begins another share, so shares must be few or the stack grows with the villages.
const AT_A_TIME: usize = 25;

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
    let press = Press { house, job, sheet: Sheet::of(&job.format, job.finishing.as_ref()), found: &found };
    let printed = house.run(|| press.run());
    diagnostics.absorb(found);
    let Some(printed) = printed else { return Ok(None) };
    for (path, bytes) in printed.files {
        sink.put(&path, bytes)?;
    }
    Ok(Some(printed.facts))
}

struct Press<'a> {
    house: &'a PrintHouse,
    job: &'a Job<'a>,
    sheet: Sheet,
    found: &'a Diagnostics,
}

/// What a job came to, before it is put anywhere: a village that fails must not leave half a job.
struct Printed {
    facts: Facts,
    files: Vec<(String, Vec<u8>)>,
}

impl Printed {
    fn new(job: &Job<'_>) -> Printed {
        let facts = Facts { files: vec![], previews: vec![], width: job.format.width, height: job.format.height };
        Printed { facts, files: vec![] }
    }

    fn add(&mut self, bytes: Vec<u8>, stem: &str, village: Option<&str>, pages: usize) {
        let path = format!("{stem}.pdf");
        self.facts.files.push(PrintedFile {
            kind: if village.is_some() { FileKind::Village } else { FileKind::Press },
            path: path.clone(),
            village: village.map(str::to_owned),
            pages,
            bytes: bytes.len(),
            sha256: sha256(&bytes),
        });
        self.files.push((path, bytes));
    }
}

impl Press<'_> {
    fn run(&self) -> Option<Printed> {
        self.check_job();
        if self.found.has_errors() {
            return None;
        }
        let (desk, places) = compose::artwork(self.house, self.job);
        let codes = Codes::default();
        let artwork = finish_frames(&typeset(&desk, &places, self.found)?, &codes);
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes };
        inspection.artwork(&artwork, self.found);
        if !self.found.has_errors() {
            readback::artwork(&artwork, self.job, self.found);
        }
        let plan = SlotPlan::of(&artwork);
        if self.found.has_errors() {
            // Villages are looked at all the same, so that one run tells everything.
            self.job.villages.chunks(CHUNK).for_each(|rows| drop(self.chunk(&plan, rows)));
            return None;
        }
        let ident = format!("{} {}", self.job.stem, self.job.sender.region_code);
        let pdf = self.sound(export::pdf(artwork.pages(), &ident))?;
        let printed = if self.job.is_per_village() { self.villages(&artwork, &plan, &pdf) } else { self.single(&artwork, &pdf) };
        printed.filter(|_| !self.found.has_errors())
    }

    /// What can be said before anything is set.
    fn check_job(&self) {
        let job = self.job;
        job.problems.iter().for_each(|problem| self.found.push(problem.clone()));
        let longest = job.format.width.max(job.format.height) + 2.0 * media_margin(&job.format);
        let limit = LONGEST_SIDE * self.sheet.scale;
        if longest > limit {
            let message = format!("lembar `{}` sepanjang {longest} mm melewati batas PDF {limit} mm", job.format.id);
            self.found.push(
                Diagnostic::error(codes::TOO_LONG, message)
                    .at(&job.title.place)
                    .hint("kurangi ukuran, bleed atau tanda potong format ini"),
            );
        }
    }

    fn single(&self, artwork: &PagedDocument, pdf: &[u8]) -> Option<Printed> {
        let bytes = self.sound(finish_single(pdf, &self.sheet, &self.job.title.value))?;
        self.inspect(&bytes);
        let mut printed = Printed::new(self.job);
        self.previews(artwork, None, &mut printed);
        printed.add(bytes, &self.job.stem, None, artwork.pages().len());
        Some(printed)
    }

    /// All villages, chunk by chunk, each checked before it is bound.
    fn villages(&self, artwork: &PagedDocument, plan: &SlotPlan, pdf: &[u8]) -> Option<Printed> {
        let job = self.job;
        for fault in plan.faults() {
            let file = format!("print/{}.typ", job.format.family.key());
            self.found.push(Diagnostic::error(codes::TEMPLATE, format!("templat cetak: {fault}")).in_file(file));
        }
        let bound = self.sound(Artwork::read(pdf, &self.sheet))?;
        let mut merged = bound.bind();
        let mut printed = Printed::new(job);
        let mut own = Vec::new();
        for rows in job.villages.chunks(CHUNK) {
            // A chunk with problems does not keep the next ones from being checked.
            let Some(pages) = self.chunk(plan, rows).filter(|_| !self.found.has_errors()) else { continue };
            if printed.facts.previews.is_empty() {
                self.previews(artwork, pages.get(..plan.pages()), &mut printed);
            }
            let first = rows.first().map(|row| row.code.as_str()).unwrap_or_default();
            let slots = self.sound(export::pdf(&pages, &format!("{} {first}", job.stem)));
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
        Some(printed)
    }

    /// Lays out and checks the slots of a chunk: the pages of all its villages in turn.
    fn chunk(&self, plan: &SlotPlan, rows: &[Row]) -> Option<Vec<Page>> {
        let (desk, places) = compose::slots(self.house, self.job, plan.json(), rows_json(rows));
        let codes = Codes::of(rows.iter().map(|row| row.qr.as_str()));
        let document = finish_frames(&typeset(&desk, &places, self.found)?, &codes);
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes };
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
                let slots = self.sound(export::pdf(pages, &format!("{} {}", self.job.stem, row.code)))?;
                let mut binder = bound.bind();
                self.sound(binder.add(&slots))?;
                self.sound(binder.finish(&format!("{} – {}", self.job.title.value, row.name)))
            })
            .collect()
    }

    fn previews(&self, artwork: &PagedDocument, slots: Option<&[Page]>, printed: &mut Printed) {
        for (index, page) in artwork.pages().iter().enumerate() {
            let over = slots.and_then(|pages| pages.get(index));
            if let Some((bytes, width, height)) = preview::png(page, over, self.house.screen_colours()) {
                let path = format!("{}-{}.png", self.job.stem, index + 1);
                printed.facts.previews.push(Preview { path: path.clone(), width, height });
                printed.files.push((path, bytes));
            }
        }
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
fn finish_frames(document: &PagedDocument, codes: &Codes) -> PagedDocument {
    let info = typst::model::Document::info(document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    for page in pages.make_mut() {
        remove_links(&mut page.frame);
        insert_codes(&mut page.frame, &mut |address, side| {
            let ink = typst::visualize::Paint::Solid(compose::black());
            Some(codes.get(address)?.shape(typst::layout::Abs::pt(side), ink))
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
