//! Is a value of the notes in the content, on its page, or left out for a reason?

use std::collections::BTreeMap;

use super::map::Map;
use super::pages::{Page, Pages};
use super::tree::{STEP, content_path, grouped, same, spoken};

/// Shorter values, such as `pemilu` or `7`, are words that stand on a page for many reasons; they
/// are compared in the content, not looked for.
const TELLING: usize = 15;

/// Judges every value; the faults in the order of the notes.
pub(super) fn all(facts: &BTreeMap<String, String>, content: &BTreeMap<String, String>, map: &Map, pages: &Pages) -> Vec<String> {
    facts.iter().filter_map(|(path, value)| fault(path, value, content, map, pages)).collect()
}

fn fault(path: &str, value: &str, content: &BTreeMap<String, String>, map: &Map, pages: &Pages) -> Option<String> {
    let stored = content.get(&content_path(path));
    let place = map.place(path);
    if map.left_out(path) {
        return left_out_fault(path, value, stored, place.as_deref(), pages);
    }
    if let Some(said) = map.reworded(path) {
        let Some(address) = said.page else { return Some(format!("{path}: reworded, but on no page")) };
        let Some(page) = pages.get(&address) else { return Some(format!("{path}: no page `{address}`")) };
        if stored.is_some_and(|stored| same(path, value, stored)) && shown(path, value, &page) {
            return Some(format!("{path}: recorded as reworded, but stands there word for word"));
        }
        let missing = said.phrases.iter().find(|phrase| !page.says(phrase))?;
        return Some(format!("{path}: page `{address}` does not say {missing:?}\n    note: {value}"));
    }
    let Some(address) = place else { return Some(format!("{path}: on no page, and not left out\n    note: {value}")) };
    let Some(page) = pages.get(&address) else { return Some(format!("{path}: no page `{address}`")) };
    match stored {
        Some(stored) if !same(path, value, stored) => {
            Some(format!("{path}: differs\n    note:    {value}\n    content: {stored}"))
        }
        Some(stored) => {
            let telling = (value.len() >= TELLING && !is_word_of_a_list(path, value)) || is_number(path);
            let hidden = telling && !map.unseen(path) && !shown(path, stored, &page);
            hidden.then(|| format!("{path}: in the content, but page `{address}` does not show it\n    content: {stored}"))
        }
        None if path.ends_with(&format!("{STEP}id")) => None,
        None if path.ends_with(&format!("{STEP}regulasi")) && page.leads_to_content(value) => None,
        None if shown(path, value, &page) => None,
        None => Some(format!("{path}: page `{address}` does not show it\n    note: {value}")),
    }
}

/// What is left out must not be there after all; a short word or a source of other claims proves nothing.
fn left_out_fault(path: &str, value: &str, stored: Option<&String>, place: Option<&str>, pages: &Pages) -> Option<String> {
    if stored.is_some_and(|stored| same(path, value, stored)) {
        return Some(format!("{path}: recorded as left out, but the content has it"));
    }
    let page = pages.get(place?)?;
    let there = value.len() >= TELLING && !is_source(value) && shown(path, value, &page);
    there.then(|| format!("{path}: recorded as left out, but page `{}` shows it\n    note: {value}", place.unwrap_or_default()))
}

/// A word of a closed list or an id: the page shows its label, or is itself what it names.
fn is_word_of_a_list(path: &str, value: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    value.chars().all(plain) || path.ends_with(&format!("{STEP}status"))
}

fn is_number(path: &str) -> bool {
    [" > nilai", " > persen", " > maks_rp", " > min_rp"].iter().any(|end| path.ends_with(end)) && path.starts_with("statistik")
}

fn is_address(value: &str) -> bool {
    value.starts_with("https://") || value.starts_with("http://")
}

fn is_source(value: &str) -> bool {
    is_address(value) || value.ends_with(".txt")
}

/// Whether a page shows a value as a reader would see it.
fn shown(path: &str, value: &str, page: &Page) -> bool {
    if is_address(value) {
        return page.links_to(value);
    }
    if let Some((number, _)) = value.strip_suffix(".txt").and_then(|stem| stem.split_once('_')) {
        return page.says(&format!("Arsip berita nomor {number}"));
    }
    if path.starts_with("statistik") && path.ends_with(" > nilai") {
        return page.says(&grouped(value));
    }
    if path.ends_with(" > persen") {
        return page.says(&percent(value)) || page.says(&value.replace('.', ","));
    }
    page.says(value) || page.says(&spoken(value))
}

/// `53.0` as `53`, `78.5` as `78,5`, `9.5` as `9,50` beside figures of two places.
fn percent(value: &str) -> String {
    value.trim_end_matches(".0").replace('.', ",")
}
