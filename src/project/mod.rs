//! Reading a project folder, and the bases under it, into content.
//!
//! 1. [`Chain::open`] reads the folder and follows `basis:` in `suluh.yaml` down to the lowest base.
//! 2. [`read`] lays `suluh.yaml` over those of the bases key by key, and the files of the theme one by one.
//! 3. Every file below `content/` is placed in a [`Layer`]: the national one, or the region of its
//!    folder below `content/daerah/`; each base adds layers of its own below these.
//! 4. Its front matter becomes a typed value ([`law`], [`declaration`], [`piece`], …), its body a
//!    Markdown tree, parsed once and shared by every edition.
//! 5. [`lock`] compares the bases with what was accepted of them.
//!
//! All errors are collected; a file that can't be read is left out, and the build fails later.

mod basis;
mod cells;
mod chain;
pub mod codes;
mod columns;
mod data;
mod declaration;
mod facts;
mod fields;
mod format;
mod format_measures;
mod item;
mod item_file;
mod law;
mod layer;
pub mod layer_rules;
pub mod lock;
mod merge;
mod neutral;
mod paper;
mod picture;
mod piece;
mod placeholders;
mod recipients;
mod region;
mod reporting;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;
mod search;
mod shop;
mod signatories;
pub mod silence;
mod site;
mod stray;
pub mod template;
#[cfg(test)]
mod tests;
mod theme;
mod theme_files;
mod theme_lineage;
mod theme_screen;
mod theme_tokens;
mod villages;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use chain::{Chain, EMBEDDED, Link};
pub use data::{DataEntry, DataFiles, DataShelf};
pub use item::{Entry, Item};
pub use layer::{Layer, LayerShelf};
pub use picture::{Picture, PictureEntry, PictureShelf};
pub use piece::AUDIENCES;

use rayon::prelude::*;

use crate::content::{EditionCode, Id, Kind, RegionCode, Site, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Silencer};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{SourceFile, SourceTree};

/// A project as read: nothing resolved yet.
#[derive(Debug)]
pub struct Project {
    /// `suluh.yaml`
    pub site: Arc<Site>,
    /// The theme that it names.
    pub theme: Arc<Theme>,
    /// The editions that the project makes, national first, then by code: all of a project without a base, the own regions of one
    /// that is only an overlay.
    pub editions: Vec<EditionCode>,
    /// What is silenced in the project and in its bases, the codes as they are written.
    pub silencers: Vec<Silencer>,
    layers: BTreeMap<EditionCode, Vec<Layer>>,
}

impl Project {
    /// The layers of one office, that of the lowest base first, the project's own last.
    pub fn layers(&self, code: &EditionCode) -> &[Layer] {
        self.layers.get(code).map_or(&[], Vec::as_slice)
    }

    /// The files of all that its layers say, also drafts and what no edition shows.
    pub fn contents(&self) -> impl Iterator<Item = &str> {
        self.layers.values().flatten().flat_map(Layer::contents)
    }
}

/// The folder that holds the regions.
const REGIONS: &str = "content/daerah/";

/// Reads a project. None when `suluh.yaml` or the theme can't be used at all; anything less leaves
/// the rest readable, so that one run shows every error.
pub fn read(chain: &Chain, d: &Diagnostics) -> Option<Project> {
    let site = read_site(chain, d);
    let theme = site.as_ref().and_then(|site| theme::theme(chain, &site.theme, d));
    let mut layers: BTreeMap<EditionCode, Vec<Layer>> = BTreeMap::new();
    // In a base that could not be read there may be more.
    let pieces = (!chain.broken).then(|| piece_ids(chain));
    let mut silencers = Vec::new();
    for (index, link) in chain.links.iter().enumerate() {
        let own = index + 1 == chain.links.len();
        let mut take = |written: &silence::Written| silencers.extend(silence::silencers(written, &link.tree, own, d));
        site::silenced(link, d).iter().for_each(&mut take);
        for layer in read_layers(&link.tree, pieces.as_ref(), d) {
            layer.silenced.iter().for_each(&mut take);
            layers.entry(layer.code.clone()).or_default().push(layer);
        }
    }
    let own = chain.own().map(|own| own_regions(&own.tree)).unwrap_or_default();
    let regions = own.into_iter().map(EditionCode::Region);
    let editions: Vec<_> =
        if chain.has_base() { regions.collect() } else { [EditionCode::National].into_iter().chain(regions).collect() };
    if editions.is_empty() {
        report_no_region(chain, d);
    }
    let is_empty = |own: &Link| own.settings.is_some() && own.tree.under("content/").next().is_none();
    if !chain.has_base() && chain.own().is_some_and(is_empty) {
        // Built, it would take the place of everything that was published.
        let problem = Diagnostic::error(codes::NO_CONTENT, "folder `content` tidak ada atau kosong").in_file("content/");
        d.push(problem.hint("kembalikan foldernya; proyek baru dimulai dengan `suluh init`"));
    }
    for code in &editions {
        check_region_file(code, layers.get(code).map_or(&[], Vec::as_slice), d);
    }
    Some(Project { site: Arc::new(site?), theme: Arc::new(theme?), editions, silencers, layers })
}

