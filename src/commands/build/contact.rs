//! The contact sheet of an edition: all that was made, on paper to be approved and on the website.

use serde_json::Value;

use super::Workshop;
use super::offered::{self, file_name};
use super::pieces::Made;
use crate::content::format::Family;
use crate::edition::in_order;
use crate::plan::EditionPlan;
use crate::print::{self, ContactSheet, Facts, FileKind, Ordered, PrintedFile, Shown};
use crate::publish::{Digest, EditionWriter, Key, OutputPath, Part, PublishError, SITE};
use crate::web::{DownloadFile, Use};

/// Its name, in the folder for the shop and below the website's `unduhan/`.
const FILE: &str = "lembar-kontak.pdf";
/// Where the facts of the edition keep it, beside those of the pieces; no piece has such an id.
pub(super) const FACTS: &str = "_lembar-kontak";

/// Makes the sheet, or takes it over when nothing on it changed. None for an edition without pieces.
pub(super) fn make(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    made: &Made,
    writer: &EditionWriter<'_>,
) -> Result<Option<PrintedFile>, PublishError> {
    let mut sheet = sheet(workshop, plan, made);
    if sheet.shown.is_empty() {
        return Ok(None);
    }
    let hasher = Key::of("contact").with(&workshop.houses.of(plan).digest).with(plan.root.as_str()).with(sheet.ingredients());
    let key =
        made.values().fold(hasher, |hasher, facts| hasher.with(serde_json::to_string(facts.as_ref()).unwrap_or_default())).key();
    if let Some(reused) = writer.reuse(Part::Print, &key)?
        && let Ok(known) = serde_json::from_value(reused.facts)
    {
        return Ok(Some(known));
    }
    for shown in &mut sheet.shown {
        let Some(preview) = made.get(&shown.id).and_then(|facts| facts.previews.first()) else { continue };
        let path = format!("{SITE}/{}", plan.download_file(file_name(&preview.path)).output_path());
        shown.picture = writer.read(&OutputPath::parse(&path)?)?;
    }
    let Some(file) = print::contact_sheet(&workshop.houses.of(plan).print, &sheet, &workshop.problems) else { return Ok(None) };
    let press = format!("cetak/{}/{FILE}", plan.edition.code);
    for path in [format!("{SITE}/{}", plan.download_file(FILE).output_path()), press.clone()] {
        writer.write(Part::Print, &OutputPath::parse(&path)?, &file.bytes, Some(&key))?;
    }
    let printed = PrintedFile {
        kind: FileKind::Screen,
        path: press,
        district: None,
        pages: file.pages,
        bytes: file.bytes.len(),
        sha256: Digest::of(&file.bytes).to_string(),
    };
    writer.note(Part::Print, &key, serde_json::to_value(&printed).unwrap_or_default());
    Ok(Some(printed))
}

/// What the download page says of it.
pub(super) fn offered(printed: &PrintedFile) -> DownloadFile {
    offered::offered(printed, "Lembar kontak", Use::Read)
}

/// What an earlier run noted of it.
pub(super) fn published(facts: &Value) -> Option<DownloadFile> {
    serde_json::from_value(facts.get(FACTS)?.clone()).ok().map(|printed: PrintedFile| offered(&printed))
}

/// How many pages the files of a kind have together.
fn pages(facts: &Facts, kind: FileKind) -> usize {
    facts.files.iter().filter(|file| file.kind == kind).map(|file| file.pages).sum()
}

/// The sheet without its pictures, in the order of the download page.
fn sheet(workshop: &Workshop<'_>, plan: &EditionPlan, made: &Made) -> ContactSheet {
    let edition = &plan.edition;
    let formats = &workshop.prepared.plan.theme.formats;
    let shown = in_order(&edition.pieces, |piece| &piece.meta).into_iter().filter_map(|(id, item)| {
        let facts = made.get(id)?;
        let preview = facts.previews.first()?;
        let format = formats.get(&item.data.format.value);
        let villages = edition.sheet_villages(&item.data);
        let own = facts.villages.files.len();
        // Slides are shown as a file of their own, and a poster is printed as several sheets: neither has a picture of each.
        let (sides, sides_word) = match format.map(|format| (format.family, format.tiles.is_some())) {
            Some((Family::Paparan, _)) => (pages(facts, FileKind::Screen), "salindia"),
            Some((_, true)) => (pages(facts, FileKind::Press), "lembar"),
            _ => (facts.previews.len(), "halaman"),
        };
        let order = || {
            let getting = villages.iter().filter(|village| edition.village_copies(&item.data, village).is_some());
            Ordered { copies: edition.copies(&item.data).unwrap_or_default(), villages: getting.count() }
        };
        Some(Shown {
            id: id.clone(),
            title: edition.fill(&item.data.meta.title),
            format: format.map(|format| format.title.value.clone()).unwrap_or_default(),
            size: (facts.width, facts.height),
            pixels: format.and_then(|format| format.pixels),
            sides,
            sides_word,
            villages: (own > 0).then(|| (own, edition.kinds_of(&villages, "dan"))),
            order: format.is_some_and(|format| !format.is_screen()).then(order),
            proportion: f64::from(preview.width) / f64::from(preview.height.max(1)),
            picture: Vec::new(),
        })
    });
    ContactSheet {
        region: edition.name.clone(),
        institution: edition.site.institution.value.clone(),
        office: edition.office.name.as_ref().map(|name| name.value.clone()),
        specimen: edition.specimen,
        place: edition.site.title.place.clone(),
        shown: shown.collect(),
    }
}
