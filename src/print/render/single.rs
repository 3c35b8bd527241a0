//! A piece without village data: the artwork is the file.

use typst_layout::PagedDocument;

use super::Press;
use super::press_sheets::PressSheets;
use crate::print::facts::{Facts, FileKind};
use crate::print::press::binder::{Artwork, finish_single};

impl Press<'_> {
    /// One file of the artwork's pages.
    pub(super) fn single(&self, artwork: &PagedDocument, pdf: &[u8]) -> Option<Facts> {
        let bytes = self.sound(finish_single(pdf, &self.sheet, &self.job.title.value, self.house.intent()))?;
        self.inspect(&bytes);
        if self.found.has_errors() {
            return None;
        }
        let previews = self.previews(artwork, None)?;
        let mut files = vec![self.put(FileKind::Press, format!("{}.pdf", self.job.stem), artwork.pages().len(), bytes)?];
        if self.job.format.press_sheet.is_some() {
            let bound = self.sound(Artwork::read(pdf, &self.sheet, self.house.intent()))?;
            let sheets = PressSheets::begin(self, &bound, artwork.pages().len())?;
            files.extend(sheets.and_then(PressSheets::finish_same));
        }
        files.append(&mut self.put_proofs(artwork, None)?);
        Some(self.facts(files, previews))
    }
}
