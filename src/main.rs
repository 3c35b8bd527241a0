//! The program: what was typed goes in, an exit code comes out.

use std::process::ExitCode;

use suluh::{cli, commands};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Ok(cli) => commands::run(&cli),
        Err(answer) => answer.print(),
    }
}
