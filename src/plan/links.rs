//! Every link, picture and QR code leads to something planned, also when only one region or only
//! print is built.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::left_out::PlainText;
use super::{Address, EditionPlan, PageKind, Plan};
use crate::content::{Kind, Piece};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, did_you_mean, listed, suggest};
use crate::markdown::{DirectiveName, Document, LinkTarget, QrTarget, SiteLink};

/// A link to a page that will not exist.
pub const UNKNOWN_PAGE: &str = "S240";
/// A link to a place on a page that will not exist.
pub const UNKNOWN_ANCHOR: &str = "S241";
/// The most pages that a hint names.
const MOST_NAMED: usize = 8;

/// A picture that is not in any layer's `gambar/`.
pub const UNKNOWN_IMAGE: &str = "S242";
/// A QR code that leads nowhere: it could not be taken back once printed.
pub const UNKNOWN_QR: &str = "S243";

impl Plan {
    /// Checks every edition. What is missing in several editions is one problem, not one for each:
    /// a national page is part of hundreds.
    pub fn check_links(&self, d: &Diagnostics) {
        let missing = self.editions.par_iter().map(|plan| plan.check_edition(d));
        // Gathered in the order of the editions, whichever thread was first.
        let missing = missing.collect::<Vec<_>>().into_iter().fold(Missing::default(), Missing::and);
        missing.report(self.editions.len(), d);
    }
}

/// Links to pages that will not exist.
#[derive(Default)]
struct Missing {
    /// By place, each with the editions in which that is so.
    wrong: BTreeMap<(Place, &'static str), (Diagnostic, Vec<String>)>,
    /// Those to what a layer left out, and must not.
    left_out: Vec<Diagnostic>,
    /// Those that are told as plain text.
    plain: PlainText,
}

impl Missing {
    fn add(&mut self, place: &Place, problem: Diagnostic, edition: &str) {
        let (_, editions) = self.wrong.entry((place.clone(), problem.code)).or_insert_with(|| (problem, Vec::new()));
        editions.push(edition.to_owned());
    }

    fn and(mut self, other: Missing) -> Missing {
        for (at, (problem, editions)) in other.wrong {
            self.wrong.entry(at).or_insert_with(|| (problem, Vec::new())).1.extend(editions);
        }
        self.left_out.extend(other.left_out);
        self.plain = self.plain.and(other.plain);
        self
    }

    fn report(self, all: usize, d: &Diagnostics) {
        const SHOWN: usize = 3;
        self.plain.report(d);
        self.left_out.into_iter().for_each(|problem| d.push(problem));
        for (problem, mut editions) in self.wrong.into_values() {
            editions.dedup();
            if editions.len() == all {
                d.push(problem);
                continue;
            }
            let more = editions.len().saturating_sub(SHOWN);
            let mut names = editions.into_iter().take(SHOWN).collect::<Vec<_>>().join(", ");
            if more > 0 {
                names.push_str(&format!(" dan {more} edisi lain"));
            }
            d.push(problem.because(format!("halaman itu tidak ada dalam edisi {names}")));
        }
    }
}

impl EditionPlan {
    fn check_edition(&self, d: &Diagnostics) -> Missing {
        let mut missing = Missing::default();
        for document in self.edition.documents() {
            self.check_document(document, &mut missing, d);
        }
        for (id, item) in &self.edition.pieces {
            // One that names no address has that of the page on reporting on it, beside the code of a village too.
            let (written, place) = match &item.data.qr {
                Some(qr) => (qr.value.as_str(), &qr.place),
                None if self.sheets.iter().all(|sheet| sheet.piece != *id) => continue,
                None => (Piece::DEFAULT_QR, &item.data.meta.place),
            };
            self.check_page(&self.root.resolve(written), written, UNKNOWN_QR, place, &mut missing);
        }
        for example in self.edition.examples.iter() {
            let link = SiteLink::parse(&example.to.value);
            self.check_site_link(&link, UNKNOWN_PAGE, &example.to.place, &mut missing, d);
        }
        self.check_home(d);
        self.check_names(d);
        missing
    }

    fn check_document(&self, document: &Document, missing: &mut Missing, d: &Diagnostics) {
        for (target, place) in document.links() {
            match target {
                LinkTarget::Site(link) => self.check_site_link(link, UNKNOWN_PAGE, place, missing, d),
                LinkTarget::Anchor(anchor) if !document.anchors().contains(anchor) && !self.defines(document, anchor) => {
                    d.push(unknown_anchor(anchor, ids(document), place));
                }
                _ => {}
            }
        }
        for (target, place) in document.qrs() {
            if let QrTarget::Site(link) = target {
                self.check_site_link(link, UNKNOWN_QR, place, missing, d);
            }
        }
        for (path, place) in document.images() {
            if !self.edition.images.contains_key(path) {
                let hint = did_you_mean(path, self.edition.images.keys().map(String::as_str), || {
                    let name = path.rsplit('/').next().unwrap_or_default();
                    format!("taruh berkas `{name}` di `content/gambar/`, atau di folder `gambar/` daerah Anda")
                });
                d.push(Diagnostic::error(UNKNOWN_IMAGE, format!("gambar `{path}` tidak ada")).at(place).hint(hint));
            }
        }
    }

