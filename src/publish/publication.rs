//! One run's hold on an output folder, from the lock to the commit.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::disk::Disk;
use super::error::{DAMAGED, RECOVERED};
use super::lock::WorkArea;
use super::manifest::{Index, Manifest, Part};
use super::previous::{OldIndex, Previous};
use super::recover::{Recovery, recover};
use super::space::{MANIFESTS, ROOTS, Spaces};
use super::state::State;
use super::{Digest, EditionCode, EditionSummary, EditionWriter, PublishError};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// What may lie in an output folder before the first publication, beside any `README…`.
const HARMLESS: [&str; 7] = [".git", ".gitattributes", ".gitignore", ".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// A run's hold on an output folder: locked, put in order, its present generation known.
///
/// Dropped without [`Publication::commit`], it leaves the folder as it was.
pub struct Publication {
    output: PathBuf,
    area: WorkArea,
    disk: Disk,
    index: OldIndex,
    turns: Mutex<BTreeMap<EditionCode, Turn>>,
    pub(super) notices: Diagnostics,
}

/// Where an edition stands in this run.
pub(super) enum Turn {
    /// Its writer is at work.
    Open,
    /// It stays as it was.
    Abandoned,
    /// It is to replace the present one.
    Finished(Box<Finished>),
}

/// A finished edition. Its files are known to its manifest, so that a run with hundreds of editions holds none of
/// them in memory.
pub(super) struct Finished {
    pub(super) summary: EditionSummary,
    pub(super) digest: Digest,
    /// Whether the manifest stands in the staging area; otherwise the present one stays.
    pub(super) manifest_differs: bool,
    pub(super) changed: bool,
    /// Which of the manifest's files stand in the staging area.
    pub(super) fresh: Vec<bool>,
    pub(super) state: State,
}

impl Publication {
    /// Takes hold of an output folder: locks it, finishes or undoes what a killed run left, and reads what is
    /// published.
    ///
    /// The folder need not exist. It must be empty or ours (a README, `.git` and the like are let be).
    ///
    /// # Errors
    /// Another run holds it; it is no folder, not ours or not writable.
    pub fn begin(output: &Path) -> Result<Publication, PublishError> {
        Publication::begin_on(output, Disk::default())
    }

    pub(super) fn begin_on(output: &Path, disk: Disk) -> Result<Publication, PublishError> {
        let output = resolve(output)?;
        // Before the work area is made: a folder that is refused gets no neighbour.
        check_folder(&output)?;
        let area = WorkArea::open(&output)?;
        let recovery = recover(&disk, &area, &output)?;
        let index = OldIndex::read(&output)?;
        let notices = Diagnostics::new();
        tell_recovery(&notices, &output, recovery);
        if let OldIndex::Damaged = index {
            notices.push(damaged(&format!("{MANIFESTS}/{}", Index::NAME)));
        }
        let publication = Publication { output, area, disk, index, turns: Mutex::default(), notices };
        publication.prepare_next()?;
        Ok(publication)
    }

    /// The manifest of an edition as it is published; none when it never was, or is damaged.
    ///
    /// It is read anew at each call.
    ///
    /// # Errors
    /// It is there and can't be read.
    pub fn previous(&self, edition: &EditionCode) -> Result<Option<Manifest>, PublishError> {
        let previous = self.load(edition)?;
        let sound = previous.digest.is_some();
        Ok(previous.manifest.filter(|_| sound))
    }

    /// Opens an edition for writing. The parts that are not named keep their files.
    ///
    /// # Errors
    /// The edition was opened before in this run, or its manifest can't be read.
    pub fn edition(&self, edition: &EditionCode, parts: &[Part]) -> Result<EditionWriter<'_>, PublishError> {
        if self.turns().contains_key(edition) {
            return Err(PublishError::EditionTwice { edition: edition.clone() });
        }
        let previous = self.load(edition)?;
        let writer = EditionWriter::new(self, edition.clone(), parts, previous)?;
        self.turns().insert(edition.clone(), Turn::Open);
        Ok(writer)
    }

    /// Reads the present generation of an edition, and says when its manifest is damaged.
    pub(super) fn load(&self, edition: &EditionCode) -> Result<Previous, PublishError> {
        let previous = Previous::load(&self.output, &self.area, &self.index, edition)?;
        if previous.is_damaged() {
            self.notices.push(damaged(&format!("{MANIFESTS}/{}", edition.manifest_name())));
        }
        Ok(previous)
    }

    /// Notes how an edition ended; what an abandoned one has staged is removed, to give its space back.
    pub(super) fn turn(&self, edition: &EditionCode, turn: Turn) {
        if let Turn::Abandoned = turn {
            // The commit sweeps again, and there a failure counts.
            let _ = self.sweep(edition);
        }
        self.turns().insert(edition.clone(), turn);
    }

    /// Removes what an edition has staged.
    pub(super) fn sweep(&self, edition: &EditionCode) -> Result<(), PublishError> {
        let next = self.next();
        let failed = |error| PublishError::io("menghapus", &next, error);
        let spaces = Spaces::scan(&next).map_err(failed)?;
        let manifest = Path::new(MANIFESTS).join(edition.manifest_name());
        let staged = spaces.of(edition).iter().chain([&manifest]);
        staged.map(|path| next.join(path)).try_for_each(|path| self.disk.remove_tree(&path)).map_err(failed)
    }

    /// Makes the folder of the next generation, as open to others as the present one.
    fn prepare_next(&self) -> Result<(), PublishError> {
        let next = self.next();
        self.disk.create_folder(&next).map_err(|error| PublishError::io("membuat", &next, error))?;
        #[cfg(unix)]
        if let Ok(found) = fs::metadata(&self.output) {
            use std::os::unix::fs::{MetadataExt, chown};
            // A web server's group, often with the set-group-id bit: new folders below inherit both. Who may not give
            // a group away publishes under their own.
            let _ = chown(&next, None, Some(found.gid()));
            let _ = fs::set_permissions(&next, found.permissions());
        }
        Ok(())
    }

    pub(super) fn turns(&self) -> MutexGuard<'_, BTreeMap<EditionCode, Turn>> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The output folder, absolute.
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// The next generation while it is made.
    pub(super) fn next(&self) -> PathBuf {
        self.area.next()
    }

    pub(super) fn area(&self) -> &WorkArea {
        &self.area
    }

    pub(super) fn disk(&self) -> &Disk {
        &self.disk
    }

    pub(super) fn index(&self) -> &OldIndex {
        &self.index
    }
}

