//! A piece without village data: the artwork is the file.

use typst_layout::PagedDocument;

use super::Press;
use crate::print::facts::{Facts, FileKind};
use crate::print::press::binder::finish_single;

impl Press<'_> {
    /// One file of the artwork's pages.
    pub(super) fn single(&self, artwork: &PagedDocument, pdf: &[u8]) -> Option<Facts> {
        let bytes = self.sound(finish_single(pdf, &self.sheet, &self.job.title.value))?;
        self.inspect(&bytes);
        if self.found.has_errors() {
            return None;
        }
        let previews = self.previews(artwork, None)?;
        let mut files = vec![self.put(FileKind::Press, format!("{}.pdf", self.job.stem), artwork.pages().len(), bytes)?];
        files.append(&mut self.put_proofs(artwork, None)?);
        Some(self.facts(files, previews))
    }
}
