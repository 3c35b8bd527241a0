//! One page while it is rendered: where it stands, and what its Markdown body may ask.

use super::edition::EditionHouse;
use super::{qr, view};
use crate::content::village::Medium;
use crate::content::{Id, Kind};
use crate::diagnostics::Located;
use crate::markdown::html::{self, Options};
use crate::markdown::{Block, Citation, CitationText, Context, Directive, Document, Placeholder, QrTarget, SiteLink};
use crate::plan::{Address, PageKind};

/// A page of an edition.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The edition it belongs to.
    pub house: &'a EditionHouse<'a>,
    /// Where it stands.
    pub address: &'a Address,
    /// Links count from the root of the host: the page is shown for addresses of any depth.
    pub anywhere: bool,
}

impl Page<'_> {
    /// How an address is written on this page.
    pub fn href(&self, to: &Address) -> String {
        if !self.anywhere {
            return self.address.href(to);
        }
        let printed = self.house.plan.printed(to);
        let host = printed.split_once("://").map_or(printed.as_str(), |(_, rest)| rest);
        host.find('/').map_or_else(|| "/".to_owned(), |slash| host[slash..].to_owned())
    }

    /// How an address of this edition is written here, if something is planned there.
    pub fn planned(&self, to: &Address) -> Option<String> {
        self.house.plan.at(to).map(|_| self.href(to))
    }

    /// How an item of this edition is linked from here, if it has a page.
    pub fn item(&self, kind: Kind, id: &Id) -> Option<String> {
        self.planned(&self.house.plan.item(kind, id))
    }

    /// The HTML of a body: its headings below the page's own.
    pub fn body(&self, document: &Document) -> String {
        let offset = u8::from(document.headings().iter().any(|heading| heading.level == 1));
        html::render(document, self, &Options { heading_offset: offset, id_prefix: String::new(), soft_hyphens: true })
    }

    /// A text of the front matter with its placeholders filled in, unescaped.
    pub fn text(&self, value: &Located<String>) -> String {
        self.house.edition().fill(value)
    }
}

impl Context for Page<'_> {
    fn value(&self, placeholder: Placeholder) -> Option<String> {
        self.house.edition().value(placeholder)
    }

    fn href(&self, link: &SiteLink) -> Option<String> {
        let to = self.house.plan.root.resolve(&link.address);
        let known = match self.house.plan.at(&to) {
            Some(PageKind::NotFound) => return None,
            Some(_) => true,
            None => !to.is_page(),
        };
        let href = Page::href(self, &to);
        known.then(|| match &link.fragment {
            Some(fragment) => format!("{href}#{fragment}"),
            None => href,
        })
    }

    fn citation(&self, citation: &Citation) -> Option<CitationText> {
        view::law::citation(self, citation)
    }

    fn directive(&self, directive: &Directive) -> Vec<Block> {
        self.house.edition().expand(directive, Medium::Web)
    }

    fn image(&self, path: &str) -> Option<String> {
        let image = self.house.images.get(path)?;
        Some(Page::href(self, &image.address))
    }

    fn image_size(&self, path: &str) -> Option<(u32, u32)> {
        self.house.images.get(path)?.size
    }

    fn qr(&self, target: &QrTarget) -> Option<String> {
        match target {
            QrTarget::Site(link) => {
                let to = self.house.plan.root.resolve(&link.address);
                qr::svg(&self.house.plan.printed(&to))
            }
            QrTarget::External(address) => qr::svg(address),
        }
    }
}
