//! Pictures of a layer, and the notes beside them: `gambar/x.png.yaml` says of `gambar/x.png` that it is left out or locked, and may
//! keep who made it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::codes::PICTURE_NOTES;
use super::fields::raised_flag;
use super::theme;
use crate::content::picture;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place};
use crate::source::codes::NOT_A_PICTURE;
use crate::source::reader::MapReader;
use crate::source::{SourceFile, svg};

/// What a layer says of one picture.
#[derive(Debug)]
pub enum PictureEntry {
    /// Here it is, new or in place of the one below.
    Present(Picture),
    /// `hapus: true`: leave out the one below.
    Removed(Place),
}

/// A picture of a layer.
#[derive(Debug)]
pub struct Picture {
    /// The file as it is.
    pub bytes: Arc<[u8]>,
    /// Its path as messages name it.
    pub path: String,
    /// `terkunci`: where it says that no layer above may replace it.
    pub locked: Option<Place>,
    /// `alt` and `sumber` of the notes beside it.
    pub notes: Vec<Located<String>>,
}

/// Pictures by path below the layer's folder: `gambar/x.png`.
pub type PictureShelf = BTreeMap<String, PictureEntry>;

/// The ending of the notes beside a picture.
const ENDING: &str = ".yaml";

/// Takes the files of `gambar/`, by path below the layer's folder.
pub(super) fn pictures(files: &[(&str, &SourceFile)], d: &Diagnostics) -> PictureShelf {
    let (notes, pictures): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| path.ends_with(ENDING));
    let present = |(path, file): (&str, &SourceFile)| {
        file.make_once(d, |d| check_kind(file, d));
        let picture = Picture { bytes: Arc::clone(file.bytes()), path: file.path().to_owned(), locked: None, notes: Vec::new() };
        (path.to_owned(), PictureEntry::Present(picture))
    };
    let mut shelf: PictureShelf = pictures.into_iter().map(present).collect();
    for (path, file) in notes {
        let Some(notes) = read(file, d) else { continue };
        let name = path.strip_suffix(ENDING).unwrap_or(path);
        // What `hapus` was meant to say is not known, as has been reported.
        let Some(removed) = notes.removed else { continue };
        match (shelf.get_mut(name), removed) {
            (None, true) => drop(shelf.insert(name.to_owned(), PictureEntry::Removed(notes.place))),
            (Some(PictureEntry::Present(picture)), false) => (picture.locked, picture.notes) = (notes.locked, notes.texts),
            (_, false) => d.push(misfit(format!("gambar `{name}` tidak ada di sebelah keterangannya"), &notes.place).hint(
                format!("taruh `{name}` di folder yang sama, atau hapus berkas ini; untuk menghapus gambar dari lapisan di bawah, tulis `hapus: true`"),
            )),
            (Some(_), true) => d.push(
                misfit(format!("`{name}` ada, tetapi keterangannya berkata `hapus: true`"), &notes.place)
                    .hint("hapus gambarnya, atau hapus `hapus: true`"),
            ),
        }
    }
    shelf
}

/// Whatever lies among the pictures is published as it is: so it may only be a picture, and an SVG may only draw.
fn check_kind(file: &SourceFile, d: &Diagnostics) {
    let ending = picture::ending(file.path());
    let name = file.path().rsplit('/').next().unwrap_or_default();
    if !picture::ENDINGS.contains(&ending.as_str()) {
        let problem = Diagnostic::error(NOT_A_PICTURE, format!("`{name}` bukan gambar")).in_file(file.path());
        d.push(match ending.as_str() {
            "pdf" | "ai" | "eps" => problem
                .because(format!("{} tidak dipakai sebagai gambar", ending.to_uppercase()))
                .hint("simpan sebagai SVG atau PNG dari program gambarnya; mengganti akhiran nama tidak cukup"),
            _ => problem.hint(format!("folder `gambar/` hanya berisi gambar: {}", picture::ENDINGS.join(", "))),
        });
        return;
    }
    if let Some(fault) = (ending == "svg").then(|| svg::fault(file.bytes())).flatten() {
        d.push(
            Diagnostic::error(NOT_A_PICTURE, format!("gambar `{name}` tidak dapat diterbitkan"))
                .in_file(file.path())
                .because(format!("di dalamnya ada {fault}"))
                .hint("simpan ulang dari program gambar sebagai SVG biasa (di Inkscape: Plain SVG), atau pakai PNG"),
        );
    }
}

/// What the notes beside a picture say.
pub(super) struct Notes {
    /// `hapus`; none when it says neither yes nor no.
    removed: Option<bool>,
    locked: Option<Place>,
    texts: Vec<Located<String>>,
    place: Place,
}

fn read(file: &SourceFile, d: &Diagnostics) -> Option<Notes> {
    let node = theme::whole(file, d)?;
    Some(notes(MapReader::new(&node, "keterangan gambar", d)?))
}

/// Reads `gambar/x.png.yaml`.
pub(super) fn notes(mut reader: MapReader<'_>) -> Notes {
    let removed = if reader.has("hapus") { reader.boolean("hapus").map(|removed| removed.value) } else { Some(false) };
    let locked = raised_flag(&mut reader, "terkunci");
    // For whoever looks after the pictures; what readers see beside one stands where it is shown.
    let texts = reader.text("alt").into_iter().chain(reader.texts("sumber")).collect();
    let place = reader.place().clone();
    reader.finish();
    Notes { removed, locked, texts, place }
}

fn misfit(message: String, place: &Place) -> Diagnostic {
    Diagnostic::error(PICTURE_NOTES, message).at(place)
}
