//! What Typst sees of the world while it lays out one document: virtual files and nothing else.
//!
//! | path | holds |
//! |---|---|
//! | `/utama.typ` | the document that is laid out, generated |
//! | `/data.typ` | format, sender and copy of the job, generated |
//! | `/isi/*.typ` | texts as Typst markup, generated from Markdown and front matter |
//! | `/token.typ` | colours, fonts and spacing of the theme, generated |
//! | `/tema/*.typ` | the theme's templates |
//! | `/sistem/*.typ` | the house's own templates |
//! | `/gambar/*` | the pictures of the sheet, as they are |
//! | `/desa.json` | the village rows of a chunk |
//!
//! There is no date, no disk, no network and no package.

use std::collections::BTreeMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::house::PrintHouse;

/// The document that is laid out.
pub(crate) const MAIN: &str = "/utama.typ";

/// The virtual files of one job beside those of the house.
pub(crate) struct Desk<'h> {
    house: &'h PrintHouse,
    main: FileId,
    sources: BTreeMap<String, Source>,
    files: BTreeMap<String, Bytes>,
}

impl<'h> Desk<'h> {
    /// An empty desk in the house, with `main` as its document.
    pub(crate) fn new(house: &'h PrintHouse, main: String) -> Desk<'h> {
        let source = virtual_source(MAIN, main);
        let id = source.id();
        let sources = BTreeMap::from([(MAIN.to_owned(), source)]);
        Desk { house, main: id, sources, files: BTreeMap::new() }
    }

    /// The house that the desk stands in.
    pub(crate) fn house(&self) -> &'h PrintHouse {
        self.house
    }

    /// Puts a Typst file on the desk.
    pub(crate) fn add_source(&mut self, path: &str, text: String) {
        self.sources.insert(path.to_owned(), virtual_source(path, text));
    }

    /// Every file that Typst could ask for, of the desk and of the house, by its virtual path.
    #[cfg(test)]
    pub(crate) fn everything(&self) -> BTreeMap<String, Vec<u8>> {
        let sources = self.house.sources().chain(&self.sources);
        let texts = sources.map(|(path, source)| (path.clone(), source.text().as_bytes().to_vec()));
        texts.chain(self.files.iter().map(|(path, bytes)| (path.clone(), bytes.to_vec()))).collect()
    }

    /// Puts a data file or a picture on the desk.
    pub(crate) fn add_file(&mut self, path: &str, bytes: impl AsRef<[u8]> + Send + Sync + 'static) {
        self.files.insert(path.to_owned(), Bytes::new(bytes));
    }
}

/// A source at a virtual path. Paths come from a small fixed set, because Typst never forgets one.
pub(crate) fn virtual_source(path: &str, text: String) -> Source {
    Source::new(file_id(path), text)
}

fn file_id(path: &str) -> FileId {
    // A path that Typst refuses (it holds a backslash) can only be a theme file's name; such a
    // file then cannot be imported, which Typst reports where the import stands.
    let path = VirtualPath::new(path).or_else(|_| VirtualPath::new("/tema/tak-terbaca.typ"));
    #[allow(clippy::expect_used, reason = "the fallback is a constant that is well formed")]
    RootedPath::new(VirtualRoot::Project, path.expect("a constant path")).intern()
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.house.library()
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.house.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let path = id.vpath().get_with_slash();
        let project = matches!(id.root(), VirtualRoot::Project);
        let source = self.sources.get(path).or_else(|| self.house.source(path));
        source.filter(|_| project).cloned().ok_or_else(|| FileError::NotFound(path.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.vpath().get_with_slash();
        match self.files.get(path) {
            Some(bytes) if matches!(id.root(), VirtualRoot::Project) => Ok(bytes.clone()),
            _ => Err(FileError::NotFound(path.into())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.house.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
