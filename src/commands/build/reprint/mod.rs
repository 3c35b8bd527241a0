//! What has to be printed anew: the sheets that differ from those that were printed, village by village and letter by letter.
//!
//! Files keep their names when a number in them changes, so nothing else tells an office which of the stacks in its storeroom are wrong now.
//! What is found stays on the list ([`kept`]) from run to run, until somebody takes it off or the sheet is again as it was printed. What the
//! office ordered stands first, what nobody ordered apart ([`said`]).

mod kept;
mod said;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::pieces::{Made, known};
use crate::content::{EditionCode, Piece};
use crate::plan::EditionPlan;
use crate::print::{Facts, FileKind, recipient_code};
use crate::publish::{self, Digest, EditionWriter, Part, PublishError};
use crate::source::Date;

/// The folder beside the output that holds the list.
const FOLDER: &str = "laporan";
/// The list.
const FILE: &str = "cetak-ulang.txt";
/// What the program knows of its lines.
const STATE: &str = "cetak-ulang.json";
/// A list without its state, as an older program left it.
const EARLIER: &str = "cetak-ulang-lama.txt";

/// Everything to be printed anew, of all editions: what earlier runs found and nobody has taken off the list, and what this run finds.
#[derive(Debug, Default)]
pub(super) struct Reprints {
    offices: BTreeMap<EditionCode, Office>,
    /// What was on the disk.
    found: kept::Found,
}

/// One edition on the list.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Office {
    /// The office by name.
    name: String,
    /// The pieces by id.
    pieces: BTreeMap<String, Entry>,
}

/// A piece of an edition that is no longer as it was printed.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Entry {
    title: String,
    /// How many villages or recipients have a sheet of it.
    of: usize,
    /// What those are called: `desa dan kelurahan`, `penerima`.
    kinds: String,
    stale: Vec<Stale>,
}

/// A sheet that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stale {
    way: Way,
    /// The day on which it last changed: what was printed before is wrong.
    #[serde(with = "kept::day")]
    changed: Date,
    /// The village's code or the recipient's address; none for a sheet that is the same for all.
    whose: Option<String>,
    /// The village or recipient by name.
    name: String,
    /// SHA-256 of the files when they were last right.
    printed: Vec<String>,
    /// This run found it.
    #[serde(skip)]
    fresh: bool,
}

/// How a sheet comes to people, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Way {
    /// The office ordered it, or writes it as a letter.
    Ordered,
    /// A card for phones.
    Sent,
    /// Nobody ordered it. It may have been printed all the same: at the office, or on an order that was taken out since.
    Unordered,
}

/// A sheet as it is now.
struct Sheet {
    way: Way,
    name: String,
    /// SHA-256 of its files.
    files: Vec<String>,
}

/// The sheets of a piece by whose they are.
type Sheets = BTreeMap<Option<String>, Sheet>;

impl Reprints {
    /// What earlier runs left beside the output, without what was taken off the list since.
    pub(super) fn read(output: &Path) -> Reprints {
        let (offices, found) = kept::read(output);
        Reprints { offices, found }
    }

    /// Compares what was made of an edition with what was published before. A piece that is new was never printed.
    pub(super) fn add(&mut self, plan: &EditionPlan, made: &Made, writer: &EditionWriter<'_>) {
        let record = writer.previous().and_then(|manifest| manifest.parts.get(&Part::Print));
        let edition = &plan.edition;
        let office = self.offices.entry(edition.code.clone()).or_default();
        office.name.clone_from(&edition.name);
        for (id, now) in made {
            let Some(piece) = edition.pieces.get(id).map(|item| &item.data) else { continue };
            let before = record.and_then(|record| known(record, id));
            let changed = before.map(|before| changed(plan, piece, now, &before)).unwrap_or_default();
            let kept = office.pieces.remove(id.as_str()).map(|entry| entry.stale).unwrap_or_default();
            if changed.is_empty() && kept.is_empty() {
                continue;
            }
            let sheets = sheets(plan, piece, now);
            let stale = merged(kept, changed, &sheets, edition.as_of);
            if !stale.is_empty() {
                let (of, kinds) = (now.villages.files.len(), kinds(plan, piece, &sheets));
                let title = edition.fill(&piece.meta.title);
                office.pieces.insert(id.to_string(), Entry { title, of, kinds, stale });
            }
        }
        if office.pieces.is_empty() {
            self.offices.remove(&edition.code);
        }
    }

    /// Writes the list beside the output, when it is another one than there was; gives its path.
    ///
    /// # Errors
    /// It can't be written.
    pub(super) fn write(&self, output: &Path) -> Result<PathBuf, PublishError> {
        let files = self.found.changed(&self.offices, &said::text(&self.offices));
        publish::write_beside(output, FOLDER, &files)?;
        publish::beside(output, FOLDER).map(|folder| folder.join(FILE))
    }

    /// What the terminal says of the list at `path`; nothing when nothing waits.
    pub(super) fn lines(&self, path: &Path) -> Vec<String> {
        said::lines(&self.offices, path)
    }
}

