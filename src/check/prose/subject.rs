//! What is read: a file of the content or an entry of a data file, as stretches of text with the law they cite.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use super::Book;
use super::phrase::{Found, Words};
use crate::check::citation::Mention;
use crate::check::sources::Source;
use crate::content::regulation::Actor;
use crate::content::{Id, Kind, Regulation};
use crate::diagnostics::{Diagnostic, Place};
use crate::markdown::passage::{self, Passage};

/// A stretch of text with the law that it cites.
pub(super) struct Reading<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) mentions: Vec<Mention>,
    /// Its words, with each law as one.
    pub(super) words: Words,
    /// Where the wordings of the book stand in it.
    pub(super) found: Found,
    /// It stands outside the body.
    pub(super) front: bool,
}

/// A file or entry that was read.
pub(super) struct Subject<'a> {
    pub(super) source: Source<'a>,
    pub(super) readings: Vec<Reading<'a>>,
    /// Every regulation that it names anywhere.
    pub(super) named: BTreeSet<Id>,
    /// What it says it names on purpose, and whether it does.
    on_purpose: Mutex<BTreeMap<&'a str, (&'a Place, bool)>>,
}

impl<'a> Subject<'a> {
    /// Reads a source.
    pub(super) fn read(source: Source<'a>, book: &Book<'_>) -> Subject<'a> {
        let meta = source.meta;
        let front = source.front().map(|text| (Passage::of_place(&text.place), true));
        let body = source.body.map(passage::passages).unwrap_or_default();
        let all = front.chain(body.into_iter().map(|passage| (passage, false)));
        let readings: Vec<Reading<'a>> = all.map(|(passage, front)| Reading::new(passage, front, book)).collect();
        let mut named: BTreeSet<Id> = source.basis.iter().map(|basis| basis.regulation.value.clone()).collect();
        // The file of an amendment tells of what it amended.
        named.extend((source.kind == Some(Kind::Regulation)).then(|| Id::new(source.id)).flatten());
        for reading in &readings {
            named.extend(reading.mentions.iter().filter_map(Mention::known).cloned());
            named.extend(reading.passage.citations().filter_map(|citation| Id::new(&citation.regulation)));
        }
        let on_purpose = meta.map(|meta| meta.on_purpose.as_slice()).unwrap_or_default();
        let on_purpose = on_purpose.iter().map(|id| (id.value.as_str(), (&id.place, false))).collect();
        Subject { source, readings, named, on_purpose: Mutex::new(on_purpose) }
    }

    /// Whether this is the file of a regulation itself, or of the one that revoked it: these tell of it.
    pub(super) fn tells_of(&self, regulation: &Regulation) -> bool {
        let revoked_by = regulation.revoked_by.as_ref().and_then(|revocation| known(&revocation.by.value));
        let mut own = std::iter::once(&regulation.id).chain(revoked_by);
        self.source.kind == Some(Kind::Regulation) && own.any(|id| id.as_str() == self.source.id)
    }

    /// Whether it says that it names this on purpose; remembers that it was asked for.
    pub(super) fn on_purpose(&self, id: &str) -> bool {
        let mut list = self.on_purpose.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        list.get_mut(id).map(|(_, used)| *used = true).is_some()
    }

    /// What it says it names on purpose, and does not.
    pub(super) fn idle(&self) -> Vec<(&'a str, &'a Place)> {
        let list = self.on_purpose.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        list.iter().filter(|(_, (_, used))| !used).map(|(id, (place, _))| (*id, *place)).collect()
    }

    /// The stretches between the headings around one of them, those headings included; outside the body, all texts of the file there.
    pub(super) fn section(&self, index: usize) -> &[Reading<'a>] {
        let is_front = self.readings[index].front;
        let is_edge = |reading: &Reading<'_>| reading.passage.heading.is_some() || reading.front != is_front;
        let start = self.readings[..=index].iter().rposition(is_edge).unwrap_or(0);
        let end = self.readings[index + 1..].iter().position(is_edge).map_or(self.readings.len(), |end| index + 1 + end);
        &self.readings[start..end]
    }

    /// Whether it is a piece for print or a card: what goes out can't be taken back.
    pub(super) fn is_piece(&self) -> bool {
        self.source.kind == Some(Kind::Piece)
    }

    /// A problem that is an error in what goes out, and else a warning.
    pub(super) fn problem(&self, code: &'static str, message: String) -> Diagnostic {
        if self.is_piece() { Diagnostic::error(code, message) } else { Diagnostic::warning(code, message) }
    }

    /// How a look back is marked here, for a hint: by a link where one can be, else for the whole file.
    pub(super) fn how_to_mark(&self, reading: &Reading<'_>, id: &str, address: Option<&str>) -> String {
        let whole = format!("tambahkan baris `sengaja_menyebut: [{id}]` di bawah baris `judul:`");
        match (self.source.meta.is_some(), reading.front, address) {
            (false, ..) => "tulis ulang kalimatnya".to_owned(),
            (true, false, Some(address)) => format!("tautkan `[…]({address} \"historis\")`, atau {whole}"),
            (true, ..) => whole,
        }
    }
}

impl<'a> Reading<'a> {
    fn new(passage: Passage<'a>, front: bool, book: &Book<'_>) -> Reading<'a> {
        let (mentions, words) = book.recogniser.read(&passage.text);
        let words = Words::new(words, &mentions);
        let found = book.phrases.find(&words);
        Reading { passage, mentions, words, found, front }
    }

    /// A problem at a range of the stretch.
    pub(super) fn at(&self, range: std::ops::Range<usize>, problem: Diagnostic) -> Diagnostic {
        match self.passage.place(range) {
            Some(place) => problem.at(&place),
            None => problem,
        }
    }

    /// Whether the text at an offset is marked as a look back.
    pub(super) fn is_historical(&self, offset: usize) -> bool {
        self.passage.is_historical(offset)
    }
}

/// What touched a regulation and is in the content.
pub(super) fn known(actor: &Actor) -> Option<&Id> {
    match actor {
        Actor::Known(id) => Some(id),
        Actor::Named(_) => None,
    }
}