/// The keys of `suluh.yaml`, those of the project over those of its bases.
fn read_site(chain: &Chain, d: &Diagnostics) -> Option<Site> {
    if chain.broken {
        // What looks missing may stand in the base that could not be read.
        return None;
    }
    let settings = chain.links.iter().filter_map(|link| link.settings.clone());
    let merged: Node = settings.reduce(|lower, upper| merge::over(upper, &lower, &[]))?;
    // Without its own file nothing is known of the project; the chain has reported it.
    chain.own()?.settings.as_ref()?;
    site::site(MapReader::new(&merged, "suluh.yaml", d)?, d)
}

fn report_no_region(chain: &Chain, d: &Diagnostics) {
    let place = chain.own().and_then(|own| own.settings.as_ref()).map(|settings| &settings.place);
    let problem = Diagnostic::error(codes::NO_OWN_REGION, "proyek ini memakai `basis` tetapi belum mempunyai daerah")
        .because("yang dibuat hanya daerah yang mempunyai folder di proyek ini sendiri")
        .hint("buat `content/daerah/61.11-nama/daerah.yaml` untuk daerah Anda");
    d.push(match place {
        Some(place) => problem.at(place),
        None => problem,
    });
}

fn check_region_file(code: &EditionCode, layers: &[Layer], d: &Diagnostics) {
    let EditionCode::Region(code) = code else { return };
    if layers.iter().any(|layer| layer.has_region_file) {
        return;
    }
    let folder = layers.last().map(|layer| layer.folder.clone()).unwrap_or_default();
    d.push(
        Diagnostic::error(codes::NO_REGION_FILE, format!("daerah `{code}` tidak mempunyai `daerah.yaml`"))
            .in_file(folder)
            .hint("buat `daerah.yaml` dengan `kode`, `nama`, dan `kantor`"),
    );
}

/// The code and the name of the region's folder that a path below [`REGIONS`] lies in.
fn region_folder(path: &str) -> Option<(&str, &str)> {
    let (folder, _) = path.strip_prefix(REGIONS)?.split_once('/')?;
    Some((folder.split_once('-').map_or(folder, |(code, _)| code), folder))
}

/// The regions that have a folder in a tree, by code.
fn own_regions(tree: &SourceTree) -> Vec<RegionCode> {
    let mut codes: Vec<RegionCode> =
        tree.under(REGIONS).filter_map(|file| RegionCode::new(region_folder(file.inside())?.0)).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The ids of the print pieces in every layer, by the names of their files: tables of villages have columns named after them.
fn piece_ids(chain: &Chain) -> BTreeSet<Id> {
    let files = chain.links.iter().flat_map(|link| link.tree.under("content/"));
    let id = |file: &SourceFile| {
        let (folder, name) = file.inside().rsplit_once('/')?;
        (folder.rsplit('/').next() == Some(Kind::Piece.folder())).then(|| Id::new(name.strip_suffix(".md")?)).flatten()
    };
    files.filter_map(id).collect()
}

/// The layers of one tree: the national one, and one for each folder below `content/daerah/` whose name begins with a code.
fn read_layers(tree: &SourceTree, pieces: Option<&BTreeSet<Id>>, d: &Diagnostics) -> Vec<Layer> {
    let mut folders: Vec<(&str, &str)> = tree.under(REGIONS).filter_map(|file| region_folder(file.inside())).collect();
    folders.dedup();
    let mut seen = BTreeSet::new();
    let mut wanted = vec![("content/".to_owned(), None)];
    for (code, folder) in folders {
        let path = format!("{REGIONS}{folder}/");
        let Some(code) = RegionCode::new(code) else {
            d.push(
                Diagnostic::error(codes::BAD_CODE, format!("folder `{folder}` tidak diawali kode daerah"))
                    .in_file(path)
                    .hint("namai folder dengan kode dan nama, misalnya `61.11-kayong-utara`"),
            );
            continue;
        };
        if !seen.insert(code.clone()) {
            d.push(
                Diagnostic::error(codes::REGION_TWICE, format!("daerah `{code}` mempunyai dua folder"))
                    .in_file(&path)
                    .hint("gabungkan keduanya menjadi satu folder"),
            );
        }
        wanted.push((path, Some(code)));
    }
    // Problems are sorted when they are told, and layers keep the order of their folders: threads change nothing.
    wanted.par_iter().map(|(folder, region)| layer::read_layer(folder, region.as_ref(), tree, pieces, d)).collect()
}
