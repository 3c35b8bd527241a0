//! Everything this room does to the file system, one small operation each, so that tests can stop or fail a run
//! between any two of them.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::prelude::*;

/// How deep a tree is split up to be removed by several threads; the village pages are in
/// `berikut/situs/61.11/d/61.11.01.2001/`.
const REMOVE_DEPTH: usize = 5;

/// Tells a file apart from a later one at the same path, cheaply: a file that keeps inode, size and time has kept its
/// bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    /// Inode, or 0 where there is none to be had.
    pub(super) inode: u64,
    /// Nanoseconds since 1970, or 0 when not known.
    pub(super) modified: u64,
}

impl Identity {
    /// The identity of what was looked at.
    pub(super) fn of(metadata: &Metadata) -> Identity {
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(not(unix))]
        let inode = 0;
        let since = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Identity { inode, modified: since.and_then(|time| u64::try_from(time.as_nanos()).ok()).unwrap_or(0) }
    }

    /// Whether it is good enough to trust.
    pub(super) fn is_known(self) -> bool {
        self.modified != 0
    }
}

/// Bytes that are gathered before they go to a file; in tests so few that small files, too, come in bits.
const WRITTEN_AT_ONCE: usize = if cfg!(test) { 512 } else { 256 << 10 };

/// A file that was begun.
struct Appended<'d> {
    disk: &'d Disk,
    file: File,
}

