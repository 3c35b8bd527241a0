//! The cells of a row as office tables have them: hidden characters, numbers that a spreadsheet changed, days in several forms.

use std::collections::BTreeSet;

use super::codes::{BAD_CELL, NUMBER_LOST, NUMBER_MENDED};
use super::columns::{Columns, Meaning};
use crate::content::day;
use crate::diagnostics::{Alike, Diagnostic, Diagnostics, Located, Place, quoted};
use crate::markdown::phone;
use crate::source::Date;
use crate::source::codes::FORMULA_WITHOUT_RESULT;
use crate::source::grid::Grid;
use crate::source::sheet::UNANSWERED;
use crate::source::table::{Row, Table};

/// One row, its columns by name.
pub(super) struct Cells<'a> {
    pub(super) table: &'a Table,
    pub(super) row: &'a Row,
    pub(super) meanings: &'a [Meaning],
    pub(super) alike: &'a Alike<'a>,
}

/// Reads the rows of a table whose columns are all known, in their order; what is wrong with many rows alike is told once. None
/// when it is no such table, as has been reported.
pub(super) fn rows<T>(grid: Grid, columns: &Columns, read: impl Fn(&Cells<'_>) -> Option<T>, d: &Diagnostics) -> Option<Vec<T>> {
    let table = grid.table(|cells| columns.likeness(cells), &columns.listed(), d)?;
    let meanings = columns.of(&table, Some(&BTreeSet::new()), d)?;
    let alike = Alike::new(d);
    let rows = table.rows.iter().filter_map(|row| read(&Cells { table: &table, row, meanings: &meanings, alike: &alike }));
    let rows = rows.collect();
    alike.tell();
    Some(rows)
}

impl Cells<'_> {
    /// The cell of a column without hidden characters; none when it is empty.
    pub(super) fn cell(&self, column: &'static str) -> Option<Located<String>> {
        let index = self.meanings.iter().position(|meaning| *meaning == Meaning::Known(column))?;
        self.at(index, column)
    }

    /// The cell in a place of the row; `column` names it in messages.
    pub(super) fn at(&self, index: usize, column: &str) -> Option<Located<String>> {
        let cell = self.row.cells.get(index)?;
        let text = clean(&cell.value);
        if ERRORS.contains(&text.as_str()) {
            let hint = "perbaiki rumusnya di Excel, atau ketik isinya";
            self.bad(
                &cell.place,
                format!("kolom `{column}` berisi kesalahan rumus"),
                format!("rumus menghasilkan `{text}`"),
                hint,
            );
            return None;
        }
        if text == UNANSWERED {
            let error = Diagnostic::error(FORMULA_WITHOUT_RESULT, "rumus di sel ini belum ada hasilnya").at(&cell.place);
            self.alike.push(
                format!("rumus di kolom `{column}` belum ada hasilnya"),
                error
                    .because("rumus tidak dihitung di sini; yang dibaca hasil terakhir yang disimpan Excel")
                    .hint("buka di Excel, simpan lagi; atau ganti rumusnya dengan nilainya (Salin → Tempel Nilai)"),
            );
            return None;
        }
        (!text.is_empty()).then(|| Located { value: text, place: cell.place.clone() })
    }

    /// Whether a column holds something in this row, whatever it is.
    pub(super) fn holds(&self, column: &'static str) -> bool {
        let index = self.meanings.iter().position(|meaning| *meaning == Meaning::Known(column));
        index.and_then(|index| self.row.cells.get(index)).is_some_and(|cell| !clean(&cell.value).is_empty())
    }

    /// A cell that must hold something.
    pub(super) fn required(&self, column: &'static str) -> Option<Located<String>> {
        if !self.holds(column) {
            // The place of an empty cell shows nothing: the row does.
            let message = format!("kolom `{column}` kosong pada baris ini");
            self.bad(&self.row.place, format!("kolom `{column}` kosong"), message, "isi kolom itu, atau hapus barisnya");
        }
        self.cell(column)
    }

    /// Reports a cell that can't be read; `kind` says it of many.
    pub(super) fn bad(&self, place: &Place, kind: String, message: String, hint: &str) {
        self.alike.push(kind, Diagnostic::error(BAD_CELL, message).at(place).hint(hint));
    }

    /// A day: `30-11-2026` with `-`, `/` or `.`, day before month; `2026-11-30`, `30 November 2026`, or in a spreadsheet the number of one.
    pub(super) fn date(&self, column: &'static str) -> Option<Date> {
        let cell = self.cell(column)?;
        let figures = day::Figures::read(&cell.value);
        if let Some(figures) = figures.filter(|figures| figures.date().is_none()) {
            self.no_such_day(column, &cell, figures);
            return None;
        }
        let date = figures.and_then(day::Figures::date).or_else(|| cell.value.parse().ok());
        let date = date.or_else(|| day::read_spoken(&cell.value)).or_else(|| self.counted(&cell.value));
        if date.is_none() {
            let kind = format!("kolom `{column}` tidak berisi tanggal");
            let hint = "tulis tanggal-bulan-tahun dengan empat angka tahun, misalnya `23-09-2026`";
            self.bad(&cell.place, kind, format!("{} bukan tanggal", quoted(&cell)), hint);
        }
        date
    }

    /// Reports a day in figures that no calendar has: most often month and day have changed places.
    fn no_such_day(&self, column: &str, cell: &Located<String>, figures: day::Figures) {
        let day::Figures { day, month, year } = figures;
        let (kind, why) = match month {
            13.. => ("berisi bulan di atas 12", format!("tidak ada bulan {month}")),
            _ => ("berisi tanggal yang tidak ada", format!("bulan {month} tahun {year} tidak punya tanggal {day}")),
        };
        let swapped = day::Figures { day: month, month: day, year };
        let hint = match swapped.date() {
            Some(_) if month > 12 => format!("bila maksudnya tanggal {month} bulan {day}, tulis `{month:02}-{day:02}-{year}`"),
            _ => "perbaiki tanggalnya, misalnya `23-09-2026`".to_owned(),
        };
        let problem = Diagnostic::error(BAD_CELL, format!("{} bukan tanggal: {why}", quoted(cell))).at(&cell.place);
        let problem = problem.because("urutannya tanggal-bulan-tahun").hint(hint);
        self.alike.push(format!("kolom `{column}` {kind}"), problem);
    }

    /// A day as spreadsheets count them; only of our time, so that a year or an amount is none.
    fn counted(&self, text: &str) -> Option<Date> {
        let zero = self.table.day_zero?;
        let days: i32 = text.split(['.', ',']).next()?.parse().ok()?;
        let date = Date::from_day_number(zero.day_number().checked_add(days)?)?;
        (2000..2100).contains(&date.year()).then_some(date)
    }

    /// `ya` or `tidak`; nothing is no. None when it is neither, as is then told.
    pub(super) fn consent(&self, column: &'static str) -> Option<bool> {
        let Some(cell) = self.cell(column) else { return Some(false) };
        match cell.value.to_lowercase().as_str() {
            "ya" | "true" => Some(true),
            "tidak" | "false" => Some(false),
            _ => {
                let message = format!("izin {} tidak dikenal", quoted(&cell));
                let hint = "tulis `ya` atau `tidak`; kosong berarti tidak";
                self.bad(&cell.place, format!("kolom `{column}` tidak berisi `ya` atau `tidak`"), message, hint);
                None
            }
        }
    }

    /// A whole number.
    pub(super) fn count(&self, cell: &Located<String>, column: &str) -> Option<u32> {
        let count = cell.value.parse().ok();
        if count.is_none() {
            let kind = format!("kolom `{column}` tidak berisi jumlah");
            self.bad(&cell.place, kind, format!("{} bukan jumlah", quoted(cell)), "tulis bilangan bulat, misalnya `50`");
        }
        count
    }

    /// A telephone number. A spreadsheet that takes it for a quantity drops its first zero, which is put back and told, or rounds it: then
    /// nobody knows it any more.
    pub(super) fn phone(&self, column: &'static str) -> Option<Located<String>> {
        let cell = self.cell(column)?;
        match mended(&cell.value) {
            Number::AsWritten => Some(Located { value: phone::grouped(&cell.value), place: cell.place }),
            Number::Mended(number) => {
                let note = Diagnostic::note(NUMBER_MENDED, format!("nomor {} dibaca `{number}`", quoted(&cell))).at(&cell.place);
                self.alike.push(
                    "angka 0 di depan nomor telepon dikembalikan",
                    note.because("Excel membuang angka 0 di depan nomor yang diketik sebagai bilangan")
                        .hint("periksa nomornya; agar tidak terjadi lagi, jadikan kolom ini Teks (Format Sel → Teks)"),
                );
                Some(Located { value: phone::grouped(&number), place: cell.place })
            }
            Number::Lost => {
                let error = Diagnostic::error(NUMBER_LOST, format!("angka-angka nomor telepon {} hilang", quoted(&cell)));
                self.alike.push(
                    "angka-angka nomor telepon hilang",
                    error
                        .at(&cell.place)
                        .because("Excel menyimpannya sebagai bilangan yang dibulatkan, jadi nomor aslinya tidak ada lagi")
                        .hint("jadikan kolom ini Teks (Format Sel → Teks), lalu ketik ulang nomornya"),
                );
                None
            }
        }
    }
}

