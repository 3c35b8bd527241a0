//! Values of front matter that may hold placeholders but no Markdown: titles, the wording of an oath.

use super::braces;
use super::mask::{self, MarkKind, Part};
use super::report::Report;
use super::{Inline, InlineKind};
use crate::diagnostics::{Diagnostics, Located, Place, SourceText};

/// The text and placeholders of a value. `\{{` is a literal `{{`; every other character is itself.
///
/// Places are exact where the value stands in its file as it is; a value that YAML folded or unescaped has its own place for all.
pub fn inline_text(value: &Located<String>, diagnostics: &Diagnostics) -> Vec<Inline> {
    let report = Report::new(diagnostics);
    let inlines = read(value, &report);
    report.finish(&value.place);
    inlines
}

fn read(value: &Located<String>, report: &Report) -> Vec<Inline> {
    let (body, exact) = match value.place.text().find(value.value.as_str()) {
        Some(start) => (value.place.sub(start..start + value.value.len()), true),
        None => (SourceText::new(value.place.path(), value.value.clone()).place(0..value.value.len()), false),
    };
    // A value that is not in its file as it is gets its problems at its place in the file.
    let aside = Diagnostics::new();
    let masked = if exact { mask::mask(&body, report) } else { mask::mask(&body, &Report::new(&aside)) };
    for mut diagnostic in aside.into_sorted() {
        diagnostic.place = Some(located(&diagnostic.place, &value.place));
        report.push(diagnostic);
    }
    let mut inlines = Vec::new();
    for part in masked.parts(&masked.text) {
        match part {
            Part::Text(range, text) => literal(text, &body.sub(range), &mut inlines),
            Part::Mark(mark) => match &mark.kind {
                MarkKind::Placeholder(name) => inlines.push(Inline::new(InlineKind::Placeholder(*name), &mark.place)),
                MarkKind::Broken => inlines.push(Inline::text(mask::visible(mark.place.text()), &mark.place)),
                MarkKind::Directive(directive) => {
                    let mut directive = directive.clone();
                    if !exact {
                        directive.place = located(&Some(directive.place), &value.place);
                    }
                    braces::not_alone(&directive, report);
                }
            },
        }
    }
    if !exact {
        inlines.iter_mut().for_each(|inline| inline.place = located(&Some(inline.place.clone()), &value.place));
    }
    inlines
}

/// Where the words of `place` stand in the file, as near as can be told.
fn located(place: &Option<Place>, value: &Place) -> Place {
    let words = place.as_ref().map(Place::text).unwrap_or_default();
    match value.text().find(words) {
        Some(start) if words.len() > 2 => value.sub(start..start + words.len()),
        _ => value.clone(),
    }
}

/// Adds text, without the backslash before an escaped `{{`.
fn literal(text: &str, place: &Place, inlines: &mut Vec<Inline>) {
    let mut from = 0;
    for (at, _) in text.match_indices("\\{{") {
        if from < at {
            inlines.push(Inline::text(mask::visible(&text[from..at]), &place.sub(from..at)));
        }
        from = at + 1;
    }
    if from < text.len() {
        inlines.push(Inline::text(mask::visible(&text[from..]), &place.sub(from..text.len())));
    }
}
