//! The answer for people: region by region what to take offline and what is on paper out there, then which article took its place.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Found, Item, Region, Seen};
use super::sources::Sources;
use super::wanted::Wanted;
use crate::commands::output::name_lines;
use crate::content::regulation::{Actor, Status};
use crate::content::{EditionCode, Regulation, day, number};
use crate::plan::grounds::Cited;

/// Characters in a line of names.
const WIDTH: usize = 100;

/// The whole answer.
pub(super) fn text(sources: &Sources, wanted: &Wanted<'_>, found: &Found) -> String {
    let mut lines = vec![headline(sources, wanted), String::new(), "Yang dilihat:".to_owned()];
    lines.extend(sources.all.iter().enumerate().map(|(place, source)| {
        let what = if source.is_project { "edisi" } else { "manifes" };
        format!("  [{}] {}: {} {what}", place + 1, source.name, source.editions.len())
    }));
    lines.push(String::new());
    if found.regions.is_empty() {
        let among = if sources.has_old() { ", di antara yang mencatat dasar hukumnya" } else { "" };
        lines.push(format!("Tidak ada halaman atau cetakan yang bersandar pada {}{among}.", wanted.name()));
        return lines.join("\n");
    }
    let national = found.regions.iter().find(|region| region.code == EditionCode::National);
    let revoked = wanted.regulation.is_none_or(|regulation| regulation.status.value == Status::Revoked);
    let split: Vec<Split<'_>> = found.regions.iter().map(|region| Split::new(region, national)).collect();
    let (own, like): (Vec<&Split<'_>>, Vec<&Split<'_>>) = split.iter().partition(|split| split.says_anything());
    for split in own {
        lines.push(split.region.name.clone());
        pages(split, revoked, &mut lines);
        pieces(split, revoked, &mut lines);
        past(split, &mut lines);
        lines.push(String::new());
    }
    if !like.is_empty() {
        let names: Vec<&str> = like.iter().map(|split| split.region.name.as_str()).collect();
        lines.push(format!("Halamannya sama dengan edisi nasional di {} daerah ini:", number_of(names.len())));
        lines.extend(name_lines(&names, WIDTH).into_iter().map(|line| format!("  {line}")));
        lines.push(String::new());
    }
    lines.extend(successors(sources, wanted, found));
    lines.push(summary(wanted, found));
    lines.join("\n")
}

/// What was found of a region, apart from what is the same in the national edition: that is mended once, for all.
struct Split<'a> {
    region: &'a Region,
    pages: Vec<&'a Item>,
    /// How many pages are as in the national edition.
    same: usize,
    pieces: Vec<(&'a String, &'a Item)>,
    past: Vec<&'a Item>,
}

