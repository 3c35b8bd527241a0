//! Takes the files of one edition as they come, from many threads, and keeps those of the present generation that are
//! still right.

mod outlet;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;

use super::claims::Claims;
use super::disk::Identity;
use super::manifest::{FileRecord, Manifest, Part, PartRecord};
use super::previous::Previous;
use super::publication::{Finished, Turn};
use super::space::MANIFESTS;
use super::state::{self, State};
use super::summary::EditionSummary;
use super::{Digest, EditionCode, Key, OutputPath, Publication, PublishError};

pub use outlet::FileWriter;

/// The version that goes into the manifest.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes one edition; from [`Publication::edition`].
///
/// Nothing of it shows before [`Publication::commit`]. An edition is all or nothing: dropped without
/// [`EditionWriter::finish`], or with one failed file, it stays as it was. Any number of threads may write at once.
pub struct EditionWriter<'p> {
    publication: &'p Publication,
    code: EditionCode,
    parts: Vec<Part>,
    old: Previous,
    /// Jobs of the present generation that may be reused: the places of their files in the part's record.
    jobs: BTreeMap<(Part, Key), Vec<usize>>,
    book: Mutex<Book>,
    failed: AtomicBool,
    done: bool,
}

/// What has been written so far.
#[derive(Default)]
struct Book {
    claims: Claims,
    files: BTreeMap<OutputPath, Entry>,
    keys: BTreeSet<Arc<Key>>,
    jobs: BTreeMap<(Part, Key), Value>,
    facts: BTreeMap<Part, Value>,
}

/// One file of the next generation, at the path that leads to it.
struct Entry {
    part: Part,
    bytes: u64,
    sha256: Digest,
    /// One key for all files of a job.
    key: Option<Arc<Key>>,
    identity: Identity,
    /// Whether it stands in the staging area; otherwise the present generation's file is kept.
    fresh: bool,
}

impl Book {
    /// Enters a file.
    fn enter(&mut self, part: Part, record: &FileRecord, identity: Identity, fresh: bool) {
        let key = record.key.map(|key| match self.keys.get(&key) {
            Some(known) => Arc::clone(known),
            None => {
                let key = Arc::new(key);
                self.keys.insert(Arc::clone(&key));
                key
            }
        });
        let entry = Entry { part, bytes: record.bytes, sha256: record.sha256, key, identity, fresh };
        self.files.insert(record.path.clone(), entry);
    }
}

impl Entry {
    /// What a manifest says of it.
    fn record(&self, path: OutputPath) -> FileRecord {
        FileRecord { path, bytes: self.bytes, sha256: self.sha256, key: self.key.as_deref().copied() }
    }
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its size and SHA-256.
    pub record: FileRecord,
    /// `false`: the published file holds these bytes already, and stays with its inode and time.
    pub fresh: bool,
}

/// A job that need not be done again.
#[derive(Clone, Debug, PartialEq)]
pub struct Reused {
    /// The files it made.
    pub files: Vec<FileRecord>,
    /// What it noted (see [`EditionWriter::note`]); `Null` when nothing.
    pub facts: Value,
}

