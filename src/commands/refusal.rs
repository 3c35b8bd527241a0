//! Why a command stops: what is wrong, and the exit code that says of which kind it is.

use std::process::ExitCode;

use super::output;
use super::write::WriteError;
use crate::cli::{EXIT_CONTENT, EXIT_IO, EXIT_USAGE, MessageFormat};
use crate::diagnostics::{Diagnostic, Diagnostics};

/// A command that stops.
#[derive(Debug)]
pub(super) struct Refusal {
    problems: Vec<Diagnostic>,
    code: u8,
}

impl Refusal {
    /// What was typed can't be done.
    pub(super) fn usage(problem: Diagnostic) -> Refusal {
        Refusal { problems: vec![problem], code: EXIT_USAGE }
    }

    /// A file or folder can't be read or written.
    pub(super) fn disk(problem: Diagnostic) -> Refusal {
        Refusal { problems: vec![problem], code: EXIT_IO }
    }

    /// The content has errors.
    pub(super) fn content(problems: Diagnostics) -> Refusal {
        Refusal { problems: problems.into_sorted(), code: EXIT_CONTENT }
    }
}

impl From<WriteError> for Refusal {
    fn from(error: WriteError) -> Refusal {
        Refusal::disk(error.into())
    }
}

/// Says what a command has to say, and ends it.
pub(super) fn end(said: Result<String, Refusal>) -> ExitCode {
    match said {
        Ok(said) => {
            output::say(&said);
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            output::report(&refusal.problems, MessageFormat::Text);
            ExitCode::from(refusal.code)
        }
    }
}
