//! Reads the front matter of declarations.

use super::fields::{basis, flag, meta, require_sources, words};
use super::law::regimes;
use crate::content::declaration::{DeclarationKind, FormField, Occasion, Passage, Point};
use crate::content::law::SUBJECTS;
use crate::content::{Confidence, Declaration, Id};
use crate::diagnostics::Diagnostics;
use crate::source::reader::MapReader;

/// Reads `content/deklarasi/<id>.md`.
pub(super) fn declaration(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Declaration> {
    let meta = meta(&mut reader, d);
    if let Some(meta) = &meta {
        require_sources(&mut reader, meta);
    }
    let kind = reader.require("jenis").choice("jenis", &DeclarationKind::CHOICES);
    let regimes = regimes(&mut reader);
    let declarants = words(&mut reader, "pengikrar", &SUBJECTS, d);
    let basis_list = basis(&mut reader, "dasar", d);
    let opening = reader.map("pembuka").and_then(passage);
    let points = reader.maps("butir").into_iter().filter_map(point).collect();
    let closing = reader.map("penutup").and_then(passage);
    let signatories = reader.texts("penandatangan");
    let signing_order = reader.texts("urutan_tanda_tangan");
    let witnesses = reader.texts("disaksikan");
    let steps = reader.texts("alur");
    let fields = reader.maps("bidang").into_iter().filter_map(field).collect();
    let examples = reader.maps("contoh").into_iter().filter_map(occasion).collect();
    let date = reader.date("tanggal");
    reader.finish();
    Some(Declaration {
        id: own,
        meta: meta?,
        kind: kind?,
        regimes,
        declarants,
        basis: basis_list,
        opening,
        points,
        closing,
        signatories,
        signing_order,
        witnesses,
        steps,
        fields,
        examples,
        date,
    })
}

fn field(mut reader: MapReader<'_>) -> Option<FormField> {
    let name = reader.required_text("nama");
    let required = flag(&mut reader, "wajib");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    reader.finish();
    Some(FormField { name: name?, required, confidence })
}

fn occasion(mut reader: MapReader<'_>) -> Option<Occasion> {
    let text = reader.required_text("isi");
    let sources = reader.require("sumber").texts("sumber");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    reader.finish();
    Some(Occasion { text: text?, sources, confidence })
}

fn passage(mut reader: MapReader<'_>) -> Option<Passage> {
    let passage = wording(&mut reader);
    reader.finish();
    passage
}

fn point(mut reader: MapReader<'_>) -> Option<Point> {
    let number = reader.require("nomor").integer("nomor");
    let passage = wording(&mut reader);
    let gist = reader.text("inti");
    reader.finish();
    Some(Point { number: number?.value, passage: passage?, gist })
}

fn wording(reader: &mut MapReader<'_>) -> Option<Passage> {
    let text = reader.required_text("teks");
    let quoted = flag(reader, "kutipan");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    Some(Passage { text: text?, quoted, confidence })
}
