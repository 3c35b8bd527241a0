//! How much of a project folder is read at most. Content comes from hundreds of offices and is not trusted.

use super::codes::TOO_LARGE;
use crate::diagnostics::Diagnostic;

/// Folders inside each other below the project.
pub const MAX_FOLDER_DEPTH: usize = 12;
/// Files in one project: the national one has a few thousand.
pub const MAX_FILES: usize = 50_000;
/// Bytes of all files together (2 GiB).
pub const MAX_TOTAL_BYTES: u64 = 2 * 1024 * MIB;
/// Bytes of a Markdown or YAML file (1 MiB).
pub const MAX_TEXT_BYTES: u64 = MIB;
/// Bytes of a table (16 MiB).
pub const MAX_TABLE_BYTES: u64 = 16 * MIB;
/// Bytes of all parts of a spreadsheet together, once unpacked (64 MiB): those of 200,000 villages have a third of it.
pub const MAX_UNPACKED_BYTES: u64 = 64 * MIB;
/// Bytes of a picture, font or any other file (32 MiB).
pub const MAX_BINARY_BYTES: u64 = 32 * MIB;

/// Bytes of a zip that is a base (128 MiB).
pub const MAX_ZIP_BYTES: u64 = 128 * MIB;
/// Bytes of all files in a zip together, once unpacked (256 MiB).
pub const MAX_UNZIPPED_BYTES: u64 = 256 * MIB;
/// Bytes of `basis.lock` (8 MiB): a line for each file of the base.
pub const MAX_LOCK_BYTES: u64 = 8 * MIB;

/// One mebibyte, in bytes.
pub(super) const MIB: u64 = 1024 * 1024;

/// What a file is called in messages and how many bytes it may have, by its extension.
pub(super) fn of_kind(path: &str) -> (&'static str, u64) {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
    match extension.as_str() {
        "md" => ("Markdown", MAX_TEXT_BYTES),
        "yaml" | "yml" => ("YAML", MAX_TEXT_BYTES),
        "lock" => ("basis.lock", MAX_LOCK_BYTES),
        "csv" => ("CSV", MAX_TABLE_BYTES),
        "xlsx" => ("Excel", MAX_TABLE_BYTES),
        _ => ("gambar, huruf dan lainnya", MAX_BINARY_BYTES),
    }
}

/// The problem of a file with more bytes than its kind may have.
pub(super) fn too_large(path: &str, bytes: u64) -> Option<Diagnostic> {
    let (kind, limit) = of_kind(path);
    (bytes > limit).then(|| {
        Diagnostic::error(TOO_LARGE, format!("berkas `{path}` terlalu besar"))
            .in_file(path)
            .because(format!("berkas {kind} paling besar {} MiB", limit / MIB))
            .hint("perkecil atau bagi berkas ini")
    })
}
