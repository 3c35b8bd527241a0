//! Which pages and sheets an edition has, and where.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Address, EditionPlan, PageKind, PagePlan, Plan, SheetPlan};
use crate::content::page::PageGroup;
use crate::content::{Id, Kind, Page, Piece, Theme};
use crate::edition::{Edition, EditionCode, in_order};

/// The kinds that have a list page and a page for each item.
const LISTED: [Kind; 4] = [Kind::Violation, Kind::Sanction, Kind::Regulation, Kind::Declaration];

impl Plan {
    /// Plans all editions. They come in the order national, then by code, whatever order they are
    /// given in.
    pub fn new(mut editions: Vec<Arc<Edition>>, theme: Arc<Theme>) -> Plan {
        editions.sort_by(|a, b| a.code.cmp(&b.code));
        let national = editions.iter().any(|edition| edition.code == EditionCode::National);
        Plan { editions: editions.into_par_iter().map(|edition| plan_edition(edition, national)).collect(), theme }
    }
}

/// Where an item stands below an edition's root. Pages of `content/halaman/` stand at the root
/// itself, so that `/lapor/` stays short.
pub(super) fn item_address(root: &Address, kind: Kind, id: &Id) -> Address {
    match kind {
        Kind::Page if id.as_str() == Page::HOME => root.clone(),
        Kind::Page => root.join(id.as_str()),
        _ => root.join(kind.folder()).join(id.as_str()),
    }
}

fn plan_edition(edition: Arc<Edition>, national: bool) -> EditionPlan {
    let root = match &edition.code {
        EditionCode::National => Address::root(),
        EditionCode::Region(code) => Address::root().join(code.as_str()),
    };
    let mut plan = EditionPlan { edition, root, pages: vec![], sheets: vec![], by_address: vec![] };
    plan.pages = pages(&plan, national);
    plan.pages.shrink_to_fit();
    plan.by_address = (0..plan.pages.len()).collect();
    // In order where an address is taken twice: the last page stands there.
    plan.by_address.sort_by_key(|at| plan.pages.get(*at).map(|page| &page.address));
    plan.sheets = sheets(&plan);
    plan
}

/// `national`: whether the national edition is planned too.
fn pages(plan: &EditionPlan, national: bool) -> Vec<PagePlan> {
    let edition = &plan.edition;
    let mut pages = Vec::new();
    let mut add = |address: Address, kind: PageKind| pages.push(PagePlan { address, kind });
    for (id, item) in in_order(&edition.pages, |page| &page.meta) {
        let kind = if item.data.is_home() { PageKind::Home } else { PageKind::Page(id.clone()) };
        add(plan.item(Kind::Page, id), kind);
    }
    let lists_pages = has_more_than_the_map(edition);
    for kind in LISTED {
        let ids = ids(edition, kind);
        if ids.is_empty() {
            continue;
        }
        add(plan.list(kind), PageKind::List(kind));
        for id in ids {
            add(plan.item(kind, &id), PageKind::Item(kind, id));
        }
    }
    if !edition.pieces.is_empty() {
        add(plan.downloads(), PageKind::Downloads);
        add(plan.verification(), PageKind::Verification);
    }
    if !edition.villages.is_empty() {
        add(plan.villages(), PageKind::Villages);
        for (index, village) in edition.villages.iter().enumerate() {
            add(plan.village(&village.code.value), PageKind::Village(index));
        }
    }
    let carried = [
        (plan.list(Kind::Page), PageKind::List(Kind::Page)),
        (plan.share(), PageKind::Share),
        (plan.embed(), PageKind::Embed),
        (plan.pocket(), PageKind::Pocket),
        (plan.offline(), PageKind::Offline),
        (plan.search(), PageKind::Search),
    ];
    let made = |kind: &PageKind| lists_pages || *kind != PageKind::List(Kind::Page);
    carried.into_iter().filter(|(_, kind)| made(kind)).for_each(|(address, kind)| add(address, kind));
    if plan.is_own_site() || !national {
        // The folder of a website of its own, or all that its project publishes.
        add(plan.root.file("404.html"), PageKind::NotFound);
    }
    pages
}

/// Whether a group has more pages than the map of the website names.
fn has_more_than_the_map(edition: &Edition) -> bool {
    let mut counts: BTreeMap<PageGroup, usize> = BTreeMap::new();
    for item in edition.pages.values().filter(|item| !item.data.is_home()) {
        *counts.entry(item.data.shown_in()).or_default() += 1;
    }
    counts.values().any(|count| *count > Page::MOST_IN_MAP)
}

/// The ids of one listed kind, in the order of its list.
fn ids(edition: &Edition, kind: Kind) -> Vec<Id> {
    fn cloned<T>(items: Vec<(&Id, &crate::edition::Item<T>)>) -> Vec<Id> {
        items.into_iter().map(|(id, _)| id.clone()).collect()
    }
    match kind {
        Kind::Violation => cloned(in_order(&edition.violations, |item| &item.meta)),
        Kind::Sanction => cloned(in_order(&edition.sanctions, |item| &item.meta)),
        Kind::Regulation => cloned(in_order(&edition.regulations, |item| &item.meta)),
        Kind::Declaration => cloned(in_order(&edition.declarations, |item| &item.meta)),
        Kind::Page => cloned(in_order(&edition.pages, |item| &item.meta)),
        Kind::Piece => cloned(in_order(&edition.pieces, |item| &item.meta)),
    }
}

/// A piece that is merged by village exists where there are villages for it, a letter where there are recipients; any other exists in
/// every edition.
fn sheets(plan: &EditionPlan) -> Vec<SheetPlan> {
    let villages = |piece: &Piece| plan.edition.villages.iter().filter(|village| piece.is_for(village)).count();
    let has_letter = |piece: &Piece| !piece.per_recipient || !plan.edition.recipients.is_empty();
    plan.edition
        .pieces
        .iter()
        .filter(|(_, item)| has_letter(&item.data))
        .map(|(id, item)| (id, item, villages(&item.data)))
        .filter(|(_, item, villages)| *villages > 0 || !item.data.per_village)
        .map(|(id, item, villages)| SheetPlan {
            piece: id.clone(),
            format: item.data.format.value.clone(),
            villages,
            target: plan.root.resolve(item.data.qr.as_ref().map_or(Piece::DEFAULT_QR, |qr| &qr.value)),
            folder: id.as_str().to_owned(),
        })
        .collect()
}
