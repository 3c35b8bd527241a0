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
        let institution = &self.institution.value;
        match self.counted_until() {
            // Words such as `seluruh masa Pilkada 2020` are no day to count up to.
            Some((until, true)) => format!("{institution}, per {until}"),
            Some((until, false)) => format!("{institution}, {until}"),
            None => format!("{institution}, tanggal hitung tidak disebut"),
        }
    }

    /// The sentence that may be printed, with who counted and until when where it does not say so itself.
    pub fn printed(&self) -> Option<String> {
        let sentence = &self.print_sentence.as_ref()?.value;
        let (until, _) = self.counted_until()?;
        let complete = sentence.contains(&self.institution.value) && sentence.contains(&until);
        Some(if complete { sentence.clone() } else { format!("{sentence} ({})", self.counted()) })
    }

    /// Until when it was counted, as it is said, and whether that is a day or a month.
    fn counted_until(&self) -> Option<(String, bool)> {
        let written = &self.as_of.as_ref()?.value;
        let said = day::spoken_text(written);
        let is_day = said != *written;
        Some((said, is_day))
    }
}
