//! A print format: what a sheet measures and what may stand on it. Data, never code: the files are
//! `themes/<theme>/formats/*.yaml`.

use super::Id;
use crate::diagnostics::{Located, Place};

/// The layout that a format is set in: one Typst template answers to any proportion of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Folded leaflets.
    Lipat,
    /// Wide banners.
    Lebar,
    /// Running text on office paper.
    Naskah,
}

impl Family {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, Family); 3] =
        [("lipat", Family::Lipat), ("lebar", Family::Lebar), ("naskah", Family::Naskah)];

    /// The word of the format files; also the name of the Typst template.
    pub fn key(self) -> &'static str {
        match self {
            Family::Lipat => "lipat",
            Family::Lebar => "lebar",
            Family::Naskah => "naskah",
        }
    }
}

/// How much of a piece's copy a format takes (`salinan`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyLength {
    /// The headline of at most seven words.
    Headline,
    /// The headline and one line.
    Line,
    /// The whole text.
    Full,
}

impl CopyLength {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, CopyLength); 3] =
        [("spanduk", CopyLength::Headline), ("ringkas", CopyLength::Line), ("penuh", CopyLength::Full)];
}

/// A panel of a folded sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The id that a heading of the piece carries: `## Yang dilarang {#dalam-1}`.
    pub id: String,
    /// Its width in mm.
    pub width: f64,
}

/// One side of a folded sheet, its panels from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What the side is called in slug lines and file names: `luar`, `dalam`.
    pub name: String,
    /// The panels; their widths add up to the width of the sheet.
    pub panels: Vec<Panel>,
}

/// Page margins in mm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// Top, in mm.
    pub top: f64,
    /// Right, in mm.
    pub right: f64,
    /// Bottom, in mm.
    pub bottom: f64,
    /// Left, in mm.
    pub left: f64,
}

/// What a QR code of this format must measure (`qr`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QrSpec {
    /// The width of the code with its quiet zone, in mm.
    pub width: f64,
    /// The smallest module, in mm.
    pub min_module: f64,
}

/// One format file.
#[derive(Clone, Debug)]
pub struct Format {
    /// The file's id.
    pub id: Id,
    /// `judul`: what the format is called.
    pub title: Located<String>,
    /// `keluarga`
    pub family: Family,
    /// `lebar`: trimmed width in mm.
    pub width: f64,
    /// `tinggi`: trimmed height in mm.
    pub height: f64,
    /// `bleed`: in mm, on every edge.
    pub bleed: f64,
    /// `aman`: the safe margin inside the trim, in mm.
    pub safe: f64,
    /// `tanda`: crop and fold marks in a slug around the bleed.
    pub marks: bool,
    /// `salinan`
    pub copy: CopyLength,
    /// `sisi`: the sides of a folded sheet; empty for the other families.
    pub sides: Vec<Side>,
    /// `tepi`: page margins, for `naskah`.
    pub margins: Option<Margins>,
    /// `teks`: the size of running text, in pt.
    pub text_size: f64,
    /// `teks_minimal`: nothing on the sheet is smaller, in pt.
    pub min_text_size: f64,
    /// `jarak_pandang`: from how far it is read, in m.
    pub viewing_distance: Option<f64>,
    /// `huruf_per_meter`: the least cap height of the headline, in mm per metre of distance.
    pub cap_height_per_metre: Option<f64>,
    /// `qr`
    pub qr: Option<QrSpec>,
    /// The file as a whole.
    pub place: Place,
}

impl Format {
    /// Ids of all panels, in reading order of the sides.
    pub fn panel_ids(&self) -> impl Iterator<Item = &str> {
        self.sides.iter().flat_map(|side| &side.panels).map(|panel| panel.id.as_str())
    }
}
