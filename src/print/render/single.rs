//! A piece without village data: the artwork is the file.

use typst_layout::PagedDocument;

use super::Press;
use super::press_sheets::PressSheets;
use crate::print::facts::{Facts, FileKind};
use crate::print::geometry::Sheet;
use crate::print::press::binder::{Artwork, finish_single};
use crate::print::press::tiles;

impl Press<'_> {
    /// One file of the artwork's pages, or of the sheets it was cut into, whose boxes are `sheet`.
    pub(super) fn single(&self, artwork: &PagedDocument, pdf: &[u8], sheet: &Sheet) -> Option<Facts> {
        let bytes = self.sound(finish_single(pdf, sheet, &self.job.title.value, self.house.intent()))?;
        self.inspect(&bytes, sheet);
        if self.found.has_errors() {
            return None;
        }
        let previews = self.previews(artwork, None)?;
        let pages = artwork.pages().len() * tiles::tiles(&self.job.format).len().max(1);
        let mut files = vec![self.put(FileKind::Press, format!("{}.pdf", self.job.stem), pages, bytes)?];
        if self.job.format.press_sheet.is_some() {
            let bound = self.sound(Artwork::read(pdf, &self.sheet, self.house.intent()))?;
            let sheets = PressSheets::begin(self, &bound, artwork.pages().len())?;
            files.extend(sheets.and_then(PressSheets::finish_same));
        }
        files.append(&mut self.put_proofs(artwork, None)?);
        Some(self.facts(files, previews))
    }
}
