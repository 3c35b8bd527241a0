//! The office's own copy of a piece: what a laser printer on a desk can print, beside what goes to the shop.

use std::path::Path;

use super::pieces::press_path;
use crate::plan::{EditionPlan, SheetPlan};
use crate::print::names::Name;
use crate::print::{self, Facts, FileKind, Job, PrintedFile};
use crate::publish::{EditionWriter, Key, OutputPath, Part, PublishError};

/// What the copy's name ends in.
const ENDING: &str = "-printer-kantor.pdf";

/// Makes the copy of the piece's press file, and adds it to what was made.
pub(super) fn add(
    plan: &EditionPlan,
    sheet: &SheetPlan,
    job: &Job<'_>,
    name: Option<&Name>,
    (writer, key): (&EditionWriter<'_>, &Key),
    facts: &mut Facts,
) -> Result<(), PublishError> {
    let press = facts.files.iter().find(|file| file.kind == FileKind::Press).filter(|_| print::suits_office(&job.format));
    let Some(press) = press else { return Ok(()) };
    let from = OutputPath::parse(&press_path(plan, sheet, name, &press.path))?;
    let path = press.path.replace(".pdf", ENDING);
    let to = press_path(plan, sheet, name, &path);
    let bytes = print::for_office(&writer.read(&from)?, &job.format);
    let bytes = bytes.map_err(|error| PublishError::io("membuat", Path::new(&to), error))?;
    let written = writer.write(Part::Print, &OutputPath::parse(&to)?, &bytes, Some(key))?;
    facts.files.push(PrintedFile {
        kind: FileKind::Office,
        path,
        bytes: bytes.len(),
        sha256: written.record.sha256.to_string(),
        ..press.clone()
    });
    Ok(())
}
