//! Workbooks (`.xlsx`) written for tests: whatever a cell may hold, sound or hostile, always the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What a cell holds.
#[derive(Clone, Debug)]
#[allow(dead_code, reason = "the unit tests and the suite each use a part")]
pub(crate) enum Cell {
    Empty,
    Text(String),
    /// A number as the file writes it.
    Number(String),
    /// A day by its number, formatted as a date.
    Day(u32),
    Truth(bool),
    /// `#REF!` and its like.
    Error(&'static str),
    /// A formula, and its result if it was computed.
    Formula(&'static str, Option<&'static str>),
}

/// A text.
pub(crate) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A row of texts; empty ones are no cells at all.
pub(crate) fn texts(row: &[&str]) -> Vec<Cell> {
    row.iter().map(|cell| if cell.is_empty() { Cell::Empty } else { text(*cell) }).collect()
}

/// A workbook of one sheet, some of its cells merged (`C5:C9`).
pub(crate) fn workbook(rows: &[Vec<Cell>], merged: &[&str]) -> Vec<u8> {
    book(&[("Daftar", &sheet(rows, merged))], false)
}

/// The XML of a sheet.
pub(crate) fn sheet(rows: &[Vec<Cell>], merged: &[&str]) -> String {
    let mut xml = format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (row, cells) in rows.iter().enumerate() {
        xml.push_str(&format!("<row r=\"{}\">", row + 1));
        for (column, cell) in cells.iter().enumerate() {
            xml.push_str(&cell_xml(cell, &format!("{}{}", name(column), row + 1)));
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    if !merged.is_empty() {
        let areas: String = merged.iter().map(|area| format!("<mergeCell ref=\"{area}\"/>")).collect();
        xml.push_str(&format!("<mergeCells count=\"{}\">{areas}</mergeCells>", merged.len()));
    }
    xml.push_str("</worksheet>");
    xml
}

/// A workbook of sheets by name and XML.
pub(crate) fn book(sheets: &[(&str, &str)], from_1904: bool) -> Vec<u8> {
    let parts = parts(sheets, from_1904);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    zip(&parts)
}

/// The parts of a workbook, to be changed before they are zipped.
pub(crate) fn parts(sheets: &[(&str, &str)], from_1904: bool) -> Vec<(String, String)> {
    let numbered = || sheets.iter().enumerate().map(|(index, (name, _))| (index + 1, name));
    let list: String =
        numbered().map(|(id, name)| format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>")).collect();
    let targets: String = numbered()
        .map(|(id, _)| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>")
        })
        .collect();
    let properties = if from_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\">{properties}<sheets>{list}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("{HEAD}<Relationships xmlns=\"{PACKAGE}\">{targets}</Relationships>")),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "{HEAD}<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    let sheets = sheets.iter().enumerate();
    parts.extend(sheets.map(|(index, (_, xml))| (format!("xl/worksheets/sheet{}.xml", index + 1), (*xml).to_owned())));
    parts
}

/// A zip of files in the order given, without a clock in it.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    for (path, bytes) in parts {
        writer.start_file(*path, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn cell_xml(cell: &Cell, at: &str) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!("<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
        }
        Cell::Number(number) => format!("<c r=\"{at}\"><v>{number}</v></c>"),
        Cell::Day(day) => format!("<c r=\"{at}\" s=\"1\"><v>{day}</v></c>"),
        Cell::Truth(truth) => format!("<c r=\"{at}\" t=\"b\"><v>{}</v></c>", u8::from(*truth)),
        Cell::Error(error) => format!("<c r=\"{at}\" t=\"e\"><v>{error}</v></c>"),
        Cell::Formula(formula, Some(result)) => format!("<c r=\"{at}\" t=\"str\"><f>{formula}</f><v>{result}</v></c>"),
        Cell::Formula(formula, None) => format!("<c r=\"{at}\"><f>{formula}</f></c>"),
    }
}

fn name(column: usize) -> String {
    let letter = |digit: usize| char::from(b'A' + u8::try_from(digit).unwrap());
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column % 26)) }
}
