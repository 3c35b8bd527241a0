//! The theme's static files under names that change with their content, so that a browser may keep
//! them for ever.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::codes::MISSING_FILE;
use super::stylesheet;
use crate::content::Theme;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText};

/// The folder of an edition that holds them.
pub const FOLDER: &str = "aset";

/// The static files of a theme, ready to be published with each edition.
#[derive(Clone, Debug)]
pub struct Assets {
    /// By the name that templates use: the file's path below `aset/` and its bytes.
    files: BTreeMap<String, (String, Arc<[u8]>)>,
}

impl Assets {
    /// Names the files and builds the stylesheet.
    pub fn new(theme: &Theme, d: &Diagnostics) -> Option<Assets> {
        let mut files = BTreeMap::new();
        for (name, bytes) in &theme.static_files {
            let bytes = if name == stylesheet::NAME { styles(theme, bytes, d)? } else { Arc::clone(bytes) };
            files.insert(name.clone(), (hashed(name, &bytes), bytes));
        }
        if !files.contains_key(stylesheet::NAME) {
            d.push(missing(theme, &format!("static/{}", stylesheet::NAME)));
            return None;
        }
        Some(Assets { files })
    }

    /// Names that templates use, with the path below `aset/`.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, (path, _))| (name.as_str(), path.as_str()))
    }

    /// One of them: its path below `aset/` and its bytes.
    pub fn get(&self, name: &str) -> Option<(&str, &[u8])> {
        self.files.get(name).map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// Paths below `aset/` with the bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Arc<[u8]>)> {
        self.files.values().map(|(path, bytes)| (path.as_str(), bytes))
    }
}

/// A theme lacks a file that the website can't do without.
pub(super) fn missing(theme: &Theme, file: &str) -> Diagnostic {
    Diagnostic::error(MISSING_FILE, format!("tema `{}` tidak punya `{file}`", theme.id))
        .hint(format!("salin `themes/{}/{file}` dari tema bawaan, lalu ubah", theme.id))
}

fn styles(theme: &Theme, bytes: &[u8], d: &Diagnostics) -> Option<Arc<[u8]>> {
    match std::str::from_utf8(bytes) {
        Ok(rules) => {
            stylesheet::check(theme, &SourceText::new(format!("themes/{}/static/{}", theme.id, stylesheet::NAME), rules), d);
            Some(stylesheet::build(theme, rules).into_bytes().into())
        }
        Err(_) => {
            d.push(
                Diagnostic::error(MISSING_FILE, format!("`{}` bukan teks UTF-8", stylesheet::NAME))
                    .in_file(format!("themes/{}/static/{}", theme.id, stylesheet::NAME))
                    .hint("simpan ulang berkas itu sebagai UTF-8"),
            );
            None
        }
    }
}

/// `suluh.css` becomes `suluh-1a2b3c4d5e.css`.
pub(super) fn hashed(name: &str, bytes: &[u8]) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(bytes).iter().take(5) {
        // Writing to a string can't fail.
        let _ = write!(hash, "{byte:02x}");
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}
