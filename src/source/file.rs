//! One file of the project as bytes; its text on request.

#[cfg(test)]
mod tests;

use std::any::Any;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::codes::{CONTROL_CHARACTER, EMPTY, NOT_UTF8};
use super::limits;
use crate::diagnostics::{Diagnostic, Diagnostics, SourceText};

/// A file that was read: its path and its bytes.
pub struct SourceFile {
    /// As messages name it: with the prefix of its tree.
    path: String,
    /// Where the path inside its tree begins.
    inside: usize,
    bytes: Bytes,
    /// The text, once it was found good, so that every place in it shares one copy.
    text: OnceLock<Arc<SourceText>>,
    /// What was made of it; a file that did not change keeps it ([`super::SourceTree::renewed`]).
    made: Mutex<Option<Arc<Made>>>,
}

/// Something that was made of a file with something else, and what was told meanwhile.
struct Made {
    value: Box<dyn Any + Send + Sync>,
    told: Vec<Diagnostic>,
}

/// Where the bytes of a file are.
enum Bytes {
    /// Read from disk.
    Read(Arc<[u8]>),
    /// Part of the program; copied only for those who want to keep them.
    Carried { bytes: &'static [u8], shared: OnceLock<Arc<[u8]>> },
}

impl SourceFile {
    /// A file of a tree whose files messages name with `prefix`.
    pub(super) fn new(prefix: &str, inside: &str, bytes: Vec<u8>) -> SourceFile {
        SourceFile {
            path: format!("{prefix}{inside}"),
            inside: prefix.len(),
            bytes: Bytes::Read(bytes.into()),
            text: OnceLock::new(),
            made: Mutex::default(),
        }
    }

    /// A file that the program carries.
    pub(super) fn embedded(path: &str, bytes: &'static [u8]) -> SourceFile {
        let bytes = Bytes::Carried { bytes, shared: OnceLock::new() };
        SourceFile { path: path.to_owned(), inside: 0, bytes, text: OnceLock::new(), made: Mutex::default() }
    }

    /// The path with `/` as messages name it: relative to the project, or `nasional.zip/content/…` for a file of a base.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The path with `/` relative to its own tree.
    pub fn inside(&self) -> &str {
        &self.path[self.inside..]
    }

    /// The same file in a tree with another prefix.
    pub(super) fn named(self, prefix: &str) -> SourceFile {
        let path = format!("{prefix}{}", self.inside());
        SourceFile { path, inside: prefix.len(), bytes: self.bytes, text: OnceLock::new(), made: Mutex::default() }
    }

    /// The bytes as they are on disk, to be kept.
    pub fn bytes(&self) -> &Arc<[u8]> {
        match &self.bytes {
            Bytes::Read(bytes) => bytes,
            Bytes::Carried { bytes, shared } => shared.get_or_init(|| Arc::from(*bytes)),
        }
    }

    /// The bytes as they are on disk, to be looked at.
    pub fn as_slice(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Read(bytes) => bytes,
            Bytes::Carried { bytes, .. } => bytes,
        }
    }

