//! What Tera says about a template, as diagnostics with the template's own lines.
//!
//! Names that a template uses and the theme does not have are only told as text in Tera 2.4, one
//! report after the other. So every error is read back from its text; the messages pinned in the
//! tests notice when a new Tera words them otherwise. What can't be read back is still shown whole.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, Place, SourceText, did_you_mean, suggest};

type Sources = BTreeMap<String, Arc<SourceText>>;

/// One problem as Tera reports it.
struct Report<'a> {
    message: &'a str,
    place: Option<Place>,
    /// Where the failing part was called from.
    callers: Vec<Place>,
}

/// All problems that an error tells of; never empty.
pub(super) fn explain(error: &tera::Error, code: &'static str, sources: &Sources) -> Vec<Diagnostic> {
    if let Some(diagnostic) = between_templates(error.kind(), code, sources) {
        return vec![diagnostic];
    }
    let text = error.to_string();
    let cause = error.source().map(ToString::to_string);
    let mut found = Vec::new();
    for report in reports(&text, sources) {
        let mut diagnostic = translate(&report, code, sources);
        if let Some(place) = &report.place {
            diagnostic = diagnostic.at(place);
        }
        for caller in &report.callers {
            diagnostic = diagnostic.related(caller, "dipanggil dari sini");
        }
        if let Some(cause) = &cause {
            diagnostic = diagnostic.because(cause.clone());
        }
        found.push(diagnostic);
    }
    found
}

/// Faults in how templates refer to each other.
fn between_templates(kind: &tera::ErrorKind, code: &'static str, sources: &Sources) -> Option<Diagnostic> {
    let circle = |message: String, chain: &[String], first: &str| {
        let diagnostic = Diagnostic::error(code, message).because(format!("urutannya: {}", chain.join(" → ")));
        point(diagnostic, first, chain.get(1).map_or(first, String::as_str), sources)
    };
    Some(match kind {
        tera::ErrorKind::MissingParent { current, parent } => {
            let hint = match parent.strip_prefix("induk/") {
                // A file of this name is there: the one that asks.
                Some(name) => did_you_mean(name, sources.keys().map(String::as_str).filter(|known| known != current), || {
                    format!(
                        "tema induk tidak mempunyai `web/{name}`; hapus baris ini, atau beri berkas ini nama templat induknya"
                    )
                }),
                None => format!("buat `web/{parent}` di folder tema, atau betulkan namanya"),
            };
            let diagnostic = Diagnostic::error(code, format!("templat induk `{parent}` tidak ada")).hint(hint);
            point(diagnostic, current, parent, sources)
        }
        tera::ErrorKind::CircularExtend { tpl, inheritance_chain } => {
            circle(format!("templat `{tpl}` menurunkan dirinya sendiri"), inheritance_chain, tpl)
        }
        tera::ErrorKind::CircularInclude { tpl, include_chain } => {
            circle(format!("templat `{tpl}` memuat dirinya sendiri"), include_chain, tpl)
        }
        _ => return None,
    })
}

/// Points at the name of another template where `template` refers to it.
fn point(diagnostic: Diagnostic, template: &str, other: &str, sources: &Sources) -> Diagnostic {
    let Some(source) = sources.get(template) else { return diagnostic };
    match source.text().find(&format!("\"{other}\"")) {
        Some(start) => diagnostic.at(&source.place(start..start + other.len() + 2)),
        None => diagnostic.in_file(source.path()),
    }
}

/// Cuts Tera's text into its reports: `error: …` with its place, then `note: …` for each caller.
fn reports<'a>(text: &'a str, sources: &Sources) -> Vec<Report<'a>> {
    let mut reports: Vec<Report<'a>> = Vec::new();
    for block in text.split("\n\n") {
        if let Some(rest) = block.strip_prefix("error: ") {
            let (message, excerpt) = rest.split_once('\n').unwrap_or((rest, ""));
            reports.push(Report { message, place: place(excerpt, sources), callers: Vec::new() });
        } else if let (Some(rest), Some(last)) = (block.strip_prefix("note: "), reports.last_mut()) {
            last.callers.extend(place(rest, sources));
        } else if reports.is_empty() {
            reports.push(Report { message: block, place: None, callers: Vec::new() });
        }
    }
    reports
}

