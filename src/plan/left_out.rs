//! Links and QR codes to what a layer left out with `hapus: true`.
//!
//! A link from a layer below is no fault of the office that left the page out, and it can't mend it: the words stay, without a link, and
//! one note at the removing file names where. What can't be so is told there too.

use std::collections::{BTreeMap, BTreeSet};

use super::links::{UNKNOWN_PAGE, UNKNOWN_QR};
use super::{Address, EditionPlan};
use crate::content::{Id, Kind, Page};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::edition::Removal;

/// Links that became plain text, because a layer left out what they lead to.
pub const LINKS_LEFT_OUT: &str = "S244";
/// The first page of a site is left out.
pub const HOME_LEFT_OUT: &str = "S245";

/// How many files a note names.
const SHOWN: usize = 3;

/// The files that link to what was left out, by the file that did so and what it left out.
#[derive(Default)]
pub(super) struct PlainText(BTreeMap<(Place, String), BTreeSet<String>>);

impl PlainText {
    pub(super) fn and(mut self, other: PlainText) -> PlainText {
        for (removed, files) in other.0 {
            self.0.entry(removed).or_default().extend(files);
        }
        self
    }

    pub(super) fn report(self, d: &Diagnostics) {
        for ((place, what), files) in self.0 {
            let message =
                format!("{what} dihilangkan; tautan ke sana di {} menjadi teks biasa: {}", count(&files), named(&files));
            d.push(Diagnostic::note(LINKS_LEFT_OUT, message).at(&place));
        }
    }
}

/// `2 berkas`
fn count(files: &BTreeSet<String>) -> String {
    format!("{} berkas", files.len())
}

fn named(files: &BTreeSet<String>) -> String {
    let more = if files.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", files.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", "))
}

impl EditionPlan {
    /// What would stand at an address if no layer had left it out.
    pub(super) fn removal(&self, address: &Address) -> Option<(Kind, &Id, &Removal)> {
        let at = |kind: Kind, id: &Id| match kind {
            // Of the print pieces, as of a list, only that none is left shows in an address.
            Kind::Piece => self.downloads() == *address,
            kind => self.item(kind, id) == *address || self.list(kind) == *address,
        };
        self.edition.removed.iter().find(|((kind, id), _)| at(*kind, id)).map(|((kind, id), removal)| (*kind, id, removal))
    }

    /// Judges a link or QR code to what was left out: what is wrong with it, if anything is.
    pub(super) fn to_left_out(
        &self,
        (kind, id, removal): (Kind, &Id, &Removal),
        written: &str,
        code: &'static str,
        place: &Place,
        plain: &mut PlainText,
    ) -> Option<Diagnostic> {
        let file = removal.place.path();
        let what = if code == UNKNOWN_QR { "kode QR" } else { "tautan" };
        if !removal.is_above(place.path()) {
            let problem = Diagnostic::error(code, format!("{what} menuju `{written}`, halaman yang dihilangkan"));
            return Some(
                problem
                    .at(place)
                    .because(format!("`{file}` menghilangkannya dengan `hapus: true`"))
                    .hint(format!("hapus {what} ini, atau hapus `{file}` supaya halaman itu terbit")),
            );
        }
        if code == UNKNOWN_PAGE {
            let what = format!("{} `{id}`", kind.folder());
            plain.0.entry((removal.place.clone(), what)).or_default().insert(Removal::in_layer(place.path()).to_owned());
            return None;
        }
        let own = Removal::in_layer(place.path());
        Some(
            Diagnostic::error(code, format!("kode QR di `{own}` menuju `{written}`, halaman yang dihilangkan berkas ini"))
                .at(&removal.place)
                .because("kode QR yang sudah tercetak tidak dapat ditarik kembali")
                .hint(format!(
                    "hapus berkas ini supaya halaman itu terbit; atau `suluh new salinan {own}`, lalu ganti kode QR di salinannya"
                )),
        )
    }

    /// Without a first page nothing can be found.
    pub(super) fn check_home(&self, d: &Diagnostics) {
        let Some(removal) = Id::new(Page::HOME).and_then(|home| self.edition.removed.get(&(Kind::Page, home))) else { return };
        d.push(
            Diagnostic::error(HOME_LEFT_OUT, "beranda tidak dapat dihilangkan")
                .at(&removal.place)
                .because("situs dibuka dari beranda")
                .hint("tulis beranda kantor sendiri di berkas ini, atau hapus berkas ini supaya yang lama terbit"),
        );
    }
}
