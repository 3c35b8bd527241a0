//! The end of a run: works out what changes, completes the next generation, and puts it in place.
//!
//! 1. Every edition has an outcome: built, failed, not asked for, or no longer wanted.
//! 2. The index is made of their manifests. When it, every manifest and every file is as it was, nothing is touched.
//! 3. Otherwise the [`Stage`] is completed, flushed, exchanged, and the old generation removed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::error::UNTIDY;
use super::exchange::put_in_place;
use super::manifest::{Index, IndexEntry, Paths};
use super::previous::{OldIndex, read_bounded};
use super::publication::{Finished, Turn};
use super::space::{MANIFESTS, ROOTS, Spaces, names};
use super::stage::Stage;
use super::{Digest, EditionCode, Outcome, Publication, PublishError, Scope, Summary};
use crate::diagnostics::Diagnostic;

/// What happens to one edition.
enum Fate {
    /// Its next generation takes the place of the present one.
    Replace(Box<Finished>),
    /// It stays, with its manifest.
    Carry(IndexEntry),
    /// It stays, and gets a new manifest for its damaged one.
    Repair(IndexEntry, Vec<u8>),
    /// It goes.
    Remove,
    /// It failed and never was.
    Absent,
}

impl Publication {
    /// Publishes every finished edition at once; the others stay as they are.
    ///
    /// When nothing changed, nothing in the output folder is touched.
    ///
    /// # Errors
    /// The disk is full or the exchange is refused; the folder is then as it was before the run.
    pub fn commit(mut self, scope: Scope) -> Result<Summary, PublishError> {
        let turns = std::mem::take(&mut *self.turns());
        let mut editions = BTreeMap::new();
        let mut fates = BTreeMap::new();
        for (code, turn) in turns {
            let (outcome, fate) = match turn {
                Turn::Finished(finished) if finished.changed => (Outcome::Published(finished.summary), Fate::Replace(finished)),
                Turn::Finished(finished) => (Outcome::Unchanged(finished.summary), Fate::Replace(finished)),
                Turn::Open | Turn::Abandoned => {
                    self.sweep(&code)?;
                    (Outcome::Failed, self.carried(&code)?)
                }
            };
            editions.insert(code.clone(), outcome);
            fates.insert(code, fate);
        }
        let mut others = self.published()?;
        others.retain(|code| !fates.contains_key(code));
        for code in others {
            let (outcome, fate) = match scope {
                Scope::Whole => (Outcome::Removed, Fate::Remove),
                Scope::Selected => (Outcome::Kept, self.carried(&code)?),
            };
            editions.insert(code.clone(), outcome);
            fates.insert(code, fate);
        }
        let changed = self.carry_out(&fates)?;
        self.remember(&fates);
        Ok(Summary { changed, editions, diagnostics: std::mem::take(&mut self.notices).into_sorted() })
    }

    /// The editions of the present generation: those in the index, and those whose manifest is there.
    fn published(&self) -> Result<BTreeSet<EditionCode>, PublishError> {
        let mut codes: BTreeSet<EditionCode> = BTreeSet::new();
        codes.extend(self.index().index().into_iter().flat_map(|index| &index.editions).map(|entry| entry.edition.clone()));
        codes.extend(self.manifest_names()?.iter().filter_map(|name| manifest_owner(name)));
        Ok(codes)
    }

    /// What is in `manifes/` now.
    fn manifest_names(&self) -> Result<Vec<PathBuf>, PublishError> {
        let folder = self.output().join(MANIFESTS);
        names(&folder).map_err(|error| PublishError::io("membaca", &folder, error))
    }

    /// How an edition stays that this run does not replace.
    fn carried(&self, code: &EditionCode) -> Result<Fate, PublishError> {
        if let Some(entry) = self.index().index().and_then(|index| index.find(code)) {
            // The usual case needs no look inside the manifest.
            let bytes = read_bounded(&self.output().join(MANIFESTS).join(code.manifest_name()))?;
            if bytes.is_some_and(|bytes| Digest::of(&bytes) == entry.manifest) {
                return Ok(Fate::Carry(entry.clone()));
            }
        }
        let previous = self.load(code)?;
        let Some(manifest) = previous.manifest else { return Ok(Fate::Absent) };
        let (files, bytes) = (manifest.files().count(), manifest.files().map(|file| file.bytes).sum());
        if let Some(digest) = previous.digest {
            return Ok(Fate::Carry(IndexEntry { edition: code.clone(), manifest: digest, files, bytes }));
        }
        let json = manifest.to_json().map_err(|error| PublishError::io("menulis", self.output(), error))?;
        Ok(Fate::Repair(IndexEntry { edition: code.clone(), manifest: Digest::of(&json), files, bytes }, json))
    }

    /// Completes the next generation and puts it in place; `false` when it would be the same as the present one.
    fn carry_out(&self, fates: &BTreeMap<EditionCode, Fate>) -> Result<bool, PublishError> {
        let next = self.next();
        let failed = |error| PublishError::io("menulis", &next, error);
        let entries: Vec<IndexEntry> = fates.iter().filter_map(|(code, fate)| fate.entry(code)).collect();
        let index = Index::new(entries).to_json().map_err(failed)?;
        let index_differs = !matches!(self.index(), OldIndex::Read(_, digest) if *digest == Digest::of(&index));
        let nothing_yet = matches!(self.index(), OldIndex::Absent) && !fates.values().any(Fate::changes);
        if nothing_yet || !(index_differs || fates.values().any(Fate::changes)) {
            return Ok(false);
        }
        self.assemble(fates)?;
        let (from, to) = (self.output().join(MANIFESTS).join(Index::NAME), next.join(MANIFESTS).join(Index::NAME));
        let written = if index_differs { self.disk().create(&to, &index).map(|_| ()) } else { self.disk().link(&from, &to) };
        written.map_err(failed)?;
        self.disk().flush(&next).map_err(failed)?;
        put_in_place(self.disk(), self.area(), self.output())?;
        for litter in [next, self.area().old()] {
            if let Err(error) = self.disk().remove_tree(&litter) {
                let message = format!("terbitan lama di `{}` belum terhapus; proses berikutnya menghapusnya", litter.display());
                self.notices.push(Diagnostic::warning(UNTIDY, message).because(error.to_string()));
            }
        }
        Ok(true)
    }