/// The place named in an excerpt: `… name:line:column` on its first line, carets on its last.
fn place(excerpt: &str, sources: &Sources) -> Option<Place> {
    let locus = excerpt.lines().next()?.rsplit(' ').next()?;
    let mut parts = locus.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let line: usize = parts.next()?.parse().ok()?;
    let source = sources.get(parts.next()?)?;
    let width = excerpt.lines().last()?.chars().filter(|c| *c == '^').count().max(1);
    let range = source.line_range(line)?;
    let text = source.text().get(range.clone())?;
    let at = |column: usize| {
        let offset = text.char_indices().nth(column).map_or(text.len(), |(offset, _)| offset);
        range.start + offset
    };
    let start = column.saturating_sub(1);
    Some(source.place(at(start)..at(start + width)))
}

/// What Tera begins a message with when a name does not exist, and what such a name is called.
const UNKNOWN: [(&str, &str); 7] = [
    ("Unknown filter ", "filter"),
    ("Unknown test ", "uji"),
    ("Unknown function ", "fungsi"),
    ("Unknown component ", "komponen"),
    ("Unknown template ", "templat"),
    ("Variable ", "variabel"),
    ("Field ", "nilai"),
];

fn translate(report: &Report<'_>, code: &'static str, sources: &Sources) -> Diagnostic {
    let message = report.message;
    for (start, what) in UNKNOWN {
        let Some(name) = message.strip_prefix(start).and_then(quoted) else { continue };
        let diagnostic = Diagnostic::error(code, format!("templat memakai {what} `{name}` yang tidak ada"));
        return match hint(message, name, what) {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        };
    }
    if let Some(name) = message.strip_prefix("Block ").and_then(quoted) {
        let others = sources.values().filter(|source| report.place.as_ref().is_none_or(|place| place.path() != source.path()));
        let hint = did_you_mean(name, others.flat_map(|source| blocks(source.text())), || {
            "pakai nama blok yang ada di templat induknya, atau buat blok itu di sana".to_owned()
        });
        return Diagnostic::error(code, format!("blok `{name}` tidak ada di templat induk")).hint(hint);
    }
    let lead =
        if code == super::RENDERING { "halaman tidak dapat disusun dari templatnya" } else { "templat tidak dapat dibaca" };
    let words = message.strip_prefix("error: ").unwrap_or(message);
    Diagnostic::error(code, lead).because(format!("kata mesin templat: {words}"))
}

/// The names of the blocks of a template.
fn blocks(text: &str) -> impl Iterator<Item = &str> {
    let opened = text.split("{%").skip(1).filter_map(|tag| tag.trim_start_matches('-').trim_start().strip_prefix("block "));
    opened.filter_map(|rest| rest.split_whitespace().next())
}

/// The name between the first two backticks.
fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('`')?.split('`').next()
}

/// Names that do exist: Tera lists variables and fields; filters and tests are known here.
fn hint(message: &str, name: &str, what: &str) -> Option<String> {
    let listed = message.split_once("Available variables: ").or_else(|| message.split_once("Available fields: "));
    let known: Vec<&str> = match (listed, what) {
        (Some((_, list)), _) => list.split(", ").collect(),
        (None, "filter") => FILTERS.to_vec(),
        _ => return None,
    };
    match suggest(name, known.iter().copied()) {
        Some(near) => Some(format!("maksud Anda `{near}`?")),
        None => Some(format!("yang ada: {}", known.join(", "))),
    }
}

/// The filters a template may use: ours first, then the useful ones of Tera.
const FILTERS: [&str; 18] = [
    "tanggal", "ribuan", "default", "escape", "first", "join", "last", "length", "lower", "nth", "replace", "reverse", "safe",
    "sort", "split", "trim", "truncate", "upper",
];
