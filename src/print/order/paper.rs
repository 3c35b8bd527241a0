//! How many sheets of paper the copies of a piece take when several stand on one.

use super::item::{Item, centimetres};
use super::text::thousands;
use crate::content::Format;
use crate::print::geometry::Sheet;
use crate::print::names::size;
use crate::print::press::impose::Layout;

/// Copies on press sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imposed {
    /// Copies on one sheet of paper.
    pub each: u64,
    /// The paper as a shop calls it: `A3plus (32 × 48 cm)`.
    pub paper: String,
    /// Sheets of paper that all copies take; those of each village by themselves. None while nobody has said how many copies.
    pub sheets: Option<u64>,
    /// Copies on those sheets that nobody ordered.
    pub spare: u64,
}

impl Imposed {
    /// How the copies of an item stand on the press sheets of its format; none where the format has none.
    pub(super) fn of(format: &Format, item: &Item) -> Option<Imposed> {
        let paper = format.press_sheet?;
        let layout = Layout::of(format, &Sheet::of(format, None))?.ok()?;
        let each = u64::try_from(layout.copies()).ok().filter(|each| *each > 0)?;
        let sheets = match item.villages.as_slice() {
            [] => item.copies.map(|copies| copies.div_ceil(each)),
            villages => item.copies.map(|_| villages.iter().filter_map(|line| line.copies).map(|own| own.div_ceil(each)).sum()),
        };
        let spare = sheets.zip(item.copies).map_or(0, |(sheets, copies): (u64, u64)| (sheets * each).saturating_sub(copies));
        let measures = format!("{} × {} cm", centimetres(paper.width), centimetres(paper.height));
        let called = size(paper.width, paper.height);
        let paper = if called.ends_with("cm") || called.ends_with("mm") { measures } else { format!("{called} ({measures})") };
        Some(Imposed { each, paper: paper.replace("A3plus", "A3+"), sheets, spare })
    }

    /// `isi 20, 3 lembar kertas A3+ (32 × 48 cm), sisa 12`
    pub(super) fn told(&self) -> String {
        let Some(sheets) = self.sheets else { return format!("isi {} di kertas {}", self.each, self.paper) };
        let spare = if self.spare > 0 { format!(", sisa {}", thousands(self.spare)) } else { String::new() };
        format!("isi {}, {} lembar kertas {}{spare}", self.each, thousands(sheets), self.paper)
    }
}
