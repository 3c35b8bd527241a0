//! Reading the project folder: sorted, bounded, without symbolic links.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

use super::codes::{BAD_NAME, CANNOT_READ, CASE_CLASH, SYMLINK, TOO_MANY};
use super::limits::{self, MAX_FILES, MAX_FOLDER_DEPTH, MAX_TOTAL_BYTES, MIB};
use super::{BaseFiles, SourceFile};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};

/// What a project folder holds for us, beside `output/`, `.git/` and whatever else lies there.
pub(super) const ENTRIES: [&str; 4] = ["basis.lock", "content", "suluh.yaml", "themes"];

/// How much a whole project may hold.
pub(super) struct Limits {
    pub(super) files: usize,
    pub(super) bytes: u64,
}

/// The limits of every project; tests have smaller ones.
pub(super) const LIMITS: Limits = Limits { files: MAX_FILES, bytes: MAX_TOTAL_BYTES };

/// The files of the project.
pub(super) fn read(root: &Path, files: BaseFiles<'_>, limits: &Limits, d: &Diagnostics) -> Vec<SourceFile> {
    let mut walk = Walk { root, wants: files, limits, d, files: Vec::new(), folded: BTreeMap::new(), bytes: 0 };
    if !root.is_dir() {
        let message = format!("folder proyek {} tidak ada", quoted(&root.display().to_string()));
        d.push(Diagnostic::error(CANNOT_READ, message).hint("jalankan dari folder yang berisi `suluh.yaml`"));
        return Vec::new();
    }
    for entry in ENTRIES {
        if root.join(entry).symlink_metadata().is_ok() && !walk.folder_or_file(entry) {
            break;
        }
    }
    walk.files
}

struct Walk<'a> {
    root: &'a Path,
    wants: BaseFiles<'a>,
    limits: &'a Limits,
    d: &'a Diagnostics,
    files: Vec<SourceFile>,
    /// Path in lower case to path, files and folders, to find those that Windows holds for the same.
    folded: BTreeMap<String, String>,
    bytes: u64,
}

