//! Whether a file is as its shape says: the part of JSON Schema that we write, so that a test needs no validator of others.

use crate::source::Date;
use crate::source::reader::describe::{Form, Key, Shape, Word};
use crate::source::yaml::{Entry, Node, Value};

/// What is not as the shape says, a line each.
pub(super) fn violations(shape: &Shape, node: &Node) -> Vec<String> {
    let mut found = Vec::new();
    object(shape, node, "", &mut found);
    found
}

fn object(shape: &Shape, node: &Node, path: &str, found: &mut Vec<String>) {
    let Value::Map(entries) = &node.value else {
        found.push(format!("{path} is no mapping"));
        return;
    };
    for entry in entries {
        match shape.key(&entry.key.value) {
            Some(key) => value(key, &entry.value, &format!("{path}.{}", key.name), found),
            None => found.push(format!("{path}.{} is unknown", entry.key.value)),
        }
    }
    let says = |entry: &Entry| entry.key.value == "hapus" && plain(&entry.value) == Some("true");
    let removes = shape.key("hapus").is_some() && entries.iter().any(says);
    for key in shape.keys.iter().filter(|key| key.required && (!removes || key.name == "id")) {
        if entries.iter().all(|entry| entry.key.value != key.name) {
            found.push(format!("{path}.{} is missing", key.name));
        }
    }
}

fn value(key: &Key, node: &Node, path: &str, found: &mut Vec<String>) {
    let tries = key.forms.iter().map(|form| {
        let mut problems = Vec::new();
        one(form, node, path, &mut problems);
        problems
    });
    found.extend(tries.min_by_key(Vec::len).unwrap_or_default());
}

fn one(form: &Form, node: &Node, path: &str, found: &mut Vec<String>) {
    let good = match form {
        Form::Text => is_text(node),
        Form::Boolean => matches!(plain(node), Some("true" | "false")),
        Form::Integer => plain(node).is_some_and(|text| text.parse::<i64>().is_ok()),
        Form::Number => is_number(node),
        Form::Date => scalar(node).is_some_and(|text| text.parse::<Date>().is_ok()),
        Form::Texts => items(node).iter().all(is_text),
        Form::Choice(words) => is_word(node, words),
        Form::Choices(words) => items(node).iter().all(|node| is_word(node, words)),
        Form::Map(shape) => return object(shape, node, path, found),
        Form::Maps(shape) => match &node.value {
            Value::List(list) => return list.iter().for_each(|node| object(shape, node, path, found)),
            _ => false,
        },
        Form::NamedMaps(shape) => match &node.value {
            Value::Map(entries) => return entries.iter().for_each(|entry| object(shape, &entry.value, path, found)),
            _ => false,
        },
        Form::NamedNumbers => {
            matches!(&node.value, Value::Map(entries) if entries.iter().all(|entry| is_number(&entry.value)))
        }
    };
    if !good {
        found.push(format!("{path} is not {form:?}"));
    }
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(list) => list,
        _ => std::slice::from_ref(node),
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar { text, quoted: false } => Some(text),
        _ => None,
    }
}

/// A plain `true` would be no text to an editor.
fn is_text(node: &Node) -> bool {
    scalar(node).is_some() && !matches!(plain(node), Some("true" | "false"))
}

fn is_number(node: &Node) -> bool {
    plain(node).is_some_and(|text| text.parse::<f64>().is_ok())
}

fn is_word(node: &Node, words: &[Word]) -> bool {
    scalar(node).is_some_and(|text| words.iter().any(|word| word.word == text))
}
