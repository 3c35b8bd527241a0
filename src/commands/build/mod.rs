//! `suluh build`: everything of the plan into `output/`, whole or not at all.
//!
//! 1. [`prepare`] reads, plans and checks; an error ends the build here.
//! 2. The selected editions are made one by one ([`edition`]), each on all threads: its print pieces first
//!    ([`pieces`]), because the download pages tell what was printed, then the documents of its pages ([`readings`]), then its pages.
//! 3. Any error leaves `output/` as it was; else one exchange publishes it all, and a table
//!    ([`report`]) says so. Everything that was found stands in a report beside `output/` ([`findings`]), however it ended.

mod bundle;
mod cards;
mod contact;
mod edition;
mod findings;
mod houses;
mod offered;
mod office;
mod orders;
mod pieces;
mod press;
mod readings;
mod report;
mod reprint;

use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use self::findings::{Findings, Outcome};
use self::houses::Houses;
use self::orders::Placed;
use self::reprint::Reprints;
use super::output;
use super::prepare::{self, Prepared};
use super::progress::Progress;
use super::rules::Stage;
use crate::cli::{BuildArgs, EXIT_CONTENT, EXIT_IO, MessageFormat, Only};
use crate::diagnostics::Diagnostics;
use crate::plan::EditionPlan;
use crate::publish::{Part, Publication, PublishError, Scope};
use crate::web::WebHouse;

/// What the editions of a run share.
struct Workshop<'a> {
    prepared: &'a Prepared,
    houses: Houses,
    web: WebHouse,
    /// Documents that several editions lead to.
    shared: readings::Shared,
    parts: Vec<Part>,
    /// Each website goes into a zip too.
    zips: bool,
    progress: Progress,
    problems: Diagnostics,
    findings: &'a Findings,
    /// The orders that were made, edition by edition.
    placed: Mutex<Vec<Placed>>,
    /// What is no longer as it was published.
    reprints: Mutex<Reprints>,
}

impl Workshop<'_> {
    fn makes(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// The plans of the editions asked for.
    fn plans(&self) -> impl Iterator<Item = &EditionPlan> {
        self.prepared.plans()
    }
}

/// Runs the command.
pub fn run(args: &BuildArgs) -> ExitCode {
    match build(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(code) => ExitCode::from(code),
    }
}

/// An error here has been said already; it is the exit code.
fn build(args: &BuildArgs) -> Result<(), u8> {
    let started = Instant::now();
    if let Some(threads) = args.threads {
        // Refused only when there is a pool already, and then it is as good.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global();
    }
    let d = Diagnostics::new();
    let prepared = prepare::prepare(&args.project, &d);
    let mut houses = prepared.as_ref().map(|prepared| {
        let (theme, plans) = (&prepared.plan.theme, prepared.plans());
        (Houses::new(theme, plans, &d), WebHouse::new(theme, &d))
    });
    let profile = args.icc.as_deref().and_then(|path| press::profile(path, &d));
    // One press named for the whole run goes before those of the shops.
    if let (Some((Some(houses), _)), Some(prepared), None) = (&mut houses, &prepared, &args.icc) {
        prepared.plans().for_each(|plan| houses.add_presses(&prepared.plan.theme, plan, &d));
    }
    let folder = args.output.clone().unwrap_or_else(|| args.project.project.join("output"));
    let findings =
        Findings::on(prepared.as_ref().and_then(|prepared| prepared.plan.editions.first()).map(|plan| plan.edition.as_of));
    // What is only found when everything is made is asked for at the end.
    let (d, silenced) = prepare::sift(prepared.as_ref(), d);
    findings.content(&d);
    let count = silenced.len();
    findings.silence(silenced);
    judge(args, d, count).inspect_err(|_| tell_findings(args, &findings, &folder, Outcome::Unchecked))?;
    // Whatever is missing here was an error, and an error has ended the build above.
    let (Some(prepared), Some((Some(mut houses), Some(web)))) = (&prepared, houses) else { return Err(EXIT_CONTENT) };
    let day = prepared.plan.editions.first().map(|plan| plan.edition.as_of);
    if let (Some(profile), Some(day)) = (profile, day) {
        houses = houses.for_press(&Arc::new(profile), day);
    }
    let parts = match args.only {
        None => Part::ALL.to_vec(),
        Some(Only::Web) => vec![Part::Web],
        Some(Only::Print) => vec![Part::Print],
    };
    let mut workshop = Workshop {
        prepared,
        houses,
        web,
        shared: readings::Shared::default(),
        parts,
        zips: args.zip,
        progress: Progress::new(0),
        problems: Diagnostics::new(),
        findings: &findings,
        placed: Mutex::default(),
        reprints: Mutex::default(),
    };
    let steps = workshop.plans().map(|plan| edition::steps(&workshop, plan)).sum();
    workshop.progress = Progress::new(steps);
    publish(args, workshop, &folder, started)
}

