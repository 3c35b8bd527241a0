//! The words in which Indonesian election law is sorted: regime, phase, subject, legal basis.

use std::collections::BTreeSet;

use super::Id;
use crate::diagnostics::Located;

/// Which body of law a rule belongs to. Deadlines and sanctions mean nothing without it: seven
/// days are working days for a Pemilu and calendar days for a Pilkada.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Regime {
    /// The general election (UU 7/2017).
    Pemilu,
    /// The election of heads of regions (UU 1/2015 and its amendments).
    Pilkada,
    /// Village law (UU 6/2014).
    Desa,
    /// Civil service law, in force at any time.
    Umum,
}

impl Regime {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Regime); 4] =
        [("pemilu", Regime::Pemilu), ("pilkada", Regime::Pilkada), ("desa", Regime::Desa), ("umum", Regime::Umum)];

    /// The word of the front matter for this regime.
    pub fn key(self) -> &'static str {
        match self {
            Regime::Pemilu => "pemilu",
            Regime::Pilkada => "pilkada",
            Regime::Desa => "desa",
            Regime::Umum => "umum",
        }
    }

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Regime::Pemilu => "Pemilu",
            Regime::Pilkada => "Pilkada",
            Regime::Desa => "Aturan desa",
            Regime::Umum => "Di dalam dan di luar pemilihan",
        }
    }
}

/// When in the course of an election a rule bites.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// From six months before candidates are determined until the term ends: transfers and programmes of officials.
    SixMonthsBeforeNomination,
    /// Before candidates are determined: still *bakal calon*.
    BeforeNomination,
    /// After candidates are determined.
    AfterNomination,
    /// Before the campaign.
    BeforeCampaign,
    /// The campaign period.
    Campaign,
    /// The quiet days.
    Quiet,
    /// The day of the vote.
    Voting,
    /// After the campaign.
    AfterCampaign,
    /// Any time, election or not.
    Always,
}

impl Phase {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Phase); 9] = [
        ("enam_bulan_sebelum_penetapan_calon", Phase::SixMonthsBeforeNomination),
        ("sebelum_penetapan_calon", Phase::BeforeNomination),
        ("setelah_penetapan_calon", Phase::AfterNomination),
        ("sebelum_kampanye", Phase::BeforeCampaign),
        ("masa_kampanye", Phase::Campaign),
        ("masa_tenang", Phase::Quiet),
        ("pemungutan_suara", Phase::Voting),
        ("sesudah_kampanye", Phase::AfterCampaign),
        ("kapan_saja", Phase::Always),
    ];

    /// The word of the front matter for this phase.
    pub fn key(self) -> &'static str {
        Phase::CHOICES.iter().find(|(_, phase)| *phase == self).map_or("kapan_saja", |(key, _)| key)
    }

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Phase::SixMonthsBeforeNomination => "Sejak enam bulan sebelum penetapan calon",
            Phase::BeforeNomination => "Sebelum penetapan calon",
            Phase::AfterNomination => "Setelah penetapan calon",
            Phase::BeforeCampaign => "Sebelum masa kampanye",
            Phase::Campaign => "Masa kampanye",
            Phase::Quiet => "Masa tenang",
            Phase::Voting => "Hari pemungutan suara",
            Phase::AfterCampaign => "Sesudah kampanye",
            Phase::Always => "Kapan saja",
        }
    }
}

