//! Writing to the terminal: problems to the error stream, results to the other.

use std::io::{IsTerminal as _, Write as _};

use crate::cli::MessageFormat;
use crate::diagnostics::{Diagnostic, Severity, render};

/// Writes what a command has to say. A closed pipe is no reason to fail.
pub(super) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

/// Writes an error that has no place in the content.
pub(super) fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
}

/// Writes problems the way the user asked for, and a line that counts them.
pub(super) fn report(problems: &[Diagnostic], format: MessageFormat) {
    match format {
        MessageFormat::Json => say(&render::json(problems)),
        MessageFormat::Text if problems.is_empty() => {}
        MessageFormat::Text => {
            let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            let notes = problems.iter().filter(|problem| problem.severity == Severity::Note);
            notes.for_each(|note| complain(&one_line(note)));
            // What must be mended comes last, where the eye is when the program ends.
            for severity in [Severity::Warning, Severity::Error] {
                let those: Vec<Diagnostic> = problems.iter().filter(|problem| problem.severity == severity).cloned().collect();
                if !those.is_empty() {
                    complain(&render::human(&those, colour));
                    complain("");
                }
            }
            complain(&count(problems));
        }
    }
}

/// A note asks for nothing, so a line is enough.
fn one_line(note: &Diagnostic) -> String {
    let place = note.place.as_ref().map_or_else(String::new, |place| {
        let (line, column) = place.line_column();
        let cell = place.cell().map_or_else(String::new, |cell| format!(", sel {cell}"));
        format!(" ({}:{line}:{column}{cell})", place.path())
    });
    format!("{}[{}]: {}{place}", note.severity.name(), note.code, note.message)
}

fn count(problems: &[Diagnostic]) -> String {
    let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let parts: Vec<String> =
        [(of(Severity::Error), "galat"), (of(Severity::Warning), "peringatan"), (of(Severity::Note), "catatan")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
    parts.join(", ")
}
