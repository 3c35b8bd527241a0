//! The questions by which a reader finds a prohibition: who am I, when is it, what is being done.
//!
//! The front matter speaks the words of the law (33 subjects, nine phases that overlap); a reader with two minutes does not.
//! The tables below lead from an answer to the words of the law. They hide less rather than more: what may apply is shown.

use super::law::Phase;

/// What kind of act a prohibition is about (`perbuatan`), in the words of a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Taking part in a campaign or a declaration of a candidate.
    Campaign,
    /// Social media and photographs.
    SocialMedia,
    /// Calling on others, putting up banners, giving support.
    Support,
    /// Joining a party or a campaign team.
    Party,
    /// Uniforms, cars, money and services of the state.
    Facilities,
    /// The power of an office: decisions, transfers, promises of posts.
    Office,
    /// Money and goods.
    Money,
    /// Becoming a candidate oneself.
    Candidacy,
}

impl Deed {
    /// The words of the front matter.
    pub const CHOICES: [(&'static str, Deed); 8] = [
        ("kampanye", Deed::Campaign),
        ("media_sosial", Deed::SocialMedia),
        ("dukungan", Deed::Support),
        ("partai", Deed::Party),
        ("fasilitas", Deed::Facilities),
        ("jabatan", Deed::Office),
        ("uang", Deed::Money),
        ("pencalonan", Deed::Candidacy),
    ];

    /// The word of the front matter for this act.
    pub fn key(self) -> &'static str {
        Deed::CHOICES.iter().find(|(_, deed)| *deed == self).map_or("kampanye", |(key, _)| key)
    }

    /// What a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Deed::Campaign => "Hadir atau ikut kampanye",
            Deed::SocialMedia => "Media sosial dan foto",
            Deed::Support => "Mengajak, memasang spanduk, memberi dukungan",
            Deed::Party => "Masuk partai atau tim kampanye",
            Deed::Facilities => "Seragam, mobil dinas, dan fasilitas negara",
            Deed::Office => "Keputusan, jabatan, dan mutasi",
            Deed::Money => "Uang dan barang",
            Deed::Candidacy => "Maju sebagai calon",
        }
    }
}

/// Somebody a reader may be.
pub struct Who {
    /// Stands in addresses: `#bagi-kepala-desa`.
    pub key: &'static str,
    /// What a reader sees.
    pub label: &'static str,
    /// The subjects of the law that include this reader.
    pub subjects: &'static [&'static str],
}

/// The subject that is everybody.
const ANYBODY: &str = "setiap_orang";

/// Everybody a reader may be. ASN is the word for PNS and PPPK together (glossary, `asn`), so what binds ASN binds both.
pub const WHO: [Who; 14] = [
    Who { key: "pns", label: "PNS", subjects: &["pns", "asn"] },
    Who { key: "pppk", label: "PPPK", subjects: &["pppk", "asn"] },
    // Nothing says yet that what binds PNS does not bind who is about to become one.
    Who { key: "cpns", label: "CPNS", subjects: &["cpns", "pns", "asn"] },
    Who { key: "non-asn", label: "Pegawai honorer atau kontrak", subjects: &["ppnpn"] },
    Who { key: "kepala-desa", label: "Kepala desa", subjects: &["kepala_desa", "pemerintah_desa"] },
    Who { key: "perangkat-desa", label: "Perangkat desa", subjects: &["perangkat_desa", "pemerintah_desa"] },
    Who { key: "bpd", label: "Anggota BPD", subjects: &["anggota_bpd"] },
    // The pages of kelurahan show them what binds PNS, as whoever works in the office of one.
    Who { key: "lurah", label: "Lurah", subjects: &["lurah", "pns", "asn"] },
    Who { key: "tni", label: "Anggota TNI", subjects: &["tni"] },
    Who { key: "polri", label: "Anggota Polri", subjects: &["polri"] },
    Who {
        key: "pejabat",
        label: "Pejabat",
        subjects: &["pejabat_negara", "pejabat_daerah", "pejabat_asn", "pejabat_struktural", "pejabat_fungsional"],
    },
    Who {
        key: "kepala-daerah",
        label: "Kepala daerah atau penjabatnya",
        subjects: &["kepala_daerah", "penjabat_kepala_daerah", "petahana"],
    },
    Who {
        key: "kampanye",
        label: "Calon atau tim kampanye",
        subjects: &[
            "pelaksana_kampanye",
            "peserta_kampanye",
            "tim_kampanye",
            "peserta_pemilu",
            "pasangan_calon",
            "calon",
            "petahana",
        ],
    },
    Who { key: "warga", label: "Warga", subjects: &["warga"] },
];

