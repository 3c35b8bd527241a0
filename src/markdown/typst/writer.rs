//! Writes generated Typst and keeps account of where it comes from.

use super::super::escape::push_typst_string;
use super::super::syllables::soften;
use super::segment::Wording;
use super::{Module, Segment};
use crate::diagnostics::Place;

/// Typst counts the bytes from the start of a literal to a glyph in 16 bits; longer text goes into several literals. Soft hyphens less than
/// double it.
const LONGEST_LITERAL: usize = 1 << 14;

pub(super) struct Writer<'a> {
    pub(super) module: Module,
    pub(super) namespace: &'a str,
    /// Whether running text gets soft hyphens.
    pub(super) soft: bool,
}

impl Writer<'_> {
    /// Generated text as it is. Never text of the content.
    pub(super) fn raw(&mut self, text: &str) {
        self.module.text.push_str(text);
    }

    /// `#name`, to be followed by its arguments.
    pub(super) fn open(&mut self, name: &str) {
        self.module.text.push('#');
        self.module.text.push_str(self.namespace);
        self.module.text.push_str(name);
    }

    /// Text of the content, as `#"…"`.
    pub(super) fn text(&mut self, text: &str, place: &Place) {
        self.literals(text, place, false);
    }

    /// Running text of the content, with soft hyphens where they are asked for.
    pub(super) fn running_text(&mut self, text: &str, place: &Place) {
        self.literals(text, place, self.soft);
    }

    fn literals(&mut self, text: &str, place: &Place, soft: bool) {
        let exact = place.text() == text;
        let mut from = 0;
        while from < text.len() {
            let to = text.floor_char_boundary(from + LONGEST_LITERAL);
            let part = &text[from..to];
            self.module.text.push('#');
            let start = self.module.text.len();
            // A line end in running text is a space; as long, so that offsets stay true.
            let words = part.replace(['\n', '\r', '\t'], " ");
            let words = if soft { soften(&words) } else { words.as_str().into() };
            push_typst_string(&mut self.module.text, &words);
            let place = if exact { place.sub(from..to) } else { place.clone() };
            let wording = match (exact, words.len() > part.len()) {
                (false, _) => Wording::Other,
                (true, false) => Wording::Exact,
                (true, true) => Wording::Softened,
            };
            self.segment(start, place, wording);
            from = to;
        }
    }

    /// A call without content, `#name("…", …)`, that was made from `place`.
    pub(super) fn leaf(&mut self, name: &str, arguments: &str, place: &Place) {
        self.module.text.push('#');
        let start = self.module.text.len();
        self.module.text.push_str(self.namespace);
        self.module.text.push_str(name);
        self.module.text.push_str(arguments);
        self.segment(start, place.clone(), Wording::Other);
    }

    /// A call that stands as an argument, that was made from `place`.
    pub(super) fn argument(&mut self, call: &str, place: &Place) {
        let start = self.module.text.len();
        self.module.text.push_str(call);
        self.segment(start, place.clone(), Wording::Other);
    }

    fn segment(&mut self, start: usize, place: Place, wording: Wording) {
        self.module.map.push(Segment { generated: start..self.module.text.len(), place, wording });
    }
}
