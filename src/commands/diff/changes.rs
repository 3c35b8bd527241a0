//! What an edition says, entry by entry, and what differs between two of them.

use std::collections::{BTreeMap, BTreeSet};

use super::sentences::{self, SentenceChange};

/// What a change is about, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    Contact,
    Regulation,
    Violation,
    Sanction,
    Deadline,
    Reporting,
    Page,
    Declaration,
    Figure,
    Term,
    Village,
    Piece,
    Site,
}

impl Section {
    /// What a reader sees.
    pub(super) fn label(self) -> &'static str {
        match self {
            Section::Contact => "Kontak",
            Section::Regulation => "Regulasi",
            Section::Violation => "Larangan",
            Section::Sanction => "Sanksi",
            Section::Deadline => "Tenggat",
            Section::Reporting => "Cara melapor",
            Section::Page => "Halaman",
            Section::Declaration => "Deklarasi",
            Section::Figure => "Angka",
            Section::Term => "Istilah dan titik sengketa",
            Section::Village => "Desa dan kelurahan",
            Section::Piece => "Naskah cetakan",
            Section::Site => "Situs",
        }
    }
}

/// One thing that an edition says of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A short text.
    Text(String),
    /// Several, in no order.
    List(BTreeSet<String>),
    /// Sentences in their order.
    Prose(Vec<String>),
}

/// An entry: a page, a violation, a deadline, an office.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) section: Section,
    /// The same in both editions: `lapor`, `tenggat/pemilu-lapor`.
    pub(super) key: String,
    /// What a person calls it.
    pub(super) title: String,
    /// Whether a layer above the national one says it.
    pub(super) own: bool,
    /// What it says, each under a word for it.
    pub(super) facts: Vec<(String, Value)>,
}

/// Whether an entry came, went or changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Added,
    Removed,
    Changed(Vec<Detail>),
}

/// What is told of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) section: Section,
    pub(super) key: String,
    pub(super) title: String,
    pub(super) kind: Kind,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// `telepon: X → Y`
    Text { label: String, old: Option<String>, new: Option<String> },
    /// What came and what went.
    List { label: String, removed: Vec<String>, added: Vec<String> },
    /// What is otherwise, each in its own words.
    Names { label: String, names: Vec<String> },
    /// Sentences.
    Prose(Vec<SentenceChange>),
}

/// What differs, in the order in which it is told.
pub(super) fn compare(old: &[Entry], new: &[Entry]) -> Vec<Change> {
    let by_key = |entries: &[Entry]| -> BTreeMap<(Section, String), usize> {
        entries.iter().enumerate().map(|(at, entry)| ((entry.section, entry.key.clone()), at)).collect()
    };
    let (olds, news) = (by_key(old), by_key(new));
    let keys: BTreeSet<&(Section, String)> = olds.keys().chain(news.keys()).collect();
    let change = |key: &(Section, String)| {
        let before = olds.get(key).and_then(|at| old.get(*at));
        let after = news.get(key).and_then(|at| new.get(*at));
        let kind = match (before, after) {
            (Some(before), Some(after)) => Kind::Changed(details(before, after)),
            (None, _) => Kind::Added,
            (_, None) => Kind::Removed,
        };
        let title = after.or(before)?.title.clone();
        let is_nothing = matches!(&kind, Kind::Changed(details) if details.is_empty());
        (!is_nothing).then(|| Change { section: key.0, key: key.1.clone(), title, kind })
    };
    keys.into_iter().filter_map(change).collect()
}

fn details(old: &Entry, new: &Entry) -> Vec<Detail> {
    let of = |entry: &Entry, label: &str| entry.facts.iter().find(|(known, _)| known == label).map(|(_, value)| value.clone());
    let mut labels: Vec<&String> = new.facts.iter().map(|(label, _)| label).collect();
    let gone: Vec<&String> = old.facts.iter().map(|(label, _)| label).filter(|label| !labels.contains(label)).collect();
    labels.extend(gone);
    labels.into_iter().filter_map(|label| detail(label, of(old, label), of(new, label))).collect()
}

fn detail(label: &str, old: Option<Value>, new: Option<Value>) -> Option<Detail> {
    if old == new {
        return None;
    }
    let label = label.to_owned();
    match (old, new) {
        (Some(Value::Prose(old)), Some(Value::Prose(new))) => Some(Detail::Prose(sentences::compare(&old, &new))),
        (Some(Value::List(old)), Some(Value::List(new))) => {
            let (removed, added) = (old.difference(&new).cloned().collect(), new.difference(&old).cloned().collect());
            Some(Detail::List { label, removed, added })
        }
        (old, new) => {
            let text = |value: Option<Value>| match value? {
                Value::Text(text) => Some(text),
                Value::List(list) => Some(list.into_iter().collect::<Vec<_>>().join("; ")),
                Value::Prose(sentences) => Some(sentences.join(" ")),
            };
            let (old, new) = (text(old).filter(|text| !text.is_empty()), text(new).filter(|text| !text.is_empty()));
            (old != new).then_some(Detail::Text { label, old, new })
        }
    }
}
