//! The pages of the press file: those of the artwork, or the sheets that a large poster is cut into.

use typst::ecow::EcoVec;
use typst_layout::PagedDocument;

use super::Press;
use crate::diagnostics::Diagnostic;
use crate::print::geometry::Sheet;
use crate::print::house::typeset;
use crate::print::press::tiles;
use crate::print::{codes, compose};

impl Press<'_> {
    /// The artwork as it is printed, and the boxes of its pages.
    pub(super) fn sheets(&self, artwork: PagedDocument) -> Option<(PagedDocument, Sheet)> {
        let tiles = tiles::tiles(&self.job.format);
        let Some(first) = tiles.first() else { return Some((artwork, self.sheet.clone())) };
        let (desk, places) = compose::tiles(self.house, self.job, &tiles);
        let slugs = typeset(&desk, &places, self.found)?;
        let pages = tiles::cut(&artwork, &slugs, &tiles, &self.sheet);
        let info = typst::model::Document::info(&artwork).clone();
        Some((PagedDocument::new(EcoVec::from(pages), info), tiles::sheet(&self.sheet, first)))
    }

    /// A poster of several sheets that varied by village would have its sheets mixed up before they are put together.
    pub(super) fn check_tiles(&self) {
        if self.job.format.tiles.is_some() && self.job.is_per_village() {
            self.found.push(
                Diagnostic::error(codes::TILED_VILLAGES, "poster beberapa lembar tidak dapat dibuat per desa")
                    .at(&self.job.title.place)
                    .because(format!("format `{}` memakai `ubin`", self.job.format.id))
                    .hint("hapus `per_desa`, atau pilih format satu lembar"),
            );
        }
    }
}
