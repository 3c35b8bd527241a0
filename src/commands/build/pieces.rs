//! The print pieces of one edition: reused when nothing that goes into them changed, else printed.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;

use super::houses::House;
use super::offered::{downloads, file_name};
use super::{Workshop, cards, contact, office, orders, press};
use crate::commands::grounds;
use crate::content::{Id, Theme};
use crate::diagnostics::Diagnostics;
use crate::plan::grounds::of_paper;
use crate::plan::{EditionPlan, SheetPlan};
use crate::print::names::{Name, names};
use crate::print::{self, Facts, Job, Outlet, Sink};
use crate::publish::{Digest, EditionWriter, FileWriter, Key, OutputPath, Part, PartRecord, PublishError, SITE};
use crate::web::Downloads;

/// Names everything of a theme that shapes a sheet: templates, tokens, formats, fonts.
pub(super) fn theme_digest(theme: &Theme) -> String {
    let mut all = Vec::new();
    for (path, text) in &theme.print_templates {
        all.push(format!("{path} {}", Digest::of(text.text().as_bytes())));
    }
    for (path, bytes) in &theme.font_files {
        all.push(format!("{path} {}", Digest::of(bytes)));
    }
    for (id, format) in &theme.formats {
        all.push(format!("{id} {}", Digest::of(format.place.source().text().as_bytes())));
    }
    all.push(format!("{:?} {:?} {:?}", theme.colours, theme.fonts, theme.spacing));
    Digest::of(all.join("\n").as_bytes()).to_string()
}

/// Makes every piece of an edition and tells what the download page needs of them.
pub(super) fn make(workshop: &Workshop<'_>, plan: &EditionPlan, writer: &EditionWriter<'_>) -> Result<Downloads, PublishError> {
    let names = names(&workshop.prepared.plan, plan);
    let printed = print(workshop, plan, &names, writer)?;
    let made: Made = printed.iter().map(|printed| (printed.piece.clone(), Arc::clone(&printed.facts))).collect();
    workshop.reprints.lock().unwrap_or_else(PoisonError::into_inner).add(plan, &made, writer);
    let public = without_people(plan, &made);
    if !workshop.problems.has_errors() {
        // An order with a piece missing would look whole.
        let placed = orders::make(workshop, plan, &names, &for_shops(workshop, plan, &made), writer)?;
        workshop.placed.lock().unwrap_or_else(PoisonError::into_inner).extend(placed);
        cards::make(workshop, plan, &made, writer)?;
    }
    let sheet = contact::make(workshop, plan, &public, writer)?;
    // The next edition's leaflets would be fitted on top of it.
    workshop.houses.of(plan).print.forget();
    let facts = printed.iter().map(|printed| (printed.piece.to_string(), printed.kept()));
    let sheet_facts = sheet.iter().map(|sheet| (contact::FACTS.to_owned(), serde_json::to_value(sheet).unwrap_or_default()));
    let presses = std::iter::once((press::FACTS.to_owned(), press::noted(workshop, plan, writer)));
    let grounds = std::iter::once(grounds::noted(&of_paper(plan)));
    writer.set_facts(Part::Print, Value::Object(facts.chain(sheet_facts).chain(presses).chain(grounds).collect()));
    let offered = if workshop.makes(Part::Web) { downloads(&public) } else { Downloads::default() };
    Ok(Downloads { contact: sheet.as_ref().map(contact::offered), ..offered })
}

/// Prints the pieces, in the order of the plan. Those with a sheet a village come one after the other, beside all else: each of them is made on
/// all threads, and what Typst remembers while it fits a leaflet's text is most of what a build has in memory.
fn print(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    names: &BTreeMap<Id, Name>,
    writer: &EditionWriter<'_>,
) -> Result<Vec<Printed>, PublishError> {
    let make = |sheet: &&SheetPlan| piece(workshop, plan, sheet, names, writer);
    let (of_villages, others): (Vec<&SheetPlan>, Vec<&SheetPlan>) = plan.sheets.iter().partition(|sheet| sheet.villages > 0);
    let (of_villages, others): (Result<Vec<_>, _>, Result<Vec<_>, _>) =
        rayon::join(|| of_villages.iter().map(make).collect(), || others.par_iter().map(make).collect());
    let mut printed: Vec<Printed> = of_villages?.into_iter().chain(others?).flatten().collect();
    let place = |printed: &Printed| plan.sheets.iter().position(|sheet| sheet.piece == printed.piece);
    printed.sort_by_key(place);
    Ok(printed)
}

/// What was made of each piece. Shared, because of a piece with a sheet a village it is much.
pub(super) type Made = BTreeMap<Id, Arc<Facts>>;

/// A piece that was printed, or taken over.
struct Printed {
    piece: Id,
    facts: Arc<Facts>,
    /// The job that keeps the facts for later runs, when it can be reused.
    job: Option<Key>,
}

