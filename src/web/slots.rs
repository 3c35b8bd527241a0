//! A page that is rendered once and filled a row at a time.
//!
//! The template prints a slot instead of a village's value: a marker made of two private-use
//! characters around the slot's name. Neither character means anything to HTML, so the escape leaves
//! it alone. The rendered page is cut at its markers once; filling it is then only copying, with the
//! same escape that the template engine uses. Pages of all villages of Indonesia cost little more
//! than writing them.

use super::codes::BROKEN_SLOT;
use super::engine::escape;
use crate::diagnostics::Diagnostic;

const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// What a template prints where the value of the slot `name` goes.
pub fn marker(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}

/// A rendered page, cut at its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlottedPage {
    /// Literal text before each slot, and the slot's index in the list of names.
    parts: Vec<(String, usize)>,
    /// What follows the last slot.
    rest: String,
    /// How many slots there are to fill.
    count: usize,
}

impl SlottedPage {
    /// Cuts a rendered page. `names` are all slots that the page may have, in the order in which
    /// their values are given to [`SlottedPage::fill`]. A marker with any other name in it was
    /// changed by the template, by a filter say: an error.
    pub fn cut(page: &str, names: &[&str]) -> Result<SlottedPage, Box<Diagnostic>> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let mut rest = page;
        while let Some((before, after)) = rest.split_once(OPEN) {
            literal.push_str(before);
            // A private-use character of the content's own, not closed within reach, is content.
            let Some((name, after)) = after.split_once(CLOSE).filter(|(name, _)| name.len() <= LONGEST_NAME) else {
                literal.push(OPEN);
                rest = after;
                continue;
            };
            let Some(index) = names.iter().position(|known| *known == name) else { return Err(broken(name)) };
            parts.push((std::mem::take(&mut literal), index));
            rest = after;
        }
        literal.push_str(rest);
        Ok(SlottedPage { parts, rest: literal, count: names.len() })
    }

    /// The page with its slots filled, each value escaped for HTML. A value too few is empty.
    pub fn fill(&self, values: &[&str]) -> Vec<u8> {
        debug_assert_eq!(values.len(), self.count, "one value a slot");
        let literal: usize = self.parts.iter().map(|(text, _)| text.len()).sum();
        let mut out = Vec::with_capacity(literal + self.rest.len() + self.parts.len() * 24);
        for (text, index) in &self.parts {
            out.extend_from_slice(text.as_bytes());
            escape::push(values.get(*index).copied().unwrap_or_default(), &mut out);
        }
        out.extend_from_slice(self.rest.as_bytes());
        out
    }
}

/// No slot has a longer name, in bytes.
const LONGEST_NAME: usize = 48;

fn broken(name: &str) -> Box<Diagnostic> {
    let diagnostic = Diagnostic::error(BROKEN_SLOT, format!("templat mengubah ruang isi `{name}`"))
        .because("nilai desa diisi sesudah halaman disusun, jadi tidak dapat diberi filter")
        .hint("cetak nilai `desa` apa adanya; untuk memilih, pakai `ragam`");
    Box::new(diagnostic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_in_every_place() {
        let page = format!("<p title=\"{0}\">{0}, {1}</p>", marker("desa.nama"), marker("desa.kode"));
        let slotted = SlottedPage::cut(&page, &["desa.kode", "desa.nama"]).unwrap();
        let filled = slotted.fill(&["61", "<b>\"Sutera\" & 'Dua'"]);
        let name = "&lt;b&gt;&quot;Sutera&quot; &amp; &#39;Dua&#39;";
        assert_eq!(String::from_utf8(filled).unwrap(), format!("<p title=\"{name}\">{name}, 61</p>"));
    }

    #[test]
    fn a_value_that_looks_like_a_slot_is_only_text() {
        let slotted = SlottedPage::cut(&marker("a"), &["a", "b"]).unwrap();
        let filled = slotted.fill(&[&marker("b"), "never"]);
        assert_eq!(String::from_utf8(filled).unwrap(), marker("b"));
    }

    #[test]
    fn a_lone_private_use_character_is_content() {
        let page = format!("a{OPEN}b{}c{CLOSE}", marker("x"));
        let long = format!("{OPEN}{}{CLOSE}", "y".repeat(LONGEST_NAME + 1));
        assert_eq!(SlottedPage::cut(&long, &[]).unwrap().fill(&[]), long.as_bytes());
        assert!(SlottedPage::cut(&page, &["x"]).is_err(), "an unclosed one before a slot can't be told from a broken slot");
        let lone = format!("a{OPEN}b");
        assert_eq!(SlottedPage::cut(&lone, &[]).unwrap().fill(&[]), lone.as_bytes());
    }

    #[test]
    fn a_filter_on_a_slot_is_an_error() {
        let error = SlottedPage::cut(&marker("DESA.NAMA"), &["desa.nama"]).unwrap_err();
        assert_eq!(error.code, BROKEN_SLOT);
        assert_eq!(error.message, "templat mengubah ruang isi `DESA.NAMA`");
    }
}
