//! Where things are on a sheet: all boxes in points, measured from the trimmed sheet's upper left
//! corner, y downwards, as Typst lays out.

use crate::content::Format;

/// Points in a millimetre.
pub(crate) const PT_PER_MM: f64 = 72.0 / 25.4;
/// From the bleed's edge to the beginning of a crop mark, in mm: the mark never reaches the artwork.
const MARK_GAP: f64 = 1.0;
/// Length of a crop mark, in mm (Indonesian shops ask for 5).
const MARK_LENGTH: f64 = 5.0;
/// Paper beyond the marks, in mm.
const MARK_MARGIN: f64 = 1.0;
/// Text keeps this far from a fold, in mm: folding machines vary by about a millimetre.
pub(crate) const FOLD_CLEARANCE: f64 = 3.0;
/// The longest side of a PDF page that every reader opens, in mm (14,400 points).
pub(crate) const LONGEST_SIDE: f64 = 5080.0;

/// A rectangle in points, y downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    /// Left edge.
    pub(crate) left: f64,
    /// Upper edge.
    pub(crate) top: f64,
    /// Right edge.
    pub(crate) right: f64,
    /// Lower edge.
    pub(crate) bottom: f64,
}

impl Area {
    /// A rectangle by corner and size.
    pub(crate) fn new(left: f64, top: f64, width: f64, height: f64) -> Area {
        Area { left, top, right: left + width, bottom: top + height }
    }

    /// The same rectangle, smaller by `by` on every side.
    #[must_use]
    pub(crate) fn inset(self, by: f64) -> Area {
        Area { left: self.left + by, top: self.top + by, right: self.right - by, bottom: self.bottom - by }
    }

    /// Whether the two share more than an edge.
    pub(crate) fn meets(self, other: Area) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Width in points.
    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    /// Height in points.
    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }
}

/// A panel as the format places it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PanelArea {
    /// The panel's id.
    pub(crate) id: String,
    /// From fold to fold and edge to edge.
    pub(crate) area: Area,
}

/// One side of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SideArea {
    /// What the side is called: `luar`, `dalam`; empty for a sheet that is not folded.
    pub(crate) name: String,
    /// Panels from left to right.
    pub(crate) panels: Vec<PanelArea>,
    /// Where the folds are, x in points.
    pub(crate) folds: Vec<f64>,
}

/// The boxes of a format.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet {
    /// The trimmed sheet; its corner is the origin.
    pub(crate) trim: Area,
    /// The trim with the bleed.
    pub(crate) bleed: Area,
    /// The whole page with marks and slug.
    pub(crate) media: Area,
    /// Where text may stand.
    pub(crate) safe: Area,
    /// The sides, in the order in which they are printed; none for running text.
    pub(crate) sides: Vec<SideArea>,
}

impl Sheet {
    /// Computes the boxes of a format.
    pub(crate) fn of(format: &Format) -> Sheet {
        let trim = Area::new(0.0, 0.0, format.width * PT_PER_MM, format.height * PT_PER_MM);
        let bleed = trim.inset(-format.bleed * PT_PER_MM);
        let media = trim.inset(-media_margin(format) * PT_PER_MM);
        let safe = trim.inset(format.safe * PT_PER_MM);
        let sides = format.sides.iter().map(|side| side_area(side, trim)).collect();
        Sheet { trim, bleed, media, safe, sides }
    }
}

/// How far the page reaches beyond the trim on every side, in mm.
pub(crate) fn media_margin(format: &Format) -> f64 {
    if format.marks { format.bleed + MARK_GAP + MARK_LENGTH + MARK_MARGIN } else { format.bleed }
}

/// Where crop marks begin and end, in mm from the trim.
pub(crate) fn mark_span(format: &Format) -> (f64, f64) {
    let start = format.bleed + MARK_GAP;
    (start, start + MARK_LENGTH)
}

fn side_area(side: &crate::content::format::Side, trim: Area) -> SideArea {
    let mut x = 0.0;
    let mut panels = Vec::new();
    let mut folds = Vec::new();
    for panel in &side.panels {
        if x > 0.0 {
            folds.push(x);
        }
        let width = panel.width * PT_PER_MM;
        panels.push(PanelArea { id: panel.id.clone(), area: Area::new(x, 0.0, width, trim.height()) });
        x += width;
    }
    SideArea { name: side.name.clone(), panels, folds }
}
