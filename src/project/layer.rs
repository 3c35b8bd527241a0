//! One layer of a project: the national content, or what one region adds to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::codes::{BAD_ID, TWO_TABLES};
use super::silence::{self, Reach, Written};
use super::{
    DataFiles, Item, PictureShelf, declaration, fields, law, picture, piece, placeholders, recipients, region, signatories,
    stray, template, theme, villages,
};
use crate::content::page::PageGroup;
use crate::content::{
    Declaration, EditionCode, Id, Kind, Page, Piece, Recipient, Region, RegionCode, Regulation, Sanction, Signatory, Village,
    Violation,
};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::markdown;
use crate::source::reader::MapReader;
use crate::source::{SourceFile, SourceTree, front_matter, sheet, table};

/// What a layer says of one id.
#[derive(Debug)]
pub enum Entry<T> {
    /// Here it is, new or in place of the one below.
    Present(Item<T>),
    /// `hapus: true`: leave out the one below.
    Removed(Place),
    /// Its file can't be used, as has been reported; what leads to it is not at fault.
    Unreadable,
}

// Not derived: `T` itself need not be `Clone`, only its item is.
impl<T> Clone for Entry<T> {
    fn clone(&self) -> Self {
        match self {
            Entry::Present(item) => Entry::Present(item.clone()),
            Entry::Removed(place) => Entry::Removed(place.clone()),
            Entry::Unreadable => Entry::Unreadable,
        }
    }
}

/// What a layer says of one kind.
pub type LayerShelf<T> = BTreeMap<Id, Entry<T>>;

/// Everything one layer says.
#[derive(Debug)]
pub struct Layer {
    /// Whose layer.
    pub code: EditionCode,
    /// Its folder as messages name it, with a slash at the end.
    pub folder: String,
    /// `daerah.yaml`, for a region.
    pub region: Option<Arc<Region>>,
    /// `daerah.yaml` is there, whether it can be used or not.
    pub has_region_file: bool,
    /// `desa.csv` or `desa.xlsx`, in the order of the codes.
    pub villages: Arc<[Village]>,
    /// The table of villages is there but can't be used, as has been reported.
    pub villages_unreadable: bool,
    /// `penerima.csv`
    pub recipients: Arc<[Recipient]>,
    /// `penandatangan.csv`
    pub signatories: Arc<[Signatory]>,
    /// The names of the two tables above that are there but can't be used, as has been reported.
    pub tables_unreadable: BTreeSet<&'static str>,
    /// Tables that are there and list nobody.
    pub tables_empty: BTreeSet<&'static str>,
    /// `halaman/`
    pub pages: LayerShelf<Page>,
    /// `pelanggaran/`
    pub violations: LayerShelf<Violation>,
    /// `sanksi/`
    pub sanctions: LayerShelf<Sanction>,
    /// `regulasi/`
    pub regulations: LayerShelf<Regulation>,
    /// `deklarasi/`
    pub declarations: LayerShelf<Declaration>,
    /// `cetak/`
    pub pieces: LayerShelf<Piece>,
    /// `pelaporan.yaml` and its like.
    pub data: DataFiles,
    /// Profiles of presses (`.icc`), by file name.
    pub presses: BTreeMap<String, Arc<[u8]>>,
    /// `gambar/`, by path below the layer's folder.
    pub images: PictureShelf,
    /// `abaikan:` of each file that has it.
    pub(super) silenced: Vec<Written>,
}

