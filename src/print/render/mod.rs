//! One job through the house: artwork once ([`single`] when that is all, [`card`] for screens), then the villages chunk by chunk ([`villages`]).

mod books;
mod card;
mod lists;
mod look;
mod pictures;
mod press_sheets;
mod proof;
mod screen;
mod single;
mod tiled;
mod villages;

use std::io;
use std::sync::{Mutex, PoisonError};

pub use books::OFFICE_ENDING;
pub use lists::is_list;
pub use look::{Look, Shot, look};
pub use pictures::check_pictures;
pub use press_sheets::is_press_sheet;
pub use proof::is_proof;

use rayon::prelude::*;
use typst::ecow::EcoVec;
use typst_layout::{Page, PagedDocument};

use super::facts::{Facts, FileKind, Preview, PrintedFile, Sink, VillageFiles, sha256};
use super::frames::inject::{insert_codes, remove_links};
use super::geometry::{LONGEST_SIDE, Sheet, media_margin};
use super::house::{PrintHouse, typeset};
use super::job::Job;
use super::preflight::Inspection;
use super::press::{contour, export, inspect};
use super::qr::Codes;
use super::slots::{CHUNK, SlotPlan};
use super::{codes, compose, preview, readback};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// Prints a job: files into the sink, problems into the diagnostics. `None` when nothing fit to be
/// printed came out; then the sink was told to throw away what it has.
///
/// # Errors
/// Only those of the sink.
pub fn render(house: &PrintHouse, job: &Job<'_>, sink: &dyn Sink, diagnostics: &Diagnostics) -> io::Result<Option<Facts>> {
    render_seen_by(&inspect::faults, house, job, sink, diagnostics)
}

/// The last look at a finished file: what is wrong with it, in words.
type Inspector<'a> = dyn Fn(&[u8], &Sheet) -> Vec<String> + Sync + 'a;

/// Prints a job whose files `inspector` sees last: no content makes a faulty file, so that only a test can show one.
fn render_seen_by(
    inspector: &Inspector<'_>,
    house: &PrintHouse,
    job: &Job<'_>,
    sink: &dyn Sink,
    diagnostics: &Diagnostics,
) -> io::Result<Option<Facts>> {
    let found = Diagnostics::new();
    let press = Press {
        house,
        job,
        sheet: Sheet::of(&job.format, job.finishing.as_ref()),
        found: &found,
        sink,
        inspector,
        failed: Mutex::default(),
    };
    let printed = house.run(|| press.run());
    let failed = press.failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    // A template fails on a line of its own; which of the pieces that it lays out made it fail is told here.
    for problem in found.all() {
        let nameless = problem.code == codes::TEMPLATE && problem.causes.iter().all(|cause| !cause.contains(&job.called()));
        diagnostics.push(if nameless { problem.because(job.called()) } else { problem });
    }
    if printed.is_none() {
        sink.discard();
    }
    failed.map_or(Ok(printed), Err)
}

struct Press<'a> {
    house: &'a PrintHouse,
    job: &'a Job<'a>,
    sheet: Sheet,
    found: &'a Diagnostics,
    sink: &'a dyn Sink,
    inspector: &'a Inspector<'a>,
    /// The first error of the sink.
    failed: Mutex<Option<io::Error>>,
}

