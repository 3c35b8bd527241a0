//! The files of one name in every layer that an edition is made of, lowest first: what `explain` tells and `new salinan` copies.
//!
//! [`subject`] understands which file is meant, however it was typed; [`story`] says what each of the files does to those below it.

pub(in crate::commands) mod story;
pub(in crate::commands) mod subject;

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{EditionCode, RegionCode};
use crate::edition::Edition;
use crate::project::{Chain, EMBEDDED, Link};
use crate::source::{SourceFile, SourceTree};

/// Files that every office has for itself: those of another office mean nothing here.
const OWN: [&str; 5] = ["daerah.yaml", "desa.csv", "desa.xlsx", "penerima.csv", "penandatangan.csv"];

/// The layers of one edition.
pub(in crate::commands) struct Stack<'a> {
    chain: &'a Chain,
    code: EditionCode,
    /// The edition as people say it: `Kabupaten Sintang (61.05)`.
    pub(in crate::commands) name: String,
    province: Option<String>,
}

/// What one layer has of a name.
pub(in crate::commands) struct LayerFile<'a> {
    /// Whose layer: `Nasional`, `Provinsi Kalimantan Barat`.
    pub(in crate::commands) owner: String,
    /// The file; none when the layer says nothing.
    pub(in crate::commands) file: Option<&'a SourceFile>,
    /// The file beside a picture that locks it or leaves it out.
    pub(in crate::commands) sidecar: Option<&'a SourceFile>,
    /// `theme.yaml` of the same project, for a file of a theme.
    pub(in crate::commands) theme: Option<&'a SourceFile>,
}

impl<'a> Stack<'a> {
    /// The layers of an edition; its names are taken from `edition` where it can be resolved.
    pub(in crate::commands) fn new(chain: &'a Chain, code: &EditionCode, edition: Option<&Edition>) -> Stack<'a> {
        let name = match (code, edition) {
            (EditionCode::National, _) => "edisi nasional".to_owned(),
            (code, Some(edition)) => format!("{} ({code})", edition.name),
            (code, None) => format!("daerah {code}"),
        };
        Stack { chain, code: code.clone(), name, province: edition.and_then(|edition| edition.province.clone()) }
    }

    /// What each layer has of a name, lowest first.
    pub(in crate::commands) fn files(&self, path: &str) -> Vec<LayerFile<'a>> {
        if is_of_project(path) {
            let of_link = |link: &'a Link| LayerFile {
                owner: format!("Dari {}", project(link)),
                file: link.tree.get(path),
                sidecar: None,
                theme: theme_settings(path).and_then(|settings| link.tree.get(&settings)),
            };
            return self.chain.links.iter().map(of_link).collect();
        }
        let layers = self.code.layers().into_iter().filter(|code| !OWN.contains(&path) || *code == self.code);
        let layers = layers.flat_map(|code| self.chain.links.iter().map(move |link| (code.clone(), link)));
        let files = layers.filter_map(|(code, link)| {
            let folder = folder(&link.tree, &code)?;
            Some(LayerFile {
                owner: self.owner(&code, link),
                file: link.tree.get(&format!("{folder}{path}")),
                sidecar: link.tree.get(&format!("{folder}{path}.yaml")),
                theme: None,
            })
        });
        files.collect()
    }

    /// Every name that a layer of the edition has.
    pub(in crate::commands) fn paths(&self) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        for link in &self.chain.links {
            for code in self.code.layers() {
                let Some(folder) = folder(&link.tree, &code) else { continue };
                let inside = link.tree.under(&folder).filter_map(|file| file.inside().strip_prefix(&folder));
                paths.extend(inside.filter(|path| !path.starts_with("daerah/")).map(str::to_owned));
            }
            paths.extend(link.tree.under("").map(|file| file.inside().to_owned()).filter(|path| is_of_project(path)));
        }
        paths
    }

    fn owner(&self, code: &EditionCode, link: &Link) -> String {
        let office = match code {
            EditionCode::National => "Nasional".to_owned(),
            code if *code == self.code => self.name.clone(),
            EditionCode::Region(code) => self.province.clone().unwrap_or_else(|| format!("Provinsi {code}")),
        };
        if self.chain.links.len() > 1 { format!("{office}, {}", project(link)) } else { office }
    }
}

/// Which project of the chain, as people say it.
fn project(link: &Link) -> String {
    match link.name.as_str() {
        "" => "proyek ini".to_owned(),
        EMBEDDED => "bahan bawaan program".to_owned(),
        name => format!("basis {name}"),
    }
}

/// Whether a file belongs to a project as a whole and to no office.
fn is_of_project(path: &str) -> bool {
    path == "suluh.yaml" || path.starts_with("themes/")
}

/// The `theme.yaml` beside a file of a theme.
fn theme_settings(path: &str) -> Option<String> {
    let (theme, _) = path.strip_prefix("themes/")?.split_once('/')?;
    Some(format!("themes/{theme}/theme.yaml"))
}

/// The folder below which the regions are.
const REGIONS: &str = "content/daerah/";

/// The regions' folders of a tree by code, each with a slash at its end.
pub(in crate::commands) fn regions(tree: &SourceTree) -> BTreeMap<RegionCode, String> {
    let folders = tree.under(REGIONS).filter_map(|file| file.inside().strip_prefix(REGIONS)?.split_once('/'));
    let coded = folders.filter_map(|(folder, _)| Some((RegionCode::new(folder.split('-').next()?)?, folder)));
    coded.map(|(code, folder)| (code, format!("{REGIONS}{folder}/"))).collect()
}

/// The folder of a layer in a tree, with a slash at its end; none when the tree does not have it.
pub(in crate::commands) fn folder(tree: &SourceTree, code: &EditionCode) -> Option<String> {
    match code {
        EditionCode::National => Some("content/".to_owned()),
        EditionCode::Region(code) => regions(tree).remove(code),
    }
}