    fn check_site_link(&self, link: &SiteLink, code: &'static str, place: &Place, missing: &mut Missing, d: &Diagnostics) {
        let address = self.root.resolve(&link.address);
        let Some(kind) = self.check_page(&address, &link.address, code, place, missing) else { return };
        if let Some(fragment) = &link.fragment
            && self.anchors(kind).is_some_and(|mut known| !known.any(|anchor| anchor == fragment))
        {
            d.push(unknown_anchor(fragment, self.anchors(kind).into_iter().flatten(), place));
        }
    }

    fn check_page(
        &self,
        address: &Address,
        written: &str,
        code: &'static str,
        place: &Place,
        missing: &mut Missing,
    ) -> Option<&PageKind> {
        let kind = self.at(address);
        if kind.is_some() || self.is_unreadable(address) {
            return kind;
        }
        if let Some(removed) = self.removal(address) {
            missing.left_out.extend(self.to_left_out(removed, written, code, place, &mut missing.plain));
        } else {
            let inside =
                |address: &Address| format!("/{}", address.as_str().strip_prefix(self.root.as_str()).unwrap_or_default());
            let known: Vec<String> = self.pages.iter().map(|page| inside(&page.address)).collect();
            let hint = did_you_mean(written, known.iter().map(String::as_str), || {
                let pages = self.pages.iter().filter(|page| matches!(page.kind, PageKind::Page(_)));
                let pages: Vec<String> = pages.map(|page| format!("`{}`", inside(&page.address))).collect();
                let pages = listed(pages.into_iter(), MOST_NAMED);
                match pages.is_empty() {
                    true => "hapus tautan ini, atau tulis `/` untuk beranda".to_owned(),
                    false => format!("hapus tautan ini, atau tulis alamat halaman yang ada: {pages}"),
                }
            });
            let what = if code == UNKNOWN_QR { "kode QR menuju" } else { "tautan menuju" };
            let problem = Diagnostic::error(code, format!("{what} `{written}`, halaman yang tidak ada"));
            missing.add(place, problem.at(place).hint(hint), &self.edition.name);
        }
        kind
    }

    /// Whether a page would stand here if the file of its content could be read.
    fn is_unreadable(&self, address: &Address) -> bool {
        let at = |kind, id| self.item(kind, id) == *address || self.list(kind) == *address;
        let villages = self.edition.villages_unreadable && self.villages() == *address;
        villages || self.edition.unreadable.iter().any(|(kind, id)| at(*kind, id))
    }

    /// Whether a body shows the glossary, and the glossary has this term: its id is an anchor there.
    fn defines(&self, document: &Document, term: &str) -> bool {
        let shows = document.directives().iter().any(|directive| directive.name == DirectiveName::Glossary);
        shows && self.edition.terms.get(term).is_some()
    }

    /// The anchors of a page, where its content alone decides them.
    fn anchors(&self, kind: &PageKind) -> Option<Box<dyn Iterator<Item = &str> + '_>> {
        let edition = &self.edition;
        match kind {
            PageKind::Home => edition.pages.get(crate::content::Page::HOME).map(|item| Box::new(ids(&item.body)) as Box<_>),
            PageKind::Page(id) => edition.pages.get(id).map(|item| {
                let terms = edition.terms.iter().map(|term| term.id.as_str()).filter(|term| self.defines(&item.body, term));
                Box::new(ids(&item.body).chain(terms)) as Box<_>
            }),
            PageKind::Item(Kind::Regulation, id) => edition.regulations.get(id).map(|item| {
                let articles = item.data.articles.iter().map(|article| article.anchor.as_str());
                Box::new(ids(&item.body).chain(articles)) as Box<_>
            }),
            _ => None,
        }
    }
}

fn ids(document: &Document) -> impl Iterator<Item = &str> {
    document.anchors().iter().map(String::as_str)
}

fn unknown_anchor<'a>(anchor: &str, known: impl Iterator<Item = &'a str>, place: &Place) -> Diagnostic {
    let hint = suggest(anchor, known)
        .map_or_else(|| "tulis pengenal judul yang ada di halaman itu".to_owned(), |near| format!("maksud Anda `#{near}`?"));
    Diagnostic::error(UNKNOWN_ANCHOR, format!("`#{anchor}` tidak ada di halaman itu")).at(place).hint(hint)
}
