//! What every content file carries in its front matter, whatever its kind.

use super::Id;
use crate::diagnostics::{Located, Place};
use crate::source::Date;

/// How well a statement is sourced (`keyakinan`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// From memory, no source found: never printed as fact.
    Low,
    /// One source.
    Medium,
    /// The official text, or two independent sources.
    High,
}

impl Confidence {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Confidence); 3] =
        [("tinggi", Confidence::High), ("sedang", Confidence::Medium), ("rendah", Confidence::Low)];

    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Confidence::High => "tinggi",
            Confidence::Medium => "sedang",
            Confidence::Low => "rendah",
        }
    }
}

/// The keys common to all content files.
#[derive(Clone, Debug)]
pub struct Meta {
    /// `judul`: the title.
    pub title: Located<String>,
    /// `ringkas`: one or two lines that stand for the whole.
    pub summary: Option<Located<String>>,
    /// `spanduk`: a headline of at most seven words, for pieces read from afar.
    pub headline: Option<Located<String>>,
    /// `kata_kunci`: what people type when they look for it, though it is not written in it.
    pub keywords: Vec<Located<String>>,
    /// `urutan`: the place in lists, smaller first; files without it come after, by title.
    pub order: Option<i64>,
    /// `draf`: not published.
    pub draft: bool,
    /// `terkunci`: no region may override this file.
    pub locked: bool,
    /// `sumber`: addresses or file names of the sources.
    pub sources: Vec<Located<String>>,
    /// `keyakinan`: how well it is sourced.
    pub confidence: Option<Located<Confidence>>,
    /// `keyakinan_catatan`: what the confidence does not cover.
    pub confidence_note: Option<Located<String>>,
    /// `diperiksa`: the day on which someone last compared it with its sources.
    pub checked: Option<Located<Date>>,
    /// `tinjau_sebelum`: the day before which it must be looked at again.
    pub review_before: Option<Located<Date>>,
    /// `catatan`: a remark for the reader.
    pub note: Option<Located<String>>,
    /// `sengketa`: the disputed points that this content touches. The page shows the opinions; print leaves it out.
    pub disputes: Vec<Located<Id>>,
    /// `sengaja_menyebut`: revoked regulations, institutions of the past and wrong citations that are named on purpose.
    pub on_purpose: Vec<Located<Id>>,
    /// The front matter as a whole, for errors about the file.
    pub place: Place,
}

impl Meta {
    /// Whether the content may stand in print: it has a source and touches no dispute.
    pub fn is_printable(&self) -> bool {
        !self.is_unsourced() && self.disputes.is_empty()
    }

    /// Whether nothing backs it (`keyakinan: rendah`).
    pub fn is_unsourced(&self) -> bool {
        self.confidence.as_ref().is_some_and(|confidence| confidence.value == Confidence::Low)
    }
}
