//! One file a subcommand.
//!
//! [`init`] writes the project of one region, [`new`] a content file; [`build`] makes everything, [`serve`] shows it while someone writes, [`check`] only says what is
//! wrong, [`formats`] lists the print formats, [`schema`] the keys of each kind of file, [`explain`] the chain behind a file or the rule behind a code, [`recall`] what
//! rests on a regulation, [`diff`] what changed between two states of a project, [`base`] what changed under an overlay. [`prepare`] is what
//! `build`, `serve` and `check` share:
//! folder → project → editions → plan → checks; [`write`](mod@write) is how commands that write a project touch the disk.

pub mod base;
pub mod build;
pub mod check;
mod codes;
pub mod diff;
pub mod explain;
mod fill;
pub mod formats;
mod grounds;
pub mod init;
mod layers;
pub mod new;
mod output;
mod prepare;
mod progress;
pub mod recall;
mod refusal;
mod regions;
mod rules;
pub mod schema;
pub mod serve;
mod silence;
mod summary;
pub mod write;

use std::process::ExitCode;

use crate::cli::{Cli, Command};

/// Does what was typed.
pub fn run(cli: &Cli) -> ExitCode {
    match &cli.command {
        Command::Init(args) => init::run(args),
        Command::New(args) => new::run(args),
        Command::Build(args) => build::run(args),
        Command::Serve(args) => serve::run(args),
        Command::Check(args) => check::run(args),
        Command::Explain(args) => explain::run(args),
        Command::Recall(args) => recall::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Base(args) => base::run(args),
        Command::Formats(args) => formats::run(args),
        Command::Schema(args) => schema::run(args),
    }
}
