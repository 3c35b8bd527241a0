//! Sheets that look otherwise, so that those on paper are wrong now: pieces, and of how many villages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Section, Value};
use super::entries;
use crate::content::piece::Binding;
use crate::content::{Id, Piece};
use crate::edition::{Edition, Item};
use crate::plan::{EditionPlan, Plan};
use crate::print::{self, Row};
use crate::publish::{Digest, Key};

/// A piece that must be printed anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reprint {
    pub(super) piece: Id,
    pub(super) title: String,
    /// How many villages have a sheet that is another one; 0 for a piece that is the same for all.
    pub(super) villages: usize,
    /// How many villages have a sheet of it.
    pub(super) of: usize,
}

/// What the sheets of an edition show: of each piece what is the same for all, and what is of each village.
pub(super) struct Sheets(BTreeMap<Id, Shown>);

struct Shown {
    title: String,
    artwork: String,
    rows: BTreeMap<String, Digest>,
}

impl Sheets {
    /// Looks at every piece of an edition. What a shop does with a sheet is left out: it changes no word on it.
    pub(super) fn of(plan: &Plan, of: &EditionPlan) -> Sheets {
        let shown = of.sheets.iter().filter_map(|sheet| {
            let mut job = print::brief(plan, of, sheet)?;
            let villages = std::mem::take(&mut job.villages);
            let shown = |row: Row| (row.code, Digest::of(format!("{} {} {:?}", row.name, row.qr, row.values).as_bytes()));
            let rows = villages.iter().map(shown).collect();
            job.format = Cow::Borrowed(plan.theme.formats.get(&sheet.format)?);
            (job.finishing, job.outlined, job.binding, job.stem) = (None, false, Binding::default(), String::new());
            job.own_stem = String::new();
            let mut hasher = Key::of("lembar");
            job.ingredients(&mut |ingredient| hasher = hasher.clone().with(ingredient));
            let title = of.edition.pieces.get(&sheet.piece)?.data.meta.title.value.clone();
            Some((sheet.piece.clone(), Shown { title, artwork: hasher.key().to_string(), rows }))
        });
        Sheets(shown.collect())
    }

    /// The pieces of both whose sheets differ. One that is new was never printed, one that is gone is told of as such.
    pub(super) fn changed(&self, new: &Sheets) -> Vec<Reprint> {
        let both = new.0.iter().filter_map(|(id, after)| Some((id, self.0.get(id)?, after)));
        let reprints = both.filter_map(|(id, before, after)| {
            let differs = |code: &&String| before.rows.get(*code).is_some_and(|row| after.rows.get(*code) != Some(row));
            let villages = match before.artwork == after.artwork {
                true => after.rows.keys().filter(differs).count(),
                // Only those that had a sheet have a wrong one.
                false => after.rows.keys().filter(|code| before.rows.contains_key(*code)).count(),
            };
            let changed = before.artwork != after.artwork || villages > 0;
            changed.then(|| Reprint { piece: id.clone(), title: after.title.clone(), villages, of: after.rows.len() })
        });
        reprints.collect()
    }
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
