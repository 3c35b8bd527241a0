//! Everything that one run found, in one report beside the output folder: piece by piece, village by village, what is wrong and what to do.
//!
//! The terminal shows at most some hundred findings alike; the report shows all, as a page for people ([`html`]) and for programs
//! ([`json`]).

mod html;
mod json;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::content::{EditionCode, Id};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity};
use crate::print::Job;
use crate::publish::{self, PublishError};

/// What was found so far.
#[derive(Default)]
pub(super) struct Findings {
    sheets: Mutex<Vec<Sheet>>,
    /// What is wrong with the content, before anything is printed.
    content: Mutex<Vec<Diagnostic>>,
}

/// One piece of one edition.
struct Sheet {
    edition: EditionCode,
    /// The office by name.
    office: String,
    piece: String,
    title: String,
    format: Id,
    found: Vec<Finding>,
}

/// One finding on it.
struct Finding {
    /// Name and code, when it is about one village.
    village: Option<(String, String)>,
    diagnostic: Diagnostic,
}

/// How the run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The content has errors; nothing was printed.
    Unchecked,
    /// Sheets have errors; the old publication stays.
    Refused,
    /// Published.
    Published,
}

impl Findings {
    /// Adds what is wrong with the content. Notes ask for nothing and are left out.
    pub(super) fn content(&self, problems: &Diagnostics) {
        let asking = problems.all().into_iter().filter(|problem| problem.severity != Severity::Note);
        self.content.lock().unwrap_or_else(PoisonError::into_inner).extend(asking);
    }

    /// Adds what printing a piece found.
    pub(super) fn piece(&self, edition: &EditionCode, office: &str, job: &Job<'_>, problems: &Diagnostics) {
        if problems.is_empty() {
            return;
        }
        let rows: BTreeMap<_, _> = job.villages.iter().map(|row| (at(&row.place), row)).collect();
        let village = |diagnostic: &Diagnostic| {
            let row = rows.get(&at(diagnostic.place.as_ref()?))?;
            Some((row.name.clone(), row.code.clone()))
        };
        let found = problems.all().into_iter().map(|diagnostic| Finding { village: village(&diagnostic), diagnostic });
        let sheet = Sheet {
            edition: edition.clone(),
            office: office.to_owned(),
            piece: job.id.to_owned(),
            title: job.title.value.clone(),
            format: job.format.id.clone(),
            found: found.collect(),
        };
        self.sheets.lock().unwrap_or_else(PoisonError::into_inner).push(sheet);
    }

    /// Writes the report; gives the page's path.
    ///
    /// # Errors
    /// It can't be written.
    pub(super) fn write(&self, output: &Path, outcome: Outcome) -> Result<PathBuf, PublishError> {
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        sheets.sort_by(|a, b| (&a.edition, &a.piece).cmp(&(&b.edition, &b.piece)));
        for sheet in sheets.iter_mut() {
            // By village, then worst first; the order of the list stays within.
            sheet.found.sort_by(|a, b| (&a.village, a.diagnostic.severity).cmp(&(&b.village, b.diagnostic.severity)));
        }
        let content = self.content.lock().unwrap_or_else(PoisonError::into_inner);
        let report = Report { sheets: &sheets, content: &content, outcome };
        let files = [("preflight.html", html::page(&report)), ("preflight.json", json::json(&report))];
        let folder = publish::write_beside(output, "laporan", &files)?;
        Ok(folder.join("preflight.html"))
    }
}

/// What tells one row of a table from all others.
fn at(place: &Place) -> (&str, usize, usize) {
    let range = place.range();
    (place.path(), range.start, range.end)
}

/// What the two forms of the report are made of.
struct Report<'a> {
    sheets: &'a [Sheet],
    content: &'a [Diagnostic],
    outcome: Outcome,
}

impl Report<'_> {
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.sheets.iter().flat_map(|sheet| &sheet.found).map(|finding| &finding.diagnostic).chain(self.content)
    }

    fn count(&self, severity: Severity) -> usize {
        self.all().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
