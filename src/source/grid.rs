//! Rows as offices have them, and the table that stands among them.
//!
//! Above the names of the columns stand titles; a column is empty because it once held something; below the names runs a row of numbers.
//! [`Grid::table`] finds the names and leaves out what is only paper.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::Date;
use super::codes::{CSV_CELLS, CSV_FORM, EMPTY, NO_HEADER, TOO_MANY};
use super::table::{MAX_COLUMNS, MAX_WRONG, Row, Table};
use crate::diagnostics::{Diagnostic, Diagnostics, Located, Place, SourceText, quoted};

/// The names of the columns stand within the first rows that are not empty.
pub const HEADER_ROWS: usize = 30;

/// All rows of a file that are not empty, titles and all.
#[derive(Debug)]
pub struct Grid {
    pub(super) source: Arc<SourceText>,
    /// The rows, the names of the columns among them.
    pub rows: Vec<Row>,
    /// Mistakes told so far.
    pub(super) wrong: usize,
    /// See [`Table::day_zero`].
    pub(super) day_zero: Option<Date>,
}

/// How much a row looks like the names of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Likeness {
    /// It holds every name by which the row is known.
    pub whole: bool,
    /// How many names it holds that are known at all.
    pub known: usize,
}

impl Grid {
    /// The table below the row of names: the first of the first [`HEADER_ROWS`] that `like` finds whole, else the one it finds most like.
    /// `columns` tells, in the hint, which names are looked for.
    ///
    /// `None`, with the reason in `d`, when there is no such row, a name is missing or given twice, or too much is wrong. Rows with a wrong
    /// number of cells are errors and left out.
    pub fn table(self, like: impl Fn(&[Located<String>]) -> Likeness, columns: &str, d: &Diagnostics) -> Option<Table> {
        let Some(first) = self.rows.first() else {
            let problem = Diagnostic::error(EMPTY, format!("tabel `{}` kosong", self.source.path()));
            d.push(problem.at(&self.source.place(0..0)).hint("tulis nama kolom pada baris pertama"));
            return None;
        };
        let Some(header) = self.header(&like) else {
            d.push(
                Diagnostic::error(NO_HEADER, format!("baris nama kolom tidak ditemukan di `{}`", self.source.path()))
                    .at(&first.place)
                    .because(format!("dicari di {HEADER_ROWS} baris pertama yang berisi"))
                    .hint(format!("tulis nama kolom di atas daftarnya: {columns}")),
            );
            return None;
        };
        let Grid { mut rows, wrong, day_zero, .. } = self;
        let mut below = rows.split_off(header + 1);
        let header = rows.pop()?;
        if below.first().is_some_and(Row::only_counts) {
            below.remove(0);
        }
        let rows = whole_rows(&header, below, wrong, d)?;
        let kept = named_columns(&header, &rows, d)?;
        let keep = |cells: Vec<Located<String>>| -> Vec<Located<String>> {
            cells.into_iter().enumerate().filter(|(index, _)| kept.contains(index)).map(|(_, cell)| cell).collect()
        };
        let rows = rows.into_iter().map(|row| Row { cells: keep(row.cells), place: row.place }).filter(|row| !row.is_empty());
        Some(Table { rows: rows.collect(), header: keep(header.cells), day_zero })
    }

    /// The row of names. A cell merged over two rows is in both of them: the names are then those of the lower one.
    fn header(&self, like: impl Fn(&[Located<String>]) -> Likeness) -> Option<usize> {
        let likeness: Vec<Likeness> = self.rows.iter().take(HEADER_ROWS).map(|row| like(&row.cells)).collect();
        if let Some(first) = likeness.iter().position(|row| row.whole) {
            let more = likeness[first + 1..].iter().take_while(|row| row.whole).count();
            return Some(first + more);
        }
        let best = likeness.iter().max()?;
        likeness.iter().position(|row| row == best).filter(|_| best.known > 0)
    }
}

impl Row {
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.is_empty())
    }

    /// Whether this is the row `1 2 3 …` or `(1) (2) (3) …` that official tables have below the names of their columns.
    fn only_counts(&self) -> bool {
        let given: Vec<&str> = self.cells.iter().map(|cell| cell.value.trim()).filter(|text| !text.is_empty()).collect();
        let counts = |(index, text): (usize, &&str)| text.trim_matches(['(', ')']).parse() == Ok(index + 1);
        given.len() > 2 && given.iter().enumerate().all(counts)
    }
}

/// The rows that have as many cells as the header; of a row without end only one cell too many was kept.
fn whole_rows(header: &Row, below: Vec<Row>, mut wrong: usize, d: &Diagnostics) -> Option<Vec<Row>> {
    if header.cells.len() > MAX_COLUMNS {
        d.push(too_many(&header.place, format!("tabel lebih dari {MAX_COLUMNS} kolom")));
        return None;
    }
    let mut rows = Vec::with_capacity(below.len());
    for row in below {
        if row.cells.len() == header.cells.len() {
            rows.push(row);
            continue;
        }
        wrong += 1;
        d.push(wrong_cells(&row, &header.cells));
        if wrong >= MAX_WRONG {
            d.push(too_many(&row.place, format!("sudah {MAX_WRONG} kesalahan, sisa tabel tidak diperiksa")));
            return None;
        }
    }
    Some(rows)
}

/// The columns that have a name; one without may only be empty.
fn named_columns(header: &Row, rows: &[Row], d: &Diagnostics) -> Option<Vec<usize>> {
    let mut kept = Vec::new();
    let mut good = true;
    for (index, cell) in header.cells.iter().enumerate() {
        let filled = || rows.iter().filter_map(|row| row.cells.get(index)).find(|cell| !cell.is_empty());
        let first = header.cells[..index].iter().find(|other| other.value == cell.value);
        let problem = if cell.is_empty() {
            let Some(filled) = filled() else { continue };
            let message = format!("kolom ke-{} tidak punya nama", index + 1);
            let problem = Diagnostic::error(CSV_FORM, message).related(&filled.place, "padahal ada isinya");
            problem.hint("beri nama kolom atau hapus kolomnya")
        } else if let Some(first) = first {
            let message = format!("kolom {} tertulis dua kali", quoted(cell));
            Diagnostic::error(CSV_FORM, message).related(&first.place, "pertama kali di sini").hint("hapus salah satunya")
        } else {
            kept.push(index);
            continue;
        };
        good = false;
        d.push(problem.at(&cell.place));
    }
    good.then_some(kept)
}

fn wrong_cells(row: &Row, header: &[Located<String>]) -> Diagnostic {
    let message = format!("baris ini berisi {} sel, seharusnya {}", row.cells.len(), header.len());
    let problem = Diagnostic::error(CSV_CELLS, message).at(&row.place);
    match header.get(row.cells.len()) {
        Some(column) => problem.hint(format!("sel mulai kolom {} tidak ada; periksa pemisahnya", quoted(column))),
        None if row.cells.len() > MAX_COLUMNS => problem.because("sel sesudahnya tidak dihitung").hint("periksa pemisahnya"),
        None => problem.hint("teks yang berisi pemisah harus diapit tanda kutip dua"),
    }
}

/// A table that is given up.
pub(super) fn too_many(place: &Place, message: String) -> Diagnostic {
    Diagnostic::error(TOO_MANY, message).at(place).label("berhenti membaca di sini").hint("perbaiki atau bagi tabel ini")
}
