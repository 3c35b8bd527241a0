//! The hand of the commands that write a project: whole or not at all, and never over a file that is there.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::codes::{CANNOT_WRITE, FILE_EXISTS, FOLDER_IN_USE};
use super::refusal::Refusal;
use crate::diagnostics::{Diagnostic, listed, quoted};

/// A file of a new project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// From the project's folder, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl NewFile {
    /// A file with this text.
    pub fn new(path: impl Into<String>, text: impl Into<Vec<u8>>) -> NewFile {
        NewFile { path: path.into(), bytes: text.into() }
    }
}

/// Why nothing was written.
#[derive(Debug)]
pub(super) enum WriteError {
    /// The folder is in use; what lies in it.
    InUse(PathBuf, Vec<String>),
    /// The file is there already.
    Exists(PathBuf),
    /// The disk refused.
    Disk(PathBuf, io::Error),
}

/// Where a project lies until it is whole; hidden, so that what a killed run leaves is in nobody's way.
const STAGE: &str = ".suluh-baru";
/// A folder with this file is a project, so it comes last.
const LAST: &str = "suluh.yaml";
/// Names of a folder in use that a message lists at most.
const MOST_NAMES: usize = 8;

/// Writes a new project. Its folder may be missing, empty, or hold hidden files only. `more` gives files that depend on where the
/// project lies: it is told a folder that is there, from which every relative path leads where it leads from the project.
///
/// A missing folder appears in one step. In one that is there, the parts are moved into place one by one, `suluh.yaml` last; when one
/// can't be moved, those before it are taken back.
pub(super) fn project(
    folder: &Path,
    files: &[NewFile],
    more: &dyn Fn(&Path) -> Result<Vec<NewFile>, Refusal>,
) -> Result<(), Refusal> {
    let exists = folder.symlink_metadata().is_ok();
    if exists {
        let names = in_the_way(folder, files)?;
        if !names.is_empty() {
            return Err(WriteError::InUse(folder.to_owned(), names).into());
        }
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stage = if exists { folder.join(STAGE) } else { parent.join(STAGE) };
    let written = (|| {
        // What is there is ours, from a run that was killed.
        if stage.is_dir() {
            on(&stage, fs::remove_dir_all(&stage))?;
        }
        on(&stage, fs::create_dir_all(&stage))?;
        for file in files.iter().chain(&more(if exists { folder } else { &stage })?) {
            create(&stage.join(&file.path), &file.bytes)?;
        }
        if exists {
            move_in(&stage, folder)?;
        } else {
            on(folder, fs::rename(&stage, folder))?;
        }
        Ok(())
    })();
    // Empty by now, or of no use.
    let _ = fs::remove_dir_all(&stage);
    written
}

/// The names in a folder that forbid to write into it: all that people see, and those that would be written over.
fn in_the_way(folder: &Path, files: &[NewFile]) -> Result<Vec<String>, WriteError> {
    let ours: Vec<&str> = files.iter().filter_map(|file| file.path.split('/').next()).collect();
    let mut names = Vec::new();
    for entry in on(folder, fs::read_dir(folder))? {
        let name = on(folder, entry)?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') || ours.contains(&name.as_str()) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

fn move_in(stage: &Path, folder: &Path) -> Result<(), WriteError> {
    let entries: Result<Vec<_>, _> = on(stage, fs::read_dir(stage))?.map(|entry| on(stage, entry)).collect();
    let mut names: Vec<_> = entries?.into_iter().map(|entry| entry.file_name()).collect();
    names.sort_by_key(|name| (name == LAST, name.clone()));
    for (index, name) in names.iter().enumerate() {
        let moved = on(&folder.join(name), fs::rename(stage.join(name), folder.join(name)));
        if moved.is_err() {
            for name in &names[..index] {
                let _ = fs::rename(folder.join(name), stage.join(name));
            }
            return moved;
        }
    }
    Ok(())
}

/// A file of a project as people see it from where they are.
pub(super) fn seen(project: &Path, path: &str) -> PathBuf {
    if project == Path::new(".") { PathBuf::from(path) } else { project.join(path) }
}

/// Writes one new file into a project, and the folders above it.
pub(super) fn file(project: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let path = seen(project, path);
    if path.symlink_metadata().is_ok() {
        return Err(WriteError::Exists(path));
    }
    create(&path, bytes)
}

/// Writes files of a folder anew, over those of an earlier run: all are written beside their places before the first takes its own.
pub(super) fn replace(folder: &Path, files: &[NewFile]) -> Result<(), WriteError> {
    let beside = |file: &NewFile| folder.join(format!("{}{STAGE}", file.path));
    let written = files.iter().try_for_each(|file| {
        let new = beside(file);
        if new.symlink_metadata().is_ok() {
            on(&new, fs::remove_file(&new))?;
        }
        create(&new, &file.bytes)
    });
    let moved = written.and_then(|()| {
        files.iter().try_for_each(|file| {
            let path = folder.join(&file.path);
            on(&path, fs::rename(beside(file), &path))
        })
    });
    if moved.is_err() {
        for file in files {
            let _ = fs::remove_file(beside(file));
        }
    }
    moved
}

/// Writes a new file and the folders above it.
fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if let Some(parent) = path.parent() {
        on(parent, fs::create_dir_all(parent))?;
    }
    let mut file = on(path, File::create_new(path))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // Half a file is none.
        drop(file);
        let _ = fs::remove_file(path);
    }
    on(path, written)
}

fn on<T>(path: &Path, result: io::Result<T>) -> Result<T, WriteError> {
    result.map_err(|error| WriteError::Disk(path.to_owned(), error))
}

impl From<WriteError> for Diagnostic {
    fn from(error: WriteError) -> Diagnostic {
        match error {
            WriteError::InUse(folder, names) => {
                let shown = listed(names.iter().map(|name| quoted(name)), MOST_NAMES);
                Diagnostic::error(FOLDER_IN_USE, format!("folder {} sudah berisi", quoted(&folder.display().to_string())))
                    .because(format!("di dalamnya ada {shown}"))
                    .hint("tulis nama folder yang belum ada atau kosong; tidak ada yang diubah")
            }
            WriteError::Exists(path) => {
                Diagnostic::error(FILE_EXISTS, format!("{} sudah ada", quoted(&path.display().to_string())))
                    .hint("sunting berkas itu, atau tulis judul lain; tidak ada yang diubah")
            }
            WriteError::Disk(path, error) => {
                Diagnostic::error(CANNOT_WRITE, format!("{} tidak dapat ditulis", quoted(&path.display().to_string())))
                    .because(reason(&error))
                    .hint(remedy(&error))
            }
        }
    }
}

fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "tulis nama folder lain; tidak ada yang diubah",
        _ => "periksa izin folder dan sisa ruang disk; tidak ada yang diubah",
    }
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "izin menulis ditolak".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "sudah ada berkas dengan nama itu".to_owned(),
        io::ErrorKind::StorageFull => "disk penuh".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "disk hanya dapat dibaca".to_owned(),
        kind => format!("sistem menjawab: {kind}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn project(folder: &Path, files: &[NewFile]) -> Result<(), Refusal> {
        super::project(folder, files, &|_| Ok(Vec::new()))
    }

    fn files() -> [NewFile; 2] {
        [NewFile::new("suluh.yaml", "basis: bawaan\n"), NewFile::new("content/a.md", "a")]
    }

    #[test]
    fn a_missing_folder_appears_whole() {
        let root = tempfile::tempdir().unwrap();
        project(&root.path().join("baru/kit"), &files()).unwrap();
        assert_eq!(names(&root.path().join("baru")), ["kit"]);
        assert_eq!(names(&root.path().join("baru/kit")), ["content", "suluh.yaml"]);
        assert_eq!(fs::read(root.path().join("baru/kit/content/a.md")).unwrap(), b"a");
    }

    #[test]
    fn what_a_killed_run_left_is_in_nobodys_way() {
        let root = tempfile::tempdir().unwrap();
        for stage in [root.path().join(STAGE), root.path().join("ada").join(STAGE)] {
            fs::create_dir_all(&stage).unwrap();
            fs::write(stage.join("sisa"), "setengah").unwrap();
        }
        project(&root.path().join("kit"), &files()).unwrap();
        project(&root.path().join("ada"), &files()).unwrap();
        assert_eq!(names(root.path()), ["ada", "kit"]);
        assert_eq!(names(&root.path().join("ada")), ["content", "suluh.yaml"]);
    }

    /// The disk refuses the second file, whoever runs the test: a file can't lie below a file.
    #[test]
    fn what_can_not_be_written_whole_is_not_written() {
        let root = tempfile::tempdir().unwrap();
        let refused = [NewFile::new("a", "a"), NewFile::new("a/b", "b")];
        let empty = root.path().join("kosong");
        fs::create_dir(&empty).unwrap();
        for folder in [root.path().join("kit"), empty.clone()] {
            assert!(project(&folder, &refused).is_err());
        }
        assert_eq!(names(root.path()), ["kosong"]);
        assert!(names(&empty).is_empty());
    }

    #[test]
    fn what_was_moved_is_taken_back() {
        let root = tempfile::tempdir().unwrap();
        let (stage, folder) = (root.path().join("stage"), root.path().join("kit"));
        fs::create_dir_all(folder.join("suluh.yaml/milik-orang")).unwrap();
        fs::create_dir_all(stage.join("content")).unwrap();
        fs::write(stage.join("suluh.yaml"), "").unwrap();
        assert!(move_in(&stage, &folder).is_err());
        assert_eq!(names(&folder), ["suluh.yaml"]);
        assert_eq!(names(&stage), ["content", "suluh.yaml"]);
    }

    #[test]
    fn files_of_a_run_are_written_anew_or_stay() {
        let root = tempfile::tempdir().unwrap();
        let file = |path: &str, text: &str| NewFile::new(path, text);
        replace(root.path(), &[file("a", "1"), file("b", "1")]).unwrap();
        fs::create_dir_all(root.path().join("d")).unwrap();
        assert!(replace(root.path(), &[file("a", "2"), file("b/c", "2")]).is_err());
        assert_eq!(
            (names(root.path()), fs::read(root.path().join("a")).unwrap()),
            (vec!["a".into(), "b".into(), "d".into()], b"1".to_vec())
        );
        replace(root.path(), &[file("a", "2"), file("b", "2")]).unwrap();
        assert_eq!(fs::read(root.path().join("b")).unwrap(), b"2");
        assert_eq!(names(root.path()), ["a", "b", "d"]);
    }

    #[test]
    fn a_file_is_never_written_over() {
        let root = tempfile::tempdir().unwrap();
        file(root.path(), "content/halaman/a.md", b"satu").unwrap();
        assert!(matches!(file(root.path(), "content/halaman/a.md", b"dua"), Err(WriteError::Exists(_))));
        assert_eq!(fs::read(root.path().join("content/halaman/a.md")).unwrap(), b"satu");
    }
}
