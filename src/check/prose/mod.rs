//! S3: what is written of the law, in running text, front matter and data files, of the nation and of every region.
//!
//! 1. Editions that rest on the same law are one [`Book`]: its names, its wrong citations, its institutions of the past.
//! 2. What several editions of a book share is read once ([`subject`]); hundreds of editions cost no more than one. All its wordings
//!    ([`phrase`]) are looked for in one pass.
//! 3. Of a text that a preview has read before, what it says is known ([`memory`]).
//! 4. [`cited`], [`wrong`], [`institution`], [`claim`] and [`upkeep`] look at what was read.
//!
//! What is said on purpose of law that is gone is marked: the words as a link with the title `historis`, or `sengaja_menyebut` for a
//! whole file. A mark that marks nothing is reported.

pub mod cited;
pub mod claim;
pub mod institution;
mod memory;
mod phrase;
mod rules;
mod subject;
#[cfg(test)]
mod tests;
pub mod upkeep;
pub mod wrong;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

pub use self::memory::Memory;
use self::phrase::Phrases;
use self::subject::Subject;
use super::citation::Recogniser;
use super::sources::{self, Source};
use crate::content::{Dispute, Entries, Id, Term, WrongCitation};
use crate::diagnostics::{Diagnostic, Diagnostics, Rule, did_you_mean};
use crate::edition::Edition;

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

/// Editions in which the law is the same, and everything in them that is read, once.
struct Group<'a> {
    edition: &'a Arc<Edition>,
    sources: Vec<Source<'a>>,
    /// Where their data lie in memory.
    seen: BTreeSet<usize>,
}

/// Checks what all editions say of the law. What was read is kept in `memory` for the next run, where there will be one.
pub(super) fn check<'a>(editions: impl Iterator<Item = &'a Arc<Edition>>, memory: Option<&Memory>, d: &Diagnostics) {
    let mut groups: BTreeMap<Vec<usize>, Group<'_>> = BTreeMap::new();
    for edition in editions {
        let group = groups.entry(law_of(edition));
        let group = group.or_insert_with(|| Group { edition, sources: Vec::new(), seen: BTreeSet::new() });
        group.sources.extend(sources::of_law(edition, &mut |address| group.seen.insert(address)));
    }
    let read = groups.into_iter().map(|(law, group)| {
        let texts = memory.map(|memory| memory.recall(&law, group.edition.as_of)).unwrap_or_default();
        let mut book = Book::new(group.edition);
        book.looks_back = upkeep::looks_back(&group.sources, group.edition.as_of);
        group.sources.into_par_iter().for_each(|source| look(&book, &Subject::read(source, &book, &texts), d));
        (law, Arc::clone(group.edition), texts)
    });
    let read = read.collect();
    if let Some(memory) = memory {
        memory.keep(read);
    }
}

/// Where the data of the law of an edition lie in memory: the same for editions that share them.
fn law_of(edition: &Edition) -> Vec<usize> {
    fn entries<T>(entries: &Entries<T>) -> impl Iterator<Item = usize> {
        entries.iter().map(|entry| std::ptr::from_ref(entry).addr())
    }
    let regulations = edition.regulations.values().map(|item| std::ptr::from_ref(item.data.as_ref()).addr());
    let sanctions = edition.sanctions.values().map(|item| std::ptr::from_ref(item.data.as_ref()).addr());
    let lists = entries::<Term>(&edition.terms).chain(entries::<Dispute>(&edition.disputes));
    let lists = lists.chain(entries::<WrongCitation>(&edition.wrong_citations)).chain(entries(&edition.reporting.deadlines));
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
