//! A regulation: its status, who revoked or amended it, and its articles with their successors.

use super::law::{LegalBasis, Regime};
use super::{Confidence, Id, Meta};
use crate::diagnostics::Located;
use crate::source::Date;

/// Whether a regulation is law today (`status`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// In force as written.
    InForce,
    /// In force with amendments.
    Amended,
    /// Parts of it no longer hold.
    PartlyRevoked,
    /// No longer law.
    Revoked,
}

impl Status {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Status); 4] = [
        ("berlaku", Status::InForce),
        ("diubah", Status::Amended),
        ("dicabut_sebagian", Status::PartlyRevoked),
        ("dicabut", Status::Revoked),
    ];

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Status::InForce => "Berlaku",
            Status::Amended => "Berlaku dengan perubahan",
            Status::PartlyRevoked => "Dicabut sebagian",
            Status::Revoked => "Dicabut",
        }
    }

    /// The word of the front matter for this status.
    pub fn key(self) -> &'static str {
        match self {
            Status::InForce => "berlaku",
            Status::Amended => "diubah",
            Status::PartlyRevoked => "dicabut_sebagian",
            Status::Revoked => "dicabut",
        }
    }
}

/// A regulation that touched this one: an id where it is in the content, else its name.
#[derive(Clone, Debug, PartialEq)]
pub enum Actor {
    /// In the content.
    Known(Id),
    /// Named only, such as `UU 6/2023 (Cipta Kerja)`.
    Named(String),
}

/// Who took the regulation out of force (`dicabut_oleh`).
#[derive(Clone, Debug)]
pub struct Revocation {
    /// The revoking regulation.
    pub by: Located<Actor>,
    /// The revoking article.
    pub article: Option<Located<String>>,
    /// The day of revocation.
    pub date: Option<Located<Date>>,
    /// What was revoked, when not all of it (`lingkup`).
    pub scope: Option<Located<String>>,
    /// A remark (`keterangan`).
    pub note: Option<Located<String>>,
    /// How sure that is, when it differs from the rest of the file.
    pub confidence: Option<Located<Confidence>>,
}

/// Who changed the regulation (`diubah_oleh`).
#[derive(Clone, Debug)]
pub struct Amendment {
    /// The amending regulation or court decision.
    pub by: Located<Actor>,
    /// What it did (`sifat`): `perubahan`, `tafsir bersyarat`, …
    pub nature: Option<Located<String>>,
    /// The part it touched (`bagian`).
    pub part: Option<Located<String>>,
    /// The day of the change.
    pub date: Option<Located<Date>>,
    /// How sure that is, when it differs from the rest of the file.
    pub confidence: Option<Located<Confidence>>,
}

/// One article (`pasal`).
#[derive(Clone, Debug)]
pub struct Article {
    /// In the words of the law: `Pasal 2 huruf f`.
    pub number: Located<String>,
    /// The same as it stands in an address: `pasal-2-huruf-f`. Kept, because every citation of every edition looks for it.
    pub anchor: String,
    /// What it says, in plain words.
    pub summary: Located<String>,
    /// Its official wording, when `kutipan: true`.
    pub quote: Option<Located<String>>,
    /// The articles that replaced it (`padanan`).
    pub successors: Vec<LegalBasis>,
    /// Its own sources, when they differ from the regulation's.
    pub sources: Vec<Located<String>>,
    /// Its own confidence, when it differs from the regulation's.
    pub confidence: Option<Located<Confidence>>,
}

/// One file of `content/regulasi/`.
#[derive(Clone, Debug)]
pub struct Regulation {
    /// The file's id.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `jenis`: UU, PP, Putusan MK, …
    pub kind: Located<String>,
    /// `nomor`, as printed.
    pub number: Located<String>,
    /// `tahun`
    pub year: i64,
    /// `sebutan`: what people call it.
    pub called: Option<Located<String>>,
    /// `tanggal`: the day it was made.
    pub date: Option<Located<Date>>,
    /// `tanggal_pengundangan`: the day it was promulgated.
    pub promulgated: Option<Located<Date>>,
    /// `lembaran`: where it was promulgated.
    pub gazette: Option<Located<String>>,
    /// `status`
    pub status: Located<Status>,
    /// `dicabut_oleh`
    pub revoked_by: Option<Revocation>,
    /// `diubah_oleh`
    pub amended_by: Vec<Amendment>,
    /// `rezim`
    pub regimes: Vec<Located<Regime>>,
    /// `pasal`
    pub articles: Vec<Article>,
    /// `pasal_lain`: articles that are cited but not summed up here.
    pub other_articles: Vec<Located<String>>,
    /// `nomor_per_lembaga`: institution and number, for joint decisions.
    pub numbers_by_institution: Vec<(Located<String>, Located<String>)>,
    /// `penandatangan`
    pub signatories: Vec<Located<String>>,
}

impl Regulation {
    /// Whether it is no longer law on a day. One whose day of revocation is not known is none on any day.
    pub fn is_revoked_on(&self, day: Date) -> bool {
        let since = self.revoked_by.as_ref().and_then(|revocation| revocation.date.as_ref());
        self.status.value == Status::Revoked && since.is_none_or(|since| since.value <= day)
    }

    /// The short name used in citations: `UU 20/2023`, `Putusan MK 121/PUU-XXII/2024`,
    /// `Keputusan Bersama 2022`.
    ///
    /// The slash form is customary for the numbered series; a joint decision has a number for each
    /// of its institutions, so its year stands for it.
    pub fn short_name(&self) -> String {
        let (kind, number, year) = (self.kind.value.as_str(), self.number.value.as_str(), self.year);
        if number.contains(';') {
            return format!("{kind} {year}");
        }
        let plain_number = number.chars().all(|c| c.is_ascii_alphanumeric());
        if plain_number { format!("{kind} {number}/{year}") } else { format!("{kind} {number}") }
    }
}
