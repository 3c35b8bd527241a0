//! One village: the variant its page is rendered in, and the values that fill it.
//!
//! What varies by village is either a choice (is there a supervisor to show?) or a value. The choices
//! make a [`Variant`]: villages with the same choices share one rendered page. The values go into
//! its slots.

use serde_json::{Value, json};

use super::{Variables, frame, lists, posts, sharing, with};
use crate::content::village::{Medium, VillageKind};
use crate::content::{Village, Violation};
use crate::diagnostics::Located;
use crate::edition::contact::{Contact, same};
use crate::edition::{Item, in_order};
use crate::markdown::{Placeholder, contact};
use crate::web::downloads::DownloadFile;
use crate::web::edition::EditionHouse;
use crate::web::page::Page;
use crate::web::slots;

/// Every slot of `desa.html`, in the order of [`values`].
pub const SLOTS: [&str; 11] = [
    "desa.nama",
    "desa.kode",
    "desa.kecamatan",
    "desa.pengawas",
    "desa.alamat",
    "desa.telepon",
    "desa.telepon_href",
    "desa.wa_href",
    "desa.unduhan_href",
    "desa.unduhan_rincian",
    "desa.bagikan",
];

/// What distinguishes the pages of villages besides values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// Desa or kelurahan.
    kind: VillageKind,
    /// Whose contact it is: `pengawas`, `kecamatan` or `kantor`.
    contact: &'static str,
    /// The kecamatan says where it can be visited.
    address: bool,
    /// There is a number that a phone can dial.
    phone: bool,
    /// The kecamatan has a number for WhatsApp; that of the office is on every page.
    whatsapp: bool,
    /// There is a brochure of this village.
    brochure: bool,
    /// Whose contact the brochure has: `sama` as this page, else `pengawas`, `kecamatan` or `kantor`.
    on_paper: &'static str,
    /// What else is printed for this village: title, and the name of its file with [`CODE`] for the village's code.
    more: Vec<(String, String)>,
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
                .is_some_and(|district| same(&district.value, &village.district.value))
        };
        let all = 0..edition.posts.len();
        let near: Vec<usize> = all.clone().filter(in_district).collect();
        let contact = edition.village_contact(village, Medium::Web);
        Variant {
            kind: village.kind,
            contact: whose(&contact),
            on_paper: {
                let paper = edition.village_contact(village, Medium::Print);
                if whose(&paper) == whose(&contact) { "sama" } else { whose(&paper) }
            },
            address: district_address(&contact).is_some(),
            phone: contact.number().and_then(contact::tel).is_some(),
            whatsapp: district_whatsapp(&contact).is_some(),
            brochure: brochure(house, village).is_some(),
            more: more(house, village),
            posts: if near.is_empty() { all.collect() } else { near },
        }
    }
}

/// Whose contact it is, as the theme asks.
fn whose(contact: &Contact<'_>) -> &'static str {
    match contact {
        Contact::Supervisor(_) => "pengawas",
        Contact::District(_) => "kecamatan",
        Contact::Office(_) => "kantor",
    }
}

/// Where the kecamatan can be visited, when it is the contact; the office's own address is on every page.
fn district_address<'a>(contact: &'a Contact<'_>) -> Option<&'a str> {
    contact.address().filter(|_| matches!(contact, Contact::District(_)))
}

/// The link to the WhatsApp of the kecamatan, when it is the contact.
fn district_whatsapp(contact: &Contact<'_>) -> Option<String> {
    contact.whatsapp().filter(|_| matches!(contact, Contact::District(_))).and_then(contact::wa_me)
}

/// What is printed for a village alone, in the order of pieces, each with its piece's title.
fn own<'a>(house: &EditionHouse<'a>, village: &Village) -> impl Iterator<Item = (&'a Located<String>, &'a DownloadFile)> {
    let made = &house.downloads.pieces;
    let pieces = in_order(&house.edition().pieces, |piece| &piece.meta).into_iter();
    pieces.filter_map(|(id, item)| Some((&item.data.meta.title, made.get(id)?.villages.get(&village.code.value)?)))
}

/// The village's own brochure: the first of them.
fn brochure<'a>(house: &EditionHouse<'a>, village: &Village) -> Option<&'a DownloadFile> {
    own(house, village).next().map(|(_, file)| file)
}

/// Stands for a village's code in the name of a file.
const CODE: &str = "{kode}";

/// What else is printed for it.
fn more(house: &EditionHouse<'_>, village: &Village) -> Vec<(String, String)> {
    let named = |(title, file): (&Located<String>, &DownloadFile)| {
        (house.edition().fill(title), file.name.replace(&village.code.value, CODE))
    };
    own(house, village).skip(1).map(named).collect()
}

