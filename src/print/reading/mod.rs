//! A page of the website as a document to read, print and pass on: A4, in screen colours, tagged as PDF/UA-1 asks.
//!
//! 1. [`Reading::of`] gathers what the page says ([`kinds`]), with links to whole addresses ([`context`]).
//! 2. [`Reading::words`] names what is said, whoever says it: a page that says the same in two editions is one document.
//! 3. [`read_aloud`] writes it as Typst ([`compose`]) and lays it out with the theme's `bacaan.typ`.

mod compose;
mod context;
mod kinds;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::house::PrintHouse;
use super::job::Copy;
use super::screen;
use crate::content::{Id, Kind};
use crate::diagnostics::{Diagnostics, Place};
use crate::plan::EditionPlan;
use crate::source::Digest;
use context::Pages;

/// The kinds whose pages are documents too.
pub const READ_KINDS: [Kind; 5] = [Kind::Page, Kind::Violation, Kind::Regulation, Kind::Sanction, Kind::Declaration];

/// One page of the website, as a document.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What kind of page it is: `Larangan`, `Peraturan`; empty for pages of running text.
    kind: String,
    title: String,
    summary: Option<String>,
    /// What must be known before reading: that it is not sourced, that it was revoked.
    warnings: Vec<String>,
    facts: Vec<(String, String)>,
    body: Copy,
    sections: Vec<Section>,
    /// How sure it is and when it was checked.
    evidence: Vec<(String, String)>,
    sources: Vec<Entry>,
    /// Pictures of the body, by their path from the edition's root.
    images: BTreeMap<String, Arc<[u8]>>,
    /// Contacts are placeholders.
    specimen: bool,
    /// Where it was written.
    place: Option<Place>,
    frame: Frame,
}

/// Whose document it is: what differs between two editions that say the same.
#[derive(Clone, Debug, Default)]
struct Frame {
    /// `Netralitas ASN, Bawaslu`
    site: String,
    /// The whole address of the page.
    address: String,
    /// The office's contacts by name, each with where it leads; none in the national edition.
    office: Vec<(String, String, Option<String>)>,
}

/// A part below the body.
#[derive(Clone, Debug, Default)]
struct Section {
    title: String,
    before: Option<String>,
    numbered: bool,
    entries: Vec<Entry>,
}

/// One line of a section.
#[derive(Clone, Debug, Default)]
struct Entry {
    label: String,
    href: Option<String>,
    text: Option<String>,
    /// The official wording.
    quote: Option<String>,
    /// What became of it: words, and where they lead.
    more: Vec<(String, Option<String>)>,
}

/// A finished document.
pub struct ReadFile {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

impl Reading {
    /// What the page of an item says in an edition. None for an item that has no page, and for the home page, which leads
    /// on and says nothing itself.
    pub fn of(plan: &EditionPlan, kind: Kind, id: &Id) -> Option<Reading> {
        let pages = Pages { plan, inside: false };
        let mut reading = kinds::reading(&pages, kind, id)?;
        let edition = &plan.edition;
        reading.frame.site = match &edition.region {
            Some(_) => format!("{}, {}", edition.site.title.value, edition.name),
            None => edition.site.title.value.clone(),
        };
        reading.frame.address = plan.printed(&plan.item(kind, id));
        reading.frame.office = if edition.region.is_some() { kinds::office(edition) } else { Vec::new() };
        Some(reading)
    }

    /// What the page says, without who says it and where: equal words of two editions are one document. Links within the
    /// edition count as the same when they lead to the same page of either.
    pub fn words(plan: &EditionPlan, kind: Kind, id: &Id) -> Option<String> {
        let reading = kinds::reading(&Pages { plan, inside: true }, kind, id)?;
        let images = reading.images.iter().map(|(path, bytes)| format!("{path} {}\n", Digest::of(bytes)));
        Some(compose::data(&reading) + &reading.body.markup + &images.collect::<String>())
    }

    /// Names everything that shapes the document, for a key of reuse; the theme is the caller's to add.
    pub fn ingredients(&self, add: &mut dyn FnMut(&[u8])) {
        add(compose::data(self).as_bytes());
        add(self.body.markup.as_bytes());
        for (path, bytes) in &self.images {
            add(path.as_bytes());
            add(bytes);
        }
    }
}

/// Lays a document out. `None` when it can't be; the diagnostics tell why.
pub fn read_aloud(house: &PrintHouse, reading: &Reading, diagnostics: &Diagnostics) -> Option<ReadFile> {
    let place = reading.place.as_ref()?;
    let found = Diagnostics::new();
    let made = house.run(|| {
        let (desk, places) = compose::desk(house, reading);
        let specimen = if reading.specimen { " (contoh)" } else { "" };
        let title = format!("{}{specimen}", reading.title);
        let naming = screen::Naming { title: &title, author: &reading.frame.site, ident: &reading.frame.address, place };
        screen::document(house, &desk, &places, &naming, &found)
    });
    diagnostics.absorb(found);
    made.map(|made| ReadFile { bytes: made.bytes, pages: made.pages })
}
