//! One village: the variant its page is rendered in, and the values that fill it.
//!
//! What varies by village is either a choice (is there a supervisor to show?) or a value. The choices
//! make a [`Variant`]: villages with the same choices share one rendered page. The values go into
//! its slots.

use serde_json::{Value, json};

use super::{Variables, frame, lists, posts, with};
use crate::content::Village;
use crate::content::village::{Medium, VillageKind};
use crate::edition::in_order;
use crate::markdown::Placeholder;
use crate::web::downloads::DownloadFile;
use crate::web::edition::EditionHouse;
use crate::web::page::Page;
use crate::web::slots;

/// Every slot of `desa.html`, in the order of [`values`].
pub const SLOTS: [&str; 8] = [
    "desa.nama",
    "desa.kode",
    "desa.kecamatan",
    "desa.pengawas",
    "desa.telepon",
    "desa.telepon_href",
    "desa.unduhan_href",
    "desa.unduhan_rincian",
];

/// What distinguishes the pages of villages besides values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// Desa or kelurahan.
    kind: VillageKind,
    /// The supervisor of the village may be shown; else the office stands in.
    supervisor: bool,
    /// There is a number that a phone can dial.
    phone: bool,
    /// There is a brochure of this village.
    brochure: bool,
    /// The posts of the village's kecamatan, or all when it has none; by index.
    posts: Vec<usize>,
}

impl Variant {
    /// The variant of a village's page.
    pub fn of(house: &EditionHouse<'_>, village: &Village) -> Variant {
        let edition = house.edition();
        let in_district = |index: &usize| {
            edition
                .posts
                .get(*index)
                .and_then(|post| post.district.as_ref())
                .is_some_and(|district| district.value == village.district.value)
        };
        let all = 0..edition.posts.len();
        let near: Vec<usize> = all.clone().filter(in_district).collect();
        let supervisor = village.supervisor.as_ref();
        Variant {
            kind: village.kind,
            supervisor: supervisor.is_some_and(|who| who.may_show(Medium::Web, edition.as_of)),
            phone: frame::tel(&phone(house, village)).is_some(),
            brochure: brochure(house, village).is_some(),
            posts: if near.is_empty() { all.collect() } else { near },
        }
    }
}

/// The number to call from this village.
fn phone(house: &EditionHouse<'_>, village: &Village) -> String {
    house.edition().village_value(Placeholder::VillagePhone, village, Medium::Web)
}

/// The village's own brochure: of the first piece, in the order of pieces, that has one.
fn brochure<'a>(house: &EditionHouse<'a>, village: &Village) -> Option<&'a DownloadFile> {
    let made = &house.downloads.pieces;
    in_order(&house.edition().pieces, |piece| &piece.meta)
        .into_iter()
        .find_map(|(id, _)| made.get(id)?.villages.get(&village.code.value))
}

/// The values of a village for [`SLOTS`], unescaped.
pub fn values(house: &EditionHouse<'_>, village: &Village) -> [String; 8] {
    let value = |placeholder| house.edition().village_value(placeholder, village, Medium::Web);
    let phone = phone(house, village);
    let page = house.plan.village(&village.code.value);
    let brochure = brochure(house, village);
    [
        value(Placeholder::VillageName),
        value(Placeholder::VillageCode),
        value(Placeholder::VillageDistrict),
        value(Placeholder::VillageSupervisor),
        phone.clone(),
        frame::tel(&phone).unwrap_or_default(),
        brochure.map(|file| page.href(&house.plan.download_file(&file.name))).unwrap_or_default(),
        brochure.map(DownloadFile::details).unwrap_or_default(),
    ]
}

/// What stands for the values until they are filled in.
pub fn markers() -> [String; 8] {
    SLOTS.map(slots::marker)
}

/// How many prohibitions a village page shows.
const MOST_PROHIBITIONS: usize = 6;

/// See `desa.html` of the theme. `values` are those of a village, or the markers of the slots.
pub fn context(page: &Page<'_>, variant: &Variant, values: &[String; 8]) -> Value {
    let [name, code, district, supervisor, phone, phone_href, brochure_href, brochure_details] = values;
    let plan = page.house.plan;
    let edition = page.house.edition();
    let kind = variant.kind.label();
    let summary = format!("Kecamatan {district}, {}", edition.name);
    let mut heading = frame::Heading::below_home(page, &format!("{kind} {name}"), Some(summary));
    heading.trail.push(("Desa".to_owned(), plan.villages()));
    heading.canonical = Some(plan.printed(&plan.village(code)));
    let near: Vec<Value> = variant.posts.iter().filter_map(|index| edition.posts.get(*index)).map(posts::post).collect();
    let variables: Variables = with(
        frame::variables(page, &heading),
        json!({
            "desa": {
                "nama": name,
                "kode": code,
                "kecamatan": district,
                "pengawas": supervisor,
                "telepon": phone,
                "telepon_href": phone_href,
                "unduhan_href": brochure_href,
                "unduhan_rincian": brochure_details,
            },
            "ragam": {
                "sebutan": kind,
                "pengawas": variant.supervisor,
                "telepon": variant.phone,
                "unduhan": variant.brochure,
            },
            "larangan": prohibitions(page),
            "posko": near,
        }),
    );
    Value::Object(variables)
}

/// What matters most in a village: the prohibitions of the group `desa`, else the first of all.
fn prohibitions(page: &Page<'_>) -> Vec<Value> {
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let (village, other): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, item)| item.data.group.value == "desa");
    let chosen = village.into_iter().chain(other).take(MOST_PROHIBITIONS);
    chosen.map(|(id, item)| lists::prohibition(page, id, &item.data, false)).collect()
}
