//! What was read of texts, kept from one run to the next: of a save one text is new and thousands are not.
//!
//! What is read follows from the text and from the law that it is read by. The law is the same when its data lie in the same place and are
//! judged as of the same day; an edition that rests on it is kept, so that nothing else can come to lie there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Book;
use super::phrase::{Found, Words};
use crate::check::citation::Mention;
use crate::edition::Edition;
use crate::source::Date;

/// What a text says of the law.
pub(super) struct Read {
    pub(super) mentions: Vec<Mention>,
    /// Its words, with each law as one.
    pub(super) words: Words,
    /// Where the wordings of the book stand in it.
    pub(super) found: Found,
}

impl Read {
    fn new(text: &str, book: &Book<'_>) -> Read {
        let (mentions, words) = book.recogniser.read(text);
        let words = Words::new(words, &mentions);
        let found = book.phrases.find(&words);
        Read { mentions, words, found }
    }
}

/// What was read in the last run; empty before the first.
#[derive(Default)]
pub struct Memory(Mutex<Vec<Shelf>>);

/// What was read by one law.
struct Shelf {
    law: Vec<usize>,
    as_of: Date,
    /// Rests on this law, and keeps it where it lies.
    _edition: Arc<Edition>,
    texts: HashMap<Arc<str>, Arc<Read>>,
}

impl Memory {
    /// Takes out what was read by the law of an edition.
    pub(super) fn recall(&self, law: &[usize], as_of: Date) -> Texts {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = shelves.iter().position(|shelf| shelf.law == law && shelf.as_of == as_of);
        let before = known.map(|known| shelves.swap_remove(known).texts).unwrap_or_default();
        Texts { before, now: Some(Mutex::default()) }
    }

    /// Puts what was read in this run in the place of what was left of the last.
    pub(super) fn keep(&self, read: Vec<(Vec<usize>, Arc<Edition>, Texts)>) {
        let shelf = |(law, edition, texts): (Vec<usize>, Arc<Edition>, Texts)| {
            let texts = texts.now.unwrap_or_default().into_inner().unwrap_or_else(PoisonError::into_inner);
            Shelf { law, as_of: edition.as_of, _edition: edition, texts }
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = read.into_iter().map(shelf).collect();
    }
}

/// The texts that are read by one law. Without a memory nothing is kept of them.
#[derive(Default)]
pub(super) struct Texts {
    before: HashMap<Arc<str>, Arc<Read>>,
    now: Option<Mutex<HashMap<Arc<str>, Arc<Read>>>>,
}

impl Texts {
    /// What a text says; read when it is new.
    pub(super) fn read(&self, text: &str, book: &Book<'_>) -> Arc<Read> {
        let read = self.known(text).unwrap_or_else(|| Arc::new(Read::new(text, book)));
        if let Some(now) = &self.now {
            // Of a text that was known its copy goes on.
            let text = self.before.get_key_value(text).map_or_else(|| Arc::from(text), |(known, _)| Arc::clone(known));
            now.lock().unwrap_or_else(PoisonError::into_inner).insert(text, Arc::clone(&read));
        }
        read
    }

    /// What the run before read of a text.
    pub(super) fn known(&self, text: &str) -> Option<Arc<Read>> {
        self.before.get(text).map(Arc::clone)
    }
}