    /// Brings everything that stays into the next generation.
    fn assemble(&self, fates: &BTreeMap<EditionCode, Fate>) -> Result<(), PublishError> {
        let next = self.next();
        let stage = Stage { disk: self.disk(), output: self.output(), next: &next };
        let spaces = Spaces::scan(self.output()).map_err(|error| PublishError::io("membaca", self.output(), error))?;
        for root in ROOTS {
            // Left empty by an edition that failed; one with something in it is not removed.
            let _ = fs::remove_dir(next.join(root));
        }
        stage.carry(&spaces.foreign)?;
        let unknown = spaces.owned.iter().filter(|(code, _)| !fates.contains_key(code));
        unknown.map(|(_, starts)| starts).try_for_each(|starts| stage.carry(starts))?;
        fates.par_iter().try_for_each(|(code, fate)| {
            let starts = spaces.of(code);
            match fate {
                Fate::Replace(finished) => {
                    let new = self.finished_paths(code, finished)?;
                    stage.replace(starts, self.load(code)?.manifest.as_ref(), Some((&new, &finished.fresh)))
                }
                Fate::Remove => stage.replace(starts, self.load(code)?.manifest.as_ref(), None),
                Fate::Carry(_) | Fate::Repair(..) | Fate::Absent => stage.carry(starts),
            }
        })?;
        self.assemble_manifests(&stage, fates)?;
        ROOTS.iter().try_for_each(|root| stage.keep_permissions(Path::new(root)))
    }

    /// Carries over the manifests that stay and the user's files beside them.
    fn assemble_manifests(&self, stage: &Stage<'_>, fates: &BTreeMap<EditionCode, Fate>) -> Result<(), PublishError> {
        for (code, fate) in fates {
            if let Fate::Repair(_, json) = fate {
                let place = stage.next.join(MANIFESTS).join(code.manifest_name());
                stage.disk.create(&place, json).map_err(|error| PublishError::io("menulis", &place, error))?;
            }
        }
        let stays = |name: &PathBuf| match manifest_owner(name).and_then(|code| fates.get(&code)) {
            Some(Fate::Replace(finished)) => !finished.manifest_differs,
            Some(Fate::Repair(..) | Fate::Remove) => false,
            Some(Fate::Carry(_) | Fate::Absent) => true,
            None => name != Path::new(Index::NAME),
        };
        let names = self.manifest_names()?.into_iter().filter(stays);
        stage.carry(&names.map(|name| Path::new(MANIFESTS).join(name)).collect::<Vec<_>>())
    }

    /// The files of the manifest that a finished edition wrote, or found to be the present one.
    fn finished_paths(&self, code: &EditionCode, finished: &Finished) -> Result<Paths, PublishError> {
        let root = if finished.manifest_differs { self.next() } else { self.output().to_path_buf() };
        let place = root.join(MANIFESTS).join(code.manifest_name());
        let paths = File::open(&place).and_then(|file| Paths::read(file, finished.digest));
        let paths = paths.and_then(|paths| paths.ok_or_else(|| io::ErrorKind::InvalidData.into()));
        paths.map_err(|error| PublishError::io("membaca", &place, error))
    }

    /// Keeps what makes the next run fast. Should it fail, that run reads the files instead.
    fn remember(&self, fates: &BTreeMap<EditionCode, Fate>) {
        for (code, fate) in fates {
            let path = self.area().state(code);
            let _ = match fate {
                Fate::Replace(finished) => {
                    let json = finished.state.to_json();
                    let known = fs::read(&path).is_ok_and(|known| known == json);
                    if known { Ok(()) } else { self.disk().replace(&path, &self.area().new_state(), &json) }
                }
                Fate::Remove => self.disk().remove_file(&path),
                Fate::Carry(_) | Fate::Repair(..) | Fate::Absent => Ok(()),
            };
        }
    }
}

impl Fate {
    /// The line of the edition in the index.
    fn entry(&self, code: &EditionCode) -> Option<IndexEntry> {
        match self {
            Fate::Replace(finished) => {
                let (files, bytes) = (finished.summary.files, finished.summary.bytes);
                Some(IndexEntry { edition: code.clone(), manifest: finished.digest, files, bytes })
            }
            Fate::Carry(entry) | Fate::Repair(entry, _) => Some(entry.clone()),
            Fate::Remove | Fate::Absent => None,
        }
    }

    /// Whether it makes the next generation differ from the present one.
    fn changes(&self) -> bool {
        match self {
            Fate::Replace(finished) => finished.changed,
            Fate::Repair(..) | Fate::Remove => true,
            Fate::Carry(_) | Fate::Absent => false,
        }
    }
}

/// The edition whose manifest has this file name.
fn manifest_owner(name: &Path) -> Option<EditionCode> {
    EditionCode::parse(name.to_str()?.strip_suffix(".json")?)
}
