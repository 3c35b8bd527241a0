//! A count that an institution published: `statistik.yaml`. Institution and day stand beside every figure, always: the same matter
//! has other figures from another institution or on another day.

use super::{Confidence, Id, day, number};
use crate::diagnostics::Located;

/// One number of a statistic (`angka`).
#[derive(Clone, Debug)]
pub struct Figure {
    /// `label`: what was counted.
    pub label: Located<String>,
    /// `nilai`
    pub value: i64,
    /// `persen`
    pub percent: Option<f64>,
}

impl Figure {
    /// `1.597 (78,5%)`
    pub fn amount(&self) -> String {
        let count = number::thousands(self.value);
        self.percent.map_or_else(|| count.clone(), |percent| format!("{count} ({}%)", number::decimal(percent)))
    }
}

/// One entry of `statistik`.
#[derive(Clone, Debug)]
pub struct Statistic {
    /// Its id.
    pub id: Id,
    /// `judul`
    pub title: Located<String>,
    /// `lembaga`: who counted.
    pub institution: Located<String>,
    /// `konteks`: in which election.
    pub context: Option<Located<String>>,
    /// `per_tanggal`: until when it was counted; free text, or a day. Without it nothing is printed.
    pub as_of: Option<Located<String>>,
    /// `angka`
    pub figures: Vec<Figure>,
    /// `kalimat_cetak`: the sentence that may be printed.
    pub print_sentence: Option<Located<String>>,
    /// `layak_cetak`: whether it may be printed at all.
    pub printable: bool,
    /// `banding`: statistics on the same matter, shown beside it.
    pub compare: Vec<Located<Id>>,
    /// `catatan`
    pub note: Option<Located<String>>,
    /// `sumber`
    pub sources: Vec<Located<String>>,
    /// `keyakinan`
    pub confidence: Located<Confidence>,
}

impl Statistic {
    /// Who counted and until when: `KASN, per 3 Desember 2024`.
    pub fn counted(&self) -> String {
        match &self.as_of {
            Some(as_of) => format!("{}, per {}", self.institution.value, day::spoken_text(&as_of.value)),
            None => format!("{}, tanggal hitung tidak disebut", self.institution.value),
        }
    }
}
