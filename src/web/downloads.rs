//! What print made for an edition, as the download page shows it: facts, never the files themselves.

use std::collections::BTreeMap;

use crate::content::{EditionCode, Id, Kind};

/// The files of an edition's print pieces.
#[derive(Clone, Debug, Default)]
pub struct Downloads {
    /// By piece, in any order; the page shows them in the order of the pieces.
    pub pieces: BTreeMap<Id, PieceFiles>,
    /// All pieces in small, to be approved.
    pub contact: Option<DownloadFile>,
    /// The whole website of the edition in one zip.
    pub zip: Option<DownloadFile>,
    /// The pages of the edition as documents.
    pub readings: BTreeMap<(Kind, Id), ReadingFile>,
}

/// A page as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingFile {
    /// The edition in which it stands: the page's own, or the national one when that says the same.
    pub edition: EditionCode,
    /// In bytes.
    pub bytes: u64,
    /// How many pages.
    pub pages: u32,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
}

/// The files of one piece.
#[derive(Clone, Debug, Default)]
pub struct PieceFiles {
    /// A picture of its first side.
    pub preview: Option<Preview>,
    /// Trimmed width and height in mm.
    pub size: (f64, f64),
    /// What an office or the public may download, first what is to be read.
    pub files: Vec<DownloadFile>,
    /// For a piece with a sheet for each village: that sheet, by village code.
    pub villages: BTreeMap<String, DownloadFile>,
    /// For a card of that proportion: the picture that is shown beside a link to the website.
    pub share: Option<Preview>,
}

/// A picture of a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The file's name below the edition's `unduhan/`.
    pub name: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What a file is for, in the order in which a page shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// To be read at a screen.
    #[default]
    Read,
    /// To be sent on.
    Share,
    /// For the shop.
    Press,
    /// For the shop: one kecamatan.
    District,
}

impl PieceFiles {
    /// The file to print oneself.
    pub fn to_print(&self) -> Option<&DownloadFile> {
        self.files.iter().find(|file| file.purpose == Use::Press).or_else(|| self.files.first())
    }
}

/// One file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DownloadFile {
    /// The file's name below the edition's `unduhan/`.
    pub name: String,
    /// What it is for: `PDF untuk dibaca di layar`.
    pub label: String,
    /// Where it stands among the others.
    pub purpose: Use,
    /// In bytes.
    pub bytes: u64,
    /// How many pages.
    pub pages: u32,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
}

impl DownloadFile {
    /// `PDF, 1,3 MB, 2 halaman`; a picture has no pages.
    pub fn details(&self) -> String {
        let kind = self.name.rsplit('.').next().unwrap_or_default().to_uppercase();
        let size = super::words::file_size(self.bytes);
        if kind == "PDF" { format!("{kind}, {size}, {} halaman", self.pages) } else { format!("{kind}, {size}") }
    }
}
