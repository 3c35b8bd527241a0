//! An order: all pieces of an edition that one kind of shop prints, told so that nobody there has to ask back.
//!
//! 1. [`orders`] gathers the items of each profile from the plan and from what was printed;
//! 2. `item` says of one piece what a shop asks: size, scale, material, finishing, copies, square metres, sides, inks, notes;
//! 3. [`Order::text`] is the order sheet to paste into WhatsApp, [`Order::document`] the same as an A4 page;
//! 4. [`Item::village_table`] lists which pages of a merged file, or which files of a folder, are printed how often.

mod document;
mod item;
mod paper;
mod text;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use item::{Attached, DistrictLine, Item, VillageLine, decimal};

use super::Facts;
use super::names::Name;
use crate::content::shop::{Profile, Shop};
use crate::content::{Id, Office};
use crate::edition::Edition;
use crate::plan::{EditionPlan, Plan};

/// What one shop is asked to print for one office.
#[derive(Clone, Debug)]
pub struct Order<'a> {
    /// How its files were made.
    pub profile: &'a Profile,
    /// The shop, when the office has named one.
    pub shop: Option<&'a Shop>,
    /// `Bawaslu Kabupaten Kayong Utara`
    pub sender: String,
    /// Whom the shop asks.
    pub office: &'a Office,
    /// The profile of the press that the files are made for, when one was given.
    pub press: Option<String>,
    /// Contacts are placeholders: nothing of this may be printed.
    pub specimen: bool,
    /// The pieces, by their file names: those that the office orders, or all while it orders none of this profile.
    pub items: Vec<Item>,
}

impl Order<'_> {
    /// Whether the office has said of any piece how many copies it wants.
    pub fn is_placed(&self) -> bool {
        self.items.iter().any(|item| item.copies.is_some())
    }

    /// How many press files it holds.
    pub fn files(&self) -> usize {
        self.items.iter().map(|item| item.press.len()).sum()
    }

    /// Square metres of all copies of large pieces together: nobody buys a brochure by the square metre.
    pub fn area(&self) -> f64 {
        // Not `sum`, which makes minus nought of nothing.
        self.items.iter().filter(|item| item.large).filter_map(Item::total_area).fold(0.0, |all, area| all + area)
    }

    /// What the items cost whose price is known; none when no price is.
    pub fn estimate(&self) -> Option<i64> {
        let known = self.items.iter().filter_map(|item| item.estimate);
        known.fold(None, |sum, rupiah| Some(sum.unwrap_or(0_i64).saturating_add(rupiah)))
    }
}

/// The orders of an edition, by profile in the order of `percetakan.yaml`. No press file is in two of them, and none in an order that the
/// office has not said how many it wants of.
pub fn orders<'a>(
    plan: &'a Plan,
    of: &'a EditionPlan,
    names: &BTreeMap<Id, Name>,
    made: &BTreeMap<Id, Arc<Facts>>,
) -> Vec<Order<'a>> {
    let edition = of.edition.as_ref();
    let mut by_profile: BTreeMap<&Id, Vec<Item>> = BTreeMap::new();
    for sheet in &of.sheets {
        let (Some(item), Some(format)) = (edition.pieces.get(&sheet.piece), plan.theme.formats.get(&sheet.format)) else {
            continue;
        };
        let (Some(profile), Some(facts)) = (edition.profile(&item.data, format), made.get(&sheet.piece)) else { continue };
        let Some(name) = names.get(&sheet.piece) else { continue };
        let shop = edition.shops.get(profile.id.as_str());
        let item = item::item(edition, &item.data, &profile.shape(format), name, facts, shop);
        by_profile.entry(&profile.id).or_default().extend(item);
    }
    let orders = edition.profiles.iter().filter_map(|profile| {
        let mut items = by_profile.remove(&profile.id)?;
        if items.iter().any(|item| item.copies.is_some()) {
            items.retain(|item| item.copies.is_some());
        }
        items.sort_by(|a, b| a.file().cmp(b.file()));
        let shop = edition.shops.get(profile.id.as_str());
        Some(Order {
            profile,
            shop,
            sender: sender(edition),
            office: &edition.office,
            press: None,
            specimen: edition.specimen,
            items,
        })
    });
    orders.collect()
}

/// Who orders: the office by its name, else the institution and the region.
fn sender(edition: &Edition) -> String {
    match &edition.office.name {
        Some(name) => name.value.clone(),
        None => format!("{} {}", edition.site.institution.value, edition.name),
    }
}
