//! For programs: one JSON array, one object a problem.

use serde_json::{Map, Value, json as value};

use crate::diagnostics::{Diagnostic, Place};

/// The problems as a JSON array, indented, with a final newline.
///
/// Keys of each object: `code`, `severity` (`error`, `warning`, `note`), `message`, and where they are known `file`, `line`, `column`,
/// `end_line`, `end_column` (from 1, characters), `start`, `end` (bytes, without a byte order mark), `cell` (of a spreadsheet: `C7`),
/// `label`, `causes`, `hint`, `related` (objects with the keys of a place and `message`).
pub fn json(diagnostics: &[Diagnostic]) -> String {
    let list: Vec<Value> = diagnostics.iter().map(object).collect();
    // The alternate form of `Value` indents; it can't fail, since a `Value` is JSON already.
    format!("{:#}\n", Value::Array(list))
}

/// One problem with these keys.
pub fn object(diagnostic: &Diagnostic) -> Value {
    let mut object = Map::new();
    object.insert("code".into(), diagnostic.code.into());
    object.insert("severity".into(), diagnostic.severity.keyword().into());
    object.insert("message".into(), diagnostic.message.as_str().into());
    match &diagnostic.place {
        Some(place) => insert_place(&mut object, place),
        None => insert_text(&mut object, "file", diagnostic.file.as_deref()),
    }
    insert_text(&mut object, "label", diagnostic.label.as_deref());
    if !diagnostic.causes.is_empty() {
        object.insert("causes".into(), value!(diagnostic.causes));
    }
    insert_text(&mut object, "hint", diagnostic.hint.as_deref());
    if !diagnostic.related.is_empty() {
        let related = diagnostic.related.iter().map(|(place, words)| {
            let mut object = Map::new();
            insert_place(&mut object, place);
            object.insert("message".into(), words.as_str().into());
            Value::Object(object)
        });
        object.insert("related".into(), related.collect());
    }
    Value::Object(object)
}

fn insert_place(object: &mut Map<String, Value>, place: &Place) {
    let range = place.range();
    let (line, column) = place.line_column();
    let (end_line, end_column) = place.source().line_column(range.end);
    object.insert("file".into(), place.path().into());
    for (key, number) in [
        ("line", line),
        ("column", column),
        ("end_line", end_line),
        ("end_column", end_column),
        ("start", range.start),
        ("end", range.end),
    ] {
        object.insert(key.into(), number.into());
    }
    insert_text(object, "cell", place.cell().as_deref());
}

fn insert_text(object: &mut Map<String, Value>, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        object.insert(key.into(), text.into());
    }
}
