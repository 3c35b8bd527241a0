//! A card for screens: no press file, but a picture of the width that its format asks for. Of slides it is the first.

use typst_layout::PagedDocument;

use super::Press;
use crate::print::facts::{Facts, FileKind, Preview};
use crate::print::preview;

/// Width and height in pixels of the picture that is shown beside a link; a card of this size is one too.
const BESIDE_LINKS: (u32, u32) = (1200, 630);

impl Press<'_> {
    /// The picture, which is also its own preview.
    pub(super) fn card(&self, artwork: &PagedDocument, pixels: u32) -> Option<Facts> {
        let (bytes, width, height) = preview::card(artwork.pages().first()?, self.house.screen_colours(), pixels)?;
        let share = if (width, height) == BESIDE_LINKS { Some(self.beside_links(&bytes)?) } else { None };
        let path = format!("{}.png", self.job.stem);
        let preview = Preview { path: path.clone(), width, height };
        let facts = self.facts(vec![self.put(FileKind::Card, path, 1, bytes)?], vec![preview]);
        Some(Facts { share, ..facts })
    }

    /// The card as a JPEG: what fetches pictures beside links gives up on large ones.
    fn beside_links(&self, png: &[u8]) -> Option<Preview> {
        let (width, height) = BESIDE_LINKS;
        let path = format!("{}.jpg", self.job.stem);
        self.kept(self.sink.put(&path, preview::light(png)?))?;
        Some(Preview { path, width, height })
    }
}