impl<'p> EditionWriter<'p> {
    pub(super) fn new(
        publication: &'p Publication,
        code: EditionCode,
        parts: &[Part],
        old: Previous,
    ) -> Result<EditionWriter<'p>, PublishError> {
        let mut book = Book::default();
        // What stays of the other part keeps its paths; nobody may write over them.
        for part in Part::ALL.iter().filter(|part| !parts.contains(part)) {
            old.part(*part).into_iter().flat_map(|record| &record.files).try_for_each(|file| book.claims.take(&file.path))?;
        }
        let jobs = reusable(&old, parts);
        let (book, failed) = (Mutex::new(book), AtomicBool::new(false));
        Ok(EditionWriter { publication, code, parts: parts.to_vec(), old, jobs, book, failed, done: false })
    }

    /// Whose files it writes.
    pub fn code(&self) -> &EditionCode {
        &self.code
    }

    /// The manifest of the present generation, for what the part that is not built has to tell.
    pub fn previous(&self) -> Option<&Manifest> {
        self.old.sound()
    }

    /// Adds a file. With a key, a later run may [reuse](EditionWriter::reuse) the job instead of doing it.
    ///
    /// # Errors A path outside the edition's folders, taken already, or where a file of the user is; a full disk. The
    /// edition is then lost for this run.
    pub fn write(&self, part: Part, path: &OutputPath, bytes: &[u8], key: Option<&Key>) -> Result<Written, PublishError> {
        self.watch(|| {
            self.claim(part, path)?;
            let record =
                FileRecord { path: path.clone(), bytes: bytes.len() as u64, sha256: Digest::of(bytes), key: key.copied() };
            let output = self.publication.output();
            let kept = self.old.holding(output, path, record.bytes, record.sha256);
            let fresh = kept.is_none();
            let identity = match kept {
                Some(identity) => identity,
                None => self.stage(path, bytes)?,
            };
            self.book().enter(part, &record, identity, fresh);
            Ok(Written { record, fresh })
        })
    }

    /// Gives a file that was added in this run a second place: one file with two names, so that it is neither hashed nor written again.
    ///
    /// # Errors
    /// As for [`EditionWriter::write`]; or no such file was added.
    pub fn again(&self, part: Part, same: &OutputPath, path: &OutputPath, key: Option<&Key>) -> Result<Written, PublishError> {
        self.watch(|| {
            self.claim(part, path)?;
            let known = self.book().files.get(same).map(|entry| (entry.record(path.clone()), entry.fresh));
            let missing = || PublishError::io("membaca", Path::new(same.as_str()), io::ErrorKind::NotFound.into());
            let (record, is_new) = known.ok_or_else(missing)?;
            let record = FileRecord { key: key.copied(), ..record };
            let output = self.publication.output();
            let kept = self.old.holding(output, path, record.bytes, record.sha256);
            let fresh = kept.is_none();
            let identity = match kept {
                Some(identity) => identity,
                None => {
                    let from = same.below(if is_new { self.publication.next() } else { output.to_path_buf() }.as_path());
                    let place = self.free_place(path)?;
                    let linked = self.publication.disk().link(&from, &place).and_then(|()| fs::symlink_metadata(&place));
                    Identity::of(&linked.map_err(|error| PublishError::io("menulis", &place, error))?)
                }
            };
            self.book().enter(part, &record, identity, fresh);
            Ok(Written { record, fresh })
        })
    }

    /// Takes a path for a file of this edition.
    fn claim(&self, part: Part, path: &OutputPath) -> Result<(), PublishError> {
        if !self.parts.contains(&part) || EditionCode::owner(path).as_ref() != Some(&self.code) {
            return Err(PublishError::WrongPlace { path: path.to_string(), edition: self.code.clone() });
        }
        self.book().claims.take(path)
    }

    /// Where a new file goes: not over one of the user's.
    fn free_place(&self, path: &OutputPath) -> Result<PathBuf, PublishError> {
        let present = path.below(self.publication.output());
        if !self.old.published(path.as_str()) && fs::symlink_metadata(&present).is_ok() {
            return Err(PublishError::InTheWay { path: present });
        }
        Ok(path.below(&self.publication.next()))
    }

    /// Writes a file into the next generation.
    fn stage(&self, path: &OutputPath, bytes: &[u8]) -> Result<Identity, PublishError> {
        let place = self.free_place(path)?;
        self.publication.disk().create(&place, bytes).map_err(|error| PublishError::io("menulis", &place, error))
    }

    /// Takes over a job of the present generation, when one with this key is there and none of its files has been
    /// touched.
    ///
    /// # Errors
    /// One of its paths is taken already.
    pub fn reuse(&self, part: Part, key: &Key) -> Result<Option<Reused>, PublishError> {
        let (Some(places), Some(record)) = (self.jobs.get(&(part, *key)), self.old.part(part)) else { return Ok(None) };
        let files: Vec<&FileRecord> = places.iter().filter_map(|at| record.files.get(*at)).collect();
        let output = self.publication.output();
        let untouched = |file: &&FileRecord| self.old.holding(output, &file.path, file.bytes, file.sha256);
        let Some(identities) = files.iter().map(untouched).collect::<Option<Vec<_>>>() else { return Ok(None) };
        self.watch(|| {
            let mut book = self.book();
            for (file, identity) in files.iter().zip(identities) {
                book.claims.take(&file.path)?;
                book.enter(part, file, identity, false);
            }
            let facts = record.jobs.get(key);
            if let Some(facts) = facts {
                book.jobs.insert((part, *key), facts.clone());
            }
            Ok(Some(Reused { files: files.into_iter().cloned().collect(), facts: facts.cloned().unwrap_or_default() }))
        })
    }

    /// Leaves word for the run that reuses this job, such as the pages and size of a print piece.
    pub fn note(&self, part: Part, key: &Key, facts: Value) {
        self.book().jobs.insert((part, *key), facts);
    }

    /// Leaves word for later runs about the whole part; [`Publication::previous`] and [`EditionWriter::previous`]
    /// give it back.
    pub fn set_facts(&self, part: Part, facts: Value) {
        self.book().facts.insert(part, facts);
    }

    /// The bytes of a file of the next generation, whether written, kept, or of a part that is not built: for what is made of other
    /// files, such as a zip.
    ///
    /// # Errors
    /// There is no such file, or it can't be read.
    pub fn read(&self, path: &OutputPath) -> Result<Vec<u8>, PublishError> {
        let mut bytes = Vec::new();
        let read = self.reader(path)?.read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| PublishError::io("membaca", Path::new(path.as_str()), error))
    }

    /// The same bit by bit, for files of any length.
    ///
    /// # Errors
    /// As there.
    pub fn reader(&self, path: &OutputPath) -> Result<fs::File, PublishError> {
        let fresh = self.book().files.get(path).map(|entry| entry.fresh).or_else(|| self.stays(path).then_some(false));
        let root = if fresh == Some(false) { self.publication.output().to_path_buf() } else { self.publication.next() };
        let place = path.below(&root);
        let file = fresh.map_or_else(|| Err(io::ErrorKind::NotFound.into()), |_| fs::File::open(&place));
        file.map_err(|error| PublishError::io("membaca", &place, error))
    }

    /// Whether the next generation has this file, as far as it is known by now.
    pub fn has(&self, path: &OutputPath) -> bool {
        self.book().files.contains_key(path) || self.stays(path)
    }

    /// Whether a file belongs to a part that is not built, and so stays.
    fn stays(&self, path: &OutputPath) -> bool {
        let others = Part::ALL.iter().filter(|part| !self.parts.contains(part));
        others.filter_map(|part| self.old.part(*part)).any(|record| record.files.iter().any(|file| file.path == *path))
    }

    /// Closes the edition: at the commit it replaces the present one.
    ///
    /// # Errors
    /// One of its files had failed, or its manifest can't be written; the edition then stays as it was.
    pub fn finish(mut self) -> Result<EditionSummary, PublishError> {
        if self.failed.load(Ordering::Acquire) {
            return Err(PublishError::Incomplete { edition: self.code.clone() });
        }
        let book = std::mem::take(self.book.get_mut().unwrap_or_else(PoisonError::into_inner));
        let finished = self.close(book)?;
        let summary = finished.summary;
        self.publication.turn(&self.code, Turn::Finished(Box::new(finished)));
        self.done = true;
        Ok(summary)
    }

    /// Gives the edition up: it stays as it was. The same as dropping the writer.
    pub fn abandon(self) {}

    /// Puts the manifest together and writes it when it differs.
    fn close(&self, book: Book) -> Result<Finished, PublishError> {
        let Book { claims, files, keys: _, jobs, mut facts } = book;
        // As much as the files themselves, and nobody takes a path any more.
        drop(claims);
        let kept = self.old.manifest.iter().flat_map(|old| &old.parts).filter(|(part, _)| !self.parts.contains(part));
        let mut manifest =
            Manifest { edition: self.code.clone(), parts: kept.map(|(part, record)| (*part, record.clone())).collect() };
        for part in &self.parts {
            let facts = facts.remove(part).unwrap_or_default();
            manifest.parts.insert(*part, PartRecord { program: VERSION.to_owned(), facts, ..PartRecord::default() });
        }
        for ((part, key), facts) in jobs {
            manifest.parts.entry(part).or_default().jobs.insert(key, facts);
        }
        let mut made = BTreeMap::<Part, Vec<(Identity, bool)>>::new();
        for (path, entry) in files {
            made.entry(entry.part).or_default().push((entry.identity, entry.fresh));
            manifest.parts.entry(entry.part).or_default().files.push(entry.record(path));
        }
        let place = self.publication.next().join(MANIFESTS).join(self.code.manifest_name());
        let failed = |error| PublishError::io("menulis", &place, error);
        let digest = manifest.digest().map_err(failed)?;
        let differs = self.old.digest != Some(digest);
        if differs {
            self.publication.disk().write_out(&place, |out| manifest.write(out)).map_err(failed)?;
        }
        Ok(self.finished(&manifest, digest, differs, &made))
    }

    fn finished(
        &self,
        manifest: &Manifest,
        digest: Digest,
        manifest_differs: bool,
        made: &BTreeMap<Part, Vec<(Identity, bool)>>,
    ) -> Finished {
        let remembered = |file: &FileRecord| (self.old.remembered(file.path.as_str()).unwrap_or_default(), false);
        let (mut identities, mut fresh) = (Vec::new(), Vec::new());
        for (part, record) in &manifest.parts {
            let known = made.get(part).map(|made| made.iter().copied());
            let files =
                known.into_iter().flatten().chain(record.files.iter().filter(|_| !made.contains_key(part)).map(remembered));
            files.for_each(|(identity, is_fresh)| {
                identities.push(identity);
                fresh.push(is_fresh);
            });
        }
        let mut programs = BTreeMap::new();
        for part in manifest.parts.keys() {
            let program = if self.parts.contains(part) { Some(state::program()) } else { self.old.program(*part) };
            programs.extend(program.map(|program| (*part, program.to_owned())));
        }
        let written = fresh.iter().filter(|fresh| **fresh).count();
        let old_files = || self.old.manifest.iter().flat_map(Manifest::files);
        let summary = EditionSummary {
            files: manifest.files().count(),
            bytes: manifest.files().map(|file| file.bytes).sum(),
            written,
            removed: old_files().filter(|file| manifest.find(file.path.as_str()).is_none()).count(),
        };
        Finished {
            summary,
            digest,
            manifest_differs,
            changed: manifest_differs || written > 0,
            fresh,
            state: State::new(digest, programs, &identities),
        }
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers that something failed: an edition with a hole in it must not be published.
    fn watch<T>(&self, act: impl FnOnce() -> Result<T, PublishError>) -> Result<T, PublishError> {
        act().inspect_err(|_| self.failed.store(true, Ordering::Release))
    }
}

impl Drop for EditionWriter<'_> {
    fn drop(&mut self) {
        if !self.done {
            self.publication.turn(&self.code, Turn::Abandoned);
        }
    }
}

/// The jobs that may be taken over: made by this very program, as far as is known, and from a sound manifest.
fn reusable(old: &Previous, parts: &[Part]) -> BTreeMap<(Part, Key), Vec<usize>> {
    let mut jobs = BTreeMap::<(Part, Key), Vec<usize>>::new();
    for part in parts {
        let same_build = old.program(*part).is_none_or(|program| program == state::program());
        let Some(record) = old.part(*part).filter(|record| same_build && record.program == VERSION) else { continue };
        for (at, file) in record.files.iter().enumerate() {
            if let Some(key) = file.key {
                jobs.entry((*part, key)).or_default().push(at);
            }
        }
        for key in record.jobs.keys() {
            jobs.entry((*part, *key)).or_default();
        }
    }
    jobs
}
