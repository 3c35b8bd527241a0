//! The print houses of a run: one for the theme as it is, and one for each accent that a region of the run chose.

use std::collections::{BTreeMap, BTreeSet};

use super::pieces;
use crate::content::Theme;
use crate::diagnostics::Diagnostics;
use crate::plan::EditionPlan;
use crate::print::PrintHouse;

/// A print house, and what names everything of its theme that shapes a sheet: part of every piece's key.
pub(super) struct House {
    pub(super) print: PrintHouse,
    pub(super) digest: String,
}

/// The houses of a run.
pub(super) struct Houses {
    plain: House,
    accented: BTreeMap<String, House>,
}

impl Houses {
    /// Sets the houses up; what is wrong with the theme is told once. None when there is nothing to print with.
    pub(super) fn new<'a>(theme: &Theme, plans: impl Iterator<Item = &'a EditionPlan>, d: &Diagnostics) -> Option<Houses> {
        let plain = House::new(theme, d)?;
        let chosen: BTreeSet<&str> = plans.filter_map(accent).filter(|accent| theme.accents.contains_key(*accent)).collect();
        let silent = Diagnostics::new();
        let dressed =
            chosen.into_iter().filter_map(|accent| Some((accent.to_owned(), House::new(&theme.with_accent(accent), &silent)?)));
        Some(Houses { plain, accented: dressed.collect() })
    }

    /// The house that prints an edition.
    pub(super) fn of(&self, plan: &EditionPlan) -> &House {
        accent(plan).and_then(|accent| self.accented.get(accent)).unwrap_or(&self.plain)
    }

    /// Every house changed in the same way.
    pub(super) fn map(self, change: impl Fn(House) -> House) -> Houses {
        let accented = self.accented.into_iter().map(|(accent, house)| (accent, change(house)));
        Houses { accented: accented.collect(), plain: change(self.plain) }
    }
}

impl House {
    fn new(theme: &Theme, d: &Diagnostics) -> Option<House> {
        Some(House { print: PrintHouse::new(theme, d)?, digest: pieces::theme_digest(theme) })
    }
}

/// The accent that the region of an edition chose.
fn accent(plan: &EditionPlan) -> Option<&str> {
    plan.edition.region.as_ref()?.accent.as_ref().map(|accent| accent.value.as_str())
}
