//! The project as one office publishes it: national, a province, or a kabupaten/kota.
//!
//! 1. [`overlay`] lays a kabupaten over its province over the national layer: the same relative
//!    path overrides, a new path adds, `hapus: true` leaves out, a locked file can't be touched. The
//!    entries of data files likewise, by their id ([`data`]), and pictures ([`pictures`]).
//! 2. [`values`] says what each placeholder is worth in the edition.
//! 3. [`directives`] expands `{{ daftar: … }}` and its like into ordinary blocks.
//! 4. [`sources`] says what the websites are called that content rests on.

pub mod contact;
mod copies;
mod data;
pub mod directives;
pub mod overlay;
mod pictures;
pub mod removal;
pub mod sources;
#[cfg(test)]
mod tests;
pub mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

pub use crate::content::EditionCode;
pub use crate::project::Item;
pub(crate) use directives::is_of_people;
pub use removal::{Removal, Removals};

use crate::content::neutral::Neutral;
use crate::content::region::{Partner, Post};
use crate::content::reporting::Reporting;
use crate::content::search::{ExampleQuestion, Synonyms};
use crate::content::shop::{self, Profile, Shop, Wanted};
use crate::content::{
    Common, Declaration, Dispute, Entries, Format, Id, Kind, Office, Page, Piece, Recipient, Region, Regulation, Sanction,
    Signatory, Site, Statistic, Term, Village, Violation, WrongCitation,
};
use crate::diagnostics::Located;
use crate::markdown::Document;
use crate::source::Date;

/// The items of one kind, by id.
pub type Shelf<T> = BTreeMap<Id, Item<T>>;

/// One office's publication, every layer resolved.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Which edition.
    pub code: EditionCode,
    /// `Nasional`, `Kalimantan Barat`, `Kabupaten Kayong Utara`.
    pub name: String,
    /// The name of the province, for a kabupaten/kota.
    pub province: Option<String>,
    /// The project's settings.
    pub site: Arc<Site>,
    /// The region's own file; none for the national edition.
    pub region: Option<Arc<Region>>,
    /// The office that publishes: the region's, or the national one.
    pub office: Office,
    /// Where people can go.
    pub posts: Vec<Post>,
    /// Who signs with the office.
    pub partners: Vec<Partner>,
    /// Contacts are placeholders: every sheet carries CONTOH, every page says so.
    pub specimen: bool,
    /// `content/halaman/`
    pub pages: Shelf<Page>,
    /// `content/pelanggaran/`
    pub violations: Shelf<Violation>,
    /// `content/sanksi/`
    pub sanctions: Shelf<Sanction>,
    /// `content/regulasi/`
    pub regulations: Shelf<Regulation>,
    /// `content/deklarasi/`
    pub declarations: Shelf<Declaration>,
    /// `content/cetak/`
    pub pieces: Shelf<Piece>,
    /// `pelaporan.yaml`
    pub reporting: Reporting,
    /// `glosarium.yaml`
    pub terms: Entries<Term>,
    /// `glosarium.yaml`: abbreviations that nobody need explain.
    pub common: Entries<Common>,
    /// `statistik.yaml`
    pub statistics: Entries<Statistic>,
    /// `sengketa.yaml`: what authorities disagree on.
    pub disputes: Entries<Dispute>,
    /// `sengketa.yaml`: what is often cited wrongly.
    pub wrong_citations: Entries<WrongCitation>,
    /// `percetakan.yaml`: how each kind of shop wants its files.
    pub profiles: Entries<Profile>,
    /// `percetakan.yaml`: the shops that the office orders from.
    pub shops: Entries<Shop>,
    /// `percetakan.yaml`: what the office orders; its own alone.
    pub wanted: Entries<Wanted>,
    /// Profiles of presses (`.icc`) by file name, overlay resolved.
    pub presses: BTreeMap<String, Arc<[u8]>>,
    /// `pencarian.yaml`: words that mean the same to whoever searches.
    pub synonyms: Entries<Synonyms>,
    /// `pencarian.yaml`: questions to begin with.
    pub examples: Entries<ExampleQuestion>,
    /// `netral.yaml`: whom nothing of the office may seem to side with.
    pub neutral: Entries<Neutral>,
    /// The villages, by code; only a kabupaten/kota has them.
    pub villages: Arc<[Village]>,
    /// Who gets the letters of this office; the region's own alone.
    pub recipients: Arc<[Recipient]>,
    /// Who signs its declarations.
    pub signatories: Arc<[Signatory]>,
    /// The names of the two tables above that are there but can't be used, as has been reported.
    pub tables_unreadable: BTreeSet<&'static str>,
    /// Tables of this office that are there and list nobody.
    pub tables_empty: BTreeSet<&'static str>,
    /// Images by their path from the edition's root, overlay resolved.
    pub images: BTreeMap<String, Arc<[u8]>>,
    /// What the notes beside these images say of them.
    pub image_notes: Vec<Located<String>>,
    /// Content whose own file can't be used, as has been reported: what names it is not at fault.
    pub unreadable: BTreeSet<(Kind, Id)>,
    /// Content that a layer left out: what names it from a layer below is not at fault.
    pub removed: Removals,
    /// The table of villages is there but can't be used, as has been reported.
    pub villages_unreadable: bool,
    /// The day as of which law and terms are judged.
    pub as_of: Date,
    /// Made when the first source is shown: all texts are read for it.
    names: OnceLock<sources::Names>,
}

