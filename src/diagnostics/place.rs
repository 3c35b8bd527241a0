//! A byte range in a text that was read.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::SourceText;

/// A byte range in a [`SourceText`]; always inside the text and on character boundaries.
#[derive(Clone)]
pub struct Place {
    source: Arc<SourceText>,
    // Half a word each: a project has hundreds of places a page, and no text that is read is near 4 GiB.
    start: u32,
    end: u32,
}

impl Place {
    /// Clamps the range to the text; a range that cuts a character grows to take it whole.
    pub(super) fn new(source: &Arc<SourceText>, range: Range<usize>) -> Place {
        let text = source.text();
        let start = text.floor_char_boundary(range.start);
        let end = text.ceil_char_boundary(range.end).max(start);
        let half = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Place { source: Arc::clone(source), start: half(start), end: half(end) }
    }

    /// The text it is in.
    pub fn source(&self) -> &Arc<SourceText> {
        &self.source
    }

    /// The byte range in [`SourceText::text`].
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The file, relative to the project, with `/`.
    pub fn path(&self) -> &str {
        self.source.path()
    }

    /// Line and column of the start, from 1; see [`SourceText::line_column`].
    pub fn line_column(&self) -> (usize, usize) {
        self.source.line_column(self.range().start)
    }

    /// The cell of a spreadsheet that this lies in, as its program names it: `C7`.
    pub fn cell(&self) -> Option<String> {
        self.source.cell(self.range())
    }

    /// The text of the range.
    pub fn text(&self) -> &str {
        self.source.text().get(self.range()).unwrap_or_default()
    }

    /// A part of this place, by bytes counted from its start; never leaves it.
    #[must_use]
    pub fn sub(&self, within: Range<usize>) -> Place {
        let Range { start, end } = self.range();
        let limit = |offset: usize| start.saturating_add(offset).min(end);
        Place::new(&self.source, limit(within.start)..limit(within.end))
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (line, column) = self.line_column();
        write!(f, "{}:{line}:{column}", self.path())
    }
}

/// Places are the same when file name and range are; the file is read once, so the text is then the same too.
impl PartialEq for Place {
    fn eq(&self, other: &Place) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Place) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Place) -> Ordering {
        (self.path(), self.start, self.end).cmp(&(other.path(), other.start, other.end))
    }
}
