//! Merged files: all villages of a kabupaten or of a kecamatan in one, with bookmarks, written while the villages are made.

use std::io::{self, Write};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::Press;
use crate::content::piece::Binding;
use crate::print::facts::{FileKind, Outlet, PrintedFile, hex};
use crate::print::job::{District, Row};
use crate::print::press::binder::{Artwork, Binder, Slots};
use crate::print::slots::SlotPlan;

/// What the name of a copy for the office's own printer ends in.
pub const OFFICE_ENDING: &str = "-printer-kantor.pdf";

/// A letter to one recipient stands in a file at most so often: more is a slip in the list, and no reason for a file without end.
const MOST_LETTERS: u64 = 100;

/// The merged files of a piece: at most one is being written.
pub(super) struct Books<'a> {
    press: &'a Press<'a>,
    artwork: &'a Artwork,
    /// Whether these are the copies for the office's own printer.
    for_office: bool,
    open: Option<Book<'a>>,
    done: Vec<PrintedFile>,
}

/// A merged file in the making.
struct Book<'a> {
    binder: Binder<'a, Tally<Box<dyn Outlet + 'a>>>,
    file: PrintedFile,
    title: String,
    /// The kecamatan whose bookmarks are open.
    district: Option<Arc<District>>,
}

impl<'a> Books<'a> {
    /// No file yet.
    pub(super) fn new(press: &'a Press<'a>, artwork: &'a Artwork) -> Books<'a> {
        Books { press, artwork, for_office: false, open: None, done: Vec::new() }
    }

    /// The same for the office's own printer.
    pub(super) fn for_office(press: &'a Press<'a>, artwork: &'a Artwork) -> Books<'a> {
        Books { for_office: true, ..Books::new(press, artwork) }
    }

    /// Adds the slot pages of a chunk of villages, in the order of its rows.
    pub(super) fn add(&mut self, plan: &SlotPlan, rows: &[Row], slots: &Slots) -> Option<()> {
        let each = plan.pages();
        // The office prints of its own copies whatever it needs; a shop is sent no sheet that nobody ordered.
        let all = self.for_office || !self.press.job.is_counted();
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| all || row.copies.is_some()) {
            let district = row.district.as_ref();
            match self.press.job.binding {
                Binding::Village if !self.for_office => return Some(()),
                // Whoever prints at the office prints the villages of a kecamatan, not a thousand files.
                Binding::Village | Binding::District
                    if self.open.as_ref().is_some_and(|book| book.district.as_ref() != district) =>
                {
                    self.close()?;
                }
                Binding::Village | Binding::District | Binding::Regency => {}
            }
            if self.open.is_none() {
                self.open = Some(self.begin(district)?);
            }
            // A letter is printed as often as it is sent; of a village's sheet the shop is told how often.
            let times = row.copies.filter(|_| self.press.job.by_recipient).unwrap_or(1).min(MOST_LETTERS);
            let added = self.open.as_mut().map(|book| book.add(row, slots, index * each..(index + 1) * each, times));
            self.press.kept(added?)?;
        }
        Some(())
    }

    /// Ends the last file; gives all of them.
    pub(super) fn finish(mut self) -> Option<Vec<PrintedFile>> {
        self.close()?;
        Some(self.done)
    }

    fn begin(&self, district: Option<&Arc<District>>) -> Option<Book<'a>> {
        let job = self.press.job;
        let of_district = district.filter(|_| job.binding != Binding::Regency);
        let stem = of_district.map_or(&job.stem, |district| &district.stem);
        let place = of_district.map_or_else(|| job.sender.region.clone(), |district| format!("Kecamatan {}", district.name));
        let file = PrintedFile {
            kind: match of_district {
                _ if self.for_office => FileKind::Office,
                Some(_) => FileKind::District,
                None => FileKind::Press,
            },
            path: if self.for_office { format!("{stem}{OFFICE_ENDING}") } else { format!("{stem}.pdf") },
            district: of_district.map(|district| district.name.clone()),
            pages: 0,
            bytes: 0,
            sha256: String::new(),
        };
        let outlet = self.press.kept(self.press.sink.open(&file.path))?;
        let binder = self.press.kept(self.artwork.bind(Tally::new(outlet)))?;
        Some(Book { binder, file, title: format!("{} – {place}", job.title.value), district: None })
    }

    fn close(&mut self) -> Option<()> {
        let Some(book) = self.open.take() else { return Some(()) };
        self.done.push(closed(self.press, book.binder, &book.title, book.file)?);
        Some(())
    }
}

/// Ends a file; gives it with its measures.
pub(super) fn closed(
    press: &Press<'_>,
    binder: Binder<'_, Tally<Box<dyn Outlet + '_>>>,
    title: &str,
    file: PrintedFile,
) -> Option<PrintedFile> {
    let pages = binder.pages();
    let tally = press.kept(binder.finish(title))?;
    let (bytes, sha256) = (tally.bytes, hex(&tally.hash.finalize()));
    press.kept(tally.out.close())?;
    Some(PrintedFile { pages, bytes, sha256, ..file })
}

impl<'a> Book<'a> {
    fn add(&mut self, row: &Row, slots: &Slots, pages: std::ops::Range<usize>, times: u64) -> io::Result<()> {
        let first = self.binder.add(slots, pages.clone())?;
        for _ in 1..times {
            self.binder.add(slots, pages.clone())?;
        }
        match &row.district {
            Some(district) => {
                if self.district.as_ref() != Some(district) {
                    self.binder.open_bookmarks(&district.name, first)?;
                    self.district = Some(Arc::clone(district));
                }
                self.binder.bookmark(&row.name, first)
            }
            None => self.binder.open_bookmarks(&row.name, first),
        }
    }
}

/// Counts and hashes what goes through.
pub(super) struct Tally<W> {
    out: W,
    bytes: usize,
    hash: Sha256,
}

impl<W> Tally<W> {
    /// Nothing yet.
    pub(super) fn new(out: W) -> Tally<W> {
        Tally { out, bytes: 0, hash: Sha256::new() }
    }
}

impl<W: Write> Write for Tally<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.hash.update(bytes.get(..taken).unwrap_or_default());
        self.bytes += taken;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
