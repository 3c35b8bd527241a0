//! Sheets that look otherwise, so that those on paper are wrong now: pieces, and of how many villages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::changes::{Section, Value};
use super::entries;
use super::side::Side;
use crate::content::piece::Binding;
use crate::content::{EditionCode, Id, Piece};
use crate::edition::{Edition, Item};
use crate::plan::{EditionPlan, Plan, SheetPlan};
use crate::print::{self, Imprint, Job, Row, Rows};
use crate::publish::{Digest, Key};

/// A piece that must be printed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reprint {
    pub(super) piece: Id,
    pub(super) title: String,
    /// How many villages, or recipients of a letter, have a sheet that is another one; 0 for a piece that is the same for all.
    pub(super) sheets: usize,
    /// How many have a sheet of it.
    pub(super) of: usize,
    /// A letter: its sheets are those of recipients.
    pub(super) letter: bool,
}

/// Compares the sheets of two states: what they carry, and of that what they show. One that is new was never printed, one that is gone is told
/// of as such.
pub(super) struct Press<'a> {
    old: &'a Side,
    new: &'a Side,
    /// What was laid out once holds for all editions with the same sheet and the same contacts given.
    known: Mutex<BTreeMap<String, Option<Imprint>>>,
    shown: Mutex<BTreeMap<String, bool>>,
}

impl<'a> Press<'a> {
    pub(super) fn new(old: &'a Side, new: &'a Side) -> Press<'a> {
        Press { old, new, known: Mutex::default(), shown: Mutex::default() }
    }

    /// The pieces of both states of an edition whose sheets differ.
    pub(super) fn changed(&self, before: &EditionPlan, after: &EditionPlan) -> Vec<Reprint> {
        let earlier: BTreeMap<&Id, &SheetPlan> = before.sheets.iter().map(|sheet| (&sheet.piece, sheet)).collect();
        let reprints = after.sheets.iter().filter_map(|sheet| {
            let old = job(&self.old.plan, before, earlier.get(&sheet.piece)?)?;
            let new = job(&self.new.plan, after, sheet)?;
            let item = after.edition.pieces.get(&sheet.piece)?;
            let wrong = self.wrong(&item.layer, &old, &new)?;
            let (piece, title) = (sheet.piece.clone(), after.edition.fill(&item.data.meta.title));
            Some(Reprint { piece, title, sheets: wrong, of: new.villages.len(), letter: new.by_recipient })
        });
        let mut reprints: Vec<Reprint> = reprints.collect();
        reprints.sort_by(|a, b| a.piece.cmp(&b.piece));
        reprints
    }

    /// How many own sheets are others; none when nothing is.
    fn wrong(&self, layer: &EditionCode, old: &Job<'_>, new: &Job<'_>) -> Option<usize> {
        let all = |_: &str| true;
        let (before, after) = (rows(old, &all), rows(new, &all));
        if artwork(old) != artwork(new) || (contacts(old) != contacts(new) && self.shows_contacts(layer, old, new)) {
            // Only those that had a sheet have a wrong one.
            return Some(after.keys().filter(|code| before.contains_key(*code)).count());
        }
        if before == after {
            return None;
        }
        let of_text = print::values_of_text(new);
        let own = self.imprint(layer, new);
        let shown = |name: &str| match &own {
            Some(imprint) if name == CODE => imprint.own_code,
            Some(imprint) => imprint.values.contains(name) || of_text.contains(name),
            None => true,
        };
        let (before, after) = (rows(old, &shown), rows(new, &shown));
        // A letter that only moved up or down in the list is the same letter.
        let kept: BTreeSet<&Digest> = before.values().filter(|_| new.by_recipient).collect();
        let differs =
            |(code, now): &(&String, &Digest)| before.get(*code).is_some_and(|then| then != *now) && !kept.contains(now);
        let wrong = after.iter().filter(differs).count();
        (wrong > 0).then_some(wrong)
    }

    /// Whether a sheet shows any of the contacts that are others. One that can't be laid out may.
    fn shows_contacts(&self, layer: &EditionCode, old: &Job<'_>, new: &Job<'_>) -> bool {
        let (before, after) = (contacts(old), contacts(new));
        let others: Vec<bool> = before.iter().zip(&after).map(|(before, after)| before != after).collect();
        let key = format!("{} {} {others:?}", pattern(layer, old), pattern(layer, new));
        if let Some(known) = lock(&self.shown).get(&key) {
            return *known;
        }
        let lay = |side: &Side, job: &Job<'_>| print::imprint(side.house()?, job);
        let shows = match (lay(self.old, old), lay(self.new, new)) {
            (Some(before), Some(after)) => before != after,
            _ => true,
        };
        lock(&self.shown).insert(key, shows);
        shows
    }

    fn imprint(&self, layer: &EditionCode, job: &Job<'_>) -> Option<Imprint> {
        let key = pattern(layer, job);
        if let Some(known) = lock(&self.known).get(&key) {
            return known.clone();
        }
        let imprint = self.new.house().and_then(|house| print::imprint(house, job));
        lock(&self.known).insert(key, imprint.clone());
        imprint
    }
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What a sheet carries. What a shop does with it is left out: it changes no word on it.
fn job<'p>(plan: &'p Plan, of: &'p EditionPlan, sheet: &'p SheetPlan) -> Option<Job<'p>> {
    let mut job = print::brief(plan, of, sheet)?;
    job.format = Cow::Borrowed(plan.theme.formats.get(&sheet.format)?);
    (job.finishing, job.outlined, job.binding, job.stem) = (None, false, Binding::default(), String::new());
    job.own_stem = String::new();
    Some(job)
}