impl<'a> Split<'a> {
    fn new(region: &'a Region, national: Option<&Region>) -> Split<'a> {
        let nation = national.filter(|nation| nation.code != region.code);
        let is_national = |id: &String, item: &Item| {
            let other = nation.and_then(|nation| nation.pages.get(id));
            other.is_some_and(|other| other.law() == item.law() && other.sources().is_superset(&item.sources()))
        };
        let (same, own): (Vec<_>, Vec<_>) = region.pages.iter().partition(|(id, item)| is_national(id, item));
        let own = || own.iter().map(|(_, item)| *item);
        let past = own().chain(region.pieces.values()).filter(|item| item.is_past());
        Split {
            region,
            pages: own().filter(|item| !item.is_past()).collect(),
            same: same.iter().filter(|(_, item)| !item.is_past()).count(),
            pieces: region.pieces.iter().filter(|(_, item)| !item.is_past()).collect(),
            past: past.collect(),
        }
    }

    fn says_anything(&self) -> bool {
        !self.pages.is_empty() || !self.pieces.is_empty() || !self.past.is_empty()
    }
}

/// What became of the regulation.
fn headline(sources: &Sources, wanted: &Wanted<'_>) -> String {
    let Some(regulation) = wanted.regulation else {
        return format!("{}: tidak ada lagi dalam isi yang sekarang", wanted.name());
    };
    let title = &regulation.meta.title.value;
    format!("{} ({title}): {}", wanted.name(), status(regulation, sources))
}

/// `dicabut sejak 31 Oktober 2023 oleh UU 20/2023`
fn status(regulation: &Regulation, sources: &Sources) -> String {
    let label = regulation.status.value.label().to_lowercase();
    let Some(revocation) = regulation.revoked_by.as_ref().filter(|_| regulation.status.value == Status::Revoked) else {
        return label;
    };
    let by = match &revocation.by.value {
        Actor::Known(id) => sources.regulation(id.as_str()).map_or_else(|| id.to_string(), Regulation::short_name),
        Actor::Named(name) => name.clone(),
    };
    let since = revocation.date.as_ref().map(|date| format!(" sejak {}", day::spoken(date.value))).unwrap_or_default();
    format!("{label}{since} oleh {by}")
}

/// The pages to take offline.
fn pages(split: &Split<'_>, revoked: bool, lines: &mut Vec<String>) {
    if !split.pages.is_empty() {
        let what = if revoked { "turunkan sampai isinya diperbaiki" } else { "bersandar padanya" };
        lines.push(format!("  Di situs, {what} ({} halaman):", split.pages.len()));
    }
    for item in &split.pages {
        lines.push(format!("    {} ({})", item.title, item.address));
        details(item, split.region, lines);
    }
    if split.same > 0 {
        lines.push(format!("  Di situs, {} halaman lain sama dengan edisi nasional.", number_of(split.same)));
    }
}

/// What is on paper.
fn pieces(split: &Split<'_>, revoked: bool, lines: &mut Vec<String>) {
    let (region, resting) = (split.region, &split.pieces);
    if resting.is_empty() {
        return;
    }
    let what = if revoked { "tarik dan jangan dibagikan lagi" } else { "bersandar padanya" };
    lines.push(format!("  Di kertas, {what} ({} cetakan):", resting.len()));
    for (id, item) in resting {
        lines.push(format!("    {} ({id})", item.title));
        details(item, region, lines);
    }
    let seen = || resting.iter().flat_map(|(_, item)| &item.seen);
    let codes: BTreeSet<&String> = seen().flat_map(|seen| &seen.villages).collect();
    if !codes.is_empty() {
        lines.push(format!("  Desa dan kelurahan yang menerimanya ({}):", number_of(codes.len())));
        let names: Vec<&str> = codes.iter().filter_map(|code| region.villages.get(*code)).map(String::as_str).collect();
        lines.extend(name_lines(&names, WIDTH).into_iter().map(|line| format!("    {line}")));
    }
}

/// Where an item was seen, and the file to mend.
fn details(item: &Item, region: &Region, lines: &mut Vec<String>) {
    lines.extend(item.seen.iter().map(|seen| format!("      {}", sighting(seen, region))));
    lines.extend(item.file.iter().map(|file| format!("      perbaiki {file}")));
}

/// `[2] Pasal 9 ayat (2); 2.000 eksemplar, 43 desa`
fn sighting(seen: &Seen, region: &Region) -> String {
    let law = if seen.law.is_empty() { &seen.past } else { &seen.law };
    let mut parts = vec![articles(law)];
    if !seen.villages.is_empty() {
        let all = seen.villages.len() == region.villages.len();
        parts.push(format!("{}{} desa dan kelurahan", if all { "semua " } else { "" }, number_of(seen.villages.len())));
    }
    parts.extend(
        seen.copies.map(|copies| format!("{} eksemplar dipesan", number::thousands(i64::try_from(copies).unwrap_or(i64::MAX)))),
    );
    format!("[{}] {}", seen.source + 1, parts.join("; "))
}

/// The articles of one regulation that something rests on.
fn articles(cited: &BTreeSet<Cited>) -> String {
    let named: Vec<&str> = cited.iter().filter_map(|one| one.article.as_deref()).collect();
    if named.is_empty() { "seluruhnya".to_owned() } else { named.join(", ") }
}

/// What only tells of it: texts that look back on purpose.
fn past(split: &Split<'_>, lines: &mut Vec<String>) {
    let told: Vec<&str> = split.past.iter().map(|item| item.title.as_str()).collect();
    if !told.is_empty() {
        lines.push(format!("  Hanya menceritakannya, boleh tetap ({}):", told.len()));
        lines.extend(name_lines(&told, WIDTH).into_iter().map(|line| format!("    {line}")));
    }
}

/// Which article took the place of each that was found.
fn successors(sources: &Sources, wanted: &Wanted<'_>, found: &Found) -> Vec<String> {
    let (Some(regulation), Some(edition)) = (wanted.regulation, sources.any_edition()) else { return Vec::new() };
    let items = found.regions.iter().flat_map(|region| region.pages.values().chain(region.pieces.values()));
    let cited: BTreeSet<&str> = items.flat_map(Item::law).filter_map(|one| one.article.as_deref()).collect();
    let mut pairs: BTreeMap<&str, String> = BTreeMap::new();
    for article in regulation.articles.iter().filter(|article| !article.successors.is_empty()) {
        let new: Vec<String> = article.successors.iter().map(|basis| edition.basis_label(basis)).collect();
        pairs.insert(&article.number.value, new.join("; "));
    }
    let known: Vec<(&str, &String)> =
        pairs.iter().filter(|(article, _)| cited.contains(*article)).map(|(a, new)| (*a, new)).collect();
    let shown = if known.is_empty() { pairs.iter().map(|(article, new)| (*article, new)).collect() } else { known };
    let mut lines: Vec<String> = shown.iter().map(|(article, new)| format!("  {article}: kini {new}")).collect();
    let unknown: Vec<&str> = cited.into_iter().filter(|article| !pairs.contains_key(article)).collect();
    if regulation.status.value == Status::Revoked && !unknown.is_empty() {
        lines.push(format!("  belum tercatat penggantinya: {}", unknown.join(", ")));
    }
    if !lines.is_empty() {
        lines.insert(0, "Pasal penggantinya:".to_owned());
        lines.push(String::new());
    }
    lines
}

fn summary(wanted: &Wanted<'_>, found: &Found) -> String {
    let (pages, pieces) = (found.count(|region| &region.pages), found.count(|region| &region.pieces));
    let copies: u64 = found.regions.iter().flat_map(|region| region.pieces.values()).map(most_copies).sum();
    let ordered = if copies > 0 {
        format!(" ({} eksemplar dipesan)", number::thousands(i64::try_from(copies).unwrap_or(i64::MAX)))
    } else {
        String::new()
    };
    format!(
        "{}: {} halaman dan {} cetakan{ordered} di {} edisi bersandar padanya.",
        wanted.name(),
        number_of(pages),
        number_of(pieces),
        number_of(found.regions.iter().filter(|region| region.rests()).count())
    )
}

/// The copies of a piece in all publications that are on paper. The content as it is now orders what a publication of it has ordered already.
fn most_copies(item: &Item) -> u64 {
    if item.is_past() { 0 } else { item.seen.iter().filter_map(|seen| seen.copies).max().unwrap_or_default() }
}

fn number_of(count: usize) -> String {
    number::thousands(i64::try_from(count).unwrap_or(i64::MAX))
}
