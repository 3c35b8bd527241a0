//! Press sheets with several copies on each, beside the file with a copy a page.

use serde::Serialize;

use super::Press;
use super::books::{Tally, closed};
use crate::diagnostics::Diagnostic;
use crate::print::codes;
use crate::print::facts::{FileKind, Outlet, PrintedFile};
use crate::print::house::typeset;
use crate::print::job::{Row, Rows};
use crate::print::places::Places;
use crate::print::press::binder::{Artwork, Binder, Slots};
use crate::print::press::export;
use crate::print::press::impose::{Layout, order};
use crate::print::slots::SlotPlan;
use crate::print::world::Desk;

/// How the name of a file of press sheets ends, after the piece's id.
const PART: &str = "-susun.pdf";

/// Whether a file of this name holds press sheets with several copies on each.
pub fn is_press_sheet(name: &str) -> bool {
    name.ends_with(PART)
}

/// A file of press sheets in the making.
pub(super) struct PressSheets<'a> {
    press: &'a Press<'a>,
    layout: Layout,
    frame: Slots,
    binder: Binder<'a, Tally<Box<dyn Outlet + 'a>>>,
    path: String,
    sides: usize,
    /// The slots of each village, as forms that the file holds already.
    villages: Vec<Vec<u32>>,
}

#[derive(Serialize)]
struct Paper {
    judul: String,
    lebar: f64,
    tinggi: f64,
    tanda: Vec<((f64, f64), (f64, f64))>,
    slug: Option<(f64, f64, f64)>,
    keterangan: Vec<String>,
}

impl<'a> PressSheets<'a> {
    /// Begins the file, when the format is printed several on a sheet. The outer `None`: it can't be begun.
    pub(super) fn begin(press: &'a Press<'a>, artwork: &'a Artwork, sides: usize) -> Option<Option<PressSheets<'a>>> {
        let Some(layout) = Layout::of(&press.job.format, &press.sheet) else { return Some(None) };
        let refuse = |fault: String| {
            press.found.push(
                Diagnostic::error(codes::PRESS_SHEET, fault)
                    .at(&press.job.format.place)
                    .hint("perbesar `cetak_di`, kecilkan `tepi` atau `sela` di dalamnya, atau hapus kunci itu"),
            );
        };
        let layout = layout.map_err(refuse).ok()?;
        let frame = press.frame(&layout, sides)?;
        let path = format!("{}{PART}", press.job.stem);
        let outlet = press.kept(press.sink.open(&path))?;
        let binder = press.kept(artwork.bind(Tally::new(outlet)))?;
        Some(Some(PressSheets { press, layout, frame, binder, path, sides, villages: Vec::new() }))
    }

    /// Takes a chunk of villages.
    pub(super) fn add(&mut self, plan: &SlotPlan, rows: &[Row], slots: &Slots) -> Option<()> {
        let each = plan.pages();
        for index in 0..rows.len() {
            let forms = self.binder.forms(slots, index * each..(index + 1) * each, &self.press.sheet);
            self.villages.push(self.press.kept(forms)?);
        }
        Some(())
    }

    /// Lays the villages out on their sheets and ends the file.
    pub(super) fn finish(mut self, rows: &Rows<'_>) -> Option<PrintedFile> {
        let own_sheets = self.press.job.is_counted();
        for sheet in order(self.villages.len(), self.layout.copies(), own_sheets) {
            // A counted village fills a sheet alone.
            let village = sheet.first().copied().flatten().filter(|_| own_sheets).and_then(|record| rows.get(record));
            if own_sheets && village.as_ref().is_none_or(|row| row.copies.is_none()) {
                continue;
            }
            let copies: Vec<Option<Vec<u32>>> = sheet.iter().map(|record| self.villages.get((*record)?).cloned()).collect();
            let first = self.sheet(&copies)?;
            if let Some(row) = village {
                self.press.kept(self.binder.open_bookmarks(&row.name, first))?;
            }
        }
        self.close()
    }

    /// One sheet full of the same copy, for a piece without village data.
    pub(super) fn finish_same(mut self) -> Option<PrintedFile> {
        self.sheet(&vec![Some(Vec::new()); self.layout.copies()])?;
        self.close()
    }

    /// All sides of a sheet; gives the number of the first.
    fn sheet(&mut self, copies: &[Option<Vec<u32>>]) -> Option<u32> {
        let mut first = None;
        for side in 0..self.sides {
            let page = self.press.kept(self.binder.press_sheet(&self.layout, side, copies, &self.frame))?;
            first.get_or_insert(page);
        }
        first.or(Some(0))
    }

    fn close(self) -> Option<PrintedFile> {
        let title = format!(
            "{} – {} – {} di tiap kertas",
            self.press.job.title.value,
            self.press.job.sender.region,
            self.layout.copies()
        );
        let file = PrintedFile {
            kind: FileKind::Press,
            path: self.path,
            district: None,
            pages: self.binder.pages(),
            bytes: 0,
            sha256: String::new(),
        };
        closed(self.press, self.binder, &title, file)
    }
}

impl Press<'_> {
    /// Marks and slug of the press sheet, a page a side.
    fn frame(&self, layout: &Layout, sides: usize) -> Option<Slots> {
        let job = self.job;
        let line = |side: usize| {
            let side = if sides > 1 { format!(" · sisi {} dari {sides}", side + 1) } else { String::new() };
            let copies = layout.copies();
            let cut = job
                .contour
                .as_ref()
                .map_or("potong menurut tanda".to_owned(), |line| format!("potong menurut garis {}", line.ink));
            format!("{} · {} · {} · {copies} lembar di tiap kertas{side} · {cut}", job.title.value, job.id, job.sender.region)
        };
        let paper = Paper {
            judul: job.title.value.clone(),
            lebar: layout.sheet.media.width(),
            tinggi: layout.sheet.media.height(),
            tanda: layout.marks(),
            slug: layout.slug(),
            keterangan: (0..sides).map(line).collect(),
        };
        let data = self.sound(serde_json::to_vec(&paper))?;
        let main = "#import \"/sistem/susun.typ\": kertas\n#kertas(json(\"/kertas.json\"))\n";
        let mut desk = Desk::new(self.house, main.to_owned());
        desk.add_file("/kertas.json", data);
        let pages = typeset(&desk, &Places::new(self.house), self.found)?;
        let pdf = self.sound(export::pdf(pages.pages(), &format!("{} susun", job.stem), job.outlined, 1.0))?;
        let mut frame = Slots::new(sides);
        self.sound(frame.read(&pdf, 0..sides))?;
        Some(frame)
    }
}
