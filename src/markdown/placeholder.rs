//! The closed list of placeholders, `{{ kantor.telepon }}` and the like, and what each varies by.

use std::fmt;

/// What the value of a placeholder varies by, widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The same in the whole project.
    Site,
    /// One value a region.
    Region,
    /// One value a village: filled in last, row by row.
    Village,
    /// One value a recipient of a letter: filled in last, row by row.
    Recipient,
}

impl Scope {
    /// Whether the value is filled in row by row, over what is the same for all rows.
    pub fn is_by_row(self) -> bool {
        self >= Scope::Village
    }
}

macro_rules! placeholders {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $scope:ident;)*) => {
        /// A value that the edition puts in, by its name in content.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Placeholder {
            $($(#[$doc])* $variant,)*
        }

        impl Placeholder {
            /// Every placeholder there is.
            pub const ALL: &'static [Placeholder] = &[$(Placeholder::$variant,)*];

            /// The name as written between the braces.
            pub fn name(self) -> &'static str {
                match self { $(Placeholder::$variant => $name,)* }
            }

            /// What its value varies by.
            pub fn scope(self) -> Scope {
                match self { $(Placeholder::$variant => Scope::$scope,)* }
            }
        }
    };
}

placeholders! {
    /// Title of the website.
    SiteTitle = "situs.judul", Site;
    /// The publishing institution.
    InstitutionName = "lembaga.nama", Site;
    /// The running election.
    ElectionName = "pemilihan.nama", Site;
    /// Its year.
    ElectionYear = "pemilihan.tahun", Site;
    /// The region, such as "Kabupaten Kayong Utara".
    RegionName = "daerah.nama", Region;
    /// Its code, such as "61.11".
    RegionCode = "daerah.kode", Region;
    /// The province it is in.
    RegionProvince = "daerah.provinsi", Region;
    /// What a village head is called there, to begin a sentence with: "Kepala desa" or "Peratin".
    VillageHead = "daerah.kepala_desa", Region;
    /// The same in the middle of a sentence: "kepala desa" or "peratin".
    VillageHeadWithin = "daerah.kepala_desa_tengah", Region;
    /// The office that publishes.
    OfficeName = "kantor.nama", Region;
    /// Its street address.
    OfficeAddress = "kantor.alamat", Region;
    /// Its telephone number.
    OfficePhone = "kantor.telepon", Region;
    /// Its WhatsApp number.
    OfficeWhatsapp = "kantor.whatsapp", Region;
    /// Its e-mail address.
    OfficeEmail = "kantor.surel", Region;
    /// Its website.
    OfficeSite = "kantor.situs", Region;
    /// The word before its name: "Desa" or "Kelurahan".
    VillageKind = "desa.sebutan", Village;
    /// The village.
    VillageName = "desa.nama", Village;
    /// Its code, such as "61.11.01.2001".
    VillageCode = "desa.kode", Village;
    /// The district it is in.
    VillageDistrict = "desa.kecamatan", Village;
    /// Its election supervisor.
    VillageSupervisor = "desa.pengawas", Village;
    /// The number to call there.
    VillagePhone = "desa.telepon", Village;
    /// The recipient of a letter; who has no name, the office held.
    RecipientName = "penerima.nama", Recipient;
    /// The office held; who has none, the name.
    RecipientPosition = "penerima.jabatan", Recipient;
    /// The institution.
    RecipientInstitution = "penerima.instansi", Recipient;
    /// Its street address.
    RecipientAddress = "penerima.alamat", Recipient;
    /// The district it is in.
    RecipientDistrict = "penerima.kecamatan", Recipient;
}

impl Placeholder {
    /// The placeholder of this exact name.
    pub fn from_name(name: &str) -> Option<Placeholder> {
        Placeholder::ALL.iter().copied().find(|placeholder| placeholder.name() == name)
    }
}

impl fmt::Display for Placeholder {
    /// As written in content: `{{ kantor.telepon }}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{{{{ {} }}}}", self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back() {
        for &placeholder in Placeholder::ALL {
            assert_eq!(Placeholder::from_name(placeholder.name()), Some(placeholder));
        }
        assert_eq!(Placeholder::from_name("kantor"), None);
        assert_eq!(Placeholder::OfficePhone.to_string(), "{{ kantor.telepon }}");
    }

    #[test]
    fn the_first_word_tells_the_scope() {
        for placeholder in Placeholder::ALL {
            let first = |word| placeholder.name().starts_with(word);
            assert_eq!(placeholder.scope() == Scope::Village, first("desa."), "{placeholder}");
            assert_eq!(placeholder.scope() == Scope::Recipient, first("penerima."), "{placeholder}");
            assert_eq!(placeholder.scope().is_by_row(), first("desa.") || first("penerima."), "{placeholder}");
        }
    }
}
