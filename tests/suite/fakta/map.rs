//! Where each entry of the notes stands, as `tests/fakta/peta.yaml` records it.

use std::collections::BTreeMap;

use serde_json::Value;

use super::tree::{STEP, yaml};
use crate::harness::repository;

/// A pattern over paths: `*` is one step, `x*` a step that begins so, `**` at the end all the rest.
struct Pattern(Vec<String>);

impl Pattern {
    fn new(text: &str) -> Pattern {
        Pattern(text.split(STEP).map(str::to_owned).collect())
    }

    /// What the steps with a star are; none when the path is another one.
    fn captures(&self, path: &str) -> Option<Vec<String>> {
        let steps: Vec<&str> = path.split(STEP).collect();
        let mut found = Vec::new();
        for (index, wanted) in self.0.iter().enumerate() {
            if wanted == "**" {
                return Some(found);
            }
            let step = *steps.get(index)?;
            match wanted.strip_suffix('*') {
                Some(start) if step.starts_with(start) => found.push(step.to_owned()),
                None if step == wanted => {}
                _ => return None,
            }
        }
        (steps.len() == self.0.len()).then_some(found)
    }
}

/// One rule of the map.
struct Rule {
    text: String,
    pattern: Pattern,
    /// `halaman`, with `$1` for what the first star stood for.
    page: Option<String>,
    /// `frasa`: what stands on the page in place of the value.
    phrases: Vec<String>,
    /// `alasan`
    reason: String,
}

/// What the map says of an entry.
pub(super) struct Said<'a> {
    /// Its page.
    pub(super) page: Option<String>,
    /// What stands there in its place.
    pub(super) phrases: &'a [String],
}

/// The whole map.
pub(super) struct Map {
    places: Vec<Rule>,
    reworded: Vec<Rule>,
    left_out: Vec<Rule>,
    unseen: Vec<Rule>,
}

impl Map {
    /// Reads `tests/fakta/peta.yaml`.
    pub(super) fn read() -> Map {
        let text = std::fs::read_to_string(repository("tests/fakta/peta.yaml")).unwrap();
        let whole = yaml(&text);
        let rules =
            |key: &str| whole[key].as_array().unwrap_or_else(|| panic!("no `{key}` in the map")).iter().map(rule).collect();
        let known = ["letak", "diganti", "ditinggalkan", "tak_ditampilkan"];
        let keys: Vec<&String> = whole.as_object().unwrap().keys().collect();
        assert!(keys.iter().all(|key| known.contains(&key.as_str())), "unknown key in the map: {keys:?}");
        Map {
            places: rules("letak"),
            reworded: rules("diganti"),
            left_out: rules("ditinggalkan"),
            unseen: rules("tak_ditampilkan"),
        }
    }

    /// The page on which the entry must stand.
    pub(super) fn place(&self, path: &str) -> Option<String> {
        self.places.iter().find_map(|rule| rule.page_of(path))
    }

    /// What stands in place of the entry's own words.
    pub(super) fn reworded(&self, path: &str) -> Option<Said<'_>> {
        let rule = self.reworded.iter().find(|rule| rule.pattern.captures(path).is_some())?;
        Some(Said { page: rule.page_of(path).or_else(|| self.place(path)), phrases: &rule.phrases })
    }

    /// Whether the entry is left out.
    pub(super) fn left_out(&self, path: &str) -> bool {
        self.left_out.iter().any(|rule| rule.pattern.captures(path).is_some())
    }

    /// Whether the content holds the entry without showing its words on a page.
    pub(super) fn unseen(&self, path: &str) -> bool {
        self.unseen.iter().any(|rule| rule.pattern.captures(path).is_some())
    }

    /// What is wrong with the map itself: rules that match nothing, lack a reason or a page.
    pub(super) fn faults(&self, facts: &BTreeMap<String, String>) -> Vec<String> {
        let mut faults = Vec::new();
        let all = [
            ("letak", &self.places),
            ("diganti", &self.reworded),
            ("ditinggalkan", &self.left_out),
            ("tak_ditampilkan", &self.unseen),
        ];
        for (list, rules) in all {
            for rule in rules {
                let mut fault = |what: &str| faults.push(format!("peta.yaml, {list}, `{}`: {what}", rule.text));
                if !facts.keys().any(|path| rule.pattern.captures(path).is_some()) {
                    fault("no entry of the notes is meant");
                }
                let needs_reason = matches!(list, "ditinggalkan" | "tak_ditampilkan");
                if needs_reason && rule.reason.trim().len() < 10 {
                    fault("no reason");
                }
                if list == "letak" && rule.page.is_none() {
                    fault("no page");
                }
                if list == "diganti" && rule.phrases.iter().all(|phrase| phrase.trim().len() < 4) {
                    fault("no phrase");
                }
            }
        }
        faults
    }
}

impl Rule {
    fn page_of(&self, path: &str) -> Option<String> {
        let captures = self.pattern.captures(path)?;
        let page = self.page.clone()?;
        Some(captures.iter().enumerate().fold(page, |page, (index, step)| page.replace(&format!("${}", index + 1), step)))
    }
}

fn rule(value: &Value) -> Rule {
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    assert!(keys.iter().all(|key| ["entri", "halaman", "frasa", "alasan"].contains(&key.as_str())), "unknown key in {value}");
    let entry = text("entri").unwrap_or_else(|| panic!("no `entri` in {value}"));
    let phrases = match &value["frasa"] {
        Value::String(one) => vec![one.clone()],
        Value::Array(several) => several.iter().map(|one| one.as_str().unwrap().to_owned()).collect(),
        _ => Vec::new(),
    };
    Rule {
        pattern: Pattern::new(&entry),
        text: entry,
        page: text("halaman"),
        phrases,
        reason: text("alasan").unwrap_or_default(),
    }
}
