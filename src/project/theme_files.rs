//! The files of a theme, those of the project over those of its bases one by one.
//!
//! What `theme.yaml` says is merged (tokens by name); any other file replaces the one with its path. `hapus:` in `theme.yaml` leaves
//! files of the bases out, `terkunci:` keeps projects above from replacing or leaving out a file.

use std::collections::BTreeMap;

use super::codes::{LOCKED, NOTHING_TO_LOCK, NOTHING_TO_REMOVE};
use super::{Chain, merge, theme};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, did_you_mean};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{SourceFile, SourceTree};

/// The file that holds the tokens.
const SETTINGS: &str = "theme.yaml";
/// The keys of it whose maps are merged by name.
const TOKENS: [&str; 3] = ["warna", "huruf", "ruang"];

/// A theme's files, the chain resolved.
pub(super) struct ThemeFiles<'a> {
    /// `theme.yaml`, merged; none when no project of the chain has it, or it can't be read.
    pub(super) settings: Option<Node>,
    /// Every other file, by path inside the theme's folder.
    files: BTreeMap<&'a str, &'a SourceFile>,
}

impl<'a> ThemeFiles<'a> {
    /// Lays the files of `themes/<id>/` over each other; the lowest base first.
    pub(super) fn lay(chain: &'a Chain, id: &Id, d: &Diagnostics) -> ThemeFiles<'a> {
        let folder = format!("themes/{id}/");
        let mut laying = Laying { result: ThemeFiles { settings: None, files: BTreeMap::new() }, locks: BTreeMap::new(), d };
        for link in &chain.links {
            laying.lay(&link.tree, &folder);
        }
        laying.result
    }

    /// The files in a folder of the theme (`web/`), by path inside it.
    pub(super) fn under<'b>(&'b self, folder: &'b str) -> impl Iterator<Item = (&'a str, &'a SourceFile)> + use<'a, 'b> {
        self.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, *file)))
    }
}

struct Laying<'a, 'd> {
    result: ThemeFiles<'a>,
    /// Where each locked file is locked.
    locks: BTreeMap<String, Place>,
    d: &'d Diagnostics,
}

impl<'a> Laying<'a, '_> {
    fn lay(&mut self, tree: &'a SourceTree, folder: &str) {
        let settings = tree.get(&format!("{folder}{SETTINGS}"));
        let node = settings.and_then(|file| theme::whole(file, self.d));
        let (removed, locked) = node.as_ref().map(|node| lists(node, self.d)).unwrap_or_default();
        for path in &removed {
            self.remove(path);
        }
        for file in tree.under(folder) {
            let Some(path) = file.inside().strip_prefix(folder) else { continue };
            match self.locks.get(path) {
                Some(lock) => self.d.push(locked_error(path, lock).in_file(file.path())),
                None if path != SETTINGS => drop(self.result.files.insert(path, file)),
                None => {
                    if let Some(node) = &node {
                        let merged = self.result.settings.take();
                        self.result.settings =
                            Some(merged.map_or_else(|| node.clone(), |lower| merge::over(node.clone(), &lower, &TOKENS)));
                    }
                }
            }
        }
        for path in locked {
            self.lock(path);
        }
    }

    fn remove(&mut self, path: &Located<String>) {
        if let Some(lock) = self.locks.get(path.as_str()) {
            self.d.push(locked_error(path, lock).at(&path.place));
        } else if self.result.files.remove(path.as_str()).is_none() {
            let problem =
                Diagnostic::warning(NOTHING_TO_REMOVE, format!("tidak ada berkas tema `{}` yang dapat dihapus", path.value));
            self.d.push(problem.at(&path.place).hint(self.near(path, "periksa nama berkasnya, atau hapus baris ini")));
        }
    }

    fn lock(&mut self, path: Located<String>) {
        let known = path.value == SETTINGS || self.result.files.contains_key(path.as_str());
        if known {
            self.locks.entry(path.value).or_insert(path.place);
            return;
        }
        let problem = Diagnostic::warning(NOTHING_TO_LOCK, format!("tidak ada berkas tema `{}` yang dapat dikunci", path.value));
        self.d
            .push(problem.at(&path.place).hint(self.near(&path, "tulis letaknya dari folder tema, misalnya `print/naskah.typ`")));
    }

    fn near(&self, path: &str, otherwise: &str) -> String {
        did_you_mean(path, self.result.files.keys().copied(), || otherwise.to_owned())
    }
}

/// `hapus` and `terkunci`.
fn lists(settings: &Node, d: &Diagnostics) -> (Vec<Located<String>>, Vec<Located<String>>) {
    match MapReader::new(settings, "tema", d) {
        Some(mut reader) => (reader.texts("hapus"), reader.texts("terkunci")),
        None => (Vec::new(), Vec::new()),
    }
}

fn locked_error(path: &str, lock: &Place) -> Diagnostic {
    Diagnostic::error(LOCKED, format!("berkas tema `{path}` terkunci dan tidak dapat diganti"))
        .related(lock, format!("dikunci di `{}`", lock.path()))
        .because("basis menetapkan berkas ini untuk semua daerah")
        .hint("hapus berkas ini dari tema Anda")
}
