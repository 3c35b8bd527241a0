//! The print houses of a run: one for the theme as it is, and one for each accent that a region of the run chose.

use std::collections::{BTreeMap, BTreeSet};

use std::sync::Arc;

use super::pieces;
use crate::content::shop::Profile;
use crate::content::{EditionCode, Id, Theme};
use crate::diagnostics::Diagnostics;
use crate::plan::EditionPlan;
use crate::print::{PressProfile, PrintHouse};
use crate::source::Date;

/// A print house, and what names everything of its theme that shapes a sheet: part of every piece's key.
pub(super) struct House {
    pub(super) print: PrintHouse,
    pub(super) digest: String,
}

/// The houses of a run.
pub(super) struct Houses {
    plain: House,
    accented: BTreeMap<String, House>,
    /// For the press of one profile of one edition.
    pressed: BTreeMap<(EditionCode, Id), House>,
}

impl Houses {
    /// Sets the houses up; what is wrong with the theme is told once. None when there is nothing to print with.
    pub(super) fn new<'a>(theme: &Theme, plans: impl Iterator<Item = &'a EditionPlan>, d: &Diagnostics) -> Option<Houses> {
        let plain = House::new(theme, d)?;
        let chosen: BTreeSet<&str> = plans.filter_map(accent).filter(|accent| theme.accents.contains_key(*accent)).collect();
        let silent = Diagnostics::new();
        let dressed = |accent: &str| Some((accent.to_owned(), plain.beside(&theme.with_accent(accent), &silent)?));
        let accented = chosen.into_iter().filter_map(dressed).collect();
        Some(Houses { plain, accented, pressed: BTreeMap::new() })
    }

    /// The house that prints an edition.
    pub(super) fn of(&self, plan: &EditionPlan) -> &House {
        accent(plan).and_then(|accent| self.accented.get(accent)).unwrap_or(&self.plain)
    }

    /// The house that prints what goes to one kind of shop.
    pub(super) fn for_shop(&self, plan: &EditionPlan, profile: Option<&Profile>) -> &House {
        let own = profile.and_then(|profile| self.pressed.get(&(plan.edition.code.clone(), profile.id.clone())));
        own.unwrap_or_else(|| self.of(plan))
    }

    /// Every house for the same press, whatever the shop.
    pub(super) fn for_press(self, press: &Arc<PressProfile>, day: Date) -> Houses {
        let accented = self.accented.into_iter().map(|(accent, house)| (accent, house.for_press(press, day)));
        Houses { accented: accented.collect(), plain: self.plain.for_press(press, day), pressed: BTreeMap::new() }
    }

    /// A house more for each shop of an edition that has given the profile of its press (`icc`); what is wrong with one is in `d`.
    pub(super) fn add_presses(&mut self, theme: &Theme, plan: &EditionPlan, d: &Diagnostics) {
        let silent = Diagnostics::new();
        for profile in plan.edition.profiles.iter() {
            let Some((icc, bytes)) = profile.icc.as_ref().and_then(|icc| Some((icc, plan.edition.presses.get(&icc.value)?)))
            else {
                continue;
            };
            let press = match PressProfile::read(&icc.value, bytes.to_vec()) {
                Ok(press) => Arc::new(press),
                Err(fault) => {
                    d.push((*fault).at(&icc.place));
                    continue;
                }
            };
            let dressed = accent(plan).map(|accent| theme.with_accent(accent));
            if let Some(house) = self.plain.beside(dressed.as_ref().unwrap_or(theme), &silent) {
                let house = house.for_press(&press, plan.edition.as_of);
                self.pressed.insert((plan.edition.code.clone(), profile.id.clone()), house);
            }
        }
    }
}

impl House {
    fn new(theme: &Theme, d: &Diagnostics) -> Option<House> {
        Some(House { print: PrintHouse::new(theme, d)?, digest: pieces::theme_digest(theme) })
    }

    /// A house for another accent or press of the same run.
    fn beside(&self, theme: &Theme, d: &Diagnostics) -> Option<House> {
        Some(House { print: self.print.beside(theme, d)?, digest: pieces::theme_digest(theme) })
    }

    /// Files for a named press are dated, so yesterday's are not used again.
    fn for_press(self, press: &Arc<PressProfile>, day: Date) -> House {
        let digest = format!("{} {} {day}", self.digest, press.digest());
        House { print: self.print.for_press(Arc::clone(press), day), digest }
    }
}

/// The accent that the region of an edition chose.
fn accent(plan: &EditionPlan) -> Option<&str> {
    plan.edition.region.as_ref()?.accent.as_ref().map(|accent| accent.value.as_str())
}
