//! What is wrong, as HTML: message, place, the lines around it with the words marked, what to do. And which page it is about.

use std::fmt::Write;

use super::fed;
use super::snapshot::Snapshot;
use crate::content::sentence::upper_first;
use crate::content::{EditionCode, Id, Kind};
use crate::diagnostics::{Diagnostic, Place, Severity, Silenced};
use crate::markdown::escape::{html_message, html_text};
use crate::plan::{EditionPlan, PageKind};

/// Lines shown before and after the one that is meant.
const AROUND: usize = 1;
/// Bytes of a line that are shown before and after the mark.
const LONGEST: usize = 160;
/// Problems that are shown whole; the terminal and `suluh check` tell all.
const MOST: usize = 40;

/// `2 galat, 1 peringatan`; none when there is neither.
pub(super) fn count(problems: &[Diagnostic]) -> Option<String> {
    let of = |severity: Severity| problems.iter().filter(|problem| problem.severity == severity).count();
    let parts: Vec<String> = [Severity::Error, Severity::Warning]
        .into_iter()
        .map(|severity| (of(severity), severity.name()))
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The errors of a snapshot that a page suffers from.
pub(super) fn of_page<'s>(
    snapshot: &'s Snapshot,
    before: Option<&Snapshot>,
    edition: &EditionCode,
    page: &PageKind,
) -> Vec<&'s Diagnostic> {
    let errors = snapshot.problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.filter(|problem| problem.path().is_none_or(|path| concerns(path, snapshot, before, edition, page))).collect()
}

/// Whether a file has to do with a page.
fn concerns(path: &str, snapshot: &Snapshot, before: Option<&Snapshot>, edition: &EditionCode, page: &PageKind) -> bool {
    // Files of a base are named with its folder before the path.
    let Some(at) = path.find("content/").filter(|at| *at == 0 || path[..*at].ends_with('/')) else { return true };
    let inside = &path[at + "content/".len()..];
    let inside = match inside.strip_prefix("daerah/") {
        Some(regional) => {
            let (folder, inside) = regional.split_once('/').unwrap_or((regional, ""));
            let code = folder.split('-').next().unwrap_or(folder);
            let layer = EditionCode::parse(code);
            if layer.is_some_and(|layer| !edition.layers().contains(&layer)) {
                return false;
            }
            inside
        }
        None => inside,
    };
    let Some((folder, name)) = inside.split_once('/') else { return true };
    let kind = Kind::from_folder(folder);
    let id = name.strip_suffix(".md").and_then(Id::new);
    match (kind, id) {
        (Some(Kind::Piece), Some(id)) => {
            let plans = [Some(snapshot), before].into_iter().flatten().filter_map(|snapshot| snapshot.edition(edition.as_str()));
            plans.into_iter().any(|plan: &EditionPlan| fed::ids(plan, page).contains(&id))
        }
        (Some(kind), Some(id)) => match page {
            PageKind::Home => kind == Kind::Page && id.as_str() == crate::content::Page::HOME,
            PageKind::Page(own) => kind == Kind::Page && id == *own,
            PageKind::List(own) => kind == *own,
            PageKind::Item(own, own_id) => kind == *own && id == *own_id,
            _ => false,
        },
        _ => true,
    }
}

/// A list of problems, the worst first.
pub(super) fn list<'d>(problems: impl IntoIterator<Item = &'d Diagnostic>) -> String {
    let mut sorted: Vec<&Diagnostic> = problems.into_iter().collect();
    sorted.sort_by_key(|problem| problem.severity);
    let mut out = String::from("<ul class=\"temuan\">\n");
    sorted.iter().take(MOST).for_each(|problem| one(problem, "", &mut out));
    out.push_str("</ul>\n");
    if sorted.len() > MOST {
        let _ = writeln!(
            out,
            "<p>Masih ada {} temuan lain. Jalankan <code>suluh check</code> untuk melihat semuanya.</p>",
            sorted.len() - MOST
        );
    }
    out
}

/// The warnings that somebody answers for, with the reasons; nothing without any.
pub(super) fn silenced(silenced: &[Silenced]) -> String {
    if silenced.is_empty() {
        return String::new();
    }
    let mut out = format!("<h2>{} peringatan diabaikan dengan alasan</h2>\n<ul class=\"temuan\">\n", silenced.len());
    for Silenced { diagnostic, reason, by } in silenced.iter().take(MOST) {
        let (line, column) = by.line_column();
        let (reason, by) = (html_text(reason), html_text(by.path()));
        let answer = format!("<p class=\"saran\"><b>Alasan:</b> {reason} <code>{by}:{line}:{column}</code></p>\n");
        one(diagnostic, &answer, &mut out);
    }
    out.push_str("</ul>\n");
    out
}

/// One problem; `answer` stands below it.
fn one(problem: &Diagnostic, answer: &str, out: &mut String) {
    let (severity, code) = (problem.severity.name(), problem.code);
    let _ =
        writeln!(out, "<li class=\"{severity}\"><p class=\"pesan\"><b>{severity} {code}</b> {}</p>", marked(&problem.message));
    match &problem.place {
        Some(place) => snippet(place, problem.label.as_deref(), out),
        None => {
            if let Some(path) = problem.path() {
                let _ = writeln!(out, "<p class=\"letak\"><code>{}</code></p>", html_text(path));
            }
        }
    }
    for (place, words) in &problem.related {
        let _ = writeln!(out, "<p>{}:</p>", marked(words));
        snippet(place, None, out);
    }
    for cause in &problem.causes {
        let _ = writeln!(out, "<p>{}</p>", marked(cause));
    }
    if let Some(hint) = &problem.hint {
        let _ = writeln!(out, "<p class=\"saran\"><b>Saran:</b> {}</p>", html_message(hint));
    }
    out.push_str(answer);
    out.push_str("</li>\n");
}

