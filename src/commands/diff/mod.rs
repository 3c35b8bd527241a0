//! `suluh diff`: what changed between two states of a project, as a reader meets it, region by region.
//!
//! 1. [`side`] reads each state, a folder or a zip, into its editions.
//! 2. [`entries`] writes out what an edition says, so that two of them can be laid side by side; [`changes`] does that, and
//!    [`sentences`] says which sentences are others. [`villages`] and [`sheets`] do the same for what is not words of the content.
//! 3. What changed in the national content is said once: a region says only what it changes besides ([`story`]). [`said`] and [`json`] tell it.

mod changes;
mod entries;
mod entries_of_data;
mod json;
mod said;
mod sentences;
mod sheets;
mod side;
mod story;
#[cfg(test)]
mod tests;
mod villages;

use std::io::IsTerminal as _;
use std::process::ExitCode;

use self::side::Side;
use self::story::Story;
use super::refusal::{self, Refusal};
use super::{prepare, regions};
use crate::cli::DiffArgs;
use crate::content::EditionCode;

/// Runs the command.
pub fn run(args: &DiffArgs) -> ExitCode {
    refusal::end(diff(args))
}

fn diff(args: &DiffArgs) -> Result<String, Refusal> {
    let as_of = args.as_of.unwrap_or_else(prepare::today);
    let old = Side::open(&args.old, as_of)?;
    let new = Side::open(&args.new, as_of)?;
    let only = only(&args.regions, &old, &new)?;
    let story = Story::of(&old, &new, &only);
    if args.json {
        return Ok(json::text(&old, &new, &story));
    }
    let emphasis = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    Ok(said::text(&old, &new, &story, emphasis))
}

/// The regions asked for, by code or by name; empty for all.
fn only(wanted: &[String], old: &Side, new: &Side) -> Result<Vec<EditionCode>, Refusal> {
    let mut known: Vec<EditionCode> = old.codes.iter().chain(&new.codes).cloned().collect();
    known.sort();
    known.dedup();
    wanted.iter().map(|name| regions::find(name, &known).map_err(|problem| Refusal::usage(*problem))).collect()
}
