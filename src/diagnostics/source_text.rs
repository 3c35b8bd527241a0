//! One text file as it was read, with its lines.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::Place;

/// One text file as read: its path and its text, without a byte order mark.
///
/// Offsets are bytes in [`SourceText::text`]. Lines end at LF, at CRLF or at a lone CR.
pub struct SourceText {
    path: String,
    text: String,
    /// Byte offset of the start of each line; made at the first question, since most files have no problem.
    line_starts: OnceLock<Vec<usize>>,
    /// Lines are rows of a sheet, cells parted by [`CELL_BORDER`].
    is_sheet: bool,
}

/// Stands between the cells of a row in the text of a sheet; no cell holds it.
pub const CELL_BORDER: char = '│';

impl SourceText {
    /// Takes the text of the file `path` (project-relative, with `/`); a leading byte order mark is dropped.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceText> {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        Arc::new(SourceText { path: path.into(), text, line_starts: OnceLock::new(), is_sheet: false })
    }

    /// Takes the text of a spreadsheet: line N is row N of the sheet, its cells from column A on parted by [`CELL_BORDER`]. Places in
    /// it then know the [name of their cell](Place::cell).
    pub fn sheet(path: impl Into<String>, text: impl Into<String>) -> Arc<SourceText> {
        Arc::new(SourceText { path: path.into(), text: text.into(), line_starts: OnceLock::new(), is_sheet: true })
    }

    /// The cell of a sheet that a byte range lies in (`C7`); none when it holds several cells, or this is no sheet.
    pub(super) fn cell(&self, range: Range<usize>) -> Option<String> {
        if !self.is_sheet || self.text[range.clone()].contains([CELL_BORDER, '\n']) {
            return None;
        }
        let row = self.line_index(range.start);
        let before = &self.text[self.line_starts()[row]..range.start];
        Some(format!("{}{}", column_name(before.matches(CELL_BORDER).count()), row + 1))
    }

    /// The path of the file, relative to the project, with `/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Line and column of a byte offset, both from 1. The column counts characters; a tab is one, a byte order mark none.
    /// Offsets beyond the text, inside a character or inside a CRLF are moved back to where a character or line break starts.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = self.text.floor_char_boundary(offset);
        let (before, after) = self.text.split_at(offset);
        if before.ends_with('\r') && after.starts_with('\n') {
            offset -= 1;
        }
        let index = self.line_index(offset);
        let column = self.text[self.line_starts()[index]..offset].chars().count();
        (index + 1, column + 1)
    }

    /// The place of a byte range.
    pub fn place(self: &Arc<Self>, range: Range<usize>) -> Place {
        Place::new(self, range)
    }

    /// The byte range of a line (from 1), without its line break. `None` beyond the last line.
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let starts = self.line_starts();
        let start = *starts.get(line.checked_sub(1)?)?;
        let end = starts.get(line).copied().unwrap_or(self.text.len());
        let content = self.text[start..end].trim_end_matches(['\r', '\n']);
        Some(start..start + content.len())
    }

    fn line_index(&self, offset: usize) -> usize {
        // The first line starts at 0, so at least one start is never after the offset.
        self.line_starts().partition_point(|&start| start <= offset).saturating_sub(1)
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let breaks =
                bytes.iter().enumerate().filter(|&(i, &byte)| byte == b'\n' || byte == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            std::iter::once(0).chain(breaks.map(|(i, _)| i + 1)).collect()
        })
    }
}

/// `A` for the first column (0), `Z` for 25, `AA` for 26.
pub fn column_name(index: usize) -> String {
    let letter = |digit: usize| char::from(b'A' + u8::try_from(digit % 26).unwrap_or_default());
    let mut letters = vec![letter(index)];
    let mut rest = index / 26;
    while rest > 0 {
        rest -= 1;
        letters.push(letter(rest));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

impl std::fmt::Debug for SourceText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceText({}, {} bytes)", self.path, self.text.len())
    }
}
