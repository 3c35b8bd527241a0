//! What is committed is what the program writes.

use std::path::Path;

use super::{TABLES, file_name, json, tables};
use crate::project::schema::KINDS;

/// Compares a committed file with what is generated; `SNAPSHOTS=overwrite` writes it.
pub(in crate::commands) fn committed(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == text, "{path} is not what the program writes: run with SNAPSHOTS=overwrite and read the difference");
}

#[test]
fn the_committed_schemas_are_those_of_the_readers() {
    for kind in KINDS {
        committed(&format!("schema/{}", file_name(kind)), &json::schema(kind));
    }
    let known: Vec<String> = KINDS.iter().map(file_name).collect();
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("schema")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(known.contains(&name), "schema/{name} is of no kind");
    }
}

#[test]
fn the_committed_tables_are_those_of_the_readers() {
    committed(&format!("docs/{TABLES}"), &tables::tables());
}

#[test]
fn a_schema_is_json_and_closed() {
    for kind in KINDS {
        let schema: serde_json::Value = serde_json::from_str(&json::schema(kind)).unwrap();
        assert_eq!(schema["additionalProperties"], serde_json::Value::Bool(false), "{}", kind.name);
        assert_eq!(schema["type"], "object", "{}", kind.name);
    }
}
