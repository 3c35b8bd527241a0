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

/// Names behind each other, in lines of at most `width` characters, for a phone and a terminal to show whole; a longer name has its own.
pub(super) fn name_lines(names: &[&str], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (number, name) in names.iter().enumerate() {
        let part = if number + 1 < names.len() { format!("{name}, ") } else { (*name).to_owned() };
        match lines.last_mut() {
            Some(line) if line.chars().count() + part.chars().count() <= width || line.is_empty() => line.push_str(&part),
            _ => lines.push(part),
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
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

/// A foreign text as a terminal may show it: on one line, at most so many characters, and without signs that would steer the terminal or turn
/// the direction of the line.
pub(super) fn on_one_line(text: &str, longest: usize) -> String {
    let turns = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = words.chars().filter(|letter| !letter.is_control() && !turns(*letter)).take(longest + 1).collect();
    if shown.chars().count() <= longest {
        return shown;
    }
    let start: String = shown.chars().take(longest.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{name_lines, on_one_line};

    #[test]
    fn names_fill_lines() {
        let names: Vec<String> = (0..40).map(|number| format!("Desa {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let lines = name_lines(&names, 60);
        assert!(lines.len() > 3 && lines.iter().all(|line| line.chars().count() <= 60), "{lines:?}");
        assert_eq!(lines.join(" "), names.join(", "));
        assert_eq!(name_lines(&["Panjang sekali", "B"], 4), ["Panjang sekali,", "B"]);
    }

    #[test]
    fn a_foreign_text_steers_nothing() {
        assert_eq!(on_one_line("a\n\u{1b}[2Jb\u{202e}c \t d", 120), "a [2Jbc d");
        assert_eq!(on_one_line(&"x".repeat(10_000), 120).chars().count(), 120);
        assert_eq!(on_one_line("pas", 3), "pas");
    }
}
