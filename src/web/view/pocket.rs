//! What matters most in one file that needs nothing beside it: what is forbidden, how to tell, whom to call.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::frame::{self, Heading};
use super::{Variables, lists, posts, with};
use crate::content::village::Medium;
use crate::content::{Id, Meta};
use crate::markdown::contact;
use crate::web::page::Page;
use crate::web::stylesheet;

/// The page that tells how to report.
const REPORTING: &str = "lapor";

/// See `saku.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let edition = page.house.edition();
    let plan = page.house.plan;
    let mut heading = Heading::new(&edition.site.title.value);
    heading.summary = Some("Apa yang dilarang, cara memberi tahu, dan siapa yang dihubungi.".to_owned());
    heading.canonical = Some(plan.printed(&plan.root));
    let style = style(page);
    let reporting = Id::new(REPORTING).and_then(|id| edition.pages.get(&id));
    with(
        frame::variables(page, &heading),
        json!({
            "gaya": style,
            "sidik_gaya": format!("sha256-{}", BASE64.encode(Sha256::digest(&style))),
            "kelompok": lists::by_group(page),
            "cara": reporting.map(|item| page.body_below(&item.body, 1)),
            "posko": edition.posts.iter().map(posts::post).collect::<Vec<_>>(),
            "kecamatan": districts(page),
            "diperiksa": last_checked(page),
        }),
    )
}

/// The stylesheet as it may stand in an element: what would end the element is written otherwise.
fn style(page: &Page<'_>) -> String {
    let bytes = page.house.assets().get(stylesheet::NAME).map_or(&[][..], |(_, bytes)| bytes);
    String::from_utf8_lossy(bytes).replace("</", "<\\/")
}

/// The secretariats of the kecamatan that may be shown on this day.
fn districts(page: &Page<'_>) -> Vec<Value> {
    let edition = page.house.edition();
    let all = edition.region.iter().flat_map(|region| &region.districts);
    let shown = all.filter(|district| district.permit.may_show(Medium::Web, edition.as_of));
    let reached = shown.filter(|district| district.phone.is_some() || district.whatsapp.is_some());
    let contact = reached.map(|district| {
        let phone = district.phone.as_ref().map(|phone| phone.value.as_str());
        let whatsapp = district.whatsapp.as_ref().map(|number| number.value.as_str());
        json!({
            "nama": district.called(),
            "alamat": district.address.as_ref().map(|address| &address.value),
            "telepon": phone,
            "telepon_href": phone.and_then(contact::tel),
            "whatsapp": whatsapp,
            "wa_href": whatsapp.and_then(contact::wa_me),
        })
    });
    contact.collect()
}

/// The last day on which any of it was compared with its sources: a file that is passed on has no other date.
fn last_checked(page: &Page<'_>) -> Option<String> {
    let edition = page.house.edition();
    let metas = edition.violations.values().map(|item| &item.data.meta).chain(edition.pages.values().map(|item| &item.data.meta));
    let day = |meta: &Meta| meta.checked.as_ref().map(|day| day.value);
    metas.filter_map(day).max().map(|day| day.to_string())
}