/// Whom a rule binds: the word of the front matter and what a reader sees.
///
/// A table instead of an enum, because code never branches on a subject: it filters and shows it.
pub const SUBJECTS: [(&str, &str); 33] = [
    ("pns", "PNS (pegawai negeri sipil)"),
    ("pppk", "PPPK (pegawai pemerintah dengan perjanjian kerja)"),
    ("cpns", "CPNS (calon pegawai negeri sipil)"),
    ("asn", "ASN (aparatur sipil negara)"),
    ("kepala_desa", "Kepala desa"),
    ("perangkat_desa", "Perangkat desa"),
    ("pemerintah_desa", "Pemerintah desa"),
    ("anggota_bpd", "Anggota BPD (Badan Permusyawaratan Desa)"),
    ("lurah", "Lurah"),
    ("tni", "Anggota TNI"),
    ("polri", "Anggota Polri"),
    ("pejabat_negara", "Pejabat negara"),
    ("pejabat_daerah", "Pejabat daerah"),
    ("pejabat_asn", "Pejabat ASN"),
    ("pejabat_struktural", "Pejabat struktural"),
    ("pejabat_fungsional", "Pejabat fungsional"),
    ("pelaksana_kampanye", "Pelaksana kampanye"),
    ("peserta_kampanye", "Peserta kampanye"),
    ("tim_kampanye", "Tim kampanye"),
    ("peserta_pemilu", "Peserta Pemilu"),
    ("pasangan_calon", "Pasangan calon"),
    ("calon", "Calon"),
    ("petahana", "Petahana (kepala daerah yang mencalonkan diri lagi)"),
    ("kepala_daerah", "Kepala daerah"),
    ("penjabat_kepala_daerah", "Penjabat kepala daerah"),
    ("ppnpn", "Pegawai non-ASN"),
    ("hakim", "Hakim"),
    ("pimpinan_bpk", "Pimpinan BPK (Badan Pemeriksa Keuangan)"),
    ("gubernur_bi", "Pimpinan Bank Indonesia"),
    ("direksi_bumn", "Pimpinan BUMN dan BUMD (badan usaha milik negara dan daerah)"),
    ("pengawas_pemilu", "Pengawas Pemilu"),
    ("warga", "Warga"),
    ("setiap_orang", "Setiap orang"),
];

/// What a reader sees for a subject key; the key itself when it is none.
pub fn subject_label(key: &str) -> &str {
    SUBJECTS.iter().find(|(known, _)| *known == key).map_or(key, |(_, label)| label)
}

/// An article of a regulation on which a statement rests (`dasar`).
#[derive(Clone, Debug, PartialEq)]
pub struct LegalBasis {
    /// The regulation's id.
    pub regulation: Located<Id>,
    /// The article in the words of the law: `Pasal 9 ayat (2)`.
    pub article: Located<String>,
}

/// The article numbers in a text: those after `Pasal`, through `,`, `dan` and `sampai`, until a
/// word such as `ayat` or `huruf` begins to name parts.
pub fn article_numbers(text: &str) -> BTreeSet<u32> {
    // Laws stay below a thousand articles; a longer range is a slip of the pen.
    const LONGEST_RANGE: u32 = 1000;
    let mut numbers = BTreeSet::new();
    let (mut counting, mut last, mut range_from) = (false, None, None);
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        match bare.to_ascii_lowercase().as_str() {
            "pasal" => counting = true,
            "sampai" => range_from = last,
            "dan" => {}
            other => match other.parse::<u32>() {
                Ok(number) if counting => {
                    let first = range_from.take().filter(|first| (*first..first + LONGEST_RANGE).contains(&number));
                    numbers.extend(first.unwrap_or(number)..=number);
                    last = Some(number);
                }
                Ok(_) => {}
                Err(_) => counting = false,
            },
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::article_numbers;

    #[test]
    fn article_numbers_are_those_of_articles_only() {
        for (text, expected) in [
            ("Pasal 2 huruf f", vec![2]),
            ("Pasal 5 huruf n angka 5 dan 6", vec![5]),
            ("Pasal 3 dan Pasal 4 (kewajiban)", vec![3, 4]),
            ("Pasal 30 sampai Pasal 32", vec![30, 31, 32]),
            ("Pasal 105, 106, dan 108 sampai 110", vec![105, 106, 108, 109, 110]),
            ("Pasal 15 ayat (1), (2), dan (3)", vec![15]),
            ("Pasal 250 huruf c dan Pasal 255", vec![250, 255]),
            ("Lampiran", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(article_numbers(text).into_iter().collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
