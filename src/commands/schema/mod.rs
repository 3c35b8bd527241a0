//! `suluh schema`: what can be written in each kind of file, as JSON Schema for editors and as tables for people.

mod json;
mod tables;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::process::ExitCode;

use super::{output, summary};
use crate::cli::{EXIT_IO, EXIT_USAGE, SchemaArgs};
use crate::diagnostics::did_you_mean;
use crate::project::schema::{KINDS, Kind};

/// The tables of all kinds, for people.
const TABLES: &str = "skema.md";

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
    let mut files: Vec<(String, String)> = kinds.iter().map(|kind| (file_name(kind), json::schema(kind))).collect();
    if whole {
        files.push((TABLES.to_owned(), tables::tables()));
    }
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| files.iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text)));
    match written {
        Ok(()) => {
            output::say(&format!("{} berkas ditulis ke {}.", files.len(), folder.display()));
            ExitCode::SUCCESS
        }
        Err(_) => {
            output::complain(&format!(
                "galat: skema tidak dapat ditulis ke `{}`\n  saran: pilih folder lain dengan `--output`, atau periksa izin folder itu",
                folder.display()
            ));
            ExitCode::from(EXIT_IO)
        }
    }
}

/// `regulasi.schema.json`
fn file_name(kind: &Kind) -> String {
    format!("{}.schema.json", kind.name)
}
