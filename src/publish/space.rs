//! Who owns which part of `output/`: every edition has its own folders, so that editions can be replaced one by one.
//!
//! | edition | its folders |
//! |---|---|
//! | `61.11` | `situs/61.11/`, `cetak/61.11/`, `kartu/61.11/` |
//! | `nasional` | `situs/` without the folders that are called like a region, `cetak/nasional/`, `kartu/nasional/` |
//!
//! `manifes/` belongs to this room. Everything else is foreign: the user's own, carried over as it is.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::OutputPath;

/// The web root: the national edition at its root, each region in a folder of its own.
pub const SITE: &str = "situs";

/// The folder of the manifests.
pub const MANIFESTS: &str = "manifes";

/// Roots in which every edition, the national one too, has a folder of its own.
const COLLECTIONS: [&str; 2] = ["cetak", "kartu"];

/// All the roots that this program fills.
pub(super) const ROOTS: [&str; 4] = [SITE, COLLECTIONS[0], COLLECTIONS[1], MANIFESTS];

const NATIONAL: &str = "nasional";

/// Names an edition: `nasional`, a province such as `61`, or a kabupaten/kota such as `61.11`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EditionCode(Box<str>);

impl EditionCode {
    /// The national edition.
    pub fn national() -> EditionCode {
        EditionCode(NATIONAL.into())
    }

    /// Reads `nasional`, two digits, or two digits, a dot and two digits; `None` for anything else.
    pub fn parse(text: &str) -> Option<EditionCode> {
        let digits = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        let region = match text.len() {
            2 => digits(0) && digits(1),
            5 => digits(0) && digits(1) && text.as_bytes()[2] == b'.' && digits(3) && digits(4),
            _ => false,
        };
        (region || text == NATIONAL).then(|| EditionCode(text.into()))
    }

    /// The code as text; also the name of its folders and its manifest.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the national edition, whose pages stand at the web root.
    pub fn is_national(&self) -> bool {
        &*self.0 == NATIONAL
    }

    /// A region's code when a folder in the web root is called so.
    fn region(name: &str) -> Option<EditionCode> {
        EditionCode::parse(name).filter(|code| !code.is_national())
    }

    /// The edition in whose folders a path lies; `None` when it lies in nobody's.
    pub fn owner(path: &OutputPath) -> Option<EditionCode> {
        let mut segments = path.segments();
        let (root, first) = (segments.next()?, segments.next()?);
        let deeper = segments.next().is_some();
        if root == SITE {
            return match EditionCode::region(first) {
                Some(region) => deeper.then_some(region),
                None => Some(EditionCode::national()),
            };
        }
        if COLLECTIONS.contains(&root) && deeper { EditionCode::parse(first) } else { None }
    }

    /// The file name of its manifest in `manifes/`.
    pub(super) fn manifest_name(&self) -> String {
        format!("{}.json", self.0)
    }
}

impl fmt::Display for EditionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EditionCode {
    type Error = String;

    fn try_from(text: String) -> Result<EditionCode, String> {
        EditionCode::parse(&text).ok_or_else(|| format!("`{text}` bukan kode edisi"))
    }
}

impl From<EditionCode> for String {
    fn from(code: EditionCode) -> String {
        code.0.into()
    }
}

/// The folders and files of one generation by their owner, as paths relative to it; `manifes/` is not among them.
#[derive(Debug, Default)]
pub(super) struct Spaces {
    /// What belongs to an edition.
    pub(super) owned: BTreeMap<EditionCode, Vec<PathBuf>>,
    /// What belongs to the user.
    pub(super) foreign: Vec<PathBuf>,
}

impl Spaces {
    /// Looks at the top two levels of a generation; a folder that does not exist has no spaces.
    pub(super) fn scan(root: &Path) -> io::Result<Spaces> {
        let mut spaces = Spaces::default();
        for name in names(root)? {
            match name.to_str() {
                Some(MANIFESTS) => {}
                Some(top) if top == SITE || COLLECTIONS.contains(&top) => spaces.scan_root(root, top)?,
                _ => spaces.foreign.push(name),
            }
        }
        Ok(spaces)
    }

    fn scan_root(&mut self, root: &Path, top: &str) -> io::Result<()> {
        for name in names(&root.join(top))? {
            let path = Path::new(top).join(&name);
            let text = name.to_str().unwrap_or_default();
            let owner = match EditionCode::region(text) {
                None if top == SITE => Some(EditionCode::national()),
                None if text == NATIONAL => Some(EditionCode::national()),
                region => region,
            };
            match owner {
                Some(code) => self.owned.entry(code).or_default().push(path),
                None => self.foreign.push(path),
            }
        }
        Ok(())
    }

    /// The folders and files of one edition.
    pub(super) fn of(&self, code: &EditionCode) -> &[PathBuf] {
        self.owned.get(code).map_or(&[], Vec::as_slice)
    }
}

/// The names in a folder, sorted; none when it does not exist.
pub(super) fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = entries.map(|entry| Ok(entry?.file_name().into())).collect::<io::Result<Vec<PathBuf>>>()?;
    names.sort();
    Ok(names)
}

impl From<&crate::edition::EditionCode> for EditionCode {
    fn from(code: &crate::edition::EditionCode) -> EditionCode {
        // Both sides know the same two forms of code, so the text always fits.
        EditionCode(code.as_str().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(path: &str) -> Option<String> {
        EditionCode::owner(&OutputPath::parse(path).unwrap()).map(String::from)
    }

    #[test]
    fn every_path_has_one_owner() {
        assert_eq!(owner("situs/index.html").as_deref(), Some("nasional"));
        assert_eq!(owner("situs/lapor/61.11/x").as_deref(), Some("nasional"));
        assert_eq!(owner("situs/61.11/index.html").as_deref(), Some("61.11"));
        assert_eq!(owner("situs/61/lapor/index.html").as_deref(), Some("61"));
        assert_eq!(owner("situs/61.1/index.html").as_deref(), Some("nasional"));
        assert_eq!(owner("cetak/61.11/brosur/a.pdf").as_deref(), Some("61.11"));
        assert_eq!(owner("kartu/nasional/a.png").as_deref(), Some("nasional"));
        for path in
            ["situs/61.11", "situs", "cetak/61.11", "cetak/lain/a.pdf", "manifes/61.11.json", "SITUS/x", "README.md"]
        {
            assert_eq!(owner(path), None, "{path}");
        }
    }

    #[test]
    fn codes_are_checked() {
        for code in ["nasional", "61", "61.11"] {
            assert_eq!(EditionCode::parse(code).unwrap().as_str(), code);
        }
        for code in ["", "6", "611", "61.1", "61.111", "61-11", "6a", "..", "Nasional", "٦١", "61.11.01.2001"] {
            assert_eq!(EditionCode::parse(code), None, "{code:?}");
        }
    }
}