impl Write for Appended<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.append(&mut self.file, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The file system, with the faults a test puts into it.
#[derive(Default)]
pub(super) struct Disk {
    #[cfg(test)]
    pub(super) faults: super::tests::faults::Faults,
}

impl Disk {
    /// A moment at which a test may stop or fail the run.
    #[cfg(test)]
    fn step(&self, operation: &'static str) -> io::Result<()> {
        self.faults.step(operation)
    }

    #[cfg(not(test))]
    #[inline]
    #[allow(clippy::unused_self, reason = "the twin for tests needs it")]
    fn step(&self, _operation: &'static str) -> io::Result<()> {
        Ok(())
    }

    /// Writes a new file and the folders it needs.
    ///
    /// Linux flushes the whole generation at once before the exchange (see [`Disk::flush`]); elsewhere each file is
    /// flushed here.
    pub(super) fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<Identity> {
        self.step("create")?;
        let mut file = with_parents(path, || File::create_new(path))?;
        let (first, rest) = bytes.split_at(if cfg!(test) { bytes.len() / 2 } else { 0 });
        file.write_all(first)?;
        self.step("write")?;
        file.write_all(rest)?;
        #[cfg(not(target_os = "linux"))]
        file.sync_all()?;
        Ok(Identity::of(&file.metadata()?))
    }

    /// Begins a new file that is written bit by bit, and makes the folders it needs.
    pub(super) fn begin(&self, path: &Path) -> io::Result<File> {
        self.step("create")?;
        with_parents(path, || File::create_new(path))
    }

    /// Writes the next bytes of a file that was begun.
    pub(super) fn append(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.step("write")?;
        file.write_all(bytes)
    }

    /// Ends a file that was begun; see [`Disk::create`].
    pub(super) fn end(&self, file: &File) -> io::Result<Identity> {
        self.step("write")?;
        #[cfg(not(target_os = "linux"))]
        file.sync_all()?;
        Ok(Identity::of(&file.metadata()?))
    }

    /// Writes a new file that is never whole in memory; otherwise as [`Disk::create`].
    pub(super) fn write_out(&self, path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let mut out = io::BufWriter::with_capacity(WRITTEN_AT_ONCE, Appended { disk: self, file: self.begin(path)? });
        write(&mut out)?;
        out.flush()?;
        self.end(&out.get_ref().file).map(drop)
    }

    /// Replaces a file in one step, by way of a new one.
    pub(super) fn replace(&self, path: &Path, new: &Path, bytes: &[u8]) -> io::Result<()> {
        self.remove_file(new)?;
        self.create(new, bytes)?;
        self.step("rename")?;
        with_parents(path, || fs::rename(new, path))
    }

    /// Gives a file a second name; where the file system can't, copies it with its time.
    pub(super) fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("link")?;
        let linked =
            if self.links() { with_parents(to, || fs::hard_link(from, to)) } else { Err(io::ErrorKind::Unsupported.into()) };
        match linked {
            Err(error) if needs_copy(&error) => copy(from, to),
            result => result,
        }
    }

    /// Gives a symlink a twin that leads to the same place.
    pub(super) fn copy_symlink(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("symlink")?;
        let target = fs::read_link(from)?;
        #[cfg(unix)]
        let make = || std::os::unix::fs::symlink(&target, to);
        #[cfg(windows)]
        let make = || match fs::metadata(from).is_ok_and(|target| target.is_dir()) {
            true => std::os::windows::fs::symlink_dir(&target, to),
            false => std::os::windows::fs::symlink_file(&target, to),
        };
        with_parents(to, make)
    }

    /// Makes a folder and its parents; one that is there is fine.
    pub(super) fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step("folder")?;
        fs::create_dir_all(path)
    }

    /// Renames a file or folder.
    pub(super) fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename")?;
        fs::rename(from, to)
    }

    /// Lets two folders change places in one step. `false`: this system or file system has no such step.
    pub(super) fn exchange(&self, a: &Path, b: &Path) -> io::Result<bool> {
        self.step("exchange")?;
        if self.exchanges() { exchange(a, b) } else { Ok(false) }
    }

    /// Removes a file; one that is not there is fine.
    pub(super) fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step("remove file")?;
        absent_is_fine(fs::remove_file(path))
    }

    /// Removes a tree on all threads, following no symlink; one that is not there is fine.
    pub(super) fn remove_tree(&self, path: &Path) -> io::Result<()> {
        match fs::symlink_metadata(path) {
            Err(error) => absent_is_fine(Err(error)),
            Ok(found) if found.is_dir() => self.remove_folder(path, 0),
            Ok(_) => self.remove_file(path),
        }
    }

    fn remove_folder(&self, path: &Path, depth: usize) -> io::Result<()> {
        if depth < REMOVE_DEPTH {
            let entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
            let folders = entries.par_iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
            folders.try_for_each(|entry| self.remove_folder(&entry.path(), depth + 1))?;
        }
        self.step("remove folder")?;
        fs::remove_dir_all(path)
    }

    /// Makes everything written so far durable, so that a power cut after the exchange can't leave names without
    /// bytes.
    ///
    /// One `syncfs` for the whole generation: thousands of small files cost one flush, not one each. It waits for
    /// what other programs have written to the same file system too.
    pub(super) fn flush(&self, root: &Path) -> io::Result<()> {
        self.step("flush")?;
        #[cfg(target_os = "linux")]
        rustix::fs::syncfs(File::open(root)?)?;
        #[cfg(not(target_os = "linux"))]
        let _ = root;
        Ok(())
    }

    /// Makes the names in a folder durable, where the system can.
    pub(super) fn flush_folder(&self, path: &Path) -> io::Result<()> {
        self.step("flush folder")?;
        #[cfg(unix)]
        File::open(path)?.sync_all()?;
        #[cfg(not(unix))]
        let _ = path;
        Ok(())
    }

    fn links(&self) -> bool {
        #[cfg(test)]
        return !self.faults.no_links;
        #[cfg(not(test))]
        true
    }

    fn exchanges(&self) -> bool {
        #[cfg(test)]
        return !self.faults.no_exchange;
        #[cfg(not(test))]
        true
    }
}

/// Tries, makes the parent folders when they are missing, and tries again: most files have neighbours, so most need
/// no folder made.
fn with_parents<T>(path: &Path, act: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match act() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            act()
        }
        result => result,
    }
}

/// Whether a failed link says "not on this file system" and not "not this file".
fn needs_copy(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, PermissionDenied, TooManyLinks, Unsupported};
    // EPERM is what FAT answers, and what `protected_hardlinks` answers for somebody else's file.
    matches!(error.kind(), Unsupported | PermissionDenied | TooManyLinks | CrossesDevices | InvalidInput)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut source = File::open(from)?;
    let found = source.metadata()?;
    let mut target = with_parents(to, || File::create_new(to))?;
    io::copy(&mut source, &mut target)?;
    target.set_permissions(found.permissions())?;
    if let Ok(time) = found.modified() {
        target.set_modified(time)?;
    }
    #[cfg(not(target_os = "linux"))]
    target.sync_all()?;
    Ok(())
}

#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
fn exchange(_a: &Path, _b: &Path) -> io::Result<bool> {
    Ok(false)
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}
