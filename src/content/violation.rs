//! A form of violation: who, when, resting on which article, with which sanction.

use super::finder::Deed;
use super::law::{LegalBasis, Phase, Regime};
use super::{Confidence, Id, Meta};
use crate::diagnostics::Located;

/// The groups in which the forms are listed (`kelompok`): word of the front matter and label.
pub const GROUPS: [(&str, &str); 7] = [
    ("kode_etik", "Pelanggaran kode etik"),
    ("disiplin", "Pelanggaran disiplin"),
    ("desa", "Larangan bagi kepala dan perangkat desa"),
    ("pemilu", "Larangan dalam Pemilu"),
    ("pilkada", "Larangan dalam Pilkada"),
    ("lain", "Larangan lain"),
    ("konsep", "Bentuk lain yang perlu diketahui"),
];

/// One file of `content/pelanggaran/`.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The file's id.
    pub id: Id,
    /// The common keys; `ringkas` is required here: the prohibition in one line.
    pub meta: Meta,
    /// `daftar`: the list it stands in, such as `kb-netralitas-2022`.
    pub list: Located<String>,
    /// `nomor_urut`: its number in that list.
    pub number: Option<i64>,
    /// `kelompok`: one of [`GROUPS`].
    pub group: Located<String>,
    /// `subjek`: keys of [`super::law::SUBJECTS`].
    pub subjects: Vec<Located<String>>,
    /// `rezim`
    pub regimes: Vec<Located<Regime>>,
    /// `fase`
    pub phases: Vec<Located<Phase>>,
    /// `perbuatan`: what kind of act it is about; none for one that is about any.
    pub deeds: Vec<Located<Deed>>,
    /// `terhadap`: against whom, *bakal calon* or *calon*: the same act weighs differently.
    pub against: Option<Located<String>>,
    /// `dasar`: what forbids it.
    pub basis: Vec<LegalBasis>,
    /// `sanksi`: ids of sanctions.
    pub sanctions: Vec<Located<Id>>,
    /// `dasar_sanksi`: what attaches the sanction.
    pub sanction_basis: Vec<LegalBasis>,
    /// `diputus_oleh`: who decides.
    pub decided_by: Option<Located<String>>,
    /// `keyakinan_dasar`
    pub basis_confidence: Option<Located<Confidence>>,
    /// `keyakinan_sanksi`
    pub sanction_confidence: Option<Located<Confidence>>,
}

impl Violation {
    /// What a reader sees for the group.
    pub fn group_label(&self) -> &str {
        let key = self.group.value.as_str();
        GROUPS.iter().find(|(known, _)| *known == key).map_or(key, |(_, label)| label)
    }
}
