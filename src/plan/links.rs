//! Every link, picture and QR code leads to something planned, also when only one region or only
//! print is built.

use std::collections::BTreeSet;

use super::{Address, EditionPlan, PageKind, Plan};
use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, suggest};
use crate::markdown::{Document, LinkTarget, QrTarget, SiteLink, slug};

/// A link to a page that will not exist.
pub const UNKNOWN_PAGE: &str = "S240";
/// A link to a place on a page that will not exist.
pub const UNKNOWN_ANCHOR: &str = "S241";
/// A picture that is not in any layer's `gambar/`.
pub const UNKNOWN_IMAGE: &str = "S242";
/// A QR code that leads nowhere: it could not be taken back once printed.
pub const UNKNOWN_QR: &str = "S243";

impl Plan {
    /// Checks every edition.
    pub fn check_links(&self, d: &Diagnostics) {
        for plan in &self.editions {
            for document in plan.edition.documents() {
                plan.check_document(document, d);
            }
            for item in plan.edition.pieces.values() {
                if let Some(qr) = &item.data.qr {
                    plan.check_page(&plan.root.resolve(&qr.value), &qr.value, UNKNOWN_QR, &qr.place, d);
                }
            }
        }
    }
}

impl EditionPlan {
    fn check_document(&self, document: &Document, d: &Diagnostics) {
        for (target, place) in document.links() {
            match target {
                LinkTarget::Site(link) => self.check_site_link(link, UNKNOWN_PAGE, place, d),
                LinkTarget::Anchor(anchor) if !has_heading(document, anchor) => {
                    d.push(unknown_anchor(anchor, &ids(document), place));
                }
                _ => {}
            }
        }
        for (target, place) in document.qrs() {
            if let QrTarget::Site(link) = target {
                self.check_site_link(link, UNKNOWN_QR, place, d);
            }
        }
        for (path, place) in document.images() {
            if !self.edition.images.contains_key(path) {
                let hint = suggest(path, self.edition.images.keys().map(String::as_str)).map_or_else(
                    || "taruh gambarnya di folder `gambar/` dan tulis `gambar/nama.png`".to_owned(),
                    |near| format!("maksud Anda `{near}`?"),
                );
                d.push(Diagnostic::error(UNKNOWN_IMAGE, format!("gambar `{path}` tidak ada")).at(place).hint(hint));
            }
        }
    }

    fn check_site_link(&self, link: &SiteLink, code: &'static str, place: &Place, d: &Diagnostics) {
        let address = self.root.resolve(&link.address);
        let Some(kind) = self.check_page(&address, &link.address, code, place, d) else { return };
        if let (Some(fragment), Some(known)) = (&link.fragment, self.anchors(kind)) {
            if !known.contains(fragment) {
                d.push(unknown_anchor(fragment, &known, place));
            }
        }
    }

    fn check_page(&self, address: &Address, written: &str, code: &'static str, place: &Place, d: &Diagnostics) -> Option<&PageKind> {
        let kind = self.at(address);
        if kind.is_none() {
            let inside = |address: &Address| format!("/{}", address.as_str().strip_prefix(self.root.as_str()).unwrap_or_default());
            let known: Vec<String> = self.pages.iter().map(|page| inside(&page.address)).collect();
            let hint = suggest(written, known.iter().map(String::as_str)).map_or_else(
                || "tulis alamat halaman yang ada dalam edisi ini, misalnya `/lapor/`".to_owned(),
                |near| format!("maksud Anda `{near}`?"),
            );
            let what = if code == UNKNOWN_QR { "kode QR menuju" } else { "tautan menuju" };
            d.push(
                Diagnostic::error(code, format!("{what} `{written}`, halaman yang tidak ada dalam edisi {}", self.edition.name))
                    .at(place)
                    .hint(hint),
            );
        }
        kind
    }

    /// The anchors of a page, where its content alone decides them.
    fn anchors(&self, kind: &PageKind) -> Option<BTreeSet<String>> {
        let edition = &self.edition;
        match kind {
            PageKind::Home => edition.pages.get(crate::content::Page::HOME).map(|item| ids(&item.body)),
            PageKind::Page(id) => edition.pages.get(id).map(|item| ids(&item.body)),
            PageKind::Item(Kind::Regulation, id) => edition.regulations.get(id).map(|item| {
                let articles = item.data.articles.iter().map(|article| slug(&article.number.value));
                ids(&item.body).into_iter().chain(articles).collect()
            }),
            _ => None,
        }
    }
}

fn ids(document: &Document) -> BTreeSet<String> {
    document.headings().iter().map(|heading| heading.id.to_owned()).collect()
}

fn has_heading(document: &Document, anchor: &str) -> bool {
    document.headings().iter().any(|heading| heading.id == anchor)
}

fn unknown_anchor(anchor: &str, known: &BTreeSet<String>, place: &Place) -> Diagnostic {
    let hint = suggest(anchor, known.iter().map(String::as_str)).map_or_else(
        || "tulis pengenal judul yang ada di halaman itu".to_owned(),
        |near| format!("maksud Anda `#{near}`?"),
    );
    Diagnostic::error(UNKNOWN_ANCHOR, format!("`#{anchor}` tidak ada di halaman itu")).at(place).hint(hint)
}
