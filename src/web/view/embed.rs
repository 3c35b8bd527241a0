//! Pieces of HTML for an office's own website, each to be copied as it stands.

use serde_json::{Value, json};

use super::frame::{self, Heading};
use super::{Variables, with};
use crate::edition::in_order;
use crate::web::fragments;
use crate::web::page::{Links, Page};

/// See `sematan.html` of the theme.
pub(super) fn variables(page: &Page<'_>) -> Variables {
    let away = Page { links: Links::Whole, ..*page };
    let summary = "Potongan HTML untuk situs kantor: salin, lalu tempel.".to_owned();
    let heading = Heading::below_home(page, "Pasang di situs lain", Some(summary));
    let whole = [
        ("kontak", "Ke mana memberi tahu", fragments::contacts(&away)),
        ("larangan", "Semua larangan", fragments::prohibitions(&away)),
    ];
    let whole: Vec<Value> = whole.iter().map(|(id, title, html)| json!({"id": id, "judul": title, "html": html})).collect();
    let single: Vec<Value> = in_order(&page.house.edition().violations, |item| &item.meta)
        .into_iter()
        .map(|(id, item)| {
            let html = fragments::prohibition(&away, id, &item.data);
            json!({"id": id.as_str(), "judul": page.text(&item.data.meta.title), "html": html})
        })
        .collect();
    with(frame::variables(page, &heading), json!({"potongan": whole, "satuan": single}))
}
