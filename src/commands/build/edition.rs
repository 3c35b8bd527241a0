//! One edition: its pieces, then its pages.

use rayon::prelude::*;
use serde_json::Value;

use super::{Workshop, pieces, readings};
use crate::commands::grounds;
use crate::plan::EditionPlan;
use crate::plan::grounds::of_site;
use crate::publish::{EditionWriter, OutputPath, Part, Publication, PublishError, SITE};
use crate::web::worker::{self, Known, Wanted};
use crate::web::{Downloads, OutputFile, bundle};

/// How many steps the progress bar counts for an edition: a page, a sheet and a village's sheet
/// are one each.
pub(super) fn steps(workshop: &Workshop<'_>, plan: &EditionPlan) -> u64 {
    let pages = if workshop.makes(Part::Web) { plan.pages.len() } else { 0 };
    let sheets = if workshop.makes(Part::Print) { plan.sheets.iter().map(|sheet| 1 + sheet.villages).sum() } else { 0 };
    u64::try_from(pages + sheets).unwrap_or(u64::MAX)
}

/// Makes one edition and closes it, so that its records do not wait in memory for the others.
pub(super) fn make(workshop: &Workshop<'_>, publication: &Publication, plan: &EditionPlan) -> Result<(), PublishError> {
    let writer = publication.edition(&plan.edition.code, &workshop.parts)?;
    workshop.progress.say(plan.edition.name.clone());
    let mut downloads =
        if workshop.makes(Part::Print) { pieces::make(workshop, plan, &writer)? } else { pieces::published(plan, &writer) };
    if workshop.makes(Part::Web) {
        downloads.readings = readings::make(workshop, publication, plan, &writer)?;
        site(workshop, plan, &downloads, &writer)?;
        writer.set_facts(Part::Web, Value::Object([grounds::noted(&of_site(plan))].into_iter().collect()));
    }
    writer.finish().map(drop)
}

/// Renders every page and every shared file of the edition's website.
fn site(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    downloads: &Downloads,
    writer: &EditionWriter<'_>,
) -> Result<(), PublishError> {
    let all = &workshop.prepared.plan;
    let house = workshop.web.edition(all, plan, downloads);
    let wanted = worker::wanted(&house);
    let made = plan.pages.par_iter().map(|page| {
        let files = house.render(page, &workshop.problems);
        workshop.progress.advance(1);
        if workshop.zips && bundle::tells(&page.kind) {
            return Ok((Vec::new(), files));
        }
        Ok((put(&files, &wanted, writer)?, Vec::new()))
    });
    let (known, telling): (Vec<Vec<_>>, Vec<_>) = made.collect::<Result<Vec<_>, PublishError>>()?.into_iter().unzip();
    let mut known = known.concat();
    let shared = house.shared_files();
    known.extend(put(&shared, &wanted, writer)?);
    let mut sums = house.sums();
    if workshop.zips {
        let zip = super::bundle::make(workshop, (plan, downloads), &house, &telling.concat(), writer)?;
        let downloads = Downloads { zip: Some(zip), ..downloads.clone() };
        let house = workshop.web.edition(all, plan, &downloads);
        for page in plan.pages.iter().filter(|page| bundle::tells(&page.kind)) {
            let files = house.render(page, &workshop.problems);
            known.extend(put(&files, &wanted, writer)?);
        }
        sums = house.sums();
    }
    put(sums.as_slice(), &wanted, writer)?;
    put(&[worker::script(&house, known, &wanted)], &wanted, writer).map(drop)
}

/// Writes files, and says what the worker has to know of them.
fn put(files: &[OutputFile], wanted: &Wanted, writer: &EditionWriter<'_>) -> Result<Vec<Known>, PublishError> {
    let one = |file: &OutputFile| {
        let path = OutputPath::parse(&format!("{SITE}/{}", file.path))?;
        let written = writer.write(Part::Web, &path, &file.bytes, None)?;
        Ok(worker::known(file, written.record.sha256, wanted))
    };
    files.iter().map(one).collect()
}
