//! The home page of an edition.

use serde_json::{Value, json};

use super::{Variables, finder, frame, lists, posts, search, villages, with};
use crate::content::Page as HomePage;
use crate::edition::{EditionCode, Item, in_order};
use crate::markdown::{Directive, DirectiveName};
use crate::plan::EditionPlan;
use crate::web::page::Page;

/// How many prohibitions home shows when its body lists none itself.
const MOST_PROHIBITIONS: usize = 6;

/// See `beranda.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Option<Variables> {
    let edition = page.house.edition();
    let item = edition.pages.get(HomePage::HOME)?;
    let meta = &item.data.meta;
    let mut heading = frame::Heading::new(&page.text(&meta.title));
    heading.summary = meta.summary.as_ref().map(|summary| page.text(summary));
    heading.canonical = Some(page.house.plan.printed(page.address));
    let heading = heading.told_by(page, &item.body);
    let (body, explained) = page.explained(&item.body);
    Some(with(
        frame::variables(page, &heading),
        json!({
            "isi": body,
            "arti": explained,
            "dasar": super::law::bases(page, &item.data.basis),
            "sengketa": super::disputes::touched(page, meta),
            "bukti": super::evidence::evidence(page, meta, &[]),
            "siapa": finder::readers(page),
            "larangan": prohibitions(page, item),
            "jumlah": {
                "pelanggaran": edition.violations.len(),
                "regulasi": edition.regulations.len(),
                "sanksi": edition.sanctions.len(),
                "desa": edition.villages.len(),
            },
            "daerah_lain": regions(page),
            "kecamatan": villages::districts(page),
            "posko": posts::first(page),
            "contoh_tanya": search::examples(page),
        }),
    ))
}

/// The first prohibitions, unless the body has a list of its own.
fn prohibitions(page: &Page<'_>, item: &Item<HomePage>) -> Vec<Value> {
    let lists_some = |directive: &&Directive| directive.name == DirectiveName::List;
    if item.body.directives().iter().any(lists_some) {
        return Vec::new();
    }
    let all = in_order(&page.house.edition().violations, |violation| &violation.meta);
    all.into_iter().take(MOST_PROHIBITIONS).map(|(id, item)| lists::prohibition(page, id, &item.data, false)).collect()
}

/// The editions below this one: all regions for the country, its kabupaten for a province.
pub fn below<'a>(page: &Page<'a>) -> impl Iterator<Item = &'a EditionPlan> {
    let here = &page.house.edition().code;
    let is_below = move |code: &EditionCode| match (here, code) {
        (EditionCode::National, EditionCode::Region(_)) => true,
        (EditionCode::Region(own), EditionCode::Region(other)) => {
            own.is_province() && !other.is_province() && other.province() == *own
        }
        _ => false,
    };
    page.house.all.editions.iter().filter(move |plan| is_below(&plan.edition.code))
}

/// The most regions that home lists one by one.
const MOST_REGIONS: usize = 24;

/// The editions below this one. Of a whole country only those that no edition of their province leads to: nobody looks through 552 names.
fn regions(page: &Page<'_>) -> Vec<Value> {
    let has_many = below(page).count() > MOST_REGIONS;
    let is_led_to = |plan: &EditionPlan| match &plan.edition.code {
        EditionCode::Region(code) if page.house.edition().region.is_none() && !code.is_province() => {
            let province = EditionCode::Region(code.province());
            page.house.all.edition(&province).is_some()
        }
        _ => false,
    };
    below(page)
        .filter(|plan| !(has_many && is_led_to(plan)))
        .map(|plan| json!({"nama": plan.edition.name, "href": frame::across(page, plan, &plan.root)}))
        .collect()
}
