//! What was found: the same page or piece of several publications put together, region by region.

use std::collections::{BTreeMap, BTreeSet};

use super::name_of;
use super::sources::{Source, Sources};
use super::wanted::Wanted;
use crate::commands::output::on_one_line;
use crate::content::village::names_apart;
use crate::content::{EditionCode, Gazetteer};
use crate::plan::grounds::villages::expand;
use crate::plan::grounds::{Cited, Grounded, Grounds};
use crate::source::embedded;

/// The longest title that is shown, in characters.
const LONGEST_TITLE: usize = 120;

/// What rests on the regulation, by region.
pub(super) struct Found {
    pub(super) regions: Vec<Region>,
}

/// What was found of one edition.
pub(super) struct Region {
    pub(super) code: EditionCode,
    pub(super) name: String,
    /// By address below the edition's root.
    pub(super) pages: BTreeMap<String, Item>,
    /// By id.
    pub(super) pieces: BTreeMap<String, Item>,
    /// Names of the villages that are spoken of, by code.
    pub(super) villages: BTreeMap<String, String>,
}

/// A page or a piece, wherever it was seen.
#[derive(Default)]
pub(super) struct Item {
    pub(super) title: String,
    /// The whole address of a page; empty for a piece.
    pub(super) address: String,
    /// The file of the project that it is made of.
    pub(super) file: Option<String>,
    pub(super) seen: Vec<Seen>,
}

/// An item in one source.
pub(super) struct Seen {
    /// Which one: its place in [`Sources::all`].
    pub(super) source: usize,
    /// The articles that it rests on.
    pub(super) law: BTreeSet<Cited>,
    /// Those that it only tells of.
    pub(super) past: BTreeSet<Cited>,
    pub(super) villages: Vec<String>,
    pub(super) copies: Option<u64>,
}

impl Item {
    /// Whether it is on no more than history.
    pub(super) fn is_past(&self) -> bool {
        self.seen.iter().all(|seen| seen.law.is_empty())
    }

    /// What it rests on, in all sources.
    pub(super) fn law(&self) -> BTreeSet<&Cited> {
        self.seen.iter().flat_map(|seen| &seen.law).collect()
    }

    /// The sources that it was seen in.
    pub(super) fn sources(&self) -> BTreeSet<usize> {
        self.seen.iter().map(|seen| seen.source).collect()
    }
}

impl Found {
    /// Looks through all sources; `only` names the regions asked for, empty for all.
    pub(super) fn look(sources: &Sources, wanted: &Wanted<'_>, only: &[EditionCode]) -> Found {
        let mut regions: BTreeMap<&EditionCode, Region> = BTreeMap::new();
        for (number, source) in sources.all.iter().enumerate() {
            for (code, grounds) in source.editions.iter().filter(|(code, _)| only.is_empty() || only.contains(code)) {
                let region = regions.entry(code).or_insert_with(|| Region::new(code, sources));
                for (on_paper, grounds) in [(false, &grounds.site), (true, &grounds.paper)] {
                    let Some(grounds) = grounds else { continue };
                    for item in &grounds.items {
                        region.add(item, grounds, on_paper, (number, source), wanted, sources);
                    }
                }
            }
        }
        let mut regions: Vec<Region> = regions.into_values().filter(|region| !region.is_empty()).collect();
        regions.iter_mut().for_each(|region| region.name_villages(sources));
        Found { regions }
    }

    /// How many pages or pieces rest on it, not only tell of it.
    pub(super) fn count(&self, of: impl Fn(&Region) -> &BTreeMap<String, Item>) -> usize {
        self.regions.iter().map(|region| of(region).values().filter(|item| !item.is_past()).count()).sum()
    }
}

impl Region {
    fn new(code: &EditionCode, sources: &Sources) -> Region {
        let (pages, pieces, villages) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Region { code: code.clone(), name: name_of(code, sources), pages, pieces, villages }
    }

    fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.pieces.is_empty()
    }

    /// Whether anything in it rests on the regulation, not only tells of it.
    pub(super) fn rests(&self) -> bool {
        self.pages.values().chain(self.pieces.values()).any(|item| !item.is_past())
    }

    fn add(
        &mut self,
        item: &Grounded,
        grounds: &Grounds,
        on_paper: bool,
        (number, source): (usize, &Source),
        wanted: &Wanted<'_>,
        sources: &Sources,
    ) {
        // A place that the table does not have is not there: manifests are foreign.
        let met = |places: &[usize]| -> BTreeSet<Cited> {
            let cited = places.iter().filter_map(|place| grounds.laws.get(*place));
            cited.filter(|cited| wanted.is_met(cited)).map(readable_article).collect()
        };
        let (law, past) = (met(&item.law), met(&item.past));
        if law.is_empty() && past.is_empty() {
            return;
        }
        let set = item.villages.and_then(|place| grounds.villages.get(place));
        let villages = set.and_then(|set| expand(set)).unwrap_or_default();
        let items = if on_paper { &mut self.pieces } else { &mut self.pages };
        let known = items.entry(readable(&item.id)).or_default();
        // The present name counts, else that of the first publication.
        if known.title.is_empty() {
            known.title = readable(&item.title);
        }
        if known.address.is_empty() && !on_paper {
            known.address = readable(&format!("{}{}", grounds.at, item.id));
        }
        if source.is_project {
            known.file = sources.file(&self.code, on_paper, &item.id).map(str::to_owned);
        }
        known.seen.push(Seen { source: number, law, past, villages, copies: item.copies });
    }

    /// Looks up what the villages are called that anything was found of.
    fn name_villages(&mut self, sources: &Sources) {
        let EditionCode::Region(code) = &self.code else { return };
        let listed = Gazetteer::new(embedded::regions()).villages(code);
        let mut known: BTreeMap<&str, (&str, &str)> =
            listed.iter().map(|village| (village.code, (village.name, village.district))).collect();
        known.extend(sources.project_villages(&self.code));
        let known = names_apart(known.into_iter().map(|(code, (name, district))| (code, name, district)));
        let items = self.pages.values().chain(self.pieces.values());
        let codes: BTreeSet<&String> = items.flat_map(|item| &item.seen).flat_map(|seen| &seen.villages).collect();
        let name = |code: &String| known.get(code.as_str()).map_or_else(|| code.clone(), Clone::clone);
        self.villages = codes.into_iter().map(|code| (code.clone(), name(code))).collect();
    }
}

fn readable_article(cited: &Cited) -> Cited {
    Cited { regulation: cited.regulation.clone(), article: cited.article.as_deref().map(readable) }
}

/// A text of a manifest as a terminal may show it.
fn readable(text: &str) -> String {
    on_one_line(text, LONGEST_TITLE)
}
