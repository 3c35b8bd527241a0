//! A village and its supervisor: a row that streams through a job, never a page kept in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostics::{Located, Place};
use crate::source::Date;

/// Desa or kelurahan (`jenis`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VillageKind {
    /// A rural village with an elected head.
    Desa,
    /// An urban village under the municipality.
    Kelurahan,
}

impl VillageKind {
    /// The words of the table.
    pub const CHOICES: [(&'static str, VillageKind); 2] = [("desa", VillageKind::Desa), ("kelurahan", VillageKind::Kelurahan)];

    /// The word before the village's name: `Desa Sutera`.
    pub fn label(self) -> &'static str {
        match self {
            VillageKind::Desa => "Desa",
            VillageKind::Kelurahan => "Kelurahan",
        }
    }
}

/// Where a contact would appear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// The website.
    Web,
    /// Anything printed.
    Print,
}

/// When and where a contact may be shown. Whoever watches over a village or a kecamatan serves one election, and the number may be a
/// personal one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permit {
    /// `mulai`: the first day of the term.
    pub from: Option<Date>,
    /// `selesai`: the last day of the term.
    pub until: Option<Date>,
    /// `izin_web`: consent to appear on the website.
    pub web_consent: bool,
    /// `izin_cetak`: consent to appear in print.
    pub print_consent: bool,
}

impl Permit {
    /// Whether the contact may be shown in `medium` on `day`: in its term, with consent. Without both ends of the term nothing is shown,
    /// because personal data needs a limit.
    pub fn may_show(&self, medium: Medium, day: Date) -> bool {
        let consent = match medium {
            Medium::Web => self.web_consent,
            Medium::Print => self.print_consent,
        };
        let in_term = matches!((self.from, self.until), (Some(from), Some(until)) if from <= day && day <= until);
        consent && in_term
    }

    /// Whether there is consent for any medium.
    pub fn has_consent(&self) -> bool {
        self.web_consent || self.print_consent
    }
}

/// A village supervisor's contact. It is personal data.
#[derive(Clone, Debug)]
pub struct Supervisor {
    /// `pengawas`: the name.
    pub name: Located<String>,
    /// `telepon`
    pub phone: Option<Located<String>>,
    /// When and where it may be shown.
    pub permit: Permit,
}

/// A row of `desa.csv` or `desa.xlsx`.
#[derive(Clone, Debug)]
pub struct Village {
    /// `kode`: `61.11.01.2001`.
    pub code: Located<String>,
    /// `nama`, as spoken: holds apostrophes, quotes, slashes, brackets and dots.
    pub name: Located<String>,
    /// `kecamatan`
    pub district: Located<String>,
    /// `jenis`
    pub kind: VillageKind,
    /// The supervisor, when the table names one. Apart, because most of the country's 83,763 villages have none and all are in memory.
    pub supervisor: Option<Box<Supervisor>>,
    /// Copies by print piece; the piece's id is the name of the column.
    pub copies: Vec<(Arc<Located<String>>, u32)>,
    /// The row as a whole.
    pub place: Place,
}

/// What each village is called in a list of names, by code: with its kecamatan where another has the same name, and with its code where
/// even that does not tell them apart. A village is its code, its name and its kecamatan.
pub fn names_apart<'v>(villages: impl IntoIterator<Item = (&'v str, &'v str, &'v str)>) -> BTreeMap<&'v str, String> {
    let villages: Vec<(&str, &str, &str)> = villages.into_iter().collect();
    let mut alike: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (_, name, district) in &villages {
        alike.entry(name.to_lowercase()).or_default().push(district);
    }
    let called = |(code, name, district): (&'v str, &str, &str)| {
        let districts = &alike[&name.to_lowercase()];
        let here = districts.iter().filter(|known| **known == district).count();
        let called = match (districts.len(), here) {
            (..=1, _) => name.to_owned(),
            (_, ..=1) => format!("{name} (Kec. {district})"),
            _ => format!("{name} ({code})"),
        };
        (code, called)
    };
    villages.iter().copied().map(called).collect()
}

#[cfg(test)]
mod tests {
    use super::names_apart;

    #[test]
    fn a_name_that_occurs_twice_is_told_with_its_kecamatan() {
        let villages = [
            ("1", "Sutera", "Sukadana"),
            ("2", "Harapan", "Sukadana"),
            ("3", "HARAPAN", "Seponti"),
            ("4", "Teluk", "Sukadana"),
            ("5", "Teluk", "Sukadana"),
        ];
        let names: Vec<String> = names_apart(villages).into_values().collect();
        assert_eq!(names, ["Sutera", "Harapan (Kec. Sukadana)", "HARAPAN (Kec. Seponti)", "Teluk (4)", "Teluk (5)"]);
    }
}
