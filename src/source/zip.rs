//! Reading the zip of a base: bounded whatever it claims, nothing outside of it, nothing that could be read two ways.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::codes::{AMBIGUOUS_ZIP, BAD_NAME, BAD_ZIP, CASE_CLASH, SYMLINK, TOO_MANY};
use super::limits::{self, MAX_FILES, MAX_FOLDER_DEPTH, MAX_UNZIPPED_BYTES, MIB};
use super::walk::{ENTRIES, Limits, bad_name, is_hidden};
use super::{BaseFiles, SourceFile};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};

/// How much the zip of a base may hold; tests have smaller limits.
pub(super) const LIMITS: Limits = Limits { files: MAX_FILES, bytes: MAX_UNZIPPED_BYTES };

/// What macOS adds to the zips it makes.
const MAC_FOLDER: &str = "__MACOSX";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The files of the project in a zip.
pub(super) fn read(bytes: &[u8], files: BaseFiles<'_>, limits: &Limits, d: &Diagnostics) -> Option<Vec<SourceFile>> {
    let zip = Zip { files, limits, d };
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return zip.refuse(&error),
    };
    if archive.len() > limits.files {
        let message = format!("zip berisi lebih dari {} berkas", limits.files);
        d.push(Diagnostic::error(TOO_MANY, message).in_file(zip.name()).hint("keluarkan berkas yang bukan bagian proyek"));
        return None;
    }
    match archive.has_overlapping_files() {
        Err(error) => zip.refuse(&error),
        // The library keeps the last of two files with one name.
        Ok(overlapping) if overlapping || listed(bytes) != Some(archive.len()) => zip.refuse_ambiguous(),
        Ok(_) => zip.unpack(&mut archive),
    }
}

/// How many files the list at the end of a zip has, by its own account.
fn listed(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    const COUNT: usize = 10;
    let at = bytes.windows(END.len()).rposition(|window| window == END)?;
    let count = bytes.get(at + COUNT..at + COUNT + 2)?;
    Some(usize::from(u16::from_le_bytes(count.try_into().ok()?)))
}

/// An entry that is a file or a link, and where it lies in the project.
struct Entry {
    index: usize,
    path: String,
    link: bool,
}

struct Zip<'a> {
    files: BaseFiles<'a>,
    limits: &'a Limits,
    d: &'a Diagnostics,
}

