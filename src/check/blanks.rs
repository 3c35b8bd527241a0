//! S4: what an office has not filled in and its content shows all the same: `(belum diisi)`.
//!
//! On a website that is mended in a minute; a leaflet is out of reach once it is printed. So it is an error for pieces and a warning for
//! pages. Told where the office can fill it in, once for each key: the content may come from a base.

use std::collections::BTreeMap;

use crate::content::village::{Medium, Village};
use crate::content::{EditionCode, Kind, Meta, Piece};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, Rule, listed};
use crate::edition::contact::Contact;
use crate::edition::{Edition, Item, Removal, Shelf};
use crate::markdown::visit;
use crate::markdown::{self, Document, Placeholder};

/// A piece prints a contact that the office has not filled in.
pub const BLANK_PRINTED: &str = "S429";
/// A page shows a contact that the office has not filled in.
pub const BLANK_SHOWN: &str = "S430";

/// What can be looked up about them.
pub(super) const RULES: &[Rule] = &[
    Rule::error(BLANK_PRINTED, "Bahan cetak memuat kontak kantor yang belum diisi.")
        .why("Lembar yang sudah dicetak berbunyi `(belum diisi)` dan tidak dapat ditarik kembali.")
        .repair("Isi kunci itu di bawah `kantor:` di `daerah.yaml`.")
        .example("`alamat` kantor Kayong Utara belum diisi, padahal dicetak pada `cetak/brosur.md`"),
    Rule::warning(BLANK_SHOWN, "Halaman memuat kontak kantor yang belum diisi.")
        .why("Kalimat di halaman itu berbunyi `(belum diisi)`.")
        .repair("Isi kunci itu di bawah `kantor:` di `daerah.yaml`.")
        .example("`whatsapp` kantor Kayong Utara belum diisi, padahal tampil di `halaman/tes.md`"),
];

/// The most content that one message names.
const MOST_NAMED: usize = 6;

/// A text that shows a value, and where it asks for it.
type Used = (Placeholder, Place);
/// What shows a blank, by the key of `kantor` that is not filled in.
type Blanks<'a> = BTreeMap<&'static str, Vec<(&'a str, Place)>>;

/// Checks the values that one edition shows.
pub(super) fn check(edition: &Edition, d: &Diagnostics) {
    let is_region = edition.code != EditionCode::National;
    // What can't be read there may be what is missing here; once that is mended, this is told.
    if (is_region && edition.region.is_none()) || d.has_errors_in(office_place(edition).path()) {
        return;
    }
    let mut printed = Blanks::new();
    for item in edition.pieces.values() {
        note(edition, &item.path, &in_piece(edition, item), Some(&item.data), &mut printed);
    }
    for (key, uses) in &printed {
        d.push(told(edition, key, uses, Medium::Print));
    }
    let mut shown = Blanks::new();
    on_pages(edition, &edition.pages, |one| &one.meta, &mut shown);
    on_pages(edition, &edition.violations, |one| &one.meta, &mut shown);
    on_pages(edition, &edition.sanctions, |one| &one.meta, &mut shown);
    on_pages(edition, &edition.regulations, |one| &one.meta, &mut shown);
    on_pages(edition, &edition.declarations, |one| &one.meta, &mut shown);
    for (key, uses) in &shown {
        d.push(told(edition, key, uses, Medium::Web));
    }
}

fn on_pages<'a, T>(edition: &Edition, shelf: &'a Shelf<T>, meta: impl Fn(&T) -> &Meta, blanks: &mut Blanks<'a>) {
    for item in shelf.values() {
        let mut used = in_document(&item.body);
        used.extend(in_meta(meta(&item.data)));
        note(edition, &item.path, &used, None, blanks);
    }
}

/// Notes the first use of each blank in one file.
fn note<'a>(edition: &Edition, path: &'a str, used: &[Used], piece: Option<&Piece>, blanks: &mut Blanks<'a>) {
    for (placeholder, place) in used {
        let Some(key) = blank(edition, *placeholder, piece) else { continue };
        let uses = blanks.entry(key).or_default();
        if uses.last().is_none_or(|(last, _)| *last != path) {
            uses.push((path, place.clone()));
        }
    }
}

