//! `suluh schema`: what can be written in each kind of file, as JSON Schema for editors and as tables for people.

mod fillers;
mod json;
mod tables;
#[cfg(test)]
pub(super) mod tests;

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use super::write::{self, NewFile};
use super::{output, summary};
use crate::cli::{EXIT_IO, EXIT_USAGE, MessageFormat, SchemaArgs};
use crate::diagnostics::did_you_mean;
use crate::project::schema::{KINDS, Kind};

/// The tables of all kinds, for people.
const TABLES: &str = "skema.md";
/// Where VS Code and its like keep the settings of a folder.
const EDITOR: &str = ".vscode";

/// Runs the command.
pub fn run(args: &SchemaArgs) -> ExitCode {
    let kinds = match &args.kind {
        None => KINDS.iter().collect(),
        Some(name) => match Kind::named(name) {
            Some(kind) => vec![kind],
            None => return unknown(name),
        },
    };
    match (&args.output, kinds.as_slice()) {
        (Some(folder), _) => write(folder, &kinds, args.kind.is_none()),
        (None, [kind]) => {
            output::say(&json::schema(kind));
            ExitCode::SUCCESS
        }
        (None, _) => {
            output::say(&list());
            ExitCode::SUCCESS
        }
    }
}

fn unknown(name: &str) -> ExitCode {
    let names = KINDS.iter().map(|kind| kind.name);
    let hint = did_you_mean(name, names.clone(), || format!("jenis yang ada: {}", names.collect::<Vec<_>>().join(", ")));
    output::complain(&format!("galat: jenis `{name}` tidak dikenal\n  saran: {hint}"));
    ExitCode::from(EXIT_USAGE)
}

fn list() -> String {
    let rows: Vec<Vec<String>> =
        KINDS.iter().map(|kind| vec![kind.name.to_owned(), kind.title.to_owned(), kind.files.join(", ")]).collect();
    let table = summary::table(&["Jenis", "Nama", "Berkas"], &rows, &[]);
    format!(
        "{table}\n\nTulis `suluh schema JENIS` untuk melihat satu skema, atau `suluh schema --output FOLDER` untuk menulis semuanya."
    )
}

fn write(folder: &Path, kinds: &[&Kind], whole: bool) -> ExitCode {
    let mut files: Vec<NewFile> = kinds.iter().map(|kind| NewFile::new(file_name(kind), json::schema(kind))).collect();
    if whole {
        files.push(NewFile::new(TABLES, tables::tables()));
    }
    match write::replace(folder, &files) {
        Ok(()) => {
            output::say(&format!("{} berkas ditulis ke {}.", files.len(), folder.display()));
            ExitCode::SUCCESS
        }
        Err(error) => {
            output::report(&[error.into()], MessageFormat::Text);
            ExitCode::from(EXIT_IO)
        }
    }
}

/// The schemas of what an office writes as YAML, and the settings by which an editor finds them.
pub(super) fn for_editors() -> Vec<NewFile> {
    let kinds =
        || KINDS.iter().filter(|kind| kind.files.iter().any(|files| files.starts_with("content/daerah/")) && !kind.front_matter);
    let path = |kind: &Kind| format!("{EDITOR}/{}", file_name(kind));
    let schemas: Map<String, Value> = kinds().map(|kind| (format!("./{}", path(kind)), json!(kind.files))).collect();
    let mut settings = serde_json::to_string_pretty(&json!({ "yaml.schemas": schemas })).unwrap_or_default();
    settings.push('\n');
    let mut files: Vec<NewFile> = kinds().map(|kind| NewFile::new(path(kind), json::schema(kind))).collect();
    files.push(NewFile::new(format!("{EDITOR}/settings.json"), settings));
    files
}

/// `regulasi.schema.json`
fn file_name(kind: &Kind) -> String {
    format!("{}.schema.json", kind.name)
}