/// What a spreadsheet shows in place of a result.
const ERRORS: [&str; 8] = ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA"];

/// A cell without what nobody sees: hard and narrow spaces become spaces, zero-width characters go, spaces are single.
pub(super) fn clean(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}');
    let text: String = text.chars().filter(seen).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A kecamatan's name without the word for what it is, which every page puts before it: `Kec. Manggar` is `Manggar`.
pub(super) fn district(name: Located<String>) -> Located<String> {
    const WORDS: [&str; 4] = ["kecamatan ", "distrik ", "kec. ", "kec "];
    let text = clean(&name.value);
    let spaced = text.replacen("Kec.", "Kec. ", 1).replacen("kec.", "kec. ", 1).replacen("KEC.", "KEC. ", 1);
    let rest = WORDS.iter().find_map(|word| {
        let (front, rest) = spaced.split_at_checked(word.len())?;
        (front.eq_ignore_ascii_case(word) && !rest.trim().is_empty()).then(|| rest.trim().to_owned())
    });
    match rest {
        Some(value) => Located { value, place: name.place },
        None => name,
    }
}

/// What became of a telephone number in a spreadsheet.
#[derive(Debug, PartialEq, Eq)]
enum Number {
    AsWritten,
    /// With its zero.
    Mended(String),
    Lost,
}

