//! All files of a project by path.

use std::collections::BTreeMap;
use std::path::Path;

use super::{SourceFile, walk, zip};
use crate::diagnostics::Diagnostics;

/// The files of a project folder, read once, sorted by path.
#[derive(Debug, Default)]
pub struct SourceTree {
    files: BTreeMap<String, SourceFile>,
}

/// How the files of a base are read.
#[derive(Clone, Copy)]
pub struct BaseFiles<'a> {
    /// What messages put before the path of a file: `../nasional/`, `nasional.zip/`.
    pub prefix: &'a str,
    /// Whether a file, or a folder, is wanted: a path relative to the base.
    pub wanted: &'a (dyn Fn(&str) -> bool + Sync),
}

impl BaseFiles<'_> {
    /// A project's own files: all of them, by their path alone.
    pub const OWN: BaseFiles<'static> = BaseFiles { prefix: "", wanted: &|_| true };
}

impl SourceTree {
    /// Reads `suluh.yaml`, `content/` and `themes/` below `root`. What can't be read, or must not be, is an error in `d` and not in
    /// the tree; hidden files are skipped. See the [limits](super::limits).
    pub fn read(root: &Path, d: &Diagnostics) -> SourceTree {
        SourceTree::read_base(root, BaseFiles::OWN, d)
    }

    /// Reads the folder of a base, likewise.
    pub fn read_base(root: &Path, files: BaseFiles<'_>, d: &Diagnostics) -> SourceTree {
        SourceTree::new(walk::read(root, files, &walk::LIMITS, d))
    }

    /// Reads a base from the bytes of a zip, which holds the project at its root or in one folder. None, with the reason in `d`, when
    /// it can't be read as a whole; what must not be read is an error and not in the tree.
    pub fn read_zip(bytes: &[u8], files: BaseFiles<'_>, d: &Diagnostics) -> Option<SourceTree> {
        Some(SourceTree::new(zip::read(bytes, files, &zip::LIMITS, d)?))
    }

    /// A tree of files; of two with the same path the last one counts.
    pub(super) fn new(files: impl IntoIterator<Item = SourceFile>) -> SourceTree {
        SourceTree { files: files.into_iter().map(|file| (file.inside().to_owned(), file)).collect() }
    }

    /// The same tree as a base: only what is wanted, named with the prefix.
    #[must_use]
    pub fn as_base(self, files: BaseFiles<'_>) -> SourceTree {
        let kept = self.files.into_iter().filter(|(path, _)| (files.wanted)(path));
        SourceTree { files: kept.map(|(path, file)| (path, file.named(files.prefix))).collect() }
    }

    /// The same tree, but each file that did not change since `earlier` was read is the one of then, with everything that was made of it.
    #[must_use]
    pub fn renewed(self, mut earlier: SourceTree) -> SourceTree {
        let files = self.files.into_iter().map(|(path, file)| {
            let before = earlier.files.remove(&path).filter(|before| before.is_same(&file));
            (path, before.unwrap_or(file))
        });
        SourceTree { files: files.collect() }
    }

    /// A tree of files that are in memory: path relative to the project with `/`, and bytes.
    pub fn from_files(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> SourceTree {
        SourceTree::new(files.into_iter().map(|(path, bytes)| SourceFile::new("", &path, bytes)))
    }

    /// The file with this path.
    pub fn get(&self, path: &str) -> Option<&SourceFile> {
        self.files.get(path)
    }

    /// The files in a folder and the folders in it, sorted by path; `""` is the whole project, with or without a final `/`.
    pub fn under<'a>(&'a self, prefix: &str) -> impl Iterator<Item = &'a SourceFile> + use<'a> {
        let folder = if prefix.is_empty() || prefix.ends_with('/') { prefix.to_owned() } else { format!("{prefix}/") };
        self.files.range(folder.clone()..).take_while(move |(path, _)| path.starts_with(&folder)).map(|(_, file)| file)
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}