fn publish(args: &BuildArgs, mut workshop: Workshop<'_>, folder: &Path, started: Instant) -> Result<(), u8> {
    let refuse = |error: PublishError| {
        output::report(&[(&error).into()], args.project.message_format);
        EXIT_IO
    };
    let publication = Publication::begin(folder).map_err(refuse)?;
    let silenced_before = workshop.findings.count_silenced();
    workshop.reprints = Mutex::new(Reprints::read(folder));
    // One edition after the other, each on all threads: what is in memory is one edition, whatever their number.
    let made = workshop.plans().try_for_each(|plan| edition::make(&workshop, &publication, plan));
    workshop.progress.finish();
    let Workshop { problems, prepared, placed, reprints, findings, .. } = workshop;
    let placed = placed.into_inner().unwrap_or_else(PoisonError::into_inner);
    let reprints = reprints.into_inner().unwrap_or_else(PoisonError::into_inner);
    made.map_err(refuse)?;
    let (problems, silenced) = prepared.silencing.sift(&problems);
    findings.silence(silenced);
    let everything = prepared.whole && args.only.is_none() && args.icc.is_none();
    if everything && !problems.has_errors() {
        let unused = prepared.silencing.unused(Stage::Making);
        findings.content(&unused);
        problems.absorb(unused);
    }
    let count = findings.count_silenced() - silenced_before;
    // Nothing shows before the commit: a publication that is dropped leaves everything as it was.
    judge(args, problems, count).inspect_err(|_| tell_findings(args, findings, folder, Outcome::Refused))?;
    let scope = if prepared.whole { Scope::Whole } else { Scope::Selected };
    let summary = publication.commit(scope).map_err(refuse)?;
    output::report(&summary.diagnostics, args.project.message_format);
    report::tell(args, prepared, &summary, &placed, folder, started.elapsed());
    tell_reprints(args, &reprints, folder);
    tell_findings(args, findings, folder, Outcome::Published);
    Ok(())
}

/// Says what has to be printed anew, and writes the list of it. A run that prints nothing knows nothing of it.
fn tell_reprints(args: &BuildArgs, reprints: &Reprints, folder: &Path) {
    if args.only == Some(Only::Web) {
        return;
    }
    match reprints.write(folder) {
        Ok(list) if args.project.message_format == MessageFormat::Text => {
            reprints.lines(&list).iter().for_each(|line| output::say(line));
        }
        Ok(_) => {}
        Err(error) => output::complain(&format!("Daftar cetak ulang tidak dapat ditulis: {error}")),
    }
}

/// Writes the report of a run that prints, and says where it is. A report that can't be written is no reason to fail.
fn tell_findings(args: &BuildArgs, findings: &Findings, folder: &Path, outcome: Outcome) {
    // Without a project there is no place beside its output.
    if args.only == Some(Only::Web) || !args.project.project.is_dir() {
        return;
    }
    let text = args.project.message_format == MessageFormat::Text;
    match findings.write(folder, outcome) {
        Ok(page) if text && outcome == Outcome::Published => output::say(&format!("Laporan: {}", page.display())),
        Ok(page) if text => {
            findings.holding_back().iter().for_each(|line| output::complain(line));
            output::complain(&format!("Laporan: {}", page.display()));
        }
        Ok(_) => {}
        Err(error) => output::complain(&format!("Laporan tidak dapat ditulis: {error}")),
    }
}

/// Reports problems, and how many warnings are silenced; those that end the build are followed by what became of the old publication.
fn judge(args: &BuildArgs, problems: Diagnostics, silenced: usize) -> Result<(), u8> {
    prepare::verdict(&args.project, &problems.into_sorted(), silenced).inspect_err(|_| {
        if args.project.message_format == MessageFormat::Text {
            output::complain("Tidak ada yang diterbitkan; terbitan lama tetap seperti semula.");
        }
    })
}
