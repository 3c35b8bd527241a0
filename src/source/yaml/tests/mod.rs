//! Tests of the YAML tree: its values and their places.

mod foreign;
mod limits;
mod messages;

use super::{Node, Value};
use crate::source::testing::parse;

/// A tree on one line: values with the text at their place when it differs.
fn sketch(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Scalar { text, quoted: false } => text.clone(),
        Value::Scalar { text, quoted: true } => format!("{text:?}"),
        Value::List(items) => format!("[{}]", items.iter().map(sketch).collect::<Vec<_>>().join(", ")),
        Value::Map(entries) => {
            let entries = entries.iter().map(|entry| format!("{}: {}", entry.key.value, sketch(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
    }
}

fn tree(text: &str) -> String {
    let (node, problems) = parse(text);
    assert_eq!(problems, "");
    sketch(&node.unwrap())
}

/// The text at the place of every scalar and key, in order.
fn places(node: &Node) -> Vec<String> {
    match &node.value {
        Value::Null | Value::Scalar { .. } => vec![node.place.text().to_owned()],
        Value::List(items) => items.iter().flat_map(places).collect(),
        Value::Map(entries) => entries
            .iter()
            .flat_map(|entry| std::iter::once(entry.key.place.text().to_owned()).chain(places(&entry.value)))
            .collect(),
    }
}

#[test]
fn plain_scalars_keep_their_text() {
    assert_eq!(
        tree("kode: 11.10\nhari: 01\nsetuju: no\noktal: 0755\nkosong:\nnol: ~\n"),
        "{kode: 11.10, hari: 01, setuju: no, oktal: 0755, kosong: null, nol: null}"
    );
    assert_eq!(
        tree("a: 'no'\nb: \"é\\n\"\nc: |\n  satu\n  dua\nd: >-\n  satu\n  dua\ne: ''\nf: '~'\n"),
        r#"{a: "no", b: "é\n", c: "satu\ndua\n", d: "satu dua", e: "", f: "~"}"#
    );
    assert_eq!(tree("- {a: 1, b: [x, y]}\n- - z\n"), "[{a: 1, b: [x, y]}, [z]]");
}

#[test]
fn every_key_and_value_has_its_bytes() {
    let text = "é: ü\r\nkode: 11.10\r\nteks: |\r\n  satu\r\n  dua\r\n\r\ndaftar:\r\n  - 'x y'\r\n  - {k: \"v\"}\r\n";
    let (node, _) = parse(text);
    let node = node.unwrap();
    assert_eq!(places(&node), ["é", "ü", "kode", "11.10", "teks", "satu\r\n  dua", "daftar", "'x y'", "k", "\"v\""]);
    assert_eq!(node.place.text(), text.trim_end());
    let Value::Map(entries) = &node.value else { panic!("a mapping") };
    assert_eq!(entries[3].value.place.text(), "- 'x y'\r\n  - {k: \"v\"}");
    assert_eq!(entries[3].value.place.line_column(), (8, 3));
}

#[test]
fn an_alias_stands_where_it_is_used() {
    let (node, problems) = parse("a: &x\n  k: 1\nb: *x\n");
    assert_eq!(problems, "");
    let Value::Map(entries) = &node.unwrap().value else { panic!("a mapping") };
    assert_eq!(sketch(&entries[1].value), "{k: 1}");
    assert_eq!(entries[1].value.place.text(), "*x");
}

#[test]
fn one_document_may_have_its_marker() {
    assert_eq!(tree("---\na: 1\n"), "{a: 1}");
    assert_eq!(tree("# catatan\n\na: 1 # catatan\n...\n"), "{a: 1}");
}

#[test]
fn a_duplicate_key_keeps_the_first_value() {
    assert_eq!(sketch(&parse("a: 1\nb: 2\na: 3\n").0.unwrap()), "{a: 1, b: 2}");
}

#[test]
fn a_part_of_a_text_counts_from_its_start() {
    let source = crate::source::testing::source("---\njudul: x\njudul: y\n---\nisi\n");
    let d = crate::diagnostics::Diagnostics::new();
    let node = super::parse(&source, 4..22, &d).unwrap();
    assert_eq!(places(&node), ["judul", "x"]);
    assert_eq!(d.into_sorted()[0].place.as_ref().unwrap().line_column(), (3, 1));
}
