//! What law the pages and sheets of an edition rest on. A manifest keeps it, so that what has been published can be found again when a
//! law falls.
//!
//! 1. [`of_site`] and [`of_paper`] gather it from the plan ([`gather`]): `dasar` in front matter, citations in bodies, and what directives
//!    and lists show.
//! 2. A [`Grounds`] is as small as it can be: each article, and each set of villages ([`villages`]), stands in it once.

mod gather;
#[cfg(test)]
mod tests;
pub mod villages;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use gather::{of_paper, of_site};

/// The article of a regulation that is cited as a whole.
const WHOLE_LAW: &str = "Keseluruhan";

/// What the pages or the sheets of an edition rest on. Those that rest on nothing are not in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grounds {
    /// Where the pages begin: `https://contoh.go.id/61.11/`; empty for sheets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// Every article once, sorted; items name it by its place here.
    pub laws: Vec<Cited>,
    /// Every set of villages once, as [`villages::compact`] writes it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub villages: Vec<String>,
    /// The pages in the order of the plan, or the sheets by id.
    pub items: Vec<Grounded>,
}

/// A page or a sheet that rests on law.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Grounded {
    /// The address of a page below [`Grounds::at`], `lapor/`; the id of a piece.
    pub id: String,
    /// What a person calls it.
    pub title: String,
    /// What it rests on: places in [`Grounds::laws`].
    pub law: Vec<usize>,
    /// What it only tells of, as of something past: citations marked `historis`, laws that are often cited wrongly.
    pub past: Vec<usize>,
    /// Who has a sheet or a page of it: a place in [`Grounds::villages`]. None for what is the same for all.
    pub villages: Option<usize>,
    /// How many copies the office orders, of all villages together.
    pub copies: Option<u64>,
}

/// Values without their names: in a country there are a hundred thousand of them.
type Kept = (String, String, Vec<usize>, Vec<usize>, Option<usize>, Option<u64>);

impl From<Kept> for Grounded {
    fn from((id, title, law, past, villages, copies): Kept) -> Grounded {
        Grounded { id, title, law, past, villages, copies }
    }
}

impl From<Grounded> for Kept {
    fn from(item: Grounded) -> Kept {
        (item.id, item.title, item.law, item.past, item.villages, item.copies)
    }
}

/// A regulation, or an article of it: `uu-20-2023 Pasal 9 ayat (2)`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Cited {
    /// The regulation's id.
    pub regulation: String,
    /// The article in the words of the law; none for the whole.
    pub article: Option<String>,
}

impl From<String> for Cited {
    fn from(text: String) -> Cited {
        match text.split_once(' ') {
            Some((regulation, article)) => Cited::new(regulation, Some(article)),
            None => Cited { regulation: text, article: None },
        }
    }
}

impl From<Cited> for String {
    fn from(cited: Cited) -> String {
        match cited.article {
            Some(article) => format!("{} {article}", cited.regulation),
            None => cited.regulation,
        }
    }
}

impl Cited {
    fn new(regulation: &str, article: Option<&str>) -> Cited {
        let article = article.filter(|article| *article != WHOLE_LAW).map(str::to_owned);
        Cited { regulation: regulation.to_owned(), article }
    }
}

/// What one item rests on, while it is gathered.
#[derive(Clone, Debug, Default)]
struct Found {
    law: BTreeSet<Cited>,
    past: BTreeSet<Cited>,
}

/// An item with all it says, before the tables are made.
struct Raw {
    item: Grounded,
    found: Found,
    villages: Option<String>,
}

/// Writes each article and each set of villages once.
fn tabled(at: String, raw: Vec<Raw>) -> Grounds {
    let raw: Vec<Raw> = raw.into_iter().filter(|raw| !raw.found.law.is_empty() || !raw.found.past.is_empty()).collect();
    let cited: BTreeSet<&Cited> = raw.iter().flat_map(|raw| raw.found.law.iter().chain(&raw.found.past)).collect();
    let sets: BTreeSet<&String> = raw.iter().filter_map(|raw| raw.villages.as_ref()).collect();
    let places: BTreeMap<&Cited, usize> = cited.iter().copied().zip(0..).collect();
    let of = |cited: &BTreeSet<Cited>| cited.iter().filter_map(|one| places.get(one).copied()).collect::<Vec<_>>();
    let items = raw.iter().map(|raw| {
        // What an item rests on is not only past.
        let past = raw.found.past.difference(&raw.found.law).cloned().collect();
        let villages = raw.villages.as_ref().and_then(|set| sets.iter().position(|known| *known == set));
        Grounded { law: of(&raw.found.law), past: of(&past), villages, ..raw.item.clone() }
    });
    let items = items.collect();
    Grounds { at, laws: cited.into_iter().cloned().collect(), villages: sets.into_iter().cloned().collect(), items }
}
