//! The files of a theme over those of its parents, and of each those of the project over those of its bases, one by one.
//!
//! What `theme.yaml` says is merged (tokens by name, pairs one after the other); any other file replaces the one with its path. `hapus:`
//! in `theme.yaml` leaves files below out, `terkunci:` keeps those above from replacing or leaving out a file.
//!
//! A template that begins with `{% extends "induk/lapor.html" %}` keeps the one that it replaces: it changes blocks of it. A stylesheet
//! `static/tambahan.css` goes behind those of the themes below.

use std::collections::BTreeMap;

use std::sync::Arc;

use super::codes::{LOCKED, NOTHING_TO_LOCK, NOTHING_TO_REMOVE};
use super::{Chain, merge, theme, theme_tokens};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText, did_you_mean};
use crate::source::reader::MapReader;
use crate::source::yaml::Node;
use crate::source::{SourceFile, SourceTree};

/// The file that holds the tokens.
pub(super) const SETTINGS: &str = "theme.yaml";
/// The folder of templates.
const TEMPLATES: &str = "web/";
/// The stylesheet that goes behind those of the themes below instead of replacing them.
const ADDED_RULES: &str = "static/tambahan.css";
/// What a template calls the one of the same name in the theme below.
const BELOW: &str = "induk/";

/// A theme's files, the chain resolved.
#[derive(Default)]
pub(super) struct ThemeFiles<'a> {
    /// `theme.yaml`, merged; none when no project of the chain has it, or it can't be read.
    pub(super) settings: Option<Node>,
    /// Every other file, by path inside the theme's folder.
    files: BTreeMap<&'a str, &'a SourceFile>,
    /// Templates that the one above extends, by path; the nearest first.
    beneath: BTreeMap<&'a str, Vec<&'a SourceFile>>,
    /// Stylesheets with added rules, the lowest first.
    pub(super) added_rules: Vec<&'a SourceFile>,
}

impl<'a> ThemeFiles<'a> {
    /// Lays the files of these themes over each other; the lowest theme and the lowest base first.
    pub(super) fn lay(chain: &'a Chain, line: &[Id], d: &Diagnostics) -> ThemeFiles<'a> {
        let mut laying = Laying { result: ThemeFiles::default(), locks: BTreeMap::new(), d };
        for id in line {
            let folder = format!("themes/{id}/");
            for link in &chain.links {
                laying.lay(&link.tree, &folder);
            }
        }
        laying.result
    }

    /// The files in a folder of the theme (`web/`), by path inside it.
    pub(super) fn under<'b>(&'b self, folder: &'b str) -> impl Iterator<Item = (&'a str, &'a SourceFile)> + use<'a, 'b> {
        self.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, *file)))
    }
}

impl ThemeFiles<'_> {
    /// The templates that are extended by one of the same name, under the names by which they are.
    ///
    /// In the one above `induk/lapor.html` is the first of these, in the first the second. So that no two have one name, the name is
    /// changed in the text that the engine reads, to one as long: every column stays true.
    pub(super) fn beneath(&self, d: &Diagnostics) -> BTreeMap<String, Arc<SourceText>> {
        let mut templates = BTreeMap::new();
        for (path, files) in &self.beneath {
            let Some(name) = path.strip_prefix(TEMPLATES) else { continue };
            for (depth, file) in files.iter().enumerate() {
                let Some(source) = file.text(d) else { continue };
                let text = source.text().replace(&reference(name, 0), &reference(name, depth + 1));
                templates.insert(format!("{}{name}", below(depth)), SourceText::new(source.path(), text));
            }
        }
        templates
    }
}

/// What the template `depth` steps below the first is called: `induk/`, then `indu2/`.
fn below(depth: usize) -> String {
    if depth == 0 { BELOW.to_owned() } else { format!("indu{}/", depth + 1) }
}

/// How a template names another.
fn reference(name: &str, depth: usize) -> String {
    format!("\"{}{name}\"", below(depth))
}

/// Whether a template changes the one that it replaces.
fn extends_below(file: &SourceFile, path: &str) -> bool {
    let Some(name) = path.strip_prefix(TEMPLATES) else { return false };
    let wanted = reference(name, 0);
    file.bytes().windows(wanted.len()).any(|bytes| bytes == wanted.as_bytes())
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
                None if path == SETTINGS => self.settle(node.as_ref()),
                None => self.put(path, file),
            }
        }
        for path in locked {
            self.lock(path);
        }
    }

    /// Lays `theme.yaml` over those below.
    fn settle(&mut self, node: Option<&Node>) {
        let Some(node) = node else { return };
        self.result.settings = Some(match self.result.settings.take() {
            None => node.clone(),
            Some(lower) => {
                theme_tokens::check(node, &lower, self.d);
                merge::over(theme_tokens::with_pairs(node.clone(), &lower), &lower, &theme_tokens::NAMED)
            }
        });
    }

    /// Puts a file in the place of the one below.
    fn put(&mut self, path: &'a str, file: &'a SourceFile) {
        if path == ADDED_RULES {
            self.result.added_rules.push(file);
            return;
        }
        let replaced = self.result.files.insert(path, file);
        match replaced.filter(|_| extends_below(file, path)) {
            Some(replaced) => self.result.beneath.entry(path).or_default().insert(0, replaced),
            None => drop(self.result.beneath.remove(path)),
        }
    }

    fn remove(&mut self, path: &Located<String>) {
        if let Some(lock) = self.locks.get(path.as_str()) {
            self.d.push(locked_error(path, lock).at(&path.place));
        } else if path.value == ADDED_RULES && !self.result.added_rules.is_empty() {
            self.result.added_rules.clear();
        } else if self.result.files.remove(path.as_str()).is_none() {
            let problem =
                Diagnostic::warning(NOTHING_TO_REMOVE, format!("tidak ada berkas tema `{}` yang dapat dihapus", path.value));
            self.d.push(problem.at(&path.place).hint(self.near(path, "periksa nama berkasnya, atau hapus baris ini")));
        }
    }

    fn lock(&mut self, path: Located<String>) {
        let known = [SETTINGS, ADDED_RULES].contains(&path.as_str()) || self.result.files.contains_key(path.as_str());
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
