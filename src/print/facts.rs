//! What was printed: inputs of the download page and of the manifests.

use serde::{Deserialize, Serialize};

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FileKind {
    /// For the shop: the only file of a piece, or all villages in one.
    Press,
    /// For the shop: the villages of one kecamatan in one.
    District,
    /// For the shop: one village.
    Village,
    /// For the office's own printer.
    Office,
    /// For readers at a screen.
    Screen,
    /// A picture that shows the shop or a colleague what the piece looks like.
    Proof,
    /// A picture to send on: a card for phones.
    Card,
}

/// One file for the printer or the reader. A manifest keeps it as a list of values without their names: of a piece with a sheet a village
/// there are thousands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct PrintedFile {
    /// What it is for.
    pub kind: FileKind,
    /// Path from the output's root.
    pub path: String,
    /// The village's code, for a file of one village.
    pub village: Option<String>,
    /// The kecamatan, for a file of its villages.
    pub district: Option<String>,
    /// Pages in the file.
    pub pages: usize,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// Kind, path, village, kecamatan, pages, bytes, SHA-256.
type Kept = (FileKind, String, Option<String>, Option<String>, usize, usize, String);

impl From<Kept> for PrintedFile {
    fn from((kind, path, village, district, pages, bytes, sha256): Kept) -> PrintedFile {
        PrintedFile { kind, path, village, district, pages, bytes, sha256 }
    }
}

impl From<PrintedFile> for Kept {
    fn from(file: PrintedFile) -> Kept {
        (file.kind, file.path, file.village, file.district, file.pages, file.bytes, file.sha256)
    }
}

/// What a job came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The press files: the merged or only file first, then one a kecamatan, then one a village in the order of the rows.
    pub files: Vec<PrintedFile>,
    /// Preview pictures, one a page of a sheet, as paths from the output's root.
    pub previews: Vec<Preview>,
    /// For a card of that proportion: the picture that is shown beside a link to the website.
    #[serde(default)]
    pub share: Option<Preview>,
    /// Trimmed width in mm.
    pub width: f64,
    /// Trimmed height in mm.
    pub height: f64,
}

impl Facts {
    /// The facts as a manifest keeps them.
    pub fn to_json(&self) -> serde_json::Value {
        // Plain strings and finite numbers always have a JSON form.
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The facts that an earlier run kept; none when they are of another form.
    pub fn from_json(json: &serde_json::Value) -> Option<Facts> {
        Facts::deserialize(json).ok()
    }
}

/// One preview picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// Path from the output's root.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Where finished files go. An error is the sink's own: printing stops.
///
/// Files come while others are still being made. When a piece fails, [`Sink::discard`] is told: then none of its files may be seen.
pub trait Sink: Sync {
    /// Takes one file; `path` is relative to the output's root, with `/`.
    ///
    /// # Errors
    /// When the file cannot be kept.
    fn put(&self, path: &str, bytes: Vec<u8>) -> std::io::Result<()>;

    /// Begins a file that comes bit by bit.
    ///
    /// # Errors
    /// When the file cannot be begun.
    fn open<'s>(&'s self, path: &str) -> std::io::Result<Box<dyn Outlet + 's>>;

    /// Throws away everything that was put and closed.
    fn discard(&self);
}

/// A file that comes bit by bit. Dropped without [`Outlet::close`], it was never there.
pub trait Outlet: std::io::Write + Send {
    /// Ends the file.
    ///
    /// # Errors
    /// When the file cannot be kept.
    fn close(self: Box<Self>) -> std::io::Result<()>;
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
