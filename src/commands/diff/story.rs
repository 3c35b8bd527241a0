//! What changed, told once: the national content first, then of each region what it changes besides.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::changes::{self, Change, Detail, Entry, Kind, Section};
use super::sheets::{Press, Reprint, reworded};
use super::side::Side;
use super::{entries, villages};
use crate::content::{EditionCode, Id};
use crate::plan::EditionPlan;

/// What changed between two states.
pub(super) struct Story {
    /// The editions in which something changed, national first.
    pub(super) editions: Vec<EditionStory>,
    /// Sheets that follow the national content, in all editions together.
    pub(super) everywhere: Vec<Everywhere>,
    /// The theme is another one.
    pub(super) theme: bool,
}

/// What changed in one edition, besides what changed in the national content.
pub(super) struct EditionStory {
    pub(super) code: EditionCode,
    pub(super) name: String,
    /// The edition came or went as a whole.
    pub(super) whole: Option<Kind>,
    pub(super) changes: Vec<Change>,
    pub(super) reprints: Vec<Reprint>,
    /// What changed in the national content, but not here, because the region has its own text.
    pub(super) kept: Vec<String>,
}

/// A piece that must be printed anew wherever it is.
pub(super) struct Everywhere {
    pub(super) piece: Id,
    pub(super) title: String,
    /// In how many editions.
    pub(super) editions: usize,
    /// For how many villages, of all editions together.
    pub(super) villages: usize,
}

impl Story {
    /// Compares two states; `only` names the regions asked for, empty for all. The national content is always compared: what it changes holds
    /// in every region.
    pub(super) fn of(old: &Side, new: &Side, only: &[EditionCode]) -> Story {
        let codes: BTreeSet<&EditionCode> = old.codes.iter().chain(&new.codes).collect();
        let asked: Vec<&EditionCode> = codes.into_iter().filter(|code| only.is_empty() || only.contains(code)).collect();
        let press = Press::new(old, new);
        let national = Compared::of(&EditionCode::National, old, new, &press);
        let regional: Vec<Compared> =
            asked.par_iter().filter(|code| !code.is_national()).map(|code| Compared::of(code, old, new, &press)).collect();
        let reworded = reworded(old.edition(&EditionCode::National), new.edition(&EditionCode::National));
        let shared = shared(&national, &reworded, &regional);
        let published = asked.iter().any(|code| code.is_national());
        let mut everywhere: BTreeMap<Id, Everywhere> = BTreeMap::new();
        for compared in regional.iter().chain(published.then_some(&national)) {
            for reprint in compared.reprints.iter().filter(|one| shared.contains(&one.piece)) {
                let title = reprint.title.clone();
                let fresh = Everywhere { piece: reprint.piece.clone(), title, editions: 0, villages: 0 };
                let sum = everywhere.entry(reprint.piece.clone()).or_insert(fresh);
                sum.editions += 1;
                sum.villages += if reprint.letter { 0 } else { reprint.sheets };
            }
        }
        let province = |one: &Compared| regional.iter().find(|other| other.is_province_of(one));
        let besides = |one: &Compared| one.besides(&national, province(one), &shared);
        let mut editions: Vec<EditionStory> = regional.iter().map(besides).collect();
        editions.insert(0, national.alone(&shared));
        editions.retain(|one| !one.is_empty());
        Story { editions, everywhere: everywhere.into_values().collect(), theme: old.theme != new.theme }
    }

    /// Whether a reader meets nothing that is new.
    pub(super) fn is_empty(&self) -> bool {
        self.editions.is_empty() && self.everywhere.is_empty()
    }
}

impl EditionStory {
    fn is_empty(&self) -> bool {
        self.whole.is_none() && self.changes.is_empty() && self.reprints.is_empty() && self.kept.is_empty()
    }
}

/// The national pieces that are others in every edition that has them as they are, because of the national content: not of one office.
fn shared(national: &Compared, reworded: &BTreeSet<Id>, regional: &[Compared]) -> BTreeSet<Id> {
    let changed = |compared: &Compared, piece: &Id| compared.reprints.iter().any(|one| one.piece == *piece);
    let follows = |piece: &Id| {
        let mut users = regional.iter().filter(|one| one.national_pieces.contains(piece)).peekable();
        // Of a piece that no region has, the nation's own list says it.
        users.peek().is_some() && users.all(|one| changed(one, piece))
    };
    let of_nation = national.reprints.iter().map(|one| &one.piece);
    of_nation.chain(reworded).filter(|piece| follows(piece)).cloned().collect()
}

