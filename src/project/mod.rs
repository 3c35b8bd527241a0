//! Reading a project folder into content.
//!
//! 1. [`read`] takes `suluh.yaml`, then the theme it names.
//! 2. Every file below `content/` is placed in a [`Layer`]: the national one, or the region of its
//!    folder below `content/daerah/`.
//! 3. Its front matter becomes a typed value ([`law`], [`declaration`], [`piece`], …), its body a
//!    Markdown tree, parsed once and shared by every edition.
//!
//! All errors are collected; a file that can't be read is left out, and the build fails later.

pub mod codes;
mod data;
mod declaration;
mod fields;
mod item;
mod law;
mod layer;
mod piece;
mod placeholders;
mod region;
mod reporting;
#[cfg(test)]
pub(crate) mod sample;
pub mod schema;
mod site;
#[cfg(test)]
mod tests;
mod theme;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use data::{DataEntry, DataFiles, DataShelf};
pub use item::Item;
pub use layer::{Entry, Layer, LayerShelf};
pub use piece::AUDIENCES;

use crate::content::{RegionCode, Site, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::source::SourceTree;
use crate::source::reader::MapReader;

/// A project as read: nothing resolved yet.
#[derive(Debug)]
pub struct Project {
    /// `suluh.yaml`
    pub site: Arc<Site>,
    /// The theme that it names.
    pub theme: Arc<Theme>,
    /// `content/` without `content/daerah/`.
    pub national: Layer,
    /// `content/daerah/*`, by code.
    pub regions: BTreeMap<RegionCode, Layer>,
}

/// The folder that holds the regions.
const REGIONS: &str = "content/daerah/";

/// Reads a project. None when `suluh.yaml` or the theme can't be used at all; anything less leaves
/// the rest readable, so that one run shows every error.
pub fn read(tree: &SourceTree, d: &Diagnostics) -> Option<Project> {
    let site = read_site(tree, d);
    let theme = site.as_ref().and_then(|site| theme::theme(tree, &site.theme, d));
    let national = layer::read_layer("content/", None, tree, d);
    let regions = read_regions(tree, d);
    Some(Project { site: Arc::new(site?), theme: Arc::new(theme?), national, regions })
}

fn read_site(tree: &SourceTree, d: &Diagnostics) -> Option<Site> {
    let Some(file) = tree.get("suluh.yaml") else {
        d.push(
            Diagnostic::error(codes::NO_SITE, "`suluh.yaml` tidak ada")
                .in_file("suluh.yaml")
                .hint("jalankan perintah ini di folder proyek, atau tunjuk foldernya dengan `--project`"),
        );
        return None;
    };
    let node = theme::whole(file, d)?;
    site::site(MapReader::new(&node, "suluh.yaml", d)?, d)
}

/// Regions are the folders below `content/daerah/` whose names begin with a code.
fn read_regions(tree: &SourceTree, d: &Diagnostics) -> BTreeMap<RegionCode, Layer> {
    let mut folders: Vec<&str> = tree
        .under(REGIONS)
        .filter_map(|file| file.path().strip_prefix(REGIONS)?.split_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    folders.dedup();
    let mut regions = BTreeMap::new();
    for folder in folders {
        let code = folder.split_once('-').map_or(folder, |(code, _)| code);
        let path = format!("{REGIONS}{folder}/");
        let Some(code) = RegionCode::new(code) else {
            d.push(
                Diagnostic::error(codes::BAD_CODE, format!("folder `{folder}` tidak diawali kode daerah"))
                    .in_file(path)
                    .hint("namai folder dengan kode dan nama, misalnya `61.11-kayong-utara`"),
            );
            continue;
        };
        let layer = layer::read_layer(&path, Some(&code), tree, d);
        if regions.insert(code.clone(), layer).is_some() {
            d.push(
                Diagnostic::error(codes::REGION_TWICE, format!("daerah `{code}` mempunyai dua folder"))
                    .in_file(path)
                    .hint("gabungkan keduanya menjadi satu folder"),
            );
        }
    }
    regions
}
