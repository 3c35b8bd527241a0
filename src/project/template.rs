//! The texts of which new content files are made, and the sentences in them that nobody may publish.
//!
//! `suluh new` fills in [`text`]; [`check`] refuses what is still a sentence of it in content that is no draft any more. Both read the same
//! files, so a sentence that is changed there is refused as it is now. Every one of them begins with "Tulis", and a source with an
//! address that nobody has: a value that does not, such as `Kami menyatakan:`, is meant to stay.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Diagnostics, Place, quoted};
use crate::source::front_matter::Document;
use crate::source::yaml::{Node, Value};

use super::codes::TEMPLATE_LEFT;

/// What several kinds offer: where content is known from.
pub const SOURCES: &str = include_str!("template/sumber.yaml");
/// What every kind offers.
pub const COMMON: &str = include_str!("template/umum.yaml");

/// The text of a new file of this kind, with the gaps `<judul>`, `<spanduk>`, `<sumber>` ([`SOURCES`]) and `<umum>` ([`COMMON`]).
pub fn text(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => include_str!("template/halaman.md"),
        Kind::Violation => include_str!("template/pelanggaran.md"),
        Kind::Sanction => include_str!("template/sanksi.md"),
        Kind::Regulation => include_str!("template/regulasi.md"),
        Kind::Declaration => include_str!("template/deklarasi.md"),
        Kind::Piece => include_str!("template/cetak.md"),
    }
}

/// How what is to be replaced begins: a sentence that says what to write, or an address that nobody has.
const BEGINNINGS: [&str; 3] = ["Tulis ", "tulis ", "https://contoh.go.id/"];

/// The sentences of a template that are to be replaced, those of its comments too: whoever takes the `# ` away uses them.
fn sentences(kind: Kind) -> Vec<&'static str> {
    let lines = [text(kind), SOURCES, COMMON].into_iter().flat_map(str::lines);
    let mut found: Vec<&str> = lines.filter_map(sentence).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The sentence of one line, without the marks of a comment, a list, a heading and the key before it.
fn sentence(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(['#', '-', ' ']);
    let value = match text.split_once(": ") {
        Some((key, value)) if key.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_') => value,
        _ => text,
    };
    let value = value.trim_matches(['[', ']']);
    BEGINNINGS.iter().any(|beginning| value.starts_with(beginning)).then_some(value)
}

/// Reports each sentence of the template that a published file still has.
pub(super) fn check(kind: Kind, document: &Document, d: &Diagnostics) {
    if is_draft(&document.front) {
        return;
    }
    static KNOWN: LazyLock<BTreeMap<Kind, Vec<&str>>> = LazyLock::new(|| Kind::ALL.map(|kind| (kind, sentences(kind))).into());
    let Some(sentences) = KNOWN.get(&kind) else { return };
    check_values(&document.front, sentences, d);
    let source = document.body.source();
    let start = document.body.range().start;
    let body = &source.text()[document.body.range()];
    // Most texts hold nothing that a sentence begins with.
    if !BEGINNINGS.iter().any(|beginning| body.contains(beginning)) {
        return;
    }
    for line in lines(body) {
        // A sentence is found in a longer paragraph too: who writes on after it has not replaced it.
        let Some(sentence) = sentences.iter().find(|sentence| body[line.clone()].contains(**sentence)) else { continue };
        let from = start + line.start + body[line].find(sentence).unwrap_or_default();
        d.push(left(sentence, &source.place(from..from + sentence.len())));
    }
}

/// The byte ranges of the lines of a text.
fn lines(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    let mut next = 0;
    text.split_inclusive(['\n', '\r']).map(move |line| {
        let start = next;
        next += line.len();
        start..next
    })
}

fn is_draft(front: &Node) -> bool {
    let Value::Map(entries) = &front.value else { return false };
    let draft = entries.iter().find(|entry| entry.key.value == "draf");
    draft.is_some_and(|entry| matches!(&entry.value.value, Value::Scalar { text, .. } if text == "true"))
}

fn check_values(node: &Node, sentences: &[&str], d: &Diagnostics) {
    match &node.value {
        Value::Map(entries) => entries.iter().for_each(|entry| check_values(&entry.value, sentences, d)),
        Value::List(nodes) => nodes.iter().for_each(|node| check_values(node, sentences, d)),
        Value::Scalar { text, .. } if sentences.contains(&text.trim()) => d.push(left(text.trim(), &node.place)),
        Value::Scalar { .. } | Value::Null => {}
    }
}

fn left(text: &str, place: &Place) -> Diagnostic {
    Diagnostic::error(TEMPLATE_LEFT, format!("{} masih teks contoh dari `suluh new`", quoted(text)))
        .at(place)
        .because("tanpa `draf: true`, teks ini terbit seolah-olah isi yang sebenarnya")
        .hint("ganti dengan kalimat Anda sendiri, atau hapus bila tidak perlu; bila belum siap terbit, tulis lagi `draf: true`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_gives_its_sentence() {
        assert_eq!(sentence("ringkas: Tulis larangannya dalam satu kalimat."), Some("Tulis larangannya dalam satu kalimat."));
        assert_eq!(sentence("#   - tulis satu langkah"), Some("tulis satu langkah"));
        assert_eq!(sentence("#   - isi: Tulis siapa, di mana, dan kapan."), Some("Tulis siapa, di mana, dan kapan."));
        assert_eq!(sentence("#   - https://contoh.go.id/naskah"), Some("https://contoh.go.id/naskah"));
        assert_eq!(sentence("#     sumber: [https://contoh.go.id/berita]"), Some("https://contoh.go.id/berita"));
        assert_eq!(sentence("## Tulis judul bagian"), Some("Tulis judul bagian"));
        assert_eq!(sentence("# Satu butir setiap janji. Tulis `kutipan: true`."), None);
        assert_eq!(sentence("## Contoh"), None);
    }

    /// What the body of a template says is to be replaced, but for its headings and what the program fills in.
    #[test]
    fn no_line_of_a_body_is_left_out() {
        for kind in Kind::ALL {
            let (_, body) = text(kind).rsplit_once("---\n").unwrap();
            let kept = |line: &str| line.is_empty() || ["## Contoh", "## Yang boleh", "{{ kontak }}"].contains(&line);
            let missed: Vec<&str> = body.lines().filter(|line| !kept(line) && sentence(line).is_none()).collect();
            assert_eq!(missed, Vec::<&str>::new(), "{}", kind.folder());
        }
    }
}
