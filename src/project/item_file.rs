//! One file of content: front matter and body of a page, a regulation, a sheet; read by itself, whatever stands around it.

use std::sync::Arc;

use super::codes::BAD_ID;
use super::silence::{self, Reach};
use super::{Entry, Item, declaration, fields, law, piece, placeholders, template};
use crate::content::page::PageGroup;
use crate::content::{Declaration, EditionCode, Id, Kind, Page, Piece, Regulation, Sanction, Violation};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::markdown;
use crate::source::reader::MapReader;
use crate::source::{SourceFile, front_matter};

/// What a file of content says.
pub(super) struct Content {
    /// The name of the file.
    pub(super) id: Id,
    /// Of which kind, and what.
    pub(super) says: Says,
    /// Its `abaikan:`.
    pub(super) silenced: Arc<[silence::Entry]>,
}

/// An entry of one of the kinds that live one a file.
pub(super) enum Says {
    /// `halaman/`
    Page(Entry<Page>),
    /// `pelanggaran/`
    Violation(Entry<Violation>),
    /// `sanksi/`
    Sanction(Entry<Sanction>),
    /// `regulasi/`
    Regulation(Entry<Regulation>),
    /// `deklarasi/`
    Declaration(Entry<Declaration>),
    /// `cetak/`
    Piece(Entry<Piece>),
}

impl Content {
    /// Reads a file by its path below the layer's folder; none when that is not the path of a content file.
    pub(super) fn read(inside: &str, layer: &EditionCode, file: &SourceFile, d: &Diagnostics) -> Option<Content> {
        let (kind, stem) = named(inside)?;
        let id = Id::new(stem)?;
        let (says, silenced) = match kind {
            Kind::Page => read(kind, &id, layer, file, d, page, Says::Page),
            Kind::Violation => read(kind, &id, layer, file, d, law::violation, Says::Violation),
            Kind::Sanction => read(kind, &id, layer, file, d, law::sanction, Says::Sanction),
            Kind::Regulation => read(kind, &id, layer, file, d, law::regulation, Says::Regulation),
            Kind::Declaration => read(kind, &id, layer, file, d, declaration::declaration, Says::Declaration),
            Kind::Piece => read(kind, &id, layer, file, d, piece::piece, Says::Piece),
        };
        Some(Content { id, says, silenced })
    }

    /// Whether a file lies where content lies, under a name that can't be an address.
    pub(super) fn is_misnamed(inside: &str) -> bool {
        named(inside).is_some_and(|(_, stem)| Id::new(stem).is_none())
    }

    /// Reports such a file.
    pub(super) fn report_misnamed(inside: &str, file: &SourceFile, d: &Diagnostics) {
        let (_, name) = inside.split_once('/').unwrap_or(("", inside));
        d.push(
            Diagnostic::error(BAD_ID, format!("nama berkas `{name}` tidak dapat menjadi alamat"))
                .in_file(file.path())
                .hint("pakai huruf kecil, angka, dan tanda hubung, misalnya `lapor.md`"),
        );
    }
}

/// The kind and the name of a content file: `halaman/lapor.md`.
fn named(inside: &str) -> Option<(Kind, &str)> {
    let (folder, name) = inside.split_once('/')?;
    Some((Kind::from_folder(folder)?, name.strip_suffix(".md")?))
}

/// Reads a content file, once as long as it stays the same; gives its `abaikan:` too.
fn read<T: Send + Sync + 'static>(
    kind: Kind,
    id: &Id,
    layer: &EditionCode,
    file: &SourceFile,
    d: &Diagnostics,
    read: impl Fn(Id, MapReader<'_>, &Diagnostics) -> Option<T>,
    says: impl Fn(Entry<T>) -> Says,
) -> (Says, Arc<[silence::Entry]>) {
    let (entry, silenced) = file.make_once(d, |d| {
        let mut silenced = Arc::from([]);
        let entry = entry(kind, id.clone(), layer.clone(), file, &mut silenced, d, &read);
        (entry.unwrap_or(Entry::Unreadable), silenced)
    });
    (says(entry), silenced)
}

/// Reads `content/halaman/<id>.md`.
pub(super) fn page(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Page> {
    let meta = fields::meta(&mut reader, d);
    let basis = fields::basis(&mut reader, "dasar", d);
    let group = reader.choice("kelompok", &PageGroup::CHOICES);
    reader.finish();
    Some(Page { id, meta: meta?, basis, group })
}

/// Whether a file only leaves out what the layers below have.
pub(super) fn is_removal(reader: &mut MapReader<'_>) -> bool {
    reader.boolean("hapus").is_some_and(|removed| removed.value)
}

/// What messages call a file of this kind.
fn spoken(kind: Kind) -> &'static str {
    match kind {
        Kind::Piece => "bahan cetak",
        other => other.folder(),
    }
}

/// What one content file says: an item, or the removal of one. None when it can't be used.
fn entry<T>(
    kind: Kind,
    id: Id,
    layer: EditionCode,
    file: &SourceFile,
    silenced: &mut Arc<[silence::Entry]>,
    d: &Diagnostics,
    read: impl FnOnce(Id, MapReader<'_>, &Diagnostics) -> Option<T>,
) -> Option<Entry<T>> {
    let document = file.text(d).and_then(|text| front_matter::split(&text, d))?;
    let mut reader = MapReader::new(&document.front, spoken(kind), d)?;
    // Taken first, so that a file whose other keys are wrong is not told of its silenced warnings too.
    *silenced = silence::entries(&mut reader, Reach::File, d);
    if is_removal(&mut reader) {
        // Whatever else the file says is of no use once it only removes.
        return Some(Entry::Removed(document.front.place.clone()));
    }
    placeholders::check(&document.front, d);
    template::check(kind, &document, d);
    let body = markdown::parse(&document.body, d);
    let data = read(id, reader, d)?;
    Some(Entry::Present(Item { data: Arc::new(data), body: Arc::new(body), path: Arc::from(file.path()), layer }))
}
