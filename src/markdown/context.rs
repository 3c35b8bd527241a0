//! What rendering asks of the edition, so that the tree stays free of editions.

use super::terms::Terms;
use super::{Block, Chart, Citation, Directive, Placeholder, QrTarget, SiteLink};

/// The outside knowledge of a rendering. Whatever is `None` still shows its words: a link without address is its text, a picture its description.
pub trait Context {
    /// The value of a placeholder, unescaped. `None` shows the placeholder as written.
    ///
    /// For Typst not asked for village values: they become slots.
    fn value(&self, placeholder: Placeholder) -> Option<String>;

    /// What to write for a page of the edition: relative on the website, absolute in print.
    fn href(&self, link: &SiteLink) -> Option<String>;

    /// How to show a citation.
    fn citation(&self, citation: &Citation) -> Option<CitationText>;

    /// The blocks a directive becomes. They hold no directives and no footnotes.
    fn directive(&self, directive: &Directive) -> Vec<Block>;

    /// What to write for a picture: an address on the website, a path of the virtual file system in print.
    fn image(&self, path: &str) -> Option<String>;

    /// Width and height of a picture in pixels, so that nothing moves on the page while it loads; only HTML asks.
    fn image_size(&self, _path: &str) -> Option<(u32, u32)> {
        None
    }

    /// The whole `<svg>` of a chart; only HTML asks.
    fn chart(&self, _chart: &Chart) -> Option<String> {
        None
    }

    /// The terms that may be explained where they are first used; only HTML asks, and only where the page has room for the explanations.
    fn terms(&self) -> Option<&Terms> {
        None
    }

    /// For HTML the whole `<svg>`, without text in it; for Typst the text to encode.
    fn qr(&self, target: &QrTarget) -> Option<String>;
}

/// How a citation is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitationText {
    /// "Pasal 2 huruf f UU 20/2023".
    pub label: String,
    /// Where the link leads, if it does.
    pub href: Option<String>,
}

/// A context that knows nothing: everything shows its own words.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoContext;

impl Context for NoContext {
    fn value(&self, _: Placeholder) -> Option<String> {
        None
    }

    fn href(&self, _: &SiteLink) -> Option<String> {
        None
    }

    fn citation(&self, _: &Citation) -> Option<CitationText> {
        None
    }

    fn directive(&self, _: &Directive) -> Vec<Block> {
        Vec::new()
    }

    fn image(&self, _: &str) -> Option<String> {
        None
    }

    fn qr(&self, _: &QrTarget) -> Option<String> {
        None
    }
}
