//! Lays a kabupaten over its province over the national layer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use super::{Edition, EditionCode, Item, Removal, Removals, Shelf, data, pictures};
use crate::content::reporting::Reporting;
use crate::content::{Gazetteer, Id, Kind, Meta, Region, RegionCode};
use crate::diagnostics::{Diagnostic, Diagnostics, Rule};
use crate::project::codes::{LOCKED, NOTHING_TO_REMOVE};
use crate::project::{Entry, Layer, LayerShelf, Project};
use crate::source::{Date, embedded};

/// A kabupaten whose province nobody knows.
pub const NO_PROVINCE: &str = "S406";
/// A kabupaten without villages.
pub const NO_VILLAGES: &str = "S407";

/// What can be looked up about them.
pub const RULES: &[Rule] = &[
    Rule::warning(NO_PROVINCE, "Kabupaten atau kota berada di provinsi yang tidak dikenal proyek.")
        .why("Nama provinsi dan kontak provinsi tidak dapat ditampilkan.")
        .repair("Periksa kodenya; bila provinsi ini baru, buat foldernya dengan `daerah.yaml`.")
        .example("provinsi `61` dari daerah `61.11` tidak dikenal"),
    Rule::warning(NO_VILLAGES, "Kabupaten atau kota tidak mempunyai desa.")
        .why("Tanpa desa tidak ada halaman desa dan tidak ada brosur per desa.")
        .repair("Isi `desa.csv` atau `desa.xlsx` di folder daerah itu.")
        .example("daerah `61.11` tidak mempunyai desa"),
];

impl Project {
    /// The codes of all editions: national first, then by code.
    pub fn edition_codes(&self) -> Vec<EditionCode> {
        self.editions.clone()
    }

    /// Resolves one edition as of a day.
    pub fn edition(&self, code: &EditionCode, as_of: Date, d: &Diagnostics) -> Option<Edition> {
        let layers: Vec<&Layer> = code.layers().iter().flat_map(|code| self.layers(code)).collect();
        let top = layers.last().filter(|layer| layer.code == *code)?;
        let region = match code {
            EditionCode::National => None,
            // Without its file nothing can be said of the region; the reader has reported it.
            EditionCode::Region(_) => Some(self.region(code)?),
        };
        let province = self.province(code, d);
        check_villages(code, top, region.as_deref(), d);
        let (office, specimen) = match &region {
            Some(region) => (region.office.clone(), region.specimen.is_some()),
            None => (self.site.office.clone(), self.site.specimen.is_some()),
        };
        // What a layer below orders, another office has ordered.
        let own: Vec<&Layer> = layers.iter().copied().filter(|layer| layer.code == *code).collect();
        let mut missing = Missing::default();
        let lost = &mut missing;
        let (images, image_notes) = pictures::lay(&layers, d);
        Some(Edition {
            code: code.clone(),
            name: region.as_ref().map_or_else(|| "Nasional".to_owned(), |region| region.name.value.clone()),
            province,
            site: Arc::clone(&self.site),
            office,
            posts: region.as_ref().map(|region| region.posts.clone()).unwrap_or_default(),
            partners: region.as_ref().map(|region| region.partners.clone()).unwrap_or_default(),
            specimen,
            region,
            pages: lay(&layers, Kind::Page, |layer| &layer.pages, |item| &item.meta, lost, d),
            violations: lay(&layers, Kind::Violation, |layer| &layer.violations, |item| &item.meta, lost, d),
            sanctions: lay(&layers, Kind::Sanction, |layer| &layer.sanctions, |item| &item.meta, lost, d),
            regulations: lay(&layers, Kind::Regulation, |layer| &layer.regulations, |item| &item.meta, lost, d),
            declarations: lay(&layers, Kind::Declaration, |layer| &layer.declarations, |item| &item.meta, lost, d),
            pieces: lay(&layers, Kind::Piece, |layer| &layer.pieces, |item| &item.meta, lost, d),
            reporting: Reporting {
                deadlines: data::lay(&layers, |layer| &layer.data.deadlines, d),
                channels: data::lay(&layers, |layer| &layer.data.channels, d),
                reporters: data::lay(&layers, |layer| &layer.data.reporters, d),
                procedures: data::lay(&layers, |layer| &layer.data.procedures, d),
                forms: data::lay(&layers, |layer| &layer.data.forms, d),
            },
            terms: data::lay(&layers, |layer| &layer.data.terms, d),
            common: data::lay(&layers, |layer| &layer.data.common, d),
            statistics: data::lay(&layers, |layer| &layer.data.statistics, d),
            disputes: data::lay(&layers, |layer| &layer.data.disputes, d),
            wrong_citations: data::lay(&layers, |layer| &layer.data.wrong_citations, d),
            profiles: data::lay(&layers, |layer| &layer.data.profiles, d),
            shops: data::lay(&layers, |layer| &layer.data.shops, d),
            wanted: data::lay(&own, |layer| &layer.data.wanted, d),
            presses: layers.iter().flat_map(|layer| layer.presses.clone()).collect(),
            synonyms: data::lay(&layers, |layer| &layer.data.synonyms, d),
            examples: data::lay(&layers, |layer| &layer.data.examples, d),
            neutral: data::lay(&layers, |layer| &layer.data.neutral, d),
            villages: Arc::clone(&top.villages),
            recipients: Arc::clone(&top.recipients),
            signatories: Arc::clone(&top.signatories),
            tables_unreadable: top.tables_unreadable.clone(),
            tables_empty: top.tables_empty.clone(),
            images,
            image_notes,
            unreadable: missing.unreadable,
            removed: missing.removed,
            villages_unreadable: top.villages_unreadable,
            as_of,
            names: OnceLock::new(),
        })
    }

