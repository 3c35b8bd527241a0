//! Markdown events to a tree.
//!
//! 1. [`mask`](mod@super::mask) hides the placeholders.
//! 2. pulldown-cmark reads the masked text; [`Builder`] keeps the open elements on a stack of its own, so that depth costs no call stack.
//! 3. [`finish`](mod@super::finish) numbers footnotes, names headings and checks anchors.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use super::builder::Builder;
use super::mask::{self, Masked};
use super::report::Report;
use super::{Document, MAX_BODY_BYTES, codes, finish};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, quoted};

/// CommonMark with tables, footnotes, strikethrough and heading ids. Smart punctuation stays off: text comes out as it was written.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Reads a body. Problems go to `diagnostics`; the tree holds whatever could be read.
pub fn parse(body: &Place, diagnostics: &Diagnostics) -> Document {
    let report = Report::new(diagnostics);
    let mut document = Document::empty(body.clone());
    if body.text().len() > MAX_BODY_BYTES {
        let message = format!("isi ini {} KiB, batasnya {} KiB", body.text().len() / 1024, MAX_BODY_BYTES / 1024);
        let hint = "pecah menjadi beberapa berkas";
        report.push(Diagnostic::error(codes::BODY_TOO_LONG, message).at(&body.sub(0..0)).hint(hint));
        return document;
    }
    let masked = mask::mask(body, &report);
    let mut read = events(body, &masked, &report);
    document.notes = finish::number_notes(&mut read.blocks, &mut read.labels, read.notes, &report);
    document.blocks = read.blocks;
    finish::name_headings(&mut document, &report);
    finish::check_anchors(&document, &report);
    finish::check_leftovers(&document, &report);
    finish::check_tables(&document, &report);
    report.finish(body);
    document
}

fn events<'a>(body: &'a Place, masked: &'a Masked, report: &'a Report<'a>) -> super::builder::Read {
    let mut broken = |link: BrokenLink<'_>| {
        undefined(&link, body, report);
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let parser = Parser::new_with_broken_link_callback(&masked.text, options(), Some(&mut broken));
    let mut events = parser.into_offset_iter();
    let mut definitions: Vec<(Range<usize>, String)> =
        events.reference_definitions().iter().map(|(label, definition)| (definition.span.clone(), label.to_owned())).collect();
    definitions.sort_by_key(|(span, _)| span.start);
    let mut used = BTreeSet::new();
    let mut builder = Builder::new(body, masked, report);
    for (event, range) in events.by_ref() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
            used.insert(id.to_lowercase());
        }
        builder.event(event, range);
    }
    for (span, label) in definitions {
        if !used.contains(&label.to_lowercase()) {
            let message = format!("alamat {} tidak dipakai", quoted(&format!("[{label}]")));
            let hint = format!("tulis `[teks][{label}]` di tempat yang ditautkan, atau hapus baris ini");
            report.push(Diagnostic::warning(codes::UNUSED_DEFINITION, message).at(&body.sub(span)).hint(hint));
        }
    }
    builder.finish()
}

/// `[teks][label]` without a definition would show its brackets. `[label]` alone is ordinary text.
fn undefined(link: &BrokenLink<'_>, body: &Place, report: &Report) {
    if link.link_type == LinkType::Reference {
        let message = format!("alamat {} tidak ditulis", quoted(&format!("[{}]", link.reference)));
        let hint = format!("tulis alamatnya pada baris tersendiri: `[{}]: https://…`", link.reference);
        report.push(Diagnostic::error(codes::UNDEFINED_LABEL, message).at(&body.sub(link.span.clone())).hint(hint));
    }
}
