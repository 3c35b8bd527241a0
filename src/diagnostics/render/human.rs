//! For people: the look of the Rust compiler, in Indonesian.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::excerpt::{Excerpt, excerpts, out_of_sight};
use crate::diagnostics::{Diagnostic, Severity};

/// Columns of text beyond which a long line is trimmed around its mark.
const WIDTH: usize = 120;

/// The problems one after another, with an empty line between, each with its snippet, causes (`sebab:`) and hint (`saran:`).
///
/// `colour` adds terminal escapes.
pub fn human(diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut out = String::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        // The renderer pads some lines to the width of their marks.
        for line in renderer.render(&[report(diagnostic)]).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out
}

fn report(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(diagnostic.severity.name()).primary_title(&diagnostic.message).id(diagnostic.code);
    Group::with_title(title).elements(where_it_is(diagnostic)).elements(footers(diagnostic))
}

fn where_it_is(diagnostic: &Diagnostic) -> Vec<Element<'_>> {
    let places = diagnostic.place.iter().chain(diagnostic.related.iter().map(|(place, _)| place));
    if places.clone().any(out_of_sight) {
        return places
            .map(|place| {
                let (line, column) = place.line_column();
                Origin::path(place.path()).line(line).char_column(column).into()
            })
            .collect();
    }
    let file = diagnostic.file.as_deref().filter(|_| diagnostic.place.is_none());
    let file = file.map(|path| Origin::path(normalize_untrusted_str(&path.replace(['\n', '\r'], " "))).into());
    file.into_iter().chain(excerpts(diagnostic).into_iter().map(|excerpt| snippet(excerpt).into())).collect()
}

fn snippet(excerpt: Excerpt<'_>) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let annotations = excerpt.marks.into_iter().map(|mark| {
        let kind = if mark.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        kind.span(mark.range).label(mark.label.map(|label| normalize_untrusted_str(&label)))
    });
    Snippet::source(excerpt.text).line_start(excerpt.first_line).path(excerpt.path).annotations(annotations)
}

fn footers(diagnostic: &Diagnostic) -> impl Iterator<Item = Element<'_>> {
    // The renderer takes the text of footers, labels and paths as it is; ours may repeat content.
    let causes = diagnostic.causes.iter().map(|text| (Level::NOTE.with_name("sebab"), text));
    let hint = diagnostic.hint.iter().map(|text| (Level::HELP.with_name("saran"), text));
    causes.chain(hint).map(|(level, text)| level.message(normalize_untrusted_str(text)).into())
}