    /// A region's own file: the uppermost one, like any other file.
    fn region(&self, code: &EditionCode) -> Option<Arc<Region>> {
        self.layers(code).iter().rfind(|layer| layer.has_region_file)?.region.clone()
    }

    /// The name of a kabupaten's province: as its own file has it, else as every office writes it. A project that is only an overlay needs no
    /// folder for its province.
    fn province(&self, code: &EditionCode, d: &Diagnostics) -> Option<String> {
        let EditionCode::Region(code) = code else { return None };
        if code.is_province() {
            return None;
        }
        let province = code.province();
        let own = self.region(&EditionCode::Region(province.clone())).map(|region| region.name.value.clone());
        let name = own.or_else(|| Some(Gazetteer::new(embedded::regions()).region(&province)?.name));
        if name.is_none() {
            report_province(self, code, &province, d);
        }
        name
    }
}

fn report_province(project: &Project, code: &RegionCode, province: &RegionCode, d: &Diagnostics) {
    let own = project.region(&EditionCode::Region(code.clone()));
    let warning = Diagnostic::warning(NO_PROVINCE, format!("provinsi `{province}` dari daerah `{code}` tidak dikenal"))
        .because("`{{ daerah.provinsi }}` berisi nama daerah sendiri")
        .hint(format!(
            "periksa kodenya; bila provinsi ini baru, buat folder `content/daerah/{province}-…/` dengan `daerah.yaml`"
        ));
    d.push(match own {
        Some(region) => warning.at(&region.code.place),
        None => warning,
    });
}

fn check_villages(code: &EditionCode, layer: &Layer, region: Option<&Region>, d: &Diagnostics) {
    let EditionCode::Region(code) = code else { return };
    if code.is_province() || !layer.villages.is_empty() || layer.villages_unreadable {
        return;
    }
    if let Some(region) = region {
        d.push(
            Diagnostic::warning(NO_VILLAGES, format!("daerah `{code}` tidak mempunyai desa"))
                .at(&region.code.place)
                .because("tanpa desa tidak ada halaman desa dan tidak ada brosur per desa")
                .hint("isi `desa.csv` atau `desa.xlsx` di folder daerah itu"),
        );
    }
}

/// Content that is not in an edition though a layer has it.
#[derive(Default)]
struct Missing {
    /// Its file can't be used.
    unreadable: BTreeSet<(Kind, Id)>,
    /// A layer above left it out.
    removed: Removals,
}

/// One kind, all layers: what is above wins, what is locked stays. Drafts are not there at all, and
/// files that can't be used or are left out are noted in `lost`.
fn lay<T>(
    layers: &[&Layer],
    kind: Kind,
    shelf: impl Fn(&Layer) -> &LayerShelf<T>,
    meta: impl Fn(&T) -> &Meta,
    lost: &mut Missing,
    d: &Diagnostics,
) -> Shelf<T> {
    let mut result: Shelf<T> = BTreeMap::new();
    for (rank, layer) in layers.iter().enumerate() {
        for (id, entry) in shelf(layer) {
            let below = result.get(id);
            let place = match entry {
                Entry::Present(item) => &meta(&item.data).place,
                Entry::Removed(place) => place,
                Entry::Unreadable => {
                    lost.unreadable.insert((kind, id.clone()));
                    continue;
                }
            };
            if let Some(locked) = below.filter(|item| meta(&item.data).locked) {
                d.push(locked_error(kind, id.as_str(), locked, &meta(&locked.data).place, place));
                continue;
            }
            match entry {
                Entry::Present(item) if meta(&item.data).draft => {}
                Entry::Present(item) => {
                    lost.removed.remove(&(kind, id.clone()));
                    result.insert(id.clone(), item.clone());
                }
                Entry::Unreadable => {}
                Entry::Removed(place) if below.is_some() => {
                    lost.removed.insert((kind, id.clone()), Removal::new(place, &layers[rank..]));
                    result.remove(id);
                }
                // What it removes is there, but can't be used.
                Entry::Removed(_) if lost.unreadable.contains(&(kind, id.clone())) => {}
                Entry::Removed(place) => d.push(
                    Diagnostic::warning(NOTHING_TO_REMOVE, format!("tidak ada `{}/{id}.md` yang dapat dihapus", kind.folder()))
                        .at(place)
                        .hint("periksa nama berkasnya, atau hapus berkas ini"),
                ),
            }
        }
    }
    result
}

fn locked_error<T>(
    kind: Kind,
    id: &str,
    locked: &Item<T>,
    below: &crate::diagnostics::Place,
    above: &crate::diagnostics::Place,
) -> Diagnostic {
    Diagnostic::error(LOCKED, format!("`{}/{id}.md` terkunci dan tidak dapat diganti daerah", kind.folder()))
        .at(above)
        .related(below, format!("dikunci di `{}`", locked.path))
        .because("naskah resmi harus sama di semua daerah")
        .hint("hapus berkas ini; bila perlu, tambahkan berkas baru dengan nama lain")
}