    /// Makes something of the file, or gives what was made of it before, and tells again what was told then. What is made must follow from the
    /// file alone; of one file always the same is made.
    pub fn make_once<T: Clone + Send + Sync + 'static>(&self, d: &Diagnostics, make: impl FnOnce(&Diagnostics) -> T) -> T {
        self.make_with((), d, |(), d| make(d))
    }

    /// The same for what follows from the file and from `with`: made again when that is another.
    pub fn make_with<W, T>(&self, with: W, d: &Diagnostics, make: impl FnOnce(&W, &Diagnostics) -> T) -> T
    where
        W: PartialEq + Send + Sync + 'static,
        T: Clone + Send + Sync + 'static,
    {
        let tell = |told: &[Diagnostic]| told.iter().for_each(|problem| d.push(problem.clone()));
        let known = self.made.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(known) = &known
            && let Some((known_with, value)) = known.value.downcast_ref::<(W, T)>()
            && *known_with == with
        {
            tell(&known.told);
            return value.clone();
        }
        let told = Diagnostics::new();
        let value = make(&with, &told);
        let told = told.all();
        tell(&told);
        let made = Made { value: Box::new((with, value.clone())), told };
        *self.made.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(made));
        value
    }

    /// Whether it is called and holds the same as another.
    pub(super) fn is_same(&self, other: &SourceFile) -> bool {
        self.path == other.path && self.as_slice() == other.as_slice()
    }

    /// The file as text. `None`, with the reason in `d`, when it is too large for its kind, not UTF-8, empty, or holds control characters other than tab and
    /// line ends (no editor shows them, and XML and Typst refuse them).
    pub fn text(&self, d: &Diagnostics) -> Option<Arc<SourceText>> {
        if let Some(text) = self.text.get() {
            return Some(Arc::clone(text));
        }
        match self.decode() {
            Ok(text) => Some(Arc::clone(self.text.get_or_init(|| text))),
            Err(diagnostic) => {
                d.push(*diagnostic);
                None
            }
        }
    }

    fn decode(&self) -> Result<Arc<SourceText>, Box<Diagnostic>> {
        if let Some(problem) = limits::too_large(&self.path, self.as_slice().len() as u64) {
            return Err(Box::new(problem));
        }
        let Ok(text) = std::str::from_utf8(self.as_slice()) else {
            return Err(Box::new(self.not_utf8()));
        };
        let source = SourceText::new(&self.path, text);
        if source.text().trim().is_empty() {
            let empty = Diagnostic::error(EMPTY, format!("berkas `{}` kosong", self.path));
            return Err(Box::new(empty.in_file(&self.path).hint("isi berkas ini atau hapus")));
        }
        match source.text().char_indices().find(|&(_, character)| is_unseen(character)) {
            Some((offset, character)) => Err(Box::new(control_character(&source, offset, character))),
            None => Ok(source),
        }
    }

    fn not_utf8(&self) -> Diagnostic {
        // Up to the first bad byte the lossy text is the text, so that the offset of its first replacement is right; the byte order
        // mark that `SourceText` drops moves it.
        let lossy = String::from_utf8_lossy(self.as_slice()).into_owned();
        let valid = std::str::from_utf8(self.as_slice()).map_or_else(|error| error.valid_up_to(), str::len);
        let mark = if lossy.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let byte = self.as_slice().get(valid).copied().unwrap_or_default();
        let source = SourceText::new(&self.path, lossy);
        let start = valid.saturating_sub(mark);
        let how = match self.path.ends_with(".csv") {
            true => "di Excel: Simpan Sebagai → CSV UTF-8",
            false => "di Notepad: Simpan Sebagai → Pengodean → UTF-8",
        };
        let problem = Diagnostic::error(NOT_UTF8, format!("berkas `{}` bukan teks UTF-8", self.path))
            .hint(format!("simpan ulang berkas dengan pengodean UTF-8 ({how})"));
        if self.as_slice().starts_with(&[0xff, 0xfe]) || self.as_slice().starts_with(&[0xfe, 0xff]) {
            // Every byte of it is foreign; a line of replacement characters would show nothing.
            return problem.in_file(&self.path).because("berkas ini disimpan sebagai UTF-16");
        }
        problem.at(&source.place(start..start + '\u{fffd}'.len_utf8())).label(format!("bita 0x{byte:02X} bukan UTF-8"))
    }
}

fn is_unseen(character: char) -> bool {
    (character.is_control() && !matches!(character, '\t' | '\n' | '\r')) || matches!(character, '\u{fffe}' | '\u{ffff}')
}

fn control_character(source: &Arc<SourceText>, offset: usize, character: char) -> Diagnostic {
    let code = u32::from(character);
    Diagnostic::error(CONTROL_CHARACTER, format!("berkas `{}` berisi karakter kendali U+{code:04X}", source.path()))
        .at(&source.place(offset..offset + character.len_utf8()))
        .label("karakter yang tidak tampak")
        .hint("hapus karakter ini; biasanya terbawa saat menyalin dari Word atau PDF")
}

impl std::fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceFile({}, {} bytes)", self.path, self.as_slice().len())
    }
}
