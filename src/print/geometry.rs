//! Where things are on a sheet: all boxes in points, measured from the trimmed sheet's upper left
//! corner, y downwards, as Typst lays out.

use crate::content::Format;
use crate::content::format::{Edge, Finishing, Strips};

/// Points in a millimetre.
pub(crate) const PT_PER_MM: f64 = 72.0 / 25.4;
/// From the bleed's edge to the beginning of a crop mark, in mm: the mark never reaches the artwork.
const MARK_GAP: f64 = 1.0;
/// Length of a crop mark, in mm (Indonesian shops ask for 5).
const MARK_LENGTH: f64 = 5.0;
/// Paper beyond the marks, in mm.
const MARK_MARGIN: f64 = 1.0;
/// Paper around the bleed of what has marks, in mm.
const MARKS_DEPTH: f64 = MARK_GAP + MARK_LENGTH + MARK_MARGIN;
/// Paper around the bleed of what has a slug and no marks, in mm.
const SLUG_DEPTH: f64 = 5.0;
/// Text keeps this far from a fold, in mm: folding machines vary by about a millimetre.
pub(crate) const FOLD_CLEARANCE: f64 = 3.0;
/// Beyond a sleeve templates leave this part of the safe margin free. A pocket is sewn by hand and a cassette takes in a little more than it
/// is said to: what begins on the very line ends in the stitches.
const SLEEVE_CLEARANCE: f64 = 1.0 / 3.0;
/// Words and codes keep this far from a roll seam, in mm: strips are welded or sewn over each other by two to three centimetres.
const SEAM_REACH: f64 = 15.0;
/// Words and codes keep at least this far from the edge at which two sheets of a poster meet, in mm: hands are less exact.
const JOIN_REACH: f64 = 3.0;
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

/// Why nothing that is read may stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Obstacle {
    /// The hem that is folded back.
    Hem,
    /// A pocket for a pole.
    Sleeve,
    /// A ring for a rope.
    Eyelet,
}

/// A place that finishing takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct KeepOut {
    /// What takes it.
    pub(crate) obstacle: Obstacle,
    /// Where.
    pub(crate) area: Area,
}

/// A line across the whole sheet along which two pieces are put together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Seam {
    /// Whether it is a horizontal line; else it is vertical.
    pub(crate) horizontal: bool,
    /// Its y or x in points.
    pub(crate) at: f64,
    /// The width of the roll that makes it, in mm; none for sheets put together by hand.
    pub(crate) roll: Option<f64>,
    /// How far to both sides nothing that is read may stand, in points.
    pub(crate) reach: f64,
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
    /// What finishing takes of the sheet.
    pub(crate) keep_outs: Vec<KeepOut>,
    /// Where the sheet is put together of strips or of smaller sheets.
    pub(crate) seams: Vec<Seam>,
    /// The free field inside the safe margin and all that finishing takes along the edges.
    pub(crate) free: Area,
    /// How many times the sheet is larger than it is drawn in the file: 1, or 10 for what no PDF page can hold.
    pub(crate) scale: f64,
}

impl Sheet {
    /// Computes the boxes of a format whose edges are finished so.
    pub(crate) fn of(format: &Format, finishing: Option<&Finishing>) -> Sheet {
        let trim = Area::new(0.0, 0.0, format.width * PT_PER_MM, format.height * PT_PER_MM);
        let bleed = trim.inset(-format.bleed * PT_PER_MM);
        let media = trim.inset(-media_margin(format) * PT_PER_MM);
        let safe = trim.inset(format.safe * PT_PER_MM);
        let sides = format.sides.iter().map(|side| side_area(side, trim)).collect();
        let keep_outs = finishing.map(|finishing| keep_outs(finishing, trim)).unwrap_or_default();
        let free = free(format, finishing, trim);
        Sheet { trim, bleed, media, safe, sides, keep_outs, seams: seams(format), free, scale: scale(format) }
    }
}

/// How many times larger than drawn: a PDF page has at most 14,400 units, 5.08 m with the paper around the trim.
fn scale(format: &Format) -> f64 {
    let marks = if format.marks { MARKS_DEPTH } else { 0.0 };
    let longest = format.width.max(format.height) + 2.0 * (format.bleed + marks);
    if longest > LONGEST_SIDE { 10.0 } else { 1.0 }
}

/// Whether the file says what it is beside the sheet. What is drawn at a tenth does in any case: who places it must enlarge it, and the name of
/// the file is lost on the way.
pub(crate) fn has_slug(format: &Format) -> bool {
    format.marks || scale(format) > 1.0
}

/// The field that stays when the safe margin and what finishing takes along each edge are gone. It is for templates; preflight refuses only
/// what stands in the sleeve itself.
fn free(format: &Format, finishing: Option<&Finishing>, trim: Area) -> Area {
    let band = |edge: Edge| {
        let Some(finishing) = finishing else { return format.safe * PT_PER_MM };
        let sleeve = finishing.sleeve.as_ref().filter(|sleeve| sleeve.edges.contains(&edge));
        let sleeve = sleeve.map_or(0.0, |sleeve| sleeve.depth + format.safe * SLEEVE_CLEARANCE);
        let rings = finishing.eyelets.map_or(0.0, |eyelets| eyelets.inset + eyelets.radius);
        format.safe.max(finishing.hem).max(sleeve).max(rings) * PT_PER_MM
    };
    Area {
        left: trim.left + band(Edge::Left),
        top: trim.top + band(Edge::Top),
        right: trim.right - band(Edge::Right),
        bottom: trim.bottom - band(Edge::Bottom),
    }
}