impl Drop for Publication {
    /// Leaves no staging area behind, unless the next run needs it to finish an exchange.
    fn drop(&mut self) {
        if !self.area.old().exists() {
            let _ = self.disk.remove_tree(&self.area.next());
        }
    }
}

/// The real place of the output folder, its parents made.
fn resolve(output: &Path) -> Result<PathBuf, PublishError> {
    let failed = |error| PublishError::io("membuka", output, error);
    let absolute = std::path::absolute(output).map_err(failed)?;
    if fs::symlink_metadata(&absolute).is_ok() {
        // A symlink to the web server's folder is followed once, here, so that the exchange happens beside the real
        // one.
        return fs::canonicalize(&absolute).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => PublishError::NotAFolder { path: absolute.clone() },
            _ => failed(error),
        });
    }
    let (Some(parent), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(failed(io::ErrorKind::InvalidInput.into()));
    };
    fs::create_dir_all(parent).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => PublishError::ReadOnly { path: parent.to_path_buf() },
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => PublishError::NotAFolder { path: parent.to_path_buf() },
        _ => PublishError::io("membuat", parent, error),
    })?;
    Ok(fs::canonicalize(parent).map_err(failed)?.join(name))
}

/// Refuses a folder that isn't ours, so that a slip such as `--output ~/Documents` costs nothing.
fn check_folder(output: &Path) -> Result<(), PublishError> {
    let Ok(found) = fs::metadata(output) else { return Ok(()) };
    if !found.is_dir() {
        return Err(PublishError::NotAFolder { path: output.to_path_buf() });
    }
    // Asked of the folder, not of the system, because the system lets an administrator write anywhere.
    if found.permissions().readonly() {
        return Err(PublishError::ReadOnly { path: output.to_path_buf() });
    }
    let failed = |error| PublishError::io("membaca", output, error);
    let ours = output.join(MANIFESTS).join(Index::NAME).exists();
    for entry in fs::read_dir(output).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let harmless = HARMLESS.contains(&&*name) || name.to_ascii_lowercase().starts_with("readme");
        if !ours && !harmless {
            return Err(PublishError::NotOurs { output: output.to_path_buf(), example: entry.path() });
        }
        if ROOTS.contains(&&*name) && !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return Err(PublishError::NotAFolder { path: entry.path() });
        }
    }
    Ok(())
}

fn damaged(path: &str) -> Diagnostic {
    Diagnostic::warning(DAMAGED, format!("`{path}` rusak atau diubah sehingga diabaikan"))
        .in_file(path)
        .hint("tidak perlu berbuat apa-apa: edisinya diperiksa berkas demi berkas dan manifesnya ditulis ulang")
}

fn tell_recovery(notices: &Diagnostics, output: &Path, recovery: Recovery) {
    let what = match recovery {
        Recovery::Nothing => return,
        Recovery::Finished => "diselesaikan",
        Recovery::Undone => "dibatalkan",
    };
    let message = format!("penerbitan sebelumnya ke `{}` terputus dan kini {what}", output.display());
    notices.push(Diagnostic::note(RECOVERED, message));
}
