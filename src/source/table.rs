//! Tables, and CSV with comma or semicolon as rows, every cell with its place.
//!
//! Read by our own small scanner instead of the `csv` crate, which repairs wrong quotes in silence and does not say where a cell stands.

#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::Arc;

use super::Date;
use super::codes::CSV_FORM;
use super::grid::{Grid, too_many};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText};

/// Rows of a table: all villages of the country are 83,763.
pub const MAX_ROWS: usize = 200_000;
/// Columns of a table.
pub const MAX_COLUMNS: usize = 200;
/// Mistakes in one table that are told one by one; after that many it is given up.
pub const MAX_WRONG: usize = 100;

/// A table: its header, and the rows that have as many cells as it.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns: never empty, never twice the same.
    pub header: Vec<Located<String>>,
    /// The rows below, without those that are empty.
    pub rows: Vec<Row>,
    /// The day that the number 0 stands for, in a spreadsheet: a number where a date is expected is counted from it.
    pub day_zero: Option<Date>,
}

/// A row: one cell for each column.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// The cells, without the spaces around them and without quotes.
    pub cells: Vec<Located<String>>,
    /// The whole row, without its line break.
    pub place: Place,
}

/// Reads the rows of a table: cells are parted by commas, or by semicolons if the first line has more of them (as Excel writes in
/// Indonesian); a cell in double quotes may hold both, line breaks and doubled quotes.
///
/// `None`, with the reason in `d`, when a quote is not closed, or rows or mistakes are too many. Wrong quotes inside a cell are errors, and
/// reading goes on.
pub fn csv(source: &Arc<SourceText>, d: &Diagnostics) -> Option<Grid> {
    let mut scanner = Scanner { source, text: source.text(), at: 0, separator: separator(source.text()), wrong: 0 };
    let mut rows = Vec::new();
    while let Some(row) = scanner.row(d)? {
        if row.is_empty() {
            continue;
        }
        // One more than the rows of a table is its header.
        if rows.len() > MAX_ROWS {
            d.push(too_many(&row.place, format!("tabel lebih dari {MAX_ROWS} baris")));
            return None;
        }
        if scanner.wrong >= MAX_WRONG {
            d.push(too_many(&row.place, format!("sudah {MAX_WRONG} kesalahan, sisa tabel tidak diperiksa")));
            return None;
        }
        rows.push(row);
    }
    Some(Grid { source: Arc::clone(source), rows, wrong: scanner.wrong, day_zero: None })
}

/// The separator that stands more often in the first line, outside quotes.
fn separator(text: &str) -> u8 {
    let mut in_quotes = false;
    let (mut commas, mut semicolons) = (0, 0);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => in_quotes = !in_quotes,
            b',' if !in_quotes => commas += 1,
            b';' if !in_quotes => semicolons += 1,
            b'\n' | b'\r' if !in_quotes => break,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

/// Cuts rows and cells from the text; every byte it looks for is ASCII, so every cut is between characters.
struct Scanner<'a> {
    source: &'a Arc<SourceText>,
    text: &'a str,
    at: usize,
    separator: u8,
    /// Mistakes told so far.
    wrong: usize,
}

impl Scanner<'_> {
    /// The next row. `None` when a quote is not closed (told in `d`), `Some(None)` at the end.
    #[expect(clippy::option_option, reason = "the outer one carries `?` to the caller")]
    fn row(&mut self, d: &Diagnostics) -> Option<Option<Row>> {
        if self.at >= self.text.len() {
            return Some(None);
        }
        let start = self.at;
        let mut cells = Vec::new();
        loop {
            let cell = self.cell(d)?;
            // One more than a table may have is enough to know that there are too many.
            if cells.len() <= MAX_COLUMNS {
                cells.push(cell);
            }
            let end = self.at;
            match self.byte(self.at) {
                Some(byte) if byte == self.separator => self.at += 1,
                Some(b'\r') if self.byte(self.at + 1) == Some(b'\n') => self.at += 2,
                Some(_) => self.at += 1,
                None => {}
            }
            if self.byte(end) != Some(self.separator) {
                return Some(Some(Row { cells, place: self.source.place(start..end) }));
            }
        }
    }

    fn cell(&mut self, d: &Diagnostics) -> Option<Located<String>> {
        let first = self.text[self.at..].bytes().take_while(|&byte| byte == b' ' || byte == b'\t').count();
        if self.byte(self.at + first) == Some(b'"') {
            self.at += first;
            return self.quoted_cell(d);
        }
        let range = self.skip_to_cell_end();
        if let Some(quote) = self.text[range.clone()].find('"') {
            let place = self.source.place(range.start + quote..range.start + quote + 1);
            let problem = Diagnostic::error(CSV_FORM, "tanda kutip di tengah sel yang tidak diapit tanda kutip").at(&place);
            d.push(
                problem
                    .hint("apit seluruh sel dengan tanda kutip dua, dan gandakan tanda kutip di dalamnya: \"Desa \"\"Maju\"\"\""),
            );
            self.wrong += 1;
        }
        let text = &self.text[range.clone()];
        let start = range.start + (text.len() - text.trim_start().len());
        let text = text.trim();
        Some(Located::new(text.to_owned(), self.source.place(start..start + text.len())))
    }

    /// A cell that starts with a quote at the current byte.
    fn quoted_cell(&mut self, d: &Diagnostics) -> Option<Located<String>> {
        let start = self.at;
        let mut text = String::new();
        let mut from = start + 1;
        loop {
            let Some(length) = self.text[from..].find('"') else {
                let problem = Diagnostic::error(CSV_FORM, "tanda kutip dibuka tetapi tidak ditutup");
                let problem = problem.at(&self.source.place(start..start + 1)).label("dibuka di sini");
                d.push(problem.hint("tutup sel dengan tanda kutip dua"));
                return None;
            };
            text.push_str(&self.text[from..from + length]);
            from += length + 1;
            if self.byte(from) != Some(b'"') {
                break;
            }
            text.push('"');
            from += 1;
        }
        self.at = from;
        let rest = self.skip_to_cell_end();
        if !self.text[rest.clone()].trim().is_empty() {
            let problem = Diagnostic::error(CSV_FORM, "ada teks sesudah tanda kutip penutup").at(&self.source.place(rest));
            d.push(problem.hint("gandakan tanda kutip di dalam sel: \"Desa \"\"Maju\"\"\""));
            self.wrong += 1;
        }
        Some(Located::new(text, self.source.place(start..from)))
    }

    /// Moves to the separator or line end that ends an unquoted cell; the bytes passed over.
    fn skip_to_cell_end(&mut self) -> Range<usize> {
        let start = self.at;
        let rest = self.text[start..].bytes();
        self.at += rest.take_while(|&byte| byte != self.separator && byte != b'\n' && byte != b'\r').count();
        start..self.at
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}
