//! The list of villages by kecamatan.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::content::Village;
use crate::content::village::VillageKind;
use crate::markdown::slug;
use crate::web::page::Page;

/// See `desa-daftar.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let edition = page.house.edition();
    let word = edition.villages_word();
    let summary = format!("Pilih {} untuk melihat siapa yang dihubungi di sana.", word.to_lowercase());
    let urban = edition.village_word(VillageKind::Kelurahan);
    let title = if word == urban { urban.to_owned() } else { format!("{word} dan {}", urban.to_lowercase()) };
    let heading = frame::Heading::below_home(page, &title, Some(summary));
    let districts: Vec<Value> = by_district(page)
        .into_iter()
        .map(|(name, villages)| {
            let villages: Vec<Value> = villages.into_iter().map(|village| row(page, village)).collect();
            json!({"id": slug(name), "nama": name, "desa": villages})
        })
        .collect();
    with(frame::variables(page, &heading), json!({ "kecamatan": districts }))
}

fn row(page: &Page<'_>, village: &Village) -> Value {
    json!({
        "nama": village.name.value,
        "kode": village.code.value,
        "jenis": if village.kind == VillageKind::Kelurahan { "kelurahan" } else { "desa" },
        "href": page.href(&page.house.plan.village(&village.code.value)),
    })
}

/// Villages by the name of their kecamatan, each list by the name of the village.
pub fn by_district<'a>(page: &Page<'a>) -> Vec<(&'a str, Vec<&'a Village>)> {
    let mut districts: BTreeMap<&str, Vec<&Village>> = BTreeMap::new();
    for village in page.house.edition().villages.iter() {
        districts.entry(village.district.value.as_str()).or_default().push(village);
    }
    let mut districts: Vec<_> = districts.into_iter().collect();
    for (_, villages) in &mut districts {
        villages.sort_by(|a, b| (&a.name.value, &a.code.value).cmp(&(&b.name.value, &b.code.value)));
    }
    districts
}

/// The kecamatan with how many villages each has in words (`5 desa dan 11 kelurahan`), linked to its part of the list; for home.
pub(super) fn districts(page: &Page<'_>) -> Vec<Value> {
    let list = page.href(&page.house.plan.villages());
    by_district(page)
        .into_iter()
        .map(|(name, villages)| {
            let counted = page.house.edition().villages_counted(&villages);
            json!({"nama": name, "jumlah": counted, "href": format!("{list}#{}", slug(name))})
        })
        .collect()
}