impl Zip<'_> {
    /// The name of the zip itself.
    fn name(&self) -> &str {
        self.files.prefix.trim_end_matches('/')
    }

    fn named(&self, path: &str) -> String {
        format!("{}{path}", self.files.prefix)
    }

    fn unpack(&self, archive: &mut Archive<'_>) -> Option<Vec<SourceFile>> {
        let entries = self.entries(archive)?;
        let mut found = Vec::new();
        let mut left = self.limits.bytes;
        for entry in entries {
            let Some(bytes) = self.content(archive, &entry) else { continue };
            let Some(rest) = left.checked_sub(bytes.len() as u64) else {
                let message = format!("isi zip bersama-sama lebih dari {} MiB", self.limits.bytes / MIB);
                self.d.push(Diagnostic::error(TOO_MANY, message).in_file(self.name()).hint("perkecil gambar-gambar di dalamnya"));
                return None;
            };
            left = rest;
            found.push(SourceFile::new(self.files.prefix, &entry.path, bytes));
        }
        Some(found)
    }

    /// The files of the project, sorted by path; what must not be read is reported and left out.
    fn entries(&self, archive: &mut Archive<'_>) -> Option<Vec<Entry>> {
        let mut all = Vec::new();
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map(|entry| (entry.name().to_owned(), entry.is_dir(), entry.is_symlink()));
            match entry {
                Ok((path, false, link)) if self.is_safe(&path) => all.push(Entry { index, path, link }),
                Ok(_) => {}
                Err(error) => return self.refuse(&error),
            }
        }
        all.retain(|entry| entry.path.split('/').all(|part| part != MAC_FOLDER && !is_hidden(OsStr::new(part))));
        let root = self.root(&all)?;
        let mut folded: BTreeMap<String, String> = BTreeMap::new();
        let mut entries = Vec::new();
        for entry in all {
            let Some(path) = entry.path.strip_prefix(&root) else { continue };
            let top = path.split('/').next().unwrap_or(path);
            if !ENTRIES.contains(&top) || !self.is_wanted(path) || !self.fits(path, &entry, &mut folded) {
                continue;
            }
            entries.push(Entry { path: path.to_owned(), ..entry });
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Some(entries)
    }

    /// A file is wanted when every folder above it is.
    fn is_wanted(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.chain([path]).all(|part| (self.files.wanted)(part))
    }

    /// Where the project lies in the zip: at its root, or in the one folder that holds `suluh.yaml`.
    fn root(&self, all: &[Entry]) -> Option<String> {
        let at_root = all.iter().any(|entry| entry.path == "suluh.yaml");
        let inside =
            |entry: &Entry| entry.path.strip_suffix("/suluh.yaml").filter(|folder| !folder.contains('/')).map(str::to_owned);
        let folders: BTreeSet<String> = all.iter().filter_map(inside).collect();
        let mut folders = folders.into_iter();
        let problem = match (at_root, folders.next(), folders.next()) {
            (true, ..) => return Some(String::new()),
            (false, Some(folder), None) => return Some(format!("{folder}/")),
            (false, Some(one), Some(other)) => format!("ada lebih dari satu proyek di dalamnya: `{one}` dan `{other}`"),
            (false, None, _) => "tidak ada `suluh.yaml` di dalamnya".to_owned(),
        };
        self.d.push(
            Diagnostic::error(BAD_ZIP, format!("zip {} bukan proyek Suluh", quoted(self.name())))
                .in_file(self.name())
                .because(problem)
                .hint("buat zip dari folder yang berisi `suluh.yaml`"),
        );
        None
    }

    /// Whether a name stays inside the zip.
    fn is_safe(&self, path: &str) -> bool {
        let leaves = path.starts_with('/') || path.split('/').any(|part| part == ".." || part == ".") || path.contains("//");
        let why = if leaves { Some("menunjuk ke luar zip") } else { path.split('/').find_map(bad_name) };
        let Some(why) = why else { return true };
        let hint = match leaves {
            true => "zip proyek yang wajar tidak berisi nama seperti ini; tanyakan dulu ke pembuatnya",
            false => "minta pembuatnya mengganti nama itu, lalu membuat ulang zip dari folder proyeknya",
        };
        let message = format!("nama berkas {} di dalam zip tidak dapat dipakai: {why}", quoted(path));
        self.d.push(Diagnostic::error(BAD_NAME, message).in_file(self.name()).hint(hint));
        false
    }

    fn fits(&self, path: &str, entry: &Entry, folded: &mut BTreeMap<String, String>) -> bool {
        let shown = self.named(path);
        if entry.link {
            let problem = Diagnostic::error(SYMLINK, format!("`{shown}` adalah tautan simbolik")).in_file(&shown);
            self.d.push(problem.hint("ganti dengan salinan berkasnya; tautan simbolik tidak dibaca"));
            return false;
        }
        if path.matches('/').count() > MAX_FOLDER_DEPTH {
            let message = format!("{} terlalu dalam: paling banyak {MAX_FOLDER_DEPTH} folder bersusun", quoted(&shown));
            self.d.push(Diagnostic::error(TOO_MANY, message).in_file(&shown).hint("pindahkan ke folder yang lebih dekat"));
            return false;
        }
        if let Some(other) = folded.insert(path.to_lowercase(), shown.clone()) {
            let message = format!("`{other}` dan `{shown}` hanya berbeda huruf besar dan kecil");
            let problem = Diagnostic::error(CASE_CLASH, message).in_file(&shown);
            self.d.push(problem.because("Windows dan macOS menganggap keduanya sama").hint("ganti nama salah satunya"));
            return false;
        }
        true
    }

    /// The bytes of one file, at most one more than its kind may have, whatever its header claims.
    fn content(&self, archive: &mut Archive<'_>, entry: &Entry) -> Option<Vec<u8>> {
        let limit = limits::of_kind(&entry.path).1;
        let read = archive.by_index(entry.index).and_then(|file| {
            let mut bytes = Vec::new();
            file.take(limit + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        match read {
            Ok(bytes) => match limits::too_large(&self.named(&entry.path), bytes.len() as u64) {
                Some(problem) => {
                    self.d.push(problem);
                    None
                }
                None => Some(bytes),
            },
            Err(error) => {
                let message = format!("{} tidak dapat dibaca dari zip", quoted(&entry.path));
                let problem = Diagnostic::error(BAD_ZIP, message).in_file(self.named(&entry.path)).because(why(&error));
                self.d.push(problem.hint(MAKE_AGAIN));
                None
            }
        }
    }

    fn refuse_ambiguous<T>(&self) -> Option<T> {
        let problem = Diagnostic::error(AMBIGUOUS_ZIP, format!("zip {} dapat dibaca dengan dua cara", quoted(self.name())));
        self.d.push(
            problem
                .in_file(self.name())
                .because("ada nama berkas yang dua kali di dalamnya, atau berkas yang bertumpang tindih")
                .hint("buat ulang zip itu dari folder proyeknya"),
        );
        None
    }

    fn refuse<T>(&self, error: &ZipError) -> Option<T> {
        self.d.push(
            Diagnostic::error(BAD_ZIP, format!("{} tidak dapat dibaca sebagai zip", quoted(self.name())))
                .in_file(self.name())
                .because(why(error))
                .hint(MAKE_AGAIN),
        );
        None
    }
}

const MAKE_AGAIN: &str = "unduh atau salin ulang zip itu; bila tetap gagal, minta pembuatnya membuat zip biasa tanpa kata sandi";

/// The library speaks English; what it found, in the words of the reader.
fn why(error: &ZipError) -> &'static str {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => "isinya terkunci kata sandi",
        ZipError::InvalidPassword => "isinya terkunci kata sandi",
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => "cara pemampatannya tidak dikenal",
        ZipError::InvalidArchive(_) => "ini bukan zip, atau zip yang terpotong saat disalin",
        _ => "isinya rusak",
    }
}
