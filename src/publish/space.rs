//! Who owns which part of `output/`: every edition has its own folders, so that editions can be replaced one by one.
//!
//! | edition | its folders |
//! |---|---|
//! | `61.11` | `situs/61.11/`, `cetak/61.11/`, `kartu/61.11/` |
//! | `nasional` | `situs/` without the folders that are called like a region, `cetak/nasional/`, `kartu/nasional/` |
//!
//! `manifes/` belongs to this room. Everything else is foreign: the user's own, carried over as it is.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::OutputPath;
use crate::content::EditionCode;

/// The web root: the national edition at its root, each region in a folder of its own.
pub const SITE: &str = "situs";

/// The folder of the manifests.
pub const MANIFESTS: &str = "manifes";

/// Roots in which every edition, the national one too, has a folder of its own.
const COLLECTIONS: [&str; 2] = ["cetak", "kartu"];

/// All the roots that this program fills.
pub(super) const ROOTS: [&str; 4] = [SITE, COLLECTIONS[0], COLLECTIONS[1], MANIFESTS];

impl EditionCode {
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
                None => Some(EditionCode::National),
            };
        }
        if COLLECTIONS.contains(&root) && deeper { EditionCode::parse(first) } else { None }
    }

    /// The file name of its manifest in `manifes/`.
    pub(super) fn manifest_name(&self) -> String {
        format!("{self}.json")
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
                None if top == SITE => Some(EditionCode::National),
                None if text == EditionCode::National.as_str() => Some(EditionCode::National),
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
        for path in ["situs/61.11", "situs", "cetak/61.11", "cetak/lain/a.pdf", "manifes/61.11.json", "SITUS/x", "README.md"] {
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
