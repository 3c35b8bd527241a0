//! The lines of a file that one problem shows, cut out so that rendering costs what is shown, not what the file holds.
//!
//! Line ends are normalised here (LF, CRLF and lone CR all end a line), so that line numbers agree with
//! [`SourceText::line_column`](crate::diagnostics::SourceText::line_column).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostics::{Diagnostic, Place};

/// Places of one file that are at most this many lines apart share a snippet.
const WIDEST_GAP: usize = 500;
/// Lines this near (lines) to a marked one keep their text: the renderer shows a single line between two marks instead of an ellipsis.
const KEPT_AROUND: usize = 1;
/// Bytes of a line shown after the start of a mark; the renderer trims what is wider than the terminal.
const LINE_TAIL: usize = 1_000;
/// Bytes before a mark in its line beyond which the line is not shown at all, only its position.
const LINE_HEAD: usize = 64 * 1024;

/// Some lines of one file with the marks on them.
pub(super) struct Excerpt<'a> {
    /// The file, project-relative.
    pub path: &'a str,
    /// The lines, each ended by LF; lines that nobody marks may be empty.
    pub text: String,
    /// Number of the first line, from 1.
    pub first_line: usize,
    /// What is marked.
    pub marks: Vec<Mark<'a>>,
}

/// A marked range; never longer than its first line.
pub(super) struct Mark<'a> {
    /// Bytes in [`Excerpt::text`].
    pub range: Range<usize>,
    /// The words beside it.
    pub label: Option<Cow<'a, str>>,
    /// Whether it is the place of the problem itself, not a related one.
    pub primary: bool,
}

struct Marked<'a> {
    place: &'a Place,
    line: usize,
    label: Option<Cow<'a, str>>,
    primary: bool,
}

/// The excerpts of a problem: first the one with its own place, then those of related places elsewhere.
pub(super) fn excerpts(diagnostic: &Diagnostic) -> Vec<Excerpt<'_>> {
    let own = diagnostic.place.iter().map(|place| (place, diagnostic.label.as_deref(), true));
    let related = diagnostic.related.iter().map(|(place, words)| (place, Some(words.as_str()), false));
    let mut groups: Vec<Vec<Marked<'_>>> = Vec::new();
    for (place, label, primary) in own.chain(related) {
        let marked = Marked { place, line: place.line_column().0, label: with_cell(place, label), primary };
        match groups.iter_mut().find(|group| group[0].near(&marked)) {
            Some(group) => group.push(marked),
            None => groups.push(vec![marked]),
        }
    }
    groups.iter().map(|group| cut(group)).collect()
}

/// Whoever looks for a mistake in a spreadsheet looks for its cell, whatever else the words beside it say.
fn with_cell<'a>(place: &Place, label: Option<&'a str>) -> Option<Cow<'a, str>> {
    match (place.cell(), label) {
        (Some(cell), Some(label)) => Some(format!("sel {cell}: {label}").into()),
        (Some(cell), None) => Some(format!("sel {cell}").into()),
        (None, label) => label.map(Cow::from),
    }
}

impl Marked<'_> {
    fn near(&self, other: &Marked<'_>) -> bool {
        self.place.path() == other.place.path() && self.line.abs_diff(other.line) <= WIDEST_GAP
    }

    /// The marked bytes in the file, ended at the end of their first line.
    fn range(&self) -> Range<usize> {
        let range = self.place.range();
        let line = self.place.source().line_range(self.line).unwrap_or(range.clone());
        // A place may start inside the CRLF that ends the line.
        let start = range.start.min(line.end);
        let shown = &self.place.source().text()[start..range.end.clamp(start, line.end)];
        let shown = if range.end > line.end { shown.trim_end() } else { shown };
        start..start + shown.len()
    }
}

fn cut<'a>(group: &[Marked<'a>]) -> Excerpt<'a> {
    let source = group[0].place.source();
    let lines = || group.iter().map(|marked| marked.line);
    let first_line = lines().min().unwrap_or(1);
    let last_line = lines().max().unwrap_or(1);
    let mut text = String::new();
    // Where a marked line starts: in the file and in the excerpt.
    let mut starts = BTreeMap::new();
    for number in first_line..=last_line {
        let range = source.line_range(number).unwrap_or(0..0);
        if number > first_line {
            text.push('\n');
        }
        if lines().any(|line| line == number) {
            starts.insert(number, (range.start, text.len()));
        }
        if lines().any(|line| line.abs_diff(number) <= KEPT_AROUND) {
            let last_mark = group.iter().filter(|m| m.line == number).map(|m| m.range().start).max();
            let end = source.text().floor_char_boundary(last_mark.unwrap_or(range.start) + LINE_TAIL);
            text.push_str(&source.text()[range.start..range.end.min(end)]);
        }
    }
    // Without a final break the renderer has no last line when that is empty.
    text.push('\n');
    let marks = group.iter().filter_map(|marked| {
        let (in_file, in_excerpt) = *starts.get(&marked.line)?;
        let range = marked.range();
        let limit = |offset: usize| text.floor_char_boundary((offset - in_file + in_excerpt).min(text.len()));
        let start = limit(range.start);
        Some(Mark { range: start..limit(range.end).max(start), label: marked.label.clone(), primary: marked.primary })
    });
    Excerpt { path: group[0].place.path(), marks: marks.collect(), first_line, text }
}

/// Whether a place stands so far to the right in its line that the line is not shown.
pub(super) fn out_of_sight(place: &Place) -> bool {
    let (line, _) = place.line_column();
    let start = place.source().line_range(line).map_or(0, |range| range.start);
    place.range().start - start > LINE_HEAD
}
