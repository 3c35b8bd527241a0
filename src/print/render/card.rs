//! A card for screens: no press file, but a picture of the width that its format asks for. Of slides it is the first.

use typst_layout::PagedDocument;

use super::Press;
use crate::print::facts::{Facts, FileKind, Preview};
use crate::print::preview;

impl Press<'_> {
    /// The picture, which is also its own preview.
    pub(super) fn card(&self, artwork: &PagedDocument, pixels: u32) -> Option<Facts> {
        let (bytes, width, height) = preview::card(artwork.pages().first()?, self.house.screen_colours(), pixels)?;
        let path = format!("{}.png", self.job.stem);
        let preview = Preview { path: path.clone(), width, height };
        Some(self.facts(vec![self.put(FileKind::Card, path, 1, bytes)?], vec![preview]))
    }
}
