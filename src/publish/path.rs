//! The path of a published file: relative to `output/`, safe on every system an office may use, and never out of the
//! folder.
//!
//! Output is copied to Linux servers, Windows desktops, macOS and FAT flash disks, and its addresses stand in printed
//! QR codes. So a path is plain ASCII that needs no escaping in an address and means the same file on all of them.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::PublishError;

/// Longest name of a file or folder, in bytes. File systems stop at 255; a browser or a zip program adds its own
/// ending.
pub const MAX_SEGMENT: usize = 200;

/// Longest whole path, in bytes.
pub const MAX_PATH: usize = 800;

/// What a name may hold beside ASCII letters and digits. No `~`, because `PROGRA~1` is another file's short name on
/// Windows.
const EXTRA: &[u8] = b"-._+@=";

/// Names that Windows gives to devices, with any ending.
const DEVICES: [&str; 24] = [
    "aux", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt0", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// A checked path below `output/`, with `/` between its names, such as `situs/61.11/lapor/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// Checks a path.
    ///
    /// # Errors
    /// [`PublishError::BadPath`] when it is absolute, leaves the folder, or holds a name that some system can't keep.
    pub fn parse(text: &str) -> Result<OutputPath, PublishError> {
        let bad = |reason| PublishError::BadPath { path: text.to_owned(), reason };
        if text.len() > MAX_PATH {
            return Err(bad("terlalu panjang"));
        }
        for segment in text.split('/') {
            check_segment(segment).map_err(bad)?;
        }
        Ok(OutputPath(text.into()))
    }

    /// The path as text, `/` between its names.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same text, without a copy of it.
    pub(super) fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// The names it is made of, outermost folder first.
    pub fn segments(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The place on disk below `root`.
    pub(super) fn below(&self, root: &Path) -> PathBuf {
        let mut path = root.to_path_buf();
        path.extend(self.segments());
        path
    }
}

/// Says in Indonesian what is wrong with one name of a path.
fn check_segment(segment: &str) -> Result<(), &'static str> {
    if segment.is_empty() {
        return Err("ada nama kosong: jalur harus relatif dan tanpa `//`");
    }
    if segment == "." || segment == ".." {
        return Err("`.` dan `..` tidak boleh dipakai");
    }
    if segment.len() > MAX_SEGMENT {
        return Err("ada nama yang terlalu panjang");
    }
    if !segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || EXTRA.contains(&byte)) {
        return Err("hanya huruf a–z, angka, dan tanda `- . _ + @ =` yang boleh dipakai");
    }
    if segment.ends_with('.') {
        return Err("nama tidak boleh berakhir dengan titik");
    }
    let stem = segment.split('.').next().unwrap_or(segment).to_ascii_lowercase();
    if DEVICES.contains(&stem.as_str()) {
        return Err("nama itu milik Windows (con, nul, com1, …)");
    }
    Ok(())
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for OutputPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for OutputPath {
    /// A manifest is read with the same suspicion as a path from content.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OutputPath, D::Error> {
        let text = String::deserialize(deserializer)?;
        OutputPath::parse(&text).map_err(|error| serde::de::Error::custom(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_pass() {
        for path in ["situs/index.html", "situs/61.11/d/61.11.01.2001/index.html", "cetak/61.11/SPANDUK_300x100cm_24lbr.pdf"] {
            assert_eq!(OutputPath::parse(path).unwrap().as_str(), path);
        }
        assert!(OutputPath::parse("situs/.nojekyll").is_ok());
        assert!(OutputPath::parse("situs/console.html").is_ok(), "only the whole stem is a device name");
    }

    #[test]
    fn hostile_paths_are_refused() {
        let long_name = "a".repeat(MAX_SEGMENT + 1);
        let long_path = "abcd/".repeat(MAX_PATH / 5) + "a";
        for path in [
            "",
            "/",
            "/etc/passwd",
            "situs//x",
            "situs/",
            "..",
            "../x",
            "situs/../../x",
            "situs/./x",
            "situs\\x",
            "C:/x",
            "C:x",
            "situs/a:b",
            "situs/a\0b",
            "situs/a\nb",
            "situs/a\u{7f}",
            "situs/a b",
            "situs/a ",
            "situs/a.",
            "situs/...",
            "situs/CON",
            "situs/nul.txt",
            "situs/Com1.tar.gz",
            "situs/LPT9/x",
            "situs/é",
            "situs/e\u{301}",
            "situs/\u{202e}x",
            "situs/a?b",
            "situs/a*b",
            "situs/a|b",
            "situs/<b>",
            "situs/\"b\"",
            "situs/a%2e%2e",
            "situs/PROGRA~1",
            "situs/a#b",
            &long_name,
            &long_path,
        ] {
            let refused = OutputPath::parse(path);
            assert!(matches!(refused, Err(PublishError::BadPath { .. })), "{path:?} passed");
        }
    }
}
