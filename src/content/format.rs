//! A print format: what a sheet measures and what may stand on it. Data, never code: the files are
//! `themes/<theme>/formats/*.yaml`.

use super::Id;
use crate::diagnostics::{Located, Place};

/// The layout that a format is set in: one Typst template answers to any proportion of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Folded leaflets.
    Lipat,
    /// Flyers and posters of one sheet.
    Lembar,
    /// Wide banners.
    Lebar,
    /// Upright banners: x-banner, roll-up, umbul-umbul.
    Tegak,
    /// Billboards (baliho).
    Papan,
    /// Stickers, and cards for phones.
    Kartu,
    /// Running text on office paper.
    Naskah,
    /// Slides.
    Paparan,
}

impl Family {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, Family); 8] = [
        ("lipat", Family::Lipat),
        ("lembar", Family::Lembar),
        ("lebar", Family::Lebar),
        ("tegak", Family::Tegak),
        ("papan", Family::Papan),
        ("kartu", Family::Kartu),
        ("naskah", Family::Naskah),
        ("paparan", Family::Paparan),
    ];

    /// The word of the format files; also the name of the Typst template.
    pub fn key(self) -> &'static str {
        Family::CHOICES.iter().find(|(_, family)| *family == self).map_or("", |(key, _)| key)
    }

    /// Whether the template takes the body heading by heading instead of whole.
    pub fn is_sectioned(self) -> bool {
        matches!(self, Family::Lembar | Family::Paparan)
    }
}

/// How much of a piece's copy a format takes (`salinan`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyLength {
    /// The headline of at most seven words.
    Headline,
    /// The headline and one line.
    Line,
    /// The headline, one line and the points.
    Points,
    /// The whole text.
    Full,
}

impl CopyLength {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, CopyLength); 4] = [
        ("spanduk", CopyLength::Headline),
        ("ringkas", CopyLength::Line),
        ("poin", CopyLength::Points),
        ("penuh", CopyLength::Full),
    ];
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
    /// `jarak`: from how far it is scanned, in m: a reader of a banner steps nearer. The viewing distance when not given.
    pub distance: Option<f64>,
}

/// An edge of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// `atas`
    Top,
    /// `kanan`
    Right,
    /// `bawah`
    Bottom,
    /// `kiri`
    Left,
}

impl Edge {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, Edge); 4] =
        [("atas", Edge::Top), ("kanan", Edge::Right), ("bawah", Edge::Bottom), ("kiri", Edge::Left)];
}

/// A pocket for a pole (`selongsong`).
#[derive(Clone, Debug, PartialEq)]
pub struct Sleeve {
    /// `sisi`: the edges that carry one.
    pub edges: Vec<Edge>,
    /// `dalam`: how far it reaches into the sheet, in mm.
    pub depth: f64,
}

/// Metal rings for a rope (`mata_ayam`): one in each corner, more between where the distance is larger than `spacing`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eyelets {
    /// `jarak`: the largest distance between two, in mm.
    pub spacing: f64,
    /// `tepi`: from the edge of the sheet to the middle of the ring, in mm.
    pub inset: f64,
    /// `jari`: the radius around the middle that the ring and its punch take, in mm.
    pub radius: f64,
}

/// One way to finish the edges of a large sheet (`finishing`). All of it lies inside the trim.
#[derive(Clone, Debug, PartialEq)]
pub struct Finishing {
    /// `nama`: what shops call it; a piece chooses by it.
    pub name: String,
    /// `lipat`: the hem on every edge, folded back, in mm; 0 for none.
    pub hem: f64,
    /// `selongsong`
    pub sleeve: Option<Sleeve>,
    /// `mata_ayam`
    pub eyelets: Option<Eyelets>,
    /// `kontur`
    pub contour: Option<Contour>,
    /// `catatan`: what an order tells the shop instead of what the measures say.
    pub note: Option<String>,
}

/// The line that a knife follows around a sticker, along its trim (`kontur`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contour {
    /// `sudut`: the radius of its corners, in mm.
    pub radius: f64,
}

/// Which way the strips of a roll run over a sheet that is wider than the roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strips {
    /// `mendatar`: seams are horizontal lines.
    Horizontal,
    /// `tegak`: seams are vertical lines.
    Vertical,
}

impl Strips {
    /// The words of the format files.
    pub const CHOICES: [(&'static str, Strips); 2] = [("mendatar", Strips::Horizontal), ("tegak", Strips::Vertical)];
}

/// A roll that a shop may print on (`gulungan`). Seams come every `width` from the upper or left edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Roll {
    /// `lebar`: in mm.
    pub width: f64,
    /// `arah`
    pub strips: Strips,
}

/// A poster that is printed on several sheets and put together (`ubin`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tiles {
    /// `kolom`: sheets side by side.
    pub columns: u32,
    /// `baris`: sheets below each other.
    pub rows: u32,
    /// `tumpang`: how far a sheet lies over the next, in mm.
    pub overlap: f64,
}

/// The press sheet that several copies are put on (`cetak_di`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PressSheet {
    /// `lebar`: of the paper, in mm.
    pub width: f64,
    /// `tinggi`: of the paper, in mm.
    pub height: f64,
    /// `tepi`: what the machine can't print on every edge, in mm.
    pub margin: f64,
    /// `sela`: between two copies, in mm; bleeds lie in it.
    pub gap: f64,
}

/// How many words a sheet carries (`kata`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordLimits {
    /// `judul`: in the headline.
    pub headline: usize,
    /// `semua`: on the whole sheet, without sender and source line.
    pub all: usize,
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
    /// `piksel`: the width in pixels of a picture for screens; such a format is never sent to a press.
    pub pixels: Option<u32>,
    /// `satu_warna`: black ink only, so that it can be photocopied.
    pub one_ink: bool,
    /// `resolusi`: the least resolution of pictures at their printed size, in pixels per inch.
    pub resolution: f64,
    /// `kata`
    pub words: Option<WordLimits>,
    /// `finishing`: how the edges can be finished; the first is the usual one. Empty for sheets that are only cut.
    pub finishing: Vec<Finishing>,
    /// `gulungan`: rolls that shops print this on.
    pub rolls: Vec<Roll>,
    /// `ubin`
    pub tiles: Option<Tiles>,
    /// `cetak_di`
    pub press_sheet: Option<PressSheet>,
    /// The file as a whole.
    pub place: Place,
}

impl Format {
    /// The finishing of a name, whatever its capitals.
    pub fn finishing_named(&self, name: &str) -> Option<&Finishing> {
        self.finishing.iter().find(|known| known.name.to_lowercase() == name.trim().to_lowercase())
    }

    /// Whether this is a picture for screens.
    pub fn is_screen(&self) -> bool {
        self.pixels.is_some()
    }

    /// Whether readers get a document: everything but a single picture. Slides are pictures for a wall, and are shown from it.
    pub fn has_screen_edition(&self) -> bool {
        !self.is_screen() || self.family == Family::Paparan
    }

    /// Ids of all panels, in reading order of the sides.
    pub fn panel_ids(&self) -> impl Iterator<Item = &str> {
        self.sides.iter().flat_map(|side| &side.panels).map(|panel| panel.id.as_str())
    }
}
