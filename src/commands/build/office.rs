//! The office's own copy of a piece: what a laser printer on a desk can print, beside what goes to the shop.

use std::path::Path;

use super::pieces::press_path;
use crate::plan::{EditionPlan, SheetPlan};
use crate::print::names::Name;
use crate::print::{self, Facts, FileKind, Job, PrintedFile};
use crate::publish::{EditionWriter, Key, OutputPath, Part, PublishError};

/// What the copy's name ends in.
const ENDING: &str = "-printer-kantor.pdf";

/// Makes the copy of each of the piece's press files, and adds them to what was made.
pub(super) fn add(
    plan: &EditionPlan,
    sheet: &SheetPlan,
    job: &Job<'_>,
    name: Option<&Name>,
    (writer, key): (&EditionWriter<'_>, &Key),
    facts: &mut Facts,
) -> Result<(), PublishError> {
    if !print::suits_office(&job.format) {
        return Ok(());
    }
    let of_kind = |kind| facts.files.iter().filter(move |file| file.kind == kind && !print::is_press_sheet(&file.path));
    let (whole, districts): (Vec<_>, Vec<_>) = (of_kind(FileKind::Press).collect(), of_kind(FileKind::District).collect());
    let copied = if whole.is_empty() { districts } else { whole };
    let mut copies = Vec::new();
    for press in copied {
        let from = OutputPath::parse(&press_path(plan, sheet, name, &press.path))?;
        let path = press.path.replace(".pdf", ENDING);
        let to = press_path(plan, sheet, name, &path);
        let bytes = print::for_office(&writer.read(&from)?, &job.format);
        let bytes = bytes.map_err(|error| PublishError::io("membuat", Path::new(&to), error))?;
        let written = writer.write(Part::Print, &OutputPath::parse(&to)?, &bytes, Some(key))?;
        let (kind, bytes, sha256) = (FileKind::Office, bytes.len(), written.record.sha256.to_string());
        copies.push(PrintedFile { kind, path, bytes, sha256, ..press.clone() });
    }
    facts.files.append(&mut copies);
    Ok(())
}