/// File, line and column, and the lines around.
fn snippet(place: &Place, label: Option<&str>, out: &mut String) {
    let (line, column) = place.line_column();
    let cell = place.cell().map_or_else(String::new, |cell| format!(", sel {}", html_text(&cell)));
    let _ = writeln!(out, "<p class=\"letak\"><code>{}:{line}:{column}</code>{cell}</p>", html_text(place.path()));
    let source = place.source();
    let lines =
        (line.saturating_sub(AROUND).max(1)..=line + AROUND).filter_map(|number| Some((number, source.line_range(number)?)));
    out.push_str("<pre>");
    for (number, range) in lines {
        let text = &source.text()[range.clone()];
        let _ = write!(out, "<span class=\"nomor\">{number:>4}</span> ");
        if number == line {
            let mark = place.range();
            let start = mark.start.clamp(range.start, range.end) - range.start;
            let end = mark.end.clamp(range.start + start, range.end) - range.start;
            let (from, to) =
                (text.floor_char_boundary(start.saturating_sub(LONGEST)), text.ceil_char_boundary(end.min(start + LONGEST)));
            let tail = text.floor_char_boundary((to + LONGEST).min(text.len()));
            // A mark of no width is still seen.
            let meant = if start == end { " " } else { &text[start..to] };
            let before = if from > 0 { "…" } else { "" };
            let _ = write!(
                out,
                "{before}{}<mark>{}</mark>{}",
                html_text(&text[from..start]),
                html_text(meant),
                html_text(&text[to..tail])
            );
            if let Some(label) = label {
                let _ = write!(out, "  <i>{}</i>", html_text(label));
            }
        } else {
            out.push_str(&html_text(&text[..text.floor_char_boundary(LONGEST)]));
        }
        out.push('\n');
    }
    out.push_str("</pre>\n");
}

/// A message as a sentence, its names in backticks set as such.
fn marked(text: &str) -> String {
    upper_first(&html_message(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::SourceText;

    #[test]
    fn words_of_the_content_stay_words() {
        let text = SourceText::new("content/halaman/<b>.md", "satu\n<script>alert('x')</script> & dua\ntiga");
        let problem =
            Diagnostic::error("S000", "`<i>` & salah").at(&text.place(5..13)).label("</pre>").because("<u>").hint("tulis `<p>`");
        let shown = list([&problem]);
        assert!(!shown.contains("<script>") && !shown.contains("<i>`") && !shown.contains("<u>"), "{shown}");
        assert!(shown.contains("<mark>&lt;script&gt;</mark>alert"), "{shown}");
        assert!(shown.contains("<code>content/halaman/&lt;b&gt;.md:2:1</code>"), "{shown}");
        assert!(shown.contains("<i>&lt;/pre&gt;</i>") && shown.contains("<b>Saran:</b> tulis <code>&lt;p&gt;</code>"), "{shown}");
    }

    #[test]
    fn what_is_answered_for_is_shown_with_its_reason() {
        let text = SourceText::new("content/daerah/61.11-ku/daerah.yaml", "abaikan:\n  - kode: S720\n");
        let one = Silenced {
            diagnostic: Diagnostic::warning("S720", "panjang").in_file("a.md"),
            reason: "bunyi <b>".to_owned(),
            by: text.place(19..23),
        };
        assert_eq!(silenced(&[]), "");
        let shown = silenced(&[one]);
        assert!(shown.starts_with("<h2>1 peringatan diabaikan dengan alasan</h2>"), "{shown}");
        let reason =
            "<p class=\"saran\"><b>Alasan:</b> bunyi &lt;b&gt; <code>content/daerah/61.11-ku/daerah.yaml:2:11</code></p>\n</li>";
        assert!(shown.contains(reason), "{shown}");
    }

    #[test]
    fn any_place_can_be_shown() {
        let long = format!("{}é{}", "a".repeat(500), "b".repeat(500));
        for (text, range) in
            [("", 0..0), ("a\n", 2..2), ("é\r\nè", 0..6), (long.as_str(), 499..503), (long.as_str(), 0..1000), ("a\nb", 0..3)]
        {
            let source = SourceText::new("a.md", text);
            let shown = list([&Diagnostic::error("S000", "x").at(&source.place(range.clone()))]);
            assert!(shown.contains("<mark>") && shown.len() < 2000, "{range:?}: {shown}");
        }
    }

    #[test]
    fn the_worst_comes_first_and_the_rest_is_counted() {
        let all: Vec<Diagnostic> =
            (0..MOST + 2).map(|number| Diagnostic::warning("S000", format!("peringatan {number}"))).collect();
        let error = Diagnostic::error("S000", "galat");
        let shown = list(all.iter().chain([&error]));
        assert!(shown.find("galat S000") < shown.find("peringatan S000"));
        assert!(shown.contains("Masih ada 3 temuan lain"), "{shown}");
        assert_eq!(count(&all).unwrap(), format!("{} peringatan", MOST + 2));
        assert_eq!(count(&[Diagnostic::note("S000", "x")]), None);
    }
}
