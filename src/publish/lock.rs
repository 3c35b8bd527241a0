//! The work area beside the output folder, `.<output>.suluh/`, and the lock in it that lets one run in at a time.
//!
//! ```text
//! output/                 the present publication, always whole
//! .output.suluh/
//!   kunci                 the lock; held as long as the process lives, so a killed run leaves none behind
//!   berikut/              the next generation while it is made; after the exchange, the old one until it is removed
//!   lama/                 the old generation where folders can't be exchanged in one step (see exchange.rs)
//!   keadaan/61.11.json    what the files of an edition looked like when they were published (see state.rs)
//! ```
//!
//! It stands beside the output folder because renames and hard links work within one file system only.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::{EditionCode, PublishError};

/// The locked work area of one output folder.
#[derive(Debug)]
pub(super) struct WorkArea {
    root: PathBuf,
    /// Unlocked by the system when the process ends, however it ends.
    lock: File,
}

impl WorkArea {
    /// Makes the work area beside `output` when it is not there, and locks it.
    pub(super) fn open(output: &Path) -> Result<WorkArea, PublishError> {
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            return Err(PublishError::Unmovable { output: output.to_path_buf(), source: io::ErrorKind::InvalidInput.into() });
        };
        let root = parent.join(format!(".{}.suluh", name.to_string_lossy()));
        if let Err(error) = fs::create_dir(&root)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(match error.kind() {
                io::ErrorKind::PermissionDenied => PublishError::ReadOnly { path: parent.to_path_buf() },
                _ => PublishError::io("membuat", &root, error),
            });
        }
        // A symlink here would lead the tidying up somewhere else.
        if !fs::symlink_metadata(&root).is_ok_and(|found| found.is_dir()) {
            return Err(PublishError::NotAFolder { path: root });
        }
        let lock = lock(&root.join("kunci"), output)?;
        keep_out_of_git(&root);
        Ok(WorkArea { root, lock })
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The next generation while it is made, the old one after the exchange.
    pub(super) fn next(&self) -> PathBuf {
        self.root.join("berikut")
    }

    /// The old generation between two renames.
    pub(super) fn old(&self) -> PathBuf {
        self.root.join("lama")
    }

    /// A state while it is written, before it takes its place.
    pub(super) fn new_state(&self) -> PathBuf {
        self.root.join("keadaan.baru")
    }

    /// The private state of an edition.
    pub(super) fn state(&self, code: &EditionCode) -> PathBuf {
        self.root.join("keadaan").join(code.manifest_name())
    }
}

impl Drop for WorkArea {
    /// Closing the file would do, were it not for a process that is just being started elsewhere in the program and
    /// holds a copy.
    fn drop(&mut self) {
        let _ = self.lock.unlock();
    }
}

fn lock(path: &Path, output: &Path) -> Result<File, PublishError> {
    let failed = |error| PublishError::io("mengunci", path, error);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(PublishError::Busy { output: output.to_path_buf() }),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// The area is private to this machine. Should the file fail to be written, nothing is lost but tidiness.
fn keep_out_of_git(root: &Path) {
    let path = root.join(".gitignore");
    if !path.exists() {
        let _ = fs::write(path, "*\n");
    }
}
