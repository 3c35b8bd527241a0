//! A sanction: what follows, for whom, decided by whom, and whether it is in force.

use super::law::{LegalBasis, Regime};
use super::{Id, Meta};
use crate::diagnostics::Located;
use crate::source::Date;

/// Whether the sanction can be imposed today (`status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SanctionStatus {
    /// In force.
    InForce,
    /// In force until a regulation still to come.
    Interim,
    /// On paper only: must never be printed as a fact.
    Deferred,
    /// Its figures are read from a text before UU 1/2026.
    ReadWithUu12026,
}

impl SanctionStatus {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, SanctionStatus); 4] = [
        ("berlaku", SanctionStatus::InForce),
        ("berlaku_sementara", SanctionStatus::Interim),
        ("tertunda", SanctionStatus::Deferred),
        ("perlu_dibaca_dengan_uu-1-2026", SanctionStatus::ReadWithUu12026),
    ];

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            SanctionStatus::InForce => "Berlaku",
            SanctionStatus::Interim => "Berlaku sementara",
            SanctionStatus::Deferred => "Tertunda, belum berlaku",
            SanctionStatus::ReadWithUu12026 => "Perlu dibaca bersama UU 1/2026",
        }
    }
}

/// One file of `content/sanksi/`.
#[derive(Clone, Debug)]
pub struct Sanction {
    /// The file's id.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `kelompok`: kode_etik, disiplin, pidana, …
    pub group: Located<String>,
    /// `tingkat`: its weight within the group.
    pub level: Located<String>,
    /// `rezim`: required, a sanction without its regime is wrong half of the time.
    pub regimes: Vec<Located<Regime>>,
    /// `subjek`: keys of [`super::law::SUBJECTS`].
    pub subjects: Vec<Located<String>>,
    /// `diputus_oleh`
    pub decided_by: Option<Located<String>>,
    /// `dasar`
    pub basis: Vec<LegalBasis>,
    /// `status`
    pub status: Located<SanctionStatus>,
    /// `jenis`: the single punishments.
    pub kinds: Vec<Located<String>>,
    /// `jenis_pidana`: penjara or kurungan.
    pub criminal_kind: Option<Located<String>>,
    /// `pidana_badan`: the term.
    pub term: Option<Located<String>>,
    /// `denda`: the fine.
    pub fine: Option<Located<String>>,
    /// `menurut_teks_sebelum`: the figures hold in the text before this day.
    pub text_before: Option<Located<Date>>,
    /// `catatan_netralitas`
    pub neutrality_note: Option<Located<String>>,
}
