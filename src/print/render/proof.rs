//! Proofs: pictures that show the shop, and a colleague on the phone, what the finished sheet must look like.

use rayon::prelude::*;
use typst_layout::{Page, PagedDocument};

use super::Press;
use crate::print::preview;

/// What stands in a proof's name between the piece and the number of the page.
const PART: &str = "-proof-";

/// Whether a file of this name is a proof.
pub fn is_proof(name: &str) -> bool {
    name.contains(PART)
}

impl Press<'_> {
    /// A proof of each page, by its path; with the slots of a village over it when given.
    pub(super) fn proofs(&self, artwork: &PagedDocument, slots: Option<&[Page]>) -> Vec<(String, Vec<u8>)> {
        let pages = artwork.pages().par_iter().enumerate();
        let proofs = pages.filter_map(|(index, page)| {
            let over = slots.and_then(|pages| pages.get(index));
            let folds = self.sheet.sides.get(index).map_or(&[][..], |side| side.folds.as_slice());
            let bytes = preview::proof(page, over, &self.sheet, folds, self.house.screen_colours())?;
            Some((format!("{}{PART}{}.png", self.job.stem, index + 1), bytes))
        });
        proofs.collect()
    }
}
