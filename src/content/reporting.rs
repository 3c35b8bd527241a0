//! How and until when to tell the supervisor: `pelaporan.yaml`.

use super::law::{LegalBasis, Regime};
use super::{Confidence, Entries, Id};
use crate::diagnostics::Located;

/// How days are counted (`jenis_hari`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayKind {
    /// Working days.
    Working,
    /// Calendar days.
    Calendar,
    /// The text does not say.
    Unsaid,
}

impl DayKind {
    /// The words of the file.
    pub const CHOICES: [(&'static str, DayKind); 3] =
        [("kerja", DayKind::Working), ("kalender", DayKind::Calendar), ("tidak_disebut", DayKind::Unsaid)];
}

/// A deadline; its regime stands beside it, always.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// Its id.
    pub id: Id,
    /// `rezim`
    pub regime: Located<Regime>,
    /// `hal`: the deadline for what.
    pub matter: Located<String>,
    /// `nilai` of `satuan`.
    pub value: i64,
    /// `satuan`: hari.
    pub unit: String,
    /// `jenis_hari`
    pub day_kind: DayKind,
    /// `dasar`
    pub basis: Vec<LegalBasis>,
    /// `catatan`
    pub note: Option<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

impl Deadline {
    /// `7 hari kerja`, `3 hari kalender`, `7 hari`.
    pub fn span(&self) -> String {
        let kind = match self.day_kind {
            DayKind::Working => " kerja",
            DayKind::Calendar => " kalender",
            DayKind::Unsaid => "",
        };
        format!("{} {}{kind}", self.value, self.unit)
    }
}

/// A way to reach a supervisor.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its id.
    pub id: Id,
    /// `nama`
    pub name: Located<String>,
    /// `cara`: what one does.
    pub how: Located<String>,
    /// `rezim`
    pub regimes: Vec<Located<Regime>>,
    /// `tingkat`: desa/kelurahan, kecamatan, kabupaten/kota.
    pub level: Option<Located<String>>,
    /// `daring`: on the internet.
    pub online: bool,
    /// `tautan`: its address there.
    pub link: Option<Located<String>>,
    /// `catatan`
    pub note: Option<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

/// Who may report (`pelapor`), by regime.
#[derive(Clone, Debug)]
pub struct Reporter {
    /// Its id.
    pub id: Id,
    /// `rezim`
    pub regime: Located<Regime>,
    /// `siapa`
    pub who: Vec<Located<String>>,
    /// `dasar`
    pub basis: Vec<LegalBasis>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

/// What follows a report (`alur`).
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Its id.
    pub id: Id,
    /// `jenis`: of which violation.
    pub kind: Located<String>,
    /// `langkah`
    pub steps: Vec<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

/// A form to report with (`formulir`).
#[derive(Clone, Debug)]
pub struct ReportForm {
    /// Its id.
    pub id: Id,
    /// `nama`
    pub name: Located<String>,
    /// `rezim`
    pub regime: Located<Regime>,
    /// `dasar`
    pub basis: Vec<LegalBasis>,
    /// `bidang`: its parts, each with what is filled in.
    pub parts: Vec<FormPart>,
    /// `catatan`
    pub note: Option<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
    /// `keyakinan_catatan`: what the confidence does not cover.
    pub confidence_note: Option<Located<String>>,
}

/// A part of a form.
#[derive(Clone, Debug)]
pub struct FormPart {
    /// `bagian`: about whom or what.
    pub name: Located<String>,
    /// `isi`: what is filled in.
    pub items: Vec<Located<String>>,
}

/// What an edition says of reporting, every layer's `pelaporan.yaml` resolved.
#[derive(Clone, Debug, Default)]
pub struct Reporting {
    /// `tenggat`
    pub deadlines: Entries<Deadline>,
    /// `saluran`
    pub channels: Entries<Channel>,
    /// `pelapor`
    pub reporters: Entries<Reporter>,
    /// `alur`
    pub procedures: Entries<Procedure>,
    /// `formulir`
    pub forms: Entries<ReportForm>,
}
