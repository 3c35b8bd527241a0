//! The page where one searches, and the field on home.

use serde_json::{Value, json};

use super::{Variables, frame, with};
use crate::markdown::SiteLink;
use crate::web::page::Page;

/// See `cari.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let summary = "Temukan jawabannya, atau telusuri menurut topik.".to_owned();
    let heading = frame::Heading::below_home(page, "Cari", Some(summary));
    let root = page.href(&page.house.plan.root);
    with(
        frame::variables(page, &heading),
        json!({
            "indeks": page.href(&page.house.index().address),
            "akar": root.trim_end_matches("index.html"),
            "contoh_tanya": examples(page),
        }),
    )
}

/// The questions whose page is there: one that a region left out takes its question along.
pub(super) fn examples(page: &Page<'_>) -> Vec<Value> {
    let questions = page.house.edition().examples.iter();
    questions
        .filter_map(|example| {
            let link = SiteLink::parse(&example.to.value);
            let href = page.planned(&page.house.plan.root.resolve(&link.address))?;
            let fragment = link.fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
            Some(json!({"tanya": example.question.value, "href": format!("{href}{fragment}")}))
        })
        .collect()
}
