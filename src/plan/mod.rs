//! Every address, artefact and job, known from content alone, before anything is rendered.
//!
//! 1. [`Plan::new`] walks the editions and lists their pages and sheets ([`layout`]).
//! 2. [`Address::href`] says how one address is written on the page of another ([`address`]).
//! 3. [`links`] checks that every link, citation and QR code leads to something planned, also when
//!    only one region or only print is built; [`left_out`] judges those to what a layer left out.

pub mod address;
pub mod grounds;
pub mod layout;
pub mod left_out;
pub mod letters;
pub mod links;
pub mod rules;
pub mod taken;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use address::Address;

use crate::content::{Id, Kind, Theme};
use crate::edition::{Edition, EditionCode};

/// Everything that will exist.
#[derive(Debug)]
pub struct Plan {
    /// The editions, national first, then by code.
    pub editions: Vec<EditionPlan>,
    /// The theme that all editions wear.
    pub theme: Arc<Theme>,
}

/// What one edition will hold.
#[derive(Debug)]
pub struct EditionPlan {
    /// The resolved content.
    pub edition: Arc<Edition>,
    /// `/` for the national edition, `/61.11/` for a region.
    pub root: Address,
    /// Pages in the order in which they are rendered: home first.
    pub pages: Vec<PagePlan>,
    /// Sheets by piece id.
    pub sheets: Vec<SheetPlan>,
    /// The places in `pages` by address, for look-ups. Numbers, not copies: the whole country has a hundred thousand addresses.
    by_address: Vec<usize>,
}

/// One page of the website.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlan {
    /// Where it stands: `/61.11/lapor/`.
    pub address: Address,
    /// What it shows.
    pub kind: PageKind,
}

/// What a page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// `content/halaman/beranda.md`
    Home,
    /// Any other file of `content/halaman/`.
    Page(Id),
    /// The list of all items of a kind: violations, sanctions, regulations, declarations.
    List(Kind),
    /// One violation, sanction, regulation or declaration.
    Item(Kind, Id),
    /// Print pieces with previews.
    Downloads,
    /// The SHA-256 of each official file.
    Verification,
    /// The villages by kecamatan.
    Villages,
    /// One village: the index into [`Edition::villages`].
    Village(usize),
    /// Where one searches.
    Search,
    /// Shown for an address that does not exist.
    NotFound,
    /// How the website is passed on: by phone, on a flash disk, in other websites.
    Share,
    /// Pieces of HTML for an office's own website.
    Embed,
    /// What matters most in one file that needs nothing beside it.
    Pocket,
    /// Shown without connection for a page that the device does not hold.
    Offline,
}

/// One print piece of one edition.
#[derive(Clone, Debug)]
pub struct SheetPlan {
    /// The piece.
    pub piece: Id,
    /// Its format.
    pub format: Id,
    /// How many villages have a sheet of their own; 0 for a piece that is the same for all.
    pub villages: usize,
    /// Where the QR code of the artwork leads; per-village sheets lead to the village's page.
    pub target: Address,
    /// The folder below `cetak/<kode>/` that its press files go to: the piece's id.
    pub folder: String,
}

impl Plan {
    /// The plan of one edition.
    pub fn edition(&self, code: &EditionCode) -> Option<&EditionPlan> {
        self.editions.iter().find(|plan| plan.edition.code == *code)
    }
}

impl PageKind {
    /// Whether search engines are told of it: not of pages that stand in for others, nor of copies to be carried away.
    pub fn is_listed(&self) -> bool {
        !matches!(self, PageKind::NotFound | PageKind::Offline | PageKind::Pocket | PageKind::Embed)
    }

    /// Whether it is shown in the place of other pages, at addresses of any depth.
    pub fn stands_in(&self) -> bool {
        matches!(self, PageKind::NotFound | PageKind::Offline)
    }
}

impl EditionPlan {
    /// The address of a content item.
    pub fn item(&self, kind: Kind, id: &Id) -> Address {
        layout::item_address(&self.root, kind, id)
    }

    /// The address of the list of a kind.
    pub fn list(&self, kind: Kind) -> Address {
        self.root.join(kind.folder())
    }

    /// The address of a village's page: `/61.11/d/61.11.01.2001/`, short because it is printed.
    pub fn village(&self, code: &str) -> Address {
        self.root.join("d").join(code)
    }

    /// The address of the download page.
    pub fn downloads(&self) -> Address {
        self.root.join("unduhan")
    }

    /// The address of the page that tells a genuine file from another: short, because it is said at the counter of a shop.
    pub fn verification(&self) -> Address {
        self.root.join("verifikasi")
    }

    /// The address of the list of villages.
    pub fn villages(&self) -> Address {
        self.root.join("desa")
    }

    /// The address of the page on passing the website on.
    pub fn share(&self) -> Address {
        self.root.join("bagikan")
    }

    /// The address of the page with pieces of HTML for other websites.
    pub fn embed(&self) -> Address {
        self.root.join("sematan")
    }

    /// The address of the file that needs nothing beside it: a file, because a phone gets it as one.
    pub fn pocket(&self) -> Address {
        self.root.file("saku.html")
    }

    /// The address of the page that is shown without connection.
    pub fn offline(&self) -> Address {
        self.root.file("luring.html")
    }

    /// The address of the page where one searches.
    pub fn search(&self) -> Address {
        self.root.join("cari")
    }

    /// What stands at an address of this edition.
    pub fn at(&self, address: &Address) -> Option<&PageKind> {
        let found = self.by_address.partition_point(|at| self.pages.get(*at).is_some_and(|page| page.address <= *address));
        let page = self.pages.get(*self.by_address.get(found.checked_sub(1)?)?)?;
        (page.address == *address).then_some(&page.kind)
    }

    /// The web path (below `situs/`) of a file that belongs to a piece: `unduhan/<name>` below the
    /// edition's root.
    pub fn download_file(&self, name: &str) -> Address {
        self.downloads().file(name)
    }

    /// The page of an item as a document: `/61.11/unduhan/pelanggaran/foto-bersama.pdf`.
    pub fn reading(&self, kind: Kind, id: &Id) -> Address {
        self.downloads().join(kind.folder()).file(&format!("{id}.pdf"))
    }

    /// Whether its folder is the root of a host: that of the whole country, and that of an office with an address of its own.
    pub fn is_own_site(&self) -> bool {
        self.edition.code == EditionCode::National || self.edition.region.as_ref().is_some_and(|region| region.url.is_some())
    }

    /// The whole address as printed and encoded in QR codes: the office's own url, else the
    /// national one, then the path. A region with its own url serves its edition at the root of it.
    pub fn printed(&self, to: &Address) -> String {
        let region = self.edition.region.as_ref();
        match region.and_then(|region| region.url.as_ref()) {
            Some(own) => {
                let inside = to.as_str().strip_prefix(self.root.as_str()).unwrap_or(to.as_str());
                format!("{}/{}", own.value.trim_end_matches('/'), inside.trim_start_matches('/'))
            }
            None => format!("{}{}", self.edition.site.url.value.trim_end_matches('/'), to.as_str()),
        }
    }
}