/// Reads the files below `folder`. `region` is the code in the folder's name, `pieces` the ids of the print pieces in all layers.
pub(super) fn read_layer(
    folder: &str,
    region: Option<&RegionCode>,
    tree: &SourceTree,
    pieces: Option<&BTreeSet<Id>>,
    d: &Diagnostics,
) -> Layer {
    let code = region.map_or(EditionCode::National, |code| EditionCode::Region(code.clone()));
    let mut layer = Layer {
        code,
        folder: folder.to_owned(),
        region: None,
        has_region_file: false,
        villages: Arc::from([]),
        villages_unreadable: false,
        recipients: Arc::from([]),
        signatories: Arc::from([]),
        tables_unreadable: BTreeSet::new(),
        tables_empty: BTreeSet::new(),
        pages: BTreeMap::new(),
        violations: BTreeMap::new(),
        sanctions: BTreeMap::new(),
        regulations: BTreeMap::new(),
        declarations: BTreeMap::new(),
        pieces: BTreeMap::new(),
        data: DataFiles::default(),
        presses: BTreeMap::new(),
        images: BTreeMap::new(),
        silenced: Vec::new(),
    };
    let mut pictures = Vec::new();
    for file in tree.under(folder) {
        let inside = file.inside().strip_prefix(folder).unwrap_or_default();
        layer.folder = file.path().strip_suffix(inside).unwrap_or(folder).to_owned();
        match inside.split_once('/') {
            Some(("gambar", _)) => pictures.push((inside, file)),
            _ => layer.take(inside, file, region, pieces, d),
        }
    }
    layer.images = picture::pictures(&pictures, d);
    layer
}

impl Layer {
    fn take(
        &mut self,
        inside: &str,
        file: &SourceFile,
        region: Option<&RegionCode>,
        pieces: Option<&BTreeSet<Id>>,
        d: &Diagnostics,
    ) {
        match (inside.split_once('/'), region) {
            // A folder is a region; a file lies one folder too high.
            (Some(("daerah", inside)), None) if inside.contains('/') => {}
            (None, Some(code)) if inside == "daerah.yaml" => self.take_region(code, file, d),
            (None, Some(code)) if matches!(inside, "desa.csv" | "desa.xlsx") => self.take_villages(code, file, pieces, d),
            (None, _) if inside == Recipient::FILE => self.take_recipients(file, d),
            (None, _) if inside == Signatory::FILE => self.take_signatories(file, d),
            (Some((kind, name)), _) => match (Kind::from_folder(kind), name.strip_suffix(".md")) {
                (Some(kind), Some(stem)) => self.take_content(kind, stem, file, d),
                _ => stray::report(inside, region, file, d),
            },
            (None, _) if self.data.take(inside, file, d) => {}
            (None, _) if inside.ends_with(".icc") || inside.ends_with(".icm") => {
                self.presses.insert(inside.to_owned(), Arc::clone(file.bytes()));
            }
            _ => stray::report(inside, region, file, d),
        }
    }

    fn take_region(&mut self, code: &RegionCode, file: &SourceFile, d: &Diagnostics) {
        self.has_region_file = true;
        let (region, silenced) = file.make_once(d, |d| {
            let node = theme::whole(file, d);
            let Some(mut reader) = node.as_ref().and_then(|node| MapReader::new(node, "daerah", d)) else {
                return (None, Arc::from([]));
            };
            let silenced = silence::entries(&mut reader, Reach::Region, d);
            (region::region(code.as_str(), reader, d).map(Arc::new), silenced)
        });
        self.region = region;
        self.silence(file, Reach::Region, silenced);
    }

    fn silence(&mut self, file: &SourceFile, reach: Reach, entries: Arc<[silence::Entry]>) {
        if !entries.is_empty() {
            let (path, inside) = (file.path().to_owned(), file.inside().to_owned());
            self.silenced.push(Written { path, inside, reach, entries });
        }
    }

    /// The files of everything that it says itself, one a file: also drafts, and what a layer above replaces.
    pub fn contents(&self) -> impl Iterator<Item = &str> {
        fn paths<T>(shelf: &LayerShelf<T>) -> impl Iterator<Item = &str> {
            shelf.values().filter_map(|entry| match entry {
                Entry::Present(item) => Some(item.path.as_ref()),
                Entry::Removed(_) | Entry::Unreadable => None,
            })
        }
        let law = paths(&self.violations).chain(paths(&self.sanctions)).chain(paths(&self.regulations));
        paths(&self.pages).chain(law).chain(paths(&self.declarations)).chain(paths(&self.pieces))
    }