/// All that is the same for all records, but the contacts.
fn artwork(job: &Job<'_>) -> String {
    let mut job = job.clone();
    job.villages = Rows::default();
    let sender = &mut job.sender;
    for contact in [&mut sender.address, &mut sender.phone, &mut sender.whatsapp, &mut sender.email, &mut sender.website] {
        *contact = None;
    }
    let mut hasher = Key::of("lembar");
    job.ingredients(&mut |ingredient| hasher = hasher.clone().with(ingredient));
    hasher.key().to_string()
}

/// What the office is reached by: each sheet shows some of it.
fn contacts<'j>(job: &'j Job<'_>) -> [Option<&'j str>; 5] {
    let sender = &job.sender;
    [&sender.address, &sender.phone, &sender.whatsapp, &sender.email, &sender.website]
        .map(|contact| contact.as_ref().map(|text| text.value.as_str()))
}

/// What decides which contacts and values a sheet shows: which sheet it is, and what there is to be shown.
fn pattern(layer: &EditionCode, job: &Job<'_>) -> String {
    let given = contacts(job).map(|contact| contact.is_some());
    let also = (job.sender.logo.is_some(), job.partners.len(), job.specimen, !job.villages.is_empty());
    format!("{} {} {layer} {given:?} {also:?}", job.id, job.format.id)
}

/// How the code of a record is called among its values.
const CODE: &str = "qr";

/// What the sheets of records show, by their codes.
fn rows(job: &Job<'_>, shown: &dyn Fn(&str) -> bool) -> BTreeMap<String, Digest> {
    let digest = |row: &Row| {
        let values = row.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let values: Vec<_> = values.chain([(CODE, row.qr.as_str())]).filter(|(name, _)| shown(name)).collect();
        Digest::of(format!("{values:?}").as_bytes())
    };
    job.villages.iter().map(|row| (row.code.clone(), digest(&row))).collect()
}

/// The pieces of the national content that say something else, also those that only villages have, so that the nation has no sheet of them.
pub(super) fn reworded(old: Option<&EditionPlan>, new: Option<&EditionPlan>) -> BTreeSet<Id> {
    let (Some(old), Some(new)) = (old, new) else { return BTreeSet::new() };
    let (old, new) = (wordings(&old.edition), wordings(&new.edition));
    new.into_iter().filter(|(id, wording)| old.get(id).is_some_and(|before| before != wording)).map(|(id, _)| id).collect()
}

/// All words of each piece, of the content that fills it, and of what its directives show.
fn wordings(edition: &Edition) -> BTreeMap<Id, Digest> {
    let entries: BTreeMap<(Section, String), Vec<(String, Value)>> =
        entries::of(edition).into_iter().map(|entry| ((entry.section, entry.key), entry.facts)).collect();
    let facts = |section: Section, id: &Id| entries.get(&(section, id.to_string())).map(|facts| format!("{facts:?}"));
    let wording = |(id, item): (&Id, &Item<Piece>)| {
        let mut words = vec![edition.visible_text(&item.body)];
        words.extend(facts(Section::Piece, id));
        if let Some(from) = item.data.fills_from.as_ref().map(|from| &from.value) {
            words.extend(facts(Section::Page, &from.id));
            words.extend(facts(Section::Declaration, &from.id));
            words.extend(edition.pages.get(&from.id).map(|page| edition.visible_text(&page.body)));
        }
        (id.clone(), Digest::of(words.join("\n").as_bytes()))
    };
    edition.pieces.iter().map(wording).collect()
}