impl Who {
    /// Whether a prohibition with these subjects binds this reader.
    pub fn is_bound<'a>(&self, mut subjects: impl Iterator<Item = &'a str>) -> bool {
        subjects.any(|subject| subject == ANYBODY || self.subjects.contains(&subject))
    }
}

/// A moment at which a reader may ask.
pub struct Moment {
    /// Stands in addresses: `?kapan=masa-kampanye`.
    pub key: &'static str,
    /// What a reader sees.
    pub label: &'static str,
    /// The phases of the front matter that run at this moment.
    phases: &'static [Phase],
}

/// The moments, in the order of an election. Phases overlap: who is a candidate stays one during the campaign, and the quiet days
/// are after the campaign. A prohibition *before the campaign* runs both before and after candidates are determined.
pub const MOMENTS: [Moment; 6] = [
    Moment {
        key: "sebelum-penetapan",
        label: "Sebelum calon ditetapkan",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::BeforeNomination, Phase::BeforeCampaign],
    },
    Moment {
        key: "sesudah-penetapan",
        label: "Calon sudah ditetapkan, belum kampanye",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::AfterNomination, Phase::BeforeCampaign],
    },
    Moment {
        key: "masa-kampanye",
        label: "Masa kampanye",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::AfterNomination, Phase::Campaign],
    },
    Moment {
        key: "masa-tenang",
        label: "Masa tenang",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::AfterNomination, Phase::AfterCampaign, Phase::Quiet],
    },
    Moment {
        key: "pemungutan-suara",
        label: "Hari pemungutan suara",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::AfterNomination, Phase::AfterCampaign, Phase::Voting],
    },
    Moment {
        key: "sesudah-pemungutan",
        label: "Sesudah pemungutan suara",
        phases: &[Phase::SixMonthsBeforeNomination, Phase::AfterNomination, Phase::AfterCampaign],
    },
];

impl Moment {
    /// Whether a prohibition with these phases may apply at this moment. One that names no phase is not known to stop.
    pub fn is_within(&self, phases: &[Phase]) -> bool {
        phases.is_empty() || phases.iter().any(|phase| *phase == Phase::Always || self.phases.contains(phase))
    }
}

#[cfg(test)]
mod tests {
    use super::super::law::SUBJECTS;
    use super::*;

    fn who(key: &str) -> &'static Who {
        WHO.iter().find(|who| who.key == key).unwrap()
    }

    #[test]
    fn subjects_of_the_tables_exist() {
        for subject in WHO.iter().flat_map(|who| who.subjects) {
            assert!(SUBJECTS.iter().any(|(key, _)| key == subject), "{subject}");
        }
    }

    #[test]
    fn what_binds_asn_binds_pns_and_pppk_and_what_binds_anybody_binds_all() {
        for (key, subjects, bound) in [
            ("pns", ["asn"], true),
            ("pppk", ["asn"], true),
            ("kepala-desa", ["asn"], false),
            ("perangkat-desa", ["kepala_desa"], false),
            ("warga", ["setiap_orang"], true),
            ("bpd", ["setiap_orang"], true),
        ] {
            assert_eq!(who(key).is_bound(subjects.into_iter()), bound, "{key}: {subjects:?}");
        }
    }

    #[test]
    fn every_phase_is_found_at_some_moment_and_any_time_at_all() {
        for (key, phase) in Phase::CHOICES {
            let found = MOMENTS.iter().filter(|moment| moment.is_within(&[phase])).count();
            assert!(found > 0, "{key}");
            if phase == Phase::Always {
                assert_eq!(found, MOMENTS.len());
            }
        }
        assert!(MOMENTS.iter().all(|moment| moment.is_within(&[])));
    }

    #[test]
    fn a_candidate_is_still_one_during_the_campaign() {
        let campaign = MOMENTS.iter().find(|moment| moment.key == "masa-kampanye").unwrap();
        assert!(campaign.is_within(&[Phase::AfterNomination]));
        assert!(!campaign.is_within(&[Phase::BeforeNomination]));
        assert!(!campaign.is_within(&[Phase::BeforeCampaign, Phase::AfterCampaign]));
    }

    #[test]
    fn deeds_keep_their_words() {
        for (key, deed) in Deed::CHOICES {
            assert_eq!(deed.key(), key);
        }
    }
}
