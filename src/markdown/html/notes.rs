//! Footnotes: a number at the reference, the notes in a section at the end, and a way back.
//!
//! The way back has no text of its own (a style sheet draws the arrow), so that the text of the page is the text of its Markdown.

use super::Html;

impl Html<'_> {
    pub(super) fn note_reference(&mut self, number: usize) {
        if number == 0 || number > self.document.notes.len() {
            return;
        }
        let prefix = &self.options.id_prefix;
        let shown = self.shown.entry(number).or_insert(0);
        *shown += 1;
        let id = reference_id(prefix, number, *shown);
        self.out.push_str(&format!(
            "<sup><a href=\"#{}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>",
            note_id(prefix, number)
        ));
    }

    pub(super) fn notes(&mut self) {
        let numbers: Vec<usize> = self.references.keys().copied().collect();
        if numbers.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"catatan-kaki\" role=\"doc-endnotes\" aria-label=\"Catatan kaki\">\n<ol>\n");
        for (index, number) in numbers.into_iter().enumerate() {
            let id = note_id(&self.options.id_prefix, number);
            let value = if number == index + 1 { String::new() } else { format!(" value=\"{number}\"") };
            self.out.push_str(&format!("<li id=\"{id}\"{value}>\n"));
            let document = self.document;
            self.blocks(&document.notes[number - 1].blocks);
            self.back_links(number);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn back_links(&mut self, number: usize) {
        let prefix = &self.options.id_prefix;
        let count = self.references.get(&number).copied().unwrap_or(0);
        for nth in 1..=count {
            let id = reference_id(prefix, number, nth);
            let which = if count == 1 { String::new() } else { format!(" ke-{nth}") };
            self.out.push_str(&format!(
                "<a href=\"#{id}\" class=\"kembali\" role=\"doc-backlink\" aria-label=\"Kembali ke rujukan{which} catatan {number}\"></a>\n"
            ));
        }
    }
}

/// A dot keeps these apart from the ids of headings, which are slugs.
fn note_id(prefix: &str, number: usize) -> String {
    format!("{prefix}catatan.{number}")
}

fn reference_id(prefix: &str, number: usize, nth: usize) -> String {
    if nth == 1 { format!("{prefix}rujukan.{number}") } else { format!("{prefix}rujukan.{number}.{nth}") }
}
