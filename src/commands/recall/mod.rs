//! `suluh recall`: every page and sheet that rests on a regulation, in the project and in what has been published, whatever its age.
//!
//! 1. [`wanted`] reads which regulation or article is meant.
//! 2. [`sources`] looks it up: in the content of the project, and in the manifests of publications ([`grounds`](super::grounds)).
//! 3. [`found`] puts together what is the same page or piece, region by region; [`said`] and [`json`] tell it.

mod found;
mod json;
mod said;
mod sources;
mod wanted;

use std::process::ExitCode;

use self::found::Found;
use self::sources::Sources;
use super::refusal::Refusal;
use super::{output, prepare, refusal, regions};
use crate::cli::{EXIT_IO, MessageFormat, RecallArgs};
use crate::content::{EditionCode, Gazetteer};
use crate::diagnostics::{Diagnostics, Severity};
use crate::source::embedded;

/// Runs the command.
pub fn run(args: &RecallArgs) -> ExitCode {
    let d = Diagnostics::new();
    match recall(args, &d) {
        Ok(said) => {
            let problems = d.into_sorted();
            // Whoever reads JSON finds the problems in it.
            if !args.json {
                output::report(&problems, MessageFormat::Text);
            }
            output::say(&said);
            let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
            if failed { ExitCode::from(EXIT_IO) } else { ExitCode::SUCCESS }
        }
        Err(refusal) => {
            output::report(&d.into_sorted(), MessageFormat::Text);
            refusal::end(Err(refusal))
        }
    }
}

fn recall(args: &RecallArgs, d: &Diagnostics) -> Result<String, Refusal> {
    let as_of = args.as_of.unwrap_or_else(prepare::today);
    let sources = Sources::open(args, as_of, d)?;
    let wanted = wanted::read(&args.law, &sources).map_err(|problem| Refusal::usage(*problem))?;
    let only = only(&args.regions, &sources)?;
    let found = Found::look(&sources, &wanted, &only);
    sources.tell_old(&only, d);
    let text = if args.json { json::text(&sources, &wanted, &found, &d.all()) } else { said::text(&sources, &wanted, &found) };
    Ok(text)
}

/// The regions asked for, by code or by name; empty for all.
fn only(wanted: &[String], sources: &Sources) -> Result<Vec<EditionCode>, Refusal> {
    let known = sources.editions();
    let one = |name: &String| regions::find(name, &known).map_err(|problem| Refusal::usage(*problem));
    wanted.iter().map(one).collect()
}

/// What an edition is called: as the project has it, else as every office writes it.
fn name_of(code: &EditionCode, sources: &Sources) -> String {
    match code {
        EditionCode::National => "Nasional".to_owned(),
        EditionCode::Region(region) => sources
            .project_name(code)
            .or_else(|| Some(Gazetteer::new(embedded::regions()).region(region)?.name))
            .map_or_else(|| code.to_string(), |name| format!("{name} ({code})")),
    }
}
