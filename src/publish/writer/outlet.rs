//! A file that comes bit by bit: a merged print file is never whole in memory.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::{EditionWriter, Written};
use crate::publish::manifest::{FileRecord, Part};
use crate::publish::{Key, OutputPath, PublishError};

/// Bytes that are gathered before they go to the disk; in tests so few that small files, too, come in bits.
const BUFFER: usize = if cfg!(test) { 8 } else { 256 << 10 };

impl EditionWriter<'_> {
    /// Begins a file that comes bit by bit; otherwise as [`EditionWriter::write`].
    ///
    /// # Errors
    /// As there.
    pub fn open(&self, part: Part, path: &OutputPath, key: Option<&Key>) -> Result<FileWriter<'_>, PublishError> {
        self.watch(|| {
            self.claim(part, path)?;
            let place = self.free_place(path)?;
            let file = self.publication.disk().begin(&place).map_err(|error| PublishError::io("menulis", &place, error))?;
            let record = (part, path.clone(), key.copied());
            Ok(FileWriter { writer: self, record, place, file: Some(file), waiting: Vec::new(), bytes: 0, hash: Sha256::new() })
        })
    }

    /// Takes back all files of a job: some of them were made before it turned out that others can't be.
    ///
    /// # Errors
    /// A file that can't be removed.
    pub fn retract(&self, key: &Key) -> Result<(), PublishError> {
        self.watch(|| {
            let mut book = self.book();
            let paths: Vec<OutputPath> =
                book.files.iter().filter(|(_, entry)| entry.key.as_deref() == Some(key)).map(|(path, _)| path.clone()).collect();
            for path in paths {
                book.claims.release(&path);
                if book.files.remove(&path).is_some_and(|entry| entry.fresh) {
                    let place = path.below(&self.publication.next());
                    let removed = self.publication.disk().remove_file(&place);
                    removed.map_err(|error| PublishError::io("menghapus", &place, error))?;
                }
            }
            Ok(())
        })
    }
}

/// A file in the making; from [`EditionWriter::open`]. Dropped without [`FileWriter::close`], it was never there.
pub struct FileWriter<'w> {
    writer: &'w EditionWriter<'w>,
    record: (Part, OutputPath, Option<Key>),
    place: PathBuf,
    /// None once it is closed.
    file: Option<File>,
    waiting: Vec<u8>,
    bytes: u64,
    hash: Sha256,
}

impl FileWriter<'_> {
    /// Ends the file. When the published one holds the same bytes, that one stays.
    ///
    /// # Errors
    /// A full disk; the edition is then lost for this run.
    pub fn close(mut self) -> Result<Written, PublishError> {
        self.writer.watch(|| {
            let failed = |error| PublishError::io("menulis", &self.place, error);
            let disk = self.writer.publication.disk();
            let Some(mut file) = self.file.take() else { return Err(failed(io::ErrorKind::BrokenPipe.into())) };
            disk.append(&mut file, &self.waiting).map_err(failed)?;
            let staged = disk.end(&file).map_err(failed)?;
            drop(file);
            let (part, path, key) = &self.record;
            let sha256 = std::mem::take(&mut self.hash).into();
            let record = FileRecord { path: path.clone(), bytes: self.bytes, sha256, key: *key };
            let kept = self.writer.old.holding(self.writer.publication.output(), path, record.bytes, record.sha256);
            if kept.is_some() {
                disk.remove_file(&self.place).map_err(failed)?;
            }
            self.writer.book().enter(*part, &record, kept.unwrap_or(staged), kept.is_none());
            Ok(Written { record, fresh: kept.is_none() })
        })
    }
}

impl Write for FileWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() < BUFFER {
            return Ok(());
        }
        let waiting = std::mem::take(&mut self.waiting);
        let Some(file) = &mut self.file else { return Err(io::ErrorKind::BrokenPipe.into()) };
        self.writer.publication.disk().append(file, &waiting)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for FileWriter<'_> {
    fn drop(&mut self) {
        if self.file.take().is_some() {
            // What stays behind lies in the staging area, which the next run clears.
            let _ = fs::remove_file(&self.place);
            self.writer.book().claims.release(&self.record.1);
        }
    }
}
