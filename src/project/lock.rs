//! `basis.lock`: what the base was when its changes were last accepted, and what has changed under an overlay since.
//!
//! The file is text in the form of `sha256sum`, a line for each file of the base that the project uses, sorted, so that a version
//! control system shows what a new base changed.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codes::{BAD_LOCK, BASE_CHANGED, BASE_CHANGED_UNDER, NO_LOCK};
use super::{Chain, DataFiles, REGIONS, region_folder};
use crate::content::{EditionCode, RegionCode};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, SourceText};
use crate::source::Digest;

/// The name of the file in an overlay project.
pub const FILE: &str = "basis.lock";

const HEAD: &str = "# Sidik SHA-256 setiap berkas basis saat terakhir diterima.\n# Ditulis oleh `suluh base --accept`; jangan diubah dengan tangan.\n";

/// Files of the base by path, with their SHA-256.
pub type BaseDigests = BTreeMap<String, Digest>;

/// How a file of the base differs from what was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It says something else.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// A file of the base that differs from what was accepted.
#[derive(Debug, PartialEq, Eq)]
pub struct BaseChange {
    /// Its path in the base.
    pub path: String,
    /// How it differs.
    pub change: Change,
    /// The project's own files that stand in its place.
    pub overridden_by: Vec<String>,
}

/// The files of all bases as they are now. A path that several of them have counts with the SHA-256 of their SHA-256s, lowest first.
pub fn digests(chain: &Chain) -> BaseDigests {
    let mut found: BTreeMap<&str, Vec<Digest>> = BTreeMap::new();
    for file in chain.bases().iter().flat_map(|base| base.tree.under("")) {
        found.entry(file.inside()).or_default().push(Digest::of(file.as_slice()));
    }
    let one = |digests: Vec<Digest>| match digests.as_slice() {
        [only] => *only,
        several => Digest::of(several.iter().map(Digest::to_string).collect::<String>().as_bytes()),
    };
    found.into_iter().map(|(path, digests)| (path.to_owned(), one(digests))).collect()
}

/// The text of `basis.lock`.
pub fn text(digests: &BaseDigests) -> String {
    let lines = digests.iter().map(|(path, digest)| format!("{digest}  {path}\n"));
    std::iter::once(HEAD.to_owned()).chain(lines).collect()
}

/// What `basis.lock` of the project says. `Ok(None)` when there is none; an error when it can't be read, as has been reported.
///
/// # Errors
/// The file is damaged.
pub fn accepted(chain: &Chain, d: &Diagnostics) -> Result<Option<BaseDigests>, Damaged> {
    let Some(file) = chain.own().and_then(|own| own.tree.get(FILE)) else { return Ok(None) };
    let text = file.text(d).ok_or(Damaged)?;
    parse(&text, d).map(Some).ok_or(Damaged)
}

/// `basis.lock` can't be read, as has been reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

fn parse(source: &Arc<SourceText>, d: &Diagnostics) -> Option<BaseDigests> {
    let mut digests = BaseDigests::new();
    let mut good = true;
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        let place = source.place(start..start + content.len());
        start += line.len();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let entry = content.split_once("  ").and_then(|(digest, path)| Some((digest.parse().ok()?, path)));
        let why = match entry {
            Some((digest, path)) if !path.is_empty() => match digests.insert(path.to_owned(), digest) {
                None => continue,
                Some(_) => "berkas yang sama tertulis dua kali",
            },
            _ => "baris ini bukan sidik dan nama berkas",
        };
        damaged(&place, why, d);
        good = false;
    }
    good.then_some(digests)
}

fn damaged(place: &Place, why: &str, d: &Diagnostics) {
    d.push(
        Diagnostic::error(BAD_LOCK, format!("`{FILE}` rusak: {why}"))
            .at(place)
            .because("tanpa berkas ini tidak dapat diketahui apa yang berubah di basis")
            .hint("ambil lagi berkas ini dari cadangan; bila tidak ada, jalankan `suluh base --accept` untuk menulisnya ulang"),
    );
}

/// What differs between the base as it is and as it was accepted, by path.
pub fn changes(chain: &Chain, accepted: &BaseDigests) -> Vec<BaseChange> {
    let now = digests(chain);
    let own = own_files(chain);
    let paths: std::collections::BTreeSet<&String> = now.keys().chain(accepted.keys()).collect();
    let change = |path: &str| match (accepted.get(path), now.get(path)) {
        (Some(old), Some(new)) if old == new => None,
        (Some(_), Some(_)) => Some(Change::Changed),
        (None, Some(_)) => Some(Change::Added),
        (Some(_), None) => Some(Change::Removed),
        (None, None) => None,
    };
    let told = |path: &String| {
        let change = change(path)?;
        Some(BaseChange { path: path.clone(), change, overridden_by: overriding(&Spot::of(path), &own) })
    };
    paths.into_iter().filter_map(told).collect()
}