/// Digits that a rounded number ends in at least, all of them zero. Excel keeps six when it shows a number of twelve with an exponent.
const ROUNDED: usize = 5;

fn mended(text: &str) -> Number {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        // `8,12346E+11`
        let exponent = text.to_uppercase();
        let parts = exponent.split_once('E');
        let lost = parts.is_some_and(|(front, power)| {
            let figures =
                |text: &str, other: &[char]| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || other.contains(&c));
            figures(front, &[',', '.']) && figures(power, &['+'])
        });
        return if lost { Number::Lost } else { Number::AsWritten };
    }
    if text.starts_with('0') || text.starts_with("62") {
        return Number::AsWritten;
    }
    let zeros = text.len() - text.trim_end_matches('0').len();
    match text.len() {
        10.. if zeros >= ROUNDED => Number::Lost,
        // Area code and number, or a mobile one, have 9 to 13 digits with their zero.
        8..=12 => Number::Mended(format!("0{text}")),
        // A spreadsheet keeps fifteen digits; no number has more than thirteen.
        14.. => Number::Lost,
        _ => Number::AsWritten,
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, clean, district, mended};
    use crate::diagnostics::{Located, SourceText};

    #[test]
    fn a_kecamatan_is_called_by_its_name_alone() {
        let place = SourceText::new("desa.csv", String::new()).place(0..0);
        for (written, name) in [
            ("Kec. Manggar", "Manggar"),
            ("Kec.Manggar", "Manggar"),
            ("KEC. MANGGAR", "MANGGAR"),
            ("kec Manggar", "Manggar"),
            ("Kecamatan\u{a0}Simpang Hilir", "Simpang Hilir"),
            ("Distrik Abenaho", "Abenaho"),
            ("Manggar", "Manggar"),
            ("Kecamatan", "Kecamatan"),
            ("Kec.", "Kec."),
            ("Kecubung", "Kecubung"),
            ("Kécamatan", "Kécamatan"),
        ] {
            assert_eq!(district(Located::new(written.to_owned(), place.clone())).value, name, "{written}");
        }
    }

    #[test]
    fn what_nobody_sees_is_gone() {
        assert_eq!(clean("\u{feff} Sutera\u{a0}\u{200b} Barat \u{202f}"), "Sutera Barat");
        assert_eq!(clean("61.11.01.2001\u{a0}"), "61.11.01.2001");
        assert_eq!(clean("\u{200b}"), "");
    }

    #[test]
    fn a_number_gets_its_zero_back_or_is_lost() {
        for (text, number) in [
            ("81234567890", "081234567890"),
            ("8123456789", "08123456789"),
            ("721123456", "0721123456"),
            ("80000000001", "080000000001"),
        ] {
            assert_eq!(mended(text), Number::Mended(number.to_owned()), "{text}");
        }
        for text in ["812346000000", "8,12346E+11", "8.12E+09", "8.1E11", "812345678901234", "81234567890123456789"] {
            assert_eq!(mended(text), Number::Lost, "{text}");
        }
        for text in
            ["081234567890", "6281234567890", "+62 812 3456 7890", "(0721) 123-456", "112", "1500234", "", "Pak E", "08123400000"]
        {
            assert_eq!(mended(text), Number::AsWritten, "{text}");
        }
    }
}
