//! `suluh formats`: the print formats of the project's theme, as a table.

use std::process::ExitCode;

use super::{output, summary};
use crate::cli::{EXIT_CONTENT, FormatsArgs, MessageFormat};
use crate::content::Format;
use crate::content::format::CopyLength;
use crate::diagnostics::Diagnostics;
use crate::project::{self, Chain};

/// Runs the command.
pub fn run(args: &FormatsArgs) -> ExitCode {
    let d = Diagnostics::new();
    let Some(project) = project::read(&Chain::open(&args.project, &d), &d) else {
        output::report(&d.into_sorted(), MessageFormat::Text);
        return ExitCode::from(EXIT_CONTENT);
    };
    let head = ["Format", "Nama", "Ukuran jadi", "Bleed", "Keluarga", "Teks yang dipakai"];
    let rows: Vec<Vec<String>> = project.theme.formats.values().map(row).collect();
    output::say(&summary::table(&head, &rows, &[]));
    ExitCode::SUCCESS
}

fn row(format: &Format) -> Vec<String> {
    let copy = match format.copy {
        CopyLength::Headline => "spanduk (paling banyak 7 kata)",
        CopyLength::Line => "spanduk dan ringkas",
        CopyLength::Points => "spanduk, ringkas, dan poin",
        CopyLength::Full => "naskah lengkap",
    };
    vec![
        format.id.to_string(),
        format.title.value.clone(),
        format!("{} × {} mm", format.width, format.height),
        format!("{} mm", format.bleed),
        format.family.key().to_owned(),
        copy.to_owned(),
    ]
}
