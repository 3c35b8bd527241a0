//! The pictures of a job: looked at before anything is laid out, in press inks after.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use typst_layout::PagedDocument;

use super::Press;
use crate::content::{self, Id};
use crate::diagnostics::{Diagnostic, Diagnostics, Place};
use crate::plan::Plan;
use crate::print::brief::pictures_of;
use crate::print::codes;
use crate::print::job::PictureFile;
use crate::print::picture::{self, Gate, Remark};
use crate::print::places::Places;
use crate::print::world::Desk;

/// Reports every picture of all sheets that can't be printed, without laying out any: what `check` can say of them. Whether one is too
/// coarse or stretched depends on the sheet that it stands on.
pub fn check_pictures(plan: &Plan, found: &Diagnostics) {
    let gate = Gate::default();
    plan.editions.par_iter().for_each(|of| {
        let pieces: BTreeSet<&Id> = of.sheets.iter().map(|sheet| &sheet.piece).collect();
        let items = pieces.into_iter().filter_map(|id| of.edition.pieces.get(id));
        items.for_each(|item| {
            let mut pictures = pictures_of(&of.edition, item);
            // A logo that is no picture at all was told of where it is named.
            let logo = |place: &Place| of.edition.logos().any(|logo| logo.place == *place);
            pictures.retain(|_, file| !(logo(&file.place) && content::picture::size(&file.bytes).is_none()));
            check(&gate, &pictures, found);
        });
    });
}

/// Reports every picture that can't be printed.
pub(super) fn check(gate: &Gate, pictures: &BTreeMap<String, PictureFile>, found: &Diagnostics) {
    for (path, file) in pictures {
        if let Some(fault) = gate.fault(&file.bytes) {
            found.push(
                Diagnostic::error(codes::BAD_PICTURE, format!("gambar `{path}` tidak dapat dicetak"))
                    .at(&file.place)
                    .because(format!("gambar ini {}", fault.what))
                    .hint(fault.hint),
            );
        }
    }
}

impl Press<'_> {
    /// The artwork as it is looked at: pictures keep their colours on every sheet but one of one ink, where a coloured logo would promise
    /// what no copier prints.
    pub(super) fn as_printed(
        &self,
        artwork: PagedDocument,
        inked: impl FnOnce(&PagedDocument) -> Option<PagedDocument>,
    ) -> PagedDocument {
        let shown = if self.job.format.one_ink { inked(&artwork) } else { None };
        shown.unwrap_or(artwork)
    }

    /// The artwork with its pictures in press inks; preflight keeps the pictures as they are.
    pub(super) fn inked(&self, artwork: &PagedDocument, desk: &Desk<'_>, places: &Places<'_>) -> Option<PagedDocument> {
        if self.job.pictures.is_empty() {
            return Some(artwork.clone());
        }
        let format = &self.job.format;
        let inks = self.house.inks().on(format.one_ink);
        let (inked, notes) = picture::for_press(artwork, &inks, format.resolution);
        for note in notes {
            let own = self.job.pictures.iter().find(|(_, file)| file.bytes.as_ref() == note.bytes.as_slice());
            let name = own.map_or_else(|| "di templat".to_owned(), |(path, _)| format!("`{path}`"));
            let of_template = note.remark == Remark::Stretched;
            let told = match note.remark {
                Remark::Failed => {
                    Diagnostic::error(codes::NOT_CMYK, format!("gambar {name} tidak dapat diubah menjadi tinta cetak"))
                        .hint("simpan ulang sebagai PNG atau SVG biasa")
                }
                Remark::Stretched => {
                    Diagnostic::error(codes::STRETCHED, format!("gambar {name} ditarik: perbandingan sisinya berubah"))
                        .hint("beri gambar di templat salah satu saja, `width` atau `height`, atau `fit: \"contain\"`")
                }
                Remark::Pixels(why) => {
                    Diagnostic::note(codes::DRAWN_AS_PIXELS, format!("gambar {name} dicetak sebagai titik, bukan kurva"))
                        .because(format!("di dalamnya ada {why}"))
                        .hint("tepinya paling tajam bila gambar hanya berisi bidang dan garis berwarna rata")
                }
            };
            // A drawing is spoken of where the content names it, a template where it stretches.
            let told = match own {
                Some((_, file)) if !of_template => told.at(&file.place),
                _ => places.mark(told, desk, note.span),
            };
            self.found.push(told);
        }
        (!self.found.has_errors()).then_some(inked)
    }
}
