//! One job through the house: artwork once ([`single`] when that is all), then the villages chunk by chunk ([`villages`]).

mod pictures;
mod proof;
mod screen;
mod single;
mod villages;

pub use proof::is_proof;

use typst::ecow::EcoVec;
use typst_layout::{Page, PagedDocument};

use super::facts::{Facts, FileKind, Preview, PrintedFile, Sink, sha256};
use super::frames::inject::{insert_codes, remove_links};
use super::geometry::{LONGEST_SIDE, Sheet, media_margin};
use super::house::{PrintHouse, typeset};
use super::job::Job;
use super::preflight::Inspection;
use super::press::{export, inspect};
use super::qr::Codes;
use super::slots::{CHUNK, SlotPlan};
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

impl Printed {
    fn add_proofs(&mut self, proofs: Vec<(String, Vec<u8>)>) {
        for (path, bytes) in proofs {
            let (kind, sha256) = (FileKind::Proof, sha256(&bytes));
            let file = PrintedFile { kind, path: path.clone(), village: None, pages: 1, bytes: bytes.len(), sha256 };
            self.facts.files.push(file);
            self.files.push((path, bytes));
        }
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
        let inspection =
            Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes, under: &[] };
        inspection.artwork(&artwork, self.found);
        if !self.found.has_errors() {
            readback::artwork(&artwork, self.job, self.found);
        }
        let plan = SlotPlan::of(&artwork);
        if self.found.has_errors() {
            // Villages are looked at all the same, so that one run tells everything.
            self.job.villages.chunks(CHUNK).for_each(|rows| drop(self.chunk(&artwork, &plan, rows)));
            return None;
        }
        let ident = format!("{} {}", self.job.stem, self.job.sender.region_code);
        let inked = self.inked(&artwork, &desk, &places)?;
        let pdf = self.sound(export::pdf(inked.pages(), &ident, self.job.outlined))?;
        let printed = if self.job.is_per_village() { self.villages(&artwork, &plan, &pdf) } else { self.single(&artwork, &pdf) };
        let printed = self.with_screen(printed?);
        printed.filter(|_| !self.found.has_errors())
    }

    /// What can be said before anything is set.
    fn check_job(&self) {
        let job = self.job;
        job.problems.iter().for_each(|problem| self.found.push(problem.clone()));
        pictures::check(self.house, job, self.found);
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
