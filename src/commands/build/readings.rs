//! The pages of an edition as documents. What says the same as the national edition is typeset once, for all: its document
//! stands in the national edition, and the pages of the regions lead there.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::Workshop;
use crate::content::{Id, Kind};
use crate::plan::{EditionPlan, PageKind};
use crate::print::{self, READ_KINDS, ReadFile, Reading};
use crate::publish::{Digest, EditionCode, EditionWriter, Key, OutputPath, Part, Publication, PublishError, SITE};
use crate::web::ReadingFile;

/// An item of the content.
type Item = (Kind, Id);

/// What the page says about its document.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Facts {
    bytes: u64,
    pages: u32,
    sha256: Digest,
}

impl Facts {
    fn of(file: &ReadFile) -> Facts {
        Facts {
            bytes: file.bytes.len() as u64,
            pages: u32::try_from(file.pages).unwrap_or(u32::MAX),
            sha256: Digest::of(&file.bytes),
        }
    }
}

/// What the national edition says, and the documents that this run knows of.
#[derive(Default)]
pub(super) struct Shared {
    /// The words of each national page, and the key of its document.
    words: OnceLock<BTreeMap<Item, (Digest, Key)>>,
    known: Mutex<BTreeMap<Key, Facts>>,
    /// What an earlier run noted of the national documents.
    noted: OnceLock<BTreeMap<Key, Facts>>,
}

/// Makes the documents of an edition; tells its pages where theirs is.
pub(super) fn make(
    workshop: &Workshop<'_>,
    publication: &Publication,
    plan: &EditionPlan,
    writer: &EditionWriter<'_>,
) -> Result<BTreeMap<Item, ReadingFile>, PublishError> {
    if !plan.edition.site.documents {
        return Ok(BTreeMap::new());
    }
    let all = &workshop.prepared.plan;
    let national = all.edition(&EditionCode::National).filter(|_| plan.edition.code != EditionCode::National);
    let items: Vec<Item> = items(plan).collect();
    let made = items.par_iter().map(|item| {
        let shared = national.and_then(|national| Some((national, says_the_same(workshop, national, plan, item)?)));
        let facts = match shared {
            Some((national, key)) => known(workshop, publication, national, (item, key), writer)?,
            None => own(workshop, plan, item, writer)?,
        };
        let edition = shared.map_or(plan, |(national, _)| national).edition.code.clone();
        let file = |facts: Facts| {
            let sha256 = facts.sha256.to_string();
            (item.clone(), ReadingFile { edition, bytes: facts.bytes, pages: facts.pages, sha256 })
        };
        Ok(facts.map(file))
    });
    let made: Vec<Option<(Item, ReadingFile)>> = made.collect::<Result<_, PublishError>>()?;
    Ok(made.into_iter().flatten().collect())
}

/// The items that have a page of their own.
fn items(plan: &EditionPlan) -> impl Iterator<Item = Item> {
    plan.pages.iter().filter_map(|page| match &page.kind {
        PageKind::Page(id) => Some((Kind::Page, id.clone())),
        PageKind::Item(kind, id) if READ_KINDS.contains(kind) => Some((*kind, id.clone())),
        _ => None,
    })
}

fn words(plan: &EditionPlan, (kind, id): &Item) -> Option<Digest> {
    Reading::words(plan, *kind, id).map(|words| Digest::of(words.as_bytes()))
}

/// The key of the national document, when the page says what the national one says.
fn says_the_same(workshop: &Workshop<'_>, national: &EditionPlan, plan: &EditionPlan, item: &Item) -> Option<Key> {
    let all = workshop.shared.words.get_or_init(|| {
        let items: Vec<Item> = items(national).collect();
        let of = |item: &Item| {
            let reading = Reading::of(national, item.0, &item.1)?;
            Some((item.clone(), (words(national, item)?, key(workshop, national, item, &reading))))
        };
        items.par_iter().filter_map(of).collect()
    });
    let (said, key) = all.get(item)?;
    (words(plan, item)? == *said).then_some(*key)
}

/// A document that stands in the national edition. A build of one region alone does not write it, but names its size all
/// the same, and notes it for the next: what a page says must not depend on what else is built.
fn known(
    workshop: &Workshop<'_>,
    publication: &Publication,
    national: &EditionPlan,
    (item, key): (&Item, Key),
    writer: &EditionWriter<'_>,
) -> Result<Option<Facts>, PublishError> {
    let of_this_run = workshop.shared.known.lock().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    let of_region = match of_this_run {
        Some(_) => None,
        None => writer.reuse(Part::Web, &key)?.and_then(|reused| serde_json::from_value(reused.facts).ok()),
    };
    let known = of_this_run.or(of_region);
    let known = known.or_else(|| workshop.shared.noted.get_or_init(|| noted(publication)).get(&key).copied());
    let made =
        || print::read_aloud(&workshop.houses.of(national).print, &Reading::of(national, item.0, &item.1)?, &workshop.problems);
    let known = known.or_else(|| made().map(|file| Facts::of(&file)));
    if let Some(facts) = known {
        workshop.shared.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, facts);
        writer.note(Part::Web, &key, serde_json::to_value(facts).unwrap_or_default());
    }
    Ok(known)
}

/// What the national edition's last run noted of its documents.
fn noted(publication: &Publication) -> BTreeMap<Key, Facts> {
    let manifest = publication.previous(&EditionCode::National).ok().flatten();
    let jobs = manifest.and_then(|mut manifest| manifest.parts.remove(&Part::Web)).map(|part| part.jobs).unwrap_or_default();
    jobs.into_iter().filter_map(|(key, facts)| Some((key, serde_json::from_value(facts).ok()?))).collect()
}

/// A document of the edition's own: reused when nothing that goes into it changed, else typeset.
fn own(
    workshop: &Workshop<'_>,
    plan: &EditionPlan,
    item: &Item,
    writer: &EditionWriter<'_>,
) -> Result<Option<Facts>, PublishError> {
    let Some(reading) = Reading::of(plan, item.0, &item.1) else { return Ok(None) };
    let key = key(workshop, plan, item, &reading);
    let earlier = match writer.reuse(Part::Web, &key)? {
        Some(reused) => serde_json::from_value(reused.facts).ok(),
        None => None,
    };
    let facts = match earlier {
        Some(facts) => facts,
        None => {
            let Some(file) = print::read_aloud(&workshop.houses.of(plan).print, &reading, &workshop.problems) else {
                return Ok(None);
            };
            let path = OutputPath::parse(&format!("{SITE}/{}", plan.reading(item.0, &item.1).output_path()))?;
            writer.write(Part::Web, &path, &file.bytes, Some(&key))?;
            let facts = Facts::of(&file);
            writer.note(Part::Web, &key, serde_json::to_value(facts).unwrap_or_default());
            facts
        }
    };
    workshop.shared.known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, facts);
    Ok(Some(facts))
}

/// Everything that shapes a document.
fn key(workshop: &Workshop<'_>, plan: &EditionPlan, item: &Item, reading: &Reading) -> Key {
    let mut hasher =
        Key::of("reading with sum").with(&workshop.houses.of(plan).digest).with(plan.reading(item.0, &item.1).as_str());
    reading.ingredients(&mut |ingredient| hasher = hasher.clone().with(ingredient));
    hasher.key()
}
