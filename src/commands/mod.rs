//! One file a subcommand.
//!
//! [`build`] makes everything, [`check`] only says what is wrong, [`formats`] lists the print
//! formats, [`schema`] the keys of each kind of file, [`base`] what changed under an overlay. [`prepare`] is what the first two share: folder → project → editions → plan → checks.

pub mod base;
pub mod build;
pub mod check;
pub mod formats;
mod output;
mod prepare;
mod progress;
pub mod schema;

mod summary;

use std::process::ExitCode;

use crate::cli::{Cli, Command};

/// Does what was typed.
pub fn run(cli: &Cli) -> ExitCode {
    match &cli.command {
        Command::Build(args) => build::run(args),
        Command::Check(args) => check::run(args),
        Command::Base(args) => base::run(args),
        Command::Formats(args) => formats::run(args),
        Command::Schema(args) => schema::run(args),
    }
}
