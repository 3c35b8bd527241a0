//! What each placeholder is worth in an edition, and text with placeholders filled in.

use super::Edition;
use crate::content::Village;
use crate::content::village::Medium;
use crate::diagnostics::Located;
use crate::markdown::Placeholder;

/// Shown where a region has not filled in a contact. It is a reader's word, not an error: the
/// check reports the gap.
const UNKNOWN: &str = "(belum diisi)";

impl Edition {
    /// The value of a placeholder of site or region scope; none for one that varies by village.
    pub fn value(&self, placeholder: Placeholder) -> Option<String> {
        let office = &self.office;
        let given = |value: &Option<Located<String>>| {
            value.as_ref().map_or_else(|| UNKNOWN.to_owned(), |text| text.value.clone())
        };
        Some(match placeholder {
            Placeholder::SiteTitle => self.site.title.value.clone(),
            Placeholder::InstitutionName => self.site.institution.value.clone(),
            Placeholder::ElectionName => self.site.election.name.value.clone(),
            Placeholder::ElectionYear => self.site.election.year.value.to_string(),
            Placeholder::RegionName => self.name.clone(),
            Placeholder::RegionCode => self.code.to_string(),
            Placeholder::RegionProvince => self.province.clone().unwrap_or_else(|| self.name.clone()),
            Placeholder::OfficeName => given(&office.name),
            Placeholder::OfficeAddress => given(&office.address),
            Placeholder::OfficePhone => given(&office.phone),
            Placeholder::OfficeWhatsapp => given(&office.whatsapp),
            Placeholder::OfficeEmail => given(&office.email),
            Placeholder::OfficeSite => given(&office.website),
            Placeholder::VillageName
            | Placeholder::VillageCode
            | Placeholder::VillageDistrict
            | Placeholder::VillageSupervisor
            | Placeholder::VillagePhone => return None,
        })
    }

    /// The value of a placeholder on the page or sheet of a village. The supervisor's contact
    /// falls back to the office when there is none to show in `medium`.
    pub fn village_value(&self, placeholder: Placeholder, village: &Village, medium: Medium) -> String {
        let supervisor = village.supervisor.as_ref().filter(|who| who.may_show(medium, self.as_of));
        let office = |placeholder| self.value(placeholder).unwrap_or_default();
        match placeholder {
            Placeholder::VillageName => village.name.value.clone(),
            Placeholder::VillageCode => village.code.value.clone(),
            Placeholder::VillageDistrict => village.district.value.clone(),
            Placeholder::VillageSupervisor => {
                supervisor.map_or_else(|| office(Placeholder::OfficeName), |who| who.name.value.clone())
            }
            Placeholder::VillagePhone => supervisor
                .and_then(|who| who.phone.as_ref())
                .map_or_else(|| office(Placeholder::OfficePhone), |phone| phone.value.clone()),
            other => office(other),
        }
    }
}