/// Where a file stands: for which office, and its path below the office's folder.
struct Spot<'a> {
    code: Option<EditionCode>,
    inside: &'a str,
}

impl Spot<'_> {
    fn of(path: &str) -> Spot<'_> {
        if let Some((code, folder)) = region_folder(path) {
            let code = RegionCode::new(code).map(EditionCode::Region);
            return Spot { code, inside: &path[REGIONS.len() + folder.len() + 1..] };
        }
        match path.strip_prefix("content/") {
            Some(inside) => Spot { code: Some(EditionCode::National), inside },
            None => Spot { code: None, inside: path },
        }
    }

    /// Whether a file here stands in the place of one there: the same file, or one of the same path in the folder of an office below.
    fn overrides(&self, base: &Spot<'_>) -> bool {
        if self.inside != base.inside {
            return false;
        }
        let laid = self.inside.contains('/') || DataFiles::NAMES.contains(&self.inside);
        match (&self.code, &base.code) {
            (Some(own), Some(theirs)) => own == theirs || (laid && own.layers().contains(theirs)),
            // Keys of `suluh.yaml` and `theme.yaml` are laid one by one: the file itself stands in nobody's place.
            (None, None) => self.inside.starts_with("themes/") && !self.inside.ends_with("/theme.yaml"),
            _ => false,
        }
    }
}

fn own_files(chain: &Chain) -> Vec<&str> {
    chain.own().into_iter().flat_map(|own| own.tree.under("")).map(crate::source::SourceFile::inside).collect()
}

fn overriding(base: &Spot<'_>, own: &[&str]) -> Vec<String> {
    own.iter().filter(|path| Spot::of(path).overrides(base)).map(|path| (*path).to_owned()).collect()
}

/// Reports what changed under the overlay since the base was accepted: a warning where an own file stands over it, and one note for
/// the rest.
pub fn check(chain: &Chain, d: &Diagnostics) {
    if chain.broken || !chain.has_base() {
        return;
    }
    let Ok(accepted) = accepted(chain, d) else { return };
    let Some(accepted) = accepted else {
        let message = format!("`{FILE}` belum ada; `suluh base --accept` menulisnya, agar perubahan basis dilaporkan");
        d.push(Diagnostic::note(NO_LOCK, message));
        return;
    };
    let changes = changes(chain, &accepted);
    for change in &changes {
        for own in &change.overridden_by {
            d.push(under(change, own, chain));
        }
    }
    let rest = |kind: Change| changes.iter().filter(|change| change.change == kind && change.overridden_by.is_empty()).count();
    let parts: Vec<String> = [(Change::Changed, "berubah"), (Change::Added, "baru"), (Change::Removed, "hilang")]
        .into_iter()
        .map(|(kind, word)| (rest(kind), word))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if !parts.is_empty() {
        let message =
            format!("berkas basis sejak terakhir diterima: {}; `suluh base` menyebutkannya satu per satu", parts.join(", "));
        d.push(Diagnostic::note(BASE_CHANGED, message));
    }
}

fn under(change: &BaseChange, own: &str, chain: &Chain) -> Diagnostic {
    let base = chain.bases().iter().rev().find_map(|base| base.tree.get(&change.path));
    let base = base.map_or(change.path.as_str(), |file| file.path());
    let (message, cause, hint) = match change.change {
        Change::Changed => (
            "mengganti berkas basis yang isinya sudah lain",
            format!("`{base}` berubah sejak basis terakhir diterima"),
            compare(&change.path),
        ),
        Change::Added => (
            "kini mengganti berkas basis yang baru",
            format!("`{base}` baru ada di basis"),
            "pilih: hapus berkas ini dan pakai yang dari basis, atau biarkan; lalu jalankan `suluh base --accept`".to_owned(),
        ),
        Change::Removed => (
            "mengganti berkas yang sudah tidak ada di basis",
            format!("`{base}` dihapus dari basis"),
            "periksa apakah berkas ini masih benar, lalu jalankan `suluh base --accept`".to_owned(),
        ),
    };
    Diagnostic::warning(BASE_CHANGED_UNDER, format!("`{own}` {message}")).in_file(own).because(cause).hint(hint)
}

/// How to compare an own file with that of the base, which may lie in the program where nobody sees it; a picture can't be shown as text.
fn compare(path: &str) -> String {
    let named = path.strip_prefix("content/").unwrap_or(path);
    let is_text = [".md", ".yaml", ".html", ".css", ".typ"].iter().any(|ending| path.ends_with(ending));
    let look = if is_text { format!(" (yang dari basis: `suluh base --show {named}`)") } else { String::new() };
    format!("bandingkan keduanya{look}, sesuaikan berkas ini bila perlu, lalu jalankan `suluh base --accept`")
}
