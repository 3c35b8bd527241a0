//! What can only be settled when the whole body is read: numbers of footnotes, ids of headings, links to those ids.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Report;
use super::visit::{self, Node};
use super::{Block, BlockKind, Document, Inline, InlineKind, LinkTarget, Note, codes, slug};
use crate::diagnostics::{Diagnostic, Place, quoted, suggest};

/// Among so many headings one is looked for that may have been meant; an honest text has a few dozen.
const MOST_SUGGESTED: usize = 500;

/// Footnotes while the body is read: references carry the index of their label.
#[derive(Default)]
pub(super) struct Labels {
    known: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl Labels {
    /// The index of a label; labels differing in case only are one.
    pub(super) fn index(&mut self, label: &str) -> usize {
        let next = self.names.len();
        let index = *self.known.entry(label.to_lowercase()).or_insert(next);
        if index == next {
            self.names.push(label.to_owned());
        }
        index
    }
}

/// Numbers the footnotes in the order of their first reference: first those of the body, then those that footnotes refer to.
pub(super) fn number_notes(blocks: &mut [Block], labels: &mut Labels, definitions: Vec<Note>, report: &Report) -> Vec<Note> {
    let mut by_label: Vec<Option<Note>> = Vec::new();
    for note in definitions {
        let index = labels.index(&note.label);
        by_label.resize_with(by_label.len().max(labels.names.len()), || None);
        match &by_label[index] {
            None => by_label[index] = Some(note),
            Some(first) => duplicate(&note, &first.place, report),
        }
    }
    by_label.resize_with(labels.names.len(), || None);
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    let mut ordered: Vec<Note> = Vec::new();
    let mut refer = |inline: &mut Inline, by_label: &mut [Option<Note>], ordered: &mut Vec<Note>| {
        let InlineKind::NoteReference(index) = inline.kind else { return };
        if let Some(note) = by_label[index].take() {
            ordered.push(note);
            numbers.insert(index, ordered.len());
        }
        inline.kind = match numbers.get(&index) {
            Some(number) => InlineKind::NoteReference(*number),
            // The parser only makes references to what is defined; should it ever not, the words stay.
            None => InlineKind::Text(inline.place.text().to_owned()),
        };
    };
    visit::inlines_mut(blocks, &mut |inline| refer(inline, &mut by_label, &mut ordered));
    let mut next = 0;
    while next < ordered.len() {
        let mut inner = std::mem::take(&mut ordered[next].blocks);
        visit::inlines_mut(&mut inner, &mut |inline| refer(inline, &mut by_label, &mut ordered));
        ordered[next].blocks = inner;
        next += 1;
    }
    for note in by_label.into_iter().flatten() {
        unused(&note, report);
    }
    ordered
}

fn duplicate(note: &Note, first: &Place, report: &Report) {
    let message = format!("catatan kaki {} ditulis dua kali", quoted(&format!("[^{}]", note.label)));
    let hint = "beri nama lain pada salah satunya";
    report.push(
        Diagnostic::error(codes::DUPLICATE_NOTE, message).at(&note.place).hint(hint).related(first, "yang pertama di sini"),
    );
}

fn unused(note: &Note, report: &Report) {
    let label = format!("[^{}]", note.label);
    let message = format!("catatan kaki {} tidak dirujuk, jadi tidak ditampilkan", quoted(&label));
    let hint = format!("tulis {} di tempat yang diterangkan, atau hapus catatannya", quoted(&label));
    report.push(Diagnostic::warning(codes::UNUSED_NOTE, message).at(&note.place).hint(hint));
}

/// Gives every heading an id that is unique in the text. Ids the author wrote win over generated ones, wherever they stand.
pub(super) fn name_headings(document: &mut Document, report: &Report) {
    let mut taken: BTreeMap<String, Place> = BTreeMap::new();
    let mut explicit = |block: &mut Block| {
        if let BlockKind::Heading { id, explicit: true, .. } = &mut block.kind {
            if !slug::is_slug(id) {
                bad_id(id, &block.place, report);
                *id = slug::slug(id);
            }
            match taken.get(id.as_str()) {
                Some(first) => repeated_id(id, &block.place, first, report),
                None => drop(taken.insert(id.clone(), block.place.clone())),
            }
        }
    };
    visit::blocks_mut(&mut document.blocks, &mut explicit);
    document.notes.iter_mut().for_each(|note| visit::blocks_mut(&mut note.blocks, &mut explicit));
    let mut taken: BTreeSet<String> = taken.into_keys().collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut generated = |block: &mut Block| {
        if let BlockKind::Heading { id, explicit: false, content, .. } = &mut block.kind {
            *id = unique(&mut taken, &mut counts, &words(content));
        }
    };
    visit::blocks_mut(&mut document.blocks, &mut generated);
    document.notes.iter_mut().for_each(|note| visit::blocks_mut(&mut note.blocks, &mut generated));
}

/// The text of a heading without the values of an edition, so that its id is the same in every edition.
fn words(content: &[Inline]) -> String {
    let mut words = String::new();
    visit::walk_inlines(content, &mut |node| {
        if let Node::Inline(inline) = node {
            match &inline.kind {
                InlineKind::Text(text) => words.push_str(text),
                InlineKind::Code(code) => words.push_str(&code.as_text().unwrap_or_default()),
                InlineKind::SoftBreak | InlineKind::HardBreak | InlineKind::Placeholder(_) => words.push(' '),
                _ => {}
            }
        }
    });
    words
}

/// `base`, or the first of `base-2`, `base-3` … that is free. The count is kept, so that a thousand equal headings are not quadratic.
fn unique(taken: &mut BTreeSet<String>, counts: &mut BTreeMap<String, usize>, words: &str) -> String {
    let mut base = slug::slug(words);
    if base.is_empty() {
        "bagian".clone_into(&mut base);
    }
    let count = counts.entry(base.clone()).or_insert(1);
    let mut id = base.clone();
    while !taken.insert(id.clone()) {
        *count += 1;
        id = format!("{base}-{count}");
    }
    id
}

fn bad_id(id: &str, place: &Place, report: &Report) {
    let message = format!("nama bagian {} tidak sah", quoted(&format!("#{id}")));
    let hint = match slug::slug(id) {
        near if near.is_empty() => "pakai huruf kecil, angka dan `-`, misalnya `{#dalam-1}`".to_owned(),
        near => format!("maksud Anda `{{#{near}}}`?"),
    };
    report.push(Diagnostic::error(codes::HEADING_ID, message).at(place).hint(hint));
}

fn repeated_id(id: &str, place: &Place, first: &Place, report: &Report) {
    let message = format!("nama bagian {} dipakai dua kali", quoted(&format!("#{id}")));
    report.push(
        Diagnostic::error(codes::HEADING_ID, message)
            .at(place)
            .hint("beri nama lain pada salah satunya")
            .related(first, "yang pertama di sini"),
    );
}

/// Reports text that looks like markup which could not be read: `](` of a link, `[^label]` of a footnote.
pub(super) fn check_leftovers(document: &Document, report: &Report) {
    document.walk(&mut |node| {
        if let Node::Inline(Inline { kind: InlineKind::Text(text), place }) = node
            && text == place.text()
            && !report.is_full()
        {
            unread_links(text, place, report);
            undefined_notes(text, place, report);
        }
    });
}

/// Reports the first line of a paragraph that looks like a row of a table: a table that could not be read shows its bars.
pub(super) fn check_tables(document: &Document, report: &Report) {
    document.walk(&mut |node| {
        let Node::Block(Block { kind: BlockKind::Paragraph(content), .. }) = node else { return };
        let begins_line = |at: &usize| at.checked_sub(1).is_none_or(|before| is_break(&content[before]));
        let row = (0..content.len()).filter(begins_line).map(|at| &content[at]).find(|inline| is_bar(inline));
        if let Some(row) = row.filter(|_| !report.is_full()) {
            let message = "baris ini berawalan `|`, tetapi bukan bagian dari tabel";
            let hint = "tulis `|---|---|` di bawah kepala tabel, sebanyak kolomnya, dan jangan beri baris kosong di tengah tabel; \
                bila yang dimaksud garis tegak, tulis `\\|`";
            report.push(Diagnostic::warning(codes::BROKEN_TABLE, message).at(&row.place.sub(0..1)).hint(hint));
        }
    });
}

fn is_break(inline: &Inline) -> bool {
    matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak)
}

