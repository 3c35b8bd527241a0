//! The one list into which every room puts the problems it finds.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Diagnostic, Severity};

/// Problems of one code in one file that are told one by one; of the rest only the number is told.
pub const MAX_ALIKE: usize = 100;

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

    /// Whether a file (as messages name it) has an error so far.
    pub fn has_errors_in(&self, path: &str) -> bool {
        self.lock().iter().any(|diagnostic| diagnostic.severity == Severity::Error && diagnostic.path() == Some(path))
    }

    /// How many of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.lock().iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Whether there is nothing at all.
    pub fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    /// All problems in the order of [`Diagnostics::into_sorted`], also those that are alike; the list keeps them.
    pub fn all(&self) -> Vec<Diagnostic> {
        let mut list = self.lock().clone();
        list.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        list.dedup();
        list
    }

    /// All problems by file, offset, code and message. One that was found twice is there once; of more than [`MAX_ALIKE`]
    /// with the same code in one file, the last one tells how many are left out.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut list = self.list.into_inner().unwrap_or_else(PoisonError::into_inner);
        list.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        list.dedup();
        leave_out_the_like(list)
    }

    /// A thread that panicked while pushing leaves a whole list behind: `Vec::push` either happened or did not.
    fn lock(&self) -> MutexGuard<'_, Vec<Diagnostic>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Hostile content can have a problem in every byte; showing each would take longer than finding them.
fn leave_out_the_like(list: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<(Option<String>, &'static str), (usize, usize)> = BTreeMap::new();
    let mut kept: Vec<Diagnostic> = Vec::new();
    for diagnostic in list {
        let (count, last) = seen.entry((diagnostic.path().map(str::to_owned), diagnostic.code)).or_default();
        *count += 1;
        if *count <= MAX_ALIKE + 1 {
            *last = kept.len();
            kept.push(diagnostic);
        } else {
            let severity = kept[*last].severity.min(diagnostic.severity);
            kept[*last].severity = severity;
        }
    }
    for (count, last) in seen.into_values().filter(|(count, _)| *count > MAX_ALIKE + 1) {
        let alike = &mut kept[last];
        let rest =
            Diagnostic::new(alike.severity, alike.code, format!("masih ada {} temuan serupa di berkas ini", count - MAX_ALIKE));
        let rest = rest.hint("perbaiki yang di atas, lalu periksa lagi");
        *alike = Diagnostic { place: alike.place.take(), file: alike.file.take(), ..rest };
    }
    kept
}
