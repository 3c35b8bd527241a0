//! Reads the entries of `pelaporan.yaml`.

use super::fields::{basis, flag, required_confidence, required_texts};
use super::law::regimes;
use crate::content::Id;
use crate::content::law::Regime;
use crate::content::reporting::{Channel, DayKind, Deadline, FormPart, Procedure, ReportForm, Reporter};
use crate::diagnostics::Diagnostics;
use crate::source::reader::MapReader;

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

/// Reads an entry of `pelapor`.
pub(super) fn reporter(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Reporter> {
    let regime = reader.require("rezim").choice("rezim", &Regime::CHOICES);
    let who = required_texts(&mut reader, "siapa");
    let basis = basis(&mut reader, "dasar", d);
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    reader.finish();
    Some(Reporter { id, regime: regime?, who, basis, sources, confidence: confidence? })
}

/// Reads an entry of `alur`.
pub(super) fn procedure(id: Id, mut reader: MapReader<'_>, _: &Diagnostics) -> Option<Procedure> {
    let kind = reader.required_text("jenis");
    let steps = required_texts(&mut reader, "langkah");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    reader.finish();
    Some(Procedure { id, kind: kind?, steps, sources, confidence: confidence? })
}

/// Reads an entry of `formulir`.
pub(super) fn form(id: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<ReportForm> {
    let name = reader.required_text("nama");
    let regime = reader.require("rezim").choice("rezim", &Regime::CHOICES);
    let basis = basis(&mut reader, "dasar", d);
    let parts = reader.maps("bidang").into_iter().filter_map(form_part).collect();
    let note = reader.text("catatan");
    let sources = reader.texts("sumber");
    let confidence = required_confidence(&mut reader);
    let confidence_note = reader.text("keyakinan_catatan");
    reader.finish();
    Some(ReportForm { id, name: name?, regime: regime?, basis, parts, note, sources, confidence: confidence?, confidence_note })
}

fn form_part(mut reader: MapReader<'_>) -> Option<FormPart> {
    let name = reader.required_text("bagian");
    let items = required_texts(&mut reader, "isi");
    reader.finish();
    Some(FormPart { name: name?, items })
}
