//! The pages of the national edition as built: their words and where their links lead.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::harness::built;
use crate::visible_text::html;

/// One page.
pub(super) struct Page {
    /// Its words in lower case, one space between them.
    words: String,
    /// Its HTML without escapes, for addresses.
    source: String,
}

/// The pages looked at so far, by address without slashes around it; none where there is no page.
#[derive(Default)]
pub(super) struct Pages {
    seen: RefCell<BTreeMap<String, Option<Rc<Page>>>>,
}

impl Pages {
    /// The page at an address such as `regulasi/uu-20-2023`; the home page is `beranda`.
    pub(super) fn get(&self, address: &str) -> Option<Rc<Page>> {
        let mut seen = self.seen.borrow_mut();
        let entry = seen.entry(address.to_owned()).or_insert_with(|| {
            let folder = if address == "beranda" { "situs/index.html".to_owned() } else { format!("situs/{address}/index.html") };
            let source = std::fs::read_to_string(built::bundled().output(&folder)).ok()?;
            let words = plain(&html::text(&spaced(&source)));
            Some(Rc::new(Page { words, source: html::entities(&source) }))
        });
        entry.clone()
    }
}

impl Page {
    /// Whether the page says this, whatever the case and the white space.
    pub(super) fn says(&self, words: &str) -> bool {
        self.words.contains(&plain(words))
    }

    /// Whether a link leads to the content file of this id, or to a place in it.
    pub(super) fn leads_to_content(&self, id: &str) -> bool {
        self.source.contains(&format!("{id}/"))
    }

    /// Whether a link leads there.
    pub(super) fn links_to(&self, address: &str) -> bool {
        self.source.contains(&format!("\"{address}\""))
    }
}

/// Words in lower case, one space between them, without the full stop at the end.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase().trim_end_matches('.').to_owned()
}

/// A space before every tag of a block, so that neighbours do not grow together.
fn spaced(source: &str) -> String {
    ["<li", "<p", "<dt", "<dd", "<h1", "<h2", "<h3", "<td", "<th", "<tr", "<div", "<br", "<section", "<summary", "<blockquote"]
        .iter()
        .fold(source.to_owned(), |text, tag| text.replace(tag, &format!(" {tag}")))
}
