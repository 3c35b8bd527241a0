//! Completes the next generation: beside what was written anew it gets everything that stays, as hard links to the
//! present generation.
//!
//! A kept file costs no space and keeps its inode and time. Files of the user are carried over wherever they are,
//! with the permissions of their folders.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::Disk;
use super::manifest::{Manifest, Paths};
use super::walk::{Kind, portable, walk};
use super::{OutputPath, PublishError};

/// The two generations between which files are carried.
pub(super) struct Stage<'a> {
    pub(super) disk: &'a Disk,
    pub(super) output: &'a Path,
    pub(super) next: &'a Path,
}

impl Stage<'_> {
    /// Carries over everything at and below some paths.
    pub(super) fn carry(&self, starts: &[PathBuf]) -> Result<(), PublishError> {
        walk(self.output, starts, &|path, kind| self.carry_one(path, kind))
    }

    /// Replaces an edition: its kept files are linked, its old ones dropped, and the user's files among them carried
    /// over.
    ///
    /// `new` is the files of the next manifest with, for each of them, whether it is staged; none when the edition is
    /// removed.
    pub(super) fn replace(
        &self,
        starts: &[PathBuf],
        old: Option<&Manifest>,
        new: Option<(&Paths, &[bool])>,
    ) -> Result<(), PublishError> {
        let files = new.into_iter().flat_map(|(paths, fresh)| paths.iter().zip(fresh));
        let kept: Vec<&OutputPath> = files.filter(|(_, fresh)| !**fresh).map(|(path, _)| path).collect();
        // First ours, then the user's: a symlink of the user must never become a folder that we write through.
        kept.par_iter().try_for_each(|path| {
            let place = path.below(self.output);
            self.disk.link(&place, &path.below(self.next)).map_err(|error| PublishError::io("menautkan", &place, error))
        })?;
        let visit = |path: &Path, kind: Kind| {
            if let Kind::Folder { empty } = kind {
                return self.carry_folder(path, empty);
            }
            let text = portable(path).unwrap_or_default();
            let published = old.is_some_and(|old| old.find(&text).is_some());
            let planned = new.and_then(|(paths, fresh)| fresh.get(paths.find(&text)?));
            match planned {
                Some(true) if !published => Err(PublishError::InTheWay { path: self.output.join(path) }),
                Some(_) => Ok(()),
                None if published => Ok(()),
                None => self.carry_one(path, kind),
            }
        };
        walk(self.output, starts, &visit)
    }

    /// A folder needs making only when nothing in it does; its permissions are kept.
    fn carry_folder(&self, path: &Path, empty: bool) -> Result<(), PublishError> {
        if empty { self.carry_one(path, Kind::Folder { empty }) } else { self.keep_permissions(path) }
    }

    /// Carries one thing over.
    fn carry_one(&self, path: &Path, kind: Kind) -> Result<(), PublishError> {
        let (from, to) = (self.output.join(path), self.next.join(path));
        let carried = match kind {
            Kind::Folder { .. } => self.disk.create_folder(&to),
            Kind::Symlink => self.disk.copy_symlink(&from, &to),
            Kind::File | Kind::Other => self.disk.link(&from, &to),
        };
        match carried {
            Ok(()) if matches!(kind, Kind::Folder { .. }) => self.keep_permissions(path),
            Ok(()) => Ok(()),
            Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory) => {
                Err(PublishError::InTheWay { path: from })
            }
            Err(error) => Err(PublishError::io("menautkan", &from, error)),
        }
    }

    /// Gives a folder of the next generation the permissions it has in the present one.
    pub(super) fn keep_permissions(&self, path: &Path) -> Result<(), PublishError> {
        let to = self.next.join(path);
        let (Ok(old), Ok(new)) = (fs::metadata(self.output.join(path)), fs::metadata(&to)) else { return Ok(()) };
        if !new.is_dir() || old.permissions() == new.permissions() {
            return Ok(());
        }
        fs::set_permissions(&to, old.permissions()).map_err(|error| PublishError::io("memberi izin", &to, error))
    }
}
