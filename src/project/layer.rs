//! One layer of a project: the national content, or what one region adds to it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::codes::TWO_TABLES;
use super::item_file::{Content, Says};
use super::silence::{self, Reach, Written};
use super::{DataFiles, Entry, PictureShelf, picture, recipients, region, signatories, stray, theme, villages};
use crate::content::{
    Declaration, EditionCode, Id, Page, Piece, Recipient, Region, RegionCode, Regulation, Sanction, Signatory, Village, Violation,
};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::reader::MapReader;
use crate::source::{SourceFile, SourceTree, sheet, table};

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
    let files: Vec<(&str, &SourceFile)> =
        tree.under(folder).map(|file| (file.inside().strip_prefix(folder).unwrap_or_default(), file)).collect();
    // Most of a project are content files, and each is read by itself: all at once, and put on their shelves in order.
    let contents: Vec<Option<Content>> =
        files.par_iter().map(|(inside, file)| Content::read(inside, &layer.code, file, d)).collect();
    let mut pictures = Vec::new();
    for ((inside, file), content) in files.into_iter().zip(contents) {
        layer.folder = file.path().strip_suffix(inside).unwrap_or(folder).to_owned();
        match (content, inside.split_once('/')) {
            (Some(content), _) => layer.shelve(content, file),
            (None, Some(("gambar", _))) => pictures.push((inside, file)),
            (None, _) => layer.take(inside, file, region, pieces, d),
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
            (Some(_), _) if Content::is_misnamed(inside) => Content::report_misnamed(inside, file, d),
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

    /// Puts what a content file says on the shelf of its kind.
    fn shelve(&mut self, content: Content, file: &SourceFile) {
        let Content { id, says, silenced } = content;
        match says {
            Says::Page(entry) => drop(self.pages.insert(id, entry)),
            Says::Violation(entry) => drop(self.violations.insert(id, entry)),
            Says::Sanction(entry) => drop(self.sanctions.insert(id, entry)),
            Says::Regulation(entry) => drop(self.regulations.insert(id, entry)),
            Says::Declaration(entry) => drop(self.declarations.insert(id, entry)),
            Says::Piece(entry) => drop(self.pieces.insert(id, entry)),
        }
        self.silence(file, Reach::File, silenced);
    }
}
