//! What `build`, `serve` and `check` share: folder → project → editions → plan → checks.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;

use super::codes::NO_FOLDER;
use super::rules::Stage;
use super::silence::Silencing;
use super::{output, regions};
use crate::check::{self, Memory};
use crate::cli::{EXIT_CONTENT, EXIT_IO, MessageFormat, ProjectArgs};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Silenced};
use crate::edition::{Edition, EditionCode};
use crate::plan::{EditionPlan, Plan};
use crate::project::{self, Chain, Project, lock};
use crate::source::Date;

/// A project that is ready to be made.
pub(super) struct Prepared {
    /// Everything that will exist.
    pub(super) plan: Plan,
    /// The editions asked for, in the plan's order.
    pub(super) selected: Vec<EditionCode>,
    /// Whether every edition was asked for.
    pub(super) whole: bool,
    /// What the project answers for.
    pub(super) silencing: Silencing,
}

/// Parts what is told from what is silenced, when everything was read and checked; of a project that could not be read all is told. What is
/// told names the silencers that these checks have no use for.
pub(super) fn sift(prepared: Option<&Prepared>, found: Diagnostics) -> (Diagnostics, Vec<Silenced>) {
    let Some(prepared) = prepared else { return (found, Vec::new()) };
    let (told, silenced) = prepared.silencing.sift(&found);
    if !told.has_errors() {
        told.absorb(prepared.silencing.unused(Stage::Reading));
    }
    (told, silenced)
}

impl Prepared {
    /// The plans of the editions asked for.
    pub(super) fn plans(&self) -> impl Iterator<Item = &EditionPlan> {
        self.plan.editions.iter().filter(|plan| self.selected.contains(&plan.edition.code))
    }
}

/// Reads, resolves, plans and checks. None when there is not even a plan; problems are in `d`.
pub(super) fn prepare(args: &ProjectArgs, d: &Diagnostics) -> Option<Prepared> {
    if let Some(problem) = missing_folder(&args.project) {
        d.push(problem);
        return None;
    }
    prepare_chain(&Chain::open(&args.project, d), args, None, d)
}

/// The same for a project whose files have been read, with what the checks remember of the last time.
pub(super) fn prepare_chain(chain: &Chain, args: &ProjectArgs, memory: Option<&Memory>, d: &Diagnostics) -> Option<Prepared> {
    lock::check(chain, d);
    let project = project::read(chain, d)?;
    let selected = select(&project, &args.regions, d)?;
    let as_of = args.as_of.unwrap_or_else(today);
    // Every edition is planned and checked, also when only one is made: its links lead to others.
    let editions: Vec<Arc<Edition>> =
        project.edition_codes().par_iter().filter_map(|code| project.edition(code, as_of, d).map(Arc::new)).collect();
    let planned = || {
        let plan = Plan::new(editions.clone(), Arc::clone(&project.theme));
        rayon::join(|| plan.check_links(d), || plan.check_letters(d));
        plan
    };
    let checked = || {
        check::colours::check(&project.theme, d);
        check::run_all(&editions, &project.theme, memory, d);
        Silencing::new(&project, editions.iter().map(AsRef::as_ref), as_of, d)
    };
    let (plan, silencing) = rayon::join(planned, checked);
    let whole = selected.len() == project.editions.len();
    Some(Prepared { plan, selected, whole, silencing })
}

/// The problem of a project folder that is not there.
pub(super) fn missing_folder(folder: &Path) -> Option<Diagnostic> {
    (!folder.is_dir()).then(|| {
        Diagnostic::error(NO_FOLDER, format!("folder proyek `{}` tidak ada", folder.display()))
            .hint("tunjuk folder yang berisi `suluh.yaml` dengan `--project`")
    })
}

fn select(project: &Project, wanted: &[String], d: &Diagnostics) -> Option<Vec<EditionCode>> {
    let known = project.edition_codes();
    if wanted.is_empty() {
        return Some(known);
    }
    let found = wanted.iter().filter_map(|name| regions::find(name, &known).map_err(|problem| d.push(*problem)).ok());
    let found: BTreeSet<EditionCode> = found.collect();
    let selected: Vec<_> = known.into_iter().filter(|code| found.contains(code)).collect();
    (!selected.is_empty()).then_some(selected)
}

/// Today in western Indonesia (UTC+7), where most offices are.
pub(super) fn today() -> Date {
    const OFFSET_SECONDS: u64 = 7 * 3600;
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let days = i32::try_from((since + OFFSET_SECONDS) / 86_400).unwrap_or(i32::MAX / 2);
    Date::from_day_number(EPOCH_DAY.saturating_add(days)).unwrap_or(Date::MIN)
}

/// 1 January 1970 as a [`Date::day_number`].
const EPOCH_DAY: i32 = 719_162;

/// Reports problems, and how many warnings are silenced, and says whether they forbid to go on: errors do, warnings only with
/// `--strict`.
pub(super) fn verdict(args: &ProjectArgs, problems: &[Diagnostic], silenced: usize) -> Result<(), u8> {
    output::report(problems, args.message_format);
    if silenced > 0 && args.message_format == MessageFormat::Text {
        output::complain(&format!("{silenced} peringatan diabaikan dengan alasan"));
    }
    let forbids = |problem: &Diagnostic| match problem.severity {
        Severity::Error => true,
        Severity::Warning => args.strict,
        Severity::Note => false,
    };
    match problems.iter().find(|problem| forbids(problem)) {
        None => Ok(()),
        Some(problem) if problem.code == NO_FOLDER => Err(EXIT_IO),
        Some(_) => Err(EXIT_CONTENT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_epoch_is_where_the_calendar_has_it() {
        assert_eq!("1970-01-01".parse::<Date>().unwrap().day_number(), EPOCH_DAY);
        assert!(today() > "2026-01-01".parse().unwrap());
    }
}