/// Each sheet of a piece as it was made.
fn sheets(plan: &EditionPlan, piece: &Piece, now: &Facts) -> Sheets {
    let edition = &plan.edition;
    let own = own(now);
    let file = |code: &str| own.get(code).map(|digest| vec![digest.to_string()]);
    let way = |ordered: bool| if ordered { Way::Ordered } else { Way::Unordered };
    if own.is_empty() {
        let card = now.files.iter().any(|file| file.kind == FileKind::Card);
        let way = if card { Way::Sent } else { way(edition.copies(piece).is_some()) };
        return [(None, Sheet { way, name: String::new(), files: whole(now) })].into_iter().collect();
    }
    if piece.per_recipient {
        let letters = edition.recipients.iter().zip(1..).filter_map(|(recipient, number)| {
            let files = file(&recipient_code(number))?;
            let name = recipient.called().to_owned();
            Some((Some(recipient.lines().join("\n")), Sheet { way: Way::Ordered, name, files }))
        });
        return letters.collect();
    }
    let names = edition.village_names();
    let villages = edition.villages.iter().filter_map(|village| {
        let files = file(&village.code.value)?;
        let way = way(edition.village_copies(piece, village).is_some());
        let name = names.get(village.code.value.as_str())?.clone();
        Some((Some(village.code.value.clone()), Sheet { way, name, files }))
    });
    villages.collect()
}

/// The sheets that differ from those published before, with what those were.
fn changed(plan: &EditionPlan, piece: &Piece, now: &Facts, before: &Facts) -> BTreeMap<Option<String>, Vec<String>> {
    let (own_now, own_before) = (own(now), own(before));
    if own_now.is_empty() {
        let (now, before) = (whole(now), whole(before));
        return if now == before { BTreeMap::new() } else { [(None, before)].into_iter().collect() };
    }
    // A merged file also differs when a village came or went; then nobody's sheet is wrong.
    let differs = |code: &str| match (own_before.get(code), own_now.get(code)) {
        (Some(before), Some(now)) if before != now => Some((*before, *now)),
        _ => None,
    };
    if !piece.per_recipient {
        let codes = own_now.keys().filter_map(|code| Some((Some((*code).to_owned()), vec![differs(code)?.0.to_string()])));
        return codes.collect();
    }
    // A letter that only moved up or down in the list is the same letter.
    let values = |own: &BTreeMap<&str, Digest>| own.values().copied().collect::<BTreeSet<_>>();
    let (all_now, all_before) = (values(&own_now), values(&own_before));
    let letters = plan.edition.recipients.iter().zip(1..).filter_map(|(recipient, number)| {
        let (before, now) = differs(&recipient_code(number))?;
        let moved = all_before.contains(&now) || all_now.contains(&before);
        (!moved).then(|| (Some(recipient.lines().join("\n")), vec![before.to_string()]))
    });
    letters.collect()
}

/// Lays what changed over what was known: a sheet keeps what it was when it was printed, and leaves when it is so again, or is made for
/// nobody any more.
fn merged(kept: Vec<Stale>, changed: BTreeMap<Option<String>, Vec<String>>, now: &Sheets, day: Date) -> Vec<Stale> {
    let mut stale: BTreeMap<Option<String>, Stale> = kept.into_iter().map(|stale| (stale.whose.clone(), stale)).collect();
    for (whose, printed) in changed {
        let Some(sheet) = now.get(&whose) else { continue };
        let new = Stale { way: sheet.way, changed: day, whose: whose.clone(), name: sheet.name.clone(), printed, fresh: true };
        let again = |known: &mut Stale| (known.changed, known.fresh) = (day, true);
        stale.entry(whose).and_modify(again).or_insert(new);
    }
    let right: BTreeSet<&Vec<String>> = now.values().map(|sheet| &sheet.files).collect();
    let still = stale.into_values().filter_map(|stale| match now.get(&stale.whose) {
        Some(sheet) => Some(Stale { way: sheet.way, name: sheet.name.clone(), ..stale }),
        // What was the same for all is wrong also after each village got its own.
        None => stale.whose.is_none().then_some(stale),
    });
    still.filter(|stale| !right.contains(&stale.printed)).collect()
}

/// The files of villages or recipients by their codes.
fn own(facts: &Facts) -> BTreeMap<&str, Digest> {
    facts.villages.files.iter().map(|file| (file.code.as_ref(), file.sha256)).collect()
}

/// The files of a sheet that is the same for all.
fn whole(facts: &Facts) -> Vec<String> {
    let kinds = [FileKind::Press, FileKind::Card];
    facts.files.iter().filter(|file| kinds.contains(&file.kind)).map(|file| file.sha256.clone()).collect()
}

/// What those that have a sheet are called, in the office's own words.
fn kinds(plan: &EditionPlan, piece: &Piece, sheets: &Sheets) -> String {
    if piece.per_recipient {
        return "penerima".to_owned();
    }
    let has_sheet = |code: &String| sheets.contains_key(&Some(code.clone()));
    let villages: Vec<_> = plan.edition.villages.iter().filter(|village| has_sheet(&village.code.value)).collect();
    plan.edition.kinds_of(&villages, "dan")
}