fn keep_outs(finishing: &Finishing, trim: Area) -> Vec<KeepOut> {
    let strip = |edge: Edge, depth: f64| {
        let depth = depth * PT_PER_MM;
        match edge {
            Edge::Top => Area { bottom: trim.top + depth, ..trim },
            Edge::Right => Area { left: trim.right - depth, ..trim },
            Edge::Bottom => Area { top: trim.bottom - depth, ..trim },
            Edge::Left => Area { right: trim.left + depth, ..trim },
        }
    };
    let all = Edge::CHOICES.map(|(_, edge)| edge);
    let hem = all.into_iter().filter(|_| finishing.hem > 0.0);
    let hem = hem.map(|edge| KeepOut { obstacle: Obstacle::Hem, area: strip(edge, finishing.hem) });
    let sleeve = finishing.sleeve.iter().flat_map(|sleeve| sleeve.edges.iter().map(|edge| strip(*edge, sleeve.depth)));
    let sleeve = sleeve.map(|area| KeepOut { obstacle: Obstacle::Sleeve, area });
    let rings = finishing.eyelets.iter().flat_map(|eyelets| {
        let (inset, radius) = (eyelets.inset * PT_PER_MM, eyelets.radius * PT_PER_MM);
        let spacing = eyelets.spacing * PT_PER_MM;
        let columns = along(trim.left + inset, trim.right - inset, spacing);
        let rows = along(trim.top + inset, trim.bottom - inset, spacing);
        let rim = move |x: f64, y: f64| {
            x <= trim.left + inset || x >= trim.right - inset || y <= trim.top + inset || y >= trim.bottom - inset
        };
        let pairs: Vec<(f64, f64)> = rows.iter().flat_map(|y| columns.iter().map(move |x| (*x, *y))).collect();
        pairs.into_iter().filter(move |(x, y)| rim(*x, *y)).map(move |(x, y)| {
            let area = Area::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius);
            KeepOut { obstacle: Obstacle::Eyelet, area }
        })
    });
    hem.chain(sleeve).chain(rings).collect()
}

/// Points from `first` to `last` at even distances of at most `spacing`, both ends included.
fn along(first: f64, last: f64, spacing: f64) -> Vec<f64> {
    let length = last - first;
    let gaps = (length / spacing).ceil().max(1.0);
    let mut points = Vec::new();
    let mut step = 0.0;
    while step <= gaps {
        points.push(first + length * step / gaps);
        step += 1.0;
    }
    points
}

/// Seams of rolls that are narrower than the sheet, and of the sheets of a tiled poster.
fn seams(format: &Format) -> Vec<Seam> {
    let mut seams = Vec::new();
    for roll in &format.rolls {
        let horizontal = roll.strips == Strips::Horizontal;
        let side = if horizontal { format.height } else { format.width };
        let mut at = roll.width;
        while at < side {
            seams.push(Seam { horizontal, at: at * PT_PER_MM, roll: Some(roll.width), reach: SEAM_REACH * PT_PER_MM });
            at += roll.width;
        }
    }
    if let Some(tiles) = &format.tiles {
        let reach = (tiles.overlap / 2.0).max(JOIN_REACH) * PT_PER_MM;
        for (count, side, horizontal) in [(tiles.columns, format.width, false), (tiles.rows, format.height, true)] {
            let spans = tile_spans(count, side, tiles.overlap);
            for (before, after) in spans.iter().zip(spans.iter().skip(1)) {
                seams.push(Seam { horizontal, at: f64::midpoint(before.1, after.0) * PT_PER_MM, roll: None, reach });
            }
        }
    }
    seams
}

/// Where each of `count` equal sheets of a tiled side begins and ends, in mm: neighbours share `overlap`.
pub(crate) fn tile_spans(count: u32, side: f64, overlap: f64) -> Vec<(f64, f64)> {
    let count = count.max(1);
    let length = (side + overlap * f64::from(count - 1)) / f64::from(count);
    (0..count).map(|n| f64::from(n) * (length - overlap)).map(|start| (start, start + length)).collect()
}

/// How far the page reaches beyond the trim on every side, in mm. Marks and slug are as large in a file at a tenth as in any other.
pub(crate) fn media_margin(format: &Format) -> f64 {
    let around = match (format.marks, has_slug(format)) {
        (true, _) => MARKS_DEPTH,
        (false, true) => SLUG_DEPTH,
        (false, false) => 0.0,
    };
    format.bleed + scale(format) * around
}

/// Where crop marks begin and end, in mm from the trim.
pub(crate) fn mark_span(format: &Format) -> (f64, f64) {
    let start = format.bleed + scale(format) * MARK_GAP;
    (start, start + scale(format) * MARK_LENGTH)
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