/// Whether a text begins with a bar that was written as one, neither behind a backslash nor as an entity.
fn is_bar(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text.starts_with('|'))
        && inline.place.text().starts_with('|')
        && !escaped(&inline.place, 0)
}

fn unread_links(text: &str, place: &Place, report: &Report) {
    for (at, _) in text.match_indices("](").filter(|(at, _)| !escaped(place, *at)) {
        let message = "tulisan `](` ini tampak seperti tautan, tetapi tidak terbaca";
        let hint = "alamat tidak boleh memuat spasi dan harus ditutup `)`; bila yang dimaksud tulisannya, tulis `\\](`";
        report.push(Diagnostic::warning(codes::UNREAD_LINK, message).at(&place.sub(at..at + 2)).hint(hint));
    }
}

fn undefined_notes(text: &str, place: &Place, report: &Report) {
    for (at, _) in text.match_indices("[^").filter(|(at, _)| !escaped(place, *at)) {
        let label = text[at + 2..].split([']', '[', '\n']).next().unwrap_or_default();
        if label.trim().is_empty() || !text[at + 2 + label.len()..].starts_with(']') {
            continue;
        }
        let place = place.sub(at..at + label.len() + 3);
        let message = format!("catatan kaki {} tidak ditulis", quoted(place.text()));
        let hint = format!("tulis isinya pada baris tersendiri: `[^{label}]: …`; bila yang dimaksud tulisannya, tulis `\\[`");
        report.push(Diagnostic::error(codes::UNDEFINED_LABEL, message).at(&place).hint(hint));
    }
}

/// Whether a backslash stands before a byte of a text; the parser leaves it out, so the text then begins there.
fn escaped(place: &Place, at: usize) -> bool {
    at == 0 && place.source().text()[..place.range().start].ends_with('\\')
}

/// Reports links to headings that are not there. With a directive in the text nothing can be told, because it may make headings.
pub(super) fn check_anchors(document: &Document, report: &Report) {
    if !document.directives().is_empty() {
        return;
    }
    let ids: BTreeSet<&str> = document.headings().iter().map(|heading| heading.id).collect();
    for (target, place) in document.links() {
        let LinkTarget::Anchor(id) = target else { continue };
        if !ids.contains(id.as_str()) && !report.is_full() {
            let message = format!("bagian {} tidak ada dalam teks ini", quoted(&format!("#{id}")));
            let hint = match suggest(id, ids.iter().copied().take(MOST_SUGGESTED)) {
                Some(near) => format!("maksud Anda `#{near}`?"),
                None => "nama bagian dibuat dari judulnya, misalnya `## Cara melapor` menjadi `#cara-melapor`".to_owned(),
            };
            report.push(Diagnostic::error(codes::UNKNOWN_ANCHOR, message).at(place).hint(hint));
        }
    }
}