impl Printed {
    /// What the edition's facts say of it: the job, when that has the facts already.
    fn kept(&self) -> Value {
        self.job.map_or_else(|| self.facts.to_json(), |key| Value::String(key.to_string()))
    }
}

/// What an earlier run printed of a piece.
pub(super) fn known(record: &PartRecord, piece: &Id) -> Option<Facts> {
    let kept = record.facts.get(piece.as_str())?;
    match Key::deserialize(kept) {
        Ok(job) => Facts::from_json(record.jobs.get(&job)?),
        Err(_) => Facts::from_json(kept),
    }
}

/// What an earlier run printed, for a build of the website alone.
pub(super) fn published(plan: &EditionPlan, writer: &EditionWriter<'_>) -> Downloads {
    let record = writer.previous().and_then(|manifest| manifest.parts.get(&Part::Print));
    let facts = |id: &Id| known(record?, id).map(Arc::new);
    let made = plan.sheets.iter().filter_map(|sheet| Some((sheet.piece.clone(), facts(&sheet.piece)?))).collect();
    let made = without_people(plan, &made);
    Downloads { contact: record.and_then(|record| contact::published(&record.facts)), ..downloads(&made) }
}

fn piece(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    sheet: &SheetPlan,
    names: &BTreeMap<Id, Name>,
    writer: &EditionWriter<'_>,
) -> Result<Option<Printed>, PublishError> {
    let Some(job) = print::brief(&workshop.prepared.plan, plan, sheet) else { return Ok(None) };
    let steps = u64::try_from(job.villages.len() + 1).unwrap_or(u64::MAX);
    let name = names.get(&sheet.piece);
    let key = key(workshop, plan, sheet, &job, name);
    let known = writer.previous().and_then(|manifest| manifest.parts.get(&Part::Print)?.jobs.get(&key));
    if let Some(facts) = known.and_then(Facts::from_json)
        && writer.reuse(Part::Print, &key)?.is_some()
    {
        workshop.findings.looked_at(&job, false);
        workshop.progress.advance(steps);
        return Ok(Some(Printed { piece: sheet.piece.clone(), facts: Arc::new(facts), job: Some(key) }));
    }
    let shelf = Shelf { writer, key, plan, sheet, name, failed: Mutex::default() };
    let found = Diagnostics::new();
    let printed = print::render(&house(workshop, plan, sheet).print, &job, &shelf, &found);
    // What was warned of is told again until it is mended, so such a piece is not reused; nor is one whose warning is silenced, else the
    // silencer would look unused.
    let sound = found.is_empty();
    let (found, silenced) = workshop.prepared.silencing.sift(&found);
    workshop.findings.silence(silenced);
    workshop.findings.piece(&plan.edition, &job, &found);
    workshop.problems.absorb(found);
    workshop.progress.advance(steps);
    match (printed, shelf.failed.into_inner().unwrap_or_else(PoisonError::into_inner)) {
        (_, Some(error)) => Err(error),
        // Problems are in the diagnostics; the sink is the only source of other errors.
        (Err(_) | Ok(None), None) => Ok(None),
        (Ok(Some(mut facts)), None) => {
            office::add(plan, sheet, &job, name, (writer, &key), &mut facts)?;
            if sound {
                writer.note(Part::Print, &key, facts.to_json());
            }
            Ok(Some(Printed { piece: sheet.piece.clone(), facts: Arc::new(facts), job: sound.then_some(key) }))
        }
    }
}

/// The house that prints a piece: for the press of the shop that it goes to.
fn house<'w>(workshop: &'w Workshop<'_>, plan: &EditionPlan, sheet: &SheetPlan) -> &'w House {
    let edition = plan.edition.as_ref();
    let format = workshop.prepared.plan.theme.formats.get(&sheet.format);
    let piece = edition.pieces.get(&sheet.piece).zip(format);
    let profile = piece.and_then(|(item, format)| edition.profile(&item.data, format));
    workshop.houses.for_shop(plan, profile)
}

/// Everything that shapes the sheets of a job.
fn key(workshop: &Workshop<'_>, plan: &EditionPlan, sheet: &SheetPlan, job: &Job<'_>, name: Option<&Name>) -> Key {
    let name = name.map(|name| format!("{name:?}")).unwrap_or_default();
    let mut hasher = Key::of("sheet").with(&house(workshop, plan, sheet).digest).with(plan.root.as_str()).with(name);
    job.ingredients(&mut |ingredient| hasher = hasher.clone().with(ingredient));
    hasher.key()
}

/// A press file under the name that tells the shop what to do. `path` is where printing puts it.
pub(super) fn press_path(plan: &EditionPlan, sheet: &SheetPlan, name: Option<&Name>, path: &str) -> String {
    match (name, plan.edition.pieces.get(&sheet.piece)) {
        (Some(name), Some(piece)) => name.press_path(&plan.edition, &piece.data, path),
        _ => path.to_owned(),
    }
}