/// The items of a shelf in the order in which lists show them: by `urutan`, then by title.
pub fn in_order<T>(shelf: &Shelf<T>, meta: impl Fn(&T) -> &crate::content::Meta) -> Vec<(&Id, &Item<T>)> {
    let mut items: Vec<_> = shelf.iter().collect();
    items.sort_by(|(a_id, a), (b_id, b)| {
        let key = |item: &Item<T>| meta(&item.data).order.unwrap_or(i64::MAX);
        key(a).cmp(&key(b)).then_with(|| meta(&a.data).title.value.cmp(&meta(&b.data).title.value)).then_with(|| a_id.cmp(b_id))
    });
    items
}

impl Edition {
    /// The logos of the office and of its partners, where they are named.
    pub fn logos(&self) -> impl Iterator<Item = &Located<String>> {
        let own = self.region.iter().filter_map(|region| region.logo.as_ref());
        own.chain(self.partners.iter().filter_map(|partner| partner.logo.as_ref()))
    }

    /// What the websites are called that content rests on.
    pub fn names(&self) -> &sources::Names {
        self.names.get_or_init(|| sources::Names::of(self))
    }

    /// Every Markdown body of the edition, in a fixed order.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.page_documents().chain(bodies(&self.pieces))
    }

    /// Every Markdown body that has a page of its own, in a fixed order: all but those of print pieces.
    pub fn page_documents(&self) -> impl Iterator<Item = &Document> {
        bodies(&self.pages)
            .chain(bodies(&self.violations))
            .chain(bodies(&self.sanctions))
            .chain(bodies(&self.regulations))
            .chain(bodies(&self.declarations))
    }

    /// The file of every item of the edition, as messages name it, in a fixed order.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        fn paths<T>(shelf: &Shelf<T>) -> impl Iterator<Item = &str> {
            shelf.values().map(|item| item.path.as_ref())
        }
        let law = paths(&self.violations).chain(paths(&self.sanctions)).chain(paths(&self.regulations));
        paths(&self.pages).chain(law).chain(paths(&self.declarations)).chain(paths(&self.pieces))
    }

    /// Whether this content is there, but in a file that can't be used.
    pub fn is_unreadable(&self, kind: Kind, id: &str) -> bool {
        Id::new(id).is_some_and(|id| self.unreadable.contains(&(kind, id)))
    }

    /// The kind of shop that a piece of a format goes to; none for pictures for screens, and where nothing is said of shops.
    pub fn profile(&self, piece: &Piece, format: &Format) -> Option<&Profile> {
        shop::profile_for(&self.profiles, format, piece.per_village)
    }

    /// The address of the office that is printed and shown as a link, without a slash at its end.
    pub fn url(&self) -> &Located<String> {
        let own = self.region.as_ref().and_then(|region| region.url.as_ref());
        own.unwrap_or(&self.site.url)
    }
}

fn bodies<T>(shelf: &Shelf<T>) -> impl Iterator<Item = &Document> {
    shelf.values().map(|item| item.body.as_ref())
}
