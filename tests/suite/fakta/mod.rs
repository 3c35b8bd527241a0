//! Everything the research notes know is in the content and on a page, or is left out for a reason.
//!
//! 1. [`tree`] walks the notes (`tests/fakta/*.yaml`) and the content to their single values, each
//!    under a path such as `regulasi > regulasi > uu-20-2023 > pasal > Pasal 5 > ringkasan`.
//! 2. [`map`] reads `tests/fakta/peta.yaml`: on which page an entry stands, what stands there in its
//!    place, what is left out and why.
//! 3. [`judge`] finds for every value of the notes the value of the content, word for word, and sees
//!    it on the page as built; or the phrase or the reason that the map records.
//! 4. [`typed`] compares what a figure must never lose (regime, status, confidence, days) as the
//!    program's own reader understands it.
//! 5. [`secrecy`] holds every page and sheet to promise no secrecy without its condition.

mod judge;
mod map;
mod pages;
mod secrecy;
mod tree;
mod typed;

use std::collections::BTreeMap;

use crate::harness::{built, repository};

/// The single values below the notes, by path.
fn facts() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for name in tree::NOTES {
        let text = std::fs::read_to_string(repository(&format!("tests/fakta/{name}.yaml"))).unwrap();
        tree::walk(name, &tree::yaml(&text), &mut all);
    }
    assert!(all.len() > 3000, "the notes are where this test looks for them: {}", all.len());
    all
}

#[test]
fn every_entry_of_the_notes_is_on_a_page_or_left_out_for_a_reason() {
    let map = map::Map::read();
    let content = tree::content(&|path| built::bundled().source(path), &built::bundled().national_content());
    let pages = pages::Pages::default();
    let mut faults = judge::all(&facts(), &content, &map, &pages);
    faults.extend(map.faults(&facts()));
    let shown = faults.iter().take(60).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults:\n{shown}", faults.len());
}
