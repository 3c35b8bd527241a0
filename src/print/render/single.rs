//! A piece without village data: the artwork is the file.

use typst_layout::PagedDocument;

use super::{Press, Printed};
use crate::print::press::binder::finish_single;

impl Press<'_> {
    /// One file of the artwork's pages.
    pub(super) fn single(&self, artwork: &PagedDocument, pdf: &[u8]) -> Option<Printed> {
        let bytes = self.sound(finish_single(pdf, &self.sheet, &self.job.title.value))?;
        self.inspect(&bytes);
        let mut printed = Printed::new(self.job);
        self.previews(artwork, None, &mut printed);
        printed.add(bytes, &self.job.stem, None, artwork.pages().len());
        printed.add_proofs(self.proofs(artwork, None));
        Some(printed)
    }
}
