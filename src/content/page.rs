//! A page of the website that is neither law nor list: home, *lapor*, the four factors.

use super::law::LegalBasis;
use super::{Id, Meta};
use crate::diagnostics::Located;

/// One file of `content/halaman/`; nearly all of it is its [`Meta`] and its body.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file's id; `beranda` is the home page.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `dasar`: what the page rests on, shown beside its sources.
    pub basis: Vec<LegalBasis>,
    /// `kelompok`: for whom it is written; where it stands in the map of the website.
    pub group: Option<Located<PageGroup>>,
}

/// For whom a page is written: readers find their way by who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageGroup {
    /// Anybody who votes.
    Citizens,
    /// Civil servants.
    Servants,
    /// Village heads, their staff and councils.
    Villages,
    /// Those who make and spread material.
    Outreach,
    /// About the website itself; pages that do not say stand here too.
    Site,
}

impl PageGroup {
    /// The words of the front matter, in the order of the map.
    pub const CHOICES: [(&'static str, PageGroup); 5] = [
        ("warga", PageGroup::Citizens),
        ("asn", PageGroup::Servants),
        ("desa", PageGroup::Villages),
        ("humas", PageGroup::Outreach),
        ("situs", PageGroup::Site),
    ];

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            PageGroup::Citizens => "Untuk warga",
            PageGroup::Servants => "Untuk ASN",
            PageGroup::Villages => "Untuk desa dan kelurahan",
            PageGroup::Outreach => "Untuk humas",
            PageGroup::Site => "Situs ini",
        }
    }
}

impl Page {
    /// The id of the home page.
    pub const HOME: &'static str = "beranda";

    /// How many pages of a group the map of the website names at the foot of each page. Of more, the list of all pages tells: ten
    /// thousand pages that each name ten thousand would be a hundred million links.
    pub const MOST_IN_MAP: usize = 24;

    /// Where it stands in the map of the website.
    pub fn shown_in(&self) -> PageGroup {
        self.group.as_ref().map_or(PageGroup::Site, |group| group.value)
    }

    /// Whether this is the home page.
    pub fn is_home(&self) -> bool {
        self.id.as_str() == Page::HOME
    }
}
