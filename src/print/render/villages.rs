//! A piece with a sheet a village: slots over the artwork, chunk by chunk.

use std::io;
use std::ops::Range;

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::books::Books;
use super::press_sheets::PressSheets;
use super::{Press, draw_codes, finish_frames};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::print::facts::{Facts, Preview, PrintedFile, VillageFile, VillageFiles};
use crate::print::geometry::Area;
use crate::print::house::typeset;
use crate::print::job::Row;
use crate::print::places::Places;
use crate::print::preflight::Inspection;
use crate::print::press::binder::{Artwork, Slots};
use crate::print::press::{code, export, office, repertoire};
use crate::print::qr::Codes;
use crate::print::slots::{CHUNK, Fit, SlotPlan, rows_json};
use crate::print::world::Desk;
use crate::print::{codes, compose, readback, slots};

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
    /// Each village's own file, which is put already.
    own: Vec<VillageFile>,
}

/// The slot pages of a chunk, without codes: these are drawn into the file.
struct LaidOut {
    pages: Vec<Page>,
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
        let on_paper = office::suits(&job.format).then(|| Artwork::for_office(pdf, &self.sheet, &job.format));
        let on_paper = self.sound(on_paper.transpose())?;
        let mut files = Files {
            press: self,
            artwork,
            plan,
            books: Books::new(self, &bound),
            copies: on_paper.as_ref().map(|artwork| Books::for_office(self, artwork)),
            sheets: PressSheets::begin(self, &bound, plan.pages())?,
            pictures: None,
            own: Vec::new(),
        };
        let starts: Vec<usize> = (0..job.villages.len()).step_by(CHUNK).collect();
        let mut waiting = Vec::new();
        for starts in starts.chunks(AT_ONCE) {
            let make = |start: &usize| {
                let rows = job.villages.chunk(*start, CHUNK);
                let made = self.make(artwork, &bound, plan, &rows);
                (rows, made)
            };
            let last = std::mem::take(&mut waiting);
            // Binding is for one thread: the others make the next chunks meanwhile.
            let (made, taken): (Vec<(Vec<Row>, Option<Made>)>, _) =
                rayon::join(|| starts.par_iter().map(make).collect(), || files.take(last));
            // A chunk with problems does not keep the next ones from being checked.
            if self.found.has_errors() {
                continue;
            }
            taken?;
            waiting = made;
        }
        if self.found.has_errors() {
            return None;
        }
        files.take(waiting)?;
        files.finish()
    }

    /// Lays out, checks and exports a chunk of villages.
    fn make(&self, artwork: &PagedDocument, bound: &Artwork, plan: &SlotPlan, rows: &[Row]) -> Option<Made> {
        let laid_out = self.chunk(artwork, plan, rows).filter(|_| !self.found.has_errors())?;
        let each = plan.pages().max(1);
        let slots = self.sound(self.export(plan, rows, &laid_out))?;
        let numbered: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
        let own = numbered.par_iter().with_min_len(AT_A_TIME).map(|(index, row)| {
            let bytes = self.sound(own_file(bound, &slots, index * each..(index + 1) * each, &self.title(row)))?;
            if *index == 0 {
                self.inspect(&bytes, &self.sheet);
            }
            // Here and not one after the other: a file costs the system more time than its bytes cost us.
            let file = VillageFile::of(&row.code, plan.pages(), &bytes);
            self.kept(self.sink.put(&file.path(&self.job.own_stem), bytes))?;
            Some(file)
        });
        let own = own.collect::<Option<Vec<VillageFile>>>()?;
        let first = coded(laid_out.pages.get(..each).unwrap_or_default(), &laid_out.codes);
        Some(Made { first, slots, own })
    }

    /// What a village's own file is called in a reader's window.
    fn title(&self, row: &Row) -> String {
        format!("{} – {}", self.job.title.value, row.name)
    }

    /// The slot pages as PDF drawings.
    fn export(&self, plan: &SlotPlan, rows: &[Row], laid_out: &LaidOut) -> io::Result<Slots> {
        let each = plan.pages().max(1);
        let mut slots = Slots::new(laid_out.pages.len());
        for group in repertoire::groups(&laid_out.pages, each) {
            let places = || group.villages.iter().flat_map(|village| village * each..(village + 1) * each);
            let pages = places().filter_map(|place| laid_out.pages.get(place));
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
        let (desk, places) = compose::slots(self.house, self.job, plan.json(), rows_json(rows, Fit::Full));
        let codes = Codes::of(rows.iter().map(|row| row.qr.as_str()));
        let mut pages = self.slot_pages(&desk, &places)?;
        let each = plan.pages().max(1);
        let tight = slots::tight(&pages, each);
        let measured: Vec<Row> = tight.iter().filter_map(|village| rows.get(*village)).cloned().collect();
        if !measured.is_empty() {
            let (desk, places) = compose::slots(self.house, self.job, plan.json(), rows_json(&measured, Fit::Measured));
            let again = self.slot_pages(&desk, &places)?;
            for (village, again) in tight.iter().zip(again.chunks(each)) {
                let of_village = village * each..(village + 1) * each;
                pages.get_mut(of_village).into_iter().flatten().zip(again).for_each(|(page, again)| page.clone_from(again));
            }
        }
        let under = artwork.pages();
        let inspection = Inspection { job: self.job, sheet: &self.sheet, desk: &desk, places: &places, codes: &codes, under };
        let sheets: Vec<(&[Page], &Row)> = pages.chunks(each).zip(rows).collect();
        let sample = sample(rows);
        sheets.par_iter().with_min_len(AT_A_TIME).for_each(|(pages, row)| {
            let found = Diagnostics::new();
            // Drawn for one village at a time: as curves, the codes of a chunk would take more memory than all else.
            let pages = coded(pages, &codes);
            inspection.village(&pages, row, &found);
            if !found.has_errors() {
                // Text that runs over a code is told once, as text that does not fit.
                let decode = sample.contains(&row.code.as_str());
                readback::village(&pages, row, &codes, decode, &found);
            }
            self.found.absorb(found);
        });
        Some(LaidOut { pages, codes })
    }

    /// Lays out what is on a desk with villages. What Typst remembers of hundreds of them helps with no other.
    fn slot_pages(&self, desk: &Desk<'_>, places: &Places<'_>) -> Option<Vec<Page>> {
        let document = typeset(desk, places, self.found);
        self.house.forget();
        Some(finish_frames(&document?, None).pages().to_vec())
    }

    /// The slots of one record, checked, as they are looked at.
    pub(super) fn one(&self, artwork: &PagedDocument, plan: &SlotPlan, row: &Row) -> Option<Vec<Page>> {
        let laid_out = self.chunk(artwork, plan, std::slice::from_ref(row))?;
        Some(coded(&laid_out.pages, &laid_out.codes))
    }

    /// Checks a chunk and makes nothing of it.
    pub(super) fn check(&self, artwork: &PagedDocument, plan: &SlotPlan, rows: &[Row]) {
        drop(self.chunk(artwork, plan, rows));
    }
}

