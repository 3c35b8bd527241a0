//! Reads the entries of `pelaporan.yaml`.

use super::fields::{basis, flag};
use super::law::regimes;
use crate::content::law::Regime;
use crate::content::reporting::{Channel, DayKind, Deadline};
use crate::content::{Confidence, Id};
use crate::diagnostics::{Diagnostics, Located};
use crate::source::reader::MapReader;

fn required_confidence(reader: &mut MapReader<'_>) -> Option<Located<Confidence>> {
    reader.require("keyakinan").choice("keyakinan", &Confidence::CHOICES)
}

/// Reads an entry of `tenggat`.
pub(super) fn deadline(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Deadline> {
    let regime = reader.require("rezim").choice("rezim", &Regime::CHOICES);
    let matter = reader.required_text("hal");
    let value = reader.require("nilai").integer("nilai");
    let unit = reader.required_text("satuan");
    let day_kind = reader.require("jenis_hari").choice("jenis_hari", &DayKind::CHOICES);
    let basis = basis(&mut reader, "dasar", d);
    let note = reader.text("catatan");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    reader.finish();
    Some(Deadline {
        id,
        regime: regime?,
        matter: matter?,
        value: value?.value,
        unit: unit?.value,
        day_kind: day_kind?.value,
        basis,
        note,
        sources,
        confidence: confidence?,
    })
}

/// Reads an entry of `saluran`.
pub(super) fn channel(id: Id, mut reader: MapReader<'_>, _: &Diagnostics) -> Option<Channel> {
    let name = reader.required_text("nama");
    let how = reader.required_text("cara");
    let regimes = regimes(&mut reader);
    let level = reader.text("tingkat");
    let online = flag(&mut reader, "daring");
    let link = reader.text("tautan");
    let note = reader.text("catatan");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    reader.finish();
    Some(Channel { id, name: name?, how: how?, regimes, level, online, link, note, sources, confidence: confidence? })
}
