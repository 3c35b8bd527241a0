//! The office's own copy of a piece: what a laser printer on a desk can print, beside what goes to the shop.

use std::path::Path;

use super::pieces::press_path;
use crate::plan::{EditionPlan, SheetPlan};
use crate::print::names::Name;
use crate::print::{self, Facts, FileKind, Job, PrintedFile};
use crate::publish::{EditionWriter, Key, OutputPath, Part, PublishError};

/// Makes the copy of a piece's press file, and adds it to what was made. The copies of merged files were written beside them.
pub(super) fn add(
    plan: &EditionPlan,
    sheet: &SheetPlan,
    job: &Job<'_>,
    name: Option<&Name>,
    (writer, key): (&EditionWriter<'_>, &Key),
    facts: &mut Facts,
) -> Result<(), PublishError> {
    if job.is_per_village() || !print::suits_office(&job.format) {
        return Ok(());
    }
    let mut copies = Vec::new();
    for press in facts.files.iter().filter(|file| file.kind == FileKind::Press && !print::is_press_sheet(&file.path)) {
        let from = OutputPath::parse(&press_path(plan, sheet, name, &press.path))?;
        let path = press.path.replace(".pdf", print::OFFICE_ENDING);
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
