//! Where a base lies on disk.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::codes::{CANNOT_READ, TOO_LARGE};
use super::limits::{MAX_ZIP_BYTES, MIB};
use crate::diagnostics::{Diagnostic, Diagnostics, quoted};

/// The one name of a file or folder, whatever way leads to it; none when nothing is there.
pub fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

/// The bytes of the zip of a base, which messages call `shown`. None, with the reason in `d`, when it can't be read or is too large.
pub fn zip_bytes(path: &Path, shown: &str, d: &Diagnostics) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_ZIP_BYTES + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        let message = format!("{} tidak dapat dibaca", quoted(shown));
        let problem = Diagnostic::error(CANNOT_READ, message).in_file(shown);
        d.push(problem.because(format!("sistem menjawab: {}", error.kind())).hint("periksa izin berkas itu"));
        return None;
    }
    if bytes.len() as u64 > MAX_ZIP_BYTES {
        let message = format!("zip {} terlalu besar", quoted(shown));
        let problem = Diagnostic::error(TOO_LARGE, message).in_file(shown);
        d.push(
            problem.because(format!("zip paling besar {} MiB", MAX_ZIP_BYTES / MIB)).hint("perkecil gambar-gambar di dalamnya"),
        );
        return None;
    }
    Some(bytes)
}
