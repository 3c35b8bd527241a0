//! Goes through a generation on disk, following no symlink.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::PublishError;

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder; told before what is in it.
    Folder {
        /// Whether there is nothing in it.
        empty: bool,
    },
    /// A regular file.
    File,
    /// A symlink, wherever it leads.
    Symlink,
    /// A socket, a pipe, a device.
    Other,
}

impl Kind {
    fn of(kind: fs::FileType) -> Kind {
        if kind.is_dir() {
            Kind::Folder { empty: false }
        } else if kind.is_file() {
            Kind::File
        } else if kind.is_symlink() {
            Kind::Symlink
        } else {
            Kind::Other
        }
    }
}

/// Visits `starts` (relative to `root`) and all below them, with paths relative to `root`, on all threads; a folder
/// comes before what is in it, and that is all the order there is. A path that does not exist has nothing to visit.
pub(super) fn walk(
    root: &Path,
    starts: &[PathBuf],
    visit: &(dyn Fn(&Path, Kind) -> Result<(), PublishError> + Sync),
) -> Result<(), PublishError> {
    let mut folders = Vec::new();
    for start in starts {
        match fs::symlink_metadata(root.join(start)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(PublishError::io("membaca", &root.join(start), error)),
            Ok(found) if found.is_dir() => folders.push(start.clone()),
            Ok(found) => visit(start, Kind::of(found.file_type()))?,
        }
    }
    // Level by level, not by recursion: a folder of the user may be deeper than the stack.
    while !folders.is_empty() {
        let deeper = folders.par_iter().map(|folder| visit_folder(root, folder, visit));
        folders = deeper.collect::<Result<Vec<_>, _>>()?.concat();
    }
    Ok(())
}

/// Visits a folder and its files; gives back the folders in it.
fn visit_folder(
    root: &Path,
    folder: &Path,
    visit: &(dyn Fn(&Path, Kind) -> Result<(), PublishError> + Sync),
) -> Result<Vec<PathBuf>, PublishError> {
    let failed = |error| PublishError::io("membaca", &root.join(folder), error);
    let entries = fs::read_dir(root.join(folder)).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(failed)?;
    visit(folder, Kind::Folder { empty: entries.is_empty() })?;
    let mut folders = Vec::new();
    for entry in entries {
        let path = folder.join(entry.file_name());
        match Kind::of(entry.file_type().map_err(failed)?) {
            Kind::Folder { .. } => folders.push(path),
            kind => visit(&path, kind)?,
        }
    }
    Ok(folders)
}

/// A path as a manifest writes it, `/` between its names; `None` when it isn't text and so in no manifest.
pub(super) fn portable(path: &Path) -> Option<Cow<'_, str>> {
    let text = path.to_str()?;
    Some(if cfg!(windows) { text.replace('\\', "/").into() } else { text.into() })
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn sees_everything_once_and_follows_nothing() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("a/b/kosong")).unwrap();
        fs::write(root.path().join("a/x"), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("..", root.path().join("a/b/ke-atas")).unwrap();
        let seen = Mutex::new(Vec::new());
        let visit = |path: &Path, kind| {
            seen.lock().unwrap().push((portable(path).unwrap().into_owned(), kind));
            Ok(())
        };
        walk(root.path(), &["a".into(), "tiada".into()], &visit).unwrap();
        let mut seen = seen.into_inner().unwrap();
        seen.sort_by(|a, b| a.0.cmp(&b.0));
        let folder = |empty| Kind::Folder { empty };
        let mut expected = vec![("a", folder(false)), ("a/b", folder(false)), ("a/b/kosong", folder(true)), ("a/x", Kind::File)];
        #[cfg(unix)]
        expected.insert(2, ("a/b/ke-atas", Kind::Symlink));
        assert_eq!(seen.iter().map(|(path, kind)| (path.as_str(), *kind)).collect::<Vec<_>>(), expected);
    }
}
