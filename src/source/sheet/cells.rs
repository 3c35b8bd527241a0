//! The cells of a workbook's first sheet, through calamine: what Excel shows in each, as text.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};

use super::{Problem, UNANSWERED, cell_name, kind};
use crate::diagnostics::{CELL_BORDER, Diagnostic};
use crate::source::Date;
use crate::source::codes::TOO_MANY;
use crate::source::limits::MAX_TABLE_BYTES;
use crate::source::table::MAX_COLUMNS;

/// Cells with something in them.
const MAX_CELLS: usize = 2_000_000;
/// Merged areas, and cells that are filled from them.
const MAX_MERGED: usize = 400_000;

/// A sheet: its name and the cells with something in them, by row and column from 0.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// The names of the sheets that are not read.
    pub(super) others: Vec<String>,
    pub(super) cells: BTreeMap<(u32, u32), String>,
    /// Whether days are counted from 1904, as old programs for the Mac do.
    pub(super) from_1904: bool,
}

/// Reads the first sheet that is shown.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Sheet, Problem> {
    let broken = |error: XlsxError| Box::new(kind::broken(path, &reason(&error)));
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let shown = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let names: Vec<String> = book.sheets_metadata().iter().filter(shown).map(|sheet| sheet.name.clone()).collect();
    let Some((name, others)) = names.split_first() else {
        return Err(Box::new(kind::broken(path, "tidak ada lembar yang tampak di dalamnya")));
    };
    let mut sheet = Sheet { name: name.clone(), others: others.to_vec(), from_1904: book.has_1904_epoch(), ..Sheet::default() };
    let merged = book.merge_cells_by_sheet_name(name).map_err(broken)?;
    let mut reader = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut bytes_left = usize::try_from(MAX_TABLE_BYTES).unwrap_or(usize::MAX);
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(broken)? {
        let mut text = shown_text(&cell.value);
        // A formula may answer with an empty text; only one without any answer was never computed.
        if matches!(cell.value, DataRef::Empty) && cell.formula.as_ref().is_some_and(asks) {
            text = UNANSWERED.to_owned();
        }
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.pos;
        let Some(left) = bytes_left.checked_sub(text.len() + CELL_BORDER.len_utf8()) else {
            return Err(too_many(path, format!("teks di lembar `{name}` lebih dari {} MiB", MAX_TABLE_BYTES / (1024 * 1024))));
        };
        bytes_left = left;
        if usize::try_from(column).unwrap_or(usize::MAX) >= MAX_COLUMNS {
            let cell = cell_name(row, column);
            return Err(too_many(path, format!("sel {cell} berisi sesuatu, padahal tabel paling banyak {MAX_COLUMNS} kolom")));
        }
        if row >= MAX_SHEET_ROWS {
            return Err(Box::new(kind::broken(path, "nomor baris di dalamnya melampaui batas Excel")));
        }
        sheet.cells.insert((row, column), text);
        if sheet.cells.len() > MAX_CELLS {
            return Err(too_many(path, format!("lembar `{name}` lebih dari {MAX_CELLS} sel yang berisi")));
        }
    }
    fill_down(&mut sheet, &merged).map_err(|what| too_many(path, what))?;
    Ok(sheet)
}

/// Rows of any sheet, by the file format.
const MAX_SHEET_ROWS: u32 = 1_048_576;

/// A merged area holds its value in its first row; the rows below mean the same. To the right it is only width.
fn fill_down(sheet: &mut Sheet, merged: &[Dimensions]) -> Result<(), String> {
    let Some(last) = sheet.cells.keys().next_back().map(|(row, _)| *row) else { return Ok(()) };
    let mut filled = 0;
    for area in merged {
        let (row, column) = area.start;
        let Some(text) = sheet.cells.get(&(row, column)).cloned() else { continue };
        for below in row.saturating_add(1)..=area.end.0.min(last) {
            filled += 1;
            if filled > MAX_MERGED {
                return Err(format!("lembar `{}` berisi terlalu banyak sel gabungan", sheet.name));
            }
            sheet.cells.entry((below, column)).or_insert_with(|| text.clone());
        }
    }
    Ok(())
}

/// What a cell shows, on one line.
fn shown_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => one_line(text),
        DataRef::SharedString(text) => one_line(text),
        DataRef::Int(number) => number.to_string(),
        // Without an exponent, whatever the size: `81234567890`.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(time) => day(time).map_or_else(|| time.as_f64().to_string(), |day| day.to_string()),
        // `2026-06-01T00:00:00`: the day alone.
        DataRef::DateTimeIso(text) => one_line(text.split('T').next().unwrap_or(text)),
        DataRef::DurationIso(text) => one_line(text),
        DataRef::Error(error) => Data::Error(error.clone()).to_string(),
    }
}

/// The day of a cell that is formatted as one; none for hours alone.
fn day(time: &ExcelDateTime) -> Option<Date> {
    if time.is_duration() || time.as_f64() < 1.0 {
        return None;
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    Date::new(year, month, day)
}

/// Line breaks, tabs and what no editor shows become spaces, so that a row stays a line; so does what parts the cells of a row.
fn one_line(text: &str) -> String {
    let visible = |c: char| if c.is_control() || c == CELL_BORDER || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
    text.chars().map(visible).collect::<String>().trim().to_owned()
}

/// Why a workbook can't be read, as far as it helps whoever has it.
fn reason(error: &XlsxError) -> String {
    match error {
        XlsxError::Password => "dikunci dengan kata sandi".to_owned(),
        XlsxError::FileNotFound(part) => format!("bagian `{part}` tidak ada di dalamnya"),
        XlsxError::WorksheetNotFound(name) => format!("lembar `{name}` tidak ada di dalamnya"),
        other => format!("pembaca buku kerja berkata: {other}"),
    }
}

fn too_many(path: &str, what: String) -> Problem {
    let problem = Diagnostic::error(TOO_MANY, what).in_file(path);
    Box::new(problem.hint("salin tabelnya saja ke lembar baru, lalu simpan"))
}

/// Whether there is a formula at all; an empty one asks nothing.
fn asks(formula: &XlsxFormulaMetadata) -> bool {
    match formula {
        XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => !formula.is_empty(),
        _ => true,
    }
}
