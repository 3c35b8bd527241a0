//! A project small enough to write out in a test.

use crate::diagnostics::{Diagnostic, Diagnostics, render};
use crate::project::{self, Chain, Project};
use crate::source::SourceTree;

/// A project with nothing but its settings and an empty theme.
const BASE: [(&str, &str); 2] = [
    (
        "suluh.yaml",
        "judul: Uji\nlembaga: Bawaslu\nurl: https://uji.go.id\ntema: uji\npemilihan: { nama: Pemilu, tahun: 2029, rezim: pemilu }\nkantor: { telepon: 021-3001234 }\n",
    ),
    ("themes/uji/theme.yaml", "nama: Uji\n"),
];

/// A region's file.
pub(crate) const PROVINCE: (&str, &str) =
    ("content/daerah/61-kalbar/daerah.yaml", "kode: \"61\"\nnama: Kalimantan Barat\nkantor: { telepon: 0561-301234 }\n");
/// A kabupaten's file.
pub(crate) const REGENCY: (&str, &str) =
    ("content/daerah/61.11-ku/daerah.yaml", "kode: \"61.11\"\nnama: Kayong Utara\nkantor: { telepon: 0534-301234 }\n");

/// Reads the base with `files` laid over it.
pub(crate) fn project(files: &[(&str, &str)]) -> (Option<Project>, Diagnostics) {
    // A project has content, if only a list that says nothing.
    let all: Vec<(&str, &str)> = [("content/glosarium.yaml", "istilah: []\n")].into_iter().chain(files.iter().copied()).collect();
    bare(&all)
}

/// The same of these files alone.
pub(crate) fn bare(files: &[(&str, &str)]) -> (Option<Project>, Diagnostics) {
    let d = Diagnostics::new();
    let project = project::read(&chain(files, &d), &d);
    (project, d)
}

/// The base with `files` laid over it, before it is read.
pub(crate) fn chain(files: &[(&str, &str)], d: &Diagnostics) -> Chain {
    let all = BASE.iter().chain(files).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let all: std::collections::BTreeMap<String, Vec<u8>> = all.collect();
    Chain::of([(String::new(), SourceTree::from_files(all))], d)
}

/// Problems as a user reads them, without colour.
pub(crate) fn told(d: Diagnostics) -> String {
    let problems: Vec<Diagnostic> = d.into_sorted();
    render::human(&problems, false)
}

/// The codes of the problems, in order.
pub(crate) fn codes(d: Diagnostics) -> Vec<&'static str> {
    d.into_sorted().iter().map(|problem| problem.code).collect()
}
