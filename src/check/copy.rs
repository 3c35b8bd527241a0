//! S2: the copy of a piece is as long as its format takes it: the headline alone, with one line, with points, or the whole text. What is
//! missing is named with format and piece; what would not be printed is refused, because nobody would miss it on paper.

#[cfg(test)]
mod tests;

use super::references::WRONG_COPY;
use crate::content::format::{CopyLength, Family};
use crate::content::{Format, Piece, Theme};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::edition::{Edition, Item};

/// How many points the layouts have room for.
pub const POINTS: usize = 3;

/// Checks every piece whose format is known.
pub(super) fn check(edition: &Edition, theme: &Theme, d: &Diagnostics) {
    for item in edition.pieces.values() {
        if let Some(format) = theme.formats.get(&item.data.format.value) {
            missing(item, format, d);
            unprinted(item, format, d);
        }
    }
}

/// What the format takes and the piece has not.
fn missing(item: &Item<Piece>, format: &Format, d: &Diagnostics) {
    let piece = &item.data;
    let short = format.copy != CopyLength::Full;
    let line = matches!(format.copy, CopyLength::Line | CopyLength::Points);
    if short && piece.meta.headline.is_none() {
        let hint = "tambahkan `spanduk:` dengan paling banyak tujuh kata";
        d.push(lacks(piece, format, "spanduk", &piece.meta.place, hint));
    }
    if line && piece.meta.summary.is_none() {
        d.push(lacks(piece, format, "ringkas", &piece.meta.place, "tambahkan `ringkas:` dengan satu kalimat"));
    }
    if format.copy == CopyLength::Points && piece.points.len() != POINTS {
        match piece.points.as_slice() {
            [] => d.push(lacks(piece, format, "poin", &piece.meta.place, "tambahkan `poin:` dengan tiga kalimat pendek")),
            [first, ..] => {
                let many = format!(
                    "`poin` karya `{}` berisi {} butir, format `{}` memuat tepat {POINTS}",
                    piece.id,
                    piece.points.len(),
                    format.id
                );
                d.push(Diagnostic::error(WRONG_COPY, many).at(&first.place).hint("tulis tepat tiga poin pendek"));
            }
        }
    }
    let panels = format.family == Family::Lipat;
    if !short && !panels && item.body.blocks.is_empty() && piece.fills_from.is_none() {
        let hint = "tulis naskahnya di bawah garis `---`, atau isi dari isi lain dengan `isi:`";
        d.push(lacks(piece, format, "isi", &piece.meta.place, hint));
    }
}

fn lacks(piece: &Piece, format: &Format, key: &str, place: &Place, hint: &str) -> Diagnostic {
    let word = CopyLength::CHOICES.into_iter().find(|(_, copy)| *copy == format.copy).map_or("", |(word, _)| word);
    Diagnostic::error(
        WRONG_COPY,
        format!("karya `{}` belum punya `{key}`, padahal format `{}` memerlukannya", piece.id, format.id),
    )
    .at(place)
    .because(format!("format itu memakai `salinan: {word}`"))
    .hint(hint)
}

/// What the piece has and the format does not take.
fn unprinted(item: &Item<Piece>, format: &Format, d: &Diagnostics) {
    let piece = &item.data;
    let banner = matches!(format.family, Family::Lebar | Family::Tegak | Family::Papan | Family::Kartu);
    if let Some(block) = item.body.blocks.first().filter(|_| banner) {
        let takes = match format.copy {
            CopyLength::Headline => "`spanduk` saja",
            CopyLength::Points => "`spanduk`, `ringkas`, dan `poin` saja",
            CopyLength::Line | CopyLength::Full => "`spanduk` dan `ringkas` saja",
        };
        d.push(
            Diagnostic::error(WRONG_COPY, format!("isi di bawah garis `---` tidak akan tercetak pada format `{}`", format.id))
                .at(&block.place)
                .because(format!("karya `{}` memuat {takes}", piece.id))
                .hint("hapus isinya, atau pilih format selebaran"),
        );
    }
    let never = banner || matches!(format.family, Family::Lipat | Family::Naskah);
    if let Some(first) = piece.points.first().filter(|_| never && format.copy != CopyLength::Points) {
        d.push(
            Diagnostic::error(WRONG_COPY, format!("`poin` tidak akan tercetak pada format `{}`", format.id))
                .at(&first.place)
                .because(format!("karya `{}` memakai format tanpa poin", piece.id))
                .hint("hapus `poin`, atau pilih format dengan `salinan: poin`"),
        );
    }
}
