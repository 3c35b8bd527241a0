//! The pages that list all items of a kind.

use serde_json::{Value, json};

use super::{Variables, frame, law, sanction, with};
use crate::content::declaration::DeclarationKind;
use crate::content::page::PageGroup;
use crate::content::regulation::Status;
use crate::content::violation::GROUPS;
use crate::content::{Id, Kind, Meta, Violation};
use crate::edition::in_order;
use crate::markdown::slug;
use crate::plan::Address;
use crate::web::page::Page;
use crate::web::words;

/// A prohibition in a list; with `bound`, also whom it binds and when.
pub(super) fn prohibition(page: &Page<'_>, id: &Id, violation: &Violation, bound: bool) -> Value {
    let summary = violation.meta.summary.as_ref().unwrap_or(&violation.meta.title);
    let bound = if bound { law::bound(&violation.subjects, &violation.phases) } else { None };
    json!({
        "larangan": page.text(summary),
        "judul": page.text(&violation.meta.title),
        "href": page.item(Kind::Violation, id),
        "bagi": bound,
        "cap": mark(&violation.meta),
    })
}

/// Why an item is no plain fact, for its mark in a list; null for one that is.
fn mark(meta: &Meta) -> Option<&'static str> {
    match (meta.is_unsourced(), meta.disputes.is_empty()) {
        (true, _) => Some("Belum bersumber"),
        (false, false) => Some("Diperdebatkan"),
        (false, true) => None,
    }
}

/// Items in groups: those of `order` first, in its order, then the rest by their key.
pub(super) fn grouped<'a, T>(
    items: impl Iterator<Item = (&'a str, T)>,
    order: &[(&'static str, &'static str)],
) -> Vec<(&'a str, String, Vec<T>)> {
    let mut groups: Vec<(&str, String, Vec<T>)> = Vec::new();
    for (key, item) in items {
        match groups.iter_mut().find(|(known, _, _)| *known == key) {
            Some((_, _, items)) => items.push(item),
            None => {
                let label = order.iter().find(|(known, _)| *known == key);
                groups.push((key, label.map_or_else(|| words::from_key(key), |(_, label)| (*label).to_owned()), vec![item]));
            }
        }
    }
    groups.sort_by_key(|(key, _, _)| {
        let rank = order.iter().position(|(known, _)| known == key).unwrap_or(order.len());
        (rank, *key)
    });
    groups
}

pub(super) fn as_values(groups: Vec<(&str, String, Vec<Value>)>) -> Vec<Value> {
    let one = |(key, name, items): (&str, String, Vec<Value>)| json!({"id": slug(key), "nama": name, "butir": items});
    groups.into_iter().map(one).collect()
}

pub(super) fn heading(page: &Page<'_>, title: &str, summary: &str) -> Variables {
    frame::variables(page, &frame::Heading::below_home(page, title, Some(summary.to_owned())))
}

/// All prohibitions, by their groups.
pub(super) fn by_group(page: &Page<'_>) -> Vec<Value> {
    let all = in_order(&page.house.edition().violations, |item| &item.meta);
    let items = all.iter().map(|(id, item)| (item.data.group.value.as_str(), prohibition(page, id, &item.data, true)));
    as_values(grouped(items, &GROUPS))
}

/// See `halaman-daftar.html` of the theme.
pub(super) fn pages(page: &Page<'_>) -> Variables {
    let group = |(group, pages): (&PageGroup, &Vec<(Id, Address)>)| {
        let items: Vec<Value> = pages.iter().filter_map(|(id, to)| frame::listed(page, id, to)).collect();
        json!({"id": slug(group.label()), "nama": group.label(), "butir": items})
    };
    let groups: Vec<Value> = page.house.groups.iter().map(group).collect();
    with(heading(page, "Semua halaman", "Menurut siapa yang membacanya."), json!({ "kelompok": groups }))
}

/// The groups of regulations, by status: what a reader may rely on comes first.
const FORCE: [(&str, &str); 4] = [
    ("berlaku", "Berlaku"),
    ("diubah", "Berlaku dengan perubahan"),
    ("dicabut_sebagian", "Sebagian sudah dicabut"),
    ("dicabut", "Sudah dicabut"),
];

/// See `regulasi-daftar.html` of the theme.
pub(super) fn regulations(page: &Page<'_>) -> Variables {
    let all = in_order(&page.house.edition().regulations, |item| &item.meta);
    let items = all.iter().map(|(id, item)| {
        let regulation = &item.data;
        let group = regulation.status.value.key();
        let revoked_by = regulation.revoked_by.as_ref().map(|revocation| {
            let (label, href) = law::actor(page, &revocation.by.value);
            json!({"label": label, "href": href})
        });
        let row = json!({
            "singkat": regulation.short_name(),
            "judul": page.text(&regulation.meta.title),
            "href": page.item(Kind::Regulation, id),
            "status": law::status(regulation.status.value),
            "pengganti": revoked_by,
            "cap": mark(&regulation.meta),
        });
        (group, row)
    });
    let statuses: Vec<Value> = Status::CHOICES
        .iter()
        .map(|(key, status)| (key, status, all.iter().filter(|(_, item)| item.data.status.value == *status).count()))
        .filter(|(_, _, count)| *count > 0)
        .map(|(key, status, count)| json!({"nilai": key, "nama": status.label(), "jumlah": count}))
        .collect();
    with(
        heading(page, "Peraturan", "Undang-undang dan peraturan yang mewajibkan netralitas, dengan status terkininya."),
        json!({
            "kelompok": as_values(grouped(items, &FORCE)),
            "status": statuses,
        }),
    )
}

/// See `sanksi-daftar.html` of the theme.
pub(super) fn sanctions(page: &Page<'_>) -> Variables {
    let all = in_order(&page.house.edition().sanctions, |item| &item.meta);
    let items = all.iter().map(|(id, item)| {
        let meta = &item.data.meta;
        let row = json!({
            "nama": page.text(&meta.title),
            "ringkas": meta.summary.as_ref().map(|summary| page.text(summary)),
            "href": page.item(Kind::Sanction, id),
            "status": sanction::status(&item.data),
            "cap": mark(meta),
        });
        (item.data.group.value.as_str(), row)
    });
    with(
        heading(page, "Sanksi", "Apa akibatnya bila aturan netralitas dilanggar."),
        json!({
            "kelompok": as_values(grouped(items, &sanction::GROUPS)),
        }),
    )
}

/// See `deklarasi-daftar.html` of the theme.
pub(super) fn declarations(page: &Page<'_>) -> Variables {
    let labels = DeclarationKind::CHOICES.map(|(key, kind)| (key, kind.label()));
    let all = in_order(&page.house.edition().declarations, |item| &item.meta);
    let items = all.iter().map(|(id, item)| {
        let declaration = &item.data;
        let key = DeclarationKind::CHOICES.iter().find(|(_, kind)| *kind == declaration.kind.value);
        let who: Vec<String> = declaration.declarants.iter().map(|key| law::subject(&key.value)).collect();
        let row = json!({
            "judul": page.text(&declaration.meta.title),
            "ringkas": declaration.meta.summary.as_ref().map(|summary| page.text(summary)),
            "href": page.item(Kind::Declaration, id),
            "cap": mark(&declaration.meta),
            "oleh": (!who.is_empty()).then(|| words::and(&who)),
        });
        (key.map_or("deklarasi", |(key, _)| key), row)
    });
    with(
        heading(page, "Deklarasi", "Teks ikrar dan pakta integritas, siap dibacakan dan dicetak."),
        json!({
            "kelompok": as_values(grouped(items, &labels)),
        }),
    )
}
