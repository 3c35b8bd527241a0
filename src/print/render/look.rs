//! One sheet to look at while its text is written: laid out and judged as for the press, but nothing is made of it except pictures.

use std::sync::Mutex;

use typst::layout::Frame;

use super::{Press, finish_frames};
use crate::diagnostics::Diagnostics;
use crate::print::facts::{Outlet, Sink};
use crate::print::geometry::Sheet;
use crate::print::house::{PrintHouse, typeset};
use crate::print::job::{Job, Row};
use crate::print::preflight::Inspection;
use crate::print::press::inspect;
use crate::print::qr::Codes;
use crate::print::slots::SlotPlan;
use crate::print::{compose, preview};

/// The pages of a sheet, laid out.
pub struct Look {
    pages: Vec<Frame>,
}

/// A picture of a page.
pub struct Shot {
    /// A PNG.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

impl Look {
    /// How many pages there are.
    pub fn len(&self) -> usize {
        self.pages.len()
    }

    /// Whether there is no page at all.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The trimmed width and height of a page, counted from 0, in points.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        self.pages.get(page).map(|frame| (frame.width().to_pt(), frame.height().to_pt()))
    }

    /// A picture of a page, counted from 0, that is `pixels` wide.
    pub fn shot(&self, page: usize, pixels: u32) -> Option<Shot> {
        let (bytes, width, height) = preview::quick(self.pages.get(page)?, f64::from(pixels))?;
        Some(Shot { bytes, width, height })
    }
}

/// Lays out one sheet of a job: of a piece with a sheet a village, or a letter, the one of `record`, else of the first. What preflight finds
/// is told, and the sheet is shown all the same. `None` when it can't be laid out at all.
pub fn look(house: &PrintHouse, job: &Job<'_>, record: Option<&str>, diagnostics: &Diagnostics) -> Option<Look> {
    let found = Diagnostics::new();
    let press = Press {
        house,
        job,
        sheet: Sheet::of(&job.format, job.finishing.as_ref()),
        found: &found,
        sink: &Nowhere,
        inspector: &inspect::faults,
        failed: Mutex::default(),
    };
    let row = job.villages.iter().find(|row| Some(row.code.as_str()) == record).or_else(|| job.villages.get(0));
    let look = house.run(|| press.look(row.as_ref()));
    diagnostics.absorb(found);
    look
}

impl Press<'_> {
    fn look(&self, row: Option<&Row>) -> Option<Look> {
        self.check_job();
        if self.found.has_errors() {
            return None;
        }
        let (desk, places) = compose::artwork(self.house, self.job);
        let codes = Codes::default();
        let artwork = finish_frames(&typeset(&desk, &places, self.found)?, Some(&codes));
        let (job, sheet) = (self.job, &self.sheet);
        let inspection = Inspection { job, sheet, desk: &desk, places: &places, codes: &codes, under: &[] };
        inspection.artwork(&artwork, self.found);
        let artwork = self.as_printed(artwork, |artwork| self.inked(artwork, &desk, &places));
        let slots = row.and_then(|row| self.one(&artwork, &SlotPlan::of(&artwork), row));
        let over = |index: usize| slots.as_ref().and_then(|pages| pages.get(index));
        let pages = artwork.pages().iter().enumerate();
        let colours = self.house.screen_colours();
        Some(Look { pages: pages.map(|(index, page)| preview::on_screen(page, over(index), colours)).collect() })
    }
}

/// No file comes of a look.
struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &str, _: Vec<u8>) -> std::io::Result<()> {
        Ok(())
    }

    fn open<'s>(&'s self, _: &str) -> std::io::Result<Box<dyn Outlet + 's>> {
        Err(std::io::ErrorKind::Unsupported.into())
    }

    fn discard(&self) {}
}
