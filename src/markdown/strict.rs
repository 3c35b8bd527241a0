//! What Markdown allows or passes over and this program names in an error, because words or safety would be lost.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr};

use super::builder::Builder;
use super::{Cell, Piece, codes, link_check, mask};
use crate::diagnostics::{Diagnostic, Place, quoted};

impl<'a> Builder<'a> {
    /// The words behind the fence of a code block; a placeholder there would show nowhere.
    pub(super) fn language(&self, kind: CodeBlockKind<'a>, place: &Place) -> String {
        match kind {
            CodeBlockKind::Indented => String::new(),
            CodeBlockKind::Fenced(language) => {
                let line = place.sub(0..place.text().find(['\n', '\r']).unwrap_or(place.text().len()));
                let pieces = mask::pieces(self.masked, &language, &line, false, self.report);
                if let Some(Piece::Placeholder(placeholder, place)) =
                    pieces.iter().find(|piece| matches!(piece, Piece::Placeholder(..)))
                {
                    return link_check::not_allowed(*placeholder, place, "nama bahasa kode", self.report).unwrap_or_default();
                }
                language.into_string()
            }
        }
    }

    /// A heading's classes and attributes: mostly words in braces that were meant to be read.
    pub(super) fn check_attributes<'b>(&self, mut names: impl Iterator<Item = &'b CowStr<'a>>, place: &Place)
    where
        'a: 'b,
    {
        if let Some(name) = names.next() {
            let message = format!("atribut judul {} tidak dikenal", quoted(name));
            let hint =
                "hanya nama bagian yang dapat diberikan, misalnya `{#cara-melapor}`; bila yang dimaksud tulisannya, tulis `\\{`";
            self.report.push(Diagnostic::error(codes::UNSUPPORTED, message).at(place).hint(hint));
        }
    }

    /// The parser drops cells beyond the last column; their words would be lost.
    pub(super) fn check_cells(&self, last: Option<&Cell>, row: Range<usize>) {
        let Some(last) = last else { return };
        let base = self.body.range().start;
        let from = last.place.range().end - base;
        let rest = self.masked.text.get(from..row.end).unwrap_or_default();
        let first = rest.find(|c: char| c != '|' && !c.is_whitespace());
        if let Some(first) = first {
            let rest = self.trimmed(from + first..row.end);
            let message = "baris tabel ini punya lebih banyak kolom daripada kepalanya";
            let hint = "tambahkan kolom pada kepala tabel, atau tulis `\\|` untuk garis tegak dalam sel";
            self.report.push(Diagnostic::error(codes::EXCESS_CELLS, message).at(&rest).hint(hint));
        }
    }

    /// Raw HTML, named by its first line.
    pub(super) fn raw_html(&self, range: Range<usize>) {
        let place = self.trimmed(range);
        let line = place.sub(0..place.text().find(['\n', '\r']).unwrap_or(place.text().len()));
        let message = format!("HTML mentah {} tidak boleh ada dalam isi", quoted(line.text()));
        let hint = "pakai Markdown; bila yang dimaksud tanda `<`, tulis `\\<`";
        self.report.push(Diagnostic::error(codes::RAW_HTML, message).at(&line).hint(hint));
    }
}
