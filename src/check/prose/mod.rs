//! S3: what is written of the law, in running text, front matter and data files, of the nation and of every region.
//!
//! 1. Editions that rest on the same law are one [`Book`]: its names, its wrong citations, its institutions of the past.
//! 2. What several editions of a book share is read once ([`subject`]); hundreds of editions cost no more than one. All its wordings
//!    ([`phrase`]) are looked for in one pass.
//! 3. What a preview found in a file before is known (`memory`).
//! 4. [`cited`], [`wrong`], [`institution`], [`claim`] and [`upkeep`] look at what was read.
//!
//! What is said on purpose of law that is gone is marked: the words as a link with the title `historis`, or `sengaja_menyebut` for a
//! whole file. A mark that marks nothing is reported.

pub mod cited;
pub mod claim;
pub mod institution;
mod phrase;
mod rules;
mod subject;
#[cfg(test)]
mod tests;
pub mod upkeep;
pub mod wrong;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use self::phrase::Phrases;
use self::subject::Subject;
use super::citation::Recogniser;
use super::memory::{Findings, Memory};
use super::sources::{self, Source, address};
use crate::content::Id;
use crate::diagnostics::{Diagnostic, Diagnostics, Rule, did_you_mean};
use crate::edition::Edition;
use crate::source::Date;

pub(super) use self::rules::RULES;

/// `sengaja_menyebut` names what the file does not mention, or what needs no such word.
pub const IDLE_MARK: &str = "S319";

/// The law that some editions rest on.
pub(crate) struct Book<'a> {
    /// One of them, for names and labels: in all of them the law is the same.
    edition: &'a Edition,
    recogniser: Recogniser,
    phrases: Phrases,
    wrong: wrong::Wrong<'a>,
    institutions: Vec<institution::Former<'a>>,
    claims: claim::Claims<'a>,
    /// Whether the day of this run is one of the past, asked for on purpose; see [`upkeep`].
    looks_back: bool,
}

impl<'a> Book<'a> {
    fn new(edition: &'a Edition) -> Book<'a> {
        let recogniser = Recogniser::new(edition.regulations.values().map(|item| item.data.as_ref()));
        let mut phrases = Phrases::default();
        let wrong = wrong::Wrong::new(edition, &recogniser, &mut phrases);
        let institutions = institution::former(edition, &mut phrases);
        let claims = claim::Claims::new(edition, &mut phrases);
        Book { edition, recogniser, phrases, wrong, institutions, claims, looks_back: false }
    }

    /// Every id that a file may name on purpose.
    fn purposes(&self) -> impl Iterator<Item = &str> {
        let regulations = self.edition.regulations.keys().map(Id::as_str);
        let institutions = self.institutions.iter().map(|one| one.term.id.as_str());
        regulations.chain(institutions).chain(self.edition.wrong_citations.iter().map(|one| one.id.as_str()))
    }
}

/// What everything is judged by: the law, the day, and whether that is one of the past.
#[derive(PartialEq)]
pub(super) struct Judge {
    law: Vec<usize>,
    as_of: Date,
    looks_back: bool,
}

/// Editions in which the law is the same, and everything in them that is read, once.
#[derive(Default)]
struct Group<'a> {
    editions: Vec<&'a Arc<Edition>>,
    sources: Vec<Source<'a>>,
    /// Where their data lie in memory.
    seen: BTreeSet<usize>,
}

/// Checks what all editions say of the law. What was found is kept in `memory` for the next run, where there will be one.
pub(super) fn check<'a>(editions: impl Iterator<Item = &'a Arc<Edition>>, memory: Option<&Memory>, d: &Diagnostics) {
    let mut groups: BTreeMap<Vec<usize>, Group<'_>> = BTreeMap::new();
    for edition in editions {
        let group = groups.entry(law_of(edition)).or_default();
        group.editions.push(edition);
        group.sources.extend(sources::of_law(edition, &mut |address| group.seen.insert(address)));
    }
    let judged = groups.into_iter().filter_map(|(law, group)| {
        let first = *group.editions.first()?;
        let looks_back = upkeep::looks_back(&group.sources, first.as_of);
        let judge = Judge { law, as_of: first.as_of, looks_back };
        let findings = memory.map(|memory| memory.prose.recall(&judge)).unwrap_or_default();
        judge_all(first, group.sources, looks_back, &findings, d);
        Some((judge, group.editions.into_iter().map(Arc::clone).collect(), findings))
    });
    let judged = judged.collect();
    if let Some(memory) = memory {
        memory.prose.keep(judged);
    }
}

/// Judges what is not known from the last run by the law of an edition, and tells all.
fn judge_all(edition: &Edition, sources: Vec<Source<'_>>, looks_back: bool, findings: &Findings, d: &Diagnostics) {
    // Putting the law together takes longer than judging one file by it.
    let book = OnceLock::new();
    sources.into_par_iter().for_each(|source| {
        findings.tell(source.address, d, |d| {
            let book = book.get_or_init(|| Book { looks_back, ..Book::new(edition) });
            look(book, &Subject::read(source, book), d);
        });
    });
}

/// Where the data of the law of an edition lie in memory: the same for editions that share them.
fn law_of(edition: &Edition) -> Vec<usize> {
    let regulations = edition.regulations.values().map(|item| address(item.data.as_ref()));
    let sanctions = edition.sanctions.values().map(|item| address(item.data.as_ref()));
    let lists = edition.terms.iter().map(address).chain(edition.disputes.iter().map(address));
    let lists = lists.chain(edition.wrong_citations.iter().map(address)).chain(edition.reporting.deadlines.iter().map(address));
    // A zero between the lists: no address is one, and lists of other lengths are never the same.
    regulations.chain([0]).chain(sanctions).chain([0]).chain(lists).collect()
}

fn look(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    cited::check(book, subject, d);
    wrong::check(book, subject, d);
    institution::check(book, subject, d);
    claim::check(book, subject, d);
    upkeep::check(book, subject, d);
    idle_marks(book, subject, d);
}

fn idle_marks(book: &Book<'_>, subject: &Subject<'_>, d: &Diagnostics) {
    for (id, place) in subject.idle() {
        let known = book.purposes().any(|known| known == id);
        let (message, hint) = if known {
            (
                format!("`{id}` tidak disebut di berkas ini, atau tidak perlu ditandai"),
                format!("hapus `{id}` dari `sengaja_menyebut`"),
            )
        } else {
            let hint = "tulis pengenal peraturan, lembaga yang sudah berakhir, atau salah kutip";
            (format!("`{id}` dalam `sengaja_menyebut` tidak dikenal"), did_you_mean(id, book.purposes(), || hint.to_owned()))
        };
        d.push(Diagnostic::warning(IDLE_MARK, message).at(place).hint(hint));
    }
}
