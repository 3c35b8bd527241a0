//! A kind as JSON Schema (draft 2020-12), for editors that complete and explain keys.
//!
//! It says what an editor can know of a single file. What a file means among the others, such as whether a law exists, is for
//! `suluh check`.

use serde_json::{Map, Value, json};

use crate::project::schema::{Kind, explanation, word_explanation};
use crate::source::reader::describe::{Form, Key, Shape, Word};

/// The schema of a kind, with a line feed at its end.
pub(super) fn schema(kind: &Kind) -> String {
    let mut root = Map::new();
    root.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    root.insert("title".to_owned(), json!(kind.title));
    root.insert("description".to_owned(), json!(kind.about));
    root.extend(object(&kind.shape(), &[kind.name]));
    // A map of strings always becomes text.
    let mut text = serde_json::to_string_pretty(&Value::Object(root)).unwrap_or_default();
    text.push('\n');
    text
}

/// Which keys must be given. What only leaves out what a lower layer has (`hapus: true`) needs nothing but its id.
fn required_of(shape: &Shape) -> Map<String, Value> {
    let names: Vec<&str> = shape.keys.iter().filter(|key| key.required).map(|key| key.name.as_str()).collect();
    let removable = shape.key("hapus").is_some();
    let (always, else_only): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| !removable || *name == "id");
    let mut required = Map::new();
    if !always.is_empty() {
        required.insert("required".to_owned(), json!(always));
    }
    if !else_only.is_empty() {
        required.insert("if".to_owned(), json!({"required": ["hapus"], "properties": {"hapus": {"const": true}}}));
        required.insert("else".to_owned(), json!({ "required": else_only }));
    }
    required
}

fn object(shape: &Shape, path: &[&str]) -> Map<String, Value> {
    let mut properties = Map::new();
    for key in &shape.keys {
        let mut inner = path.to_vec();
        inner.push(&key.name);
        properties.insert(key.name.clone(), Value::Object(property(key, &inner)));
    }
    let mut object = Map::new();
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("additionalProperties".to_owned(), json!(false));
    object.extend(required_of(shape));
    object
}

fn property(key: &Key, path: &[&str]) -> Map<String, Value> {
    let mut property = Map::new();
    property.extend(explanation(path).map(|text| ("description".to_owned(), json!(text))));
    let mut forms: Vec<Map<String, Value>> = key.forms.iter().flat_map(|form| form_of(form, key.required, path)).collect();
    if forms.len() == 1 {
        property.extend(forms.remove(0));
    } else if !forms.is_empty() {
        property.insert("anyOf".to_owned(), json!(forms));
    }
    property
}

/// The ways in which a form can be written.
fn form_of(form: &Form, required: bool, path: &[&str]) -> Vec<Map<String, Value>> {
    match form {
        Form::Text => vec![map(text())],
        Form::Boolean => vec![map(json!({"type": "boolean"}))],
        Form::Integer => vec![map(json!({"type": "integer"}))],
        Form::Number => vec![map(json!({"type": "number"}))],
        Form::NamedNumbers => vec![map(json!({"type": "object", "additionalProperties": {"type": "number"}}))],
        Form::Date => {
            let pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
            vec![map(json!({"type": "string", "format": "date", "pattern": pattern, "examples": ["2026-01-05"]}))]
        }
        Form::Texts => vec![map(text()), list(&text(), required)],
        Form::Choice(words) => vec![map(choice(words, path))],
        Form::Choices(words) => vec![map(choice(words, path)), list(&choice(words, path), required)],
        Form::Map(shape) => vec![object(shape, path)],
        Form::Maps(shape) => vec![list(&Value::Object(object(shape, path)), required)],
        Form::NamedMaps(shape) => {
            vec![map(json!({"type": "object", "additionalProperties": object(shape, path)}))]
        }
    }
}

/// A plain `20` is a text too: `nomor: 20`.
fn text() -> Value {
    json!({"type": ["string", "number"]})
}

fn list(items: &Value, required: bool) -> Map<String, Value> {
    let mut list = map(json!({"type": "array", "items": items}));
    if required {
        list.insert("minItems".to_owned(), json!(1));
    }
    list
}

fn choice(words: &[Word], path: &[&str]) -> Value {
    let names: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
    let meanings: Vec<String> = words.iter().map(|word| meaning(word, path)).collect();
    json!({"enum": names, "enumDescriptions": meanings})
}

/// What a word means: its label, or the words of the table.
pub(super) fn meaning(word: &Word, path: &[&str]) -> String {
    let told = word.label.as_deref().or_else(|| word_explanation(path, &word.word));
    told.unwrap_or_default().to_owned()
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => Map::from_iter([("const".to_owned(), other)]),
    }
}
