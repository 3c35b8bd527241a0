//! What stands between `{{` and `}}`: a placeholder, a directive, or something to be told about.

use super::directive::{self, Directive, DirectiveName};
use super::mask::MarkKind;
use super::report::Report;
use super::{Placeholder, codes};
use crate::diagnostics::{Diagnostic, Place, quoted, suggest};

/// What stands between the braces of `place`.
pub(super) fn classify(place: &Place, report: &Report) -> MarkKind {
    let text = place.text();
    let inside = place.sub(2..text.len() - 2);
    let name_end = inside.text().find([':', ',']).unwrap_or(inside.text().len());
    let name = directive::trimmed(&inside, 0..name_end);
    if let Some(found) = DirectiveName::from_name(&name) {
        return directive::read(found, &inside, place, report).map_or(MarkKind::Broken, MarkKind::Directive);
    }
    if let Some(placeholder) = Placeholder::from_name(&name)
        && name_end == inside.text().len()
    {
        return MarkKind::Placeholder(placeholder);
    }
    unknown(&name, &name.place, name_end < inside.text().len(), report);
    MarkKind::Broken
}

fn unknown(name: &str, place: &Place, directive: bool, report: &Report) {
    let placeholders = Placeholder::ALL.iter().map(|placeholder| placeholder.name());
    let directives = DirectiveName::ALL.iter().map(|directive| directive.name());
    let (code, message) = if name.is_empty() {
        (codes::UNKNOWN_PLACEHOLDER, "isian `{{ }}` tidak menyebut namanya".to_owned())
    } else if directive {
        (codes::UNKNOWN_DIRECTIVE, format!("arahan {} tidak dikenal", quoted(name)))
    } else {
        (codes::UNKNOWN_PLACEHOLDER, format!("isian {} tidak dikenal", quoted(name)))
    };
    let all = placeholders.chain(directives.clone());
    let near = if report.is_full() { None } else { suggest(name, all.clone()) };
    let hint = match near {
        Some(near) => format!("maksud Anda `{near}`?"),
        None if directive => format!("yang dikenal: {}", directives.collect::<Vec<_>>().join(", ")),
        None => format!("yang dikenal: {}", all.collect::<Vec<_>>().join(", ")),
    };
    report.push(Diagnostic::error(code, message).at(place).hint(hint));
}

/// Reports a directive that is not a paragraph of its own.
pub(super) fn not_alone(directive: &Directive, report: &Report) {
    let message = format!("arahan `{}` harus berdiri sendiri sebagai satu paragraf", directive.name.name());
    let hint = "beri baris kosong di atas dan di bawahnya, tanpa tulisan lain pada baris itu";
    report.push(Diagnostic::error(codes::DIRECTIVE_NOT_ALONE, message).at(&directive.place).hint(hint));
}
