//! What was printed: inputs of the download page and of the manifests.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use crate::source::Digest;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FileKind {
    /// For the shop: the only file of a piece, or all villages in one.
    Press,
    /// For the shop: the villages of one kecamatan in one.
    District,
    /// For the office's own printer.
    Office,
    /// For readers at a screen.
    Screen,
    /// A picture that shows the shop or a colleague what the piece looks like.
    Proof,
    /// A picture to send on: a card for phones.
    Card,
}

/// One file for the printer or the reader. A manifest keeps it as a list of values without their names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct PrintedFile {
    /// What it is for.
    pub kind: FileKind,
    /// Path from the output's root.
    pub path: String,
    /// The kecamatan, for a file of its villages.
    pub district: Option<String>,
    /// Pages in the file.
    pub pages: usize,
    /// Size in bytes.
    pub bytes: usize,
    /// SHA-256 in lower-case hexadecimal.
    pub sha256: String,
}

/// Kind, path, kecamatan, pages, bytes, SHA-256.
type Kept = (FileKind, String, Option<String>, usize, usize, String);

impl From<Kept> for PrintedFile {
    fn from((kind, path, district, pages, bytes, sha256): Kept) -> PrintedFile {
        PrintedFile { kind, path, district, pages, bytes, sha256 }
    }
}

impl From<PrintedFile> for Kept {
    fn from(file: PrintedFile) -> Kept {
        (file.kind, file.path, file.district, file.pages, file.bytes, file.sha256)
    }
}

/// The files of villages or recipients, one each, in the order of the rows. There may be a hundred thousand, so each is kept small: in memory,
/// and in a manifest, where all of them are one text with a line a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "KeptVillages", into = "KeptVillages")]
pub struct VillageFiles {
    /// What their paths from the output's root begin with; code and ending follow.
    pub stem: String,
    /// The files.
    pub files: Vec<VillageFile>,
}

/// The file of one village or recipient.
#[derive(Clone, Debug, PartialEq)]
pub struct VillageFile {
    /// The village's code, or the number of the letter.
    pub code: Box<str>,
    /// Pages in the file.
    pub pages: usize,
    /// Size in bytes.
    pub bytes: usize,
    /// The SHA-256 of its bytes.
    pub sha256: Digest,
}

impl VillageFile {
    /// The file of a village that holds these bytes.
    pub fn of(code: &str, pages: usize, bytes: &[u8]) -> VillageFile {
        VillageFile { code: code.into(), pages, bytes: bytes.len(), sha256: Digest::of(bytes) }
    }

    /// Its path from the output's root, as one of files that begin with `stem`.
    pub fn path(&self, stem: &str) -> String {
        format!("{stem}{}.pdf", self.code)
    }
}

/// The stem, and a line `code pages bytes SHA-256` a file.
type KeptVillages = (String, String);

impl TryFrom<KeptVillages> for VillageFiles {
    type Error = String;

    fn try_from((stem, lines): KeptVillages) -> Result<VillageFiles, String> {
        let file = |line: &str| {
            let mut parts = line.split(' ');
            let (code, pages, bytes, sha256) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            let whole = parts.next().is_none();
            let file = VillageFile {
                code: code.into(),
                pages: pages.parse().ok()?,
                bytes: bytes.parse().ok()?,
                sha256: sha256.parse().ok()?,
            };
            whole.then_some(file)
        };
        let read = |line: &str| file(line).ok_or_else(|| format!("`{line}` bukan berkas desa"));
        Ok(VillageFiles { stem, files: lines.lines().map(read).collect::<Result<_, _>>()? })
    }
}

impl From<VillageFiles> for KeptVillages {
    fn from(villages: VillageFiles) -> KeptVillages {
        let mut lines = String::new();
        for VillageFile { code, pages, bytes, sha256 } in &villages.files {
            let _ = writeln!(lines, "{code} {pages} {bytes} {sha256}");
        }
        lines.shrink_to_fit();
        (villages.stem, lines)
    }
}

/// What a job came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The press files: the merged or only file first, then one a kecamatan; and what goes with them.
    pub files: Vec<PrintedFile>,
    /// For a piece with a sheet a village, or a letter: the file of each.
    #[serde(default)]
    pub villages: VillageFiles,
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
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        let file = |code: &str| VillageFile::of(code, 2, code.as_bytes());
        let villages =
            VillageFiles { stem: "cetak/61.11/uji/desa/uji-".to_owned(), files: vec![file("61.11.01.2001"), file("001")] };
        Facts { files: vec![], villages, previews: vec![], share: None, width: 297.0, height: 210.0 }
    }

    #[test]
    fn files_of_villages_are_kept_as_lines_and_read_back() {
        let facts = facts();
        let json = facts.to_json();
        assert_eq!(Facts::from_json(&json).as_ref(), Some(&facts));
        let lines = json["villages"][1].as_str().unwrap();
        assert_eq!(lines.lines().next().unwrap(), format!("61.11.01.2001 2 13 {}", Digest::of(b"61.11.01.2001")));
        assert_eq!(facts.villages.files[1].path(&facts.villages.stem), "cetak/61.11/uji/desa/uji-001.pdf");
    }

    #[test]
    fn lines_that_are_odd_make_the_facts_unknown() {
        let json = facts().to_json();
        let known = json["villages"][1].as_str().unwrap().to_owned();
        let digest = Digest::of(b"").to_string();
        for odd in [
            known.replace(" 2 ", " dua "),
            known.replace(" 2 ", " "),
            format!("{} x", known.trim_end()),
            format!("{known}\n\n"),
            format!("1 1 1 {}", digest.to_uppercase()),
            format!("1 -1 1 {digest}"),
            format!("1 1 99999999999999999999999 {digest}"),
            "\u{0}".to_owned(),
        ] {
            let mut json = json.clone();
            json["villages"][1] = odd.clone().into();
            assert_eq!(Facts::from_json(&json), None, "{odd:?}");
        }
    }
}
