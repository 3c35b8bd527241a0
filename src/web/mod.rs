//! The website: one job in, one page out. No disk, no clock: the same content gives the same bytes.
//!
//! 1. [`WebHouse::new`] reads the theme once: templates are checked ([`engine`]), tokens become the
//!    stylesheet ([`stylesheet`]), static files get names that change with their content ([`assets`]).
//! 2. [`WebHouse::edition`] opens an edition: what all its pages share ([`edition`]).
//! 3. [`EditionHouse::render`] renders one page of the plan: [`view`] says what a template may see,
//!    [`page`] answers what a Markdown body asks while it is rendered.
//! 4. A village's page is rendered once a variant and then filled a row at a time ([`slots`]).
//! 5. [`EditionHouse::shared_files`] gives the rest: assets, pictures, the index that one searches ([`search`]),
//!    [`sitemap`], [`feed`], [`manifest`] and robots.txt; and [`worker`], last, what a phone keeps of all this.

pub mod assets;
pub mod bundle;
pub mod chart;
pub mod codes;
pub mod dated;
pub mod downloads;
pub mod edition;
pub mod engine;
pub mod feed;
pub mod fragments;
pub mod manifest;
pub mod page;
pub mod qr;
pub mod rules;
pub mod search;
pub mod sitemap;
pub mod slots;
pub mod stylesheet;
pub mod view;
pub mod words;
pub mod worker;

pub use downloads::{DownloadFile, Downloads, PieceFiles, Preview, ReadingFile, Use};
pub use edition::EditionHouse;

use std::collections::BTreeMap;

use assets::Assets;
use engine::Engine;

use crate::content::Theme;
use crate::content::theme::{Role, Shade, hex};
use crate::diagnostics::Diagnostics;
use crate::plan::{EditionPlan, Plan};

/// One file of the website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Below the web root, with `/`: `61.11/lapor/index.html`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The templates that every theme has.
pub const TEMPLATES: [&str; 22] = [
    "404.html",
    "bagikan.html",
    "beranda.html",
    "cari.html",
    "deklarasi-daftar.html",
    "deklarasi.html",
    "desa-daftar.html",
    "desa.html",
    "halaman-daftar.html",
    "halaman.html",
    "lapor.html",
    "luring.html",
    "pelanggaran-daftar.html",
    "pelanggaran.html",
    "regulasi-daftar.html",
    "regulasi.html",
    "saku.html",
    "sanksi-daftar.html",
    "sanksi.html",
    "sematan.html",
    "unduhan.html",
    "verifikasi.html",
];

/// The theme, read and ready for any number of editions and threads.
pub struct WebHouse {
    engine: Engine,
    assets: Assets,
    /// The assets of editions whose region chose an accent, by its name.
    accented: BTreeMap<String, Assets>,
    /// The colour that a phone gives to the frame around the page, on light screens and on dark ones: `#591c6e`.
    frame_colours: (String, String),
    /// The colour of the paper, shown before a page is there: `#fbf8f2`.
    ground_colour: String,
}

/// The role whose colour the frame of the browser takes.
const FRAME: &str = "pita";

impl WebHouse {
    /// Reads the theme; reports every template that is wrong or missing.
    pub fn new(theme: &Theme, d: &Diagnostics) -> Option<WebHouse> {
        let engine = Engine::load(&theme.web_templates, d);
        let assets = Assets::new(theme, d);
        let lacking = TEMPLATES.iter().filter(|name| !theme.web_templates.contains_key(**name));
        let lacking: Vec<_> = lacking.map(|name| assets::missing(theme, &format!("web/{name}"))).collect();
        let complete = lacking.is_empty();
        lacking.into_iter().for_each(|diagnostic| d.push(diagnostic));
        // The theme without an accent has told what is wrong with its files.
        let silent = Diagnostics::new();
        let accented =
            theme.accents.keys().filter_map(|name| Some((name.clone(), Assets::new(&theme.with_accent(name), &silent)?)));
        let accented = accented.collect();
        let ground_colour = theme.colours.get("kertas").map_or_else(|| "#fbf8f2".to_owned(), |colour| colour.hex());
        let frame_colours = frame_colours(theme);
        Some(WebHouse { engine: engine?, assets: assets?, accented, frame_colours, ground_colour }).filter(|_| complete)
    }

    /// Opens an edition. `downloads` is what print made for it.
    pub fn edition<'a>(&'a self, plan: &'a Plan, edition: &'a EditionPlan, downloads: &'a Downloads) -> EditionHouse<'a> {
        EditionHouse::new(self, plan, edition, downloads)
    }
}

fn frame_colours(theme: &Theme) -> (String, String) {
    let ink = theme.colours.get("tinta").map_or([0x59, 0x1C, 0x6E], |colour| colour.rgb);
    let role = |pick: fn(&Role) -> &Shade| theme.roles.get(FRAME).and_then(|role| theme.shown(pick(role)));
    (hex(role(|role| &role.light).unwrap_or(ink)), hex(role(|role| &role.dark).unwrap_or(ink)))
}

#[cfg(test)]
mod tests;