/// The values of a village for [`SLOTS`], unescaped.
pub fn values(house: &EditionHouse<'_>, village: &Village) -> [String; 11] {
    let value = |placeholder| house.edition().village_value(placeholder, village, Medium::Web);
    let contact = house.edition().village_contact(village, Medium::Web);
    let page = house.plan.village(&village.code.value);
    let brochure = brochure(house, village);
    [
        value(Placeholder::VillageName),
        value(Placeholder::VillageCode),
        value(Placeholder::VillageDistrict),
        value(Placeholder::VillageSupervisor),
        district_address(&contact).unwrap_or_default().to_owned(),
        value(Placeholder::VillagePhone),
        contact.number().and_then(contact::tel).unwrap_or_default(),
        district_whatsapp(&contact).unwrap_or_default(),
        brochure.map(|file| page.href(&house.plan.download_file(&file.name))).unwrap_or_default(),
        brochure.map(DownloadFile::details).unwrap_or_default(),
        passed_on(house, village),
    ]
}

/// The link that passes the page of a village on.
fn passed_on(house: &EditionHouse<'_>, village: &Village) -> String {
    let edition = house.edition();
    let title = format!("{}, {}", edition.village_title(village), edition.name);
    sharing::wa_me(&title, &house.plan.printed(&house.plan.village(&village.code.value)))
}

/// What stands for the values until they are filled in.
pub fn markers() -> [String; 11] {
    SLOTS.map(slots::marker)
}

/// How many prohibitions a village page shows.
const MOST_PROHIBITIONS: usize = 6;

/// See `desa.html` of the theme. `values` are those of a village, or the markers of the slots.
pub fn context(page: &Page<'_>, variant: &Variant, values: &[String; 11]) -> Value {
    let [name, code, district, supervisor, address, phone, phone_href, whatsapp, brochure_href, brochure_details, passed_on] =
        values;
    let plan = page.house.plan;
    let edition = page.house.edition();
    let kind = edition.village_word(variant.kind);
    let summary = format!("Kecamatan {district}, {}", edition.name);
    let mut heading = frame::Heading::below_home(page, &format!("{kind} {name}"), Some(summary));
    heading.trail.push((edition.villages_word().to_owned(), plan.villages()));
    heading.canonical = Some(plan.printed(&plan.village(code)));
    heading.passed_on = Some(passed_on.clone());
    heading.description = Some(format!("Siapa yang dihubungi di {kind} {name}, Kecamatan {district}, {}.", edition.name));
    let near: Vec<Value> = variant.posts.iter().filter_map(|index| edition.posts.get(*index)).map(posts::post).collect();
    let file = |pattern: &str| page.href(&plan.download_file(&pattern.replace(CODE, code)));
    let more: Vec<Value> = variant.more.iter().map(|(title, pattern)| json!({"judul": title, "href": file(pattern)})).collect();
    let variables: Variables = with(
        frame::variables(page, &heading),
        json!({
            "desa": {
                "nama": name,
                "kode": code,
                "kecamatan": district,
                "pengawas": supervisor,
                "alamat": address,
                "telepon": phone,
                "telepon_href": phone_href,
                "wa_href": whatsapp,
                "unduhan_href": brochure_href,
                "unduhan_rincian": brochure_details,
            },
            "ragam": {
                "sebutan": kind,
                "kontak": variant.contact,
                "kontak_cetak": variant.on_paper,
                "kantor": if edition.name.starts_with("Kota ") { "kantor kota" } else { "kantor kabupaten" },
                "alamat": variant.address,
                "telepon": variant.phone,
                "whatsapp": variant.whatsapp,
                "unduhan": variant.brochure,
                "lainnya": more,
            },
            "larangan": prohibitions(page, variant.kind),
            "posko": near,
        }),
    );
    Value::Object(variables)
}

/// What matters most in a village: the prohibitions of the group `desa`, else the first of all. In a kelurahan
/// those that name its head, else the first of all but that group: it binds nobody there.
fn prohibitions(page: &Page<'_>, kind: VillageKind) -> Vec<Value> {
    let all = in_order(&page.house.edition().violations, |item| &item.meta).into_iter();
    let of_village = |item: &Item<Violation>| item.data.group.value == "desa";
    let names_head = |item: &Item<Violation>| item.data.subjects.iter().any(|subject| subject.value == "lurah");
    let (first, other): (Vec<_>, Vec<_>) = match kind {
        VillageKind::Desa => all.partition(|(_, item)| of_village(item)),
        VillageKind::Kelurahan => all.filter(|(_, item)| !of_village(item)).partition(|(_, item)| names_head(item)),
    };
    let chosen = first.into_iter().chain(other).take(MOST_PROHIBITIONS);
    chosen.map(|(id, item)| lists::prohibition(page, id, &item.data, false)).collect()
}
