//! Reads the front matter of regulations, violations and sanctions.

use super::codes::{REVOKER_MISSING, SCOPE_MISSING, TEXT_DAY_MISSING};
use super::fields::{basis, flag, id, meta, require_sources, required_word, words};
use crate::content::finder::Deed;
use crate::content::law::{Phase, Regime, SUBJECTS};
use crate::content::regulation::{Actor, Amendment, Article, Revocation, Status};
use crate::content::sanction::SanctionStatus;
use crate::content::violation::GROUPS;
use crate::content::{Confidence, Id, Regulation, Sanction, Violation};
use crate::diagnostics::{Diagnostic, Diagnostics, Located};
use crate::markdown::slug;
use crate::source::reader::MapReader;

/// Reads `content/regulasi/<id>.md`.
pub(super) fn regulation(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Regulation> {
    let meta = meta(&mut reader, d);
    if let Some(meta) = &meta {
        require_sources(&mut reader, meta);
    }
    let kind = reader.required_text("jenis");
    let number = reader.required_text("nomor");
    let year = reader.require("tahun").integer("tahun");
    let status = reader.require("status").choice("status", &Status::CHOICES);
    let called = reader.text("sebutan");
    let date = reader.date("tanggal");
    let promulgated = reader.date("tanggal_pengundangan");
    let gazette = reader.text("lembaran");
    let regimes = regimes(&mut reader);
    let revoked_by = reader.map("dicabut_oleh").and_then(revocation);
    let amended_by = reader.maps("diubah_oleh").into_iter().filter_map(amendment).collect();
    let articles = reader.maps("pasal").into_iter().filter_map(|entry| article(entry, d)).collect();
    let other_articles = reader.texts("pasal_lain");
    let numbers_by_institution = reader.maps("nomor_per_lembaga").into_iter().filter_map(numbered).collect();
    let signatories = reader.texts("penandatangan");
    reader.finish();
    let regulation = Regulation {
        id: own,
        meta: meta?,
        kind: kind?,
        number: number?,
        year: year?.value,
        called,
        date,
        promulgated,
        gazette,
        status: status?,
        revoked_by,
        amended_by,
        regimes,
        articles,
        other_articles,
        numbers_by_institution,
        signatories,
    };
    check_revoker(&regulation, d);
    Some(regulation)
}

/// A reader of a revoked law must be sent on to the law that took its place.
fn check_revoker(regulation: &Regulation, d: &Diagnostics) {
    let revoked = matches!(regulation.status.value, Status::Revoked | Status::PartlyRevoked);
    if revoked && regulation.revoked_by.is_none() {
        d.push(
            Diagnostic::error(REVOKER_MISSING, "regulasi yang dicabut tidak menyebut pencabutnya")
                .at(&regulation.status.place)
                .hint("tambahkan `dicabut_oleh:` dengan `oleh:`, `pasal:`, dan `tanggal:`"),
        );
    }
    let whole = regulation.revoked_by.as_ref().filter(|revocation| revocation.scope.is_none());
    if let (Status::PartlyRevoked, Some(revocation)) = (regulation.status.value, whole) {
        d.push(
            Diagnostic::error(SCOPE_MISSING, "regulasi yang dicabut sebagian tidak menyebut bagian mana")
                .at(&revocation.by.place)
                .because("tanpa `lingkup`, pembaca mengira seluruhnya tidak berlaku lagi, atau seluruhnya masih berlaku")
                .hint("tambahkan `lingkup: …` di dalam `dicabut_oleh`, misalnya `lingkup: selain Pasal 7 ayat (3)`"),
        );
    }
}

/// `rezim`, required: at least one.
pub(super) fn regimes(reader: &mut MapReader<'_>) -> Vec<Located<Regime>> {
    let regimes = reader.require("rezim").choices("rezim", &Regime::CHOICES);
    if regimes.is_empty() && reader.is_empty_list("rezim") {
        reader.missing("rezim");
    }
    regimes
}

/// A regulation named by id where it has the form of one, else by name.
fn actor(text: Located<String>) -> Located<Actor> {
    let value = match Id::new(&text.value) {
        Some(id) => Actor::Known(id),
        None => Actor::Named(text.value),
    };
    Located { value, place: text.place }
}

fn revocation(mut reader: MapReader<'_>) -> Option<Revocation> {
    let by = reader.required_text("oleh").map(actor);
    let article = reader.text("pasal");
    let date = reader.date("tanggal");
    let scope = reader.text("lingkup");
    let note = reader.text("keterangan");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    reader.finish();
    Some(Revocation { by: by?, article, date, scope, note, confidence })
}

fn amendment(mut reader: MapReader<'_>) -> Option<Amendment> {
    let by = reader.required_text("oleh").map(actor);
    let nature = reader.text("sifat");
    let part = reader.text("bagian");
    let date = reader.date("tanggal");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    reader.finish();
    Some(Amendment { by: by?, nature, part, date, confidence })
}

fn article(mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Article> {
    let number = reader.required_text("nomor");
    let summary = reader.required_text("ringkasan");
    let quoted = flag(&mut reader, "kutipan");
    let text = reader.text("teks");
    if quoted && text.is_none() {
        reader.missing("teks");
    }
    let successors = basis(&mut reader, "padanan", d);
    let sources = reader.texts("sumber");
    let confidence = reader.choice("keyakinan", &Confidence::CHOICES);
    reader.finish();
    let number = number?;
    let anchor = slug(&number.value);
    Some(Article { number, anchor, summary: summary?, quote: text.filter(|_| quoted), successors, sources, confidence })
}

fn numbered(mut reader: MapReader<'_>) -> Option<(Located<String>, Located<String>)> {
    let institution = reader.required_text("lembaga");
    let number = reader.required_text("nomor");
    reader.finish();
    Some((institution?, number?))
}

/// Reads `content/pelanggaran/<id>.md`.
pub(super) fn violation(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Violation> {
    let meta = meta(&mut reader, d);
    if let Some(meta) = &meta {
        require_sources(&mut reader, meta);
        if meta.summary.is_none() {
            reader.missing("ringkas");
        }
    }
    let list = reader.required_text("daftar");
    let number = reader.integer("nomor_urut").map(|number| number.value);
    let group = required_word(&mut reader, "kelompok", &GROUPS, d);
    let subjects = words(reader.require("subjek"), "subjek", &SUBJECTS, d);
    let regimes = regimes(&mut reader);
    let phases = reader.choices("fase", &Phase::CHOICES);
    let deeds = reader.choices("perbuatan", &Deed::CHOICES);
    let against = reader.text("terhadap");
    let basis_list = basis(&mut reader, "dasar", d);
    let sanctions = reader.texts("sanksi").into_iter().filter_map(|text| id(text, d)).collect();
    let sanction_basis = basis(&mut reader, "dasar_sanksi", d);
    let decided_by = reader.text("diputus_oleh");
    let basis_confidence = reader.choice("keyakinan_dasar", &Confidence::CHOICES);
    let sanction_confidence = reader.choice("keyakinan_sanksi", &Confidence::CHOICES);
    reader.finish();
    Some(Violation {
        id: own,
        meta: meta?,
        list: list?,
        number,
        group: group?,
        subjects,
        regimes,
        phases,
        deeds,
        against,
        basis: basis_list,
        sanctions,
        sanction_basis,
        decided_by,
        basis_confidence,
        sanction_confidence,
    })
}

/// Reads `content/sanksi/<id>.md`.
pub(super) fn sanction(own: Id, mut reader: MapReader<'_>, d: &Diagnostics) -> Option<Sanction> {
    let meta = meta(&mut reader, d);
    if let Some(meta) = &meta {
        require_sources(&mut reader, meta);
    }
    let group = reader.required_text("kelompok");
    let level = reader.required_text("tingkat");
    let regimes = regimes(&mut reader);
    let subjects = words(&mut reader, "subjek", &SUBJECTS, d);
    let decided_by = reader.text("diputus_oleh");
    let basis_list = basis(&mut reader, "dasar", d);
    let status = reader.require("status").choice("status", &SanctionStatus::CHOICES);
    let kinds = reader.texts("jenis");
    let criminal_kind = reader.text("jenis_pidana");
    let term = reader.text("pidana_badan");
    let fine = reader.text("denda");
    let text_before = reader.date("menurut_teks_sebelum");
    let neutrality_note = reader.text("catatan_netralitas");
    reader.finish();
    if text_before.is_none() {
        check_figure_day("pidana_badan", term.as_ref(), d);
        check_figure_day("denda", fine.as_ref(), d);
    }
    Some(Sanction {
        id: own,
        meta: meta?,
        group: group?,
        level: level?,
        regimes,
        subjects,
        decided_by,
        basis: basis_list,
        status: status?,
        kinds,
        criminal_kind,
        term,
        fine,
        text_before,
        neutrality_note,
    })
}

/// A term or a fine is read in a text of some day; UU 1/2026 changes many of them.
fn check_figure_day(key: &str, figure: Option<&Located<String>>, d: &Diagnostics) {
    let Some(figure) = figure else { return };
    d.push(
        Diagnostic::error(TEXT_DAY_MISSING, format!("`{key}` tanpa `menurut_teks_sebelum`"))
            .at(&figure.place)
            .because("angka pidana berubah dengan undang-undang baru; pembaca harus tahu teks mana yang dibaca")
            .hint("tambahkan `menurut_teks_sebelum: tahun-bulan-hari`"),
    );
}
