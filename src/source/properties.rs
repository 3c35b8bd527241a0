//! What must hold for every input: no panic, places inside the text, values that are what was written.

use proptest::prelude::*;

use super::reader::MapReader;
use super::yaml::{self, Node, Value};
use super::{SourceTree, front_matter, table};
use crate::diagnostics::{Diagnostics, SourceText, render};

/// Everything this room can do with the bytes of one file.
fn read_all(bytes: &[u8]) -> Diagnostics {
    let d = Diagnostics::new();
    let tree = SourceTree::from_files([("a.md".to_owned(), bytes.to_vec())]);
    if let Some(text) = tree.get("a.md").and_then(|file| file.text(&d)) {
        if let Some(node) = yaml::parse(&text, 0..text.text().len(), &d) {
            check_places(&node, 0..text.text().len());
            take_all(&node, &d);
        }
        if let Some(document) = front_matter::split(&text, &d) {
            check_places(&document.front, 0..document.body.range().start);
        }
        table::csv(&text, &d);
    }
    d
}

/// Every place is inside its parent's, and a plain value of one line is its own text. Inside an alias places lie elsewhere.
fn check_places(node: &Node, within: std::ops::Range<usize>) {
    let range = node.place.range();
    assert!(within.start <= range.start && range.end <= within.end, "{range:?} in {within:?}");
    if node.place.text().starts_with('*') {
        return;
    }
    match &node.value {
        Value::Scalar { text, quoted: false } if !node.place.text().contains(['\n', '\r']) => {
            assert_eq!(text, node.place.text());
        }
        Value::Null | Value::Scalar { .. } => {}
        Value::List(items) => items.iter().for_each(|item| check_places(item, range.clone())),
        Value::Map(entries) => {
            for entry in entries {
                assert!(entry.key.place.range().end <= entry.value.place.range().start);
                check_places(&entry.value, range.clone());
            }
        }
    }
}

/// Asks a tree for values of every type.
fn take_all(node: &Node, d: &Diagnostics) {
    let Some(mut reader) = MapReader::new(node, "uji", d) else { return };
    let Value::Map(entries) = &node.value else { return };
    for entry in entries {
        let key = &entry.key;
        reader.text(key);
        reader.boolean(key);
        reader.integer(key);
        reader.number(key);
        reader.date(key);
        reader.choices(key, &[("satu", 1)]);
        reader.maps(key).into_iter().for_each(MapReader::finish);
        if let Some(inner) = reader.map(key) {
            inner.finish();
        }
    }
    reader.finish();
}

/// Texts made of what YAML, front matter and tables give a meaning to.
fn marked_text() -> impl Strategy<Value = String> {
    let words = [
        "a",
        "b",
        "judul",
        ": ",
        ":",
        "- ",
        "-",
        "\n",
        "\r\n",
        "\r",
        "  ",
        "    ",
        "\t",
        "[",
        "]",
        "{",
        "}",
        ",",
        ";",
        "\"",
        "'",
        "#",
        " #x",
        "|\n",
        ">-\n",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "? ",
        "---\n",
        "...\n",
        "%",
        "@",
        "`",
        "~",
        "11.10",
        "é",
        "\u{1f468}",
        "\u{feff}",
        "\u{2028}",
        "\\",
        "\"\\x4",
        "\0",
        "null",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        render::human(&read_all(&bytes).into_sorted(), false);
    }

    #[test]
    fn marked_texts_never_panic(text in marked_text(), fenced: bool) {
        let text = if fenced { format!("---\n{text}\n---\nisi") } else { text };
        render::human(&read_all(text.as_bytes()).into_sorted(), false);
    }

    /// A text that is refused says so; a text that is read without a problem can be read again to the same tree.
    #[test]
    fn nothing_fails_in_silence(text in marked_text()) {
        let d = Diagnostics::new();
        let source = SourceText::new("a.md", text);
        let tree = yaml::parse(&source, 0..source.text().len(), &d);
        prop_assert_eq!(tree.is_none() && !d.has_errors(), false);
        let table = table::csv(&source, &d);
        prop_assert_eq!(table.is_none() && !d.has_errors(), false);
    }

    /// Line ends do not matter to values.
    #[test]
    fn line_ends_do_not_matter(text in "[a-c:\\-\"' \n#\\[\\]{},|]{0,40}") {
        let read = |text: String| {
            let d = Diagnostics::new();
            let source = SourceText::new("a.md", text);
            let node = yaml::parse(&source, 0..source.text().len(), &d);
            (node.map(|node| values(&node)), d.into_sorted().into_iter().map(|d| (d.code, d.message)).collect::<Vec<_>>())
        };
        prop_assert_eq!(read(text.clone()), read(text.replace('\n', "\r\n")));
    }

    /// Whatever stands in cells, quoted as the rules say, comes out as it was.
    #[test]
    fn quoted_cells_come_out_as_they_were(
        rows in proptest::collection::vec(proptest::collection::vec("[a\u{e9},;\"\n\r\t ]{0,8}", 3), 1..6),
        semicolon: bool,
        windows: bool,
    ) {
        let (separator, ending) = (if semicolon { ";" } else { "," }, if windows { "\r\n" } else { "\n" });
        let line = |cells: &[String]| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(separator);
        let header = ["x", "y", "z"].join(separator);
        let text = rows.iter().fold(header, |text, row| format!("{text}{ending}{}", line(row)));
        let d = Diagnostics::new();
        let grid = table::csv(&SourceText::new("a.csv", text), &d).unwrap();
        prop_assert!(d.is_empty());
        let read: Vec<Vec<String>> = grid.rows.into_iter().skip(1).map(|row| row.cells.into_iter().map(|cell| cell.value).collect()).collect();
        let filled: Vec<_> = rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(read, filled);
    }
}

/// A tree without its places.
fn values(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Scalar { text, quoted } => format!("{text:?}{quoted}"),
        Value::List(items) => format!("{:?}", items.iter().map(values).collect::<Vec<_>>()),
        Value::Map(entries) => {
            format!("{:?}", entries.iter().map(|entry| (&entry.key.value, values(&entry.value))).collect::<Vec<_>>())
        }
    }
}