/// Everything that is made of the villages, while it is being made.
struct Files<'a> {
    press: &'a Press<'a>,
    artwork: &'a PagedDocument,
    plan: &'a SlotPlan,
    books: Books<'a>,
    /// For the office's own printer, where the sheet fits on its paper.
    copies: Option<Books<'a>>,
    sheets: Option<PressSheets<'a>>,
    /// Previews and proofs with the first village on them.
    pictures: Option<(Vec<Preview>, Vec<PrintedFile>)>,
    own: Vec<VillageFile>,
}

impl Files<'_> {
    /// Takes up chunks of villages, in their order.
    fn take(&mut self, chunks: Vec<(Vec<Row>, Option<Made>)>) -> Option<()> {
        for (rows, made) in chunks {
            let made = made?;
            if self.pictures.is_none() {
                let previews = self.press.previews(self.artwork, Some(&made.first))?;
                self.pictures = Some((previews, self.press.put_proofs(self.artwork, Some(&made.first))?));
            }
            self.books.add(self.plan, &rows, &made.slots)?;
            if let Some(copies) = &mut self.copies {
                copies.add(self.plan, &rows, &made.slots)?;
            }
            if let Some(sheets) = &mut self.sheets {
                sheets.add(self.plan, &rows, &made.slots)?;
            }
            self.own.extend(made.own);
        }
        Some(())
    }

    /// Ends all files.
    fn finish(self) -> Option<Facts> {
        let job = self.press.job;
        let (previews, mut proofs) = self.pictures.unwrap_or_default();
        let mut files = self.books.finish()?;
        if let Some(sheets) = self.sheets {
            files.push(sheets.finish(&job.villages)?);
        }
        files.append(&mut self.press.lists()?);
        files.append(&mut proofs);
        if let Some(copies) = self.copies {
            files.append(&mut copies.finish()?);
        }
        let villages = VillageFiles { stem: job.own_stem.clone(), files: self.own };
        Some(Facts { villages, ..self.press.facts(files, previews) })
    }
}

/// A village's pages with their codes, as they are looked at.
fn coded(pages: &[Page], codes: &Codes) -> Vec<Page> {
    let mut pages = pages.to_vec();
    pages.iter_mut().for_each(|page| draw_codes(page, codes));
    pages
}

/// The file of one village alone.
fn own_file(bound: &Artwork, slots: &Slots, pages: Range<usize>, title: &str) -> io::Result<Vec<u8>> {
    let mut binder = bound.bind(Vec::new())?;
    binder.add(slots, pages)?;
    binder.finish(title)
}

/// Villages whose codes are also read as a phone would: the first, the last, and the one with the
/// longest address.
fn sample(rows: &[Row]) -> Vec<&str> {
    let longest = rows.iter().max_by_key(|row| (row.qr.len(), std::cmp::Reverse(&row.code)));
    [rows.first(), rows.last(), longest].into_iter().flatten().map(|row| row.code.as_str()).collect()
}