    fn take_villages(&mut self, code: &RegionCode, file: &SourceFile, pieces: Option<&BTreeSet<Id>>, d: &Diagnostics) {
        // Which of two tables is meant, nobody can tell; the one that is read first stays, so that its mistakes are told too.
        if !self.villages.is_empty() || self.villages_unreadable {
            let two = Diagnostic::error(TWO_TABLES, format!("daerah `{code}` mempunyai `desa.csv` dan `desa.xlsx`"));
            d.push(two.in_file(file.path()).hint("hapus salah satunya; yang lama cepat tertinggal bila keduanya ada"));
            return;
        }
        // Columns may be named after print pieces: with other pieces the table says something else.
        let villages: Option<Arc<[Village]>> = file.make_with(pieces.cloned(), d, |pieces, d| {
            let rows = if file.path().ends_with(".xlsx") {
                sheet::rows(file, d)
            } else {
                file.text(d).and_then(|text| table::csv(&text, d))
            };
            rows.and_then(|rows| villages::villages(code, rows, pieces.as_ref(), d)).map(Arc::from)
        });
        self.villages_unreadable = villages.is_none();
        self.villages = villages.unwrap_or_else(|| Arc::from([]));
    }

    fn take_recipients(&mut self, file: &SourceFile, d: &Diagnostics) {
        let recipients: Option<Arc<[Recipient]>> = file.make_once(d, |d| {
            let rows = file.text(d).and_then(|text| table::csv(&text, d));
            rows.and_then(|rows| recipients::recipients(rows, d)).map(Arc::from)
        });
        self.recipients = self.listed(recipients, Recipient::FILE);
    }

    fn take_signatories(&mut self, file: &SourceFile, d: &Diagnostics) {
        let signatories: Option<Arc<[Signatory]>> = file.make_once(d, |d| {
            let rows = file.text(d).and_then(|text| table::csv(&text, d));
            rows.and_then(|rows| signatories::signatories(rows, d)).map(Arc::from)
        });
        self.signatories = self.listed(signatories, Signatory::FILE);
    }

    /// The rows of a table; why there are none is remembered.
    fn listed<T>(&mut self, rows: Option<Arc<[T]>>, table: &'static str) -> Arc<[T]> {
        match &rows {
            None => self.tables_unreadable.insert(table),
            Some(rows) if rows.is_empty() => self.tables_empty.insert(table),
            Some(_) => false,
        };
        rows.unwrap_or_else(|| Arc::from([]))
    }

    fn take_content(&mut self, kind: Kind, stem: &str, file: &SourceFile, d: &Diagnostics) {
        let Some(id) = Id::new(stem) else {
            d.push(
                Diagnostic::error(BAD_ID, format!("nama berkas `{stem}.md` tidak dapat menjadi alamat"))
                    .in_file(file.path())
                    .hint("pakai huruf kecil, angka, dan tanda hubung, misalnya `lapor.md`"),
            );
            return;
        };
        let code = self.code.clone();
        let silenced = match kind {
            Kind::Page => put(&mut self.pages, kind, id, &code, file, d, page),
            Kind::Violation => put(&mut self.violations, kind, id, &code, file, d, law::violation),
            Kind::Sanction => put(&mut self.sanctions, kind, id, &code, file, d, law::sanction),
            Kind::Regulation => put(&mut self.regulations, kind, id, &code, file, d, law::regulation),
            Kind::Declaration => put(&mut self.declarations, kind, id, &code, file, d, declaration::declaration),
            Kind::Piece => put(&mut self.pieces, kind, id, &code, file, d, piece::piece),
        };
        self.silence(file, Reach::File, silenced);
    }
}

/// Reads one content file and puts it on its shelf; gives its `abaikan:`.
fn put<T: Send + Sync + 'static>(
    shelf: &mut LayerShelf<T>,
    kind: Kind,
    id: Id,
    layer: &EditionCode,
    file: &SourceFile,
    d: &Diagnostics,
    read: impl Fn(Id, MapReader<'_>, &Diagnostics) -> Option<T>,
) -> Arc<[silence::Entry]> {
    let (entry, silenced) = file.make_once(d, |d| {
        let mut silenced = Arc::from([]);
        let entry = entry(kind, id.clone(), layer.clone(), file, &mut silenced, d, &read);
        (entry.unwrap_or(Entry::Unreadable), silenced)
    });
    shelf.insert(id, entry);
    silenced
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