/// Both states of one edition.
struct Compared {
    code: EditionCode,
    name: String,
    whole: Option<Kind>,
    changes: Vec<Change>,
    reprints: Vec<Reprint>,
    /// Titles of what the region says itself, in the new state.
    own: BTreeMap<(Section, String), String>,
    /// The pieces that both states print as the national content has them.
    national_pieces: BTreeSet<Id>,
}

impl Compared {
    fn of(code: &EditionCode, old: &Side, new: &Side, press: &Press<'_>) -> Compared {
        let (before, after) = (old.edition(code), new.edition(code));
        let name = after.or(before).map_or_else(|| code.to_string(), |plan| plan.edition.name.clone());
        let whole = match (before, after) {
            (None, Some(_)) => Some(Kind::Added),
            (Some(_), None) => Some(Kind::Removed),
            _ => None,
        };
        let (changes, reprints, own) = (Vec::new(), Vec::new(), BTreeMap::new());
        let mut compared = Compared { code: code.clone(), name, whole, changes, reprints, own, national_pieces: BTreeSet::new() };
        let (Some(before), Some(after)) = (before, after) else { return compared };
        let (old_entries, new_entries) = (entries::of(&before.edition), entries::of(&after.edition));
        compared.changes = changes::compare(&old_entries, &new_entries);
        compared.changes.extend(villages::compare(Some(&before.edition), Some(&after.edition)));
        compared.changes.extend(pictures(before, after));
        compared.changes.sort_by(|a, b| (a.section, &a.key).cmp(&(b.section, &b.key)));
        compared.reprints = press.changed(before, after);
        let sheets = |plan: &EditionPlan| -> BTreeSet<Id> { plan.sheets.iter().map(|sheet| sheet.piece.clone()).collect() };
        let both = &sheets(before) & &sheets(after);
        let is_national = |id: &Id| after.edition.pieces.get(id).is_some_and(|item| item.layer.is_national());
        compared.national_pieces = both.into_iter().filter(is_national).collect();
        let own = new_entries.into_iter().filter(|entry| entry.own);
        compared.own = own.map(|Entry { section, key, title, .. }| ((section, key), title)).collect();
        compared
    }

    fn alone(&self, shared: &BTreeSet<Id>) -> EditionStory {
        self.told(self.changes.clone(), shared, Vec::new())
    }

    fn is_province_of(&self, other: &Compared) -> bool {
        match (&self.code, &other.code) {
            (EditionCode::Region(own), EditionCode::Region(other)) => {
                own.is_province() && !other.is_province() && other.province() == *own
            }
            _ => false,
        }
    }

    /// What this region changes besides the nation and its province.
    fn besides(&self, national: &Compared, province: Option<&Compared>, shared: &BTreeSet<Id>) -> EditionStory {
        let above = || std::iter::once(national).chain(province);
        let is_told = |change: &Change| above().any(|one| one.changes.contains(change));
        let changes: Vec<Change> = self.changes.iter().filter(|change| !is_told(change)).cloned().collect();
        let follows = |change: &Change| self.changes.iter().any(|own| (own.section, &own.key) == (change.section, &change.key));
        let others = national.changes.iter().filter(|change| !follows(change));
        let kept = others.filter_map(|change| self.own.get(&(change.section, change.key.clone())).cloned()).collect();
        self.told(changes, shared, kept)
    }

    fn told(&self, changes: Vec<Change>, shared: &BTreeSet<Id>, kept: Vec<String>) -> EditionStory {
        let reprints = self.reprints.iter().filter(|one| !shared.contains(&one.piece)).cloned().collect();
        EditionStory { code: self.code.clone(), name: self.name.clone(), whole: self.whole.clone(), changes, reprints, kept }
    }
}

/// Pictures that came, went or are others.
fn pictures(old: &EditionPlan, new: &EditionPlan) -> Option<Change> {
    let (old, new) = (&old.edition.images, &new.edition.images);
    let missing = |from: &BTreeMap<String, _>, to: &BTreeMap<String, _>| -> Vec<String> {
        from.keys().filter(|path| !to.contains_key(*path)).cloned().collect()
    };
    let (removed, mut added) = (missing(old, new), missing(new, old));
    let replaced = new.iter().filter(|(path, bytes)| old.get(*path).is_some_and(|before| before != *bytes));
    added.extend(replaced.map(|(path, _)| format!("{path} (diganti)")));
    let nothing = removed.is_empty() && added.is_empty();
    (!nothing).then(|| Change {
        section: Section::Site,
        key: "gambar".to_owned(),
        title: "Gambar".to_owned(),
        kind: Kind::Changed(vec![Detail::List { label: "berkas".to_owned(), removed, added }]),
    })
}