impl Press<'_> {
    fn run(&self) -> Option<Facts> {
        self.check_job();
        if self.found.has_errors() {
            return None;
        }
        let (desk, places) = compose::artwork(self.house, self.job);
        let codes = Codes::default();
        let artwork = finish_frames(&typeset(&desk, &places, self.found)?, Some(&codes));
        let inspection =
            Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes, under: &[] };
        inspection.artwork(&artwork, self.found);
        if !self.found.has_errors() {
            readback::artwork(&artwork, self.job, self.found);
        }
        let plan = SlotPlan::of(&artwork);
        if self.found.has_errors() {
            // Villages are looked at all the same, so that one run tells everything.
            let villages = &self.job.villages;
            let starts = (0..villages.len()).step_by(CHUNK);
            starts.for_each(|start| self.check(&artwork, &plan, &villages.chunk(start, CHUNK)));
            return None;
        }
        if let Some(pixels) = self.job.format.pixels {
            let facts = self.with_screen(self.card(&artwork, pixels)?);
            return facts.filter(|_| !self.found.has_errors());
        }
        let ident = format!("{} {}", self.job.stem, self.job.sender.region_code);
        let inked = self.inked(&artwork, &desk, &places)?;
        let artwork = self.as_printed(artwork, |_| Some(inked.clone()));
        let (inked, sheet) = self.sheets(inked)?;
        let pdf = self.sound(export::pdf(inked.pages(), &ident, self.job.outlined, sheet.scale))?;
        let pdf = match &self.job.contour {
            Some(line) if self.job.format.tiles.is_none() => self.sound(contour::draw(&pdf, &sheet, line))?,
            _ => pdf,
        };
        let villages = self.job.is_per_village();
        let facts = if villages { self.villages(&artwork, &plan, &pdf) } else { self.single(&artwork, &pdf, &sheet) };
        let facts = self.with_screen(facts?);
        if villages {
            // Fitting the leaflet for screens leaves as much behind as all else that is in memory by now.
            self.house.forget();
        }
        facts.filter(|_| !self.found.has_errors())
    }

    /// What can be said before anything is set.
    fn check_job(&self) {
        let job = self.job;
        job.problems.iter().for_each(|problem| self.found.push(problem.clone()));
        pictures::check(self.house.gate(), &job.pictures, self.found);
        self.check_tiles();
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

    /// Puts pictures of the artwork, with the slots of a village over it when given.
    fn previews(&self, artwork: &PagedDocument, slots: Option<&[Page]>) -> Option<Vec<Preview>> {
        let draw = |(index, page): (usize, &Page)| {
            let over = slots.and_then(|pages| pages.get(index));
            let (bytes, width, height) = preview::png(page, over, self.house.screen_colours())?;
            let path = format!("{}-{}.png", self.job.stem, index + 1);
            let put = self.kept(self.sink.put(&path, bytes));
            Some(put.map(|()| Preview { path, width, height }))
        };
        artwork.pages().par_iter().enumerate().filter_map(draw).collect()
    }

    /// Puts a file and tells what it is.
    fn put(&self, kind: FileKind, path: String, pages: usize, bytes: Vec<u8>) -> Option<PrintedFile> {
        let file = PrintedFile { kind, path, district: None, pages, bytes: bytes.len(), sha256: sha256(&bytes) };
        self.kept(self.sink.put(&file.path, bytes))?;
        Some(file)
    }

    /// Puts the proofs of the artwork, with the slots of a village over it when given.
    fn put_proofs(&self, artwork: &PagedDocument, slots: Option<&[Page]>) -> Option<Vec<PrintedFile>> {
        let proofs = self.proofs(artwork, slots).into_iter();
        proofs.map(|(path, bytes)| self.put(FileKind::Proof, path, 1, bytes)).collect()
    }

    /// What is told of this piece when these files were put.
    fn facts(&self, files: Vec<PrintedFile>, previews: Vec<Preview>) -> Facts {
        Facts {
            files,
            villages: VillageFiles::default(),
            previews,
            share: None,
            width: self.job.format.width,
            height: self.job.format.height,
        }
    }

    /// The value, or the end of this piece: the sink can't take any more.
    fn kept<T>(&self, result: io::Result<T>) -> Option<T> {
        let keep = |error| {
            self.failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
        };
        result.map_err(keep).ok()
    }

    fn inspect(&self, pdf: &[u8], sheet: &Sheet) {
        for fault in (self.inspector)(pdf, sheet) {
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

/// Links out, codes in.
pub(super) fn finish_frames(document: &PagedDocument, codes: Option<&Codes>) -> PagedDocument {
    let info = typst::model::Document::info(document).clone();
    let mut pages: EcoVec<Page> = document.pages().into();
    for page in pages.make_mut() {
        remove_links(&mut page.frame);
        if let Some(codes) = codes {
            draw_codes(page, codes);
        }
    }
    PagedDocument::new(pages, info)
}

/// Draws the codes of a page into their boxes.
fn draw_codes(page: &mut Page, codes: &Codes) {
    insert_codes(&mut page.frame, &mut |address, side| {
        let ink = typst::visualize::Paint::Solid(compose::black());
        Some(codes.get(address)?.drawing(typst::layout::Abs::pt(side), ink))
    });
}

#[cfg(test)]
mod tests;
