//! Whom a village calls: its supervisor, else its kecamatan, else the office.

use super::Edition;
use crate::content::village::{Medium, Supervisor, Village};
use crate::content::{District, Office};
use crate::diagnostics::Located;

/// What stands behind the name of a supervisor on paper.
pub const ROLE: &str = ", pengawas";

/// Whom a village calls. Name and numbers come from one and the same: the number of another beside a name would be a wrong number.
#[derive(Clone, Copy, Debug)]
pub enum Contact<'a> {
    /// The village's own supervisor.
    Supervisor(&'a Supervisor),
    /// The secretariat of its kecamatan.
    District(&'a District),
    /// The office that publishes.
    Office(&'a Office),
}

impl Contact<'_> {
    /// What it is called; an office may have no name.
    pub fn name(&self) -> Option<String> {
        match self {
            Contact::Supervisor(supervisor) => Some(supervisor.name.value.clone()),
            Contact::District(district) => Some(district.called()),
            Contact::Office(office) => text(&office.name).map(str::to_owned),
        }
    }

    /// The same where nothing around it says who that is: on paper a supervisor's name alone could be anybody's.
    pub fn introduced(&self, medium: Medium) -> Option<String> {
        let name = self.name()?;
        let known = name.to_lowercase();
        let says_it = ["pengawas", "panwas", "pkd", "bawaslu"].iter().any(|word| known.contains(word));
        let alone = matches!((self, medium), (Contact::Supervisor(_), Medium::Print)) && !says_it;
        Some(if alone { format!("{name}{ROLE}") } else { name })
    }

    /// The number to call; a WhatsApp number where there is no other.
    pub fn number(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(supervisor) => text(&supervisor.phone),
            Contact::District(district) => text(&district.phone).or_else(|| text(&district.whatsapp)),
            Contact::Office(office) => text(&office.phone).or_else(|| text(&office.whatsapp)),
        }
    }

    /// The number for WhatsApp, where one is known to be.
    pub fn whatsapp(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(_) => None,
            Contact::District(district) => text(&district.whatsapp),
            Contact::Office(office) => text(&office.whatsapp),
        }
    }

    /// Where it can be visited.
    pub fn address(&self) -> Option<&str> {
        match self {
            Contact::Supervisor(_) => None,
            Contact::District(district) => text(&district.address),
            Contact::Office(office) => text(&office.address),
        }
    }
}

fn text(value: &Option<Located<String>>) -> Option<&str> {
    value.as_ref().map(|value| value.value.as_str())
}

impl Edition {
    /// Whom a village calls: the first that can be called and may be shown in `medium`, on the day of the edition.
    pub fn village_contact<'a>(&'a self, village: &'a Village, medium: Medium) -> Contact<'a> {
        let supervisor =
            village.supervisor.as_deref().filter(|who| who.phone.is_some() && who.permit.may_show(medium, self.as_of));
        if let Some(supervisor) = supervisor {
            return Contact::Supervisor(supervisor);
        }
        match self.district(&village.district.value).filter(|district| district.permit.may_show(medium, self.as_of)) {
            Some(district) if district.phone.is_some() || district.whatsapp.is_some() => Contact::District(district),
            _ => Contact::Office(&self.office),
        }
    }

    /// The contact of a kecamatan.
    pub fn district(&self, name: &str) -> Option<&District> {
        self.region.as_ref()?.districts.iter().find(|district| same(&district.name.value, name))
    }
}

/// Whether two names of a kecamatan are the same but for case and spaces.
pub fn same(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}

#[cfg(test)]
mod tests {
    use super::{Contact, same};
    use crate::content::village::Medium;
    use crate::edition::EditionCode;
    use crate::markdown::Placeholder;
    use crate::project::sample::{PROVINCE, project};

    const REGION: &str = "kode: \"61.11\"\nnama: Kayong Utara\nkantor: { nama: Kantor, telepon: \"0534301234\" }\nkecamatan:\n  - { nama: sukadana, sekretariat: Panwascam, whatsapp: https://wa.me/6281200001111, mulai: 2026-01-01, selesai: 2026-12-31, izin_web: ya }\n  - { nama: Seponti, telepon: 0812-0000-2222, mulai: 2026-01-01, selesai: 2026-06-30, izin_web: ya, izin_cetak: ya }\n  - { nama: Simpang, alamat: Jalan A, mulai: 2026-01-01, selesai: 2026-12-31, izin_web: ya, izin_cetak: ya }\n";
    const TABLE: &str = "kode,nama,kecamatan,pengawas,telepon,mulai,selesai,izin_web,izin_cetak\n\
        61.11.01.2001,A,Sukadana,Ani,0812-0000-0001,2026-01-01,2026-12-31,ya,ya\n\
        61.11.01.2002,B,Sukadana,Budi,,2026-01-01,2026-12-31,ya,ya\n\
        61.11.01.2003,C,Sukadana,Citra,6281200000003,2026-01-01,2026-12-31,tidak,ya\n\
        61.11.02.2001,D,Seponti,,,,,,\n\
        61.11.03.2001,E,Simpang,,,,,,\n";

    /// Each was typed in another way, and is shown in groups. Name and number, on the website and in print, are of the first that may be shown and can be called; never of two.
    #[test]
    fn a_contact_is_one_and_falls_back_whole() {
        let files = [PROVINCE, ("content/daerah/61.11-ku/daerah.yaml", REGION), ("content/daerah/61.11-ku/desa.csv", TABLE)];
        let (project, d) = project(&files);
        let code = EditionCode::parse("61.11").unwrap();
        let edition = project.unwrap().edition(&code, "2026-11-22".parse().unwrap(), &d).unwrap();
        let (on_site, on_paper) = (("Ani", "0812-0000-0001"), ("Ani, pengawas", "0812-0000-0001"));
        let (district, office) = (("Panwascam", "0812-0000-1111"), ("Kantor", "(0534) 301234"));
        let rows = [
            (on_site, on_paper),
            (district, office),
            (district, ("Citra, pengawas", "0812-0000-0003")),
            (office, office),
            (office, office),
        ];
        assert_eq!(edition.villages.len(), rows.len());
        for (village, (web, print)) in edition.villages.iter().zip(rows) {
            for (medium, (name, number)) in [(Medium::Web, web), (Medium::Print, print)] {
                let value = |placeholder| edition.village_value(placeholder, village, medium);
                let shown = (value(Placeholder::VillageSupervisor), value(Placeholder::VillagePhone));
                assert_eq!(shown, (name.to_owned(), number.to_owned()), "{} {medium:?}", village.name.value);
            }
        }
        let contact = edition.village_contact(&edition.villages[1], Medium::Web);
        assert!(matches!(contact, Contact::District(_)) && contact.whatsapp().is_some());
    }

    #[test]
    fn a_kecamatan_is_the_same_in_any_case() {
        assert!(same("Teluk  Batang", "TELUK BATANG ") && !same("Teluk Batang", "Telok Batang"));
    }
}
