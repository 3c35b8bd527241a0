//! The answer for programs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::found::{Found, Item, Region};
use super::sources::Sources;
use super::wanted::Wanted;
use crate::diagnostics::{Diagnostic, render};
use crate::plan::grounds::Cited;

/// The whole answer, problems included.
pub(super) fn text(sources: &Sources, wanted: &Wanted<'_>, found: &Found, problems: &[Diagnostic]) -> String {
    let regulation = wanted.regulation.map(|regulation| {
        json!({
            "name": regulation.short_name(),
            "title": regulation.meta.title.value,
            "status": regulation.status.value.key(),
        })
    });
    let seen = sources
        .all
        .iter()
        .map(|source| json!({"name": source.name, "project": source.is_project, "editions": source.editions.len()}));
    let problems: Value = serde_json::from_str(&render::json(problems)).unwrap_or_default();
    let answer = json!({
        "wanted": {"id": wanted.id, "article": wanted.article, "regulation": regulation},
        "sources": seen.collect::<Vec<_>>(),
        "regions": found.regions.iter().map(region).collect::<Vec<_>>(),
        "successors": successors(sources, wanted),
        "problems": problems,
    });
    serde_json::to_string_pretty(&answer).unwrap_or_default()
}

fn region(region: &Region) -> Value {
    let items = |items: &BTreeMap<String, Item>| -> Vec<Value> { items.iter().map(|(id, item)| self::item(id, item)).collect() };
    json!({
        "code": region.code.as_str(),
        "name": region.name,
        "pages": items(&region.pages),
        "pieces": items(&region.pieces),
        "villages": region.villages,
    })
}

fn item(id: &str, item: &Item) -> Value {
    let articles = |cited: &BTreeSet<Cited>| cited.iter().map(|one| one.article.clone()).collect::<Vec<_>>();
    let seen = item.seen.iter().map(|seen| {
        json!({
            "source": seen.source,
            "rests_on": articles(&seen.law),
            "tells_of": articles(&seen.past),
            "villages": seen.villages,
            "copies": seen.copies,
        })
    });
    json!({
        "id": id,
        "title": item.title,
        "address": (!item.address.is_empty()).then_some(&item.address),
        "file": item.file,
        "seen": seen.collect::<Vec<_>>(),
    })
}

/// The articles that took the place of each, by article.
fn successors(sources: &Sources, wanted: &Wanted<'_>) -> BTreeMap<String, Vec<String>> {
    let (Some(regulation), Some(edition)) = (wanted.regulation, sources.any_edition()) else { return BTreeMap::new() };
    let articles = regulation.articles.iter().filter(|article| !article.successors.is_empty());
    let new = articles.map(|article| {
        let labels = article.successors.iter().map(|basis| edition.basis_label(basis)).collect();
        (article.number.value.clone(), labels)
    });
    new.collect()
}
