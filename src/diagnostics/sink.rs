//! The one list into which every room puts the problems it finds.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Diagnostic, Severity};

/// A list of problems that many threads may fill; sorted when it is taken out.
#[derive(Debug, Default)]
pub struct Diagnostics {
    list: Mutex<Vec<Diagnostic>>,
}

impl Diagnostics {
    /// An empty list.
    pub fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Adds a problem.
    pub fn push(&self, diagnostic: Diagnostic) {
        self.lock().push(diagnostic);
    }

    /// Takes over everything another list holds.
    pub fn absorb(&self, other: Diagnostics) {
        let mut more = other.list.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.lock().append(&mut more);
    }

    /// Whether there is at least one *galat*.
    pub fn has_errors(&self) -> bool {
        self.lock().iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.lock().iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// All problems by file, offset, code and message; one that was found twice is there once.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut list = self.list.into_inner().unwrap_or_else(PoisonError::into_inner);
        list.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        list.dedup();
        list
    }

    /// A thread that panicked while pushing leaves a whole list behind: `Vec::push` either happened or did not.
    fn lock(&self) -> MutexGuard<'_, Vec<Diagnostic>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