impl Walk<'_> {
    /// Reads one of [`ENTRIES`]; `false` when a limit of the whole project is reached.
    fn folder_or_file(&mut self, name: &str) -> bool {
        let top = self.root.join(name);
        // `WalkDir` would follow a link given as its root.
        if top.is_symlink() {
            self.refuse_link(&self.named(name), &top);
            return true;
        }
        // Opened one at a time: the order of a folder is then by name, not by the file system.
        let mut walk = WalkDir::new(&top).max_depth(MAX_FOLDER_DEPTH + 1).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.cannot_read(&error);
                    continue;
                }
            };
            if entry.depth() > 0 && is_hidden(entry.file_name()) {
                if entry.file_type().is_dir() {
                    walk.skip_current_dir();
                }
                continue;
            }
            match self.entry(&entry) {
                Next::Go => {}
                Next::SkipFolder => walk.skip_current_dir(),
                Next::Stop => return false,
            }
        }
        true
    }

    fn entry(&mut self, entry: &DirEntry) -> Next {
        let is_folder = entry.file_type().is_dir();
        let skip = if is_folder { Next::SkipFolder } else { Next::Go };
        if !(self.wants.wanted)(&self.inside(entry.path())) {
            return skip;
        }
        let Some(path) = self.checked_path(entry) else { return skip };
        if entry.file_type().is_symlink() {
            self.refuse_link(&path, entry.path());
            return Next::Go;
        }
        if entry.depth() > MAX_FOLDER_DEPTH {
            let message = format!("{} terlalu dalam: paling banyak {MAX_FOLDER_DEPTH} folder bersusun", quoted(&path));
            self.d.push(Diagnostic::error(TOO_MANY, message).in_file(path).hint("pindahkan ke folder yang lebih dekat"));
            return skip;
        }
        if is_folder {
            return Next::Go;
        }
        if !entry.file_type().is_file() {
            let message = format!("{} bukan berkas biasa", quoted(&path));
            self.d.push(Diagnostic::error(CANNOT_READ, message).in_file(path).hint("hapus dari folder proyek"));
            return Next::Go;
        }
        self.file(&path, entry.path())
    }

    /// The path below the root, with `/`.
    fn inside(&self, path: &Path) -> String {
        with_slashes(path.strip_prefix(self.root).unwrap_or(path))
    }

    /// The path as messages name it.
    fn named(&self, inside: &str) -> String {
        format!("{}{inside}", self.wants.prefix)
    }

    /// The path with `/`, when every system can hold it and no other path differs from it in case only.
    fn checked_path(&mut self, entry: &DirEntry) -> Option<String> {
        let shown = self.named(&self.inside(entry.path()));
        if let Some(why) = entry.file_name().to_str().map_or(Some("bukan UTF-8"), bad_name) {
            let message = format!("nama berkas {} tidak dapat dipakai: {why}", quoted(&shown));
            self.d.push(Diagnostic::error(BAD_NAME, message).in_file(shown).hint("ganti nama berkas atau folder ini"));
            return None;
        }
        if let Some(other) = self.folded.insert(shown.to_lowercase(), shown.clone()) {
            let message = format!("`{other}` dan `{shown}` hanya berbeda huruf besar dan kecil");
            let problem = Diagnostic::error(CASE_CLASH, message).in_file(&shown);
            self.d.push(problem.because("Windows dan macOS menganggap keduanya sama").hint("ganti nama salah satunya"));
            return None;
        }
        Some(shown)
    }

    fn file(&mut self, path: &str, on_disk: &Path) -> Next {
        if self.files.len() >= self.limits.files {
            let message = format!("proyek berisi lebih dari {} berkas", self.limits.files);
            self.d.push(Diagnostic::error(TOO_MANY, message).hint("pindahkan berkas yang tidak dipakai ke luar proyek"));
            return Next::Stop;
        }
        match read_at_most(on_disk, limits::of_kind(path).1) {
            Ok(bytes) => {
                if let Some(problem) = limits::too_large(path, bytes.len() as u64) {
                    self.d.push(problem);
                    return Next::Go;
                }
                self.bytes += bytes.len() as u64;
                if self.bytes > self.limits.bytes {
                    let message = format!("berkas proyek bersama-sama lebih dari {} MiB", self.limits.bytes / MIB);
                    self.d.push(Diagnostic::error(TOO_MANY, message).hint("perkecil gambar-gambar"));
                    return Next::Stop;
                }
                self.files.push(SourceFile::new(self.wants.prefix, &self.inside(on_disk), bytes));
            }
            Err(error) => self.unreadable(path, &error),
        }
        Next::Go
    }

    fn refuse_link(&self, path: &str, on_disk: &Path) {
        let inside = || Some(on_disk.canonicalize().ok()?.starts_with(self.root.canonicalize().ok()?));
        let target = on_disk.read_link().map(|target| target.to_string_lossy().into_owned()).unwrap_or_default();
        let message = match inside() {
            Some(false) => format!("tautan simbolik `{path}` menunjuk ke luar proyek"),
            _ => format!("`{path}` adalah tautan simbolik"),
        };
        let problem = Diagnostic::error(SYMLINK, message).in_file(path).because(format!("tujuannya {}", quoted(&target)));
        self.d.push(problem.hint("ganti dengan salinan berkasnya; tautan simbolik tidak dibaca"));
    }

    fn cannot_read(&self, error: &walkdir::Error) {
        let relative = error.path().and_then(|path| path.strip_prefix(self.root).ok());
        let path = relative.map_or_else(String::new, |path| self.named(&with_slashes(path)));
        match error.io_error() {
            Some(error) => self.unreadable(&path, error),
            None => self.unreadable(&path, &std::io::Error::other("")),
        }
    }

    fn unreadable(&self, path: &str, error: &std::io::Error) {
        let why = match error.kind() {
            std::io::ErrorKind::PermissionDenied => "izin membaca ditolak".to_owned(),
            std::io::ErrorKind::NotFound => "berkas tidak ada lagi".to_owned(),
            kind => format!("sistem menjawab: {kind}"),
        };
        let message = format!("{} tidak dapat dibaca", quoted(path));
        self.d.push(Diagnostic::error(CANNOT_READ, message).in_file(path).because(why).hint("periksa izin berkas dan folder"));
    }
}

/// A path as messages and trees have it; what is not UTF-8 in it is replaced.
fn with_slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What to do after an entry.
enum Next {
    Go,
    SkipFolder,
    Stop,
}

/// Files that people do not see or did not make: dot files, and what Windows and Office leave behind.
pub(super) fn is_hidden(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    bytes.starts_with(b".") || bytes.starts_with(b"~$") || name == "Thumbs.db" || name == "desktop.ini"
}

/// Why a name can't be a file name on every system, if so.
pub(super) fn bad_name(name: &str) -> Option<&'static str> {
    if name.chars().any(char::is_control) {
        return Some("berisi karakter kendali");
    }
    if name.contains(['\\', '<', '>', ':', '"', '|', '?', '*']) {
        return Some("karakter \\ < > : \" | ? * tidak boleh di Windows");
    }
    let stem = name.split('.').next().unwrap_or(name).to_ascii_uppercase();
    let numbered = |device: &str| stem.strip_prefix(device).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT") {
        return Some("nama ini milik Windows sendiri");
    }
    if name.ends_with(['.', ' ']) {
        return Some("titik atau spasi di akhir tidak boleh di Windows");
    }
    None
}

/// The bytes of a file, at most one more than `limit`, whatever size it claims to have.
fn read_at_most(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