/// Puts a job's files where they belong: press files below `cetak/` and, for readers, below the
/// website's `unduhan/`; previews and the editions for screens below `unduhan/` only.
struct Shelf<'a> {
    writer: &'a EditionWriter<'a>,
    key: Key,
    plan: &'a EditionPlan,
    sheet: &'a SheetPlan,
    name: Option<&'a Name>,
    failed: Mutex<Option<PublishError>>,
}

impl Shelf<'_> {
    /// Where a file goes: a press file twice.
    fn places(&self, path: &str) -> Result<Vec<OutputPath>, PublishError> {
        let name = file_name(path);
        if print::is_proof(name) || print::is_list(name) || name.ends_with(print::OFFICE_ENDING) {
            return Ok(vec![OutputPath::parse(&self.press_path(path))?]);
        }
        if self.plan.edition.names_people(&self.sheet.piece) {
            // Letters and lists name people: they go to the office alone, and no page shows them.
            let press = OutputPath::parse(&self.press_path(path))?;
            return Ok(if name.ends_with(".pdf") { vec![press] } else { Vec::new() });
        }
        let download = OutputPath::parse(&format!("{SITE}/{}", self.plan.download_file(name).output_path()))?;
        let for_press = name.ends_with(".pdf") && !name.ends_with(print::SCREEN_FILE);
        let for_phones = path.starts_with(print::CARD_ROOT);
        let kept = if for_press {
            Some(OutputPath::parse(&self.press_path(path))?)
        } else {
            for_phones.then(|| OutputPath::parse(path)).transpose()?
        };
        Ok(std::iter::once(download).chain(kept).collect())
    }

    /// The same file under the name that tells the shop what to do.
    fn press_path(&self, path: &str) -> String {
        press_path(self.plan, self.sheet, self.name, path)
    }

    /// Gives the file at the first of its places the others.
    fn again(&self, places: &[OutputPath]) -> Result<(), PublishError> {
        let Some((first, others)) = places.split_first() else { return Ok(()) };
        others.iter().try_for_each(|path| self.writer.again(Part::Print, first, path, Some(&self.key)).map(drop))
    }

    /// Remembers what failed; the house only hears that something did.
    fn told<T>(&self, result: Result<T, PublishError>) -> io::Result<T> {
        result.map_err(|error| {
            let told = io::Error::other(error.to_string());
            self.failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
            told
        })
    }
}

impl Sink for Shelf<'_> {
    fn put(&self, path: &str, bytes: Vec<u8>) -> io::Result<()> {
        self.told(self.places(path).and_then(|places| {
            let write = |first: &OutputPath| self.writer.write(Part::Print, first, &bytes, Some(&self.key)).map(drop);
            places.first().map_or(Ok(()), write)?;
            self.again(&places)
        }))
    }

    fn open<'s>(&'s self, path: &str) -> io::Result<Box<dyn Outlet + 's>> {
        let opened = self.places(path).and_then(|places| {
            let file = places.first().map(|first| self.writer.open(Part::Print, first, Some(&self.key))).transpose()?;
            Ok(Twins { shelf: self, file, places })
        });
        Ok(Box::new(self.told(opened)?))
    }

    fn discard(&self) {
        // An error is remembered and ends the build.
        let _ = self.told(self.writer.retract(&self.key));
    }
}

/// A file in the making at the first of its places.
struct Twins<'s> {
    shelf: &'s Shelf<'s>,
    file: Option<FileWriter<'s>>,
    places: Vec<OutputPath>,
}

impl io::Write for Twins<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.iter_mut().try_for_each(|file| file.write_all(bytes))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Outlet for Twins<'_> {
    fn close(self: Box<Self>) -> io::Result<()> {
        let Twins { shelf, file, places } = *self;
        shelf.told(file.map(FileWriter::close).transpose().and_then(|_| shelf.again(&places)))
    }
}

/// What readers of the website are told of: nothing that names people.
fn without_people(plan: &EditionPlan, made: &Made) -> Made {
    made.iter().filter(|(id, _)| !plan.edition.names_people(id)).map(|(id, facts)| (id.clone(), Arc::clone(facts))).collect()
}

/// What shops are told of: what names people only where the office's own printer can't make it, as a banner to sign.
fn for_shops(workshop: &Workshop<'_>, plan: &EditionPlan, made: &Made) -> Made {
    let formats = &workshop.prepared.plan.theme.formats;
    let at_office = |id: &Id| {
        let piece = plan.edition.pieces.get(id).map(|item| &item.data);
        let format = piece.and_then(|piece| formats.get(&piece.format.value));
        piece.is_none_or(|piece| piece.per_recipient) || format.is_none_or(print::suits_office)
    };
    let for_shop = |id: &Id| !plan.edition.names_people(id) || !at_office(id);
    made.iter().filter(|(id, _)| for_shop(id)).map(|(id, facts)| (id.clone(), Arc::clone(facts))).collect()
}
