//! A page of the website that is neither law nor list: home, *lapor*, the four factors.

use super::law::LegalBasis;
use super::{Id, Meta};

/// One file of `content/halaman/`; nearly all of it is its [`Meta`] and its body.
#[derive(Clone, Debug)]
pub struct Page {
    /// The file's id; `beranda` is the home page.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `dasar`: what the page rests on, shown beside its sources.
    pub basis: Vec<LegalBasis>,
}

impl Page {
    /// The id of the home page.
    pub const HOME: &'static str = "beranda";

    /// Whether this is the home page.
    pub fn is_home(&self) -> bool {
        self.id.as_str() == Page::HOME
    }
}
