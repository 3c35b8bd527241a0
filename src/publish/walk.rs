//! Goes through a generation on disk, following no symlink.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::Path;

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

/// Visits `start` (relative to `root`) and all below it, with paths relative to `root`. A path that does not exist has nothing to visit.
pub(super) fn walk(
    root: &Path,
    start: &Path,
    visit: &mut dyn FnMut(&Path, Kind) -> Result<(), PublishError>,
) -> Result<(), PublishError> {
    let failed = |path: &Path, error| PublishError::io("membaca", &root.join(path), error);
    let found = match fs::symlink_metadata(root.join(start)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        found => found.map_err(|error| failed(start, error))?,
    };
    // A list, not recursion: a folder of the user may be deeper than the stack.
    let mut folders = Vec::new();
    match Kind::of(found.file_type()) {
        Kind::Folder { .. } => folders.push(start.to_path_buf()),
        kind => visit(start, kind)?,
    }
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(root.join(&folder)).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let entries = entries.map_err(|error| failed(&folder, error))?;
        visit(&folder, Kind::Folder { empty: entries.is_empty() })?;
        for entry in entries {
            let path = folder.join(entry.file_name());
            match Kind::of(entry.file_type().map_err(|error| failed(&path, error))?) {
                Kind::Folder { .. } => folders.push(path),
                kind => visit(&path, kind)?,
            }
        }
    }
    Ok(())
}

/// A path as a manifest writes it, `/` between its names; `None` when it isn't text and so in no manifest.
pub(super) fn portable(path: &Path) -> Option<Cow<'_, str>> {
    let text = path.to_str()?;
    Some(if cfg!(windows) { text.replace('\\', "/").into() } else { text.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_everything_once_and_follows_nothing() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("a/b/kosong")).unwrap();
        fs::write(root.path().join("a/x"), "x").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("..", root.path().join("a/b/ke-atas")).unwrap();
        let mut seen = Vec::new();
        let mut visit = |path: &Path, kind| {
            seen.push((portable(path).unwrap().into_owned(), kind));
            Ok(())
        };
        walk(root.path(), Path::new("a"), &mut visit).unwrap();
        walk(root.path(), Path::new("tiada"), &mut visit).unwrap();
        seen.sort_by(|a, b| a.0.cmp(&b.0));
        let folder = |empty| Kind::Folder { empty };
        let mut expected = vec![("a", folder(false)), ("a/b", folder(false)), ("a/b/kosong", folder(true)), ("a/x", Kind::File)];
        #[cfg(unix)]
        expected.insert(2, ("a/b/ke-atas", Kind::Symlink));
        assert_eq!(seen.iter().map(|(path, kind)| (path.as_str(), *kind)).collect::<Vec<_>>(), expected);
    }
}
