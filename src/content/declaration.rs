//! A declaration: an oath, a pact of integrity or a joint declaration, with its exact wording.

use super::law::{LegalBasis, Regime};
use super::{Confidence, Id, Meta};
use crate::diagnostics::Located;
use crate::source::Date;

/// What is signed (`jenis`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeclarationKind {
    /// Read aloud.
    Oath,
    /// Signed by one person.
    IntegrityPact,
    /// Signed together.
    Declaration,
}

impl DeclarationKind {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, DeclarationKind); 3] = [
        ("ikrar", DeclarationKind::Oath),
        ("pakta_integritas", DeclarationKind::IntegrityPact),
        ("deklarasi", DeclarationKind::Declaration),
    ];

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            DeclarationKind::Oath => "Ikrar",
            DeclarationKind::IntegrityPact => "Pakta integritas",
            DeclarationKind::Declaration => "Deklarasi",
        }
    }
}

/// A passage of the wording; may hold placeholders such as `{{ pemilihan.nama }}`.
#[derive(Clone, Debug)]
pub struct Passage {
    /// The wording.
    pub text: Located<String>,
    /// `kutipan`: the official text, word for word.
    pub quoted: bool,
    /// How sure the wording is, when it differs from the rest.
    pub confidence: Option<Located<Confidence>>,
}

/// One point of the declaration.
#[derive(Clone, Debug)]
pub struct Point {
    /// `nomor`
    pub number: i64,
    /// The wording.
    pub passage: Passage,
    /// `inti`: the point in plain words.
    pub gist: Option<Located<String>>,
}

/// A field of the form that is filled in (`bidang`).
#[derive(Clone, Debug)]
pub struct FormField {
    /// `nama`: what is written there.
    pub name: Located<String>,
    /// `wajib`: whether it must be filled in.
    pub required: bool,
    /// `keyakinan`: how sure it is that the official form has it. Low means that it rests on habit only, and says so.
    pub confidence: Option<Located<Confidence>>,
}

/// Where and when it was declared before (`contoh`).
#[derive(Clone, Debug)]
pub struct Occasion {
    /// `isi`: what happened.
    pub text: Located<String>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Option<Located<Confidence>>,
}

/// One file of `content/deklarasi/`.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// The file's id.
    pub id: Id,
    /// The common keys.
    pub meta: Meta,
    /// `jenis`
    pub kind: Located<DeclarationKind>,
    /// `rezim`
    pub regimes: Vec<Located<Regime>>,
    /// `pengikrar`: keys of [`super::law::SUBJECTS`].
    pub declarants: Vec<Located<String>>,
    /// `dasar`
    pub basis: Vec<LegalBasis>,
    /// `pembuka`
    pub opening: Option<Passage>,
    /// `butir`
    pub points: Vec<Point>,
    /// `penutup`
    pub closing: Option<Passage>,
    /// `penandatangan`: who signs.
    pub signatories: Vec<Located<String>>,
    /// `urutan_tanda_tangan`: who signs first, second, …
    pub signing_order: Vec<Located<String>>,
    /// `disaksikan`: who looks on.
    pub witnesses: Vec<Located<String>>,
    /// `alur`: the steps of the event.
    pub steps: Vec<Located<String>>,
    /// `bidang`: the fields of the form.
    pub fields: Vec<FormField>,
    /// `contoh`: where it was declared before.
    pub examples: Vec<Occasion>,
    /// `tanggal`: the day on which this wording was declared.
    pub date: Option<Located<Date>>,
}
