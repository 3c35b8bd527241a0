//! The present generation of one edition: its manifest, and whether its files are still what the manifest says.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::claims::Claims;
use super::disk::Identity;
use super::lock::WorkArea;
use super::manifest::{FileRecord, Index, MAX_BYTES, Manifest, Part, PartRecord};
use super::space::{MANIFESTS, SITE, Spaces};
use super::state::State;
use super::walk::{Kind, portable, walk};
use super::{Digest, EditionCode, OutputPath, PublishError};

/// The index of the present generation.
#[derive(Debug)]
pub(super) enum OldIndex {
    /// Nothing was published here yet.
    Absent,
    /// There is one, but it can't be read: manifests must speak for themselves.
    Damaged,
    /// As it was written.
    Read(Index, Digest),
}

impl OldIndex {
    /// Reads `manifes/indeks.json`.
    pub(super) fn read(output: &Path) -> Result<OldIndex, PublishError> {
        let Some(bytes) = read_bounded(&output.join(MANIFESTS).join(Index::NAME))? else { return Ok(OldIndex::Absent) };
        Ok(Index::parse(&bytes).map_or(OldIndex::Damaged, |index| OldIndex::Read(index, Digest::of(&bytes))))
    }

    /// The index, when it could be read.
    pub(super) fn index(&self) -> Option<&Index> {
        match self {
            OldIndex::Read(index, _) => Some(index),
            OldIndex::Absent | OldIndex::Damaged => None,
        }
    }
}

/// The present generation of one edition.
#[derive(Debug, Default)]
pub(super) struct Previous {
    /// Its manifest. When that is damaged, one made from the files that are there, without keys and facts.
    pub(super) manifest: Option<Manifest>,
    /// The SHA-256 of the manifest file, when it is sound.
    pub(super) digest: Option<Digest>,
    state: State,
}

impl Previous {
    /// Reads what is known of an edition; `salvage` makes up for a damaged manifest.
    pub(super) fn load(output: &Path, area: &WorkArea, index: &OldIndex, code: &EditionCode) -> Result<Previous, PublishError> {
        let bytes = read_bounded(&output.join(MANIFESTS).join(code.manifest_name()))?;
        let listed = index.index().map(|index| index.find(code).map(|entry| entry.manifest));
        let Some(bytes) = bytes else {
            // The index knows the edition, so its files are ours though their list is gone.
            let manifest = listed.flatten().map(|_| salvage(output, code)).transpose()?;
            return Ok(Previous { manifest, ..Previous::default() });
        };
        let digest = Digest::of(&bytes);
        let believed = listed.is_none_or(|listed| listed == Some(digest));
        match Manifest::parse(&bytes, code).filter(|_| believed) {
            Some(manifest) => {
                let state = State::read(&area.state(code), digest);
                Ok(Previous { manifest: Some(manifest), digest: Some(digest), state })
            }
            None => Ok(Previous { manifest: Some(salvage(output, code)?), ..Previous::default() }),
        }
    }

    /// Whether there was a manifest that can't be believed.
    pub(super) fn is_damaged(&self) -> bool {
        self.manifest.is_some() && self.digest.is_none()
    }

    /// The manifest as the last run wrote it; none when damaged.
    pub(super) fn sound(&self) -> Option<&Manifest> {
        self.manifest.as_ref().filter(|_| self.digest.is_some())
    }

    /// One part of the manifest.
    pub(super) fn part(&self, part: Part) -> Option<&PartRecord> {
        self.manifest.as_ref()?.parts.get(&part)
    }

    /// Whether this edition published a path.
    pub(super) fn published(&self, path: &str) -> bool {
        self.manifest.as_ref().is_some_and(|manifest| manifest.find(path).is_some())
    }

    /// Which program built a part, when that is known.
    pub(super) fn program(&self, part: Part) -> Option<&str> {
        self.state.program(part)
    }

    /// What is remembered of a published file.
    pub(super) fn remembered(&self, path: &str) -> Option<Identity> {
        self.state.file(self.manifest.as_ref()?.find(path)?.0)
    }

    /// The identity of the file at `path`, when it holds exactly these bytes.
    ///
    /// A file that has not been touched since it was published is not read; one that has, or of which nothing is
    /// remembered, is.
    pub(super) fn holding(&self, output: &Path, path: &OutputPath, bytes: u64, sha256: Digest) -> Option<Identity> {
        let place = path.below(output);
        let found = fs::symlink_metadata(&place).ok()?;
        if !found.is_file() || found.len() != bytes {
            return None;
        }
        let identity = Identity::of(&found);
        if let Some((at, record)) = self.manifest.as_ref().and_then(|manifest| manifest.find(path.as_str())) {
            if record.sha256 != sha256 {
                return None;
            }
            if self.state.file(at) == Some(identity) {
                return Some(identity);
            }
        }
        (Digest::of_file(&place).ok()? == sha256).then_some(identity)
    }
}

/// Makes a manifest for an edition whose own can't be believed, from the files in its folders: they are ours to keep
/// or replace.
fn salvage(output: &Path, code: &EditionCode) -> Result<Manifest, PublishError> {
    let failed = |error| PublishError::io("membaca", output, error);
    let spaces = Spaces::scan(output).map_err(failed)?;
    let found = Mutex::new(Vec::new());
    walk(output, spaces.of(code), &|path, kind| {
        let ours = portable(path).and_then(|path| OutputPath::parse(&path).ok());
        let ours = ours.filter(|path| kind == Kind::File && EditionCode::owner(path).as_ref() == Some(code));
        found.lock().unwrap_or_else(PoisonError::into_inner).extend(ours);
        Ok(())
    })?;
    let mut paths = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    paths.sort();
    let mut claims = Claims::default();
    paths.retain(|path| claims.take(path).is_ok());
    let record = |path: OutputPath| {
        let place = path.below(output);
        let read = || Ok((fs::metadata(&place)?.len(), Digest::of_file(&place)?));
        let (bytes, sha256) = read().map_err(|error| PublishError::io("membaca", &place, error))?;
        Ok(FileRecord { path, bytes, sha256, key: None })
    };
    let files: Vec<FileRecord> = paths.into_par_iter().map(record).collect::<Result<_, PublishError>>()?;
    let mut parts = BTreeMap::<Part, PartRecord>::new();
    for file in files {
        let part = if file.path.segments().next() == Some(SITE) { Part::Web } else { Part::Print };
        parts.entry(part).or_default().files.push(file);
    }
    Ok(Manifest { edition: code.clone(), parts })
}

/// Reads a file of ours; `None` when there is none. One that is too large reads as empty, which is damaged.
pub(super) fn read_bounded(path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    let read = || {
        let found = fs::symlink_metadata(path)?;
        if found.is_file() && found.len() <= MAX_BYTES { fs::read(path) } else { Ok(Vec::new()) }
    };
    match read() {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(PublishError::io("membaca", path, error)),
    }
}
