//! A term and what it means: `glosarium.yaml`.

use super::{Confidence, Id};
use crate::diagnostics::Located;
use crate::source::Date;

/// One entry of `istilah`.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its id; also its anchor on the page that shows the glossary.
    pub id: Id,
    /// `istilah`: the word or abbreviation.
    pub term: Located<String>,
    /// `kepanjangan`: an abbreviation spelled out.
    pub expansion: Option<Located<String>>,
    /// `arti`
    pub meaning: Located<String>,
    /// `berakhir`: the day on which this institution ceased to be.
    pub ended: Option<Located<Date>>,
    /// `pengganti`: the id of the term that took its place.
    pub successor: Option<Located<Id>>,
    /// `catatan`
    pub note: Option<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

/// Abbreviations that every reader knows: an entry of `lazim`.
#[derive(Clone, Debug)]
pub struct Common {
    /// Its id.
    pub id: Id,
    /// `kata`: the abbreviations, as they are written.
    pub words: Vec<Located<String>>,
}

impl Term {
    /// `ASN (Aparatur Sipil Negara)`
    pub fn name(&self) -> String {
        match &self.expansion {
            // An expansion with brackets of its own would end in two.
            Some(expansion) if expansion.value.contains('(') => format!("{}: {}", self.term.value, expansion.value),
            Some(expansion) => format!("{} ({})", self.term.value, expansion.value),
            None => self.term.value.clone(),
        }
    }
}
