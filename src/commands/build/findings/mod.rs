//! Everything that one run found, in one report beside the output folder: piece by piece, village by village, what is wrong and what to do.
//!
//! The terminal shows at most some hundred findings alike; the report shows all, as a page for people ([`html`]) and for programs
//! ([`json`]).

mod html;
mod json;
mod looked;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use self::looked::Looked;
use crate::content::{EditionCode, Id};
use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity, Silenced, sorted_silenced};
use crate::edition::Edition;
use crate::print::{Job, Row};
use crate::publish::{self, PublishError};
use crate::source::Date;

/// What was found so far.
pub(super) struct Findings {
    /// The day that law and terms were looked at for; none where the project could not be read.
    as_of: Option<Date>,
    /// What was looked at, whether anything was found or not.
    looked: Mutex<Looked>,
    sheets: Mutex<Vec<Sheet>>,
    /// What is wrong with the content, before anything is printed.
    content: Mutex<Vec<Diagnostic>>,
    /// What somebody answers for; several editions may find the same.
    silenced: Mutex<Vec<Silenced>>,
}

/// One piece of one edition.
struct Sheet {
    edition: EditionCode,
    /// The office by name.
    office: String,
    piece: String,
    title: String,
    format: Id,
    /// How the office publishes the rest without it.
    without: String,
    found: Vec<Finding>,
}

impl Sheet {
    /// Whether it keeps everything from being published.
    fn holds_back(&self) -> bool {
        self.found.iter().any(|finding| finding.diagnostic.severity == Severity::Error)
    }

    /// How many villages can't be printed.
    fn failed_villages(&self) -> usize {
        let failed = self.found.iter().filter(|finding| finding.diagnostic.severity == Severity::Error);
        failed.filter_map(|finding| finding.village.as_ref()).collect::<BTreeSet<_>>().len()
    }
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
    /// Nothing found yet, on this day.
    pub(super) fn on(as_of: Option<Date>) -> Findings {
        let (looked, sheets, content, silenced) = Default::default();
        Findings { as_of, looked, sheets, content, silenced }
    }

    /// Adds what is wrong with the content. Notes ask for nothing and are left out.
    pub(super) fn content(&self, problems: &Diagnostics) {
        let asking = problems.all().into_iter().filter(|problem| problem.severity != Severity::Note);
        self.content.lock().unwrap_or_else(PoisonError::into_inner).extend(asking);
    }

    /// Adds what is not told, because somebody answers for it.
    pub(super) fn silence(&self, silenced: Vec<Silenced>) {
        self.silenced.lock().unwrap_or_else(PoisonError::into_inner).extend(silenced);
    }

    /// How many warnings are silenced so far, each counted once.
    pub(super) fn count_silenced(&self) -> usize {
        self.all_silenced().len()
    }

    fn all_silenced(&self) -> Vec<Silenced> {
        sorted_silenced(self.silenced.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    /// Takes note of a piece that was looked at; `again`: now, and not when the same sheets were published before.
    pub(super) fn looked_at(&self, job: &Job<'_>, again: bool) {
        self.looked.lock().unwrap_or_else(PoisonError::into_inner).add(job, again);
    }

    /// Adds what printing a piece found.
    pub(super) fn piece(&self, edition: &Edition, job: &Job<'_>, problems: &Diagnostics) {
        self.looked_at(job, true);
        if problems.is_empty() {
            return;
        }
        let problems = problems.all();
        let named: BTreeSet<_> = problems.iter().filter_map(|problem| problem.place.as_ref()).map(at).collect();
        let rows: Vec<Row> = job.villages.iter().filter(|row| named.contains(&at(&row.place))).collect();
        let rows: BTreeMap<_, _> = rows.iter().map(|row| (at(&row.place), row)).collect();
        let village = |diagnostic: &Diagnostic| {
            let row = rows.get(&at(diagnostic.place.as_ref()?))?;
            Some((row.name.clone(), row.code.clone()))
        };
        let found = problems.iter().cloned().map(|diagnostic| Finding { village: village(&diagnostic), diagnostic });
        let sheet = Sheet {
            edition: edition.code.clone(),
            office: edition.name.clone(),
            piece: job.id.to_owned(),
            title: job.title.value.clone(),
            format: job.format.id.clone(),
            without: without(edition, job),
            found: found.collect(),
        };
        self.sheets.lock().unwrap_or_else(PoisonError::into_inner).push(sheet);
    }

    /// Which pieces keep everything from being published, as the terminal says it.
    pub(super) fn holding_back(&self) -> Vec<String> {
        const SHOWN: usize = 5;
        let sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        let holding: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.holds_back()).collect();
        let mut lines: Vec<String> =
            holding.iter().take(SHOWN).map(|sheet| format!("Yang menahan: {}, {}.", sheet.title, sheet.office)).collect();
        if holding.len() > SHOWN {
            lines.push(format!("              dan {} bahan lain.", holding.len() - SHOWN));
        }
        if !holding.is_empty() {
            lines.push("Cara menerbitkan sisanya ada di laporan.".to_owned());
        }
        lines
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
        let looked = self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let silenced = self.all_silenced();
        let report =
            Report { as_of: self.as_of, looked: &looked, sheets: &sheets, content: &content, silenced: &silenced, outcome };
        let files = [("preflight.html", html::page(&report)), ("preflight.json", json::json(&report))];
        let folder = publish::write_beside(output, "laporan", &files)?;
        Ok(folder.join("preflight.html"))
    }
}

/// What an office writes to publish the rest without a piece: its own it makes a draft again, that of a layer below it leaves out.
fn without(edition: &Edition, job: &Job<'_>) -> String {
    let path = job.title.place.path();
    let folder = edition.region.as_ref().and_then(|region| region.code.place.path().rsplit_once('/')).map(|(folder, _)| folder);
    match folder {
        Some(folder) if !path.starts_with(&format!("{folder}/")) => {
            format!("buat berkas `{folder}/cetak/{}.md` yang hanya berisi tiga baris: `---`, `hapus: true`, `---`", job.id)
        }
        _ => format!("tulis `draf: true` di bagian depan `{path}`"),
    }
}

/// What tells one row of a table from all others.
fn at(place: &Place) -> (&str, usize, usize) {
    let range = place.range();
    (place.path(), range.start, range.end)
}

/// What the two forms of the report are made of.
struct Report<'a> {
    as_of: Option<Date>,
    looked: &'a Looked,
    sheets: &'a [Sheet],
    content: &'a [Diagnostic],
    silenced: &'a [Silenced],
    outcome: Outcome,
}

impl Report<'_> {
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.sheets.iter().flat_map(|sheet| &sheet.found).map(|finding| &finding.diagnostic).chain(self.content)
    }

    /// The pieces that keep everything from being published.
    fn holding(&self) -> impl Iterator<Item = &Sheet> {
        self.sheets.iter().filter(|sheet| sheet.holds_back())
    }

    /// How often a rule was broken.
    fn broken(&self, code: &str) -> usize {
        self.all().filter(|diagnostic| diagnostic.code == code).count()
    }

    /// How often it was broken where somebody answers for it.
    fn silenced(&self, code: &str) -> usize {
        self.silenced.iter().filter(|one| one.diagnostic.code == code).count()
    }

    fn count(&self, severity: Severity) -> usize {
        self.all().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
