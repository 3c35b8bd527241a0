//! What a folder holds: every file's bytes, and whether it was touched.

use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

/// One file: what is in it, and which file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    sha256: [u8; 32],
    inode: u64,
    /// Seconds and nanoseconds of the last change.
    modified: (i64, i64),
}

/// All files below a folder, by path with `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree(BTreeMap<String, State>);

impl Tree {
    /// Reads a folder; one that is not there is empty.
    pub(crate) fn of(folder: &Path) -> Tree {
        let files = WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir());
        let state = |path: &Path| {
            let metadata = path.symlink_metadata().unwrap();
            State {
                sha256: Sha256::digest(std::fs::read(path).unwrap()).into(),
                inode: metadata.ino(),
                modified: (metadata.mtime(), metadata.mtime_nsec()),
            }
        };
        let name = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        Tree(files.map(|entry| (name(entry.path()), state(entry.path()))).collect())
    }

    /// The paths.
    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Paths that are in one tree only, or hold other bytes.
    pub(crate) fn changed<'a>(&'a self, other: &'a Tree) -> BTreeSet<&'a str> {
        self.differing(other, |a, b| a.sha256 == b.sha256)
    }

    /// Paths that are in one tree only, or are another file, or were written again.
    pub(crate) fn touched<'a>(&'a self, other: &'a Tree) -> BTreeSet<&'a str> {
        self.differing(other, |a, b| a == b)
    }

    fn differing<'a>(&'a self, other: &'a Tree, same: impl Fn(&State, &State) -> bool) -> BTreeSet<&'a str> {
        let paths: BTreeSet<&str> = self.paths().chain(other.paths()).collect();
        let differs = |path: &&str| match (self.0.get(*path), other.0.get(*path)) {
            (Some(a), Some(b)) => !same(a, b),
            _ => true,
        };
        paths.into_iter().filter(differs).collect()
    }

    /// Fails when any byte differs.
    #[track_caller]
    pub(crate) fn expect_same_bytes(&self, other: &Tree) {
        let changed = self.changed(other);
        assert!(changed.is_empty(), "{} files differ: {changed:#?}", changed.len());
    }

    /// Fails when any file was written again, even with the same bytes.
    #[track_caller]
    pub(crate) fn expect_untouched(&self, other: &Tree) {
        let touched = self.touched(other);
        assert!(touched.is_empty(), "{} files were touched: {touched:#?}", touched.len());
    }
}
