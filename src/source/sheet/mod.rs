//! A spreadsheet (`.xlsx`) as offices have it, as rows with places.
//!
//! 1. [`kind`] says what a file is that only bears the name.
//! 2. [`package`] unpacks it once within limits.
//! 3. [`cells`] reads the first sheet that is shown: what each cell shows, merged cells filled down, dates as days, results of formulas.
//! 4. Here the cells are laid out as a text in which line N is row N, so that a place in it is a row, and [knows its
//!    cell](crate::diagnostics::Place::cell).

mod cells;
mod kind;
mod package;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use self::cells::Sheet;
use super::codes::{EMPTY, TOO_MANY};
use super::grid::Grid;
use super::table::{MAX_ROWS, Row};
use super::{Date, SourceFile, limits};
use crate::diagnostics::{CELL_BORDER, Diagnostic, Diagnostics, Located, SourceText, column_name};

/// Stands in a cell whose formula was never computed: the program that wrote the file was no spreadsheet.
pub const UNANSWERED: &str = "#RUMUS?";

/// Why there is no sheet.
type Problem = Box<Diagnostic>;

/// Reads the rows of the first sheet. `None`, with the reason in `d`, when the file is no workbook, can't be read, or is larger than a
/// table may be.
pub fn rows(file: &SourceFile, d: &Diagnostics) -> Option<Grid> {
    let (path, bytes) = (file.path(), file.bytes());
    match open(path, bytes) {
        Ok(sheet) => lay_out(path, &sheet, d),
        Err(problem) => {
            d.push(*problem);
            None
        }
    }
}

fn open(path: &str, bytes: &[u8]) -> Result<Sheet, Problem> {
    if bytes.is_empty() {
        let empty = Diagnostic::error(EMPTY, format!("berkas `{path}` kosong")).in_file(path);
        return Err(Box::new(empty.hint("isi berkas ini atau hapus")));
    }
    let refused = limits::too_large(path, bytes.len() as u64)
        .or_else(|| kind::refuse(path, bytes))
        .or_else(|| package::refuse(path, bytes));
    match refused {
        Some(problem) => Err(Box::new(problem)),
        // A mistake of the reader of workbooks must not end a build of five hundred offices.
        None => catch_unwind(AssertUnwindSafe(|| cells::read(path, bytes)))
            .unwrap_or_else(|_| Err(Box::new(kind::broken(path, "susunan di dalamnya tidak dimengerti")))),
    }
}

/// `C7` for row 6 and column 2, both from 0.
fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(usize::try_from(column).unwrap_or(usize::MAX)), u64::from(row) + 1)
}

/// Rows times columns that are laid out: all villages of the country with thirty columns.
const MAX_AREA: usize = 3_000_000;

fn lay_out(path: &str, sheet: &Sheet, d: &Diagnostics) -> Option<Grid> {
    let Some(((last, _), _)) = sheet.cells.last_key_value() else {
        d.push(empty(path, sheet));
        return None;
    };
    let used: BTreeSet<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
    let width = sheet.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(1);
    let area = used.len().saturating_mul(usize::try_from(width).unwrap_or(usize::MAX));
    if used.len() > MAX_ROWS + 1 || area > MAX_AREA {
        let message = format!("lembar `{}` terlalu besar: {} baris dan {width} kolom yang berisi", sheet.name, used.len());
        let problem = Diagnostic::error(TOO_MANY, message).in_file(path);
        d.push(problem.hint("hapus baris dan kolom yang tidak dipakai, atau salin tabelnya saja ke lembar baru"));
        return None;
    }
    let mut text = String::new();
    // The bytes of each cell, in each row that holds something.
    let mut ranges: Vec<Vec<Range<usize>>> = Vec::with_capacity(used.len());
    for row in 0..=*last {
        if used.contains(&row) {
            ranges.push((0..width).map(|column| push_cell(&mut text, sheet, row, column)).collect());
        }
        text.push('\n');
    }
    let source = SourceText::sheet(path, text);
    let cell = |range: Range<usize>| Located::new(source.text()[range.clone()].to_owned(), source.place(range));
    let rows = ranges.into_iter().map(|ranges| {
        let whole = ranges.first().map_or(0, |first| first.start)..ranges.last().map_or(0, |last| last.end);
        Row { place: source.place(whole), cells: ranges.into_iter().map(cell).collect() }
    });
    Some(Grid { rows: rows.collect(), source: Arc::clone(&source), wrong: 0, day_zero: Some(day_zero(sheet.from_1904)) })
}

/// Writes a cell, with the border before it; its bytes.
fn push_cell(text: &mut String, sheet: &Sheet, row: u32, column: u32) -> Range<usize> {
    if column > 0 {
        text.extend([' ', CELL_BORDER, ' ']);
    }
    let start = text.len();
    text.push_str(sheet.cells.get(&(row, column)).map_or("", String::as_str));
    start..text.len()
}

fn empty(path: &str, sheet: &Sheet) -> Diagnostic {
    let problem = Diagnostic::error(EMPTY, format!("lembar `{}` di `{path}` kosong", sheet.name)).in_file(path);
    problem.hint(match sheet.others.first() {
        Some(other) => format!("yang dibaca lembar pertama; pindahkan lembar yang berisi tabel (`{other}`?) ke paling kiri"),
        None => "isi nama kolom dan baris-barisnya, atau hapus berkas ini".to_owned(),
    })
}

/// The day of the number 0. Excel counts a 29 February 1900 that never was, so that from March 1900 on its days count from the 30th of
/// December 1899.
fn day_zero(from_1904: bool) -> Date {
    let day = if from_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) };
    day.unwrap_or(Date::MIN)
}
