//! One page while it is rendered: where it stands, and what its Markdown body may ask.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use super::edition::EditionHouse;
use super::{chart, qr, view};
use crate::content::village::Medium;
use crate::content::{Id, Kind, Term};
use crate::diagnostics::Located;
use crate::markdown::html::{self, Options};
use crate::markdown::terms::Terms;
use crate::markdown::{Block, Chart, Citation, CitationText, Context, Directive, Document, Placeholder, QrTarget, SiteLink};
use crate::plan::Address;

/// A page of an edition.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The edition it belongs to.
    pub house: &'a EditionHouse<'a>,
    /// Where it stands.
    pub address: &'a Address,
    /// How its links are written.
    pub links: Links,
}

/// How a page writes its links.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// From the page itself: they work from a flash disk and from any host.
    Relative,
    /// From the root of the host: the page is shown for addresses of any depth.
    FromRoot,
    /// Whole, because the page is read away from the website. Small pictures are in the page itself; larger ones are left out.
    Whole,
}

/// The largest picture that a page read away from the website holds, in bytes.
const CARRIED_PICTURE: usize = 40_000;

impl Page<'_> {
    /// How an address is written on this page.
    pub fn href(&self, to: &Address) -> String {
        if self.links == Links::Relative {
            return self.address.href(to);
        }
        let printed = self.house.plan.printed(to);
        if self.links == Links::Whole {
            return printed;
        }
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
        self.rendered(document, 0, false)
    }

    /// The same in a section whose own heading is `levels` below that of the page.
    pub fn body_below(&self, document: &Document, levels: u8) -> String {
        self.rendered(document, levels, false)
    }

    /// The HTML of a body in which each term of the glossary is a link where it is first used, and the explanations that these links
    /// lead to; see the component `arti` of the theme.
    pub fn explained(&self, document: &Document) -> (String, Vec<Value>) {
        let html = self.rendered(document, 0, true);
        let used = |term: &&Term| html.contains(&format!(" href=\"#_arti-{}\"", term.id));
        let terms = self.house.edition().terms.iter().filter(used);
        let explained = terms.map(|term| json!({"id": term.id.as_str(), "istilah": term.name(), "arti": term.meaning.value}));
        let explained = explained.collect();
        (html, explained)
    }

    fn rendered(&self, document: &Document, levels: u8, terms: bool) -> String {
        let offset = levels + u8::from(document.headings().iter().any(|heading| heading.level == 1));
        let options = Options { heading_offset: offset, id_prefix: String::new(), terms, soft_hyphens: true };
        html::render(document, self, &options)
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
            Some(kind) if kind.stands_in() => return None,
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
        if self.links == Links::Whole {
            return self
                .house
                .edition()
                .images
                .get(path)
                .filter(|bytes| bytes.len() <= CARRIED_PICTURE)
                .and_then(|bytes| data_address(bytes));
        }
        Some(Page::href(self, &image.address))
    }

    fn image_size(&self, path: &str) -> Option<(u32, u32)> {
        self.house.images.get(path)?.size
    }

    fn chart(&self, chart: &Chart) -> Option<String> {
        chart::svg(chart)
    }

    fn terms(&self) -> Option<&Terms> {
        Some(&self.house.terms)
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

/// A picture as an address that holds it; none for a format that browsers do not show.
pub fn data_address(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [0x89, b'P', b'N', b'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        _ if std::str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg")) => "image/svg+xml",
        _ => return None,
    };
    Some(format!("data:{kind};base64,{}", BASE64.encode(bytes)))
}
