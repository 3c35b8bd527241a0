//! What was found in files and entries, kept from one run of the preview to the next: of a save one file is new and hundreds are not.
//!
//! What is found in a source follows from the source and from what it is judged by. Both are the same when their data lie in the same place:
//! a file that did not change is not read anew. Editions that hold them are kept, so that nothing else can come to lie there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::{language, prose};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::edition::Edition;

/// What the last run found; empty before the first.
#[derive(Default)]
pub struct Memory {
    pub(super) prose: Kept<prose::Judge>,
    pub(super) language: Kept<language::Judge>,
    pub(super) order: Kept<Vec<usize>>,
}

/// What was found of one family, by what it was judged by.
pub(super) struct Kept<J>(Mutex<Vec<Shelf<J>>>);

// Not derived: `J` itself need not have a default.
impl<J> Default for Kept<J> {
    fn default() -> Self {
        Kept(Mutex::default())
    }
}

struct Shelf<J> {
    judge: J,
    /// Hold what was judged and what it was judged by, and keep it where it lies.
    _editions: Vec<Arc<Edition>>,
    found: HashMap<usize, Arc<[Diagnostic]>>,
}

/// A judge, the editions that hold it and what it judged, and what it found.
pub(super) type Judged<J> = (J, Vec<Arc<Edition>>, Findings);

impl<J: PartialEq> Kept<J> {
    /// Takes out what was found by this judge. The run that asks has read its project: what lies in a place that is known is what lay there.
    pub(super) fn recall(&self, judge: &J) -> Findings {
        let mut shelves = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = shelves.iter().position(|shelf| shelf.judge == *judge);
        let before = known.map(|known| shelves.swap_remove(known).found).unwrap_or_default();
        Findings { before, now: Some(Mutex::default()) }
    }

    /// Puts what was found in this run in the place of what is left of the last.
    pub(super) fn keep(&self, judged: Vec<Judged<J>>) {
        let shelf = |(judge, editions, findings): Judged<J>| {
            let found = findings.now.unwrap_or_default().into_inner().unwrap_or_else(PoisonError::into_inner);
            Shelf { judge, _editions: editions, found }
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = judged.into_iter().map(shelf).collect();
    }
}

/// What one judge finds, by where a source lies. Without a memory nothing is kept of it.
#[derive(Default)]
pub(super) struct Findings {
    before: HashMap<usize, Arc<[Diagnostic]>>,
    now: Option<Mutex<HashMap<usize, Arc<[Diagnostic]>>>>,
}

impl Findings {
    /// Tells what is wrong with the source that lies there: what the last run found, else what `judge` finds now.
    pub(super) fn tell(&self, address: usize, d: &Diagnostics, judge: impl FnOnce(&Diagnostics)) {
        let Some(now) = &self.now else { return judge(d) };
        let known = self.before.get(&address).map(Arc::clone);
        let found = known.unwrap_or_else(|| {
            let own = Diagnostics::new();
            judge(&own);
            own.all().into()
        });
        found.iter().for_each(|problem| d.push(problem.clone()));
        now.lock().unwrap_or_else(PoisonError::into_inner).insert(address, found);
    }
}

#[cfg(test)]
mod tests;