/// The key of `kantor` for want of which a placeholder shows `(belum diisi)`.
fn blank(edition: &Edition, placeholder: Placeholder, piece: Option<&Piece>) -> Option<&'static str> {
    let office = &edition.office;
    let (key, is_blank) = match placeholder {
        Placeholder::OfficeName => ("nama", office.name.is_none()),
        Placeholder::OfficeAddress => ("alamat", office.address.is_none()),
        Placeholder::OfficePhone => ("telepon", office.phone.is_none()),
        Placeholder::OfficeWhatsapp => ("whatsapp", office.whatsapp.is_none()),
        Placeholder::OfficeEmail => ("surel", office.email.is_none()),
        Placeholder::OfficeSite => ("situs", office.website.is_none()),
        // A village without a contact of its own that may be printed calls the office.
        Placeholder::VillageSupervisor => ("nama", office.name.is_none() && falls_back(edition, piece)),
        Placeholder::VillagePhone => {
            ("telepon", office.phone.is_none() && office.whatsapp.is_none() && falls_back(edition, piece))
        }
        _ => return None,
    };
    is_blank.then_some(key)
}

/// Whether a sheet of the piece shows the office as the contact of its village.
fn falls_back(edition: &Edition, piece: Option<&Piece>) -> bool {
    let calls_office = |village: &Village| matches!(edition.village_contact(village, Medium::Print), Contact::Office(_));
    piece.is_some_and(|piece| edition.villages.iter().any(|village| piece.is_for(village) && calls_office(village)))
}

/// The values on the sheets of a piece: its own, and those of the content that fills it.
fn in_piece(edition: &Edition, item: &Item<Piece>) -> Vec<Used> {
    let piece = &item.data;
    let mut used = in_document(&item.body);
    used.extend(in_meta(&piece.meta));
    used.extend(piece.regional_line.iter().flat_map(|line| in_text(&line.text)));
    let Some(from) = &piece.fills_from else { return used };
    match from.value.kind {
        Kind::Page => {
            used.extend(edition.pages.get(&from.value.id).into_iter().flat_map(|page| in_document(&page.body)));
        }
        Kind::Declaration => {
            let Some(item) = edition.declarations.get(&from.value.id) else { return used };
            let ends = item.data.opening.iter().chain(&item.data.closing);
            let passages = ends.chain(item.data.points.iter().map(|point| &point.passage));
            used.extend(in_text(&item.data.meta.title));
            used.extend(passages.flat_map(|passage| in_text(&passage.text)));
        }
        Kind::Violation | Kind::Sanction | Kind::Regulation | Kind::Piece => {}
    }
    used
}

fn in_document(document: &Document) -> Vec<Used> {
    document.placeholders().into_iter().map(|(placeholder, place)| (placeholder, place.clone())).collect()
}

fn in_meta(meta: &Meta) -> Vec<Used> {
    let texts = [Some(&meta.title), meta.summary.as_ref(), meta.headline.as_ref()];
    texts.into_iter().flatten().flat_map(in_text).collect()
}

fn in_text(text: &Located<String>) -> Vec<Used> {
    if !text.value.contains("{{") {
        return Vec::new();
    }
    // What is wrong with it was told when the file was read.
    let inlines = markdown::inline_text(text, &Diagnostics::new());
    let mut used = Vec::new();
    visit::walk_inlines(&inlines, &mut |node| {
        used.extend(node.placeholders().into_iter().map(|(placeholder, place)| (placeholder, place.clone())));
    });
    used
}

/// The file that says who the office is.
fn office_place(edition: &Edition) -> &Place {
    edition.region.as_ref().map_or(&edition.site.place, |region| &region.place)
}

fn told(edition: &Edition, key: &str, uses: &[(&str, Place)], medium: Medium) -> Diagnostic {
    let place = office_place(edition);
    let listed = listed(uses.iter().map(|(path, _)| format!("`{}`", Removal::in_layer(path))), MOST_NAMED);
    let message = |verb: &str| format!("`{key}` kantor {} belum diisi, padahal {verb} {listed}", edition.name);
    let problem = match medium {
        Medium::Print => Diagnostic::error(BLANK_PRINTED, message("dicetak pada"))
            .because("lembar yang sudah dicetak berbunyi `(belum diisi)`, dan tidak dapat ditarik kembali"),
        Medium::Web => {
            Diagnostic::warning(BLANK_SHOWN, message("tampil di")).because("kalimat di halaman itu berbunyi `(belum diisi)`")
        }
    };
    let problem = problem.at(place).hint(format!("isi `{key}` di bawah `kantor:` di `{}`", place.path()));
    match uses.first() {
        Some((_, place)) => problem.related(place, "dipakai di sini"),
        None => problem,
    }
}
